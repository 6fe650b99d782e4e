package inwords_test

import (
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/app/review/reviewtest"
	"ringback.app/app/review/reviewtest/recount"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func words(t *testing.T, change func(*review.Figures)) *inwords.Words {
	t.Helper()
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	f := reviewtest.Figures()
	if change != nil {
		change(&f)
	}
	return inwords.Of(f, reviewtest.Plan(), sentences.In("en"))
}

// flat writes what a figure says on one line.
func flat(f inwords.Figure) string {
	var there []string
	for _, s := range []string{f.Label, f.Value, f.Of, f.Note, f.Late} {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, " | ")
}

func TestTheTilesSayWhatTheFiguresAre(t *testing.T) {
	want := []string{
		"Reached | 64 | of 91 calls | 12 more than before",
		"Have told us anything | 38 % | 5 points up · 412 silent",
		"NPS | +41 | 58 answers · before: +32",
		"First reply | 2 h 10 | median | 1 late of 9",
		"At risk a year | € 7,300 | 6 unhappy, 11 quiet",
	}
	for i, tile := range words(t, nil).Tiles() {
		if got := strings.ReplaceAll(flat(tile), "\u00a0", " "); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

func TestTooFewAnswersGiveNoPercentage(t *testing.T) {
	w := words(t, func(f *review.Figures) {
		f.NPS = review.Pair[review.NPS]{Now: review.NPS{Promoters: 5, Detractors: 2}}
		f.CSAT = review.Pair[review.CSAT]{Now: review.CSAT{Stars: [5]int{0, 0, 1, 3, 5}}}
		f.Coverage = review.Pair[review.Coverage]{Now: review.Coverage{Buyers: 9, Told: 3}}
		f.Standards = []review.Held{{Standard: app.Standard{Measure: app.MeasureFixed}, Tally: review.Tally{Kept: 2, Of: 7}}}
	})
	said := []string{flat(w.Tiles()[1]), flat(w.Tiles()[2]), w.Satisfied(), flat(w.Held()[0])}
	for _, f := range w.Scores() {
		said = append(said, flat(f))
	}
	all := strings.ReplaceAll(strings.Join(said, "\n"), "\u00a0", " ")
	if strings.Contains(all, "%") || strings.Contains(all, "+43") {
		t.Errorf("a percentage of too few:\n%s", all)
	}
	for _, part := range []string{"3 of 9", "7 answers: too few to say", "9 answers: too few to say", "Complaints put right within 3 shop days | 2 of 7"} {
		if !strings.Contains(all, part) {
			t.Errorf("%q is not in\n%s", part, all)
		}
	}
}

func TestAShopThatAsksForStarsSeesThemAmongTheTiles(t *testing.T) {
	w := words(t, func(f *review.Figures) { f.NPS = review.Pair[review.NPS]{} })
	if got := strings.ReplaceAll(flat(w.Tiles()[2]), "\u00a0", " "); got != "Gave 4 or 5 stars | 87 % | 23 answers" {
		t.Error(got)
	}
}

func TestWhatWasNotAskedOfAnybodyIsNeitherHeldNorMissed(t *testing.T) {
	w := words(t, func(f *review.Figures) {
		f.Standards, f.Promises = f.Standards[:1], review.Pair[review.Tally]{}
		f.Standards[0].Tally = review.Tally{}
	})
	for _, f := range []inwords.Figure{w.Held()[0], w.PuttingRight()[2]} {
		if f.Value != "–" || f.Mood != inwords.Plain || f.Note == "" {
			t.Errorf("%+v", f)
		}
	}
}

func TestThemesCarryTheirChange(t *testing.T) {
	want := []string{"21 +9", "14 –2", "12 =", "6 +1", "3 new"}
	for i, b := range words(t, nil).Talk() {
		if got := b.Number + " " + b.Change; got != want[i] {
			t.Errorf("%s: got %s, want %s", b.Name, got, want[i])
		}
	}
}

func TestItemsAreNamedAsEverywhereElse(t *testing.T) {
	w := words(t, func(f *review.Figures) {
		f.Items = []review.Talk{{Name: "60 CAKE CASES DOLLY GIRL DESIGN", Count: 2}}
		f.Sellers = []review.Talk{{Name: "MIA KORHONEN", Count: 2}}
	})
	bar := w.ByItem()[0]
	if bar.Name != "60 cake cases dolly girl design" || bar.Question.Name != "60 CAKE CASES DOLLY GIRL DESIGN" {
		t.Errorf("%+v", bar)
	}
	if name := w.BySeller()[0].Name; name != "MIA KORHONEN" {
		t.Errorf("sold by %q", name)
	}
}

func TestClocksSayHowLongAndHowManyWereLate(t *testing.T) {
	want := []string{
		"First reply to a complaint (aim: 4 h) | 2 h 10 | median of 8 · 1 still waits · before: 2 h 40 | 1 late of 9",
		"Put right (aim: 3 shop days) | 2 shop days 1 h | median of 12 · nine in ten within 2 shop days 7 h · 3 still wait · none late · before: 3 shop days 1 h",
		"Promises kept by their hour | 17 of 17 | before: 83 %",
		"From written to read | 2 days | median of 14 written opinions · the longest lay 31 days · before: 12 days",
	}
	for i, f := range words(t, nil).PuttingRight() {
		if got := strings.ReplaceAll(flat(f), "\u00a0", " "); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

func TestSayingsNameWhoSaidThemAndWhen(t *testing.T) {
	w := words(t, nil)
	value := review.Behind{Name: "Jan Nowak", Value: 84000, What: "Oak table"}
	long := review.Behind{Name: "A", Opinion: &app.Opinion{Verbatim: strings.Repeat("ü", 1<<20)}}
	tests := map[string]struct {
		behind review.Behind
		words  string
		who    string
		pill   string
		about  review.About
	}{
		"a score":            {reviewtest.Slow()[0], "“The parcel took two weeks.”", "Maija Korhonen · 9 Nov · 8", "", ""},
		"an open complaint":  {reviewtest.Slow()[2], "“Άργησε πολύ.”", "Ελένη Παπαδοπούλου · 18 Nov · 3", "open", ""},
		"nobody knows whose": {reviewtest.Slow()[3], "“Giao hàng chậm.”", "Nobody knows whose · yesterday · 6", "", ""},
		"somebody at risk":   {value, "Oak table", "Jan Nowak · € 840 a year", "", review.AboutUnhappy},
		"a megabyte":         {long, "“" + strings.Repeat("ü", 400) + "…”", "A", "", ""},
		"a call": {
			review.Behind{Name: "A", Day: reviewtest.Today(), Call: &app.Call{Disposition: app.NoAnswer, Notes: " rang long "}},
			"rang long", "A · today · No answer", "", review.AboutCalls,
		},
		"a reply that took a while": {
			review.Behind{Name: "A", Complaint: &app.Complaint{Wrong: "broken"}, Clock: true, Took: 130, Late: true},
			"“broken”", "A · after 2 h 10", "late", review.AboutReplies,
		},
		"a reply at once": {
			review.Behind{Name: "A", Complaint: &app.Complaint{Wrong: "broken"}, Clock: true},
			"“broken”", "A · after 0 min", "", review.AboutReplies,
		},
		"a fix that waits": {
			review.Behind{Name: "A", Complaint: &app.Complaint{Wrong: "broken"}, Clock: true, Runs: true, Took: 60},
			"“broken”", "A · 1 h so far", "", review.AboutFixes,
		},
		"the words of somebody at risk": {
			review.Behind{Name: "A", Opinion: &app.Opinion{Verbatim: "Slow."}, What: "Oak table", Value: 84000},
			"“Slow.”", "A · Oak table · € 840 a year", "", review.AboutUnhappy,
		},
		"a promise that was kept": {
			review.Behind{Name: "A", Complaint: &app.Complaint{Wrong: "broken"}, What: "A new lamp", State: review.PromiseKept},
			"“broken”", "A · A new lamp", "kept", review.AboutPromises,
		},
		"a promise that was kept too late": {
			review.Behind{Name: "A", What: "A new lamp", State: review.PromiseBroken}, "A new lamp", "A", "kept too late", review.AboutPromises,
		},
		"a promise that was not kept": {
			review.Behind{Name: "A", What: "A new lamp", Open: true}, "A new lamp", "A", "not kept", review.AboutPromises,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := w.Saying(tt.about, tt.behind)
			if who := strings.ReplaceAll(got.Who, "\u00a0", " "); got.Words != tt.words || who != tt.who || got.Pill != tt.pill {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestWhoIsKnownByANumberOnlyIsNamedAsEverywhere(t *testing.T) {
	number, phone := app.ID{15: 1}, app.ID{15: 2}
	now := reviewtest.Today().Start(time.UTC).Add(12 * time.Hour)
	shop := &recount.Shop{
		Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}),
		Customers: []app.Customer{
			{ID: number, References: []app.Reference{{Kind: app.ReferenceShop, Value: "77"}}},
			{ID: phone, Phones: []app.Phone{{Typed: "040 1234567", E164: "+358401234567"}}},
		},
		Calls: []app.Call{
			{ID: app.ID{14: 1, 15: 1}, Customer: number, Start: now.Add(-time.Hour), Disposition: app.NoAnswer},
			{ID: app.ID{14: 1, 15: 2}, Customer: phone, Start: now.Add(-2 * time.Hour), Disposition: app.NoAnswer},
		},
	}
	period := review.Period{From: reviewtest.Today() - 1, To: reviewtest.Today() + 1}
	all, err := review.New(shop, func() time.Time { return now }).Behind(t.Context(), period, review.Question{About: review.AboutCalls})
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, b := range all {
		want := map[app.ID]string{number: "Customer 77 · ", phone: "+358 40 1234567 · "}[b.Customer]
		if got := strings.ReplaceAll(words(t, nil).Saying(review.AboutCalls, b).Who, "\u00a0", " "); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEveryNumberHasItsWords(t *testing.T) {
	w := words(t, nil)
	var all []inwords.Figure
	for _, some := range [][]inwords.Figure{w.Tiles(), w.Held(), w.PuttingRight(), w.Scores(), w.Put(), w.Risked(), w.CameOf(), w.Complained()} {
		all = append(all, some...)
	}
	for _, f := range all {
		if len(f.Parts) == 0 || f.Parts[0].Text == "" || f.Parts[0].Question.About == "" {
			t.Errorf("%s leads nowhere", f.Label)
		}
	}
}

func TestThePeriodIsNamedBesideTheOneBefore(t *testing.T) {
	w := words(t, nil)
	if got := w.Span() + ", " + w.Beside(); got != "1 – 20 Nov, beside the 20 days before, 12 – 31 Oct" {
		t.Error(got)
	}
}

func TestPraiseThatWaitsIsCounted(t *testing.T) {
	w := words(t, nil)
	if got := w.ToPassOn(); got != "2 opinions wait · 1 overdue" {
		t.Error(got)
	}
	w.Praise = review.Praise{Waiting: 1}
	if got := w.ToPassOn(); got != "1 opinion waits" {
		t.Error(got)
	}
}

func TestNothingToReviewIsSaid(t *testing.T) {
	if words(t, nil).Empty() {
		t.Error("a busy month is empty")
	}
	if !words(t, func(f *review.Figures) { *f = review.Figures{Period: f.Period, At: f.At} }).Empty() {
		t.Error("a book without anything in it is not")
	}
}
