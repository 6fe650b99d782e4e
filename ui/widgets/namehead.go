package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// NameHead puts an avatar, a name with what stands under it, and buttons side by
// side; the buttons below where they would leave a long name too little room to be
// read. Under may be nil.
func NameHead(avatar fyne.CanvasObject, name *Paragraph, under, buttons fyne.CanvasObject) *fyne.Container {
	names := Column(2, name)
	if under != nil {
		names.Add(under)
	}
	return container.New(&nameHeadLayout{name: name}, avatar, names, buttons)
}

type nameHeadLayout struct {
	name  *Paragraph
	width float32
}

// The measures of a NameHead, at the normal text size.
const (
	headGap     = 12
	nameLeast   = 100 // beside the buttons
	linesBeside = 1.7 // of the name, which breaks between words
)

func (l *nameHeadLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := max(theme.Px(nameLeast), o[2].MinSize().Width)
	return fyne.NewSize(least, l.arrange(o, max(l.width, least), false))
}

func (l *nameHeadLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width, true)
}

// arrange returns the height it takes, and moves the objects if asked.
func (l *nameHeadLayout) arrange(o []fyne.CanvasObject, width float32, move bool) float32 {
	avatar, names, buttons := o[0], o[1], o[2]
	gap := theme.Px(headGap)
	a, b, whole := avatar.MinSize(), fyne.NewSize(wide(buttons), buttons.MinSize().Height), l.name.Preferred().Width
	at := a.Width + gap
	room := width - at - gap - b.Width
	beside := room >= whole || room >= theme.Px(nameLeast) && linesBeside*room >= whole
	if !beside {
		room = width - at
	}
	n := fitTo(names, room)
	line := max(a.Height, n)
	height := max(line, b.Height)
	buttonsAt := (height - b.Height) / 2
	if !beside {
		buttonsAt = line + gap/2
		height = buttonsAt + b.Height
	}
	if move {
		top := line
		if beside {
			top = height
		}
		Place(avatar, 0, (top-a.Height)/2, a.Width, a.Height)
		Place(names, at, (top-n)/2, room, n)
		across := min(b.Width, width)
		Place(buttons, width-across, buttonsAt, across, b.Height)
	}
	return height
}
