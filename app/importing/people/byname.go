package people

import (
	"ringback.app/app"
	"ringback.app/app/alike"
)

// byName is who of the people has which name: of each name so many as may share a
// number. Everybody is in it, so that it holds no more of a name than its key.
type byName struct {
	chains  map[uint64]chain // by alike.NameKey
	entries []namedEntry
}

// chain is those of one name, by their places in the entries, which are counted
// from 1.
type chain struct {
	first, last int32
	length      uint8
}

type namedEntry struct {
	who  *Person
	next int32 // 0: none
}

func (b *byName) add(p *Person) {
	key := alike.NameKey(p.Customer)
	c := b.chains[key]
	if key == 0 || c.length >= mostSharing {
		return
	}
	for at := c.first; at != 0; at = b.entries[at-1].next {
		if b.entries[at-1].who == p {
			return
		}
	}
	b.entries = append(b.entries, namedEntry{who: p})
	at := int32(len(b.entries))
	if c.length++; c.first == 0 {
		c.first = at
	} else {
		b.entries[c.last-1].next = at
	}
	c.last = at
	b.chains[key] = c
}

// of returns who may have the record's name.
func (b *byName) of(c app.Customer) []*Person {
	var all []*Person
	for at := b.chains[alike.NameKey(c)].first; at != 0; at = b.entries[at-1].next {
		all = append(all, b.entries[at-1].who)
	}
	return all
}
