package columns_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/values"
)

func in2026() time.Time { return time.Date(2026, 11, 20, 10, 12, 0, 0, time.UTC) }

func TestAYearOfTwoDigitsThatMayComeFirstIsAsked(t *testing.T) {
	const purchases, said = "Date,Customer ID,Item,Total", "Email,Said on,Comment,Stars"
	for name, tt := range map[string]struct {
		rows  []string
		asked string
		told  values.Order
		day   string // of the first row
	}{
		"years that scatter":               {[]string{purchases, "23-11-14,7,Cup,5.00", "23-12-15,7,Cup,5.00", "24-01-02,7,Cup,5.00"}, "error.import.year-order", "", ""},
		"of opinions":                      {[]string{said, "ann@example.com,23-11-14,Nice,5", "bob@example.com,23-12-15,Nice,5"}, "error.import.year-order", "", ""},
		"told that the year comes first":   {[]string{purchases, "23-11-14,7,Cup,5.00", "23-12-15,7,Cup,5.00"}, "", values.YearFirst, "2023-11-14"},
		"told that the day comes first":    {[]string{purchases, "23-11-14,7,Cup,5.00", "23-12-15,7,Cup,5.00"}, "", values.DayMonth, "2014-11-23"},
		"a year that can only come last":   {[]string{purchases, "14/03/24,7,Cup,5.00", "15/03/24,7,Cup,5.00", "28/03/24,7,Cup,5.00"}, "", "", "2024-03-14"},
		"a program that is known (Etsy's)": {[]string{"Sale Date,Item Name,Buyer,Order ID,Listing ID", "12/03/25,Cup,annlee,1,2", "12/04/26,Cup,annlee,3,2"}, "", "", "2025-12-03"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			o := importing.Options{Clock: in2026}
			if tt.told != values.AnyOrder {
				o.Map = []columns.Mapping{{Column: "Date", Field: fields.Day, Order: tt.told}}
			}
			p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(tt.rows...)}, o)
			if importingtest.KeyOf(err) != tt.asked {
				t.Fatalf("got %v, want %q", err, tt.asked)
			}
			if err == nil && p.Items[0].Day.String() != tt.day {
				t.Errorf("it is of %s, want %s", p.Items[0].Day, tt.day)
			}
		})
	}
	if m, err := columns.ParseMapping("Date=day:ymd"); err != nil || m.Order != values.YearFirst {
		t.Errorf("%+v %v", m, err)
	}
}

func TestAYearThatWasSaidToComeFirstStaysThereInTablesThatSayNothing(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	const header = "When,Customer ID,Item,Total"
	told := importing.Options{Clock: in2026, Map: []columns.Mapping{{Column: "When", Field: fields.Day, Order: values.YearFirst}}}
	p := importingtest.Look(t, book, told, importingtest.Table(header, "26-11-14,7,Cup,5.00", "26-11-15,7,Cup,5.00"))
	if _, err := im.Commit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	for row, want := range map[string]app.Day{
		"26-11-28,7,Cup,5.00":   app.NewDay(2026, time.November, 28),
		"14/03/2025,7,Cup,5.00": app.NewDay(2025, time.March, 14),
	} {
		p = importingtest.Look(t, book, importing.Options{Clock: in2026}, importingtest.Table(header, row))
		if got := p.Items[0].Day; got != want {
			t.Errorf("%q is of %s, want %s", row, got, want)
		}
	}
}
