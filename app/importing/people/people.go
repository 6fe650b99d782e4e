package people

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/folding"
)

// Known are the customers of a book, for telling who in a file is whom.
type Known interface {
	ByReference(kind app.ReferenceKind, value string) ([]app.ID, error)
	// ByPhone finds who has the number, by its E.164 form or else its digits.
	ByPhone(dialled string) ([]app.ID, error)
	ByEmail(address string) ([]app.ID, error)
	// ByName finds who may have a name of these words, each folded as alike.Words
	// does. Who is found need not have that name, and of very many only the first
	// are found.
	ByName(words []string) ([]app.ID, error)
	// Forgotten tells whether the customer has a number, an address or a reference
	// of somebody who was forgotten: the book leaves out whom an import would bring
	// back.
	Forgotten(c app.Customer) (bool, error)
	Customer(id app.ID) (app.Customer, error)
	// Size counts what the book holds.
	Size() (app.Size, error)
	// Edits yields what people changed of customers' records by hand and by making one
	// of two, the newest first, without what was taken back since. Of the one who went
	// in that, Customer and After are whom they became.
	Edits(yield func(app.Entry) error) error
	// Apart tells whether a person decided that two customers are not one.
	Apart(one, other app.ID) (bool, error)
}

// People are everybody an import has to do with: those of the book whom the
// files name, and those who are new.
type People struct {
	known   Known
	ids     *app.IDs
	country string // the shop's
	Buying  bool   // records are of tables of purchases, and may have no name

	all         []*Person // in the order in which they were met
	byID        map[app.ID]*Person
	byReference map[app.Reference]*Person // nil: the book was asked, and knows nobody
	bySame      sharing                   // those who have a reference of somebody else, as programs use a UID twice
	byPhone     sharing
	byEmail     sharing
	taken       map[string]bool // numbers and addresses that so many have that the book is asked but once
	byName      byName
	size        *app.Size // of the book; nil until it is asked for
	done        *settled  // nil until it is asked for
}

// Person is a customer as they will be.
type Person struct {
	Customer app.Customer
	IsNew    bool // the book does not have them
	changed  bool
	named    bool // by the ID that they have in the book that wrote them out
}

// ID is the one that the customer has in the book, or gets there.
func (p *Person) ID() app.ID { return p.Customer.ID }

// HasSeveralNumbers tells whether the book knows the person by more than one number of
// the shop's.
func (p *Person) HasSeveralNumbers() bool {
	n := 0
	for _, ref := range p.Customer.References {
		if ref.Kind == app.ReferenceShop {
			n++
		}
	}
	return n > 1 && !p.IsNew
}

// New returns nobody yet, for a shop in that country.
func New(known Known, ids *app.IDs, country string) *People {
	return &People{
		known: known, ids: ids, country: country,
		byID:        make(map[app.ID]*Person),
		byReference: make(map[app.Reference]*Person),
		bySame:      newSharing(),
		byPhone:     newSharing(),
		byEmail:     newSharing(),
		taken:       make(map[string]bool),
		byName:      byName{chains: make(map[uint64]chain)},
	}
}

// Count is how many people were met so far.
func (ps *People) Count() int { return len(ps.all) }

// With returns who of the people has that ID, nil if nobody does.
func (ps *People) With(id app.ID) *Person { return ps.byID[id] }

// Dial reads the numbers on the record.
func (ps *People) Dial(c *app.Customer) {
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

// Meeting is what came of a record in a file.
type Meeting struct {
	Person  *Person    // nil: it is of somebody who was forgotten, and stays so
	IsNew   bool       // nobody was known whom the record is of
	Changed bool       // who was known got something of the record
	Alike   []app.ID   // whom somebody new may be
	Kept    []Kept     // what the record says otherwise
	Excess  []Excess   // what of it there is no room for
	Added   []Addition // what who was known got
	Settled []Addition // what the record has and a person settled otherwise, which stays so
	Refused []*Person  // who may be them, and are not called either since the record refuses
}

// IsRenamed tells whether the record says a name that the customer had before.
func (m Meeting) IsRenamed() bool {
	return slices.ContainsFunc(m.Settled, func(a Addition) bool { return a.What == nameProperty })
}

// GotNumber tells whether who was known got that number of the shop's.
func (m Meeting) GotNumber(number string) bool {
	return slices.Contains(m.Added, Addition{numberProperty, number})
}

// Meet finds out whom the record is of and adds what it says to what is known of
// them.
//
// The shop's number and the card's UID name a person, unless nothing else agrees. A
// shared telephone or address does so only if the name agrees, since households share
// both; if it nearly agrees, or is another as alike.Perhaps has it, a person shall decide.
func (ps *People) Meet(c app.Customer) (Meeting, error) {
	c, full := Within(c)
	named := onlyNamed(c)
	if named && len(c.References) == 0 && c.ID.IsZero() {
		c.References = []app.Reference{seal(c)}
	}
	found, alike, err := ps.Find(c)
	if found == nil && err == nil && named {
		found, alike, err = ps.namesake(c)
	}
	if err != nil {
		return Meeting{}, err
	}
	if found == nil {
		if gone, err := ps.known.Forgotten(c); err != nil || gone {
			return Meeting{}, err
		}
		if alike, err = ps.besides(c, alike); err != nil {
			return Meeting{}, err
		}
		alike = ps.alikeTo(c, alike)
		if c.ID.IsZero() { // else they are as the book had them that wrote them out
			wishes, _ := ps.refusals(c, alike)
			c.DoNotCall = append(slices.Clip(c.DoNotCall), wishes...)
		}
		return Meeting{Person: ps.create(c), IsNew: true, Alike: alike, Excess: full}, nil
	}
	m, gone, err := ps.adding(found, c)
	if err != nil {
		return Meeting{}, err
	}
	met := Meeting{Person: found, Kept: m.kept, Excess: AndExcess(full, m.full), Settled: gone}
	if m.changed {
		m.dialAgain(ps.country)
		before, had := found.Customer, found.Customer.DoNotCall
		found.Customer, found.changed, met.Changed, met.Added = m.c, true, true, m.added
		if before.Name != m.c.Name || before.Firm != m.c.Firm || m.rekeyed {
			before = app.Customer{} // among many they are found by the name, too
		}
		ps.index(found, before)
		if c.ID.IsZero() { // else they are as the book had them that wrote them out
			met.Refused, err = ps.spread(found, had)
		}
	}
	return met, err
}

// take makes the book's customer one of the people.
func (ps *People) take(id app.ID) (*Person, error) {
	if p := ps.byID[id]; p != nil {
		return p, nil
	}
	c, err := ps.known.Customer(id)
	if err != nil {
		return nil, fmt.Errorf("read a customer: %w", err)
	}
	p := &Person{Customer: c}
	ps.include(p)
	return p, nil
}

// create makes a new customer of the record.
func (ps *People) create(c app.Customer) *Person {
	named := !c.ID.IsZero() && ps.byID[c.ID] == nil
	c.Phones, c.Emails = numbersOnce(c.Phones), once(c.Emails, alike.Emails)
	if c.ID.IsZero() { // else they are as the book had them that wrote them out
		preferOne(c.Phones, func(p *app.Phone) *bool { return &p.Preferred })
		preferOne(c.Emails, func(e *app.Email) *bool { return &e.Preferred })
	}
	if !named {
		c.ID = ps.ids.Next()
	}
	p := &Person{Customer: c, IsNew: true, changed: true, named: named}
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

// Changed returns the records to write.
func (ps *People) Changed() []*app.Customer {
	var records []*app.Customer
	for _, p := range ps.all {
		if p.changed {
			records = append(records, &p.Customer)
		}
	}
	return records
}

// WithoutCountry counts the numbers to be written of which the shop's country
// would tell more.
func (ps *People) WithoutCountry() int {
	if ps.country != "" {
		return 0
	}
	const fewest = 5 // digits of a number that is worth a country
	n := 0
	for _, p := range ps.all {
		if !p.changed {
			continue
		}
		for _, phone := range p.Customer.Phones {
			if phone.E164 == "" && !strings.HasPrefix(phone.Typed, "+") && len(folding.Digits(phone.Typed)) >= fewest {
				n++
			}
		}
	}
	return n
}
