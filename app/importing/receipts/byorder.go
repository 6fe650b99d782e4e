package receipts

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/tables"
)

// A web shop writes its orders into one table, and what was ordered into another that
// has but the numbers of the orders: whoever ordered bought that, on that day.

// ordered is an order of which another table, or the book, says whose it is.
type ordered struct {
	receipt  string // as it is written there
	buyer    *people.Person
	day      app.Day
	minute   app.Minute
	asSaid   app.Day
	currency string
	others   []ordered // that have the same number, as where numbers begin anew each year
}

// orderKey is the same of the numbers of one order: a shop writes #1001 and 1001.
func orderKey(receipt string) string {
	return strings.TrimPrefix(folding.Fold(receipt), "#")
}

// lookOrder takes the order that a row names into account.
func (b *Table) lookOrder(number string) {
	if !b.Columns.ByOrder || number == "" {
		return
	}
	if key := orderKey(number); b.orders[key] == nil {
		b.orders[strings.Clone(key)] = &ordered{}
	}
}

// findOrders finds out whose the orders are that the table names: as the tables before
// say, else the book. It returns an Error with CodeInvalid if nobody knows of any.
func (b *Table) findOrders() error {
	if !b.Columns.ByOrder {
		return nil
	}
	for _, other := range b.ledger.tables {
		for _, rec := range other.Receipts {
			if rec.Rejected || rec.of != nil || rec.Purchase.IsReturn() || rec.Purchase.Total < 0 {
				continue
			}
			b.knowOrder(ordered{rec.Purchase.Receipt, rec.Buyer, rec.Purchase.Day, rec.minute, rec.asSaid, rec.Purchase.Currency, nil})
		}
	}
	wanted := make(map[string]bool)
	for key, o := range b.orders {
		if o.buyer == nil {
			wanted[key], wanted["#"+key] = true, true
		}
	}
	if len(wanted) > 0 {
		err := b.ledger.past.known.Receipted(wanted, func(p app.Purchase) error {
			who, err := b.ledger.people.Became(p.Customer)
			if who != nil {
				b.knowOrder(ordered{p.Receipt, who, p.Day, 0, p.Day, p.Currency, nil})
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("look for the orders whose things a table has: %w", err)
		}
	}
	for key, o := range b.orders {
		if o.buyer == nil || len(o.others) > 0 && !b.Columns.Has(fields.Day) {
			delete(b.orders, key)
		}
	}
	if len(b.orders) == 0 {
		return b.table.Ask("error.import.no-customer", nil)
	}
	return nil
}

// knowOrder keeps whose an order is, if the table names it.
func (b *Table) knowOrder(o ordered) {
	was := b.orders[orderKey(o.receipt)]
	switch {
	case was == nil || o.receipt == "":
	case was.buyer == nil:
		*was = o
	case !slices.ContainsFunc(append(was.others, *was), func(one ordered) bool { return one.buyer == o.buyer && one.day == o.day }):
		was.others = append(was.others, o)
	}
}

// orderDays is for how many days apart an order and its things may be said to be, as
// where one is told by another zone's clock.
const orderDays = 1

// orderNamed is the order that a row is of: of several of its number the one of its day. Nil
// if that tells none.
func (b *Table) orderNamed(row tables.Row, number string) *ordered {
	first := b.orders[orderKey(number)]
	if first == nil || len(first.others) == 0 {
		return first
	}
	m, _, err := b.Columns.Moment(row, fields.Day, b.zone)
	if err != nil {
		return nil
	}
	var found []*ordered
	for i := range first.others {
		if first.others[i].isNear(m.Day) {
			found = append(found, &first.others[i])
		}
	}
	if first.isNear(m.Day) {
		found = append(found, first)
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

func (o *ordered) isNear(day app.Day) bool {
	return day-o.day >= -orderDays && day-o.day <= orderDays
}

// placeOrder puts what a row says was sold on the day of its order. It tells whether it
// is of that order: one of another day has its number by chance, but for what was given
// back of it later.
func (b *Table) placeOrder(row tables.Row, s *sold) bool {
	o := b.order
	switch apart := s.day - o.day; {
	case b.Columns.Returns && b.Columns.Raw(row, fields.Day) != "":
		return apart >= -orderDays
	case b.Columns.Raw(row, fields.Day) == "", o.isNear(s.day):
		s.day, s.minute, s.asSaid = o.day, o.minute, o.asSaid
		return true
	default:
		return apart > 0 && slices.ContainsFunc(s.lines, func(l app.Line) bool { return l.Quantity < 0 || l.Amount < 0 })
	}
}

// takeOrdered adds a row to the order of that number, if that is known.
func (b *Table) takeOrdered(row tables.Row, number string, said fate, goesOn bool) error {
	if b.order = b.orderNamed(row, number); b.order == nil {
		b.leaveNoOne(number)
		return nil
	}
	number = b.order.receipt
	if left, err := b.leaveOut(row, number, said); left || err != nil {
		return err
	}
	sold, bad := b.soldOn(row, number, goesOn)
	switch {
	case bad != nil:
		b.reject(row, bad)
	case !b.placeOrder(row, &sold):
		b.leaveNoOne(number)
	default:
		b.fill(b.receiptOf(row, receiptKey{buyer: b.order.buyer, receipt: number, day: sold.day}), row, said, sold)
	}
	return nil
}

// mostOver is how many times as much as was paid the things of an order may cost: whoever
// gets more off than that has another shop's order of the same number.
const mostOver = 4

// leaveStranger leaves out things that have the number of an order by chance, as nothing
// but what they cost tells. It tells whether they do.
func (rec *Receipt) leaveStranger(order app.Purchase, totalled bool) bool {
	c := rec.table.Columns
	if !c.ByOrder || rec.totalled || !totalled || rec.of != nil || c.Has(fields.Day) || order.Total <= 0 || sumOf(rec.Purchase.Lines)/mostOver < order.Total {
		return false
	}
	rec.Rejected = true
	rec.problem(app.InvalidLine("import.receipt.stranger", rec.Line, app.Args{
		"Receipt": rec.Purchase.Receipt, "Theirs": app.Money{Minor: sumOf(rec.Purchase.Lines), Currency: rec.Purchase.Currency}, "Ours": app.Money{Minor: order.Total, Currency: order.Currency},
	}))
	return true
}

// leaveNoOne counts a row that is nobody's.
func (b *Table) leaveNoOne(number string) {
	b.Counts.NoOne++
	b.NoOne[number] = true
}
