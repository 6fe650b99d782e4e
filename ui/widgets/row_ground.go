package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// rowGround is what lies behind a line of a list: the accent bar and the soft
// ground of the chosen one, the shade under the pointer. Of one that is not
// chosen but has the keys, there are the bar and the shade.
type rowGround struct{ ground, bar *canvas.Rectangle }

func newGround() rowGround {
	return rowGround{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
}

func (g rowGround) objects() []fyne.CanvasObject { return []fyne.CanvasObject{g.ground, g.bar} }

func (g rowGround) paint(chosen, focused, hovered bool) {
	fill := theme.ColorClear
	switch {
	case chosen && focused:
		fill = theme.ColorAccentSoft
	case chosen:
		fill = theme.ColorSelected
	case focused, hovered:
		fill = theme.ColorHovered
	}
	box(g.ground, fill, theme.ColorClear, 0)
	box(g.bar, theme.ColorAccent, theme.ColorClear, 0)
	g.bar.Hidden = !chosen && !focused
}

func (g rowGround) layout(size fyne.Size) {
	Place(g.ground, 0, 0, size.Width, size.Height)
	Place(g.bar, 0, 0, theme.Px(3), size.Height)
}
