package customers

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// receiptInput takes down what is on a receipt, line by line. There is always
// one empty line more, so that Tab goes on from the last amount; Enter goes on
// to the next line too.
type receiptInput struct {
	form    *purchaseForm
	content *fyne.Container
	list    *fyne.Container
	typed   []*lineInput
}

// lineInput is one thing on the receipt.
type lineInput struct {
	item, quantity, amount *widgets.Entry
	problem                *widgets.Paragraph
	wrong                  *widgets.Entry // what the problem is about; nil: there is none
	code                   string
}

// lineShares are the widths of what, how many and amount.
var lineShares = []float32{6, 1.4, 2}

func newReceiptInput(f *purchaseForm, lines []customers.LineField) *receiptInput {
	r := &receiptInput{form: f, list: widgets.Column(6)}
	say := f.page.say
	label := func(name string) fyne.CanvasObject {
		return widgets.NewText(say.Say("people.field."+name, nil), widgets.Label)
	}
	titles := widgets.Columns(12, lineShares, label(customers.FieldItem), label(customers.FieldQuantity), label(customers.FieldAmount))
	for _, l := range lines {
		r.add(l)
	}
	r.oneMore()
	more := widgets.NewButton(widgets.Quiet, say.Say("people.purchase.more", nil), func() {
		r.add(customers.LineField{})
		f.body.Refresh()
		f.page.Window.Focus(r.typed[len(r.typed)-1].item)
	}).WithIcon(theme.IconAdd)
	r.content = widgets.Column(4, titles, r.list, widgets.Inset(widgets.Row(0, more), 0, 0, 8, 0))
	return r
}

func (r *receiptInput) add(l customers.LineField) {
	line := &lineInput{problem: widgets.NewProblem(), code: l.Code}
	example := app.Args{"Example": amounts.Example(840, cmp.Or(r.form.was.Currency, r.form.of.Plan.Currency))}
	entry := func(name, text string) *widgets.Entry {
		e := widgets.NewEntry(r.form.page.say.Say("people.hint."+name, example))
		e.TypeIn(text)
		e.OnChanged = func(string) {
			line.wrong = nil
			line.problem.SetProblem("")
			r.oneMore()
			r.form.touch()
		}
		e.OnSubmitted = func(string) { r.next(line) }
		return e
	}
	line.item = entry(customers.FieldItem, l.Item)
	line.quantity = entry(customers.FieldQuantity, l.Quantity)
	line.amount = entry(customers.FieldAmount, l.Amount)
	r.typed = append(r.typed, line)
	r.list.Add(widgets.Column(2, widgets.Columns(12, lineShares, line.item, line.quantity, line.amount), line.problem))
}

// oneMore sees that the last line is empty.
func (r *receiptInput) oneMore() {
	if n := len(r.typed); n > 0 && r.typed[n-1].empty() {
		return
	}
	r.add(customers.LineField{})
	if r.form.body != nil {
		r.form.body.Refresh()
	}
}

// next goes on to the line after that one.
func (r *receiptInput) next(after *lineInput) {
	for i, line := range r.typed {
		if line == after && i+1 < len(r.typed) {
			r.form.page.Window.Focus(r.typed[i+1].item)
		}
	}
}

// filled returns the lines as they are typed, but for the empty ones at the end.
func (r *receiptInput) filled() []customers.LineField {
	var lines []customers.LineField
	last := len(r.typed)
	for last > 0 && r.typed[last-1].empty() {
		last--
	}
	for _, l := range r.typed[:last] {
		lines = append(lines, customers.LineField{Item: l.item.Text, Quantity: l.quantity.Text, Amount: l.amount.Text, Code: l.code})
	}
	return lines
}

// take shows the problems that are about these lines and takes them out.
func (r *receiptInput) take(problems map[string]string) {
	for i, line := range r.typed {
		at := customers.FieldAt(customers.FieldLines, i)
		var said []string
		line.wrong = nil
		for _, part := range []struct {
			name  string
			entry *widgets.Entry
		}{
			{at, line.item},
			{at + "." + customers.FieldItem, line.item},
			{at + "." + customers.FieldQuantity, line.quantity},
			{at + "." + customers.FieldAmount, line.amount},
		} {
			if problems[part.name] == "" {
				continue
			}
			said = append(said, problems[part.name])
			if line.wrong == nil {
				line.wrong = part.entry
			}
			delete(problems, part.name)
		}
		line.problem.SetProblem(strings.Join(said, " "))
	}
}

// firstWrong returns where to correct the first line with which something is
// wrong; nil if there is none.
func (r *receiptInput) firstWrong() fyne.Focusable {
	for _, line := range r.typed {
		if line.wrong != nil {
			return line.wrong
		}
	}
	return nil
}

func (l *lineInput) empty() bool {
	return strings.TrimSpace(l.item.Text+l.quantity.Text+l.amount.Text) == ""
}
