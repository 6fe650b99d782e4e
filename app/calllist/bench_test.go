package calllist_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

// backlog is a shop of so many customers, of whom every tenth bought within the
// after-purchase window, most have gone quiet, and nobody was ever asked.
func backlog(customers int) *calllisttest.Shop {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.Capacity = helsinki, 50
	shop := &calllisttest.Shop{Plan: plan, Gap: 100}
	today := app.NewDay(2026, time.March, 11)
	for i := range customers {
		id := app.ID{12: byte(i >> 24), 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
		c := app.Customer{ID: id, Phones: []app.Phone{{E164: "+3581"}}}
		ago := app.Day(100 + i%900)
		if i%10 == 0 {
			ago = app.Day(3 + i/10%12)
		}
		shop.Put(c, app.Purchase{ID: id, Customer: id, Day: today - ago, Total: int64(i % 977), Currency: "EUR"})
	}
	return shop
}

func BenchmarkToday(b *testing.B) {
	now := func() time.Time { return time.Date(2026, time.March, 11, 10, 0, 0, 0, time.UTC) }
	for name, size := range map[string]int{"1000 customers": 1000, "100000 customers": 100_000} {
		shop := backlog(size)
		for _, windows := range []bool{true, false} {
			kind := "after a purchase"
			if !windows {
				kind, shop.Plan.Windows = "with the draw", nil
				shop.Plan.Quiet.MinDays = 9999
				shop.Put(shop.Plan)
			}
			list := calllist.New(shop, now)
			b.Run(name+"/"+kind, func(b *testing.B) {
				// The first question makes the shop derive its openings.
				if _, err := list.Today(context.Background(), 1); err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					if _, err := list.Today(context.Background(), 50); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkOpenings(b *testing.B) {
	shop := backlog(1)
	var s app.Summary
	err := shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		var err error
		s, err = snap.Summary(app.ID{})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	rules := calllist.NewRules(shop.Plan)
	b.ReportAllocs()
	for b.Loop() {
		rules.Openings(app.ID{}, &s)
	}
}
