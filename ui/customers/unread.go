package customers

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// unread stands in the place of somebody whose page cannot be read.
type unread struct {
	page *Page
	head *widgets.Button
	body fyne.CanvasObject
}

func newUnread(p *Page, err error) *unread {
	u := &unread{page: p}
	u.head = widgets.NewButton(widgets.Quiet, p.say.Say("people.title", nil), p.ShowList).WithIcon(theme.IconBack)
	u.body = widgets.Column(0, widgets.Inset(widgets.Row(0, u.head), 8, 12, 0, 12),
		widgets.Grow(widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err))))
	return u
}

func (u *unread) content() fyne.CanvasObject { return u.body }
func (u *unread) first() fyne.Focusable      { return u.head }
func (u *unread) keeper() *keeper            { return nil }
func (u *unread) save()                      {}
func (u *unread) back()                      { u.page.ShowList() }
