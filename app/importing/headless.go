package importing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app/importing/tables"
)

// isHeadless tells whether the first row of a table names no columns but is a
// row like those below: none of its cells is a column that is known, and half of
// them are numbers, or one is a day, or one is a sentence and the others are
// numbers.
func isHeadless(cells []string, known func(string) bool) bool {
	numbers, filled, sentences := 0, 0, 0
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if filled++; known(cell) {
			return false
		}
		if _, _, err := tables.ParseDay(cell, tables.DayMonth); err == nil {
			return true
		}
		switch {
		case isFigure(cell):
			numbers++
		case isSentence(cell) && len(strings.Fields(cell)) > 1:
			sentences++
		}
	}
	return filled > 1 && (2*numbers > filled || sentences == 1 && numbers == filled-1)
}

// headed hands out the rows of a table that has no header, under one that
// numbers the columns.
type headed struct {
	rowReader
	names []string    // nil once handed out
	first *tables.Row // the same
}

// withHeader returns the rows as they are, or under a header where they have
// none; and whether that is so.
func withHeader(rows rowReader) (rowReader, bool, error) {
	first, err := rows.Next()
	if err != nil {
		return rows, false, fmt.Errorf("read the header: %w", err)
	}
	first.Cells = slices.Clone(first.Cells)
	h := &headed{rowReader: rows, first: &first}
	headless := isHeadless(first.Cells, isColumn(nil))
	if headless {
		for i := range first.Cells {
			h.names = append(h.names, strconv.Itoa(i+1))
		}
	}
	return h, headless, nil
}

// Next returns the next row, or io.EOF after the last.
func (h *headed) Next() (tables.Row, error) {
	if h.names != nil {
		row := tables.Row{Line: h.first.Line, Cells: h.names}
		h.names = nil
		return row, nil
	}
	if h.first != nil {
		row := *h.first
		h.first = nil
		return row, nil
	}
	return h.rowReader.Next()
}
