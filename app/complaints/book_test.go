package complaints_test

import (
	"context"
	"math/rand"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/complaints"
	"ringback.app/app/complaints/complaintstest"
)

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
	book *complaintstest.Book
	desk *complaints.Desk
	now  time.Time
}

func open(t *testing.T) *scene {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone, plan.Owner, plan.AskWeekly, plan.Thank = "Europe/Helsinki", "Jim", 0, app.ThankRule{}
	plan.Staff, plan.StaffRemedy = []string{"Anna"}, 5000
	s := &scene{t: t, book: &complaintstest.Book{Shop: &calllisttest.Shop{Plan: plan}}}
	s.now = s.moment("2026-03-09 10:00")
	clock := func() time.Time { return s.now }
	s.book.Clock = clock
	s.desk = complaints.New(s.book, clock, app.NewIDs(clock, rand.New(rand.NewSource(1))))
	phones := []app.Phone{{Typed: "040 1", E164: "+358401"}}
	s.book.Put(
		app.Customer{ID: maija, Name: app.Name{Full: "Maija Korhonen"}, Phones: phones},
		app.Customer{ID: tom, Name: app.Name{Full: "Tom O’Connor"}, Phones: phones},
	)
	return s
}

func (s *scene) moment(text string) time.Time {
	s.t.Helper()
	return calllisttest.Moment(s.t, text, "Europe/Helsinki")
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

// apply writes a complaint as somebody else does it.
func (s *scene) apply(act app.Act, records ...app.Record) {
	s.t.Helper()
	var changes []app.Change
	for _, r := range records {
		changes = append(changes, app.Put(r))
	}
	s.done(s.book.Apply(s.t.Context(), app.Batch{Act: act, Changes: changes}))
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
