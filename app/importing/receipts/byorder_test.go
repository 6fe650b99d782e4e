package receipts_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheThingsOfAnOrderAreWhoseTheOrderIs(t *testing.T) {
	const (
		head   = "Order Number,Date,Email,Total"
		parts  = "Order Number,Item,Quantity,Price"
		dated  = "Order Number,Date,Item,Quantity,Price"
		bare   = "2026-03-15 1001  ann@example.com: 2500 GBP"
		alone  = "2026-03-15 1001  ann@example.com: 1×=2500 2500 GBP"
		bought = "2026-03-15 1001  ann@example.com: 2×Mug=1500 1×Plate=1000 2500 GBP"
	)
	type table = []string
	orders := table{head, "1001,2026-03-15,ann@example.com,25.00"}
	items := table{parts, "1001,Mug,2,7.50", "1001,Plate,1,10.00"}
	for name, tt := range map[string]struct {
		imports [][]table
		want    []string
		noOne   int // lines of the last import
	}{
		"orders and things":            {[][]table{{orders, items}}, []string{bought}, 0},
		"the things first":             {[][]table{{items, orders}}, []string{bought}, 0},
		"the orders on record":         {[][]table{{orders}, {items}}, []string{bought}, 0},
		"on record, with a sign":       {[][]table{{{head, "#1001,2026-03-15,ann@example.com,25.00"}}, {items}}, []string{strings.Replace(bought, "1001", "#1001", 1)}, 0},
		"the sign with the things":     {[][]table{{orders, {parts, "#1001,Mug,2,7.50", "#1001,Plate,1,10.00"}}}, []string{bought}, 0},
		"an order that nobody knows":   {[][]table{{orders}, {{parts, "1001,Mug,2,7.50", "1001,Plate,1,10.00", "1002,Pan,1,30.00"}}}, []string{bought}, 1},
		"a sum with the postage":       {[][]table{{{head, "1001,2026-03-15,ann@example.com,29.00"}, items}}, []string{strings.Replace(bought, "1000 2500", "1000 2900", 1)}, 0},
		"things that are called Name":  {[][]table{{orders, {"order_product_id,order_id,product_id,name,model,quantity,price", "1,1001,7,Mug,M1,2,7.50", "2,1001,8,Plate,P1,1,10.00"}}}, []string{bought}, 0},
		"on the same day":              {[][]table{{orders, {dated, "1001,2026-03-15,Mug,2,7.50", "1001,2026-03-15,Plate,1,10.00"}}}, []string{bought}, 0},
		"on the day after":             {[][]table{{orders, {dated, "1001,2026-03-16,Mug,2,7.50", "1001,2026-03-16,Plate,1,10.00"}}}, []string{bought}, 0},
		"on the day before":            {[][]table{{orders}, {{dated, "1001,2026-03-14,Mug,2,7.50", "1001,2026-03-14,Plate,1,10.00"}}}, []string{bought}, 0},
		"of another day by chance":     {[][]table{{orders}, {{dated, "1001,2026-03-17,Mug,2,7.50", "1001,2026-03-13,Plate,1,10.00", "1001,2026-03-15,Pot,1,25.00"}}}, []string{strings.Replace(bare, " 2500", " 1×Pot=2500 2500", 1)}, 2},
		"given back later":             {[][]table{{orders, items}, {{dated, "1001,2026-04-02,Plate,-1,10.00"}}}, []string{bought, "2026-04-02 1001  ann@example.com: -1×Plate=-1000 -1000 GBP"}, 0},
		"given back before it was had": {[][]table{{orders, items}, {{dated, "1001,2026-03-02,Plate,-1,10.00", "1001,2026-03-15,Mug,2,7.50"}}}, []string{bought}, 1},
		"given back as money": {
			[][]table{{orders, items}, {{"Order Number,Date,Item,Amount", "1001,2026-04-02,Plate,-10.00"}}},
			[]string{bought, "2026-04-02 1001  ann@example.com: -1×Plate=-1000 -1000 GBP"},
			0,
		},
		"said to be given back": {
			[][]table{{orders, items}, {{"Order Number,Date,Type,Item,Quantity,Price", "1001,2026-04-02,Return,Plate,1,10.00"}}},
			[]string{bought, "2026-04-02 1001  ann@example.com: -1×Plate=-1000 -1000 GBP"},
			0,
		},
		"beside a return of the order": {
			[][]table{{append(slices.Clip(orders), "1001,2026-03-20,ann@example.com,-5.00"), items}},
			[]string{bought, "2026-03-20 1001  ann@example.com: -1×=-500 -500 GBP"},
			0,
		},
		"at the hour of the order": {
			[][]table{{{head, "1001,2026-03-15 14:30,ann@example.com,25.00"}, {dated, "1001,2026-03-15 14:31,Mug,2,7.50", "1001,2026-03-15 14:31,Plate,1,10.00"}}},
			[]string{bought},
			0,
		},
		"another shop's of that number": {
			[][]table{{orders, {parts, "1001,Sofa,1,2000.00"}}}, []string{alone}, 0,
		},
		"another shop's, on record": {
			[][]table{{orders}, {{parts, "1001,Sofa,1,2000.00"}}}, []string{alone}, 0,
		},
		"in a list of returns": {
			[][]table{{orders, items}, {{"Return ID,Order ID,Return Date,Item,Returned Quantity,Refund Amount", "R1,1001,2026-04-02,Plate,1,10.00"}}},
			[]string{bought, "2026-04-02 1001  ann@example.com: -1×Plate=-1000 -1000 GBP"},
			0,
		},
		"cancelled": {
			[][]table{{{head, "1001,2026-03-15,ann@example.com,15.00"}, {parts + ",Status", "1001,Mug,2,7.50,shipped", "1001,Plate,1,10.00,cancelled"}}},
			[]string{"2026-03-15 1001  ann@example.com: 2×Mug=1500 1500 GBP"},
			0,
		},
		"a number that two customers have": {
			[][]table{{{head, "1001,2026-03-15,ann@example.com,25.00", "1001,2026-03-15,bob@example.com,25.00", "1002,2026-03-15,ann@example.com,9.00"}}, {append(slices.Clip(items), "1002,Pot,1,9.00")}},
			[]string{alone, "2026-03-15 1001  bob@example.com: 1×=2500 2500 GBP", "2026-03-15 1002  ann@example.com: 1×Pot=900 900 GBP"},
			2,
		},
		"a number of two years": {
			[][]table{{{head, "1001,2025-03-15,ann@example.com,25.00", "1001,2026-03-15,ann@example.com,25.00", "1002,2026-03-15,ann@example.com,9.00"}}, {append(slices.Clip(items), "1002,Pot,1,9.00")}},
			[]string{strings.Replace(alone, "2026", "2025", 1), alone, "2026-03-15 1002  ann@example.com: 1×Pot=900 900 GBP"},
			2,
		},
		"a number of two years, with the day": {
			[][]table{{{head, "1001,2025-03-15,bob@example.com,9.00", "1001,2026-03-15,ann@example.com,25.00"}}, {{dated, "1001,2026-03-15,Mug,2,7.50", "1001,2026-03-15,Plate,1,10.00", "1001,2025-03-15,Pot,1,9.00", "1001,2024-03-15,Pan,1,9.00"}}},
			[]string{"2025-03-15 1001  bob@example.com: 1×Pot=900 900 GBP", bought},
			1,
		},
		"in the money of the order": {
			[][]table{{{head + ",Currency", "1001,2026-03-15,ann@example.com,25.00,USD"}, items}},
			[]string{strings.Replace(bought, "GBP", "USD", 1)},
			0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			var last *importing.Preview
			take := func(files []table) *importing.Preview {
				sources := make([]importing.Source, 0, len(files))
				for _, f := range files {
					sources = append(sources, importingtest.Table(f...))
				}
				return importingtest.Take(t, book, sources...)
			}
			for _, files := range tt.imports {
				last = take(files)
			}
			if got := book.Sold(); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if last.Summary.NoOneLines != tt.noOne || last.Summary.BadLines != 0 {
				t.Errorf("of the lines %d are nobody's, %d bad; want %d and none", last.Summary.NoOneLines, last.Summary.BadLines, tt.noOne)
			}
			if !slices.ContainsFunc(last.Files, func(f importing.File) bool { return f.ByOrder }) {
				t.Error("nothing says that customers are found by their orders")
			}
			if again := take(tt.imports[len(tt.imports)-1]); again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("again: %+v, %q", again.Summary, book.Sold())
			}
		})
	}
}

func TestThingsOfOrdersThatNobodyKnowsAreAskedAbout(t *testing.T) {
	items := importingtest.Table("Order Number,Item,Quantity,Price", "1001,Mug,2,7.50")
	book := importingtest.NewShelf()
	for _, files := range [][]importing.Source{
		{items},
		{items, importingtest.Table("Order Number,Date,Email,Total", "1002,2026-03-15,ann@example.com,25.00")},
	} {
		p, err := importing.New(book, book.IDs).Read(context.Background(), files, importing.Options{})
		if err == nil {
			if len(p.Files) != 1 || p.Files[0].ByOrder || !slices.Contains(importingtest.Problems(p), "error.import.no-customer") {
				t.Errorf("of %d files came %+v, %q", len(files), p.Files, importingtest.Problems(p))
			}
			continue
		}
		if importingtest.KeyOf(err) != "error.import.no-customer" {
			t.Errorf("got %v", err)
		}
	}
}
