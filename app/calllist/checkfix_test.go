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
