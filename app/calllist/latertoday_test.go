package calllist_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestLaterToday(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	promise := func(name, at string) app.ID {
		c := s.customer(name)
		s.called(c, "2026-03-09 10:00", app.Talked, next(s.moment(at), true))
		return c
	}
	promise("At four", "2026-03-11 16:00")
	promise("Now", "2026-03-11 12:00")
	promise("Tomorrow", "2026-03-12 00:00")
	promise("At three", "2026-03-11 15:00")
	s.called(s.customer("Asked for five"), "2026-03-09 10:00", app.CallBack, next(s.moment("2026-03-11 17:00"), true))
	s.called(s.customer("Again at six"), "2026-03-10 13:00", app.NoAnswer)
	away := promise("Archived", "2026-03-11 16:30")
	who := s.shop.Customers[away]
	who.Archived = true
	s.shop.Put(who)
	out := s.customer("Tried out")
	for _, at := range []string{"2026-03-05 10:00", "2026-03-06 10:00"} {
		s.called(out, at, app.NoAnswer)
	}
	s.called(out, "2026-03-07 10:00", app.LeftMessage, next(s.moment("2026-03-11 16:00"), true))
	both := promise("On the list now", "2026-03-11 18:30")
	s.complaint(both, "2026-03-11 09:30")
	far := s.customer("Asleep until seven", func(c *app.Customer) { c.TimeZone = "America/Los_Angeles" })
	s.complaint(far, "2026-03-11 10:00") // to be answered by 14:00

	today := s.today()
	if diff := cmp.Diff([]string{"Now", "On the list now"}, names(today.Entries)); diff != "" {
		t.Error(diff)
	}
	want := []string{"Asleep until seven", "At three", "At four", "Asked for five", "Again at six"}
	if diff := cmp.Diff(want, names(today.Later)); diff != "" {
		t.Error(diff)
	}
	for _, e := range today.Later {
		if len(e.Reasons) != 1 || e.Number.Dialled() == "" {
			t.Errorf("%s: %+v", e.Customer.Name.Full, e)
		}
	}
}

func TestWhomQuietHoursKeepOffUntilTheDayIsOverIsNotAnnounced(t *testing.T) {
	s := open(t, "2026-03-11 05:00")
	promise := func(name, at string, change ...func(*app.Customer)) {
		s.called(s.customer(name, change...), "2026-03-09 10:00", app.Talked, next(s.moment(at), true))
	}
	tokyo := func(c *app.Customer) { c.TimeZone = "Asia/Tokyo" }
	promise("Before calls begin", "2026-03-11 07:00")
	promise("As they end", "2026-03-11 20:00")
	promise("Before they end", "2026-03-11 19:59")
	promise("Night there", "2026-03-11 15:00", tokyo)
	promise("Day there", "2026-03-11 12:30", tokyo)
	if diff := cmp.Diff([]string{"Before calls begin", "Day there", "Before they end"}, names(s.today().Later)); diff != "" {
		t.Error(diff)
	}
	promise("On a day without calls", "2026-03-15 12:00")
	s.complaint(s.customer("Complained"), "2026-03-14 18:30", promisedBy(s, "2026-03-15 12:00"))
	if later := names(s.at("2026-03-15 08:00").today().Later); len(later) != 0 {
		t.Errorf("on a day without calls %q are announced", later)
	}
}

func TestRoomIsKeptForTheCallsOfLaterToday(t *testing.T) {
	tests := map[string]struct {
		capacity, bought int
		asked, again     bool
		done             int
		now, later       int
	}{
		"all have room":                                  {4, 2, true, true, 0, 2, 2},
		"who bought makes room":                          {4, 9, true, true, 0, 2, 2},
		"the hour asked for comes before another try":    {1, 9, true, true, 0, 0, 1},
		"who is called uses up room, but not the agreed": {4, 9, true, true, 2, 0, 2},
		"what has no room is not announced":              {4, 9, true, true, 4, 0, 0},
		"nothing comes later":                            {4, 9, false, false, 0, 4, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-11 12:00")
			s.plan(func(p *app.Plan) { p.Capacity = tt.capacity })
			if tt.asked {
				s.called(s.customer("Asked for three"), "2026-03-09 10:00", app.CallBack, next(s.moment("2026-03-11 15:00"), true))
			}
			if tt.again {
				s.called(s.customer("Again at six"), "2026-03-10 13:00", app.NoAnswer)
			}
			for i := range tt.bought {
				s.bought(s.customer(fmt.Sprint("Bought ", i)), "2026-03-05")
			}
			for i := range tt.done {
				s.called(s.customer(fmt.Sprint("Called ", i)), "2026-03-11 10:00", app.Talked)
			}
			today := s.today()
			if len(today.Entries) != tt.now || len(today.Later) != tt.later {
				t.Errorf("now %q, later %q", names(today.Entries), names(today.Later))
			}
			left := 0
			for _, sk := range s.skipped() {
				if sk.Because.Guard == calllist.GuardFull {
					left++
				}
			}
			if left != tt.bought-tt.now {
				t.Errorf("%d of %d are left for another day", left, tt.bought)
			}

			// Who was announced is on the list when their hour has come.
			announced := names(today.Later)
			s.now = s.moment("2026-03-11 18:00")
			listed := names(s.today().Entries)
			for _, name := range announced {
				if !slices.Contains(listed, name) {
					t.Errorf("%s was announced, and is not among %q", name, listed)
				}
			}
		})
	}
}
