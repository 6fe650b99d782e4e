package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// ProgressLine is a thin bar that fills with the accent.
type ProgressLine struct {
	widget.BaseWidget
	part float32
}

// NewProgressLine returns an empty bar.
func NewProgressLine() *ProgressLine {
	p := &ProgressLine{}
	p.ExtendBaseWidget(p)
	return p
}

// SetPart fills the bar: 0 empty, 1 full.
func (p *ProgressLine) SetPart(part float64) {
	if f := float32(min(max(part, 0), 1)); f != p.part {
		p.part = f
		p.Refresh()
	}
}

// Part is how much of the bar is full.
func (p *ProgressLine) Part() float64 { return float64(p.part) }

// CreateRenderer is Fyne's.
func (p *ProgressLine) CreateRenderer() fyne.WidgetRenderer {
	ground, bar := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	d := &drawing{of: p, objects: []fyne.CanvasObject{ground, bar}}
	d.paint = func() {
		box(ground, theme.ColorLine, theme.ColorClear, 2)
		box(bar, theme.ColorAccent, theme.ColorClear, 2)
		bar.Hidden = p.part == 0
	}
	d.layout = func(size fyne.Size) {
		Place(ground, 0, 0, size.Width, size.Height)
		Place(bar, 0, 0, max(size.Width*p.part, theme.Px(4)), size.Height)
	}
	d.min = func() fyne.Size { return fyne.NewSize(theme.Px(40), theme.Px(4)) }
	return d.start()
}

// ProgressPanel shows how far a long job has come, with a way to stop it.
type ProgressPanel struct {
	composite
	title, detail *Text
	bar           *ProgressLine
	stop          *Button
}

// NewProgressPanel returns the panel at its beginning. The word is that of the
// button that stops the job.
func NewProgressPanel(title, stopWord string, stop func()) *ProgressPanel {
	p := &ProgressPanel{
		title: NewText(title, Strong), detail: NewText("", Note),
		bar: NewProgressLine(), stop: NewButton(Plain, stopWord, stop),
	}
	p.compose(p, Panel(Column(12, p.title, p.bar, Row(12, Grow(p.detail), p.stop))))
	return p
}

// Set shows how far it is, 0 to 1, and with what.
func (p *ProgressPanel) Set(part float64, detail string) {
	p.bar.SetPart(part)
	p.detail.SetText(detail)
}
