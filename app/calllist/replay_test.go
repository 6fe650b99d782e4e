package calllist_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/calllist/calllisttest"
)

// replayed returns whom the replay of those days names, by kind.
func (s *scene) replayed(from, to string) map[app.ReasonKind][]app.ID {
	s.t.Helper()
	return replay(s.t, s.shop, s.day(from), s.day(to))
}

func replay(t *testing.T, shop *calllisttest.Shop, from, to app.Day) map[app.ReasonKind][]app.ID {
	t.Helper()
	named := make(map[app.ReasonKind][]app.ID)
	err := shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		gap, err := snap.ShopGap()
		if err != nil {
			return err
		}
		r := calllist.NewRules(shop.Plan).Replay(from, to, gap)
		for id := range shop.Customers {
			summary, err := snap.Summary(id)
			if err != nil {
				return err
			}
			r.Add(id, &summary)
		}
		for _, k := range calllist.ReplayedKinds() {
			if ids := r.Named(k); len(ids) > 0 {
				named[k] = slices.SortedFunc(slices.Values(ids), app.ID.Compare)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return named
}

func TestReplay(t *testing.T) {
	const quiet, thanks = app.GoingQuiet, app.Thank
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want []app.ReasonKind
	}{
		"who is quiet now, and was all the month": {
			func(s *scene, c app.ID) { s.regular(c, "2025-11-01") }, []app.ReasonKind{quiet},
		},
		"who goes quiet on the last day": {
			func(s *scene, c app.ID) { s.regular(c, "2026-02-13") }, []app.ReasonKind{quiet},
		},
		"nobody who goes quiet tomorrow": {
			func(s *scene, c app.ID) { s.regular(c, "2026-02-14") }, nil,
		},
		"who was quiet and has bought again since": {
			func(s *scene, c app.ID) {
				s.regular(c, "2025-12-31")
				s.bought(c, "2026-03-20")
			}, []app.ReasonKind{quiet},
		},
		"nobody who bought again before the month began": {
			func(s *scene, c app.ID) {
				s.regular(c, "2025-12-01")
				s.bought(c, "2026-02-27")
			}, nil,
		},
		"who was quiet until we talked": {
			func(s *scene, c app.ID) {
				s.regular(c, "2025-12-31")
				s.called(c, "2026-03-10 12:00", app.Talked)
			}, []app.ReasonKind{quiet},
		},
		"nobody with whom we had talked before": {
			func(s *scene, c app.ID) {
				s.regular(c, "2025-12-31")
				s.called(c, "2026-02-20 12:00", app.Talked)
			}, nil,
		},
		"nobody who wants no calls to win them back": {
			func(s *scene, c app.ID) {
				who := s.shop.Customers[c]
				who.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing}}
				s.shop.Put(who)
				s.regular(c, "2025-12-31")
			}, nil,
		},
		"nobody who cannot be called": {
			func(s *scene, c app.ID) {
				s.shop.Put(app.Customer{ID: c})
				s.regular(c, "2025-12-31")
			}, nil,
		},
		"who had a year on a day of the month": {
			func(s *scene, c app.ID) { s.bought(c, "2025-03-12") }, []app.ReasonKind{thanks},
		},
		"who had a year just before, while it stands": {
			func(s *scene, c app.ID) { s.bought(c, "2025-02-20") }, []app.ReasonKind{thanks},
		},
		"nobody who has a year tomorrow": {
			func(s *scene, c app.ID) { s.bought(c, "2025-03-31") }, nil,
		},
		"nobody who had flowers for it on that day": {
			func(s *scene, c app.ID) {
				s.bought(c, "2025-03-12")
				s.gave(c, "2026-03-12")
			}, nil,
		},
		"who had flowers for it the day after": {
			func(s *scene, c app.ID) {
				s.bought(c, "2025-03-12")
				s.gave(c, "2026-03-13")
			}, []app.ReasonKind{thanks},
		},
		"who bought the third time, and a fourth time since": {
			func(s *scene, c app.ID) {
				s.regular(c, "2026-03-04")
				s.bought(c, "2026-03-20")
			}, []app.ReasonKind{thanks},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-30 12:00")
			s.plan(func(p *app.Plan) {
				p.Thank = app.ThankRule{Purchases: []int{3}, Years: []int{1}, Days: 14}
			})
			c := s.customer("Maija")
			tt.set(s, c)
			want := make(map[app.ReasonKind][]app.ID)
			for _, k := range tt.want {
				want[k] = []app.ID{c}
			}
			if diff := cmp.Diff(want, s.replayed("2026-03-01", "2026-03-31")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// regular lets a customer buy three times, every 30 days, the last time on that
// day: quiet 45 days after it.
func (s *scene) regular(c app.ID, last string) {
	for n := range 3 {
		s.bought(c, (s.day(last) - app.Day(60-30*n)).String())
	}
}

// What the replay names at the end of a month is what the list named day by day,
// for people of whom the summary forgets nothing: those called once at most.
func TestReplayNamesWhomTheListNamed(t *testing.T) {
	from, to := app.NewDay(2026, time.March, 3), app.NewDay(2026, time.April, 2)
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := open(t, "2026-04-01 23:30")
		s.plan(func(p *app.Plan) {
			p.Windows, p.Capacity, p.AskWeekly = nil, 1000, 2
			p.Calling = app.CallingHours{To: 24 * 60, Days: app.Week}
			p.Thank = app.ThankRule{Purchases: []int{3, 5}, Years: []int{1}, Days: 1 + r.IntN(20)}
			p.Quiet = app.QuietRule{Percent: 100 + r.IntN(200), MinDays: 5 + r.IntN(40)}
		})
		s.shop.Gap = 2 * (10 + r.IntN(60))
		on := func(d app.Day, hour string) string { return d.String() + " " + hour }
		for n := range 25 {
			c := s.customer(string(rune('A' + n)))
			for range r.IntN(7) {
				s.bought(c, (to - 1 - app.Day(r.IntN(1+r.IntN(450)))).String())
			}
			if r.IntN(3) == 0 {
				s.called(c, on(to-1-app.Day(r.IntN(60)), "12:00"), app.Talked)
			}
			if r.IntN(4) == 0 {
				s.told(c, on(to-1-app.Day(r.IntN(60)), "10:00"), func(o *app.Opinion) { o.Praise = []string{"Anna"} })
			}
		}
		want := make(map[app.ReasonKind][]app.ID)
		for day := from; day < to; day++ {
			for _, hour := range []string{"00:01", "09:59", "11:00", "23:00"} {
				for k, ids := range s.until(on(day, hour)) {
					for _, id := range ids {
						if !slices.Contains(want[k], id) {
							want[k] = append(want[k], id)
						}
					}
				}
			}
		}
		for _, ids := range want {
			slices.SortFunc(ids, app.ID.Compare)
		}
		if diff := cmp.Diff(want, replay(t, s.shop, from, to)); diff != "" {
			t.Errorf("seed %d, the list (-) and the replay (+):\n%s", seed, diff)
		}
	}
}

// until returns whom the list names at that moment for each kind, as the shop
// was then.
func (s *scene) until(at string) map[app.ReasonKind][]app.ID {
	s.t.Helper()
	now := s.moment(at)
	then := &calllisttest.Shop{Plan: s.shop.Plan, Gap: s.shop.Gap}
	for _, c := range s.shop.Customers {
		then.Put(c)
	}
	for _, p := range s.shop.Purchases {
		if p.Day <= app.DayOf(now) {
			then.Put(p)
		}
	}
	for _, c := range s.shop.Calls {
		if !c.Start.After(now) {
			then.Put(c)
		}
	}
	for _, o := range s.shop.Opinions {
		if !o.Taken.After(now) {
			then.Put(o)
		}
	}
	today, err := calllist.New(then, func() time.Time { return now }).Today(context.Background(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	named := make(map[app.ReasonKind][]app.ID)
	for _, e := range today.Entries {
		for _, r := range e.Reasons {
			named[r.Kind] = append(named[r.Kind], e.Customer.ID)
		}
	}
	return named
}
