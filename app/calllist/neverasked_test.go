package calllist_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// many brings customers into the shop who bought once, long ago.
func (s *scene) many(n int) []app.ID {
	var ids []app.ID
	for i := range n {
		id := app.ID{13: 9, 14: byte(i >> 8), 15: byte(i)}
		s.shop.Put(
			app.Customer{ID: id, Phones: []app.Phone{{E164: "+3585"}}},
			app.Purchase{ID: id, Customer: id, Day: s.day("2025-06-02"), Total: 100, Currency: "EUR"},
		)
		ids = append(ids, id)
	}
	return ids
}

// drawn returns who is on the list because they were never asked.
func (s *scene) drawn() []app.ID {
	s.t.Helper()
	var ids []app.ID
	for _, e := range s.today().Entries {
		for _, r := range e.Reasons {
			if r.Kind == app.NeverAsked {
				ids = append(ids, e.Customer.ID)
			}
		}
	}
	slices.SortFunc(ids, app.ID.Compare)
	return ids
}

// silent opens a shop in which never having been asked is the only reason.
func silent(t *testing.T, now string) *scene {
	s := open(t, now)
	s.plan(func(p *app.Plan) { p.AskWeekly, p.Windows, p.Capacity = 5, nil, 1000 })
	return s
}

func TestTheDrawIsTheSameAllWeek(t *testing.T) {
	s := silent(t, "2026-03-02 09:00")
	s.many(200)
	monday := s.drawn()
	if len(monday) != 5 {
		t.Fatalf("%d drawn, want 5", len(monday))
	}
	for _, at := range []string{"2026-03-04 12:00", "2026-03-07 19:59"} {
		if got := s.at(at).drawn(); !slices.Equal(got, monday) {
			t.Errorf("at %s others were drawn", at)
		}
	}
	if got := s.at("2026-03-09 09:00").drawn(); slices.Equal(got, monday) {
		t.Error("the next week draws the same")
	}
}

func TestWhoBecomesACustomerInTheWeekDoesNotChangeTheDraw(t *testing.T) {
	s := silent(t, "2026-03-04 12:00")
	s.many(20)
	before := s.drawn()
	for range 100 {
		s.bought(s.customer("New"), "2026-03-03")
	}
	if got := s.drawn(); !slices.Equal(got, before) {
		t.Error("new customers were drawn in a week that had begun")
	}
}

func TestTheLotOfOneIsThatOfTheDraw(t *testing.T) {
	s := silent(t, "2026-03-04 12:00")
	s.many(60)
	for range 60 {
		s.bought(s.customer("New"), "2026-03-03")
	}
	spent := s.drawn()[0]
	s.called(spent, "2026-03-03 10:00", app.Talked)
	drawn := s.drawn()
	err := s.shop.ReadList(context.Background(), func(snap calllist.Snapshot) error {
		for id := range s.shop.Customers {
			st, err := calllist.Consider(snap, s.now, id)
			if err != nil {
				return err
			}
			if alone := len(st.Reasons) > 0; alone != slices.Contains(drawn, id) {
				t.Errorf("%v: by themselves %v, in the draw %v", id, alone, !alone)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheDrawIsNotRefilled(t *testing.T) {
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		left int
	}{
		"by who was talked to":  {func(s *scene, c app.ID) { s.called(c, "2026-03-03 10:00", app.Talked) }, 4},
		"by who told us":        {func(s *scene, c app.ID) { s.told(c, "2026-03-03 10:00") }, 4},
		"by who did not answer": {func(s *scene, c app.ID) { s.called(c, "2026-03-03 10:00", app.NoAnswer) }, 4},
		"by who wants no calls": {func(s *scene, c app.ID) {
			s.called(c, "2026-03-03 10:00", app.DoNotRing)
			who := s.shop.Customers[c]
			who.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny}}
			s.shop.Put(who)
		}, 4},
		"by whose number is wrong": {func(s *scene, c app.ID) {
			s.called(c, "2026-03-03 10:00", app.WrongNumber)
			who := s.shop.Customers[c]
			who.Phones = []app.Phone{{E164: "+3585", Unfit: app.UnfitWrong}}
			s.shop.Put(who)
		}, 4},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := silent(t, "2026-03-03 09:00")
			s.many(50)
			before := s.drawn()
			gone := before[2]
			tt.set(s, gone)
			want := slices.DeleteFunc(slices.Clone(before), func(id app.ID) bool { return id == gone })
			if got := s.at("2026-03-03 12:00").drawn(); len(got) != tt.left || !slices.Equal(got, want) {
				t.Errorf("%v drawn, want %v", got, want)
			}
		})
	}
}

func TestWhoCannotBeAskedIsNotDrawn(t *testing.T) {
	s := silent(t, "2026-03-03 12:00")
	s.plan(func(p *app.Plan) { p.AskWeekly = 100 })
	all := s.many(10)
	s.told(all[0], "2025-07-01 12:00")
	s.called(all[1], "2025-07-01 12:00", app.Talked)
	s.called(all[2], "2025-07-01 12:00", app.Declined)
	change := func(i int, f func(*app.Customer)) {
		c := s.shop.Customers[all[i]]
		f(&c)
		s.shop.Put(c)
	}
	change(3, func(c *app.Customer) { c.Archived = true })
	change(4, func(c *app.Customer) { c.Phones = nil })
	change(5, func(c *app.Customer) { c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeFollowUp}} })
	change(6, func(c *app.Customer) { c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing}} })
	s.customer("Bought nothing")
	if got := s.drawn(); !slices.Equal(got, all[6:]) {
		t.Errorf("drawn: %v, want %v", got, all[6:])
	}
}

func TestNobodyIsDrawnWhereThePlanAsksNobody(t *testing.T) {
	s := silent(t, "2026-03-03 12:00")
	s.plan(func(p *app.Plan) { p.AskWeekly = 0 })
	s.many(10)
	if got := s.drawn(); len(got) != 0 {
		t.Errorf("drawn: %v", got)
	}
}

// The draw is a fixed function of weeks and IDs, so this always gives the same
// number: it fails only when the function changes for the worse.
func TestTheDrawIsFair(t *testing.T) {
	const people, weeks = 40, 1040
	s := silent(t, "2026-03-02 12:00")
	all := s.many(people)
	times := make(map[app.ID]int, people)
	for range weeks {
		drawn := s.drawn()
		if len(drawn) != 5 {
			t.Fatalf("%d drawn", len(drawn))
		}
		for _, id := range drawn {
			times[id]++
		}
		s.now = s.now.AddDate(0, 0, 7)
	}
	const expected = 5.0 * weeks / people
	var chi2 float64
	for _, id := range all {
		d := float64(times[id]) - expected
		chi2 += d * d / expected
	}
	// Drawing 5 of 40 without putting back lowers the variance by 35/39. With 39
	// degrees of freedom, 72.1 is passed once in a thousand fair draws, and
	// 14.0 not reached as seldom: too even would be no lot either.
	chi2 *= 39.0 / 35.0
	if chi2 > 72.1 || chi2 < 14.0 {
		t.Errorf("chi-square %.1f over %v", chi2, slices.Sorted(maps.Values(times)))
	}
}

func TestNobodyIsAskedForTheFirstTimeAboutPostage(t *testing.T) {
	s := open(t, "2026-03-04 12:00")
	s.plan(func(p *app.Plan) { p.Windows, p.AskWeekly = nil, 5 })
	postage := func(p *app.Purchase) { p.Lines[0].Item = "Postage" }
	s.bought(s.customer("Postage alone"), "2026-02-10", postage)
	both := s.customer("A cup long ago, and postage since")
	s.bought(both, "2025-01-10", func(p *app.Purchase) { p.Lines[0].Item = "Cup" })
	s.bought(both, "2026-02-10", postage)
	s.expectList("A cup long ago, and postage since")
	if head := s.today().Entries[0].Reasons[0]; head.Kind != app.NeverAsked || head.Bought.Items[0].Item != "Cup" {
		t.Errorf("asked about %+v", head.Bought)
	}
}
