package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// Sections puts the parts of a card into two columns, row by row, or below each
// other where it is narrow. Those of a row begin at one height unless that left
// a hole. Left is the share of the left column in the width, at least a half.
func Sections(left float32, sections ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sectionsLayout{left: left}, sections...)
}

type sectionsLayout struct {
	left  float32
	width float32
}

const (
	sectionsTwo    = 500 // from this width on there are two columns
	sectionsAcross = 20  // between the columns
	sectionsDown   = 20  // between two sections
	sectionsHole   = 120 // the most empty room for the sake of an even line
)

func (l *sectionsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(200), l.arrange(visible(objects), l.width))
}

func (l *sectionsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(visible(objects), size.Width)
}

// arrange puts the sections in their places and returns the height they take.
func (l *sectionsLayout) arrange(objects []fyne.CanvasObject, width float32) float32 {
	if width < theme.Px(sectionsTwo) {
		return stacked(objects, width)
	}
	down, across := theme.Px(sectionsDown), theme.Px(sectionsAcross)
	w := [2]float32{(width - across) * max(l.left, 0.5), 0}
	w[1] = width - across - w[0]
	var ends [2]float32
	for i, o := range objects {
		column := i % 2
		if column == 0 && i > 0 && max(ends[0], ends[1])-min(ends[0], ends[1]) < theme.Px(sectionsHole) {
			ends[0], ends[1] = max(ends[0], ends[1]), max(ends[0], ends[1])
		}
		if i > 1 {
			ends[column] += down
		}
		h := fitTo(o, w[column])
		Place(o, float32(column)*(w[0]+across), ends[column], w[column], h)
		ends[column] += h
	}
	return max(ends[0], ends[1])
}

func stacked(objects []fyne.CanvasObject, width float32) float32 {
	var y float32
	for i, o := range objects {
		if i > 0 {
			y += theme.Px(sectionsDown)
		}
		h := fitTo(o, width)
		Place(o, 0, y, width, h)
		y += h
	}
	return y
}
