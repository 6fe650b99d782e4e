package calllist_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/calllist/calllisttest"
)

// drawMoment draws a moment of half a year with both changes of clocks near.
func drawMoment(t *rapid.T, label string) time.Time {
	minute := rapid.IntRange(0, 200*24*60).Draw(t, label)
	return time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(minute) * time.Minute)
}

func drawPlan(t *rapid.T) app.Plan {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ 1})
	plan.TimeZone = rapid.SampledFrom([]string{"Europe/Helsinki", "America/New_York", "UTC"}).Draw(t, "zone")
	plan.Capacity = rapid.IntRange(0, 12).Draw(t, "capacity")
	plan.AskWeekly = rapid.IntRange(0, 4).Draw(t, "a week")
	plan.Cooldown = rapid.IntRange(0, 20).Draw(t, "cooldown")
	plan.Thank = app.ThankRule{Purchases: []int{2, 5}, Years: []int{1, 2}, Days: 30}
	plan.ItemTags = []app.ItemTag{{Tag: "furniture", Words: []string{"table"}}}
	plan.Windows = rapid.SampledFrom([][]app.Window{
		nil,
		{{Opens: 3, Closes: 15}},
		{{Opens: 2, Closes: 9}, {Opens: 14, Closes: 30}, {Opens: 60, Closes: 75}},
		{{Opens: 0, Closes: 40}, {Opens: 1, Closes: 20, Tag: "furniture"}, {Opens: 30, Closes: 30}},
	}).Draw(t, "windows")
	return plan
}

func drawShop(t *rapid.T, now time.Time) *calllisttest.Shop {
	shop := &calllisttest.Shop{Plan: drawPlan(t), Gap: rapid.SampledFrom([]int{0, 30, 77, 120}).Draw(t, "gap")}
	people := rapid.IntRange(1, 25).Draw(t, "people")
	zone := shop.Plan.Location()
	for i := range people {
		c := drawCustomer(t, byte(i+1))
		shop.Put(c)
		number := byte(0)
		id := func() app.ID {
			number++
			return app.ID{1: byte(i + 1), 15: number}
		}
		ago := func(most int, label string) time.Time {
			return now.Add(-time.Duration(rapid.IntRange(0, most*24).Draw(t, label)) * time.Hour)
		}
		for range rapid.IntRange(0, 4).Draw(t, "purchases") {
			p := app.Purchase{
				ID: id(), Customer: c.ID, Day: app.DayOf(ago(rapid.SampledFrom([]int{20, 90, 800}).Draw(t, "span"), "day").In(zone)),
				Total: int64(rapid.IntRange(1, 3).Draw(t, "total")),
				Lines: []app.Line{{Item: rapid.SampledFrom([]string{"table", "lamp"}).Draw(t, "item"), Quantity: app.One}},
			}
			shop.Put(p)
		}
		for range rapid.IntRange(0, 4).Draw(t, "calls") {
			call := app.Call{
				ID: id(), Customer: c.ID, Start: ago(rapid.SampledFrom([]int{2, 30, 150}).Draw(t, "span"), "start"),
				Disposition: rapid.SampledFrom(app.Dispositions()).Draw(t, "disposition"),
			}
			if phones := c.Callable(); len(phones) > 0 {
				call.Number = phones[0].Dialled()
			}
			if rapid.IntRange(0, 3).Draw(t, "agreed") == 0 {
				at := call.Start.Add(time.Duration(rapid.IntRange(0, 200).Draw(t, "in hours")) * time.Hour)
				call.Next = &app.NextStep{At: at, Timed: rapid.Bool().Draw(t, "timed")}
				if !call.Next.Timed {
					call.Next.At = app.DayOf(at.In(zone)).Start(zone)
				}
			}
			shop.Put(call)
		}
		if rapid.IntRange(0, 2).Draw(t, "told") == 0 {
			shop.Put(app.Opinion{ID: id(), Customer: c.ID, Taken: ago(40, "taken"), Source: app.FromCard, Praise: []string{"Anna"}})
		}
		if rapid.IntRange(0, 3).Draw(t, "given") == 0 {
			c.Thanks = []app.ThankYou{{Day: app.DayOf(ago(30, "given on").In(zone)), What: "Flowers"}}
			shop.Put(c)
		}
		for range max(0, rapid.IntRange(-3, 2).Draw(t, "complaints")) {
			k := app.Complaint{ID: id(), Customer: c.ID, Received: ago(20, "received"), Wrong: "It wobbles"}
			if rapid.Bool().Draw(t, "put right") {
				k.PutRight = ago(6, "put right at")
			}
			shop.Put(k)
		}
	}
	return shop
}

func drawCustomer(t *rapid.T, n byte) app.Customer {
	c := app.Customer{ID: app.ID{0: n}, Archived: rapid.IntRange(0, 9).Draw(t, "archived") == 0}
	c.TimeZone = rapid.SampledFrom([]string{"", "", "Asia/Tokyo", "America/Los_Angeles"}).Draw(t, "their zone")
	for i := range rapid.IntRange(0, 2).Draw(t, "numbers") {
		c.Phones = append(c.Phones, app.Phone{E164: fmt.Sprint("+", n, i)})
	}
	if rapid.IntRange(0, 5).Draw(t, "refuses") == 0 {
		c.DoNotCall = []app.DoNotCall{{Purpose: rapid.SampledFrom([]app.Purpose{
			app.PurposeAny, app.PurposeMarketing, app.PurposeFollowUp,
		}).Draw(t, "purpose")}}
	}
	return c
}
