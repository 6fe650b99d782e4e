package columns

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// Tables that people keep by hand call their columns as they like, in any
// language. What nobody knows by its name is told by what stands in it, as far as
// it goes, and what would be lost by a guess is asked.

// PerhapsBought asks of a table that would be taken for one of contacts whether it
// is of purchases: columns that nobody knows hold one day and amounts, or a day and
// words where half of the table would be left out. Programs that keep lists of
// people write several days, and when somebody was taken into the list.
func (b Contacts) PerhapsBought(t Table) error {
	if b.Own || programs.OfContacts(t.Header) != "" || t.headless {
		return nil
	}
	var open, days []string
	filled, money, words := 0, t.namesPayments(), false
	paid := money
	for i, column := range b.Columns {
		cells, plain := t.column(i), written.Plain(t.Header[i])
		if len(cells) == 0 {
			continue
		}
		if filled++; column.Part != fields.None {
			continue
		}
		if slices.Contains(notedNames, plain) && !paid {
			return nil
		}
		open = append(open, strings.TrimSpace(t.Header[i]))
		switch {
		case written.All(cells, written.IsDate):
			days = append(days, strings.TrimSpace(t.Header[i]))
		case written.AreMoney(cells):
			money = money || !isNoCost(t.Header[i], cells)
		case written.All(cells, written.IsWords):
			words = true
		}
	}
	if len(days) != 1 || !money && (!words || 2*len(open) < filled) {
		return nil
	}
	return t.Ask("error.import.perhaps-purchases", app.Args{"Column": days[0], "Columns": Listed(open)})
}

// namesPayments tells whether the columns name an amount and its currency, as those
// of payments do, and no list of people.
func (t Table) namesPayments() bool {
	amount, currency := false, false
	for _, name := range t.Header {
		plain := written.Plain(name)
		amount = amount || strings.HasPrefix(plain, "amount")
		currency = currency || slices.Contains(fields.Names()[fields.Currency], plain)
	}
	return amount && currency
}

// nameless asks whether a column that nobody knows has the customers' names, where
// none is known to have: its cells look like names of those whom the rows are of.
// Where nothing is known to say what was bought, either, any words will do that
// tell customers apart: what they are would be lost.
func (c *Columns) nameless(t Table) error {
	if c.program != nil || !t.Alone || len(c.Items) > 0 || c.Has(fields.Name, fields.Given, fields.Family, fields.Firm) || c.Bare >= 0 {
		return nil
	}
	fewest, is := 3, written.IsFullName // customers by whom names can be told
	if !c.Has(fields.Item, fields.Code) {
		fewest, is = 2, written.IsWords
	}
	var keys []int
	for _, f := range []fields.Field{fields.Customer, fields.Phone, fields.Email} {
		if c.Has(f) {
			keys = append(keys, c.Of(f))
		}
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if claimed[i] || t.isSaid(i) || isColumnOfContact(name) || fields.IsOfOthers(written.Plain(name)) {
			continue
		}
		if people, ok := t.names(i, keys, is); ok && people >= fewest {
			return t.Ask("error.import.no-name", app.Args{"Column": name})
		}
	}
	return nil
}

// names tells whether the first rows of a column may be the names of those whom one
// of the other columns tells apart, and of how many people.
func (t Table) names(column int, keys []int, isName func(string) bool) (people int, ok bool) {
	cells := t.column(column)
	if !written.All(cells, isName) {
		return 0, false
	}
	for _, key := range keys {
		if people, ok := t.oneToOne(column, key); ok {
			return people, true
		}
	}
	return 0, false
}

// oneToOne tells whether the same stands in the one column wherever the same stands
// in the other, and how many different things do.
func (t Table) oneToOne(a, b int) (different int, ok bool) {
	of, to := make(map[string]string), make(map[string]string)
	for _, row := range t.first {
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
