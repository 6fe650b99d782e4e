package merging

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// Part is a part of a customer's record.
type Part string

// The parts, in the order in which they are shown.
const (
	PartName      Part = "name"
	PartFirm      Part = "firm"
	PartNumber    Part = "number" // the shop's number; both stay, the one taken is shown
	PartPhones    Part = "phones"
	PartEmails    Part = "emails"
	PartAddresses Part = "addresses"
	PartBirthday  Part = "birthday"
	PartLanguage  Part = "language"
	PartTimeZone  Part = "time-zone"
	PartBestTime  Part = "best-time"
	PartTags      Part = "tags"
	PartNotes     Part = "notes"
	PartDoNotCall Part = "do-not-call" // what either does not want stays
)

// Parts lists the parts in the order in which they are shown.
func Parts() []Part {
	return []Part{
		PartName, PartFirm, PartNumber, PartPhones, PartEmails, PartAddresses,
		PartBirthday, PartLanguage, PartTimeZone, PartBestTime, PartTags, PartNotes, PartDoNotCall,
	}
}

// Take says whose of two a part is taken from.
type Take string

// Whose part is taken.
const (
	TakeKept  Take = "kept"
	TakeOther Take = "other"
	TakeBoth  Take = "both" // all of the one, and what the other has besides
)

// Choices are what a person took otherwise than proposed.
type Choices map[Part]Take

// Field is a part of which at least one of the two has something.
type Field struct {
	Part Part
	Take Take // as proposed
	// Options are what can be taken; none where both have the same, or one of
	// them has nothing, or nothing is ever left out.
	Options []Take
}

// Side is one of the two.
type Side struct {
	Customer                               app.Customer
	Purchases, Calls, Opinions, Complaints int
	LastBought                             app.Day // as of today; zero: never
}

// records is how much is on record about somebody.
func (s Side) records() int { return s.Purchases + s.Calls + s.Opinions + s.Complaints }

// Proposal is how two customers would become one. Kept is the record that
// stays.
type Proposal struct {
	Kept, Other Side
	Signs       []Sign
	Common      []Sign // where there are no Signs: what both have nevertheless
	Fields      []Field
	Twins       int // receipts that both have, and the one customer has once
}

// Propose shows how two customers would become one: the one of whom more is on
// record stays. It returns an Error with CodeInvalid if they are the same
// customer, and with CodeNotFound if one of them is not there any more.
func (d *Desk) Propose(ctx context.Context, a, b app.ID) (Proposal, error) {
	if a == b {
		return Proposal{}, &app.Error{Code: app.CodeInvalid, Key: "error.merging.same"}
	}
	first, second := inOrder(a, b)[0], inOrder(a, b)[1]
	kept, err := d.everything(ctx, first)
	if err != nil {
		return Proposal{}, err
	}
	other, err := d.everything(ctx, second)
	if err != nil {
		return Proposal{}, err
	}
	if other.side().records() > kept.side().records() {
		kept, other = other, kept
	}
	p := Proposal{Kept: kept.side(), Other: other.side(), Twins: len(twins(kept, other))}
	if p.Signs = Signs(p.Kept.Customer, p.Other.Customer); len(p.Signs) == 0 {
		p.Common = Common(p.Kept.Customer, p.Other.Customer)
	}
	for _, part := range Parts() {
		if f, ok := p.field(part); ok {
			p.Fields = append(p.Fields, f)
		}
	}
	return p, nil
}

// belongings are a customer and all that is theirs.
type belongings struct {
	customer   app.Customer
	last       app.Day // they bought
	purchases  []app.Purchase
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
}

func (b belongings) side() Side {
	return Side{
		Customer: b.customer, LastBought: b.last, Purchases: len(b.purchases), Calls: len(b.calls),
		Opinions: len(b.opinions), Complaints: len(b.complaints),
	}
}

func (d *Desk) everything(ctx context.Context, id app.ID) (belongings, error) {
	var b belongings
	var sum app.Summary
	var err error
	for _, read := range []func() error{
		func() error { b.customer, err = d.book.Customer(ctx, id); return err },
		func() error { sum, err = d.book.Summary(ctx, id); return err },
		func() error { b.purchases, err = d.book.Purchases(ctx, id, 0); return err },
		func() error { b.calls, err = d.book.Calls(ctx, id, 0); return err },
		func() error { b.opinions, err = d.book.Opinions(ctx, id, 0); return err },
		func() error { b.complaints, err = d.book.Complaints(ctx, id); return err },
	} {
		if err := read(); err != nil {
			return belongings{}, fmt.Errorf("read all of a customer: %w", err)
		}
	}
	b.last = sum.Buying.Last
	return b, nil
}

// field proposes whose part to take, and tells whether one of the two has
// anything of it.
func (p Proposal) field(part Part) (Field, bool) {
	kept, other := texts(p.Kept.Customer, part), texts(p.Other.Customer, part)
	switch {
	case len(kept) == 0 && len(other) == 0:
		return Field{}, false
	case len(other) == 0:
		return Field{Part: part, Take: TakeKept}, true
	case len(kept) == 0:
		return Field{Part: part, Take: TakeOther}, true
	case slices.Equal(kept, other):
		return Field{Part: part, Take: TakeKept}, true
	}
	switch part {
	case PartPhones, PartEmails, PartAddresses, PartTags, PartNotes:
		return Field{Part: part, Take: TakeBoth, Options: []Take{TakeKept, TakeBoth, TakeOther}}, true
	case PartDoNotCall:
		return Field{Part: part, Take: TakeBoth}, true
	case PartName:
		take := TakeKept
		agree := alike.Names(p.Kept.Customer, p.Other.Customer) != alike.Other // else the owner knows whose it is
		if agree && len(strings.Join(alike.Words(p.Other.Customer), "")) > len(strings.Join(alike.Words(p.Kept.Customer), "")) {
			take = TakeOther // M. Korhonen is Maija Korhonen
		}
		return Field{Part: part, Take: take, Options: []Take{TakeKept, TakeOther}}, true
	}
	return Field{Part: part, Take: TakeKept, Options: []Take{TakeKept, TakeOther}}, true
}

// texts returns what a customer has of a part, as it is compared; nothing if
// they have nothing.
func texts(c app.Customer, part Part) []string {
	var all []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			all = append(all, text)
		}
	}
	switch part {
	case PartName:
		add(c.Name.Full)
	case PartFirm:
		add(c.Firm)
	case PartNumber:
		add(c.Reference(app.ReferenceShop))
	case PartPhones:
		for _, p := range c.Phones {
			add(p.Dialled() + p.Extension)
		}
		slices.Sort(all)
	case PartEmails:
		for _, e := range c.Emails {
			add(folding.Fold(e.Address))
		}
		slices.Sort(all)
	case PartAddresses:
		for _, a := range c.Addresses {
			add(addressText(a))
		}
		slices.Sort(all)
	case PartBirthday:
		add(c.Birthday)
	case PartLanguage:
		add(c.Language)
	case PartTimeZone:
		add(c.TimeZone)
	case PartBestTime:
		if !c.BestTime.IsZero() {
			add(fmt.Sprint(c.BestTime))
		}
	case PartTags:
		for _, t := range c.Tags {
			add(folding.Fold(t))
		}
		slices.Sort(all)
	case PartNotes:
		add(c.Notes)
	case PartDoNotCall:
		for _, d := range c.DoNotCall {
			add(fmt.Sprint(d.Purpose, " ", d.Since, " ", d.Reason))
		}
		slices.Sort(all)
	}
	return all
}

func addressText(a app.Address) string {
	return alike.Plain(a.POBox + a.Extra + a.Street + a.City + a.Region + a.PostalCode + a.Country)
}
