package calllist_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

// names returns who is on the list, in order.
func names(entries []calllist.Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.Customer.Name.Full)
	}
	return all
}

func (s *scene) expectList(want ...string) {
	s.t.Helper()
	if diff := cmp.Diff(want, names(s.today().Entries)); diff != "" {
		s.t.Error(diff)
	}
}

func TestTheOrderIsByKindThenHowLongDueThenValueThenID(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	s.plan(func(p *app.Plan) { p.Thank.Years = []int{1} })
	worth := func(total int64) func(*app.Purchase) {
		return func(p *app.Purchase) { p.Total = total }
	}
	s.bought(s.customer("Thanked"), "2025-03-10")
	s.bought(s.customer("Same day, same value, later ID"), "2026-03-07", worth(500))
	s.bought(s.customer("Later"), "2026-03-08", worth(90000))
	s.bought(s.customer("Same day, more value"), "2026-03-07", worth(600))
	s.bought(s.customer("Waits longest"), "2026-03-03", worth(1))
	earlier := app.Customer{ID: app.ID{0: 0, 1: 0, 15: 1}, Name: app.Name{Full: "Same day, same value, earlier ID"}, Phones: []app.Phone{{E164: "+3585"}}}
	s.shop.Put(earlier)
	s.bought(earlier.ID, "2026-03-07", worth(500))
	s.called(s.customer("Nobody answered"), "2026-03-10 09:00", app.NoAnswer)
	s.complaint(s.customer("Check"), "2026-03-02 10:00", func(c *app.Complaint) { c.PutRight = s.moment("2026-03-05 10:00") })
	s.complaint(s.customer("Complained"), "2026-03-11 10:00")
	s.called(s.customer("Promised"), "2026-03-09 10:00", app.Talked, next(s.moment("2026-03-11 11:59"), true))
	s.expectList("Promised", "Complained", "Check", "Nobody answered", "Waits longest", "Same day, more value",
		"Same day, same value, earlier ID", "Same day, same value, later ID", "Later", "Thanked")
}

func TestACustomerIsOnTheListOnceWithAllReasons(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	s.plan(func(p *app.Plan) { p.Thank.Years, p.AskWeekly = []int{1}, 5 })
	c := s.customer("Maija")
	s.bought(c, "2025-03-09")
	s.bought(c, "2026-03-05")
	s.complaint(c, "2026-03-10 10:00")
	var kinds []app.ReasonKind
	for _, r := range s.why(c) {
		kinds = append(kinds, r.Kind)
	}
	want := []app.ReasonKind{app.Complained, app.AfterPurchase, app.NeverAsked, app.Thank}
	if !slices.Equal(kinds, want) || len(s.today().Entries) != 1 || len(s.skipped()) != 0 {
		t.Errorf("%v, want %v", kinds, want)
	}
}

func TestCapacity(t *testing.T) {
	fill := func(s *scene) {
		for i := range 4 {
			s.bought(s.customer(fmt.Sprint("Bought ", i)), "2026-03-05")
		}
	}
	promise := func(s *scene, n int) {
		for i := range n {
			s.called(s.customer(fmt.Sprint("Promised ", i)), "2026-03-09 10:00", app.Talked, next(s.moment("2026-03-11 00:00"), false))
		}
	}
	tests := map[string]struct {
		set  func(s *scene)
		want []string
		full int
	}{
		"no more than it holds": {fill, []string{"Bought 0", "Bought 1", "Bought 2"}, 1},
		"who was called today uses it up": {func(s *scene) {
			fill(s)
			c := s.customer("Called")
			s.called(c, "2026-03-11 00:00", app.Talked)
			s.called(c, "2026-03-11 09:30", app.Talked)
		}, []string{"Bought 0", "Bought 1"}, 2},
		"who was called yesterday does not": {func(s *scene) {
			fill(s)
			s.called(s.customer("Called"), "2026-03-10 23:59:59", app.Talked)
		}, []string{"Bought 0", "Bought 1", "Bought 2"}, 1},
		"promises are listed past it": {func(s *scene) { promise(s, 4) }, []string{"Promised 0", "Promised 1", "Promised 2", "Promised 3"}, 0},
		"and use it up": {func(s *scene) {
			fill(s)
			promise(s, 2)
		}, []string{"Promised 0", "Promised 1", "Bought 0"}, 3},
		"a complaint told on the phone today takes no second place": {func(s *scene) {
			promise(s, 1)
			fill(s)
			c := s.customer("Told it today")
			s.called(c, "2026-03-11 10:00", app.Talked)
			s.complaint(c, "2026-03-11 10:00")
		}, []string{"Promised 0", "Told it today", "Bought 0"}, 3},
		"who asked today to be called back keeps the place they have": {func(s *scene) {
			fill(s)
			s.called(s.customer("Call me at noon"), "2026-03-11 09:30", app.CallBack, next(s.moment("2026-03-11 12:00"), true))
			for _, name := range []string{"Second", "Third"} {
				s.called(s.customer(name), "2026-03-11 10:30", app.Talked)
			}
		}, []string{"Call me at noon"}, 4},
		"a further attempt has to find room": {func(s *scene) {
			promise(s, 3)
			s.called(s.customer("Nobody answered"), "2026-03-10 09:00", app.NoAnswer)
		}, []string{"Promised 0", "Promised 1", "Promised 2"}, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-11 12:00")
			s.plan(func(p *app.Plan) { p.Capacity = 3 })
			tt.set(s)
			s.expectList(tt.want...)
			full := 0
			for _, sk := range s.skipped() {
				if sk.Because.Guard == calllist.GuardFull {
					full++
				}
			}
			if full != tt.full {
				t.Errorf("%d left off the full list, want %d", full, tt.full)
			}
		})
	}
}

func TestTodayCountsWhoWasCalled(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	a, b := s.customer("A"), s.customer("B")
	s.called(a, "2026-03-11 09:30", app.NoAnswer)
	s.called(a, "2026-03-11 10:30", app.Talked)
	s.called(b, "2026-03-11 10:40", app.NoAnswer)
	s.called(s.customer("C"), "2026-03-10 10:40", app.NoAnswer)
	if got := s.today(); got.Done != 2 || got.Capacity != 12 || !got.At.Equal(s.now) {
		t.Errorf("done %d, capacity %d, at %v", got.Done, got.Capacity, got.At)
	}
}

func TestWhoIsListedThoughTheyWereCalledIsPlannedOnce(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	a, b := s.customer("A"), s.customer("B")
	s.complaint(a, "2026-03-11 10:00")
	s.bought(b, "2026-03-05")
	if got := s.today(); got.Planned() != 2 || got.Again != 0 {
		t.Errorf("at first %d are planned, %d of them again", got.Planned(), got.Again)
	}
	s.called(a, "2026-03-11 11:30", app.Talked)                                                                   // what they complain of is not put right yet
	s.called(s.customer("Done with"), "2026-03-11 11:40", app.Talked)                                             // and is not listed
	s.called(s.customer("Once more"), "2026-03-11 11:50", app.CallBack, next(s.moment("2026-03-11 16:00"), true)) // later today
	got := s.today()
	if listed := len(got.Entries) + len(got.Later); listed != 3 || got.Done != 3 || got.Again != 2 || got.Planned() != 4 {
		t.Errorf("%d listed, %d done, %d of them again, %d planned", listed, got.Done, got.Again, got.Planned())
	}
}

func TestALimitTakesTheFirst(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	for i := range 4 {
		s.bought(s.customer(fmt.Sprint(i)), "2026-03-05")
	}
	today, err := s.list().Today(context.Background(), 2)
	if err != nil || len(today.Entries) != 2 || today.Entries[1].Customer.Name.Full != "1" {
		t.Errorf("%v, %v", names(today.Entries), err)
	}
}

func TestAnEmptyShopHasNobodyToCall(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	if got := s.today(); len(got.Entries)+len(got.Later) != 0 || len(s.skipped()) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestSkippedComesInTheOrderOfTheList(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	asleep := func(c *app.Customer) { c.TimeZone = "America/Los_Angeles" }
	s.bought(s.customer("Bought later", asleep), "2026-03-07")
	s.bought(s.customer("Bought", asleep), "2026-03-05")
	s.complaint(s.customer("Complained", func(c *app.Customer) { c.Phones = nil }), "2026-03-10 10:00")
	s.bought(s.customer("Archived", func(c *app.Customer) { c.Archived = true }), "2026-03-06")
	var got []string
	for _, sk := range s.skipped() {
		got = append(got, fmt.Sprint(sk.Customer.Name.Full, ": ", sk.Reason.Kind, ", ", sk.Because.Guard))
	}
	want := []string{
		"Complained: complaint, no-number", "Bought: after-purchase, quiet-hours",
		"Archived: after-purchase, archived", "Bought later: after-purchase, quiet-hours",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestACancelledQuestionIsNotAnswered(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	s.bought(s.customer("Maija"), "2026-03-05")
	ctx, cancel := context.WithCancel(context.Background())
	book := cancelling{s.shop, cancel}
	list := calllist.New(book, func() time.Time { return s.now })
	if _, err := list.Today(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("today: %v", err)
	}
	if _, err := list.NotToday(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("skipped: %v", err)
	}
}

// cancelling is a shop whose questions are cancelled once they are begun.
type cancelling struct {
	*calllisttest.Shop
	cancel func()
}

func (b cancelling) ReadList(_ context.Context, read func(calllist.Snapshot) error) error {
	return b.Shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		b.cancel()
		return read(snap)
	})
}

func TestAskingLooksAtThoseDueOnly(t *testing.T) {
	looked := func(others int) (int, int) {
		s := open(t, "2026-03-11 12:00")
		s.plan(func(p *app.Plan) { p.AskWeekly = 5 })
		for i := range 60 {
			c := s.customer(fmt.Sprint(i))
			s.bought(c, "2026-03-05")
		}
		for i := range others {
			id := app.ID{12: 8, 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
			c := app.Customer{ID: id, Phones: []app.Phone{{E164: "+1"}}}
			switch i % 3 {
			case 0:
				c.Archived = true
			case 1:
				c.TimeZone = "America/Los_Angeles"
			}
			s.shop.Put(c, app.Purchase{ID: id, Customer: id, Day: s.day("2026-03-04") - app.Day(300*(i%3/2)), Total: 1})
		}
		s.shop.Gap = 800
		if got := len(s.today().Entries); got != 12 {
			t.Fatalf("%d on the list", got)
		}
		return s.shop.Looked, s.shop.Walked
	}
	fewLooked, fewWalked := looked(30)
	manyLooked, manyWalked := looked(3000)
	if manyLooked > fewLooked {
		t.Errorf("a hundred times the book: %d customers looked at, not %d", manyLooked, fewLooked)
	}
	// Whether the week's lot fell on those on the list takes a look at others,
	// but not at all of them.
	if manyWalked > fewWalked+12*100 {
		t.Errorf("a hundred times the book: %d openings walked, not %d", manyWalked, fewWalked)
	}
}

func TestAPageIsToldTheFirstAndWhetherThereAreMore(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	asleep := func(c *app.Customer) { c.TimeZone = "America/Los_Angeles" }
	s.bought(s.customer("Third", asleep), "2026-03-07")
	s.bought(s.customer("First", asleep), "2026-03-05")
	s.bought(s.customer("Second", asleep), "2026-03-06")
	for limit, want := range map[int]string{0: "First Second Third, more false", 3: "First Second Third, more false", 2: "First Second, more true"} {
		rest, err := s.list().NotToday(context.Background(), limit)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, p := range rest.People {
			names = append(names, p.Customer.Name.Full)
		}
		if got := fmt.Sprint(strings.Join(names, " "), ", more ", rest.More); got != want {
			t.Errorf("of %d: %s, want %s", limit, got, want)
		}
	}
}
