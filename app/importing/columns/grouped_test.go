package columns_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestReportsInGroupsAreReadAsPlainTables(t *testing.T) {
	const quickBooks = ",Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance"
	mug := ",2026-03-13,Invoice,1,Mug,,2,5.00,10.00,10.00"
	pot := ",2026-03-14,Invoice,2,Pot,,1,7.00,7.00,17.00"
	ann, bob := "2026-03-13 1 Ann Bell: 2×Mug=1000 1000 GBP", "2026-03-14 2 Bob Hill: 1×Pot=700 700 GBP"
	for name, tt := range map[string]struct {
		lines []string
		want  []string
	}{
		"by customer, each with a sum": {
			[]string{
				"Sales by Customer Detail,,,,,,,,,", "Care & Co,,,,,,,,,", "", quickBooks,
				"Ann Bell,,,,,,,,,", mug, "Total for Ann Bell,,,,,,,,10.00,", "Bob Hill,,,,,,,,,", pot, "Total for Bob Hill,,,,,,,,7.00,",
				"TOTAL,,,,,,,,17.00,", "", "Friday 3 April 2026,,,,,,,,,",
			},
			[]string{ann, bob},
		},
		"by customer, without sums": {[]string{quickBooks, "Ann Bell,,,,,,,,,", mug, "Bob Hill,,,,,,,,,", pot}, []string{ann, bob}},
		"a customer below another, whose own go on behind": {
			[]string{
				quickBooks, "Bob Hill,,,,,,,,,", "Ann Bell,,,,,,,,,", mug, "Total for Ann Bell,,,,,,,,10.00,", pot, "Total for Bob Hill with sub-customers,,,,,,,,17.00,",
			},
			[]string{ann, bob},
		},
		"by what was sold": {
			[]string{
				",Date,Transaction Type,Num,Customer,Qty,Sales Price,Amount", "Mug,,,,,,,", ",2026-03-13,Invoice,1,Ann Bell,2,5.00,10.00", "Total for Mug,,,,,2,,10.00",
				"Pot,,,,,,,", ",2026-03-14,Invoice,2,Bob Hill,1,7.00,7.00", "Total for Pot,,,,,1,,7.00",
			},
			[]string{ann, bob},
		},
		"by a column that has a name, of another program": {
			[]string{
				"Customer ID;Date;Receipt;Item;Amount", "7;;;;", ";2026-03-13;1;Mug;10.00", ";2026-03-14;2;Pot;7.00", "Summe 7;;;;17.00", "8;;;;", ";2026-03-15;3;Pot;7.00",
			},
			[]string{"2026-03-13 1 7 7: 1×Mug=1000 1000 GBP", "2026-03-14 2 7 7: 1×Pot=700 700 GBP", "2026-03-15 3 8 8: 1×Pot=700 700 GBP"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.lines...))
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if said := importingtest.Problems(p); len(said) > 0 {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestATableThatIsNotAllInGroupsStaysAsItIs(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Customer ID;Date;Receipt;Item;Amount", "7;;;;", ";2026-03-13;1;Mug;10.00", "8;2026-03-14;2;Pot;7.00"))
	if got, want := book.Sold(), []string{"2026-03-14 2 8 8: 1×Pot=700 700 GBP"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
