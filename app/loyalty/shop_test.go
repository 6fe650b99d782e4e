package loyalty_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/loyalty"
	"ringback.app/app/review"
)

// today is Friday 20 November 2026.
var today = app.NewDay(2026, time.November, 20)

// shop is a shop in memory.
type shop struct {
	*calllisttest.Shop
	t      *testing.T
	last   byte
	reads  int            // summaries that were read
	onRead func(read int) // told of each
}

func open(t *testing.T) *shop {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.AskWeekly = "Europe/Helsinki", 0
	return &shop{t: t, Shop: &calllisttest.Shop{Plan: plan}}
}

func (s *shop) id() app.ID {
	s.last++
	return app.ID{14: 1, 15: s.last}
}

// bought brings a customer into the shop who bought so many days ago, each time
// for that many cents.
func (s *shop) bought(name string, cents int64, ago ...int) app.ID {
	c := app.Customer{ID: s.id(), Name: app.Name{Full: name}, Phones: []app.Phone{{E164: "+3581" + name}}}
	s.Put(c)
	for _, days := range ago {
		s.Put(app.Purchase{
			ID: s.id(), Customer: c.ID, Day: today - app.Day(days), Total: cents, Currency: "EUR",
			Lines: []app.Line{{Item: "Oak table", Quantity: app.One, Amount: cents}},
		})
	}
	return c.ID
}

func (s *shop) desk() *loyalty.Desk {
	return loyalty.New(s, func() time.Time { return today.Start(time.UTC).Add(10 * time.Hour) })
}

func (s *shop) roll() *loyalty.Roll {
	s.t.Helper()
	roll, err := s.desk().Read(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return roll
}

// of is one customer on the roll.
func of(roll *loyalty.Roll, customer app.ID) (loyalty.Member, bool) {
	for _, k := range loyalty.Kinds() {
		for _, m := range roll.In(k) {
			if m.Customer == customer {
				return m, true
			}
		}
	}
	return loyalty.Member{}, false
}

func (s *shop) Size(context.Context) (app.Size, error) {
	return app.Size{Customers: len(s.Customers)}, nil
}

func (s *shop) ReadReview(ctx context.Context, read func(review.Snapshot) error) error {
	return s.ReadList(ctx, func(list calllist.Snapshot) error { return read(snapshot{list: list, shop: s}) })
}

// snapshot is what loyalty asks of a review's snapshot.
type snapshot struct {
	review.Snapshot
	list calllist.Snapshot
	shop *shop
}

func (s snapshot) Plan() (app.Plan, error)                  { return s.list.Plan() }
func (s snapshot) ShopGap() (int, error)                    { return s.list.ShopGap() }
func (s snapshot) Summary(id app.ID) (app.Summary, error)   { return s.list.Summary(id) }
func (s snapshot) Customer(id app.ID) (app.Customer, error) { return s.list.Customer(id) }
func (s snapshot) Summaries(yield func(app.ID, app.Summary) bool) error {
	for _, id := range slices.SortedFunc(maps.Keys(s.shop.Customers), app.ID.Compare) {
		summary, err := s.list.Summary(id)
		if err != nil {
			return err
		}
		s.shop.reads++
		if s.shop.onRead != nil {
			s.shop.onRead(s.shop.reads)
		}
		if !yield(id, summary) {
			break
		}
	}
	return nil
}
