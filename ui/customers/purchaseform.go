package customers

import (
	"cmp"
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// purchaseForm adds a purchase or corrects one.
type purchaseForm struct {
	page   *Page
	of     customers.Page          // whose purchase it is
	origin customers.PurchaseForm  // as the book has it
	was    customers.PurchaseForm  // as it was when the form was opened: the origin, or its draft
	blank  customers.PurchaseForm  // what the form comes to as long as nothing is typed
	opened *customers.PurchaseForm // what that was when its draft was begun; nil: blank
	kept   *keeper
	body   fyne.CanvasObject
	fields map[string]*widgets.Field

	day, receipt, soldBy, total *input
	currency                    *widgets.Select // nil: everything here is in one
	lines                       *receiptInput
	problem                     *widgets.Paragraph
}

// openPurchaseForm shows the form of a purchase, as far as it was typed before.
func (p *Page) openPurchaseForm(origin customers.PurchaseForm, of customers.Page) {
	origin.Draft = customers.PurchaseDraftKey(origin.Customer, origin.ID)
	p.drafted(origin.Draft, func(draft customers.Draft) { p.show(newPurchaseForm(p, origin, draft, of)) })
}

func newPurchaseForm(p *Page, origin customers.PurchaseForm, draft customers.Draft, of customers.Page) *purchaseForm {
	f := &purchaseForm{page: p, of: of, origin: origin, was: origin, fields: make(map[string]*widgets.Field)}
	if draft.Purchase != nil {
		f.was = *draft.Purchase
		f.opened, f.was.Origin = f.was.Origin, nil
		if f.was.Day == p.say.Say("people.purchase.today", nil) {
			// It was that day's today.
			f.was.Day = f.dayOf(draft.Saved)
		}
	}
	was := f.was
	f.day = f.input(customers.FieldDay, was.Day)
	f.receipt = f.input(customers.FieldReceipt, was.Receipt)
	f.soldBy = f.input(customers.FieldSoldBy, was.SoldBy)
	f.soldBy.field.SetHint(strings.Join(of.Plan.Staff, ", "))
	f.lines = newReceiptInput(f, was.Lines)
	f.total = f.input(customers.FieldTotal, was.Total)
	f.chooseCurrency()
	f.problem = widgets.NewProblem()
	f.kept = newKeeper(p, origin.Draft, f.draft)
	f.body = f.layout(draft.Saved)
	f.blank = f.filled()
	if draft.Purchase != nil {
		f.blank = newPurchaseForm(p, origin, customers.Draft{}, of).blank
	}
	return f
}

// dayOf writes a moment as the day that it was, or as today.
func (f *purchaseForm) dayOf(t time.Time) string {
	zone := f.of.Plan.Location()
	if day := app.DayOf(t.In(zone)); day != app.DayOf(f.page.Clock().In(zone)) {
		return day.String()
	}
	return f.page.say.Say("people.purchase.today", nil)
}

// draft returns the form as it is typed now; false if that is what the book has.
func (f *purchaseForm) draft() (customers.Draft, bool) {
	now := f.filled()
	typed := !reflect.DeepEqual(now, f.blank)
	now.Origin = f.over()
	return customers.Draft{Purchase: &now}, typed
}

// over is the purchase as the form was opened over it; nil: it is a new one.
func (f *purchaseForm) over() *customers.PurchaseForm {
	if f.was.ID.IsZero() || f.opened != nil {
		return f.opened
	}
	blank := f.blank
	return &blank
}

// touch notes that something was typed.
func (f *purchaseForm) touch() {
	if f.kept != nil {
		f.kept.Touch()
	}
}

func (f *purchaseForm) content() fyne.CanvasObject { return f.body }
func (f *purchaseForm) keeper() *keeper            { return f.kept }

func (f *purchaseForm) back() {
	f.kept.leave()
	f.page.Open(f.was.Customer)
}

func (f *purchaseForm) first() fyne.Focusable { return f.lines.typed[0].item }

func (f *purchaseForm) layout(saved time.Time) fyne.CanvasObject {
	say := f.page.say
	title := "people.purchase.add"
	if !f.was.ID.IsZero() {
		title = "people.purchase.edit"
	}
	form := widgets.Column(2,
		widgets.Columns(12, nil, f.day.field, f.receipt.field, f.soldBy.field),
		f.lines.content, f.sum())
	if !f.was.ID.IsZero() {
		form.Add(widgets.Row(0, widgets.NewButton(widgets.Quiet, say.Say("people.purchase.remove", nil), f.remove).WithIcon(theme.IconTrash)))
	}
	anew := func() {
		f.page.opened++
		f.page.show(newPurchaseForm(f.page, f.origin, customers.Draft{}, f.of))
	}
	return formFrame{
		title: say.Say(title, app.Args{"Name": say.Called(f.of.Customer)}), problem: f.problem, form: form, save: f.save, back: f.back, keeper: f.kept,
		resumed: f.kept.resumed(saved, f.of.Plan.Location(), anew),
	}.draw(say)
}

// chooseCurrency offers the currencies of the book's purchases where there are
// several.
func (f *purchaseForm) chooseCurrency() {
	now := cmp.Or(f.was.Currency, f.of.Plan.Currency)
	codes := f.of.Currencies
	if now != "" && !slices.Contains(codes, now) {
		codes = append(slices.Clone(codes), now)
	}
	if len(codes) < 2 {
		return
	}
	var options []widgets.Option
	for _, code := range codes {
		options = append(options, widgets.Option{Key: code, Text: code})
	}
	f.currency = widgets.NewSelect("", options, func(string) { f.touch() })
	f.currency.SetChosen(now)
	f.fields[customers.FieldCurrency] = widgets.NewField(f.page.say.Say("people.field."+customers.FieldCurrency, nil), f.currency)
}

// sum lays out what it comes to.
func (f *purchaseForm) sum() fyne.CanvasObject {
	if f.currency == nil {
		return widgets.Columns(12, []float32{1, 2}, f.total.field, widgets.Space())
	}
	return widgets.Columns(12, []float32{2, 1, 3}, f.total.field, f.fields[customers.FieldCurrency], widgets.Space())
}

func (f *purchaseForm) input(name, text string) *input {
	say := f.page.say
	i := newInput(say.Say("people.field."+name, nil), text, widgets.NewEntry(say.Say("people.hint."+name, nil)), f.touch)
	f.fields[name] = i.field
	return i
}

func (f *purchaseForm) filled() customers.PurchaseForm {
	now := f.was
	now.Day, now.Receipt, now.SoldBy = f.day.text(), f.receipt.text(), f.soldBy.text()
	now.Total, now.Lines = f.total.text(), f.lines.filled()
	if f.currency != nil {
		now.Currency = f.currency.Chosen()
	}
	return now
}

func (f *purchaseForm) save() {
	filled, p, by := f.filled(), f.page, f.page.By()
	filled.Origin = f.over()
	var saved customers.Saved
	f.kept.record(func(ctx context.Context) (_ bool, err error) {
		saved, err = p.Desk.SavePurchase(ctx, filled, by)
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			f.fail(err)
			return
		}
		p.done(remarked(p.say, p.say.Say("people.done.purchase", nil), saved), saved.Batch)
		p.recorded(f, f.was.Customer)
	})
}

// fail shows what is wrong beside each field, and above the form what belongs to
// none.
func (f *purchaseForm) fail(err error) {
	problems := f.page.say.Fields(err)
	if len(problems) == 0 {
		f.page.Window.Failed(err)
		return
	}
	for name, field := range f.fields {
		field.SetProblem(problems[name])
		delete(problems, name)
	}
	f.lines.take(problems)
	f.problem.Hide()
	for _, name := range slices.Sorted(maps.Keys(problems)) {
		f.problem.SetProblem(problems[name])
	}
	f.body.Refresh()
	switch first := f.lines.firstWrong(); {
	case f.day.field.Problem() != "" || first == nil:
		f.page.focusFirstWrong([]*input{f.day, f.receipt, f.soldBy, f.total})
	default:
		f.page.Window.Focus(first)
	}
}

// remove takes a purchase away that was never made.
func (f *purchaseForm) remove() {
	id, by := f.was.ID, f.page.By()
	f.page.act(func(ctx context.Context) (batch app.ID, err error) {
		err = f.kept.settle(func() (bool, error) {
			applied, err := f.page.Desk.RemovePurchase(ctx, id, by)
			if err != nil {
				return false, err
			}
			batch = applied.Batch
			return true, f.page.Desk.DropDraft(ctx, f.kept.key)
		})
		return batch, err
	}, "people.done.purchase-removed", func() {
		f.kept.End()
		f.page.recorded(f, f.was.Customer)
	})
}

func (v *person) editPurchase(p app.Purchase) {
	v.page.openPurchaseForm(customers.PurchaseFormOf(p), v.read)
}
