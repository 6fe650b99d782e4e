package today

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// strip names what the talk is about, of a purchase what they kept, or else why
// they are called, and how long a live one lasts; nil if there is nothing to say.
func (n *note) strip(say *wording.Voice) fyne.CanvasObject {
	row := widgets.Row(8)
	if b := n.card.Bought(); b != nil {
		today := app.DayOf(n.card.At.In(n.card.Plan.Location()))
		row.Add(widgets.NewText(say.Day(b.Day, today), widgets.Muted))
		bought := say.Bought(*b)
		if p := n.card.About[0]; b.Total != 0 && len(p.Lines) > 0 {
			bought += separator + say.Money(app.Money{Minor: b.Total, Currency: b.Currency})
		}
		row.Add(widgets.NewText(bought, widgets.Body))
	} else if about := aboutWhat(n.card, say); about != "" {
		row.Add(widgets.Grow(widgets.NewParagraph(about, widgets.Body).AtMost(2)))
	}
	talking := widgets.Fixed(talkingWidth, 0, widgets.Inset(n.talking, 0, 0, 0, 12))
	switch named := len(row.Objects) > 0; {
	case n.talking.Text() == "" && !named:
		return nil
	case n.talking.Text() == "":
	case !named:
		return widgets.Row(0, talking) // a band with nothing else on it would look like something missing
	default:
		row.Add(talking)
	}
	return widgets.Soft(row)
}

// ofThen says of which call the note is that is gone on with, and makes it one of a
// call that is made now.
func (n *note) ofThen() fyne.CanvasObject {
	p := n.page
	zone := n.card.Plan.Location()
	line := p.say.Say("today.note.then", app.Args{"When": p.say.AtMoment(n.start.In(zone), p.Clock().In(zone))})
	return widgets.Row(12, widgets.Grow(widgets.NewParagraph(line, widgets.Note)),
		widgets.NewButton(widgets.Quiet, p.say.Say("today.note.then.now", nil), p.isOfNow))
}

// aboutWhat returns what the list calls them about, where that is no purchase:
// what went wrong, in their words, else the reason; "" if there is none.
func aboutWhat(card calling.Card, say *wording.Voice) string {
	if len(card.Reasons) == 0 {
		return ""
	}
	r := card.Reasons[0]
	for _, c := range card.Complaints {
		if c.ID == r.Complaint && c.Wrong != "" {
			return c.Wrong
		}
	}
	if r.Wrong != "" {
		return r.Wrong
	}
	return say.Reason(r, card.At, card.Plan.Location())
}

// talkingWidth holds the length of a talk of some hours.
const talkingWidth = 110

// lasted writes how long a talk has lasted as a clock does: 3:12, 1:03:12.
func lasted(d time.Duration) string {
	s := int(max(d, 0) / time.Second)
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// form lays the fields out.
func (f *noteFields) form(say *wording.Voice) fyne.CanvasObject {
	form := widgets.Column(noteGap)
	if len(f.worked) > 0 {
		form.Add(f.workedForm(say))
	}
	form.Add(labelled(say.Say("today.note.score", nil), f.score,
		widgets.Row(8, widgets.NewText(say.Say("today.note.stars", nil), widgets.Small), widgets.Grow(f.stars))))
	form.Add(container.New(&saidLayout{}, widgets.SectionTitle(say.Say("today.note.said", nil)), f.said, f.saidWhat, f.quote))
	form.Add(beside([]float32{2, 3},
		labelled(say.Say("today.note.themes", nil), f.themes),
		labelled(say.Say("today.note.served", nil), f.praise)))
	form.Add(f.wrongBox)
	form.Add(widgets.Row(12, widgets.SectionTitle(say.Say("today.note.next", nil)), widgets.Grow(f.next)))
	form.Add(f.nextWhat)
	form.Add(f.nextDay)
	form.Add(f.nextHour.row)
	f.showWrong(say)
	f.showNext()
	f.showPraise(say)
	return form
}

// labelled puts a small heading above a field, and what may follow it.
func labelled(label string, field ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.Column(6, widgets.SectionTitle(label))
	for _, o := range field {
		column.Add(o)
	}
	return column
}

// relay lays the note out anew, since a part of it takes other room now.
func (f *noteFields) relay() {
	if f.body != nil {
		f.body.Refresh()
	}
}

// showPraise offers to tick for each of the staff that they were praised.
func (f *noteFields) showPraise(say *wording.Voice) {
	f.praise.RemoveAll()
	f.praise.Add(f.staff)
	for _, name := range f.staff.Values() {
		box := widgets.NewCheck(say.Say("today.note.praised", app.Args{"Staff": name}), widgets.Muted, func(on bool) {
			f.praised = slices.DeleteFunc(f.praised, func(n string) bool { return n == name })
			if on {
				f.praised = append(f.praised, name)
			}
			if f.changed != nil {
				f.changed()
			}
		})
		box.SetChecked(slices.Contains(f.praised, name))
		f.praise.Add(box)
	}
	f.relay()
}

// showWrong opens the part about what is to be put right, or closes it. Where
// they are unhappy it is offered. Where something was open before it asks whether
// it is about that; what is leaves room for something else that went wrong.
func (f *noteFields) showWrong(say *wording.Voice) {
	if f.wrongBox == nil {
		return // the fields are being made
	}
	f.wrongBox.RemoveAll()
	f.offerCases(say)
	switch {
	case f.wrong.box.Checked():
		f.wrongBox.Add(mendingBox(f.wrong.form(say)))
	case f.unhappy():
		f.wrongBox.Add(widgets.Callout(theme.ColorSoon, widgets.Column(6, widgets.Row(0, f.wrong.box),
			widgets.NewParagraph(say.Say("today.note.unhappy", nil), widgets.Note))))
	default:
		f.wrongBox.Add(widgets.Row(0, f.wrong.box))
	}
	switch {
	case f.other.box.Checked():
		f.wrongBox.Add(mendingBox(f.other.form(say)))
	case f.wrong.box.Checked() && f.wrong.which.of() != nil:
		f.wrongBox.Add(widgets.Row(0, f.other.box))
	}
	f.relay()
}

// mendingBox draws the frame around what is to be put right.
func mendingBox(form fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Layers(widgets.NewGround(theme.ColorSurface, theme.ColorSoon, theme.PanelCorner), widgets.Inset(form, 12, 18, 12, 18))
}

// showNext shows the field for another day where that was chosen, else the day that
// was; and where none is, what was agreed until now, since a talk takes its place.
func (f *noteFields) showNext() {
	f.nextWhat.Hide()
	f.nextDay.Hide()
	f.nextHour.row.Hide()
	switch chosen := f.next.Chosen(); chosen {
	case "":
		if f.nextWas != "" {
			f.nextWhat.SetText(f.nextHour.page.say.Say("today.note.next.was", app.Args{"When": f.nextWas}))
			f.nextWhat.Show()
		}
	case nextOther:
		f.nextDay.Show()
		f.nextHour.offer(f.nextDay.Text())
	default:
		f.nextWhat.SetText(f.nextHour.page.understood(chosen))
		f.nextWhat.Show()
	}
	f.showEnd()
}

// showEnd lays the note out anew and brings its end into sight, for who sees to the
// next call: how that is understood stands below it.
func (f *noteFields) showEnd() {
	f.relay()
	if n := f.nextHour.page.note; n != nil && n.scroll != nil && (widgets.HasKeyboard(f.next) || widgets.HasKeyboard(f.nextDay)) {
		n.scroll.ScrollToBottom()
	}
}

// complain says at each field what is wrong with it, and in one line below what
// belongs to none.
func (n *note) complain(problems map[string]string) {
	n.saidWhat.SetProblem("")
	for _, m := range []*mending{n.wrong, n.other} {
		m.wrongWhat.SetProblem("")
		m.pledge.SetProblem("")
	}
	n.problem.SetProblem("")
	for _, field := range slices.Sorted(maps.Keys(problems)) {
		problem := problems[field]
		switch field {
		case calling.FieldOf:
			n.wrong.which.what.SetProblem(problem)
			n.page.focus(n.wrong.first())
		case calling.FieldElseOf:
			n.other.which.what.SetProblem(problem)
			n.page.focus(n.other.first())
		case calling.FieldSaid, calling.FieldWrong, calling.FieldQuote:
			n.saidWhat.SetProblem(problem)
			n.page.focus(n.said)
		case calling.FieldScore, calling.FieldStars:
			n.problem.SetProblem(problem)
			n.page.focus(n.score)
		case calling.FieldPromise:
			n.pledgeProblem(n.wrong, problem)
		case calling.FieldElsePromise:
			n.pledgeProblem(n.other, problem)
		case calling.FieldElseWrong:
			n.other.wrongWhat.SetProblem(problem)
			n.page.focus(n.other.wrong)
		case calling.FieldBy:
			n.byProblem(n.wrong, problem)
		case calling.FieldElseBy:
			n.byProblem(n.other, problem)
		default:
			n.problem.SetProblem(problem)
		}
	}
	n.relay()
}

func (n *note) pledgeProblem(m *mending, problem string) {
	m.pledge.SetProblem(problem)
	n.page.focus(m.promise)
}

func (n *note) byProblem(m *mending, problem string) {
	m.by.SetProblem(problem)
	n.page.focus(m.by.Entry())
}
