package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// form asks how the subject is written, and what of it. What says nothing of the
// subject is left out, and keeps what was chosen for the next one.
type form struct {
	page    *Page
	what    subject
	content fyne.CanvasObject

	title  *widgets.Text
	about  *widgets.Paragraph
	fields *fyne.Container // what is asked about the subject

	format   *widgets.Choice // of the subject's formats
	written  *widgets.Field  // around it
	period   *widgets.Choice // of the subject's periods
	which    *widgets.Field  // around it
	days     *fyne.Container // holds from and to
	from, to *widgets.ParsedField[app.Day]
	whom     *whom
	outcomes []*widgets.Check // in the order of app.Dispositions
	came     *widgets.Field   // around outcomes

	count   *widgets.Paragraph
	problem *widgets.Paragraph // why a file could not be written
	result  *fyne.Container    // says what was written last
	save    *widgets.Button
}

func newForm(p *Page) *form {
	say := p.say
	f := &form{
		page: p, title: widgets.NewText("", widgets.Heading), about: widgets.NewParagraph("", widgets.Muted),
		count: widgets.NewParagraph("", widgets.Muted).AtMost(2), problem: widgets.NewProblem(), result: container.NewStack(),
	}
	f.result.Hide()
	f.save = widgets.NewButton(widgets.Primary, say.Say("take.save", nil), p.Save).
		WithIcon(theme.IconExport).WithKey(say.Say("take.key.save", nil))
	f.buildDays()
	f.whom = newWhom(p, p.touched, f.afterWhom)
	f.buildOutcomes()
	f.fields = widgets.Column(10)
	f.content = widgets.Sheet(f.title, f.fields,
		widgets.Column(8, f.result, f.problem, widgets.Row(16, f.save, widgets.Grow(f.count))))
	f.set(subjects()[0])
	return f
}

// set asks about another subject.
func (f *form) set(what subject) {
	say, key := f.page.say, string(what.key)
	f.what = what
	f.title.SetText(say.Say("take.what."+key, nil))
	f.about.SetText(say.Say("take.about."+key, nil))
	f.setFormats(what.formats)
	f.setPeriods(what.periods)
	f.arrange()
}

// arrange puts together what is asked about the subject.
func (f *form) arrange() {
	f.fields.Objects = []fyne.CanvasObject{f.about, widgets.Gap(0, 2)}
	for _, field := range []struct {
		field fyne.CanvasObject
		asked bool
	}{
		{f.written, len(f.what.formats) > 1},
		{f.which, len(f.what.periods) > 0},
		{f.days, len(f.what.periods) > 0 && f.period.Chosen() == periodDays},
		{f.whom.Content, f.what.whom},
		{f.came, f.what.outcomes},
	} {
		if field.asked {
			f.fields.Add(field.field)
		}
	}
	f.fields.Add(widgets.NewParagraph(f.page.say.Say("take.safe", nil), widgets.Note))
	f.page.refresh()
}

func show(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

func (f *form) setFormats(formats []exporting.Format) {
	f.format = f.choice("take.format.", len(formats), func(i int) string { return string(formats[i]) }, f.page.touched)
	f.written = widgets.NewField(f.page.say.Say("take.format", nil), f.format)
}

// setPeriods offers other periods; the one chosen before stays if it is among
// them.
func (f *form) setPeriods(periods []string) {
	before := ""
	if f.period != nil {
		before = f.period.Chosen()
	}
	f.period = f.choice("take.period.", len(periods), func(i int) string { return periods[i] }, f.periodChosen)
	if before != "" {
		f.period.SetChosen(before)
		if f.period.Chosen() == "" && len(periods) > 0 {
			f.period.SetChosen(periods[0])
		}
	}
	f.which = widgets.NewField(f.page.say.Say("take.period", nil), f.period)
}

// choice offers n things by their keys, of which the first is chosen.
func (f *form) choice(prefix string, n int, key func(i int) string, changed func()) *widgets.Choice {
	var options []widgets.Option
	for i := range n {
		options = append(options, widgets.Option{Key: key(i), Text: f.page.say.Say(prefix+key(i), nil)})
	}
	c := widgets.NewChoice(options, func(string) { changed() }).Must()
	if n > 0 {
		c.SetChosen(key(0))
	}
	return c
}

func (f *form) buildDays() {
	p := f.page
	day := func(name string, read widgets.Parse[app.Day], changed func()) *widgets.ParsedField[app.Day] {
		field := widgets.NewParsedField(p.say.Say("take."+name, nil), p.say.Say("take."+name+".example", nil), read, changed)
		field.Entry().OnSubmitted = func(string) { p.Save() }
		return field
	}
	f.from = day("from", func(text string) (app.Day, string, string) { return p.readDay(text, 0) }, func() {
		f.to.Reread() // it is looked for from the first day on
		p.touched()
	})
	f.to = day("to", func(text string) (app.Day, string, string) {
		from, _ := f.from.Value()
		return p.readDay(text, from)
	}, p.touched)
	f.days = widgets.Columns(16, nil, f.from, f.to)
}

func (f *form) periodChosen() {
	f.arrange()
	f.page.touched()
}

func (f *form) buildOutcomes() {
	row := widgets.Wrap(16)
	for _, d := range app.Dispositions() {
		check := widgets.NewCheck(f.page.say.Disposition(d), widgets.Body, func(bool) { f.page.touched() })
		f.outcomes = append(f.outcomes, check)
		row.Add(check)
	}
	f.came = widgets.NewField(f.page.say.Say("take.outcomes", nil), row)
	f.came.SetHint(f.page.say.Say("take.outcomes.any", nil))
}

// first is where the form begins.
func (f *form) first() fyne.Focusable {
	switch {
	case len(f.what.formats) > 1:
		return f.format
	case len(f.what.periods) > 0:
		return f.period
	}
	return f.save
}

// afterWhom goes on to what comes after the customer.
func (f *form) afterWhom() {
	if f.what.outcomes {
		f.page.Window.Focus(f.outcomes[0])
		return
	}
	f.page.Window.Focus(f.save)
}

// order returns what is asked for; false while a field cannot be taken.
func (f *form) order() (order, bool) {
	o, ok := order{what: f.what.key, format: exporting.Format(f.format.Chosen())}, true
	if f.what.whom {
		o.filter.Customer, ok = f.whom.id(), !f.whom.open()
	}
	if len(f.what.periods) > 0 {
		o.filter.From, o.filter.To = daysOf(f.period.Chosen(), f.page.today())
		if f.period.Chosen() == periodDays {
			o.filter.From, o.filter.To, ok = f.typedDays(ok)
		}
	}
	if f.what.outcomes {
		for i, d := range app.Dispositions() {
			if f.outcomes[i].Checked() {
				o.filter.Outcomes = append(o.filter.Outcomes, d)
			}
		}
	}
	return o, ok
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
	if f.what.whom && !f.whom.check() {
		wrong = f.whom.Entry
	}
	if len(f.what.periods) > 0 && f.period.Chosen() == periodDays {
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
	f.tell(f.page.say.Say("take.wrong", nil), widgets.Alarm)
	f.page.sides.ShowLeft(false)
	f.page.Window.Focus(wrong)
	return false
}

// tell says beside Save how much it is, or what is missing.
func (f *form) tell(text string, style widgets.Style) {
	f.count.SetStyle(style)
	f.count.SetText(text)
}

// fail says why the file could not be written; "" takes that back.
func (f *form) fail(sentence string) {
	f.problem.SetProblem(sentence)
	f.page.refresh()
}

// said shows what was written; nil takes that back.
func (f *form) said(result fyne.CanvasObject) {
	if result == nil && !f.result.Visible() {
		return
	}
	f.result.Objects = nil
	if result != nil {
		f.result.Objects = []fyne.CanvasObject{result}
	}
	show(f.result, result != nil)
	f.page.refresh()
}
