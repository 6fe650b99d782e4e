package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWhatWasPaidWithTwoThingsWasBoughtOnce(t *testing.T) {
	const (
		card = "2026-03-15 55  ann@example.com: 1×Card=15000 15000 GBP"
		both = "2026-03-15 55  ann@example.com: 1×Card=15000 1×Mug=1000 16000 GBP"
		mugs = "2026-03-15 55  ann@example.com: 1×Mug=1000 1×Mug=1000 2000 GBP"
	)
	for name, tt := range map[string]struct {
		header string
		lines  []string
		want   string
		noSale int
	}{
		"what was paid beside the line": {"Sale ID,Date,Email,Item,Quantity,Amount,Amount Paid,Payment Method", []string{"55,2026-03-15,ann@example.com,Card,1,150.00,100.00,Visa", "55,2026-03-15,ann@example.com,Card,1,150.00,50.00,Gift card"}, card, 1},
		"named by itself":               {"Sale ID,Date,Email,Item,Quantity,Item Total,Total Paid w/ Payment Method,Payment Method", []string{"55,2026-03-15,ann@example.com,Card,1,150.00,100.00,Visa", "55,2026-03-15,ann@example.com,Card,1,150.00,50.00,Visa"}, card, 1},
		"which is the only total":       {"Sale ID,Date,Email,Item,Quantity,Item Total,Total Paid,Payment Method", []string{"55,2026-03-15,ann@example.com,Card,1,150.00,100.00,Visa", "55,2026-03-15,ann@example.com,Card,1,150.00,50.00,Gift card"}, card, 1},
		"one line of two":               {"Sale ID,Date,Email,Item,Quantity,Amount,Amount Paid,Payment Method", []string{"55,2026-03-15,ann@example.com,Card,1,150.00,100.00,Visa", "55,2026-03-15,ann@example.com,Card,1,150.00,50.00,Gift card", "55,2026-03-15,ann@example.com,Mug,1,10.00,10.00,Visa"}, both, 1},
		"the same thing twice":          {"Sale ID,Date,Email,Item,Quantity,Amount,Amount Paid,Payment Method", []string{"55,2026-03-15,ann@example.com,Mug,1,10.00,20.00,Visa", "55,2026-03-15,ann@example.com,Mug,1,10.00,20.00,Visa"}, mugs, 0},
		"each with something else":      {"Sale ID,Date,Email,Item,Quantity,Amount,Amount Paid,Payment Method", []string{"55,2026-03-15,ann@example.com,Mug,1,10.00,10.00,Visa", "55,2026-03-15,ann@example.com,Mug,1,10.00,10.00,Cash"}, mugs, 0},
		"which the receipt comes to":    {"Sale ID,Date,Email,Item,Quantity,Amount,Amount Paid,Payment Method,Order Total", []string{"55,2026-03-15,ann@example.com,Mug,1,10.00,10.00,Visa,20.00", "55,2026-03-15,ann@example.com,Mug,1,10.00,10.00,Cash,20.00"}, mugs, 0},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(append([]string{tt.header}, tt.lines...)...))
			if got := book.Sold(); !slices.Equal(got, []string{tt.want}) || p.Summary.NoSaleLines != tt.noSale {
				t.Errorf("got %q, %d lines no sale", got, p.Summary.NoSaleLines)
			}
		})
	}
}
