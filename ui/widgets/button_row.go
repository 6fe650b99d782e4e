package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// ButtonRow puts buttons in a row that goes on in the next line where it is
// full. Where they would take more than two lines they get compact.
func ButtonRow(buttons ...*Button) *fyne.Container {
	row := container.New(&buttonRowLayout{})
	for _, b := range buttons {
		row.Add(b)
	}
	return row
}

// The gaps between buttons, and the most lines of buttons that are not compact.
const (
	buttonGap   = 6
	compactGap  = 5
	buttonLines = 2
)

// buttonRowLayout remembers its width, since its height depends on it.
type buttonRowLayout struct{ width float32 }

func (l *buttonRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.wrap(objects, l.width).MinSize(objects)
}

func (l *buttonRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.wrap(objects, size.Width).Layout(objects, size)
}

// wrap chooses the size of the buttons for that width and returns their layout.
func (l *buttonRowLayout) wrap(objects []fyne.CanvasObject, width float32) *wrapLayout {
	compact := width > 0 && linesOf(objects, width) > buttonLines
	for _, o := range objects {
		if b, ok := o.(*Button); ok {
			b.SetCompact(compact)
		}
	}
	if compact {
		return &wrapLayout{gap: compactGap, width: width}
	}
	return &wrapLayout{gap: buttonGap, width: width}
}

// linesOf counts the lines that the buttons take at their usual size.
func linesOf(objects []fyne.CanvasObject, width float32) int {
	lines, x := 1, float32(0)
	for _, o := range objects {
		w := wide(o)
		if b, ok := o.(*Button); ok {
			w = b.preferred(false).Width
		}
		if x > 0 && x+w > width+0.5 {
			lines, x = lines+1, 0
		}
		x += w + theme.Px(buttonGap)
	}
	return lines
}
