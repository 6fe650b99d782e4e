package people_test

import (
	"fmt"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestManyWhoShareANumberStayThemselves(t *testing.T) {
	for name, line := range map[string]string{"a number": "TEL:+44 20 7946 0290", "an address": "EMAIL:none@example.com", "a name": "NOTE:number"} {
		t.Run(name, func(t *testing.T) {
			var file []string
			for i := range 100 {
				if name == "a name" {
					file = append(file, importingtest.Card("FN:Guest", fmt.Sprint(line, i)))
				} else {
					file = append(file, importingtest.Card(fmt.Sprintf("FN:Person%d Smith", i), line))
				}
			}
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Cards(file...))
			if len(book.Customers) != 100 {
				t.Errorf("%d people", len(book.Customers))
			}
			if again := importingtest.Take(t, book, importingtest.Cards(file...)); again.Summary.Same != 100 {
				t.Errorf("once more: %+v", again.Summary)
			}
		})
	}
}

func TestCardsThatCannotBeReadAreCountedBeyondSomeHundred(t *testing.T) {
	var file []string
	for range importing.MaxRejected + 500 {
		file = append(file, importingtest.Card("NOTE:nobody"))
	}
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Cards(append(file, importingtest.Card("FN:Ann"))...))
	if s := p.Summary.Contacts; s.Rejected != len(file) || s.Created != 1 || len(p.Items) != importing.MaxRejected+1 {
		t.Errorf("%+v, %d items", s, len(p.Items))
	}
}
