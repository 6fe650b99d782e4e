package complaints

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// headLayout places an avatar, a name and buttons side by side; the buttons
// below where they would leave a long name too little room to be read.
type headLayout struct{ width float32 }

// The measures of the head, at the normal text size.
const (
	headGap     = 12
	nameLeast   = 100 // beside the buttons
	linesBeside = 1.7 // of the name, which breaks between words
)

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := max(theme.Px(nameLeast), objects[2].MinSize().Width)
	return fyne.NewSize(least, l.arrange(objects, max(l.width, least), false))
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, true)
}

// arrange returns the height it takes, and moves the objects if asked.
func (l *headLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	avatar, name, buttons := objects[0], objects[1].(*widgets.Paragraph), objects[2]
	gap := theme.Px(headGap)
	a, b, whole := avatar.MinSize(), buttons.MinSize(), name.Preferred().Width
	at := a.Width + gap
	room := width - at - gap - b.Width
	beside := room >= whole || room >= theme.Px(nameLeast) && linesBeside*room >= whole
	if !beside {
		room = width - at
	}
	name.Resize(fyne.NewSize(room, name.MinSize().Height))
	n := name.MinSize().Height
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
		widgets.Place(avatar, 0, (top-a.Height)/2, a.Width, a.Height)
		widgets.Place(name, at, (top-n)/2, room, n)
		widgets.Place(buttons, width-b.Width, buttonsAt, b.Width, b.Height)
	}
	return height
}
