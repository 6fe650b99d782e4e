package widgets

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// Person is a line of a People list.
type Person struct {
	Key  string // what the page knows them by
	Name string
	Line string // why they are there
	Tail string // goes on with Line, and stays in sight where that is cut off
	Pill string // may be empty
	Mood Mood
	Icon theme.Icon // stands in the circle where the line is about no person
}

// Group is people under a heading; without a title there is no heading.
type Group struct {
	Title  string
	People []Person
}

// People is a list of people in groups, of whom one is chosen. Up, Down, Page
// Up, Page Down, Home and End choose; Enter, or a second press, opens.
type People struct {
	virtual
	rows []peopleRow
	tops []float32 // where each row begins, and the end
}

type peopleRow struct {
	heading string // "" for a person
	person  Person
}

// NewPeople returns an empty list. Chosen is called when the person at the
// keyboard chooses somebody else, opened when they want more of the one they
// have chosen; both may be nil.
func NewPeople(chosen, opened func(key string)) *People {
	p := &People{}
	p.extend(p, p)
	p.onMove = func(i int) {
		if chosen != nil {
			chosen(p.rows[i].person.Key)
		}
	}
	p.onOpen = func(i int) {
		if opened != nil {
			opened(p.rows[i].person.Key)
		}
	}
	return p
}

// Brisk lets the first press open, and leaves the focus where it is: for a list
// that drops down from a field. It returns the list.
func (p *People) Brisk() *People {
	p.brisk = true
	return p
}

// SetGroups shows other people. Whoever was chosen stays so if they are still
// there; else nobody is.
func (p *People) SetGroups(groups []Group) {
	key := p.Chosen()
	p.rows = p.rows[:0]
	for _, g := range groups {
		if g.Title != "" && len(g.People) > 0 {
			p.rows = append(p.rows, peopleRow{heading: g.Title})
		}
		for _, one := range g.People {
			p.rows = append(p.rows, peopleRow{person: one})
		}
	}
	p.measure()
	p.reload(p.index(key))
}

// Chosen returns the key of whoever is chosen, "" for nobody.
func (p *People) Chosen() string {
	if p.chosen < 0 || p.chosen >= len(p.rows) {
		return ""
	}
	return p.rows[p.chosen].person.Key
}

// Choose chooses somebody without calling back, and brings them into sight. It
// tells whether they are there.
func (p *People) Choose(key string) bool {
	i := p.index(key)
	p.mark(i)
	return i >= 0
}

// Len returns how many people are in the list.
func (p *People) Len() int {
	n := 0
	for i := range p.rows {
		if p.choosable(i) {
			n++
		}
	}
	return n
}

// First returns the key of the first person, "" if the list is empty.
func (p *People) First() string { return p.keyAt(p.step(-1, 1)) }

func (p *People) keyAt(i int) string {
	if i < 0 || i >= len(p.rows) {
		return ""
	}
	return p.rows[i].person.Key
}

func (p *People) index(key string) int {
	return slices.IndexFunc(p.rows, func(r peopleRow) bool { return r.heading == "" && r.person.Key == key && key != "" })
}

// headingHeight is that of a group's heading.
const headingHeight = 34

func (p *People) measure() {
	p.tops = p.tops[:0]
	var y float32
	for _, r := range p.rows {
		p.tops = append(p.tops, y)
		if r.heading != "" {
			y += headingHeight
		} else {
			y += theme.RowHeight
		}
	}
	p.tops = append(p.tops, y)
}

// Refresh shows everything anew, since the sizes may have changed.
func (p *People) Refresh() {
	p.scroll.Refresh()
	p.virtual.Refresh()
}

func (p *People) count() int           { return len(p.rows) }
func (p *People) choosable(i int) bool { return p.rows[i].heading == "" }

func (p *People) span(i int) (top, height float32) {
	return theme.Px(p.tops[i]), theme.Px(p.tops[i+1] - p.tops[i])
}

func (p *People) find(y float32) int {
	y /= theme.Px(1)
	i := sort.Search(len(p.rows), func(i int) bool { return p.tops[i+1] > y })
	return min(i, len(p.rows)-1)
}

func (p *People) kind(i int) int {
	if p.rows[i].heading != "" {
		return headingKind
	}
	return rowKind
}

func (p *People) create(kind int) fyne.CanvasObject {
	if kind == headingKind {
		return newHeadingRow()
	}
	return newPersonRow(p.pressed)
}

func (p *People) update(i int, o fyne.CanvasObject) {
	if h, ok := o.(*headingRow); ok {
		h.set(p.rows[i].heading)
		return
	}
	o.(*personRow).set(i, p.rows[i].person, i == p.chosen, p.hasKeys(i))
}

// headingRow is the heading of a group.
type headingRow struct{ composite }

func newHeadingRow() *headingRow {
	h := &headingRow{}
	h.compose(h, Inset(NewText("", Label), 8, 20, 0, 20))
	return h
}

func (h *headingRow) set(title string) {
	h.content.(*fyne.Container).Objects[0].(*Text).SetText(title)
}

// iconInList is the side of an icon in the circle of a line.
const iconInList = 18

// personRow is the line of one person.
type personRow struct {
	tappable
	at      int
	person  Person
	chosen  bool
	focused bool
}

func newPersonRow(pressed func(i int)) *personRow {
	r := &personRow{}
	r.extend(r, func() { pressed(r.at) })
	return r
}

func (r *personRow) set(at int, person Person, chosen, focused bool) {
	r.at, r.person, r.chosen, r.focused = at, person, chosen, focused
	r.hovered = false
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *personRow) CreateRenderer() fyne.WidgetRenderer {
	p := &personRowParts{
		of: r, ground: newGround(), avatar: newAvatarParts(),
		name: canvas.NewText("", nil), line: canvas.NewText("", nil), pill: newPillParts(),
	}
	d := &drawing{
		of: r, layout: p.layout,
		min: func() fyne.Size { return fyne.NewSize(theme.Px(120), theme.Px(theme.RowHeight)) },
	}
	d.paint = func() {
		p.paint()
		d.objects = p.objects()
	}
	return d.start()
}

type personRowParts struct {
	of         *personRow
	ground     rowGround
	avatar     *avatarParts
	name, line *canvas.Text
	pill       *pillParts
	icon       *canvas.Image // nil as long as there is none: most lists have people only
}

func (p *personRowParts) objects() []fyne.CanvasObject {
	objects := append(p.ground.objects(), p.avatar.circle, p.avatar.initials, p.name, p.line, p.pill.ground, p.pill.text)
	if p.icon != nil {
		objects = append(objects, p.icon)
	}
	return objects
}

func (p *personRowParts) paint() {
	p.ground.paint(p.of.chosen, p.of.focused, p.of.hovered)
	ground := theme.ColorAccentSoft
	if p.of.chosen && p.of.focused {
		ground = theme.ColorSurface // the row itself has the soft accent
	}
	p.avatar.paint(p.of.person.Name, AvatarInList, ground)
	p.paintIcon(p.of.person.Icon)
	Strong.paint(p.name)
	Note.paint(p.line)
	p.pill.paint(p.of.person.Pill, p.of.person.Mood)
}

func (p *personRowParts) paintIcon(icon theme.Icon) {
	if p.icon == nil && icon != "" {
		p.icon = canvas.NewImageFromResource(nil)
	}
	p.avatar.initials.Hidden = icon != ""
	if p.icon != nil {
		p.icon.Hidden = icon == ""
		p.icon.Resource = icon.In(theme.ColorAccent)
		p.icon.Refresh()
	}
}

func (p *personRowParts) layout(size fyne.Size) {
	p.ground.layout(size)
	side, margin := theme.Px(AvatarInList), theme.Px(20)
	p.avatar.layout(margin, (size.Height-side)/2, side)
	if inside := theme.Px(iconInList); p.icon != nil {
		Place(p.icon, margin+(side-inside)/2, (size.Height-inside)/2, inside, inside)
	}
	x := margin + side + theme.Px(12)
	right := size.Width - margin
	pill := p.pill.size()
	if pill.Width > 0 {
		right -= pill.Width + theme.Px(12)
	}
	room := max(0, right-x)
	top, bottom := Strong.measure("x").Height, Note.measure("x").Height
	y := (size.Height - top - bottom - theme.Px(1)) / 2
	below := y + top + theme.Px(1)
	named, pillAt := room, (size.Height-pill.Height)/2
	if Strong.measure(p.of.person.Name).Width > room { // the name has the whole of its line
		named, pillAt = max(0, size.Width-margin-x), below+(bottom-pill.Height)/2
	}
	told := room
	if p.of.person.Tail != "" && named == room { // the line needs all of its own
		told, pillAt = max(0, size.Width-margin-x), y+(top-pill.Height)/2
	}
	if pill.Width > 0 {
		p.pill.layout(size.Width-margin-pill.Width, pillAt, pill.Width)
	}
	p.name.Text, p.line.Text = cut(p.of.person.Name, named, Strong), p.lineIn(told)
	Place(p.name, x, y, named, top)
	Place(p.line, x, below, told, bottom)
}

// lineIn returns as much of the line as that much room holds.
func (p *personRowParts) lineIn(room float32) string {
	line, tail := p.of.person.Line, p.of.person.Tail
	if tail == "" || Note.measure(line+tail).Width <= room {
		return cut(line+tail, room, Note)
	}
	return cut(cut(line, room-Note.measure(tail).Width, Note)+tail, room, Note)
}
