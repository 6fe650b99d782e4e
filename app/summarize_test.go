package app_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
)

func id(n byte) app.ID { return app.ID{0: n} }

func bought(n byte, day app.Day, total int64) app.Bought {
	return app.Bought{Purchase: id(n), Day: day, Total: total, Currency: "EUR"}
}

func given(n byte, day app.Day, total int64, back byte) app.Bought {
	b := bought(n, day, -total)
	b.Return = true
	if back != 0 {
		b.Returns = id(back)
	}
	return b
}

func TestBuying(t *testing.T) {
	day := app.NewDay(2026, time.March, 1)
	tests := map[string]struct {
		all  []app.Bought
		want func(*app.Buying)
		gaps []int
	}{
		"nothing bought": {},
		"one purchase has no gap": {
			all:  []app.Bought{bought(1, day, 500)},
			want: func(b *app.Buying) { b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 500 },
		},
		"two receipts on one day are one buying day": {
			all:  []app.Bought{bought(1, day, 500), bought(2, day, 100)},
			want: func(b *app.Buying) { b.Count, b.Days, b.First, b.Last, b.YearValue = 2, 1, day, day, 600 },
		},
		"the median of two gaps is half way": {
			all: []app.Bought{bought(3, day+13, 1), bought(1, day, 1), bought(2, day+10, 1)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue, b.MedianGap = 3, 3, day, day+13, 3, 13
			},
			gaps: []int{10, 3},
		},
		"what was given back in full does not count": {
			all:  []app.Bought{bought(1, day, 500), bought(2, day+5, 300), given(3, day+6, 300, 2)},
			want: func(b *app.Buying) { b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 500 },
		},
		"what was given back in part still counts": {
			all: []app.Bought{bought(1, day, 500), given(2, day+6, 200, 1)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 300
			},
		},
		"what was given back after the last purchase lowers the yearly value, too": {
			all: []app.Bought{bought(1, day, 840), bought(2, day+1, 10), given(3, day+9, 840, 1)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day+1, day+1, 10
			},
		},
		"what was bought before the year and given back in it takes nothing off": {
			all: []app.Bought{bought(1, day, 2000), bought(2, day+800, 50), given(3, day+820, 1500, 1)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue, b.MedianGap = 2, 2, day, day+800, 50, 1600
			},
			gaps: []int{800},
		},
		"more given back than bought, by a return of something unknown, is nothing spent": {
			all: []app.Bought{bought(1, day, 50), given(2, day+9, 1500, 0)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 0
			},
		},
		"what was bought and given back after the last purchase comes to nothing": {
			all: []app.Bought{bought(1, day, 500), bought(2, day+400, 70), given(3, day+401, 70, 2)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 500
			},
		},
		"a return of something unknown lowers the sum only": {
			all:  []app.Bought{bought(1, day, 500), given(2, day, 200, 0)},
			want: func(b *app.Buying) { b.Count, b.Days, b.First, b.Last, b.YearValue = 1, 1, day, day, 300 },
		},
		"the yearly value leaves out what is older than a year": {
			all: []app.Bought{bought(1, day, 500), bought(2, day+365, 70)},
			want: func(b *app.Buying) {
				b.Count, b.Days, b.First, b.Last, b.YearValue, b.MedianGap = 2, 2, day, day+365, 70, 730
			},
			gaps: []int{365},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, gaps := app.SummarizeBuying(tt.all)
			got.Totals, got.Recent = nil, nil
			var want app.Buying
			if tt.want != nil {
				tt.want(&want)
				days := []app.Day{want.First}
				for _, gap := range tt.gaps {
					days = append(days, days[len(days)-1]+app.Day(gap))
				}
				want.Dates = app.PackDates(days)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.gaps, gaps); len(tt.gaps)+len(gaps) > 0 && diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDatesComeBackAsTheyWerePacked(t *testing.T) {
	day := app.NewDay(2026, time.March, 1)
	for _, want := range [][]app.Day{nil, {day}, {1, 2, day, day + 1000}} {
		if got := app.PackDates(want).Days(); !slices.Equal(got, want) {
			t.Errorf("%v became %v", want, got)
		}
	}
	if got := (app.Dates{0x80}).Days(); got != nil {
		t.Errorf("dates that are cut off: %v", got)
	}
}

func TestBuyingNamesTheLatestFirstAndOfDaysBeforeThoseTheDearest(t *testing.T) {
	day := app.NewDay(2026, time.March, 1)
	tagged := func(b app.Bought, tag string) app.Bought {
		b.Tags = []string{tag}
		return b
	}
	all := []app.Bought{
		bought(1, day-app.RecentDays, 1), // too long ago
		bought(2, day-app.RecentDays+1, 1),
		bought(3, day-20, 1), bought(4, day-20, 3), bought(5, day-20, 2),
		tagged(bought(6, day-20, 1), "oak"),
		bought(7, day-10, 1),
	}
	for n := range byte(app.RecentBought) {
		all = append(all, bought(20+n, day, 1))
	}
	got, _ := app.SummarizeBuying(all)
	var ids []app.ID
	for _, b := range got.Recent {
		ids = append(ids, b.Purchase)
	}
	want := []app.ID{id(27), id(26), id(25), id(24), id(23), id(22), id(21), id(20), id(7), id(6), id(4), id(2)}
	if !slices.Equal(ids, want) {
		t.Errorf("recent: %v, want %v", ids, want)
	}
}

func TestUnhappySince(t *testing.T) {
	noon := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	said := func(n byte, hours, score int) app.Opinion {
		return app.Opinion{ID: id(n), Taken: noon.Add(time.Duration(hours) * time.Hour), Score: &score}
	}
	stars := 3
	wordsOnly := app.Opinion{ID: id(9), Taken: noon.Add(9 * time.Hour)}
	tests := map[string]struct {
		opinions   []app.Opinion
		complaints []app.Complaint
		hours      int // after noon; 0: not unhappy
	}{
		"nothing was said":                     {},
		"the last word is a low score":         {opinions: []app.Opinion{said(1, 1, 9), said(2, 2, 6)}, hours: 2},
		"a better score since":                 {opinions: []app.Opinion{said(1, 1, 2), said(2, 2, 7)}},
		"words without a score change nothing": {opinions: []app.Opinion{said(1, 1, 2), wordsOnly}, hours: 1},
		"few stars":                            {opinions: []app.Opinion{{ID: id(1), Taken: noon.Add(time.Hour), Stars: &stars}}, hours: 1},
		"an open complaint": {
			opinions: []app.Opinion{said(1, 1, 2)}, complaints: []app.Complaint{{ID: id(3), Received: noon.Add(3 * time.Hour)}}, hours: 3,
		},
		"they said since that it was put right": {
			opinions: []app.Opinion{said(1, 1, 2)}, complaints: []app.Complaint{{ID: id(3), Received: noon, Confirmed: noon.Add(3 * time.Hour)}},
		},
		"a low score since it was put right": {
			opinions: []app.Opinion{said(1, 4, 2)}, complaints: []app.Complaint{{ID: id(3), Received: noon, Confirmed: noon.Add(3 * time.Hour)}}, hours: 4,
		},
		"one put right and another open": {
			opinions: []app.Opinion{said(1, 1, 2)}, hours: 2,
			complaints: []app.Complaint{{ID: id(3), Received: noon.Add(2 * time.Hour)}, {ID: id(4), Received: noon, Confirmed: noon.Add(3 * time.Hour)}},
		},
		"a closed complaint": {complaints: []app.Complaint{{ID: id(3), Received: noon.Add(3 * time.Hour), Closed: noon.Add(4 * time.Hour)}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var want time.Time
			if tt.hours > 0 {
				want = noon.Add(time.Duration(tt.hours) * time.Hour)
			}
			if got := app.SummarizeContact(nil, tt.opinions, tt.complaints).Unhappy; !got.Equal(want) {
				t.Errorf("since %v, not %v", got, want)
			}
		})
	}
}

func TestContact(t *testing.T) {
	noon := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	call := func(n byte, hours int, d app.Disposition) app.Call {
		return app.Call{ID: id(n), Start: noon.Add(time.Duration(hours) * time.Hour), Disposition: d, Number: "+3581"}
	}
	next := &app.NextStep{At: noon.AddDate(0, 0, 7)}
	withNext := func(c app.Call) app.Call { c.Next = next; return c }

	t.Run("talking ends the tries", func(t *testing.T) {
		got := app.SummarizeContact([]app.Call{call(2, 2, app.Talked), call(1, 1, app.NoAnswer)}, nil, nil)
		if len(got.Tries) != 0 || !got.Reached.Equal(noon.Add(2*time.Hour)) || got.Calls != 2 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("each unanswered call is a try", func(t *testing.T) {
		got := app.SummarizeContact([]app.Call{call(1, 1, app.Talked), call(2, 2, app.NoAnswer), call(3, 3, app.Busy)}, nil, nil)
		if len(got.Tries) != 2 || got.Tries[0].Result != app.NoAnswer || got.LastResult != app.Busy {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a promise stands until they are reached again", func(t *testing.T) {
		calls := []app.Call{withNext(call(1, 1, app.Talked)), call(2, 2, app.NoAnswer)}
		got := app.SummarizeContact(calls, nil, nil)
		if got.Next != next || got.NextAsked {
			t.Errorf("%+v", got)
		}
		if got = app.SummarizeContact(append(calls, call(3, 3, app.Talked)), nil, nil); got.Next != nil {
			t.Errorf("still promised: %+v", got.Next)
		}
	})
	t.Run("call back later is their wish, and no answer to the question", func(t *testing.T) {
		got := app.SummarizeContact([]app.Call{withNext(call(1, 1, app.CallBack))}, nil, nil)
		if !got.NextAsked || !got.Reached.IsZero() || !got.FirstAsked.IsZero() {
			t.Errorf("%+v", got)
		}
	})
	t.Run("of many kindnesses the last few are thanked for", func(t *testing.T) {
		var wrote []app.Opinion
		for n := range byte(6) {
			wrote = append(wrote, app.Opinion{ID: id(n + 1), Taken: noon.Add(time.Duration(n) * time.Hour), Source: app.FromLetter, Praise: []string{"Anna"}})
		}
		got := app.SummarizeContact(nil, wrote, nil)
		if len(got.Kindness) != 4 || !got.Kindness[0].At.Equal(noon.Add(2*time.Hour)) {
			t.Errorf("%+v", got.Kindness)
		}
	})
	t.Run("praise on the telephone was thanked for on the telephone", func(t *testing.T) {
		said := app.Opinion{ID: id(1), Taken: noon, Source: app.FromCall, Praise: []string{"Anna"}}
		wrote := app.Opinion{ID: id(2), Taken: noon, Source: app.FromLetter, Praise: []string{"Anna"}}
		got := app.SummarizeContact(nil, []app.Opinion{said, wrote}, nil)
		if len(got.Kindness) != 1 || got.Opinions != 2 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("closed complaints are not open", func(t *testing.T) {
		open := app.Complaint{
			ID: id(1), Received: noon,
			Promises: []app.Promise{{What: "kept", Kept: noon}, {What: "not yet"}},
		}
		closed := app.Complaint{ID: id(2), Received: noon, Confirmed: noon}
		got := app.SummarizeContact(nil, nil, []app.Complaint{closed, open})
		if len(got.Complaints) != 1 || len(got.Complaints[0].Promises) != 1 {
			t.Errorf("%+v", got.Complaints)
		}
	})
}

func TestPurchaseInBrief(t *testing.T) {
	p := app.Purchase{ID: id(1), Lines: []app.Line{
		{Item: "Screws", Quantity: 2 * app.One, Amount: 300},
		{Item: "Oak chair", Quantity: 3 * app.One, Amount: 39000},
		{Item: "Oak table", Quantity: app.One, Amount: 84000},
		{Item: "Oak chair", Quantity: app.One, Amount: 13000},
	}}
	plan := app.Plan{ItemTags: []app.ItemTag{{Tag: "furniture", Words: []string{"OAK"}}, {Tag: "lamps", Words: []string{"lamp"}}}}
	got := p.InBrief(plan)
	want := []app.BoughtItem{{Item: "Oak table", Quantity: app.One}, {Item: "Oak chair", Quantity: 4 * app.One}}
	if diff := cmp.Diff(want, got.Items); diff != "" {
		t.Error(diff)
	}
	if got.More != 1 || got.Return {
		t.Errorf("more %d, return %v", got.More, got.Return)
	}
	if diff := cmp.Diff([]string{"furniture"}, got.Tags); diff != "" {
		t.Error(diff)
	}
}

func TestReturnIsWhatGivesBackOnly(t *testing.T) {
	tests := map[string]struct {
		p    app.Purchase
		want bool
	}{
		"bought":                  {app.Purchase{Lines: []app.Line{{Quantity: 1}}}, false},
		"given back":              {app.Purchase{Lines: []app.Line{{Quantity: -1}}}, true},
		"exchanged":               {app.Purchase{Lines: []app.Line{{Quantity: -1}, {Quantity: 1}}}, false},
		"a discount and a return": {app.Purchase{Lines: []app.Line{{Quantity: -1}, {Quantity: 0}}}, true},
		"a sum only":              {app.Purchase{Total: 5}, false},
		"money back only":         {app.Purchase{Total: -5}, true},
	}
	for name, tt := range tests {
		if got := tt.p.IsReturn(); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
