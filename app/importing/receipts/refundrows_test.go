package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestARowOfALaterDayThatSaysItWasRefundedIsNoSecondSale(t *testing.T) {
	const (
		header = "Order,Date,Email,Item,Qty,Amount,Status"
		table  = "1,2026-03-15,ann@example.com,Table,1,100,shipped"
		chair  = "1,2026-03-15,ann@example.com,Chair,2,50,shipped"
		bought = "2026-03-15 1  ann@example.com: 1×Table=10000 2×Chair=5000 15000 GBP"
	)
	tests := map[string]struct {
		row  string
		want []string
	}{
		"of one thing":                         {"1,2026-03-20,ann@example.com,Chair,1,25,refunded", []string{bought, "2026-03-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP"}},
		"written as less":                      {"1,2026-03-20,ann@example.com,Chair,-1,-25,refunded", []string{bought, "2026-03-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP"}},
		"with less, and a count that does not": {"1,2026-03-20,ann@example.com,Chair,1,-25,refunded", []string{bought, "2026-03-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP"}},
		"of something else": {
			"1,2026-03-20,ann@example.com,Lamp,1,25,refunded",
			[]string{bought, "2026-03-20 1  ann@example.com: -1×Lamp=-2500 -2500 GBP", "2026-03-20 1  ann@example.com: 1×Lamp=2500 2500 GBP"},
		},
		"of more than there were": {
			"1,2026-03-20,ann@example.com,Chair,3,75,refunded",
			[]string{bought, "2026-03-20 1  ann@example.com: -3×Chair=-7500 -7500 GBP", "2026-03-20 1  ann@example.com: 3×Chair=7500 7500 GBP"},
		},
		"half a year after": {"1,2026-09-20,ann@example.com,Chair,1,25,refunded", []string{bought, "2026-09-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP"}},
		"long after": {
			"1,2027-04-20,ann@example.com,Chair,1,25,refunded",
			[]string{bought, "2027-04-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP", "2027-04-20 1  ann@example.com: 1×Chair=2500 2500 GBP"},
		},
	}
	for name, tt := range tests {
		for _, together := range []bool{true, false} {
			book := importingtest.NewShelf()
			file := importingtest.Table(header, table, chair, tt.row)
			if !together {
				importingtest.Take(t, book, importingtest.Table(header, table, chair))
				file = importingtest.Table(header, tt.row)
			}
			importingtest.Take(t, book, file)
			got := book.Sold()
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s, together %t: got\n%s\nwant\n%s", name, together, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			for _, p := range book.Bought {
				if p.IsReturn() && p.Returns.IsZero() {
					t.Errorf("%s, together %t: %+v does not say what it gives back", name, together, p)
				}
			}
			if again := importingtest.Take(t, book, file); again.Summary.Created+again.Summary.Updated != 0 || !slices.Equal(book.Sold(), got) {
				t.Errorf("%s, together %t, a second time: %+v, %q", name, together, again.Summary, book.Sold())
			}
		}
	}
}

func TestWhatElseAnOrderSaysWasRefundedStaysSoBesideARow(t *testing.T) {
	const (
		header = "Order,Date,Email,Item,Qty,Amount,Status"
		chair  = "1,2026-03-15,ann@example.com,Chair,1,50,refunded"
		row    = "1,2026-03-20,ann@example.com,Table,1,100,refunded"
	)
	want := []string{
		"2026-03-15 1  ann@example.com: -1×Chair=-5000 -5000 GBP", "2026-03-15 1  ann@example.com: 1×Table=10000 1×Chair=5000 15000 GBP",
		"2026-03-20 1  ann@example.com: -1×Table=-10000 -10000 GBP",
	}
	for _, status := range []string{"shipped", "refunded"} {
		book := importingtest.NewShelf()
		file := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,"+status, chair, row)
		importingtest.Take(t, book, file)
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("the table %s: got\n%s\nwant\n%s", status, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if again := importingtest.Take(t, book, file); again.Summary.Created+again.Summary.Updated != 0 {
			t.Errorf("the table %s, again: %+v, %q", status, again.Summary, book.Sold())
		}
	}
}

func TestAnOrderThatSaysItWasRefundedAndHasARowOfThatIsGivenBackOnce(t *testing.T) {
	const (
		header = "Order,Date,Email,Item,Qty,Amount,Status"
		sale   = "77,2026-03-15,ann@example.com,Table,1,100,refunded"
		back   = "77,2026-03-20,ann@example.com,Table,1,100,refunded"
	)
	once := []string{"2026-03-15 77  ann@example.com: 1×Table=10000 10000 GBP", "2026-03-20 77  ann@example.com: -1×Table=-10000 -10000 GBP"}
	before := []string{"2026-03-15 77  ann@example.com: -1×Table=-10000 -10000 GBP", "2026-03-15 77  ann@example.com: 1×Table=10000 10000 GBP"}
	for name, tt := range map[string]struct {
		imports [][]string
		want    []string
	}{
		"the oldest first":              {[][]string{{sale, back}}, once},
		"the newest first":              {[][]string{{back, sale}}, once},
		"the row again":                 {[][]string{{sale, back}, {back}}, once},
		"the row later":                 {[][]string{{sale}, {back}}, before},
		"the order first, then the row": {[][]string{{sale}, {back, sale}}, before},
	} {
		book := importingtest.NewShelf()
		var last importing.Source
		for _, lines := range tt.imports {
			last = importingtest.Table(append([]string{header}, lines...)...)
			importingtest.Take(t, book, last)
		}
		if got := book.Sold(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
		if again := importingtest.Take(t, book, last); again.Summary.Created+again.Summary.Updated != 0 {
			t.Errorf("%s, again: %+v, %q", name, again.Summary, book.Sold())
		}
	}
}

func TestTheSameFileASecondTimeGivesNothingBackAgain(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Order,Date,Email,Item,Qty,Amount,Status",
		"1,2026-03-15,ann@example.com,Table,1,100,refunded", "1,2026-03-15,ann@example.com,Chair,1,50,refunded", "1,2026-03-20,ann@example.com,Table,1,100,refunded")
	importingtest.Take(t, book, file)
	sold := book.Sold()
	for range 3 { // whichever of a day's receipts the book has first
		if p := importingtest.Take(t, book, file); p.Summary.Created+p.Summary.Updated != 0 || !slices.Equal(book.Sold(), sold) {
			t.Fatalf("%+v, %q, was %q", p.Summary, book.Sold(), sold)
		}
	}
}

func TestASaleAndTheRowThatRefundsItMayBeInTwoFiles(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	sale := importingtest.Table(header, "1,2026-03-15,ann@example.com,Chair,2,50,shipped")
	row := importingtest.Table(header, "1,2026-03-20,ann@example.com,Chair,1,25,refunded")
	want := []string{"2026-03-15 1  ann@example.com: 2×Chair=5000 5000 GBP", "2026-03-20 1  ann@example.com: -1×Chair=-2500 -2500 GBP"}
	for name, files := range map[string][]importing.Source{"the sale first": {sale, row}, "the row first": {row, sale}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
		if again := importingtest.Take(t, book, files...); again.Summary.Created+again.Summary.Updated != 0 {
			t.Errorf("%s, again: %+v, %q", name, again.Summary, book.Sold())
		}
	}
}
