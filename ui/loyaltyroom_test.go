package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
)

func TestLoyaltyLeadsBackToWhereItWasOpenedFrom(t *testing.T) {
	a := test.NewTempApp(t)
	s := reopen(t, a)
	loyalty := newPage("Loyalty")
	w := ui.New(a, s.Deps)
	w.SetPages(ui.Pages{Today: s.today, Customers: s.customers, Loyalty: loyalty})
	w.Show()
	w.Go(s.customers)
	w.GoLoyalty()
	w.GoLoyalty() // once more, where it is open already
	w.Changed(app.Changed{})
	s.customers.told = nil
	w.LeaveLoyalty()
	if want := []string{"shown", "changed", "hidden"}; !slices.Equal(loyalty.told, want) {
		t.Errorf("told %v, want %v", loyalty.told, want)
	}
	if !slices.Equal(s.customers.told, []string{"shown"}) {
		t.Errorf("back at Customers: %v", s.customers.told)
	}
}

func TestACustomerLeadsBackToWhereTheyWereOpenedFrom(t *testing.T) {
	a := test.NewTempApp(t)
	s := reopen(t, a)
	loyalty := newPage("Loyalty")
	w := ui.New(a, s.Deps)
	w.SetPages(ui.Pages{Today: s.today, Customers: s.customers, Loyalty: loyalty})
	w.Show()
	w.GoLoyalty()
	loyalty.told = nil
	w.OpenCustomer(app.ID{1})
	s.customers.back()
	if want := []string{"hidden", "shown"}; !slices.Equal(loyalty.told, want) {
		t.Errorf("told %v, want %v", loyalty.told, want)
	}
	w.Go(s.customers)
	w.OpenCustomer(app.ID{1})
	if s.customers.back != nil {
		t.Error("opened from among everybody, they lead somewhere else")
	}
}
