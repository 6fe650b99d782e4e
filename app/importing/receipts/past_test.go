package receipts_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// asking counts the purchases that an import reads of the book.
type asking struct {
	*importingtest.Shelf
	read int
}

func (a *asking) Match(_ context.Context, match func(importing.Known) error) error {
	return match(counted{importingtest.NewView(a.Shelf), a})
}

type counted struct {
	*importingtest.View
	of *asking
}

func (c counted) Purchase(id app.ID) (app.Purchase, error) {
	c.of.read++
	return c.View.Purchase(id)
}

func (c counted) Purchases(customer app.ID) ([]app.Purchase, error) {
	all, err := c.View.Purchases(customer)
	c.of.read += len(all)
	return all, err
}

func TestAFileThatTheBookHasReadsEachOfItsPurchasesAFewTimesHoweverManyAreAlike(t *testing.T) {
	const many = 300
	day := func(i int) app.Day { return app.NewDay(2020, 1, 1) + app.Day(i) }
	rows := func(header string, row func(i int) string) importing.Source {
		all := []string{header}
		for i := range many {
			all = append(all, row(i))
		}
		return importingtest.Table(all...)
	}
	const header = "receipt,date,customer id,item,amount,status"
	paid := func(number func(i int) string) importing.Source {
		return rows(header, func(i int) string { return fmt.Sprintf("%s,%s,9999,Cup %d,5,", number(i), day(i), i) })
	}
	cancelled := func(number func(i int) string) importing.Source {
		return rows(header, func(i int) string { return fmt.Sprintf("%s,%s,9999,Cup %d,5,cancelled", number(i), day(i), i) })
	}
	each := func(i int) string { return fmt.Sprint("R", i) }
	for name, tt := range map[string]struct {
		first, second importing.Source
		action        importing.Action
	}{
		"receipts without a number":        {paid(func(int) string { return "" }), paid(func(int) string { return "" }), importing.Same},
		"numbers that begin anew each day": {paid(func(int) string { return "R1" }), paid(func(int) string { return "R1" }), importing.Same},
		"numbers of their own":             {paid(each), paid(each), importing.Same},
		"orders that were cancelled since": {paid(each), cancelled(each), importing.Create},
		"numbers that are used again":      {paid(func(i int) string { return fmt.Sprint(i % 3) }), paid(func(i int) string { return fmt.Sprint(i % 3) }), importing.Same},
	} {
		t.Run(name, func(t *testing.T) {
			book := &asking{Shelf: importingtest.NewShelf()}
			importingtest.Take(t, book.Shelf, tt.first)
			p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{tt.second}, importing.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range p.Items {
				if item.Action != tt.action {
					t.Fatalf("%s of %s is %s, want %s", item.Receipt, item.Day, item.Action, tt.action)
				}
			}
			if len(p.Items) != many || book.read > 3*many {
				t.Errorf("%d purchases read for %d receipts", book.read, len(p.Items))
			}
		})
	}
}

func TestAReceiptWhoseDayWasCorrectedIsTold(t *testing.T) {
	const header = "customer id,date,order,item,total"
	for day, said := range map[string]bool{"2026-03-02": true, "2026-03-01": false, "2026-09-01": false} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(header, "3,2026-03-01,9,Mug,5.00"))
		p := importingtest.Take(t, book, importingtest.Table(header, "3,"+day+",9,Mug,5.00"))
		if got := slices.Contains(importingtest.Problems(p), "import.receipt.other-day"); got != said {
			t.Errorf("on %s: said %v", day, importingtest.Problems(p))
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header, "3,2026-03-01,9,Mug,5.00"))
	p := importingtest.Take(t, book, importingtest.Table(header, "3,2026-03-02,9,Pot,5.00"))
	if len(importingtest.Problems(p)) > 0 {
		t.Errorf("of other things: %v", importingtest.Problems(p))
	}
}
