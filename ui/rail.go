package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// rail leads to the pages.
type rail struct {
	of      *Window
	content *fyne.Container
	name    *widgets.Text
	items   *fyne.Container
	below   *fyne.Container
	today   *widgets.RailItem
	right   *widgets.RailItem // to Put right
	pages   map[Page]*widgets.RailItem
	narrow  bool
}

func newRail(w *Window) *rail {
	r := &rail{of: w, pages: make(map[Page]*widgets.RailItem)}
	r.name = widgets.NewText(w.Voice.Say("window.title", nil), widgets.Strong)
	r.items, r.below = widgets.Column(4), widgets.Column(4)
	mark := widgets.Inset(widgets.Row(10, widgets.NewIcon(theme.IconMark, theme.ColorAccent, 20), r.name), 0, 8, 0, 8)
	column := widgets.Inset(widgets.Column(8,
		widgets.Fixed(0, 36, mark), r.items, widgets.Space(), r.below), 10, 10, 16, 10)
	r.content = container.NewStack(widgets.On(theme.ColorRail, column), container.New(rightEdge{}, widgets.UpLine()))
	return r
}

// build makes an item for each page that there is.
func (r *rail) build() {
	p := r.of.pages
	if p.Today != nil {
		r.today = r.add(r.items, p.Today, theme.IconPhone, "window.today")
	}
	if p.Customers != nil {
		r.add(r.items, p.Customers, theme.IconPeople, "window.customers")
	}
	if p.PutRight != nil {
		r.right = r.add(r.items, p.PutRight, theme.IconFix, "window.put-right")
	}
	if p.Review != nil {
		r.add(r.items, p.Review, theme.IconChart, "window.review")
	}
	if p.Import != nil {
		r.add(r.items, p.Import, theme.IconImport, "window.import")
	}
	if p.Export != nil {
		r.add(r.items, p.Export, theme.IconExport, "window.export")
	}
	if p.Settings != nil {
		r.add(r.below, p.Settings, theme.IconSettings, "window.settings")
	}
}

func (r *rail) add(to *fyne.Container, page Page, icon theme.Icon, key string) *widgets.RailItem {
	item := widgets.NewRailItem(icon, r.of.Voice.Say(key, nil), func() { r.of.Go(page) })
	item.SetNarrow(r.narrow)
	r.pages[page] = item
	to.Add(item)
	return item
}

func (r *rail) mark(current Page) {
	if current == r.of.pages.Merging && r.of.pages.Customers != nil {
		current = r.of.pages.Customers
	}
	if (current == r.of.pages.Opinions || current == r.of.pages.Loyalty) && r.of.pages.Review != nil {
		current = r.of.pages.Review
	}
	for page, item := range r.pages {
		item.SetCurrent(page == current)
	}
}

func (r *rail) setToCall(people int) {
	if r.today == nil {
		return
	}
	count := ""
	if people > 0 {
		count = strconv.Itoa(people)
	}
	r.today.SetCount(count, widgets.Count)
}

// setToPutRight shows how many complaints are late, in red, or else how many are
// open.
func (r *rail) setToPutRight(open, late int) {
	switch {
	case r.right == nil:
	case late > 0:
		r.right.SetCount(strconv.Itoa(late), widgets.Alert)
	case open > 0:
		r.right.SetCount(strconv.Itoa(open), widgets.Count)
	default:
		r.right.SetCount("", widgets.Count)
	}
}

func (r *rail) setNarrow(narrow bool) {
	if r.narrow == narrow {
		return
	}
	r.narrow = narrow
	if narrow {
		r.name.Hide()
	} else {
		r.name.Show()
	}
	for _, item := range r.pages {
		item.SetNarrow(narrow)
	}
}

// rightEdge puts a line along the right edge.
type rightEdge struct{}

func (rightEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (rightEdge) Layout(o []fyne.CanvasObject, size fyne.Size) {
	widgets.Place(o[0], size.Width-1, 0, 1, size.Height)
}
