package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// guessNames finds who somebody is by the words of the languages known, and sets
// a column called Name apart from those that hold a part of it.
func (c *Columns) guessNames(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if taken[i] || fields.IsOfWishes(name) {
			continue
		}
		column, ok := fields.InWords(name)
		if !ok {
			column, ok = fields.OfBuyer(c.Names[i])
		}
		if !ok {
			column = fields.Reaching(name)
		}
		switch column.Part {
		case fields.Name, fields.Given, fields.Family, fields.Firm, fields.Phone, fields.Email:
			c.find(column.Part, []string{name}, plain, taken)
		}
		if column.Part == fields.Phone && !taken[i] && !c.settled[fields.Phone] && !fields.IsOfOthers(name) { // beside another, of its own kind
			c.find(column.Field(), []string{name}, plain, taken)
		}
	}
	if at, named := c.at[fields.Name]; named {
		delete(c.at, fields.Name)
		c.at[c.PartOf(at)] = at
	}
}

// PartOf is which part of a name the column holds that is known to hold a name:
// the one that no other column holds, where it is called Name and no more.
func (c Columns) PartOf(at int) fields.Field {
	if c.said[at] || c.settled[fields.Name] || !fields.IsBareName(written.Plain(c.Names[at])) {
		return fields.Name
	}
	switch given, family := c.Has(fields.Given), c.Has(fields.Family); {
	case given && !family:
		return fields.Family
	case family && !given:
		return fields.Given
	}
	return fields.Name
}

// splitName settles what a column called Name or Contact alone holds, beside
// what others do.
func (b *Contacts) splitName(header []string) {
	has := func(part fields.Field) bool {
		return slices.ContainsFunc(b.Columns, func(c fields.Contact) bool { return c.Part == part && !c.Said })
	}
	given, family := has(fields.Given), has(fields.Family)
	for i, c := range b.Columns {
		plain := written.Plain(header[i])
		switch {
		case c.Part != fields.Name || c.Said:
		case fields.IsContactPerson(plain) && (given || family || b.count(fields.Name) > 1):
			b.Columns[i].Part = fields.None
		case !fields.IsBareName(plain):
		case given && !family:
			b.Columns[i].Part, family = fields.Family, true
		case family && !given:
			b.Columns[i].Part, given = fields.Given, true
		}
	}
}

// count tells how many columns hold the part.
func (b *Contacts) count(part fields.Field) int {
	n := 0
	for _, c := range b.Columns {
		if c.Part == part {
			n++
		}
	}
	return n
}
