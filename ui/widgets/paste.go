package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// MostTyped is how many letters a field takes at the most, those of the longest
// opinion: Fyne lays out ten times as many in a minute, and nothing moves
// meanwhile.
const MostTyped = 100_000

// TooLong is a shortcut that a field hands to the window instead of pasting more
// than it takes.
type TooLong struct {
	Letters int // there would have been
}

// ShortcutName is Fyne's.
func (*TooLong) ShortcutName() string { return "TooLong" }

// paste pastes, or tells the window that it is too much. What is in the field
// stays as it is then.
func (e *Entry) paste(s *fyne.ShortcutPaste) {
	letters := utf8.RuneCountInString(e.Text) + utf8.RuneCountInString(s.Clipboard.Content())
	if letters > MostTyped {
		letters -= utf8.RuneCountInString(e.SelectedText())
	}
	if letters > MostTyped {
		passShortcut(e, &TooLong{Letters: letters})
		return
	}
	if content := s.Clipboard.Content(); content != "" {
		first, _ := utf8.DecodeRuneInString(content)
		e.goOn(first)
	}
	e.Entry.TypedShortcut(s)
	if e.inner != nil {
		e.inner.Refresh() // else it scrolls to the caret as far as the words went before
		e.Refresh()
	}
}
