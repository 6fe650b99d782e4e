package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhatBecameOfOneLineIsNotWhatBecameOfItsOrder(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Price,Status"
	const table = "2026-03-15 1  ann@example.com: 1×Table=10000 10000 GBP"
	tests := map[string]struct {
		lines []string
		want  []string
	}{
		"one line was cancelled": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,1,50,cancelled"},
			[]string{table},
		},
		"the first line was cancelled": {
			[]string{"1,2026-03-15,ann@example.com,Chair,1,50,cancelled", "1,2026-03-15,ann@example.com,Table,1,100,shipped"},
			[]string{table},
		},
		"the lines below do not say of when they are": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,,,Chair,1,50,cancelled"},
			[]string{table},
		},
		"the lines below do not say of when they are, and one of them was refunded": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,,,Chair,1,50,cancelled", "1,,,Lamp,1,20,refunded"},
			[]string{
				"2026-03-15 1  ann@example.com: -1×Lamp=-2000 -2000 GBP",
				"2026-03-15 1  ann@example.com: 1×Table=10000 1×Lamp=2000 12000 GBP",
			},
		},
		"one line was refunded": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,2,50,refunded"},
			[]string{
				"2026-03-15 1  ann@example.com: -2×Chair=-10000 -10000 GBP",
				"2026-03-15 1  ann@example.com: 1×Table=10000 2×Chair=10000 20000 GBP",
			},
		},
		"the lines are of different hours": {
			[]string{"1,2026-03-15 10:00,ann@example.com,Table,1,100,shipped", "1,2026-03-15 10:05,ann@example.com,Chair,1,50,cancelled"},
			[]string{table},
		},
		"a line gives back another, and says that it was refunded": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,1,50,shipped", "1,2026-03-15,ann@example.com,Chair,-1,50,refunded"},
			[]string{"2026-03-15 1  ann@example.com: 1×Table=10000 1×Chair=5000 -1×Chair=-5000 10000 GBP"},
		},
		"no number tells the order": {
			[]string{",2026-03-15,ann@example.com,Table,1,100,shipped", ",2026-03-15,ann@example.com,Lamp,1,20,refunded"},
			[]string{
				"2026-03-15   ann@example.com: -1×Lamp=-2000 -2000 GBP",
				"2026-03-15   ann@example.com: 1×Table=10000 1×Lamp=2000 12000 GBP",
			},
		},
		"all lines were refunded": {
			[]string{"1,2026-03-15,ann@example.com,Table,1,100,refunded", "1,2026-03-15,ann@example.com,Chair,1,50,refunded"},
			[]string{
				"2026-03-15 1  ann@example.com: -1×Table=-10000 -1×Chair=-5000 -15000 GBP",
				"2026-03-15 1  ann@example.com: 1×Table=10000 1×Chair=5000 15000 GBP",
			},
		},
		"the number was another order's on another day": {
			[]string{"1,2026-03-14,ann@example.com,Chair,1,50,cancelled", "1,2026-03-15,ann@example.com,Table,1,100,shipped"},
			[]string{table},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			file := importingtest.Table(append([]string{header}, tt.lines...)...)
			book := importingtest.NewShelf()
			importingtest.Take(t, book, file)
			got := book.Sold()
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if again := importingtest.Take(t, book, file); again.Summary.Created+again.Summary.Updated != 0 || !slices.Equal(book.Sold(), got) {
				t.Errorf("a second time: %+v, %q", again.Summary, book.Sold())
			}
		})
	}
}

func TestALineThatWasCancelledDoesNotEndTheOrderOfAnotherFile(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Price,Status"
	before := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped")
	after := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,1,50,cancelled")
	for name, files := range map[string][]importing.Source{"before it": {after, before}, "after it": {before, after}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: 1×Table=10000 10000 GBP"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
