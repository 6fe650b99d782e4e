package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// Row puts the objects side by side with a gap between them, each as wide as it
// likes and in the middle of the height. What is too long for the room ends in
// an ellipsis; what Grow wraps takes the room that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap}, objects...)
}

// TopRow is Row with the objects at the top of the height.
func TopRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, top: true}, objects...)
}

// Column puts the objects below each other with a gap between them, each as
// wide as the column and as high as it then needs. What Grow wraps takes the
// height that is left.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

// Columns puts the objects side by side in columns whose widths are as the
// weights; missing weights are 1.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{gap: gap, weights: weights}, objects...)
}

// Wrap puts the objects in a row that goes on in the next line where it is full.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap}, objects...)
}

// Layers puts the objects on top of each other, the last on top.
func Layers(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layersLayout{}, objects...)
}

// Grow lets an object take what is left of a Row or a Column.
func Grow(o fyne.CanvasObject) *fyne.Container { return container.New(growLayout{}, o) }

// Space is an empty thing that grows.
func Space() *fyne.Container { return Grow(canvas.NewRectangle(theme.Color(theme.ColorClear))) }

// Gap is an empty thing of that width and height.
func Gap(width, height float32) *fyne.Container {
	return container.New(&fixedLayout{width: width, height: height})
}

// Inset keeps a margin around the object, in the order of the sides in CSS.
func Inset(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(&insetLayout{top, right, bottom, left}, o)
}

// Fixed holds the object at least, and where the room allows at most, that wide
// and high; 0 leaves a side to the object.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&fixedLayout{width: width, height: height}, o)
}

// Scroll lets the object be scrolled up and down.
func Scroll(o fyne.CanvasObject) *container.Scroll { return container.NewVScroll(o) }

// preferrer is a widget or layout that likes more room than it needs.
type preferrer interface {
	// Preferred returns the size at which nothing is cut off.
	Preferred() fyne.Size
}

// wide returns the width at which nothing of the object is cut off.
func wide(o fyne.CanvasObject) float32 {
	if p, ok := o.(preferrer); ok {
		return p.Preferred().Width
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(interface {
			wide(objects []fyne.CanvasObject) float32
		}); ok {
			return l.wide(c.Objects)
		}
	}
	return o.MinSize().Width
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	seen := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}

// fitTo gives the object that width and returns the height it then needs.
func fitTo(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}

type rowLayout struct {
	gap float32
	top bool
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		size.Width += m.Width
		if i > 0 {
			size.Width += theme.Px(l.gap)
		}
	}
	return size
}

func (l *rowLayout) wide(objects []fyne.CanvasObject) float32 {
	var width float32
	for i, o := range visible(objects) {
		width += wide(o)
		if i > 0 {
			width += theme.Px(l.gap)
		}
	}
	return width
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	widths := l.widths(objects, size.Width)
	var x float32
	for i, o := range objects {
		h := min(fitTo(o, widths[i]), size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		if _, full := o.(*Bar); full {
			y, h = 0, size.Height
		}
		Place(o, x, y, widths[i], h)
		x += widths[i] + theme.Px(l.gap)
	}
}

// widths shares the room: everybody's least first, then what each likes, then
// the rest to those that grow. Where not all get what they like, the widest are
// cut first.
func (l *rowLayout) widths(objects []fyne.CanvasObject, room float32) []float32 {
	widths := make([]float32, len(objects))
	likes := make([]float32, len(objects))
	room -= theme.Px(l.gap) * float32(max(0, len(objects)-1))
	var growing []int
	for i, o := range objects {
		least := o.MinSize().Width
		widths[i], likes[i] = least, max(least, wide(o))
		if grows(o) {
			growing = append(growing, i)
			likes[i] = least
		}
	}
	level := levelFor(likes, room)
	for i := range widths {
		widths[i] = max(widths[i], min(likes[i], level))
		room -= widths[i]
	}
	for _, i := range growing {
		widths[i] += max(0, room) / float32(len(growing))
	}
	return widths
}

// levelFor returns the width to cut everything off at so that it fits the room.
func levelFor(likes []float32, room float32) float32 {
	sorted := slices.Sorted(slices.Values(likes))
	for i, w := range sorted {
		if left := float32(len(sorted) - i); w*left > room {
			return room / left
		}
		room -= w
	}
	return math.MaxFloat32
}

type columnLayout struct{ gap float32 }

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
		if i > 0 {
			size.Height += theme.Px(l.gap)
		}
	}
	return size
}

func (l *columnLayout) wide(objects []fyne.CanvasObject) float32 { return widest(visible(objects)) }

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	room := size.Height - theme.Px(l.gap)*float32(max(0, len(objects)-1))
	heights := make([]float32, len(objects))
	growing := 0
	for i, o := range objects {
		heights[i] = fitTo(o, size.Width)
		room -= heights[i]
		if grows(o) {
			growing++
		}
	}
	var y float32
	for i, o := range objects {
		if grows(o) && room > 0 {
			heights[i] += room / float32(growing)
		}
		Place(o, 0, y, size.Width, heights[i])
		y += heights[i] + theme.Px(l.gap)
	}
}

func widest(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range objects {
		width = max(width, wide(o))
	}
	return width
}

// AtLeast holds the object to a least width, so that what is beside it in a Split
// gives way first.
func AtLeast(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(leastLayout{width}, o)
}
