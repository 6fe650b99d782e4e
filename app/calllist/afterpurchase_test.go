package calllist_test

import (
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

func TestAfterPurchase(t *testing.T) {
	const none, due = app.NoReason, app.AfterPurchase
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]app.ReasonKind
	}{
		"it opens at the first minute of the third day in the shop, and closes at that of the fifteenth": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} })
			},
			want: map[string]app.ReasonKind{
				"2026-03-04 23:59:59": none, "2026-03-05 00:00:00": due,
				"2026-03-16 23:59:59": due, "2026-03-17 00:00:00": none,
			},
		},
		"it opens with the shop's day when the clocks go forward": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-27")
				s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} })
			},
			want: map[string]app.ReasonKind{
				"2026-03-29T23:59:59+03:00": none, "2026-03-30T00:00:00+03:00": due,
				"2026-04-10T23:59:59+03:00": due, "2026-04-11T00:00:00+03:00": none,
			},
		},
		"it opens with the shop's day when the clocks go back": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-10-22")
				s.plan(func(p *app.Plan) { p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week} })
			},
			want: map[string]app.ReasonKind{
				"2026-10-24T23:59:59+03:00": none, "2026-10-25T00:00:00+03:00": due,
				"2026-11-05T23:59:59+02:00": due, "2026-11-06T00:00:00+02:00": none,
			},
		},
		"the day is the shop's, wherever the customer is": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				who := s.shop.Customers[c]
				who.TimeZone = "America/New_York"
				s.shop.Put(who)
			},
			want: map[string]app.ReasonKind{"2026-03-04 23:59:59": none, "2026-03-05 00:00:00": due},
		},
		"nobody is asked who told us in the very minute that it opened": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.told(c, "2026-03-05 00:00")
			},
			want: map[string]app.ReasonKind{"2026-03-05 12:00": none, "2026-03-16 12:00": none},
		},
		"nobody is asked whose card was read since it opened": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.told(c, "2026-03-09 10:00")
			},
			want: map[string]app.ReasonKind{"2026-03-09 10:00": none, "2026-03-12 12:00": none},
		},
		"but who told us something before is": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.told(c, "2026-03-03 10:00")
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": due},
		},
		"nobody is asked how the postage is": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02", func(p *app.Purchase) { p.Lines[0].Item = "Postage" })
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"nobody is asked about what was given back in full": {
			set: func(s *scene, c app.ID) {
				p := s.bought(c, "2026-03-02")
				s.bought(c, "2026-03-03", func(r *app.Purchase) {
					r.Returns, r.Total, r.Lines[0].Quantity = p, -10000, -app.One
				})
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"who gave back a part is asked about the rest": {
			set: func(s *scene, c app.ID) {
				p := s.bought(c, "2026-03-02", func(p *app.Purchase) { p.Lines[0].Quantity = 2 * app.One })
				s.bought(c, "2026-03-03", func(r *app.Purchase) {
					r.Returns, r.Total, r.Lines[0].Quantity = p, -4000, -app.One
				})
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": due},
		},
		"nobody is asked about goods that all came back, if not all of the money went back": {
			set: func(s *scene, c app.ID) {
				p := s.bought(c, "2026-03-02")
				s.bought(c, "2026-03-03", func(r *app.Purchase) {
					r.Returns, r.Total, r.Lines[0].Quantity = p, -4000, -app.One
				})
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"nobody is asked about what came back without the receipt": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.bought(c, "2026-03-03", func(r *app.Purchase) { r.Total, r.Lines[0].Quantity = -10000, -app.One })
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"who bought every day since is asked about the first all the same": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) { p.Windows = []app.Window{{Opens: 60, Closes: 75}} })
				for day := s.day("2026-01-05"); day < s.day("2026-03-20"); day++ {
					s.bought(c, day.String())
				}
			},
			want: map[string]app.ReasonKind{"2026-03-05 12:00": none, "2026-03-06 12:00": due, "2026-03-20 12:00": due},
		},
		"who bought a lot in the last hours is asked about the days before": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				for range 2 * app.RecentBought {
					s.bought(c, "2026-03-09")
				}
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": due},
		},
		"who bought nothing is not asked": {
			set:  func(*scene, app.ID) {},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"a talk from the opening on ends it": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.called(c, "2026-03-05 09:00", app.Talked)
				s.plan(func(p *app.Plan) { p.Cooldown = 0 })
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": none},
		},
		"a talk before it opened does not": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.called(c, "2026-03-04 19:59", app.Talked)
				s.plan(func(p *app.Plan) { p.Cooldown = 0 })
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": due},
		},
		"who asked for another time was not asked yet": {
			set: func(s *scene, c app.ID) {
				s.bought(c, "2026-03-02")
				s.called(c, "2026-03-05 09:00", app.CallBack, next(s.moment("2026-03-12 10:00"), true))
				s.plan(func(p *app.Plan) { p.Cooldown = 0 })
			},
			want: map[string]app.ReasonKind{"2026-03-09 12:00": due, "2026-03-12 10:00": app.CallAgain},
		},
		"each of several windows asks once": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) {
					p.Cooldown = 0
					p.Windows = []app.Window{{Opens: 2, Closes: 5}, {Opens: 14, Closes: 20}, {Opens: 60, Closes: 90}}
				})
				s.bought(c, "2026-03-02")
				s.called(c, "2026-03-04 10:00", app.Talked)
				s.called(c, "2026-03-17 10:00", app.Talked)
			},
			want: map[string]app.ReasonKind{
				"2026-03-03 12:00": none, "2026-03-05 12:00": none,
				"2026-03-18 12:00": none, "2026-05-02 12:00": due,
			},
		},
		"between two windows nobody asks": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) {
					p.Windows = []app.Window{{Opens: 2, Closes: 5}, {Opens: 14, Closes: 20}}
				})
				s.bought(c, "2026-03-02")
			},
			want: map[string]app.ReasonKind{
				"2026-03-04 12:00": due, "2026-03-06 12:00": due, "2026-03-07 12:00": none,
				"2026-03-14 12:00": none, "2026-03-16 12:00": due, "2026-03-21 12:00": due, "2026-03-23 12:00": none,
			},
		},
		"windows of a tag take the place of the others": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) {
					p.ItemTags = []app.ItemTag{{Tag: "furniture", Words: []string{"table"}}}
					p.Windows = []app.Window{{Opens: 2, Closes: 5}, {Opens: 30, Closes: 40, Tag: "furniture"}}
				})
				s.bought(c, "2026-03-02")
			},
			want: map[string]app.ReasonKind{"2026-03-05 12:00": none, "2026-04-02 12:00": due},
		},
		"windows of another tag do not count": {
			set: func(s *scene, c app.ID) {
				s.plan(func(p *app.Plan) {
					p.Windows = []app.Window{{Opens: 2, Closes: 5}, {Opens: 30, Closes: 40, Tag: "lamps"}}
				})
				s.bought(c, "2026-03-02")
			},
			want: map[string]app.ReasonKind{"2026-03-05 12:00": due, "2026-04-02 12:00": none},
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

func TestAfterPurchaseNamesThePurchaseThatWaitsLongest(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	c := s.customer("Maija")
	s.bought(c, "2026-03-07")
	first := s.bought(c, "2026-03-02")
	reasons := s.why(c)
	if len(reasons) != 1 {
		t.Fatalf("%d reasons, want one", len(reasons))
	}
	r := reasons[0]
	if r.Bought == nil || r.Bought.Purchase != first || r.Days != 9 ||
		!r.Due.Equal(s.moment("2026-03-05")) || !r.Closes.Equal(s.moment("2026-03-17")) {
		t.Errorf("%+v", r)
	}
}

func TestOfTwoPurchasesOnADayTheDearerIsAskedAbout(t *testing.T) {
	s := open(t, "2026-03-11 12:00")
	c := s.customer("Maija")
	s.bought(c, "2026-03-07", func(p *app.Purchase) { p.Total = 5 })
	dear := s.bought(c, "2026-03-07", func(p *app.Purchase) { p.Total = 500 })
	s.bought(c, "2026-03-07", func(p *app.Purchase) { p.Total = 50 })
	if r := s.why(c)[0]; r.Bought.Purchase != dear {
		t.Errorf("%+v", r)
	}
}

func TestAPlanWithoutWindowsAsksNobody(t *testing.T) {
	s := open(t, "2026-03-09 12:00")
	c := s.customer("Maija")
	s.bought(c, "2026-03-02")
	s.plan(func(p *app.Plan) { p.Windows = nil })
	if s.headline(c) != app.NoReason || s.guard(c) != calllist.Guard("") {
		t.Error("asked about a purchase")
	}
}

func TestWhoWasHeardSinceTheyBoughtIsNotSaidToHaveNeverBeenAsked(t *testing.T) {
	tests := map[string]struct {
		set   func(s *scene, c app.ID)
		heard string
	}{
		"nothing was heard":           {func(*scene, app.ID) {}, ""},
		"a card from before":          {func(s *scene, c app.ID) { s.told(c, "2026-03-01 10:00") }, ""},
		"a card of the day itself":    {func(s *scene, c app.ID) { s.told(c, "2026-03-02 10:00") }, "2026-03-02 10:00"},
		"a card and then a call":      {func(s *scene, c app.ID) { s.told(c, "2026-03-02 10:00"); s.called(c, "2026-03-03 10:00", app.Talked) }, "2026-03-03 10:00"},
		"a call that nobody answered": {func(s *scene, c app.ID) { s.called(c, "2026-03-03 10:00", app.Busy) }, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-09 12:00")
			c := s.customer("Maija")
			s.bought(c, "2026-03-02")
			tt.set(s, c)
			s.plan(func(p *app.Plan) { p.Cooldown = 0 })
			all := slices.DeleteFunc(s.why(c), func(r calllist.Reason) bool { return r.Kind != app.AfterPurchase })
			if len(all) != 1 {
				t.Fatalf("%+v", all)
			}
			var heard time.Time
			if tt.heard != "" {
				heard = s.moment(tt.heard)
			}
			if !all[0].Heard.Equal(heard) {
				t.Errorf("heard %v", all[0].Heard)
			}
		})
	}
}
