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
