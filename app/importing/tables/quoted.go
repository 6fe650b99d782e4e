package tables

import (
	"bytes"
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
// was a mere sign. Of a cell that is too long only as much is kept as tells so.
func (t *Reader) quoted(text []byte) ([]byte, error) {
	start := len(t.text)
	first := append([]byte(nil), text...)
	var later []line // to read again
	from, size, many, cut, begins := t.number+1, 0, false, false, t.now
	rest := first[1:]
	for {
		done, after := t.unquote(rest)
		if cut = cut || t.now.cut; cut && (done || t.now.closes) {
			t.note("import.table.line-long", t.number)
		}
		switch {
		case done:
			return after, nil
		case t.now.cut && t.now.closes:
			return nil, nil
		}
		if !many && (len(later) == maxQuoted || size > maxQuotedLen) {
			if t.areRows(later) {
				break
			}
			many = true
		}
		if size > maxAgain { // it stays a cell
			later = nil
			t.text = t.text[:min(len(t.text), start+maxCell+1)]
		}
		next, err := t.line()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		copied := t.now
		copied.text = append([]byte(nil), next...)
		later = append(later, copied)
		size += len(next)
		t.text = append(t.text, '\n')
		rest = copied.text
	}
	if size > maxAgain {
		return nil, nil
	}
	t.text = t.text[:start]
	t.note("import.table.quote", from-1)
	if len(later) > 0 {
		if len(t.back) == 0 {
			t.backFrom = from
		} else {
			t.backFrom -= len(later)
		}
		t.back = append(later, t.back...)
		t.number, t.now = from-1, begins
	}
	t.text = append(t.text, '"')
	return first[1:], nil
}

// areRows tells whether half of the lines or more have as many cells as the table
// has columns, which lines of prose have not.
func (t *Reader) areRows(lines []line) bool {
	rows, all := 0, 0
	for _, l := range lines {
		if len(bytes.TrimSpace(l.text)) == 0 {
			continue
		}
		all++
		if bytes.Count(l.text, []byte{t.delimiter})+1 == t.width {
			rows++
		}
	}
	return t.width < 2 || 2*rows >= all
}

// unquote appends the text of a quoted cell up to its end, and returns what
// follows; false if the cell goes on on the next line.
func (t *Reader) unquote(text []byte) (bool, []byte) {
	for {
		i := bytes.IndexByte(text, '"')
		if i < 0 {
			t.text = append(t.text, text...)
			return false, nil
		}
		t.text = append(t.text, text[:i]...)
		text = text[i+1:]
		after := bytes.TrimLeft(text, " ")
		switch {
		case len(text) > 0 && text[0] == '"':
			t.text = append(t.text, '"')
			text = text[1:]
		case len(after) == 0 || after[0] == t.delimiter:
			return true, after
		default:
			t.text = append(t.text, '"') // a quote inside that was not doubled
		}
	}
}
