package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// isHeadless tells whether the first row of a table names no columns but is a
// row like those below: one of its cells is an address for mail or a number to
// dial; or none is a column that is known, and half of them are numbers, or one
// is a day, or one is a sentence and the others are numbers.
func isHeadless(cells []string, known func(string) bool) bool {
	if len(cells) > 1 && (slices.ContainsFunc(cells, written.IsAddress) || slices.ContainsFunc(cells, written.IsDialled)) {
		return true
	}
	numbers, filled, sentences := 0, 0, 0
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if filled++; known(cell) {
			return false
		}
		if _, _, err := values.ParseDay(cell, values.DayMonth); err == nil {
			return true
		}
		switch {
		case written.IsFigure(cell):
			numbers++
		case written.IsSentence(cell) && len(strings.Fields(cell)) > 1:
			sentences++
		}
	}
	return filled > 1 && (2*numbers > filled || sentences == 1 && numbers == filled-1)
}

// guessContacts says what the columns of contacts without a header hold, by what
// is in them: addresses for mail, numbers to dial, and the one column of words,
// which is the name. What it cannot tell it leaves to be asked.
func (t Table) guessContacts(said []Mapping) []Mapping {
	var maps []Mapping
	reached, words := false, []int(nil)
	add := func(i int, field fields.Field) {
		if !slices.ContainsFunc(said, func(m Mapping) bool { return m.Column == t.Header[i] }) {
			maps = append(maps, Mapping{Column: t.Header[i], Field: field})
		}
	}
	for i := range t.Header {
		all := func(is func(string) bool) bool {
			some := false
			for _, row := range t.first {
				if i < len(row) && strings.TrimSpace(row[i]) != "" {
					if !is(row[i]) {
						return false
					}
					some = true
				}
			}
			return some
		}
		isDay := func(cell string) bool { _, _, err := values.ParseDay(cell, values.DayMonth); return err == nil }
		switch {
		case all(isDay):
			return nil // of purchases
		case all(written.IsAddress):
			add(i, fields.Email)
			reached = true
		case all(written.IsDialled), all(written.MayBeDialled):
			add(i, fields.Phone)
			reached = true
		case all(written.IsLetters):
			words = append(words, i)
		}
	}
	if !reached {
		return nil
	}
	if len(words) == 1 {
		add(words[0], fields.Name)
	}
	return maps
}

// headed hands out the rows of a table that has no header, under one that
// numbers the columns.
type headed struct {
	Rows
	names []string    // nil once handed out
	first *tables.Row // the same
	ahead []tables.Row
}

// deepestTitle is how many lines of a title are looked past for the header.
const deepestTitle = 20

// counted tells how many cells of a row are filled, and how many of them name a
// column that is known.
func counted(row tables.Row, known func(string) bool) (filled, named int) {
	for i := range row.Cells {
		if row.Cell(i) != "" {
			filled++
		}
		if known(row.Cell(i)) {
			named++
		}
	}
	return filled, named
}

// skipTitle looks for the header under a title: the first row that names columns
// and has more cells filled than each above it, else the first that has several,
// below those that have one. Where there is none, the rows stay as they are.
func (h *headed) skipTitle() {
	known := IsColumn(nil)
	most, first := counted(*h.first, known)
	if first > 1 {
		return
	}
	rows := []tables.Row{*h.first}
	wide := -1
	for len(rows) <= deepestTitle {
		row, err := h.Rows.Next()
		if err != nil {
			break // what it is is said when the table is read
		}
		row.Cells = slices.Clone(row.Cells)
		rows = append(rows, row)
		filled, named := counted(row, known)
		if named > 1 && filled > most {
			wide = len(rows) - 1
			break
		}
		if wide < 0 && first == 0 && most < 2 && filled > 1 {
			wide = len(rows) - 1
		}
		most = max(most, filled)
	}
	rows = rows[max(wide, 0):]
	h.first, h.ahead = &rows[0], rows[1:]
}

// WithHeader returns the rows as they are, or under a header where they have
// none, and whether that is so; and each with its group where they are in groups.
func WithHeader(rows Rows) (Rows, bool, error) {
	first, err := rows.Next()
	if err != nil {
		return rows, false, fmt.Errorf("read the header: %w", err)
	}
	first.Cells = slices.Clone(first.Cells)
	h := &headed{Rows: rows, first: &first}
	h.skipTitle()
	if isHeadless(h.first.Cells, IsColumn(nil)) {
		for i := range h.first.Cells {
			h.names = append(h.names, strconv.Itoa(i+1))
		}
		return h, true, nil
	}
	rows, err = ungrouped(h)
	return rows, false, err
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
	if len(h.ahead) > 0 {
		row := h.ahead[0]
		h.ahead = h.ahead[1:]
		return row, nil
	}
	return h.Rows.Next()
}

// IsColumn tells whether a column of that name is known, to find the row that
// names the columns.
func IsColumn(maps []Mapping) func(string) bool {
	known := make(map[string]bool)
	for _, all := range []map[fields.Field][]string{fields.Names(), fields.OpinionNames()} {
		for _, names := range all {
			for _, name := range names {
				known[name] = true
			}
		}
	}
	for _, m := range maps {
		known[written.Plain(m.Column)] = true
	}
	return func(name string) bool {
		return name != "" && (known[written.Plain(name)] || fields.OfContact(name).Part != fields.None)
	}
}

// Rows hands out the rows of a table, the one with the columns' names
// first, and io.EOF after the last.
type Rows interface {
	Next() (tables.Row, error)
}
