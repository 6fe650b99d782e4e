package exporting

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostFound is how many customers are offered for what is typed.
const mostFound = 5

// whom asks whose calls are meant: everybody's, or those of one customer, who
// is found by what is typed.
type whom struct {
	page    *Page
	content *fyne.Container
	field   *widgets.Field
	input   *fyne.Container // holds the entry, or the name of who is chosen
	entry   *widgets.Entry
	people  *widgets.People
	list    *fyne.Container // around people; hidden while there is nobody to offer
	asked   int             // counts questions; only the answer to the last is shown

	customer app.Customer // who is chosen; without an ID: everybody
	changed  func()
	next     func() // goes on to what comes after the field
}

func newWhom(p *Page, changed, next func()) *whom {
	w := &whom{page: p, changed: changed, next: next}
	w.entry = widgets.NewSearchField(p.say.Say("take.customer.everybody", nil), "")
	w.entry.OnChanged = w.look
	w.entry.OnKey = w.typed
	w.input = container.NewStack(w.entry)
	w.field = widgets.NewField(p.say.Say("take.customer", nil), w.input)
	w.people = widgets.NewPeople(nil, w.pick).Brisk()
	w.list = container.NewStack()
	w.list.Hide()
	w.content = widgets.Column(0, w.field, w.list)
	return w
}

// id returns whose calls are meant, zero for everybody's.
func (w *whom) id() app.ID { return w.customer.ID }

// open tells whether something is typed and nobody is chosen yet.
func (w *whom) open() bool { return w.id().IsZero() && strings.TrimSpace(w.entry.Text) != "" }

// check says beside the field what is missing, if anything is.
func (w *whom) check() bool {
	if w.open() {
		w.field.SetProblem(w.page.say.Say("take.customer.choose", nil))
	}
	return w.field.Problem() == ""
}

// look offers those who match what is typed.
func (w *whom) look(query string) {
	w.asked++
	mine, p := w.asked, w.page
	w.field.SetProblem("")
	w.changed()
	if strings.TrimSpace(query) == "" {
		w.offer(nil)
		return
	}
	p.Run.Go(func() {
		found, err := p.Book.Search(context.Background(), query, mostFound)
		p.Run.UI(func() {
			if mine != w.asked {
				return
			}
			if err != nil {
				p.Window.Failed(err)
				return
			}
			if len(found) == 0 {
				w.field.SetProblem(p.say.Say("take.customer.nobody", app.Args{"Query": strings.TrimSpace(query)}))
			}
			w.offer(found)
		})
	})
}

// offer lists customers below the field, the first of them chosen.
func (w *whom) offer(found []app.Found) {
	people := make([]widgets.Person, len(found))
	for i, one := range found {
		people[i] = widgets.Person{Key: one.ID.String(), Name: one.Name, Line: one.Phone}
		if one.Where != app.FoundName && one.Text != "" {
			people[i].Line, people[i].Pill = one.Text, w.page.say.FoundIn(one.Where)
		}
	}
	w.people.SetGroups([]widgets.Group{{People: people}})
	w.list.Objects = nil
	w.list.Hide()
	if len(people) > 0 {
		w.people.Choose(people[0].Key)
		height := float32(len(people)) * theme.RowHeight
		people := widgets.Inset(widgets.Fixed(0, height, w.people), 6, 1, 6, 1)
		w.list.Objects = []fyne.CanvasObject{widgets.Inset(widgets.Floating(people), 0, 0, 12, 0)}
		w.list.Show()
	}
	w.page.refresh()
}

// typed lets the arrows and Enter work in the list while the field has the
// focus.
func (w *whom) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if w.list.Visible() {
			w.people.TypedKey(key)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if w.list.Visible() && w.people.Chosen() != "" {
			w.pick(w.people.Chosen())
		} else {
			w.page.Save()
		}
	case fyne.KeyEscape:
		if w.entry.Text == "" {
			return false
		}
		w.entry.SetText("")
	default:
		return false
	}
	return true
}

// pick takes the customer of that key, and goes on.
func (w *whom) pick(key string) {
	id, err := app.ParseID(key)
	if err != nil {
		w.page.Window.Failed(err)
		return
	}
	w.take(id)
	w.next()
}

// take chooses a customer, or with the zero ID everybody.
func (w *whom) take(id app.ID) {
	w.entry.SetText("")
	w.asked++
	w.customer = app.Customer{ID: id}
	w.field.SetProblem("")
	w.offer(nil)
	w.show()
	w.changed()
	if id.IsZero() {
		return
	}
	mine, p := w.asked, w.page
	p.Run.Go(func() {
		customer, err := p.Book.Customer(context.Background(), id)
		p.Run.UI(func() {
			switch {
			case mine != w.asked:
			case app.CodeOf(err) == app.CodeNotFound && err != nil:
				w.gone()
			case err != nil:
				p.Window.Failed(err)
			default:
				w.customer = customer
				w.show()
			}
		})
	})
}

// gone says that whoever is chosen is not in the book any more.
func (w *whom) gone() { w.field.SetProblem(w.page.say.Say("take.customer.gone", nil)) }

// show shows the name of who is chosen, with a way to take that back, or the
// entry.
func (w *whom) show() {
	w.input.Objects = []fyne.CanvasObject{w.entry}
	if !w.id().IsZero() {
		chip := widgets.NewChip(w.name(), func() {
			w.take(app.ID{})
			w.page.Window.Focus(w.entry)
		})
		w.input.Objects = []fyne.CanvasObject{widgets.Fixed(0, theme.FieldHeight, widgets.Row(0, chip))}
	}
	w.page.refresh()
}

func (w *whom) name() string { return w.page.say.Called(w.customer) }
