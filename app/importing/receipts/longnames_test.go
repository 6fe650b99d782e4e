package receipts_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestANameThatIsTooLongIsCutWithAWordAndTheSaleKept(t *testing.T) {
	long := func(letters int) string { return strings.Repeat("é", letters) }
	for name, tt := range map[string]struct {
		header, row, column string
		letters             int
	}{
		"the name":       {"Date,Customer ID,Name,Item,Price", "2026-01-02,7," + long(301) + ",Lamp,5", "Name", app.NameLetters},
		"two parts":      {"Date,Customer ID,First name,Last name,Item,Price", "2026-01-02,7," + long(200) + "," + long(200) + ",Lamp,5", "Last name", app.NameLetters},
		"the first name": {"Date,Customer ID,First name,Item,Price", "2026-01-02,7," + long(301) + ",Lamp,5", "First name", app.NameLetters},
		"the firm":       {"Date,Customer ID,Company,Item,Price", "2026-01-02,7," + long(501) + ",Lamp,5", "Company", 500},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			var said []app.Args
			for _, problem := range p.Items[0].Problems {
				if problem.Key == "import.row.shortened" {
					said = append(said, problem.Args)
				}
			}
			if diff := cmp.Diff([]app.Args{{"Line": 2, "Column": tt.column, "Letters": tt.letters}}, said); diff != "" {
				t.Error(diff)
			}
			if c := book.Anyone(t); len([]rune(c.Name.Full)) > app.NameLetters || len(book.Bought) != 1 {
				t.Errorf("%d letters, %d purchases", len([]rune(c.Name.Full)), len(book.Bought))
			}
		})
	}
}
