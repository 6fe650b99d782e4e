package calllist_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestPromise(t *testing.T) {
	const none, due = app.NoReason, app.Promised
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]app.ReasonKind
	}{
		"a promised hour stands from that very minute": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 15:00"), true))
			},
			want: map[string]app.ReasonKind{
				"2026-03-04 14:59:59": none, "2026-03-04 15:00:00": due, "2026-03-06 10:00": due,
			},
		},
		"a promised day stands from its first minute that calls are made": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 00:00"), false))
			},
			want: map[string]app.ReasonKind{"2026-03-03 19:59": none, "2026-03-04 09:00": due},
		},
		"a talk keeps the promise": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 15:00"), true))
				s.called(c, "2026-03-04 15:10", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-03-04 16:00": none, "2026-03-09 16:00": none},
		},
		"an attempt at its hour keeps it, and goes on as an attempt": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 15:00"), true))
				s.called(c, "2026-03-04 15:00", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-04 16:00": none, "2026-03-05 18:00": app.CallAgain},
		},
		"an attempt before its hour does not keep it": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 15:00"), true))
				s.called(c, "2026-03-03 14:59", app.NoAnswer)
			},
			want: map[string]app.ReasonKind{"2026-03-04 12:00": none, "2026-03-04 15:00": due},
		},
		"an attempt on a promised day keeps it": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 00:00"), false))
				s.called(c, "2026-03-04 09:05", app.Busy)
			},
			want: map[string]app.ReasonKind{"2026-03-04 12:00": none, "2026-03-05 12:00": app.CallAgain},
		},
		"a promise that was tried is over, though they wrote to us since": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment("2026-03-04 15:00"), true))
				s.called(c, "2026-03-04 15:05", app.NoAnswer)
				s.told(c, "2026-03-04 16:00")
			},
			want: map[string]app.ReasonKind{"2026-03-04 16:30": none, "2026-03-05 18:00": none, "2026-10-05 10:00": none},
		},
		"calling again today is not kept by the call that said so": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 10:00", app.LeftMessage, next(s.moment("2026-03-02 00:00"), false))
			},
			want: map[string]app.ReasonKind{"2026-03-02 10:01": due},
		},
		"the hour is the same one across a change of clocks": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-27 10:00", app.Talked, next(s.moment("2026-03-30 09:30"), true))
			},
			want: map[string]app.ReasonKind{"2026-03-30T09:29:59+03:00": none, "2026-03-30T09:30:00+03:00": due},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			c := s.customer("Maija")
			tt.set(s, c)
			s.expect(c, tt.want)
		})
	}
}

func TestAPromiseIsLateAfterItsHourOrItsDay(t *testing.T) {
	tests := map[string]struct {
		next  string
		timed bool
		want  map[string]bool
	}{
		"an hour": {"2026-03-04 15:00", true, map[string]bool{
			"2026-03-04 15:00:59": false, "2026-03-04 15:01:00": true, "2026-03-05 10:00": true,
		}},
		"a day": {"2026-03-04 00:00", false, map[string]bool{"2026-03-04 19:59": false, "2026-03-05 09:00": true}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-02 12:00")
			c := s.customer("Maija")
			s.called(c, "2026-03-02 10:00", app.Talked, next(s.moment(tt.next), tt.timed))
			for at, want := range tt.want {
				reasons := s.at(at).why(c)
				if len(reasons) != 1 || reasons[0].Late != want || reasons[0].By.IsZero() == tt.timed {
					t.Errorf("at %s: %+v, want late %v", at, reasons, want)
				}
			}
		})
	}
}

func TestAnAgreedHourIsToldWithTheZoneOfWhomItIsAgreedWith(t *testing.T) {
	away := func(c *app.Customer) { c.TimeZone = "Europe/London" }
	for d, timed := range map[app.Disposition]bool{app.Talked: true, app.CallBack: true, app.LeftMessage: false} {
		s := open(t, "2026-03-04 15:30")
		c := s.customer("Maija", away)
		s.called(c, "2026-03-02 10:00", d, next(s.moment("2026-03-04 00:00").Add(15*time.Hour), timed))
		want := ""
		if timed {
			want = "Europe/London"
		}
		if r := s.why(c)[0]; r.Zone != want {
			t.Errorf("%s: %+v", d, r)
		}
	}
}

func TestAComplaintPastTheEndOfACutListIsNotOneForLater(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	for _, name := range []string{"Maija", "Matti", "Liisa"} {
		s.complaint(s.customer(name), "2026-03-11 11:00")
	}
	today, err := s.list().Today(t.Context(), 1)
	if err != nil || len(today.Entries) != 1 || len(today.Later) != 0 {
		t.Errorf("%d now, %d later, %v", len(today.Entries), len(today.Later), err)
	}
}
