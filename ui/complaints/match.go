package complaints

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostCandidates is how many people are offered at a time, and candidateRows how
// many of them are seen at once.
const (
	mostCandidates = 8
	candidateRows  = 3
)

// askMatch asks who complained, and offers those whom the words on the card, or
// what is typed, may mean.
func (p *Page) askMatch() {
	file := *p.file
	a := &ask{page: p, draft: draftOf{file.Complaint.ID, "match"}, order: []string{"who"}}
	m := &matching{ask: a, opinion: file.Opinion, others: widgets.NewCheck("", widgets.Body, nil)}
	m.others.Hide()
	people := widgets.NewPeople(nil, func(key string) { p.match(m, key) }).Brisk()
	entry := widgets.NewEntry(p.say.Say("complaints.ask.match.who.example", nil))
	entry.SelectFilled = true
	m.field = widgets.NewField(p.say.Say("complaints.ask.match", nil), entry)
	a.entries = map[string]*widgets.Entry{"who": entry}
	a.save = func() {
		if people.Len() > 0 && people.Chosen() == "" {
			m.field.SetHint(p.say.Say("complaints.ask.match.choose", nil))
		}
		p.match(m, people.Chosen())
	}
	entry.OnSubmitted = func(string) { a.save() }
	entry.OnKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
			people.TypedKey(key)
			return true
		}
		return false
	}
	var asked execute.Asked
	look := func(text string) {
		execute.Latest(p.Run, &asked, func(ctx context.Context) ([]opinions.Candidate, error) {
			return p.Matcher.Candidates(ctx, text, mostCandidates)
		}, func(err error) {
			if p.asking == a {
				p.Window.Failed(err)
			}
		}, func(found []opinions.Candidate) {
			if p.asking == a {
				p.offer(people, found, file.Plan.Country)
				m.say(p, text, found)
			}
		})
	}
	entry.SetText(file.Sender)
	entry.OnChanged = look
	a.content = widgets.Column(6,
		m.field,
		widgets.Fixed(0, candidateRows*theme.RowHeight, people), m.others,
		widgets.ButtonRow(
			widgets.NewButton(widgets.Primary, p.say.Say("complaints.ask.match.save", nil), func() { a.save() }).WithKey(p.say.Say("complaints.key.enter", nil)),
			widgets.NewButton(widgets.Plain, p.say.Say("complaints.back", nil), p.Back).WithKey(p.say.Say("complaints.key.escape", nil))))
	p.ask(a)
	look(file.Sender)
	p.include(m)
}

// matching is a question of who it is, under way.
type matching struct {
	*ask
	opinion app.Opinion
	field   *widgets.Field // in which who it is, is typed
	others  *widgets.Check // whether the other cards of the same sender are theirs, too
	theirs  []app.ID       // those cards
}

// say says so where nobody is found.
func (m *matching) say(p *Page, typed string, found []opinions.Candidate) {
	hint := ""
	if len(found) == 0 && strings.TrimSpace(typed) != "" {
		hint = p.say.Say("complaints.ask.match.nobody", nil)
	}
	m.field.SetHint(hint)
	p.right.Refresh()
}

// include offers to say the same of the other cards of that sender.
func (p *Page) include(m *matching) {
	var others []app.ID
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		others, err = p.Matcher.Others(ctx, m.opinion)
		return err
	}, func(err error) {
		switch {
		case p.asking != m.ask:
		case err != nil:
			p.Window.Failed(err)
		case len(others) > 0:
			m.theirs = others
			m.others.SetText(p.say.Count("opinions.unmatched.others", len(others), nil))
			m.others.SetChecked(opinions.Certain(m.opinion.Sender))
			m.others.Show()
			p.right.Refresh()
		}
	})
}

// offer shows who may be meant, told apart, the most likely first, and chosen where
// all that stands on the card speaks for them.
func (p *Page) offer(people *widgets.People, found []opinions.Candidate, country string) {
	rows := make([]widgets.Person, len(found))
	for i, c := range found {
		rows[i] = widgets.Person{Key: c.Customer.ID.String(), Name: p.say.Called(c.Customer), Line: p.say.Apart(c.Customer, country)}
		if c.By != app.FoundName {
			rows[i].Pill = p.say.FoundIn(c.By)
		}
	}
	people.SetGroups([]widgets.Group{{People: rows}})
	people.Choose("")
	if len(found) > 0 && !found[0].Partly { // else whoever it is has to be chosen
		people.Choose(people.First())
	}
	people.Refresh()
}

// match says whose words they are.
func (p *Page) match(m *matching, key string) {
	customer, err := app.ParseID(key)
	if err != nil || customer.IsZero() || m.saving {
		return
	}
	m.saving = true
	by, all := p.by(), []app.ID{m.opinion.ID}
	if m.others.Checked() {
		all = append(all, m.theirs...)
	}
	p.do(p.done("matched", func(ctx context.Context) (app.Applied, error) {
		return p.Matcher.Match(ctx, all, customer, by)
	}), p.stopAsking, func(err error) {
		m.saving = false
		p.Window.Failed(err)
	})
}
