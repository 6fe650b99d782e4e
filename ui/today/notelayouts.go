package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The gaps of a note: with a complaint all of it is in sight in a window of the
// usual size.
const (
	noteGap    = 12 // between its parts
	noteBottom = 8
)

// saidLayout puts a box beside the title of the words, at the right, and below the
// words where there is no room. The keyboard comes to it after the words.
type saidLayout struct{ width float32 }

func (l *saidLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, box := o[1].MinSize(), o[3].MinSize()
	return fyne.NewSize(max(words.Width, box.Width), l.arrange(o, l.width, false))
}

func (l *saidLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width, true)
}

// arrange returns the height it takes, and moves the objects if asked.
func (l *saidLayout) arrange(o []fyne.CanvasObject, width float32, move bool) float32 {
	title, words, wrong, box := o[0], o[1], o[2], o[3]
	gap := theme.Px(6)
	whole, b := preferred(title), preferred(box)
	y := whole.Height + gap
	high := words.MinSize().Height
	boxAt := fyne.NewPos(max(0, width-b.Width), (whole.Height-b.Height)/2)
	if move {
		widgets.Place(title, 0, 0, width, whole.Height)
		widgets.Place(words, 0, y, width, high)
	}
	y += high
	if wrong.Visible() {
		y += gap
		below := fit(wrong, width)
		if move {
			widgets.Place(wrong, 0, y, width, below)
		}
		y += below
	}
	if whole.Width+2*gap+b.Width > width {
		boxAt = fyne.NewPos(0, y+gap)
		y += gap + b.Height
	}
	if move {
		widgets.Place(box, boxAt.X, boxAt.Y, min(b.Width, width), b.Height)
	}
	return y
}

// besideLayout puts fields side by side, as wide as their weights say, or below each
// other where it is narrow.
type besideLayout struct {
	weights []float32
	width   float32
}

// The measures of besideLayout, at the normal text size.
const (
	sideBySide = 480 // from this width on they are
	besideGap  = 16
	besideDown = 12
)

// beside puts fields side by side, as wide as their weights say, where there is room.
func beside(weights []float32, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&besideLayout{weights: weights}, fields...)
}

func (l *besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var least float32
	for _, one := range o {
		least = max(least, one.MinSize().Width)
	}
	return fyne.NewSize(least, l.arrange(o, max(l.width, least)))
}

func (l *besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width)
}

// arrange puts them in their places and returns the height they take.
func (l *besideLayout) arrange(o []fyne.CanvasObject, width float32) (high float32) {
	if width < theme.Px(sideBySide) {
		for i, one := range o {
			if i > 0 {
				high += theme.Px(besideDown)
			}
			h := fit(one, width)
			widgets.Place(one, 0, high, width, h)
			high += h
		}
		return high
	}
	gap := theme.Px(besideGap)
	var all, x float32
	for _, w := range l.weights {
		all += w
	}
	room := width - gap*float32(len(o)-1)
	for i, one := range o {
		share := room * l.weights[i] / all
		h := fit(one, share)
		widgets.Place(one, x, 0, share, h)
		x += share + gap
		high = max(high, h)
	}
	return high
}
