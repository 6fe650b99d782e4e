package calllist_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestACooldownEndsWithTheNextCallThatIsDue(t *testing.T) {
	tests := map[string]struct {
		outcome app.Disposition
		next    string // of an agreed call
		until   string
		again   calllist.Again
	}{
		"talked":                                {app.Talked, "", "2026-03-19 10:00", ""},
		"nobody answered":                       {app.NoAnswer, "", "2026-03-06 12:00", calllist.AgainTried},
		"left a message":                        {app.LeftMessage, "", "2026-03-09 12:00", calllist.AgainTried}, // the 8th is a Sunday
		"they asked for an hour":                {app.CallBack, "2026-03-07 15:00", "2026-03-07 15:00", calllist.AgainAgreed},
		"a call was promised":                   {app.Talked, "2026-03-10 11:00", "2026-03-10 11:00", calllist.AgainAgreed},
		"what was promised comes long after it": {app.Talked, "2026-04-10 11:00", "2026-03-19 10:00", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-05 10:30")
			c := s.customer("Maija", func(c *app.Customer) { c.TimeZone = "Europe/Tallinn" }) // where it is as late
			s.bought(c, "2026-03-02")
			if tt.outcome == app.Talked { // which answers that; they bought again
				s.bought(c, "2026-03-06")
				s.now = s.moment("2026-03-09 10:30")
			}
			var agree []func(*app.Call)
			if tt.next != "" {
				agree = append(agree, next(s.moment(tt.next), true))
			}
			s.called(c, "2026-03-05 10:00", tt.outcome, agree...)
			skipped := s.skipped()
			if len(skipped) != 1 {
				t.Fatalf("%+v", skipped)
			}
			b := skipped[0].Because
			if b.Guard != calllist.GuardCooldown || !b.Until.Equal(s.moment(tt.until)) || b.Again != tt.again {
				t.Errorf("%s until %v, again %q", b.Guard, b.Until, b.Again)
			}
			if agreed := b.Again == calllist.AgainAgreed; agreed != (b.Zone == "Europe/Tallinn") {
				t.Errorf("again %q, by the clock of %q", b.Again, b.Zone)
			}
			if tt.again == "" {
				return
			}
			s.now = b.Until
			s.expectList("Maija")
		})
	}
}

func TestACooldownEndsAtTheSameHourAcrossAChangeOfClocks(t *testing.T) {
	s := open(t, "2026-04-02 12:00")
	c := s.customer("Maija")
	s.called(c, "2026-03-20T08:00:00+00:00", app.Talked) // ten o'clock, as the book keeps it
	s.bought(c, "2026-03-28")
	skipped := s.skipped()
	if len(skipped) != 1 || !skipped[0].Because.Until.Equal(s.moment("2026-04-03 10:00")) {
		t.Errorf("%+v", skipped)
	}
}

// Everybody here bought on 2 March 2026, a Monday, and is due from the 5th to
// the 16th.
func TestGuards(t *testing.T) {
	refusing := func(p app.Purpose) func(*scene, app.ID) {
		return func(s *scene, c app.ID) {
			who := s.shop.Customers[c]
			who.DoNotCall = []app.DoNotCall{{Purpose: p, Reason: "moved away"}}
			s.shop.Put(who)
		}
	}
	in := func(zone string) func(*scene, app.ID) {
		return func(s *scene, c app.ID) {
			who := s.shop.Customers[c]
			who.TimeZone = zone
			s.shop.Put(who)
		}
	}
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]calllist.Guard
	}{
		"archived": {
			set: func(s *scene, c app.ID) {
				who := s.shop.Customers[c]
				who.Archived = true
				s.shop.Put(who)
			},
			want: map[string]calllist.Guard{"2026-03-09 12:00": calllist.GuardArchived},
		},
		"no calls at all":            {refusing(app.PurposeAny), map[string]calllist.Guard{"2026-03-09 12:00": calllist.GuardDoNotCall}},
		"no calls to follow up":      {refusing(app.PurposeFollowUp), map[string]calllist.Guard{"2026-03-09 12:00": calllist.GuardDoNotCall}},
		"no marketing is no matter":  {refusing(app.PurposeMarketing), map[string]calllist.Guard{"2026-03-09 12:00": ""}},
		"no number that can be used": {noNumber, map[string]calllist.Guard{"2026-03-09 12:00": calllist.GuardNoNumber}},
		"called 14 days ago, to the minute": {
			set: func(s *scene, c app.ID) { s.called(c, "2026-02-24 10:00", app.Talked) },
			want: map[string]calllist.Guard{
				"2026-03-10 09:59:59": calllist.GuardCooldown, "2026-03-10 10:00:00": "",
			},
		},
		"any attempt counts for the cooldown": {
			set: func(s *scene, c app.ID) { s.called(c, "2026-03-09 10:00", app.NoAnswer) },
			want: map[string]calllist.Guard{
				"2026-03-09 12:00": calllist.GuardCooldown,
				"2026-03-10 12:00": "", // an attempt goes on, whatever the cooldown
			},
		},
		"who declined rests longer": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-01-10 10:00", app.Declined)
			},
			want: map[string]calllist.Guard{"2026-03-10 12:00": calllist.GuardCooldown, "2026-03-11 12:00": ""},
		},
		"nor do they rest less than anybody": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Cooldown, p.Recycle = 10, map[app.Disposition]int{app.Declined: 5} })
				s.called(c, "2026-03-03 10:00", app.Declined)
			},
			want: map[string]calllist.Guard{"2026-03-12 12:00": calllist.GuardCooldown, "2026-03-13 12:00": ""},
		},
		"before nine and from twenty on": {
			set: func(*scene, app.ID) {},
			want: map[string]calllist.Guard{
				"2026-03-09 08:59:59": calllist.GuardQuiet, "2026-03-09 09:00": "",
				"2026-03-09 19:59:59": "", "2026-03-09 20:00": calllist.GuardQuiet,
			},
		},
		"on Sunday": {
			set: func(*scene, app.ID) {},
			want: map[string]calllist.Guard{
				"2026-03-07 12:00": "", "2026-03-08 12:00": calllist.GuardQuiet, "2026-03-09 12:00": "",
			},
		},
		"it is night where they are and day here": {
			set:  in("America/New_York"),
			want: map[string]calllist.Guard{"2026-03-10 14:59:59": calllist.GuardQuiet, "2026-03-10 15:00": ""},
		},
		"it is day where they are and night here": {
			set:  in("America/New_York"),
			want: map[string]calllist.Guard{"2026-03-10 23:00": "", "2026-03-11 01:59": "", "2026-03-11 02:00": calllist.GuardQuiet},
		},
		"nine o'clock so far from UTC": {
			set:  in("-05:00"),
			want: map[string]calllist.Guard{"2026-03-10 15:59:59": calllist.GuardQuiet, "2026-03-10 16:00": ""},
		},
		"it is Sunday there and Monday here": {
			set:  in("Pacific/Honolulu"),
			want: map[string]calllist.Guard{"2026-03-09 05:00": calllist.GuardQuiet, "2026-03-10 05:00": ""},
		},
		// New York put its clocks forward on 8 March, Helsinki on the 29th.
		"nine o'clock there after their clocks went forward": {
			set: in("America/New_York"),
			want: map[string]calllist.Guard{
				"2026-03-07 15:59:59": calllist.GuardQuiet, "2026-03-07 16:00": "",
				"2026-03-09 14:59:59": calllist.GuardQuiet, "2026-03-09 15:00": "",
			},
		},
		"an unknown zone is taken for the shop's": {
			set:  in("Mars/Olympus"),
			want: map[string]calllist.Guard{"2026-03-09 08:59": calllist.GuardQuiet, "2026-03-09 09:00": ""},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			c := s.customer("Maija")
			s.bought(c, "2026-03-02")
			tt.set(s, c)
			for at, want := range tt.want {
				s.at(at)
				got, listed := s.guard(c), s.headline(c) != app.NoReason
				if got != want || listed != (want == "") {
					t.Errorf("at %s: %q and listed %v, want %q", at, got, listed, want)
				}
			}
		})
	}
}

func noNumber(s *scene, c app.ID) {
	who := s.shop.Customers[c]
	who.Phones = []app.Phone{{Typed: "see card", Unfit: app.UnfitUnreadable}, {E164: "+3583", Unfit: app.UnfitFax}}
	s.shop.Put(who)
}

func TestNineOClockInAutumn(t *testing.T) {
	s := open(t, "2026-10-26 12:00")
	c := s.customer("Maija")
	s.bought(c, "2026-10-20")
	// The clocks of Helsinki went back on the 25th.
	for at, want := range map[string]calllist.Guard{
		"2026-10-24T08:59:59+03:00": calllist.GuardQuiet, "2026-10-24T09:00:00+03:00": "",
		"2026-10-26T08:59:59+02:00": calllist.GuardQuiet, "2026-10-26T09:00:00+02:00": "",
	} {
		if got := s.at(at).guard(c); got != want {
			t.Errorf("at %s: %q, want %q", at, got, want)
		}
	}
}

func TestTheFirstGuardDecides(t *testing.T) {
	s := open(t, "2026-03-08 03:00") // Sunday night
	c := s.customer("Maija")
	s.bought(c, "2026-03-02")
	s.plan(func(p *app.Plan) { p.Capacity, p.Attempts = 0, 1 })
	s.called(c, "2026-03-07 10:00", app.NoAnswer)
	who := s.shop.Customers[c]
	phones := who.Phones
	who.Archived, who.Phones, who.DoNotCall = true, nil, []app.DoNotCall{{Purpose: app.PurposeAny}}
	s.shop.Put(who)
	lift := []struct {
		guard calllist.Guard
		lift  func()
	}{
		{calllist.GuardArchived, func() { who.Archived = false }},
		{calllist.GuardDoNotCall, func() { who.DoNotCall = nil }},
		{calllist.GuardNoNumber, func() { who.Phones = phones }},
		{calllist.GuardAttempts, func() { s.plan(func(p *app.Plan) { p.RestDays = 0 }) }},
		{calllist.GuardCooldown, func() { s.plan(func(p *app.Plan) { p.Cooldown = 0 }) }},
		{calllist.GuardQuiet, func() { s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} }) }},
		{calllist.GuardFull, func() { s.plan(func(p *app.Plan) { p.Capacity = 9 }) }},
		{"", func() {}},
	}
	for _, step := range lift {
		if got := s.guard(c); got != step.guard {
			t.Errorf("%q, want %q", got, step.guard)
		}
		step.lift()
		s.shop.Put(who)
	}
}

func TestAGuardSaysUntilWhen(t *testing.T) {
	s := open(t, "2026-03-07 21:00") // Saturday
	c := s.customer("Maija")
	s.bought(c, "2026-03-02")
	if got := s.because(c); !got.Until.Equal(s.moment("2026-03-09 09:00")) || got.Zone != "" || got.AllDay {
		t.Errorf("quiet: %+v", got)
	}
	s.now = s.moment("2026-03-08 12:00")
	if got := s.because(c); !got.Until.Equal(s.moment("2026-03-09 09:00")) || !got.AllDay {
		t.Errorf("quiet on Sunday: %+v", got)
	}
	s.now = s.moment("2026-03-07 21:00")
	s.called(c, "2026-03-01 10:00", app.Talked)
	if got := s.because(c); !got.Until.Equal(s.moment("2026-03-15 10:00")) ||
		!got.Since.Equal(s.moment("2026-03-01 10:00")) || got.Days != 14 {
		t.Errorf("cooldown: %+v", got)
	}
}

func TestRefusingMarketingLeavesOutThatReasonOnly(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija", func(c *app.Customer) {
		c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "no offers"}}
	})
	s.shop.Gap = 20
	s.bought(c, "2025-03-03")
	if got := s.because(c); got == nil || got.Guard != calllist.GuardDoNotCall || got.Refusal.Reason != "no offers" {
		t.Errorf("going quiet: %+v", got)
	}
	s.plan(func(p *app.Plan) { p.Thank.Years = []int{1} })
	reasons := s.why(c)
	if len(reasons) != 1 || reasons[0].Kind != app.Thank {
		t.Errorf("%+v", reasons)
	}
	if got := s.guard(c); got != "" {
		t.Errorf("listed, and kept off by %q", got)
	}
}

func TestNobodyIsWonBackOverAComplaintTheyDoNotWantToTalkAbout(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	s.shop.Gap = 20
	c := s.customer("Maija", func(c *app.Customer) {
		c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeFollowUp, Reason: "write instead"}}
	})
	s.bought(c, "2025-03-03")
	if got := s.headline(c); got != app.GoingQuiet {
		t.Fatalf("before they complain: %v", got)
	}
	s.complaint(c, "2026-03-08 10:00")
	if got := s.because(c); got == nil || got.Guard != calllist.GuardDoNotCall || got.Refusal.Reason != "write instead" {
		t.Errorf("kept off by %+v", got)
	}
	if all := s.today(); len(all.Entries) != 0 {
		t.Errorf("listed: %+v", all.Entries)
	}
}

func TestNobodyWhoRestsIsLookedAt(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	s.plan(func(p *app.Plan) { p.Cooldown = 30 })
	for range 20 {
		cools, tried := s.customer("Cools"), s.customer("Tried")
		for _, c := range []app.ID{cools, tried} {
			s.bought(c, "2026-03-05")
		}
		s.called(cools, "2026-03-06 12:00", app.Talked) // before the window opened
		for _, at := range []string{"2026-03-02 09:30", "2026-03-03 12:30", "2026-03-04 18:30"} {
			s.called(tried, at, app.NoAnswer)
		}
	}
	if n := len(s.today().Entries); n != 0 || s.shop.Looked > 0 {
		t.Errorf("%d on the list, %d looked at", n, s.shop.Looked)
	}
	if n := len(s.skipped()); n != 40 {
		t.Errorf("%d skipped", n)
	}
	s.at("2026-03-15 12:00") // a Sunday
	if s.today(); s.shop.Walked > 0 {
		t.Errorf("%d openings walked on a day without calls", s.shop.Walked)
	}
}
