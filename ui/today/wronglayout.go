package today

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// sectionGap is the room between two parts of a card, at the normal text size, and
// wordsGap between what they said and what we said we would do.
const (
	sectionGap = 20
	wordsGap   = 6
)

// wrongLayout puts how to speak beside what went wrong and what we owe for it; where
// it is narrow between the two, so that it is seen without scrolling.
type wrongLayout struct{ width float32 }

func (l *wrongLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(leastNames), l.arrange(objects, l.width))
}

func (l *wrongLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width)
}

// arrange puts the parts in their places and returns the height they take.
func (*wrongLayout) arrange(objects []fyne.CanvasObject, width float32) float32 {
	wrong, speak, owed := objects[0], objects[1], objects[2]
	gap := theme.Px(sectionGap)
	var y float32
	below := func(o fyne.CanvasObject, gap, width float32) {
		high := fit(o, width)
		if high > 0 && y > 0 {
			y += gap
		}
		widgets.Place(o, 0, y, width, high)
		y += high
	}
	if width < theme.Px(twoColumns) {
		below(wrong, gap, width)
		below(speak, gap, width)
		below(owed, gap, width)
		return y
	}
	left := (width - gap) * factsLeft
	below(wrong, gap, left)
	below(owed, theme.Px(wordsGap), left)
	high := fit(speak, width-gap-left)
	widgets.Place(speak, left+gap, 0, width-gap-left, high)
	return max(y, high)
}
