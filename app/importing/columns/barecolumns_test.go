package columns_test

import (
	"context"
	"fmt"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAColumnCalledCustomerIsTheNumberOrTheNameByWhatIsInIt(t *testing.T) {
	for _, tt := range []struct{ name, header, row, number, called string }{
		{"beside a name", "customer,name,order,date,item,amount", "C17,Mia Berg", "C17", "Mia Berg"},
		{"beside the customer's name", "customer,customer name,order,date,item,amount", "17850,Mia Berg", "17850", "Mia Berg"},
		{"behind the name", "customer name,customer,order,date,item,amount", "Mia Berg,17850", "17850", "Mia Berg"},
		{"in German", "Kunde,Kundenname,order,date,item,amount", "17850,Mia Berg", "17850", "Mia Berg"},
		{"as long as programs make them", "customer,name,order,date,item,amount", "9f0c2a44-6d1f-4b6e-9c5e-0a4a5a9d7e11,Mia Berg", "9f0c2a44-6d1f-4b6e-9c5e-0a4a5a9d7e11", "Mia Berg"},
		{"a name beside a number", "customer,customer id,order,date,item,amount", "Mia Berg,17850", "17850", "Mia Berg"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row+",1,2026-04-13,Lamp,10.50", tt.row+",2,2026-04-14,Shade,5.00"))
			for _, c := range book.Customers {
				if c.Reference(app.ReferenceShop) != tt.number || c.Name.Full != tt.called {
					t.Errorf("%+v", c)
				}
			}
			if len(book.Customers) != 1 || len(p.Files[0].NotTaken) > 0 {
				t.Errorf("%d customers, not taken: %v", len(book.Customers), p.Files[0].NotTaken)
			}
		})
	}
}

func TestNamesBesideAFirmAreNoNumbers(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("customer,email,order,date,item,amount", "Mia Berg,mia@example.com,1,2026-04-13,Lamp,10.50", "K2,k2@example.com,2,2026-04-14,Shade,5.00"))
	if c := book.Named(t, "K2"); len(c.References) != 0 || len(book.Customers) != 2 {
		t.Errorf("%+v", c)
	}
}

// sold are a hundred lines that name the customer by number, and further ones.
func sold(further ...string) importing.Source {
	lines := []string{"Customer,Date,Item,Amount"}
	for n := range 100 {
		lines = append(lines, fmt.Sprintf("%d,2026-01-02,A,3.00", n+1))
	}
	return importingtest.Table(append(lines, further...)...)
}

func TestAStrayLineDoesNotCostTheTable(t *testing.T) {
	for _, tt := range []struct{ name, line, says string }{
		{"a sum", "Sum of all,,,300.00", "import.row.no-day"},
		{"a line that ends early", "un closed,2", "import.row.day"},
		{"a name", "Ann Lee,2026-01-03,A,3.00", "import.row.no-number"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, sold(tt.line))
			if len(book.Customers) != 100 || p.Summary.Receipts.Created != 100 || p.Summary.BadLines != 1 {
				t.Errorf("%d customers, %+v", len(book.Customers), p.Summary)
			}
			last := p.Items[len(p.Items)-1]
			if last.Action != importing.Reject || last.Problems[0].Key != tt.says {
				t.Errorf("the stray line: %+v", last)
			}
		})
	}
}

func TestANameAmongNumbersIsKnownByItsAddress(t *testing.T) {
	lines := []string{"Customer,Email,Date,Item,Amount"}
	for n := range 20 {
		lines = append(lines, fmt.Sprintf("%d,,2026-01-02,A,3.00", n+1))
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(append(lines, "Ann Lee,ann@example.com,2026-01-03,A,3.00")...))
	if c := book.Named(t, "Ann Lee"); len(c.References) != 0 || len(c.Emails) != 1 {
		t.Errorf("%+v", c)
	}
}

func TestNumbersMixedWithNamesAreAskedAbout(t *testing.T) {
	file := importingtest.Table("Customer,Date,Item,Amount", "17,2026-01-02,A,3.00", "Ann Lee,2026-01-03,A,3.00", "18,2026-01-02,A,3.00")
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	_, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{})
	if importingtest.KeyOf(err) != "error.import.number-or-name" {
		t.Fatalf("%v", err)
	}
	for _, tt := range []struct {
		said fields.Field
		want int
	}{{fields.Customer, 3}, {fields.Name, 3}} {
		p, err := im.Read(context.Background(), []importing.Source{file}, importing.Options{Map: []columns.Mapping{{Column: "Customer", Field: tt.said}}})
		if err != nil || p.Summary.Receipts.Created != tt.want {
			t.Errorf("as %s: %v", tt.said, err)
		}
	}
}

func TestInATableOfContactsAFewOddCellsDoNotTurnTheColumnCalledCustomer(t *testing.T) {
	lines := []string{"Customer,Full name,Phone"}
	for n := range 20 {
		lines = append(lines, fmt.Sprintf("C%d,Ann Lee %d,+44 20 7946 02%02d", n, n, n))
	}
	lines = append(lines, ",Mia Berg,+44 20 7946 0290", "new one,Joe Hill,+44 20 7946 0291", "Eva Orr,,+44 20 7946 0292")
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table(lines...))
	for name, number := range map[string]string{"Ann Lee 7": "C7", "Mia Berg": "", "Joe Hill": "", "Eva Orr": ""} {
		if got := book.Named(t, name).Reference(app.ReferenceShop); got != number {
			t.Errorf("%s has the number %q, want %q", name, got, number)
		}
	}
	if got := importingtest.Problems(p); len(got) != 1 || got[0] != "import.card.cell" {
		t.Errorf("said %q, want what of the one with a name was left out", got)
	}
}

func TestInATableOfContactsNamesInTheColumnCalledCustomerStayNames(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Customer,Contact name,Phone", "Lee Ltd,Ann Lee,+44 20 7946 0290", "K2,Joe Hill,+44 20 7946 0291"))
	for _, c := range book.Customers {
		if len(c.References) > 0 {
			t.Errorf("%+v", c)
		}
	}
}
