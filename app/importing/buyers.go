package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/dialing"
	"ringback.app/app/importing/tables"
	"ringback.app/app/texts"
)

// buyer finds whose row it is: by the shop's number, else by telephone or
// address. Somebody whom the book does not know is made known by just that, so
// that no purchase is lost. Named tells whether the row says anything of a
// customer; a name alone tells too little to know them by, unless the program
// writes no more or the person says that it is the name.
func (b *bookkeeping) buyer(row tables.Row) (p *person, named bool, err error) {
	key, named := b.key(row)
	if key == "" {
		return nil, named, nil
	}
	if p, met := b.buyers[key]; met {
		return p, true, nil
	}
	c, over := b.all(key, row)
	met, err := b.people.meet(c)
	if err != nil {
		return nil, true, err
	}
	if p := met.person; p != nil {
		p.full = adding(adding(p.full, over), met.full)
		p.doubts = slices.Concat(p.doubts, b.whetherTheirs(met, c, row.Line), toldSettled(met.gone, p.customer.Called(), row.Line))
	}
	if met.action == Create || met.action == Possible {
		b.preview.Summary.NumberOnly++
	}
	b.buyers[strings.Clone(key)] = met.person // nil: forgotten
	return met.person, true, nil
}

// whetherTheirs says of whom the number is that a row has beside another name: of
// whom it was taken to be, or of whom it was not, since nothing else agrees.
func (b *bookkeeping) whetherTheirs(met meeting, c app.Customer, line int) []*app.Error {
	number := c.Reference(app.ReferenceShop)
	has := func(p *person) bool {
		return number != "" && slices.Contains(p.customer.References, app.Reference{Kind: app.ReferenceShop, Value: number})
	}
	var said []*app.Error
	say := func(key string, p *person) {
		if has(p) && p.customer.Called() != "" && c.Name.Full != "" && alike.Names(p.customer, c) == alike.Other && !ofFirm(p.customer, c) && !isRenamed(met.gone) {
			said = append(said, problem(key, line, app.Args{"Number": number, "Name": p.customer.Called(), "Theirs": c.Name.Full}))
		}
	}
	say("import.receipt.other-name", met.person)
	for _, ref := range met.person.customer.References {
		if ref.Kind == app.ReferenceShop && ref.Value != number && alike.WithoutZeros(ref.Value) == alike.WithoutZeros(number) &&
			slices.Contains(met.added, Addition{numberProperty, number}) {
			said = append(said, problem("import.receipt.zeros", line, app.Args{"Number": number, "Known": ref.Value, "Name": met.person.customer.Called()}))
		}
	}
	for _, id := range met.alike {
		say("import.receipt.number-twice", b.people.byID[id])
	}
	return said
}

// record is the row's customer; false if the row says too little of one.
func (b *bookkeeping) record(row tables.Row) (app.Customer, bool) {
	if key, _ := b.key(row); key == "" {
		return app.Customer{}, false
	}
	return b.customer(row), true
}

// number is the shop's number for the row's customer.
func (b *bookkeeping) number(row tables.Row) string {
	if b.slip(row) != "" {
		return ""
	}
	return b.columns.preset.number(texts.ShopNumber(b.who(row, FieldCustomer)))
}

// key is the same of rows of the same customer, "" of one that names nobody, or
// by a name that is not enough; named tells the two apart.
func (b *bookkeeping) key(row tables.Row) (key string, named bool) {
	if number := b.number(row); number != "" {
		return number, true
	}
	reached, email := b.reached(row), b.who(row, FieldEmail)
	name := b.name(row).Full
	if reached == "" && email == "" && (name == "" || !b.columns.byName()) {
		return "", name != "" && !b.columns.byName()
	}
	if b.columns.oneName() && name != "" {
		reached, email = "", "" // not all of its rows need to say these
	}
	return strings.Join([]string{"", name, reached, email}, "\x00"), true
}

// reached is the first number of the row's; whichever there is names somebody.
func (b *bookkeeping) reached(row tables.Row) string {
	reached := b.who(row, FieldPhone)
	for _, kind := range phoneFields {
		if reached == "" {
			reached = b.who(row, kind.field)
		}
	}
	return reached
}

// customer is what the row says of its customer.
func (b *bookkeeping) customer(row tables.Row) app.Customer {
	number, phone, email := b.number(row), b.who(row, FieldPhone), b.who(row, FieldEmail)
	c := app.Customer{Name: b.name(row), Firm: b.cell(row, FieldFirm)}
	if number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
	}
	country := dialing.Country(b.cell(row, FieldCountry))
	dial := func(cell, label string) {
		for _, typed := range phonesIn(cell) {
			c.Phones = append(c.Phones, dialing.Parse(asDialled(strings.Clone(typed)), label, b.people.country, country))
		}
	}
	dial(phone, "")
	for _, kind := range phoneFields {
		dial(b.who(row, kind.field), kind.label)
	}
	if email != "" {
		for _, address := range emailsIn(strings.Clone(email)) {
			c.Emails = append(c.Emails, app.Email{Address: address})
		}
	}
	b.more(&c, row)
	return c
}

// byName tells whether a name alone is enough to know somebody by.
func (c columns) byName() bool {
	at, ok := c.at[FieldName]
	return ok && (c.said[at] || c.preset != nil && c.preset.byName)
}

// oneName tells whether no two customers of the table have one name.
func (c columns) oneName() bool { return c.preset != nil && c.preset.oneName }

// nobody is the error of a table of which no line names a customer, nil if one
// does. Beside other files it is told by the numbers alone.
func (b *bookkeeping) nobody() error {
	about := b.f.about
	if len(b.files) > 1 || about.NoOne <= about.Rejected || about.NoOne+about.Rejected+about.Undone+about.NoSale < about.Rows {
		return nil
	}
	args := app.Args{"File": b.f.title(), "Columns": listed(b.columns.names), "Names": b.columns.names, "Column": b.columns.name(FieldName)}
	if b.survey.names == 0 {
		return b.f.asking(invalid("error.import.no-customer", args))
	}
	return b.f.asking(invalid("error.import.only-names", args))
}

func (b *bookkeeping) name(row tables.Row) app.Name {
	n := app.Name{
		Full:   strings.Clone(b.who(row, FieldName)),
		Given:  strings.Clone(b.cell(row, FieldGiven)),
		Family: strings.Clone(b.cell(row, FieldFamily)),
	}
	if b.own == nil {
		for _, part := range []*string{&n.Given, &n.Family} {
			if isDash(*part) {
				*part = ""
			}
		}
		n.Full = undashed(n.Full)
	}
	if n.Full == "" {
		n.Full = strings.Clone(b.slip(row))
	}
	if n.Full == "" {
		n.Full = strings.TrimSpace(n.Given + " " + n.Family)
	}
	if b.own == nil && isPlaceholder(n.Full) {
		return app.Name{}
	}
	return n
}
