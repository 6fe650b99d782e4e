package contacts

import (
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// Table is a table of contacts that is read.
type Table struct {
	columns.Contacts
	order  values.Order // of birthdays
	bare   int          // the column called Customer and no more that clearly holds numbers; -1: none
	now    time.Time
	handed int // contacts
	last   footers
	survey contactSurvey
}

// contactSurvey is what the first reading finds out about the columns.
type contactSurvey struct {
	birthday int // the column of which the order is open; -1: none
	orders   values.Orders
	customer int // the column that holds the shop's numbers or names; -1: none
	codes    columns.Codes
	titles   map[int]*titleCells
}

// titleCells counts what is in a column called Title.
type titleCells struct{ all, known int }

// New begins to read a table of contacts.
func New(held columns.Contacts, t columns.Table, now time.Time) *Table {
	b := &Table{Contacts: held, bare: -1, now: now}
	b.survey = contactSurvey{birthday: -1, customer: -1, titles: make(map[int]*titleCells)}
	if b.Own {
		for i, name := range b.Names {
			b.Columns[i].Part = ownParts[written.Plain(name)].shown
		}
		return b
	}
	b.Guess(t)
	if b.order = t.SaidOrder(fields.Birthday); b.order == values.AnyOrder {
		b.survey.birthday = slices.IndexFunc(b.Columns, func(c fields.Contact) bool { return c.Part == fields.Birthday })
	}
	b.survey.customer = b.MayBeNumbers()
	for i, c := range b.Columns {
		if c.Part == fields.Prefix && !c.Said && slices.Contains(titleNames, written.Plain(b.Names[i])) {
			b.survey.titles[i] = &titleCells{}
		}
	}
	return b
}

// IsOpen tells whether the table has to be read once to tell how it is to be read.
func (b *Table) IsOpen() bool {
	return b.survey.birthday >= 0 || b.survey.customer >= 0 || len(b.survey.titles) > 0
}

// Look takes a row into account for how the columns are to be read.
func (b *Table) Look(row tables.Row) error {
	s := &b.survey
	if text := written.Text(row.Cell(s.birthday)); !written.SaysNothing(text) && written.Birthday(text) == "" {
		whole := written.WithYear(text)
		if s.orders.See(whole); s.orders.Example == whole {
			s.orders.Example = text
		}
	}
	s.codes.See(written.Text(row.Cell(s.customer)))
	for i, title := range s.titles {
		if text := written.Text(row.Cell(i)); text != "" {
			if title.all++; written.IsTitle(text) {
				title.known++
			}
		}
	}
	return nil
}

// Decide settles how the columns are to be read. It returns an Error with
// CodeInvalid where the birthdays can be read in two ways and nobody has said which.
func (b *Table) Decide(t columns.Table, days columns.Days) error {
	s := &b.survey
	if s.birthday >= 0 {
		b.order = days.Instead(s.orders.Order())
		if err := t.Unsettled(b.order, s.orders, b.Names[s.birthday], fields.Birthday); err != nil {
			return err
		}
	}
	if s.codes.MostlyNumbers() {
		b.Columns[s.customer].Part, b.bare = fields.Customer, s.customer
	}
	for i, title := range s.titles {
		if 2*title.known < title.all { // what people do in a firm
			b.Columns[i] = fields.Contact{Part: fields.Property, Group: "TITLE"}
		}
	}
	return nil
}

func problemsOf(row tables.Row) []*app.Error {
	if row.Problem == nil {
		return nil
	}
	return []*app.Error{row.Problem}
}
