package workbooks

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/zips"
)

// NoResult stands in a cell whose formula was not worked out by the program that
// wrote it. It is not worked out here either: what a formula may ask for has no
// bounds.
const NoResult = "#RESULT?"

// Cells that are merged over more rows than this are a heading at the side, and
// not the lines of one receipt.
const maxMerged = 1000

// maxMarks is how many rows all merged cells of a sheet have together, with how
// many formulas it has without a result.
const maxMarks = 4 << 20

// maxBeyond is how many cells all rows of a sheet may reach beyond maxColumns
// together. Something is to the right of all on a few rows now and then; but a row
// is read up to its last cell, and rows that all have one in Excel's last column
// take 16,384 each.
const maxBeyond = 16 << 20

// marks are what of a sheet its rows do not tell.
type marks struct {
	merged  []merged // in the order of the rows
	pending []place  // of formulas without a result, in the same order

	hiddenRows    []int32  // of those that hold something, in order
	hiddenColumns [][2]int // from and to, from 0

	distrusted bool // the workbook asks to be worked out anew: a 0 may be none
}

type place struct{ row, column int32 }

// merged is a cell that is one with those above or below.
type merged struct {
	place
	first bool
}

func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.row, o.row), cmp.Compare(p.column, o.column))
}

// of returns the merged cells of a row.
func (m *marks) of(row int) []merged {
	start, _ := slices.BinarySearchFunc(m.merged, int32(row), func(c merged, row int32) int { return cmp.Compare(c.row, row) })
	end := start
	for end < len(m.merged) && int(m.merged[end].row) == row {
		end++
	}
	return m.merged[start:end]
}

// mark puts NoResult into the cells of a row that have none.
func (m *marks) mark(row int, cells []string) []string {
	at, _ := slices.BinarySearchFunc(m.pending, int32(row), func(p place, row int32) int { return cmp.Compare(p.row, row) })
	for ; at < len(m.pending) && int(m.pending[at].row) == row; at++ {
		column := int(m.pending[at].column)
		for len(cells) <= column {
			cells = append(cells, "")
		}
		cells[column] = NoResult
	}
	return cells
}

// parts returns the files of a workbook that its sheets are in, by their names
// (ECMA-376, Part 1, 12.3.23 and 18.2.19).
func parts(ctx context.Context, z *zip.Reader) map[string]*zip.File {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	for name, into := range map[string]any{"xl/workbook.xml": &book, "xl/_rels/workbook.xml.rels": &relations} {
		f := zips.Find(z, name)
		if f == nil {
			return nil
		}
		text, err := zips.Read(ctx, f, inMemory)
		if err != nil || xml.Unmarshal(text, into) != nil {
			return nil // whatever it is, excelize makes something of it or says so
		}
	}
	targets := make(map[string]string, len(relations.All))
	for _, r := range relations.All {
		targets[r.ID] = r.Target
	}
	found := make(map[string]*zip.File)
	for _, sheet := range book.Sheets {
		target, ok := targets[sheet.ID]
		if !ok {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		found[sheet.Name] = zips.Find(z, strings.TrimPrefix(target, "/"))
	}
	return found
}

// marksOf looks through the file that a sheet is in; nil has no marks. It returns
// an Error with CodeInvalid for a sheet that is too wide to be read.
func marksOf(ctx context.Context, name string, f *zip.File, distrusted bool) (*marks, error) {
	m := &marks{distrusted: distrusted}
	if f == nil {
		return m, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	defer r.Close()
	s := scan{marks: m, row: 0, column: -1}
	if err := s.all(ctx, newTags(r)); err != nil {
		return nil, err
	}
	if err := s.isWide(name); err != nil {
		return nil, err
	}
	slices.SortFunc(m.merged, func(a, b merged) int { return a.compare(b.place) })
	slices.SortFunc(m.pending, place.compare)
	slices.Sort(m.hiddenRows)
	return m, nil
}

// scan goes through the tags of a sheet (ECMA-376, Part 1, 18.3.1).
type scan struct {
	*marks
	row, column     int32 // of the cell, from 1 and from 0
	lowest          int32 // of the rows so far: excelize puts those above it into the same one
	isText          bool  // a formula came to a text, which may be empty
	formula, result bool  // of the cell
	reached         bool  // there is something in the cell
	begun           int64 // where the cell begins; 0 outside of one
	hidden          bool  // the row is
	last, widest    int32 // how many cells are made: of the row, and at the most
	beyond          int   // how many cells the rows reach beyond maxColumns
}

func (s *scan) all(ctx context.Context, t *tags) error {
	for {
		tag, err := t.next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		s.see(tag, t.at)
		if s.row > maxRows || len(s.merged)+len(s.pending) > maxMarks || len(s.hiddenRows) > maxRows ||
			s.begun > 0 && t.at-s.begun > inMemory {
			return large()
		}
	}
}

// isWide returns an error for a sheet of that name whose rows would come out too
// long.
func (s *scan) isWide(name string) error {
	switch {
	case s.beyond <= maxBeyond:
		return nil
	case s.widest < maxColumns: // cells one upon the other: nothing is there to delete
		return large()
	}
	return wide(name, s.widest)
}

// see takes a tag and the text behind it, up to that place, into account.
func (s *scan) see(tag []byte, at int64) {
	name, tag, text, ends := nameOf(tag)
	switch {
	case ends && string(name) == "c":
		s.begun = 0
		if s.formula && !s.result && s.column < maxColumns {
			s.pending = append(s.pending, place{s.row, s.column})
		}
	case ends:
	case string(name) == "row":
		s.row, s.column, s.begun = s.row+1, -1, 0
		if n, err := strconv.ParseInt(attribute(tag, "r"), 10, 32); err == nil {
			s.row = int32(n)
		}
		if s.row > s.lowest {
			s.lowest, s.last = s.row, 0
		}
		s.hidden = isSet(attribute(tag, "hidden"))
	case string(name) == "col":
		s.hide(tag)
	case string(name) == "c":
		s.column++
		if column, _, err := excelize.CellNameToCoordinates(attribute(tag, "r")); err == nil {
			s.column = int32(column - 1)
		}
		s.isText, s.formula, s.result, s.reached = attribute(tag, "t") == "str", false, false, false
		if s.begun = at; bytes.HasSuffix(tag, []byte{'/'}) {
			s.begun = 0
		}
	case string(name) == "f":
		s.formula = true
		s.reach()
	case string(name) == "is":
		s.result = true
		s.reach()
	case string(name) == "v":
		s.reach()
		s.result = len(text) > 0 && (!s.distrusted || string(text) != "0") || len(text) == 0 && s.isText
	case string(name) == "mergeCell":
		s.merge(attribute(tag, "ref"))
	}
}

// hide keeps that columns are hidden (ECMA-376, Part 1, 18.3.1.13).
func (s *scan) hide(tag []byte) {
	first, err := strconv.Atoi(attribute(tag, "min"))
	last, also := strconv.Atoi(attribute(tag, "max"))
	if err == nil && also == nil && isSet(attribute(tag, "hidden")) && first > 0 && len(s.hiddenColumns) < maxColumns {
		s.hiddenColumns = append(s.hiddenColumns, [2]int{first - 1, last - 1})
	}
}

// isSet tells whether an attribute is true (W3C XML Schema, xsd:boolean).
func isSet(value string) bool { return value == "1" || value == "true" }

// reach counts that there is something in the cell.
func (s *scan) reach() {
	if n := len(s.hiddenRows); s.hidden && (n == 0 || s.hiddenRows[n-1] != s.row) {
		s.hiddenRows = append(s.hiddenRows, s.row)
	}
	if s.reached {
		return
	}
	s.reached = true
	// A cell that does not stand behind the last one comes out behind it.
	made := max(s.column, s.last) + 1
	s.beyond += int(max(made, maxColumns) - max(s.last, maxColumns))
	s.last, s.widest = made, max(s.widest, s.column)
}

// merge keeps that the cells of an area are one, of those that are over several
// rows.
func (s *scan) merge(area string) {
	from, to, _ := strings.Cut(area, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	if err != nil || column > maxColumns {
		return
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil || last <= first || last-first >= maxMerged {
		return
	}
	for row := first; row <= last; row++ {
		s.merged = append(s.merged, merged{place{int32(row), int32(column - 1)}, row == first})
	}
}

// attribute is the value of a tag's attribute, "" if it has none.
func attribute(tag []byte, name string) string {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name+"="))
		if i < 0 {
			return ""
		}
		value := rest[i+len(name)+1:]
		if i > 0 && strings.IndexByte(" \t\r\n", rest[i-1]) >= 0 && len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
			before, _, _ := bytes.Cut(value[1:], value[:1])
			return string(before)
		}
		rest = value
	}
}

// shared gives the cells of a row that are one with the cell above what is in
// that, and tells of the row which cells these are.
func (m *marks) shared(row int, cells []string, above map[int32]string) ([]string, []tables.Merged) {
	var all []tables.Merged
	for _, cell := range m.of(row) {
		all = append(all, tables.Merged{Column: int(cell.column), First: cell.first})
		for len(cells) <= int(cell.column) {
			cells = append(cells, "")
		}
		if cell.first {
			above[cell.column] = cells[cell.column]
		} else if cells[cell.column] == "" {
			cells[cell.column] = above[cell.column]
		}
	}
	return cells, all
}
