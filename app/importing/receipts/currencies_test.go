package receipts_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/importingtest"
)

func TestAnAmountIsInTheCurrencyThatItSays(t *testing.T) {
	tests := []struct {
		name, shop, amount, said string
		want                     string // amount in minor units and currency; or the error's key
	}{
		{"nothing said is the shop's", "EUR", "12.50", "", "1250 EUR"},
		{"a sign before", "EUR", "£12.50", "", "1250 GBP"},
		{"a code before", "EUR", "USD 12.50", "", "1250 USD"},
		{"a code behind", "EUR", "12.50 GBP", "", "1250 GBP"},
		{"złoty", "EUR", "12.50 zł", "", "1250 PLN"},
		{"yen have no cents", "EUR", "¥1250", "usd", "error.import.currency"},
		{"yen as the person says", "EUR", "¥1250", "jpy", "1250 JPY"},
		{"yuan of a shop in China", "CNY", "¥12.50", "", "1250 CNY"},
		{"dollars of a shop that has dollars", "CAD", "$8.00", "", "800 CAD"},
		{"dollars of a shop that has others", "CAD", "US$8.00", "", "800 USD"},
		{"dollars of a shop that has none are asked for", "EUR", "$8.00", "", "error.import.currency"},
		{"dollars as the person says", "EUR", "$8.00", "usd", "800 USD"},
		{"crowns of a shop in Norway", "NOK", "kr 125", "", "12500 NOK"},
		{"crowns of a shop that has none are asked for", "EUR", "125 kr", "", "error.import.currency"},
		{"a word that is no currency is the shop's", "EUR", "12.50 net", "", "1250 EUR"},
		{"what the person says of amounts that say nothing", "EUR", "12.50", "usd", "1250 USD"},
		{"what an amount says goes before what the person says", "EUR", "£12.50", "usd", "1250 GBP"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = tt.shop
			var o importing.Options
			if tt.said != "" {
				m, err := columns.ParseMapping("Price=price:" + tt.said)
				if err != nil {
					t.Fatal(err)
				}
				o.Map = append(o.Map, m)
			}
			importer := importing.New(book, book.IDs)
			p, err := importer.Read(t.Context(), []importing.Source{importingtest.Table("Customer ID,Date,Receipt,Item,Qty,Price", "7,2026-04-03,R1,Mug,1,"+tt.amount)}, o)
			var e *app.Error
			if errors.As(err, &e) {
				if e.Key != tt.want {
					t.Errorf("%v", err)
				}
				return
			}
			if _, err := importer.Commit(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			if got := book.Sold(); len(got) != 1 || !strings.HasSuffix(got[0], " "+tt.want) {
				t.Errorf("%q, want %s", got, tt.want)
			}
		})
	}
}

func TestAColumnOfCurrenciesMustAgreeWithTheAmounts(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Customer ID,Date,Receipt,Item,Qty,Price,Currency",
		"7,2026-04-03,R1,Mug,1,$12.50,USD", "7,2026-04-03,R2,Mug,1,$12.50,EUR", "7,2026-04-03,R3,Mug,1,12.50,Taler", "7,2026-04-03,R4,Mug,1,12.50,€"))
	want := []string{"2026-04-03 R1 7 7: 1×Mug=1250 1250 USD", "2026-04-03 R4 7 7: 1×Mug=1250 1250 EUR"}
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if p.Summary.BadLines != 2 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAnAmountIsInTheCurrencyOfTheColumnThatSaysItAgain(t *testing.T) {
	const woo = `Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution`
	const plain = "Customer ID,Date,Receipt,Item,Qty,Amount,Shown as"
	tests := []struct {
		name, header string
		rows         []string
		want         []string // amount in minor units and currency; or the error's key
	}{
		{"as WooCommerce writes it", woo, []string{`2026-04-03 10:11:12,1201,"£50.00",completed,Anna Bell,new,"1× Mug",1,,50,Direct`}, []string{"5000 GBP"}},
		{"each row by its own", plain, []string{"7,2026-04-03,R1,Mug,1,12.5,£12.50", `7,2026-04-03,R2,Mug,1,1250.5,"1.250,50 zł"`, "7,2026-04-03,R3,Mug,1,12.5,"}, []string{"1250 GBP", "125050 PLN", "1250 EUR"}},
		{"not where it says another amount in one row", plain, []string{"7,2026-04-03,R1,Mug,1,12.5,£12.50", "7,2026-04-03,R2,Mug,1,12.5,£11.50"}, []string{"1250 EUR", "1250 EUR"}},
		{"not where it names no currency in one row", plain, []string{"7,2026-04-03,R1,Mug,1,12.5,£12.50", "7,2026-04-03,R2,Mug,1,12.5,12.50"}, []string{"1250 EUR", "1250 EUR"}},
		{"a sign of several is asked for", plain, []string{"7,2026-04-03,R1,Mug,1,12.5,$12.50"}, []string{"error.import.currency"}},
		{"but not where the column says another amount below", plain, []string{"7,2026-04-03,R1,Mug,1,12.5,$12.50", "7,2026-04-03,R2,Mug,1,12.5,$1"}, []string{"1250 EUR", "1250 EUR"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = "EUR"
			importer := importing.New(book, book.IDs)
			p, err := importer.Read(t.Context(), []importing.Source{importingtest.Table(append([]string{tt.header}, tt.rows...)...)}, importing.Options{})
			var e *app.Error
			if errors.As(err, &e) {
				if e.Key != tt.want[0] {
					t.Errorf("%v", err)
				}
				return
			}
			if _, err := importer.Commit(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, sold := range book.Sold() {
				words := strings.Fields(sold)
				got = append(got, strings.Join(words[len(words)-2:], " "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestAColumnThatSaysAnotherAmountFarBelowSaysNoCurrency(t *testing.T) {
	rows := []string{"Customer ID,Date,Receipt,Item,Qty,Amount,Shown as"}
	for range 30 {
		rows = append(rows, "7,2026-04-03,R"+strconv.Itoa(len(rows))+",Mug,1,12.5,$12.50")
	}
	book := importingtest.NewShelf()
	book.Settings.Currency = "EUR"
	importingtest.Take(t, book, importingtest.Table(append(rows, "7,2026-04-03,S1,Mug,1,12.5,$1")...))
	got := book.Sold()
	if len(got) != 31 || slices.ContainsFunc(got, func(sold string) bool { return !strings.HasSuffix(sold, " 1250 EUR") }) {
		t.Errorf("%q", got)
	}
}

func TestAWorkbookSaysItsCurrencyByTheFormatOfItsCells(t *testing.T) {
	for format, want := range map[string]string{
		`[$$-409]#,##0.00`:        "1234500 USD",
		`#,##0.00 [$€-407]`:       "1234500 EUR",
		`"£"#,##0.00`:             "1234500 GBP",
		`_-[$kr-414]* #,##0.00_-`: "1234500 NOK",
		`[$USD] 0.00`:             "1234500 USD",
		`0.00" kg"`:               "1234500 EUR",
		`#,##0.00`:                "1234500 EUR",
		`[$¥-411]#,##0`:           "12345 JPY",
		`[$$-en-CA]#,##0.00`:      "1234500 CAD",
		`[$kr-da-DK] #,##0.00`:    "1234500 DKK",
		`[$€-x-euro2] #,##0.00`:   "1234500 EUR",
		`[$£-en]#,##0.00`:         "1234500 GBP",
		`_-* #,##0.00\ "zł"_-`:    "1234500 PLN",
	} {
		t.Run(format, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = "EUR"
			importingtest.Take(t, book, importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
				importingtest.RowsOf(t, f, "Sheet1", 1,
					[]any{"Customer ID", "Date", "Receipt", "Item", "Qty", "Price"}, []any{"7", "2026-04-03", "R1", "Mug", 1, 12345})
				importingtest.Styled(t, f, "F2", format)
			}))
			if got := book.Sold(); len(got) != 1 || !strings.HasSuffix(got[0], " "+want) {
				t.Errorf("%q, want %s", got, want)
			}
		})
	}
}

func TestAWorkbooksNumbersKeepTheirDecimalsBesideACurrency(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Customer ID", "Date", "Receipt", "Item", "Qty", "Price"}, []any{"7", "2026-04-03", "R1", "Mug", 1, 1.234})
		importingtest.Styled(t, f, "F2", `[$€-407] 0.000`)
	}))
	if got := book.Sold(); len(got) != 1 || !strings.HasSuffix(got[0], " 123 EUR") {
		t.Errorf("%q", got)
	}
}

func TestTheCurrencyFormatsThatAreBuiltInAreTheShops(t *testing.T) {
	for _, id := range []int{5, 7, 8, 42, 44} {
		book := importingtest.NewShelf()
		book.Settings.Currency = "EUR"
		importingtest.Take(t, book, importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
			importingtest.RowsOf(t, f, "Sheet1", 1, []any{"Customer ID", "Date", "Receipt", "Item", "Qty", "Price"}, []any{"7", "2026-04-03", "R1", "Mug", 1, 12345.5})
			style, err := f.NewStyle(&excelize.Style{NumFmt: id})
			if err == nil {
				err = f.SetCellStyle("Sheet1", "F2", "F2", style)
			}
			if err != nil {
				t.Fatal(err)
			}
		}))
		if got := book.Sold(); len(got) != 1 || !strings.HasSuffix(got[0], " 1234550 EUR") {
			t.Errorf("%d: %q", id, got)
		}
	}
}
