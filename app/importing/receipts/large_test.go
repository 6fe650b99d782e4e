package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestNoSumOfMoneyRunsOver(t *testing.T) {
	for name, tt := range map[string]struct {
		rows     []string
		total    int64
		problems []string
	}{
		"cells beyond all money": {
			[]string{"1,2026-03-14,7,Mug,50000000000000000.00", "1,2026-03-14,7,Cup,50000000000000000.00", "1,2026-03-14,7,Bowl,5.00"},
			500,
			[]string{"import.row.number", "import.row.number"},
		},
		"one at the most":           {[]string{"1,2026-03-14,7,Mug,100000000000.00"}, app.MostMoney, nil},
		"one below nought":          {[]string{"1,2026-03-14,7,Mug,-100000000000.01", "1,2026-03-14,7,Cup,5.00"}, 500, []string{"import.row.number"}},
		"several that are too much": {[]string{"1,2026-03-14,7,Mug,100000000000.00", "1,2026-03-14,7,Cup,0.01"}, app.MostMoney, []string{"import.receipt.total-large"}},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(append([]string{"receipt,date,customer id,item,amount"}, tt.rows...)...))
			if got := book.BoughtBy(book.Named(t, "7").ID)["1"].Total; got != tt.total {
				t.Errorf("a total of %d, want %d", got, tt.total)
			}
			if got := importingtest.Problems(p); !slices.Equal(got, tt.problems) {
				t.Errorf("says %q, want %q", got, tt.problems)
			}
		})
	}
}
