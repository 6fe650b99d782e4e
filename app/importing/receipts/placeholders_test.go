package receipts_test

import (
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestWhoIsNobodyIsNoCustomer(t *testing.T) {
	header := "Receipt,Date,Customer ID,Customer Name,Phone,Item,Qty,Price"
	for _, row := range []string{
		"0,Walk-in,", "000,,", "-,Laufkundschaft,-", "N/A,,", "guest,Guest,000 000", "Gast,Barverkauf,", "Invité,,n/a", ",Käteisasiakas,", "Walk-In Customer,,",
	} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table(
			header,
			"1,2026-04-13,"+row+",Lamp,1,10.50",
			"2,2026-04-14,"+row+",Shade,1,10.50",
			"3,2026-04-13,7,Mia Berg,+442079460290,Lamp,1,10.50",
		))
		if len(book.Customers) != 1 || p.Summary.NoOneLines != 2 || p.Summary.Receipts.Created != 1 {
			t.Errorf("%q: %d customers, %+v", row, len(book.Customers), p.Summary)
		}
	}
}

func TestAGuestWithATelephoneIsACustomerWithoutAName(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"Receipt,Date,Customer ID,Customer Name,Phone,Item,Qty,Price",
		"1,2026-04-13,guest,Guest,+442079460290,Lamp,1,10.50",
		"2,2026-04-13,guest,Guest,+442079460291,Lamp,1,10.50",
	))
	if len(book.Customers) != 2 {
		t.Errorf("%d customers", len(book.Customers))
	}
	for _, c := range book.Customers {
		if c.Name.Full != "" || len(c.References) != 0 || len(c.Phones) != 1 {
			t.Errorf("%+v", c)
		}
	}
}
