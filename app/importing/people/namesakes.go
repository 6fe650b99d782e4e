package people

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// sealPrefix begins the references that we give to whom nobody else gave one.
const sealPrefix = "urn:x-ringback:"

// onlyNamed tells whether nothing but a name, and what is no identity, is known
// of somebody: no number that can be dialled, no address for mail and no
// reference but our own.
func onlyNamed(c app.Customer) bool {
	return !alike.Reachable(c) &&
		!slices.ContainsFunc(c.References, func(r app.Reference) bool {
			return r.Kind != app.ReferenceVCard || !strings.HasPrefix(r.Value, sealPrefix)
		})
}

// seal is a reference for somebody by whom nothing else would find them again: a
// second import of a card with a name alone must not make a second customer. It
// is made of all that the card says, so that namesakes stay two. Books hold it: for
// what a card said before it never is another, whatever fields are added.
func seal(c app.Customer) app.Reference {
	n := c.Name
	phones := make([]string, len(c.Phones))
	for i, p := range c.Phones {
		phones[i] = fmt.Sprintf("{Label:%s Typed:%s E164:%s Extension:%s Preferred:%t Unfit:%s}", p.Label, p.Typed, p.E164, p.Extension, p.Preferred, p.Unfit)
	}
	addresses := make([]string, len(c.Addresses))
	for i, a := range c.Addresses {
		addresses[i] = fmt.Sprintf("{Label:%s POBox:%s Extra:%s Street:%s City:%s Region:%s PostalCode:%s Country:%s}",
			a.Label, a.POBox, a.Extra, a.Street, a.City, a.Region, a.PostalCode, a.Country)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "{Full:%s Given:%s Family:%s Prefix:%s Suffix:%s Middle:%s} %q %v %v %q %q",
		n.Full, n.Given, n.Family, n.Prefix, n.Suffix, n.Middle, c.Firm, phones, addresses, c.Birthday, c.Notes))
	return app.Reference{Kind: app.ReferenceVCard, Value: fmt.Sprintf("%s%x", sealPrefix, sum[:16])}
}

// namesake finds who a card with nothing but a name may be of. The book's one
// person of that name of whom, too, nothing else is known is the one, unless
// something tells them apart: the card was changed since. Two of one name in the
// same files are two people; and whoever can be reached is not given what a name
// alone says, but is named as a possible duplicate.
func (ps *People) namesake(c app.Customer) (*Person, []app.ID, error) {
	all, err := ps.namesakes(c)
	if err != nil {
		return nil, nil, err
	}
	if len(all) == 1 && !all[0].IsNew && onlyNamed(all[0].Customer) && !contradict(all[0].Customer, c) {
		return all[0], nil, nil
	}
	var possible []app.ID
	for _, p := range all {
		possible = append(possible, p.ID())
	}
	return nil, possible, nil
}

// namesakes returns who has the very name of the record.
func (ps *People) namesakes(c app.Customer) ([]*Person, error) {
	all := ps.byName.of(c)
	ids, err := ps.namedInBook(c)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		p, err := ps.take(id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return slices.DeleteFunc(all, func(p *Person) bool { return alike.Names(p.Customer, c) != alike.Same || p.isOther(c) }), nil
}

// namedInBook returns who of the book may have the record's name.
func (ps *People) namedInBook(c app.Customer) ([]app.ID, error) {
	if ps.size == nil {
		size, err := ps.known.Size()
		if err != nil {
			return nil, fmt.Errorf("read the size of the book: %w", err)
		}
		ps.size = &size
	}
	if ps.size.Customers == 0 {
		return nil, nil
	}
	words := alike.Words(c)
	if len(words) == 0 {
		return nil, nil
	}
	ids, err := ps.known.ByName(words)
	if err != nil {
		return nil, fmt.Errorf("look a name up: %w", err)
	}
	return ids, nil
}

// besides adds to whom somebody new may be those of their name with whom they share
// what a name makes speak for them.
func (ps *People) besides(c app.Customer, possible []app.ID) ([]app.ID, error) {
	if !alike.HasTraits(c) {
		return possible, nil
	}
	all, err := ps.namesakes(c)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if !slices.Contains(possible, p.ID()) && len(alike.NamedTraits(c, p.Customer)) > 0 {
			possible = append(possible, p.ID())
		}
	}
	return possible, nil
}

// contradict tells whether two records cannot be of one person: another
// birthday, firm or address.
func contradict(a, b app.Customer) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && folding.Fold(x) != folding.Fold(y) }
	return differ(a.Birthday, b.Birthday) || differ(a.Firm, b.Firm) ||
		len(a.Addresses) > 0 && len(b.Addresses) > 0 && !slices.ContainsFunc(a.Addresses, func(x app.Address) bool {
			return slices.ContainsFunc(b.Addresses, func(y app.Address) bool {
				return folding.Fold(x.Street) == folding.Fold(y.Street) && folding.Fold(x.City) == folding.Fold(y.City)
			})
		})
}
