package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestARefundedOrderReadAgainIsNotGivenBackASecondTime(t *testing.T) {
	const (
		header = "order,date,email,item,qty,amount,status"
		woo    = "order number,order date,email,order status,order total amount,item name,quantity (- refund),item cost"
	)
	tests := map[string]struct {
		header string
		rows   []string
		want   []string
	}{
		"with something taken off as if it had been brought back": {
			header,
			[]string{"1,2026-03-01,a@x.example,Mug,1,10,Refunded", "1,2026-03-01,a@x.example,Coupon,-1,-2,Refunded"},
			[]string{"2026-03-01 1  a@x.example: -1×Mug=-1000 -800 GBP", "2026-03-01 1  a@x.example: 1×Mug=1000 -1×Coupon=-200 800 GBP"},
		},
		"that counts what was given back no more": {
			woo,
			[]string{"1,2026-03-01,a@x.example,Refunded,20,Mug,0,10", "2,2026-03-02,a@x.example,Completed,20,Mug,2,10"},
			[]string{"2026-03-01 1  a@x.example: -2000 GBP", "2026-03-01 1  a@x.example: 0×Mug=0 2000 GBP", "2026-03-02 2  a@x.example: 2×Mug=2000 2000 GBP"},
		},
		"that counts it no more, and has no money": {
			header,
			[]string{"1,2026-03-01,a@x.example,Mug,0,0,Refunded"},
			[]string{"2026-03-01 1  a@x.example: -1×Mug=0 0 GBP", "2026-03-01 1  a@x.example: 0×Mug=0 0 GBP"},
		},
	}
	for name, tt := range tests {
		book := importingtest.NewShelf()
		file := importingtest.Table(append([]string{tt.header}, tt.rows...)...)
		for range 3 {
			importingtest.Take(t, book, file)
		}
		if got := book.Sold(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
		if got := book.GivenBack(); !slices.Equal(got, []string{"2026-03-01 1 gives back 2026-03-01 1"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
