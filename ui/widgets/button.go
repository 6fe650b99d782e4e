package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// Rank is how much a button asks to be pressed.
type Rank int

// The ranks. A page has one Primary button at the most.
const (
	Plain Rank = iota
	Primary
	Quiet // no more than its words, until the pointer is on it
)

// Button is pressed by the pointer, or by Enter and Space.
type Button struct {
	pressable
	text string
	key  string
	icon theme.Icon
	rank Rank

	compact bool
}

// NewButton returns a button of that rank.
func NewButton(rank Rank, text string, pressed func()) *Button {
	b := &Button{text: text, rank: rank}
	b.extend(b, pressed)
	return b
}

// WithKey shows the key that does the same and returns the button: a single
// letter stands before the words, a combination after them. It only shows.
func (b *Button) WithKey(key string) *Button {
	b.key = key
	return b
}

// WithIcon puts an icon before the words and returns the button. The words may
// be empty.
func (b *Button) WithIcon(icon theme.Icon) *Button {
	b.icon = icon
	return b
}

// WithTip says in words what a button without any does, while the pointer or the
// keys are on it, and returns the button.
func (b *Button) WithTip(words string) *Button {
	b.tip.words = words
	return b
}

// Text returns the words.
func (b *Button) Text() string { return b.text }

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetCompact makes it take less room, for where there is little.
func (b *Button) SetCompact(compact bool) {
	if b.compact != compact {
		b.compact = compact
		b.Refresh()
	}
}

// compactHeight is that of a compact button.
const compactHeight = 30

// Preferred returns the size at which all of the words are seen.
func (b *Button) Preferred() fyne.Size { return b.preferred(b.compact) }

func (b *Button) preferred(compact bool) fyne.Size {
	width := 2 * b.margin(compact)
	if b.text != "" {
		width += b.style().measure(b.text).Width + 1
	}
	if b.icon != "" {
		width += theme.Px(18)
		if b.text != "" {
			width += theme.Px(8)
		}
	}
	if b.key != "" {
		width += b.keyWidth() + gapToKey(compact)
	}
	if compact {
		return fyne.NewSize(width, theme.Px(compactHeight))
	}
	return fyne.NewSize(width, theme.Px(theme.FieldHeight))
}

// gapToKey is the room between the words and the key.
func gapToKey(compact bool) float32 {
	if compact {
		return theme.Px(6)
	}
	return theme.Px(8)
}

func (b *Button) margin(compact bool) float32 {
	if b.rank == Quiet || b.text == "" || compact {
		return theme.Px(8)
	}
	return theme.Px(14)
}

func (b *Button) keyWidth() float32 {
	return max(theme.Px(18), fyne.MeasureText(b.key, theme.Px(11), fyne.TextStyle{}).Width+theme.Px(10))
}

func (b *Button) style() Style {
	switch {
	case b.disabled:
		return Muted
	case b.rank == Primary:
		return Strong.In(theme.ColorOnAccent)
	case b.rank == Quiet && b.text == "":
		return Muted
	case b.rank == Quiet:
		return Body.In(theme.ColorAccent)
	}
	return Body
}

// CreateRenderer is Fyne's.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	p := &buttonParts{
		of: b, ring: canvas.NewRectangle(nil), ground: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil),
		icon: canvas.NewImageFromResource(nil), text: canvas.NewText("", nil), key: newKeyCapParts(),
	}
	d := &drawing{of: b, paint: p.paint, layout: p.layout}
	d.objects = append([]fyne.CanvasObject{p.ring, p.ground, p.veil, p.icon, p.text}, p.key.objects()...)
	d.min = func() fyne.Size {
		m := b.Preferred()
		m.Width = min(m.Width, theme.Px(72)+m.Width/3)
		return m
	}
	return d.start()
}

type buttonParts struct {
	of                 *Button
	ring, ground, veil *canvas.Rectangle
	icon               *canvas.Image
	text               *canvas.Text
	key                *keyCapParts
}

func (p *buttonParts) paint() {
	b := p.of
	fill, stroke := theme.ColorSurface, theme.ColorLine
	switch {
	case b.rank == Quiet:
		fill, stroke = theme.ColorClear, theme.ColorClear
	case b.disabled:
		fill = theme.ColorClear
	case b.rank == Primary:
		fill, stroke = theme.ColorAccent, theme.ColorAccent
	}
	box(p.ground, fill, stroke, theme.FieldCorner)
	veil := theme.ColorClear
	if b.hovered && !b.disabled {
		veil = theme.ColorHovered
	}
	box(p.veil, veil, theme.ColorClear, theme.FieldCorner)
	ring(p.ring, b.focused, theme.FieldCorner)
	style := b.style()
	style.paint(p.text)
	p.icon.Hidden = b.icon == ""
	if b.icon != "" {
		name := style.Color
		if name == "" {
			name = theme.ColorText
		}
		p.icon.Resource = b.icon.In(name)
	}
	p.key.paint(b.key)
	p.key.show(b.key != "")
	p.icon.Refresh()
}

func (p *buttonParts) layout(size fyne.Size) {
	b := p.of
	Place(p.ground, 0, 0, size.Width, size.Height)
	Place(p.veil, 0, 0, size.Width, size.Height)
	placeRing(p.ring, size)
	room := size.Width - min(b.Preferred().Width, size.Width)
	margin := b.margin(b.compact)
	x, right := margin+room/2, size.Width-margin-room/2
	if b.key != "" {
		w := b.keyWidth()
		y := (size.Height - theme.Px(18)) / 2
		if utf8.RuneCountInString(b.key) == 1 {
			p.key.layout(x, y, w)
			x += w + gapToKey(b.compact)
		} else {
			p.key.layout(right-w, y, w)
			right -= w + gapToKey(b.compact)
		}
	}
	if b.icon != "" {
		side := theme.Px(18)
		Place(p.icon, x, (size.Height-side)/2, side, side)
		x += side + theme.Px(8)
	}
	p.text.Text = cut(b.text, right-x+1, b.style())
	h := p.text.MinSize().Height
	Place(p.text, x, (size.Height-h)/2, max(0, right-x), h)
	p.text.Refresh()
}
