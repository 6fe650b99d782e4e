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
}

func newOverlay(w *Window) *overlay {
	o := &overlay{of: w, layer: container.NewStack()}
	o.layer.Hide()
	return o
}

func (o *overlay) open() bool { return o.layer.Visible() }

// show shows the panel; a press beside it, or Escape, closes it.
func (o *overlay) show(panel fyne.CanvasObject) {
	v := newVeil(o.close)
	v.dim = true
	o.layer.Objects = []fyne.CanvasObject{v, container.NewCenter(panel)}
	o.of.window.Canvas().Unfocus()
	o.layer.Show()
	o.layer.Refresh()
}

func (o *overlay) close() {
	if o.open() {
		o.layer.Hide()
		o.layer.Objects = nil
	}
}

// showKeys shows what every key does.
func (w *Window) showKeys() {
	if w.overlay.open() {
		w.overlay.close()
		return
	}
	everywhere := widgets.Column(8, widgets.SectionTitle(w.Voice.Say("window.keys.everywhere", nil)))
	for _, a := range w.acts {
		everywhere.Add(keyLine(w.capOf(a.key), w.Voice.Say(a.words, nil)))
	}
	here := widgets.Column(8, widgets.SectionTitle(w.Voice.Say("window.keys.calling", nil)))
	for _, key := range []string{"1-9", "c", "d", "arrows", "pages", "enter", "escape", "slash"} {
		here.Add(keyLine(w.Voice.Say("window.key."+key, nil), w.Voice.Say("window.keys."+key, nil)))
	}
	title := widgets.Row(12, widgets.NewText(w.Voice.Say("window.act.keys", nil), widgets.Heading), widgets.Space(),
		widgets.NewButton(widgets.Quiet, "", w.overlay.close).WithIcon(theme.IconClose))
	w.overlay.show(widgets.Fixed(keysWidth, 0, widgets.Floating(widgets.Inset(
		widgets.Column(16, title, widgets.Columns(28, nil, everywhere, here)), 16, 24, 24, 24))))
}

// keysWidth is how wide the panel with the keys is.
const keysWidth = 600

func keyLine(key, does string) fyne.CanvasObject {
	return widgets.Row(8, widgets.Fixed(84, 20, widgets.Row(0, widgets.NewKeyCap(key), widgets.Space())), widgets.Grow(widgets.NewText(does, widgets.Body)))
}
