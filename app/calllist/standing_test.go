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

func TestAReasonOfTheCardBeginsAndEndsWithThatOfTheList(t *testing.T) {
	quiet := func(s *scene, c app.ID) {
		for _, day := range []string{"2025-12-31", "2026-01-30", "2026-03-01"} {
			s.bought(c, day) // quiet from 15 April on
		}
	}
	for name, tt := range map[string]struct {
		set  func(s *scene, c app.ID)
		at   string
		want app.ReasonKind
	}{
		"the last moment in which a purchase is asked about": {func(s *scene, c app.ID) { s.bought(c, "2026-03-02") }, "2026-03-16 23:59:59", app.AfterPurchase},
		"the first in which it is not any more":              {func(s *scene, c app.ID) { s.bought(c, "2026-03-02") }, "2026-03-17 00:00", app.NoReason},
		"a lapse that a talk ended as it began": {func(s *scene, c app.ID) {
			quiet(s, c)
			s.called(c, "2026-04-15 00:00", app.Talked)
		}, "2026-05-20 12:00", app.NoReason},
		"a lapse that a talk came too early for": {func(s *scene, c app.ID) {
			quiet(s, c)
			s.called(c, "2026-04-14 23:59:59", app.Talked)
		}, "2026-05-20 12:00", app.GoingQuiet},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, tt.at)
			c := s.customer("Maija")
			tt.set(s, c)
			st, err := s.standing(c)
			got := app.NoReason
			if len(st.Reasons) > 0 {
				got = st.Reasons[0].Kind
			}
			if err != nil || got != tt.want {
				t.Errorf("%v, %v", st.Reasons, err)
			}
		})
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
