package receipts_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestAnOrderThatWasCancelledSinceItCameInIsGivenBack(t *testing.T) {
	const (
		till    = "customer id,date,order,item,total,status"
		sold    = "2026-03-01 7 3 3: 1×Mug=0 500 GBP"
		back    = "2026-03-01 7 3 3: -1×Mug=0 -500 GBP"
		ordered = "2025-10-08 #1  ann@example.com: 2×Chair=5000 5000 EUR"
		voided  = "2025-10-08 #1  ann@example.com: -2×Chair=-5000 -5000 EUR"
	)
	order := func(more importingtest.Cells) string {
		row := importingtest.Cells{
			"Name": "#1", "Email": "ann@example.com", "Currency": "EUR", "Total": "50.00", "Created at": "2025-10-08 10:00:00 +0200",
			"Lineitem quantity": "2", "Lineitem name": "Chair", "Lineitem price": "25.00", "Financial Status": "paid",
		}
		for k, v := range more {
			row[k] = v
		}
		return importingtest.Filled(importingtest.Shopify, row)
	}
	more := importingtest.Filled(importingtest.Shopify, importingtest.Cells{"Name": "#1", "Email": "ann@example.com", "Lineitem quantity": "1", "Lineitem name": "Lamp", "Lineitem price": "5.00"})
	tests := []struct {
		name          string
		before, after []string
		want          []string
		cancelled     int
	}{
		{
			"cancelled, by the status of some till",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "3,2026-03-01,7,Mug,5.00,cancelled"},
			[]string{back, sold},
			1,
		},
		{
			"cancelled on a day, with lines that do not say so again",
			[]string{importingtest.Shopify, order(nil)},
			[]string{importingtest.Shopify, order(importingtest.Cells{"Cancelled at": "2025-10-09 10:00:00 +0200"}), more},
			[]string{voided, ordered},
			1,
		},
		{
			"cancelled, and each line of it says so",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "3,2026-03-01,7,Mug,5.00,cancelled", "3,2026-03-01,7,Pot,5.00,cancelled"},
			[]string{back, sold},
			1,
		},
		{
			"refunded",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "3,2026-03-01,7,Mug,5.00,refunded"},
			[]string{back, sold},
			0,
		},
		{
			"an order of that number of another day",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "3,2026-04-01,7,Mug,5.00,cancelled"},
			[]string{sold},
			0,
		},
		{
			"somebody else's order",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "4,2026-03-01,7,Mug,5.00,cancelled"},
			[]string{sold},
			0,
		},
		{
			"an export from before it was paid",
			[]string{till, "3,2026-03-01,7,Mug,5.00,shipped"},
			[]string{till, "3,2026-03-01,7,Mug,5.00,failed"},
			[]string{sold},
			0,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(tt.before...))
			p := importingtest.Take(t, book, importingtest.Table(tt.after...))
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if p.Summary.Cancelled != tt.cancelled || p.Summary.NumberOnly != 0 || len(book.Customers) != 1 {
				t.Errorf("%+v, %d customers", p.Summary, len(book.Customers))
			}
			if said := slices.Contains(importingtest.Problems(p), "import.row.cancelled-since"); said != (tt.cancelled > 0) {
				t.Errorf("said %q", importingtest.Problems(p))
			}
			for _, b := range book.Bought {
				if b.IsReturn() && book.Bought[b.Returns].Receipt != b.Receipt {
					t.Errorf("%+v does not name what it gives back", b)
				}
			}
			if again := importingtest.Take(t, book, importingtest.Table(tt.after...)); again.Summary.Cancelled != 0 || again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("a second time: %+v", again.Summary)
			}
		})
	}
}

func TestACancelledOrderMakesNobodyKnown(t *testing.T) {
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("customer id,date,order,item,total,status", "3,2026-03-01,7,Mug,5.00,cancelled"))
	if p.Summary.Created != 0 || p.Summary.NumberOnly != 0 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAnOrderThatAnotherFileShowsCancelledIsNoPurchase(t *testing.T) {
	const header = "customer id,date,order,item,total,status"
	before, after := importingtest.Table(header, "3,2026-03-01,7,Mug,5.00,shipped", "3,2026-03-02,8,Pot,5.00,shipped"), importingtest.Table(header, "3,2026-03-01,7,Mug,5.00,cancelled")
	for name, files := range map[string][]importing.Source{"before it": {after, before}, "after it": {before, after}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-02 8 3 3: 1×Pot=0 500 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
		if p := importingtest.Take(t, book, files...); p.Summary.Created+p.Summary.Updated != 0 {
			t.Errorf("%s: again %+v", name, p.Summary)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, before)
	p := importingtest.Take(t, book, before, after)
	if got := book.Sold(); len(got) != 3 || p.Summary.Rejected != 0 || p.Summary.Same != 2 {
		t.Errorf("of one that the book has: %q, %+v", got, p.Summary)
	}
}

func TestSeveralExportsOfAnOrderEndInOneImportAsTheyDoInSeveral(t *testing.T) {
	export := func(lines ...string) importing.Source {
		rows := []string{"Order,Date,Customer ID,Item,Quantity,Amount,Line status"}
		for _, l := range lines {
			rows = append(rows, "1,2026-03-01,7,"+l)
		}
		return importingtest.Table(rows...)
	}
	sold := export("Mug,4,50.00,Shipped", "Table,1,99.00,Shipped")
	part := export("Mug,4,50.00,Cancelled", "Table,1,99.00,Shipped")
	rest := export("Mug,4,50.00,Shipped", "Table,1,99.00,Cancelled")
	none := export("Mug,4,50.00,Cancelled", "Table,1,99.00,Cancelled")
	given := export("Mug,4,50.00,Shipped", "Table,1,99.00,Refunded")
	both := export("Mug,4,50.00,Cancelled", "Table,1,99.00,Refunded")
	for name, tt := range map[string]struct {
		files []importing.Source
		left  map[string]app.Quantity
	}{
		"a part, then all":                            {[]importing.Source{sold, part, none}, nil},
		"all, and a part before, the last first":      {[]importing.Source{none, part, sold}, nil},
		"given back, and the rest cancelled":          {[]importing.Source{given, both}, nil},
		"the rest cancelled first, given back":        {[]importing.Source{both, given}, nil},
		"one part in a file, the other in the next":   {[]importing.Source{sold, part, rest}, nil},
		"one part, in two files":                      {[]importing.Source{sold, part, part}, map[string]app.Quantity{"Table": app.One}},
		"one given back, and the same cancelled, too": {[]importing.Source{given, rest}, map[string]app.Quantity{"Mug": 4 * app.One}},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			for range 2 {
				importingtest.Take(t, book, tt.files...)
				left, money := make(map[string]app.Quantity), int64(0)
				for _, p := range book.Bought {
					money += p.Total
					for _, l := range p.Lines {
						if left[l.Item] += l.Quantity; left[l.Item] == 0 {
							delete(left, l.Item)
						}
					}
					if _, known := book.Bought[p.Returns]; p.IsReturn() && !known {
						t.Errorf("%+v gives back nothing", p)
					}
				}
				if !maps.Equal(left, tt.left) || (money == 0) != (len(tt.left) == 0) {
					t.Errorf("%v is left, %d", left, money)
				}
			}
		})
	}
}
