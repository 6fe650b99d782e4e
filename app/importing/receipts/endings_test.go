package receipts_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestOfAnOrderInTheBookOnlyWhatWasCancelledIsGivenBack(t *testing.T) {
	const (
		header = "Order,Date,Email,Item,Qty,Amount,Status"
		sold   = "1,2026-03-15,ann@example.com,Table,1,100,shipped"
		chairs = "1,2026-03-15,ann@example.com,Chair,3,150,shipped"
		bought = "2026-03-15 1  ann@example.com: 1×Table=10000 3×Chair=15000 25000 GBP"
	)
	tests := map[string]struct {
		later [][]string // lines of one file after the other
		want  []string
		said  string
	}{
		"a line of it, beside the others": {
			[][]string{{sold, "1,2026-03-15,ann@example.com,Chair,3,150,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -3×Chair=-15000 -15000 GBP", bought},
			"import.row.part-since",
		},
		"a line of it, by itself": {
			[][]string{{"1,2026-03-15,ann@example.com,Chair,3,150,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -3×Chair=-15000 -15000 GBP", bought},
			"import.row.part-since",
		},
		"some of a thing": {
			[][]string{{"1,2026-03-15,ann@example.com,Chair,1,50,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -1×Chair=-5000 -5000 GBP", bought},
			"import.row.part-since",
		},
		"of a thing none are left on the line": {
			[][]string{{"1,2026-03-15,ann@example.com,Chair,0,0,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -3×Chair=-15000 -15000 GBP", bought},
			"import.row.part-since",
		},
		"one thing, and another one later": {
			[][]string{{"1,2026-03-15,ann@example.com,Chair,3,150,cancelled"}, {"1,2026-03-15,ann@example.com,Table,1,100,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -1×Table=-10000 -3×Chair=-15000 -25000 GBP", bought},
			"import.row.part-since",
		},
		"one thing, and all of it later": {
			[][]string{
				{"1,2026-03-15,ann@example.com,Chair,3,150,cancelled"},
				{"1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,2026-03-15,ann@example.com,Chair,3,150,cancelled"},
			},
			[]string{"2026-03-15 1  ann@example.com: -1×Table=-10000 -3×Chair=-15000 -25000 GBP", bought},
			"import.row.cancelled-since",
		},
		"one thing was refunded and another cancelled": {
			[][]string{{"1,2026-03-15,ann@example.com,Table,1,100,refunded", "1,2026-03-15,ann@example.com,Chair,3,150,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -1×Table=-10000 -3×Chair=-15000 -25000 GBP", bought},
			"import.row.part-since",
		},
		"what the book does not have of it": {
			[][]string{{"1,2026-03-15,ann@example.com,Lamp,1,20,cancelled"}},
			[]string{bought},
			"import.row.ended-other",
		},
		"a line below that says nothing of its status": {
			[][]string{{"1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,,,Chair,3,150,"}},
			[]string{"2026-03-15 1  ann@example.com: -1×Table=-10000 -3×Chair=-15000 -25000 GBP", bought},
			"import.row.cancelled-since",
		},
		"the order, and no thing": {
			[][]string{{"1,2026-03-15,ann@example.com,,,250,cancelled"}},
			[]string{"2026-03-15 1  ann@example.com: -1×Table=-10000 -3×Chair=-15000 -25000 GBP", bought},
			"import.row.cancelled-since",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Table(header, sold, chairs))
			var said []string
			for _, lines := range tt.later {
				said = importingtest.Problems(importingtest.Take(t, book, importingtest.Table(append([]string{header}, lines...)...)))
			}
			got := book.Sold()
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if !slices.Contains(said, tt.said) || slices.Contains(said, "import.receipt.kept") {
				t.Errorf("said %q", said)
			}
			for _, lines := range tt.later {
				again := importingtest.Take(t, book, importingtest.Table(append([]string{header}, lines...)...))
				if again.Summary.Created+again.Summary.Updated != 0 || !slices.Equal(book.Sold(), got) {
					t.Errorf("a second time: %+v, %q", again.Summary, book.Sold())
				}
			}
		})
	}
}

func TestAnOrderOfAnotherDayWithTheSameNumberIsCancelledToo(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-04-15,bob@example.com,Chair,1,50,shipped"))
	p := importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,2026-04-15,bob@example.com,Chair,1,50,cancelled"))
	if p.Summary.Cancelled != 2 {
		t.Errorf("%+v, %q", p.Summary, book.Sold())
	}
}

func TestAnOrderWithADiscountIsCancelledAsAWhole(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	sold := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Discount,1,-10,shipped")
	over := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,2026-03-15,ann@example.com,Discount,1,-10,cancelled")
	book := importingtest.NewShelf()
	importingtest.Take(t, book, sold)
	if p := importingtest.Take(t, book, over); p.Summary.Cancelled != 1 {
		t.Errorf("%+v, %q", p.Summary, book.Sold())
	}
	book = importingtest.NewShelf()
	if importingtest.Take(t, book, sold, over); len(book.Sold()) != 0 {
		t.Errorf("in one import: %q", book.Sold())
	}
}

func TestAnOrderKnownByItsTotalAloneIsCancelledByItsThings(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Total,Status", "1,2026-03-15,ann@example.com,150,shipped"))
	p := importingtest.Take(t, book, importingtest.Table("Order,Date,Email,Item,Qty,Amount,Status",
		"1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,2026-03-15,ann@example.com,Chair,1,50,cancelled"))
	if p.Summary.Cancelled != 1 || len(book.Sold()) != 2 {
		t.Errorf("%+v, %q", p.Summary, book.Sold())
	}
}

func TestOfTwoExportsOfOneOrderWhatWasCancelledIsGivenBackOnce(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	older := importingtest.Table(header, "9,2026-03-15,ann@example.com,Table,1,100,shipped", "9,2026-03-15,ann@example.com,Chair,4,50,shipped")
	newer := importingtest.Table(header, "9,2026-03-15,ann@example.com,Table,1,100,shipped", "9,2026-03-15,ann@example.com,Chair,1,12.50,cancelled", "9,2026-03-15,ann@example.com,Chair,3,37.50,shipped")
	for name, files := range map[string][]importing.Source{"the older first": {older, newer}, "the newer first": {newer, older}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		chairs := app.Quantity(0)
		for _, p := range book.Bought {
			for _, l := range p.Lines {
				if l.Item == "Chair" {
					chairs += l.Quantity
				}
			}
		}
		if chairs != 3*app.One {
			t.Errorf("%s: %q", name, book.Sold())
		}
	}
}

func TestOfTwoFilesOneMayHaveTheTotalAndTheOtherWhatWasCancelled(t *testing.T) {
	totals := importingtest.Table("Order,Date,Email,Total", "5,2026-03-15,ann@example.com,150")
	items := importingtest.Table("Order,Date,Email,Item,Qty,Amount,Status", "5,2026-03-15,ann@example.com,Table,1,100,shipped", "5,2026-03-15,ann@example.com,Chair,1,50,cancelled")
	for name, files := range map[string][]importing.Source{"the total first": {totals, items}, "the things first": {items, totals}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		if got := book.Sold(); len(got) != 1 || !strings.Contains(got[0], "1×Table") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestOfOneOrderOneThingCancelledAndOneRefundedAreBothGivenBack(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	older := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,3,150,shipped", "1,2026-03-15,ann@example.com,Rug,1,30,shipped")
	newer := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,3,150,cancelled", "1,2026-03-15,ann@example.com,Rug,1,30,refunded")
	for name, imports := range map[string][][]importing.Source{
		"one after the other": {{older}, {newer}}, "in one": {{older, newer}}, "in one, the newer first": {{newer, older}},
	} {
		book := importingtest.NewShelf()
		for _, files := range imports {
			importingtest.Take(t, book, files...)
		}
		left := map[string]app.Quantity{}
		for _, p := range book.Bought {
			for _, l := range p.Lines {
				left[l.Item] += l.Quantity
			}
		}
		if left["Table"] != app.One || left["Chair"] != 0 || left["Rug"] != 0 {
			t.Errorf("%s: %q", name, book.Sold())
		}
		if p := importingtest.Take(t, book, imports[len(imports)-1]...); p.Summary.Created+p.Summary.Updated != 0 {
			t.Errorf("%s, again: %+v, %q", name, p.Summary, book.Sold())
		}
	}
}

func TestAFileOfOneRefundedLineDoesNotHideTheRestOfTheOrder(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	whole := importingtest.Table(header, "1,2026-03-15,ann@example.com,Chair,3,150,shipped", "1,2026-03-15,ann@example.com,Rug,1,30,shipped")
	some := importingtest.Table(header, "1,2026-03-15,ann@example.com,Chair,1,50,refunded")
	want := []string{"2026-03-15 1  ann@example.com: -1×Chair=-5000 -5000 GBP", "2026-03-15 1  ann@example.com: 3×Chair=15000 1×Rug=3000 18000 GBP"}
	for name, files := range map[string][]importing.Source{"it first": {some, whole}, "it last": {whole, some}} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, files...)
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestOrdersOfSeveralWithOneNumberAreAllCancelled(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,bob@example.com,Chair,1,50,shipped"))
	p := importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,cancelled", "1,2026-03-15,bob@example.com,Chair,1,50,cancelled"))
	if p.Summary.Cancelled != 2 || len(book.Sold()) != 4 {
		t.Errorf("%+v, %q", p.Summary, book.Sold())
	}
}

func TestWhatAnotherFileShowsCancelledOfAnOrderIsGivenBack(t *testing.T) {
	const header = "Order,Date,Email,Item,Qty,Amount,Status"
	sold := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,3,150,shipped")
	some := importingtest.Table(header, "1,2026-03-15,ann@example.com,Chair,1,50,cancelled")
	beside := importingtest.Table(header, "1,2026-03-15,ann@example.com,Table,1,100,shipped", "1,2026-03-15,ann@example.com,Chair,1,50,cancelled")
	for name, files := range map[string][]importing.Source{
		"a file of what was cancelled":   {sold, some},
		"likewise, before it":            {some, sold},
		"a file of what it was at last":  {sold, beside},
		"likewise, before it came about": {beside, sold},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, files...)
			if got := book.Sold(); !slices.Equal(got, []string{"2026-03-15 1  ann@example.com: -1×Chair=-5000 -5000 GBP", "2026-03-15 1  ann@example.com: 1×Table=10000 3×Chair=15000 25000 GBP"}) {
				t.Errorf("%q", got)
			}
			if said := importingtest.Problems(p); !slices.Contains(said, "import.receipt.ended-part") {
				t.Errorf("said %q", said)
			}
			if again := importingtest.Take(t, book, files...); again.Summary.Created+again.Summary.Updated != 0 {
				t.Errorf("a second time: %+v, %q", again.Summary, book.Sold())
			}
		})
	}
}
