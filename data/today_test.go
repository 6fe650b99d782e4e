package data_test

import (
	"iter"
	"math"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/loyalty"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
	"ringback.app/data"
)

func TestABookReadsAsIfPurchasesToComeWereNotThere(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		drawing := &recount.Drawing{R: r}
		shop := drawing.Shop()
		for i := range shop.Opinions {
			shop.Opinions[i].About = nil // what an opinion names stays named
		}
		now := recount.Now()
		clock := func() time.Time { return now }
		whole := filled(t, r, clock, shop)
		defer func() { _ = whole.Close() }()
		for range rapid.IntRange(1, 2).Draw(r, "looks") {
			switch rapid.IntRange(0, 2).Draw(r, "before the look") {
			case 0: // time passes
				now = now.AddDate(0, 0, rapid.IntRange(-400, 400).Draw(r, "days"))
			case 1: // another purchase
				p := drawing.Purchase(recount.One(drawing, "whose", shop.Customers...).ID)
				shop.Purchases = append(shop.Purchases, p)
				put(t, r, whole, p)
			}
			today := app.DayOf(now.In(shop.Plan.Location()))
			past := *shop
			past.Purchases = slices.DeleteFunc(slices.Clone(shop.Purchases), func(p app.Purchase) bool { return p.Day > today })
			twin := filled(t, r, clock, &past)
			want, got := all(t, r, twin, clock, &past), all(t, r, whole, clock, shop)
			if err := twin.Close(); err != nil {
				r.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				r.Fatalf("on %v (-without what is to come +with it)\n%s", today, diff)
			}
		}
	})
}

// filled returns a book with all that is in the shop.
func filled(t *testing.T, r *rapid.T, clock app.Clock, shop *recount.Shop) *data.Book {
	book, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "shop.book"), data.Options{Clock: clock, Plan: shop.Plan})
	if err != nil {
		r.Fatal(err)
	}
	put(t, r, book, recordsOf(shop)...)
	return book
}

func recordsOf(shop *recount.Shop) []app.Record {
	var all []app.Record
	for _, c := range shop.Customers {
		all = append(all, c)
	}
	for _, p := range shop.Purchases {
		all = append(all, p)
	}
	for _, c := range shop.Calls {
		all = append(all, c)
	}
	for _, o := range shop.Opinions {
		all = append(all, o)
	}
	for _, c := range shop.Complaints {
		all = append(all, c)
	}
	return all
}

func put(t *testing.T, r *rapid.T, book *data.Book, records ...app.Record) {
	b := app.Batch{Act: app.ActImport}
	for _, one := range records {
		b.Changes = append(b.Changes, app.Put(one))
	}
	if _, err := book.Apply(t.Context(), b); err != nil {
		r.Fatal(err)
	}
}

// seen is all that can be read of customers that does not name a purchase.
type seen struct {
	Summaries, Each map[app.ID]app.Summary
	Lines, Found    []app.Listed
	Gap             int
	Openings        map[calllist.Range][]calllist.Opening
	Unasked         map[app.ID]app.Day
	Days            map[app.Day]review.Day
	Buyers          review.Coverage
	Foreign, Ours   map[app.ID]bool
	Unhappy         []review.AtRisk
	Lapsed          map[app.ID]review.AtRisk
	Valued          map[app.ID]int64
	Groups          []loyalty.Group
	Today           calllist.Today
	Skipped         []calllist.Skipped
}

func all(t *testing.T, r *rapid.T, book *data.Book, clock app.Clock, shop *recount.Shop) seen {
	ctx := t.Context()
	s := seen{
		Summaries: make(map[app.ID]app.Summary), Each: make(map[app.ID]app.Summary),
		Openings: make(map[calllist.Range][]calllist.Opening), Unasked: make(map[app.ID]app.Day),
		Days: make(map[app.Day]review.Day), Foreign: make(map[app.ID]bool), Ours: make(map[app.ID]bool),
		Lapsed: make(map[app.ID]review.AtRisk), Valued: make(map[app.ID]int64),
	}
	no := func(err error) {
		if err != nil {
			r.Fatal(err)
		}
	}
	no(book.Customers(ctx, func(l app.Listed) bool { s.Lines = append(s.Lines, l); return true }))
	no(book.Summaries(ctx, func(id app.ID, sum app.Summary) bool { s.Summaries[id] = sum; return true }))
	for _, c := range shop.Customers {
		one, err := book.Summary(ctx, c.ID)
		no(err)
		s.Each[c.ID] = one
		found, err := book.Search(ctx, c.Called(), 0)
		no(err)
		for _, f := range found {
			s.Found = append(s.Found, f.Listed)
		}
	}
	no(book.ReadReview(ctx, func(snap review.Snapshot) (err error) {
		readAll(no, snap, clock(), &s)
		return nil
	}))
	no(book.ReadList(ctx, func(snap calllist.Snapshot) error {
		zones, err := snap.Zones()
		no(err)
		no(snap.Unasked(func(id app.ID, first app.Day) bool { s.Unasked[id] = first; return true }))
		for stream := range calllist.StreamMoreWindows + 3 {
			for _, zone := range zones {
				for _, blocked := range []bool{false, true} {
					for _, from := range []time.Time{time.Unix(-1<<40, 0), clock()} {
						within := calllist.Range{Stream: stream, Zone: zone, Blocked: blocked, From: from, To: time.Unix(1<<40, 0)}
						no(snap.Openings(within, func(o calllist.Opening) bool {
							if o.Stream == calllist.StreamYears {
								o.Rests = time.Time{}
							}
							o.At, o.Rests, o.Since = o.At.UTC(), o.Rests.UTC(), o.Since.UTC()
							s.Openings[within] = append(s.Openings[within], o)
							return true
						}))
					}
				}
			}
		}
		return nil
	}))
	roll, err := loyalty.New(book, clock).Read(ctx)
	no(err)
	s.Groups = roll.Groups()
	list := calllist.New(book, clock)
	s.Today, err = list.Today(ctx, 0)
	no(err)
	rest, err := list.NotToday(ctx, 0)
	no(err)
	s.Skipped = rest.People
	return s
}

// readAll reads what a review does, up to today.
func readAll(no func(error), snap review.Snapshot, now time.Time, s *seen) {
	plan, err := snap.Plan()
	no(err)
	today := app.DayOf(now.In(plan.Location()))
	s.Gap, err = snap.ShopGap()
	no(err)
	no(snap.Days(review.Period{From: math.MinInt32 / 2, To: today + 1}, func(at app.Day, day *review.Day) bool {
		s.Days[at] = *day
		return true
	}))
	s.Buyers, err = snap.Buyers(today)
	no(err)
	no(snap.Foreign("EUR", func(id app.ID) bool { s.Foreign[id] = true; return true }))
	no(snap.Foreign("", func(id app.ID) bool { s.Ours[id] = true; return true }))
	no(snap.Unhappy(func(one review.AtRisk) bool {
		one.Since = one.Since.UTC()
		s.Unhappy = append(s.Unhappy, one)
		return true
	}))
	no(snap.Lapsed(now.AddDate(-2, 0, 0), now, func(one review.AtRisk) bool {
		one.Since = one.Since.UTC()
		s.Lapsed[one.Customer] = one
		return true
	}))
	no(snap.Valued(func(id app.ID, value int64) bool { s.Valued[id] = value; return true }))
}

// With a receipt of a day to come everybody reads what was so before it, and on
// its day what it adds.
func TestAReceiptToComeDoesNotCountBeforeItsDay(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	table := s.purchase(anna, app.DayOf(noon)-9, "Oak table")
	ordered := s.purchase(anna, app.DayOf(noon)+40, "Rug")
	s.put(anna, table, ordered)

	for _, look := range []struct {
		name   string
		now    time.Time
		count  int
		last   app.Day
		why    []app.ReasonKind
		spent  int64
		recent app.ID
	}{
		{"before it", noon, 1, table.Day, []app.ReasonKind{app.AfterPurchase}, 12900, table.ID},
		{"on its day", noon.AddDate(0, 0, 40), 2, ordered.Day, []app.ReasonKind{app.NeverAsked}, 25800, ordered.ID},
		{"back before it", noon, 1, table.Day, []app.ReasonKind{app.AfterPurchase}, 12900, table.ID},
		{"before both", noon.AddDate(0, 0, -10), 0, 0, nil, 0, app.ID{}},
	} {
		t.Run(look.name, func(t *testing.T) {
			s.now = look.now
			sum, err := s.Summary(t.Context(), anna.ID)
			if err != nil {
				t.Fatal(err)
			}
			b := sum.Buying
			if b.Count != look.count || b.Last != look.last || b.YearValue != look.spent {
				t.Errorf("summary: %+v", b)
			}
			if len(b.Recent) > 0 && b.Recent[0].Purchase != look.recent || len(b.Recent) != look.count {
				t.Errorf("recent: %+v", b.Recent)
			}
			for line := range lines(t, s.Book) {
				if line.LastBought != look.last {
					t.Errorf("listed: %v", line.LastBought)
				}
			}
			today, err := calllist.New(s, func() time.Time { return s.now }).Today(t.Context(), 0)
			var why []app.ReasonKind
			for _, e := range today.Entries {
				why = append(why, e.Reasons[0].Kind)
			}
			if err != nil || !slices.Equal(why, look.why) {
				t.Errorf("to call: %v, %v", why, err)
			}
			records, err := s.Purchases(t.Context(), anna.ID, 0)
			if err != nil || len(records) != 2 {
				t.Errorf("records: %+v, %v", records, err)
			}
		})
	}
}

func lines(t *testing.T, book *data.Book) iter.Seq[app.Listed] {
	return func(yield func(app.Listed) bool) {
		if err := book.Customers(t.Context(), yield); err != nil {
			t.Error(err)
		}
	}
}

// Until it comes, who will give back all they bought is a buyer, the only one of
// their time zone here.
func TestAReturnToComeTakesNothingBackBeforeItsDay(t *testing.T) {
	s := newShop(t)
	rui := s.customer("Rui Costa", "+351912345678")
	rui.TimeZone = "Europe/Lisbon"
	table := s.purchase(rui, app.DayOf(noon)-9, "Oak table")
	back := s.purchase(rui, app.DayOf(noon)+1, "Oak table")
	back.Lines[0].Quantity, back.Lines[0].Amount, back.Total, back.Returns = -app.One, -12900, -12900, table.ID
	told := app.Opinion{ID: s.ids.Next(), Customer: rui.ID, Taken: noon.AddDate(0, 0, -20), Source: app.FromCard, Verbatim: "Fine"}
	s.put(rui, table, back, told)

	for day, want := range map[app.Day]review.Coverage{
		app.DayOf(noon): {Buyers: 1, Told: 1}, app.DayOf(noon) + 1: {},
	} {
		s.now = day.Start(time.UTC).Add(12 * time.Hour)
		today, err := calllist.New(s, func() time.Time { return s.now }).Today(t.Context(), 0)
		if err != nil || len(today.Entries) != want.Buyers {
			t.Errorf("%v: to call: %+v, %v", day, today.Entries, err)
		}
		err = s.ReadReview(t.Context(), func(snap review.Snapshot) error {
			got, err := snap.Buyers(day)
			if got != want {
				t.Errorf("%v: %+v", day, got)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestWhatIsTypedDoesNotHaveThePurchasesToComeLookedThroughAnew(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna, s.purchase(anna, app.DayOf(noon)+9, "Oak table"))
	steps := []struct {
		what string
		do   func() error
		anew bool
	}{
		{"the first time", func() error { return nil }, true},
		{"once more", func() error { return nil }, false},
		{"after something was typed", func() error { return s.Keep(t.Context(), "draft", []byte("Happy with")) }, false},
		{"after a purchase", func() error { s.put(s.purchase(anna, app.DayOf(noon)+3, "Oak chair")); return nil }, true},
		{"after it was rebuilt", func() error { return s.Rebuild(t.Context()) }, true},
		{"the next day", func() error { s.now = s.now.AddDate(0, 0, 1); return nil }, true},
	}
	for _, step := range steps {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if anew, err := data.LooksAhead(t.Context(), s.Book); err != nil || anew != step.anew {
			t.Errorf("%s: looked through anew: %v, %v", step.what, anew, err)
		}
	}
}
