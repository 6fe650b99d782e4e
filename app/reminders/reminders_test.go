package reminders_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/reminders"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// shop is a book and its call list, at a moment that tests set.
type shop struct {
	now    time.Time
	plan   app.Plan
	agreed map[app.ID]time.Time // calls agreed on for an hour
	deeds  map[app.ID]time.Time // promised about complaints that are closed
	closed time.Time            // when those were
	others int                  // other people on the list

	quietUntil time.Time // nobody is on the list before
	kept       map[string][]byte
	writes     int
	broken     error
}

var helsinki = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		panic(err)
	}
	return zone
}()

// at returns a moment of a day of November 2026; the 20th is a Friday.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, helsinki)
}

func newShop(now time.Time) *shop {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week &^ app.DaysOf(time.Sunday)})
	plan.TimeZone = "Europe/Helsinki"
	return &shop{now: now, plan: plan, agreed: map[app.ID]time.Time{}, kept: map[string][]byte{}}
}

func (s *shop) clock() time.Time { return s.now }

func (s *shop) Plan(context.Context) (app.Plan, error) { return s.plan, nil }

func (s *shop) Complaint(context.Context, app.ID) (app.Complaint, error) {
	return app.Complaint{Closed: s.closed}, s.broken
}

func (s *shop) Keep(_ context.Context, key string, value []byte) error {
	s.writes++
	if s.broken == nil {
		s.kept[key] = value
	}
	return s.broken
}

func (s *shop) Kept(_ context.Context, key string) ([]byte, error) { return s.kept[key], nil }

func (s *shop) Today(context.Context, int) (calllist.Today, error) {
	var today calllist.Today
	for id, due := range s.agreed {
		entry := calllist.Entry{
			Customer: app.Customer{ID: id, Name: app.Name{Full: "Maija Korhonen"}},
			Reasons:  []calllist.Reason{{Kind: app.Complained, By: due.Add(-time.Hour)}, {Kind: app.Promised, Due: due, By: due}},
		}
		switch {
		case s.now.Before(s.quietUntil):
		case !due.After(s.now):
			today.Entries = append(today.Entries, entry)
		case app.DayOf(due.In(helsinki)) == app.DayOf(s.now.In(helsinki)):
			today.Later = append(today.Later, entry)
		}
	}
	for id, due := range s.deeds {
		if s.closed.After(s.now) || due.After(s.now) {
			continue
		}
		today.Entries = append(today.Entries, calllist.Entry{
			Customer: app.Customer{ID: id}, Reasons: []calllist.Reason{{Kind: app.Promised, Due: due, By: due, Owed: true, Of: app.ID{1: 1}}},
		})
	}
	for n := range s.others {
		today.Entries = append(today.Entries, calllist.Entry{
			Customer: app.Customer{ID: app.ID{0: 9, 15: byte(n)}},
			Reasons:  []calllist.Reason{{Kind: app.AfterPurchase}, {Kind: app.Promised, Due: s.now}},
		})
	}
	return today, nil
}

func id(n byte) app.ID { return app.ID{15: n} }

func promise(n byte, due time.Time) reminders.Notice {
	return reminders.Notice{Kind: reminders.Promise, Customer: id(n), Due: due}
}

func deed(n byte, due time.Time) reminders.Notice {
	return reminders.Notice{Kind: reminders.Deed, Customer: id(n), Due: due}
}

func told(n reminders.Notice, now time.Time) reminders.Notice {
	n.Now = now
	return n
}

func calls(n int) reminders.Notice { return reminders.Notice{Kind: reminders.Morning, Count: n} }

func missed(n int) reminders.Notice { return reminders.Notice{Kind: reminders.Missed, Count: n} }

// step is a look at a moment, or a start of the program at it.
type step struct {
	now   time.Time
	start bool
	do    func(*shop)
	want  []reminders.Notice
}

func TestReminders(t *testing.T) {
	agree := func(n byte, due time.Time) func(*shop) { return func(s *shop) { s.agreed[id(n)] = due } }
	tests := map[string][]step{
		"a promised call is told at its hour, once": {
			{now: at(19, 21, 0), do: agree(1, at(20, 15, 0))},
			{now: at(20, 8, 59)},
			{now: at(20, 9, 0), want: []reminders.Notice{calls(1)}},
			{now: at(20, 14, 59)},
			{now: at(20, 15, 0), want: []reminders.Notice{promise(1, at(20, 15, 0))}},
			{now: at(20, 15, 1)},
			{now: at(20, 19, 0)},
		},
		"a restart does not repeat": {
			{now: at(20, 15, 0), do: agree(1, at(20, 15, 0)), want: []reminders.Notice{promise(1, at(20, 15, 0)), calls(1)}},
			{now: at(20, 15, 1), start: true},
			{now: at(20, 15, 2)},
		},
		"the same customer's next promise is another thing": {
			{now: at(20, 20, 0), do: agree(1, at(20, 15, 0)), want: []reminders.Notice{missed(1)}},
			{now: at(21, 20, 0), do: agree(1, at(21, 20, 0)), want: []reminders.Notice{promise(1, at(21, 20, 0))}},
		},
		"at start, one number for what was missed": {
			{now: at(20, 7, 0), do: func(s *shop) {
				s.agreed = map[app.ID]time.Time{id(1): at(18, 15, 0), id(2): at(19, 10, 0), id(3): at(20, 7, 0), id(4): at(20, 8, 0)}
			}, start: true, want: []reminders.Notice{missed(2), promise(3, at(20, 7, 0))}},
			{now: at(20, 8, 0), want: []reminders.Notice{promise(4, at(20, 8, 0))}},
			{now: at(20, 8, 1), start: true},
		},
		"a machine that slept tells one number when it wakes": {
			{now: at(20, 9, 0), do: func(s *shop) {
				s.agreed = map[app.ID]time.Time{id(1): at(20, 10, 0), id(2): at(20, 11, 0), id(3): at(20, 14, 55)}
			}, want: []reminders.Notice{calls(3)}},
			{now: at(20, 15, 0), want: []reminders.Notice{missed(2), promise(3, at(20, 14, 55))}},
			{now: at(20, 15, 1)},
		},
		"what waited for quiet hours to end before an open window was not missed": {
			{now: at(19, 20, 30), do: func(s *shop) { s.agreed[id(1)], s.quietUntil = at(19, 21, 30), at(20, 9, 0) }},
			{now: at(20, 8, 59)},
			{now: at(20, 9, 0), want: []reminders.Notice{promise(1, at(19, 21, 30)), calls(1)}},
			{now: at(20, 9, 1)},
		},
		"what waited for them while the machine slept was": {
			{now: at(19, 20, 30), do: func(s *shop) { s.agreed[id(1)], s.quietUntil = at(19, 21, 30), at(20, 9, 0) }},
			{now: at(20, 9, 0), want: []reminders.Notice{missed(1), calls(1)}},
		},
		"a clock corrected by an hour repeats nothing and loses nothing": {
			{now: at(20, 9, 0), do: func(s *shop) { s.agreed = map[app.ID]time.Time{id(1): at(20, 15, 0), id(2): at(20, 15, 30)} }, want: []reminders.Notice{calls(2)}},
			{now: at(20, 15, 0), want: []reminders.Notice{promise(1, at(20, 15, 0))}},
			{now: at(20, 14, 0)},
			{now: at(20, 15, 0)},
			{now: at(20, 15, 30), want: []reminders.Notice{promise(2, at(20, 15, 30))}},
		},
		"what a clock that was wrong by years told is told again when it is due": {
			{now: at(20, 8, 0), do: agree(1, at(20, 15, 0))},
			{now: at(20, 8, 0).AddDate(4, 0, 0), want: []reminders.Notice{missed(1)}},
			{now: at(20, 9, 0), want: []reminders.Notice{calls(1)}},
			{now: at(20, 15, 0), want: []reminders.Notice{promise(1, at(20, 15, 0))}},
		},
		"the morning's number is told once a day": {
			{now: at(20, 8, 59), do: func(s *shop) { s.others = 12 }},
			{now: at(20, 9, 0), want: []reminders.Notice{calls(12)}},
			{now: at(20, 9, 1), start: true},
			{now: at(21, 9, 0), want: []reminders.Notice{calls(12)}},
		},
		"who starts at ten hears the number at ten": {
			{now: at(20, 10, 0), start: true, do: func(s *shop) { s.others = 3 }, want: []reminders.Notice{calls(3)}},
		},
		"who starts at night hears no number": {
			{now: at(20, 20, 0), start: true, do: func(s *shop) { s.others = 3 }},
		},
		"a day without calls begins in silence, and stays so": {
			{now: at(20, 9, 0)},
			{now: at(20, 11, 0), do: func(s *shop) { s.others = 3 }},
		},
		"no number on Sundays and holidays": {
			{now: at(22, 9, 0), do: func(s *shop) { s.others = 3; s.plan.Holidays = []app.Day{app.NewDay(2026, 11, 23)} }},
			{now: at(23, 9, 0)},
			{now: at(24, 9, 0), want: []reminders.Notice{calls(3)}},
		},
		"the number waits until the shop opens": {
			{now: at(20, 9, 59), do: func(s *shop) { s.others = 3; s.plan.Open[time.Friday] = []app.Span{{From: 10 * 60, To: 17 * 60}} }},
			{now: at(20, 10, 0), want: []reminders.Notice{calls(3)}},
		},
		"summer time ends: the hour that comes twice is told once": {
			{now: time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC), do: func(s *shop) { s.agreed[id(1)] = time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC) }, want: []reminders.Notice{promise(1, time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC))}},
			{now: time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC)},
		},
		"what was promised about a complaint that was closed is told as a deed": {
			{now: at(20, 14, 0), do: func(s *shop) {
				s.others, s.closed, s.deeds = 0, at(20, 13, 0), map[app.ID]time.Time{id(1): at(20, 15, 0)}
			}},
			{now: at(20, 15, 0), want: []reminders.Notice{deed(1, at(20, 15, 0))}},
			{now: at(20, 15, 1)},
		},
		"what was late when it was closed is known to be late": {
			{now: at(19, 21, 0), do: func(s *shop) {
				s.closed, s.deeds = at(20, 7, 0), map[app.ID]time.Time{id(1): at(19, 17, 24)}
			}},
			{now: at(20, 7, 1)},
			{now: at(20, 7, 2), start: true},
		},
		"a deed that is known to be late hides no call": {
			{now: at(20, 7, 0), do: func(s *shop) {
				s.closed, s.deeds = at(20, 6, 0), map[app.ID]time.Time{id(1): at(19, 17, 0)}
				s.agreed[id(1)] = at(20, 7, 0)
			}, want: []reminders.Notice{promise(1, at(20, 7, 0))}},
		},
		"deeds missed are counted as deeds": {
			{now: at(20, 7, 0), do: func(s *shop) {
				s.closed, s.deeds = at(18, 6, 0), map[app.ID]time.Time{id(1): at(19, 17, 0), id(2): at(19, 18, 0)}
				s.agreed[id(3)] = at(18, 15, 0)
			}, start: true, want: []reminders.Notice{missed(1), {Kind: reminders.Undone, Count: 2}}},
		},
		"what the book kept and cannot be read is no reason to be silent": {
			{now: at(20, 15, 0), do: func(s *shop) { s.kept["reminders"] = []byte("{"); s.agreed[id(1)] = at(20, 15, 0) }, want: []reminders.Notice{promise(1, at(20, 15, 0)), calls(1)}},
		},
	}
	for name, steps := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(steps[0].now)
			r := reminders.New(s, s, s.clock)
			for _, step := range steps {
				if s.now = step.now; step.do != nil {
					step.do(s)
				}
				ask := r.Due
				if step.start {
					r = reminders.New(s, s, s.clock)
					ask = r.Missed
				}
				got, err := ask(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(step.want, got, cmpopts.IgnoreFields(reminders.Notice{}, "Now")); diff != "" {
					t.Errorf("at %s: %s", step.now, diff)
				}
			}
		})
	}
}

func TestNothingIsWrittenWhileNothingHappens(t *testing.T) {
	s := newShop(at(20, 9, 0))
	r := reminders.New(s, s, s.clock)
	for range 30 {
		s.now = s.now.Add(time.Minute)
		if _, err := r.Due(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if s.writes != 1 {
		t.Errorf("the book was written %d times", s.writes)
	}
}

func TestABookThatCannotKeepDoesNotMakeUsRepeat(t *testing.T) {
	s := newShop(at(20, 15, 0))
	s.agreed[id(1)] = at(20, 15, 0)
	s.broken = errors.New("no room")
	r := reminders.New(s, s, s.clock)
	got, err := r.Due(context.Background())
	if len(got) != 2 || !errors.Is(err, s.broken) {
		t.Errorf("got %v, %v", got, err)
	}
	if got, _ = r.Due(context.Background()); len(got) != 0 {
		t.Errorf("repeated %v", got)
	}
}

func TestNext(t *testing.T) {
	tests := map[string]struct {
		now    time.Time
		agreed map[app.ID]time.Time
		want   time.Time
	}{
		"the next promised hour":   {at(20, 14, 30), map[app.ID]time.Time{id(1): at(20, 14, 50), id(2): at(20, 14, 40), id(3): at(20, 14, 0)}, at(20, 14, 40)},
		"the morning":              {at(20, 8, 20), nil, at(20, 9, 0)},
		"midnight, for a new day":  {at(20, 23, 20), nil, at(21, 0, 0)},
		"an hour if nothing comes": {at(20, 12, 0), nil, at(20, 13, 0)},
	}
	for name, tt := range tests {
		s := newShop(tt.now)
		maps.Copy(s.agreed, tt.agreed)
		got, err := reminders.New(s, s, s.clock).Next(context.Background())
		if err != nil || !got.Equal(tt.want) {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
}

func TestNoticesHoldNumbersAndNoNames(t *testing.T) {
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	v := c.In("en")
	for _, tt := range []struct {
		notice      reminders.Notice
		title, body string
	}{
		{told(promise(1, at(20, 15, 0).UTC()), at(20, 15, 0).UTC()), "A call you promised is due", "It was agreed for 15:00."},
		{told(promise(1, at(19, 21, 30).UTC()), at(20, 9, 0).UTC()), "A call you promised is due", "It was agreed for yesterday 21:30."},
		{told(deed(1, at(20, 15, 0)), at(20, 15, 0)), "Something you promised is due", "It was promised by 15:00."},
		{reminders.Notice{Kind: reminders.Deed, Count: 2}, "2 things you promised are due", "They are on today’s list."},
		{reminders.Notice{Kind: reminders.Undone, Count: 1}, "1 thing you promised came due while you were away", "It is on today’s list."},
		{calls(1), "1 person to call today", "Ringback knows whom, and why."},
		{calls(12), "12 people to call today", "Ringback knows whom, and why."},
		{missed(1), "1 promised call came due while you were away", "It is on today’s list."},
		{missed(2), "2 promised calls came due while you were away", "They are on today’s list."},
	} {
		title, body := tt.notice.Text(v, helsinki)
		if title != tt.title || body != tt.body {
			t.Errorf("got %q, %q", title, body)
		}
		if strings.ContainsAny(title+body, "\"$`") {
			t.Errorf("a Windows notification would run %q", title+body)
		}
	}
}
