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

// strip names the purchase that the talk is about, and how long it lasts.
func (n *note) strip(say *wording.Voice) fyne.CanvasObject {
	row := widgets.Row(8)
	if len(n.card.Purchases) > 0 {
		p := n.card.Purchases[0]
		today := app.DayOf(n.card.At.In(n.card.Plan.Location()))
		row.Add(widgets.NewText(say.Day(p.Day, today), widgets.Muted))
		bought := say.Bought(p.InBrief(n.card.Plan))
		if p.Total != 0 && len(p.Lines) > 0 {
			bought += separator + say.Money(app.Money{Minor: p.Total, Currency: p.Currency})
		}
		row.Add(widgets.NewText(bought, widgets.Body))
	}
	row.Add(widgets.Inset(n.talking, 0, 0, 0, 12))
	return widgets.Soft(row)
}

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
	form := widgets.Column(14)
	if f.worked != nil {
		form.Add(labelled(say.Say("today.note.worked", nil), f.worked))
	}
	form.Add(labelled(say.Say("today.note.score", nil), f.score))
	form.Add(f.saidBox)
	form.Add(container.New(&factsLayout{},
		labelled(say.Say("today.note.themes", nil), f.themes),
		widgets.Column(8, labelled(say.Say("today.note.served", nil), f.staff), f.praise, f.quote)))
	form.Add(f.wrongBox)
	form.Add(labelled(say.Say("today.note.next", nil), f.next))
	form.Add(f.nextDay)
	f.showWrong(say)
	f.showNext()
	f.showPraise(say)
	return form
}

// labelled puts a small heading above a field that is never wrong.
func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(6, widgets.SectionTitle(label), o)
}

// showPraise offers to tick for each of the staff that they were praised.
func (f *noteFields) showPraise(say *wording.Voice) {
	f.praise.RemoveAll()
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
	f.praise.Refresh()
}

// showWrong opens the part about what is to be put right, or closes it.
func (f *noteFields) showWrong(say *wording.Voice) {
	f.wrongBox.RemoveAll()
	if f.wrong.Checked() {
		wish := widgets.NewField(say.Say("today.note.wish", nil), f.wish)
		f.wrongBox.Add(widgets.Callout(theme.ColorSoon, widgets.Column(8, f.wrong,
			container.New(&factsLayout{}, wish, f.pledge, f.by, f.check))))
	} else {
		f.wrongBox.Add(widgets.Row(0, f.wrong))
	}
	f.wrongBox.Refresh()
}

// showNext shows the field for another day where that was chosen.
func (f *noteFields) showNext() {
	if f.next.Chosen() == nextOther {
		f.nextDay.Show()
	} else {
		f.nextDay.Hide()
	}
}

// complain says at each field what is wrong with it, and in one line below what
// belongs to none.
func (n *note) complain(problems map[string]string) {
	n.saidBox.SetProblem("")
	n.pledge.SetProblem("")
	n.problem.SetText("")
	for _, field := range slices.Sorted(maps.Keys(problems)) {
		problem := problems[field]
		switch field {
		case calling.FieldSaid, calling.FieldWrong, calling.FieldQuote:
			n.saidBox.SetProblem(problem)
			n.page.Window.Focus(n.said)
		case calling.FieldPromise:
			n.pledge.SetProblem(problem)
			n.page.Window.Focus(n.promise)
		case calling.FieldBy:
			n.by.SetProblem(problem)
			n.page.Window.Focus(n.by.Entry())
		default:
			n.problem.SetText(problem)
		}
	}
}
