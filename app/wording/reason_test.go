package wording_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func catalogue(t testing.TB) *wording.Catalogue {
	t.Helper()
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func english(t testing.TB) *wording.Voice { return catalogue(t).In("en") }

// The moment of the tests: a Friday.
var (
	helsinki = mustLoad("Europe/Helsinki")
	now      = time.Date(2026, time.November, 20, 10, 12, 0, 0, helsinki)
	shop     = app.Plan{TimeZone: "Europe/Helsinki", Open: app.OpeningHours{time.Monday: {{From: 9 * 60, To: 17 * 60}}}}
	today    = app.DayOf(now)
)

func mustLoad(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return zone
}

func at(days, hour, minute int) time.Time {
	return time.Date(2026, time.November, 20+days, hour, minute, 0, 0, helsinki)
}

var oak = &app.Bought{Day: today - 9, Items: []app.BoughtItem{
	{Item: "Oak table", Quantity: app.One},
	{Item: "Oak chair", Quantity: 4 * app.One},
}}

func TestReasonsReadAsAPersonWouldSayThem(t *testing.T) {
	tests := map[string]struct {
		reason   calllist.Reason
		sentence string
		pill     string
		mood     wording.Mood
	}{
		"promised by an hour today": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 15, 0), By: at(0, 15, 0)},
			"You promised to call by 15:00.", "15:00", wording.MoodSoon,
		},
		"promised by an hour to somebody with another clock": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 15, 0), By: at(0, 15, 0), Zone: "Europe/London"},
			"You promised to call by 15:00 (13:00 there).", "15:00", wording.MoodSoon,
		},
		"asked for an hour that is another day there": {
			calllist.Reason{Kind: app.CallAgain, Asked: true, Due: at(0, 19, 0), By: at(0, 19, 0), Zone: "Asia/Tokyo"},
			"They asked to be called at 19:00 (Sat 02:00 there).", "19:00", wording.MoodSoon,
		},
		"asked for an hour of another day": {
			calllist.Reason{Kind: app.CallAgain, Asked: true, Due: at(1, 15, 0), By: at(1, 15, 0), Zone: "Europe/London"},
			"They asked to be called tomorrow at 15:00 (13:00 there).", "tomorrow 15:00", wording.MoodPlain,
		},
		"promised by an hour, and late": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 8, 0), By: at(0, 8, 0), Late: true, Promise: "tell her when the sofa comes"},
			"You promised to call by 08:00. Tell her when the sofa comes.", "2 h late", wording.MoodLate,
		},
		"promised in several lines": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 8, 0), By: at(0, 8, 0), Late: true, Promise: "tell her when the sofa comes\n\n- bring a sample.\nask for Bo\n"},
			"You promised to call by 08:00. Tell her when the sofa comes, - bring a sample. ask for Bo.", "2 h late", wording.MoodLate,
		},
		"promised about a complaint that was put right, or is over": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 8, 0), By: at(0, 8, 0), Late: true, Promise: "send the lamp.", Owed: true},
			"Send the lamp: you promised that by 08:00. It is not kept yet.", "2 h late", wording.MoodLate,
		},
		"promised for yesterday at an hour": {
			calllist.Reason{Kind: app.Promised, Due: at(-1, 15, 0), By: at(-1, 15, 0), Late: true},
			"You promised to call by yesterday 15:00.", "19 h late", wording.MoodLate,
		},
		"promised for today": {
			calllist.Reason{Kind: app.Promised, Due: at(0, 0, 0)},
			"You promised to call today.", "", wording.MoodNone,
		},
		"promised for a day gone by": {
			calllist.Reason{Kind: app.Promised, Due: at(-3, 0, 0), Late: true},
			"You promised to call on Tuesday.", "3 days late", wording.MoodLate,
		},
		"a complaint nobody answered": {
			calllist.Reason{Kind: app.Complained, Due: at(0, 9, 0), By: at(0, 11, 30), Wrong: "Lamp arrived broken."},
			"Lamp arrived broken; first reply due by 11:30.", "by 11:30", wording.MoodSoon,
		},
		"a complaint answered late": {
			calllist.Reason{Kind: app.Complained, By: at(0, 9, 42), Wrong: "Lamp arrived broken", Late: true, Over: 30 * time.Minute},
			"Lamp arrived broken; first reply was due by 09:42.", "30 min late", wording.MoodLate,
		},
		"a complaint opened again": {
			calllist.Reason{Kind: app.Complained, By: at(0, 12, 6), Wrong: "Lamp flickers", Again: true, ForOwner: true},
			"Lamp flickers; first reply due by 12:06. It was not put right after all. The owner must call.", "by 12:06", wording.MoodSoon,
		},
		"a complaint to be fixed next week": {
			calllist.Reason{Kind: app.Complained, By: at(4, 17, 0), Wrong: "Lamp arrived broken", Answered: true},
			"Lamp arrived broken; to be put right by Tue 24 Nov, 17:00.", "by Tue", wording.MoodPlain,
		},
		"a complaint with a promise": {
			calllist.Reason{Kind: app.Complained, By: at(1, 17, 0), Wrong: "One chair wobbles", Answered: true, Promise: "swap the chair"},
			"One chair wobbles. You promised: swap the chair, by tomorrow 17:00.", "by tomorrow", wording.MoodPlain,
		},
		"a complaint that is a question": {
			calllist.Reason{Kind: app.Complained, By: at(1, 17, 0), Wrong: "Why is it broken?", Answered: true, Promise: "A new one!"},
			"Why is it broken? You promised: A new one, by tomorrow 17:00.", "by tomorrow", wording.MoodPlain,
		},
		"a complaint that cries": {
			calllist.Reason{Kind: app.Complained, Due: at(0, 9, 0), By: at(0, 11, 30), Wrong: "Broken again!"},
			"Broken again! – first reply due by 11:30.", "by 11:30", wording.MoodSoon,
		},
		"a Greek question to check": {
			calllist.Reason{Kind: app.CheckFix, Due: at(0, 0, 0), Wrong: "Γιατί έσπασε;"},
			"Γιατί έσπασε; – it has been put right. Did it work?", "", wording.MoodNone,
		},
		"a promise that is ahead, past the shop's own target": {
			calllist.Reason{Kind: app.Complained, Wrong: "It wobbles", Answered: true, Promise: "A new leg", By: at(0, 17, 0), Late: true, Over: 3 * time.Hour},
			"It wobbles. You promised: A new leg, by 17:00.", "3 h late", wording.MoodLate,
		},
		"a complaint without words": {
			calllist.Reason{Kind: app.Complained, By: at(0, 17, 0)},
			"Something to put right; first reply due by 17:00.", "by 17:00", wording.MoodSoon,
		},
		"a fix to check": {
			calllist.Reason{Kind: app.CheckFix, Due: at(0, 0, 0), Wrong: "One chair wobbles"},
			"One chair wobbles; it has been put right. Did it work?", "", wording.MoodNone,
		},
		"asked to be called at an hour": {
			calllist.Reason{Kind: app.CallAgain, Asked: true, Due: at(0, 14, 0)},
			"They asked to be called at 14:00.", "14:00", wording.MoodSoon,
		},
		"asked to be called on a day": {
			calllist.Reason{Kind: app.CallAgain, Asked: true, Due: at(0, 0, 0), Promise: "after work"},
			"They asked to be called today. After work.", "", wording.MoodNone,
		},
		"asked to be called yesterday": {
			calllist.Reason{Kind: app.CallAgain, Asked: true, Due: at(-1, 14, 0), Late: true},
			"They asked to be called yesterday at 14:00.", "20 h late", wording.MoodLate,
		},
		"nobody answered": {
			calllist.Reason{Kind: app.CallAgain, Due: at(0, 14, 0), Tries: 1, LastTry: at(-1, 9, 0), LastWas: app.NoAnswer},
			"No answer yesterday morning.", "14:00", wording.MoodPlain,
		},
		"nobody answered twice": {
			calllist.Reason{Kind: app.CallAgain, Due: at(0, 9, 0), Tries: 2, LastTry: at(-2, 15, 0)},
			"No answer on Wednesday afternoon. 2 tries so far.", "", wording.MoodNone,
		},
		"on to the other number": {
			calllist.Reason{Kind: app.CallAgain, Due: at(0, 9, 0), Tries: 3, LastTry: at(-8, 15, 0), LastWas: app.Busy, Other: true},
			"Busy on 12 Nov. Now the other number.", "", wording.MoodNone,
		},
		"bought nine days ago": {
			calllist.Reason{Kind: app.AfterPurchase, Bought: oak, Days: 9, Closes: at(6, 0, 0)},
			"Oak table and 4 × oak chair, 9 days ago. Nobody has asked yet.", "", wording.MoodNone,
		},
		"they were heard since": {
			calllist.Reason{Kind: app.AfterPurchase, Bought: oak, Days: 9, Heard: at(-2, 15, 0)},
			"Oak table and 4 × oak chair, 9 days ago. We last heard from them on Wednesday.", "", wording.MoodNone,
		},
		"the window closes soon": {
			calllist.Reason{Kind: app.AfterPurchase, Bought: oak, Days: 11, Closes: at(4, 0, 0)},
			"Oak table and 4 × oak chair, 9 days ago. Nobody has asked yet.", "4 days left", wording.MoodPlain,
		},
		"the window closes tonight": {
			calllist.Reason{Kind: app.AfterPurchase, Bought: oak, Days: 14, Closes: at(1, 0, 0)},
			"Oak table and 4 × oak chair, 9 days ago. Nobody has asked yet.", "last day", wording.MoodSoon,
		},
		"gone quiet": {
			calllist.Reason{Kind: app.GoingQuiet, Gap: 35, Days: 80},
			"Bought every 5 weeks; nothing for 11.", "", wording.MoodNone,
		},
		"gone quiet after every week": {
			calllist.Reason{Kind: app.GoingQuiet, Gap: 7, Days: 31},
			"Bought every 7 days; nothing for 31.", "", wording.MoodNone,
		},
		"gone quiet after every day": {
			calllist.Reason{Kind: app.GoingQuiet, Gap: 1, Days: 31},
			"Bought every day; nothing for 31 days.", "", wording.MoodNone,
		},
		"gone quiet after a season": {
			calllist.Reason{Kind: app.GoingQuiet, Gap: 90, Days: 215},
			"Bought every 3 months; nothing for 7.", "", wording.MoodNone,
		},
		"gone quiet by the shop's rhythm": {
			calllist.Reason{Kind: app.GoingQuiet, Days: 61},
			"They bought nothing for 8 weeks; most come back sooner.", "", wording.MoodNone,
		},
		"never asked": {
			calllist.Reason{Kind: app.NeverAsked, Bought: &app.Bought{Day: today - 150, Items: oak.Items[:1], More: 2}},
			"Oak table and 2 more, 5 months ago. They have never told us anything.", "", wording.MoodNone,
		},
		"praise": {
			calllist.Reason{Kind: app.Thank, Thank: calllist.ThankPraise, Staff: []string{"Anna", "Ben", "Carla"}},
			"Praised Anna, Ben and Carla. Say thank you.", "", wording.MoodNone,
		},
		"leave to quote": {
			calllist.Reason{Kind: app.Thank, Thank: calllist.ThankQuote},
			"Let us quote their words. Say thank you.", "", wording.MoodNone,
		},
		"a round number of purchases": {
			calllist.Reason{Kind: app.Thank, Thank: calllist.ThankPurchases, Count: 25},
			"25 purchases by now. Say thank you.", "", wording.MoodNone,
		},
		"a year": {
			calllist.Reason{Kind: app.Thank, Thank: calllist.ThankYears, Count: 1},
			"A customer for 1 year. Say thank you.", "", wording.MoodNone,
		},
	}
	v := english(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := v.Reason(tt.reason, now, helsinki); got != tt.sentence {
				t.Errorf("\n got %q\nwant %q", got, tt.sentence)
			}
			if got := v.Pill(tt.reason, now, shop); got != (wording.Pill{Text: tt.pill, Mood: tt.mood}) {
				t.Errorf("pill %+v, want %q %v", got, tt.pill, tt.mood)
			}
		})
	}
}

func TestBecause(t *testing.T) {
	tests := map[string]struct {
		because calllist.Because
		want    string
	}{
		"archived":                     {calllist.Because{Guard: calllist.GuardArchived}, "They are archived and are not called any more."},
		"do not call":                  {calllist.Because{Guard: calllist.GuardDoNotCall, Refusal: app.DoNotCall{Purpose: app.PurposeAny}}, "They asked not to be called."},
		"do not call, with all":        {calllist.Because{Guard: calllist.GuardDoNotCall, Refusal: app.DoNotCall{Purpose: app.PurposeMarketing, Reason: "too busy.", Since: app.NewDay(2025, 9, 2)}}, "They do not want calls to win them back, since 2 Sep 2025: too busy."},
		"no number":                    {calllist.Because{Guard: calllist.GuardNoNumber}, "There is no number that can be dialled."},
		"out of attempts":              {calllist.Because{Guard: calllist.GuardAttempts, Tries: 6, Until: at(60, 9, 0)}, "They could not be reached in 6 tries; they rest until 19 Jan 2027."},
		"out of attempts until today":  {calllist.Because{Guard: calllist.GuardAttempts, Tries: 6, Until: at(0, 16, 40)}, "They could not be reached in 6 tries; they rest until 16:40 today."},
		"called, and rests till today": {calllist.Because{Guard: calllist.GuardCooldown, Since: at(-14, 16, 40), Until: at(0, 16, 40), Days: 14}, "They were called on 6 Nov; you leave 14 days between calls, until 16:40 today."},
		"no calls on the day":          {calllist.Because{Guard: calllist.GuardQuiet, AllDay: true, Until: at(1, 9, 0)}, "Nobody is called on Friday; from tomorrow 09:00 on they can be."},
		"no calls on any day":          {calllist.Because{Guard: calllist.GuardQuiet, AllDay: true}, "Nobody is called on Friday."},
		"out of attempts for good":     {calllist.Because{Guard: calllist.GuardAttempts, Tries: 1}, "They could not be reached in 1 try."},
		"called a short while ago":     {calllist.Because{Guard: calllist.GuardCooldown, Since: at(-2, 9, 0), Until: at(12, 0, 0), Days: 14}, "They were called on Wednesday; you leave 14 days between calls, until 2 Dec."},
		"tried a short while ago":      {calllist.Because{Guard: calllist.GuardCooldown, Again: calllist.AgainTried, Since: at(0, 9, 0), Until: at(1, 12, 0), Days: 14}, "They were called today; they are tried again from tomorrow 12:00 on."},
		"a call by another clock":      {calllist.Because{Guard: calllist.GuardCooldown, Again: calllist.AgainAgreed, Since: at(0, 9, 0), Until: at(1, 15, 0), Days: 14, Zone: "Europe/London"}, "They were called today; the next call is agreed for tomorrow 15:00 (13:00 there)."},
		"a call is agreed on":          {calllist.Because{Guard: calllist.GuardCooldown, Again: calllist.AgainAgreed, Since: at(0, 9, 0), Until: at(1, 0, 0), Days: 14}, "They were called today; the next call is agreed for tomorrow."},
		"quiet hours here":             {calllist.Because{Guard: calllist.GuardQuiet, Until: at(1, 9, 0)}, "Nobody is called at this hour; from tomorrow 09:00 on they can be."},
		"quiet hours there":            {calllist.Because{Guard: calllist.GuardQuiet, Until: at(0, 16, 0), Zone: "America/New_York"}, "It is Friday 03:12 in New York; by your clock they can be called from 16:00 on."},
		"quiet hours so far from UTC":  {calllist.Because{Guard: calllist.GuardQuiet, Until: at(0, 16, 0), Zone: "-05:00"}, "It is Friday 03:12 where they are; by your clock they can be called from 16:00 on."},
		"quiet hours in the same zone": {calllist.Because{Guard: calllist.GuardQuiet, Until: at(0, 16, 0), Zone: "Europe/Athens"}, "Nobody is called at this hour; from 16:00 on they can be."},
		"the list is full":             {calllist.Because{Guard: calllist.GuardFull}, "Today’s list is full."},
	}
	v := english(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := v.Because(tt.because, now, helsinki); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestQuietHoursOfTheShop(t *testing.T) {
	v, nine, eight := english(t), app.Minute(9*60), app.Minute(20*60)
	tests := map[string]struct {
		calling app.CallingHours
		want    string
	}{
		"people are called":  {app.CallingHours{From: nine, To: eight, Days: app.Week}, ""},
		"not yet":            {app.CallingHours{From: eight, To: eight + 60, Days: app.Week}, "Nobody is called at this hour; from 20:00 on they can be."},
		"not on that day":    {app.CallingHours{From: nine, To: eight, Days: app.DaysOf(time.Monday)}, "Nobody is called on Friday; from Mon 23 Nov, 09:00 on they can be."},
		"not on any day":     {app.CallingHours{From: nine, To: eight}, "Nobody is called on Friday."},
		"not at any hour":    {app.CallingHours{Days: app.Week}, "Nobody is called at this hour."},
		"not any more today": {app.CallingHours{From: 60, To: 120, Days: app.Week}, "Nobody is called at this hour; from tomorrow 01:00 on they can be."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := v.Quiet(tt.calling, now); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestEveryKindAndGuardHasAName(t *testing.T) {
	v := english(t)
	for _, k := range app.ReasonKinds() {
		if got := v.Kind(k); got == "" || got == "kind."+k.String() {
			t.Errorf("kind %v: %q", k, got)
		}
	}
	for _, g := range []calllist.Guard{
		calllist.GuardArchived, calllist.GuardDoNotCall, calllist.GuardNoNumber, calllist.GuardAttempts,
		calllist.GuardCooldown, calllist.GuardQuiet, calllist.GuardFull,
	} {
		if got := v.Guard(g); got == "because.group."+string(g) {
			t.Errorf("guard %s has no name", g)
		}
	}
	for _, d := range app.Dispositions() {
		if got := v.Disposition(d); got == "disposition."+string(d) {
			t.Errorf("disposition %s has no name", d)
		}
	}
}

func BenchmarkFiftyReasons(b *testing.B) {
	v := english(b)
	r := calllist.Reason{Kind: app.AfterPurchase, Bought: oak, Days: 11, Closes: at(4, 0, 0)}
	for b.Loop() {
		for range 50 {
			v.Reason(r, now, helsinki)
			v.Pill(r, now, shop)
		}
	}
}
