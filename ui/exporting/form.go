package exporting

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// form asks which calls go out, and how they are written.
type form struct {
	page    *Page
	content fyne.CanvasObject

	period   *widgets.Choice
	which    *widgets.Field  // around period
	days     *fyne.Container // holds from and to, hidden unless they are asked for
	from, to *widgets.ParsedField[app.Day]
	whom     *whom
	outcomes []*widgets.Check // in the order of app.Dispositions
	format   *widgets.Choice

	count   *widgets.Text
	problem *widgets.Paragraph // why a file could not be written
	save    *widgets.Button
}

func newForm(p *Page) *form {
	say := p.say
	f := &form{page: p, count: widgets.NewText("", widgets.Muted), problem: widgets.NewParagraph("", widgets.Alarm)}
	f.problem.Hide()
	f.save = widgets.NewButton(widgets.Primary, say.Say("take.save", nil), p.Save).
		WithIcon(theme.IconExport).WithKey(say.Say("take.key.save", nil))
	fields := widgets.Column(10,
		widgets.NewParagraph(say.Say("take.about", nil), widgets.Note),
		f.periodField(), f.days, f.whomField(), f.outcomesField(), f.formatField())
	f.content = widgets.Sheet(widgets.NewText(say.Say("take.title", nil), widgets.Heading), fields,
		widgets.Column(8, f.problem, widgets.Row(16, f.save, widgets.Grow(f.count))))
	return f
}

func (f *form) periodField() fyne.CanvasObject {
	p := f.page
	var options []widgets.Option
	for _, key := range periods() {
		options = append(options, widgets.Option{Key: key, Text: p.say.Say("take.period."+key, nil)})
	}
	f.period = widgets.NewChoice(options, func(string) { f.periodChosen() }).Must()
	f.period.SetChosen(periodAll)
	day := func(name string) *widgets.ParsedField[app.Day] {
		field := widgets.NewParsedField(p.say.Say("take."+name, nil), p.say.Say("take."+name+".example", nil), p.readDay, p.recount)
		field.Entry().OnSubmitted = func(string) { p.Save() }
		return field
	}
	f.from, f.to = day("from"), day("to")
	f.days = widgets.Columns(16, nil, f.from, f.to, widgets.Space())
	f.days.Hide()
	f.which = widgets.NewField(p.say.Say("take.period", nil), f.period)
	return f.which
}

func (f *form) periodChosen() {
	if f.period.Chosen() == periodDays {
		f.days.Show()
	} else {
		f.days.Hide()
	}
	f.page.refresh()
	f.page.recount()
}

func (f *form) whomField() fyne.CanvasObject {
	f.whom = newWhom(f.page, f.page.recount, func() { f.page.Window.Focus(f.outcomes[0]) })
	return f.whom.content
}

func (f *form) outcomesField() fyne.CanvasObject {
	row := widgets.Wrap(16)
	for _, d := range app.Dispositions() {
		check := widgets.NewCheck(f.page.say.Disposition(d), widgets.Body, func(bool) { f.page.recount() })
		f.outcomes = append(f.outcomes, check)
		row.Add(check)
	}
	field := widgets.NewField(f.page.say.Say("take.outcomes", nil), row)
	field.SetHint(f.page.say.Say("take.outcomes.any", nil))
	return field
}

func (f *form) formatField() fyne.CanvasObject {
	var options []widgets.Option
	for _, format := range exporting.Formats() {
		options = append(options, widgets.Option{Key: string(format), Text: f.page.say.Say("take.format."+string(format), nil)})
	}
	f.format = widgets.NewChoice(options, nil).Must()
	f.format.SetChosen(string(exporting.CSV))
	return widgets.NewField(f.page.say.Say("take.format", nil), f.format)
}

// filter returns which calls are meant; false while a field cannot be taken.
func (f *form) filter() (exporting.Filter, bool) {
	filter := exporting.Filter{Customer: f.whom.id()}
	filter.From, filter.To = daysOf(f.period.Chosen(), f.page.today())
	ok := !f.whom.open()
	if f.period.Chosen() == periodDays {
		filter.From, filter.To, ok = f.typedDays(ok)
	}
	for i, d := range app.Dispositions() {
		if f.outcomes[i].Checked() {
			filter.Outcomes = append(filter.Outcomes, d)
		}
	}
	return filter, ok
}

func (f *form) typedDays(ok bool) (from, to app.Day, understood bool) {
	from, fromOK := f.from.Value()
	to, toOK := f.to.Value()
	return from, to, ok && (fromOK || f.from.Text() == "") && (toOK || f.to.Text() == "")
}

// check says beside each field what is wrong with it, gives the keyboard to the
// first, and tells whether all can be taken.
func (f *form) check() bool {
	wrong := fyne.Focusable(nil)
	if !f.whom.check() {
		wrong = f.whom.entry
	}
	if f.period.Chosen() == periodDays {
		if !f.to.Check() || f.which.Problem() != "" {
			wrong = f.to.Entry()
		}
		if !f.from.Check() {
			wrong = f.from.Entry()
		}
	}
	if wrong == nil {
		return true
	}
	f.tell("take.wrong", widgets.Alarm)
	f.page.Window.Focus(wrong)
	return false
}

// tell says below the form how many calls it is about; "" says nothing.
func (f *form) tell(key string, style widgets.Style) {
	text := ""
	if key != "" {
		text = f.page.say.Say(key, nil)
	}
	f.sayCount(text, style)
}

func (f *form) sayCount(text string, style widgets.Style) {
	f.count.SetStyle(style)
	f.count.SetText(text)
}

// fail says why the file could not be written; "" takes that back.
func (f *form) fail(sentence string) {
	f.problem.SetText(sentence)
	if sentence == "" {
		f.problem.Hide()
	} else {
		f.problem.Show()
	}
	f.page.refresh()
}
