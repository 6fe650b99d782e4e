package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Step is one of the steps of Stages.
type Step struct {
	Text string
	When string // may be empty
	Done bool
}

// Stages shows how far something has come, as dots on a line: those that are
// done are filled, and the line is drawn strong up to the last of them.
type Stages struct {
	widget.BaseWidget
	steps []Step
}

// NewStages returns the line of those steps.
func NewStages(steps ...Step) *Stages {
	s := &Stages{steps: steps}
	s.ExtendBaseWidget(s)
	return s
}

// The measures of the line.
const (
	stageDot   = 12
	stageLine  = 2
	stageLeast = 56 // of a step in width
)

type stageParts struct {
	dot        *canvas.Circle
	before     *canvas.Rectangle // the line from the step before
	text, when *canvas.Text
}

// CreateRenderer is Fyne's.
func (s *Stages) CreateRenderer() fyne.WidgetRenderer {
	parts := make([]stageParts, len(s.steps))
	d := &drawing{of: s}
	for i := range parts {
		parts[i] = stageParts{canvas.NewCircle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil), canvas.NewText("", nil)}
		d.objects = append(d.objects, parts[i].before)
	}
	for _, p := range parts {
		d.objects = append(d.objects, p.dot, p.text, p.when)
	}
	d.paint = func() {
		for i, p := range parts {
			p.paint(s.steps[i])
		}
	}
	d.layout = func(size fyne.Size) {
		for i, p := range parts {
			p.layout(s.steps[i], i, size.Width/float32(len(parts)))
		}
	}
	d.min = func() fyne.Size {
		height := theme.Px(stageDot) + theme.Px(6) + Note.measure("x").Height + Small.measure("x").Height
		return fyne.NewSize(theme.Px(stageLeast)*float32(len(parts)), height)
	}
	return d.start()
}

func (p stageParts) paint(step Step) {
	fill, line, style := theme.ColorSurface, theme.ColorLine, Note
	if step.Done {
		fill, line, style = theme.ColorAccent, theme.ColorAccent, Strong
		style.Size = theme.SizeNote
	}
	p.dot.FillColor, p.dot.StrokeColor, p.dot.StrokeWidth = theme.Color(fill), theme.Color(line), theme.Px(stageLine)
	box(p.before, line, theme.ColorClear, 0)
	style.Aligned(fyne.TextAlignCenter).paint(p.text)
	Small.Aligned(fyne.TextAlignCenter).paint(p.when)
}

func (p stageParts) layout(step Step, i int, width float32) {
	dot, line := theme.Px(stageDot), theme.Px(stageLine)
	middle := width*float32(i) + width/2
	Place(p.before, middle-width, (dot-line)/2, width, line)
	p.before.Hidden = i == 0
	Place(p.dot, middle-dot/2, 0, dot, dot)
	style := Note
	if step.Done {
		style = Strong
		style.Size = theme.SizeNote
	}
	p.text.Text, p.when.Text = cut(step.Text, width-2, style), cut(step.When, width-2, Small)
	y, high := dot+theme.Px(6), Note.measure("x").Height
	Place(p.text, width*float32(i), y, width, high)
	Place(p.when, width*float32(i), y+high, width, Small.measure("x").Height)
}
