package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// follow takes the columns as the program calls them; the first of several that are
// there is the field's, the others stand in where it is empty.
func (c *Columns) follow(p *programs.Program, plain []string, taken map[int]bool) {
	for _, field := range fields.All() {
		if _, said := c.at[field]; said {
			continue
		}
		names, own := p.Fields[field]
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
	if at := slices.Index(plain, p.Details); p.Details != "" && at >= 0 {
		c.Items = append(c.Items, at)
	}
	for at, name := range map[*int]string{
		&c.Sort: p.Sort, &c.sent: p.Sent, &c.contacts: p.Contacts, &c.MoneyBack: p.MoneyBack, &c.Cancelled: p.Cancelled, &c.Percent: p.Percent, &c.Tax: p.Tax,
	} {
		if name != "" { // a column may have no name
			*at = slices.Index(plain, name)
		}
	}
}

// IsKnown tells whether the program is known that wrote the table.
func (c Columns) IsKnown() bool { return c.program != nil }

// IsCreditSort tells of the sort of a row whether the program says by it that the row gives
// back.
func (c Columns) IsCreditSort(sort string) bool {
	return c.program != nil && slices.Contains(c.program.Credits, written.Plain(sort))
}

// Program names it; "" if it is not known.
func (c Columns) Program() string {
	if c.program == nil {
		return ""
	}
	return c.program.Name
}

// AmountsAreKnown tells whether the program is known to say nothing, or what it says,
// in a column of amounts.
func (c Columns) AmountsAreKnown() bool { return c.program != nil && c.settled[fields.Amount] }

// CustomerNumber is the customer's number as a cell of the program has it.
func (c Columns) CustomerNumber(text string) string {
	p := c.program
	if p == nil {
		return text
	}
	if text == p.Guest {
		return ""
	}
	if p.Handle {
		if before, handle, ok := strings.Cut(strings.TrimSuffix(text, ")"), "("); ok && before != "" {
			return handle
		}
	}
	return text
}

// ByName tells whether a name alone is enough to know somebody by.
func (c Columns) ByName() bool {
	at, ok := c.at[fields.Name]
	return ok && (c.said[at] || c.program != nil && c.program.ByName)
}

// OneName tells whether no two customers of the table have one name.
func (c Columns) OneName() bool { return c.program != nil && c.program.OneName }
