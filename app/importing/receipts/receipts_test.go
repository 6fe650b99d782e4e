package receipts_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestLinesOfAReceiptBecomeOnePurchase(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:7")), importingtest.Table(
		"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Employee",
		"100,A1,Oak table,1,2026-03-13 10:00:00,249.995,7.0,Jim",
		"100,B2,Chair,4,2026-03-13 10:00:00,40,7.0,Jim",
		"101,B2,Chair,1.5,2026-03-14,40,7,",
	))
	got := book.BoughtBy(book.Named(t, "Ann Bell").ID)
	p := got["100"]
	if len(got) != 2 || p.Total != 25000+16000 || p.Currency != "GBP" || p.SoldBy != "Jim" || p.Day.String() != "2026-03-13" {
		t.Errorf("%d purchases, the first %+v", len(got), p)
	}
	want := []app.Line{
		{Item: "Oak table", Code: "A1", Quantity: app.One, Amount: 25000},
		{Item: "Chair", Code: "B2", Quantity: 4 * app.One, Amount: 16000},
	}
	if !slices.Equal(p.Lines, want) {
		t.Errorf("lines %+v, want %+v", p.Lines, want)
	}
	if q := got["101"].Lines[0]; q.Quantity != 1500 || q.Amount != 6000 {
		t.Errorf("one and a half chairs are %+v", q)
	}
}

func TestReturns(t *testing.T) {
	header := "receipt,date,customer id,item,quantity,price"
	tests := []struct {
		name  string
		lines []string
		back  string // the receipt that gives back
		gives string // what it gives back; "" if that cannot be told
	}{
		{"a negative quantity", []string{"1,2026-03-01,7,Cup,2,5", "2,2026-03-02,7,Cup,-1,5"}, "2", "1"},
		{"a number that begins with C", []string{"1,2026-03-01,7,Cup,2,5", "C2,2026-03-02,7,Cup,2,5"}, "C2", "1"},
		{"the latest purchase that has enough", []string{
			"1,2026-03-01,7,Cup,5,5", "2,2026-03-02,7,Cup,1,5", "3,2026-03-03,7,Cup,-4,5",
		}, "3", "1"},
		{"a purchase later than the return", []string{"2,2026-03-02,7,Cup,-1,5", "3,2026-03-03,7,Cup,5,5"}, "2", ""},
		{"another customer's purchase", []string{"1,2026-03-01,8,Cup,5,5", "2,2026-03-02,7,Cup,-1,5"}, "2", ""},
		{"another item", []string{"1,2026-03-01,7,Pot,5,5", "2,2026-03-02,7,Cup,-1,5"}, "2", ""},
		{"what was given back already", []string{
			"1,2026-03-01,7,Cup,2,5", "2,2026-03-02,7,Cup,-2,5", "3,2026-03-03,7,Cup,-1,5",
		}, "3", ""},
		{"a return before the purchase on the same day", []string{"2,2026-03-01 09:00,7,Cup,-1,5", "1,2026-03-01 10:00,7,Cup,5,5"}, "2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(append([]string{header}, tt.lines...)...))
			got := book.BoughtBy(book.Named(t, "7").ID)
			back := got[tt.back]
			if !back.IsReturn() || back.Total >= 0 {
				t.Fatalf("not a return: %+v", back)
			}
			if want := got[tt.gives].ID; back.Returns != want {
				t.Errorf("gives back %s, want %s", back.Returns, want)
			}
		})
	}
}

func TestAReturnInALaterFileFindsItsPurchaseInTheBook(t *testing.T) {
	book := importingtest.NewShelf()
	header := "receipt,date,customer id,item,quantity,price"
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-01,7,Cup,2,5"))
	importingtest.Take(t, book, importingtest.Table(header, "2,2026-03-02,7,Cup,-2,5"))
	got := book.BoughtBy(book.Named(t, "7").ID)
	if got["2"].Returns != got["1"].ID {
		t.Errorf("gives back %s, want %s", got["2"].Returns, got["1"].ID)
	}
}

func TestANumberThatNobodyKnowsBecomesACustomerAndTheCardFindsThem(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("receipt,date,customer id,item,amount", "1,2026-03-01,17850.0,Cup,5.00"))
	if p.Summary.NumberOnly != 1 || book.Named(t, "17850").Name.Full != "" {
		t.Errorf("%+v", p.Summary)
	}
	later := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:17850")))
	if got := importingtest.Actions(later); !slices.Equal(got, []importing.Action{importing.Update}) || len(book.Customers) != 1 {
		t.Errorf("the card: %v, %d customers", got, len(book.Customers))
	}
}

func TestPurchasesFindTheirCustomerByTelephoneAndMail(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Country = "GB"
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:020 7946 0290", "EMAIL:ann@example.com")))
	p := importingtest.Take(t, book, importingtest.Table(
		"order,date,name,phone,email,item,amount",
		"1,2026-03-01,Ann Bell,+44 20 7946 0290,,Cup,5.00",
		"2,2026-03-02,Ann Bell,,Ann@Example.com,Pot,9.00",
		"3,2026-03-03,Bob Bell,+44 20 7946 0290,,Jug,7.00",
		"4,2026-03-04,Just A Name,,,Jug,7.00",
	))
	if got := book.BoughtBy(book.Named(t, "Ann Bell").ID); len(got) != 2 {
		t.Errorf("Ann bought %d times", len(got))
	}
	if got := book.BoughtBy(book.Named(t, "Bob Bell").ID); len(got) != 1 || len(book.Customers) != 2 {
		t.Errorf("Bob bought %d times; %d customers", len(got), len(book.Customers))
	}
	if p.Summary.NoOneLines != 1 {
		t.Errorf("%d lines of nobody that can be told", p.Summary.NoOneLines)
	}
}

func TestAnotherExportOfAReceipt(t *testing.T) {
	header := "receipt,date,customer id,item,quantity,price"
	first := importingtest.Table(header, "1,2026-03-01,7,Cup,2,5")
	tests := []struct {
		name   string
		lines  []string
		action importing.Action
		total  int64
	}{
		{"the same", []string{"1,2026-03-01,7,Cup,2,5"}, importing.Same, 1000},
		{"with a line more", []string{"1,2026-03-01,7,Cup,2,5", "1,2026-03-01,7,Pot,1,9"}, importing.Update, 1900},
		{"with another price", []string{"1,2026-03-01,7,Cup,2,6"}, importing.Same, 1000},
		{"on another day, as tills that begin anew each day number them", []string{"1,2026-03-02,7,Cup,2,5"}, importing.Create, 1000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, first)
			p := importingtest.Take(t, book, importingtest.Table(append([]string{header}, tt.lines...)...))
			if got := importingtest.Actions(p); !slices.Equal(got, []importing.Action{tt.action}) {
				t.Errorf("got %v", got)
			}
			if total := book.Bought[p.Items[0].ID].Total; total != tt.total {
				t.Errorf("total %d, want %d", total, tt.total)
			}
		})
	}
	t.Run("twice in one import", func(t *testing.T) {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, first, first)
		if got := importingtest.Actions(p); !slices.Equal(got, []importing.Action{importing.Create, importing.Same}) || len(book.Bought) != 1 {
			t.Errorf("got %v, %d purchases", got, len(book.Bought))
		}
	})
}

func TestReceiptsWithoutANumberAreTakenByDay(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("date,customer id,item,amount", "2026-03-01,7,Cup,5.00", "2026-03-01,7,Pot,9.00", "2026-03-02,7,Jug,7.00")
	importingtest.Take(t, book, file)
	if len(book.Bought) != 2 {
		t.Errorf("%d purchases", len(book.Bought))
	}
	if p := importingtest.Take(t, book, file); p.Summary.Same != 2 || len(book.Bought) != 2 {
		t.Errorf("again: %+v", p.Summary)
	}
}

func TestAWebShopNamesTheCustomerOnTheFirstLineOnly(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Currency,Total,Billing Name",
		"#1001,ann@example.com,2025-10-07 09:50:26 +0200,1,Cup,5.00,EUR,14.00,Ann Bell",
		"#1001,,,1,Pot,9.00,,,",
		"#1002,,2025-10-08 09:50:26 +0200,1,Jug,7.00,EUR,7.00,",
	))
	got := book.BoughtBy(book.Named(t, "Ann Bell").ID)["#1001"]
	if len(got.Lines) != 2 || got.Total != 1400 || got.Currency != "EUR" {
		t.Errorf("got %+v", got)
	}
	if p.Summary.NoOneLines != 1 {
		t.Errorf("%d lines of nobody, want the last", p.Summary.NoOneLines)
	}
}

func TestLinesThatCannotBeReadAreLeftOutWithTheirNumber(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(
		"receipt,date,customer id,item,quantity,price",
		"1,2026-02-30,7,Cup,2,5",
		"2,2026-03-01,7,Cup,two,5",
		"3,2026-03-01,7,Cup,2,cheap",
		"4,2026-03-01,7,Cup,2,5",
		"5,2026-03-01,7",
		"6,2026-03-01,,Cup,1,5",
	))
	if len(book.Bought) != 1 || p.Summary.BadLines != 4 || p.Summary.Rejected != 4 || p.Summary.NoOneLines != 1 {
		t.Errorf("%d purchases, %+v", len(book.Bought), p.Summary)
	}
	for i, line := range []int{2, 3, 4} {
		item := p.Items[i]
		if item.Action != importing.Reject || item.Line != line || item.Index != i || item.Problems[0].Args["Line"] != line {
			t.Errorf("item %d: %+v", i, item)
		}
	}
}

func TestMoneyIsReadAsItsColumnIsWritten(t *testing.T) {
	tests := []struct {
		name, price, currency string
		want                  int64
	}{
		{"a decimal comma", "\"1.234,50\"", "EUR", 123450},
		{"a decimal point", "\"1,234.50\"", "EUR", 123450},
		{"a currency without cents", "1234", "JPY", 1234},
		{"a currency of three places", "1.2345", "KWD", 1235},
		{"a currency sign", "$8.00", "USD", 800},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table("receipt,date,customer id,item,price,currency", "1,2026-03-01,7,Cup,"+tt.price+","+tt.currency))
			if p := book.BoughtBy(book.Named(t, "7").ID)["1"]; p.Total != tt.want || p.Currency != tt.currency {
				t.Errorf("got %d %s, want %d %s", p.Total, p.Currency, tt.want, tt.currency)
			}
		})
	}
}

func TestAnItemOf10000LettersIsCutAndSaid(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("date,customer id,item", "2026-03-01,7,"+strings.Repeat("ä", 10_000)))
	if !slices.Equal(importingtest.Problems(p), []string{"import.row.shortened"}) {
		t.Errorf("problems: %v", importingtest.Problems(p))
	}
	if got := book.BoughtBy(book.Named(t, "7").ID)[""].Lines[0].Item; len([]rune(got)) != 500 {
		t.Errorf("%d letters are kept", len([]rune(got)))
	}
}

func TestADayYearsAheadIsASlip(t *testing.T) {
	o := importing.Options{Clock: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}
	p := importingtest.Look(t, importingtest.NewShelf(), o, importingtest.Table("Date,Customer ID,Item", "2126-03-01,7,Cup", "2027-03-01,7,Pot"))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.row.future"}) || p.Summary.Receipts.Created != 1 {
		t.Errorf("said %q: %+v", got, p.Summary.Receipts)
	}
}
