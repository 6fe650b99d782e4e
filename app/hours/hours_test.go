package hours_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/hours"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func moment(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone(t, "Europe/Helsinki"))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// weekdays are 9 to 17, Saturday 10 to 14; 1 May 2026, a Friday, is a holiday.
func weekdays(change func(*app.Plan)) app.Plan {
	plan := app.DefaultPlan(app.CallingHours{})
	plan.Open[time.Saturday] = []app.Span{{From: 10 * 60, To: 14 * 60}}
	plan.Holidays = []app.Day{app.NewDay(2026, time.May, 1)}
	if change != nil {
		change(&plan)
	}
	return plan
}

func TestAddMinutes(t *testing.T) {
	lunch := func(p *app.Plan) {
		p.Open[time.Monday] = []app.Span{{From: 13 * 60, To: 17 * 60}, {From: 9 * 60, To: 12 * 60}}
	}
	night := func(p *app.Plan) {
		for d := range p.Open {
			p.Open[d] = []app.Span{{From: 0, To: 24 * 60}}
		}
	}
	tests := map[string]struct {
		plan    func(*app.Plan)
		from    string
		minutes int
		want    string
	}{
		"within a day":                        {nil, "2026-03-02 10:00", 240, "2026-03-02 14:00"},
		"what ends at closing is due then":    {nil, "2026-03-02 13:00", 240, "2026-03-02 17:00"},
		"a minute more is due the next day":   {nil, "2026-03-02 13:00", 241, "2026-03-03 09:01"},
		"over night":                          {nil, "2026-03-02 16:00", 240, "2026-03-03 12:00"},
		"from before opening":                 {nil, "2026-03-02 06:00", 60, "2026-03-02 10:00"},
		"from closing on":                     {nil, "2026-03-02 17:00", 60, "2026-03-03 10:00"},
		"over Saturday's short day":           {nil, "2026-03-06 16:00", 360, "2026-03-09 10:00"},
		"over a holiday":                      {nil, "2026-04-30 16:00", 120, "2026-05-02 11:00"},
		"over lunch":                          {lunch, "2026-03-02 11:30", 60, "2026-03-02 13:30"},
		"from lunch":                          {lunch, "2026-03-02 12:10", 60, "2026-03-02 14:00"},
		"none at all is the moment itself":    {nil, "2026-03-08 12:00", 0, "2026-03-08 12:00"},
		"through the night clocks go forward": {night, "2026-03-28 23:00", 300, "2026-03-29 05:00"},
		"through the night clocks go back":    {night, "2026-10-24 23:00", 300, "2026-10-25 03:00"},
		"many days":                           {nil, "2026-03-02 09:00", 2 * 44 * 60, "2026-03-14 14:00"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h := hours.Of(weekdays(tt.plan), zone(t, "Europe/Helsinki"))
			from := moment(t, tt.from)
			got, want := h.AddMinutes(from, tt.minutes), moment(t, tt.want)
			if !got.Equal(want) {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
}

func TestAddDays(t *testing.T) {
	tests := map[string]struct {
		from string
		days int
		want string
	}{
		"at the same hour":                                 {"2026-03-02 10:30", 2, "2026-03-04 10:30"},
		"over Sunday":                                      {"2026-03-06 12:00", 2, "2026-03-09 12:00"},
		"at Saturday's closing when later":                 {"2026-03-06 16:00", 1, "2026-03-07 14:00"},
		"at Saturday's opening when earlier":               {"2026-03-06 09:30", 1, "2026-03-07 10:00"},
		"over a holiday":                                   {"2026-04-30 10:00", 1, "2026-05-02 10:00"},
		"what comes at night counts from the next opening": {"2026-03-02 20:00", 1, "2026-03-04 09:00"},
		"and on Sunday from Monday":                        {"2026-03-08 20:00", 1, "2026-03-10 09:00"},
		"what comes as the shop closes, too":               {"2026-03-02 17:00", 1, "2026-03-04 09:00"},
		"the same hour after the clocks went forward":      {"2026-03-27 12:00", 2, "2026-03-30 12:00"},
		"the same hour after they went back":               {"2026-10-23 12:00", 2, "2026-10-26 12:00"},
		"none at all is the moment itself":                 {"2026-03-08 12:00", 0, "2026-03-08 12:00"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h := hours.Of(weekdays(nil), zone(t, "Europe/Helsinki"))
			if got, want := h.AddDays(moment(t, tt.from), tt.days), moment(t, tt.want); !got.Equal(want) {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
}

func TestMoreDaysThanAnybodyWaitsForAreDaysOfTheCalendar(t *testing.T) {
	from := moment(t, "2026-03-02 10:30")
	for name, plan := range map[string]app.Plan{"by its hours": weekdays(nil), "without hours": {}} {
		h := hours.Of(plan, zone(t, "Europe/Helsinki"))
		if got, want := h.AddDays(from, 6000), from.AddDate(0, 0, 6000); !got.Equal(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if got := h.AddDays(from, 1<<40); got.Year() < 12_000 || got.Year() > 12_100 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAShopWithoutHoursNeverStopsItsClocks(t *testing.T) {
	always := func(p *app.Plan) { p.Open = app.OpeningHours{} }
	shutForGood := func(p *app.Plan) {
		for d := app.NewDay(2026, time.January, 1); d < app.NewDay(2028, time.January, 1); d++ {
			p.Holidays = append(p.Holidays, d)
		}
	}
	shutFromTomorrow := func(p *app.Plan) {
		shutForGood(p)
		p.Holidays = slices.DeleteFunc(p.Holidays, func(d app.Day) bool { return d <= app.NewDay(2026, time.March, 10) })
	}
	for name, change := range map[string]func(*app.Plan){"no hours": always, "shut for years": shutForGood} {
		h := hours.Of(weekdays(change), zone(t, "Europe/Helsinki"))
		from := moment(t, "2026-03-08 12:00")
		if got, want := h.AddMinutes(from, 90), moment(t, "2026-03-08 13:30"); !got.Equal(want) {
			t.Errorf("%s: 90 minutes end at %v, want %v", name, got, want)
		}
		if got, want := h.AddDays(from, 3), moment(t, "2026-03-11 12:00"); !got.Equal(want) {
			t.Errorf("%s: 3 days end at %v, want %v", name, got, want)
		}
	}
	h := hours.Of(weekdays(shutFromTomorrow), zone(t, "Europe/Helsinki"))
	from := moment(t, "2026-03-10 12:00")
	if got, want := h.AddDays(from, 3), moment(t, "2026-03-13 12:00"); !got.Equal(want) {
		t.Errorf("shut from tomorrow on: 3 days end at %v, want %v", got, want)
	}
	if got, want := h.AddMinutes(from, 360), moment(t, "2026-03-10 18:00"); !got.Equal(want) {
		t.Errorf("shut from tomorrow on: 6 hours end at %v, want %v", got, want)
	}
}

func TestOpenFromTheMinuteToTheMinute(t *testing.T) {
	h := hours.Of(weekdays(nil), zone(t, "Europe/Helsinki"))
	for at, want := range map[string]bool{
		"2026-03-02 08:59": false, "2026-03-02 09:00": true, "2026-03-02 16:59": true, "2026-03-02 17:00": false,
		"2026-03-08 12:00": false, "2026-05-01 12:00": false,
	} {
		if got := h.Open(moment(t, at)); got != want {
			t.Errorf("open at %s: %v", at, got)
		}
	}
}

func TestSpansThatOverlapCountOnce(t *testing.T) {
	h := hours.Of(weekdays(func(p *app.Plan) {
		p.Open[time.Monday] = []app.Span{{From: 12 * 60, To: 15 * 60}, {From: 9 * 60, To: 13 * 60}, {From: 20 * 60, To: 8 * 60}}
	}), zone(t, "Europe/Helsinki"))
	if got := h.Between(moment(t, "2026-03-02 00:00"), moment(t, "2026-03-03 00:00")); got != 6*time.Hour {
		t.Errorf("open for %v, want 6 hours", got)
	}
}

// What AddMinutes adds is what Between finds, and a later start never ends
// earlier.
func TestAddedMinutesLieBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.SampledFrom([]string{"Europe/Helsinki", "America/New_York", "Asia/Tokyo"}).Draw(t, "zone")
		where, err := time.LoadLocation(place)
		if err != nil {
			t.Fatal(err)
		}
		plan := weekdays(func(p *app.Plan) {
			from := app.Minute(rapid.IntRange(0, 700).Draw(t, "opens"))
			p.Open[time.Sunday] = []app.Span{{From: from, To: from + app.Minute(rapid.IntRange(-20, 700).Draw(t, "for"))}}
		})
		h := hours.Of(plan, where)
		from := time.Date(2026, time.January, 1, 0, rapid.IntRange(0, 400*24*60).Draw(t, "from"), 0, 0, time.UTC)
		minutes := rapid.IntRange(0, 6000).Draw(t, "minutes")
		to := h.AddMinutes(from, minutes)
		if got := h.Between(from, to); got != time.Duration(minutes)*time.Minute {
			t.Fatalf("%v to %v: open for %v, want %d minutes", from, to, got, minutes)
		}
		if later := h.AddMinutes(from.Add(time.Minute), minutes); later.Before(to) {
			t.Fatalf("from a minute later it ends at %v, before %v", later, to)
		}
		days := rapid.IntRange(1, 30).Draw(t, "days")
		by := h.AddDays(from, days)
		if next := h.AddDays(from.Add(time.Minute), days); next.Before(by) {
			t.Fatalf("%d days from a minute later end at %v, before %v", days, next, by)
		}
	})
}

func TestOpensOn(t *testing.T) {
	may := func(day int) app.Day { return app.NewDay(2026, time.May, day) }
	tests := map[string]struct {
		plan    app.Plan
		day, on app.Day
	}{
		"a day on which it opens":            {weekdays(nil), may(4), may(4)},
		"a holiday before a Saturday":        {weekdays(nil), may(1), may(2)},
		"a Sunday":                           {weekdays(nil), may(3), may(4)},
		"a Sunday before a holiday":          {weekdays(func(p *app.Plan) { p.Holidays = []app.Day{may(4)} }), may(3), may(5)},
		"without hours any day will do":      {app.Plan{}, may(3), may(3)},
		"but for a holiday":                  {app.Plan{Holidays: []app.Day{may(3)}}, may(3), may(4)},
		"never, with every Monday a holiday": {app.Plan{Open: app.OpeningHours{1: {{From: 60, To: 61}}}, Holidays: mondays(may(4), 70)}, may(4), may(4)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := hours.Of(tt.plan, zone(t, "Europe/Helsinki")).OpensOn(tt.day); got != tt.on {
				t.Errorf("%v", got)
			}
		})
	}
}

// mondays are so many of them from that one on.
func mondays(first app.Day, n int) []app.Day {
	var all []app.Day
	for i := range n {
		all = append(all, first+app.Day(7*i))
	}
	return all
}
