package importing_test

import (
	"errors"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheItemsOfAnOrderFillWhatTheListOfOrdersLeftOpen(t *testing.T) {
	orders := importingtest.Table(importingtest.EtsyOrders, importingtest.Filled(importingtest.EtsyOrders, importingtest.Cells{
		"Sale Date": "03/04/26", "Order ID": "900", "Buyer User ID": "ann", "Full Name": "Ann Bell", "Currency": "USD", "Order Total": "38.10",
	}))
	items := importingtest.Table(importingtest.EtsyItems, importingtest.Filled(importingtest.EtsyItems, importingtest.Cells{
		"Sale Date": "03/04/26", "Item Name": "Mug", "Buyer": "Ann Bell (ann)", "Quantity": "2", "Item Total": "31.00", "Currency": "USD",
		"Transaction ID": "1", "Listing ID": "2", "Order ID": "900", "Ship Name": "Ann Bell",
	}))
	want := []string{"2026-03-04 900 Ann Bell ann: 2×Mug=3100 3810 USD"}
	t.Run("one import after the other", func(t *testing.T) {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, orders)
		importingtest.Take(t, book, items)
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	})
	t.Run("both at once", func(t *testing.T) {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, orders, items)
		if got := book.Sold(); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	})
}

func TestAFormulaThatFailedIsNoAmountAndNoName(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Customer ID,Name,Date,Receipt,Item,Price", "7,#N/A,2026-04-03,R1,Mug,5.00", "7,Ann,2026-04-03,R2,Mug,#N/A", "7,Ann,#REF!,R3,Mug,5.00"))
	if got := book.Sold(); !slices.Equal(got, []string{"2026-04-03 R1 Ann 7: 1×Mug=500 500 GBP"}) || p.Summary.BadLines != 2 {
		t.Errorf("%q, %+v", got, p.Summary)
	}
}

func TestANumberThatASpreadsheetTookForAFractionIsDialled(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Name,Phone", "Ann,442079460290.0"))
	if got := book.Anyone(t).Phones[0].Typed; got != "442079460290" {
		t.Errorf("%q", got)
	}
}

func TestDaysThatContradictEachOtherAreBothNamed(t *testing.T) {
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{
		importingtest.Table("Customer ID,Date,Item", "7,3/14/2026,Mug", "7,13/4/2026,Mug"),
	}, importing.Options{})
	var e *app.Error
	if !errors.As(err, &e) || e.Args["DayFirst"] != "13/4/2026" || e.Args["MonthFirst"] != "3/14/2026" {
		t.Errorf("%v", err)
	}
}
