package calllist_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	difference "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

// The list that is read from sorted openings is the one that looking at every
// customer gives.
func TestTheListIsThatOfLookingAtEverybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := drawMoment(t, "now")
		shop := drawShop(t, now)
		list := calllist.New(shop, func() time.Time { return now })
		today, err := list.Today(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		skipped, err := list.NotToday(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		listed, left, _ := everybody(t, shop, now)
		var got []string
		for _, e := range today.Entries {
			got = append(got, fmt.Sprint(e.Customer.ID, e.Reasons[0].Kind, e.Reasons[0].Due, len(e.Reasons)))
		}
		if diff := difference.Diff(listed, got); diff != "" {
			t.Fatalf("listed: %s", diff)
		}
		got = nil
		for _, sk := range skipped.People {
			got = append(got, fmt.Sprint(sk.Customer.ID, sk.Reason.Kind, sk.Reason.Due, sk.Because.Guard))
		}
		if diff := difference.Diff(left, got); diff != "" {
			t.Fatalf("skipped: %s", diff)
		}
	})
}

// everybody makes the list without any openings: by considering each customer.
// What comes later today has its room when its kind's turn is over.
func everybody(t *rapid.T, shop *calllisttest.Shop, now time.Time) (listed, left, later []string) {
	type standing struct {
		calllist.Standing
		value int64
	}
	var all []standing
	done := make(map[app.ID]bool)
	var toCome []agreedHour
	zone := shop.Plan.Location()
	today := app.DayOf(now.In(zone))
	err := shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		for id := range shop.Customers {
			st, err := calllist.Consider(snap, now, id)
			if err != nil {
				return err
			}
			if h, err := firstHour(snap, now, id); err != nil {
				return err
			} else if h.at != 0 {
				toCome = append(toCome, h)
			}
			if len(st.Reasons) > 0 {
				all = append(all, standing{st, st.Summary.Buying.YearValue})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range shop.Calls {
		if app.DayOf(c.Start.In(zone)) == today {
			done[c.Customer] = true
		}
	}
	slices.SortFunc(all, func(a, b standing) int {
		x, y := a.Reasons[0], b.Reasons[0]
		place := x.Due.Compare(y.Due)
		if x.Kind == app.Complained {
			place = x.Ends.Compare(y.Ends)
		}
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), place, cmp.Compare(b.value, a.value),
			a.Customer.ID.Compare(b.Customer.ID))
	})
	room := shop.Plan.Capacity - len(done)
	slices.SortFunc(toCome, agreedHour.compare)
	isListed, kept := make(map[app.ID]bool), make(map[app.ID]bool)
	keep := func(before app.ReasonKind) {
		for _, h := range slices.SortedStableFunc(slices.Values(toCome), func(x, y agreedHour) int { return cmp.Compare(x.kind, y.kind) }) {
			if h.kind < before && !isListed[h.customer] && !kept[h.customer] && (room > 0 || h.kind <= app.CheckFix || done[h.customer]) {
				kept[h.customer] = true
				if !done[h.customer] {
					room--
				}
			}
		}
	}
	for _, st := range all {
		r := st.Reasons[0]
		keep(r.Kind)
		guard := calllist.Guard("")
		if st.Because != nil {
			guard = st.Because.Guard
		} else if room <= 0 && r.Kind > app.CheckFix && !kept[st.Customer.ID] && !done[st.Customer.ID] {
			guard = calllist.GuardFull
		}
		if guard == "" && r.Kind > app.CheckFix && kept[st.Customer.ID] {
			continue
		}
		if guard != "" {
			left = append(left, fmt.Sprint(st.Customer.ID, r.Kind, r.Due, guard))
			continue
		}
		if !kept[st.Customer.ID] && !done[st.Customer.ID] {
			room--
		}
		isListed[st.Customer.ID] = true
		listed = append(listed, fmt.Sprint(st.Customer.ID, r.Kind, r.Due, len(st.Reasons)))
	}
	keep(app.Thank + 1)
	for _, h := range toCome {
		if kept[h.customer] && !isListed[h.customer] {
			later = append(later, fmt.Sprint(h))
		}
	}
	return listed, left, later
}

// agreedHour is an hour of later today at which somebody has to be called.
type agreedHour struct {
	at       int64 // in seconds; 0: none
	kind     app.ReasonKind
	customer app.ID
}

func (h agreedHour) compare(other agreedHour) int {
	return cmp.Or(cmp.Compare(h.at, other.at), cmp.Compare(h.kind, other.kind), h.customer.Compare(other.customer))
}

// Nothing but the records decides: the same shop, put together in another
// order, gives the same list to the letter.
func TestTheListDoesNotDependOnTheOrderOfEntry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := drawMoment(t, "now")
		shop := drawShop(t, now)
		again := &calllisttest.Shop{Plan: shop.Plan, Gap: shop.Gap}
		var records []app.Record
		for _, c := range shop.Customers {
			records = append(records, c)
		}
		for _, p := range shop.Purchases {
			records = append(records, p)
		}
		for _, c := range shop.Calls {
			records = append(records, c)
		}
		for _, o := range shop.Opinions {
			records = append(records, o)
		}
		for _, c := range shop.Complaints {
			records = append(records, c)
		}
		again.Put(rapid.Permutation(records).Draw(t, "order")...)
		if diff := difference.Diff(said(t, shop, now), said(t, again, now)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// said is all that the call list says.
func said(t *rapid.T, s *calllisttest.Shop, now time.Time) any {
	list := calllist.New(s, func() time.Time { return now })
	today, err := list.Today(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	skipped, err := list.NotToday(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return []any{today, skipped}
}

// A list cut short is the beginning of the whole one, and so are the calls of
// later today.
func TestACutListIsTheBeginningOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := drawMoment(t, "now")
		list := calllist.New(drawShop(t, now), func() time.Time { return now })
		whole, err := list.Today(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		limit := rapid.IntRange(1, 12).Draw(t, "limit")
		cut, err := list.Today(context.Background(), limit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := difference.Diff(whole.Entries[:min(limit, len(whole.Entries))], cut.Entries); diff != "" {
			t.Fatal(diff)
		}
		if len(whole.Entries) <= limit { // else those past the limit can be called later too
			if diff := difference.Diff(whole.Later[:min(limit, len(whole.Later))], cut.Later); diff != "" {
				t.Fatal(diff)
			}
		}
		if cut.Done != whole.Done || len(cut.Later) > limit {
			t.Fatalf("%d done, %d later", cut.Done, len(cut.Later))
		}
	})
}

// The calls of later today are those that considering everybody at each hour of
// the day to come gives.
func TestLaterIsThatOfLookingAtEverybodyAtEveryHour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := drawMoment(t, "now")
		shop := drawShop(t, now)
		today, err := calllist.New(shop, func() time.Time { return now }).Today(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range today.Later {
			r := e.Reasons[0]
			at := r.Due
			if r.Kind == app.Complained {
				at = r.By
			}
			got = append(got, fmt.Sprint(agreedHour{at.Unix(), r.Kind, e.Customer.ID}))
		}
		_, _, want := everybody(t, shop, now)
		if diff := difference.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// firstHour returns the first hour of later today at which somebody has to be
// called. It looks at them anew at each hour that there is.
func firstHour(snap calllist.Snapshot, now time.Time, id app.ID) (first agreedHour, err error) {
	st, err := calllist.Consider(snap, now, id)
	if err != nil {
		return first, err
	}
	tomorrow := (app.DayOf(now.In(st.Shop)) + 1).Start(st.Shop)
	hours := make(map[int64]bool)
	hour := func(t time.Time) {
		if t = t.Truncate(time.Second); t.After(now) && t.Before(tomorrow) {
			hours[t.Unix()] = true
		}
	}
	if next := st.Summary.Talk.Next; next != nil {
		hour(next.At)
	}
	for _, try := range st.Summary.Talk.Tries {
		hour(try.At)
	}
	for _, part := range []app.Minute{9 * 60, 12 * 60, 18 * 60} {
		for day := app.DayOf(now.In(st.There)) - 1; day <= app.DayOf(now.In(st.There))+1; day++ {
			hour(day.At(part, st.There))
		}
	}
	keep := func(at int64, kind app.ReasonKind) {
		if h := (agreedHour{at, kind, id}); first.at == 0 || h.compare(first) < 0 {
			first = h
		}
	}
	for at := range hours {
		then, err := calllist.Consider(snap, time.Unix(at, 0).UTC(), id)
		if err != nil {
			return first, err
		}
		for _, r := range then.Reasons {
			if (r.Kind == app.Promised || r.Kind == app.CallAgain) && r.Due.Unix() == at && canRing(then.Because, tomorrow) {
				keep(at, r.Kind)
			}
		}
	}
	for _, r := range st.Reasons {
		if r.Kind == app.Complained && r.By.After(now) && r.By.Before(tomorrow) && canRing(st.Because, tomorrow) {
			keep(r.By.Unix(), r.Kind)
		}
	}
	return first, nil
}

// canRing tells whether what objects, if anything, is none of what lasts, or quiet
// hours that end before that moment.
func canRing(b *calllist.Because, end time.Time) bool {
	quiet := b != nil && b.Guard == calllist.GuardQuiet
	return b == nil || b.Guard == calllist.GuardCooldown || quiet && !b.Until.IsZero() && b.Until.Before(end)
}

// No two openings of a customer are the same, all are at whole seconds, and a
// blocked stream lists nobody.
func TestOpeningsAreKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := drawMoment(t, "now")
		shop := drawShop(t, now)
		err := shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
			for id := range shop.Customers {
				s, err := snap.Summary(id)
				if err != nil {
					return err
				}
				seen := make(map[calllist.Opening]bool)
				for _, o := range calllist.NewRules(shop.Plan).Openings(id, &s) {
					if seen[o] || o.At.Nanosecond() != 0 || o.At.Location() != time.UTC || o.Customer != id {
						t.Fatalf("%+v", o)
					}
					seen[o] = true
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
