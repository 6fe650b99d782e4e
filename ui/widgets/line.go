package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// LineText is what stands in a NumberLine.
type LineText struct {
	Words string
	Note  string // below them; may be empty
	Late  string // after the note: what must not be overlooked
	Value string // at the right
	Pill  bool   // the value stands in a pill of that mood
	Mood  Mood
}

// NumberLine is a line with words at its left and a number at its right, that
// can be pressed.
type NumberLine struct {
	line
	chosen bool
}

// NewNumberLine returns the line.
func NewNumberLine(text LineText, pressed func()) *NumberLine {
	words := Column(1, NewParagraph(text.Words, Body).AtMost(3))
	if text.Note != "" {
		words.Add(NewParagraph(text.Note, Small).AtMost(4))
	}
	if text.Late != "" {
		words.Add(NewText(text.Late, Alarm))
	}
	value := fyne.CanvasObject(NewText(text.Value, Strong))
	if text.Pill {
		value = NewPill(text.Value, text.Mood)
	}
	l := &NumberLine{line: line{content: Inset(Row(12, Grow(words), value), 5, 8, 5, 8)}}
	l.extend(l, pressed)
	return l
}

// SetChosen tells whether what lies behind the number is on show.
func (l *NumberLine) SetChosen(chosen bool) {
	if l.chosen != chosen {
		l.chosen = chosen
		l.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (l *NumberLine) CreateRenderer() fyne.WidgetRenderer {
	return l.render(l, func() bool { return l.chosen })
}

// Saying is what somebody said, with a bar at its left, and who and when below:
// pressed, it leads to them.
type Saying struct{ line }

// NewSaying returns the saying. The pill may be empty.
func NewSaying(words, who, pill string, mood Mood, pressed func()) *Saying {
	below := Wrap(6, NewText(who, Small))
	if pill != "" {
		below.Add(NewPill(pill, mood))
	}
	column := Column(2)
	if words != "" {
		column.Add(NewParagraph(words, Body).AtMost(4))
	}
	column.Add(below)
	s := &Saying{line: line{content: Inset(TopRow(0, NewBar(theme.ColorLine), Grow(Inset(column, 0, 0, 2, 10))), 3, 6, 3, 4)}}
	s.extend(s, pressed)
	return s
}

// CreateRenderer is Fyne's.
func (s *Saying) CreateRenderer() fyne.WidgetRenderer {
	return s.render(s, func() bool { return false })
}

// line is what can be pressed and has content that breaks in lines.
type line struct {
	pressable
	content fyne.CanvasObject
}

// Refresh shows the texts anew too, since their colours may have changed.
func (l *line) Refresh() {
	l.content.Refresh()
	l.BaseWidget.Refresh()
}

// Resize breaks the words anew.
func (l *line) Resize(size fyne.Size) {
	l.content.Resize(size)
	l.BaseWidget.Resize(size)
}

// render draws a ground that shows where the pointer and the focus are, below the
// content.
func (l *line) render(self fyne.Widget, chosen func() bool) fyne.WidgetRenderer {
	halo, ground := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	d := &drawing{of: self, objects: []fyne.CanvasObject{halo, ground, l.content}}
	d.paint = func() {
		fill := theme.ColorClear
		switch {
		case chosen():
			fill = theme.ColorSelected
		case l.hovered:
			fill = theme.ColorHovered
		}
		box(ground, fill, theme.ColorClear, theme.FieldCorner)
		ring(halo, l.focused, theme.FieldCorner)
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		Place(l.content, 0, 0, size.Width, size.Height)
	}
	d.min = func() fyne.Size { return l.content.MinSize() }
	return d.start()
}
