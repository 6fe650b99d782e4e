package dialing

import (
	"slices"

	"ringback.app/app"
)

// Again reads those of the customer's numbers that have no E.164 form once more,
// now that the shop's country (ISO 3166 alpha-2) is known, and tells whether
// there is one that has it now. What people found out about a number stays.
func Again(c app.Customer, country string) (app.Customer, bool) {
	var hints []string
	changed := false
	for i, p := range c.Phones {
		if p.E164 != "" {
			continue
		}
		if hints == nil {
			hints = Hints(c)
		}
		read := Parse(p.Typed, p.Label, country, hints...)
		if read.E164 == "" {
			continue
		}
		if !changed {
			c.Phones, changed = slices.Clone(c.Phones), true
		}
		p.E164, p.Label, p.Typed = read.E164, read.Label, read.Typed
		if p.Extension == "" {
			p.Extension = read.Extension
		}
		if p.Unfit == app.UnfitUnreadable || p.Unfit == app.FitToCall && read.Label != c.Phones[i].Label {
			p.Unfit = read.Unfit
		}
		c.Phones[i] = p
	}
	return c, changed
}
