package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// leftSide is the list, its heading with the progress of the day, and below it
// the people who are not called today.
type leftSide struct {
	page    *Page
	content fyne.CanvasObject
	done    *widgets.Text
	bar     *widgets.ProgressLine
	people  *widgets.People
	skipped *skippedPanel
	middle  *fyne.Container // the list, or the people who are not called
}

func newLeftSide(p *Page) *leftSide {
	l := &leftSide{page: p, done: widgets.NewText("", widgets.Muted), bar: widgets.NewProgressLine()}
	l.people = widgets.NewPeople(l.pick, func(string) { p.enterCard() })
	l.skipped = newSkippedPanel(p)
	l.middle = container.NewStack(l.people)
	top := widgets.Column(10,
		widgets.Row(8, widgets.Grow(widgets.NewText(p.say.Say("today.title", nil), widgets.Heading)), l.done),
		widgets.Fixed(0, 4, l.bar))
	l.content = container.NewBorder(widgets.Inset(top, 18, 20, 6, 20), l.skipped.foot, nil, nil, l.middle)
	return l
}

// pick shows the card of a person of the list.
func (l *leftSide) pick(key string) {
	id, err := app.ParseID(key)
	if err != nil {
		return
	}
	l.page.Choose(id)
}

// show shows a list, and the person chosen in it.
func (l *leftSide) show(a agenda, chosen app.ID) {
	say := l.page.say
	planned := a.planned()
	progress := ""
	if planned > 0 {
		progress = say.Say("today.progress", app.Args{"Done": a.today.Done, "Planned": planned})
	}
	l.done.SetText(progress)
	l.bar.SetPart(float64(a.today.Done) / float64(max(1, planned)))
	groups := make([]widgets.Group, len(a.groups))
	for i, g := range a.groups {
		groups[i] = widgets.Group{Title: groupTitle(g, say), People: make([]widgets.Person, len(g.entries))}
		for n, e := range g.entries {
			groups[i].People[n] = person(e, a, say)
		}
	}
	l.people.SetGroups(groups)
	if chosen.String() != l.people.Chosen() {
		l.people.Choose(chosen.String())
	}
	l.content.Refresh()
}

// mark shows which person is chosen.
func (l *leftSide) mark(id app.ID) {
	l.people.Choose(id.String())
	l.skipped.people.Choose(id.String())
}

func groupTitle(g group, say *wording.Voice) string {
	if g.kind == app.NoReason {
		return say.Say("today.later", nil)
	}
	return say.Kind(g.kind)
}

// person is the line of an entry: who, why, and when it presses.
func person(e calllist.Entry, a agenda, say *wording.Voice) widgets.Person {
	zone := a.plan.Location()
	r := headline(e)
	pill := say.Pill(r, a.today.At, a.plan)
	return widgets.Person{
		Key: e.Customer.ID.String(), Name: say.Called(e.Customer),
		Line: say.Reason(r, a.today.At, zone), Pill: pill.Text, Mood: mood(pill.Mood),
	}
}

func mood(m wording.Mood) widgets.Mood {
	switch m {
	case wording.MoodLate:
		return widgets.Late
	case wording.MoodSoon:
		return widgets.Soon
	}
	return widgets.Calm
}
