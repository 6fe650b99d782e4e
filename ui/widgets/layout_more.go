package widgets

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

type columnsLayout struct {
	gap     float32
	weights []float32
}

func (l *columnsLayout) weight(i int) float32 {
	if i < len(l.weights) {
		return l.weights[i]
	}
	return 1
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (&rowLayout{gap: l.gap}).MinSize(objects)
}

func (l *columnsLayout) wide(objects []fyne.CanvasObject) float32 {
	return (&rowLayout{gap: l.gap}).wide(objects)
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	var all float32
	for i := range objects {
		all += l.weight(i)
	}
	gap := theme.Px(l.gap)
	room := size.Width - gap*float32(max(0, len(objects)-1))
	var x float32
	for i, o := range objects {
		w := room * l.weight(i) / all
		fitTo(o, w)
		Place(o, x, 0, w, size.Height)
		x += w + gap
	}
}

// wrapLayout remembers its width, since its height depends on it.
type wrapLayout struct {
	gap   float32
	least float32 // the least height of a line; the gap is between words only
	width float32
}

func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = l.arrange(objects, max(l.width, size.Width), false)
	return size
}

func (l *wrapLayout) wide(objects []fyne.CanvasObject) float32 {
	return (&rowLayout{gap: l.gap}).wide(objects)
}

func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, true)
}

// arrange returns the height that the objects need, and moves them if asked:
// each to the middle of its line.
func (l *wrapLayout) arrange(objects []fyne.CanvasObject, width float32, move bool) float32 {
	gap, between := theme.Px(l.gap), theme.Px(l.gap)
	if l.least > 0 {
		between = 0
	}
	var y float32
	for n, line := range l.lines(visible(objects), width, gap) {
		if n > 0 {
			y += between
		}
		height := theme.Px(l.least)
		for _, o := range line {
			height = max(height, o.MinSize().Height)
		}
		var x float32
		for _, o := range line {
			w, h := min(wide(o), width), o.MinSize().Height
			if move {
				Place(o, x, y+(height-h)/2, w, h)
			}
			x += w + gap
		}
		y += height
	}
	return y
}

// lines says which objects stand in which line.
func (l *wrapLayout) lines(objects []fyne.CanvasObject, width, gap float32) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	var line []fyne.CanvasObject
	var x float32
	for _, o := range objects {
		w := min(wide(o), width)
		if len(line) > 0 && x+w > width+0.5 {
			lines, line, x = append(lines, line), nil, 0
		}
		line = append(line, o)
		x += w + gap
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

type growLayout struct{}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
func (growLayout) wide(objects []fyne.CanvasObject) float32      { return wide(objects[0]) }

func (growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Place(objects[0], 0, 0, size.Width, size.Height)
}

type insetLayout struct{ top, right, bottom, left float32 }

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return m.AddWidthHeight(theme.Px(l.left+l.right), theme.Px(l.top+l.bottom))
}

func (l *insetLayout) wide(objects []fyne.CanvasObject) float32 {
	return wide(objects[0]) + theme.Px(l.left+l.right)
}

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Place(objects[0], theme.Px(l.left), theme.Px(l.top),
		max(0, size.Width-theme.Px(l.left+l.right)), max(0, size.Height-theme.Px(l.top+l.bottom)))
}

type fixedLayout struct{ width, height float32 }

func (l *fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = o.MinSize()
	}
	if l.width > 0 || len(objects) == 0 {
		size.Width = theme.Px(l.width)
	}
	if l.height > 0 || len(objects) == 0 {
		size.Height = theme.Px(l.height)
	}
	return size
}

func (l *fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Place(o, 0, 0, size.Width, size.Height)
	}
}

type layersLayout struct{}

func (layersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

func (layersLayout) wide(objects []fyne.CanvasObject) float32 { return widest(visible(objects)) }

func (layersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Place(o, 0, 0, size.Width, size.Height)
	}
}

type leastLayout struct{ width float32 }

func (l leastLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	size.Width = max(size.Width, theme.Px(l.width))
	return size
}

func (leastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Place(objects[0], 0, 0, size.Width, size.Height)
}
