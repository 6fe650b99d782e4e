package data_test

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/data"
)

// equalsRebuilt holds that nothing is wrong with the book, and that what it derived
// bit by bit is what it derives at once.
func equalsRebuilt(ctx context.Context, t rapid.TB, b *data.Book) {
	t.Helper()
	kept := dump(ctx, t, b, true)
	problems, err := b.Check(ctx)
	if err != nil || len(problems) > 0 {
		t.Fatalf("check: %v, %+v", err, problems)
	}
	if err := b.Rebuild(ctx); err != nil {
		t.Fatalf("rebuild: %v", err)
	}
	if diff := cmp.Diff(kept, dump(ctx, t, b, true)); diff != "" {
		t.Fatalf("kept and rebuilt differ (-kept +rebuilt):\n%s", diff)
	}
}

func dump(ctx context.Context, t rapid.TB, b *data.Book, alsoJournal bool) map[string]string {
	t.Helper()
	all, err := data.Dump(ctx, b, alsoJournal)
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	return all
}

// regular is a customer in whose purchases every part of a plan has a say: the
// wrapping of what they gave back is all that is left of it, and counts as bought
// unless it is a charge.
type regular struct {
	app.Customer
	lamp, table, back, rug app.Purchase
	told                   app.Opinion
}

func (s *shop) regular(name string) regular {
	today := app.DayOf(noon)
	r := regular{Customer: s.customer(name, "+358401234567")}
	r.lamp, r.table = s.purchase(r.Customer, today-49, "Lamp"), s.purchase(r.Customer, today-29, "Oak table")
	r.back, r.rug = s.purchase(r.Customer, today-19, "Oak table"), s.purchase(r.Customer, today-9, "Rug")
	r.table.Lines = append(r.table.Lines, app.Line{Item: "Gift wrapping", Quantity: app.One, Amount: 500})
	r.table.Total += 500
	r.back.Lines[0].Quantity, r.back.Lines[0].Amount = -app.One, -r.back.Lines[0].Amount
	r.back.Total, r.back.Returns = -r.back.Total, r.table.ID
	low := 2
	r.told = app.Opinion{
		ID: s.ids.Next(), Customer: r.ID, Taken: app.DayOf(noon).Start(time.UTC).Add(-time.Hour), Source: app.FromLetter, Score: &low,
		About: []app.ID{r.table.ID},
	}
	s.put(r.Customer, r.lamp, r.table, r.back, r.rug, r.told)
	return r
}

func TestABookOfAnotherPlanIsWhatThatPlanMakesOfIt(t *testing.T) {
	wrapped := func(p *app.Plan) { p.Charges = []string{"Gift wrapping"} }
	tagged := func(p *app.Plan) { p.ItemTags = []app.ItemTag{{Tag: "wood", Words: []string{"oak"}}} }
	abroad := func(p *app.Plan) { p.TimeZone = "Asia/Tokyo" }
	both := func(p *app.Plan) { wrapped(p); abroad(p) }
	nothing := func(*shop, regular) []app.Record { return nil }
	cases := map[string]struct {
		first, then func(*app.Plan)
		with        func(*shop, regular) []app.Record // in the same batch
	}{
		"a charge more":                  {func(*app.Plan) {}, wrapped, nothing},
		"a charge less":                  {wrapped, func(p *app.Plan) { p.Charges = nil }, nothing},
		"a tag more":                     {func(*app.Plan) {}, tagged, nothing},
		"another zone":                   {func(*app.Plan) {}, abroad, nothing},
		"another zone and a charge more": {func(*app.Plan) {}, both, nothing},
		"a charge, and another purchase": {func(*app.Plan) {}, wrapped, func(s *shop, r regular) []app.Record {
			return []app.Record{s.purchase(r.Customer, app.DayOf(noon)-2, "Oak chair")}
		}},
		"a charge, and what was given back": {func(*app.Plan) {}, wrapped, func(_ *shop, r regular) []app.Record { r.table.Currency = "GBP"; return []app.Record{r.table} }},
		"a tag, and the customer":           {func(*app.Plan) {}, tagged, func(_ *shop, r regular) []app.Record { r.Customer.Archived = true; return []app.Record{r.Customer} }},
		"a tag, and somebody new": {func(*app.Plan) {}, tagged, func(s *shop, _ regular) []app.Record {
			ben := s.customer("Ben", "+358401234568")
			return []app.Record{ben, s.purchase(ben, app.DayOf(noon)-3, "Oak table")}
		}},
		"a charge and another zone, and a letter of nobody's": {func(*app.Plan) {}, both, func(s *shop, _ regular) []app.Record {
			return []app.Record{app.Opinion{ID: s.ids.Next(), Taken: noon, Source: app.FromLetter, Verbatim: "Good"}}
		}},
		"a charge and another zone, and what they said": {func(*app.Plan) {}, both, func(_ *shop, r regular) []app.Record {
			r.told.Taken = noon
			return []app.Record{r.told}
		}},
	}
	for name, tt := range cases {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			ctx := t.Context()
			p := plan()
			tt.first(&p)
			s.put(p)
			anna := s.regular("Anna Korhonen")
			carla := s.regular("Carla Bianchi")
			s.put(app.Opinion{ID: s.ids.Next(), Taken: noon.Add(10 * time.Hour), Source: app.FromCard, Verbatim: "Well done"})
			before := dump(ctx, t, s.Book, false)

			tt.then(&p)
			batch := s.put(append(tt.with(s, anna), p)...)
			after := dump(ctx, t, s.Book, false)
			if maps.Equal(before, after) {
				t.Fatal("the plan changes nothing")
			}
			equalsRebuilt(ctx, t, s.Book)

			undone, err := s.Undo(ctx, batch, "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, dump(ctx, t, s.Book, false)); diff != "" {
				t.Errorf("the undo left something (-before +after):\n%s", diff)
			}
			if _, err := s.Undo(ctx, undone.Batch, ""); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(after, dump(ctx, t, s.Book, false)); diff != "" {
				t.Errorf("the redo is not what was undone:\n%s", diff)
			}
			s.put(s.purchase(carla.Customer, app.DayOf(noon)-1, "Sofa"))
			if err := s.Forget(ctx, anna.ID, ""); err != nil {
				t.Errorf("forget: %v", err)
			}
			equalsRebuilt(ctx, t, s.Book)
		})
	}
}

// elsewhere has the machine be in that zone for as long as the test runs.
func elsewhere(t testing.TB, zone string) {
	t.Helper()
	at, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	was := time.Local
	t.Cleanup(func() { time.Local = was })
	time.Local = at
}

func TestABookWithoutAZoneOfItsOwnIsAtHomeWhereverItIsOpened(t *testing.T) {
	elsewhere(t, "Europe/Helsinki")
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "shop.book")
	s := openShop(t, path)
	p := plan()
	p.TimeZone = ""
	s.put(p)
	anna, ben := s.customer("Anna Korhonen", "+358401234567"), s.customer("Ben Smith", "+358401234568")
	s.put(
		anna, s.purchase(anna, app.DayOf(noon)-9, "Oak table"),
		app.Complaint{ID: s.ids.Next(), Customer: anna.ID, Received: noon.Add(-26 * time.Hour), Wrong: "A leg wobbles"},
		ben, s.purchase(ben, app.DayOf(noon)-9, "Oak table"),
	)
	s.now = noon.Add(-3 * time.Hour)
	listed := func() (names []string) {
		t.Helper()
		today, err := calllist.New(s.Book, func() time.Time { return s.now }).Today(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range today.Entries {
			names = append(names, e.Customer.Called())
		}
		return names
	}
	want := []string{"Anna Korhonen", "Ben Smith"}
	if got := listed(); !slices.Equal(got, want) {
		t.Fatalf("at home, %q are on the list", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	elsewhere(t, "Asia/Bangkok")
	s.open(path)
	if got := listed(); !slices.Equal(got, want) {
		t.Errorf("elsewhere, %q are on the list", got)
	}
	equalsRebuilt(ctx, t, s.Book)
	if err := s.Forget(ctx, anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	if got := listed(); !slices.Equal(got, want[1:]) {
		t.Errorf("with one forgotten, %q are on the list", got)
	}
}
