package importing_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/values"
)

func TestWhatCanBeReadInTwoWaysIsAsked(t *testing.T) {
	header := "receipt,date,customer id,item,price"
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	days := importingtest.Table(header, "1,3/4/2026,7,Cup,5.00")
	if _, err := im.Read(context.Background(), []importing.Source{days}, importing.Options{}); importingtest.KeyOf(err) != "error.import.day-order" {
		t.Errorf("a day: %v", err)
	}
	p := importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{{Column: "date", Field: fields.Day, Order: values.MonthDay}}}, days)
	if got := p.Items[0].Day.String(); got != "2026-03-04" {
		t.Errorf("told that the month stands first: %s", got)
	}
	if p := importingtest.Look(t, book, importing.Options{}, importingtest.Table(header, "1,3/4/2026,7,Cup,5.00", "2,13/4/2026,7,Cup,5.00")); p.Items[0].Day.String() != "2026-04-03" {
		t.Errorf("another row decides: %s", p.Items[0].Day)
	}
	amounts := importing.Bytes("till.csv", []byte("receipt;date;customer id;item;price\n1;2026-03-04;7;Cup;1,234\n"))
	if _, err := im.Read(context.Background(), []importing.Source{amounts}, importing.Options{}); importingtest.KeyOf(err) != "error.import.point" {
		t.Errorf("an amount: %v", err)
	}
	p = importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{{Column: "Price", Field: fields.Price, Point: values.Comma}}}, amounts)
	if p.Summary.Receipts.Created != 1 {
		t.Errorf("told where the decimals begin: %+v", p.Summary)
	}
}

func TestFilesThatCannotBeImportedSaySo(t *testing.T) {
	folder := t.TempDir()
	denied := importing.Source{Name: "denied.csv", Open: func() (io.ReadCloser, error) {
		return nil, &fs.PathError{Op: "open", Path: "denied.csv", Err: fs.ErrPermission}
	}}
	broken := importing.Source{Name: "broken.csv", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(iotest.ErrReader(errors.New("input/output error"))), nil
	}}
	tests := []struct {
		name string
		file importing.Source
		maps []columns.Mapping
		code app.Code
		key  string
	}{
		{"a missing file", importing.Path(filepath.Join(folder, "none.vcf")), nil, app.CodeNotFound, "error.import.missing"},
		{"a folder", importing.Path(folder), nil, app.CodeInvalid, "error.import.folder"},
		{"a file that may not be read", denied, nil, app.CodeStorage, "error.import.permission"},
		{"a disk that fails", broken, nil, app.CodeStorage, "error.import.unreadable"},
		{"an empty file", importing.Bytes("a.csv", nil), nil, app.CodeInvalid, "error.import.empty"},
		{"a file of empty lines", importing.Bytes("a.csv", []byte("\n \r\n")), nil, app.CodeInvalid, "error.import.empty"},
		{"JSON of customers", importing.Bytes("a.json", []byte(`[{"id":"01M7","name":{"full":"Ann, Bell"}},`+"\n"+`{"id":"01M8","name":{"full":"Bob, Bell"}}]`)), nil, app.CodeInvalid, "error.import.json"},
		{"JSON in lines", importing.Bytes("a.json", []byte("\ufeff{\"id\":\"01M7\",\"name\":\"Ann\"}\n")), nil, app.CodeInvalid, "error.import.json"},
		{"what stands in a QR code", importing.Bytes("a.txt", []byte("MECARD:N:Lee,Ann;TEL:+12025550144;EMAIL:a@example.com;;\n")), nil, app.CodeInvalid, "error.import.qr-text"},
		{"contacts in JSON", importing.Bytes("a.json", []byte(`["vcard",[["fn",{},"text","Ann"]]]`)), nil, app.CodeInvalid, "error.import.json"},
		{"a picture", importing.Bytes("a.vcf", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00")), nil, app.CodeInvalid, "error.import.binary"},
		{"a broken archive", importing.Bytes("a.vcf", []byte("PK\x03\x04....")), nil, app.CodeInvalid, "error.import.zip-broken"},
		{"a letter", importing.Bytes("a.csv", []byte("Dear Ann\nhow are you?\n")), nil, app.CodeInvalid, "error.import.neither"},
		{"a page under the name of a workbook", importing.Bytes("a.xls", []byte("<html><body><table><tr><th>Receipt</th></tr></table></body></html>")), nil, app.CodeInvalid, "error.import.markup"},
		{"no customer", importingtest.Table("receipt,date,item", "1,2026-03-01,Cup"), nil, app.CodeInvalid, "error.import.no-customer"},
		{"no day", importingtest.Table("receipt,customer id,item", "1,7,Cup"), nil, app.CodeInvalid, "error.import.no-day"},
		{
			"a mapping of a column that is not there", importingtest.Table("date,customer id", "2026-03-01,7"),
			[]columns.Mapping{{Column: "Datum", Field: fields.Day}},
			app.CodeInvalid, "error.import.column",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{tt.file}, importing.Options{Map: tt.maps})
			if app.CodeOf(err) != tt.code || importingtest.KeyOf(err) != tt.key {
				t.Errorf("got %v, want %s %s", err, tt.code, tt.key)
			}
			if tt.maps != nil {
				return
			}
			for _, files := range [][]importing.Source{{importingtest.Cards(importingtest.Card("FN:Ann")), tt.file}, {tt.file, importingtest.Cards(importingtest.Card("FN:Ann"))}} {
				book := importingtest.NewShelf()
				p := importingtest.Look(t, book, importing.Options{Unasked: true}, files...)
				if s := p.Summary; s.Contacts.Created != 1 || s.Rejected != 1 || len(p.Files) != 1 || importingtest.Problems(p)[0] != tt.key && importingtest.Problems(p)[1:][0] != tt.key {
					t.Errorf("beside another file: %+v, %q", s.Counts, importingtest.Problems(p))
				}
			}
		})
	}
	_, err := importing.New(importingtest.NewShelf(), nil).Read(context.Background(), []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann"))},
		importing.Options{Map: []columns.Mapping{{Column: "Day", Field: fields.Day}}})
	if importingtest.KeyOf(err) != "error.import.no-table" {
		t.Errorf("a mapping and no table: %v", err)
	}
	if _, err := importing.New(importingtest.NewShelf(), nil).Read(context.Background(), nil, importing.Options{}); importingtest.KeyOf(err) != "error.import.no-files" {
		t.Errorf("no files: %v", err)
	}
}

func TestWhatAFileLeavesOpenIsAskedUnlessNobodyIsThere(t *testing.T) {
	days := importingtest.Table("receipt,date,customer id,item", "1,3/4/2026,7,Cup")
	both := []importing.Source{importingtest.Cards(importingtest.Card("FN:Ann")), days, importingtest.Table("receipt,date,customer id,item", "2,13/4/2026,8,Pot")}
	if _, err := importing.New(importingtest.NewShelf(), importingtest.NewShelf().IDs).Read(t.Context(), both, importing.Options{}); importingtest.KeyOf(err) != "error.import.day-order" {
		t.Errorf("asked %v", err)
	}
	p := importingtest.Take(t, importingtest.NewShelf(), both[0], both[2])
	want := p.Summary
	want.Read, want.Rejected = want.Read+1, 1
	if p = importingtest.Look(t, importingtest.NewShelf(), importing.Options{Unasked: true}, both...); p.Summary != want || importingtest.Problems(p)[0] != "error.import.day-order" {
		t.Errorf("%+v %q, want %+v", p.Summary, importingtest.Problems(p), want)
	}
	if _, err := importing.New(importingtest.NewShelf(), importingtest.NewShelf().IDs).Read(t.Context(), []importing.Source{days}, importing.Options{Unasked: true}); importingtest.KeyOf(err) != "error.import.day-order" {
		t.Errorf("of one file said %v", err)
	}
}

func TestAFileIsLeftOutIfThePersonSaysSo(t *testing.T) {
	ann, bob := importingtest.Cards(importingtest.Card("FN:Ann")), importing.Bytes("both.zip", importingtest.Packed(t, map[string]string{"bob.vcf": importingtest.Card("FN:Bob"), "cas.vcf": importingtest.Card("FN:Cas")}))
	bob.Tell("cas.vcf", func(told *importing.Told) { told.LeaveOut = true })
	ann.Tell("", func(told *importing.Told) { told.LeaveOut = true })
	p := importingtest.Take(t, importingtest.NewShelf(), ann, bob)
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"error.import.left-out", "error.import.left-out"}) || p.Summary.Created != 1 || len(p.Files) != 1 {
		t.Errorf("%q of %+v", got, p.Items)
	}
}

func TestWhereNoFileCanBeReadEachSaysWhy(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importing.Bytes("a.csv", nil), importing.Bytes("b.zip", []byte("PK\x03\x04....")))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"error.import.empty", "error.import.zip-broken"}) || p.Items[1].Name != "b.zip" || p.Summary.Rejected != 2 {
		t.Errorf("%q of %+v", got, p.Items)
	}
}

func TestAFileInAnArchiveDoesNotCostTheOthers(t *testing.T) {
	file := importing.Bytes("all.zip", importingtest.Packed(t, map[string]string{
		"a.vcf": "no card", "b.vcf": importingtest.Card("FN:Ann"), "c.csv": "receipt,date,customer id,item\n1,2026-03-01,7,Cup\n", "d.xlsx": "PK\x03\x04....",
	}))
	p := importingtest.Take(t, importingtest.NewShelf(), file)
	got := importingtest.Problems(p)
	slices.Sort(got)
	if !slices.Equal(got, []string{"error.import.neither", "error.import.zip-broken"}) || p.Summary.Contacts.Created != 1 || p.Summary.Receipts.Created != 1 {
		t.Errorf("%q, %+v", got, p.Summary)
	}
}

func TestTheKindOfAFileIsToldByWhatIsInIt(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{},
		importing.Bytes("a.vcf", []byte("receipt,date,customer id\n1,2026-03-01,7\n")),
		importing.Bytes("b.csv", []byte(importingtest.Card("FN:Ann"))))
	if p.Files[0].Kind != importing.KindPurchases || p.Files[1].Kind != importing.KindCards {
		t.Errorf("%s, %s", p.Files[0].Kind, p.Files[1].Kind)
	}
	if p.Items[0].Kind != importing.KindCards {
		t.Error("contacts do not come first")
	}
}

func TestMappings(t *testing.T) {
	for text, want := range map[string]columns.Mapping{
		"Cust=customer":     {Column: "Cust", Field: fields.Customer},
		" A=B = Day:DMY":    {Column: "A=B", Field: fields.Day, Order: values.DayMonth},
		"Price=price:comma": {Column: "Price", Field: fields.Price, Point: values.Comma},
		"Total=total:point": {Column: "Total", Field: fields.Total, Point: values.Dot},
		"Internal=ignore":   {Column: "Internal", Field: fields.Ignore},
	} {
		if got, err := columns.ParseMapping(text); err != nil || got != want {
			t.Errorf("%q is %+v (%v), want %+v", text, got, err, want)
		}
	}
	for text, key := range map[string]string{
		"Cust": "error.import.mapping", "=day": "error.import.mapping", "Cust=who": "error.import.field",
		"Date=day:ydm": "error.import.mapping", "Item=item:comma": "error.import.mapping",
	} {
		if _, err := columns.ParseMapping(text); importingtest.KeyOf(err) != key {
			t.Errorf("%q: %v, want %s", text, err, key)
		}
	}
}

func TestAMappingIsForTheTableThatHasItsColumn(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Map: []columns.Mapping{{Column: "When", Field: fields.Day}}},
		importingtest.Table("when,customer id,item", "2026-03-01,7,Cup"), importingtest.Table("date,customer id,item", "2026-03-02,8,Pot"))
	if p.Summary.Receipts.Created != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAnIgnoredColumnIsNotGuessed(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Map: []columns.Mapping{{Column: "Employee", Field: fields.Ignore}}},
		importingtest.Table("receipt,date,customer id,employee", "1,2026-03-01,7,Jim"))
	for _, c := range p.Files[0].Columns {
		if c.Name == "employee" && c.Field != "" {
			t.Errorf("employee was taken for %s", c.Field)
		}
	}
}

func TestATableWhoseColumnsCannotBeToldIsShown(t *testing.T) {
	book := importingtest.NewShelf()
	lines := []string{"who,Date,what"}
	for range 20 {
		lines = append(lines, "'+44 20 7946 0290,2026-03-01,\"a\nb\"")
	}
	for _, tt := range []struct {
		name      string
		file      importing.Source
		charset   string
		delimiter string
	}{
		{"a CSV file", importingtest.Table(lines...), "utf-8", ","},
		{"a workbook", importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
			for i := range 20 {
				importingtest.RowsOf(t, f, "Sheet1", 2+i, []any{"'+44 20 7946 0290", "2026-03-01", "a\nb"})
			}
			importingtest.RowsOf(t, f, "Sheet1", 1, []any{"who", "Date", "what"})
		}), "", ""},
	} {
		_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{tt.file}, importing.Options{})
		shown, ok := columns.Asks(err)
		want := columns.Unknown{
			Charset: tt.charset, Delimiter: tt.delimiter, Names: []string{"who", "Date", "what"},
			Fields: []fields.Field{"", fields.Day, ""}, Likely: []fields.Field{fields.Phone, "", fields.Item},
		}
		for range 10 {
			want.Rows = append(want.Rows, []string{"+44 20 7946 0290", "2026-03-01", "a b"})
		}
		if !ok || !reflect.DeepEqual(shown, want) {
			t.Errorf("%s: got %+v (%v)", tt.name, shown, err)
		}
	}
	if _, ok := columns.Asks(errors.New("another")); ok {
		t.Error("another error asks about a table")
	}
}

func TestATablePutTogetherOfTwoIsReadLineByLine(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"Name,Phone", "Zoë Ångström,+44 20 7946 0290", "Bo,+44 20 7946 0291", "J\xfcrgen Wei\xdf,+44 20 7946 0292", "Ren\xe9,+44 20 7946 0293",
	))
	for _, name := range []string{"Zoë Ångström", "Jürgen Weiß", "René"} {
		book.Named(t, name)
	}
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.table.charset"}) || p.Items[2].Problems[0].Args["Charset"] != "windows-1252" {
		t.Errorf("said %q", got)
	}
}

func TestWhatIsSaidOfOneFileInAnArchiveIsSaidOfThatOnly(t *testing.T) {
	file := importing.Bytes("both.zip", importingtest.Packed(t, map[string]string{
		"north/till.csv": "Date,Customer ID,Item\n3/4/2026,7,Cup\n",
		"south/till.csv": "Date,Customer ID,Item\n3/4/2026,8,Pot\n",
	}))
	order := map[string]values.Order{"north/till.csv": values.DayMonth, "south/till.csv": values.MonthDay}
	for range order {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
		from, inside := importing.Where(err)
		if importingtest.KeyOf(err) != "error.import.day-order" || from != "both.zip" || order[inside] == "" {
			t.Fatalf("asked of %q in %q: %v", inside, from, err)
		}
		before := file
		file.Tell(inside, func(told *importing.Told) {
			told.Map = append(told.Map, columns.Mapping{Column: "Date", Field: fields.Day, Order: order[inside]})
		})
		if len(before.Inside) == len(file.Inside) {
			t.Error("what is said of a file is said of its copy, too")
		}
	}
	days := map[string]string{}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
	for _, item := range p.Items {
		days[item.Name] = item.Day.String()
	}
	if days["7"] != "2026-04-03" || days["8"] != "2026-03-04" || p.Files[0].Inside == p.Files[1].Inside {
		t.Errorf("bought on %v, of %+v", days, p.Files)
	}
}

func TestFilesBesideContactsInAnArchiveAreNamed(t *testing.T) {
	file := importing.Bytes("all.zip", importingtest.Packed(t, map[string]string{
		"bob.vcf": importingtest.Card("FN:Bob"), "notes/read me.txt": "Nothing of interest", "logo.png": "\x89PNG\r\n\x1a\n\x00\x00\x00", "empty.csv": " ",
	}))
	p := importingtest.Take(t, importingtest.NewShelf(), file)
	want := []importing.Beside{{Archive: "all.zip", Files: []string{"empty.csv", "logo.png", "notes/read me.txt"}}}
	for _, b := range p.Beside {
		slices.Sort(b.Files)
	}
	if !reflect.DeepEqual(p.Beside, want) || p.Summary.Rejected > 0 || p.Summary.Contacts.Created != 1 {
		t.Errorf("beside the contacts is %+v, of %+v", p.Beside, p.Summary)
	}
	if p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Cards(importingtest.Card("FN:Ann"))); p.Beside != nil {
		t.Errorf("beside one file is %+v", p.Beside)
	}
}

func TestANameFarBehindInAFileIsReadInItsCharset(t *testing.T) {
	photo := "PHOTO;ENCODING=B:" + strings.Repeat("A", 1000)
	far := strings.Repeat(importingtest.Card("FN:Ann", "TEL:+44 20 7946 0290", photo), 1100)
	tills := "receipt,date,name,phone\n" + strings.Repeat("1,2026-03-01,Ann,+44 20 7946 0290\n", 40_000)
	for name, file := range map[string]importing.Source{
		"contacts": importingtest.Cards(far, importingtest.Card("FN:\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2", "TEL:+44 20 7946 0291")),
		"a table":  importing.Bytes("till.csv", []byte(tills+"2,2026-03-01,\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2,+44 20 7946 0291\n")),
	} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
		if last := p.Items[len(p.Items)-1]; last.Name != "Иван Петров" || p.Files[0].Charset != "windows-1251" {
			t.Errorf("%s: read %q in %s", name, last.Name, p.Files[0].Charset)
		}
	}
}
