package customers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// ThanksForm is something small that a customer was given, as a person types it.
type ThanksForm struct {
	Customer app.ID
	Draft    string // the key of the draft that saving makes needless, if any
	What     string // flowers, a card
	Cost     string // in the plan's currency; empty: nothing, or nobody knows
	Day      string // "today", "fri", "15.1.": today or earlier; empty: today
}

// FieldWhat is the field of what a customer was given; its cost and day are
// FieldCost and FieldDay.
const FieldWhat = "what"

const mostThanks = 200

// GiveThanks puts on record what a customer was given for being one. By is who
// gave it, empty for the owner. It returns app.FieldErrors if the form cannot be
// saved, and an Error with CodeNotFound if there is no such customer.
func (d *Desk) GiveThanks(ctx context.Context, form ThanksForm, by string) (Saved, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		c, err := d.book.Customer(ctx, form.Customer)
		if err != nil {
			return app.Batch{}, fmt.Errorf("read customer: %w", err)
		}
		plan, err := d.book.Plan(ctx)
		if err != nil {
			return app.Batch{}, fmt.Errorf("read plan: %w", err)
		}
		given, err := d.thanks(form, plan)
		if err != nil {
			return app.Batch{}, err
		}
		given.By = by
		c.Thanks = append(slices.Clone(c.Thanks), given)
		slices.SortStableFunc(c.Thanks, func(x, y app.ThankYou) int { return cmp.Compare(x.Day, y.Day) })
		return app.Batch{Act: app.ActThankYou, By: by, Changes: []app.Change{app.Put(c)}, Draft: form.Draft}, nil
	})
	if err != nil {
		return Saved{}, fmt.Errorf("give thanks: %w", err)
	}
	return Saved{ID: form.Customer, Batch: applied.Batch}, nil
}

// thanks reads the form.
func (d *Desk) thanks(form ThanksForm, plan app.Plan) (app.ThankYou, error) {
	errs := app.FieldErrors{}
	t := app.ThankYou{What: texts.OneLine(form.What), Day: d.today(plan)}
	if t.What == "" {
		errs.Add(FieldWhat, "error.customers.thanks.nothing", nil)
	}
	if n := utf8.RuneCountInString(t.What); n > mostThanks {
		errs.Add(FieldWhat, "error.customers.thanks.long", app.Args{"Length": n, "Most": mostThanks})
	}
	if texts.OneLine(form.Day) != "" {
		day, err := when.ParseDay(form.Day, d.when(plan, when.OnlyBehind))
		if err != nil {
			keep(errs, FieldDay, err)
		}
		t.Day = day
	}
	if text := texts.OneLine(form.Cost); text != "" {
		n, ok := amounts.Parse(text, plan.Currency)
		if !ok || n < 0 {
			errs.Add(FieldCost, "error.customers.thanks.cost", app.Args{"Amount": texts.Quoted(text), "Currency": plan.Currency, "Example": amounts.Example(12, plan.Currency)})
		}
		if n > 0 {
			t.Cost = app.Money{Minor: n, Currency: plan.Currency}
		}
	}
	return t, errs.Err()
}
