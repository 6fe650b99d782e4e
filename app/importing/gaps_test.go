package importing_test

import (
	"errors"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
)

func TestTheItemsOfAnOrderFillWhatTheListOfOrdersLeftOpen(t *testing.T) {
	orders := table(etsyOrders, filled(etsyOrders, cells{
		"Sale Date": "03/04/26", "Order ID": "900", "Buyer User ID": "ann", "Full Name": "Ann Bell", "Currency": "USD", "Order Total": "38.10",
	}))
	items := table(etsyItems, filled(etsyItems, cells{
		"Sale Date": "03/04/26", "Item Name": "Mug", "Buyer": "Ann Bell (ann)", "Quantity": "2", "Item Total": "31.00", "Currency": "USD",
		"Transaction ID": "1", "Listing ID": "2", "Order ID": "900", "Ship Name": "Ann Bell",
	}))
	want := []string{"2026-03-04 900 Ann Bell ann: 2×Mug=3100 3810 USD"}
	t.Run("one import after the other", func(t *testing.T) {
		book := newShelf()
		take(t, book, orders)
		take(t, book, items)
		if got := book.sold(); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	})
	t.Run("both at once", func(t *testing.T) {
		book := newShelf()
		take(t, book, orders, items)
		if got := book.sold(); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	})
}

func TestAFormulaThatFailedIsNoAmountAndNoName(t *testing.T) {
	book := newShelf()
	p := take(t, book, table("Customer ID,Name,Date,Receipt,Item,Price", "7,#N/A,2026-04-03,R1,Mug,5.00", "7,Ann,2026-04-03,R2,Mug,#N/A", "7,Ann,#REF!,R3,Mug,5.00"))
	if got := book.sold(); !slices.Equal(got, []string{"2026-04-03 R1 Ann 7: 1×Mug=500 500 GBP"}) || p.Summary.BadLines != 2 {
		t.Errorf("%q, %+v", got, p.Summary)
	}
}

func TestANumberThatASpreadsheetTookForAFractionIsDialled(t *testing.T) {
	book := newShelf()
	take(t, book, table("Name,Phone", "Ann,442079460290.0"))
	if got := book.anyone(t).Phones[0].Typed; got != "442079460290" {
		t.Errorf("%q", got)
	}
}

func TestDaysThatContradictEachOtherAreBothNamed(t *testing.T) {
	book := newShelf()
	_, err := importing.New(book, book.ids).Read(t.Context(), []importing.Source{
		table("Customer ID,Date,Item", "7,3/14/2026,Mug", "7,13/4/2026,Mug"),
	}, importing.Options{})
	var e *app.Error
	if !errors.As(err, &e) || e.Args["DayFirst"] != "13/4/2026" || e.Args["MonthFirst"] != "3/14/2026" {
		t.Errorf("%v", err)
	}
}
