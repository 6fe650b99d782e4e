package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
)

// preset is how one program writes its tables, where that differs from what the
// names of the columns say by themselves. Names are as written.Plain makes them.
type preset struct {
	name   string
	marks  []string // columns that only this program's tables have together
	fields map[fields.Field][]string
	order  values.Order // of days that do not say it
	guest  string       // what stands for the customer's number of somebody who has none
	status string       // the column that says what became of an order
	undone []string     // what that column says where nothing was bought
	sort   string       // the column that says Refund of a row that gives back
	papers bool         // it says the kind of document
	noSale []string     // how what that column says of a row begins that is no sale: a payment, a fee
	whole  string       // what it says of a row that is of the whole receipt
	heads  bool         // a row that names nothing that was bought is of the whole receipt

	returned  []string // what the status says of an order that was given back
	moneyBack string   // the column of the money that was paid back of an order
	byName    bool     // a name is all that it writes of a customer
	oneName   bool     // no two of its customers have one name
	cancelled string   // the column of the day on which an order was cancelled
	percent   string   // the column of what is taken off a line's price, in per cent
	sent      string   // the column of the address of whom money was sent to, where a row is below nothing
	refunds   bool     // what is given back has a row of its own, whatever the status of the sale says
	contacts  string   // the column that has an address and a telephone together
	details   string   // the column that has all that was bought
	handle    bool     // the customer is written as "Ann Bell (annbell)", of which annbell is the number
}

// presets are the programs known, by the header lines of their exports.
var presets = slices.Concat(webShops, markets, tills, bookkeepers, []preset{ours})

// ours is how Ringback itself writes purchases.
var ours = preset{
	name: Ours, marks: []string{"receipt", "date", "receipttotal", "idofthecustomer", "id"},
	fields: map[fields.Field][]string{fields.Price: nil, fields.Time: nil},
}

// presetOf finds the program of those that wrote a header; nil if it is none of
// them.
func presetOf(of []preset, plain []string) *preset {
	for i := range of {
		if hasAll(plain, of[i].marks) {
			return &of[i]
		}
	}
	return nil
}

// hasAll tells whether the columns are all there.
func hasAll(plain, names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(plain, name) })
}

// apply takes the columns as the preset has them; the first of several that are
// there is the field's, the others stand in where it is empty.
func (p *preset) apply(c *Columns, plain []string, taken map[int]bool) {
	for _, field := range fields.All() {
		if _, said := c.at[field]; said {
			continue
		}
		names, own := p.fields[field]
		if !own {
			continue
		}
		c.settled[field] = true
		for _, name := range names {
			i := slices.Index(plain, name)
			if i < 0 || taken[i] && c.said[i] {
				continue
			}
			taken[i] = true
			if _, ok := c.at[field]; !ok {
				c.at[field] = i
			} else {
				c.also[field] = append(c.also[field], i)
			}
		}
	}
	if at := slices.Index(plain, p.details); p.details != "" && at >= 0 {
		c.Items = append(c.Items, at)
	}
	for at, name := range map[*int]string{
		&c.Sort: p.sort, &c.sent: p.sent, &c.contacts: p.contacts, &c.MoneyBack: p.moneyBack, &c.Cancelled: p.cancelled, &c.Percent: p.percent,
	} {
		if name != "" { // a column may have no name
			*at = slices.Index(plain, name)
		}
	}
}

// IsKnown tells whether the program is known that wrote the table.
func (c Columns) IsKnown() bool { return c.preset != nil }

// Program names it; "" if it is not known.
func (c Columns) Program() string {
	if c.preset == nil {
		return ""
	}
	return c.preset.name
}

// AmountsAreKnown tells whether the program is known to say nothing, or what it says,
// in a column of amounts.
func (c Columns) AmountsAreKnown() bool { return c.preset != nil && c.settled[fields.Amount] }

// CustomerNumber is the customer's number as a cell of the program has it.
func (c Columns) CustomerNumber(text string) string {
	p := c.preset
	if p == nil {
		return text
	}
	if text == p.guest {
		return ""
	}
	if p.handle {
		if before, handle, ok := strings.Cut(strings.TrimSuffix(text, ")"), "("); ok && before != "" {
			return handle
		}
	}
	return text
}

// ByName tells whether a name alone is enough to know somebody by.
func (c Columns) ByName() bool {
	at, ok := c.at[fields.Name]
	return ok && (c.said[at] || c.preset != nil && c.preset.byName)
}

// OneName tells whether no two customers of the table have one name.
func (c Columns) OneName() bool { return c.preset != nil && c.preset.oneName }
