package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// header holds the search field, and the day and the hour.
type header struct {
	of       *Window
	content  *fyne.Container
	row      *fyne.Container
	search   *widgets.Entry
	now      *widgets.Text
	asked    execute.Asked  // for the plan
	zone     *time.Location // the shop's, in which the hour is told; nil: that of the clock
	day      app.Day        // that is shown
	more     *widgets.Button
	stopTick func()
}

// How wide the search field is at most, and how wide it stays.
const (
	searchWidth = 420
	searchLeast = 388 // shows its words and its key
)

func newHeader(w *Window) *header {
	h := &header{of: w, now: widgets.NewText("", widgets.Muted)}
	h.search = widgets.NewSearchField(w.Voice.Say("window.search", nil), w.capOf(fyne.KeyK))
	h.search.OnChanged = w.found.look
	h.search.OnKey = w.found.typed
	h.search.OnFocus = w.found.focused
	h.more = widgets.NewButton(widgets.Quiet, "", w.showMenu).WithIcon(theme.IconMenu).WithTip(w.Voice.Say("window.menu", nil))
	h.row = container.New(&headerRow{h}, h.search, h.now, h.more)
	h.content = container.NewStack(widgets.On(theme.ColorSurface, h.row), container.New(bottomEdge{}, widgets.Line()))
	h.showNow()
	return h
}

// tick shows the hour, and again when the next minute begins. Of a new day it
// tells the pages.
func (h *header) tick() {
	h.stop()
	h.of.closing = false // who goes on working is asked anew
	h.of.lookAfter()
	h.of.keepAgain()
	was := h.day
	h.showNow()
	if h.day != was {
		h.of.pages.tell(app.Changed{})
	}
	now := h.of.Clock()
	h.stopTick = h.of.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), h.tick)
}

func (h *header) stop() {
	if h.stopTick != nil {
		h.stopTick()
		h.stopTick = nil
	}
}

// keepZone reads the zone of the shop, and tells the hour in it from then on.
func (h *header) keepZone() {
	w := h.of
	execute.Latest(w.Run, &h.asked, w.Book.Plan, func(error) {
		// whatever needs the plan says so
	}, func(plan app.Plan) {
		h.zone = plan.Location()
		h.showNow()
	})
}

func (h *header) showNow() {
	now := h.of.Clock()
	if h.zone != nil {
		now = now.In(h.zone)
	}
	h.day = app.DayOf(now)
	text := h.of.Voice.Say("window.now", app.Args{"Day": h.of.Voice.DayLong(h.day, h.day), "Time": h.of.Voice.Clock(now)})
	if by := h.of.AtDesk(); by != "" {
		text = h.of.Voice.Say("window.now.by", app.Args{"Name": by, "Now": text})
	}
	h.now.SetText(text)
	h.row.Refresh() // it may need other room now
}

// headerRow lays out the header: the search field at the left, the day at the
// right if there is room for both.
type headerRow struct{ of *header }

func (r *headerRow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, theme.Px(headerHeight))
}

func (r *headerRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	search, now, more := o[0], o[1], o[2]
	margin, gap := theme.Px(20), theme.Px(12)
	m := more.MinSize()
	x := size.Width - theme.Px(12) - m.Width
	widgets.Place(more, x, (size.Height-m.Height)/2, m.Width, m.Height)
	w := r.of.now.Preferred()
	field := min(theme.Px(searchWidth), size.Width-margin-3*gap-m.Width)
	if room := x - gap - margin - field - gap; w.Width > room {
		field = min(field, max(theme.Px(searchLeast), field-(w.Width-room)))
	}
	h := search.MinSize().Height
	widgets.Place(search, margin, (size.Height-h)/2, field, h)
	if w.Width > x-gap-margin-field-gap {
		w.Width = 0 // a day cut off says nothing
	}
	widgets.Place(now, x-gap-w.Width, (size.Height-w.Height)/2, w.Width, w.Height)
}

// bottomEdge puts a line along the bottom edge.
type bottomEdge struct{}

func (bottomEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (bottomEdge) Layout(o []fyne.CanvasObject, size fyne.Size) {
	widgets.Place(o[0], 0, size.Height-1, size.Width, 1)
}
