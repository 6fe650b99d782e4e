package data

import (
	"bytes"
	"crypto/rand"
	"fmt"

	"ringback.app/app"
)

// Version is the format of the books that this program writes.
const Version = 2

// derivedVersion counts the ways in which what follows from the records was
// derived. A book with another number is derived anew when it is opened. Count
// it up with every change of a summary, an opening or an index.
const derivedVersion = 21

// The fixed words of the meta bucket.
const (
	metaFormat  = "format"  // Version
	metaDerived = "derived" // derivedVersion
	metaSecret  = "secret"  // the key of the hashes
	metaDesktop = "desktop" // which desktop writes here
	metaClock   = "clock"   // the hybrid logical clock's last reading
	metaNumber  = "number"  // the last small number given to a customer
	metaItem    = "item"    // the last small number given to an item
	metaZone    = "zone"    // signature of the zone that sums and ledger go by
	metaErase   = "erase"   // somebody was forgotten, and the file not yet written anew
	metaCopies  = "copies"  // the last forgetting after which copies were not yet renewed
)

// identity is what a book is born with.
type identity struct {
	secret  secret
	desktop app.ID
}

const secretSize = 32

func newIdentity(ids *app.IDs) (identity, error) {
	s := make(secret, secretSize)
	if _, err := rand.Read(s); err != nil {
		return identity{}, fmt.Errorf("make a secret: %w", err)
	}
	return identity{s, ids.Next()}, nil
}

// identity reads who the book is.
func (s *state) identity() (identity, error) {
	key, err := s.get(inMeta, []byte(metaSecret))
	if err != nil {
		return identity{}, err
	}
	desktop, err := s.get(inMeta, []byte(metaDesktop))
	if err != nil {
		return identity{}, err
	}
	if len(key) != secretSize || len(desktop) != idSize {
		return identity{}, damaged(fmt.Errorf("the book does not know itself"))
	}
	return identity{bytes.Clone(key), app.ID(desktop)}, nil
}

func (w *writing) identify(who identity) {
	w.put(inMeta, []byte(metaFormat), u64(Version))
	w.put(inMeta, []byte(metaDerived), u64(derivedVersion))
	w.put(inMeta, []byte(metaSecret), who.secret)
	w.put(inMeta, []byte(metaDesktop), who.desktop[:])
}
