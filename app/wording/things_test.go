package wording_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/wording"
)

func TestBought(t *testing.T) {
	item := func(name string, pieces app.Quantity) app.BoughtItem {
		return app.BoughtItem{Item: name, Quantity: pieces * app.One}
	}
	tests := map[string]struct {
		bought app.Bought
		want   string
	}{
		"one thing":             {app.Bought{Items: []app.BoughtItem{item("Oak table", 1)}}, "Oak table"},
		"several of one":        {app.Bought{Items: []app.BoughtItem{item("Oak chair", 4)}}, "4 × oak chair"},
		"two and more":          {app.Bought{Items: []app.BoughtItem{item("Oak table", 1), item("Oak chair", 4)}, More: 3}, "Oak table, 4 × oak chair and 3 more"},
		"as the till shouts it": {app.Bought{Items: []app.BoughtItem{item("WHITE METAL LANTERN", 6), item("RED  SCARF ", 1)}}, "6 × white metal lantern and red scarf"},
		"by weight":             {app.Bought{Items: []app.BoughtItem{{Item: "Feta cheese", Quantity: 1500}}}, "1.5 × feta cheese"},
		"a name stays a name":   {app.Bought{Items: []app.BoughtItem{item("Lamp", 2), item("Mora knife Pro", 2)}}, "2 × Lamp and 2 × Mora knife Pro"},
		"given back":            {app.Bought{Items: []app.BoughtItem{item("Coat rack", -1)}, Return: true}, "Coat rack, returned"},
		"a sum only":            {app.Bought{Total: 1200, Currency: "GBP"}, "A purchase of £12.00"},
		"nothing":               {app.Bought{}, "A purchase"},
	}
	v := english(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := v.Bought(tt.bought); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestItemName(t *testing.T) {
	for item, want := range map[string]string{
		"WHITE METAL LANTERN":                "White metal lantern",
		"WHITE HANGING HEART T-LIGHT HOLDER": "White hanging heart t-light holder",
		"SET OF 3 CAKE TINS PANTRY DESIGN ":  "Set of 3 cake tins pantry design",
		"TV STAND BLACK":                     "TV stand black",
		"LED LAMP":                           "LED lamp",
		"85123A":                             "85123A",
		"POST":                               "POST",
		"POSTAGE":                            "Postage",
		"Oak Table":                          "Oak Table",
		"iPhone CASE":                        "iPhone CASE",
		"ÄPFEL AUS SÜDTIROL":                 "Äpfel aus südtirol",
		"ΞΥΛΙΝΟ ΤΡΑΠΕΖΙ":                     "ΞΥΛΙΝΟ ΤΡΑΠΕΖΙ",
		"":                                   "",
	} {
		if got := wording.ItemName(item); got != want {
			t.Errorf("%q: got %q, want %q", item, got, want)
		}
	}
}

func TestMoney(t *testing.T) {
	tests := []struct {
		money       app.Money
		want, whole string
	}{
		{app.Money{Minor: 84000, Currency: "EUR"}, "€\u00a0840.00", "€\u00a0840"},
		{app.Money{Minor: 341049, Currency: "EUR"}, "€\u00a03,410.49", "€\u00a03,410"},
		{app.Money{Minor: 1250, Currency: "GBP"}, "£12.50", "£12"},
		{app.Money{Minor: -1250, Currency: "USD"}, "−$12.50", "−$12"},
		{app.Money{Minor: -4, Currency: "USD"}, "−$0.04", "$0"},
		{app.Money{Minor: 1200, Currency: "JPY"}, "¥1,200", "¥1,200"},
		{app.Money{Minor: 1250, Currency: "CHF"}, "CHF\u00a012.50", "CHF\u00a012"},
		{app.Money{Minor: 1250}, "12.50", "12"},
		{app.Money{Minor: 1250, Currency: "???"}, "???\u00a012.50", "???\u00a012"},
	}
	v := english(t)
	for _, tt := range tests {
		if got := v.Money(tt.money); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.money, got, tt.want)
		}
		if got := v.WholeMoney(tt.money); got != tt.whole {
			t.Errorf("%v in whole: got %q, want %q", tt.money, got, tt.whole)
		}
	}
}

func TestDaysAndHours(t *testing.T) {
	v := english(t)
	tests := []struct{ what, got, want string }{
		{"today", v.Day(today, today), "today"},
		{"yesterday", v.Day(today-1, today), "yesterday"},
		{"a week ago", v.Day(today-7, today), "13 Nov"},
		{"last year", v.Day(app.NewDay(2025, 9, 2), today), "2 Sep 2025"},
		{"no day", v.Day(0, today), ""},
		{"in full", v.DayLong(today, today), "Friday 20 November"},
		{"in full, another year", v.DayLong(app.NewDay(2025, 9, 2), today), "Tuesday 2 September 2025"},
		{"ago today", v.Ago(today, today), "today"},
		{"ago, days", v.Ago(today-9, today), "9 days ago"},
		{"ago, months", v.Ago(today-91, today), "3 months ago"},
		{"ago, years", v.Ago(today-800, today), "2 years ago"},
		{"a span of one month", v.Span(app.NewDay(2026, 11, 1), today, today), "1 – 20 Nov"},
		{"a span of last year", v.Span(app.NewDay(2025, 9, 2), app.NewDay(2025, 10, 1), today), "2 Sep 2025 – 1 Oct 2025"},
		{"a span into this year", v.Span(app.NewDay(2016, 11, 18), today, today), "18 Nov 2016 – 20 Nov 2026"},
		{"a clock", v.Clock(at(0, 9, 5)), "09:05"},
		{"a moment today", v.Moment(at(0, 15, 0), now), "15:00"},
		{"a moment elsewhere", v.Moment(at(0, 15, 0).UTC(), now), "15:00"},
		{"a moment tomorrow", v.Moment(at(1, 9, 30), now), "tomorrow 09:30"},
		{"a moment soon", v.Moment(at(4, 17, 0), now), "Tue 24 Nov, 17:00"},
		{"a moment long ago", v.Moment(time.Date(2025, 9, 2, 14, 5, 0, 0, helsinki), now), "2 Sep 2025, 14:05"},
		{"an hour of today in a sentence", v.AtMoment(at(0, 15, 0).UTC(), now), "at 15:00"},
		{"another day in a sentence", v.AtMoment(at(1, 9, 30), now), "tomorrow 09:30"},
		{"no moment in a sentence", v.AtMoment(time.Time{}, now), ""},
		{"seconds", v.Duration(45 * time.Second), "45 s"},
		{"minutes", v.Duration(4*time.Minute + 10*time.Second), "4 min"},
		{"almost an hour", v.Duration(59*time.Minute + 45*time.Second), "1 h"},
		{"hours", v.Duration(130 * time.Minute), "2 h 10 min"},
		{"days", v.Duration(72 * time.Hour), "3 days"},
		{"a clock turned back", v.Duration(-time.Minute), "0 s"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

func TestPhone(t *testing.T) {
	v := english(t)
	tests := map[string]struct {
		phone   app.Phone
		country string
		want    string
	}{
		"from abroad":                      {app.Phone{Typed: "0401234567", E164: "+358401234567"}, "GB", "+358 40 1234567"},
		"of the country":                   {app.Phone{Typed: "+442079460123", E164: "+442079460123"}, "GB", "020 7946 0123"},
		"of nobody's yet":                  {app.Phone{Typed: "07700 900123", E164: "+447700900123"}, "GB", "07700 900123"},
		"of no country":                    {app.Phone{Typed: "07700 900123", E164: "+447700900123"}, "", "+44 7700 900123"},
		"with an extension, of no country": {app.Phone{Typed: "404-555-1212 x12", Extension: "12"}, "", "404-555-1212 ext. 12"},
		"with extension":                   {app.Phone{Typed: "x", E164: "+442079460123", Extension: "12"}, "FI", "+44 20 7946 0123 ext. 12"},
		"not a number":                     {app.Phone{Typed: "ask Maija"}, "FI", "ask Maija"},
		"no number at all":                 {app.Phone{}, "FI", ""},
	}
	for name, tt := range tests {
		if got := v.Phone(tt.phone, tt.country); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestALongNumberInAnErrorHasItsThousandsApart(t *testing.T) {
	for length, want := range map[any]string{
		1_048_576:        "That is 1,048,576 letters. There is room for 2000.",
		int64(1_048_576): "That is 1,048,576 letters. There is room for 2000.",
		2026:             "That is 2026 letters. There is room for 2000.",
	} {
		err := &app.Error{Code: app.CodeInvalid, Key: "error.opinion.long", Args: app.Args{"Length": length, "Most": 2000}}
		if got := english(t).Error(err); got != want {
			t.Errorf("%v: %q", length, got)
		}
	}
}

func TestAThingIsSaidToBeSoManyLettersLong(t *testing.T) {
	for key, want := range map[string]string{
		"error.opinion.long.themes": "A theme is 92 letters long. There is room for 60.",
		"error.opinion.long.words":  "Their words are 92 letters long. There is room for 60.",
	} {
		if got := english(t).Error(&app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{"Length": 92, "Most": 60}}); got != want {
			t.Errorf("%q", got)
		}
	}
}

func TestAnErrorInTheWindowSendsNobodyToTheCommandLine(t *testing.T) {
	for _, key := range []string{"error.book.damaged", "error.book.not-a-book", "error.book.cut-off", "error.book.no-customer"} {
		err := &app.Error{Code: app.CodeDamaged, Key: key, Args: app.Args{"Path": "shop.book", "ID": "1"}}
		v := english(t)
		if got := v.Error(err); !strings.Contains(got, "`ringback ") {
			t.Errorf("at the command line no command is named: %q", got)
		}
		if got := v.InWindow().Error(err); strings.Contains(got, "`") || got == "" {
			t.Errorf("at the window: %q", got)
		}
	}
}

func TestErrors(t *testing.T) {
	v := english(t)
	day := &app.Error{Code: app.CodeInvalid, Key: "error.day.unreadable", Args: app.Args{"Day": "soon"}, Field: "day"}
	said := "“soon” is not a day. Write it as 2026-11-20."
	if got := v.Error(fmt.Errorf("log: %w", day)); got != said {
		t.Errorf("got %q", got)
	}
	if got := v.Error(errors.New("disk on fire")); got != "Something went wrong inside Ringback. Nothing was changed; please try again." {
		t.Errorf("got %q", got)
	}
	fields := app.FieldErrors{}
	fields.Add("day", "error.day.unreadable", app.Args{"Day": "soon"})
	want := map[string]string{"day": said}
	for name, err := range map[string]error{"a form": fmt.Errorf("save: %w", fields.Err()), "one field": day} {
		if diff := cmp.Diff(want, v.Fields(err)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := v.Fields(errors.New("no field")); got != nil {
		t.Errorf("got %v", got)
	}
}
