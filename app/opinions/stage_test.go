package opinions_test

import (
	"context"
	"errors"
	"math/rand"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/opinions/opinionstest"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// The people of these tests.
var (
	maija = app.Customer{
		ID: app.ID{15: 1}, Name: app.Name{Full: "Maija Korhonen"}, References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}},
		Phones: []app.Phone{{Typed: "040 123 4567", E164: "+358401234567"}}, Emails: []app.Email{{Address: "maija@example.com"}},
	}
	huong = app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "Trần Thị Hương"}, TimeZone: "Pacific/Auckland"}
)

// stage is a desk on Sunday, 22 November 2026, at 14:30 in Helsinki.
type stage struct {
	t    *testing.T
	shop *opinionstest.Shop
	desk *opinions.Desk
	now  time.Time
}

func open(t *testing.T, records ...app.Record) *stage {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.Country = "Europe/Helsinki", "FI"
	plan.Themes, plan.Staff = []string{"quality", "delivery time", "price"}, []string{"Anna", "Pekka"}
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, shop: opinionstest.New(plan, append([]app.Record{maija, huong}, records...)...)}
	s.now = time.Date(2026, time.November, 22, 12, 30, 0, 0, time.UTC)
	clock := func() time.Time { return s.now }
	s.desk = opinions.New(s.shop, clock, app.NewIDs(clock, rand.New(rand.NewSource(1))),
		when.Typing{Words: when.WordsOf(c.In("en")), Order: when.DayFirst})
	return s
}

// take takes a form that has to be taken.
func (s *stage) take(f opinions.Form) opinions.Saved {
	s.t.Helper()
	saved, err := s.desk.Take(context.Background(), f, "")
	if err != nil {
		s.t.Fatal(err)
	}
	if got := s.shop.Told[saved.Opinion.ID]; got.ID.IsZero() {
		s.t.Fatal("nothing is on record")
	}
	return saved
}

// refused tells whether the error is about those fields, each with its key, and
// nothing was written.
func (s *stage) refused(err error, keys map[string]string) {
	s.t.Helper()
	var errs app.FieldErrors
	if !errors.As(err, &errs) {
		s.t.Fatalf("%v, want field errors", err)
	}
	for field, e := range errs {
		if keys[field] != e.Key {
			s.t.Errorf("%s: %s, want %q", field, e.Key, keys[field])
		}
	}
	if len(errs) != len(keys) {
		s.t.Errorf("%v, want %v", errs, keys)
	}
	if len(s.shop.Batches) > 0 {
		s.t.Error("something was written all the same")
	}
}

func (s *stage) last() app.Batch {
	s.t.Helper()
	if len(s.shop.Batches) == 0 {
		s.t.Fatal("nothing was written")
	}
	return s.shop.Batches[len(s.shop.Batches)-1]
}

func names(candidates []opinions.Candidate) []string {
	var all []string
	for _, c := range candidates {
		all = append(all, c.Customer.Called()+" by "+string(c.By))
	}
	return slices.Clip(all)
}
