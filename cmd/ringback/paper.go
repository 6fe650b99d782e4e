package main

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"ringback.app/app"
)

// paper is what the program prints on: plain text in columns for people, or one
// JSON object a line for scripts. It keeps the first error of writing.
type paper struct {
	w       *bufio.Writer
	columns int // of the terminal; 0: lines are not broken
	err     error
}

func newPaper(w io.Writer, columns int) *paper {
	return &paper{w: bufio.NewWriter(w), columns: columns}
}

// How wide a column before the last is at most; on a terminal that is too narrow
// for them all the widest give way, so that the last has some room, too.
const (
	mostCell  = 32
	leastCell = 12
	leastLast = 24
)

// flush writes out what is left. It returns an Error with CodeStorage if
// something could not be written.
func (p *paper) flush() error {
	if err := p.w.Flush(); p.err == nil {
		p.err = err
	}
	if p.err == nil {
		return nil
	}
	return &app.Error{Code: app.CodeStorage, Key: "error.command.print", Err: p.err}
}

func (p *paper) write(text string) {
	if _, err := p.w.WriteString(text); p.err == nil {
		p.err = err
	}
}

// line prints one line.
func (p *paper) line(text string) { p.hang(0, 0, text) }

// blank prints an empty line.
func (p *paper) blank() { p.write("\n") }

// json prints the value as one line.
func (p *paper) json(value any) {
	encoder := json.NewEncoder(p.w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); p.err == nil {
		p.err = err
	}
}

// text prints a text of several lines, each indented.
func (p *paper) text(indent int, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		p.hang(indent, indent, line)
	}
}

// verbatim prints lines as they are, each indented, for copying.
func (p *paper) verbatim(indent int, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		p.write(strings.Repeat(" ", indent) + line + "\n")
	}
}

// hang prints a line that begins after first spaces, and goes on after indent
// spaces where the terminal is not wide enough.
func (p *paper) hang(first, indent int, text string) {
	if text != "" {
		p.write(strings.Repeat(" ", first))
	}
	p.flow(first, indent, oneLine(text))
}

// flow prints the rest of a line that stands at a column already.
func (p *paper) flow(at, indent int, text string) {
	room := p.columns
	if room > 0 && room-indent < 24 { // too narrow to wrap well
		room = 0
	}
	for i, word := range strings.Split(text, " ") {
		wide := widthOf(word)
		if i > 0 {
			if room > 0 && at+1+wide > room {
				p.write("\n" + strings.Repeat(" ", indent))
				at = indent
			} else {
				p.write(" ")
				at++
			}
		}
		p.write(word)
		at += wide
	}
	p.write("\n")
}

// rows prints lines of cells below each other. The last cell of a line flows on
// below itself where the terminal is not wide enough. A cell too long for its
// column is cut on a terminal; elsewhere it pushes out the rest of its own line
// only.
func (p *paper) rows(indent int, rows [][]string) {
	widths := p.widths(indent, rows)
	for _, row := range rows {
		p.row(indent, widths, row)
	}
}

func (p *paper) row(indent int, widths []int, row []string) {
	p.write(strings.Repeat(" ", indent))
	at := indent
	for i, cell := range row[:len(row)-1] {
		cell = p.cell(cell, widths[i])
		wide := max(widths[i], widthOf(cell)) + 2
		p.write(cell + strings.Repeat(" ", wide-widthOf(cell)))
		at += wide
	}
	p.flow(at, at, oneLine(row[len(row)-1]))
}

func (p *paper) widths(indent int, rows [][]string) []int {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], min(mostCell, widthOf(oneLine(cell))))
		}
	}
	if p.columns == 0 || len(widths) == 0 {
		return widths
	}
	over := indent + leastLast - p.columns
	for _, w := range widths {
		over += w + 2
	}
	for ; over > 0; over-- {
		widest := slices.Index(widths, slices.Max(widths))
		if widths[widest] <= leastCell {
			break
		}
		widths[widest]--
	}
	return widths
}

// cell is a cell before the last as it is printed: cut where it is too long for
// its column of a terminal.
func (p *paper) cell(text string, most int) string {
	text = oneLine(text)
	if p.columns == 0 || widthOf(text) <= most {
		return text
	}
	at := 0
	for i, r := range text {
		if at += runeWidth(r); at >= most {
			return text[:i] + "…"
		}
	}
	return text
}

// oneLine makes one line of a text, without the control characters by which an
// imported name could write elsewhere on the terminal.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}

// widthOf is how many columns of a terminal the text takes.
func widthOf(text string) int {
	wide := 0
	for _, r := range text {
		wide += runeWidth(r)
	}
	return wide
}

func runeWidth(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// grouped prints rows under titles: each title once, above the rows that carry
// it. The columns of all groups stand below each other.
func (p *paper) grouped(indent int, titles []string, rows [][]string) {
	widths := p.widths(indent, rows)
	for i, row := range rows {
		if i == 0 || titles[i] != titles[i-1] {
			p.heading(titles[i])
		}
		p.row(indent, widths, row)
	}
}

// heading prints the title of a part, apart from what stands above.
func (p *paper) heading(text string) {
	p.blank()
	p.line(text)
}
