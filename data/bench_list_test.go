package data_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/data"
)

// The first 50 of the call list, with reasons, at moments that differ in what
// has to be found out. Budget: 5 ms.
func BenchmarkCallList(b *testing.B) {
	moments := []struct{ name, at string }{
		{"day", "2026-11-20T10:00:00Z"},
		{"evening, quiet here", "2026-11-20T21:30:00Z"},
		{"Sunday", "2026-11-22T12:00:00Z"},
		{"Monday before anybody calls", "2026-11-23T00:30:00Z"},
		{"Monday", "2026-11-23T09:00:00Z"},
		{"two weeks on", "2026-12-04T10:00:00Z"},
		{"summer time began", "2027-03-29T08:00:00Z"},
	}
	book := benchBook(b)
	for _, m := range moments {
		b.Run(m.name, func(b *testing.B) { callList(b, book, m.at, 50) })
	}
}

// With nobody else to call the week's lots are drawn among all who were never
// asked.
// The list is not cut at 50.
func BenchmarkCallListOfTheDraw(b *testing.B) {
	book := benchCopy(b)
	plan, err := book.Plan(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	plan.Windows, plan.Quiet.MinDays, plan.Capacity = nil, 9999, 100
	if _, err := book.Apply(b.Context(), app.Batch{Act: app.ActEditPlan, Changes: []app.Change{app.Put(plan)}}); err != nil {
		b.Fatal(err)
	}
	callList(b, book, "2026-11-23T09:00:00Z", 0)
}

func callList(b *testing.B, book *data.Book, at string, limit int) {
	b.Helper()
	now, err := time.Parse(time.RFC3339, at)
	if err != nil {
		b.Fatal(err)
	}
	list := calllist.New(book, func() time.Time { return now })
	today, err := list.Today(b.Context(), limit)
	if err != nil {
		b.Fatal(err)
	}
	var spots []spot
	for _, e := range append(today.Entries, today.Later...) {
		spots = append(spots, known(e.Customer.ID)...)
	}
	against(b, func() error {
		_, err := list.Today(b.Context(), limit)
		return err
	}, gets(book, spots))
	b.ReportMetric(float64(len(today.Entries)), "people")
}

// Everybody who is not called, and why. Nobody waits for it.
func BenchmarkSkipped(b *testing.B) {
	book := benchBook(b)
	list := calllist.New(book, func() time.Time { return benchNow })
	people := 0
	var spots []spot
	err := list.Skipped(b.Context(), func(s calllist.Skipped) bool {
		people++
		spots = append(spots, known(s.Customer.ID)...)
		return true
	})
	if err != nil {
		b.Fatal(err)
	}
	against(b, func() error {
		return list.Skipped(b.Context(), func(calllist.Skipped) bool { return true })
	}, gets(book, spots))
	b.ReportMetric(float64(people), "people")
}

// A call card. Budget: 5 ms.
func BenchmarkCard(b *testing.B) {
	book := benchBook(b)
	clock := func() time.Time { return benchNow }
	today, err := calllist.New(book, clock).Today(b.Context(), 50)
	if err != nil {
		b.Fatal(err)
	}
	var listed []app.ID
	for _, e := range today.Entries {
		listed = append(listed, e.Customer.ID)
	}
	for name, people := range map[string][]app.ID{"of the list": listed, "of anybody": someCustomers(b, book, 1000)} {
		b.Run(name, func(b *testing.B) {
			desk := calling.New(book, clock, benchIDs())
			bare := make([]func() error, len(people))
			for i, id := range people {
				card, err := desk.CardAbout(b.Context(), id, app.ID{})
				if err != nil {
					b.Fatal(err)
				}
				bare[i] = gets(book, onCard(card))
			}
			n := 0
			against(b, func() error {
				n++
				_, err := desk.CardAbout(b.Context(), people[n%len(people)], app.ID{})
				return err
			}, func() error { return bare[n%len(people)]() })
		})
	}
}

// onCard returns where everything lies that a card shows.
func onCard(c calling.Card) []spot {
	spots := known(c.Customer.ID)
	for _, p := range c.Purchases {
		spots = append(spots, spot{"purchases", p.ID[:]})
	}
	for _, o := range c.Opinions {
		spots = append(spots, spot{"diary", append(o.ID[:], 'o')})
	}
	for _, r := range c.Calls {
		spots = append(spots, spot{"diary", append(r.ID[:], 'c')})
	}
	for _, m := range c.Complaints {
		spots = append(spots, spot{"diary", append(m.ID[:], 'm')})
	}
	return spots
}
