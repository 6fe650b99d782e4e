package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

func period(r *rapid.T) review.Period {
	from := app.DayOf(recount.Now()) - app.Day(rapid.IntRange(-3, 400).Draw(r, "from"))
	return review.Period{From: from, To: from + app.Day(rapid.IntRange(1, 400).Draw(r, "days"))}
}

func TestFiguresAreThoseOfAPlainRecount(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		drawing := &recount.Drawing{R: r}
		shop := drawing.Shop()
		p := period(r)
		if len(shop.Customers) > 0 && rapid.Bool().Draw(r, "bought about a year ago") {
			edge := drawing.Purchase(shop.Customers[0].ID)
			edge.Day = min(p.To-1, app.DayOf(recount.Now())) - app.Day(rapid.IntRange(363, 366).Draw(r, "days ago"))
			shop.Purchases = append(shop.Purchases, edge)
		}
		got, err := review.New(shop, recount.Now).Figures(t.Context(), p)
		if err != nil {
			r.Fatal(err)
		}
		want, err := shop.Recount(p, recount.Now())
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("(-recounted +figures)\n%s", diff)
		}
	})
}

func TestSumsComeBackAsTheyWerePacked(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		shop := (&recount.Drawing{R: r}).Shop()
		days := make(review.Days)
		for _, c := range shop.Customers {
			days.Add(records(shop, c.ID), shop.Plan.Location(), 1)
		}
		for _, day := range days {
			sums, err := review.ReadSums(day.Append(nil))
			if err != nil {
				r.Fatal(err)
			}
			again := review.Day{Sums: sums}
			if err := again.ReadTalk(day.AppendTalk(nil)); err != nil {
				r.Fatal(err)
			}
			if diff := cmp.Diff(*day, again); diff != "" {
				r.Fatalf("(-packed +read)\n%s", diff)
			}
		}
	})
}

func records(shop *recount.Shop, id app.ID) review.Records {
	r := review.Records{About: func(app.ID) (app.Purchase, bool) { return app.Purchase{}, false }}
	for _, c := range shop.Calls {
		if c.Customer == id {
			r.Calls = append(r.Calls, c)
		}
	}
	for _, o := range shop.Opinions {
		if o.Customer == id {
			r.Opinions = append(r.Opinions, o)
		}
	}
	return r
}

func TestWhatIsTakenAwayLeavesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		shop := (&recount.Drawing{R: r}).Shop()
		days := make(review.Days)
		for _, times := range []int{1, -1} {
			for _, c := range shop.Customers {
				days.Add(records(shop, c.ID), shop.Plan.Location(), times)
			}
		}
		for day, one := range days {
			if !one.IsZero() || len(one.Talk) > 0 {
				r.Fatalf("on %v: %+v", day, one)
			}
		}
	})
}

func FuzzReadSums(f *testing.F) {
	var s review.Sums
	s.Bought = 3
	f.Add(s.Append(nil))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if sums, err := review.ReadSums(packed); err == nil {
			again, err := review.ReadSums(sums.Append(nil))
			if diff := cmp.Diff(sums, again); err != nil || diff != "" {
				t.Fatalf("%v\n%s", err, diff)
			}
		}
		_ = new(review.Day).ReadTalk(packed)
	})
}

func TestAsManyAreNamedAsWereNotAskedInTime(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		shop := (&recount.Drawing{R: r}).Shop()
		shop.Plan.Standards = []app.Standard{{Measure: app.MeasureAsked, Within: rapid.IntRange(0, 40).Draw(r, "within")}}
		desk := review.New(shop, recount.Now)
		p := review.Period{From: app.DayOf(recount.Now()) - 400, To: app.DayOf(recount.Now()) + 1}
		f, err := desk.Figures(t.Context(), p)
		if err != nil {
			r.Fatal(err)
		}
		all, err := desk.Behind(t.Context(), p, review.Question{About: review.AboutStandard, Name: "0"})
		if err != nil {
			r.Fatal(err)
		}
		if tally := f.Standards[0].Tally; len(all) != tally.Of-tally.Kept {
			r.Fatalf("%+v, and %d are named: %+v", tally, len(all), all)
		}
	})
}

func TestAPeriodWithoutADayIsRefused(t *testing.T) {
	r := review.New(&recount.Shop{}, recount.Now)
	for _, ask := range []func() error{
		func() error { _, err := r.Figures(t.Context(), review.Period{From: 5, To: 5}); return err },
		func() error {
			_, err := r.Behind(t.Context(), review.Period{From: 5, To: 5}, review.Question{})
			return err
		},
		func() error {
			_, err := r.Behind(t.Context(), review.Period{From: 5, To: 6}, review.Question{About: "love"})
			return err
		},
	} {
		if err := ask(); app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("got %v", err)
		}
	}
}
