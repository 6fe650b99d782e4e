package receipts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTwoTablesOfOneOrderSayWhereTheyComeToSomethingElse(t *testing.T) {
	items := importingtest.Table("Receipt,Date,Customer ID,Item,Quantity,Amount,Currency", "3001,2026-03-01,7,Mug,2,15.00,USD", "3001,2026-03-01,7,Plate,1,10.00,USD")
	orders := importingtest.Table("Receipt,Date,Customer ID,Total,Currency", "3001,2026-03-01,7,30.00,USD")
	same := importingtest.Table("Receipt,Date,Customer ID,Total,Currency", "3001,2026-03-01,7,25.00,USD")
	for name, tt := range map[string]struct {
		first, second importing.Source
		theirs, total int64 // in cents; 0: nothing is said
		action        importing.Action
	}{
		"the things, then the order":             {items, orders, 3000, 2500, importing.Same},
		"the order, then the things":             {orders, items, 2500, 3000, importing.Update},
		"the things, then an order of their sum": {items, same, 0, 2500, importing.Same},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, tt.first)
			p := importingtest.Take(t, book, tt.second)
			said(t, p, tt.theirs, tt.total)
			for _, stored := range book.Bought {
				if stored.Total != tt.total || p.Items[0].Action != tt.action || tt.action == importing.Update && p.Items[0].Total.Minor != stored.Total {
					t.Errorf("%s: %v is shown, %d is on record", p.Items[0].Action, p.Items[0].Total, stored.Total)
				}
			}
		})
	}
	both := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, items, orders)
	said(t, both, 3000, 2500)
}

func said(t *testing.T, p *importing.Preview, theirs, ours int64) {
	t.Helper()
	var want []string
	if theirs != 0 {
		want = []string{"import.receipt.total-kept"}
	}
	if got := importingtest.Problems(p); !slices.Equal(got, want) {
		t.Fatalf("said %q", got)
	}
	for _, item := range p.Items {
		for _, problem := range item.Problems {
			if problem.Args["Theirs"] != (app.Money{Minor: theirs, Currency: "USD"}) || problem.Args["Ours"] != (app.Money{Minor: ours, Currency: "USD"}) {
				t.Errorf("says %v", problem.Args)
			}
		}
	}
}
