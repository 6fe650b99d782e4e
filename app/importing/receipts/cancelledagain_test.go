package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestOneOfTwoOfAThingThatWasCancelledIsNotSoldAndGivenBackByTheSameFileAgain(t *testing.T) {
	const header = "order,date,email,item,qty,amount,line status"
	tests := map[string]struct {
		before, rows []string
		want         []string
	}{
		"with another of it": {
			nil,
			[]string{"1,2026-03-01,a@x.example,Mug,1,10,Shipped", "1,2026-03-01,a@x.example,Mug,1,10,Cancelled"},
			[]string{"2026-03-01 1  a@x.example: 1×Mug=1000 1000 GBP"},
		},
		"with more of it and other things": {
			nil,
			[]string{"1,2026-03-01,a@x.example,Mug,2,20,Shipped", "1,2026-03-01,a@x.example,Mug,1,10,Cancelled", "1,2026-03-01,a@x.example,Plate,1,25,Shipped"},
			[]string{"2026-03-01 1  a@x.example: 2×Mug=2000 1×Plate=2500 4500 GBP"},
		},
		"of those that came in before": {
			[]string{"1,2026-03-01,a@x.example,Mug,2,20,Shipped", "1,2026-03-01,a@x.example,Plate,1,25,Shipped"},
			[]string{"1,2026-03-01,a@x.example,Mug,1,10,Shipped", "1,2026-03-01,a@x.example,Mug,1,10,Cancelled", "1,2026-03-01,a@x.example,Plate,1,25,Shipped"},
			[]string{"2026-03-01 1  a@x.example: -1×Mug=-1000 -1000 GBP", "2026-03-01 1  a@x.example: 2×Mug=2000 1×Plate=2500 4500 GBP"},
		},
	}
	for name, tt := range tests {
		book := importingtest.NewShelf()
		if tt.before != nil {
			importingtest.Take(t, book, importingtest.Table(append([]string{header}, tt.before...)...))
		}
		var told []string
		for range 3 {
			told = importingtest.Problems(importingtest.Take(t, book, importingtest.Table(append([]string{header}, tt.rows...)...)))
		}
		if got := book.Sold(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
		if tt.before == nil && !slices.Contains(told, "import.row.undone-alone") {
			t.Errorf("%s: told %q", name, told)
		}
	}
}
