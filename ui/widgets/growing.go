package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"ringback.app/ui/theme"
)

// How many lines of a note that grows are in sight: as many as the room allows, and
// as many as were typed.
const (
	roomyGrown = 8  // the most where there is room and few words
	mostGrown  = 14 // the most at all; a longer note scrolls in itself
)

// Growing lets a form be scrolled up and down in which a note takes the room that
// all else leaves, and more once the words ask for it; never less than that many
// lines. What has the keyboard stays in sight when the form changes its size.
func Growing(form fyne.CanvasObject, note *Entry, least int) (*container.Scroll, *fyne.Container) {
	l := &growing{note: note, least: least}
	scroll := container.NewVScroll(form)
	content := container.New(l, scroll)
	note.outgrown = func() {
		if l.lines(l.room) != note.lines {
			content.Refresh()
		}
		note.bringCaretIntoSight()
	}
	return scroll, content
}

type growing struct {
	note  *Entry
	least int
	room  float32 // for the note
	size  fyne.Size
	high  float32 // of the form
}

// leastOfForm is how much of a form is seen at least.
const leastOfForm = 64

func (l *growing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].(*container.Scroll).Content.MinSize().Width, theme.Px(leastOfForm))
}

func (l *growing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scroll := objects[0].(*container.Scroll)
	Place(scroll, 0, 0, size.Width, size.Height)
	high := fitTo(scroll.Content, size.Width)
	l.room = size.Height - (high - l.note.MinSize().Height)
	if lines := l.lines(l.room); lines != l.note.lines {
		l.note.setLines(lines)
		high = fitTo(scroll.Content, size.Width)
	}
	scroll.Refresh()
	if size != l.size || high != l.high {
		l.size, l.high = size, high
		bringFocusIntoSight(scroll)
	}
}

// lines returns how many lines the note shows where it has that room.
func (l *growing) lines(room float32) int {
	fitting := int((room - l.note.heightOf(0)) / l.note.lineHeight())
	return max(l.least, min(fitting, roomyGrown), min(l.note.written(), mostGrown))
}

// lineHeight is that of a line of text.
func (e *Entry) lineHeight() float32 {
	return fyne.MeasureText("M", e.Theme().Size(fynetheme.SizeNameText), e.TextStyle).Height
}

// heightOf is how high a note of that many lines is.
func (e *Entry) heightOf(lines int) float32 {
	return e.MinSize().Height - float32(e.lines-lines)*e.lineHeight()
}

// written returns how many lines the words take as they are broken now.
func (e *Entry) written() int {
	if e.inner == nil || e.Text == "" {
		return 0
	}
	around := 2 * e.Theme().Size(fynetheme.SizeNameInnerPadding)
	return int(math.Round(float64((e.inner.Content.MinSize().Height - around) / e.lineHeight())))
}

func (e *Entry) setLines(lines int) {
	e.lines = lines
	e.SetMinRowsVisible(lines)
}

// bringCaretIntoSight scrolls what is around the note to where somebody types.
func (e *Entry) bringCaretIntoSight() {
	if e.focused && e.inner != nil {
		y := e.inner.Position().Y + e.CursorPosition().Y - e.inner.Offset.Y
		bringIntoSight(e, y, e.lineHeight())
	}
}

// bringFocusIntoSight scrolls to what has the keyboard, if that is in the scroll.
func bringFocusIntoSight(scroll *container.Scroll) {
	c := canvasOf(scroll)
	if c == nil {
		return
	}
	if focused, ok := c.Focused().(fyne.CanvasObject); ok {
		if around, found := scrollAround(scroll, focused, nil); found && around == scroll {
			BringIntoSight(focused)
		}
	}
}
