package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Strip shows how a whole falls into three parts: a full one, a pale one and a
// hollow one, told apart by how they are drawn and not by their colours alone.
type Strip struct {
	widget.BaseWidget
	parts [3]int
}

// NewStrip returns the strip.
func NewStrip(full, pale, hollow int) *Strip {
	s := &Strip{parts: [3]int{full, pale, hollow}}
	s.ExtendBaseWidget(s)
	return s
}

// stripHeight is how high a strip is, and stripGap what parts its parts.
const (
	stripHeight = 18
	stripGap    = 2
)

// CreateRenderer is Fyne's.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	boxes := [3]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	d := &drawing{of: s, objects: []fyne.CanvasObject{boxes[0], boxes[1], boxes[2]}}
	d.paint = func() {
		box(boxes[0], theme.ColorAccent, theme.ColorClear, 3)
		box(boxes[1], theme.ColorAccentSoft, theme.ColorAccent, 3)
		box(boxes[2], theme.ColorClear, theme.ColorLate, 3)
		boxes[2].StrokeWidth = theme.Px(1.5)
	}
	d.layout = func(size fyne.Size) {
		all, there := 0, 0
		for _, n := range s.parts {
			all += n
			if n > 0 {
				there++
			}
		}
		room := size.Width - theme.Px(stripGap)*float32(max(0, there-1))
		var x float32
		for i, n := range s.parts {
			boxes[i].Hidden = n == 0
			w := room * float32(n) / float32(max(1, all))
			Place(boxes[i], x, 0, w, size.Height)
			if n > 0 {
				x += w + theme.Px(stripGap)
			}
		}
	}
	d.min = func() fyne.Size { return fyne.NewSize(theme.Px(60), theme.Px(stripHeight)) }
	return d.start()
}
