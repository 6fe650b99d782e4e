package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestNobodyBoughtTheSumOfAReceiptOrWhatItWasPaidWith(t *testing.T) {
	const header = "Receipt,Date,Email,Item,Qty,Amount"
	const first, chair = "1,2026-03-15,ann@example.com,Table,1,100", "1,2026-03-15,ann@example.com,Chair,2,50"
	const sold = "2026-03-15 1  ann@example.com: 1×Table=10000 2×Chair=5000 15000 GBP"
	tests := map[string]struct {
		lines []string
		want  string
		said  []string
	}{
		"the sum, without a day":     {[]string{first, chair, "1,,,Total,,150"}, sold, nil},
		"the sum, with all the rest": {[]string{first, chair, "1,2026-03-15,ann@example.com,Summe,,150"}, sold, nil},
		"what is left to pay":        {[]string{first, chair, "1,2026-03-15,ann@example.com,Balance due,,150"}, sold, nil},
		"sums before and after the tax": {
			[]string{first, chair, "1,2026-03-15,ann@example.com,Subtotal,,150", "1,2026-03-15,ann@example.com,Tax,,30", "1,2026-03-15,ann@example.com,Total,,180"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 2×Chair=5000 1×Tax=3000 18000 GBP", nil,
		},
		"paid in cash": {[]string{first, chair, "1,2026-03-15,ann@example.com,Cash,1,-150"}, sold, nil},
		"paid in cash, with change": {
			[]string{first, chair, "1,2026-03-15,ann@example.com,Cash,1,-200", "1,2026-03-15,ann@example.com,Change,1,50"}, sold, nil,
		},
		"paid in cash, written as what was bought":     {[]string{first, chair, "1,2026-03-15,ann@example.com,Cash,,150"}, sold, nil},
		"paid in two ways, written as what was bought": {[]string{first, chair, "1,,,VISA **** 1234,,100", "1,,,Cash,,50"}, sold, nil},
		"paid with a card and in cash": {
			[]string{first, chair, "1,,,Cash,1,-60", "1,,,Card,1,-90"}, sold, nil,
		},
		"a gift card that was bought, and cash": {
			[]string{"1,2026-03-15,ann@example.com,Tea,1,10", "1,,,Gift card,1,50", "1,,,Cash,,60"},
			"2026-03-15 1  ann@example.com: 1×Tea=1000 1×Gift card=5000 6000 GBP", nil,
		},
		"a card that was bought, and cash taken from it": {
			[]string{"1,2026-03-15,ann@example.com,Tea,1,10", "1,,,Card,1,3", "1,,,Cash,1,-13"},
			"2026-03-15 1  ann@example.com: 1×Tea=1000 1×Card=300 1300 GBP", nil,
		},
		"cash that does not come to what was bought": {
			[]string{first, "1,2026-03-15,ann@example.com,Cash,1,20"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 1×Cash=2000 12000 GBP",
			[]string{"import.receipt.no-payment"},
		},
		"the sum above what was bought": {[]string{"1,2026-03-15,ann@example.com,Total,,150", first, chair}, sold, nil},
		"the sum, a cent off":           {[]string{first, chair, "1,2026-03-15,ann@example.com,Total,,150.01"}, sold, nil},
		"a sum in more words":           {[]string{first, chair, "1,2026-03-15,ann@example.com,Total incl. VAT,,150"}, sold, nil},
		"goods that are called as if they were a sum": {
			[]string{first, "1,2026-03-15,ann@example.com,Total Eclipse poster,1,5"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 1×Total Eclipse poster=500 10500 GBP", nil,
		},
		"a card was brought back": {
			[]string{"1,2026-03-15,ann@example.com,Pen,1,3", "1,2026-03-15,ann@example.com,Card,-1,-3"},
			"2026-03-15 1  ann@example.com: 1×Pen=300 -1×Card=-300 0 GBP", nil,
		},
		"all was brought back and paid out": {
			[]string{"1,2026-03-15,ann@example.com,Table,-1,-100", "1,2026-03-15,ann@example.com,Total,,-100", "1,2026-03-15,ann@example.com,Cash,,100"},
			"2026-03-15 1  ann@example.com: -1×Table=-10000 -10000 GBP", nil,
		},
		"what is only called so was bought": {
			[]string{first, "1,2026-03-15,ann@example.com,Total,1,5"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 1×Total=500 10500 GBP",
			[]string{"import.receipt.no-sum"},
		},
		"a card was bought": {
			[]string{first, "1,2026-03-15,ann@example.com,Card,1,90"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 1×Card=9000 19000 GBP", nil,
		},
		"a voucher took something off": {
			[]string{first, chair, "1,2026-03-15,ann@example.com,Voucher,1,-20"},
			"2026-03-15 1  ann@example.com: 1×Table=10000 2×Chair=5000 1×Voucher=-2000 13000 GBP", nil,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			file := importingtest.Table(append([]string{header}, tt.lines...)...)
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, file)
			if got := book.Sold(); !slices.Equal(got, []string{tt.want}) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, tt.said) {
				t.Errorf("said %q", got)
			}
			if again := importingtest.Take(t, book, file); again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("a second time: %+v", again.Summary)
			}
		})
	}
}

func TestWhatATillWritesBelowEveryReceiptAsPaidWasNotBought(t *testing.T) {
	const header = "Receipt,Date,Email,Item,Qty,Amount"
	lines := []string{header}
	for _, n := range []string{"1", "2", "3"} {
		lines = append(lines, n+",2026-03-15,ann@example.com,Pen,1,"+n, n+",,,Ink,1,2.50", n+",,,Card,,")
	}
	for i, sum := range map[int]string{3: "3.50", 6: "4.50", 9: "5.50"} {
		lines[i] += sum
	}
	lines = append(lines, "4,2026-03-15,ann@example.com,Pen,1,9", "4,,,Cash,,10", "5,2026-03-15,ann@example.com,Pen,-1,-9", "5,,,Cash,-1,-9")
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(lines...))
	want := []string{
		"2026-03-15 1  ann@example.com: 1×Pen=100 1×Ink=250 350 GBP", "2026-03-15 2  ann@example.com: 1×Pen=200 1×Ink=250 450 GBP",
		"2026-03-15 3  ann@example.com: 1×Pen=300 1×Ink=250 550 GBP", "2026-03-15 4  ann@example.com: 1×Pen=900 900 GBP",
		"2026-03-15 5  ann@example.com: -1×Pen=-900 -900 GBP",
	}
	if got := book.Sold(); !slices.Equal(got, want) || p.Summary.NoSaleLines != 5 {
		t.Errorf("%q, %+v", got, p.Summary)
	}
	lines = []string{header, "1,2026-03-15,ann@example.com,Pen,1,3", "1,,,Card,1,3", "2,2026-03-15,ann@example.com,Pen,1,3", "2,,,Card,1,4"}
	book = importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(lines...))
	want = []string{"2026-03-15 1  ann@example.com: 1×Pen=300 1×Card=300 600 GBP", "2026-03-15 2  ann@example.com: 1×Pen=300 1×Card=400 700 GBP"}
	if got := book.Sold(); !slices.Equal(got, want) {
		t.Errorf("a shop of cards: %q", got)
	}
}

func TestTheTotalOfALineThatIsASumDoesNotTellOfWhatTheColumnIs(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Receipt,Date,Email,Item,Qty,Amount,Order total",
		"1,2026-03-15,ann@example.com,Table,1,100,100", "1,2026-03-15,ann@example.com,Total,,100,100"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 1×Table=10000 10000 GBP"}) {
		t.Errorf("%q", got)
	}
}

func TestAPaymentThatItsSortCallsSoIsNotBought(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Receipt,Date,Email,Item,Qty,Amount,Type",
		"1,2026-03-15,ann@example.com,Table,1,100,Item", "1,2026-03-15,ann@example.com,VAT,,20,Tax",
		"1,2026-03-15,ann@example.com,Total,,120,Total", "1,2026-03-15,ann@example.com,Visa,,120,Payment"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 1×Table=10000 1×VAT=2000 12000 GBP"}) {
		t.Errorf("%q", got)
	}
}
