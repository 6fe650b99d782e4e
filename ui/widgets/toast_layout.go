package widgets

import (
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

// The place of the toasts, at the normal text size.
const (
	toastMargin  = 12
	toastBottom  = 62  // above the foot of the list
	toastGap     = 8   // between two
	widestToast  = 484 // over the rail and the list, not over the card
	toastShare   = 0.42
	narrowToasts = 220 // no toast gets less

	toastsOnTop = 752 // narrower than a list beside a card: see cornerLayout
	toastTop    = 5
)

// cornerLayout stacks toasts in the corner at the bottom left, over the list.
// Where a window has no room for a list beside what is worked with, or the text
// is that large, they lie across the header instead: at the bottom they would
// lie over the buttons, and over what is written. Where one would cover what has
// the keyboard, they go to the other edge.
type cornerLayout struct {
	// worked returns where what has the keyboard is, as the layout counts; of no
	// size if nothing has.
	worked func() spot
}

// spot is a place and a size.
type spot struct {
	at   fyne.Position
	size fyne.Size
}

func (b spot) covers(o spot) bool {
	return !o.size.IsZero() && b.at.X < o.at.X+o.size.Width && o.at.X < b.at.X+b.size.Width &&
		b.at.Y < o.at.Y+o.size.Height && o.at.Y < b.at.Y+b.size.Height
}

func (*cornerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *cornerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	places := []func([]fyne.CanvasObject, fyne.Size) []spot{atBottom, onTop}
	if size.Width < theme.Px(toastsOnTop) {
		slices.Reverse(places)
	}
	worked := l.worked()
	covering := func(b spot) bool { return b.covers(worked) }
	boxes := places[0](objects, size)
	if slices.ContainsFunc(boxes, covering) {
		if other := places[1](objects, size); !slices.ContainsFunc(other, covering) {
			boxes = other
		}
	}
	for i, o := range objects {
		fitTo(o, boxes[i].size.Width) // the words of the place that was not taken were laid out last
		Place(o, boxes[i].at.X, boxes[i].at.Y, boxes[i].size.Width, boxes[i].size.Height)
	}
}

// onTop stacks toasts across the header, from the right.
func onTop(objects []fyne.CanvasObject, size fyne.Size) []spot {
	margin, y := theme.Px(toastMargin), theme.Px(toastTop)
	boxes := make([]spot, len(objects))
	for i, o := range objects {
		w := min(wide(o), size.Width-2*margin)
		h := fitTo(o, w)
		boxes[i] = spot{fyne.NewPos(size.Width-margin-w, y), fyne.NewSize(w, h)}
		y += h + theme.Px(toastGap)
	}
	return boxes
}

// atBottom stacks toasts upwards in the corner at the left.
func atBottom(objects []fyne.CanvasObject, size fyne.Size) []spot {
	margin, y := theme.Px(toastMargin), size.Height-theme.Px(toastBottom)
	room := max(theme.Px(narrowToasts), min(theme.Px(widestToast), toastShare*size.Width-2*margin))
	boxes := make([]spot, len(objects))
	for i, o := range objects {
		w := min(wide(o), room)
		h := fitTo(o, w)
		y -= h
		boxes[i] = spot{fyne.NewPos(margin, y), fyne.NewSize(w, h)}
		y -= theme.Px(toastGap)
	}
	return boxes
}

// toastLayout places the icon, the words and the buttons of a toast: side by
// side, or the buttons below words that would have too little room beside them.
type toastLayout struct{ width float32 }

// The measures of a toast.
const (
	toastPart   = 10  // between its parts
	wordsBeside = 200 // the least room for words beside the buttons
	wordsAbove  = 8   // over words that have the buttons below them
)

func (l *toastLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(wordsBeside), l.arrange(objects, l.width, false))
}

func (l *toastLayout) wide(objects []fyne.CanvasObject) float32 {
	return wide(objects[0]) + wide(objects[1]) + wide(objects[2]) + 2*theme.Px(toastPart)
}

func (l *toastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, true)
}

// arrange returns the height it takes, and moves the objects if asked.
func (l *toastLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	icon, words, buttons := objects[0], objects[1], objects[2]
	side, high, across := icon.MinSize().Height, buttons.MinSize().Height, wide(buttons)
	at := icon.MinSize().Width + theme.Px(toastPart)
	room := width - at - theme.Px(toastPart) - across
	beside := room >= min(wide(words), theme.Px(wordsBeside))
	if !beside {
		room = max(1, width-at-theme.Px(wordsAbove))
	}
	h := fitTo(words, room)
	top, below, height := (high-h)/2, float32(0), high
	switch {
	case !beside:
		top = theme.Px(wordsAbove)
		below, height = top+h, top+h+high
	case h > high:
		top, below, height = 0, (h-high)/2, h
	}
	if move {
		line := Body.measure("x").Height
		Place(icon, 0, top+(line-side)/2, icon.MinSize().Width, side)
		Place(words, at, top, room, h)
		Place(buttons, width-across, below, across, high)
	}
	return height
}
