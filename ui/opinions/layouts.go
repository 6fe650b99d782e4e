package opinions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// headLayout puts who it is from beside the day and the score, which are short;
// where it is narrow, above them. Below is the list of who may be meant.
type headLayout struct{ width float32 }

// The measures of the first row at the normal text size.
const (
	headGap    = 16
	shortField = 168
	leastWho   = 240
)

func (l *headLayout) narrow() bool {
	return l.width > 0 && l.width < theme.Px(leastWho+2*(headGap+shortField))
}

func (l *headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	who, said, rating := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	high := max(said.Height, rating.Height)
	if l.narrow() {
		high += who.Height
	} else {
		high = max(high, who.Height)
	}
	if o[3].Visible() {
		high += o[3].MinSize().Height
	}
	return fyne.NewSize(theme.Px(leastWho), high)
}

func (l *headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	gap, short := theme.Px(headGap), theme.Px(shortField)
	who, list := o[0].MinSize().Height, o[3].MinSize().Height
	if !o[3].Visible() {
		list = 0
	}
	if l.narrow() {
		short = (size.Width - gap) / 2
		widgets.Place(o[0], 0, 0, size.Width, who)
		widgets.Place(o[3], 0, who, size.Width, list)
		widgets.Place(o[1], 0, who+list, short, o[1].MinSize().Height)
		widgets.Place(o[2], short+gap, who+list, short, o[2].MinSize().Height)
		return
	}
	x := size.Width - 2*short - gap
	widgets.Place(o[0], 0, 0, x-gap, who)
	widgets.Place(o[1], x, 0, short, o[1].MinSize().Height)
	widgets.Place(o[2], x+short+gap, 0, short, o[2].MinSize().Height)
	widgets.Place(o[3], 0, max(who, o[1].MinSize().Height, o[2].MinSize().Height), x-gap, list)
}

// sideBySide puts fields in a row, as wide as their weights say; where the row
// is narrower than least, at the normal text size, below each other.
func sideBySide(least float32, weights []float32, fields ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sideLayout{least: least, weights: weights}, fields...)
}

type sideLayout struct {
	least   float32
	weights []float32
	width   float32
}

func (l *sideLayout) narrow() bool { return l.width > 0 && l.width < theme.Px(l.least) }

func (l *sideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, field := range o {
		m := field.MinSize()
		size.Width = max(size.Width, m.Width)
		if l.narrow() {
			size.Height += m.Height
		} else {
			size.Height = max(size.Height, m.Height)
		}
	}
	return size
}

func (l *sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	gap, all := theme.Px(headGap), float32(0)
	for _, w := range l.weights {
		all += w
	}
	room := size.Width - gap*float32(len(o)-1)
	x, y := float32(0), float32(0)
	for i, field := range o {
		high := field.MinSize().Height
		if l.narrow() {
			widgets.Place(field, 0, y, size.Width, high)
			y += high
			continue
		}
		wide := room * l.weights[i] / all
		widgets.Place(field, x, 0, wide, high)
		x += wide + gap
	}
}
