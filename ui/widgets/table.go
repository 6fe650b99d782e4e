package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"ringback.app/ui/theme"
)

// ColumnSpec says how a column of a Table looks. Columns with a weight share
// the width that the others leave.
type ColumnSpec struct {
	Title  string
	Width  float32 // at the normal text size; 0: by weight
	Weight float32 // its share, if it has no width
	Right  bool    // aligned to the right: amounts
	Style  Style
}

// Table is a list of lines in columns, of which one is chosen. It asks only for
// the lines in sight, so it may have any number. Its keys are those of People.
type Table struct {
	virtual
	OnMark func(row int, how Marking) // of a line that is marked with the pointer; may be nil

	columns []ColumnSpec
	rows    int
	cells   func(row int) []string
}

// Marking is how a line of a Table is marked with the pointer.
type Marking int

// The ways to mark.
const (
	MarkOne     Marking = iota // by a press in the first column
	MarkAlso                   // with Ctrl, or what the system has for it: beside the chosen one
	MarkThrough                // with Shift: all from the chosen one on
)

// TableRowHeight is the height of a line.
const TableRowHeight = 44

// NewTable returns an empty table. Chosen is called with the line that the
// person at the keyboard moves to, opened when they press it again or Enter;
// both may be nil.
func NewTable(columns []ColumnSpec, chosen, opened func(row int)) *Table {
	t := &Table{columns: columns}
	t.extend(t, t)
	t.onMove, t.onOpen = chosen, opened
	return t
}

// SetRows shows that many lines; cells gives the texts of one. The last of fewer
// than there are columns has the room of those it lacks. Nothing is chosen, and
// the list begins at its top.
func (t *Table) SetRows(rows int, cells func(row int) []string) {
	t.rows, t.cells = rows, cells
	t.scroll.ScrollToTop()
	t.reload(-1)
}

// Chosen returns the chosen line, -1 for none.
func (t *Table) Chosen() int { return t.chosen }

// Choose chooses a line, -1 for none, without calling back.
func (t *Table) Choose(row int) { t.mark(row) }

// Header returns the titles of the columns, to stand above the table.
func (t *Table) Header() fyne.CanvasObject {
	h := &tableRow{columns: t.columns, titles: true}
	for _, c := range t.columns {
		h.cells = append(h.cells, c.Title)
	}
	h.extend(h, nil)
	return h
}

// Refresh shows everything anew, since the sizes may have changed.
func (t *Table) Refresh() {
	t.scroll.Refresh()
	t.virtual.Refresh()
}

func (t *Table) count() int         { return t.rows }
func (t *Table) choosable(int) bool { return true }
func (t *Table) kind(int) int       { return rowKind }

func (t *Table) span(i int) (top, height float32) {
	h := theme.Px(TableRowHeight)
	return float32(i) * h, h
}

func (t *Table) find(y float32) int {
	return max(0, min(int(y/theme.Px(TableRowHeight)), t.rows-1))
}

func (t *Table) create(int) fyne.CanvasObject {
	r := &tableRow{columns: t.columns}
	r.extend(r, func() {
		at := r.at // a table that is shown again may give it another line
		if how, marks := r.marking(); marks && t.OnMark != nil {
			focusOn(t)
			t.OnMark(at, how)
			t.choose(at)
			return
		}
		t.pressed(r.at)
	})
	return r
}

func (t *Table) update(i int, o fyne.CanvasObject) {
	r := o.(*tableRow)
	r.at, r.cells, r.chosen, r.focused, r.hovered = i, t.cells(i), i == t.chosen, t.hasKeys(i), false
	r.Refresh()
}

// tableRow is one line of a Table, or the titles above it.
type tableRow struct {
	tappable
	columns []ColumnSpec
	at      int
	cells   []string
	titles  bool
	chosen  bool
	focused bool
	down    *desktop.MouseEvent // the press of the pointer's button that a tap ends
}

// MouseDown keeps where and with which keys it is pressed: a tap does not tell.
func (r *tableRow) MouseDown(m *desktop.MouseEvent) { r.down = m }

// MouseUp does nothing.
func (r *tableRow) MouseUp(*desktop.MouseEvent) {}

// marking tells whether the press marks the line, and how.
func (r *tableRow) marking() (how Marking, marks bool) {
	down := r.down
	r.down = nil
	switch {
	case down == nil:
		return MarkOne, false
	case down.Modifier&fyne.KeyModifierShift != 0:
		return MarkThrough, true
	case down.Modifier&fyne.KeyModifierShortcutDefault != 0:
		return MarkAlso, true
	}
	first := theme.Px(20) + columnWidths(r.columns, r.Size().Width)[0] + theme.Px(columnGap)
	return MarkOne, down.Position.X < first
}

func (r *tableRow) style(column int) Style {
	s := r.columns[column].Style
	if r.titles {
		s = Label
	}
	if r.columns[column].Right {
		s.Align = fyne.TextAlignTrailing
	}
	return s
}

// CreateRenderer is Fyne's.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	ground := newGround()
	d := &drawing{of: r, objects: ground.objects()}
	texts := make([]*canvas.Text, len(r.columns))
	for i := range texts {
		texts[i] = canvas.NewText("", nil)
		d.objects = append(d.objects, texts[i])
	}
	d.paint = func() {
		ground.paint(r.chosen, r.focused, r.hovered && !r.titles)
		for i, t := range texts {
			r.style(i).paint(t)
		}
	}
	d.layout = func(size fyne.Size) {
		ground.layout(size)
		x := theme.Px(20)
		widths := columnWidths(r.columns, size.Width)
		for i, w := range widths {
			texts[i].Text = ""
			if i == len(r.cells)-1 {
				w = size.Width - x - theme.Px(20)
			}
			if i < len(r.cells) {
				texts[i].Text = cut(r.cells[i], w, r.style(i))
			}
			h := texts[i].MinSize().Height
			Place(texts[i], x, (size.Height-h)/2, w, h)
			x += widths[i] + theme.Px(columnGap)
		}
	}
	d.min = func() fyne.Size {
		if r.titles {
			return fyne.NewSize(theme.Px(120), theme.Px(headingHeight))
		}
		return fyne.NewSize(theme.Px(120), theme.Px(TableRowHeight))
	}
	return d.start()
}

// columnGap is the room between two columns.
const columnGap = 16

// columnWidths shares the width of a line among its columns.
func columnWidths(columns []ColumnSpec, width float32) []float32 {
	widths := make([]float32, len(columns))
	room := width - theme.Px(2*20) - theme.Px(columnGap)*float32(max(0, len(columns)-1))
	var weights float32
	for i, c := range columns {
		widths[i] = theme.Px(c.Width)
		room -= widths[i]
		if c.Width == 0 {
			weights += max(c.Weight, 0.001)
		}
	}
	for i, c := range columns {
		if c.Width == 0 {
			widths[i] = max(0, room) * max(c.Weight, 0.001) / weights
		}
	}
	return widths
}
