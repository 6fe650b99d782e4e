package complaints_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/complaints"
)

// book is a shop in memory as the desk sees it.
type book struct {
	*calllisttest.Shop
	batches []app.Batch
	entries []app.Entry
	clock   app.Clock
}

func (b *book) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	batch.ID = app.ID{0: 7, 15: byte(len(b.batches) + 1)}
	b.batches = append(b.batches, batch)
	for _, c := range batch.Changes {
		b.Put(c.Put)
		kind, id := c.Put.Key()
		b.entries = append(b.entries, app.Entry{At: b.clock(), By: batch.By, Act: batch.Act, Kind: kind, ID: id, Customer: c.Put.Whose()})
	}
	return app.Applied{Batch: batch.ID, Changed: len(batch.Changes)}, nil
}

func (b *book) Plan(context.Context) (app.Plan, error) { return b.Shop.Plan, nil }

func found[V any](m map[app.ID]V, id app.ID) (V, error) {
	v, ok := m[id]
	if !ok {
		return v, &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
	}
	return v, nil
}

func (b *book) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	return found(b.Shop.Customers, id)
}

func (b *book) Summary(_ context.Context, id app.ID) (app.Summary, error) {
	return b.Shop.Summaries[id], nil
}

func (b *book) Purchase(_ context.Context, id app.ID) (app.Purchase, error) {
	return found(b.Shop.Purchases, id)
}

func (b *book) Opinion(_ context.Context, id app.ID) (app.Opinion, error) {
	return found(b.Shop.Opinions, id)
}

func (b *book) Complaint(_ context.Context, id app.ID) (app.Complaint, error) {
	return found(b.Shop.Complaints, id)
}

func (b *book) Calls(_ context.Context, customer app.ID, limit int) ([]app.Call, error) {
	all := calllisttest.Of(b.Shop.Calls, customer)
	return all[:min(len(all), limit)], nil
}

func (b *book) History(_ context.Context, customer app.ID, _ int) ([]app.Entry, error) {
	all := slices.DeleteFunc(slices.Clone(b.entries), func(e app.Entry) bool { return e.Customer != customer })
	slices.Reverse(all)
	return all, nil
}

func (b *book) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	return received(calllisttest.Of(b.Shop.Complaints, customer)), nil
}

func (b *book) OpenComplaints(context.Context) ([]app.Complaint, error) {
	all := slices.Collect(maps.Values(b.Shop.Complaints))
	return received(slices.DeleteFunc(all, func(c app.Complaint) bool { return !c.Open() })), nil
}

func (b *book) ComplaintsBetween(_ context.Context, from, to time.Time, yield func(app.Complaint) bool) error {
	for _, c := range received(slices.Collect(maps.Values(b.Shop.Complaints))) {
		if !c.Received.Before(from) && c.Received.Before(to) && !yield(c) {
			break
		}
	}
	return nil
}

func received(all []app.Complaint) []app.Complaint {
	slices.SortFunc(all, func(x, y app.Complaint) int { return x.Received.Compare(y.Received) })
	return all
}

// The people of these tests.
var (
	maija = app.ID{15: 1}
	tom   = app.ID{15: 2}
)

// scene is a shop in Helsinki, open from 9 to 17 on weekdays, on Monday,
// 9 March 2026, at ten. Jim owns it, Anna works there and may spend € 50. Both
// Maija and Tom have a number.
type scene struct {
	t    *testing.T
	book *book
	desk *complaints.Desk
	now  time.Time
}

func open(t *testing.T) *scene {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.Owner, plan.AskWeekly, plan.Thank = "Europe/Helsinki", "Jim", 0, app.ThankRule{}
	plan.Staff, plan.StaffRemedy = []string{"Anna"}, 5000
	s := &scene{t: t, book: &book{Shop: &calllisttest.Shop{Plan: plan}}}
	s.now = s.moment("2026-03-09 10:00")
	clock := func() time.Time { return s.now }
	s.book.clock = clock
	s.desk = complaints.New(s.book, clock)
	phones := []app.Phone{{Typed: "040 1", E164: "+358401"}}
	s.book.Put(
		app.Customer{ID: maija, Name: app.Name{Full: "Maija Korhonen"}, Phones: phones},
		app.Customer{ID: tom, Name: app.Name{Full: "Tom O’Connor"}, Phones: phones},
	)
	return s
}

func (s *scene) moment(text string) time.Time {
	s.t.Helper()
	zone, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		s.t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		s.t.Fatal(err)
	}
	return at
}

// at sets the clock.
func (s *scene) at(text string) *scene {
	s.now = s.moment(text)
	return s
}

// complaint puts a complaint of Maija's on record.
func (s *scene) complaint(received string, change ...func(*app.Complaint)) app.ID {
	s.t.Helper()
	c := app.Complaint{
		ID: app.ID{14: 1, 15: byte(len(s.book.Shop.Complaints) + 1)}, Customer: maija,
		Wrong: "It wobbles", Received: s.moment(received),
	}
	for _, f := range change {
		f(&c)
	}
	s.book.Put(c)
	return c.ID
}

// of returns a complaint as it is on record.
func (s *scene) of(id app.ID) app.Complaint { return s.book.Shop.Complaints[id] }

// cases returns the open ones.
func (s *scene) cases() []complaints.Case {
	s.t.Helper()
	o, err := s.desk.Open(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return o.Cases
}

// only returns the one case there is.
func (s *scene) only() complaints.Case {
	s.t.Helper()
	all := s.cases()
	if len(all) != 1 {
		s.t.Fatalf("%d cases are open", len(all))
	}
	return all[0]
}

// done fails the test if an act was refused.
func (s *scene) done(_ app.Applied, err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func answered(s *scene, at string) func(*app.Complaint) {
	return func(c *app.Complaint) { c.Answered = s.moment(at) }
}

func putRight(s *scene, at string) func(*app.Complaint) {
	return func(c *app.Complaint) { c.Answered, c.PutRight = s.moment(at), s.moment(at) }
}

func promised(s *scene, what, by string) func(*app.Complaint) {
	return func(c *app.Complaint) {
		p := app.Promise{What: what}
		if by != "" {
			p.By = s.moment(by)
		}
		c.Promises = append(c.Promises, p)
	}
}

func themed(themes ...string) func(*app.Complaint) {
	return func(c *app.Complaint) { c.Themes = themes }
}

func whose(customer app.ID) func(*app.Complaint) {
	return func(c *app.Complaint) { c.Customer = customer }
}
