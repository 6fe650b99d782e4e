package sample_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/sample"
)

// listOf returns the call list of the small shop at that moment.
func listOf(t *testing.T, at time.Time, seed uint64, country, zone string) (calllist.Today, []calllist.Skipped) {
	t.Helper()
	b := newBook()
	b.plan.Country, b.plan.TimeZone = country, zone
	o := small()
	o.Now, o.Seed = at, seed
	if _, err := sample.Write(t.Context(), b, o); err != nil {
		t.Fatal(err)
	}
	var shop calllisttest.Shop
	shop.Put(b.records...)
	list := calllist.New(&shop, func() time.Time { return at })
	today, err := list.Today(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	skipped, err := list.NotToday(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return today, skipped.People
}

func TestThereIsSomebodyToCallForEveryReasonAtAnyHour(t *testing.T) {
	for _, where := range [][2]string{{"GB", "Europe/London"}, {"FI", "Europe/Helsinki"}, {"US", "America/Los_Angeles"}} {
		for hours := 0; hours < 8*24; hours += 7 {
			at := now.Add(time.Duration(hours) * time.Hour)
			seed := uint64(hours%5) + 1
			today, _ := listOf(t, at, seed, where[0], where[1])
			kinds := make(map[app.ReasonKind]int)
			for _, e := range today.Entries {
				kinds[e.Reasons[0].Kind]++
			}
			for _, kind := range app.ReasonKinds() {
				if kinds[kind] == 0 {
					t.Errorf("at %s, seed %d, in %s: no %s among %v", at.Format(time.RFC1123), seed, where[1], kind, kinds)
				}
			}
			if today.Done != 0 || len(today.Entries) > today.Capacity {
				t.Errorf("at %s: %d done, %d of %d", at, today.Done, len(today.Entries), today.Capacity)
			}
		}
	}
}

func TestEveryGuardKeepsSomebodyBackByDay(t *testing.T) {
	_, skipped := listOf(t, now, 1, "GB", "Europe/London")
	guards := make(map[calllist.Guard]int)
	for _, s := range skipped {
		guards[s.Because.Guard]++
	}
	for _, guard := range []calllist.Guard{
		calllist.GuardArchived, calllist.GuardDoNotCall, calllist.GuardNoNumber, calllist.GuardAttempts,
		calllist.GuardCooldown, calllist.GuardQuiet, calllist.GuardFull,
	} {
		if guards[guard] == 0 {
			t.Errorf("nobody is kept back by %s: %v", guard, guards)
		}
	}
}

func TestWhatALargeShopOwesIsWhatADeskCanCall(t *testing.T) {
	b := newBook()
	o := small()
	o.Customers, o.Purchases = 20_000, 60_000
	if _, err := sample.Write(t.Context(), b, o); err != nil {
		t.Fatal(err)
	}
	owed := make(map[string]int)
	for _, c := range of[app.Call](b) {
		if c.Next != nil {
			owed["calls agreed on"]++
		}
	}
	for _, c := range of[app.Complaint](b) {
		if c.Open() {
			owed["complaints"]++
		}
	}
	for what, n := range owed {
		if n < 8 || n > 60 {
			t.Errorf("%d %s", n, what)
		}
	}
	if len(owed) != 2 {
		t.Errorf("owed: %v", owed)
	}
}
