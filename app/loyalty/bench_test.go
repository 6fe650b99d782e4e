package loyalty_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/app/review"
)

// many is a book of 100,000 summaries in memory: what reading them costs is
// measured with the book on disk, in data.
type many struct {
	review.Snapshot
	plan app.Plan
	all  []app.Summary
}

func newMany() *many {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone = "Europe/Helsinki"
	m := &many{plan: plan}
	for i := range 100_000 {
		var bought []app.Bought
		for n := range 10 {
			bought = append(bought, app.Bought{
				Purchase: app.ID{0: byte(n)}, Day: today - app.Day(i%400+n*(20+i%60)), Total: int64(i%977) + 1, Currency: "EUR",
			})
		}
		s := app.Summary{Reach: app.Reach{Keys: []string{"+358"}}}
		s.Buying, _ = app.SummarizeBuying(bought)
		m.all = append(m.all, s)
	}
	return m
}

func (m *many) Size(context.Context) (app.Size, error) { return app.Size{Customers: len(m.all)}, nil }

func (m *many) ReadReview(_ context.Context, read func(review.Snapshot) error) error { return read(m) }

func (m *many) Plan() (app.Plan, error)                  { return m.plan, nil }
func (m *many) ShopGap() (int, error)                    { return 100, nil }
func (m *many) Summary(app.ID) (app.Summary, error)      { return m.all[0], nil }
func (m *many) Customer(id app.ID) (app.Customer, error) { return app.Customer{ID: id}, nil }

func (m *many) Summaries(yield func(app.ID, app.Summary) bool) error {
	for i, s := range m.all {
		if !yield(app.ID{13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}, s) {
			break
		}
	}
	return nil
}

func BenchmarkRead(b *testing.B) {
	desk := loyalty.New(newMany(), func() time.Time { return today.Start(time.UTC) })
	for b.Loop() {
		if _, err := desk.Read(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPreview(b *testing.B) {
	m := newMany()
	desk := loyalty.New(m, func() time.Time { return today.Start(time.UTC) })
	changed := m.plan
	changed.Quiet.Percent = 200
	for b.Loop() {
		if _, err := desk.Preview(b.Context(), changed, nil); err != nil {
			b.Fatal(err)
		}
	}
}
