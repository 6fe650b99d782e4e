package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Mood is what a pill makes one feel.
type Mood int

// The moods.
const (
	Calm  Mood = iota // plain
	Soon              // it will be late before long
	Late              // it is late
	Good              // it is as it should be
	Count             // a number that only informs
	Alert             // a number that must go down
)

type moodLook struct {
	ground, text fyne.ThemeColorName
	bold         bool
}

func (m Mood) look() moodLook {
	switch m {
	case Soon:
		return moodLook{theme.ColorSoonSoft, theme.ColorSoon, false}
	case Late:
		return moodLook{theme.ColorLateSoft, theme.ColorLate, true}
	case Good:
		return moodLook{theme.ColorGoodSoft, theme.ColorGood, false}
	case Count:
		return moodLook{theme.ColorTag, theme.ColorText, true}
	case Alert:
		return moodLook{theme.ColorLate, theme.ColorOnAccent, true}
	}
	return moodLook{theme.ColorTag, theme.ColorText, false}
}

func (m Mood) style() Style {
	look := m.look()
	return Style{Size: theme.SizeLabel, Color: look.text, Bold: look.bold, Align: fyne.TextAlignCenter}
}

// Pill is a word or two on a rounded ground.
type Pill struct {
	widget.BaseWidget
	text string
	mood Mood
}

// NewPill returns a pill in that mood.
func NewPill(text string, mood Mood) *Pill {
	p := &Pill{text: text, mood: mood}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is Fyne's.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	parts := newPillParts()
	d := &drawing{of: p, objects: []fyne.CanvasObject{parts.ground, parts.text}}
	d.paint = func() { parts.paint(p.text, p.mood) }
	d.layout = func(size fyne.Size) {
		m := parts.size()
		parts.layout(0, (size.Height-m.Height)/2, size.Width)
	}
	d.min = parts.size
	return d.start()
}

// pillParts are the objects of a pill, for widgets that have one.
type pillParts struct {
	ground *canvas.Rectangle
	text   *canvas.Text
	whole  string
	mood   Mood
}

func newPillParts() *pillParts {
	return &pillParts{ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
}

// longestPill is the width beyond which a pill's text ends in an ellipsis.
const longestPill = 160

func (p *pillParts) paint(text string, mood Mood) {
	p.mood = mood
	p.whole = cut(text, theme.Px(longestPill), mood.style())
	p.text.Text = p.whole
	mood.style().paint(p.text)
	box(p.ground, mood.look().ground, theme.ColorClear, 10)
	p.ground.Hidden = text == ""
	p.ground.Refresh()
	p.text.Refresh()
}

func (p *pillParts) size() fyne.Size {
	if p.whole == "" {
		return fyne.Size{}
	}
	h := theme.Px(20)
	return fyne.NewSize(max(h, p.mood.style().measure(p.whole).Width+theme.Px(14)), h)
}

func (p *pillParts) layout(x, y, width float32) {
	h := theme.Px(20)
	Place(p.ground, x, y, width, h)
	m := p.text.MinSize()
	Place(p.text, x, y+(h-m.Height)/2, width, m.Height)
}
