package calllist_test

import (
	"slices"
	"testing"

	"ringback.app/app"
)

// The shop of these tests is open from 9 to 17 on weekdays.
func TestAComplaintWaitsUntilItIsPutRight(t *testing.T) {
	tests := map[string]struct {
		received string
		change   func(s *scene, c *app.Complaint)
		by       string
	}{
		"the first reply is due after four hours":                  {"2026-03-02 10:00", nil, "2026-03-02 14:00"},
		"which run in opening hours only":                          {"2026-03-02 15:00", nil, "2026-03-03 11:00"},
		"and end with the day if they end with it":                 {"2026-03-02 13:00", nil, "2026-03-02 17:00"},
		"what came on Friday evening is answered on Monday":        {"2026-03-06 20:00", nil, "2026-03-09 13:00"},
		"a change of clocks over the weekend does not matter":      {"2026-03-27 16:00", nil, "2026-03-30 12:00"},
		"once it is answered the fix is due after three days":      {"2026-03-02 10:00", answered("2026-03-02 11:00"), "2026-03-05 10:00"},
		"three days of business":                                   {"2026-03-05 10:00", answered("2026-03-05 11:00"), "2026-03-10 10:00"},
		"a promise takes the place of the three days":              {"2026-03-02 10:00", promises("2026-03-20 12:00"), "2026-03-20 12:00"},
		"the earliest of two":                                      {"2026-03-02 10:00", promises("2026-03-20 12:00", "2026-03-04 12:00"), "2026-03-04 12:00"},
		"one without a time leaves the three days":                 {"2026-03-02 10:00", promises(""), "2026-03-05 10:00"},
		"of one without a time and one with, that with a time is":  {"2026-03-02 10:00", promises("", "2026-03-04 12:00"), "2026-03-04 12:00"},
		"a promise before the first reply leaves the clock to run": {"2026-03-02 10:00", unanswered(promises("2026-03-20 12:00")), "2026-03-02 14:00"},
		"but is to be kept by its hour if that comes first":        {"2026-03-02 10:00", unanswered(promises("2026-03-02 11:00")), "2026-03-02 11:00"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, tt.received)
			c := s.customer("Maija")
			s.complaint(c, tt.received, func(c *app.Complaint) {
				if tt.change != nil {
					tt.change(s, c)
				}
			})
			s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} })
			by := s.moment(tt.by)
			for late, at := range map[bool]string{false: tt.received, true: "2026-04-30 12:00"} {
				reasons := s.at(at).why(c)
				if len(reasons) != 1 || reasons[0].Kind != app.Complained {
					t.Fatalf("at %s: %+v", at, reasons)
				}
				r := reasons[0]
				if !r.By.Equal(by) || r.Late != late || r.Wrong != "It wobbles" || !r.Due.Equal(s.moment(tt.received)) {
					t.Errorf("at %s: %+v, want by %v", at, r, by)
				}
			}
			s.now = by
			target := s.moment("2026-03-05 10:00") // by which what is promised for later is late all the same
			if r := s.why(c)[0]; r.Late != (tt.received == "2026-03-02 10:00" && by.After(target)) {
				t.Errorf("at the very moment late: %t", r.Late)
			}
		})
	}
}

func answered(at string) func(*scene, *app.Complaint) {
	return func(s *scene, c *app.Complaint) { c.Answered = s.moment(at) }
}

func promises(by ...string) func(*scene, *app.Complaint) {
	return func(s *scene, c *app.Complaint) {
		c.Answered = c.Received
		for _, at := range by {
			p := app.Promise{What: "A new leg"}
			if at != "" {
				p.By = s.moment(at)
			}
			c.Promises = append(c.Promises, p)
		}
	}
}

func unanswered(set func(*scene, *app.Complaint)) func(*scene, *app.Complaint) {
	return func(s *scene, c *app.Complaint) {
		set(s, c)
		c.Answered = app.Complaint{}.Answered
	}
}

func TestAComplaintThatAnotherClockDatedOfLaterTodayWaitsAlready(t *testing.T) {
	for received, kind := range map[string]app.ReasonKind{
		"2026-03-09 12:00:01": app.Complained, "2026-03-09 23:59": app.Complained, "2026-03-10 00:00": app.AfterPurchase,
	} {
		s := open(t, "2026-03-09 12:00")
		c := s.customer("Maija")
		s.bought(c, "2026-03-02")
		s.complaint(c, received)
		reasons := s.why(c)
		if len(reasons) == 0 || reasons[0].Kind != kind || reasons[0].Late {
			t.Errorf("of %s: %+v", received, reasons)
		}
		if kind == app.Complained && !reasons[0].Due.Equal(s.moment(received)) {
			t.Errorf("of %s: due %v", received, reasons[0].Due)
		}
	}
}

func TestAKeptPromiseGivesWayToTheNext(t *testing.T) {
	s := open(t, "2026-03-02 12:00")
	c := s.customer("Maija")
	s.complaint(c, "2026-03-02 10:00", func(c *app.Complaint) {
		promises("2026-03-03 12:00", "2026-03-09 12:00")(s, c)
		c.Promises[0].Kept = s.moment("2026-03-02 11:00")
	})
	if r := s.why(c)[0]; !r.By.Equal(s.moment("2026-03-09 12:00")) || r.Promise != "A new leg" || !r.Answered {
		t.Errorf("%+v", r)
	}
}

func TestTheFixIsCheckedThreeDaysLater(t *testing.T) {
	s := open(t, "2026-03-02 12:00")
	c := s.customer("Maija")
	id := s.complaint(c, "2026-03-02 10:00", func(c *app.Complaint) { c.PutRight = s.moment("2026-03-03 16:00") })
	s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} })
	s.expect(c, map[string]app.ReasonKind{
		"2026-03-03 16:30": app.NoReason, "2026-03-05 23:59:59": app.NoReason,
		"2026-03-06 00:00": app.CheckFix, "2026-08-01 12:00": app.CheckFix,
	})
	if r := s.at("2026-03-06 12:00").why(c)[0]; r.Complaint != id || r.Wrong != "It wobbles" {
		t.Errorf("%+v", r)
	}
	closed := s.shop.Complaints[id]
	closed.Confirmed = s.moment("2026-03-06 13:00")
	s.shop.Put(closed)
	if got := s.at("2026-03-07 12:00").headline(c); got != app.NoReason {
		t.Errorf("after they said that it worked: %q", got)
	}
}

func TestEachOpenComplaintIsAReason(t *testing.T) {
	s := open(t, "2026-03-03 12:00")
	c := s.customer("Maija")
	second := s.complaint(c, "2026-03-03 10:00")
	first := s.complaint(c, "2026-03-02 10:00")
	reasons := s.why(c)
	if len(reasons) != 2 || reasons[0].Complaint != first || reasons[1].Complaint != second {
		t.Errorf("%+v", reasons)
	}
}

func TestOfSeveralComplaintsTheOneThatRunsOutFirstIsTheHeadline(t *testing.T) {
	const longAgo, lately = "2026-03-02 10:00", "2026-03-04 10:00"
	tests := map[string]struct {
		now         string
		older       func(*scene, *app.Complaint)
		newer       func(*scene, *app.Complaint)
		newerBefore bool
		late        bool
	}{
		"neither was answered: the older":                                {"2026-03-04 12:00", nil, nil, false, true},
		"the newer is late and the older has time":                       {"2026-03-04 15:00", answered(longAgo), nil, true, true},
		"neither is late and the newer has less time":                    {"2026-03-04 13:00", answered(longAgo), nil, true, false},
		"the older has less time":                                        {"2026-03-04 12:00", answered(longAgo), answered(lately), false, false},
		"the older is later":                                             {"2026-03-10 12:00", answered(longAgo), answered(lately), false, true},
		"a promise of the newer runs out first":                          {"2026-03-04 13:00", answered(longAgo), promises("2026-03-04 12:00"), true, true},
		"a promise of the older beyond its target does not give it time": {"2026-03-06 12:00", promises("2026-03-20 12:00"), answered(lately), false, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, tt.now)
			c := s.customer("Maija")
			with := func(change func(*scene, *app.Complaint)) func(*app.Complaint) {
				return func(c *app.Complaint) {
					if change != nil {
						change(s, c)
					}
				}
			}
			want := []app.ID{s.complaint(c, longAgo, with(tt.older)), s.complaint(c, lately, with(tt.newer))}
			if tt.newerBefore {
				slices.Reverse(want)
			}
			reasons := s.why(c)
			if len(reasons) != 2 || reasons[0].Complaint != want[0] || reasons[1].Complaint != want[1] || reasons[0].Late != tt.late {
				t.Errorf("%+v, want %v first, late: %t", reasons, want[0], tt.late)
			}
		})
	}
}

func TestACustomerIsListedWhereTheComplaintOfTheHeadlineWouldBe(t *testing.T) {
	s := open(t, "2026-03-04 15:00")
	both := s.customer("Both")
	older := s.complaint(both, "2026-03-02 10:00", func(c *app.Complaint) { answered("2026-03-02 11:00")(s, c) })
	s.complaint(s.customer("Between"), "2026-03-03 10:00")
	newer := s.complaint(both, "2026-03-04 09:30")
	s.expectList("Between", "Both")
	c := s.shop.Complaints[newer]
	c.PutRight = s.moment("2026-03-04 14:00")
	s.shop.Put(c)
	s.expectList("Between", "Both") // of which the older one was answered, and has time
	if r := s.why(both)[0]; r.Complaint != older {
		t.Errorf("%+v", r)
	}
}

func TestLateComplaintsComeFirstAndThenThoseWithTheLeastTimeLeft(t *testing.T) {
	s := open(t, "2026-03-04 15:00")
	with := func(change func(*scene, *app.Complaint)) func(*app.Complaint) {
		return func(c *app.Complaint) { change(s, c) }
	}
	s.complaint(s.customer("Has until tomorrow"), "2026-03-02 10:00", with(answered("2026-03-02 11:00")))
	s.complaint(s.customer("Late since noon"), "2026-03-03 10:00", with(promises("2026-03-04 12:00")))
	s.complaint(s.customer("Late since half past one"), "2026-03-04 09:30")
	s.complaint(s.customer("Late since yesterday"), "2026-03-03 10:30")
	s.complaint(s.customer("Has until four"), "2026-03-04 12:00")
	s.expectList("Late since yesterday", "Late since noon", "Late since half past one", "Has until four", "Has until tomorrow")
}

func TestAComplaintOfSomebodyTriedOutWaitsForTheRestUnlessTheyCameToUs(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	for _, at := range []string{"2026-03-02 09:30", "2026-03-03 12:30", "2026-03-04 18:30"} {
		s.called(c, at, app.NoAnswer)
	}
	s.complaint(c, "2026-03-01 10:00")
	if got := s.guard(c); got != "attempts" {
		t.Errorf("told before the attempts: %q", got)
	}
	s.told(c, "2026-03-06 10:00")
	if got := s.headline(c); got != app.Complained {
		t.Errorf("told after them: %q", got)
	}
}
