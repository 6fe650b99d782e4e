package calllist_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestCallBackAtTheTimeTheyAskedFor(t *testing.T) {
	s := open(t, "2026-03-02 12:00")
	c := s.customer("Maija")
	s.called(c, "2026-03-02 10:00", app.CallBack, next(s.moment("2026-03-04 15:00"), true))
	s.expect(c, map[string]app.ReasonKind{
		"2026-03-03 12:00": app.NoReason, "2026-03-04 14:59:59": app.NoReason, "2026-03-04 15:00": app.CallAgain,
	})
	if r := s.at("2026-03-04 15:30").why(c)[0]; !r.Asked || !r.Late || !r.By.Equal(s.moment("2026-03-04 15:00")) {
		t.Errorf("%+v", r)
	}
}

func TestNobodyAnswered(t *testing.T) {
	const none, again = app.NoReason, app.CallAgain
	second := func(c *app.Customer) { c.Phones = append(c.Phones, app.Phone{E164: "+3582"}) }
	tests := map[string]struct {
		customer func(*app.Customer)
		set      func(s *scene, c app.ID)
		want     map[string]app.ReasonKind
	}{
		"in the morning: the next afternoon": {
			set:  func(s *scene, c app.ID) { s.called(c, "2026-03-02 09:30", app.NoAnswer) },
			want: map[string]app.ReasonKind{"2026-03-03 11:59:59": none, "2026-03-03 12:00": again},
		},
		"in the afternoon: the next evening": {
			set:  func(s *scene, c app.ID) { s.called(c, "2026-03-02 12:00", app.Busy) },
			want: map[string]app.ReasonKind{"2026-03-03 17:59:59": none, "2026-03-03 18:00": again},
		},
		"in the evening: the next morning": {
			set:  func(s *scene, c app.ID) { s.called(c, "2026-03-02 19:00", app.NoAnswer) },
			want: map[string]app.ReasonKind{"2026-03-03 08:59:59": none, "2026-03-03 09:00": again},
		},
		"on Saturday: on Monday, since calls rest on Sunday": {
			set:  func(s *scene, c app.ID) { s.called(c, "2026-03-07 10:00", app.NoAnswer) },
			want: map[string]app.ReasonKind{"2026-03-08 12:00": none, "2026-03-09 11:59": none, "2026-03-09 12:00": again},
		},
		"on Friday: on Monday, where calls rest at weekends": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Calling.Days &^= app.DaysOf(time.Saturday) })
				s.called(c, "2026-03-06 10:00", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-09 11:59": none, "2026-03-09 12:00": again},
		},
		"a wrong number that was right after all is tried like any other": {
			set: func(s *scene, c app.ID) {
				for _, at := range []string{"2026-03-02 09:30", "2026-03-02 09:35", "2026-03-02 09:40"} {
					s.called(c, at, app.WrongNumber)
				}
			},
			want: map[string]app.ReasonKind{"2026-03-02 09:40": again},
		},
		"the parts of the day are those of the customer's clock": {
			customer: func(c *app.Customer) { c.TimeZone = "America/New_York" },
			// 17:30 in Helsinki is 10:30 in New York.
			set: func(s *scene, c app.ID) { s.called(c, "2026-03-02 17:30", app.NoAnswer) },
			want: map[string]app.ReasonKind{
				"2026-03-03T11:59:59-05:00": none, "2026-03-03T12:00:00-05:00": again,
			},
		},
		"a part of the day outside the calling hours is left out": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Calling.To = 17 * 60 })
				s.called(c, "2026-03-02 14:00", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-03 08:59": none, "2026-03-03 09:00": again},
		},
		"a message left waits three days": {
			set:  func(s *scene, c app.ID) { s.called(c, "2026-03-02 09:30", app.LeftMessage) },
			want: map[string]app.ReasonKind{"2026-03-04 19:00": none, "2026-03-05 12:00": again},
		},
		"across a change of clocks it is the same hour": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Calling.Days = app.Week })
				s.called(c, "2026-03-28 09:30", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-29T11:59:59+03:00": none, "2026-03-29T12:00:00+03:00": again},
		},
		"three attempts on the only number, and no more": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.NoAnswer)
				s.called(c, "2026-03-03 12:30", app.Busy)
				s.called(c, "2026-03-04 18:30", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-05 12:00": none, "2026-03-09 12:00": none, "2026-05-20 12:00": none},
		},
		"after three attempts the second number": {
			customer: second,
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.NoAnswer)
				s.called(c, "2026-03-03 12:30", app.Busy)
				s.called(c, "2026-03-04 18:30", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-05 08:59": none, "2026-03-05 09:00": again},
		},
		"after both numbers they rest, whatever other numbers there are": {
			customer: func(c *app.Customer) {
				second(c)
				c.Phones = append(c.Phones, app.Phone{E164: "+3583"})
			},
			set: func(s *scene, c app.ID) {
				day := s.day("2026-03-02")
				for n := range 6 {
					s.called(c, (day+app.Day(n)).String()+" 12:30", app.NoAnswer, func(call *app.Call) {
						if n >= 3 {
							call.Number = "+3582"
						}
					})
				}
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none, "2026-05-20 12:00": none},
		},
		"as many attempts on both numbers as a plan can ask for": {
			customer: second,
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Attempts = app.MostAttempts })
				day := s.day("2026-02-02")
				for n := range 2*app.MostAttempts - 1 {
					s.called(c, day.String()+" 12:30", app.NoAnswer, func(call *app.Call) {
						if n >= app.MostAttempts {
							call.Number = "+3582"
						}
					})
					day++
				}
			},
			want: map[string]app.ReasonKind{"2026-02-21 17:59": none, "2026-02-21 18:00": again},
		},
		"they came to us since: no more attempts": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.NoAnswer)
				s.told(c, "2026-03-02 16:00")
			},
			want: map[string]app.ReasonKind{"2026-03-03 13:00": none},
		},
		"they came to us since: the count of attempts begins anew": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.NoAnswer)
				s.called(c, "2026-03-03 12:30", app.NoAnswer)
				s.told(c, "2026-03-03 16:00")
				s.called(c, "2026-03-04 09:30", app.NoAnswer)
				s.called(c, "2026-03-05 12:30", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-06 18:00": again},
		},
		"a call agreed on for later keeps nobody from trying again before it": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.Talked, next(s.moment("2026-06-10 00:00"), false))
				s.called(c, "2026-04-06 10:00", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-04-07 11:59": none, "2026-04-07 12:00": again, "2026-06-10 09:00": app.Promised},
		},
		"a call they asked for later keeps nobody from trying again before it": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.CallBack, next(s.moment("2026-06-10 15:00"), true))
				s.called(c, "2026-04-06 10:00", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-04-07 11:59": none, "2026-04-07 12:00": again, "2026-06-10 15:00": again},
		},
		"a call agreed on that comes first is not hastened": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.CallBack, next(s.moment("2026-03-04 10:00"), true))
				s.called(c, "2026-03-03 12:30", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-04 09:59": none, "2026-03-04 10:00": again},
		},
		"a talk ends the attempts": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.NoAnswer)
				s.called(c, "2026-03-02 16:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-03-03 13:00": none},
		},
		"a wrong number: the other one at once": {
			customer: second,
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:30", app.WrongNumber)
				who := s.shop.Customers[c]
				who.Phones[0].Unfit = app.UnfitWrong
				s.shop.Put(who)
			},
			want: map[string]app.ReasonKind{"2026-03-02 09:30": again},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			if tt.customer == nil {
				tt.customer = func(*app.Customer) {}
			}
			c := s.customer("Maija", tt.customer)
			tt.set(s, c)
			s.expect(c, tt.want)
		})
	}
}

func TestTheSecondNumberAndTheRest(t *testing.T) {
	s := open(t, "2026-03-02 09:30")
	c := s.customer("Maija", func(c *app.Customer) { c.Phones = append(c.Phones, app.Phone{E164: "+3582"}) })
	try := func(at string, number int) {
		t.Helper()
		s.called(c, at, app.NoAnswer, func(call *app.Call) { call.Number = s.shop.Customers[c].Phones[number].E164 })
	}
	try("2026-03-02 09:30", 0)
	try("2026-03-03 12:30", 0)
	entry := s.at("2026-03-04 18:00").today().Entries[0]
	if r := entry.Reasons[0]; entry.Number.E164 != "+3581Maija" || r.Other || r.Tries != 2 || r.LastWas != app.NoAnswer {
		t.Errorf("before the third attempt: %+v, %+v", entry.Number, r)
	}
	try("2026-03-04 18:30", 0)
	entry = s.at("2026-03-05 09:00").today().Entries[0]
	if r := entry.Reasons[0]; entry.Number.E164 != "+3582" || !r.Other || r.Tries != 3 || !r.LastTry.Equal(s.moment("2026-03-04 18:30")) {
		t.Errorf("after it: %+v, %+v", entry.Number, r)
	}
	try("2026-03-05 09:30", 1)
	try("2026-03-06 12:30", 1)
	try("2026-03-07 18:30", 1)

	// While they rest nothing lists them, not even what was bought meanwhile;
	// after it that does, but no further attempt of the old round.
	s.bought(c, "2026-04-28")
	s.expect(c, map[string]app.ReasonKind{
		"2026-03-09 12:00": app.NoReason, "2026-05-06 18:29:59": app.NoReason, "2026-05-06 18:30:00": app.AfterPurchase,
	})
	got := s.at("2026-05-06 18:29:59").because(c)
	if got == nil || got.Guard != calllist.GuardAttempts || got.Tries != 6 || got.Days != 60 ||
		!got.Until.Equal(s.moment("2026-05-06 18:30")) {
		t.Errorf("resting: %+v", got)
	}
	if n := s.at("2026-05-06 18:30").today().Entries[0].Number.E164; n != "+3581Maija" {
		t.Errorf("after the rest the number to try is %s", n)
	}
	try("2026-05-06 18:30", 0)
	entry = s.at("2026-05-07 09:00").today().Entries[0]
	if r := entry.Reasons[0]; r.Kind != app.CallAgain || r.Tries != 1 {
		t.Errorf("a new round: %+v", r)
	}
}

func TestTriesOfANumberTheyNoLongerHaveDoNotCount(t *testing.T) {
	s := open(t, "2026-03-05 12:00")
	c := s.customer("Maija")
	for _, at := range []string{"2026-03-02 09:30", "2026-03-03 12:30", "2026-03-04 18:30"} {
		s.called(c, at, app.NoAnswer)
	}
	if got := s.guard(c); got != "" {
		t.Errorf("without a reason they are not listed as skipped, yet %q", got)
	}
	s.bought(c, "2026-03-02")
	if got := s.guard(c); got != calllist.GuardAttempts {
		t.Errorf("tried out: %q", got)
	}
	who := s.shop.Customers[c]
	who.Phones = []app.Phone{{E164: "+358999"}}
	s.shop.Put(who)
	if got := s.headline(c); got != app.CallAgain {
		t.Errorf("with a new number: %q", got)
	}
}
