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
		woo    = "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Order Total Amount,Order Refund Amount,SKU,Item Name,Quantity (- Refund),Item Cost"
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
			[]string{"1,Refunded,2026-03-01 10:00,,,a@x.example,20,20,M1,Mug,0,10", "2,Completed,2026-03-02 10:00,,,a@x.example,20,0,M1,Mug,2,10"},
			[]string{"2026-03-01 1  a@x.example: -2000 GBP", "2026-03-01 1  a@x.example: 0×Mug=0 2000 GBP", "2026-03-02 2  a@x.example: 2×Mug=2000 2000 GBP"},
		},
		"that counts it no more, and has no money": {
			header,
			[]string{"1,2026-03-01,a@x.example,Mug,0,0,Refunded", "2,2026-03-02,a@x.example,Mug,1,5,Paid"},
			[]string{"2026-03-01 1  a@x.example: -1×Mug=0 0 GBP", "2026-03-01 1  a@x.example: 0×Mug=0 0 GBP", "2026-03-02 2  a@x.example: 1×Mug=500 500 GBP"},
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
