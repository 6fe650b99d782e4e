package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// Check is a box to tick.
type Check struct {
	pressable
	text    string
	style   Style
	checked bool
}

// NewCheck returns a box that is not ticked. Changed is called when the person
// ticks it or takes that back; it may be nil.
func NewCheck(text string, style Style, changed func(checked bool)) *Check {
	c := &Check{text: text, style: style}
	c.extend(c, func() {
		c.SetChecked(!c.checked)
		if changed != nil {
			changed(c.checked)
		}
	})
	return c
}

// Checked tells whether it is ticked.
func (c *Check) Checked() bool { return c.checked }

// SetChecked ticks it or takes that back, without calling back.
func (c *Check) SetChecked(checked bool) {
	if c.checked != checked {
		c.checked = checked
		c.Refresh()
	}
}

// SetText changes the words.
func (c *Check) SetText(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// checkSide is the side of the box.
const checkSide = 18

// Preferred returns the size at which all of the words are seen.
func (c *Check) Preferred() fyne.Size {
	return fyne.NewSize(theme.Px(checkSide+8)+c.style.measure(c.text).Width+1, theme.Px(26))
}

// CreateRenderer is Fyne's.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	halo, square := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	tick, text := canvas.NewImageFromResource(nil), canvas.NewText("", nil)
	d := &drawing{of: c, objects: []fyne.CanvasObject{halo, square, tick, text}}
	d.paint = func() {
		fill, line := theme.ColorSurface, theme.ColorMuted
		if c.checked {
			fill, line = theme.ColorAccent, theme.ColorAccent
		} else if c.hovered {
			fill = theme.ColorAccentSoft
		}
		box(square, fill, line, 5)
		ring(halo, c.focused, 5)
		tick.Hidden = !c.checked
		tick.Resource = theme.IconCheck.In(theme.ColorOnAccent)
		tick.Refresh()
		c.style.paint(text)
	}
	d.layout = func(size fyne.Size) {
		side := theme.Px(checkSide)
		y := (size.Height - side) / 2
		Place(square, 0, y, side, side)
		Place(tick, theme.Px(2), y+theme.Px(2), side-theme.Px(4), side-theme.Px(4))
		w := theme.Px(ringOut)
		Place(halo, -w, y-w, side+2*w, side+2*w)
		x := theme.Px(checkSide + 8)
		text.Text, c.tip.words = cut(c.text, size.Width-x, c.style), ""
		if text.Text != c.text {
			c.tip.words = c.text // what there is no room for is said beside it
		}
		h := c.style.measure("x").Height
		Place(text, x, (size.Height-h)/2, max(0, size.Width-x), h)
	}
	d.min = func() fyne.Size {
		p := c.Preferred()
		return fyne.NewSize(min(p.Width, theme.Px(checkSide+8+24)), p.Height)
	}
	return d.start()
}
