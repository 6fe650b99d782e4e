package importing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestAMergedCellIsOfEachOfItsRows(t *testing.T) {
	merge := func(t *testing.T, f *excelize.File, areas ...string) {
		t.Helper()
		for _, area := range areas {
			from, to, _ := strings.Cut(area, ":")
			if err := f.MergeCell("Sheet1", from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name   string
		rows   [][]any
		merged []string
		total  int64
		lines  []int64
	}{
		{
			"what is about the whole receipt",
			[][]any{
				{"Receipt", "Date", "Customer ID", "Item", "Quantity", "Price"},
				{7001, "2026-03-01", 42, "Oak table", 1, 40},
				{"", "", "", "Chair", 2, 10},
				{"", "", "", "Lamp", 1, 5},
			},
			[]string{"A2:A4", "B2:B4", "C2:C4"},
			6500,
			[]int64{4000, 2000, 500},
		},
		{
			"an amount, which is of all of them",
			[][]any{
				{"Receipt", "Date", "Customer ID", "Item", "Amount"},
				{7001, "2026-03-01", 42, "Oak table", 65},
				{"", "", "", "Chair", ""},
				{"", "", "", "Lamp", ""},
			},
			[]string{"A2:A4", "B2:B4", "C2:C4", "E2:E4"},
			6500,
			[]int64{6500, 0, 0},
		},
		{
			"an amount beside prices",
			[][]any{
				{"Receipt", "Date", "Customer ID", "Item", "Quantity", "Unit price", "Amount"},
				{7001, "2026-03-01", 42, "Oak table", 1, 40, 60},
				{"", "", "", "Chair", 2, 10, ""},
			},
			[]string{"A2:A3", "B2:B3", "C2:C3", "G2:G3"},
			6000,
			[]int64{4000, 2000},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
				importingtest.RowsOf(t, f, "Sheet1", 1, tt.rows...)
				merge(t, f, tt.merged...)
			})
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, file)
			got := book.Receipts()["7001"]
			var lines []int64
			for _, l := range got.Lines {
				lines = append(lines, l.Amount)
			}
			if len(book.Bought) != 1 || got.Total != tt.total || !slices.Equal(lines, tt.lines) || p.Summary.BadLines != 0 {
				t.Errorf("%d purchases, %+v, %v", len(book.Bought), got, importingtest.Problems(p))
			}
		})
	}
}

func TestAMergedCellEndsWithItsRows(t *testing.T) {
	file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
		importingtest.RowsOf(t, f, "Sheet1", 1,
			[]any{"Customer ID", "Name", "Phone"},
			[]any{1, "Ann Bell", "+44 20 7946 0290"},
			[]any{2, "", "+44 20 7946 0291"},
			[]any{3, "", "+44 20 7946 0292"},
			[]any{},
			[]any{4, "", "+44 20 7946 0293"})
		for _, area := range [][2]string{{"B2", "B3"}, {"B5", "B6"}} {
			if err := f.MergeCell("Sheet1", area[0], area[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, file)
	var names []string
	for _, item := range p.Items {
		names = append(names, item.Name)
	}
	if want := []string{"Ann Bell", "Ann Bell", "3", "4"}; !slices.Equal(names, want) {
		t.Errorf("read %q, want %q", names, want)
	}
}

func TestAFormulaWithoutAResultIsNoZero(t *testing.T) {
	yes := true
	head := []any{"Receipt", "Date", "Customer ID", "Name", "Item", "Quantity", "Price", "Amount"}
	tests := []struct {
		name, cell string
		value      any // that stands beside the formula
		anew       bool
		price      any
		problem    string
		total      int64 // -1: no purchase
	}{
		{name: "an amount", cell: "H2", problem: "import.row.no-result", total: -1},
		{name: "an amount beside a price", cell: "H2", price: 12.5, problem: "import.row.failed", total: 2500},
		{name: "a day", cell: "B2", price: 12.5, problem: "import.row.no-result", total: -1},
		{name: "how many", cell: "F2", price: 12.5, problem: "import.row.no-result", total: -1},
		{name: "a name", cell: "D2", price: 12.5, problem: "import.row.failed", total: 2500},
		{name: "a zero that was never worked out", cell: "H2", value: 0, anew: true, problem: "import.row.no-result", total: -1},
		{name: "a zero that was", cell: "H2", value: 0, total: 0},
		{name: "a result", cell: "H2", value: 30, anew: true, total: 3000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := importingtest.Workbook(t, excelize.Options{}, func(f *excelize.File) {
				row := []any{7001, "2026-03-01", 42, "Ann Bell", "Chair", 2, tt.price, nil}
				row[tt.cell[0]-'A'] = nil
				importingtest.RowsOf(t, f, "Sheet1", 1, head, row)
				if tt.value != nil {
					if err := f.SetCellValue("Sheet1", tt.cell, tt.value); err != nil {
						t.Fatal(err)
					}
				}
				for _, cell := range []string{tt.cell, "H9"} { // nothing else is in the last row
					if err := f.SetCellFormula("Sheet1", cell, "F2*G2"); err != nil {
						t.Fatal(err)
					}
				}
				if tt.anew {
					if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
						t.Fatal(err)
					}
				}
			})
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, file)
			total := int64(-1)
			for _, bought := range book.Bought {
				total = bought.Total
			}
			if got := strings.Join(importingtest.Problems(p), " "); total != tt.total || got != tt.problem || p.Files[0].Rows != 1 {
				t.Errorf("the receipt came to %d, and said was %q; want %d, %q", total, got, tt.total, tt.problem)
			}
		})
	}
}

func TestAFormulaThatFailedIsSaid(t *testing.T) {
	for failure, want := range map[string]string{"#N/A": "import.row.number", "#REF!": "import.row.number", "#DIV/0!": "import.row.number"} {
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Date,Customer ID,Item,Amount", "2026-03-01,7,Cup,"+failure, "2026-03-01,7,"+failure+",5.00"))
		if got := importingtest.Problems(p); !slices.Equal(got, []string{want, "import.row.failed"}) {
			t.Errorf("%s: said %q", failure, got)
		}
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table("Name,Phone,City", "Ann,+44 20 7946 0290,#N/A"))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.row.failed"}) || p.Summary.Contacts.Created != 1 {
		t.Errorf("of a contact: said %q", got)
	}
}
