package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TypeIn types for the person, who goes on at the end.
func (e *Entry) TypeIn(text string) {
	e.SetText(text)
	last := text[strings.LastIndexByte(text, '\n')+1:]
	e.CursorRow, e.CursorColumn = strings.Count(text, "\n"), utf8.RuneCountInString(last)
	e.Refresh()
}

// FillIn sets words of the customer's that are to stand, and to be added to: the
// focus that comes by a key finds the pen behind them, and what is typed there is a
// word of its own. Entry.SelectFilled is for what is to be replaced.
func (e *Entry) FillIn(words string) {
	e.SetText(words)
	e.goesOn = true
}

// goOn parts from words that were filled in what is about to be typed behind them.
func (e *Entry) goOn(r rune) {
	if !e.goesOn || e.typed || e.SelectedText() != "" || e.CursorColumn != utf8.RuneCountInString(e.Text) {
		return
	}
	last, _ := utf8.DecodeLastRuneInString(e.Text)
	if e.Text != "" && !unicode.IsSpace(last) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Po, unicode.Pe, unicode.Pf) {
		e.Entry.TypedRune(' ')
	}
}
