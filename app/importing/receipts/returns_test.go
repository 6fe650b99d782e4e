package receipts_test

import (
	"context"
	"fmt"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// walkIn is a table in which one number stands for all whom the till does not
// know: so many cups sold, and twice as many brought back, every other one of
// them two at a time.
func walkIn(sold int) importing.Source {
	lines := []string{"receipt,date,customer id,item,quantity,price"}
	for i := range sold {
		lines = append(lines, fmt.Sprintf("S%d,2026-03-01,9999,Cup,1,5", i))
	}
	for i := range sold {
		lines = append(
			lines,
			fmt.Sprintf("D%d,2026-03-02,9999,Cup,-2,5", i),
			fmt.Sprintf("R%d,2026-03-02,9999,Cup,-1,5", i),
		)
	}
	return importingtest.Table(lines...)
}

func TestEachOfManyReturnsOfOneThingGivesBackAnotherSale(t *testing.T) {
	const sold = 1500 // more than are looked at for one return
	book := importingtest.NewShelf()
	importingtest.Take(t, book, walkIn(sold))
	got := book.BoughtBy(book.Named(t, "9999").ID)
	given := make(map[app.ID]bool)
	for i := range sold {
		if back := got[fmt.Sprintf("D%d", i)]; !back.Returns.IsZero() {
			t.Fatalf("two cups give back %s, and nobody bought two", back.Returns)
		}
		back := got[fmt.Sprintf("R%d", i)]
		if want := got[fmt.Sprintf("S%d", sold-1-i)]; back.Returns != want.ID {
			t.Fatalf("return %d gives back %s, want %s, the latest of which anything is left", i, back.Returns, want.ID)
		}
		given[back.Returns] = true
	}
	if len(given) != sold {
		t.Errorf("%d sales given back", len(given))
	}
}

func TestTheSearchForWhatOneCustomersReturnsGiveBackCanBeStopped(t *testing.T) {
	const (
		sold  = 2048
		often = 256
	)
	book := importingtest.NewShelf()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	asked := 0
	_, err := importing.New(book, book.IDs).Read(ctx, []importing.Source{walkIn(sold)}, importing.Options{
		Progress: func(p importing.Progress) {
			if p.Stage == importing.Matching {
				asked++
			}
			// All receipts were looked for in the book by now.
			if asked == 3*sold/often+4 {
				cancel()
			}
			if p.Items > 0 {
				t.Error("it went on to the preview")
			}
		},
	})
	if app.CodeOf(err) != app.CodeCancelled {
		t.Errorf("got %v", err)
	}
}
