package importing

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/folding"
)

// people are everybody an import has to do with: those of the book whom the
// files name, and those who are new.
type people struct {
	known   Known
	ids     *app.IDs
	country string // the shop's
	buying  bool   // records are of tables of purchases, and may have no name

	all         []*person // in the order in which they were met
	byID        map[app.ID]*person
	byReference map[app.Reference]*person // nil: the book was asked, and knows nobody
	bySame      sharing                   // those who have a reference of somebody else, as programs use a UID twice
	byPhone     sharing
	byEmail     sharing
	taken       map[string]bool      // numbers and addresses that so many have that the book is asked but once
	byName      map[string][]*person // nil until somebody is looked for by name alone
	done        *settled             // nil until it is asked for
}

// person is a customer as they will be.
type person struct {
	customer app.Customer
	isNew    bool // the book does not have them
	changed  bool
	named    bool   // by the ID that they have in the book that wrote them out
	full     []full // what of a table's rows there was no room for, and is to be told

	doubts []*app.Error // whether a table's rows are theirs, to be told likewise
}

func (p *person) id() app.ID { return p.customer.ID }

func newPeople(known Known, ids *app.IDs, country string) *people {
	return &people{
		known: known, ids: ids, country: country,
		byID:        make(map[app.ID]*person),
		byReference: make(map[app.Reference]*person),
		bySame:      newSharing(),
		byPhone:     newSharing(),
		byEmail:     newSharing(),
		taken:       make(map[string]bool),
	}
}

// dial reads the numbers on the record.
func (ps *people) dial(c *app.Customer) {
	var hints []string
	hinted := false
	for i, p := range c.Phones {
		if !hinted && !strings.HasPrefix(p.Typed, "+") {
			hints, hinted = dialing.Hints(*c), true
		}
		read := dialing.Parse(p.Typed, p.Label, ps.country, hints...)
		if p.E164 != "" && read.E164 != p.E164 { // only what we wrote says so: it may have been typed abroad
			if known := dialing.Parse(p.E164, p.Label, ps.country); known.E164 != "" {
				read.Typed, read.E164, read.Unfit = p.Typed, known.E164, known.Unfit
			}
		}
		read.Preferred = p.Preferred
		if p.Unfit != app.FitToCall { // only cards of our own say so
			read.Unfit = p.Unfit
		}
		c.Phones[i] = read
	}
}

// meeting is what came of a record in a file.
type meeting struct {
	person *person // nil: it is of somebody who was forgotten, and stays so
	action Action
	alike  []app.ID
	kept   []kept
	full   []full
	added  []Addition
	gone   []Addition // what the record has and a person settled otherwise, which stays so
}

// meet finds out whom the record is of and adds what it says to what is known of
// them.
//
// The shop's number and the card's UID name a person, unless nothing else agrees. A
// shared telephone or address does so only if the name agrees, since households share
// both; if it nearly agrees, a person shall decide.
func (ps *people) meet(c app.Customer) (meeting, error) {
	c, full := within(c)
	named := onlyNamed(c)
	if named && len(c.References) == 0 && c.ID.IsZero() {
		c.References = []app.Reference{seal(c)}
	}
	found, alike, err := ps.find(c)
	if found == nil && err == nil && named {
		found, alike, err = ps.namesake(c)
	}
	if err != nil {
		return meeting{}, err
	}
	if found == nil {
		if gone, err := ps.known.Forgotten(c); err != nil || gone {
			return meeting{action: Reject}, err
		}
		alike = ps.alikeTo(c, alike)
		p := ps.create(c)
		if len(alike) > 0 {
			return meeting{person: p, action: Possible, alike: alike, full: full}, nil
		}
		return meeting{person: p, action: Create, full: full}, nil
	}
	m, gone, err := ps.adding(found, c)
	if err != nil {
		return meeting{}, err
	}
	met := meeting{person: found, action: Same, kept: m.kept, full: adding(full, m.full), gone: gone}
	if m.changed {
		before := found.customer
		found.customer, found.changed, met.action, met.added = m.c, true, Update, m.added
		if before.Name != m.c.Name || before.Firm != m.c.Firm || m.rekeyed {
			before = app.Customer{} // among many they are found by the name, too
		}
		ps.index(found, before)
	}
	return met, nil
}

func (ps *people) find(c app.Customer) (*person, []app.ID, error) {
	if p, err := ps.identified(c); p != nil || err != nil {
		return p, nil, err
	}
	known, used, err := ps.byReferences(c)
	if known != nil || err != nil {
		return known, nil, err
	}
	reached, err := ps.reached(c)
	if err != nil {
		return nil, nil, err
	}
	var agree []*person
	possible := used
	reached = slices.DeleteFunc(reached, func(p *person) bool { return p.isOther(c) })
	for _, p := range reached {
		likeness := alike.Names(p.customer, c)
		if ps.buying && len(reached) == 1 && len(alike.Words(c)) == 0 {
			likeness = alike.Same // a till seldom writes a name beside an address
		}
		switch likeness {
		case alike.Same:
			if alike.ToldApart(p.customer, c) || alike.BornApart(p.customer, c) {
				possible = append(possible, p.id())
				continue
			}
			agree = append(agree, p)
		case alike.Near:
			possible = append(possible, p.id())
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
		// Of several who may be meant, the one who has all of this already.
		if !merge(p.customer, c).changed {
			return p, nil, nil
		}
		possible = append(possible, p.id())
	}
	return nil, possible, nil
}

// identified returns whose ID the record has, which only what we wrote ourselves
// says; nil if the book has nobody of it, or somebody who has nothing in common
// with the record.
func (ps *people) identified(c app.Customer) (*person, error) {
	if c.ID.IsZero() {
		return nil, nil
	}
	p, err := ps.became(c.ID)
	if p == nil || err != nil || !alike.Strangers(p.customer, c) {
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
func (ps *people) byReferences(c app.Customer) (known *person, used []app.ID, err error) {
	for _, kind := range []app.ReferenceKind{app.ReferenceShop, app.ReferenceVCard} {
		for _, ref := range c.References {
			if ref.Kind != kind {
				continue
			}
			p, err := ps.referred(ref, c)
			switch {
			case err != nil:
				return nil, nil, err
			case p == nil || alike.ToldApart(p.customer, c) || p.isOther(c):
			case kind == app.ReferenceVCard && p.isStranger(c), kind == app.ReferenceShop && alike.Strangers(p.customer, c) && !ofFirm(p.customer, c):
				if was, err := ps.wasNoStranger(p, c); was || err != nil {
					return p, nil, err
				}
				used = append(used, p.id())
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

// ofFirm tells whether two records name one firm: several people of it may have
// its number.
func ofFirm(a, b app.Customer) bool {
	named := func(c app.Customer) []string { return []string{folding.Fold(c.Firm), folding.Fold(c.Name.Full)} }
	firm, other := folding.Fold(a.Firm), folding.Fold(b.Firm)
	return firm != "" && slices.Contains(named(b), firm) || other != "" && slices.Contains(named(a), other)
}

// isOther tells whether the record is of somebody else for sure: the book that
// wrote both out had two.
func (p *person) isOther(c app.Customer) bool { return p.named && !c.ID.IsZero() && p.id() != c.ID }

// referred returns who has that reference, or nil; of several, who is no stranger
// to the record, and has something in common with it.
func (ps *people) referred(ref app.Reference, c app.Customer) (*person, error) {
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
		if p.isStranger(c) || alike.Unlike(p.customer, c) && !alike.Unlike(same.customer, c) {
			p = same
		}
	}
	return p, nil
}

// take makes the book's customer one of the people.
func (ps *people) take(id app.ID) (*person, error) {
	if p := ps.byID[id]; p != nil {
		return p, nil
	}
	c, err := ps.known.Customer(id)
	if err != nil {
		return nil, fmt.Errorf("read a customer: %w", err)
	}
	p := &person{customer: c}
	ps.include(p)
	return p, nil
}

// create makes a new customer of the record.
func (ps *people) create(c app.Customer) *person {
	named := !c.ID.IsZero() && ps.byID[c.ID] == nil
	c.Phones, c.Emails = numbersOnce(c.Phones), once(c.Emails, alike.Emails)
	if c.ID.IsZero() { // else they are as the book had them that wrote them out
		preferOne(c.Phones, func(p *app.Phone) *bool { return &p.Preferred })
		preferOne(c.Emails, func(e *app.Email) *bool { return &e.Preferred })
	}
	if !named {
		c.ID = ps.ids.Next()
	}
	p := &person{customer: c, isNew: true, changed: true, named: named}
	ps.include(p)
	return p
}

// preferOne leaves the first preferred one so: of several the person has one to
// ring or write to first.
func preferOne[T any](all []T, preferred func(*T) *bool) {
	found := false
	for i := range all {
		is := preferred(&all[i])
		*is, found = *is && !found, found || *is
	}
}

// changed returns the records to write.
func (ps *people) changed() []*app.Customer {
	var records []*app.Customer
	for _, p := range ps.all {
		if p.changed {
			records = append(records, &p.customer)
		}
	}
	return records
}

// withoutCountry counts the numbers to be written of which the shop's country
// would tell more.
func (ps *people) withoutCountry() int {
	if ps.country != "" {
		return 0
	}
	const fewest = 5 // digits of a number that is worth a country
	n := 0
	for _, p := range ps.all {
		if !p.changed {
			continue
		}
		for _, phone := range p.customer.Phones {
			if phone.E164 == "" && !strings.HasPrefix(phone.Typed, "+") && len(folding.Digits(phone.Typed)) >= fewest {
				n++
			}
		}
	}
	return n
}
