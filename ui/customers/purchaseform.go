package customers

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// purchaseForm adds a purchase or corrects one.
type purchaseForm struct {
	page   *Page
	was    customers.PurchaseForm
	body   fyne.CanvasObject
	fields map[string]*widgets.Field

	day, receipt, soldBy, total *input
	lines                       *fyne.Container
	typed                       []*lineInput
	problem                     *widgets.Paragraph
	saving                      bool
}

// lineInput is one thing on the receipt.
type lineInput struct {
	item, quantity, amount *input
	code                   string
}

func newPurchaseForm(p *Page, was customers.PurchaseForm, plan app.Plan) *purchaseForm {
	f := &purchaseForm{page: p, was: was, fields: make(map[string]*widgets.Field), lines: widgets.Column(0)}
	f.day = f.input(customers.FieldDay, was.Day)
	f.receipt = f.input(customers.FieldReceipt, was.Receipt)
	f.soldBy = f.input(customers.FieldSoldBy, was.SoldBy)
	f.soldBy.field.SetHint(strings.Join(plan.Staff, ", "))
	f.total = f.input(customers.FieldTotal, "")
	if len(was.Lines) == 0 {
		f.total.entry.SetText(was.Total)
	}
	for _, l := range was.Lines {
		f.addLine(l)
	}
	f.addLine(customers.LineField{})
	f.problem = widgets.NewParagraph("", widgets.Alarm)
	f.problem.Hide()
	f.body = f.layout()
	return f
}

func (f *purchaseForm) content() fyne.CanvasObject { return f.body }
func (f *purchaseForm) customer() app.ID           { return f.was.Customer }
func (f *purchaseForm) back()                      { f.page.Open(f.was.Customer) }

func (f *purchaseForm) first() fyne.Focusable { return f.typed[0].item.entry }

func (f *purchaseForm) layout() fyne.CanvasObject {
	say := f.page.say
	title := "people.purchase.add"
	if !f.was.ID.IsZero() {
		title = "people.purchase.edit"
	}
	more := widgets.NewButton(widgets.Quiet, say.Say("people.purchase.more", nil), func() {
		f.addLine(customers.LineField{})
		f.page.Window.Focus(f.typed[len(f.typed)-1].item.entry)
	}).WithIcon(theme.IconAdd)
	foot := widgets.Row(8, more, widgets.Space())
	if !f.was.ID.IsZero() {
		foot.Add(widgets.NewButton(widgets.Quiet, say.Say("people.purchase.remove", nil), f.remove).WithIcon(theme.IconTrash))
	}
	form := widgets.Column(2,
		widgets.Columns(12, nil, f.day.field, f.receipt.field, f.soldBy.field),
		f.lines, foot, widgets.Columns(12, []float32{1, 2}, f.total.field, widgets.Space()))
	return formFrame(say.Say(title, nil), f.problem, form, say, f.save, f.back)
}

func (f *purchaseForm) input(name, text string) *input {
	entry := widgets.NewEntry(f.page.say.Say("people.hint."+name, nil))
	entry.SetText(text)
	i := &input{entry: entry, field: widgets.NewField(f.page.say.Say("people.field."+name, nil), entry)}
	f.fields[name] = i.field
	return i
}

func (f *purchaseForm) addLine(l customers.LineField) {
	at := customers.FieldAt(customers.FieldLines, len(f.typed))
	field := func(name, text string) *input {
		entry := widgets.NewEntry(f.page.say.Say("people.hint."+name, nil))
		entry.SetText(text)
		i := &input{entry: entry, field: widgets.NewField(f.page.say.Say("people.field."+name, nil), entry)}
		f.fields[at+"."+name] = i.field
		return i
	}
	line := &lineInput{
		item: field(customers.FieldItem, l.Item), quantity: field(customers.FieldQuantity, l.Quantity),
		amount: field(customers.FieldAmount, l.Amount), code: l.Code,
	}
	f.typed = append(f.typed, line)
	f.lines.Add(widgets.Columns(12, []float32{6, 1, 2}, line.item.field, line.quantity.field, line.amount.field))
	if f.body != nil {
		f.body.Refresh()
	}
}

func (f *purchaseForm) filled() customers.PurchaseForm {
	now := f.was
	now.Day, now.Receipt, now.SoldBy = f.day.text(), f.receipt.text(), f.soldBy.text()
	now.Total, now.Lines = f.total.text(), nil
	for _, l := range f.typed {
		now.Lines = append(now.Lines, customers.LineField{
			Item: l.item.text(), Quantity: l.quantity.text(), Amount: l.amount.text(), Code: l.code,
		})
	}
	return now
}

func (f *purchaseForm) save() {
	if f.saving {
		return
	}
	f.saving = true
	filled, p := f.filled(), f.page
	p.Run.Go(func() {
		saved, err := p.Desk.SavePurchase(context.Background(), filled, p.By())
		p.Run.UI(func() {
			f.saving = false
			if err != nil {
				f.fail(err)
				return
			}
			text := p.say.Say("people.done.purchase", nil)
			for _, remark := range p.say.Fields(saved.Remarks.Err()) {
				text += " " + remark
			}
			p.done(text, saved.Batch)
			p.Open(f.was.Customer)
		})
	})
}

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
	f.problem.Hide()
	for name, sentence := range problems {
		if at, ok := strings.CutPrefix(name, customers.FieldLines+"."); ok && f.fields[name+"."+customers.FieldItem] != nil && at != "" {
			f.fields[name+"."+customers.FieldItem].SetProblem(sentence)
			continue
		}
		f.problem.SetText(sentence)
		f.problem.Show()
	}
	f.body.Refresh()
}

// remove takes a purchase away that was never made.
func (f *purchaseForm) remove() {
	id := f.was.ID
	f.page.act(func(ctx context.Context) (app.ID, error) {
		applied, err := f.page.Desk.RemovePurchase(ctx, id, f.page.By())
		return applied.Batch, err
	}, "people.done.purchase-removed", f.back)
}

func (v *person) editPurchase(p app.Purchase) {
	v.page.show(newPurchaseForm(v.page, customers.PurchaseFormOf(p), v.read.Plan))
}
