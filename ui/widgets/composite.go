package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// composite is a widget made of other objects.
type composite struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func (c *composite) compose(self fyne.Widget, content fyne.CanvasObject) {
	c.content = content
	c.ExtendBaseWidget(self)
}

// Preferred returns the size at which nothing is cut off.
func (c *composite) Preferred() fyne.Size {
	return fyne.NewSize(wide(c.content), c.content.MinSize().Height)
}

// CreateRenderer is Fyne's.
func (c *composite) CreateRenderer() fyne.WidgetRenderer {
	return &compositeRenderer{c}
}

type compositeRenderer struct{ of *composite }

func (r *compositeRenderer) Destroy()                     {}
func (r *compositeRenderer) Layout(size fyne.Size)        { r.of.content.Resize(size) }
func (r *compositeRenderer) MinSize() fyne.Size           { return r.of.content.MinSize() }
func (r *compositeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.of.content} }

// Refresh lays the content out anew, since what it shows may need other room.
func (r *compositeRenderer) Refresh() { r.of.content.Refresh() }
