package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// BigChoice is a card that can be pressed: one of a few ways to begin.
type BigChoice struct {
	pressable
	icon            theme.Icon
	title, sentence string
	row             []*BigChoice // in which it stands
}

// NewBigChoice returns the card.
func NewBigChoice(icon theme.Icon, title, sentence string, pressed func()) *BigChoice {
	b := &BigChoice{icon: icon, title: title, sentence: sentence}
	b.extend(b, pressed)
	return b
}

// TypedKey goes to the one beside it with the arrows; other keys are those of a
// button.
func (b *BigChoice) TypedKey(key *fyne.KeyEvent) {
	at := slices.Index(b.row, b)
	switch key.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		at--
	case fyne.KeyRight, fyne.KeyDown:
		at++
	default:
		b.pressable.TypedKey(key)
		return
	}
	if c := canvasOf(b); c != nil && at >= 0 && at < len(b.row) {
		c.Focus(b.row[at])
	}
}

// The size of a big choice.
const (
	bigChoiceWidth  = 208
	bigChoiceHeight = 148
)

// CreateRenderer is Fyne's.
func (b *BigChoice) CreateRenderer() fyne.WidgetRenderer {
	halo, ground, veil := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	inside := Inset(Column(8, Row(0, NewIcon(b.icon, theme.ColorAccent, 26)), NewText(b.title, Strong), NewParagraph(b.sentence, Note).AtMost(3)), 16, 16, 12, 16)
	d := &drawing{of: b, objects: []fyne.CanvasObject{halo, ground, veil, inside}}
	d.paint = func() {
		line, over := theme.ColorLine, theme.ColorClear
		if b.hovered {
			line, over = theme.ColorAccent, theme.ColorHovered
		}
		box(ground, theme.ColorSurface, line, theme.PanelCorner)
		box(veil, over, theme.ColorClear, theme.PanelCorner)
		ring(halo, b.focused, theme.PanelCorner)
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		Place(veil, 0, 0, size.Width, size.Height)
		Place(inside, 0, 0, size.Width, size.Height)
	}
	d.min = func() fyne.Size { return fyne.NewSize(theme.Px(bigChoiceWidth), theme.Px(bigChoiceHeight)) }
	return d.start()
}

// EmptyState stands where there is nothing to show yet, and says what to do
// next: an icon, a headline, a sentence, and up to three ways to go on.
func EmptyState(icon theme.Icon, headline, sentence string, choices ...*BigChoice) *fyne.Container {
	column := Column(10,
		Row(0, Space(), NewIcon(icon, theme.ColorMuted, 36), Space()),
		NewText(headline, Heading.Aligned(fyne.TextAlignCenter)),
		Row(0, Space(), Fixed(emptySentence, 0, NewParagraph(sentence, Muted.Aligned(fyne.TextAlignCenter))), Space()),
	)
	if len(choices) > 0 {
		row := Wrap(12)
		for _, c := range choices {
			c.row = choices
			row.Add(c)
		}
		width := float32(len(choices)*(bigChoiceWidth+12) - 12)
		column.Add(Gap(1, 8))
		column.Add(Row(0, Space(), Fixed(width, 0, row), Space()))
	}
	return Column(0, Space(), column, Space())
}

// emptySentence is how wide the sentence of an empty state is at most.
const emptySentence = 380
