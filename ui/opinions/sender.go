package opinions

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostOffered is how many customers are offered for what is typed.
const mostOffered = 5

// sender asks who wrote a card: the number on it, a name or a telephone number
// is typed, and whoever that may be is offered. What finds nobody is kept as it
// stands on the card.
type sender struct {
	page    *Page
	content *fyne.Container
	field   *widgets.Field
	input   *fyne.Container // holds the entry, or the name of who is chosen
	entry   *widgets.Entry
	people  *widgets.People
	list    *fyne.Container // around people; hidden while there is nobody to offer
	offered []opinions.Candidate
	asked   int // counts questions; only the answer to the last is shown
	focused bool

	customer app.Customer // who is chosen; without an ID: nobody
	changed  func()
	next     func() // goes on to what comes after the field
	relay    func() // lays the form out anew
}

func newSender(p *Page, label string, changed, next, relay func()) *sender {
	s := &sender{page: p, changed: changed, next: next, relay: relay}
	s.entry = widgets.NewSearchField(p.say.Say("opinions.sender.example", nil), "")
	s.entry.OnChanged = s.look
	s.entry.OnKey = s.typed
	s.entry.OnFocus = func(has bool) {
		s.focused = has
		if !has {
			s.settle()
		}
	}
	s.input = container.NewStack(s.entry)
	s.field = widgets.NewField(label, s.input)
	s.people = widgets.NewPeople(nil, s.pick).Brisk()
	s.list = container.NewStack()
	s.list.Hide()
	s.content = widgets.Column(0, s.field, s.list)
	return s
}

// text is what is typed while nobody is chosen.
func (s *sender) text() string {
	if !s.customer.ID.IsZero() {
		return ""
	}
	return strings.TrimSpace(s.entry.Text)
}

// look offers those who may be meant.
func (s *sender) look(typed string) {
	s.asked++
	mine, p := s.asked, s.page
	s.field.SetProblem("")
	s.field.SetHint("")
	s.changed()
	if strings.TrimSpace(typed) == "" {
		s.offer(nil)
		return
	}
	p.Run.Go(func() {
		found, err := p.Desk.Candidates(context.Background(), typed, mostOffered)
		p.Run.UI(func() {
			switch {
			case mine != s.asked:
			case err != nil:
				p.Window.Failed(err)
			default:
				if len(found) == 0 {
					s.field.SetHint(p.say.Say("opinions.sender.unknown", nil))
				}
				s.offer(found)
				if !s.focused { // the answer came late
					s.settle()
				}
			}
		})
	})
}

// offer lists customers below the field, the first of them chosen.
func (s *sender) offer(found []opinions.Candidate) {
	s.offered = found
	people := make([]widgets.Person, len(found))
	for i, c := range found {
		people[i] = s.page.candidate(c)
	}
	s.people.SetGroups([]widgets.Group{{People: people}})
	s.list.Objects = nil
	s.list.Hide()
	if len(people) > 0 {
		s.people.Choose(people[0].Key)
		height := float32(len(people)) * theme.RowHeight
		people := widgets.Inset(widgets.Fixed(0, height, s.people), 6, 1, 6, 1)
		s.list.Objects = []fyne.CanvasObject{widgets.Inset(widgets.Floating(people), 0, 0, 12, 0)}
		s.list.Show()
	}
	s.relay()
}

// candidate is a line of those who may be meant, with what speaks for them.
func (p *Page) candidate(c opinions.Candidate) widgets.Person {
	line := widgets.Person{Key: c.Customer.ID.String(), Name: p.say.Called(c.Customer), Line: p.about(c.Customer)}
	if c.By != app.FoundName {
		line.Pill = p.say.FoundIn(c.By)
	}
	return line
}

// about tells customers of one name apart: number, telephone, town.
func (p *Page) about(c app.Customer) string {
	var parts []string
	if number := c.Reference(app.ReferenceShop); number != "" {
		parts = append(parts, p.say.Say("opinions.number", app.Args{"Number": number}))
	}
	if len(c.Phones) > 0 {
		parts = append(parts, p.say.Phone(c.Phones[0], p.plan.Country))
	}
	if len(c.Addresses) > 0 && c.Addresses[0].City != "" {
		parts = append(parts, c.Addresses[0].City)
	}
	return strings.Join(parts, separator)
}

// separator stands between the parts of a muted line.
const separator = " · "

// typed lets the arrows and Enter work in the list while the field has the
// focus.
func (s *sender) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if s.list.Visible() {
			s.people.TypedKey(key)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.list.Visible() && s.people.Chosen() != "" {
			s.pick(s.people.Chosen())
		} else {
			s.next()
		}
	case fyne.KeyEscape:
		if s.entry.Text == "" {
			return false
		}
		s.entry.SetText("")
	default:
		return false
	}
	return true
}

// settle takes the customer whose number was typed, as the keyboard goes on
// without Enter; of anybody else the list goes away, and the words stay.
func (s *sender) settle() {
	if len(s.offered) > 0 && s.offered[0].By == app.FoundReference && s.offered[0].Text == s.text() {
		s.set(s.offered[0].Customer)
		return
	}
	if s.list.Visible() && s.text() != "" {
		s.field.SetHint(s.page.say.Say("opinions.sender.kept", nil))
	}
	s.list.Hide()
	s.relay()
}

// pick takes the customer of that key, and goes on.
func (s *sender) pick(key string) {
	for _, c := range s.offered {
		if c.Customer.ID.String() == key {
			s.set(c.Customer)
			s.next()
			return
		}
	}
}

// set chooses a customer, or with the zero one nobody.
func (s *sender) set(who app.Customer) {
	s.asked++
	s.customer = who
	s.offered = nil
	s.list.Hide()
	s.field.SetProblem("")
	s.field.SetHint("")
	s.input.Objects = []fyne.CanvasObject{s.entry}
	if !who.ID.IsZero() {
		name := s.page.say.Called(who)
		chip := widgets.NewChip(name, func() {
			s.set(app.Customer{})
			s.entry.SetText("")
			s.page.Window.Focus(s.entry)
		})
		s.input.Objects = []fyne.CanvasObject{widgets.Fixed(0, theme.FieldHeight, widgets.Row(0, chip))}
		s.field.SetHint(s.page.about(who))
	}
	s.changed()
	s.relay()
}

// take reads a customer and chooses them.
func (s *sender) take(id app.ID) {
	s.asked++
	mine, p := s.asked, s.page
	p.Run.Go(func() {
		who, err := p.Book.Customer(context.Background(), id)
		p.Run.UI(func() {
			switch {
			case mine != s.asked:
			case err != nil:
				p.Window.Failed(err)
			default:
				s.set(who)
				s.next()
			}
		})
	})
}

// clear empties the field.
func (s *sender) clear(text string) {
	s.set(app.Customer{})
	s.entry.SetText(text)
	if text == "" {
		s.offer(nil)
	}
}
