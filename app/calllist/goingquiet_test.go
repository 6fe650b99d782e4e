package calllist_test

import (
	"testing"

	"ringback.app/app"
)

func TestGoingQuiet(t *testing.T) {
	const none, due = app.NoReason, app.GoingQuiet
	regular := func(s *scene, c app.ID) {
		// Every 30 days: quiet from 45 days after the last one, 15 April.
		for _, day := range []string{"2025-12-31", "2026-01-30", "2026-03-01"} {
			s.bought(c, day)
		}
	}
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]app.ReasonKind
	}{
		"one and a half times their own gap": {
			set:  regular,
			want: map[string]app.ReasonKind{"2026-04-14 23:59:59": none, "2026-04-15 00:00:00": due, "2026-12-01 12:00": due},
		},
		"nobody is missed for their postage": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2025-12-31", "2026-01-30", "2026-03-01"} {
					s.bought(c, day, func(p *app.Purchase) { p.Lines[0].Item = "Postage" })
				}
			},
			want: map[string]app.ReasonKind{"2026-04-15 12:00": none},
		},
		"never before 30 days": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-02-25", "2026-02-27", "2026-03-01"} {
					s.bought(c, day)
				}
			},
			want: map[string]app.ReasonKind{"2026-03-30 23:59:59": none, "2026-03-31 00:00": due},
		},
		"half a day is a whole one": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-01-17", "2026-02-07", "2026-03-01"} {
					s.bought(c, day) // 21 and 22: 21 and a half, and 32 and a quarter a silence
				}
			},
			want: map[string]app.ReasonKind{"2026-04-02 23:59:59": none, "2026-04-03 00:00": due},
		},
		"the middle of two gaps": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-01-01", "2026-01-05", "2026-02-05", "2026-03-01"} {
					s.bought(c, day) // 4, 31, 24: the median is 24, and 36 days a silence
				}
			},
			want: map[string]app.ReasonKind{"2026-04-05 12:00": none, "2026-04-06 12:00": due},
		},
		"the shop's gap for who has no rhythm of their own": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80 // 40 days: 60 are a silence
				s.bought(c, "2026-01-01")
				s.bought(c, "2026-03-01")
			},
			want: map[string]app.ReasonKind{"2026-04-29 23:59:59": none, "2026-04-30 00:00:00": due},
		},
		"a first purchase too": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80
				s.bought(c, "2026-03-01")
			},
			want: map[string]app.ReasonKind{"2026-04-29 12:00": none, "2026-04-30 12:00": due},
		},
		"nobody can tell where there is no rhythm at all": {
			set:  func(s *scene, c app.ID) { s.bought(c, "2026-03-01") },
			want: map[string]app.ReasonKind{"2026-09-01 12:00": none},
		},
		"who bought nothing cannot go quiet": {
			set:  func(s *scene, _ app.ID) { s.shop.Gap = 80 },
			want: map[string]app.ReasonKind{"2026-09-01 12:00": none},
		},
		"one talk a lapse": {
			set: func(s *scene, c app.ID) {
				regular(s, c)
				s.called(c, "2026-04-15 00:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-04-16 12:00": none, "2026-12-01 12:00": none},
		},
		"a talk before it does not end it": {
			set: func(s *scene, c app.ID) {
				regular(s, c)
				s.called(c, "2026-04-14 19:59:59", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-04-15 12:00": due},
		},
		"one talk a lapse by the shop's rhythm": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80
				s.bought(c, "2026-03-01")
				s.called(c, "2026-04-30 12:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-05-01 12:00": none, "2026-12-01 12:00": none},
		},
		"a talk in the first moment of one by the shop's rhythm": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80
				s.bought(c, "2026-03-01")
				s.called(c, "2026-04-30 00:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-05-01 12:00": none, "2026-12-01 12:00": none},
		},
		"a talk after 40 days does not end a lapse of 60": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80
				s.bought(c, "2026-03-01")
				s.called(c, "2026-04-10 12:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-04-29 12:00": none, "2026-04-30 12:00": due, "2026-12-01 12:00": due},
		},
		"a talk on the last minute before it does not either": {
			set: func(s *scene, c app.ID) {
				s.shop.Gap = 80
				s.bought(c, "2026-03-01")
				s.called(c, "2026-04-29 23:59:59", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-04-30 12:00": due},
		},
		"a new purchase ends it, and begins the next": {
			set: func(s *scene, c app.ID) {
				regular(s, c)
				s.called(c, "2026-05-01 12:00", app.Talked)
				s.bought(c, "2026-05-02")
			},
			want: map[string]app.ReasonKind{"2026-05-03 12:00": none, "2026-08-01 12:00": due},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			s.plan(func(p *app.Plan) {
				p.Windows, p.Cooldown = nil, 0
				p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week}
			})
			c := s.customer("Maija")
			tt.set(s, c)
			s.expect(c, tt.want)
		})
	}
}

func TestGoingQuietNamesTheRhythm(t *testing.T) {
	s := open(t, "2026-05-20 12:00")
	own, shops := s.customer("Own"), s.customer("Shops")
	for _, day := range []string{"2025-12-31", "2026-01-30", "2026-03-01"} {
		s.bought(own, day)
	}
	half := s.customer("Half")
	for _, day := range []string{"2026-01-17", "2026-02-07", "2026-03-01"} {
		s.bought(half, day)
	}
	last := s.bought(shops, "2026-03-11")
	if r := s.why(half)[0]; r.Gap != 22 {
		t.Errorf("21 and a half days: %+v", r)
	}
	if r := s.why(own)[0]; r.Gap != 30 || r.Days != 80 {
		t.Errorf("their own: %+v", r)
	}
	if r := s.why(shops)[0]; r.Gap != 0 || r.Days != 70 || r.Bought == nil || r.Bought.Purchase != last {
		t.Errorf("the shop's: %+v", r)
	}
}
