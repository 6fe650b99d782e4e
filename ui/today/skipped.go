package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// skippedPanel is what stands below the list: how many people are not called
// today, and when it is open, who and why.
type skippedPanel struct {
	page    *Page
	foot    fyne.CanvasObject
	button  *widgets.Button
	people  *widgets.People
	open    bool
	reading bool
	again   bool
	known   bool // it was read and shown
	count   int
	more    bool      // than count
	until   time.Time // when the first of them may be called; zero: not by itself
}

func newSkippedPanel(p *Page) *skippedPanel {
	s := &skippedPanel{page: p}
	s.button = widgets.NewButton(widgets.Quiet, "", s.toggle).WithIcon(theme.IconChevron)
	s.people = widgets.NewPeople(func(key string) { p.left.pick(key) }, func(string) { p.enterCard() })
	s.foot = widgets.Column(0, widgets.Line(), widgets.Inset(widgets.Row(0, s.button), 8, 12, 8, 12))
	s.foot.Hide()
	return s
}

// toggle shows the people who are not called in place of the list, or the list
// again.
func (s *skippedPanel) toggle() {
	s.open = !s.open
	s.title()
	l := s.page.left
	if s.open {
		l.middle.Objects = []fyne.CanvasObject{s.people}
	} else {
		l.middle.Objects = []fyne.CanvasObject{l.people}
	}
	l.middle.Refresh()
}

// close shows the list again.
func (s *skippedPanel) close() {
	if s.open {
		s.toggle()
	}
}

func (s *skippedPanel) title() {
	icon, key := theme.IconChevron, "today.skipped"
	switch {
	case s.open:
		icon, key = theme.IconDown, "today.skipped.open"
	case s.more:
		key = "today.skipped.more"
	}
	s.button.WithIcon(icon).SetText(s.page.say.Count(key, s.count, nil))
	s.button.Refresh()
	if s.count == 0 && !s.open {
		s.foot.Hide()
	} else {
		s.foot.Show()
	}
	s.page.left.content.Refresh()
	s.foot.Refresh()
}

// readSkipped reads, off the UI goroutine, who is not called and puts it into
// sentences. It comes after the list, which nobody waits for it.
func (l *leftSide) readSkipped() {
	s, p := l.skipped, l.page
	if s.reading {
		s.again = true
		return
	}
	s.reading = true
	plan, now := p.agenda.plan, p.agenda.today.At
	var rest calllist.NotToday
	var groups []widgets.Group
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if rest, err = p.List.NotToday(ctx, mostSkipped); err == nil {
			groups = skippedGroups(rest, plan, now, p.say)
		}
		return err
	}, func(err error) {
		s.reading = false
		switch {
		case err != nil:
			p.Window.Failed(err)
		case p.mode == writesNote && s.known:
			p.waiting = true // nothing moves beside a note
		default:
			s.show(rest, groups)
		}
		if s.again {
			s.again = false
			l.readSkipped()
		}
	})
}

// mostSkipped is how many people are named: more than anybody reads, and few
// enough that a large book is not taken into memory for them.
const mostSkipped = 300

func (s *skippedPanel) show(rest calllist.NotToday, groups []widgets.Group) {
	s.known = true
	s.count, s.more, s.until = len(rest.People), rest.More, soonest(rest.People)
	s.people.SetGroups(groups)
	s.people.Choose(s.page.chosen.String())
	s.title()
	if s.page.mode == showsNobody {
		s.page.fill(s.page.nobody())
	}
}

// soonest returns when the first of those may be called who wait for a time.
func soonest(skipped []calllist.Skipped) time.Time {
	var first time.Time
	for _, s := range skipped {
		if u := s.Because.Until; !u.IsZero() && (first.IsZero() || u.Before(first)) {
			first = u
		}
	}
	return first
}

// skippedGroups sorts the people under what keeps them off the list, in the
// order of the guards, one sentence each.
func skippedGroups(rest calllist.NotToday, plan app.Plan, now time.Time, say *wording.Voice) []widgets.Group {
	guards := []calllist.Guard{
		calllist.GuardFull, calllist.GuardQuiet, calllist.GuardCooldown, calllist.GuardAttempts,
		calllist.GuardNoNumber, calllist.GuardDoNotCall, calllist.GuardArchived,
	}
	people := make(map[calllist.Guard][]widgets.Person)
	for _, s := range rest.People {
		people[s.Because.Guard] = append(people[s.Because.Guard], widgets.Person{
			Key: s.Customer.ID.String(), Name: say.Called(s.Customer),
			Line: say.Because(s.Because, now, plan.Location()),
		})
	}
	var groups []widgets.Group
	for _, g := range guards {
		if len(people[g]) > 0 {
			groups = append(groups, widgets.Group{Title: say.Guard(g), People: people[g]})
		}
	}
	return groups
}
