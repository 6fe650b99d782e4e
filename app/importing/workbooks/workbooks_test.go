package workbooks_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing/workbooks"
)

func sheetOf(t testing.TB, cells ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range cells {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRowsAreNumberedAsExcelDoes(t *testing.T) {
	sheets, _, err := workbooks.Open(context.Background(), sheetOf(t, []any{"Takings"}, []any{}, []any{"Date", "Item"}, []any{"2026-03-01", "Cup"}))
	if err != nil {
		t.Fatal(err)
	}
	r := sheets[0].NewReader(func(name string) bool { return name == "Date" || name == "Item" })
	head, err := r.Next()
	if err != nil || head.Line != 3 || head.Cell(1) != "Item" {
		t.Errorf("the head is on row %d: %q (%v)", head.Line, head.Cells, err)
	}
	row, err := r.Next()
	if err != nil || row.Line != 4 || row.Cell(0) != "2026-03-01" {
		t.Errorf("row %d: %q (%v)", row.Line, row.Cells, err)
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("after the last row: %v", err)
	}
}

func TestTheLongestCellOfExcelIsReadWhole(t *testing.T) {
	words := strings.Repeat("椅", excelize.TotalCellChars) // three bytes each
	sheets, _, err := workbooks.Open(context.Background(), sheetOf(t, []any{"Date", "Words"}, []any{"2026-03-01", words}))
	if err != nil {
		t.Fatal(err)
	}
	r := sheets[0].NewReader(func(name string) bool { return name == "Date" || name == "Words" })
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if row, err := r.Next(); err != nil || row.Cell(1) != words {
		t.Errorf("%d of %d bytes (%v)", len(row.Cell(1)), len(words), err)
	}
}

func TestANumberKeepsItsDigitsHoweverItIsShown(t *testing.T) {
	bold := &excelize.Style{Font: &excelize.Font{Bold: true}}
	shown := func(format string) *excelize.Style { return &excelize.Style{CustomNumFmt: &format} }
	tests := []struct {
		name   string
		number any
		style  *excelize.Style
		want   string
	}{
		{"an order's number in bold", 4507894690011, bold, "4507894690011"},
		{"an order's number without decimal places", 4507894690012, &excelize.Style{NumFmt: 1}, "4507894690012"},
		{"an order's number as text", 4507894690013, &excelize.Style{NumFmt: 49}, "4507894690013"},
		{"a large amount in bold", 1234567890.55, bold, "1234567890.55"},
		{"a larger one", 100000000000.5, bold, "100000000000.5"},
		{"a large amount of money", 1234567890.55, shown(`#,##0.00\ "€"`), "1234567890.55 EUR"},
		{"a telephone number in groups", 447700900123, shown(`0#" "##" "##" "##" "##`), "447700900123"},
		{"a telephone number of two lengths", 447700900123, shown(`[<=9999999]000\-0000;\(000\)\ 000\-0000`), "447700900123"},
		{"a number in a country's way", 77, shown(`[$-407]0`), "77"},
		{"an amount in a country's way", 1234.5, shown(`[$-407]#,##0.00`), "1234.5"},
		{"a French telephone number", 491761234567, shown(`[$-40C]0#" "##" "##" "##" "##`), "491761234567"},
		{"a telephone number behind a plus", 447700900123, shown(`"+"0`), "+447700900123"},
		{"a telephone number behind a bare plus", 447700900123, shown(`+0`), "+447700900123"},
		{"a telephone number behind its country's", 7700900123, shown(`"+44 "0000" "000000`), "+44 7700 900123"},
		{"a telephone number behind its country's, sign by sign", 7700900123, shown(`\+\4\4\ ####\ ######`), "+44 7700900123"},
		{"a telephone number behind a plus in a country's way", 447700900123, shown(`[$-809]"+"#`), "+447700900123"},
		{"a difference", 5, shown(`+0;-0;0`), "5"},
		{"a difference with decimals", 5.5, shown(`+0.0`), "5.5"},
		{"a postcode", 1067, shown("00000"), "01067"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := excelize.NewFile()
			style, err := f.NewStyle(tt.style)
			err = errors.Join(err, f.SetCellValue("Sheet1", "A1", "Number"),
				f.SetCellValue("Sheet1", "A2", tt.number), f.SetCellStyle("Sheet1", "A2", "A2", style))
			var out bytes.Buffer
			if err = errors.Join(err, f.Write(&out)); err != nil {
				t.Fatal(err)
			}
			sheets, _, err := workbooks.Open(context.Background(), out.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			r := sheets[0].NewReader(func(name string) bool { return name == "Number" })
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
			if row, err := r.Next(); err != nil || row.Cell(0) != tt.want {
				t.Errorf("got %q (%v), want %q", row.Cell(0), err, tt.want)
			}
		})
	}
}

func TestASheetOfWhichVeryManyRowsReachFarToTheRightIsRefusedBeforeItIsRead(t *testing.T) {
	rows := func(n int, cell string) []byte {
		var sheet strings.Builder
		sheet.WriteString(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row>`)
		for i := range n {
			sheet.WriteString(`<row r="` + strconv.Itoa(i+2) + `">` + cell + `</row>`)
		}
		sheet.WriteString(`</sheetData></worksheet>`)
		return withSheet(t, []byte(sheet.String()))
	}
	for name, tt := range map[string]struct {
		file    []byte
		refused bool
	}{
		"a value on each row in the last column":   {rows(1200, `<c r="XFD1"><v>1</v></c>`), true},
		"a text":                                   {rows(1200, `<c r="XFD1" t="inlineStr"><is><t>x</t></is></c>`), true},
		"a formula":                                {rows(1200, `<c r="XFD1"><f>A1</f></c>`), true},
		"a few of them":                            {rows(20, `<c r="XFD1"><v>1</v></c>`), false},
		"cells that are only formatted":            {rows(1200, `<c r="A1"><v>1</v></c><c r="XFD1" s="0"/>`), false},
		"as many rows of as many columns as usual": {rows(1200, `<c r="A1"><v>1</v></c><c r="ALL1"><v>1</v></c>`), false},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := workbooks.Open(context.Background(), tt.file)
			var said *app.Error
			if tt.refused != errors.As(err, &said) {
				t.Fatalf("got %v", err)
			}
			if tt.refused && (said.Key != "error.import.workbook-wide" || said.Args["Column"] != "XFD" || said.Args["Sheet"] != "Sheet1") {
				t.Errorf("got %v %v", said, said.Args)
			}
		})
	}
}

func TestATextThatVeryManyCellsShareIsNotMadeForEachWithoutEnd(t *testing.T) {
	sheet := func(rows int) []byte {
		return []byte(`<worksheet><sheetData>` + strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, rows) + `</sheetData></worksheet>`)
	}
	text := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>` + strings.Repeat(`<r><t>`+strings.Repeat("x", 1<<18)+`</t></r>`, 4) + `</si></sst>`
	for rows, want := range map[int]string{3: "", 100: "error.import.zip-large"} {
		_, _, err := workbooks.Open(context.Background(), withParts(t, map[string]string{
			"xl/worksheets/sheet1.xml": string(sheet(rows)), "xl/sharedStrings.xml": text,
		}))
		var said *app.Error
		if errors.As(err, &said) != (want != "") || want != "" && said.Key != want {
			t.Errorf("a megabyte in %d cells: %v", rows, err)
		}
	}
}

func TestWhatWasUnpackedIsRemovedAlsoByTheNextReading(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	left, long := filepath.Join(temporary, "ringback-scratch-1"), time.Now().Add(-2*time.Hour)
	if err := errors.Join(os.Mkdir(left, 0o700), os.Chtimes(left, long, long)); err != nil {
		t.Fatal(err)
	}
	file := sheetOf(t, []any{"Date"})
	if _, _, err := workbooks.Open(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(temporary); err != nil || len(entries) > 0 {
		t.Errorf("left: %v (%v)", entries, err)
	}
	t.Setenv("TMPDIR", filepath.Join(temporary, "none"))
	t.Setenv("TMP", filepath.Join(temporary, "none"))
	if _, _, err := workbooks.Open(t.Context(), file); app.CodeOf(err) != app.CodeStorage {
		t.Errorf("without room: %v", err)
	}
}

func TestAnEndedReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	rows := make([][]any, 600)
	for i := range rows {
		rows[i] = []any{i + 1}
	}
	if _, _, err := workbooks.Open(ctx, sheetOf(t, rows...)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// FuzzOpen holds of a workbook with any sheet: it is refused with a sentence, or
// its rows come out in order and end.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>Date</t></is></c></row><row><c s="1"><v>46082.5</v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row r="2000000000"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row r="5"><c><v>1</v></c></row><row r="2"><c r="A2"><v>-1e308</v></c></row>`))
	f.Add([]byte(`<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>Date</x:v></x:c></x:row><x:row><x:c><x:f>A1</x:f></x:c></x:row></x:sheetData><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="A2:A4"/></mergeCells>`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		sheets, _, err := workbooks.Open(context.Background(), withSheet(t, sheet))
		if err != nil {
			var said *app.Error
			if !errors.As(err, &said) || said.Key == "" {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		for _, sheet := range sheets {
			r := sheet.NewReader(func(name string) bool { return name == "Date" })
			for last := 0; ; {
				row, err := r.Next()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil || row.Line <= last {
					t.Fatalf("row %d after row %d: %v", row.Line, last, err)
				}
				last = row.Line
			}
		}
	})
}

// withSheet is a workbook of one sheet, which is whatever it is given.
func withSheet(t testing.TB, sheet []byte) []byte {
	t.Helper()
	return withParts(t, map[string]string{"xl/worksheets/sheet1.xml": string(sheet)})
}

// withParts is a workbook in which these files stand for those that it has, or
// beside them.
func withParts(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	parts = maps.Clone(parts)
	blank := sheetOf(t, []any{"x"})
	z, err := zip.NewReader(bytes.NewReader(blank), int64(len(blank)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		part, ours := parts[f.Name]
		if !ours {
			err = errors.Join(err, w.Copy(f))
			continue
		}
		into, e := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if e != nil {
			t.Fatal(e)
		}
		_, e = io.WriteString(into, part)
		err = errors.Join(err, e)
		delete(parts, f.Name)
	}
	for name, part := range parts {
		into, e := w.Create(name)
		if e != nil {
			t.Fatal(e)
		}
		_, e = io.WriteString(into, part)
		err = errors.Join(err, e)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsNotReadOfAWorkbookIsNotLookedAt(t *testing.T) {
	file := withParts(t, map[string]string{
		"xl/calcChain.xml": `<calcChain><c`, "xl/media/image1.png": strings.Repeat("x", 1<<20), "docProps/app.xml": "<",
		"XL/worksheets/SHEET1.xml": "<",
	})
	sheets, _, err := workbooks.Open(t.Context(), file)
	if err != nil || len(sheets) != 1 {
		t.Fatalf("%d sheets (%v)", len(sheets), err)
	}
	r := sheets[0].NewReader(func(string) bool { return true })
	if _, err := r.Next(); err != nil {
		t.Error(err)
	}
	if row, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("a second row: %q (%v)", row.Cells, err)
	}
}

func TestAWorkbookWithMoreOfAKindThanExcelHasIsRefused(t *testing.T) {
	for part, text := range map[string]string{
		"xl/styles.xml":        `<styleSheet><cellXfs>` + strings.Repeat(`<xf/>`, 1<<18+1) + `</cellXfs></styleSheet>`,
		"xl/workbook.xml":      `<workbook><sheets>` + strings.Repeat(`<sheet/>`, 101) + `</sheets></workbook>`,
		"xl/theme/theme1.xml":  strings.Repeat("x", 16<<20+1),
		"xl/sharedStrings.xml": `<sst>` + strings.Repeat(`<si/>`, 8<<20+1) + `</sst>`,
	} {
		t.Run(part, func(t *testing.T) {
			_, _, err := workbooks.Open(t.Context(), withParts(t, map[string]string{part: text}))
			var said *app.Error
			if !errors.As(err, &said) || said.Key != "error.import.zip-large" {
				t.Errorf("got %v", err)
			}
		})
	}
}
