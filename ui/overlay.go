package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// overlay is a panel in the middle of the window, above everything.
type overlay struct {
	of    *Window
	layer *fyne.Container
	was   fyne.Focusable // has the focus when it is gone

	scroll *container.Scroll // what keys scroll in it; nil: nothing
}

func newOverlay(w *Window) *overlay {
	o := &overlay{of: w, layer: container.NewStack()}
	o.layer.Hide()
	return o
}

func (o *overlay) open() bool { return o.layer.Visible() }

// show shows the panel in the middle; a press beside it, or Escape, closes it.
func (o *overlay) show(panel fyne.CanvasObject) {
	v := newVeil(o.close)
	v.dim = true
	o.put(v, container.NewCenter(panel))
}

// drop shows the panel below the button at the right of the header.
func (o *overlay) drop(menu *widgets.Menu) {
	o.put(newVeil(o.close), container.New(dropLayout{}, menu))
	if first := menu.First(); first != nil {
		o.of.window.Canvas().Focus(first)
	}
}

func (o *overlay) put(veil, panel fyne.CanvasObject) {
	o.close()
	o.was = o.of.window.Canvas().Focused()
	o.of.window.Canvas().Unfocus()
	o.layer.Objects = []fyne.CanvasObject{veil, panel}
	o.of.reveal(o.layer)
}

// reveal shows a layer. Fyne does not know yet on which canvas a thing is that
// was never seen, and would paint it only when something else changes.
func (w *Window) reveal(layer fyne.CanvasObject) {
	layer.Show()
	layer.Refresh()
	w.window.Canvas().Refresh(layer)
}

func (o *overlay) close() {
	if o.open() {
		o.layer.Hide()
		o.layer.Objects, o.scroll = nil, nil
		o.of.Focus(o.was)
		o.was = nil
	}
}

// showKeys shows what every key does.
func (w *Window) showKeys() {
	if w.overlay.open() {
		w.overlay.close()
		return
	}
	everywhere := widgets.Column(4, widgets.SectionTitle(w.Voice.Say("window.keys.everywhere", nil)))
	for _, a := range w.acts {
		everywhere.Add(keyLine(w.capOf(a.key), w.Voice.Say(a.words, nil)))
	}
	here := widgets.Column(4, widgets.SectionTitle(w.Voice.Say("window.keys.calling", nil)))
	for _, key := range []string{"1-9", "c", "d", "arrows", "pages", "enter", "escape", "slash"} {
		here.Add(keyLine(w.Voice.Say("window.key."+key, nil), w.Voice.Say("window.keys."+key, nil)))
	}
	if w.pages.PutRight != nil {
		here.Add(widgets.Gap(0, 8))
		here.Add(widgets.SectionTitle(w.Voice.Say("window.put-right", nil)))
		for _, key := range []string{"1-6", "call", "k", "o", "sides"} {
			here.Add(keyLine(w.Voice.Say("window.key."+key, nil), w.Voice.Say("window.keys."+key, nil)))
		}
	}
	title := widgets.Row(12, widgets.NewText(w.Voice.Say("window.act.keys", nil), widgets.Heading), widgets.Space(),
		widgets.NewButton(widgets.Quiet, "", w.overlay.close).WithIcon(theme.IconClose).WithTip(w.Voice.Say("window.close", nil)))
	panel := &keysLayout{room: func() fyne.Size { return w.window.Canvas().Size() }}
	panel.keys = widgets.Scroll(widgets.Inset(widgets.Columns(28, nil, everywhere, here), 2, 2, 2, 2))
	w.overlay.show(widgets.Floating(widgets.Inset(container.New(panel, title, panel.keys), 16, 24, 24, 24)))
	w.overlay.scroll = panel.keys
}

// keysLayout puts the title above the keys, which scroll where the window has no
// room for all: the panel must not make the window larger.
type keysLayout struct {
	room func() fyne.Size // of the window
	keys *container.Scroll
}

// What the panel leaves of the window: its own edges, and some of what is behind.
const (
	keysBeside = 96
	keysAbove  = 88
	keysGap    = 16
)

func (l *keysLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	room, title, keys := l.room(), o[0].MinSize(), l.keys.Content.MinSize()
	return fyne.NewSize(
		min(theme.Px(keysWidth), room.Width-keysBeside),
		min(title.Height+theme.Px(keysGap)+keys.Height, room.Height-keysAbove))
}

func (l *keysLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head := o[0].MinSize().Height
	below := head + theme.Px(keysGap)
	widgets.Place(o[0], 0, 0, size.Width, head)
	widgets.Place(o[1], 0, below, size.Width, max(0, size.Height-below))
}

// typedKey scrolls what is in the panel, or closes it.
func (o *overlay) typedKey(key fyne.KeyName) {
	if key == fyne.KeyEscape {
		o.close()
		return
	}
	if o.scroll == nil {
		return
	}
	line, page := theme.Px(40), o.scroll.Size().Height
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
	}[key]
	most := max(0, o.scroll.Content.MinSize().Height-page)
	o.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, o.scroll.Offset.Y+by), most)))
}

// keysWidth is how wide the panel with the keys is.
const keysWidth = 740

func keyLine(key, does string) fyne.CanvasObject {
	return widgets.Row(8, widgets.Fixed(84, 20, widgets.Row(0, widgets.NewKeyCap(key), widgets.Space())), widgets.Grow(widgets.NewParagraph(does, widgets.Body)))
}

// dropLayout puts a panel below the button at the right of the header, as far
// as there is room.
type dropLayout struct{}

func (dropLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (dropLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	top := min(theme.Px(headerHeight-4), max(0, size.Height-m.Height))
	widgets.Place(o[0], size.Width-m.Width-theme.Px(12), top, m.Width, m.Height)
}
