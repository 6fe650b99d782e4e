package exporting

import (
	"cmp"
	"io"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/exporting/cells"
)

func (s sheet) customerWriter(w io.Writer, f Format) writer[app.Customer] {
	switch f {
	case VCard:
		return &cardFile{out: w, version: cards.V4, nameless: s.nameless()}
	case VCard3:
		return &cardFile{out: w, version: cards.V3, nameless: s.nameless()}
	}
	return recordWriter(s, w, f, "export.customer.", customerColumns, customerLine)
}

// nameless is what to call a customer of whom nothing is known.
func (s sheet) nameless() string { return s.voice.Say("export.notes.nameless", nil) }

// cardFile writes customers as vCards, one after the other.
type cardFile struct {
	out      io.Writer
	version  cards.Version
	nameless string
	card     []byte
}

func (f *cardFile) begin() error { return nil }

func (f *cardFile) record(c app.Customer) error {
	f.card = cards.Append(f.card[:0], c, f.version, f.nameless)
	_, err := f.out.Write(f.card)
	return unwritable(err)
}

func (f *cardFile) end(Count) error { return nil }

// customerColumns are the columns of customers, in order. The first telephone
// and address have columns of their own, so that they can be sorted and merged
// into letters; the others share one. An import reads all of them back by their
// headings (importing/contacts/own.go), whatever the language of what is around
// them: package cells says how.
var customerColumns = []column[app.Customer]{
	{name: "reference", cell: func(_ sheet, c app.Customer) string { return c.Reference(app.ReferenceShop) }},
	{name: "name", cell: func(_ sheet, c app.Customer) string { return c.Name.Full }},
	{name: "prefix", cell: func(_ sheet, c app.Customer) string { return c.Name.Prefix }},
	{name: "given", cell: func(_ sheet, c app.Customer) string { return c.Name.Given }},
	{name: "middle", cell: func(_ sheet, c app.Customer) string { return c.Name.Middle }},
	{name: "family", cell: func(_ sheet, c app.Customer) string { return c.Name.Family }},
	{name: "suffix", cell: func(_ sheet, c app.Customer) string { return c.Name.Suffix }},
	{name: "firm", cell: func(_ sheet, c app.Customer) string { return c.Firm }},
	{name: "phone", cell: firstOf(phones, number)},
	{name: "phone-label", cell: firstOf(phones, cells.AboutPhone)},
	{name: "phones", cell: othersOf(phones, cells.Phone)},
	{name: "email", cell: firstOf(emails, func(e app.Email) string { return e.Address })},
	{name: "email-label", cell: firstOf(emails, cells.AboutEmail)},
	{name: "emails", cell: othersOf(emails, cells.Email)},
	{name: "street", cell: firstOf(addresses, func(a app.Address) string { return a.Street })},
	{name: "extra", cell: firstOf(addresses, func(a app.Address) string { return a.Extra })},
	{name: "po-box", cell: firstOf(addresses, func(a app.Address) string { return a.POBox })},
	{name: "postcode", cell: firstOf(addresses, func(a app.Address) string { return a.PostalCode })},
	{name: "city", cell: firstOf(addresses, func(a app.Address) string { return a.City })},
	{name: "region", cell: firstOf(addresses, func(a app.Address) string { return a.Region })},
	{name: "country", cell: firstOf(addresses, func(a app.Address) string { return a.Country })},
	{name: "address-label", cell: firstOf(addresses, func(a app.Address) string { return a.Label })},
	{name: "addresses", cell: othersOf(addresses, cells.Address)},
	{name: "birthday", cell: func(_ sheet, c app.Customer) string { return c.Birthday }},
	{name: "language", cell: func(_ sheet, c app.Customer) string { return c.Language }},
	{name: "zone", cell: func(_ sheet, c app.Customer) string { return c.TimeZone }},
	{name: "best-time", cell: func(_ sheet, c app.Customer) string { return cells.BestTime(c.BestTime) }},
	{name: "tags", cell: func(_ sheet, c app.Customer) string { return cells.Words(c.Tags) }},
	{name: "notes", cell: func(_ sheet, c app.Customer) string { return c.Notes }},
	{name: "do-not-call", cell: func(_ sheet, c app.Customer) string { return cells.List(each(c.DoNotCall, cells.Refusal)) }},
	{name: "references", cell: func(_ sheet, c app.Customer) string {
		numbers := references(c, app.ReferenceShop)
		return cells.List(numbers[min(1, len(numbers)):])
	}},
	{name: "uids", cell: func(_ sheet, c app.Customer) string { return cells.List(references(c, app.ReferenceVCard)) }},
	{name: "archived", cell: func(s sheet, c app.Customer) string { return s.yes(c.Archived) }},
	{name: "id", cell: func(_ sheet, c app.Customer) string { return c.ID.String() }},
}

// references are what others call the customer.
func references(c app.Customer, kind app.ReferenceKind) []string {
	var values []string
	for _, r := range c.References {
		if r.Kind == kind {
			values = append(values, r.Value)
		}
	}
	return values
}

// phones are the numbers, the one to call first at the beginning.
func phones(c app.Customer) []app.Phone {
	callable := c.Callable()
	for _, p := range c.Phones {
		if p.Unfit != app.FitToCall {
			callable = append(callable, p)
		}
	}
	return callable
}

func emails(c app.Customer) []app.Email { return c.Emails }

func addresses(c app.Customer) []app.Address { return c.Addresses }

// number is a number as it was typed.
func number(p app.Phone) string { return cmp.Or(p.Typed, p.E164) }

// firstOf and othersOf write the first of several things, and the others.
func firstOf[T any](things func(app.Customer) []T, write func(T) string) func(sheet, app.Customer) string {
	return func(_ sheet, c app.Customer) string {
		if all := things(c); len(all) > 0 {
			return write(all[0])
		}
		return ""
	}
}

func othersOf[T any](things func(app.Customer) []T, write func(T) string) func(sheet, app.Customer) string {
	return func(_ sheet, c app.Customer) string {
		all := things(c)
		return cells.List(each(all[min(1, len(all)):], write))
	}
}

func each[T any](things []T, write func(T) string) []string {
	said := make([]string, len(things))
	for i, t := range things {
		said[i] = write(t)
	}
	return said
}

func (s sheet) yes(is bool) string {
	if is {
		return s.voice.Say("export.yes", nil)
	}
	return ""
}
