package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ringback.app/app/folding"
	"ringback.app/ui/theme"
)

// chip is a word that can be pressed: to take it away, or to take it.
type chip struct {
	pressable
	text   string
	icon   theme.Icon
	ground fyne.ThemeColorName
	letter fyne.ThemeColorName
	line   fyne.ThemeColorName
	after  bool // the icon stands after the word
}

// NewChip returns a word with a cross that takes it away.
func NewChip(text string, remove func()) fyne.Widget { return newChip(text, remove) }

func newChip(text string, remove func()) *chip {
	c := &chip{
		text: text, icon: theme.IconClose, ground: theme.ColorAccentSoft,
		letter: theme.ColorAccent, line: theme.ColorClear, after: true,
	}
	c.extend(c, remove)
	return c
}

func newAddChip(text string, add func()) *chip {
	c := &chip{
		text: text, icon: theme.IconAdd, ground: theme.ColorTag, letter: theme.ColorText, line: theme.ColorClear,
	}
	c.extend(c, add)
	return c
}

func newSuggestion(text string, marked bool, take func()) *suggestion {
	s := &suggestion{text: text, marked: marked}
	s.extend(s, take)
	return s
}

// TypedKey takes the word away with Delete and Backspace, too.
func (c *chip) TypedKey(key *fyne.KeyEvent) {
	if c.icon == theme.IconClose && (key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace) {
		c.Tapped(nil)
		return
	}
	c.pressable.TypedKey(key)
}

const (
	chipHeight = 24
	chipIcon   = 12
)

// CreateRenderer is Fyne's.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	halo, ground, veil := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	icon, text := canvas.NewImageFromResource(nil), canvas.NewText("", nil)
	style := Style{Size: theme.SizeLabel, Color: c.letter}
	d := &drawing{of: c, objects: []fyne.CanvasObject{halo, ground, veil, icon, text}}
	d.paint = func() {
		box(ground, c.ground, c.line, chipHeight/2)
		over := theme.ColorClear
		if c.hovered {
			over = theme.ColorHovered
		}
		box(veil, over, theme.ColorClear, chipHeight/2)
		ring(halo, c.focused, chipHeight/2)
		style.paint(text)
		text.Text = cut(c.text, theme.Px(longestPill), style)
		icon.Resource = c.icon.In(c.letter)
		icon.Refresh()
	}
	d.layout = func(size fyne.Size) {
		placeRing(halo, size)
		Place(ground, 0, 0, size.Width, size.Height)
		Place(veil, 0, 0, size.Width, size.Height)
		side, h := theme.Px(chipIcon), text.MinSize().Height
		x, word := theme.Px(8), theme.Px(8+chipIcon+4)
		if c.after {
			x, word = size.Width-theme.Px(8)-side, theme.Px(10)
		}
		Place(icon, x, (size.Height-side)/2, side, side)
		Place(text, word, (size.Height-h)/2, size.Width, h)
	}
	d.min = func() fyne.Size {
		return fyne.NewSize(text.MinSize().Width+theme.Px(10+4+chipIcon+8), theme.Px(chipHeight))
	}
	return d.start()
}

// suggestion is a word that is offered while somebody types.
type suggestion struct {
	tappable
	text   string
	marked bool
}

// CreateRenderer is Fyne's.
func (s *suggestion) CreateRenderer() fyne.WidgetRenderer {
	ground, text := canvas.NewRectangle(nil), canvas.NewText("", nil)
	d := &drawing{of: s, objects: []fyne.CanvasObject{ground, text}}
	d.paint = func() {
		fill, style := theme.ColorClear, Style{Size: theme.SizeLabel, Align: fyne.TextAlignCenter}
		if s.marked || s.hovered {
			fill = theme.ColorAccentSoft
		}
		box(ground, fill, theme.ColorLine, chipHeight/2)
		style.paint(text)
		text.Text = cut(s.text, theme.Px(longestPill), style)
	}
	d.layout = func(size fyne.Size) {
		Place(ground, 0, 0, size.Width, size.Height)
		h := text.MinSize().Height
		Place(text, 0, (size.Height-h)/2, size.Width, h)
	}
	d.min = func() fyne.Size { return fyne.NewSize(text.MinSize().Width+theme.Px(20), theme.Px(chipHeight)) }
	return d.start()
}

// ChipField is a list of words that grows and shrinks: themes, staff, tags.
// While somebody types it offers words that are known already.
type ChipField struct {
	composite
	row     *fyne.Container
	values  []string
	suggest func(typed string) []string
	changed func(values []string)
	touched func() // nil: nobody is told of each letter
	entry   *Entry
	add     *chip
	adding  bool
	offered []string
	marked  int // which offer Enter takes; -1: what is typed
}

// mostOffered is how many words are offered at a time.
const mostOffered = 5

// NewChipField returns an empty field. The add word is that of its button;
// suggest, if it is not nil, says what to offer for what is typed so far,
// changed is told of every change.
func NewChipField(addWord string, suggest func(typed string) []string, changed func(values []string)) *ChipField {
	f := &ChipField{row: container.New(&wrapLayout{gap: 6, least: theme.FieldHeight + 2}), suggest: suggest, changed: changed, entry: NewEntry(addWord), marked: -1}
	f.entry.OnChanged = func(typed string) {
		if strings.HasSuffix(typed, ",") {
			f.take(strings.TrimSuffix(typed, ","))
			return
		}
		f.offer()
		f.touch()
	}
	f.entry.OnKey = f.typed
	f.add = newAddChip(addWord, f.begin)
	f.compose(f, f.row)
	f.build()
	return f
}

// OnTyped has it told that what is typed and not yet entered is another now, for
// whoever keeps it.
func (f *ChipField) OnTyped(call func()) { f.touched = call }

func (f *ChipField) touch() {
	if f.touched != nil {
		f.touched()
	}
}

// Values returns the words, and what is typed and not yet entered too.
func (f *ChipField) Values() []string {
	values := slices.Clone(f.values)
	if word := f.word(); f.adding && word != "" && !slices.Contains(values, word) {
		values = append(values, word)
	}
	return values
}

// word is what Enter takes: the offer that is marked, else what is typed.
func (f *ChipField) word() string {
	if f.marked >= 0 && f.marked < len(f.offered) {
		return f.offered[f.marked]
	}
	return strings.TrimSpace(f.entry.Text)
}

// SetValues shows these words, without calling back.
func (f *ChipField) SetValues(values []string) {
	touched := f.touched
	f.values, f.adding, f.touched = slices.Clone(values), false, nil
	f.entry.SetText("")
	f.touched = touched
	f.build()
}

func (f *ChipField) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.take(f.word())
	case fyne.KeyDown:
		f.marked = min(f.marked+1, len(f.offered)-1)
		f.build()
	case fyne.KeyUp:
		f.marked = max(f.marked-1, -1)
		f.build()
	case fyne.KeyBackspace:
		if f.entry.Text != "" || len(f.values) == 0 {
			return false
		}
		f.remove(f.values[len(f.values)-1])
		f.focus(f.entry)
	case fyne.KeyEscape:
		f.adding = false // what is typed comes back with the button
		f.build()
		f.touch()
	default:
		return false
	}
	return true
}

func (f *ChipField) offer() {
	f.offered, f.marked = nil, -1
	if f.suggest != nil {
		for _, word := range f.suggest(f.entry.Text) {
			if !slices.Contains(f.values, word) && len(f.offered) < mostOffered {
				f.offered = append(f.offered, word)
			}
		}
		f.marked = meant(f.offered, f.entry.Text)
	}
	f.build()
}

// meant is which of the words is, as far as it is typed, the only one that begins so,
// or is typed in full but for case and accents; -1: none. A comma, or the arrow up,
// leaves it as it is typed.
func meant(words []string, typed string) int {
	begun := folding.Fold(strings.TrimSpace(typed))
	if begun == "" {
		return -1
	}
	found := -1
	for i, word := range words {
		switch folded := folding.Fold(word); {
		case folded == begun:
			return i
		case !strings.HasPrefix(folded, begun):
		case found >= 0:
			found = len(words)
		default:
			found = i
		}
	}
	if found == len(words) {
		return -1
	}
	return found
}

func (f *ChipField) take(word string) {
	word = strings.TrimSpace(word)
	added := word != "" && !slices.Contains(f.values, word)
	if added {
		f.values = append(f.values, word)
	}
	f.entry.SetText("")
	f.offer()
	f.focus(f.entry)
	if added && f.changed != nil {
		f.changed(slices.Clone(f.values))
	}
}

// remove takes a word away, if it is still there.
func (f *ChipField) remove(word string) {
	i := slices.Index(f.values, word)
	if i < 0 {
		return
	}
	f.values = slices.Delete(f.values, i, i+1)
	f.build()
	if f.changed != nil {
		f.changed(slices.Clone(f.values))
	}
}

// build shows the words. The focus does not stay on what is shown no more: from
// a word it goes to the one in its place, else to the last, and from there and
// from the entry to the button.
func (f *ChipField) build() {
	var chips []*chip
	left := -1 // which of the words that were shown has the focus
	for i, o := range f.row.Objects {
		if c, ok := o.(*chip); ok && c != f.add && c.focused {
			left = i
		}
	}
	f.row.RemoveAll()
	for _, v := range f.values {
		one := newChip(v, func() { f.remove(v) })
		chips = append(chips, one)
		f.row.Add(one)
	}
	if f.adding {
		f.row.Add(Fixed(150, 0, f.entry))
		for i, word := range f.offered {
			f.row.Add(newSuggestion(word, i == f.marked, func() { f.take(word) }))
		}
	} else {
		f.row.Add(f.add)
	}
	f.row.Refresh()
	switch {
	case left >= 0 && len(chips) > 0:
		f.focus(chips[min(left, len(chips)-1)])
	case left >= 0 && f.adding:
		f.focus(f.entry)
	case left >= 0, f.entry.focused && !f.adding:
		f.focus(f.add)
	}
}

// focus moves the focus to a part of the field. The canvas is that of the field:
// Fyne does not know yet on which a part is that was never seen.
func (f *ChipField) focus(part fyne.Focusable) {
	if c := canvasOf(f); c != nil {
		c.Focus(part)
	}
}

func (f *ChipField) begin() {
	f.adding = true
	f.offer()
	f.focus(f.entry)
	if f.entry.Text != "" { // left by Escape: the next letter takes its place
		f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		f.touch()
	}
}
