package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// BarText is a line of Bars: how often something was named.
type BarText struct {
	Name   string
	Count  int
	Marked int    // how many of Count are drawn hollow: the unhappy ones
	Number string // the count in words, and what stands beside it
	Change string // in the muted colour after it; may be empty
}

// Bars are counts drawn below each other, so that one sees at a glance what
// there is most of. Every bar carries its number in words, and what is marked is
// hollow, so that nothing depends on telling colours apart.
type Bars struct {
	composite
	rows []*barRow
}

// NewBars returns the bars. Pressed is called with the line that was pressed.
func NewBars(lines []BarText, pressed func(line int)) *Bars {
	b := &Bars{}
	most := 1
	for _, l := range lines {
		most = max(most, l.Count)
	}
	column := Column(0)
	for i, l := range lines {
		r := &barRow{of: b, text: l, part: float32(l.Count) / float32(most)}
		r.extend(r, func() { pressed(i) })
		b.rows = append(b.rows, r)
		column.Add(r)
	}
	b.compose(b, column)
	return b
}

// Mark tells whether the words of a line are on show.
func (b *Bars) Mark(line int, chosen bool) {
	if r := b.rows[line]; r.chosen != chosen {
		r.chosen = chosen
		r.Refresh()
	}
}

// Line returns a line, to give it the focus.
func (b *Bars) Line(i int) fyne.Focusable { return b.rows[i] }

// The measures of a line of Bars.
const (
	barRowHeight  = 34
	twoLineHeight = 42 // where the name is too long for one
	barHeight     = 16
	barGap        = 8
	barsUsual     = 440
	barLeast      = 4
	namesAtMost   = 0.42 // of the width
)

// names returns the width of the names: what the longest needs, if that leaves
// enough for the bars.
func (b *Bars) names(width float32) float32 {
	if width <= 0 {
		width = theme.Px(barsUsual) // not laid out yet
	}
	var need float32
	for _, r := range b.rows {
		need = max(need, Body.measure(r.text.Name).Width+1)
	}
	return min(need, width*namesAtMost)
}

// numbers returns the width of what stands after the bars.
func (b *Bars) numbers() float32 {
	var need float32
	for _, r := range b.rows {
		need = max(need, r.numbers())
	}
	return need
}

// barRow is one line of Bars.
type barRow struct {
	pressable
	of     *Bars
	text   BarText
	part   float32 // of the longest bar
	chosen bool
}

func (r *barRow) numbers() float32 {
	w := Note.measure(r.text.Number).Width
	if r.text.Change != "" {
		w += theme.Px(barGap) + Note.measure(r.text.Change).Width
	}
	return w
}

// CreateRenderer is Fyne's.
func (r *barRow) CreateRenderer() fyne.WidgetRenderer {
	halo, ground := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	bar, marked := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	name, second := canvas.NewText("", nil), canvas.NewText("", nil)
	number, change := canvas.NewText("", nil), canvas.NewText("", nil)
	d := &drawing{of: r, objects: []fyne.CanvasObject{halo, ground, bar, marked, name, second, number, change}}
	d.paint = func() {
		fill := theme.ColorClear
		switch {
		case r.chosen:
			fill = theme.ColorSelected
		case r.hovered:
			fill = theme.ColorHovered
		}
		box(ground, fill, theme.ColorClear, theme.FieldCorner)
		ring(halo, r.focused, theme.FieldCorner)
		box(bar, theme.ColorAccent, theme.ColorClear, 3)
		box(marked, theme.ColorClear, theme.ColorLate, 3)
		marked.StrokeWidth = theme.Px(1.5)
		Note.In(theme.ColorText).paint(number)
		Note.paint(change)
		number.Text, change.Text = r.text.Number, r.text.Change
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		margin, gap := theme.Px(barGap), theme.Px(barGap)
		inside := size.Width - 2*margin
		names := r.of.names(inside)
		r.placeName(name, second, margin, names, size.Height)
		x := margin + names + 2*gap
		room := max(theme.Px(barLeast), size.Width-margin-x-gap-r.of.numbers())
		whole := max(theme.Px(barLeast), room*r.part)
		hollow := whole * float32(r.text.Marked) / float32(max(1, r.text.Count))
		y, h := (size.Height-theme.Px(barHeight))/2, theme.Px(barHeight)
		solid := whole - hollow
		if hollow > 0 && solid > 0 {
			solid = max(theme.Px(1), solid-theme.Px(2)) // a gap keeps the two apart
		}
		bar.Hidden, marked.Hidden = solid <= 0 || r.text.Count == 0, hollow <= 0
		Place(bar, x, y, solid, h)
		Place(marked, x+whole-hollow, y, hollow, h)
		x += whole + gap
		w := Note.measure(r.text.Number).Width
		middle(number, x, w, size.Height)
		middle(change, x+w+gap, Note.measure(r.text.Change).Width, size.Height)
	}
	d.min = func() fyne.Size {
		high := theme.Px(barRowHeight)
		if names := r.of.names(r.Size().Width - 2*theme.Px(barGap)); Body.measure(r.text.Name).Width > names+1 {
			high = theme.Px(twoLineHeight)
		}
		return fyne.NewSize(theme.Px(120), high)
	}
	return d.start()
}

// placeName writes the name, in two small lines where it is too long for one.
func (r *barRow) placeName(first, second *canvas.Text, x, width, height float32) {
	style, lines := Body, []string{r.text.Name, ""}
	if Body.measure(r.text.Name).Width > width+1 {
		style = Style{Size: theme.SizeLabel}
		lines = append(breakLines(r.text.Name, width, style, 2), "")
	}
	style.paint(first)
	style.paint(second)
	first.Text, second.Text = lines[0], lines[1]
	second.Hidden = second.Text == ""
	if second.Hidden {
		middle(first, x, width, height)
		return
	}
	middle(first, x, width, height-first.MinSize().Height)
	middle(second, x, width, height+second.MinSize().Height)
}

// middle places a text in the middle of a height.
func middle(t *canvas.Text, x, width, height float32) {
	h := t.MinSize().Height
	Place(t, x, (height-h)/2, width, h)
	t.Refresh()
}
