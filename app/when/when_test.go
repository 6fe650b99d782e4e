package when_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// Sunday 22 November 2026, 10:30 in Helsinki.
var (
	helsinki = mustZone("Europe/Helsinki")
	now      = time.Date(2026, 11, 22, 10, 30, 0, 0, helsinki)
)

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return zone
}

func english(t testing.TB) *when.Words {
	t.Helper()
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return when.WordsOf(catalogue.In("en"))
}

func options(t testing.TB) when.Options {
	return when.Options{Clock: func() time.Time { return now }, Zone: helsinki, Words: english(t)}
}

func show(m when.Moment) string {
	if m.Timed {
		return m.Day.String() + " " + m.Minute.String()
	}
	return m.Day.String()
}

func TestWhatPeopleTypeForTheNextCallIsRead(t *testing.T) {
	o := options(t)
	o.Lean = when.OnlyAhead
	for text, want := range map[string]string{
		"today":                     "2026-11-22",
		"Today 15:00":               "2026-11-22 15:00",
		" tomorrow ":                "2026-11-23",
		"tomorrow at 3 pm":          "2026-11-23 15:00",
		"day after tomorrow":        "2026-11-24",
		"+3d":                       "2026-11-25",
		"+ 3d":                      "",
		"3d":                        "2026-11-25",
		"in 3 days":                 "2026-11-25",
		"3 days":                    "2026-11-25",
		"+1w":                       "2026-11-29",
		"+1w 9:15":                  "2026-11-29 09:15",
		"+1m":                       "2026-12-22",
		"+1y":                       "2027-11-22",
		"+2h":                       "2026-11-22 12:30",
		"+20h":                      "2026-11-23 06:30",
		"+45min":                    "2026-11-22 11:15",
		"in 2 hours":                "2026-11-22 12:30",
		"next week":                 "2026-11-29",
		"next month":                "2026-12-22",
		"fri":                       "2026-11-27",
		"Fri.":                      "2026-11-27",
		"friday 15:00":              "2026-11-27 15:00",
		"15:00 friday":              "2026-11-27 15:00",
		"fri, 9.10":                 "2026-11-27 09:10",
		"next friday":               "2026-11-27",
		"this friday":               "2026-11-27",
		"sun":                       "2026-11-29",
		"mon":                       "2026-11-23",
		"tue 17":                    "2026-11-24 17:00",
		"tue 5pm":                   "2026-11-24 17:00",
		"15.1.":                     "2027-01-15",
		"15.1":                      "2027-01-15",
		"15. 1.":                    "2027-01-15",
		"15. 1. 2028":               "2028-01-15",
		"15.1.2027":                 "2027-01-15",
		"15.1.27":                   "2027-01-15",
		"15.1. 14:30":               "2027-01-15 14:30",
		"15.1. 14.30":               "2027-01-15 14:30",
		"22.11.":                    "2026-11-22",
		"21.11.":                    "2027-11-21",
		"29.2.":                     "2028-02-29",
		"15/1":                      "2027-01-15",
		"15/1/2027":                 "2027-01-15",
		"1/15":                      "2027-01-15",
		"2026-11-30":                "2026-11-30",
		"2026-11-30 15:00":          "2026-11-30 15:00",
		"2026-11-30T15:00":          "2026-11-30 15:00",
		"2026-11-30T12:00Z":         "",
		"2026-11-30T15:00:00+02:00": "2026-11-30 15:00",
		"2026-11-30T22:30:00Z":      "2026-12-01 00:30",
		"2026/11/30":                "2026-11-30",
		"30 nov":                    "2026-11-30",
		"30. November":              "2026-11-30",
		"nov 30":                    "2026-11-30",
		"Nov 30th, 2027":            "2027-11-30",
		"30th of november":          "2026-11-30",
		"30 nov 15:00":              "2026-11-30 15:00",
		"30 nov 15":                 "2026-11-30 15:00",
		"Fri 27 Nov 2026":           "2026-11-27",
		"30.":                       "2026-11-30",
		"the 5th":                   "2026-12-05",
		"31.":                       "2026-12-31",
		"11:30":                     "2026-11-22 11:30",
		"11.30":                     "2026-11-22 11:30",
		"9:00":                      "2026-11-23 09:00",
		"10:30":                     "2026-11-23 10:30",
		"3pm":                       "2026-11-22 15:00",
		"3 p.m.":                    "2026-11-22 15:00",
		"3:45 PM":                   "2026-11-22 15:45",
		"12pm":                      "2026-11-22 12:00",
		"12am":                      "2026-11-23 00:00",
		"15h":                       "2026-11-22 15:00",
		"15h20":                     "2026-11-22 15:20",
		"noon":                      "2026-11-22 12:00",
		"fri noon":                  "2026-11-27 12:00",
		"24:00":                     "2026-11-23 00:00",
	} {
		m, err := when.Parse(text, o)
		got := ""
		if err == nil {
			got = show(m)
		}
		if got != want {
			t.Errorf("%q is read as %q (%v), want %q", text, got, err, want)
		}
	}
}

func TestWhatPeopleTypeForAPurchaseLiesBehind(t *testing.T) {
	o := options(t)
	o.Lean = when.OnlyBehind
	for text, want := range map[string]string{
		"today":                "2026-11-22",
		"yesterday":            "2026-11-21",
		"day before yesterday": "2026-11-20",
		"fri":                  "2026-11-20",
		"last fri":             "2026-11-20",
		"sun":                  "2026-11-15",
		"sat":                  "2026-11-21",
		"3 days ago":           "2026-11-19",
		"-3d":                  "2026-11-19",
		"-1m":                  "2026-10-22",
		"last week":            "2026-11-15",
		"24.12.":               "2025-12-24",
		"24 dec":               "2025-12-24",
		"22/11":                "2026-11-22",
		"25.":                  "2026-10-25",
		"31.":                  "2026-10-31",
		"29.2.":                "2024-02-29",
		"1.2.98":               "1998-02-01",
		"9:00":                 "2026-11-22 09:00",
		"15:00":                "2026-11-21 15:00",
	} {
		m, err := when.Parse(text, o)
		if err != nil || show(m) != want {
			t.Errorf("%q is read as %q (%v), want %q", text, show(m), err, want)
		}
	}
}

func TestADateWithStrokesFollowsTheOrderOfTheCountry(t *testing.T) {
	o := options(t)
	for _, c := range []struct {
		locale, text, want string
	}{
		{"en_GB.UTF-8", "3/4", "2027-04-03"},
		{"en_US.UTF-8", "3/4", "2027-03-04"},
		{"en-US", "3/4/2027", "2027-03-04"},
		{"en-US", "25/4", "2027-04-25"},
		{"en-US", "3.4.", "2027-04-03"},
		{"de", "3/4", "2027-04-03"},
		{"C", "3/4", "2027-04-03"},
		{"", "3-4-2027", "2027-04-03"},
	} {
		o.Order = when.OrderOf(c.locale)
		m, err := when.Parse(c.text, o)
		if err != nil || show(m) != c.want {
			t.Errorf("%q in %q is read as %q (%v), want %q", c.text, c.locale, show(m), err, c.want)
		}
	}
}

func TestWhatCannotBeReadIsToldApart(t *testing.T) {
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                        "error.when.empty",
		"   ":                     "error.when.empty",
		"soon":                    "error.when.unreadable",
		"tomorow":                 "error.when.unreadable",
		"at":                      "error.when.unreadable",
		"nov":                     "error.when.unreadable",
		"+3":                      "error.when.unreadable",
		"3 foo":                   "error.when.number",
		"17":                      "error.when.number",
		"31.2.":                   "error.when.none",
		"2026-13-01":              "error.when.none",
		"2026-02-29":              "error.when.none",
		"0.":                      "error.when.none",
		"45/45":                   "error.when.none",
		"25:00":                   "error.when.time",
		"12:60":                   "error.when.time",
		"13pm":                    "error.when.time",
		"fri 25":                  "error.when.time",
		"tomorrow fri":            "error.when.weekday",
		"fri sat":                 "error.when.two-days",
		"tomorrow +3d":            "error.when.two-days",
		"15:00 16:00":             "error.when.two-times",
		"Fri 26 Nov 2026":         "error.when.weekday",
		"yesterday":               "error.when.past",
		"2025-01-01":              "error.when.past",
		"today 10:00":             "error.when.past",
		"+99999d":                 "error.when.far",
		"9999-01-01":              "error.when.far",
		"+9999999d":               "error.when.unreadable",
		strings.Repeat("1.", 200): "error.when.unreadable",
	} {
		o := options(t)
		o.Lean = when.OnlyAhead
		m, err := when.Parse(text, o)
		var e *app.Error
		if !errors.As(err, &e) || e.Key != want || e.Code != app.CodeInvalid {
			t.Errorf("%q gives %v, %v; want %s", text, show(m), err, want)
		}
		if said := catalogue.In("en").Error(err); said == want || strings.Contains(said, "<no value>") {
			t.Errorf("%s says %q", want, said)
		}
	}
}

func TestADayToComeIsNoDayOfPurchase(t *testing.T) {
	o := options(t)
	o.Lean = when.OnlyBehind
	for _, text := range []string{"tomorrow", "2027-01-01", "today 11:00"} {
		_, err := when.Parse(text, o)
		var e *app.Error
		if !errors.As(err, &e) || e.Key != "error.when.ahead" {
			t.Errorf("%q gives %v", text, err)
		}
	}
}

func TestALeaningAloneRefusesNothing(t *testing.T) {
	o := options(t)
	for _, lean := range []when.Lean{when.Ahead, when.Behind} {
		o.Lean = lean
		for _, text := range []string{"yesterday", "tomorrow"} {
			if _, err := when.Parse(text, o); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
	}
}

func TestAnHourAloneIsRead(t *testing.T) {
	words := english(t)
	for text, want := range map[string]string{
		"9": "09:00", "9:30": "09:30", "9.30": "09:30", "15.10": "15:10", "at 3pm": "15:00",
		"3:15 pm": "15:15", "noon": "12:00", "17h": "17:00", "24:00": "24:00", "0": "00:00",
	} {
		if got, err := when.ParseHour(text, words); err != nil || got.String() != want {
			t.Errorf("%q is read as %s (%v), want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "fri", "fri 9", "25", "9:60", "today 9", "soon", "+2h", "9 10", "15.1."} {
		_, err := when.ParseHour(text, words)
		var e *app.Error
		if !errors.As(err, &e) || e.Key != "error.when.hour" {
			t.Errorf("%q gives %v", text, err)
		}
	}
}

func TestAMomentIsTakenInAZone(t *testing.T) {
	// Clocks in Helsinki spring from 03:00 to 04:00 on 28 March 2027.
	gap := when.Moment{Day: app.NewDay(2027, 3, 28), Minute: 3*60 + 30, Timed: true}
	if got := gap.In(helsinki); got.Sub(time.Date(2027, 3, 28, 0, 0, 0, 0, helsinki)) < 3*time.Hour || app.DayOf(got) != gap.Day {
		t.Errorf("an hour that the clock skips becomes %v", got)
	}
	day := when.Moment{Day: app.NewDay(2027, 3, 28)}
	if got := day.In(helsinki); !got.Equal(time.Date(2027, 3, 28, 0, 0, 0, 0, helsinki)) {
		t.Errorf("a day begins at %v", got)
	}
}

// finnish stands for any other language.
type finnish map[string]string

func (f finnish) Say(key string, _ app.Args) string { return f[key] }

func TestAnotherLanguageNeedsOnlyItsWords(t *testing.T) {
	o := options(t)
	o.Words = when.WordsOf(finnish{
		"when.word.tomorrow": "huomenna", "when.word.after-tomorrow": "ylihuomenna",
		"when.word.friday": "perjantai, perjantaina, pe", "when.word.days": "päivä, päivää, pv",
		"when.word.january": "tammikuu, tammikuuta", "when.word.filler": "klo",
	})
	for text, want := range map[string]string{
		"huomenna klo 15":     "2026-11-23 15:00",
		"YLIHUOMENNA":         "2026-11-24",
		"pe klo 9.30":         "2026-11-27 09:30",
		"perjantaina":         "2026-11-27",
		"+3 pv":               "2026-11-25",
		"+3d":                 "2026-11-25",
		"15. tammikuuta 2027": "2027-01-15",
	} {
		m, err := when.Parse(text, o)
		if err != nil || show(m) != want {
			t.Errorf("%q is read as %q (%v), want %q", text, show(m), err, want)
		}
	}
}

func TestNoWordHasTwoMeanings(t *testing.T) {
	files := assets.Translations()
	text, err := fs.ReadFile(files, "when.en.json")
	if err != nil {
		t.Fatal(err)
	}
	var sentences map[string]string
	if err := json.Unmarshal(text, &sentences); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]string)
	words := 0
	for key, list := range sentences {
		if !strings.HasPrefix(key, "when.word.") {
			continue
		}
		for word := range strings.SplitSeq(list, ",") {
			word = strings.TrimSpace(word)
			if other, ok := seen[word]; ok {
				t.Errorf("%q is both %s and %s", word, key, other)
			}
			seen[word] = key
			words++
		}
	}
	if words < 60 {
		t.Errorf("only %d words", words)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"tomorrow 3pm", "+3d", "15.1.2027", "fri 17", "20th of nov", "2026-11-20T15:00:00Z", "15h30", "-1m", "1/15", "24:00"} {
		f.Add(seed, uint8(0), false)
	}
	o := options(f)
	f.Fuzz(func(t *testing.T, text string, lean uint8, monthFirst bool) {
		o := o
		o.Lean = when.Lean(lean % 4)
		if monthFirst {
			o.Order = when.MonthFirst
		}
		m, err := when.Parse(text, o)
		if err != nil {
			var e *app.Error
			if !errors.As(err, &e) || !strings.HasPrefix(e.Key, "error.when.") {
				t.Fatalf("%q gives an error that is no sentence: %v", text, err)
			}
			return
		}
		if m.Day < 1 || m.Minute < 0 || m.Minute >= 24*60 || !m.Timed && m.Minute != 0 {
			t.Fatalf("%q gives %+v", text, m)
		}
		again, err := when.Parse(show(m), o)
		if err != nil || again != m {
			t.Fatalf("%q gives %s, which gives %s (%v)", text, show(m), show(again), err)
		}
	})
}
