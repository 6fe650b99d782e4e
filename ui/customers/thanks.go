package customers

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// thanks draws what the customer was given, the newest first, and leads to
// where something is put on record.
func (v *person) thanks() []fyne.CanvasObject {
	say := v.page.say
	var drawn []fyne.CanvasObject
	for _, t := range slices.Backward(v.read.Customer.Thanks) {
		drawn = append(drawn, widgets.NewParagraph(v.thankYou(t), widgets.Body))
	}
	give := widgets.NewButton(widgets.Quiet, say.Say("people.thank", nil), func() { v.page.openThanks(v.read) }).WithIcon(theme.IconAdd)
	return append(drawn, widgets.Row(0, give))
}

// thankYou writes "Flowers · € 15.00 · 3 Nov · Mo".
func (v *person) thankYou(t app.ThankYou) string {
	say := v.page.say
	parts := []string{t.What}
	if t.Cost.Minor != 0 {
		parts = append(parts, say.Money(t.Cost))
	}
	parts = append(parts, say.Day(t.Day, app.DayOf(v.now)))
	if by := v.by(t.By); by != "" {
		parts = append(parts, by)
	}
	return strings.Join(parts, separator)
}

// GiveThanks opens the form in which it is put down what that customer was
// given.
func (p *Page) GiveThanks(id app.ID) {
	p.opened++
	p.read(id, p.openThanks)
}

// openThanks shows the form, as far as it was typed before.
func (p *Page) openThanks(of customers.Page) {
	p.drafted(customers.ThanksDraftKey(of.Customer.ID), func(draft customers.Draft) { p.show(newThanksForm(p, of, draft)) })
}

// thanksForm puts down what a customer was given for being one.
type thanksForm struct {
	page            *Page
	of              customers.Page
	blank           customers.ThanksForm // as long as nothing is typed
	kept            *keeper
	body            fyne.CanvasObject
	what, cost, day *input
}

func newThanksForm(p *Page, of customers.Page, draft customers.Draft) *thanksForm {
	f := &thanksForm{page: p, of: of}
	f.blank = customers.ThanksForm{
		Customer: of.Customer.ID, Draft: customers.ThanksDraftKey(of.Customer.ID),
		Day: app.DayOf(p.Clock().In(of.Plan.Location())).String(),
	}
	was := f.blank
	if draft.Thanks != nil {
		was = *draft.Thanks
	}
	f.kept = newKeeper(p, f.blank.Draft, f.draft)
	f.what, f.cost, f.day = f.input("what", was.What), f.input("cost", was.Cost), f.input("day", was.Day)
	f.cost.field.SetHint(p.say.Say("people.thanks.cost.in", app.Args{"Currency": of.Plan.Currency}))
	f.body = f.layout(draft)
	return f
}

func (f *thanksForm) layout(draft customers.Draft) fyne.CanvasObject {
	p, say := f.page, f.page.say
	form := widgets.Column(2, widgets.Gap(0, 4), f.what.field, widgets.Columns(12, nil, f.cost.field, f.day.field))
	return formFrame{
		keeper:  f.kept,
		title:   say.Say("people.thanks.title", app.Args{"Name": say.Called(f.of.Customer)}),
		problem: widgets.NewParagraph(say.Say("people.thanks.more", nil), widgets.Note),
		resumed: f.kept.resumed(draft.Saved, f.of.Plan.Location(), func() {
			p.opened++
			p.show(newThanksForm(p, f.of, customers.Draft{}))
		}),
		form: form, save: f.save, back: f.back,
	}.draw(say)
}

func (f *thanksForm) input(name, text string) *input {
	say := f.page.say
	hint := say.Say("people.thanks.hint."+name, app.Args{"Example": amounts.Example(12, f.of.Plan.Currency)})
	return newInput(say.Say("people.thanks."+name, nil), text, widgets.NewEntry(hint), f.kept.Touch)
}

func (f *thanksForm) filled() customers.ThanksForm {
	now := f.blank
	now.What, now.Cost, now.Day = f.what.text(), f.cost.text(), f.day.text()
	return now
}

// draft returns the form as it is typed now; false if nothing is.
func (f *thanksForm) draft() (customers.Draft, bool) {
	now := f.filled()
	return customers.Draft{Thanks: &now}, now != f.blank
}

func (f *thanksForm) content() fyne.CanvasObject { return f.body }
func (f *thanksForm) first() fyne.Focusable      { return f.what.entry }
func (f *thanksForm) customer() app.ID           { return f.of.Customer.ID }
func (f *thanksForm) keeper() *keeper            { return f.kept }

func (f *thanksForm) back() {
	f.kept.leave()
	f.page.Open(f.customer())
}

func (f *thanksForm) save() {
	filled, p, by := f.filled(), f.page, f.page.By()
	var saved customers.Saved
	f.kept.record(func(ctx context.Context) (_ bool, err error) {
		saved, err = p.Desk.GiveThanks(ctx, filled, by)
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			f.fail(err)
			return
		}
		p.done(p.say.Say("people.done.thanked", nil), saved.Batch)
		p.recorded(f, f.customer())
	})
}

// fail shows what is wrong beside each field.
func (f *thanksForm) fail(err error) {
	problems := f.page.say.Fields(err)
	if len(problems) == 0 {
		f.page.Window.Failed(err)
		return
	}
	f.what.field.SetProblem(problems[customers.FieldWhat])
	f.cost.field.SetProblem(problems[customers.FieldCost])
	f.day.field.SetProblem(problems[customers.FieldDay])
	f.body.Refresh()
	f.page.focusFirstWrong([]*input{f.what, f.cost, f.day})
}
