package main

import (
	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/ui"
	"ringback.app/ui/files"
	reviewpage "ringback.app/ui/review"
)

// reviewPage returns the page that shows what customers have been saying.
func (d *desktop) reviewPage() *reviewpage.Page {
	w, sums := d.window, review.New(d.shop, d.clock)
	return reviewpage.New(reviewpage.Services{
		Sums: sums, Praise: d.opinions(d.shop), Monday: d.monday(d.shop, sums), Book: d.shop, Window: w,
		Clock: d.clock, Run: d.run, Words: d.words(), Order: d.order(), By: d.by,
		OnCustomer: w.OpenCustomer, OnSave: files.New(ui.Exports{Window: w}, d.run, d.clock, d.voice).Place, OnOpen: d.showFile,
		OnSaid:      func(q app.OpinionQuery) { w.Go(d.said); d.said.Find(q) },
		OnUnmatched: func() { w.Go(d.said); d.said.ShowUnmatched() },
		OnPraise:    func() { w.Go(d.said); d.said.ShowPraise() },
		OnCards:     w.TypeOpinion, OnLoyalty: w.GoLoyalty,
	}, d.voice)
}
