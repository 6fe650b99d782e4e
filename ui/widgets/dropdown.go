package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ringback.app/app/folding"
	"ringback.app/ui/theme"
)

// dropDown is Fyne's list with options that have room in the window, however many
// they are. It leaves to the window the keys that it has no use for.
type dropDown struct {
	widget.Select
	open *options // nil: it is closed

	focused, hovered bool
}

// CreateRenderer is Fyne's, with the ground and the frame that fields have in place
// of its own.
func (d *dropDown) CreateRenderer() fyne.WidgetRenderer {
	r := &framedList{
		WidgetRenderer: d.Select.CreateRenderer(), of: d,
		halo: canvas.NewRectangle(nil), frame: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil),
	}
	r.paint()
	return r
}

// framedList is a list with a frame, and with a glow while it has the focus.
type framedList struct {
	fyne.WidgetRenderer
	halo, frame, veil *canvas.Rectangle
	of                *dropDown
}

func (r *framedList) paint() {
	line, veil := theme.ColorLine, theme.ColorClear
	switch {
	case r.of.focused:
		line = theme.ColorAccent
	case r.of.hovered && !r.of.Disabled():
		veil = theme.ColorHovered
	}
	box(r.frame, theme.ColorPage, line, theme.FieldCorner)
	box(r.veil, veil, theme.ColorClear, theme.FieldCorner)
	glow(r.halo, r.of.focused, theme.FieldCorner)
}

// Objects leaves out the first of Fyne's, which is its ground.
func (r *framedList) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.halo, r.frame, r.veil}, r.WidgetRenderer.Objects()[1:]...)
}

func (r *framedList) Layout(size fyne.Size) {
	placeGlow(r.halo, size)
	Place(r.frame, 0, 0, size.Width, size.Height)
	Place(r.veil, 0, 0, size.Width, size.Height)
	r.WidgetRenderer.Layout(size)
}

func (r *framedList) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

// FocusGained shows that it has the focus.
func (d *dropDown) FocusGained() {
	d.focused = true
	d.Select.FocusGained()
	BringIntoSight(d)
}

// FocusLost shows that it has lost the focus.
func (d *dropDown) FocusLost() {
	d.focused = false
	d.Select.FocusLost()
}

// MouseIn shows that the pointer is on it.
func (d *dropDown) MouseIn(m *desktop.MouseEvent) {
	d.hovered = true
	d.Select.MouseIn(m)
}

// MouseOut shows that the pointer has left it.
func (d *dropDown) MouseOut() {
	d.hovered = false
	d.Select.MouseOut()
}

// Tapped shows the options.
func (d *dropDown) Tapped(*fyne.PointEvent) {
	focusOn(d)
	d.drop()
}

// TypedKey chooses.
func (d *dropDown) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		d.drop()
	case fyne.KeyLeft, fyne.KeyRight:
		d.Select.TypedKey(key)
	default:
		passKey(d, key)
	}
}

// TypedRune shows the options, from the one on that begins with the letter.
func (d *dropDown) TypedRune(r rune) {
	if r == ' ' { // has come as a key
		return
	}
	if d.drop(); d.open != nil {
		d.open.look(max(d.SelectedIndex(), 0)-1, r)
	}
}

// Hide closes it.
func (d *dropDown) Hide() {
	if d.open != nil {
		d.open.shut()
	}
	d.Select.Hide()
}

// drop shows the options, with the keyboard on the one that is chosen.
func (d *dropDown) drop() {
	c := canvasOf(d)
	if c == nil || d.Disabled() || d.open != nil || len(d.Options) == 0 {
		return
	}
	o := &options{of: d, canvas: c, menu: &Menu{}}
	items := make([]MenuItem, len(d.Options))
	for i, text := range d.Options {
		items[i] = MenuItem{Text: text, Do: func() {
			o.shut()
			d.SetSelectedIndex(i)
		}}
	}
	o.menu.list = o
	o.scroll = Scroll(o.menu.column(items))
	o.menu.compose(o.menu, Floating(Inset(o.scroll, menuMargin, menuMargin, menuMargin, menuMargin)))
	o.layer = container.New(o, newBeside(o.shut), o.menu)
	d.open = o
	o.layer.Resize(c.Size())
	c.Overlays().Add(o.layer)
	c.Focus(o.menu.rows[max(d.SelectedIndex(), 0)])
}

// options are what a list drops down, above the page: as many in sight as there is
// room for below the list or above it.
type options struct {
	of     *dropDown
	canvas fyne.Canvas
	menu   *Menu
	scroll *container.Scroll
	layer  fyne.CanvasObject
	typed  string // the letters looked for so far
	found  int    // where they led to
}

// shut takes the options away and gives the keyboard back.
func (o *options) shut() {
	if o.of.open != o {
		return
	}
	o.of.open = nil
	o.canvas.Overlays().Remove(o.layer)
	o.canvas.Focus(o.of)
}

// MinSize is nothing: what lies above a page takes no room from it.
func (o *options) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout places the options where there is more room, or below where there is
// enough.
func (o *options) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := theme.Px(8)
	at, field := fyne.CurrentApp().Driver().AbsolutePositionForObject(o.of), o.of.Size()
	height := o.scroll.Content.MinSize().Height + 2*theme.Px(menuMargin)
	below, above := size.Height-at.Y-field.Height-margin, at.Y-margin
	top := at.Y + field.Height
	switch {
	case height <= below:
	case above > below:
		height = min(height, above)
		top = at.Y - height
	default:
		height = min(height, below)
	}
	width := min(max(field.Width, o.scroll.Content.MinSize().Width+2*theme.Px(menuMargin)), size.Width-2*margin)
	Place(objects[0], 0, 0, size.Width, size.Height)
	Place(objects[1], max(margin, min(at.X, size.Width-width-margin)), top, width, height)
}

// typedKey moves by a page, chooses, or closes; all other keys are nobody's.
func (o *options) typedKey(row *menuRow, key *fyne.KeyEvent) {
	const page = 8 // options
	last := len(o.menu.rows) - 1
	switch key.Name {
	case fyne.KeyPageDown:
		o.canvas.Focus(o.menu.rows[min(row.at+page, last)])
	case fyne.KeyPageUp:
		o.canvas.Focus(o.menu.rows[max(row.at-page, 0)])
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		row.Tapped(nil)
	case fyne.KeyEscape:
		o.shut()
	}
}

// look moves to the next option that begins with the letters typed since another key
// was, or with the last of them if none does, over the end.
func (o *options) look(from int, letter rune) {
	if from == o.found && o.typed != "" && o.seek(from, o.typed+string(letter)) {
		return
	}
	o.seek(from+1, string(letter))
}

// seek moves to the first option from that one on that begins with the letters; false
// if none does.
func (o *options) seek(from int, letters string) bool {
	begins, rows := folding.Fold(letters), o.menu.rows
	for i := range rows {
		row := rows[(from+i+len(rows))%len(rows)]
		if begins != "" && strings.HasPrefix(folding.Fold(row.item.Text), begins) {
			o.typed, o.found = letters, row.at
			o.canvas.Focus(row)
			return true
		}
	}
	return false
}

// see scrolls to an option, as little as is needed.
func (o *options) see(i int) {
	row := o.menu.rows[i]
	top, sight, y := row.Position().Y, o.scroll.Size().Height, o.scroll.Offset.Y
	switch bottom := top + row.Size().Height; {
	case top < y:
		y = top
	case bottom > y+sight:
		y = bottom - sight
	default:
		return
	}
	o.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
}

// beside is what is not the options: a press there closes them.
type beside struct{ tappable }

func newBeside(pressed func()) *beside {
	b := &beside{}
	b.extend(b, pressed)
	return b
}

// CreateRenderer is Fyne's.
func (b *beside) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
