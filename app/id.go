package app

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// ID names one record for ever: a ULID, so that two desktops never give the
// same one and records sort by the moment they were made.
type ID [16]byte

// String gives the 26 letters a person can copy, or "" for no ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return ulid.ULID(id).String()
}

// IsZero tells whether the ID names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders IDs by the moment they were made.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// MarshalText writes the ID as its letters.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = ID{}
		return nil
	}
	parsed, err := ParseID(string(text))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}

// ParseID reads the letters of an ID. It returns an Error with CodeInvalid if
// they are not one.
func ParseID(text string) (ID, error) {
	parsed, err := ulid.ParseStrict(text)
	if err != nil {
		return ID{}, &Error{
			Code: CodeInvalid, Key: "error.id.unreadable",
			Args: Args{"ID": text}, Err: fmt.Errorf("parse id: %w", err),
		}
	}
	return ID(parsed), nil
}

// IDs gives out new IDs. It is safe for concurrent use.
type IDs struct {
	mu      sync.Mutex
	clock   Clock
	entropy *ulid.MonotonicEntropy
	last    ID
}

// NewIDs returns a source of IDs that are stamped by the clock and made unique
// by the reader: crypto/rand in a shop, a seeded one in a sample or a test.
func NewIDs(clock Clock, random io.Reader) *IDs {
	return &IDs{clock: clock, entropy: ulid.Monotonic(random, 0)}
}

// After makes the IDs of the same millisecond come after that one, which another
// source gave: records made by several runs of the program while the clock stands
// still lie in the order in which they were made.
func (s *IDs) After(last ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = last
}

// Next returns a new ID. IDs of one source ascend as long as its clock does: one
// that is set back gives IDs of the hour that it shows, and what has to be in the
// order in which it was done goes by the journal. A clock before 1970, which IDs
// cannot say, counts as standing at its beginning.
func (s *IDs) Next() ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		id, err := ulid.New(uint64(max(0, s.clock().UnixMilli())), s.entropy)
		if err == nil {
			if ID(id).Compare(s.last) > 0 || id.Time() != ulid.ULID(s.last).Time() {
				s.last = ID(id)
			} else {
				s.last = s.last.next()
			}
			return s.last
		}
		// The one error left is an overflow within a millisecond, which the next
		// draw of random bits mends; a reader that fails cannot be lived without.
		if err != ulid.ErrMonotonicOverflow {
			panic(fmt.Sprintf("app: no random bits: %v", err))
		}
		time.Sleep(time.Millisecond)
	}
}

// next returns the least ID above this one.
func (id ID) next() ID {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i]++; id[i] != 0 {
			break
		}
	}
	return id
}
