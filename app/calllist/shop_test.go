package calllist_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

// helsinki is where the shop of these tests stands.
const helsinki = "Europe/Helsinki"

// scene is a shop at a moment, told in the words of its owner.
type scene struct {
	t    *testing.T
	shop *calllisttest.Shop
	now  time.Time
	last byte
}

// open opens a shop with the plan that a new shop has.
func open(t *testing.T, now string) *scene {
	t.Helper()
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)})
	plan.TimeZone = helsinki
	// What a test does not speak of shall not get in its way.
	plan.AskWeekly = 0
	plan.Thank = app.ThankRule{Days: 14}
	s := &scene{t: t, shop: &calllisttest.Shop{Plan: plan}}
	s.at(now)
	return s
}

// at sets the clock: a moment of the shop's zone.
func (s *scene) at(now string) *scene {
	s.t.Helper()
	s.now = s.moment(now)
	return s
}

// moment reads a time of the shop's zone, or of the zone in the text.
func (s *scene) moment(text string) time.Time {
	s.t.Helper()
	return calllisttest.Moment(s.t, text, helsinki)
}

func (s *scene) day(text string) app.Day {
	s.t.Helper()
	d, err := app.ParseDay(text)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

func (s *scene) id() app.ID {
	s.last++
	return app.ID{14: 1, 15: s.last}
}

// customer brings a customer with a number into the shop.
func (s *scene) customer(name string, change ...func(*app.Customer)) app.ID {
	c := app.Customer{ID: s.id(), Name: app.Name{Full: name}, Phones: []app.Phone{{E164: "+3581" + name}}}
	for _, f := range change {
		f(&c)
	}
	s.shop.Put(c)
	return c.ID
}

func (s *scene) bought(customer app.ID, day string, change ...func(*app.Purchase)) app.ID {
	p := app.Purchase{
		ID: s.id(), Customer: customer, Day: s.day(day), Total: 10000, Currency: "EUR",
		Lines: []app.Line{{Item: "Oak table", Quantity: app.One, Amount: 10000}},
	}
	for _, f := range change {
		f(&p)
	}
	s.shop.Put(p)
	return p.ID
}

func (s *scene) called(customer app.ID, at string, d app.Disposition, change ...func(*app.Call)) app.ID {
	c := app.Call{ID: s.id(), Customer: customer, Start: s.moment(at), Disposition: d}
	if numbers := s.shop.Customers[customer].Callable(); len(numbers) > 0 {
		c.Number = numbers[0].Dialled()
	}
	for _, f := range change {
		f(&c)
	}
	s.shop.Put(c)
	return c.ID
}

func (s *scene) told(customer app.ID, at string, change ...func(*app.Opinion)) app.ID {
	o := app.Opinion{ID: s.id(), Customer: customer, Taken: s.moment(at), Source: app.FromCard, Verbatim: "Fine"}
	for _, f := range change {
		f(&o)
	}
	s.shop.Put(o)
	return o.ID
}

// gave gives a customer flowers.
func (s *scene) gave(customer app.ID, day string) {
	c := s.shop.Customers[customer]
	c.Thanks = append(c.Thanks, app.ThankYou{Day: s.day(day), What: "Flowers"})
	s.shop.Put(c)
}

func (s *scene) complaint(customer app.ID, received string, change ...func(*app.Complaint)) app.ID {
	c := app.Complaint{ID: s.id(), Customer: customer, Wrong: "It wobbles", Received: s.moment(received)}
	for _, f := range change {
		f(&c)
	}
	s.shop.Put(c)
	return c.ID
}

func (s *scene) plan(change func(*app.Plan)) {
	plan := s.shop.Plan
	change(&plan)
	s.shop.Put(plan)
}

func next(at time.Time, timed bool) func(*app.Call) {
	return func(c *app.Call) { c.Next = &app.NextStep{At: at, Timed: timed} }
}

func (s *scene) list() *calllist.List {
	return calllist.New(s.shop, func() time.Time { return s.now })
}

func (s *scene) today() calllist.Today {
	s.t.Helper()
	today, err := s.list().Today(context.Background(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return today
}

func (s *scene) skipped() []calllist.Skipped {
	s.t.Helper()
	skipped, err := s.list().NotToday(context.Background(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return skipped.People
}

// why returns the reasons for which a customer is on the list, none if they are
// not.
func (s *scene) why(customer app.ID) []calllist.Reason {
	s.t.Helper()
	for _, e := range s.today().Entries {
		if e.Customer.ID == customer {
			return e.Reasons
		}
	}
	return nil
}

// headline returns the kind of the headline, NoReason if the customer is not on
// the list.
func (s *scene) headline(customer app.ID) app.ReasonKind {
	s.t.Helper()
	if reasons := s.why(customer); len(reasons) > 0 {
		return reasons[0].Kind
	}
	return app.NoReason
}

// because returns why a customer is not called, nil if no guard says so.
func (s *scene) because(customer app.ID) *calllist.Because {
	s.t.Helper()
	for _, sk := range s.skipped() {
		if sk.Customer.ID == customer {
			return &sk.Because
		}
	}
	return nil
}

// guard returns the guard that keeps a customer off the list, "" if none does.
func (s *scene) guard(customer app.ID) calllist.Guard {
	s.t.Helper()
	if because := s.because(customer); because != nil {
		return because.Guard
	}
	return ""
}

// expect checks what the list says of the customer at moments of the shop's
// zone: a kind, or NoReason for not listed.
func (s *scene) expect(customer app.ID, moments map[string]app.ReasonKind) {
	s.t.Helper()
	for at, want := range moments {
		if got := s.at(at).headline(customer); got != want {
			s.t.Errorf("at %s: %q, want %q (guard %q)", at, got, want, s.guard(customer))
		}
	}
}
