package receipts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

// receiptsIn writes what was bought, by receipt: "1: Cup 5, Pot 9 = 14".
func receiptsIn(purchases map[string]app.Purchase) []string {
	var all []string
	for receipt, p := range purchases {
		var lines []string
		for _, l := range p.Lines {
			lines = append(lines, fmt.Sprintf("%s %d", l.Item, l.Amount/100))
		}
		all = append(all, fmt.Sprintf("%s: %s = %d", receipt, strings.Join(lines, ", "), p.Total/100))
	}
	slices.Sort(all)
	return all
}

func TestRowsUnderMergedCellsAreOfTheReceiptAbove(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
		below int
		left  []string // what is said of lines that are left out
	}{
		{
			"with a receipt's number",
			[]string{
				"Order,Date,Customer no,Customer,Item,Qty,Price", "1,2026-03-01,7,Ann Bell,Cup,1,5", ",,,,Pot,1,9", ",,,,Jug,2,4",
				"2,2026-03-02,7,Ann Bell,Mug,1,3", ",,,,Tin,1,1",
			},
			[]string{"1: Cup 5, Pot 9, Jug 8 = 22", "2: Mug 3, Tin 1 = 4"},
			3, nil,
		},
		{
			"without one",
			[]string{"Date,Customer no,Item,Amount", "2026-03-01,7,Cup,5", ",,Pot,9"},
			[]string{": Cup 5, Pot 9 = 14"},
			1, nil,
		},
		{
			"with a total of all on the first",
			[]string{"Order,Date,Customer no,Item,Price,Total", "1,2026-03-01,7,Cup,5,13", ",,,Pot,9,"},
			[]string{"1: Cup 5, Pot 9 = 13"},
			1, nil,
		},
		{
			"with a total of all on the last",
			[]string{"Order,Date,Customer no,Item,Price,Total", "1,2026-03-01,7,Cup,5,", ",,,Pot,9,13"},
			[]string{"1: Cup 5, Pot 9 = 13"},
			1, nil,
		},
		{
			"with a total of each line",
			[]string{"Order,Date,Customer no,Item,Total", "1,2026-03-01,7,Cup,5", ",,,Pot,9", ",,,Jug,8"},
			[]string{"1: Cup 5, Pot 9, Jug 8 = 22"},
			2, nil,
		},
		{
			"under a line of its own",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,,", ",,,Cup,5", ",,,Pot,9"},
			[]string{"1: Cup 5, Pot 9 = 14"},
			2, nil,
		},
		{
			"of which one cannot be read",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", ",,,Pot,cheap", ",,,Jug,8"},
			[]string{"1: Cup 5, Jug 8 = 13"},
			1,
			[]string{"import.row.number"},
		},
		{
			"of a receipt that cannot be read",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", "2,2026-02-30,7,Mug,3", ",,,Tin,1"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.day", "import.row.below"},
		},
		{
			"of an order that was cancelled",
			[]string{"Order,Date,Customer no,Item,Price,Status", "1,2026-03-01,7,Cup,5,", "2,2026-03-02,7,Mug,3,cancelled", ",,,Tin,1,"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.undone"},
		},
		{
			"of nobody",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", "2,2026-03-02,,Mug,3", ",,,Tin,1"},
			[]string{"1: Cup 5 = 5"},
			0, nil,
		},
		{
			"but not a note under the table",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", "", ",,,VAT included,1"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.no-day"},
		},
		{
			"nor under commas alone",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", ",,,,", ",,,VAT included,1"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.no-day"},
		},
		{
			"nor words alone",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", ",,,Printed by the till,"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.no-day"},
		},
		{
			"nor what has a customer of its own",
			[]string{"Order,Date,Customer no,Item,Price", "1,2026-03-01,7,Cup,5", ",,8,Pot,9"},
			[]string{"1: Cup 5 = 5"},
			0,
			[]string{"import.row.no-day"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:7")), importingtest.Table(tt.lines...))
			got := receiptsIn(book.BoughtBy(book.Named(t, "Ann Bell").ID))
			if !slices.Equal(got, tt.want) || p.Summary.BelowLines != tt.below {
				t.Errorf("got %q and %d lines below, want %q and %d", got, p.Summary.BelowLines, tt.want, tt.below)
			}
			if left := importingtest.Problems(p); !slices.Equal(left, tt.left) {
				t.Errorf("said %q, want %q", left, tt.left)
			}
		})
	}
}

func TestAnOrderOfNobodyTakesTheLinesUnderItAlong(t *testing.T) {
	p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Table("Date,Customer no,Item,Price", "2026-03-01,7,Cup,5", "2026-03-02,,Mug,3", ",,Tin,1"))
	if p.Summary.NoOneLines != 2 || p.Summary.BadLines != 0 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestRowsUnderMergedCellsAreReadAsAPersonSaysOfTheColumns(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{
		{Column: "Wer", Field: fields.Name},
		{Column: "Wann", Field: fields.Day},
		{Column: "Was", Field: fields.Item},
		{Column: "Wieviel", Field: fields.Amount},
	}}, importingtest.Table("Wann,Wer,Was,Wieviel", "2026-03-01,Ann Bell,Cup,5", ",,Pot,9"))
	if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if got := receiptsIn(book.BoughtBy(book.Named(t, "Ann Bell").ID)); !slices.Equal(got, []string{": Cup 5, Pot 9 = 14"}) {
		t.Errorf("got %q", got)
	}
}

func TestRowsOfASheetUnderCellsThatAreFilledOnceAreOfTheReceiptAbove(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1,
			[]any{"Order", "Date", "Customer no", "Item", "Price"},
			[]any{"1", "2026-03-01", "7", "Cup", 5},
			[]any{nil, nil, nil, "Pot", 9},
			[]any{},
			[]any{nil, nil, nil, "VAT included", 1})
	}))
	if got := receiptsIn(book.BoughtBy(book.Named(t, "7").ID)); !slices.Equal(got, []string{"1: Cup 5, Pot 9 = 14"}) {
		t.Errorf("got %q", got)
	}
	if p.Summary.BelowLines != 1 || p.Summary.BadLines != 1 {
		t.Errorf("%+v", p.Summary)
	}
}
