// Package tables reads tables from text files, whatever stands between their
// cells, and tells how the days and amounts in a column are written.
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

// What is kept of a row at the most, and how many lines a quoted cell may have
// before its quote is taken for a mere sign.
const (
	maxCells     = 500
	maxCell      = 64 << 10 // bytes
	maxQuoted    = 200      // lines
	maxQuotedLen = 256 << 10
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
	back      [][]byte   // lines to read again
	backFrom  int        // the number of the first of them
	problem   *app.Error // of the row being read
	number    int
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
	for {
		line, err := t.line()
		if err != nil {
			return Row{}, err
		}
		first := t.number
		if len(bytes.TrimSpace(line)) == 0 || first == 1 && isSeparatorLine(line) {
			continue
		}
		t.problem = nil
		if t.lines.Cut() && len(t.back) == 0 {
			t.note("import.table.line-long", first)
		}
		if t.decoder != nil && t.decoder.Changed() {
			t.note("import.table.charset", first)
			t.problem.Args["Charset"] = t.decoder.Charset()
		}
		t.text, t.ends = t.text[:0], t.ends[:0]
		if err := t.split(line); err != nil {
			return Row{}, err
		}
		return Row{Line: first, Cells: t.build(), Problem: t.problem}, nil
	}
}

func (t *Reader) note(key string, line int) {
	if t.problem == nil {
		t.problem = &app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{"Line": line}}
	}
}

// line takes the next line of the file, or one to be read again.
func (t *Reader) line() ([]byte, error) {
	if len(t.back) > 0 {
		line := t.back[0]
		t.back = t.back[1:]
		t.number = t.backFrom
		t.backFrom++
		return line, nil
	}
	line, err := t.lines.Next()
	t.number = t.lines.Number()
	if err == nil && t.decoder != nil {
		line = t.decoder.Decode(line)
	}
	return line, err
}

// split takes a row apart into t.text and t.ends.
func (t *Reader) split(line []byte) error {
	if t.delimiter == Spaces {
		for field := range bytes.FieldsSeq(line) {
			t.cell(field)
		}
		return nil
	}
	for {
		line = bytes.TrimLeft(line, " ")
		if len(line) > 0 && line[0] == '"' {
			rest, err := t.quoted(line)
			if err != nil {
				return err
			}
			line = rest
		}
		i := bytes.IndexByte(line, t.delimiter)
		if i < 0 {
			t.cell(line)
			return nil
		}
		t.cell(line[:i])
		line = line[i+1:]
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

// quoted reads a cell that begins with a quote up to the quote that ends it,
// which may be on a later line, and returns what follows on that line. Where
// there is no such quote within reason, the first was a mere sign.
func (t *Reader) quoted(line []byte) ([]byte, error) {
	start := len(t.text)
	first := append([]byte(nil), line...)
	var later [][]byte
	from, size := t.number+1, 0
	rest := first[1:]
	for {
		done, after := t.unquote(rest)
		if done {
			return after, nil
		}
		if len(later) == maxQuoted || size > maxQuotedLen {
			break
		}
		next, err := t.line()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		copied := append([]byte(nil), next...)
		later = append(later, copied)
		size += len(copied)
		t.text = append(t.text, '\n')
		rest = copied
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
		t.number = from - 1
	}
	t.text = append(t.text, '"')
	return first[1:], nil
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
		t.cells = append(t.cells, text[start:end])
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
// sign of which the lines have most and most alike. 0 if there is none.
func Delimiter(sample []byte) byte {
	first, _, _ := bytes.Cut(sample, []byte{'\n'})
	if first = bytes.TrimSpace(first); isSeparatorLine(first) {
		return bytes.Trim(first, "\" ")[4]
	}
	var best byte
	var most float64
	for _, d := range []byte{',', ';', '\t', '|'} {
		if s := alike(sample, d); s > most {
			best, most = d, s
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
// share of rows that have as many.
func alike(sample []byte, d byte) float64 {
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
	cells = cells[underTitle(cells):]
	if len(cells) == 0 {
		return 0
	}
	header, same, n := cells[0], 0, len(cells)
	for _, count := range cells {
		if count == header {
			same++
		}
	}
	if header < 2 || header < 4 && same == 1 && n > 2 { // the comma of a sentence makes no table
		return 0
	}
	return float64(header-1) * float64(same) / float64(n)
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
