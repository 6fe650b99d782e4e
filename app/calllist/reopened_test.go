package calllist_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestAComplaintOpenedAgainIsToBeAnsweredAnew(t *testing.T) {
	s := open(t, "2026-03-09 10:00")
	c := s.customer("Maija")
	s.complaint(c, "2026-03-02 10:00", func(c *app.Complaint) {
		c.Reopened = []app.Reopening{{At: s.moment("2026-03-09 09:30")}}
	})
	// The first fix was to be there long ago; the clock to this one has just begun.
	if r := s.why(c)[0]; r.Late || r.Answered || !r.Again || !r.By.Equal(s.moment("2026-03-09 13:30")) || !r.Due.Equal(s.moment("2026-03-02 10:00")) {
		t.Errorf("%+v", r)
	}
}

func TestAComplaintIsLateByBusinessHours(t *testing.T) {
	s := open(t, "2026-03-09 10:00") // a Monday
	c := s.customer("Maija")
	s.complaint(c, "2026-03-06 13:00")
	shut := s.shop.Plan.Open[time.Saturday]
	if r := s.why(c)[0]; !r.Late || r.Over <= 0 || len(shut) == 0 && r.Over > 3*time.Hour {
		t.Errorf("late by %v since %v, on Saturday open %v", r.Over, r.By, shut)
	}
}

func TestTheOwnerMustCallWhomTheyLookAfter(t *testing.T) {
	s := open(t, "2026-03-09 10:00")
	marked, valuable, other := s.customer("Maija"), s.customer("Tom"), s.customer("Ann")
	s.plan(func(p *app.Plan) { p.OwnerFrom = 100 })
	s.bought(valuable, "2026-03-01")
	s.complaint(marked, "2026-03-09 09:00", func(c *app.Complaint) { c.ForOwner = true })
	s.complaint(valuable, "2026-03-09 09:00", func(c *app.Complaint) {
		c.Remedy = &app.Remedy{Kind: app.RemedyRefund, By: "Anna", Cost: app.Money{Minor: 1}}
	})
	s.complaint(other, "2026-03-09 09:00")
	if r := s.why(marked)[0]; r.Again {
		t.Errorf("nobody opened it again: %+v", r)
	}
	for id, want := range map[app.ID]bool{marked: true, valuable: true, other: false} {
		if r := s.why(id)[0]; r.ForOwner != want || r.Awaits != (id == valuable) {
			t.Errorf("%+v", r)
		}
	}
}
