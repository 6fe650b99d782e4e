// Package reviewtest has a month of a made-up shop, for the tests of whatever
// shows Review.
package reviewtest

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// Zone is the shop's.
var Zone = time.FixedZone("Helsinki", 2*60*60)

// Now is when Review is looked at: Friday 20 November 2026, 10:12.
func Now() time.Time { return time.Date(2026, time.November, 20, 10, 12, 0, 0, Zone) }

// Today is the day of Now.
func Today() app.Day { return app.NewDay(2026, time.November, 20) }

// Month is the month up to Now.
func Month() review.Period {
	return review.Period{From: app.NewDay(2026, time.November, 1), To: Today() + 1}
}

// Plan is the shop's.
func Plan() app.Plan {
	p := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	p.Shop, p.Owner, p.TimeZone = "Care Co", "Jim", "Europe/Helsinki"
	return p
}

// Figures are those of a busy month.
func Figures() review.Figures {
	return review.Figures{
		Period: Month(), At: Now(), Currency: "EUR",
		Calls: review.Pair[review.Calls]{
			Now: review.Calls{Made: 91, Reached: 64, By: map[app.Disposition]int{
				app.Talked: 61, app.Declined: 3, app.NoAnswer: 20, app.LeftMessage: 5, app.WrongNumber: 2,
			}},
			Before: review.Calls{Made: 80, Reached: 52},
		},
		Coverage: review.Pair[review.Coverage]{Now: review.Coverage{Buyers: 664, Told: 252}, Before: review.Coverage{Buyers: 650, Told: 215}},
		NPS:      review.Pair[review.NPS]{Now: review.NPS{Promoters: 33, Passives: 16, Detractors: 9}, Before: review.NPS{Promoters: 20, Passives: 10, Detractors: 8}},
		CSAT:     review.Pair[review.CSAT]{Now: review.CSAT{Stars: [5]int{1, 0, 2, 6, 14}}, Before: review.CSAT{Stars: [5]int{0, 0, 1, 2, 4}}},
		Replies: review.Pair[review.Clock]{
			Now:    review.Clock{Count: 8, Waiting: 1, Late: 1, Median: 130, P90: 235, Target: 240},
			Before: review.Clock{Count: 6, Median: 160, P90: 300, Target: 240},
		},
		Fixes: review.Pair[review.Clock]{
			Now:    review.Clock{Count: 12, Waiting: 3, Median: 1010, P90: 1380, Target: 1440},
			Before: review.Clock{Count: 5, Late: 2, Median: 1500, P90: 1900, Target: 1440},
		},
		Promises: review.Pair[review.Tally]{Now: review.Tally{Kept: 17, Of: 17}, Before: review.Tally{Kept: 10, Of: 12}},
		Lag:      review.Pair[review.Lag]{Now: review.Lag{Count: 14, Median: 2, Most: 31}, Before: review.Lag{Count: 9, Median: 12, Most: 121}},
		Themes: []review.Talk{
			{Name: "delivery time", Count: 21, Before: 12, Happy: 4, Unhappy: 9},
			{Name: "quality", Count: 14, Before: 16, Happy: 10, Unhappy: 1},
			{Name: "staff", Count: 12, Before: 12, Happy: 12},
			{Name: "price", Count: 6, Before: 5, Unhappy: 2},
			{Name: "parking", Count: 3, Unhappy: 1},
		},
		Items: []review.Talk{
			{Name: "Oak table", Count: 11, Happy: 6, Unhappy: 3}, {Name: "Reading lamp", Count: 7, Happy: 5, Unhappy: 2}, {Name: "Coat rack", Count: 2, Happy: 2},
		},
		Sellers:  []review.Talk{{Name: "Anna", Count: 20, Happy: 17, Unhappy: 2}, {Name: "Pekka", Count: 9, Happy: 7}},
		Remedies: []review.Given{{Kind: app.RemedyRefund, Count: 3, Cost: []app.Money{{Minor: 18950, Currency: "EUR"}}}, {Kind: app.RemedyApology, Count: 4}},
		Thanks:   review.Thanks{Count: 5, Cost: []app.Money{{Minor: 7500, Currency: "EUR"}}},
		Outcome:  review.Outcome{Complaints: 9, Customers: 8, Kept: 5, Lost: 1, Early: 2},
		Risk:     review.Risk{Unhappy: 6, Quiet: 11, Sum: 730000},
		Standards: []review.Held{
			{Standard: app.Standard{Measure: app.MeasureAsked, Within: 15}, Tally: review.Tally{Kept: 71, Of: 100}, Before: review.Tally{Kept: 55, Of: 90}},
			{Standard: app.Standard{Measure: app.MeasureAnswered}, Tally: review.Tally{Kept: 89, Of: 100}},
			{Standard: app.Standard{Measure: app.MeasurePromises}, Tally: review.Tally{Kept: 17, Of: 17}, Before: review.Tally{Kept: 10, Of: 12}},
		},
		Praise: review.Praise{Waiting: 2, Overdue: 1},
	}
}

// Slow are the words behind "delivery time": a score each, one of them with a
// complaint that is open, one from somebody nobody knows.
func Slow() []review.Behind {
	said := func(day int, score int, words string) (app.Day, *app.Opinion) {
		d := app.NewDay(2026, time.November, day)
		return d, &app.Opinion{ID: ID(byte(day)), Said: d, Taken: d.At(12*60, Zone), Score: &score, Verbatim: words, Source: app.FromCall, Themes: []string{"delivery time"}}
	}
	one, first := said(9, 8, "The parcel took two weeks.")
	two, second := said(12, 7, "Myöhästyi, mutta soititte itse.")
	three, third := said(18, 3, "Άργησε πολύ.")
	four, fourth := said(19, 6, "Giao hàng chậm.")
	return []review.Behind{
		{Customer: ID(101), Name: "Maija Korhonen", Day: one, Opinion: first},
		{Customer: ID(102), Name: "Aino Mäkinen", Day: two, Opinion: second},
		{Customer: ID(103), Name: "Ελένη Παπαδοπούλου", Day: three, Opinion: third, Open: true},
		{Day: four, Opinion: fourth},
	}
}

// Praise are the opinions that wait to be passed on, newest first; the second
// is overdue.
func Praise() []app.Opinion {
	day := func(d int) (app.Day, time.Time) {
		on := app.NewDay(2026, time.November, d)
		return on, on.At(12*60, Zone)
	}
	one, oneAt := day(18)
	two, twoAt := day(3)
	return []app.Opinion{
		{ID: ID(201), Customer: ID(101), Said: one, Taken: oneAt, Verbatim: "Anna was so patient with us.", Praise: []string{"Anna"}},
		{ID: ID(202), Customer: ID(102), Said: two, Taken: twoAt, Verbatim: "Pekka carried it up four floors.", Praise: []string{"Pekka"}},
	}
}

// ID is a made-up ID.
func ID(n byte) app.ID { return app.ID{15: n, 0: 1} }
