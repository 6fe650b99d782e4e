package calling_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
)

func TestTalkingAnswersAComplaint(t *testing.T) {
	for d, answered := range map[app.Disposition]bool{app.Talked: true, app.NoAnswer: false, app.CallBack: false, app.Declined: false} {
		s := open(t)
		waiting := s.complaint("2026-03-09 09:30")
		before := s.complaint("2026-03-06 09:30", func(c *app.Complaint) { c.Answered = s.moment("2026-03-06 10:00") })
		logged := s.log(calling.Report{Disposition: d})
		if got := s.book.Shop.Complaints[waiting].Answered; got.IsZero() == answered || answered && !got.Equal(s.now) {
			t.Errorf("%s: answered %v", d, got)
		}
		if got := s.book.Shop.Complaints[before].Answered; !got.Equal(s.moment("2026-03-06 10:00")) {
			t.Errorf("%s: one answered before is now answered at %v", d, got)
		}
		if c := s.call(logged.Call); c.Reason != app.Complained || c.Complaint != waiting || logged.Complaint != waiting {
			t.Errorf("%s: the call was about %v, the one to be answered is %v", d, c.Complaint, waiting)
		}
	}
}

func TestTheFixWorked(t *testing.T) {
	s := open(t)
	fixed := s.complaint("2026-03-02 09:30", putRight(s))
	logged := s.log(calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{Worked: true}}})
	if c := s.book.Shop.Complaints[fixed]; !c.Confirmed.Equal(s.now) || c.Open() {
		t.Errorf("%+v", c)
	}
	if c := s.call(logged.Call); c.Complaint != fixed || c.FixWorked == nil || !*c.FixWorked || c.Reason != app.CheckFix {
		t.Errorf("%+v", c)
	}
}

func TestAskingWhetherAFixWorkedNeedsNoOtherReason(t *testing.T) {
	s := open(t)
	fixed := s.complaint("2026-03-06 09:30", func(c *app.Complaint) {
		c.Answered, c.PutRight = s.moment("2026-03-09 09:30"), s.moment("2026-03-09 09:45")
	})
	s.book.Put(app.Call{ID: app.ID{14: 2}, Customer: maija, Start: s.moment("2026-03-09 09:30"), Disposition: app.Talked, Number: "+358401"})
	logged := s.log(calling.Report{Disposition: app.Talked, Start: s.now, Fixes: []calling.Fix{{Worked: true}}})
	if c := s.call(logged.Call); c.Reason != app.CheckFix || c.Complaint != fixed {
		t.Errorf("%+v", c)
	}
}

func TestTheFixDidNotWork(t *testing.T) {
	s := open(t)
	fixed := s.complaint("2026-03-02 09:30", putRight(s))
	logged := s.log(calling.Report{
		Disposition: app.Talked, Fixes: []calling.Fix{{Worked: false}}, Opinion: &calling.Said{Verbatim: "It wobbles again"},
		Complaint: &calling.ToPutRight{Promise: "A new table", By: s.moment("2026-03-12 12:00")},
	})
	want := app.Complaint{
		ID: fixed, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-02 09:30"),
		Answered: s.moment("2026-03-02 10:00"),
		Earlier:  []app.Given{{Remedy: app.Remedy{Kind: app.RemedyRepair}, At: s.moment("2026-03-03 10:00")}},
		Promises: []app.Promise{{What: "A new table", By: s.moment("2026-03-12 12:00").UTC()}},
		Reopened: []app.Reopening{{At: s.now.UTC(), Why: "It wobbles again", PutRight: s.moment("2026-03-03 10:00"), Ended: s.now.UTC()}},
	}
	if diff := cmp.Diff(want, s.book.Shop.Complaints[fixed]); diff != "" {
		t.Error(diff)
	}
	if len(s.book.Shop.Complaints) != 1 || logged.Complaint != fixed {
		t.Error("a second complaint was begun about the same thing")
	}
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil || card.Reasons[0].Kind != app.Complained || !card.Reasons[0].By.Equal(s.moment("2026-03-12 12:00")) {
		t.Errorf("%+v, %v", card.Reasons, err)
	}
}

func putRight(s *scene) func(*app.Complaint) {
	return func(c *app.Complaint) {
		c.Answered, c.PutRight = s.moment("2026-03-02 10:00"), s.moment("2026-03-03 10:00")
		c.Remedy = &app.Remedy{Kind: app.RemedyRepair}
	}
}

func TestAPromiseInACallAboutAComplaintBelongsToIt(t *testing.T) {
	s := open(t)
	waiting := s.complaint("2026-03-09 09:30")
	s.log(calling.Report{Disposition: app.Talked, Complaint: &calling.ToPutRight{Wish: "A new leg", Promise: "Bring one"}})
	c := s.book.Shop.Complaints[waiting]
	if len(s.book.Shop.Complaints) != 1 || c.Wish != "A new leg" || len(c.Promises) != 1 || c.Wrong != "It wobbles" {
		t.Errorf("%+v", c)
	}
}

func TestSomethingNewThatWentWrongIsAComplaintOfItsOwn(t *testing.T) {
	s := open(t)
	waiting := s.complaint("2026-03-09 09:30")
	logged := s.log(calling.Report{Disposition: app.Talked, Complaint: &calling.ToPutRight{Wrong: "Now a chair broke"}})
	if logged.Complaint == waiting || s.book.Shop.Complaints[logged.Complaint].Wrong != "Now a chair broke" {
		t.Errorf("%+v", s.book.Shop.Complaints)
	}
}

func TestTheVerbatimSaysWhatIsWrongWhereNothingElseDoes(t *testing.T) {
	s := open(t)
	logged := s.log(calling.Report{
		Disposition: app.Talked, Opinion: &calling.Said{Verbatim: "It came broken"}, Complaint: &calling.ToPutRight{},
	})
	if got := s.book.Shop.Complaints[logged.Complaint]; got.Wrong != "It came broken" || got.Opinion != logged.Opinion {
		t.Errorf("%+v", got)
	}
}

func TestSeriousComplaintsAreTheOwners(t *testing.T) {
	s := open(t)
	logged := s.log(calling.Report{
		Disposition: app.Talked, Opinion: &calling.Said{Verbatim: "It came broken", Themes: []string{"delivery"}},
		Complaint: &calling.ToPutRight{Serious: true},
	})
	if got := s.book.Shop.Complaints[logged.Complaint]; !got.ForOwner || !slices.Equal(got.Themes, []string{"delivery"}) {
		t.Errorf("%+v", got)
	}
	card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
	if err != nil || !card.OwnerMust() {
		t.Errorf("the card does not say so: %v", err)
	}
}

func TestThoseWhoSpendMuchAreTheOwnersToCallOnceSomethingIsWrong(t *testing.T) {
	s := open(t)
	s.book.Shop.Plan.OwnerFrom = 9
	for range 2 {
		card, err := s.desk.CardAbout(context.Background(), maija, app.ID{})
		if err != nil || card.OwnerMust() != (len(s.book.Shop.Complaints) > 0) {
			t.Errorf("%v, %v", card.OwnerMust(), err)
		}
		s.complaint("2026-03-09 09:30")
	}
}

func TestWhatCannotBeAddedToIsNamedInWords(t *testing.T) {
	s := open(t)
	closed := s.complaint("2026-03-09 09:30", func(c *app.Complaint) { c.Closed = s.moment("2026-03-09 09:50") })
	fixed := s.complaint("2026-03-02 09:30", putRight(s), func(c *app.Complaint) { c.Wrong = "It flickers" })
	unnamed := s.complaint("2026-03-09 09:40", func(c *app.Complaint) { c.Wrong, c.Closed = "", s.moment("2026-03-09 09:50") })
	for of, want := range map[app.ID]app.Error{
		closed:  {Key: "error.calling.of.over", Args: app.Args{"Wrong": "It wobbles"}},
		fixed:   {Key: "error.calling.of.over", Args: app.Args{"Wrong": "It flickers"}},
		unnamed: {Key: "error.calling.of.unknown", Args: app.Args{"Wrong": ""}},
		maija:   {Key: "error.calling.of.unknown", Args: app.Args{"Wrong": ""}},
	} {
		_, err := s.desk.Log(context.Background(), calling.Report{Customer: maija, Disposition: app.Talked, Complaint: &calling.ToPutRight{Of: of}})
		var fields app.FieldErrors
		if !errors.As(err, &fields) {
			t.Fatalf("%v: %v", of, err)
		}
		if got := fields[calling.FieldOf]; got == nil || got.Key != want.Key || !cmp.Equal(got.Args, want.Args) {
			t.Errorf("%v: %v, want %v", of, err, want)
		}
	}
}

func TestWhatIsToBePutRightOfACaseThatWaitsToBeAskedAboutIsNotGuessed(t *testing.T) {
	said := &calling.Said{Verbatim: "The new lamp flickers too"}
	tests := map[string]struct {
		report  calling.Report
		refused bool
		new     bool
	}{
		"nothing says that it did not work": {calling.Report{Opinion: said, Complaint: &calling.ToPutRight{Wish: "My money back"}}, true, false},
		"they say that it did not":          {calling.Report{Opinion: said, Fixes: []calling.Fix{{}}, Complaint: &calling.ToPutRight{Wish: "My money back"}}, false, false},
		"they say that it did":              {calling.Report{Opinion: said, Fixes: []calling.Fix{{Worked: true}}, Complaint: &calling.ToPutRight{Wish: "My money back"}}, false, true},
		"it is something new":               {calling.Report{Opinion: said, Complaint: &calling.ToPutRight{New: true}}, false, true},
		"what went wrong is named":          {calling.Report{Complaint: &calling.ToPutRight{Wrong: "The bill is wrong"}}, false, true},
		"nothing is to be put right":        {calling.Report{Opinion: said}, false, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			fixed := s.complaint("2026-03-02 09:30", putRight(s))
			r := tt.report
			r.Case, r.Disposition = fixed, app.Talked
			if tt.refused {
				s.refuse(r, calling.FieldOf)
				return
			}
			if logged := s.log(r); (logged.Complaint != fixed) != tt.new {
				t.Errorf("%+v", logged)
			}
		})
	}
}

func TestWhatIsToBePutRightIsNoGuessWhereTheyAreCalledToBeAskedAboutAFix(t *testing.T) {
	report := func() calling.Report {
		return calling.Report{
			Disposition: app.Talked, Opinion: &calling.Said{Verbatim: "The new lamp flickers too"}, Complaint: &calling.ToPutRight{},
		}
	}
	s, _, lamp := twoPutRight(t)
	s.refuse(report(), calling.FieldOf)
	s.log(calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{lamp, true}}})
	s.refuse(report(), calling.FieldOf)
	about := report()
	about.Fixes = []calling.Fix{{}}
	if logged := s.log(about); logged.Complaint.IsZero() || len(s.book.Shop.Complaints) != 2 {
		t.Errorf("%+v of %+v", logged, s.book.Shop.Complaints)
	}
	s, _, _ = twoPutRight(t)
	about = report()
	about.Complaint.New = true
	if s.log(about); len(s.book.Shop.Complaints) != 3 {
		t.Errorf("%+v", s.book.Shop.Complaints)
	}
}

func TestACaseThatIsOverIsNamedInWords(t *testing.T) {
	s := open(t)
	closed := s.complaint("2026-03-09 09:30", func(c *app.Complaint) { c.Closed = s.moment("2026-03-09 09:50") })
	for of, want := range map[app.ID]string{closed: "error.calling.case.over", table: "error.calling.case.unknown"} {
		_, err := s.desk.Log(context.Background(), calling.Report{Customer: maija, Disposition: app.Talked, Case: of})
		var fields app.FieldErrors
		if !errors.As(err, &fields) || fields[calling.FieldCase] == nil || fields[calling.FieldCase].Key != want {
			t.Fatalf("%v, want %s", err, want)
		}
		if got := fields[calling.FieldCase].Args; len(got) != 1 || of == closed && got["Wrong"] != "It wobbles" {
			t.Errorf("%v", got)
		}
	}
}

func TestWhatIsToBePutRightIsSaidToBeAboutWhatIsOpenOrNew(t *testing.T) {
	s := open(t)
	table := s.complaint("2026-03-09 09:30", func(c *app.Complaint) { c.Wish = "A new leg" })
	lamp := s.complaint("2026-03-09 09:40", func(c *app.Complaint) { c.Wrong = "It flickers" })
	legs := &calling.Said{Verbatim: "The chair came without legs"}
	s.refuse(calling.Report{Disposition: app.Talked, Opinion: legs, Complaint: &calling.ToPutRight{Promise: "Send legs"}}, calling.FieldOf)
	s.refuse(calling.Report{Disposition: app.Talked, Complaint: &calling.ToPutRight{Wish: "Four legs"}}, calling.FieldOf)
	s.refuse(calling.Report{Disposition: app.Talked, Complaint: &calling.ToPutRight{Of: maija}}, calling.FieldOf)

	logged := s.log(calling.Report{Disposition: app.Talked, Case: table, Opinion: legs, Complaint: &calling.ToPutRight{New: true, Wish: "Four legs"}})
	if c := s.book.Shop.Complaints[logged.Complaint]; c.Wrong != legs.Verbatim || c.Wish != "Four legs" || logged.Complaint == table {
		t.Errorf("%+v", c)
	}
	if c := s.book.Shop.Complaints[table]; c.Wish != "A new leg" {
		t.Errorf("the wish is gone: %+v", c)
	}
	logged = s.log(calling.Report{Disposition: app.Talked, Opinion: legs, Complaint: &calling.ToPutRight{Of: lamp, Wish: "A new lamp"}})
	if c := s.book.Shop.Complaints[lamp]; c.Wish != "A new lamp" || logged.Complaint != lamp || s.call(logged.Call).Complaint != lamp {
		t.Errorf("%+v", c)
	}
}

func TestATalkAnswersWhatTheBookHasThoughAnotherDesktopsClockIsAhead(t *testing.T) {
	for name, tt := range map[string]struct {
		received   string
		start, end string
		named      bool
		answered   bool
	}{
		"told before":                        {"2026-03-09 09:30", "2026-03-09 09:40", "2026-03-09 09:50", false, true},
		"told by a clock that is ahead":      {"2026-03-09 10:10", "2026-03-09 10:00", "2026-03-09 10:00", false, true},
		"told while they talked":             {"2026-03-09 09:45", "2026-03-09 09:40", "2026-03-09 09:50", false, true},
		"told after a talk that is typed in": {"2026-03-09 09:55", "2026-03-09 09:40", "2026-03-09 09:50", false, false},
		"told after, but it was about that":  {"2026-03-09 09:55", "2026-03-09 09:40", "2026-03-09 09:50", true, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			id := s.complaint(tt.received)
			r := calling.Report{Disposition: app.Talked, Start: s.moment(tt.start), End: s.moment(tt.end)}
			if tt.named {
				r.Case = id
			}
			s.log(r)
			c := s.book.Shop.Complaints[id]
			if c.Answered.IsZero() == tt.answered || tt.answered && c.Answered.Before(c.Received) {
				t.Errorf("answered %v", c.Answered)
			}
		})
	}
}
