package tables

import (
	"bytes"
	"errors"
	"io"
)

// How long a quoted cell may be before it is looked at whether its lines are
// rather rows, after a quote that is a mere sign; and how much of it can be read
// again as such.
const (
	maxQuoted    = 200 // lines
	maxQuotedLen = 256 << 10
	maxAgain     = 4 << 20
)

// quoted reads a cell that begins with a quote up to the quote that ends it,
// which may be on a later line, and returns what follows on that line. Where
// there is no such quote, or what would be in the cell is rather rows, the first
// was a mere sign. A file may be full of these: each line is looked at once for
// all of them.
func (t *Reader) quoted(text []byte) ([]byte, error) {
	start := len(t.text)
	if t.now.sign { // nothing ends a cell that begins on this line, but the quotes that it begins with
		quotes := run(text)
		if quotes%2 == 1 || !t.isEnd(text[quotes:]) {
			t.text = append(t.text, '"')
			return text[1:], nil
		}
	}
	done, after := t.unquote(text[1:])
	switch {
	case done:
		return after, nil
	case t.now.closes:
		return nil, nil
	}
	text = bytes.Clone(text) // which is good until the lines below are looked at
	goesOn, err := t.goesOn()
	if err != nil {
		return nil, err
	}
	if goesOn {
		return t.further(start)
	}
	t.now.sign = true
	t.note("import.table.quote", t.number)
	t.text = append(t.text[:start], '"')
	return text[1:], nil
}

// goesOn tells of a cell that is open at the end of a line whether it goes on on
// the lines below. These are kept to be read again.
func (t *Reader) goesOn() (bool, error) {
	if t.unended {
		return false, nil
	}
	size, filled, rows, many := 0, 0, 0, false
	for i := 0; ; i++ {
		if !many && (i == maxQuoted || size > maxQuotedLen) {
			// Half of the lines or more have as many cells as the table has columns,
			// which lines of prose have not.
			if t.width < 2 || 2*rows >= filled {
				return false, nil
			}
			many = true
		}
		if size > maxAgain { // it stays a cell
			return true, nil
		}
		if i == len(t.back) {
			l, err := t.fetch()
			if errors.Is(err, io.EOF) {
				t.unended = true
				return false, nil
			}
			if err != nil {
				return false, err
			}
			l.text = bytes.Clone(l.text)
			l.ends = l.closes || t.closing(l.text) >= 0
			if len(bytes.TrimSpace(l.text)) > 0 {
				l.cells = bytes.Count(l.text, []byte{t.delimiter}) + 1
			}
			t.back = append(t.back, l)
		}
		l := &t.back[i]
		if l.ends {
			return true, nil
		}
		size += len(l.text)
		if l.cells > 0 {
			filled++
		}
		if l.cells > 0 && l.cells == t.width {
			rows++
		}
	}
}

// further reads the rest of a cell of several lines. Of one that is too long only
// as much is kept as tells so.
func (t *Reader) further(start int) ([]byte, error) {
	for cut := t.now.cut; ; {
		text, err := t.line()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		t.text = append(t.text, '\n')
		done, after := t.unquote(text)
		cut = cut || t.now.cut
		if done || t.now.closes {
			if cut {
				t.note("import.table.line-long", t.number)
			}
			return after, nil
		}
		t.text = t.text[:min(len(t.text), start+maxCell+1)]
	}
}

// unquote appends the text of a quoted cell up to its end, and returns what
// follows; false if the cell goes on on the next line.
func (t *Reader) unquote(text []byte) (bool, []byte) {
	end := t.closing(text)
	cell := text
	if end >= 0 {
		cell = text[:end]
	}
	for {
		i := bytes.Index(cell, []byte(`""`))
		if i < 0 {
			break
		}
		t.text = append(t.text, cell[:i+1]...)
		cell = cell[i+2:]
	}
	t.text = append(t.text, cell...)
	if end < 0 {
		return false, nil
	}
	return true, bytes.TrimLeft(text[end+1:], " ")
}

// closing returns where the quote is that ends a cell which is open before the
// text, or -1. Two of them stand for one, and one that was not doubled may stand
// inside.
func (t *Reader) closing(text []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '"')
		if i < 0 {
			return -1
		}
		at += i
		quotes := run(text[at:])
		at += quotes
		if quotes%2 == 1 && t.isEnd(text[at:]) {
			return at - 1
		}
	}
}

// isEnd tells whether the text behind a quote begins as it does behind a cell.
func (t *Reader) isEnd(after []byte) bool {
	after = bytes.TrimLeft(after, " ")
	return len(after) == 0 || after[0] == t.delimiter
}

// run is how many quotes a text begins with.
func run(text []byte) int {
	for i, c := range text {
		if c != '"' {
			return i
		}
	}
	return len(text)
}
