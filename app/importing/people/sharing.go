package people

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// mostSharing is how many people may share a number, an address or a name and
// still be compared one by one. Of more, as of a shop's own number on every card,
// only those of the very same name are, so that a file of such cards does not
// take for ever.
const mostSharing = 20

// sharing is who has which number or address. Most have theirs for themselves.
type sharing struct {
	first map[string]*Person
	more  map[string][]*Person // besides the first
	named map[string][]*Person // by number and name: those beyond mostSharing
}

func newSharing() sharing {
	return sharing{first: make(map[string]*Person), more: make(map[string][]*Person), named: make(map[string][]*Person)}
}

func (s sharing) add(key string, p *Person) {
	first := s.first[key]
	if first == nil {
		s.first[key] = p
		return
	}
	into := s.more
	if first == p || slices.Contains(into[key], p) {
		return
	}
	if 1+len(into[key]) >= mostSharing {
		if into, key = s.named, withName(key, p.Customer); len(into[key]) >= mostSharing || slices.Contains(into[key], p) {
			return
		}
	}
	into[key] = append(into[key], p)
}

// of returns who has the number and may be the customer.
func (s sharing) of(key string, c app.Customer) []*Person {
	first := s.first[key]
	if first == nil {
		return nil
	}
	all := append([]*Person{first}, s.more[key]...)
	if len(all) < mostSharing {
		return all
	}
	return append(all, s.named[withName(key, c)]...)
}

func withName(key string, c app.Customer) string {
	return key + "\x00" + strings.Join(alike.Words(c), " ")
}

func (ps *People) include(p *Person) {
	ps.all = append(ps.all, p)
	ps.byID[p.ID()] = p
	ps.index(p, app.Customer{})
}

// index makes the person found by what their record has, which before has at its
// beginning was indexed already.
func (ps *People) index(p *Person, before app.Customer) {
	for _, ref := range p.Customer.References[len(before.References):] {
		if other := ps.byReference[ref]; other == nil {
			ps.byReference[ref] = p
		} else if other != p {
			ps.bySame.add(sameKey(ref), p)
		}
	}
	for _, phone := range p.Customer.Phones[len(before.Phones):] {
		for _, key := range [...]string{alike.PhoneKey(phone), alike.TypedKey(phone)} {
			if key != "" {
				ps.byPhone.add(key, p)
			}
		}
	}
	for _, email := range p.Customer.Emails[len(before.Emails):] {
		ps.byEmail.add(folding.Fold(email.Address), p)
	}
	if before.ID.IsZero() {
		ps.byName.add(p)
	}
}

// sameKey is what a reference is of those who have it.
func sameKey(ref app.Reference) string { return string(ref.Kind) + "\x00" + ref.Value }
