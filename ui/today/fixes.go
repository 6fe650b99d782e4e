package today

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// fixAsked is "did it work?" of one thing that was put right.
type fixAsked struct {
	complaint app.ID
	about     string // what was wrong, in their words
	done      string // what was done, and when
	answer    *widgets.Choice
}

// The answers to whether a fix worked.
const (
	fixWorks    = "yes"
	fixFails    = "no"
	fixNotAsked = "not-asked"
)

// caseOf returns the complaint that a call is about as long as that is open: one
// that is over leaves the call without it.
func caseOf(card calling.Card, about app.ID) app.ID {
	if slices.ContainsFunc(card.Complaints, func(c app.Complaint) bool { return c.ID == about }) {
		return about
	}
	return app.ID{}
}

// buildWorked makes a question for each thing that was put right before the call was
// over, zero if it is not, in the order of the card: also before the list asks it.
func (f *noteFields) buildWorked(card calling.Card, over time.Time, say *wording.Voice, touched func()) {
	now := card.At.In(card.Plan.Location())
	for _, c := range card.Complaints {
		if c.PutRight.IsZero() || !over.IsZero() && c.PutRight.After(over) {
			continue
		}
		var parts []string
		if c.Remedy != nil {
			parts = append(parts, say.Given(*c.Remedy))
		}
		parts = append(parts, say.Say("today.note.worked.since", app.Args{"When": say.AtMoment(c.PutRight, now)}))
		asked := fixAsked{complaint: c.ID, about: say.Quoted(inBrief(c.Wrong)), done: strings.Join(parts, separator)}
		asked.answer = widgets.NewChoice([]widgets.Option{
			{Key: fixWorks, Text: say.Say("today.yes", nil)},
			{Key: fixFails, Text: say.Say("today.no", nil)},
			{Key: fixNotAsked, Text: say.Say("today.note.worked.not-asked", nil)},
		}, func(string) { touched() }).Must()
		asked.answer.SetChosen(fixNotAsked)
		f.worked = append(f.worked, asked)
	}
}

// workedForm lays the questions out, a line each.
func (f *noteFields) workedForm(say *wording.Voice) fyne.CanvasObject {
	column := widgets.Column(10)
	for _, one := range f.worked {
		words := widgets.Column(0)
		if one.about != "" {
			words.Add(widgets.NewParagraph(one.about, widgets.Body).AtMost(2))
		}
		words.Add(widgets.NewParagraph(one.done, widgets.Note).AtMost(2))
		column.Add(widgets.Row(12, widgets.Grow(words), one.answer))
	}
	return labelled(say.Say("today.note.worked", nil), column)
}

// fixes returns the answers given.
func (f *noteFields) fixes() []calling.Fix {
	var given []calling.Fix
	for _, one := range f.worked {
		if chosen := one.answer.Chosen(); chosen == fixWorks || chosen == fixFails {
			given = append(given, calling.Fix{Complaint: one.complaint, Worked: chosen == fixWorks})
		}
	}
	return given
}

// fillWorked puts the answers of a draft into the questions.
func (f *noteFields) fillWorked(given []calling.Fix) {
	for _, one := range f.worked {
		for _, fix := range given {
			switch {
			case fix.Complaint != one.complaint:
			case fix.Worked:
				one.answer.SetChosen(fixWorks)
			default:
				one.answer.SetChosen(fixFails)
			}
		}
	}
}
