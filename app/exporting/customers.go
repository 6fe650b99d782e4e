package exporting

import (
	"io"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
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
// into letters; the others share one.
var customerColumns = []column[app.Customer]{
	{name: "reference", cell: func(_ sheet, c app.Customer) string { return c.Reference(app.ReferenceShop) }},
	{name: "name", cell: func(_ sheet, c app.Customer) string { return c.Name.Full }},
	{name: "prefix", cell: func(_ sheet, c app.Customer) string { return c.Name.Prefix }},
	{name: "given", cell: func(_ sheet, c app.Customer) string { return c.Name.Given }},
	{name: "middle", cell: func(_ sheet, c app.Customer) string { return c.Name.Middle }},
	{name: "family", cell: func(_ sheet, c app.Customer) string { return c.Name.Family }},
	{name: "suffix", cell: func(_ sheet, c app.Customer) string { return c.Name.Suffix }},
	{name: "firm", cell: func(_ sheet, c app.Customer) string { return c.Firm }},
	{name: "phone", cell: func(_ sheet, c app.Customer) string { return upTo(1, phones(c)) }},
	{name: "phones", cell: func(_ sheet, c app.Customer) string { return from(1, phones(c)) }},
	{name: "email", cell: func(_ sheet, c app.Customer) string { return upTo(1, emails(c)) }},
	{name: "emails", cell: func(_ sheet, c app.Customer) string { return from(1, emails(c)) }},
	{name: "street", cell: addressCell(func(a app.Address) string { return joinedBy(", ", a.Street, a.Extra, a.POBox) })},
	{name: "postcode", cell: addressCell(func(a app.Address) string { return a.PostalCode })},
	{name: "city", cell: addressCell(func(a app.Address) string { return a.City })},
	{name: "region", cell: addressCell(func(a app.Address) string { return a.Region })},
	{name: "country", cell: addressCell(func(a app.Address) string { return a.Country })},
	{name: "addresses", cell: func(_ sheet, c app.Customer) string { return from(1, addresses(c)) }},
	{name: "birthday", cell: func(_ sheet, c app.Customer) string { return c.Birthday }},
	{name: "language", cell: func(_ sheet, c app.Customer) string { return c.Language }},
	{name: "zone", cell: func(_ sheet, c app.Customer) string { return c.TimeZone }},
	{name: "best-time", cell: func(s sheet, c app.Customer) string { return s.bestTime(c.BestTime) }},
	{name: "tags", cell: func(_ sheet, c app.Customer) string { return joined(c.Tags) }},
	{name: "notes", cell: func(_ sheet, c app.Customer) string { return c.Notes }},
	{name: "do-not-call", cell: func(s sheet, c app.Customer) string { return s.refusals(c.DoNotCall) }},
	{name: "archived", cell: func(s sheet, c app.Customer) string { return s.yes(c.Archived) }},
	{name: "id", cell: func(_ sheet, c app.Customer) string { return c.ID.String() }},
}

// upTo and from join the first n things, and the others.
func upTo(n int, things []string) string { return strings.Join(things[:min(n, len(things))], "; ") }

func from(n int, things []string) string { return strings.Join(things[min(n, len(things)):], "; ") }

// phones are the numbers as they were typed, the one to call first at the
// beginning.
func phones(c app.Customer) []string {
	callable := c.Callable()
	for _, p := range c.Phones {
		if p.Unfit != app.FitToCall {
			callable = append(callable, p)
		}
	}
	said := make([]string, len(callable))
	for i, p := range callable {
		if said[i] = p.Typed; said[i] == "" {
			said[i] = p.E164
		}
	}
	return said
}

func emails(c app.Customer) []string {
	said := make([]string, len(c.Emails))
	for i, e := range c.Emails {
		said[i] = e.Address
	}
	return said
}

func addresses(c app.Customer) []string {
	said := make([]string, len(c.Addresses))
	for i, a := range c.Addresses {
		said[i] = joinedBy(", ", a.POBox, a.Extra, a.Street, joinedBy(" ", a.PostalCode, a.City), a.Region, a.Country)
	}
	return said
}

func addressCell(cell func(app.Address) string) func(sheet, app.Customer) string {
	return func(_ sheet, c app.Customer) string {
		if len(c.Addresses) == 0 {
			return ""
		}
		return cell(c.Addresses[0])
	}
}

func (s sheet) yes(is bool) string {
	if is {
		return s.voice.Say("export.yes", nil)
	}
	return ""
}

// bestTime says when to call: 09:00–12:00, not Saturday and Sunday.
func (s sheet) bestTime(b app.BestTime) string {
	hours := ""
	switch {
	case b.To != 0:
		hours = b.From.String() + "–" + b.To.String()
	case b.From != 0:
		hours = s.voice.Say("export.customer.from-hour", app.Args{"Hour": b.From.String()})
	}
	var days []string
	for n := range 7 {
		if day := time.Weekday((n + 1) % 7); b.Not.Has(day) {
			days = append(days, s.voice.Weekday(day))
		}
	}
	if len(days) == 0 {
		return hours
	}
	return joinedBy(", ", hours, s.voice.Say("export.customer.not-days", app.Args{"Days": s.voice.List(days)}))
}

func (s sheet) refusals(refusals []app.DoNotCall) string {
	said := make([]string, len(refusals))
	for i, d := range refusals {
		said[i] = joinedBy(" ", joinedBy(": ", s.voice.Purpose(d.Purpose), d.Reason), bracketed(d.Since.String()))
	}
	return strings.Join(said, "; ")
}

func bracketed(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}
