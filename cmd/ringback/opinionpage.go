package main

import (
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/tellus"
	"ringback.app/ui"
	"ringback.app/ui/files"
	opinionspage "ringback.app/ui/opinions"
)

// opinionsPage returns the page where cards are typed in and found again.
func (d *desktop) opinionsPage() *opinionspage.Page {
	w, desk := d.window, d.opinions(d.shop)
	return opinionspage.New(opinionspage.Services{
		Desk: desk, Cards: tellus.New(d.shop, d.voice, d.clock), Ledger: exporting.NewQuotes(d.shop, desk, d.voice, d.clock),
		Book: d.shop, Window: w, Clock: d.clock, Run: d.run, After: d.after, Words: d.words(), Order: d.order(), By: d.by,
		OnCustomer: w.OpenCustomer, OnSave: files.New(ui.Exports{Window: w}, d.run, d.clock, d.voice).Place, OnOpen: d.showFile,
		OnBack: w.GoReview,
	}, d.voice)
}
