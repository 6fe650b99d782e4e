package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The widths that decide how the page is laid out, at the normal text size.
const (
	listWidth    = 343 // of the list at the left, where there is room
	cardLeast    = 456 // of the card beside it
	twoColumns   = 500 // a card from this width on has two columns and a wider margin
	headInOneRow = 520 // and its avatar beside the name
	leastNames   = 200 // of the name beside the number; with less the number goes below
	// factsLeft is the left column's share: things bought have long names.
	factsLeft = 0.54
)

// headLayout places avatar, names, number and buttons: the number at the right
// where there is room, else below. Where it is narrow the avatar gives way.
type headLayout struct{ width float32 }

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := l.arrange(objects, l.width, false)
	return fyne.NewSize(max(theme.Px(leastNames), objects[3].MinSize().Width), height)
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, true)
}

// arrange returns the height it takes, and moves the objects if asked.
func (l *headLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	avatar, names, number, buttons := objects[0], objects[1], objects[2], objects[3]
	gap := theme.Px(16)
	a, n, b := avatar.MinSize(), preferred(number), buttons.MinSize()
	if width < theme.Px(headInOneRow) {
		a, gap = fyne.Size{}, theme.Px(12)
	}
	namesAt := float32(0)
	if a.Width > 0 {
		namesAt = a.Width + gap
	}
	right := max(n.Width, b.Width)
	room := max(0, width-namesAt-gap-right)
	if room < theme.Px(leastNames) {
		return l.stack(objects, width, move)
	}
	namesHigh := fit(names, room)
	rightHigh := n.Height + theme.Px(4) + b.Height
	h := max(a.Height, namesHigh, rightHigh)
	if move {
		show(avatar, a.Width > 0)
		widgets.Place(avatar, 0, (h-a.Height)/2, a.Width, a.Height)
		widgets.Place(names, namesAt, (h-namesHigh)/2, room, namesHigh)
		top := (h - rightHigh) / 2
		widgets.Place(number, width-n.Width, top, n.Width, n.Height)
		widgets.Place(buttons, width-b.Width, top+n.Height+theme.Px(4), b.Width, b.Height)
	}
	return h
}

// show shows or hides an object.
func show(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// stack places the number below the names, and the buttons beside it or, where
// the number is long, below it.
func (l *headLayout) stack(objects []fyne.CanvasObject, width float32, move bool) float32 {
	avatar, names, number, buttons := objects[0], objects[1], objects[2], objects[3]
	gap := theme.Px(8)
	a, n, b := avatar.MinSize(), preferred(number), buttons.MinSize()
	namesAt := a.Width + 2*gap
	if width < theme.Px(headInOneRow) {
		a, namesAt = fyne.Size{}, 0
	}
	namesHigh := fit(names, width-namesAt)
	top := max(a.Height, namesHigh)
	line := max(n.Height, b.Height)
	numberAt, buttonsAt, end := top+gap+(line-n.Height)/2, top+gap+(line-b.Height)/2, top+gap+line
	if n.Width+gap+b.Width > width {
		numberAt = top + gap
		buttonsAt = numberAt + n.Height + gap/2
		end = buttonsAt + b.Height
	}
	if move {
		show(avatar, a.Width > 0)
		widgets.Place(avatar, 0, 0, a.Width, a.Height)
		widgets.Place(names, namesAt, (top-namesHigh)/2, width-namesAt, namesHigh)
		widgets.Place(number, 0, numberAt, width, n.Height)
		widgets.Place(buttons, width-b.Width, buttonsAt, b.Width, b.Height)
	}
	return end
}

// marginLayout keeps a margin at both sides that is smaller where it is narrow.
type marginLayout struct{ top, bottom float32 }

// The margins at the sides of a card.
const (
	cardMargin   = 24
	narrowMargin = 16
)

func (l marginLayout) side(width float32) float32 {
	if width < theme.Px(twoColumns) {
		return theme.Px(narrowMargin)
	}
	return theme.Px(cardMargin)
}

func (l marginLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return m.AddWidthHeight(2*theme.Px(narrowMargin), theme.Px(l.top+l.bottom))
}

func (l marginLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := l.side(size.Width)
	fit(objects[0], size.Width-2*side)
	widgets.Place(objects[0], side, theme.Px(l.top), size.Width-2*side, max(0, size.Height-theme.Px(l.top+l.bottom)))
}

// margined keeps the margins of a card around an object.
func margined(o fyne.CanvasObject, top, bottom float32) fyne.CanvasObject {
	return container.New(marginLayout{top, bottom}, o)
}

// between puts the body between what stays above and below it. The keyboard goes
// through them as they are read, from the top down.
func between(top, body, bottom fyne.CanvasObject) fyne.CanvasObject {
	return container.New(betweenLayout{}, top, body, bottom)
}

// betweenLayout gives top and bottom the height that they need at this width,
// and the body the rest. Fyne's border layout asks for the height before the
// width is known.
type betweenLayout struct{}

func (betweenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

func (betweenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, body, bottom := objects[0], objects[1], objects[2]
	above, below := fit(top, size.Width), fit(bottom, size.Width)
	widgets.Place(top, 0, 0, size.Width, above)
	widgets.Place(bottom, 0, size.Height-below, size.Width, below)
	widgets.Place(body, 0, above, size.Width, max(0, size.Height-above-below))
}

// scrolled lets the object be scrolled up and down, and gives it the height
// that its width asks for.
func scrolled(o fyne.CanvasObject) (*container.Scroll, *fyne.Container) {
	scroll := container.NewVScroll(o)
	return scroll, container.New(&scrolledLayout{}, scroll)
}

type scrolledLayout struct{}

func (scrolledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].(*container.Scroll).Content.MinSize().Width, theme.Px(64))
}

func (scrolledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scroll := objects[0].(*container.Scroll)
	fit(scroll.Content, size.Width)
	widgets.Place(scroll, 0, 0, size.Width, size.Height)
	scroll.Refresh()
}

// fit gives the object that width and returns the height it then needs.
func fit(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}

// preferred returns the size at which nothing of the object is cut off.
func preferred(o fyne.CanvasObject) fyne.Size {
	if p, ok := o.(interface{ Preferred() fyne.Size }); ok {
		return p.Preferred()
	}
	return o.MinSize()
}
