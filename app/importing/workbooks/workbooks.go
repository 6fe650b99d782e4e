// Package workbooks reads the sheets of Excel workbooks (.xlsx) as tables of
// text: days as YYYY-MM-DD whatever the sheet shows, numbers as they were typed,
// formulas as what came of them.
package workbooks

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/folders"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/zips"
)

// What is read of a workbook at the most.
const (
	maxSheets  = 100
	maxRows    = 1 << 20 // of a sheet: Excel has no more (Microsoft, "Excel specifications and limits")
	maxColumns = 500
	maxCell    = 4*app.MaxVerbatim + 16 // bytes, as of other tables; Excel itself has 32,767 letters at most
	maxText    = 512 << 20              // bytes, of all sheets
	maxCut     = 32 << 20               // bytes, of what is longer than a cell: one text may be in very many of them
	inMemory   = 16 << 20               // bytes; larger parts are unpacked into a temporary file
)

// Sheet is a sheet of a workbook that holds something.
type Sheet struct {
	Name   string
	rows   []row
	merged map[int][]tables.Merged // the cells that are one over several rows, by a row's number

	hiddenRows    []int32  // by their numbers, in order
	hiddenColumns [][2]int // from and to, from 0
}

// row keeps the cells of a row in one text, kept apart by separator: a string
// for each cell would take more room than the cells.
type row struct {
	number int // from 1, as Excel shows it
	text   string
}

const separator = "\x1f" // ASCII's own sign for it, which no text has

// HiddenBelow returns how many rows below that one, by its number, hold something
// and are hidden.
func (s *Sheet) HiddenBelow(number int) int {
	n := 0
	for _, r := range s.rows {
		if _, hidden := slices.BinarySearch(s.hiddenRows, int32(r.number)); hidden && r.number > number {
			n++
		}
	}
	return n
}

// Hides tells whether a column, from 0, is hidden.
func (s *Sheet) Hides(column int) bool {
	return slices.ContainsFunc(s.hiddenColumns, func(c [2]int) bool { return c[0] <= column && column <= c[1] })
}

// Is tells whether an archive is a workbook (ECMA-376).
func Is(z *zip.Reader) bool { return zips.Has(z, "xl/workbook.xml") }

// IsOld tells whether a file that begins so is a Compound File: a workbook of
// Excel 97, or one that a password locks (MS-CFB 2.2).
func IsOld(sample []byte) bool {
	return bytes.HasPrefix(sample, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}

// IsLocked tells of a Compound File whether it is a workbook locked by a
// password: it has a stream of that name (MS-OFFCRYPTO 2.3.4.4).
func IsLocked(content []byte) bool {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	return bytes.Contains(content, name)
}

// Open reads all sheets that a person sees and that hold something; of those that
// are hidden it returns the names. It returns an Error with CodeInvalid, which does
// not name the file, for a workbook that cannot be read or that holds more than
// Excel itself allows, one with CodeStorage where there is no room to unpack it, and
// the error of ctx when that ends.
func Open(ctx context.Context, content []byte) (sheets []*Sheet, hidden []string, err error) {
	z, err := zips.Open(content)
	if err != nil {
		return nil, nil, err
	}
	files := parts(ctx, z)
	packed, limit, err := slim(ctx, z, files)
	if err != nil {
		return nil, nil, err
	}
	scratch, done, err := folders.Scratch()
	if err != nil {
		return nil, nil, noRoom(err)
	}
	defer func() { err = errors.Join(err, done()) }()
	book, err := excelize.OpenReader(bytes.NewReader(packed), excelize.Options{
		UnzipSizeLimit: zips.MaxUnpacked, UnzipXMLSizeLimit: limit, TmpDir: scratch,
	})
	if err != nil {
		return nil, nil, broken(err)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := spellOut(book); err != nil {
		return nil, nil, broken(err)
	}
	names := book.GetSheetList()
	if len(names) > maxSheets {
		return nil, nil, large()
	}
	room := room{text: maxText, cut: maxCut}
	for _, name := range names {
		if seen, err := book.GetSheetVisible(name); err == nil && !seen {
			hidden = append(hidden, name)
			continue
		}
		marks, err := marksOf(ctx, name, files[name], isDistrusted(book))
		if err != nil {
			return nil, nil, err
		}
		sheet, err := read(ctx, book, name, marks, &room)
		if err != nil {
			return nil, nil, err
		}
		if len(sheet.rows) > 0 {
			sheets = append(sheets, sheet)
		}
	}
	return sheets, hidden, nil
}

// isDistrusted tells whether the workbook asks to be worked out anew when it is
// opened, as those do that programs write which do not work out formulas.
func isDistrusted(book *excelize.File) bool {
	calc, err := book.GetCalcProps()
	return err == nil && (calc.FullCalcOnLoad != nil && *calc.FullCalcOnLoad)
}

// room is how much more of a workbook is read, in bytes.
type room struct{ text, cut int }

func read(ctx context.Context, book *excelize.File, name string, marks *marks, room *room) (sheet *Sheet, err error) {
	sheet = &Sheet{Name: name, merged: make(map[int][]tables.Merged), hiddenRows: marks.hiddenRows, hiddenColumns: marks.hiddenColumns}
	above := make(map[int32]string)
	rows, err := book.Rows(name)
	if err != nil {
		// A sheet that is a chart has no rows.
		return sheet, nil
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n := 1; rows.Next(); n++ {
		if n > maxRows {
			return nil, large()
		}
		if n%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, broken(err)
		}
		for _, cell := range cells {
			room.cut -= max(len(cell)-maxCell, 0)
		}
		cells = marks.mark(n, cells)
		empty := isEmpty(cells)
		cells, merged := marks.shared(n, cells, above)
		if empty {
			continue
		}
		if merged != nil {
			sheet.merged[n] = merged
		}
		text := joined(cells)
		if room.text -= len(text); room.text < 0 || room.cut < 0 {
			return nil, large()
		}
		sheet.rows = append(sheet.rows, row{n, text})
	}
	if err := rows.Error(); err != nil {
		return nil, broken(err)
	}
	return sheet, nil
}

// isEmpty tells whether nothing is in a row but formulas without a result, as
// below the last line of a form.
func isEmpty(cells []string) bool {
	return !slices.ContainsFunc(cells[:min(len(cells), maxColumns)], func(cell string) bool { return tidy(cell) != "" && cell != NoResult })
}

// joined makes the text of a row.
func joined(cells []string) string {
	cells = cells[:min(len(cells), maxColumns)]
	last := -1
	for i, cell := range cells {
		cells[i] = tidy(cell)
		if cells[i] != "" {
			last = i
		}
	}
	return strings.Join(cells[:last+1], separator)
}

var midnight = regexp.MustCompile(`^(\d{4}-\d\d-\d\d) 00:00:00$`)

func tidy(cell string) string {
	cell = strings.TrimSpace(strings.ReplaceAll(cell, separator, " "))
	if len(cell) > maxCell {
		cell = strings.ToValidUTF8(cell[:maxCell], "")
	}
	if m := midnight.FindStringSubmatch(cell); m != nil {
		return m[1]
	}
	return asTyped(cell)
}

// asTyped takes the error of binary fractions out of a number: 39.99 is kept in
// some workbooks as 39.990000000000002. Excel itself shows 15 digits.
func asTyped(cell string) string {
	if len(cell) < 16 || !strings.Contains(cell, ".") || strings.Trim(cell, "-0123456789.") != "" {
		return cell
	}
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return cell
	}
	if n, err = strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64); err != nil {
		return cell
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

func broken(err error) error {
	return &app.Error{
		Code: app.CodeInvalid, Key: "error.import.workbook-broken", Args: app.Args{},
		Err: fmt.Errorf("read a workbook: %w", err),
	}
}

func noRoom(err error) error {
	return &app.Error{Code: app.CodeStorage, Key: "error.import.scratch", Err: err}
}

func large() error {
	return &app.Error{Code: app.CodeInvalid, Key: "error.import.zip-large", Args: app.Args{}}
}

// wide is the error of a sheet of which very many rows reach up to that column,
// from 0.
func wide(sheet string, column int32) error {
	name, err := excelize.ColumnNumberToName(int(column) + 1)
	return &app.Error{Code: app.CodeInvalid, Key: "error.import.workbook-wide", Args: app.Args{"Sheet": sheet, "Column": name}, Err: err}
}
