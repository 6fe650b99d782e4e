package receipts_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestAllLinesOfACustomerTellWhoTheyAre(t *testing.T) {
	header := "Order ID,Customer ID,Customer Name,Email,Phone,Date,Item,Quantity,Price"
	book := importingtest.NewShelf()
	book.Settings.Country = "GB"
	importingtest.Take(t, book, importingtest.Table(
		header,
		"1,K7,,,,2026-04-13,Lamp,1,10.50",
		"2,K7,Mia Berg,,020 7946 0290,2026-04-14,Shade,1,5",
		"3,K7,Mia Berg,mia@example.com,,2026-04-15,Bulb,1,2",
		"4,K7,Somebody Else,,020 7946 0291,2026-04-16,Bulb,1,2",
	))
	c := book.Named(t, "Mia Berg")
	if len(book.Customers) != 1 || len(c.Phones) != 1 || c.Phones[0].E164 != "+442079460290" || len(c.Emails) != 1 || len(book.BoughtBy(c.ID)) != 4 {
		t.Errorf("%d customers, the first %+v", len(book.Customers), c)
	}
	importingtest.Take(t, book, importingtest.Table(header, "5,K7,Mia Berg,,020 7946 0292,2026-04-17,Bulb,1,2"))
	if c := book.Named(t, "Mia Berg"); len(book.Customers) != 1 || len(c.Phones) != 2 {
		t.Errorf("a later import left %+v", c)
	}
}

func TestWhoIsInTheBookIsFoundByWhatALaterLineSays(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Mia Berg", "TEL:+442079460290")))
	importingtest.Take(t, book, importingtest.Table(
		"Order ID,Customer ID,Customer Name,Phone,Date,Item,Quantity,Price",
		"1,K7,,,2026-04-13,Lamp,1,10.50",
		"2,K7,Mia Berg,+44 20 7946 0290,2026-04-14,Shade,1,5",
	))
	c := book.Named(t, "Mia Berg")
	if len(book.Customers) != 1 || c.Reference(app.ReferenceShop) != "K7" || len(book.BoughtBy(c.ID)) != 2 {
		t.Errorf("%d customers, the first %+v", len(book.Customers), c)
	}
}

func TestNumbersUnderTheHeadingOfTheCustomerGatherToo(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table(
		"customer,email,order,date,item,amount",
		"17850,,1,2026-04-13,Lamp,10.50",
		"17850,mia@example.com,2,2026-04-14,Shade,5.00",
	))
	for _, c := range book.Customers {
		if len(c.Emails) != 1 || c.Reference(app.ReferenceShop) != "17850" || c.Name.Full != "" {
			t.Errorf("%+v", c)
		}
	}
	if len(book.Customers) != 1 {
		t.Errorf("%d customers", len(book.Customers))
	}
}
