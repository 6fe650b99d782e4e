package receipts

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// buyer finds whose row it is: by the shop's number, else by telephone or
// address. Somebody whom the book does not know is made known by just that, so
// that no purchase is lost. Named tells whether the row says anything of a
// customer; a name alone tells too little to know them by, unless the program
// writes no more or the person says that it is the name.
func (b *Table) buyer(row tables.Row) (p *people.Person, named bool, err error) {
	key, named := b.key(row)
	if key == "" {
		return nil, named, nil
	}
	if p, met := b.buyers[key]; met {
		return p, true, nil
	}
	c, over := b.all(key, row)
	if err := b.whoHas(&c, row); err != nil {
		return nil, true, err
	}
	met, err := b.ledger.people.Meet(c)
	if err != nil {
		return nil, true, err
	}
	if p := met.Person; p != nil {
		doubts := slices.Concat(b.unreached(row), b.whetherTheirs(met, c, row.Line), people.TellSettled(met.Settled, p.Customer.Called(), row.Line), people.TellRefused(met.Refused, row.Line))
		b.ledger.tell(p, toTell{people.AndExcess(over, met.Excess), doubts, met.Alike})
	}
	if met.IsNew {
		b.Counts.NumberOnly++
	}
	b.buyers[strings.Clone(key)] = met.Person // nil: forgotten
	return met.Person, true, nil
}

// whoHas says of a record without a name who of those with its telephone or address has
// the row's receipt, if it is one of several: they were alone with it when the file came
// in before.
func (b *Table) whoHas(c *app.Customer, row tables.Row) error {
	receipt := b.text(texts.ShopNumber(b.cell(row, fields.Receipt)))
	if receipt == "" || len(c.References) > 0 || len(alike.Words(*c)) > 0 {
		return nil
	}
	reached, err := b.ledger.people.Reached(*c)
	if err != nil || len(reached) < 2 {
		return err
	}
	var found []app.ID
	for _, p := range reached {
		if p.IsNew {
			continue
		}
		had, err := b.ledger.past.known.PurchaseByReceipt(p.ID(), receipt)
		if err != nil {
			return fmt.Errorf("look a receipt up: %w", err)
		}
		if len(had) > 0 {
			found = append(found, p.ID())
		}
	}
	if len(found) == 1 {
		c.ID = found[0]
	}
	return nil
}

// whetherTheirs says of whom the number is that a row has beside another name: of
// whom it was taken to be, or of whom it was not, since nothing else agrees; and whom
// else somebody new may be.
func (b *Table) whetherTheirs(met people.Meeting, c app.Customer, line int) []*app.Error {
	number := c.Reference(app.ReferenceShop)
	has := func(p *people.Person) bool {
		return number != "" && slices.Contains(p.Customer.References, app.Reference{Kind: app.ReferenceShop, Value: number})
	}
	var said []*app.Error
	say := func(key string, p *people.Person) {
		if has(p) && p.Customer.Called() != "" && c.Name.Full != "" && alike.Names(p.Customer, c) == alike.Other && !people.OfFirm(p.Customer, c) && !met.IsRenamed() {
			said = append(said, app.InvalidLine(key, line, app.Args{"Number": number, "Name": p.Customer.Called(), "Theirs": c.Name.Full}))
		}
	}
	say("import.receipt.other-name", met.Person)
	for _, ref := range met.Person.Customer.References {
		if ref.Kind == app.ReferenceShop && ref.Value != number && alike.WithoutZeros(ref.Value) == alike.WithoutZeros(number) &&
			met.GotNumber(number) {
			said = append(said, app.InvalidLine("import.receipt.zeros", line, app.Args{"Number": number, "Known": ref.Value, "Name": met.Person.Customer.Called()}))
		}
	}
	var others []app.ID
	for _, id := range met.Alike {
		n := len(said)
		if say("import.receipt.number-twice", b.ledger.people.With(id)); len(said) == n {
			others = append(others, id)
		}
	}
	return slices.Concat(said, b.ledger.people.Resemblances(c, others, line))
}

// record is the row's customer; false if the row says too little of one.
func (b *Table) record(row tables.Row) (app.Customer, bool) {
	if key, _ := b.key(row); key == "" {
		return app.Customer{}, false
	}
	return b.customer(row), true
}

// number is the shop's number for the row's customer.
func (b *Table) number(row tables.Row) string {
	if b.slip(row) != "" {
		return ""
	}
	return b.Columns.CustomerNumber(texts.ShopNumber(b.who(row, fields.Customer)))
}

// key is the same of rows of the same customer, "" of one that names nobody, or
// by a name that is not enough; named tells the two apart.
func (b *Table) key(row tables.Row) (key string, named bool) {
	if number := b.number(row); number != "" {
		return number, true
	}
	reached, email := b.reached(row), b.who(row, fields.Email)
	name := b.name(row).Full
	if reached == "" && email == "" && (name == "" || !b.Columns.ByName()) {
		return "", name != "" && !b.Columns.ByName()
	}
	if b.Columns.OneName() && name != "" {
		reached, email = "", "" // not all of its rows need to say these
	}
	return strings.Join([]string{"", name, reached, email}, "\x00"), true
}

// customer is what the row says of its customer.
func (b *Table) customer(row tables.Row) app.Customer {
	number, email := b.number(row), b.who(row, fields.Email)
	c := app.Customer{Name: b.name(row), Firm: b.cell(row, fields.Firm)}
	if number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
	}
	country := dialing.Country(b.cell(row, fields.Country))
	dial := func(cell, label string) {
		for _, typed := range written.Phones(cell) {
			c.Phones = append(c.Phones, dialing.Parse(written.AsDialled(strings.Clone(typed)), label, b.plan.Country, country))
		}
	}
	for _, kind := range fields.Telephones() {
		dial(b.who(row, kind.Field), kind.Label)
	}
	if email != "" {
		for _, address := range written.Emails(strings.Clone(email)) {
			c.Emails = append(c.Emails, app.Email{Address: address})
		}
	}
	b.more(&c, row)
	return c
}

// nobody is the error of a table of which no line names a customer, nil if one
// does. Beside other files it is told by the numbers alone.
func (b *Table) nobody() error {
	about := b.Counts
	if !b.table.Alone || about.NoOne <= about.Rejected || about.NoOne+about.Rejected+about.Undone+about.NoSale < about.Rows {
		return nil
	}
	args := app.Args{"Column": b.Columns.Name(fields.Name)}
	if b.survey.names == 0 {
		return b.table.Ask("error.import.no-customer", args)
	}
	return b.table.Ask("error.import.only-names", args)
}

func (b *Table) name(row tables.Row) app.Name {
	n := app.Name{
		Full:   strings.Clone(b.who(row, fields.Name)),
		Given:  strings.Clone(b.cell(row, fields.Given)),
		Family: strings.Clone(b.cell(row, fields.Family)),
	}
	if b.own == nil {
		for _, part := range []*string{&n.Given, &n.Family} {
			if written.IsDash(*part) {
				*part = ""
			}
		}
		n.Full = written.Undashed(n.Full)
	}
	if n.Full == "" {
		n.Full = strings.Clone(b.slip(row))
	}
	if n.Full == "" {
		n.Full = strings.TrimSpace(n.Given + " " + n.Family)
	}
	full, cut := texts.Shorten(n.Full, app.NameLetters)
	if n.Full = full; cut { // two parts together
		b.cut = fields.Family
	}
	if b.own == nil && written.IsPlaceholder(n.Full) {
		return app.Name{}
	}
	return n
}

// ownBuyer finds whose purchase a row is of a table that Ringback wrote: by the
// ID; where the book does not have it, by what else names them.
func (b *Table) ownBuyer(row tables.Row) (*people.Person, error) {
	id := b.own.Buyer(row)
	if id.IsZero() {
		p, _, err := b.buyer(row)
		return p, err
	}
	if p, err := b.ledger.people.Became(id); p != nil || err != nil {
		return p, err
	}
	c := app.Customer{ID: id, Name: b.name(row)}
	if number := texts.ShopNumber(b.cell(row, fields.Customer)); number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
		if c.Name.Full == number {
			c.Name.Full = "" // it stands in for a name
		}
	}
	met, err := b.ledger.people.Meet(c)
	if met.IsNew {
		b.Counts.NumberOnly++
	}
	return met.Person, err
}

// longest is how many letters of what is in a field are kept: of a name, which may
// stand where the customer's number does, as many as on a card.
func longest(f fields.Field) int {
	switch f {
	case fields.Name, fields.Given, fields.Family, fields.Customer:
		return app.NameLetters
	}
	return written.MaxText
}

// who is a cell of a field that tells who the customer is; "" where it names
// nobody.
func (b *Table) who(row tables.Row, f fields.Field) string {
	text := b.cell(row, f)
	if b.own == nil && (written.IsPlaceholder(text) || !f.Reaches(text)) {
		return ""
	}
	return text
}

// wishes is whether the row's customer wants to be called, and what says that a
// refusal was only taken for one.
func (b *Table) wishes(row tables.Row) ([]app.DoNotCall, *app.Error) {
	if !b.Columns.Wishes() {
		return nil, nil
	}
	for _, part := range []fields.Field{fields.DoNotCall, fields.MayCall} {
		text := strings.Clone(b.cell(row, part))
		refused, ok := written.Refusal(part == fields.MayCall, text, b.Columns.Order)
		switch {
		case text == "" || !ok:
		case refused.Reason != "":
			return []app.DoNotCall{refused}, written.UnsureWish(row.Line, b.Columns.Name(part), text)
		default:
			return []app.DoNotCall{refused}, nil
		}
	}
	return nil, nil
}
