package main

import (
	"ringback.app/app"
	"ringback.app/app/loyalty"
	customerspage "ringback.app/ui/customers"
	loyaltypage "ringback.app/ui/loyalty"
	settingspage "ringback.app/ui/settings"
)

// loyaltyPage returns the page that shows who the best customers are.
func (d *desktop) loyaltyPage(people *customerspage.Page, plan *settingspage.Page) *loyaltypage.Page {
	w := d.window
	return loyaltypage.New(loyaltypage.Services{
		Desk: loyalty.New(d.shop, d.clock), Window: w, Run: d.run,
		OnCustomer: w.OpenCustomer, OnCall: d.call, OnBack: w.LeaveLoyalty, OnImport: w.GoImport,
		OnTune:  func() { w.Go(plan); plan.Tune() },
		OnThank: func(customer app.ID) { w.GoCustomers(); people.GiveThanks(customer) },
	}, d.voice)
}
