package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestWhatWasGivenBackOfAnOrderIsAReturnOfIt(t *testing.T) {
	const shopifyRefunds = importingtest.Shopify + ",Refunded Amount"
	order := func(more importingtest.Cells) importingtest.Cells {
		row := importingtest.Cells{
			"Name": "#1", "Email": "ann@example.com", "Currency": "EUR", "Total": "50.00", "Created at": "2025-10-08 10:00:00 +0200",
			"Lineitem quantity": "2", "Lineitem name": "Chair", "Lineitem price": "25.00",
		}
		for k, v := range more {
			row[k] = v
		}
		return row
	}
	const sold = "2025-10-08 #1  ann@example.com: 2×Chair=5000 5000 EUR"
	tests := []struct {
		name, header string
		rows         []importingtest.Cells
		want         []string
	}{
		{
			"An order of Shopify that was refunded is given back whole", shopifyRefunds,
			[]importingtest.Cells{order(importingtest.Cells{"Financial Status": "refunded", "Refunded Amount": "50.00"})},
			[]string{"2025-10-08 #1  ann@example.com: -2×Chair=-5000 -5000 EUR", sold},
		},
		{
			"All the money back is everything back, whatever the status says", shopifyRefunds,
			[]importingtest.Cells{order(importingtest.Cells{"Financial Status": "paid", "Refunded Amount": "50.00"})},
			[]string{"2025-10-08 #1  ann@example.com: -2×Chair=-5000 -5000 EUR", sold},
		},
		{
			"A part of the money back is a return of money", shopifyRefunds,
			[]importingtest.Cells{order(importingtest.Cells{"Financial Status": "partially_refunded", "Refunded Amount": "12.50"})},
			[]string{"2025-10-08 #1  ann@example.com: -1250 EUR", sold},
		},
		{
			"No money back is no return", shopifyRefunds,
			[]importingtest.Cells{order(importingtest.Cells{"Financial Status": "paid", "Refunded Amount": "0.00"})},
			[]string{sold},
		},
		{
			"An order that was cancelled is left out", shopifyRefunds,
			[]importingtest.Cells{order(importingtest.Cells{"Financial Status": "paid", "Cancelled at": "2025-10-09 10:00:00 +0200"})},
			nil,
		},
		{
			"A payment of Stripe that was refunded is given back whole", importingtest.Stripe,
			[]importingtest.Cells{{"id": "ch_2", "Description": "Mug", "Created (UTC)": "2026-03-01 09:00:00", "Amount": "12,50", "Amount Refunded": "12,50", "Currency": "eur", "Status": "Refunded", "Customer ID": "cus_1"}},
			[]string{"2026-03-01 ch_2 cus_1 cus_1: -1×Mug=-1250 -1250 EUR", "2026-03-01 ch_2 cus_1 cus_1: 1×Mug=1250 1250 EUR"},
		},
		{
			"An order of WooCommerce that was refunded is given back whole", importingtest.WooOrders,
			[]importingtest.Cells{{"order_id": "7", "order_number": "7", "date": "2026-03-01 10:00:00", "status": "refunded", "order_total": "5", "customer_user": "3", "order_item_1": "Mug x 2"}},
			[]string{"2026-03-01 7 3 3: -2×Mug=-500 -500 GBP", "2026-03-01 7 3 3: 2×Mug=500 500 GBP"},
		},
		{
			"A status that some till gives is understood", "customer id,date,order,item,total,status",
			[]importingtest.Cells{{"customer id": "3", "date": "2026-03-01", "order": "7", "item": "Mug", "total": "5.00", "status": "Refunded"}},
			[]string{"2026-03-01 7 3 3: -1×Mug=0 -500 GBP", "2026-03-01 7 3 3: 1×Mug=0 500 GBP"},
		},
		{
			"An amount below nothing for one piece is a return", "customer id,date,receipt,item,qty,price",
			[]importingtest.Cells{
				{"customer id": "3", "date": "2026-04-03", "receipt": "R1", "item": "Table", "qty": "1", "price": "(12.50)"},
				{"customer id": "3", "date": "2026-04-04", "receipt": "R2", "item": "Table", "qty": "1", "price": "12.50-"},
				{"customer id": "3", "date": "2026-04-05", "receipt": "R3", "item": "Table", "qty": "1", "price": "-£12.50"},
			},
			[]string{"2026-04-03 R1 3 3: -1×Table=-1250 -1250 GBP", "2026-04-04 R2 3 3: -1×Table=-1250 -1250 GBP", "2026-04-05 R3 3 3: -1×Table=-1250 -1250 GBP"},
		},
		{
			"A discount on what was bought is no return", "customer id,date,receipt,item,qty,price",
			[]importingtest.Cells{
				{"customer id": "3", "date": "2026-04-03", "receipt": "R1", "item": "Table", "qty": "1", "price": "12.50"},
				{"customer id": "3", "date": "2026-04-03", "receipt": "R1", "item": "Discount", "qty": "1", "price": "-2.50"},
			},
			[]string{"2026-04-03 R1 3 3: 1×Table=1250 1×Discount=-250 1000 GBP"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := []string{tt.header}
			for _, row := range tt.rows {
				lines = append(lines, importingtest.Filled(tt.header, row))
			}
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(lines...))
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if len(tt.want) == 0 && (len(p.Items) != 1 || p.Items[0].Problems == nil) {
				t.Errorf("not said why: %+v", p.Items)
			}
			for _, b := range book.Bought {
				if back := b.IsReturn() && len(tt.want) == 2; back && book.Bought[b.Returns].Receipt != b.Receipt {
					t.Errorf("%+v does not name what it gives back", b)
				}
			}
			if again := importingtest.Take(t, book, importingtest.Table(lines...)); again.Summary.Same+again.Summary.Rejected != again.Summary.Read {
				t.Errorf("a second time: %+v", again.Summary)
			}
		})
	}
}

func TestMoneyThatIsGivenBackLaterIsAddedToWhatTheBookHas(t *testing.T) {
	book := importingtest.NewShelf()
	const header = "customer id,date,order,item,total,status,refunded amount"
	for _, step := range []struct {
		row  string
		want []string
	}{
		{"3,2026-03-01,7,Mug,5.00,paid,0", []string{"2026-03-01 7 3 3: 1×Mug=0 500 GBP"}},
		{"3,2026-03-01,7,Mug,5.00,paid,2", []string{"2026-03-01 7 3 3: -200 GBP", "2026-03-01 7 3 3: 1×Mug=0 500 GBP"}},
		{"3,2026-03-01,7,Mug,5.00,paid,3", []string{"2026-03-01 7 3 3: -300 GBP", "2026-03-01 7 3 3: 1×Mug=0 500 GBP"}},
		{"3,2026-03-01,7,Mug,5.00,refunded,5", []string{"2026-03-01 7 3 3: -1×Mug=0 -500 GBP", "2026-03-01 7 3 3: 1×Mug=0 500 GBP"}},
	} {
		importingtest.Take(t, book, importingtest.Table(header, step.row))
		if got := book.Sold(); !slices.Equal(got, step.want) {
			t.Errorf("after %q\n%s\nwant\n%s", step.row, strings.Join(got, "\n"), strings.Join(step.want, "\n"))
		}
	}
	returns := 0
	for _, p := range book.Bought {
		if p.IsReturn() && p.Returns != (app.ID{}) {
			returns++
		}
	}
	if returns != 1 {
		t.Errorf("%d returns name what they give back", returns)
	}
}
