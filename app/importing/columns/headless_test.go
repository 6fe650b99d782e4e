package columns_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

// aligned is a table whose columns spaces keep apart, without a header.
var aligned = importing.Bytes("till.txt", []byte(strings.Join([]string{
	" 00004 0001 19970101  2   29.33", " 00004 0001 19970118  2   29.73", " 00021 0002 19970101 13  163.77", "",
}, "\r\n")))

func TestATableWithoutAHeaderIsAskedAboutByItsColumnsNumbers(t *testing.T) {
	for name, file := range map[string]importing.Source{
		"aligned by spaces": aligned,
		"CSV":               importing.Bytes("till.csv", []byte("00004,0001,19970101,2,29.33\n00021,0002,19970101,13,163.77\n")),
		"CSV with a name":   importing.Bytes("till.csv", []byte("7,Ann Bell,1997-01-01,Cup\n")),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
			table, ok := columns.Asks(err)
			if !ok || table.Names[0] != "1" || len(table.Rows) == 0 || len(table.Rows[0]) != len(table.Names) {
				t.Errorf("%v: %+v", err, table)
			}
		})
	}
}

func TestATableWithoutAHeaderIsReadAsItsColumnsAreSaidToBe(t *testing.T) {
	told := importing.Options{Map: []columns.Mapping{
		{Column: "2", Field: fields.Customer},
		{Column: "3", Field: fields.Day},
		{Column: "4", Field: fields.Quantity},
		{Column: "5", Field: fields.Amount},
	}}
	book := importingtest.NewShelf()
	p := importingtest.Look(t, book, told, aligned)
	if p.Summary.Receipts.Created != 3 || p.Summary.NumberOnly != 2 || p.Items[0].Day != app.NewDay(1997, time.January, 1) {
		t.Fatalf("%+v, first of %s", p.Summary, p.Items[0].Day)
	}
	if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	var totals []int64
	for _, bought := range book.Bought {
		totals = append(totals, bought.Total)
	}
	slices.Sort(totals)
	if want := []int64{2933, 2973, 16377}; !slices.Equal(totals, want) {
		t.Errorf("they come to %v, want %v", totals, want)
	}
	if len(book.Notes) > 0 {
		t.Error("what columns of numbers hold is remembered for every table of as many columns")
	}
}

func TestWhatNamesItsColumnsHasAHeader(t *testing.T) {
	for _, header := range []string{"customer id,2019,2020,2021,date", "Kunde;Datum;1;2;3", "Order,Date,Email"} {
		delimiter := ","
		if strings.Contains(header, ";") {
			delimiter = ";"
		}
		row := strings.Join([]string{"7", "2026-01-02", "a@b.c", "1", "2"}[:strings.Count(header, delimiter)+1], delimiter)
		book := importingtest.NewShelf()
		p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importing.Bytes("t.csv", []byte(header+"\n"+row+"\n"))}, importing.Options{})
		if table, asks := columns.Asks(err); asks && table.Names[0] == "1" || err == nil && p.Files[0].Columns[0].Name == "1" {
			t.Errorf("%q is taken for a row", header)
		}
	}
}

func TestProseIsNoTable(t *testing.T) {
	for _, text := range []string{
		"Dear Ann,\nthank you for calling\nus on the 3rd.\n", "one two three\nfour five six\nseven eight nine\n", "1 2 3\n",
	} {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importing.Bytes("letter.txt", []byte(text))}, importing.Options{})
		if importingtest.KeyOf(err) != "error.import.neither" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestContactsWithoutAHeaderKeepTheFirstPerson(t *testing.T) {
	for name, lines := range map[string][]string{
		"a number and an address":    {"Ann Smith,+12025550143,ann@example.com", "Bob Jones,+12025550144,bob@example.com"},
		"an address":                 {"ann@example.com;Ann Smith", "bob@example.com;Bob Jones"},
		"a number as it is dialled":  {"+1 202-555-0143;Ann Smith", "+1 202-555-0144;Bob Jones"},
		"an empty cell in the first": {"Ann Smith,,ann@example.com", "Bob Jones,+12025550144,"},
	} {
		t.Run(name, func(t *testing.T) {
			p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table(lines...))
			if p.Summary.Contacts.Created != 2 || p.Items[0].Name != "Ann Smith" {
				t.Errorf("%+v\n%+v", p.Summary, p.Items)
			}
		})
	}
}

func TestContactsWithoutAHeaderAskWhichColumnIsTheName(t *testing.T) {
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table("Ann,Smith,+12025550143", "Bob,Jones,+12025550144")}, importing.Options{})
	if asked, ok := columns.Asks(err); !ok || len(asked.Rows) != 2 || asked.Fields[2] != fields.Phone {
		t.Errorf("%v asks %+v", err, asked)
	}
}

func TestAHeaderIsFoundUnderATitle(t *testing.T) {
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("Export of customers 2026;;", ";;", "name;phone;email", "Ann;+12025550143;a@example.com", "Bo;+12025550144;b@example.com"))
	if p.Summary.Contacts.Created != 2 || p.Items[0].Name != "Ann" || p.Items[0].Line != 4 {
		t.Errorf("%+v\n%+v", p.Summary, p.Items)
	}
}

func TestTheHeaderOfATableIsFoundUnderATitle(t *testing.T) {
	header, row := "Date;Customer ID;Name;Item;Amount", "2026-03-01;7;Ann Bell;Cup;5,00"
	tests := []struct {
		name  string
		lines []string
		line  int // of the row
	}{
		{"none", []string{header, row, row}, 2},
		{"a line", []string{"Sales report", header, row}, 3},
		{"lines and an empty one", []string{"Sales report", "January 2026", "", header, row}, 5},
		{"a line with the sign of the table", []string{"Report;Sales", "", header, row}, 4},
		{"a line filled up with the sign", []string{"Sales report;;;;", ";;;;", header, row}, 4},
		{"a line with another sign", []string{"Care Co., 1 High Street, London, UK", "Tel. +44 20 7946 0290", header, row}, 4},
		{"a day", []string{"From;2026-01-01", "To;2026-03-31", header, row}, 4},
		{"a word that is a column's name, too", []string{"Invoice", header, row}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := append(tt.lines, strings.Replace(row, "Cup", "Pot", 1))
			p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(lines...))
			if p.Summary.Receipts.Created != 1 || p.Items[0].Line != tt.line || p.Items[0].Name != "Ann Bell" {
				t.Errorf("%+v: %+v", p.Summary.Receipts, p.Items)
			}
		})
	}
}

func TestATitleAboveColumnsThatNobodyKnowsIsNoColumn(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Asiakkaat ja ostot", "eka,toka,kolmas", "7,Ann Bell,2026-03-01", "8,Bo Hall,2026-03-02")
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
	if asked, ok := columns.Asks(err); !ok || !slices.Equal(asked.Names, []string{"eka", "toka", "kolmas"}) {
		t.Errorf("asked of %q (%v)", asked.Names, err)
	}
}
