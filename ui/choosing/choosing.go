// Package choosing asks for one customer, say, by what is typed: those who may be
// meant are offered below the field, and the keyboard alone chooses among them.
package choosing

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Most is how many are offered at a time.
const Most = 5

// Window is what a chooser asks of the window around it.
type Window interface {
	Failed(err error)
	Focus(object fyne.Focusable)
}

// Options say what is chosen, and who is told. All functions but Find are called
// on the UI goroutine.
type Options[F any] struct {
	Label, Example string
	Run            execute.Executor
	Window         Window

	// Find returns those whom what is typed may mean, the likeliest first, Most at
	// most.
	Find func(ctx context.Context, typed string, most int) ([]F, error)
	Line func(one F) widgets.Person // how one of them is offered
	Sure func(first F) bool         // whether Enter takes the likeliest without a further key; nil: always

	Typed  func()          // what is typed was changed
	Found  func(found []F) // was found for what is typed, and is offered; nil: nobody wants to know
	Picked func(one F)     // was picked from those offered
	Enter  func()          // Enter was pressed with nobody offered
	Undone func()          // who was shown as chosen is not any more
	Relay  func()          // the field takes other room now
}

// Chooser is a field with those who may be meant below it. Who is chosen, if
// anybody is, is its owner's to know.
type Chooser[F any] struct {
	Content *fyne.Container // the field and the list
	Field   *widgets.Field
	Entry   *widgets.Entry
	List    *fyne.Container // around people; hidden while there is nobody to offer

	o       Options[F]
	input   *fyne.Container // holds the entry, or the name of who is chosen
	people  *widgets.People
	offered []F
	asked   execute.Asked
	enter   bool // was pressed while the answer was on its way
	asking  bool // for who may be meant by what is typed
}

// New returns a chooser with nothing typed and nobody chosen.
func New[F any](o Options[F]) *Chooser[F] {
	c := &Chooser[F]{o: o}
	c.Entry = widgets.NewSearchField(o.Example, "")
	c.Entry.OnChanged = c.look
	c.Entry.OnKey = c.typed
	c.input = container.NewStack(c.Entry)
	c.Field = widgets.NewField(o.Label, c.input)
	c.people = widgets.NewPeople(nil, c.pick).Brisk()
	c.List = container.NewStack()
	c.List.Hide()
	c.Content = widgets.Column(0, c.Field, c.List)
	return c
}

// Text is what is typed.
func (c *Chooser[F]) Text() string { return strings.TrimSpace(c.Entry.Text) }

// Offered returns those who are offered, the likeliest first.
func (c *Chooser[F]) Offered() []F { return c.offered }

// Ask does work off the UI goroutine, and shows what came of it unless something
// else was asked for since. What fails is said.
func (c *Chooser[F]) Ask(work func(ctx context.Context) error, show func()) {
	c.asking, c.enter = false, false
	execute.Latest(c.o.Run, &c.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		c.o.Window.Failed, func(struct{}) { show() })
}

// look offers those who may be meant.
func (c *Chooser[F]) look(typed string) {
	c.asked++ // what was asked before is of no use
	c.asking, c.enter = false, false
	c.Field.SetProblem("")
	c.Field.SetHint("")
	c.o.Typed()
	if strings.TrimSpace(typed) == "" {
		c.offer(nil)
		return
	}
	c.asking = true
	execute.Latest(c.o.Run, &c.asked, func(ctx context.Context) ([]F, error) {
		return c.o.Find(ctx, typed, Most)
	}, func(err error) {
		c.asking, c.enter = false, false
		c.o.Window.Failed(err)
	}, func(found []F) {
		entered := c.enter
		c.asking, c.enter = false, false
		c.offer(found)
		if c.o.Found != nil {
			c.o.Found(found)
		}
		if entered {
			c.entered()
		}
	})
}

// offer lists them below the field, the first of them chosen if it is to be.
func (c *Chooser[F]) offer(found []F) {
	c.offered = found
	lines := make([]widgets.Person, len(found))
	for i, one := range found {
		lines[i] = c.o.Line(one)
	}
	c.people.SetGroups([]widgets.Group{{People: lines}})
	c.List.Objects = nil
	c.List.Hide()
	if len(lines) > 0 {
		c.people.Choose("")
		if c.o.Sure == nil || c.o.Sure(found[0]) {
			c.people.Choose(lines[0].Key)
		}
		height := float32(len(lines)) * theme.RowHeight
		people := widgets.Inset(widgets.Fixed(0, height, c.people), 6, 1, 6, 1)
		c.List.Objects = []fyne.CanvasObject{widgets.Inset(widgets.Floating(people), 0, 0, 12, 0)}
		c.List.Show()
	}
	c.o.Relay()
}

// typed lets the arrows and Enter work in the list while the field has the
// focus.
func (c *Chooser[F]) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if c.List.Visible() {
			c.people.TypedKey(key)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		c.entered()
	case fyne.KeyEscape:
		if c.Entry.Text == "" {
			return false
		}
		c.Entry.SetText("")
	default:
		return false
	}
	return true
}

// entered picks who is chosen of those offered. They may still be those that were
// found for what was typed before: then it waits for the answer.
func (c *Chooser[F]) entered() {
	switch {
	case c.asking:
		c.enter = true
	case c.List.Visible() && c.people.Chosen() != "":
		c.pick(c.people.Chosen())
	default:
		c.o.Enter()
	}
}

func (c *Chooser[F]) pick(key string) {
	for _, one := range c.offered {
		if c.o.Line(one).Key == key {
			c.o.Picked(one)
			return
		}
	}
}

// Show shows the name of who is chosen, with a way to take that back; "" shows
// the entry. What was asked before is not answered any more.
func (c *Chooser[F]) Show(name string) {
	c.asked++
	c.asking, c.enter = false, false
	c.offered = nil
	c.List.Hide()
	c.Field.SetProblem("")
	c.input.Objects = []fyne.CanvasObject{c.Entry}
	if name != "" {
		chip := widgets.NewChip(name, func() {
			c.o.Undone()
			c.o.Window.Focus(c.Entry)
		})
		c.input.Objects = []fyne.CanvasObject{widgets.Fixed(0, theme.FieldHeight, widgets.Row(0, chip))}
	}
	c.o.Relay()
}
