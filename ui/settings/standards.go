package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// standards is the list of what the shop wants to be true of itself: each line
// has a measure, the shop's own words for it, and what the measure needs.
type standards struct {
	say     *wording.Voice
	content *fyne.Container
	list    *fyne.Container
	lines   []*standard
	touched func() // something was typed or chosen
}

// standard is one line.
type standard struct {
	measure *widgets.Select
	words   *widgets.Entry
	needs   *widgets.Entry // days, or a theme; hidden where the measure needs nothing
	field   *widgets.Field // around the measure; shows what is wrong
	ask     *fyne.Container
	row     fyne.CanvasObject
}

func newStandards(say *wording.Voice, was []settings.StandardField, touched func()) *standards {
	s := &standards{say: say, touched: touched, list: widgets.Column(2)}
	for _, f := range was {
		s.add(f)
	}
	more := widgets.NewButton(widgets.Quiet, say.Say("settings.more.standards", nil), func() {
		s.add(settings.StandardField{})
		s.content.Refresh()
	}).WithIcon(theme.IconAdd)
	s.content = widgets.Column(0, s.list, widgets.Row(0, more))
	return s
}

func (s *standards) add(f settings.StandardField) {
	var options []widgets.Option
	for _, m := range settings.Measures() {
		options = append(options, widgets.Option{Key: string(m), Text: s.say.Say("settings.measure."+string(m), nil)})
	}
	l := &standard{words: widgets.NewEntry(s.say.Say("settings.standard.words.example", nil)), needs: widgets.NewEntry(""), ask: widgets.Column(0)}
	l.measure = widgets.NewSelect(s.say.Say("settings.standard.choose", nil), options, func(string) {
		s.ask(l)
		s.touched()
	})
	l.measure.SetChosen(string(f.Measure))
	l.words.SetText(f.Words)
	l.needs.SetText(f.Within + f.Theme) // a measure needs one of them
	for _, e := range []*widgets.Entry{l.words, l.needs} {
		e.OnChanged = func(string) { s.touched() }
	}
	l.field = widgets.NewField(s.say.Say("settings.field.standards.measure", nil), l.measure)
	remove := widgets.NewButton(widgets.Quiet, "", func() { s.remove(l) }).WithIcon(theme.IconTrash).WithTip(s.say.Say("settings.standards.remove", nil))
	l.row = widgets.Row(8, widgets.Grow(widgets.Columns(12, []float32{4, 5, 2}, l.field,
		widgets.NewField(s.say.Say("settings.field.standards.words", nil), l.words), l.ask)), remove)
	s.ask(l)
	s.lines = append(s.lines, l)
	s.list.Add(l.row)
}

// ask shows the field that the measure needs.
func (s *standards) ask(l *standard) {
	l.ask.RemoveAll()
	switch m := app.Measure(l.measure.Chosen()); {
	case m.InDays():
		l.ask.Add(widgets.NewField(s.say.Say("settings.field.standards.within", nil), l.needs))
	case m == app.MeasureTheme:
		l.ask.Add(widgets.NewField(s.say.Say("settings.field.standards.theme", nil), l.needs))
	}
	if s.content != nil {
		s.content.Refresh()
	}
}

func (s *standards) remove(l *standard) {
	for i, other := range s.lines {
		if other == l {
			s.lines = append(s.lines[:i:i], s.lines[i+1:]...)
			break
		}
	}
	s.list.Remove(l.row)
	s.content.Refresh()
	s.touched()
}

// fields returns the lines as they are typed.
func (s *standards) fields() []settings.StandardField {
	var fields []settings.StandardField
	for _, l := range s.lines {
		f := settings.StandardField{Measure: app.Measure(l.measure.Chosen()), Words: strings.TrimSpace(l.words.Text)}
		switch needs := strings.TrimSpace(l.needs.Text); {
		case f.Measure.InDays():
			f.Within = needs
		case f.Measure == app.MeasureTheme:
			f.Theme = needs
		}
		fields = append(fields, f)
	}
	return fields
}

// take shows the problems that are about these lines and takes them out.
func (s *standards) take(problems map[string]string) {
	for i, l := range s.lines {
		at := settings.FieldAt(settings.FieldStandards, i)
		l.field.SetProblem(problems[at])
		delete(problems, at)
	}
}
