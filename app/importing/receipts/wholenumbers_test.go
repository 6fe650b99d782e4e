package receipts_test

import (
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestARowWhoseAmountIsNoSingleNumberIsNamedAndLeftOut(t *testing.T) {
	for name, tt := range map[string]struct{ qty, amount, want string }{
		"two numbers":                {"1", "5.50 + 2.00", "import.row.number"},
		"two numbers side by side":   {"1", "10 50", "import.row.number"},
		"a word that turns the sign": {"1", "5.00 refund", "import.row.number"},
		"a sum of quantities":        {"2+1", "5.00", "import.row.number"},
		"a quantity in dozens":       {"2 doz", "5.00", "import.row.number"},
		"a quantity of pieces":       {"2 pcs", "5.00", ""},
		"a number in thousands":      {"1", "2k", ""},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table("Customer ID,Date,Receipt,Item,Qty,Total",
				"7,2026-04-03,R1,Mug,"+tt.qty+","+tt.amount, "7,2026-04-04,R2,Mug,1,5.00")}, importing.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, item := range p.Items {
				for _, problem := range item.Problems {
					got = problem.Key
				}
			}
			if got != tt.want {
				t.Errorf("the problem is %q, want %q", got, tt.want)
			}
		})
	}
}
