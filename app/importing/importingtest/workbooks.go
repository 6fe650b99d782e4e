package importingtest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"ringback.app/app/importing"
)

// Content reads a file.
func Content(t testing.TB, file importing.Source) []byte {
	t.Helper()
	opened, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	all, err := io.ReadAll(opened)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Workbook writes a workbook and returns it as a file.
func Workbook(t testing.TB, o excelize.Options, write func(*excelize.File)) importing.Source {
	t.Helper()
	f := excelize.NewFile()
	write(f)
	var out bytes.Buffer
	if err := f.Write(&out, o); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return importing.Bytes("shop.xlsx", out.Bytes())
}

// RowsOf puts rows of cells on a sheet.
func RowsOf(t testing.TB, f *excelize.File, sheet string, first int, rows ...[]any) {
	t.Helper()
	if i, err := f.GetSheetIndex(sheet); err != nil || i < 0 {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, first+i)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			t.Fatal(err)
		}
	}
}

// Styled gives a cell a format.
func Styled(t *testing.T, f *excelize.File, cell, format string) {
	t.Helper()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
		t.Fatal(err)
	}
}

// Packed returns an archive of those files.
func Packed(t testing.TB, members map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range members {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
