package customers

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/choosing"
	"ringback.app/ui/widgets"
)

// same asks who else in the book a customer is, by what is typed, where the owner
// knows it and nothing that is on record shows it.
type same struct {
	*choosing.Chooser[app.Found]
	page     *Page
	customer app.ID
	close    func() // takes the question away again
	relay    func() // gives it other room
}

func newSame(p *Page, customer app.ID) *same {
	s := &same{page: p, customer: customer}
	s.Chooser = choosing.New(choosing.Options[app.Found]{
		Label: p.say.Say("people.same.who", nil), Example: p.say.Say("people.same.example", nil), Run: p.Run, Window: p.Window,
		Find: s.find, Line: s.line, Found: s.found,
		Picked: func(one app.Found) { s.close(); p.OnSame(s.customer, one.ID) },
		Typed:  func() {}, Enter: func() {}, Undone: func() {}, Relay: func() { s.relay() },
	})
	return s
}

// find looks for others than the customer.
func (s *same) find(ctx context.Context, typed string, most int) ([]app.Found, error) {
	all, err := s.page.Book.Search(ctx, typed, most+1)
	if err != nil {
		return nil, err
	}
	var others []app.Found
	for _, one := range all {
		if one.ID != s.customer && len(others) < most {
			others = append(others, one)
		}
	}
	return others, nil
}

// found says so where nobody else matches what is typed.
func (s *same) found(all []app.Found) {
	if len(all) == 0 {
		s.Field.SetProblem(s.page.say.Say("people.same.nobody", app.Args{"Query": s.Text()}))
		s.relay()
	}
}

func (s *same) line(one app.Found) widgets.Person {
	line := widgets.Person{Key: one.ID.String(), Name: one.Name, Line: one.Phone}
	if one.Where != app.FoundName && one.Text != "" {
		line.Line, line.Pill = one.Text, s.page.say.FoundIn(one.Where)
	}
	return line
}

// sameness is what leads to the question, or the question where it is asked; nil if
// it leads nowhere.
func (v *person) sameness() fyne.CanvasObject {
	switch {
	case v.page.OnSame == nil:
		return nil
	case v.same == nil:
		return widgets.Row(0, widgets.NewButton(widgets.Quiet, v.page.say.Say("people.same", nil), v.askSame))
	}
	v.same.close = func() { v.askNot() }
	v.same.relay = func() {
		v.left.Refresh()
		v.left.ScrollToBottom()
	}
	return v.same.Content
}

// askSame asks who else the customer is.
func (v *person) askSame() {
	v.same = newSame(v.page, v.customer())
	v.drawDetails()
	v.left.ScrollToBottom()
	v.page.Window.Focus(v.same.Entry)
}

// askNot takes the question away; false if it is not asked.
func (v *person) askNot() bool {
	if v.same == nil {
		return false
	}
	v.same = nil
	v.drawDetails()
	v.page.Window.Focus(v.first())
	return true
}
