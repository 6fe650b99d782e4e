package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/written"
)

// Tables that people keep by hand call their columns as they like, in any
// language. What nobody knows by its name is told by what stands in it, as far as
// it goes, and what would be lost by a guess is asked.

// perhapsBought asks of a table that would be taken for one of contacts whether it
// is of purchases: columns that nobody knows hold one day and amounts, or a day and
// words where half of the table would be left out. Programs that keep lists of
// people write several days, and when somebody was taken into the list.
func (r *reading) perhapsBought(f *file, book addressBook) error {
	isOfPurchases := func(other file) bool { return other.kind == KindPurchases }
	if book.own != nil || f.about.Program != "" || f.headless || slices.ContainsFunc(r.files, isOfPurchases) {
		return nil
	}
	var open, days []string
	filled, money, words := 0, false, false
	for i, column := range book.columns {
		cells, plain := f.column(i), written.Plain(f.header[i])
		if len(cells) == 0 {
			continue
		}
		if filled++; column.part != FieldNone {
			continue
		}
		if slices.Contains(notedNames, plain) {
			return nil
		}
		open = append(open, strings.TrimSpace(f.header[i]))
		switch {
		case written.All(cells, written.IsDate):
			days = append(days, strings.TrimSpace(f.header[i]))
		case written.All(cells, written.IsMoney):
			money = money || !containsAny(plain, noCosts...)
		case written.All(cells, written.IsWords):
			words = true
		}
	}
	if len(days) != 1 || !money && (!words || 2*len(open) < filled) {
		return nil
	}
	return f.asking(app.Invalid("error.import.perhaps-purchases", app.Args{
		"File": f.title(), "Column": days[0], "Columns": listed(open), "Names": f.header,
	}))
}

// nameless asks whether a column that nobody knows has the customers' names, where
// none is known to have: its cells look like names of those whom the rows are of.
// Where nothing is known to say what was bought, either, any words will do that
// tell customers apart: what they are would be lost.
func (b *bookkeeping) nameless() error {
	c := b.columns
	if c.preset != nil || len(b.files) > 1 || len(c.items) > 0 || c.has(FieldName, FieldGiven, FieldFamily, FieldFirm) || c.bare >= 0 {
		return nil
	}
	fewest, is := 3, written.IsFullName // customers by whom names can be told
	if !c.has(FieldItem, FieldCode) {
		fewest, is = 2, written.IsWords
	}
	var keys []int
	for _, f := range []Field{FieldCustomer, FieldPhone, FieldEmail} {
		if c.has(f) {
			keys = append(keys, c.of(f))
		}
	}
	known := c.known()
	for i, name := range c.names {
		if known[i] || b.f.isSaid(i) || isColumnOfContact(name) || containsAny(written.Plain(name), notBuyers...) {
			continue
		}
		if people, ok := b.f.names(i, keys, is); ok && people >= fewest {
			return app.Invalid("error.import.no-name", app.Args{
				"File": b.f.title(), "Column": name, "Columns": listed(c.names), "Names": c.names,
			})
		}
	}
	return nil
}

// names tells whether the first rows of a column may be the names of those whom one
// of the other columns tells apart, and of how many people.
func (l look) names(column int, keys []int, isName func(string) bool) (people int, ok bool) {
	cells := l.column(column)
	if !written.All(cells, isName) {
		return 0, false
	}
	for _, key := range keys {
		if people, ok := l.oneToOne(column, key); ok {
			return people, true
		}
	}
	return 0, false
}

// oneToOne tells whether the same stands in the one column wherever the same stands
// in the other, and how many different things do.
func (l look) oneToOne(a, b int) (different int, ok bool) {
	of, to := make(map[string]string), make(map[string]string)
	for _, row := range l.first {
		if max(a, b) >= len(row) {
			continue
		}
		x, y := strings.TrimSpace(row[a]), strings.TrimSpace(row[b])
		if x == "" || y == "" {
			continue
		}
		if was, met := of[x]; met && was != y {
			return 0, false
		}
		if was, met := to[y]; met && was != x {
			return 0, false
		}
		of[x], to[y] = y, x
	}
	return len(of), len(of) > 0
}
