package calling_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func TestATalkGoesOnRecordAsOneAct(t *testing.T) {
	s := open(t)
	next := s.moment("2026-03-20 15:00")
	s.now = s.now.Add(300 * time.Millisecond)
	logged := s.log(calling.Report{
		Start: s.moment("2026-03-09 09:50"), Disposition: app.Talked, Notes: " Nice talk \n",
		Next: &app.NextStep{At: next, Timed: true, Note: "after the holidays"},
		Opinion: &calling.Said{
			Score: of(9), Verbatim: " Lovely table. ", Themes: []string{"quality", " quality ", ""},
			Staff: []string{"Anna"}, Praised: []string{"Anna"}, Quote: true,
		},
		Complaint: &calling.ToPutRight{Wrong: "A scratch", Wish: "Polish", Promise: "Polish it", By: s.moment("2026-03-11 12:00")},
	})
	if len(s.book.batches) != 1 {
		t.Fatalf("%d acts", len(s.book.batches))
	}
	batch := s.book.batches[0]
	if batch.Act != app.ActLogCall || batch.By != "Jim" || batch.Draft != calling.DraftKey(maija) || batch.ID != logged.Batch {
		t.Errorf("%+v", batch)
	}
	ten, start := s.moment("2026-03-09 10:00").UTC(), s.moment("2026-03-09 09:50").UTC()
	want := app.Call{
		ID: logged.Call, Customer: maija, Start: start, End: ten, By: "Jim", Number: "+358401", Disposition: app.Talked,
		Notes: "Nice talk", About: []app.ID{table}, Reason: app.AfterPurchase,
		Next: &app.NextStep{At: next.UTC(), Timed: true, Note: "after the holidays"}, Complaint: logged.Complaint,
	}
	if diff := cmp.Diff(want, s.call(logged.Call)); diff != "" {
		t.Error(diff)
	}
	opinion := app.Opinion{
		ID: logged.Opinion, Customer: maija, Said: app.NewDay(2026, time.March, 9), Taken: ten, Source: app.FromCall,
		Score: of(9), Verbatim: "Lovely table.", Themes: []string{"quality"}, Staff: []string{"Anna"}, Praise: []string{"Anna"},
		Quote: &app.Quote{Words: "Lovely table.", Name: "Maija Korhonen", Since: ten}, Call: logged.Call, About: []app.ID{table},
	}
	if diff := cmp.Diff(opinion, s.book.Shop.Opinions[logged.Opinion]); diff != "" {
		t.Error(diff)
	}
	complaint := app.Complaint{
		ID: logged.Complaint, Customer: maija, Opinion: logged.Opinion, Wrong: "A scratch", Wish: "Polish",
		Promises: []app.Promise{{What: "Polish it", By: s.moment("2026-03-11 12:00").UTC()}}, Received: start, Answered: start, Themes: []string{"quality"},
	}
	if diff := cmp.Diff(complaint, s.book.Shop.Complaints[logged.Complaint]); diff != "" {
		t.Error(diff)
	}
}

func TestAQuickReportIsEnough(t *testing.T) {
	s := open(t)
	logged := s.log(calling.Report{Disposition: app.NoAnswer})
	c := s.call(logged.Call)
	if !c.Start.Equal(s.now) || !c.End.Equal(s.now) || c.Number != "+358401" || c.Start.Location() != time.UTC {
		t.Errorf("%+v", c)
	}
	if !logged.Opinion.IsZero() || !logged.Complaint.IsZero() || len(s.book.batches[0].Changes) != 1 {
		t.Errorf("%+v", logged)
	}
}

func TestAnEmptyOpinionIsNone(t *testing.T) {
	s := open(t)
	if logged := s.log(calling.Report{Disposition: app.NoAnswer, Opinion: &calling.Said{Verbatim: " ", Themes: []string{""}}}); !logged.Opinion.IsZero() {
		t.Error("an opinion without a word was taken down")
	}
}

func TestACallOfLongAgoEndedLongAgo(t *testing.T) {
	s := open(t)
	start := s.moment("2026-03-06 15:00")
	if c := s.call(s.log(calling.Report{Start: start, Disposition: app.Talked}).Call); !c.End.Equal(start) {
		t.Errorf("it ended at %v", c.End)
	}
}

func TestTheNumberIsThatOfTheRecordHoweverItWasWritten(t *testing.T) {
	for typed, want := range map[string]string{"09 2": "+35892", "+35892": "+35892", "(09) 2": "+35892", "555": "555", "": "+358401"} {
		s := open(t)
		if c := s.call(s.log(calling.Report{Disposition: app.NoAnswer, Number: typed}).Call); c.Number != want {
			t.Errorf("%q became %q, want %q", typed, c.Number, want)
		}
	}
}

func TestANumberThatIsNoGoodIsNotCalledAgain(t *testing.T) {
	for d, want := range map[app.Disposition]app.UnfitFor{app.WrongNumber: app.UnfitWrong, app.OutOfService: app.UnfitDead} {
		s := open(t)
		s.log(calling.Report{Disposition: d, Number: "040 1"})
		phones := s.book.Customers[maija].Phones
		if phones[0].Unfit != want || phones[1].Unfit != app.FitToCall {
			t.Errorf("%s: %+v", d, phones)
		}
		card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
		if err != nil || card.Number.E164 != "+35892" || card.Reasons[0].Kind != app.CallAgain || !card.Reasons[0].Other {
			t.Errorf("%s: %+v, %v", d, card, err)
		}
	}
}

func TestWhoWantsNoCallsIsNotCalled(t *testing.T) {
	tests := map[string]struct {
		refuses app.Purpose
		before  []app.DoNotCall
		want    []app.DoNotCall
	}{
		"at all":           {"", nil, []app.DoNotCall{{Purpose: app.PurposeAny, Reason: "Too busy", Since: app.NewDay(2026, time.March, 9)}}},
		"to win them back": {app.PurposeMarketing, nil, []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "Too busy", Since: app.NewDay(2026, time.March, 9)}}},
		"said once before": {app.PurposeMarketing, []app.DoNotCall{{Purpose: app.PurposeMarketing}}, []app.DoNotCall{{Purpose: app.PurposeMarketing}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			who := s.book.Customers[maija]
			who.DoNotCall = tt.before
			s.book.Put(who)
			s.log(calling.Report{Disposition: app.DoNotRing, Notes: "Too busy", Refuses: tt.refuses})
			if diff := cmp.Diff(tt.want, s.book.Customers[maija].DoNotCall); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhoWantsNoCallsIsNotCalledUnderAnotherRecordEither(t *testing.T) {
	s := open(t)
	again, tom := app.ID{14: 8, 15: 1}, app.ID{14: 8, 15: 2}
	number := s.book.Customers[maija].Phones[0]
	s.book.Put(
		app.Customer{ID: again, Name: app.Name{Full: "M. Korhonen"}, Phones: []app.Phone{number}},
		app.Customer{ID: tom, Name: app.Name{Full: "Tom Korhonen"}, Phones: []app.Phone{number}},
	)
	if logged := s.log(calling.Report{Disposition: app.Talked}); len(logged.Refused) != 0 {
		t.Errorf("a talk refused calls to %v", logged.Refused)
	}
	logged := s.log(calling.Report{Disposition: app.DoNotRing, Notes: "Too busy", Anyway: "They asked"})
	if len(logged.Refused) != 1 || logged.Refused[0].ID != again {
		t.Fatalf("%+v", logged.Refused)
	}
	if got, want := s.book.Customers[again].DoNotCall, s.book.Customers[maija].DoNotCall; !cmp.Equal(got, want) || len(got) != 1 {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := s.book.Customers[tom].DoNotCall; got != nil {
		t.Errorf("somebody else of the house: %+v", got)
	}
}

func TestTheNextCallIsOnADayWithCallsUnlessItsHourWasNamed(t *testing.T) {
	for _, tt := range []struct {
		next  string
		timed bool
		want  string
	}{
		{"2026-03-13 00:00", false, "2026-03-13 00:00"},
		{"2026-03-15 00:00", false, "2026-03-16 00:00"}, // a Sunday
		{"2026-03-15 11:00", true, "2026-03-15 11:00"},
	} {
		s := open(t)
		logged := s.log(calling.Report{Disposition: app.Talked, Next: &app.NextStep{At: s.moment(tt.next), Timed: tt.timed}})
		got := s.call(logged.Call).Next
		if !got.At.Equal(s.moment(tt.want)) || got.Timed != tt.timed {
			t.Errorf("for %s they are called %v", tt.next, got)
		}
		if diff := cmp.Diff(got, logged.Next); diff != "" {
			t.Errorf("what is on record is not what is said: %s", diff)
		}
		if logged.There.String() != "Europe/Helsinki" {
			t.Errorf("they are said to be in %v", logged.There)
		}
	}
}

func TestCallBackLaterWithoutATimeIsTheNextDayOfCalls(t *testing.T) {
	s := open(t)
	s.now = s.moment("2026-03-14 10:00") // Saturday
	c := s.call(s.log(calling.Report{Disposition: app.CallBack}).Call)
	if c.Next == nil || c.Next.Timed || !c.Next.At.Equal(s.moment("2026-03-16 00:00")) {
		t.Errorf("%+v", c.Next)
	}
}

func TestANextDayIsCutToItsStart(t *testing.T) {
	s := open(t)
	c := s.call(s.log(calling.Report{Disposition: app.Talked, Next: &app.NextStep{At: s.moment("2026-03-12 16:40")}}).Call)
	if !c.Next.At.Equal(s.moment("2026-03-12 00:00")) {
		t.Errorf("%+v", c.Next)
	}
}

func TestWhatCannotBeTaken(t *testing.T) {
	talked := func(r calling.Report) calling.Report {
		r.Disposition = app.Talked
		return r
	}
	past := time.Date(2026, time.March, 9, 7, 59, 0, 0, time.UTC)
	tests := map[string]struct {
		report calling.Report
		fields []string
	}{
		"no outcome":                          {calling.Report{}, []string{"disposition"}},
		"an unknown outcome":                  {calling.Report{Disposition: "sung"}, []string{"disposition"}},
		"a score of 11":                       {talked(calling.Report{Opinion: &calling.Said{Score: of(11)}}), []string{"score"}},
		"a score below 0":                     {talked(calling.Report{Opinion: &calling.Said{Score: of(-1)}}), []string{"score"}},
		"a next call a minute ago":            {talked(calling.Report{Next: &app.NextStep{At: past, Timed: true}}), []string{"next"}},
		"a next call now":                     {talked(calling.Report{Next: &app.NextStep{At: past.Add(time.Minute), Timed: true}}), []string{"next"}},
		"a next call yesterday":               {talked(calling.Report{Next: &app.NextStep{At: past.AddDate(0, 0, -1)}}), []string{"next"}},
		"a next call to who wants none":       {calling.Report{Disposition: app.DoNotRing, Next: &app.NextStep{At: past.AddDate(0, 0, 9)}}, []string{"next"}},
		"an empty complaint":                  {talked(calling.Report{Complaint: &calling.ToPutRight{Wish: "Money"}}), []string{"wrong"}},
		"a time without a promise":            {talked(calling.Report{Complaint: &calling.ToPutRight{Wrong: "x", By: past.AddDate(0, 0, 1)}}), []string{"promise"}},
		"a promise for a minute ago":          {talked(calling.Report{Complaint: &calling.ToPutRight{Wrong: "x", Promise: "y", By: past}}), []string{"by"}},
		"words of nobody":                     {calling.Report{Disposition: app.NoAnswer, Opinion: &calling.Said{Verbatim: "Good"}}, []string{"said"}},
		"a complaint of nobody":               {calling.Report{Disposition: app.Busy, Complaint: &calling.ToPutRight{Wrong: "x"}}, []string{"wrong"}},
		"nothing to quote":                    {talked(calling.Report{Opinion: &calling.Said{Quote: true}}), []string{"quote"}},
		"a refusal with another outcome":      {calling.Report{Disposition: app.Talked, Refuses: app.PurposeAny}, []string{"refuses"}},
		"a refusal of something unknown":      {calling.Report{Disposition: app.DoNotRing, Refuses: "tea"}, []string{"refuses"}},
		"a call of tomorrow":                  {talked(calling.Report{Start: past.AddDate(0, 0, 1)}), []string{"start"}},
		"a fix that was none":                 {talked(calling.Report{Fixes: []calling.Fix{{Worked: true}}}), []string{"fix-worked"}},
		"a fix nobody was asked about":        {calling.Report{Disposition: app.NoAnswer, Fixes: []calling.Fix{{Worked: true}}}, []string{"fix-worked"}},
		"several things at once":              {calling.Report{Disposition: "x", Opinion: &calling.Said{Score: of(99), Quote: true}}, []string{"disposition", "quote", "said", "score"}},
		"an end before the start of the call": {talked(calling.Report{Start: past, End: past.Add(-time.Second)}), []string{"end"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { open(t).refuse(tt.report, tt.fields...) })
	}
}

func TestANextCallOfLaterTodayIsTaken(t *testing.T) {
	s := open(t)
	s.log(calling.Report{Disposition: app.Talked, Next: &app.NextStep{At: s.now}})
}

func TestAStrangerIsNotFound(t *testing.T) {
	s := open(t)
	_, err := s.desk.Log(context.Background(), calling.Report{Customer: app.ID{1: 1}, Disposition: app.Talked})
	if app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("%v", err)
	}
}

func TestWhatTheBookRefusesIsNotLogged(t *testing.T) {
	s := open(t)
	s.book.fail = &app.Error{Code: app.CodeStorage, Key: "error.storage"}
	logged, err := s.desk.Log(context.Background(), calling.Report{Customer: maija, Disposition: app.Talked})
	if app.CodeOf(err) != app.CodeStorage || !reflect.DeepEqual(logged, calling.Logged{}) {
		t.Errorf("%+v, %v", logged, err)
	}
}

func TestCallingAnywayAsksForAReasonAndKeepsIt(t *testing.T) {
	yesterday := func(d app.Disposition, next *app.NextStep) func(*scene) {
		return func(s *scene) {
			s.book.Put(app.Call{ID: app.ID{14: 2}, Customer: maija, Start: s.now.AddDate(0, 0, -1), Disposition: d, Number: "+358401", Next: next})
		}
	}
	refuses := func(s *scene) {
		who := s.book.Customers[maija]
		who.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny}}
		s.book.Put(who)
	}
	late := func(s *scene) { s.now = s.moment("2026-03-09 21:00") }
	tests := map[string]struct {
		set   func(*scene)
		start bool // the report says when the call was made
		asks  bool
	}{
		"who is due":                                  {func(*scene) {}, true, false},
		"who was talked to yesterday":                 {yesterday(app.Talked, nil), true, true},
		"who wants no calls":                          {refuses, true, true},
		"who did not answer yesterday":                {yesterday(app.NoAnswer, nil), true, false},
		"whom we promised another call":               {yesterday(app.Talked, &app.NextStep{At: time.Date(2026, time.March, 20, 0, 0, 0, 0, time.UTC)}), true, false},
		"in the evening":                              {late, true, true},
		"taken down in the evening":                   {late, false, false},
		"who wants no calls, but waits for an answer": {func(s *scene) { refuses(s); s.complaint("2026-03-09 09:30") }, true, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			tt.set(s)
			report := calling.Report{Disposition: app.Talked}
			if tt.start {
				report.Start = s.now
			}
			if tt.asks {
				s.refuse(report, "anyway")
			}
			report.Anyway = " Their daughter asked us to "
			if kept := s.call(s.log(report).Call).Anyway; kept != "Their daughter asked us to" {
				t.Errorf("kept: %q", kept)
			}
		})
	}
}

func TestEveryGuardHasASentenceThatAsksForAReason(t *testing.T) {
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	voice := catalogue.In("en")
	for _, guard := range []calllist.Guard{
		calllist.GuardArchived, calllist.GuardDoNotCall, calllist.GuardNoNumber,
		calllist.GuardAttempts, calllist.GuardCooldown, calllist.GuardQuiet,
	} {
		key := "error.calling.anyway." + string(guard)
		if voice.Say(key, nil) == key {
			t.Errorf("no sentence for %s", key)
		}
	}
}

func TestAFullListAsksForNoReason(t *testing.T) {
	s := open(t)
	s.book.Shop.Plan.Capacity = 0
	s.log(calling.Report{Disposition: app.Talked})
}
