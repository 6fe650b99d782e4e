// Package tables reads tables from text files, whatever stands between their
// cells.
package tables

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/charsets"
	"ringback.app/app/importing/lines"
)

// What is kept of a row at the most.
const (
	maxCells = 500
	// maxCell is in bytes: all letters that an opinion may have, and a few more, so
	// that what was cut off has too many.
	maxCell = 4*app.MaxVerbatim + 16
)

// Spaces is the delimiter of tables whose columns are aligned by them: any number
// of them stands between two cells.
const Spaces byte = ' '

// Row is one row of a table.
type Row struct {
	Line    int      // the line that it begins on, from 1
	Cells   []string // good until the next row is read
	Problem *app.Error
	Merged  []Merged // of a workbook: the cells that are one with those of rows above or below
	Apart   bool     // an empty row stands before it
}

// Merged is a cell of several rows. Each of these rows has what is in it.
type Merged struct {
	Column int
	First  bool // it is the topmost of these rows
}

// MergedAt tells whether the cell of that column is one of several rows, and
// whether the row is the topmost of them.
func (r Row) MergedAt(column int) (merged, first bool) {
	for _, m := range r.Merged {
		if m.Column == column {
			return true, m.First
		}
	}
	return false, false
}

// Cell returns the cell of that column, trimmed; "" where the row is short.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// Blank tells whether nothing is in the row.
func (r Row) Blank() bool {
	for i := range r.Cells {
		if r.Cell(i) != "" {
			return false
		}
	}
	return true
}

// Reader reads the rows of one table.
type Reader struct {
	lines     *lines.Reader
	decoder   *charsets.Lines // nil: the lines are UTF-8
	delimiter byte
	cells     []string
	text      []byte     // the row's text, without quotes
	ends      []int      // of its cells in text
	width     int        // how many cells the first row has; 0: it was not read yet
	now       line       // that was read last
	back      []line     // to read again
	unended   bool       // the file ends with these, and no open cell does on any of them
	problem   *app.Error // of the row being read
	number    int
}

// line is a line of the file.
type line struct {
	text    []byte
	number  int
	charset string // it is in, where that is another one than before
	cut     bool   // it was too long, and the rest was left out
	closes  bool   // a quoted cell that is open where it was cut ends in the rest
	sign    bool   // a quote that begins a cell on it was found to be a mere sign

	// What is told only of lines to read again.
	ends  bool // a quoted cell that is open before it ends on it
	cells int  // how many the delimiters on it make; 0 if it is empty
}

// NewReader returns a reader of a table in that charset, whose cells are kept
// apart by the delimiter. Lines that are in another charset, as in a file that was
// put together of several, are read in theirs, which the row says where it begins.
func NewReader(r io.Reader, charset string, delimiter byte) (*Reader, error) {
	if charsets.IsWide(charset) {
		text, err := charsets.NewReader(r, charset)
		if err != nil {
			return nil, err
		}
		return &Reader{lines: lines.NewReader(text), delimiter: delimiter}, nil
	}
	decoder, err := charsets.NewLines(charset)
	if err != nil {
		return nil, err
	}
	return &Reader{lines: lines.NewReader(charsets.WithoutMark(r)), decoder: decoder, delimiter: delimiter}, nil
}

// Next returns the next row that is not empty, or io.EOF after the last.
func (t *Reader) Next() (Row, error) {
	apart := false
	for {
		line, err := t.line()
		if err != nil {
			return Row{}, err
		}
		first := t.number
		if len(bytes.TrimSpace(line)) == 0 || first == 1 && isSeparatorLine(line) {
			apart = true
			continue
		}
		t.problem = nil
		if t.now.cut {
			t.note("import.table.line-long", first)
		}
		if t.now.charset != "" {
			t.note("import.table.charset", first)
			t.problem.Args["Charset"] = t.now.charset
		}
		t.text, t.ends = t.text[:0], t.ends[:0]
		if err := t.split(line); err != nil {
			return Row{}, err
		}
		if t.width == 0 {
			t.width = len(t.ends)
		}
		return Row{Line: first, Cells: t.build(), Problem: t.problem, Apart: apart}, nil
	}
}

func (t *Reader) note(key string, line int) {
	if t.problem == nil {
		t.problem = &app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{"Line": line}}
	}
}

// line takes the next line of the file, or one to be read again.
func (t *Reader) line() ([]byte, error) {
	var err error
	if len(t.back) > 0 {
		t.now, t.back = t.back[0], t.back[1:]
	} else {
		t.now, err = t.fetch()
	}
	t.number = t.now.number
	return t.now.text, err
}

// fetch reads a line of the file, which is good until the next one is.
func (t *Reader) fetch() (line, error) {
	text, err := t.lines.Next()
	l := line{text: text, number: t.lines.Number(), cut: t.lines.Cut(), closes: t.lines.QuotesLeftOut()%2 == 1}
	if err == nil && t.decoder != nil {
		l.text = t.decoder.Decode(text)
		if t.decoder.Changed() {
			l.charset = t.decoder.Charset()
		}
	}
	return l, err
}

// split takes a row apart into t.text and t.ends.
func (t *Reader) split(text []byte) error {
	if t.delimiter == Spaces {
		for field := range bytes.FieldsSeq(text) {
			t.cell(field)
		}
		return nil
	}
	for {
		text = bytes.TrimLeft(text, " ")
		if len(text) > 0 && text[0] == '"' {
			rest, err := t.quoted(text)
			if err != nil {
				return err
			}
			text = rest
		}
		formula := formulaEnd(text)
		i := bytes.IndexByte(text[formula:], t.delimiter)
		if i >= 0 {
			i += formula
		}
		if i < 0 {
			t.cell(text)
			return nil
		}
		t.cell(text[:i])
		text = text[i+1:]
	}
}

// cell ends a cell with what is left of it.
func (t *Reader) cell(part []byte) {
	start := 0
	if len(t.ends) > 0 {
		start = t.ends[len(t.ends)-1]
	}
	if room := maxCell - (len(t.text) - start); len(part) > room {
		part = part[:max(room, 0)]
		t.text = t.text[:min(len(t.text), start+maxCell)]
		t.note("import.table.cell-long", t.number)
	}
	if len(t.ends) == maxCells {
		t.text = t.text[:start]
		t.note("import.table.wide", t.number)
		return
	}
	t.text = append(t.text, part...)
	t.ends = append(t.ends, len(t.text))
}

// build makes the cells of the row's text.
func (t *Reader) build() []string {
	text := string(t.text)
	if strings.IndexByte(text, 0) >= 0 {
		text = strings.ReplaceAll(text, "\x00", " ")
		t.note("import.table.nul", t.number)
	}
	t.cells = t.cells[:0]
	start := 0
	for _, end := range t.ends {
		t.cells = append(t.cells, fromFormula(text[start:end]))
		start = end
	}
	return t.cells
}

// isSeparatorLine tells whether the line is the one by which Excel is told the
// delimiter: sep=;
func isSeparatorLine(line []byte) bool {
	line = bytes.Trim(line, "\" ")
	return len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep="))
}

// Delimiter tells what keeps the cells of a table apart, by its first lines: the
// sign of which the lines have most and most alike. What stands as often in each
// line from the very first is it rather than what only the lines under a title
// have: the comma of names and prices may be in each row, but not in the header. 0
// if there is none.
func Delimiter(sample []byte) byte {
	first, _, _ := bytes.Cut(sample, []byte{'\n'})
	if first = bytes.TrimSpace(first); isSeparatorLine(first) {
		return bytes.Trim(first, "\" ")[4]
	}
	var best byte
	var most float64
	throughout := false
	for _, d := range []byte{',', ';', '\t', '|'} {
		s, each := alike(sample, d)
		if each && !throughout || each == throughout && s > most {
			best, most, throughout = d, s, each
		}
	}
	if best == 0 && isAligned(sample) {
		return Spaces
	}
	return best
}

// isAligned tells whether the lines are rows of a table that spaces keep apart:
// each has as many words, and a number among them. Prose has not.
func isAligned(sample []byte) bool {
	const fewest = 3 // lines, and columns
	columns, rows := 0, 0
	for line := range bytes.Lines(sample[:min(len(sample), 8<<10)]) {
		if !bytes.HasSuffix(line, []byte{'\n'}) && rows > 0 {
			break // the sample's last line is cut off
		}
		words := bytes.Fields(line)
		if len(words) == 0 {
			continue
		}
		if rows == 0 {
			columns = len(words)
		}
		if len(words) != columns || columns < fewest || rows > 0 && !bytes.ContainsAny(line, "0123456789") {
			return false
		}
		rows++
	}
	return rows >= fewest
}

// alike is how well the delimiter fits: how many of it the header has, times the
// share of rows that have as many. Throughout tells that each line has, from the
// first.
func alike(sample []byte, d byte) (fit float64, throughout bool) {
	const rows = 50
	r := &Reader{lines: lines.NewReader(bytes.NewReader(sample)), delimiter: d}
	var cells []int // of each row
	for len(cells) < rows {
		row, err := r.Next()
		if err != nil {
			break
		}
		cells = append(cells, len(row.Cells))
	}
	title := underTitle(cells)
	cells = cells[title:]
	if len(cells) == 0 {
		return 0, false
	}
	header, same, n := cells[0], 0, len(cells)
	for _, count := range cells {
		if count == header {
			same++
		}
	}
	if header < 2 || header < 4 && same == 1 && n > 2 { // the comma of a sentence makes no table
		return 0, false
	}
	return float64(header-1) * float64(same) / float64(n), title == 0 && same == n
}

// underTitle returns on which row a table begins that has a title above it: rows
// of fewer cells than nearly all that follow have. It is 0 where there is none.
func underTitle(cells []int) int {
	const deepest = 20
	for start, count := range cells[:min(len(cells), deepest)] {
		if count < 2 || start > 0 && slices.Max(cells[:start]) >= count {
			continue
		}
		same := 0
		for _, c := range cells[start:] {
			if c == count {
				same++
			}
		}
		if same > 1 && same*10 >= len(cells[start:])*8 {
			return start
		}
	}
	return 0
}
