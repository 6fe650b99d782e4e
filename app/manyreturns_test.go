package app_test

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"ringback.app/app"
)

// boughtCups is a purchase in brief of so many cups, or a return of them.
func boughtCups(n int, day app.Day, cups app.Quantity) app.Bought {
	b := app.Bought{Day: day, Return: cups < 0, Items: []app.BoughtItem{pieces("Cup", cups)}}
	binary.BigEndian.PutUint64(b.Purchase[8:], uint64(n+1))
	return b
}

// The rule in few words: each return takes from the latest purchase before it
// that has enough.
func TestEachOfManyReturnsTakesFromTheLatestPurchaseThatHasEnough(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var all []app.Bought
		day := app.Day(20_000)
		for n := range 1 + random.IntN(60) {
			day += app.Day(random.IntN(2))
			cups := app.Quantity(1 + random.IntN(5))
			if random.IntN(3) == 0 {
				cups = -cups
			}
			all = append(all, boughtCups(n, day, cups))
		}
		left := make([]app.Quantity, len(all))
		for i, p := range all {
			left[i] = p.Items[0].Quantity
		}
		for _, back := range all {
			for i := len(all) - 1; back.Return && i >= 0; i-- {
				if !all[i].Return && all[i].Day <= back.Day && left[i]+back.Items[0].Quantity >= 0 {
					left[i] += back.Items[0].Quantity
					break
				}
			}
		}
		want, last := 0, app.Day(0)
		for i, p := range all {
			if !p.Return && left[i] > 0 {
				want, last = want+1, max(last, p.Day)
			}
		}
		got, _ := app.SummarizeBuying(all)
		if got.Count != want || got.Last != last {
			t.Fatalf("%d purchases stand, the last of %s; want %d, %s: %+v", got.Count, got.Last, want, last, all)
		}
	}
}

// BenchmarkReturnsOfOneNumber sums up a number that stands for all whom a till
// does not know: 20,000 cups sold, and as many returns of two, which nobody
// bought.
func BenchmarkReturnsOfOneNumber(b *testing.B) {
	var all []app.Bought
	for n := range 20_000 {
		all = append(all, boughtCups(2*n, 20_000, 1), boughtCups(2*n+1, 20_001, -2))
	}
	b.ReportAllocs()
	for b.Loop() {
		if got, _ := app.SummarizeBuying(all); got.Count != 20_000 {
			b.Fatal(got.Count)
		}
	}
}
