package importing_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAWorkbookIsReadAsItWasTyped(t *testing.T) {
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1,
			[]any{"Sales of spring"},
			[]any{},
			[]any{"Date", "Customer", "", "Receipt", "Item", "Quantity", "Price"},
			[]any{"", "Customer ID", "Name", "", "", "", ""},
			[]any{46082.5, 42, "Ann Bell", 7001, "Oak table", 1.125, 39.990000000000002},
			[]any{46083, 42, "Ann Bell", 7002, "Chair", 2, 1234})
		for _, merged := range [][2]string{{"A1", "G1"}, {"A3", "A4"}, {"B3", "C3"}, {"D3", "D4"}, {"E3", "E4"}, {"F3", "F4"}, {"G3", "G4"}} {
			if err := f.MergeCell("Sheet1", merged[0], merged[1]); err != nil {
				t.Fatal(err)
			}
		}
		importingtest.Styled(t, f, "A5", `d/m/yy h:mm`)
		importingtest.Styled(t, f, "A6", `[$-409]mmm\ d;@`)
		importingtest.Styled(t, f, "B5", `00000`)
		importingtest.Styled(t, f, "B6", `00000`)
		importingtest.Styled(t, f, "G6", `#,##0.00\ "d"`)
	})
	book := importingtest.NewShelf()
	importingtest.Take(t, book, file)
	bought := book.Receipts()
	table, chair := bought["7001"], bought["7002"]
	if table.Day != app.NewDay(2026, time.March, 1) || chair.Day != app.NewDay(2026, time.March, 2) {
		t.Errorf("bought on %s and %s", table.Day, chair.Day)
	}
	if table.Lines[0].Quantity != 1125 || table.Total != 4499 || chair.Total != 246800 {
		t.Errorf("%+v, %+v", table, chair)
	}
	if c := book.Named(t, "Ann Bell"); c.Reference(app.ReferenceShop) != "00042" {
		t.Errorf("the customer's number is %q", c.Reference(app.ReferenceShop))
	}
}

func TestDaysOf1904(t *testing.T) {
	yes := true
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Date", "Customer ID", "Item"}, []any{44620, 7, "Cup"})
		importingtest.Styled(t, f, "A2", "yyyy-mm-dd")
	})
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
	if want := app.NewDay(2026, time.March, 1); p.Items[0].Day != want {
		t.Errorf("bought on %s, want %s", p.Items[0].Day, want)
	}
}

func TestAHiddenSheetIsLeftOutAndNamed(t *testing.T) {
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Customer ID", "Name", "Phone"}, []any{7, "Ann Bell", "+44 20 7946 0290"})
		importingtest.RowsOf(t, f, "Last year", 1, []any{"Customer ID", "Name", "Phone"}, []any{8, "Bob Cole", "+44 20 7946 0291"})
		if err := f.SetSheetVisible("Last year", false); err != nil {
			t.Fatal(err)
		}
	})
	p := importingtest.Take(t, importingtest.NewShelf(), file)
	if p.Summary.Contacts.Created != 1 || !slices.Equal(importingtest.Problems(p), []string{"import.sheet.hidden"}) || p.Files[0].Sheet != "" {
		t.Errorf("%v, %+v", importingtest.Problems(p), p.Summary)
	}
}

func TestWhatIsHiddenOnASheetIsReadAndSaid(t *testing.T) {
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Our people"}, []any{"Customer ID", "Name", "Phone", "E-mail"},
			[]any{7, "Ann Bell", "+44 20 7946 0290", "a@example.com"}, []any{8, "Bob Cole", "+44 20 7946 0291", ""}, []any{9, "Cy Day", "+44 20 7946 0292", ""})
		for _, row := range []int{1, 4, 5, 6} { // the title, two people, and an empty one
			if err := f.SetRowVisible("Sheet1", row, false); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetColVisible("Sheet1", "C:D", false); err != nil {
			t.Fatal(err)
		}
	})
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
	if got := p.Files[0].Hidden; p.Summary.Contacts.Created != 3 || got.Lines != 2 || !slices.Equal(got.Columns, []string{"Phone", "E-mail"}) {
		t.Errorf("hidden %+v, %+v", got, p.Summary)
	}
	file = importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Customer ID", "Name", "Phone"}, []any{7, "Ann Bell", "+44 20 7946 0290"})
	})
	if got := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file).Files[0].Hidden; got.Lines > 0 || got.Columns != nil {
		t.Errorf("nothing is hidden, and it says %+v", got)
	}
}

func TestEachSheetIsATable(t *testing.T) {
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Read me", "first"})
		importingtest.RowsOf(t, f, "Empty", 1)
		importingtest.RowsOf(t, f, "People", 1, []any{"Customer ID", "Name", "Phone"}, []any{7, "Ann Bell", "+44 20 7946 0290"})
		importingtest.RowsOf(t, f, "Bought", 1, []any{"Date", "Customer ID", "Item"}, []any{"2026-03-01", 7, "Cup"}, []any{"2026-03-02", 7, "Pot"})
	})
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, file)
	if p.Summary.Contacts.Created != 1 || p.Summary.Receipts.Created != 2 || p.Summary.NumberOnly != 0 {
		t.Errorf("%+v", p.Summary)
	}
	said := false
	for _, item := range p.Items {
		for _, e := range item.Problems {
			said = said || e.Key == "import.sheet.skipped" && item.Sheet == "Sheet1"
		}
	}
	if !said || len(p.Files) != 2 || p.Files[0].Sheet != "People" {
		t.Errorf("the sheet that is no table is not named; read were %+v", p.Files)
	}
}

func TestWhatAFormulaCameToIsRead(t *testing.T) {
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const relations = "http://schemas.openxmlformats.org/package/2006/relationships"
	const document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	cell := func(text string) string { return `<c t="inlineStr"><is><t>` + text + `</t></is></c>` }
	file := importing.Bytes("shop.xlsx", importingtest.Packed(t, map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships xmlns="` + relations + `"><Relationship Id="r1" Type="` + document + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + main + `" xmlns:r="` + document + `"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + relations + `"><Relationship Id="r1" Type="` + document + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet xmlns="` + main + `"><sheetData><row>` + cell("Date") + cell("Customer ID") + cell("Item") + cell("Amount") +
			`</row><row>` + cell("2026-03-01") + `<c><v>7</v></c><c t="e"><f>NA()</f><v>#N/A</v></c><c><f>5*2.5</f><v>12.5</v></c></row></sheetData></worksheet>`,
	}))
	book := importingtest.NewShelf()
	importingtest.Take(t, book, file)
	for _, p := range book.Bought {
		if p.Total != 1250 || p.Lines[0].Item != "" {
			t.Errorf("the formulas came to %+v", p)
		}
	}
	if len(book.Bought) != 1 {
		t.Errorf("%d purchases", len(book.Bought))
	}
}

// bomb is an archive of a file that says it is smaller than it is, or says it
// as it is.
func bomb(t *testing.T, name string, size int, said uint64) []byte {
	t.Helper()
	content := bytes.Repeat([]byte("0"), size)
	var squeezed, out bytes.Buffer
	w, err := flate.NewWriter(&squeezed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&out)
	raw, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(content),
		CompressedSize64: uint64(squeezed.Len()), UncompressedSize64: said,
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Write(squeezed.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestArchivesAndWorkbooksThatCannotBeReadSayWhy(t *testing.T) {
	locked := importingtest.Workbook(t, excelize.Options{Password: "secret"}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Date", "Customer ID"})
	})
	withPassword := importingtest.Packed(t, map[string]string{"a.vcf": importingtest.Card("FN:Ann")})
	binary.LittleEndian.PutUint16(withPassword[bytes.LastIndex(withPassword, []byte("PK\x01\x02"))+8:], 1)
	many := make(map[string]string)
	for i := range 10_001 {
		many[strings.Repeat("x", i%50)+string(rune('a'+i%26))+time.Duration(i).String()+".vcf"] = ""
	}
	tests := []struct {
		name, key string
		file      importing.Source
	}{
		{"a workbook with a password", "error.import.workbook-locked", locked},
		{"an old workbook", "error.import.workbook-old", importing.Bytes("a.xls", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"))},
		{"a binary workbook", "error.import.workbook-old", importing.Bytes("a.xlsb", importingtest.Packed(t, map[string]string{"xl/workbook.bin": "x"}))},
		{"a workbook that is none", "error.import.workbook-broken", importing.Bytes("a.xlsx", importingtest.Packed(t, map[string]string{"xl/workbook.xml": "<"}))},
		{"a letter", "error.import.document", importing.Bytes("a.docx", importingtest.Packed(t, map[string]string{"[Content_Types].xml": "x", "word/document.xml": "x"}))},
		{"an archive of pictures", "error.import.zip-nothing", importing.Bytes("a.zip", importingtest.Packed(t, map[string]string{"a.jpg": "x"}))},
		{"an archive with a password", "error.import.zip-locked", importing.Bytes("a.zip", withPassword)},
		{"an archive of too many files", "error.import.zip-large", importing.Bytes("a.zip", importingtest.Packed(t, many))},
		{"an archive that unpacks to much more", "error.import.zip-large", importing.Bytes("a.zip", bomb(t, "a.vcf", 64<<20, 64<<20))},
		{"a workbook that unpacks to much more", "error.import.zip-large", importing.Bytes("a.xlsx", bomb(t, "xl/workbook.xml", 64<<20, 64<<20))},
		{"an archive that lies about its size", "error.import.zip-broken", importing.Bytes("a.zip", bomb(t, "a.vcf", 64<<20, 1000))},
		{"a workbook that lies about its size", "error.import.workbook-broken", importing.Bytes("a.xlsx", bomb(t, "xl/workbook.xml", 64<<20, 1000))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := importing.New(importingtest.NewShelf(), nil).Read(context.Background(), []importing.Source{tt.file}, importing.Options{})
			if app.CodeOf(err) != app.CodeInvalid || importingtest.KeyOf(err) != tt.key {
				t.Errorf("got %v, want %s", err, tt.key)
			}
			if e := importingtest.AsError(err); e != nil && e.Args["File"] != tt.file.Name {
				t.Errorf("the file is not named: %v", e.Args)
			}
		})
	}
}

func TestFilesInAnArchiveAreReadEachByItself(t *testing.T) {
	file := importing.Bytes("phone.zip", importingtest.Packed(t, map[string]string{
		"contacts/ann.vcf":           importingtest.Card("FN:Ann Bell", "TEL:+44 20 7946 0290", "X-CUSTOMER-ID:7"),
		"contacts/bo.vcf":            importingtest.Card("FN:Bo Ek", "TEL:+44 20 7946 0291"),
		"__MACOSX/contacts/._bo.vcf": "\x00\x05\x16\x07",
		"read me.txt":                "Unpack me first.\n",
		"till.csv":                   "date,customer id,item\n2026-03-01,7,Cup\n",
		"../../evil.sh":              "rm",
	}))
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, file)
	if p.Summary.Contacts.Created != 2 || p.Summary.Receipts.Created != 1 || p.Summary.NumberOnly != 0 || len(p.Files) != 3 {
		t.Errorf("%+v of %+v", p.Summary, p.Files)
	}
}

// TestWorkbooksOfTheCorpus holds the workbooks to what a person would read in
// them.
func TestWorkbooksOfTheCorpus(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of workbooks to try")
	}
	at := func(name string) importing.Source { return importing.Path(filepath.Join(folder, "purchases", name)) }
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, at("online_retail_2010-12-01_gnumeric.xlsx"))
	// The same day out of the month's CSV, counted by other means.
	if s := p.Summary; s.Lines != 3108 || s.NoOneLines != 1140 || s.Receipts.Created != 127 || s.BadLines != 0 {
		t.Errorf("the day of a shop: %+v", s)
	}
	for name, key := range map[string]string{
		"supermarket_sales.xlsx": "error.import.no-customer", "xlsx_1900.xlsx": "error.import.no-customer",
		"xlsx_merged_cells.xlsx": "error.import.no-customer",
	} {
		if _, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{at(name)}, importing.Options{}); importingtest.KeyOf(err) != key {
			t.Errorf("%s: %v, want %s", name, err, key)
		}
	}
	// A person who says that the receipt's number is all that tells who bought.
	told := importing.Options{Map: []columns.Mapping{
		{Column: "Invoice ID", Field: fields.Customer}, {Column: "Product line", Field: fields.Item},
	}}
	s := importingtest.Look(t, importingtest.NewShelf(), told, at("supermarket_sales.xlsx"))
	if s.Summary.Lines != 352+303+345 || s.Summary.Receipts.Created != 1000 || len(s.Files) != 3 {
		t.Errorf("three sheets of a supermarket: %+v", s.Summary)
	}
	if first := s.Items[0]; first.Sheet != "January" || first.Day != app.NewDay(2019, time.January, 21) {
		t.Errorf("its first receipt: %+v", first)
	}
}

func TestWorkbooksInAnArchiveAreReadAndArchivesAreNot(t *testing.T) {
	cards := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Bell\r\nTEL:+44 20 7946 0001\r\nEND:VCARD\r\n"
	inner := string(importingtest.Packed(t, map[string]string{"ann.vcf": cards}))
	made := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Date", "Customer ID", "Item"}, []any{"2026-03-01", 7, "Cup"})
	})
	file, err := made.Open()
	if err != nil {
		t.Fatal(err)
	}
	till, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	if p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importing.Bytes("a.zip", importingtest.Packed(t, map[string]string{"till/may.xlsx": string(till)}))); p.Summary.Receipts.Created == 0 {
		t.Errorf("a workbook in an archive: %+v", p.Summary)
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importing.Bytes("a.zip", importingtest.Packed(t, map[string]string{
		"ann": cards, "inner.zip": inner, "notes.txt": "call the plumber", "a.jpg": "\xff\xd8\xff",
	})))
	if p.Summary.Contacts.Created != 1 || p.Summary.Rejected != 1 || !slices.Equal(importingtest.Problems(p), []string{"import.zip.inside"}) {
		t.Errorf("an archive beside contacts without an ending: %+v %v", p.Summary, importingtest.Problems(p))
	}
	book := importingtest.NewShelf()
	_, err = importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importing.Bytes("a.zip", importingtest.Packed(t, map[string]string{"inner.zip": inner}))}, importing.Options{})
	if importingtest.KeyOf(err) != "error.import.zip-inside" {
		t.Errorf("nothing but an archive: %v", err)
	}
}
