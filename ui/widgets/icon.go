package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Icon shows one of the window's icons in a colour of the theme.
type Icon struct {
	widget.BaseWidget
	icon theme.Icon
	name fyne.ThemeColorName
	side float32
}

// NewIcon returns the icon in that colour, that wide and high.
func NewIcon(icon theme.Icon, name fyne.ThemeColorName, side float32) *Icon {
	i := &Icon{icon: icon, name: name, side: side}
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer is Fyne's.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(nil)
	image.FillMode = canvas.ImageFillContain
	d := &drawing{of: i, objects: []fyne.CanvasObject{image}}
	d.paint = func() {
		image.Resource = i.icon.In(i.name)
		image.Refresh()
	}
	d.layout = func(size fyne.Size) { Place(image, 0, 0, size.Width, size.Height) }
	d.min = func() fyne.Size { return fyne.NewSquareSize(theme.Px(i.side)) }
	return d.start()
}
