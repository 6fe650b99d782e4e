package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// tipAfter is how long the pointer rests, or the keys are, on what shows only an
// icon until its words are shown.
const tipAfter = 500 * time.Millisecond

// Tips is where the words of what shows only an icon appear, to be laid over the
// whole window. It takes no press, and there is one at a time.
type Tips struct {
	composite
	layer *fyne.Container
	after After
	of    fyne.CanvasObject // whose words are shown, or will be; nil: nobody's
	stop  func()            // has them not shown after all
}

// NewTips returns the place.
func NewTips(after After) *Tips {
	t := &Tips{after: after, layer: container.New(&tipLayout{})}
	t.compose(t, t.layer)
	return t
}

// Away takes the words away.
func (t *Tips) Away() {
	if t.stop != nil {
		t.stop()
	}
	t.of, t.stop = nil, nil
	if len(t.layer.Objects) > 0 {
		t.layer.RemoveAll()
		t.Refresh()
	}
}

// Resize takes the words away: what they are about has moved.
func (t *Tips) Resize(size fyne.Size) {
	if size != t.Size() {
		t.Away()
	}
	t.composite.Resize(size)
}

// soon shows the words after a moment: below the object, or beside it.
func (t *Tips) soon(of fyne.CanvasObject, words string, beside bool) {
	t.Away()
	t.of = of
	t.stop = t.after(tipAfter, func() {
		t.stop = nil
		if canvasOf(of) == nil || !of.Visible() {
			return
		}
		where := fyne.CurrentApp().Driver().AbsolutePositionForObject
		t.layer.Layout = &tipLayout{of: spot{where(of).Subtract(where(t.layer)), of.Size()}, beside: beside}
		t.layer.Objects = []fyne.CanvasObject{Floating(Inset(NewText(words, Note.In(theme.ColorText)), 4, 8, 4, 8))}
		t.layer.Refresh()
		t.Refresh()
	})
}

// tip is what is said of something that shows only an icon.
type tip struct {
	words  string // "" as long as it says them itself
	beside bool   // they stand beside it, since its likes are below
}

// show shows the words while the pointer or the keys are on the object.
func (t tip) show(of fyne.CanvasObject, on bool) {
	tips, _ := over[*Tips](of)
	switch {
	case tips == nil:
	case on && t.words != "":
		tips.soon(of, t.words, t.beside)
	case tips.of == of:
		tips.Away()
	}
}

// tipGap is the room between an object and its words.
const tipGap = 6

// tipLayout places words below an object, above it if there is no room, or at its
// right; within the window.
type tipLayout struct {
	of     spot
	beside bool
}

func (*tipLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *tipLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Px(tipGap)
	for _, o := range objects {
		w, h := min(wide(o), size.Width-2*gap), o.MinSize().Height
		x, y := l.of.at.X+(l.of.size.Width-w)/2, l.of.at.Y+l.of.size.Height+gap
		if l.beside {
			x, y = l.of.at.X+l.of.size.Width+gap, l.of.at.Y+(l.of.size.Height-h)/2
		} else if y+h+gap > size.Height {
			y = l.of.at.Y - gap - h
		}
		Place(o, max(gap, min(x, size.Width-w-gap)), max(gap, y), w, h)
	}
}
