package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// RailItem leads to a page: an icon, its name and, where there is something to
// count, a number.
type RailItem struct {
	pressable
	icon    theme.Icon
	text    string
	count   string
	mood    Mood
	current bool
	narrow  bool
}

// NewRailItem returns the item.
func NewRailItem(icon theme.Icon, text string, pressed func()) *RailItem {
	r := &RailItem{icon: icon, text: text}
	r.extend(r, pressed)
	return r
}

// SetCount shows a number, "" for none.
func (r *RailItem) SetCount(count string, mood Mood) {
	if r.count != count || r.mood != mood {
		r.count, r.mood = count, mood
		r.Refresh()
	}
}

// SetCurrent tells whether its page is the one on show.
func (r *RailItem) SetCurrent(current bool) {
	if r.current != current {
		r.current = current
		r.Refresh()
	}
}

// SetNarrow leaves only the icon, and the number at its corner; the name is shown
// beside it while the pointer or the keys are on it.
func (r *RailItem) SetNarrow(narrow bool) {
	if r.narrow != narrow {
		r.narrow, r.tip = narrow, tip{}
		if narrow {
			r.tip = tip{words: r.text, beside: true}
		}
		r.Refresh()
	}
}

// railItemHeight is that of an item.
const railItemHeight = 36

// CreateRenderer is Fyne's.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	halo, ground := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	icon, text, count := canvas.NewImageFromResource(nil), canvas.NewText("", nil), newPillParts()
	d := &drawing{of: r, objects: []fyne.CanvasObject{halo, ground, icon, text, count.ground, count.text}}
	d.paint = func() {
		fill := theme.ColorClear
		switch {
		case r.current:
			fill = theme.ColorAccentSoft
		case r.hovered:
			fill = theme.ColorHovered
		}
		box(ground, fill, theme.ColorClear, theme.FieldCorner)
		ring(halo, r.focused, theme.FieldCorner)
		r.style().paint(text)
		icon.Resource = r.icon.In(r.style().Color)
		icon.Refresh()
		count.paint(r.count, r.mood)
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		side := theme.Px(18)
		if r.narrow {
			text.Text = ""
			Place(icon, (size.Width-side)/2, (size.Height-side)/2, side, side)
			w := count.size().Width
			count.layout(size.Width-w+theme.Px(4), -theme.Px(4), w)
			return
		}
		Place(icon, theme.Px(10), (size.Height-side)/2, side, side)
		x, right := theme.Px(38), size.Width-theme.Px(10)
		if m := count.size(); m.Width > 0 {
			count.layout(right-m.Width, (size.Height-m.Height)/2, m.Width)
			right -= m.Width + theme.Px(8)
		}
		text.Text = cut(r.text, right-x, r.style())
		h := text.MinSize().Height
		Place(text, x, (size.Height-h)/2, max(0, right-x), h)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(theme.Px(railItemHeight)) }
	return d.start()
}

func (r *RailItem) style() Style {
	if r.current {
		return Strong.In(theme.ColorAccent)
	}
	return Muted
}
