package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/complaints"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// mending are the fields about one thing to put right.
type mending struct {
	box       *widgets.Check // there is something to put right
	which     *whichCase     // what it is about
	stands    string         // what was wished for before of what it is about
	wrong     *widgets.Entry // what went wrong where it is something new; nil where what they said tells it
	wrongWhat *widgets.Paragraph
	wish      *widgets.Entry
	promise   *widgets.Entry
	pledge    *widgets.Paragraph // what is wrong with it, hidden while nothing is
	by        *widgets.ParsedField[when.Moment]
	check     *widgets.Paragraph // when we ask whether it worked
	serious   *widgets.Check     // the owner must call
}

// newMending makes the fields but for the box and the field for what went wrong.
func newMending(p *Page, card calling.Card, touched, relay func()) *mending {
	say := p.say
	m := &mending{pledge: widgets.NewProblem(), wrongWhat: widgets.NewProblem(), check: widgets.NewParagraph("", widgets.Note)}
	m.serious = widgets.NewCheck(say.Say("today.note.serious", nil), widgets.Muted, func(bool) { touched() })
	m.wish = widgets.NewEntry(say.Say("today.note.wish.example", nil))
	m.wish.OnChanged = func(string) { touched() }
	m.promise = widgets.NewEntry(say.Say("today.note.promise.example", nil))
	m.promise.OnChanged = func(string) { touched() }
	m.by = widgets.NewParsedField(say.Say("today.note.by", nil), say.Say("today.note.by.example", nil), func(text string) (when.Moment, string, string) {
		return p.readPromise(text, card, m.which.told(p.Clock()))
	}, func() {
		before := m.check.Text()
		m.check.SetText("")
		if by, ok := m.by.Value(); ok {
			ask := targets.Of(card.Plan, hours.Of(card.Plan, p.zone())).AskOn(by.Day)
			day := say.DayLong(ask, app.DayOf(p.Clock().In(p.zone())))
			m.check.SetText(say.Say("today.note.check", app.Args{"Day": day}))
		}
		if (m.check.Text() == "") != (before == "") {
			relay()
		}
		touched()
	})
	return m
}

// first returns the field that is filled in first.
func (m *mending) first() fyne.Focusable {
	switch {
	case m.which.asks():
		return m.which.choice
	case m.named():
		return m.wrong
	}
	return m.wish
}

// named tells whether what went wrong has to be typed.
func (m *mending) named() bool { return m.wrong != nil && m.which.of() == nil }

// restand shows what was wished for before of what it is about now, unless
// something else was typed, and by when that is to be put right.
func (m *mending) restand() {
	before := m.stands
	if m.stands = ""; m.which.of() != nil {
		m.stands = m.which.of().Wish
	}
	if m.stands != before && m.wish.Text == before {
		m.wish.FillIn(m.stands)
	}
	m.by.Reread()
}

// form lays the fields out below the box.
func (m *mending) form(say *wording.Voice) fyne.CanvasObject {
	column := widgets.Column(6, widgets.Wrap(16, m.box, m.serious))
	if asked := m.which.form(say); asked != nil {
		column.Add(asked)
	}
	if m.named() {
		column.Add(labelled(say.Say("today.note.else.wrong", nil), m.wrong, m.wrongWhat))
	}
	field := func(label string, parts ...fyne.CanvasObject) fyne.CanvasObject { // as high as the one beside it
		return widgets.Column(4, append([]fyne.CanvasObject{widgets.NewText(label, widgets.Label)}, parts...)...)
	}
	column.Add(beside([]float32{1, 1, 1},
		field(say.Say("today.note.wish", nil), m.wish),
		field(say.Say("today.note.promise", nil), m.promise, m.pledge),
		m.by))
	column.Add(m.check)
	return column
}

// fill puts what was typed before into the fields.
func (m *mending) fill(d calling.DraftWrong) {
	if m.wrong != nil {
		m.wrong.SetText(d.Wrong)
	}
	m.serious.SetChecked(d.Serious)
	if m.wish.SetText(d.Wish); d.Wish == m.stands {
		m.wish.FillIn(m.stands)
	}
	m.promise.SetText(d.Promise)
	m.by.SetText(d.By)
}

// typed returns what stands in the fields, letter by letter.
func (m *mending) typed() calling.DraftWrong {
	d := calling.DraftWrong{Of: m.which.chosen(), Wish: m.wish.Text, Promise: m.promise.Text, By: m.by.Text(), Serious: m.serious.Checked()}
	if m.wrong != nil {
		d.Wrong = m.wrong.Text
	}
	return d
}

// wanted returns what is to be put right, nil if the box is not ticked. Where a
// field is missing or cannot be read it says so there, and returns the field.
func (m *mending) wanted(plan app.Plan, say *wording.Voice) (wanted *calling.ToPutRight, unread fyne.Focusable) {
	if !m.box.Checked() {
		return nil, nil
	}
	if m.which.asks() {
		m.which.what.SetProblem(say.Say("today.note.of.missing", nil))
		return nil, m.which.choice
	}
	if !m.by.Check() {
		return nil, m.by.Entry()
	}
	typed := m.typed()
	wanted = &calling.ToPutRight{
		Wish: strings.TrimSpace(typed.Wish), Promise: strings.TrimSpace(typed.Promise), Serious: typed.Serious,
	}
	if by, given := m.by.Value(); given {
		wanted.By = complaints.EndOf(by, plan)
	}
	if c := m.which.of(); c != nil {
		wanted.Of = c.ID
	} else if m.wrong != nil {
		wanted.Wrong = strings.TrimSpace(typed.Wrong)
	} else {
		wanted.New = true
	}
	return wanted, nil
}
