package calllist_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestNobodyIsAskedCheerfullyBeforeTheFixIsChecked(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	s.bought(c, "2026-03-04")
	s.expectList("Maija")
	s.complaint(c, "2026-03-06 10:00", func(c *app.Complaint) { c.PutRight = s.moment("2026-03-09 11:00") })
	s.expectList()
	s.now = s.moment("2026-03-12 12:00")
	if got := s.headline(c); got != app.CheckFix {
		t.Errorf("%q", got)
	}
}

func TestWhetherAFixWorkedCanBeAskedBeforeItsDay(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	s.called(c, "2026-03-09 10:00", app.Talked)
	id := s.complaint(c, "2026-03-06 10:00", func(c *app.Complaint) { c.PutRight = s.moment("2026-03-09 11:00") })
	list := calllist.New(s.shop, func() time.Time { return s.now })
	st, err := list.Standing(context.Background(), c, s.now)
	if err != nil || st.Because != nil || len(st.Reasons) != 1 || st.Reasons[0].Kind != app.CheckFix || st.Reasons[0].Complaint != id {
		t.Errorf("%+v, %+v, %v", st.Reasons, st.Because, err)
	}
	s.expectList()
}

func TestWhatOneClockSaysWasPutRightLaterIsNotAskedAboutYet(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	s.complaint(c, "2026-03-06 10:00", func(c *app.Complaint) { c.PutRight = s.moment("2026-03-09 12:30") })
	for at, want := range map[string]int{"2026-03-09 12:29": 0, "2026-03-09 12:30": 1} {
		st, err := s.list().Standing(t.Context(), c, s.moment(at))
		if err != nil || len(st.Reasons) != want {
			t.Errorf("at %s: %+v, %v", at, st.Reasons, err)
		}
	}
}

// The shop of these tests is open from 9 to 17 on weekdays.
func TestWhetherAFixWorkedIsAskedOnADayOnWhichTheShopOpens(t *testing.T) {
	for day, tt := range map[string]struct{ fixed, before, from string }{
		"a weekday": {"2026-03-09 11:00", "2026-03-11 23:59:59", "2026-03-12 00:00"},
		"a Sunday":  {"2026-03-12 11:00", "2026-03-15 12:00", "2026-03-16 00:00"},
		"a holiday": {"2026-03-13 11:00", "2026-03-16 12:00", "2026-03-17 00:00"},
	} {
		t.Run(day, func(t *testing.T) {
			s := open(t, "2026-03-09 12:00")
			c := s.customer("Maija")
			s.complaint(c, "2026-03-06 10:00", func(c *app.Complaint) { c.PutRight = s.moment(tt.fixed) })
			s.plan(func(p *app.Plan) {
				p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week}
				if day == "a holiday" {
					p.Holidays = []app.Day{s.day("2026-03-16")}
				}
			})
			s.expect(c, map[string]app.ReasonKind{tt.before: app.NoReason, tt.from: app.CheckFix})
		})
	}
}
