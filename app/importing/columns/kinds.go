package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// guessKinds finds the kinds of the telephones that stand in columns of their own,
// “Phone type”: a fax would be called for a telephone, or the kind taken for a number.
func (b *Contacts) guessKinds(t Table) {
	if b.Own {
		return
	}
	for i, c := range b.Columns {
		if c.Said || t.isSaid(i) || c.Part != fields.None && c.Part != fields.Phone {
			continue
		}
		cells := t.column(i)
		phone, named := fields.OfKind(written.Plain(b.Names[i]))
		if !named && c.Part != fields.Phone || !areKinds(cells) {
			continue
		}
		if phone == "" && !slices.ContainsFunc(cells, fields.IsTelephonesKind) { // it may be of the customer
			continue
		}
		if at := b.telephoneOf(t, i, phone); at >= 0 {
			b.Columns[i] = fields.Contact{Part: fields.Label, Group: b.Columns[at].Group}
		}
	}
}

// areKinds tells whether nothing but kinds is in the cells; behind them there may be
// the number as the world dials it, as in our own tables.
func areKinds(cells []string) bool {
	some := false
	for _, cell := range cells {
		kind, _ := written.KindOfPhone(cell)
		if kind != "" && !fields.IsKind(kind) {
			return false
		}
		some = some || kind != ""
	}
	return some
}

// telephoneOf returns the column of the telephone whose kind is in this one: that of
// the name, else the one before or behind it that has no kind yet; -1 if there is none.
func (b *Contacts) telephoneOf(t Table, column int, name string) int {
	isFree := func(at int) bool {
		return at >= 0 && at < len(b.Columns) && at != column && b.Columns[at].Part == fields.Phone && !areKinds(t.column(at)) &&
			!slices.ContainsFunc(b.Columns, func(c fields.Contact) bool {
				return c.Part == fields.Label && c.Group == b.Columns[at].Group
			})
	}
	for at := range b.Columns {
		if name != "" && written.Plain(b.Names[at]) == name && isFree(at) {
			return at
		}
	}
	for _, at := range []int{column - 1, column + 1} {
		if isFree(at) {
			return at
		}
	}
	return -1
}
