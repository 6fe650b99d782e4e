package calling_test

import (
	"context"
	"errors"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// Whatever is reported is put on record as one act, or refused with a sentence
// for each field and nothing written.
func TestAReportIsTakenWholeOrNotAtAll(t *testing.T) {
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	voice := catalogue.In("en")
	rapid.Check(t, func(r *rapid.T) {
		s := open(t)
		if rapid.Bool().Draw(r, "complained") {
			s.complaint("2026-03-06 12:00")
		}
		if rapid.Bool().Draw(r, "put right") {
			s.complaint("2026-03-02 12:00", putRight(s))
		}
		report := drawReport(r, s.now)
		logged, err := s.desk.Log(context.Background(), report)
		if err != nil {
			var errs app.FieldErrors
			if !errors.As(err, &errs) || len(s.book.batches) != 0 {
				r.Fatalf("%v, %d acts", err, len(s.book.batches))
			}
			for _, e := range errs {
				if said := voice.Error(e); said == e.Key || said == "" {
					r.Fatalf("no sentence for %s", e.Key)
				}
			}
			return
		}
		if len(s.book.batches) != 1 || logged.Batch != s.book.batches[0].ID {
			r.Fatalf("%+v, %d acts", logged, len(s.book.batches))
		}
		call := s.book.Shop.Calls[logged.Call]
		if call.Customer != maija || call.Start.After(s.now) || call.End.Before(call.Start) ||
			call.Start.Nanosecond() != 0 || call.Reason != app.NoReason && call.Reason.String() == "" || !utf8.ValidString(call.Notes) {
			r.Fatalf("%+v", call)
		}
		if o, ok := s.book.Shop.Opinions[logged.Opinion]; ok && (o.Call != call.ID || !utf8.ValidString(o.Verbatim)) {
			r.Fatalf("%+v", o)
		}
		if logged.Complaint != call.Complaint {
			r.Fatalf("the call is about %v, the complaint is %v", call.Complaint, logged.Complaint)
		}
		for _, c := range s.book.Shop.Complaints {
			if c.Wrong == "" {
				r.Fatalf("a complaint about nothing: %+v", c)
			}
		}
		if _, err := s.desk.CardAbout(context.Background(), maija, app.ID{}); err != nil {
			r.Fatal(err)
		}
	})
}

func drawReport(r *rapid.T, now time.Time) calling.Report {
	text := rapid.SampledFrom([]string{"", " ", "It wobbles", "\xff\xfe", "a\nb"})
	about := func(label string) time.Time {
		return now.Add(time.Duration(rapid.IntRange(-300, 300).Draw(r, label)) * time.Minute)
	}
	one := func(label string) bool { return rapid.IntRange(0, 2).Draw(r, label) == 0 }
	report := calling.Report{
		Customer:    maija,
		Disposition: rapid.SampledFrom(append(app.Dispositions(), app.Talked, app.Talked, "sung")).Draw(r, "disposition"),
		Notes:       text.Draw(r, "notes"), Anyway: text.Draw(r, "anyway"), Number: text.Draw(r, "number"),
		Refuses: rapid.SampledFrom([]app.Purpose{"", app.PurposeMarketing, "tea"}).Draw(r, "refuses"),
		Reason:  rapid.SampledFrom(append(app.ReasonKinds(), app.NoReason, 99)).Draw(r, "reason"),
	}
	if one("start") {
		report.Start = about("start at")
	}
	if one("end") {
		report.End = about("end at")
	}
	if one("next") {
		report.Next = &app.NextStep{At: about("next at"), Timed: rapid.Bool().Draw(r, "timed")}
	}
	if one("said") {
		report.Opinion = &calling.Said{
			Verbatim: text.Draw(r, "verbatim"), Quote: rapid.Bool().Draw(r, "quote"), Themes: []string{text.Draw(r, "theme")},
		}
		if rapid.Bool().Draw(r, "scored") {
			report.Opinion.Score = of(rapid.IntRange(-1, 11).Draw(r, "score"))
		}
	}
	if one("to put right") {
		report.Complaint = &calling.ToPutRight{
			Wrong: text.Draw(r, "wrong"), Wish: text.Draw(r, "wish"), Promise: text.Draw(r, "promise"),
		}
		if rapid.Bool().Draw(r, "by") {
			report.Complaint.By = about("by when")
		}
	}
	if one("fix") {
		report.Fixes = []calling.Fix{{Worked: rapid.Bool().Draw(r, "worked")}}
	}
	return report
}
