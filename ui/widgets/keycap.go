package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// KeyCap shows the key that does what it stands beside.
type KeyCap struct {
	widget.BaseWidget
	key string
}

// NewKeyCap returns the cap of that key: "1", "Ctrl K".
func NewKeyCap(key string) *KeyCap {
	k := &KeyCap{key: key}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer is Fyne's.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	c := newKeyCapParts()
	d := &drawing{of: k, objects: c.objects()}
	d.paint = func() { c.paint(k.key) }
	d.layout = func(size fyne.Size) {
		m := c.size()
		c.layout(0, (size.Height-m.Height)/2, size.Width)
	}
	d.min = c.size
	return d.start()
}

// keyCapParts are the objects of a key cap, for widgets that have one.
type keyCapParts struct {
	cap  *canvas.Rectangle
	edge *canvas.Rectangle // the thicker line at the bottom
	key  *canvas.Text
}

func newKeyCapParts() *keyCapParts {
	return &keyCapParts{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil)}
}

func (c *keyCapParts) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.edge, c.cap, c.key}
}

func (c *keyCapParts) paint(key string) {
	c.key.Text = key
	Small.paint(c.key)
	c.key.TextSize = theme.Px(11)
	c.key.Alignment = fyne.TextAlignCenter
	box(c.edge, theme.ColorLine, theme.ColorClear, 4)
	box(c.cap, theme.ColorSurface, theme.ColorLine, 4)
	for _, o := range c.objects() {
		o.(interface{ Refresh() }).Refresh()
	}
}

func (c *keyCapParts) show(shown bool) {
	c.cap.Hidden, c.edge.Hidden, c.key.Hidden = !shown, !shown, !shown
}

func (c *keyCapParts) size() fyne.Size {
	return fyne.NewSize(max(theme.Px(18), c.key.MinSize().Width+theme.Px(10)), theme.Px(18))
}

func (c *keyCapParts) layout(x, y, width float32) {
	h := theme.Px(18)
	Place(c.cap, x, y, width, h)
	Place(c.edge, x, y+theme.Px(1), width, h)
	m := c.key.MinSize()
	Place(c.key, x, y+(h-m.Height)/2, width, m.Height)
}
