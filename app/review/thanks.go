package review

import (
	"cmp"
	"slices"

	"ringback.app/app"
)

// Thanks is what customers were given in the period for being ones.
type Thanks struct {
	Count int
	Cost  []app.Money // by currency
}

// thankYou is something that a customer was given.
type thankYou struct {
	app.ThankYou
	customer app.ID
}

// thanked returns what was given in the period, newest first.
func (a *asked) thanked() ([]thankYou, error) {
	var all []thankYou
	var failed error
	err := a.snap.Thanked(a.period.From, func(customer app.ID) bool {
		c, err := a.snap.Customer(customer)
		if err != nil {
			failed = err
			return false
		}
		for _, t := range c.Thanks {
			if t.Day >= a.period.From && t.Day < a.period.To {
				all = append(all, thankYou{t, customer})
			}
		}
		return true
	})
	slices.SortStableFunc(all, func(x, y thankYou) int {
		return cmp.Or(cmp.Compare(y.Day, x.Day), x.customer.Compare(y.customer))
	})
	return all, cmp.Or(failed, err)
}

// thanks adds them up.
func (a *asked) thanks(f *Figures, _ *measured) error {
	all, err := a.thanked()
	for _, t := range all {
		f.Thanks.Count++
		f.Thanks.Cost = addMoney(f.Thanks.Cost, t.Cost)
	}
	slices.SortFunc(f.Thanks.Cost, func(x, y app.Money) int { return cmp.Compare(x.Currency, y.Currency) })
	return err
}

// thanks adds who was given something, and what.
func (b *behind) thanks() error {
	all, err := b.thanked()
	if err != nil {
		return err
	}
	for _, t := range all {
		more, err := b.add(Behind{Customer: t.customer, Day: t.Day, What: t.What, Cost: t.Cost})
		if err != nil || !more {
			return err
		}
	}
	return nil
}
