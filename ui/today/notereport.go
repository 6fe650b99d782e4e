package today

import (
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/when"
)

// draft returns what stands in the fields, letter by letter.
func (n *note) draft() calling.Draft {
	wrong := n.wrong.typed()
	d := calling.Draft{
		Start: n.start, Until: n.until, Typed: n.page.Clock(), Number: n.number, Disposition: app.Talked, By: n.page.by(), Anyway: n.anyway,
		Verbatim: n.said.Text, Themes: n.themes.Values(), Staff: n.staff.Values(), Praised: n.praisedStaff(),
		Quote: n.quote.Checked(), ToPutRight: n.wrong.box.Checked(), Wish: wrong.Wish, Promise: wrong.Promise,
		PromiseDay: wrong.By, Serious: wrong.Serious, Of: n.wrong.which.chosen(), Stars: n.stars.Chosen(), Next: n.next.Chosen(), Case: n.about, Fixes: n.fixes(),
	}
	if n.other.box.Checked() {
		other := n.other.typed()
		d.Else = &other
	}
	if score := n.score.Score(); score >= 0 {
		d.Score = strconv.Itoa(score)
	}
	if d.Next == nextOther {
		d.Next = n.nextDay.Text()
	}
	return d
}

// pinned returns a draft with its days as they were meant when it was taken down.
func (p *Page) pinned(d calling.Draft) calling.Draft {
	as := func(text string) string { return when.Pinned(text, d.Typed, p.reading(when.OnlyAhead)) }
	d.PromiseDay, d.PromiseHour = as(strings.TrimSpace(d.PromiseDay+" "+d.PromiseHour)), ""
	d.Next, d.NextHour = as(strings.TrimSpace(d.Next+" "+d.NextHour)), ""
	if d.Else != nil {
		other := *d.Else
		other.By = as(other.By)
		d.Else = &other
	}
	return d
}

// praisedStaff are those of the staff who were praised.
func (n *note) praisedStaff() []string {
	var praised []string
	for _, name := range n.staff.Values() {
		for _, p := range n.praised {
			if p == name {
				praised = append(praised, name)
			}
		}
	}
	return praised
}

// report returns the note as what came of the call. It is not ok where a field
// cannot be read; then the field says so and has the focus.
func (n *note) report() (calling.Report, bool) {
	r := calling.Report{
		Customer: n.customer(), Start: n.start, End: n.end(), By: n.page.by(), Number: n.number,
		Disposition: app.Talked, Anyway: n.anyway, Case: caseOf(n.card, n.about), Fixes: n.fixes(), Opinion: n.opinion(),
	}
	if r.Anyway == "" {
		r.Anyway = n.page.anyway[r.Customer]
	}
	for _, m := range []*mending{n.wrong, n.other} {
		wanted, unread := m.wanted(n.card.Plan, n.page.say)
		if unread != nil {
			n.relay()
			n.page.focus(unread)
			return r, false
		}
		if m == n.wrong {
			r.Complaint = wanted
		} else {
			r.Else = wanted
		}
	}
	next, ok := n.nextStep()
	r.Next = next
	return r, ok
}

// end returns when they stopped talking, as far as is known: now, and in a note
// that was left for later when something was typed last before that.
func (n *note) end() time.Time {
	end := n.page.Clock()
	if !n.live || end.Sub(n.start) > callLasts {
		end = n.until
	}
	if end.Before(n.start) || end.Sub(n.start) > callLasts {
		return n.start
	}
	return end
}

// opinion returns what they said, nil if they said nothing.
func (n *note) opinion() *calling.Said {
	said := calling.Said{
		Verbatim: strings.TrimSpace(n.said.Text), Themes: n.themes.Values(),
		Praised: n.praisedStaff(), Quote: n.quote.Checked(),
	}
	said.Score, said.Stars = n.rating()
	if said.Score == nil && said.Stars == nil && said.Verbatim == "" && len(said.Themes)+len(said.Praised) == 0 && !said.Quote {
		return nil
	}
	said.Staff = n.staff.Values()
	return &said
}

// nextStep returns the next call that was agreed on, nil if none was.
func (n *note) nextStep() (*app.NextStep, bool) {
	text := n.next.Chosen()
	if text == "" {
		return nil, true
	}
	if text == nextOther {
		if !n.nextDay.Check() {
			n.page.focus(n.nextDay.Entry())
			return nil, false
		}
		m, ok := n.nextDay.Value()
		if !ok {
			return nil, true
		}
		return &app.NextStep{At: m.In(n.page.zone()), Timed: m.Timed}, true
	}
	next, problem := n.page.readNext(text)
	n.problem.SetProblem(problem)
	return next, problem == ""
}
