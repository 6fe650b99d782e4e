package settings

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

// MostRestated is how many purchases can be put into another currency at once: more
// would take more memory than the largest import.
const MostRestated = 200_000

// Held is what the book holds in the currency of the plan, where a form has
// another.
type Held struct {
	Purchases   int
	Was, Wanted string // ISO 4217
}

// Held counts the purchases that saving the form would leave in another currency
// than that of the plan. It returns the errors of Check.
func (d *Desk) Held(ctx context.Context, form Form) (Held, error) {
	was, plan, err := d.check(ctx, form)
	if err != nil {
		return Held{}, err
	}
	held := Held{Was: was.Currency, Wanted: plan.Currency}
	if was.Currency == plan.Currency {
		return held, nil
	}
	err = d.book.PurchasesIn(ctx, was.Currency, func(app.Purchase) bool {
		held.Purchases++
		return true
	})
	if err != nil {
		return Held{}, fmt.Errorf("count purchases: %w", err)
	}
	return held, nil
}

// SaveRestating is Save for a currency that was meant all along: in the same
// batch, every amount that is on record in the old currency of the plan is put
// into the new one. The figures stay as they were written: 12.50 EUR becomes
// 12.50 GBP.
//
// It returns app.FieldErrors, and writes nothing, if a figure cannot be written in
// the new currency, as yen have no cents, or there are more than MostRestated
// purchases.
func (d *Desk) SaveRestating(ctx context.Context, form Form, by string) (app.Applied, error) {
	return d.save(ctx, form, by, true)
}

// restating puts amounts into another currency as they are written. Once one
// cannot be, it stays as it is and so does unwritable.
type restating struct {
	from, to   string
	times, by  int64 // for the digits after the point
	unwritable *app.Money
}

func newRestating(from, to string) *restating {
	r := &restating{from: from, to: to, times: 1, by: 1}
	before, _ := amounts.Digits(from)
	after, _ := amounts.Digits(to)
	for ; before < after; before++ {
		r.times *= 10
	}
	for ; before > after; before-- {
		r.by *= 10
	}
	return r
}

// minor puts minor units of the one into those of the other.
func (r *restating) minor(n int64) int64 {
	if n%r.by != 0 || n > app.MostMoney/r.times || n < -app.MostMoney/r.times {
		if r.unwritable == nil {
			r.unwritable = &app.Money{Minor: n, Currency: r.from}
		}
		return n
	}
	return n / r.by * r.times
}

// money tells whether the amount was in the old currency.
func (r *restating) money(m *app.Money) bool {
	if m.Currency != r.from {
		return false
	}
	*m = app.Money{Minor: r.minor(m.Minor), Currency: r.to}
	return true
}

func (r *restating) purchase(p app.Purchase) app.Purchase {
	p.Total, p.Currency, p.Lines = r.minor(p.Total), r.to, slices.Clone(p.Lines)
	for i := range p.Lines {
		p.Lines[i].Amount = r.minor(p.Lines[i].Amount)
	}
	return p
}

func (r *restating) complaint(c app.Complaint) (app.Complaint, bool) {
	changed := false
	if c.Remedy != nil {
		remedy := *c.Remedy
		changed = r.money(&remedy.Cost)
		c.Remedy = &remedy
	}
	c.Earlier = slices.Clone(c.Earlier)
	for i := range c.Earlier {
		changed = r.money(&c.Earlier[i].Remedy.Cost) || changed
	}
	return c, changed
}

func (r *restating) thanks(c app.Customer) (app.Customer, bool) {
	changed := false
	c.Thanks = slices.Clone(c.Thanks)
	for i := range c.Thanks {
		changed = r.money(&c.Thanks[i].Cost) || changed
	}
	return c, changed
}

// failure says, under the field of the currency, what cannot be written in it;
// nil if everything can.
func (r *restating) failure() error {
	if r.unwritable == nil {
		return nil
	}
	digits, _ := amounts.Digits(r.from)
	errs := app.FieldErrors{}
	errs.Add(FieldCurrency, "error.settings.currency.digits", app.Args{
		"Amount": amounts.Format(r.unwritable.Minor, digits), "Was": r.from, "Currency": r.to,
	})
	return errs.Err()
}

// restated are the purchases and complaints as they are in the new currency.
func (d *Desk) restated(ctx context.Context, r *restating) ([]app.Change, error) {
	var changes []app.Change
	err := d.book.PurchasesIn(ctx, r.from, func(p app.Purchase) bool {
		changes = append(changes, app.Put(r.purchase(p)))
		return r.unwritable == nil && len(changes) <= MostRestated
	})
	if err != nil {
		return nil, fmt.Errorf("read purchases: %w", err)
	}
	if len(changes) > MostRestated {
		errs := app.FieldErrors{}
		errs.Add(FieldCurrency, "error.settings.currency.many", app.Args{"Most": MostRestated, "Was": r.from})
		return nil, errs.Err()
	}
	err = d.book.ComplaintsBetween(ctx, time.Time{}, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), func(c app.Complaint) bool {
		if again, changed := r.complaint(c); changed {
			changes = append(changes, app.Put(again))
		}
		return r.unwritable == nil
	})
	if err != nil {
		return nil, fmt.Errorf("read complaints: %w", err)
	}
	return changes, r.failure()
}
