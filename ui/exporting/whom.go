package exporting

import (
	"context"

	"ringback.app/app"
	"ringback.app/ui/choosing"
	"ringback.app/ui/widgets"
)

// whom asks whose calls are meant: everybody's, or those of one customer, who
// is found by what is typed.
type whom struct {
	*choosing.Chooser[app.Found]
	page     *Page
	customer app.Customer // who is chosen; without an ID: everybody
	changed  func()
	next     func() // goes on to what comes after the field
}

func newWhom(p *Page, changed, next func()) *whom {
	w := &whom{page: p, changed: changed, next: next}
	w.Chooser = choosing.New(choosing.Options[app.Found]{
		Label: p.say.Say("take.customer", nil), Example: p.say.Say("take.customer.everybody", nil), Run: p.Run, Window: p.Window,
		Find: p.Book.Search, Line: w.line,
		Typed: changed, Found: w.found, Picked: w.pick,
		Enter: p.Save, Undone: func() { w.take(app.ID{}) }, Relay: p.refresh,
	})
	return w
}

// id returns whose calls are meant, zero for everybody's.
func (w *whom) id() app.ID { return w.customer.ID }

// open tells whether something is typed and nobody is chosen yet.
func (w *whom) open() bool { return w.id().IsZero() && w.Text() != "" }

// check says beside the field what is missing, if anything is.
func (w *whom) check() bool {
	if w.open() {
		w.Field.SetProblem(w.page.say.Say("take.customer.choose", nil))
	}
	return w.Field.Problem() == ""
}

// found says so where nobody matches what is typed.
func (w *whom) found(all []app.Found) {
	if len(all) == 0 {
		w.Field.SetProblem(w.page.say.Say("take.customer.nobody", app.Args{"Query": w.Text()}))
		w.page.refresh()
	}
}

func (w *whom) line(one app.Found) widgets.Person {
	line := widgets.Person{Key: one.ID.String(), Name: one.Name, Line: one.Phone}
	if one.Where != app.FoundName && one.Text != "" {
		line.Line, line.Pill = one.Text, w.page.say.FoundIn(one.Where)
	}
	return line
}

// pick takes the customer, and goes on.
func (w *whom) pick(one app.Found) {
	w.take(one.ID)
	w.next()
}

// take chooses a customer, or with the zero ID everybody.
func (w *whom) take(id app.ID) {
	w.Entry.SetText("")
	w.choose(app.Customer{ID: id})
	w.changed()
	if id.IsZero() {
		return
	}
	var customer app.Customer
	var gone bool
	w.Ask(func(ctx context.Context) (err error) {
		customer, err = w.page.Book.Customer(ctx, id)
		if gone = app.CodeOf(err) == app.CodeNotFound && err != nil; gone {
			return nil
		}
		return err
	}, func() {
		if gone {
			w.gone()
			return
		}
		w.choose(customer)
	})
}

func (w *whom) choose(customer app.Customer) {
	w.customer = customer
	name := ""
	if !customer.ID.IsZero() {
		name = w.page.say.Called(customer)
	}
	w.Show(name)
}

// gone says that whoever is chosen is not in the book any more.
func (w *whom) gone() { w.Field.SetProblem(w.page.say.Say("take.customer.gone", nil)) }
