package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Ground is a coloured ground that follows the theme.
type Ground struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	corner       float32
	floats       bool
}

// NewGround returns a ground of that colour; the stroke may be
// theme.ColorClear.
func NewGround(fill, stroke fyne.ThemeColorName, corner float32) *Ground {
	g := &Ground{fill: fill, stroke: stroke, corner: corner}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is Fyne's.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(nil)
	d := &drawing{of: g, objects: []fyne.CanvasObject{r}}
	d.paint = func() {
		box(r, g.fill, g.stroke, g.corner)
		if g.floats {
			float(r)
		}
		r.Refresh()
	}
	d.layout = func(size fyne.Size) { Place(r, 0, 0, size.Width, size.Height) }
	d.min = func() fyne.Size { return fyne.Size{} }
	return d.start()
}

// On puts the object on a plain ground of that colour.
func On(fill fyne.ThemeColorName, o fyne.CanvasObject) *fyne.Container {
	return Layers(NewGround(fill, theme.ColorClear, 0), o)
}

// Panel puts the object on a rounded surface with a line around it.
func Panel(o fyne.CanvasObject) *fyne.Container {
	return Layers(NewGround(theme.ColorSurface, theme.ColorLine, theme.PanelCorner), Inset(o, 16, 18, 16, 18))
}

// Callout is a Panel with a coloured line, for what must not be overlooked:
// theme.ColorSoon, theme.ColorLate.
func Callout(line fyne.ThemeColorName, o fyne.CanvasObject) *fyne.Container {
	return Layers(NewGround(theme.ColorSurface, line, theme.PanelCorner), Inset(o, 16, 18, 16, 18))
}

// Soft puts the object on a rounded ground in the soft accent.
func Soft(o fyne.CanvasObject) *fyne.Container {
	return Layers(NewGround(theme.ColorAccentSoft, theme.ColorClear, theme.PanelCorner), Inset(o, 12, 16, 12, 16))
}

// Floating puts the object on a surface that floats above the page.
func Floating(o fyne.CanvasObject) *fyne.Container {
	g := NewGround(theme.ColorSurface, theme.ColorLine, theme.PanelCorner)
	g.floats = true
	return Layers(g, o)
}

// Line is a thin line across.
func Line() *fyne.Container {
	return Fixed(0, 1, NewGround(theme.ColorLine, theme.ColorClear, 0))
}

// UpLine is a thin line from top to bottom.
func UpLine() *fyne.Container {
	return Fixed(1, 0, NewGround(theme.ColorLine, theme.ColorClear, 0))
}

// SayBox is the panel with what to say.
type SayBox struct{ composite }

// NewSayBox returns the panel with its small title and the words.
func NewSayBox(title, words string) *SayBox {
	s := &SayBox{}
	s.compose(s, Soft(Column(4, NewText(title, Label.In(theme.ColorAccent)), NewParagraph(words, Body))))
	return s
}

// Quote is what a customer said, with a bar on its left and a muted line below.
func Quote(words, source string) *fyne.Container {
	column := Column(1, NewParagraph(words, Body))
	if source != "" {
		column.Add(NewParagraph(source, Small).AtMost(2))
	}
	return TopRow(0, NewBar(theme.ColorLine), Grow(Inset(column, 0, 0, 2, 10)))
}

// NewBar returns the upright bar at the left of a quote. It is as high as the
// row it stands in.
func NewBar(name fyne.ThemeColorName) *Bar {
	b := &Bar{name: name}
	b.ExtendBaseWidget(b)
	return b
}

// Bar is the upright bar at the left of a quote.
type Bar struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

// CreateRenderer is Fyne's.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(nil)
	d := &drawing{of: b, objects: []fyne.CanvasObject{r}}
	d.paint = func() {
		box(r, b.name, theme.ColorClear, 1)
		r.Refresh()
	}
	d.layout = func(size fyne.Size) { Place(r, 0, 0, theme.Px(3), size.Height) }
	d.min = func() fyne.Size { return fyne.NewSize(theme.Px(3), theme.Px(16)) }
	return d.start()
}
