package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// lines is what a virtual list shows.
type lines interface {
	count() int
	// span returns where a line begins and how high it is.
	span(i int) (top, height float32)
	// find returns the line at that height of the list.
	find(y float32) int
	// kind says which lines can share an object.
	kind(i int) int
	// choosable tells whether the line can be chosen; a heading cannot.
	choosable(i int) bool
	create(kind int) fyne.CanvasObject
	update(i int, o fyne.CanvasObject)
}

// virtual is a list that has objects only for the lines in sight. It has the
// focus as a whole, and one of its lines is chosen.
type virtual struct {
	widget.BaseWidget
	self    focusable
	lines   lines
	scroll  *container.Scroll
	body    *fyne.Container
	live    map[int]fyne.CanvasObject
	spare   map[int][]fyne.CanvasObject
	chosen  int // -1: none
	focused bool
	onMove  func(i int)
	onOpen  func(i int)
	brisk   bool // a press opens at once and leaves the focus where it is
}

func (v *virtual) extend(self interface {
	fyne.Widget
	fyne.Focusable
}, l lines,
) {
	v.self, v.lines, v.chosen = self, l, -1
	v.live = make(map[int]fyne.CanvasObject)
	v.spare = make(map[int][]fyne.CanvasObject)
	v.body = container.New(bodyLayout{v})
	v.scroll = container.NewVScroll(v.body)
	v.scroll.OnScrolled = func(fyne.Position) { v.arrange(false) }
	v.ExtendBaseWidget(self)
}

// CreateRenderer is Fyne's.
func (v *virtual) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{of: v.self.(fyne.Widget), objects: []fyne.CanvasObject{v.scroll}, paint: func() {}}
	d.layout = func(size fyne.Size) {
		Place(v.scroll, 0, 0, size.Width, size.Height)
		v.arrange(true)
	}
	d.min = func() fyne.Size { return fyne.NewSize(120, 58) }
	return d.start()
}

// bodyLayout gives the body the height of all lines.
type bodyLayout struct{ of *virtual }

func (l bodyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	n := l.of.lines.count()
	if n == 0 {
		return fyne.Size{}
	}
	top, height := l.of.lines.span(n - 1)
	return fyne.NewSize(0, top+height)
}

func (l bodyLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// arrange shows the lines in sight, and shows them anew if told so.
func (v *virtual) arrange(anew bool) {
	n, sight := v.lines.count(), v.scroll.Size()
	first, last := 0, -1
	if n > 0 && sight.Height > 0 {
		first = v.lines.find(v.scroll.Offset.Y)
		last = v.lines.find(v.scroll.Offset.Y + sight.Height)
	}
	for i, o := range v.live {
		if i < first || i > last || i >= n {
			v.retire(i, o)
		}
	}
	objects := v.body.Objects[:0]
	for i := first; i <= last && i < n; i++ {
		objects = append(objects, v.line(i, sight.Width, anew))
	}
	v.body.Objects = objects
	canvas.Refresh(v.body)
}

func (v *virtual) line(i int, width float32, anew bool) fyne.CanvasObject {
	o, ok := v.live[i]
	if !ok {
		kind := v.lines.kind(i)
		if spare := v.spare[kind]; len(spare) > 0 {
			o = spare[len(spare)-1]
			v.spare[kind] = spare[:len(spare)-1]
		} else {
			o = v.lines.create(kind)
		}
		v.live[i] = o
	}
	top, height := v.lines.span(i)
	Place(o, 0, top, width, height)
	if anew || !ok {
		v.lines.update(i, o)
	}
	return o
}

func (v *virtual) retire(i int, o fyne.CanvasObject) {
	delete(v.live, i)
	kind := kindOf(o)
	v.spare[kind] = append(v.spare[kind], o)
}

// kindOf returns the kind an object was made for.
func kindOf(o fyne.CanvasObject) int {
	if _, ok := o.(*headingRow); ok {
		return headingKind
	}
	return rowKind
}

// The kinds of lines.
const (
	rowKind = iota
	headingKind
)

// reload shows other lines. The chosen one is told by its number.
func (v *virtual) reload(chosen int) {
	for i, o := range v.live {
		v.retire(i, o)
	}
	v.chosen = chosen
	v.scroll.Refresh()
	v.arrange(true)
}

// repaint shows a line anew if it is in sight.
func (v *virtual) repaint(i int) {
	if o, ok := v.live[i]; ok {
		v.lines.update(i, o)
	}
}

// choose marks the line, brings it into sight, and tells.
func (v *virtual) choose(i int) {
	if i < 0 || i >= v.lines.count() || i == v.chosen {
		return
	}
	v.mark(i)
	if v.onMove != nil {
		v.onMove(i)
	}
}

func (v *virtual) mark(i int) {
	before := v.keysAt()
	v.chosen = i
	v.repaint(before)
	v.repaint(i)
	v.reveal(i)
}

// keysAt returns the line that the keys are at: the chosen one or, as long as
// none is, the one that Down would choose.
func (v *virtual) keysAt() int {
	if v.chosen >= 0 {
		return v.chosen
	}
	return v.step(-1, 1)
}

// hasKeys tells whether the list has the focus and the keys are at that line.
func (v *virtual) hasKeys(i int) bool { return v.focused && i == v.keysAt() }

// reveal scrolls as little as needed to have the line in sight, with the
// heading above it.
func (v *virtual) reveal(i int) {
	if i < 0 || i >= v.lines.count() || v.scroll.Size().Height == 0 {
		return
	}
	top, height := v.lines.span(i)
	bottom := top + height
	if i > 0 && !v.lines.choosable(i-1) {
		top, _ = v.lines.span(i - 1)
	}
	y := v.scroll.Offset.Y
	switch sight := v.scroll.Size().Height; {
	case top < y:
		y = top
	case bottom > y+sight:
		y = bottom - sight
	default:
		return
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, y))
	v.arrange(false)
}

// step returns the choosable line that many lines on, or the last one on the
// way.
func (v *virtual) step(from, by int) int {
	direction, found := 1, from
	if by < 0 {
		direction, by = -1, -by
	}
	for i := from + direction; i >= 0 && i < v.lines.count() && by > 0; i += direction {
		if v.lines.choosable(i) {
			found = i
			by--
		}
	}
	return found
}

// page is how many lines fit in sight, less one to keep one's bearings.
func (v *virtual) page() int {
	if len(v.live) < 4 {
		return 1
	}
	return len(v.live) - 3
}

// TypedKey moves the choice; other keys are the window's.
func (v *virtual) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		v.choose(v.step(max(v.chosen, 0), -1))
	case fyne.KeyDown:
		v.choose(v.step(v.chosen, 1))
	case fyne.KeyPageUp:
		v.choose(v.step(v.chosen, -v.page()))
	case fyne.KeyPageDown:
		v.choose(v.step(v.chosen, v.page()))
	case fyne.KeyHome:
		v.choose(v.step(-1, 1))
	case fyne.KeyEnd:
		v.choose(v.step(v.lines.count(), -1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.chosen >= 0 && v.onOpen != nil {
			v.onOpen(v.chosen)
		}
	default:
		passKey(v.self, key)
	}
}

// TypedRune leaves letters to the window.
func (v *virtual) TypedRune(r rune) { passRune(v.self, r) }

// FocusGained shows that it has the focus.
func (v *virtual) FocusGained() {
	v.focused = true
	v.repaint(v.keysAt())
}

// FocusLost shows that it has lost the focus.
func (v *virtual) FocusLost() {
	v.focused = false
	v.repaint(v.keysAt())
}

// pressed is what a line calls when it is pressed.
func (v *virtual) pressed(i int) {
	if !v.brisk {
		focusOn(v.self)
	}
	if i == v.chosen || v.brisk {
		if v.onOpen != nil {
			v.onOpen(i)
		}
		return
	}
	v.choose(i)
}
