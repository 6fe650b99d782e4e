package importing_test

import (
	"fmt"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// Cards and rows that meet in one customer, each with something of its own.
func TestACustomerHasNoMoreThanACardMayHaveHoweverManyMeetInThem(t *testing.T) {
	const many = 350
	phone := func(i int) string { return fmt.Sprintf("+44 20 7946 %04d", i) }
	cardsWith := func(own func(i int) string) importing.Source {
		var all []string
		for i := range many {
			all = append(all, importingtest.Card("FN:Ann Bell", "X-CUSTOMER-ID:7", own(i)))
		}
		return importingtest.Cards(all...)
	}
	rowsWith := func(header string, own func(i int) string) importing.Source {
		all := []string{header}
		for i := range many {
			all = append(all, own(i))
		}
		return importingtest.Table(all...)
	}
	for name, tt := range map[string]struct {
		file importing.Source
		what string
		most int
		size func(app.Customer) int
	}{
		"numbers": {
			cardsWith(func(i int) string { return "TEL:" + phone(i) }), "TEL", 100,
			func(c app.Customer) int { return len(c.Phones) },
		},
		"addresses for mail": {
			cardsWith(func(i int) string { return fmt.Sprintf("EMAIL:ann%d@example.com", i) }), "EMAIL", 100,
			func(c app.Customer) int { return len(c.Emails) },
		},
		"addresses": {
			cardsWith(func(i int) string { return fmt.Sprintf("ADR:;;%d High Street;London;;;", i) }), "ADR", 100,
			func(c app.Customer) int { return len(c.Addresses) },
		},
		"tags": {
			cardsWith(func(i int) string { return fmt.Sprintf("CATEGORIES:tag%d", i) }), "CATEGORIES", 100,
			func(c app.Customer) int { return len(c.Tags) },
		},
		"UIDs": {
			cardsWith(func(i int) string { return fmt.Sprintf("UID:%d", i) }), "UID", 100,
			func(c app.Customer) int { return len(c.References) },
		},
		"properties": {
			cardsWith(func(i int) string { return fmt.Sprintf("X-P%d:1", i) }), "X-P", 200,
			func(c app.Customer) int { return len(c.Unknown) },
		},
		"numbers of receipts with one address for mail": {
			rowsWith("receipt,date,name,phone,email,item,amount", func(i int) string {
				return fmt.Sprintf("%d,2026-03-01,Ann Bell,%s,ann@example.com,Cup,5", i, phone(i))
			}), "TEL", 100,
			func(c app.Customer) int { return len(c.Phones) },
		},
		"addresses of receipts with one customer's number": {
			rowsWith("receipt,date,customer id,name,email,item,amount", func(i int) string {
				return fmt.Sprintf("%d,2026-03-01,7,Ann Bell,ann%d@example.com,Cup,5", i, i)
			}), "EMAIL", 100,
			func(c app.Customer) int { return len(c.Emails) },
		},
		"numbers of one row": {
			importingtest.Table("Name,"+listed(many, func(i int) string { return fmt.Sprintf("Phone %d - Value", i+1) }), "Ann Bell,"+listed(many, phone)), "TEL", 100,
			func(c app.Customer) int { return len(c.Phones) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, tt.file)
			if n := tt.size(book.Named(t, "Ann Bell")); n != tt.most {
				t.Errorf("%d are kept, want %d", n, tt.most)
			}
			said := 0
			for _, item := range p.Items {
				for _, problem := range item.Problems {
					if what, _ := problem.Args["Property"].(app.CardProperty); problem.Key == "import.card.full" && strings.HasPrefix(string(what), tt.what) {
						said++
					}
				}
			}
			if said == 0 {
				t.Error("nobody says that some were left out")
			}
			again := importingtest.Look(t, book, importing.Options{}, tt.file)
			if s := again.Summary.Counts; s.Same != s.Read {
				t.Errorf("the second time %+v", s)
			}
		})
	}
}

func TestManyPeopleWithOneUIDAreFoundAgain(t *testing.T) {
	var all []string
	for i := range 60 {
		all = append(all, importingtest.Card(fmt.Sprintf("FN:%c%c%c Bell%d", 'A'+i%26, 'a'+i%5, 'b'+i%7, i), "UID:same", fmt.Sprintf("TEL:+44 20 79%02d 4321", i), fmt.Sprintf("BDAY:19%02d-01-01", i+10)))
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(all...))
	if len(book.Customers) != len(all) {
		t.Fatalf("%d customers", len(book.Customers))
	}
	again := importingtest.Look(t, book, importing.Options{}, importingtest.Cards(all...))
	if s := again.Summary.Counts; s.Same != len(all) {
		t.Errorf("the second time %+v", s)
	}
}

func listed(n int, each func(i int) string) string {
	var all []string
	for i := range n {
		all = append(all, each(i))
	}
	return strings.Join(all, ",")
}
