package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// WordsEntry is a line in which several words are typed with commas between
// them. It offers known words below it: Down and Up choose among them, Enter
// takes the chosen one, and with nothing begun goes on to the next field. It is
// faster than a ChipField where the hands stay on the keyboard.
type WordsEntry struct {
	composite
	entry   *Entry
	row     *fyne.Container
	room    *offersLayout // of the row
	grown   func()        // nil: nobody is told
	suggest func(typed string) []string
	changed func()
	next    func()
	offered []string
	marked  int  // which offer Enter takes; -1: what is typed
	whole   bool // see Whole
}

// NewWordsEntry returns an empty one. Suggest says what to offer for the word
// that is begun, also for "", the surest first; changed is told of every change;
// next goes on to the next field.
func NewWordsEntry(placeholder string, suggest func(typed string) []string, changed, next func()) *WordsEntry {
	w := &WordsEntry{
		entry: NewEntry(placeholder), row: container.New(&wrapLayout{gap: 6}), room: &offersLayout{},
		suggest: suggest, changed: changed, next: next, marked: -1,
	}
	w.entry.OnKey = w.typed
	w.entry.OnChanged = func(string) {
		w.offer()
		w.changed()
	}
	w.entry.OnFocus = func(has bool) {
		if word, ok := w.meant(); ok && !has {
			w.take(word)
		}
		w.offer()
	}
	w.compose(w, Column(6, w.entry, container.New(w.room, w.row)))
	return w
}

// Entry returns the line, to focus it.
func (w *WordsEntry) Entry() *Entry { return w.entry }

// OnGrown has grown told that the offers take more room than before, for what is
// around to be laid out anew, and returns the entry.
func (w *WordsEntry) OnGrown(grown func()) *WordsEntry {
	w.grown = grown
	return w
}

// Whole makes of a word that is half typed the one that alone goes on with it, as
// the keyboard leaves, and returns the entry: of names it is rather that than a
// new one. Up keeps what is typed.
func (w *WordsEntry) Whole() *WordsEntry {
	w.whole = true
	return w
}

// meant is the word of which the one that is begun is a half.
func (w *WordsEntry) meant() (string, bool) {
	if w.whole && w.marked == 0 && len(w.offered) == 1 {
		return w.offered[0], true
	}
	return "", false
}

// Values returns the words, each once.
func (w *WordsEntry) Values() []string {
	values := w.typedWords()
	if word, ok := w.meant(); ok && len(values) > 0 {
		values = values[:len(values)-1]
		if !slices.Contains(values, word) {
			values = append(values, word)
		}
	}
	return values
}

func (w *WordsEntry) typedWords() []string {
	var values []string
	for v := range strings.SplitSeq(w.entry.Text, ",") {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

// SetValues shows these words.
func (w *WordsEntry) SetValues(values []string) {
	w.entry.TypeIn(strings.Join(values, ", "))
}

// parted returns the words before the one that is begun, with the last comma,
// and that one.
func (w *WordsEntry) parted() (before, begun string) {
	at := strings.LastIndex(w.entry.Text, ",") + 1
	return w.entry.Text[:at], strings.TrimSpace(w.entry.Text[at:])
}

func (w *WordsEntry) typed(key *fyne.KeyEvent) bool {
	_, begun := w.parted()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case w.marked >= 0:
			w.take(w.offered[w.marked])
		case begun != "":
			w.take(begun)
		default:
			w.next()
		}
	case fyne.KeyDown:
		w.mark(min(w.marked+1, len(w.offered)-1))
	case fyne.KeyUp:
		w.mark(max(w.marked-1, -1))
	default:
		return false
	}
	return true
}

// take puts a word in place of the one that is begun.
func (w *WordsEntry) take(word string) {
	before, _ := w.parted()
	if before = strings.TrimSpace(before); before != "" {
		before += " "
	}
	w.entry.TypeIn(before + word + ", ")
}

// offer shows what could be meant, while the line has the focus. The first is
// marked where it goes on with what is typed.
func (w *WordsEntry) offer() {
	w.offered, w.marked = nil, -1
	if w.entry.focused {
		_, begun := w.parted()
		have := w.typedWords()
		for _, word := range w.suggest(begun) {
			if (!slices.Contains(have, word) || word == begun) && len(w.offered) < mostOffered {
				w.offered = append(w.offered, word)
			}
		}
		if begun != "" && len(w.offered) > 0 && len([]rune(begun)) > 1 {
			w.marked = 0
		}
	}
	w.draw()
}

func (w *WordsEntry) mark(i int) {
	w.marked = i
	w.draw()
}

func (w *WordsEntry) draw() {
	w.row.RemoveAll()
	for i, word := range w.offered {
		w.row.Add(newSuggestion(word, i == w.marked, func() { w.take(word) }))
	}
	w.row.Refresh()
	if w.room.hold(w.row.MinSize().Height) && w.grown != nil {
		w.grown()
	}
}

// offersLayout keeps the room that the offers had when they were most, of a line at
// least, so that nothing jumps as they come and go.
type offersLayout struct{ width, high float32 }

// hold keeps that height, and tells whether it is more than before.
func (l *offersLayout) hold(high float32) bool {
	if high <= max(l.high, theme.Px(chipHeight)) {
		return false
	}
	l.high = high
	return true
}

func (l *offersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, max(l.high, theme.Px(chipHeight)))
}

func (l *offersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Place(objects[0], 0, 0, size.Width, size.Height)
	if size.Width != l.width { // they are in other lines now
		l.width, l.high = size.Width, 0
		l.hold(objects[0].MinSize().Height)
	}
}
