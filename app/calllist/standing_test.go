package calllist_test

import (
	"context"
	"testing"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func (s *scene) standing(customer app.ID) (calllist.Standing, error) {
	var st calllist.Standing
	err := s.shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		var err error
		st, err = calllist.Consider(snap, s.now, customer)
		return err
	})
	return st, err
}

func TestSomebodyWithoutAReasonCanStillBeCalled(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	st, err := s.standing(c)
	if err != nil || len(st.Reasons) != 0 || st.Because != nil || st.Number.E164 != "+3581Maija" || st.Pursued {
		t.Errorf("%+v, %v", st, err)
	}
}

func TestAGuardSpeaksAgainstACallOutOfTheBlue(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	s.called(c, "2026-03-08 12:00", app.Talked)
	if st, err := s.standing(c); err != nil || st.Because == nil || st.Because.Guard != calllist.GuardCooldown {
		t.Errorf("%+v, %v", st.Because, err)
	}
	who := s.shop.Customers[c]
	who.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeFollowUp}}
	s.shop.Put(who)
	if st, err := s.standing(c); err != nil || st.Because == nil || st.Because.Guard != calllist.GuardDoNotCall {
		t.Errorf("%+v, %v", st.Because, err)
	}
}

func TestAFullListIsNothingAgainstACall(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	s.plan(func(p *app.Plan) { p.Capacity = 0 })
	c := s.customer("Maija")
	s.bought(c, "2026-03-02")
	if st, err := s.standing(c); err != nil || st.Because != nil || len(st.Reasons) != 1 {
		t.Errorf("%+v, %v", st, err)
	}
}

func TestPursuedIsWhoIsToBeCalledAgain(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	promised, tried := s.customer("Promised"), s.customer("Tried")
	s.called(promised, "2026-03-08 12:00", app.Talked, next(s.moment("2026-03-20 12:00"), true))
	s.called(tried, "2026-03-09 11:00", app.NoAnswer)
	for _, c := range []app.ID{promised, tried} {
		if st, err := s.standing(c); err != nil || !st.Pursued || len(st.Reasons) != 0 {
			t.Errorf("%+v, %v", st, err)
		}
	}
}

func TestNobodyKnowsAStranger(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	if _, err := s.standing(app.ID{1: 1}); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("%v", err)
	}
}
