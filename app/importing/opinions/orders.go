package opinions

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// orderedWithin is for how many days after a purchase what is said may be about it:
// a number that another program gave out may be that of an old order by chance.
const orderedWithin = 3 * 365

// enoughOrders is with how many orders of one number it tells nobody apart.
const enoughOrders = 20

// receipt is the number of the order that a row names; "" if it names none.
func (h *Table) receipt(row tables.Row) string {
	return written.OneLine(row.Cell(h.Columns.Of(fields.Receipt)))
}

// orderKey is the same of the numbers of one order: a shop writes #1001 and 1001.
func orderKey(receipt string) string {
	return strings.TrimPrefix(folding.Fold(texts.ShopNumber(receipt)), "#")
}

// look takes the order that a row names into account.
func (h *Table) look(row tables.Row) {
	if key := strings.Clone(orderKey(h.receipt(row))); key != "" {
		h.named[key], h.named["#"+key] = true, true
	}
}

// Orders returns the numbers of all orders that the rows name, folded, once the rows
// were looked at.
func (h *Table) Orders() map[string]bool { return h.named }

// Bought makes a purchase known whose receipt is one of the orders, so that what is
// said of it finds who made it. Of those with one ID the first counts.
func (h *Table) Bought(p app.Purchase) {
	key := orderKey(p.Receipt)
	if !h.named[key] || h.known[p.ID] || p.IsReturn() {
		return
	}
	h.known[p.ID] = true
	h.orders[key] = append(h.orders[key], order{p.ID, p.Customer, p.Day})
}

// order is what of a purchase tells whose an opinion is.
type order struct {
	purchase, customer app.ID
	day                app.Day
}

// byOrder adds to what a row says whose it is, where only the number of an order tells
// that, and which purchase it is about. A number that several have, or one whose buyer
// is another than the row names, tells nothing, and that is said.
func (h *Table) byOrder(heard *Heard, c app.Customer, row tables.Row) error {
	o, receipt := &heard.Opinion, h.receipt(row)
	var all []order
	for _, p := range h.orders[orderKey(receipt)] {
		if p.day > o.Said+1 || o.Said-p.day > orderedWithin || heard.Person != nil && heard.Person.ID() != p.customer {
			continue
		}
		if all = append(all, p); len(all) == enoughOrders {
			break // a till that begins its numbers each day has thousands
		}
	}
	if len(all) == 0 {
		return nil
	}
	told := func(key, name string) {
		heard.Problems = append(heard.Problems, app.InvalidLine(key, row.Line, app.Args{"Receipt": written.Clip(receipt), "Name": name}))
	}
	if heard.Person == nil {
		if len(all) == enoughOrders || slices.ContainsFunc(all, func(p order) bool { return p.customer != all[0].customer }) {
			told("import.opinion.order-several", "")
			return nil
		}
		who, err := h.people.Became(all[0].customer)
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
		o.About = []app.ID{all[0].purchase}
	}
	return nil
}

// isOther tells whether a row names somebody else than who made an order.
func isOther(who *people.Person, c app.Customer) bool {
	ours, theirs := who.Customer.Reference(app.ReferenceShop), c.Reference(app.ReferenceShop)
	return ours != "" && theirs != "" && ours != theirs || alike.Names(who.Customer, c) == alike.Other
}
