package opinions

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/choosing"
	"ringback.app/ui/widgets"
)

// sender asks who wrote a card: the number on it, a name or a telephone number
// is typed, and whoever that may be is offered. What finds nobody is kept as it
// stands on the card.
type sender struct {
	*choosing.Chooser[opinions.Candidate]
	page    *Page
	focused bool

	customer app.Customer // who is chosen; without an ID: nobody
	coming   app.ID       // who is chosen as soon as they were read; zero: nobody
	about    []app.ID     // the purchase whose receipt was typed, where that found them
	changed  func()
	next     func() // goes on to what comes after the field
	relay    func() // lays the form out anew
}

func newSender(p *Page, label string, changed, next, relay func()) *sender {
	s := &sender{page: p, changed: changed, next: next, relay: relay}
	s.Chooser = choosing.New(choosing.Options[opinions.Candidate]{
		Label: label, Example: p.say.Say("opinions.sender.example", nil), Run: p.Run, Window: p.Window,
		Find: p.Desk.Candidates, Line: p.candidate, Sure: func(c opinions.Candidate) bool { return !c.Partly },
		Typed: s.typed, Found: s.found, Picked: func(c opinions.Candidate) { s.pick(c); s.next() },
		Enter: next, Undone: func() { s.clear("") }, Relay: relay,
	})
	s.Entry.OnFocus = func(has bool) {
		s.focused = has
		if !has {
			s.settle()
		}
	}
	return s
}

// typed follows what is typed: who was to be chosen is not, then.
func (s *sender) typed() {
	s.coming = app.ID{}
	s.changed()
}

// id names who is chosen, zero for nobody.
func (s *sender) id() app.ID {
	if !s.coming.IsZero() {
		return s.coming
	}
	return s.customer.ID
}

// text is what is typed while nobody is chosen.
func (s *sender) text() string {
	if !s.id().IsZero() {
		return ""
	}
	return s.Text()
}

// found says so where nobody is meant.
func (s *sender) found(candidates []opinions.Candidate) {
	if len(candidates) == 0 {
		s.Field.SetHint(s.page.say.Say("opinions.sender.unknown", nil))
		s.relay()
	}
	if !s.focused { // the answer came late
		s.settle()
	}
}

// candidate is a line of those who may be meant, with what speaks for them.
func (p *Page) candidate(c opinions.Candidate) widgets.Person {
	line := widgets.Person{Key: c.Customer.ID.String(), Name: p.say.Called(c.Customer), Line: p.about(c.Customer)}
	if c.By != app.FoundName {
		line.Pill = p.say.FoundIn(c.By)
	}
	return line
}

// about tells customers of one name apart.
func (p *Page) about(c app.Customer) string { return p.say.Apart(c, p.plan.Country) }

// separator stands between the parts of a muted line.
const separator = " · "

// settle takes the customer whose number was typed, as the keyboard goes on
// without Enter; of anybody else the list goes away, and the words stay.
func (s *sender) settle() {
	all := s.Offered()
	sure := len(all) > 0 && all[0].Text == s.text() && (all[0].By == app.FoundReference || all[0].By == app.FoundItem && len(all) == 1)
	if sure {
		s.pick(all[0])
		return
	}
	if s.List.Visible() && s.text() != "" {
		s.Field.SetHint(s.page.say.Say("opinions.sender.kept", nil))
	}
	s.List.Hide()
	s.relay()
}

// pick chooses a candidate, and what their receipt says that they write about.
func (s *sender) pick(c opinions.Candidate) {
	s.set(c.Customer, c.About)
}

// choose takes the customer, and goes on.
func (s *sender) choose(who app.Customer) {
	s.set(who, nil)
	s.next()
}

// set chooses a customer, or with the zero one nobody; about is what their receipt
// says that they write about.
func (s *sender) set(who app.Customer, about []app.ID) {
	s.customer, s.coming, s.about = who, app.ID{}, about
	name, hint := "", ""
	if !who.ID.IsZero() {
		name, hint = s.page.say.Called(who), s.page.about(who)
	}
	s.Field.SetHint(hint)
	s.Show(name)
	s.changed()
}

// take reads a customer and chooses them.
func (s *sender) take(id app.ID) {
	s.coming = id
	var who app.Customer
	var err error
	s.Ask(func(ctx context.Context) error {
		who, err = s.page.Book.Customer(ctx, id)
		return nil
	}, func() {
		if err != nil {
			s.coming = app.ID{}
			s.page.Window.Failed(err)
			return
		}
		s.choose(who)
	})
}

// clear types that text and chooses nobody.
func (s *sender) clear(text string) {
	s.set(app.Customer{}, nil)
	s.Entry.SetText(text)
}
