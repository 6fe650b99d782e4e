package people

import (
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/folding"
)

// Together adds what another line says of a customer to what is known of them.
// Who has another name beside the same number is somebody else, whose telephone
// is not the customer's. What there was no room for comes second.
func Together(c, further app.Customer) (app.Customer, []Excess) {
	if len(alike.Words(c)) > 0 && len(alike.Words(further)) > 0 && alike.Names(c, further) == alike.Other {
		return c, nil
	}
	m := merge(c, further)
	return m.c, m.full
}

// Find finds whom a record is of, by all but a name alone; nil if nobody is known to be
// that, with those who may.
func (ps *People) Find(c app.Customer) (*Person, []app.ID, error) {
	if p, err := ps.identified(c); p != nil || err != nil {
		return p, nil, err
	}
	known, used, err := ps.byReferences(c)
	if known != nil || err != nil {
		return known, nil, err
	}
	reached, err := ps.Reached(c)
	if err != nil {
		return nil, nil, err
	}
	var agree []*Person
	possible := used
	reached = slices.DeleteFunc(reached, func(p *Person) bool { return p.isOther(c) })
	for _, p := range reached {
		likeness := alike.Names(p.Customer, c)
		if ps.Buying && len(reached) == 1 && len(alike.Words(c)) == 0 {
			likeness = alike.Same // a till seldom writes a name beside an address
		}
		switch likeness {
		case alike.Same:
			if alike.ToldApart(p.Customer, c) || alike.BornApart(p.Customer, c) {
				possible = append(possible, p.ID())
				continue
			}
			agree = append(agree, p)
		case alike.Near:
			possible = append(possible, p.ID())
		case alike.Other:
			// A number that a crowd has says nothing. Whose reference is used has another
			// extension of it.
			if len(reached) < mostSharing && alike.Perhaps(p.Customer, c) && !slices.Contains(possible, p.ID()) {
				possible = append(possible, p.ID())
			}
		}
	}
	switch len(agree) {
	case 0:
		if p, err := ps.formerly(c, reached); p != nil || err != nil {
			return p, nil, err
		}
	case 1:
		return agree[0], nil, nil
	}
	for _, p := range agree {
		// Of several who may be meant, the one who has all of this already, but for how
		// the world dials a number, which the record's own address may tell.
		known, _ := dialing.Again(p.Customer, ps.country)
		if !merge(known, c).changed {
			return p, nil, nil
		}
		possible = append(possible, p.ID())
	}
	return nil, possible, nil
}

// identified returns whose ID the record has, which only what we wrote ourselves
// says; nil if the book has nobody of it, or somebody who has nothing in common
// with the record.
func (ps *People) identified(c app.Customer) (*Person, error) {
	if c.ID.IsZero() {
		return nil, nil
	}
	p, err := ps.Became(c.ID)
	if p == nil || err != nil || !alike.Strangers(p.Customer, c) {
		return p, err
	}
	if was, err := ps.wasNoStranger(p, c); !was || err != nil {
		return nil, err
	}
	return p, nil
}

// byReferences finds whose number or UID the record has. One with another name,
// another telephone and another address for mail is somebody else's: programs use a
// UID twice now and then, and each shop of two counts its customers from 1. Whose
// they were before is in used.
func (ps *People) byReferences(c app.Customer) (known *Person, used []app.ID, err error) {
	for _, kind := range []app.ReferenceKind{app.ReferenceShop, app.ReferenceVCard} {
		for _, ref := range c.References {
			if ref.Kind != kind {
				continue
			}
			p, err := ps.referred(ref, c)
			switch {
			case err != nil:
				return nil, nil, err
			case p == nil || alike.ToldApart(p.Customer, c) || p.isOther(c):
			case kind == app.ReferenceVCard && p.isStranger(c), kind == app.ReferenceShop && alike.Strangers(p.Customer, c) && !OfFirm(p.Customer, c):
				if was, err := ps.wasNoStranger(p, c); was || err != nil {
					return p, nil, err
				}
				used = append(used, p.ID())
			default:
				return p, nil, nil
			}
			if p == nil && kind == app.ReferenceShop {
				if p, err = ps.numberedAlike(ref, c); p != nil || err != nil {
					return p, nil, err
				}
			}
		}
	}
	return nil, used, nil
}

// OfFirm tells whether two records name one firm: several people of it may have
// its number.
func OfFirm(a, b app.Customer) bool {
	named := func(c app.Customer) []string { return []string{folding.Fold(c.Firm), folding.Fold(c.Name.Full)} }
	firm, other := folding.Fold(a.Firm), folding.Fold(b.Firm)
	return firm != "" && slices.Contains(named(b), firm) || other != "" && slices.Contains(named(a), other)
}

// isOther tells whether the record is of somebody else for sure: the book that
// wrote both out had two.
func (p *Person) isOther(c app.Customer) bool { return p.named && !c.ID.IsZero() && p.ID() != c.ID }

// referred returns who has that reference, or nil; of several, who is no stranger
// to the record, and has something in common with it.
func (ps *People) referred(ref app.Reference, c app.Customer) (*Person, error) {
	p, asked := ps.byReference[ref]
	if !asked {
		ids, err := ps.known.ByReference(ref.Kind, ref.Value)
		if err != nil {
			return nil, fmt.Errorf("look a reference up: %w", err)
		}
		ps.byReference[ref] = nil
		for _, id := range ids {
			who, err := ps.take(id)
			if err != nil {
				return nil, err
			}
			if ps.byReference[ref] == nil {
				ps.byReference[ref] = who
			}
		}
		p = ps.byReference[ref]
	}
	for _, same := range ps.bySame.of(sameKey(ref), c) {
		if p.isStranger(c) || alike.Unlike(p.Customer, c) && !alike.Unlike(same.Customer, c) {
			p = same
		}
	}
	return p, nil
}

// WhoIs returns whom a record is of, nil if nobody is known to be. Nothing is
// made of it.
func (ps *People) WhoIs(c app.Customer) (*Person, error) {
	who, _, err := ps.Find(c)
	if who == nil && err == nil && onlyNamed(c) {
		who, _, err = ps.namesake(c)
	}
	return who, err
}

// isStranger tells whether the record, which has the person's UID, is of somebody
// else. Who is in the book may have got another name since; two cards of the same
// files have theirs at one time, even if there is nothing else to tell them apart by.
func (p *Person) isStranger(c app.Customer) bool {
	return alike.Strangers(p.Customer, c) || p.IsNew && alike.Unlike(p.Customer, c)
}
