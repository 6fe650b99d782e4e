package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostFound is how many customers drop down from the search field.
const mostFound = 8

// found is what drops down from the search field while somebody types.
type found struct {
	of      *Window
	layer   *fyne.Container // over the whole window, hidden most of the time
	people  *widgets.People
	nothing *widgets.Paragraph
	more    *fyne.Container // below the people: there are others
	query   string
	asked   execute.Asked
	current bool           // what drops down answers to the query
	enter   bool           // was pressed before it did
	was     fyne.Focusable // has the focus again when the search is given up; nil: nothing
}

func newFound(w *Window) *found {
	f := &found{of: w, nothing: widgets.NewParagraph("", widgets.Muted)}
	f.people = widgets.NewPeople(nil, f.open).Brisk()
	f.more = widgets.Inset(widgets.NewText(w.Voice.Say("window.search.more", nil), widgets.Note), 2, 20, 10, 20)
	f.more.Hide()
	panel := widgets.Floating(container.NewStack(
		widgets.Column(0, widgets.Grow(widgets.Inset(f.people, 6, 1, 6, 1)), f.more), widgets.Inset(f.nothing, 16, 20, 16, 20),
	))
	f.layer = container.New(&foundLayout{f}, newVeil(f.close), panel)
	f.layer.Hide()
	return f
}

// look asks for what is typed.
func (f *found) look(query string) {
	f.query, f.current, f.enter = query, false, false
	if query == "" {
		f.asked++
		f.close()
		return
	}
	execute.Latest(f.of.Run, &f.asked, func(ctx context.Context) ([]app.Found, error) {
		return f.of.Book.Search(ctx, query, mostFound+1)
	}, func(err error) {
		f.of.Failed(err)
		f.tell(f.of.Voice.Error(err))
	}, f.show)
}

func (f *found) show(all []app.Found) {
	f.more.Hidden = len(all) <= mostFound
	all = all[:min(len(all), mostFound)]
	people := make([]widgets.Person, len(all))
	for i, one := range all {
		people[i] = f.line(one)
	}
	f.current = true
	f.people.SetGroups([]widgets.Group{{People: people}})
	if len(people) > 0 {
		f.people.Choose(people[0].Key)
		f.people.Show()
		f.nothing.Hide()
		f.of.reveal(f.layer)
	} else {
		f.tell(f.of.Voice.Say("window.search.nothing", app.Args{"Query": f.query}))
	}
	if f.enter {
		f.enter = false
		f.openChosen()
	}
}

// tell shows a sentence in the place of people.
func (f *found) tell(text string) {
	f.people.SetGroups(nil)
	f.more.Hide()
	f.nothing.SetText(text)
	f.people.Hide()
	f.nothing.Show()
	f.of.reveal(f.layer)
}

// openChosen opens whoever is chosen. What drops down may still answer to what
// was typed before: then it waits for the answer.
func (f *found) openChosen() {
	switch {
	case !f.current:
		f.enter = true
	case f.layer.Visible() && f.people.Chosen() != "":
		f.open(f.people.Chosen())
	}
}

// line says who was found, and by what.
func (f *found) line(one app.Found) widgets.Person {
	p := widgets.Person{Key: one.ID.String(), Name: f.of.Voice.Listed(one.Listed), Line: one.Text}
	if one.Where == app.FoundName || one.Text == "" {
		p.Line = one.Phone
	} else {
		p.Pill = f.of.Voice.FoundIn(one.Where)
		if one.Where == app.FoundItem {
			p.Line = wording.ItemName(one.Text)
		}
	}
	return p
}

// typed lets the arrows and Enter work while the field has the focus.
func (f *found) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyEscape:
		f.of.header.search.SetText("")
		f.close()
		f.giveUp()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if !f.layer.Visible() {
			f.look(f.query)
			return true
		}
		f.people.TypedKey(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.openChosen()
	default:
		return false
	}
	return true
}

// focused closes the list when the focus goes to something else. A press on
// the list itself moves the focus to nothing.
func (f *found) focused(has bool) {
	if has {
		return
	}
	f.of.Run.UI(func() {
		if now := f.of.window.Canvas().Focused(); now != nil && now != fyne.Focusable(f.of.header.search) {
			f.was = nil
			f.close()
		}
	})
}

func (f *found) open(key string) {
	id, err := app.ParseID(key)
	if err != nil {
		f.of.Failed(err)
		return
	}
	f.of.header.search.SetText("")
	f.was = nil
	f.of.window.Canvas().Unfocus()
	f.close()
	f.of.OpenCustomer(id)
}

// giveUp gives the keyboard back to what had it before.
func (f *found) giveUp() {
	was := f.was
	f.was = nil
	f.of.window.Canvas().Unfocus()
	f.of.Focus(was)
}

func (f *found) close() {
	f.asked++
	f.enter = false
	f.layer.Hide()
}

// foundLayout puts the list below the search field.
type foundLayout struct{ of *found }

func (l *foundLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *foundLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	widgets.Place(o[0], 0, 0, size.Width, size.Height)
	field := l.of.of.header.search
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
	width := max(field.Size().Width, theme.Px(360))
	height := theme.Px(12) + theme.Px(theme.RowHeight)*float32(min(l.of.count(), mostFound))
	if l.of.more.Visible() {
		height += l.of.more.MinSize().Height
	}
	if l.of.count() == 0 { // but a sentence, of which only the width says how high it is
		o[1].Resize(fyne.NewSize(width, o[1].MinSize().Height))
		height = max(theme.Px(60), o[1].MinSize().Height)
	}
	top := at.Y + field.Size().Height + theme.Px(6)
	widgets.Place(o[1], at.X, top, width, min(height, size.Height-top-theme.Px(20)))
}

func (f *found) count() int { return f.people.Len() }

// veil lies under what floats and closes it when it is pressed.
type veil struct {
	widget.BaseWidget
	pressed func()
	dim     bool
}

func newVeil(pressed func()) *veil {
	v := &veil{pressed: pressed}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is Fyne's.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	if v.dim {
		return widget.NewSimpleRenderer(widgets.NewGround(theme.ColorShade, theme.ColorClear, 0))
	}
	return widget.NewSimpleRenderer(canvas.NewRectangle(theme.Color(theme.ColorClear)))
}

// Tapped closes what floats.
func (v *veil) Tapped(*fyne.PointEvent) { v.pressed() }

// MouseIn keeps the pointer from what lies below.
func (v *veil) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (v *veil) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (v *veil) MouseOut() {}
