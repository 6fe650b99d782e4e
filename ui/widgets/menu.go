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
	rows []*menuRow
	list *options // what drops it down; nil: no field does
}

// NewMenu returns the list.
func NewMenu(items []MenuItem) *Menu {
	menu := &Menu{}
	menu.compose(menu, Floating(Inset(menu.column(items), menuMargin, menuMargin, menuMargin, menuMargin)))
	return menu
}

func (menu *Menu) column(items []MenuItem) *fyne.Container {
	column := Column(0)
	for _, item := range items {
		if item.Text == "" {
			column.Add(Inset(Line(), 5, 0, 5, 0))
			continue
		}
		row := newMenuRow(menu, len(menu.rows), item)
		menu.rows = append(menu.rows, row)
		column.Add(row)
	}
	return column
}

// First returns the line to give the focus to; nil if there is none.
func (menu *Menu) First() fyne.Focusable {
	if len(menu.rows) == 0 {
		return nil
	}
	return menu.rows[0]
}

// menuRow is one line of a menu.
type menuRow struct {
	pressable
	of   *Menu
	at   int // among its lines
	item MenuItem
}

func newMenuRow(of *Menu, at int, item MenuItem) *menuRow {
	m := &menuRow{of: of, at: at, item: item}
	m.extend(m, item.Do)
	return m
}

// TypedKey moves to the next line, or does what this one says. The first and the
// last line follow each other: the keys never leave the menu for what lies below.
func (m *menuRow) TypedKey(key *fyne.KeyEvent) {
	last := len(m.of.rows) - 1
	next := m.at
	switch key.Name {
	case fyne.KeyDown:
		next++
	case fyne.KeyUp:
		next--
	case fyne.KeyHome:
		next = 0
	case fyne.KeyEnd:
		next = last
	default:
		if m.of.list != nil {
			m.of.list.typedKey(m, key)
			return
		}
		m.pressable.TypedKey(key)
		return
	}
	focusOn(m.of.rows[(next+last+1)%(last+1)])
}

// TypedRune leaves letters to the window, or looks for a line that begins so.
func (m *menuRow) TypedRune(r rune) {
	if m.of.list != nil {
		m.of.list.look(m.at, r)
		return
	}
	m.pressable.TypedRune(r)
}

// FocusGained shows that it has the focus, and brings it into sight.
func (m *menuRow) FocusGained() {
	m.pressable.FocusGained()
	if m.of.list != nil {
		m.of.list.see(m.at)
	}
}

// The height of a line of a menu, and the room around all of them.
const (
	menuRowHeight = 32
	menuMargin    = 6
)

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
		Place(ground, 0, 0, size.Width, size.Height)
		margin := theme.Px(10)
		w := key.size().Width
		text.Text = cut(m.item.Text, size.Width-3*margin-w, Body)
		h := text.MinSize().Height
		Place(text, margin, (size.Height-h)/2, size.Width, h)
		key.layout(size.Width-margin-w, (size.Height-theme.Px(18))/2, w)
	}
	d.min = func() fyne.Size {
		width := Body.measure(m.item.Text).Width + key.size().Width + theme.Px(52)
		return fyne.NewSize(width, theme.Px(menuRowHeight))
	}
	return d.start()
}
