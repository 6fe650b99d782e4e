package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// MenuItem is a line of a Menu. One without words is a thin line.
type MenuItem struct {
	Text string
	Key  string // the key that does the same, "" for none
	Do   func()
}

// Menu is a list of things to do. Up and Down move in it, Enter does the one
// with the focus.
type Menu struct {
	composite
	first *menuRow
}

// NewMenu returns the list.
func NewMenu(items []MenuItem) *Menu {
	menu, column := &Menu{}, Column(0)
	for _, item := range items {
		if item.Text == "" {
			column.Add(Inset(Line(), 5, 0, 5, 0))
			continue
		}
		row := newMenuRow(item)
		if menu.first == nil {
			menu.first = row
		}
		column.Add(row)
	}
	menu.compose(menu, Floating(Inset(column, 6, 6, 6, 6)))
	return menu
}

// First returns the line to give the focus to; nil if there is none.
func (m *Menu) First() fyne.Focusable {
	if m.first == nil {
		return nil
	}
	return m.first
}

// menuRow is one line of a menu.
type menuRow struct {
	pressable
	item MenuItem
}

func newMenuRow(item MenuItem) *menuRow {
	m := &menuRow{item: item}
	m.extend(m, item.Do)
	return m
}

// TypedKey moves to the next line, or does what this one says.
func (m *menuRow) TypedKey(key *fyne.KeyEvent) {
	c := canvasOf(m)
	switch {
	case key.Name == fyne.KeyDown && c != nil:
		c.FocusNext()
	case key.Name == fyne.KeyUp && c != nil:
		c.FocusPrevious()
	default:
		m.pressable.TypedKey(key)
	}
}

// menuRowHeight is the height of a line of a menu.
const menuRowHeight = 32

// CreateRenderer is Fyne's.
func (m *menuRow) CreateRenderer() fyne.WidgetRenderer {
	ground, text, key := canvas.NewRectangle(nil), canvas.NewText("", nil), newKeyCapParts()
	d := &drawing{of: m, objects: append([]fyne.CanvasObject{ground, text}, key.objects()...)}
	d.paint = func() {
		fill := theme.ColorClear
		switch {
		case m.focused:
			fill = theme.ColorAccentSoft
		case m.hovered:
			fill = theme.ColorHovered
		}
		box(ground, fill, theme.ColorClear, 6)
		Body.paint(text)
		key.paint(m.item.Key)
		key.show(m.item.Key != "")
	}
	d.layout = func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		margin := theme.Px(10)
		w := key.size().Width
		text.Text = cut(m.item.Text, size.Width-3*margin-w, Body)
		h := text.MinSize().Height
		place(text, margin, (size.Height-h)/2, size.Width, h)
		key.layout(size.Width-margin-w, (size.Height-theme.Px(18))/2, w)
	}
	d.min = func() fyne.Size {
		width := Body.measure(m.item.Text).Width + key.size().Width + theme.Px(52)
		return fyne.NewSize(width, theme.Px(menuRowHeight))
	}
	return d.start()
}
