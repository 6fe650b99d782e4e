package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// nobody draws the right side when nobody is left to call: when the next opens,
// how many rest, and what else there is to do.
func (p *Page) nobody() fyne.CanvasObject {
	title := "today.nobody"
	if p.agenda.today.Done > 0 {
		title = "today.nobody.done"
	}
	parts := []string{p.nextOpening()}
	if n := p.left.skipped.count; n > 0 {
		key := "today.nobody.resting"
		if p.left.skipped.more {
			key = "today.nobody.resting.more"
		}
		parts = append(parts, p.say.Count(key, n, nil))
	}
	parts = append(parts, p.say.Say("today.nobody.else", nil))
	return widgets.EmptyState(theme.IconThank, p.say.Count(title, p.agenda.today.Done, nil),
		strings.TrimSpace(strings.Join(parts, " ")),
		p.way(theme.IconPerson, "today.begin.add", p.OnAddCustomer),
		p.way(theme.IconImport, "today.begin.import", p.OnImport))
}

// unread says that what belongs on the right side cannot be read, and why.
func (p *Page) unread(err error) fyne.CanvasObject {
	return widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err))
}

// nextOpening says when there is somebody to call again.
func (p *Page) nextOpening() string {
	now := p.agenda.today.At.In(p.agenda.plan.Location())
	if later := p.agenda.today.Later; len(later) > 0 {
		r := headline(later[0])
		at := r.By
		if at.IsZero() {
			at = r.Due
		}
		when := p.say.Clocks(p.say.By(at, now), at, now.Location(), app.Location(r.Zone, now.Location()))
		return p.say.Say("today.nobody.later", app.Args{"When": when, "Name": p.say.Called(later[0].Customer)})
	}
	if quiet := p.say.Quiet(p.agenda.plan.Calling, now); quiet != "" {
		return quiet
	}
	if until := p.left.skipped.until; !until.IsZero() {
		return p.say.Say("today.nobody.next", app.Args{"When": p.say.By(until, now)})
	}
	return ""
}

// way is one way to go on: what it is, and what it does.
func (p *Page) way(icon theme.Icon, key string, begin func()) *widgets.BigChoice {
	return widgets.NewBigChoice(icon, p.say.Say(key, nil), p.say.Say(key+".about", nil), begin)
}
