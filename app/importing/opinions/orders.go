package opinions

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// orderedWithin is for how many days after a purchase what is said may be about it:
// a number that another program gave out may be that of an old order by chance.
const orderedWithin = 3 * 365

// receipt is the number of the order that a row names; "" if it names none.
func (h *Table) receipt(row tables.Row) string {
	return written.OneLine(row.Cell(h.Columns.Of(fields.Receipt)))
}

// Orders returns the numbers of all orders that the rows name, folded, once the rows
// were looked at.
func (h *Table) Orders() map[string]bool { return h.named }

// Bought makes a purchase known whose receipt is one of the orders, so that what is
// said of it finds who made it. Of those with one ID the first counts.
func (h *Table) Bought(p app.Purchase) {
	key := folding.Fold(p.Receipt)
	if !h.named[key] || p.IsReturn() || slices.ContainsFunc(h.orders[key], func(o app.Purchase) bool { return o.ID == p.ID }) {
		return
	}
	h.orders[key] = append(h.orders[key], p)
}

// byOrder adds to what a row says whose it is, where only the number of an order tells
// that, and which purchase it is about. A number that several have, or one whose buyer
// is another than the row names, tells nothing, and that is said.
func (h *Table) byOrder(heard *Heard, c app.Customer, row tables.Row) error {
	o, receipt := &heard.Opinion, h.receipt(row)
	var all []app.Purchase
	for _, p := range h.orders[folding.Fold(receipt)] {
		if p.Day <= o.Said+1 && o.Said-p.Day <= orderedWithin && (heard.Person == nil || heard.Person.ID() == p.Customer) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return nil
	}
	told := func(key, name string) {
		heard.Problems = append(heard.Problems, app.InvalidLine(key, row.Line, app.Args{"Receipt": written.Clip(receipt), "Name": name}))
	}
	if heard.Person == nil {
		if slices.ContainsFunc(all, func(p app.Purchase) bool { return p.Customer != all[0].Customer }) {
			told("import.opinion.order-several", "")
			return nil
		}
		who, err := h.people.Became(all[0].Customer)
		if who == nil || err != nil {
			return err
		}
		if isOther(who, c) {
			told("import.opinion.order-other", who.Customer.Called())
			return nil
		}
		heard.Person, heard.ByOrder = who, true
	}
	if len(all) == 1 {
		o.About = []app.ID{all[0].ID}
	}
	return nil
}

// isOther tells whether a row names somebody else than who made an order.
func isOther(who *people.Person, c app.Customer) bool {
	ours, theirs := who.Customer.Reference(app.ReferenceShop), c.Reference(app.ReferenceShop)
	return ours != "" && theirs != "" && ours != theirs || alike.Names(who.Customer, c) == alike.Other
}
