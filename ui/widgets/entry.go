package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Entry is a line, or with NewNote several, to type in. The window's shortcuts
// work in it, Escape too.
type Entry struct {
	widget.Entry

	// OnKey sees every key first; it returns true for one that it has used up.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is told when the focus comes and goes.
	OnFocus func(bool)
	// SelectFilled marks what was filled in for the person when the focus comes by a
	// key, so that what they type takes its place. A click puts the pen where it is,
	// and what they typed themselves is left alone.
	SelectFilled bool

	clicked bool // the focus comes by a click
	focused bool
	typed   bool // something was typed since the text was set
	goesOn  bool // what is typed goes on from the text that was filled in
	opener  rune // the letter whose key led here, and is held down perhaps; 0: none

	lines    int               // of a note that are in sight
	inner    *container.Scroll // of the note, once it was seen
	outgrown func()            // is told after every change of a note that grows; nil for the others
}

// NewEntry returns a line to type in.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	// Fyne's own choice scrolls up and down, too, where the text is a part of a
	// pixel higher than the line, as it is at some sizes.
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	return e
}

// NewNote returns a place to type several lines in. Tab goes on to the next
// field, as in the rest of the form.
func NewNote(placeholder string, lines int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.PlaceHolder = placeholder
	e.setLines(lines)
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is Fyne's, with a frame of ours, since Fyne's comes out dark
// and blurred.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &framed{WidgetRenderer: e.Entry.CreateRenderer(), frame: canvas.NewRectangle(nil), halo: canvas.NewRectangle(nil), of: e}
	r.wheel = newWheel(e, r.WidgetRenderer.Objects())
	e.inner = r.wheel.inner
	if e.Icon != nil {
		r.edge, r.icon = canvas.NewRectangle(nil), canvas.NewImageFromResource(e.Icon)
		r.icon.FillMode = canvas.ImageFillContain
	}
	r.paint()
	return r
}

// framed is an entry with a frame, and with a glow while it has the focus.
type framed struct {
	fyne.WidgetRenderer
	frame, halo *canvas.Rectangle
	wheel       *wheel
	of          *Entry

	// Fyne lets a long text run in under the icon: edge hides it there, and icon is
	// drawn once more over that. Both are nil without one.
	edge *canvas.Rectangle
	icon *canvas.Image
}

func (r *framed) paint() {
	line := theme.ColorLine
	if r.of.focused {
		line = theme.ColorAccent
	}
	box(r.frame, theme.ColorPage, line, theme.FieldCorner)
	glow(r.halo, r.of.focused, theme.FieldCorner)
	if r.icon != nil {
		box(r.edge, theme.ColorPage, theme.ColorClear, 0)
		r.icon.Resource = r.of.Icon
		r.icon.Refresh()
	}
}

func (r *framed) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.halo, r.frame}, r.WidgetRenderer.Objects()...)
	if r.icon != nil {
		all = append(all, r.edge, r.icon)
	}
	return append(all, r.wheel)
}

func (r *framed) Layout(size fyne.Size) {
	placeGlow(r.halo, size)
	Place(r.frame, 0, 0, size.Width, size.Height)
	Place(r.wheel, 0, 0, size.Width, size.Height)
	r.WidgetRenderer.Layout(size)
	if r.icon != nil {
		pad, side := r.of.Theme().Size(fynetheme.SizeNameInnerPadding), r.of.Theme().Size(fynetheme.SizeNameInlineIcon)
		Place(r.icon, pad, pad, side, side)
		Place(r.edge, pad, 2*glowWidth, side, size.Height-4*glowWidth)
	}
}

func (r *framed) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

// AcceptsTab is always false: Tab goes on to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey types, and leaves to the window what an entry has no use for.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passKey(e, key)
	default:
		before := e.Text
		e.Entry.TypedKey(key)
		e.typed = e.typed || e.Text != before
		e.grow()
	}
}

// grow lets a note take the room that its words need now.
func (e *Entry) grow() {
	if e.outgrown != nil {
		e.outgrown()
	}
}

// SetText sets the text. It is not among what Undo takes back.
func (e *Entry) SetText(text string) {
	e.Entry.SetText(text)
	e.typed, e.goesOn = false, false
}

// OpenedBy tells the entry which letter led to it: as long as its key is held down,
// it is no word of what is typed here. 0: none.
func (e *Entry) OpenedBy(r rune) { e.opener = r }

// KeyDown notes that a key was pressed and not only held down.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	e.opener = 0
	e.Entry.KeyDown(key)
}

// TypedRune types.
func (e *Entry) TypedRune(r rune) {
	if r == e.opener {
		return
	}
	e.opener = 0
	e.goOn(r)
	e.Entry.TypedRune(r)
	e.typed = true
	e.grow()
}

// TypedShortcut cuts, copies, pastes, undoes and moves by words; every other
// shortcut is the window's, and so is undoing where nothing was typed.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	before := e.Text
	switch s := shortcut.(type) {
	case *desktop.CustomShortcut:
		if !editing(s) {
			passShortcut(e, shortcut)
			return
		}
		e.Entry.TypedShortcut(shortcut)
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.typed {
			e.Entry.TypedShortcut(shortcut)
			e.grow()
		}
		if e.Text == before {
			passShortcut(e, shortcut)
		}
		return
	case *fyne.ShortcutPaste:
		e.paste(s)
	default:
		e.Entry.TypedShortcut(shortcut)
	}
	e.typed = e.typed || e.Text != before
	e.grow()
}

// editing tells whether a shortcut is one of those an entry has of its own.
func editing(s *desktop.CustomShortcut) bool {
	words := fyne.KeyModifierShortcutDefault
	if runtime.GOOS == "darwin" {
		words = fyne.KeyModifierAlt
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		m := s.Modifier &^ fyne.KeyModifierShift
		return m == words || m == fyne.KeyModifierShortcutDefault
	case fyne.KeyBackspace, fyne.KeyDelete:
		return s.Modifier == words
	}
	return false
}

// MouseDown puts the pen where the click is.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.clicked = true
	e.Entry.MouseDown(m)
	e.clicked = false
}

// FocusGained tells OnFocus.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.SelectFilled && !e.typed && !e.clicked && e.Text != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if e.goesOn && !e.typed && !e.clicked {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	BringIntoSight(e)
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	e.focused, e.opener = false, 0
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}
