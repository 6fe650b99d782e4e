package importing_test

import (
	"testing"

	"ringback.app/app"
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
			book := newShelf()
			p := take(t, book, table(tt.header, tt.row+",1,2026-04-13,Lamp,10.50", tt.row+",2,2026-04-14,Shade,5.00"))
			for _, c := range book.customers {
				if c.Reference(app.ReferenceShop) != tt.number || c.Name.Full != tt.called {
					t.Errorf("%+v", c)
				}
			}
			if len(book.customers) != 1 || len(p.Files[0].NotTaken) > 0 {
				t.Errorf("%d customers, not taken: %v", len(book.customers), p.Files[0].NotTaken)
			}
		})
	}
}

func TestNamesBesideAFirmAreNoNumbers(t *testing.T) {
	book := newShelf()
	take(t, book, table("customer,email,order,date,item,amount", "Mia Berg,mia@example.com,1,2026-04-13,Lamp,10.50", "K2,k2@example.com,2,2026-04-14,Shade,5.00"))
	if c := book.named(t, "K2"); len(c.References) != 0 || len(book.customers) != 2 {
		t.Errorf("%+v", c)
	}
}
