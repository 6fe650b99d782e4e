package importing_test

import "testing"

func TestWhoIsNobodyIsNoCustomer(t *testing.T) {
	header := "Receipt,Date,Customer ID,Customer Name,Phone,Item,Qty,Price"
	for _, row := range []string{
		"0,Walk-in,", "000,,", "-,Laufkundschaft,-", "N/A,,", "guest,Guest,000 000", "Gast,Barverkauf,", "Invité,,n/a", ",Käteisasiakas,", "Walk-In Customer,,",
	} {
		book := newShelf()
		p := take(t, book, table(
			header,
			"1,2026-04-13,"+row+",Lamp,1,10.50",
			"2,2026-04-14,"+row+",Shade,1,10.50",
			"3,2026-04-13,7,Mia Berg,+442079460290,Lamp,1,10.50",
		))
		if len(book.customers) != 1 || p.Summary.NoOneLines != 2 || p.Summary.Receipts.Created != 1 {
			t.Errorf("%q: %d customers, %+v", row, len(book.customers), p.Summary)
		}
	}
}

func TestAGuestWithATelephoneIsACustomerWithoutAName(t *testing.T) {
	book := newShelf()
	take(t, book, table(
		"Receipt,Date,Customer ID,Customer Name,Phone,Item,Qty,Price",
		"1,2026-04-13,guest,Guest,+442079460290,Lamp,1,10.50",
		"2,2026-04-13,guest,Guest,+442079460291,Lamp,1,10.50",
	))
	if len(book.customers) != 2 {
		t.Errorf("%d customers", len(book.customers))
	}
	for _, c := range book.customers {
		if c.Name.Full != "" || len(c.References) != 0 || len(c.Phones) != 1 {
			t.Errorf("%+v", c)
		}
	}
}
