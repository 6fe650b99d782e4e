package receipts_test

import (
	"fmt"
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

func TestAmountsOfACurrencyWithoutDecimalsAreNotAskedFor(t *testing.T) {
	for name, tt := range map[string]struct {
		shop, header, row string
		want              string // the total, or what is asked
	}{
		"of the shop":         {"VND", "Customer ID,Date,Item,Total", "7,2026-04-03,Mug,75.000", "75000 VND"},
		"of its own column":   {"EUR", "Customer ID,Date,Item,Total,Currency", "7,2026-04-03,Mug,75.000,VND", "75000 VND"},
		"of the column's":     {"EUR", "Customer ID,Date,Item,Total (JPY)", `7,2026-04-03,Mug,"1,200"`, "1200 JPY"},
		"beside the amount":   {"EUR", "Customer ID,Date,Item,Total", "7,2026-04-03,Mug,75.000đ", "75000 VND"},
		"of one with pennies": {"GBP", "Customer ID,Date,Item,Total", "7,2026-04-03,Mug,75.000", "error.import.point"},
		"of another column":   {"VND", "Customer ID,Date,Item,Total,Currency", "7,2026-04-03,Mug,75.000,GBP", "error.import.point"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Currency = tt.shop
			p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(tt.header, tt.row)}, importing.Options{})
			got := importingtest.KeyOf(err)
			if err == nil {
				got = fmt.Sprint(p.Items[0].Total.Minor, " ", p.Items[0].Total.Currency)
			}
			if got != tt.want {
				t.Errorf("got %s, want %s (%v)", got, tt.want, err)
			}
		})
	}
}
