package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// drawing renders a widget: paint takes texts and colours from the widget and
// the theme, layout puts the objects in their places.
type drawing struct {
	of      fyne.Widget
	objects []fyne.CanvasObject
	paint   func()
	layout  func(fyne.Size)
	min     func() fyne.Size
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *drawing) Refresh() {
	d.paint()
	d.layout(d.of.Size())
	canvas.Refresh(d.of)
}

// start paints the drawing for the first time.
func (d *drawing) start() *drawing {
	d.paint()
	return d
}

// Place moves and resizes an object in one go.
func Place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// box paints a rounded rectangle.
func box(r *canvas.Rectangle, fill, stroke fyne.ThemeColorName, corner float32) {
	r.FillColor = theme.Color(fill)
	r.CornerRadius = theme.Px(corner)
	r.StrokeWidth = 0
	if stroke == theme.ColorClear {
		return
	}
	r.StrokeColor, r.StrokeWidth = theme.Color(stroke), 1
	if fill == theme.ColorClear {
		r.FillColor = hollow(r.StrokeColor)
	}
}

// hollow returns the colour, fully transparent: an edge is blended with the
// fill, so that a transparent black would darken it.
func hollow(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0
	return n
}

// float gives the rectangle the shadow of what lies above the page.
func float(r *canvas.Rectangle) {
	r.Shadow = canvas.Shadow{
		Color: theme.Color(theme.ColorShade), BlurRadius: theme.Px(10),
		Offset: fyne.NewPos(0, theme.Px(3)), Variant: canvas.DropShadow,
	}
}

// The ring around what has the focus: how wide it is, and the gap between, which
// sets it off from what has its colour, too.
const (
	ringWidth = 2
	ringGap   = 1
	ringOut   = ringGap + ringWidth
)

// ring paints the ring around what has the focus, or hides it.
func ring(r *canvas.Rectangle, focused bool, corner float32) {
	r.StrokeColor, r.StrokeWidth = theme.Color(theme.ColorAccent), theme.Px(ringWidth)
	r.FillColor = hollow(r.StrokeColor)
	r.CornerRadius = theme.Px(corner + ringOut)
	r.Hidden = !focused
}

func placeRing(r *canvas.Rectangle, size fyne.Size) {
	around(r, size, theme.Px(ringOut))
}

// glowWidth is how far the glow of a field stands out.
const glowWidth = 2

// glow paints the soft light around a field that has the focus, or hides it: the
// frame of the field takes the accent, and tells it already.
func glow(r *canvas.Rectangle, focused bool, corner float32) {
	r.StrokeColor, r.StrokeWidth = theme.Color(theme.ColorGlow), theme.Px(glowWidth)
	r.FillColor = hollow(r.StrokeColor)
	r.CornerRadius = theme.Px(corner + glowWidth)
	r.Hidden = !focused
}

func placeGlow(r *canvas.Rectangle, size fyne.Size) {
	around(r, size, theme.Px(glowWidth))
}

func around(r *canvas.Rectangle, size fyne.Size, out float32) {
	Place(r, -out, -out, size.Width+2*out, size.Height+2*out)
}

// canvasOf returns the canvas that shows the object, nil if none does.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// passKey hands a key that the widget has no use for to the window.
func passKey(from fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := canvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// passRune hands a letter that the widget has no use for to the window.
func passRune(from fyne.CanvasObject, r rune) {
	if c := canvasOf(from); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// passShortcut hands a shortcut that the widget has no use for to the window.
func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// focusable is a widget that can have the focus.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// focusOn moves the focus to the widget, if it is on a canvas.
func focusOn(w focusable) {
	if c := canvasOf(w); c != nil {
		c.Focus(w)
	}
}
