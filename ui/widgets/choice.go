package widgets

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ringback.app/ui/theme"
)

// Option is one of the things to choose from.
type Option struct {
	Key  string // what the page knows it by
	Text string
}

// Choice shows all options side by side; at most one of them is chosen. The
// arrows choose the next, Space the one with the ring; Backspace and a second
// press take the choice back.
type Choice struct {
	composite
	options []Option
	cells   []*cell
	chosen  int // -1: none
	changed func(key string)
	focused bool
	must    bool
	leafed  bool
	last    rune
	takes   func(r rune) bool // nil: no letters
}

// NewChoice returns a choice of which nothing is chosen yet. Changed is called
// with the key of what the person chose, "" for nothing.
func NewChoice(options []Option, changed func(key string)) *Choice {
	c := &Choice{changed: changed}
	c.build(c, options, 0)
	return c
}

// Must keeps the choice from being taken back and returns it.
func (c *Choice) Must() *Choice {
	c.must = true
	return c
}

// Leafed leaves Home and End to the page, which they leaf through, and returns the
// choice.
func (c *Choice) Leafed() *Choice {
	c.leafed = true
	return c
}

func (c *Choice) build(self fyne.Widget, options []Option, least float32) {
	c.options, c.chosen = options, -1
	row := Wrap(4)
	for i, o := range options {
		one := &cell{text: o.Text, least: least}
		one.extend(one, func() {
			focusOn(self.(focusable))
			if c.chosen == i && !c.must {
				c.choose(-1)
				return
			}
			c.choose(i)
		})
		c.cells = append(c.cells, one)
		row.Add(one)
	}
	c.compose(self, row)
}

// Chosen returns the key of what is chosen, "" for nothing.
func (c *Choice) Chosen() string {
	if c.chosen < 0 {
		return ""
	}
	return c.options[c.chosen].Key
}

// SetChosen chooses by the key, "" for nothing, without calling back.
func (c *Choice) SetChosen(key string) {
	c.mark(slices.IndexFunc(c.options, func(o Option) bool { return o.Key == key && key != "" }))
}

func (c *Choice) choose(i int) {
	if i == c.chosen {
		return
	}
	c.mark(i)
	if c.changed != nil {
		c.changed(c.Chosen())
	}
}

func (c *Choice) mark(i int) {
	c.chosen = i
	for n, one := range c.cells {
		one.set(n == i, c.focused && n == max(i, 0))
	}
}

// TypedKey moves the choice.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	last := len(c.options) - 1
	if c.leafed && (key.Name == fyne.KeyHome || key.Name == fyne.KeyEnd) {
		passKey(c.cells[0], key)
		return
	}
	switch key.Name {
	case fyne.KeyLeft:
		c.choose(max(0, c.chosen-1))
	case fyne.KeyRight: // from the first, which has the ring while nothing is chosen
		c.choose(min(last, max(0, c.chosen)+1))
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(last)
	case fyne.KeySpace:
		c.choose(max(0, c.chosen))
	case fyne.KeyBackspace, fyne.KeyDelete:
		if !c.must {
			c.choose(-1)
		}
	default: // of letters, too, which come as themselves next
		passKey(c.cells[0], key)
		return
	}
	c.last = 0
}

// OnRune lets take have a look at every letter typed here; those that it does not
// take are the window's.
func (c *Choice) OnRune(take func(r rune) bool) { c.takes = take }

// TypedRune leaves letters to the window.
func (c *Choice) TypedRune(r rune) {
	if c.takes != nil && c.takes(r) {
		return
	}
	if r != ' ' {
		passRune(c.cells[0], r)
	}
}

// FocusGained shows that it has the focus.
func (c *Choice) FocusGained() {
	c.focused = true
	c.mark(c.chosen)
	BringIntoSight(c.content)
}

// FocusLost shows that it has lost the focus.
func (c *Choice) FocusLost() {
	c.focused, c.last = false, 0
	c.mark(c.chosen)
}

// ScoreRow asks for a score from 0 to 10. Digits type it: 1 and then 0 is 10.
type ScoreRow struct {
	Choice
	most  int // of stars; 0: they are not taken
	stars func(stars int)
}

// bestScore is the highest score of the row.
const bestScore = 10

// NewScoreRow returns a row without a score. Changed is called with the score,
// -1 for none.
func NewScoreRow(changed func(score int)) *ScoreRow {
	s := &ScoreRow{}
	var options []Option
	for n := range bestScore + 1 {
		options = append(options, Option{strconv.Itoa(n), strconv.Itoa(n)})
	}
	s.build(s, options, 33)
	s.changed = func(string) {
		if changed != nil {
			changed(s.chosen)
		}
	}
	return s
}

// Score returns the score, -1 for none.
func (s *ScoreRow) Score() int { return s.chosen }

// SetScore shows the score, -1 for none, without calling back.
func (s *ScoreRow) SetScore(score int) { s.mark(max(-1, min(score, bestScore))) }

// OnStars lets the row take stars up to most, too, which are typed as "4/5" or
// "4*". Typed is called with them; the row shows the score that was typed first
// until then.
func (s *ScoreRow) OnStars(most int, typed func(stars int)) { s.most, s.stars = most, typed }

// typesStars tells whether the letter ends stars: the last digit was one of
// them.
func (s *ScoreRow) typesStars(r rune) bool {
	if s.most == 0 || s.chosen < 1 || s.chosen > s.most {
		return false
	}
	return r == '*' || s.last == '/' && r == rune('0'+s.most)
}

// TypedRune takes digits.
func (s *ScoreRow) TypedRune(r rune) {
	switch {
	case s.typesStars(r):
		s.stars(s.chosen)
	case r == '/' && s.most > 0 && s.chosen >= 0:
	case r == '0' && s.last == '1' && s.chosen == 1:
		s.choose(bestScore)
	case r >= '0' && r <= '9':
		s.choose(int(r - '0'))
	default:
		s.Choice.TypedRune(r)
	}
	s.last = r
}

// cell is one option of a Choice. The Choice has the focus, not the cell.
type cell struct {
	tappable
	text   string
	least  float32
	chosen bool
	ringed bool
}

func (c *cell) set(chosen, ringed bool) {
	if c.chosen != chosen || c.ringed != ringed {
		c.chosen, c.ringed = chosen, ringed
		c.Refresh()
	}
}

func (c *cell) style() Style {
	if c.chosen {
		return Strong.In(theme.ColorOnAccent).Aligned(fyne.TextAlignCenter)
	}
	return Body.Aligned(fyne.TextAlignCenter)
}

// CreateRenderer is Fyne's.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	halo, ground, veil, text := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil)
	d := &drawing{of: c, objects: []fyne.CanvasObject{halo, ground, veil, text}}
	d.paint = func() {
		fill, stroke, over := theme.ColorSurface, theme.ColorLine, theme.ColorClear
		if c.chosen {
			fill, stroke = theme.ColorAccent, theme.ColorAccent
		}
		if c.hovered {
			over = theme.ColorHovered
		}
		box(ground, fill, stroke, theme.FieldCorner)
		box(veil, over, theme.ColorClear, theme.FieldCorner)
		ring(halo, c.ringed, theme.FieldCorner)
		text.Text = c.text
		c.style().paint(text)
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		Place(veil, 0, 0, size.Width, size.Height)
		h := text.MinSize().Height
		Place(text, 0, (size.Height-h)/2, size.Width, h)
	}
	d.min = func() fyne.Size {
		// Measured bold, so that the choice does not push the others aside.
		width := Strong.measure(c.text).Width + theme.Px(28)
		if c.least > 0 {
			width = theme.Px(c.least)
		}
		return fyne.NewSize(width, theme.Px(theme.FieldHeight))
	}
	return d.start()
}
