package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhatAnOrderAndARowOfLessThanNothingSayCameBackOnce(t *testing.T) {
	const (
		header = "Order,Date,Email,Item,Amount,Status"
		sale   = "77,2026-03-15,ann@example.com,Table,100,refunded"
		row    = "77,2026-03-20,ann@example.com,Table,-100,refunded"
		money  = "77,2026-03-20,ann@example.com,,-100,refunded"
		part   = "77,2026-03-20,ann@example.com,,-30,refunded"
		bought = "2026-03-15 77  ann@example.com: 1×Table=10000 10000 GBP"
		back   = "2026-03-20 77  ann@example.com: -1×Table=-10000 -10000 GBP"
		then   = "2026-03-15 77  ann@example.com: -1×Table=-10000 -10000 GBP"
	)
	once, before := []string{bought, back}, []string{then, bought}
	file := func(lines ...string) importing.Source {
		return importingtest.Table(append([]string{header}, lines...)...)
	}
	for name, tt := range map[string]struct {
		imports [][]importing.Source
		want    []string
	}{
		"in one file":                      {[][]importing.Source{{file(sale, row)}}, once},
		"a row that names no thing":        {[][]importing.Source{{file(sale, money)}}, once},
		"the newest first":                 {[][]importing.Source{{file(row, sale)}}, once},
		"in two files of one import":       {[][]importing.Source{{file(sale), file(row)}}, once},
		"in two files, the row first":      {[][]importing.Source{{file(money), file(sale)}}, once},
		"the row in a later import":        {[][]importing.Source{{file(sale)}, {file(row)}}, before},
		"without a thing, in a later one":  {[][]importing.Source{{file(sale)}, {file(money)}}, before},
		"the order, then both":             {[][]importing.Source{{file(sale)}, {file(sale, row)}}, before},
		"the order as it was, then both":   {[][]importing.Source{{file(strings.Replace(sale, "refunded", "shipped", 1))}, {file(sale, row)}}, once},
		"an order that does not say it":    {[][]importing.Source{{file(strings.Replace(sale, "refunded", "shipped", 1), money)}}, once},
		"the row alone, then the order so": {[][]importing.Source{{file(strings.Replace(sale, "refunded", "shipped", 1))}, {file(money)}}, once},
		"a part of the money": {
			[][]importing.Source{{file(sale, part)}},
			[]string{"2026-03-15 77  ann@example.com: -7000 GBP", bought, "2026-03-20 77  ann@example.com: -1×=-3000 -3000 GBP"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			var last []importing.Source
			for _, files := range tt.imports {
				importingtest.Take(t, book, files...)
				last = files
			}
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			for _, p := range book.Bought {
				if p.IsReturn() && p.Returns.IsZero() {
					t.Errorf("%+v does not say what it gives back", p)
				}
			}
			if again := importingtest.Take(t, book, last...); again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("again: %+v, %q", again.Summary, book.Sold())
			}
		})
	}
}

func TestThingsThatAListGivesBackAreThings(t *testing.T) {
	unpriced := importingtest.NewShelf()
	importingtest.Take(t, unpriced, importingtest.Table("Order,Date,Email,Products",
		`1,2026-03-15,ann@example.com,"2× Mug, 1× Plate"`, `2,2026-03-20,ann@example.com,"-1× Mug, -1× Plate"`))
	if got, want := unpriced.Sold()[1], "2026-03-20 2  ann@example.com: -1×Mug=0 -1×Plate=0 0 GBP"; got != want {
		t.Errorf("without a price got %s, want %s", got, want)
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Products,Total",
		`1,2026-03-15,ann@example.com,"2× Mug, 1× Plate",40`, `1,2026-03-20,ann@example.com,"-1× Mug, -1× Plate",-30`, `2,2026-03-21,ann@example.com,"1× Mug",10`))
	want := []string{
		"2026-03-15 1  ann@example.com: 2×Mug=0 1×Plate=0 4000 GBP", "2026-03-20 1  ann@example.com: -1×Mug=0 -1×Plate=0 -3000 GBP",
		"2026-03-21 2  ann@example.com: 1×Mug=0 1000 GBP",
	}
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAReturnIsPaidBackWithWhatOtherReceiptsWerePaidWith(t *testing.T) {
	const header = "Bon,Datum,E-Mail,Artikel,Anzahl,Gesamt"
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header,
		"1,2026-03-15,ann@example.com,Tasse,1,5", "1,2026-03-15,ann@example.com,Summe,,5", "1,2026-03-15,ann@example.com,Bar,,5",
		"2,2026-03-16,ann@example.com,Tasse,-1,-5", "2,2026-03-16,ann@example.com,Bar,,-5",
		"3,2026-03-17,ann@example.com,Teller,-1,-7", "3,2026-03-17,ann@example.com,Karte,-1,-7"))
	want := []string{
		"2026-03-15 1  ann@example.com: 1×Tasse=500 500 EUR", "2026-03-16 2  ann@example.com: -1×Tasse=-500 -500 EUR",
		"2026-03-17 3  ann@example.com: -1×Teller=-700 -1×Karte=-700 -1400 EUR",
	}
	got := book.Sold()
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], "GBP", "EUR")
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheMoneyPaidBackIsFoundByAmountsUnderAWordForIt(t *testing.T) {
	for name, tt := range map[string]struct {
		column, cell string
		back         bool
	}{
		"in words of a till":   {"Refunded", "5.00", true},
		"in another language":  {"Rückerstattung", "5.00", true},
		"with a currency":      {"Refund", "£5.00", true},
		"a count is none":      {"Refunds", "1", false},
		"a day is none":        {"Refund", "2026-03-20", false},
		"nor is another money": {"Deposit", "5.00", false},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,Qty,Total,"+tt.column,
				"1,2026-03-15,ann@example.com,Mug,2,10.00,"+tt.cell, "2,2026-03-16,bob@example.com,Vase,1,50.00,"))
			if got := slices.Contains(book.Sold(), "2026-03-15 1  ann@example.com: -500 GBP"); got != tt.back {
				t.Errorf("%q", book.Sold())
			}
		})
	}
}
