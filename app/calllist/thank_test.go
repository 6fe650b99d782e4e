package calllist_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestThank(t *testing.T) {
	const none, due = app.NoReason, app.Thank
	praise := func(o *app.Opinion) { o.Praise = []string{"Anna"} }
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]app.ReasonKind
	}{
		"praise, for two weeks": {
			set: func(s *scene, c app.ID) { s.told(c, "2026-03-02 10:00", praise) },
			want: map[string]app.ReasonKind{
				"2026-03-02 09:59:59": none, "2026-03-02 10:00": due,
				"2026-03-15 23:59:59": due, "2026-03-16 00:00:00": none,
			},
		},
		"leave to quote them": {
			set: func(s *scene, c app.ID) {
				s.told(c, "2026-03-02 10:00", func(o *app.Opinion) { o.Quote = &app.Quote{Words: "Good"} })
			},
			want: map[string]app.ReasonKind{"2026-03-03 10:00": due},
		},
		"an opinion alone is not thanked for": {
			set:  func(s *scene, c app.ID) { s.told(c, "2026-03-02 10:00") },
			want: map[string]app.ReasonKind{"2026-03-03 10:00": none},
		},
		"a talk since then was the thanks": {
			set: func(s *scene, c app.ID) {
				s.told(c, "2026-03-02 10:00", praise)
				s.called(c, "2026-03-02 10:00", app.Talked)
			},
			want: map[string]app.ReasonKind{"2026-03-03 10:00": none},
		},
		"a talk before it was not": {
			set: func(s *scene, c app.ID) {
				s.called(c, "2026-03-02 09:59", app.Talked)
				s.told(c, "2026-03-02 10:00", praise)
			},
			want: map[string]app.ReasonKind{"2026-03-03 10:00": due},
		},
		"the third purchase, where three is round": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-01-01", "2026-02-01", "2026-03-02"} {
					s.bought(c, day)
				}
			},
			want: map[string]app.ReasonKind{
				"2026-03-01 23:59": none, "2026-03-02 00:00": due, "2026-03-15 12:00": due, "2026-03-16 00:00": none,
			},
		},
		"the fourth is nothing round": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-01-01", "2026-02-01", "2026-03-01", "2026-03-02"} {
					s.bought(c, day)
				}
			},
			want: map[string]app.ReasonKind{"2026-03-02 12:00": none},
		},
		"flowers since then were the thanks": {
			set: func(s *scene, c app.ID) {
				s.told(c, "2026-03-02 10:00", praise)
				s.gave(c, "2026-03-02")
			},
			want: map[string]app.ReasonKind{"2026-03-02 10:00": none, "2026-03-03 10:00": none},
		},
		"flowers the day before were for something else": {
			set: func(s *scene, c app.ID) {
				s.gave(c, "2026-03-01")
				s.told(c, "2026-03-02 10:00", praise)
			},
			want: map[string]app.ReasonKind{"2026-03-03 10:00": due},
		},
		"flowers for a year, once": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2025-03-02")
				s.gave(c, "2026-03-05")
			},
			want: map[string]app.ReasonKind{"2026-03-06 12:00": none},
		},
		"flowers for the third purchase": {
			set: func(s *scene, c app.ID) {
				for _, day := range []string{"2026-01-01", "2026-02-01", "2026-03-02"} {
					s.bought(c, day)
				}
				s.gave(c, "2026-03-03")
				s.gave(c, "2025-12-24") // put on record late
			},
			want: map[string]app.ReasonKind{"2026-03-04 12:00": none},
		},
		"a year": {
			set: func(s *scene, c app.ID) { s.bought(c, "2025-03-02") },
			want: map[string]app.ReasonKind{
				"2026-03-01 23:59:59": none, "2026-03-02 00:00": due, "2026-03-15 12:00": due, "2026-03-16 00:00": none,
			},
		},
		"ten years since a 29 February": {
			set: func(s *scene, c app.ID) { s.bought(c, "2016-02-29") },
			want: map[string]app.ReasonKind{
				"2026-02-28 12:00": none, "2026-03-01 00:00": due, "2026-03-14 12:00": due, "2026-03-15 00:00": none,
			},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			s.plan(func(p *app.Plan) {
				p.Windows, p.Cooldown, p.Quiet = nil, 0, app.QuietRule{Percent: 150, MinDays: 9999}
				p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week}
				p.Thank = app.ThankRule{Purchases: []int{3}, Years: []int{1, 10}, Days: 14}
			})
			c := s.customer("Maija")
			tt.set(s, c)
			s.expect(c, tt.want)
		})
	}
}

func TestThankSaysWhatFor(t *testing.T) {
	s := open(t, "2026-03-03 12:00")
	s.plan(func(p *app.Plan) { p.Thank = app.ThankRule{Purchases: []int{1}, Years: []int{1}, Days: 14} })
	praised, loyal := s.customer("Praised"), s.customer("Loyal")
	s.told(praised, "2026-03-02 10:00", func(o *app.Opinion) { o.Praise = []string{"Anna"} })
	s.bought(loyal, "2025-03-03")
	if r := s.why(praised)[0]; r.Thank != calllist.ThankPraise || !slices.Equal(r.Staff, []string{"Anna"}) {
		t.Errorf("%+v", r)
	}
	if r := s.why(loyal)[0]; r.Thank != calllist.ThankYears || r.Count != 1 {
		t.Errorf("%+v", r)
	}
	if r := s.at("2025-03-05 12:00").why(loyal)[0]; r.Thank != calllist.ThankPurchases || r.Count != 1 {
		t.Errorf("%+v", r)
	}
}
