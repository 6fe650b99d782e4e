package today

import (
	"fyne.io/fyne/v2"

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

// mendingLayout puts what would put it right, what is promised and by when side by
// side, or below each other where it is narrow.
type mendingLayout struct{ width float32 }

// The measures of mendingLayout, at the normal text size.
const (
	sideBySide  = 480 // from this width on they are
	mendingGap  = 16
	mendingDown = 12
)

func (l *mendingLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var least float32
	for _, one := range o {
		least = max(least, one.MinSize().Width)
	}
	return fyne.NewSize(least, l.arrange(o, max(l.width, least)))
}

func (l *mendingLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width)
}

// arrange puts them in their places and returns the height they take.
func (l *mendingLayout) arrange(o []fyne.CanvasObject, width float32) (high float32) {
	if width < theme.Px(sideBySide) {
		for i, one := range o {
			if i > 0 {
				high += theme.Px(mendingDown)
			}
			h := fit(one, width)
			widgets.Place(one, 0, high, width, h)
			high += h
		}
		return high
	}
	gap := theme.Px(mendingGap)
	each := (width - gap*float32(len(o)-1)) / float32(len(o))
	for i, one := range o {
		h := fit(one, each)
		widgets.Place(one, float32(i)*(each+gap), 0, each, h)
		high = max(high, h)
	}
	return high
}
