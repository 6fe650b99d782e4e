package calling_test

import (
	"context"
	"errors"
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
		if c := s.call(logged.Call); c.Reason != app.Complained || c.Complaint != before || logged.Complaint != before {
			t.Errorf("%s: the call was about %v, the oldest is %v", d, c.Complaint, before)
		}
	}
}

func TestTheFixWorked(t *testing.T) {
	s := open(t)
	fixed := s.complaint("2026-03-02 09:30", putRight(s))
	logged := s.log(calling.Report{Disposition: app.Talked, FixWorked: of(true)})
	if c := s.book.Shop.Complaints[fixed]; !c.Confirmed.Equal(s.now) || c.Open() {
		t.Errorf("%+v", c)
	}
	if c := s.call(logged.Call); c.Complaint != fixed || c.FixWorked == nil || !*c.FixWorked || c.Reason != app.CheckFix {
		t.Errorf("%+v", c)
	}
}

func TestTheFixDidNotWork(t *testing.T) {
	s := open(t)
	fixed := s.complaint("2026-03-02 09:30", putRight(s))
	logged := s.log(calling.Report{
		Disposition: app.Talked, FixWorked: of(false), Opinion: &calling.Said{Verbatim: "It wobbles again"},
		Complaint: &calling.ToPutRight{Promise: "A new table", By: s.moment("2026-03-12 12:00")},
	})
	want := app.Complaint{
		ID: fixed, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-02 09:30"),
		Answered: s.moment("2026-03-02 10:00"), Remedy: &app.Remedy{Kind: app.RemedyRepair},
		Promises: []app.Promise{{What: "A new table", By: s.moment("2026-03-12 12:00").UTC()}},
	}
	if diff := cmp.Diff(want, s.book.Shop.Complaints[fixed]); diff != "" {
		t.Error(diff)
	}
	if len(s.book.Shop.Complaints) != 1 || logged.Complaint != fixed {
		t.Error("a second complaint was begun about the same thing")
	}
	card, err := s.desk.Card(context.Background(), maija)
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

func TestKeepPromise(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30", func(c *app.Complaint) {
		c.Promises = []app.Promise{{What: "A"}, {What: "B"}}
	})
	before := s.book.Shop.Complaints[id].Promises
	applied, err := s.desk.KeepPromise(context.Background(), id, 1)
	if err != nil || applied.Batch.IsZero() || s.book.batches[0].Act != app.ActKeepPromise {
		t.Fatalf("%+v, %v", applied, err)
	}
	got := s.book.Shop.Complaints[id].Promises
	if !got[0].Kept.IsZero() || !got[1].Kept.Equal(s.now) || !before[1].Kept.IsZero() {
		t.Errorf("%+v", got)
	}
	first := s.now
	s.now = s.now.AddDate(0, 0, 1)
	if _, err := s.desk.KeepPromise(context.Background(), id, 1); err != nil || !s.book.Shop.Complaints[id].Promises[1].Kept.Equal(first) {
		t.Errorf("kept twice: %v", err)
	}
	for _, n := range []int{-1, 2} {
		if _, err := s.desk.KeepPromise(context.Background(), id, n); app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("promise %d: %v", n, err)
		}
	}
	if _, err := s.desk.KeepPromise(context.Background(), app.ID{1: 1}, 0); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("no complaint: %v", err)
	}
}

func TestPutRight(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30", func(c *app.Complaint) { c.Promises = []app.Promise{{What: "A"}} })
	if _, err := s.desk.PutRight(context.Background(), id, &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 500}}); err != nil {
		t.Fatal(err)
	}
	now := s.now.UTC()
	want := app.Complaint{
		ID: id, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-09 09:30"), Answered: now, PutRight: now,
		Promises: []app.Promise{{What: "A", Kept: now}},
		Remedy:   &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 500, Currency: "EUR"}},
	}
	if diff := cmp.Diff(want, s.book.Shop.Complaints[id]); diff != "" || s.book.batches[0].Act != app.ActPutRight {
		t.Error(diff)
	}
	s.now = s.now.AddDate(0, 0, 1)
	if _, err := s.desk.PutRight(context.Background(), id, nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, s.book.Shop.Complaints[id]); diff != "" {
		t.Errorf("put right twice: %s", diff)
	}
}

func TestPutRightRefuses(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30")
	for field, remedy := range map[string]app.Remedy{
		"remedy": {Kind: "hug"}, "cost": {Kind: app.RemedyRefund, Cost: app.Money{Minor: -1}},
	} {
		_, err := s.desk.PutRight(context.Background(), id, &remedy)
		var errs app.FieldErrors
		if !errors.As(err, &errs) || errs[field] == nil {
			t.Errorf("%s: %v", field, err)
		}
	}
	closed := s.complaint("2026-03-01 09:30", func(c *app.Complaint) { c.Closed = s.now })
	if _, err := s.desk.PutRight(context.Background(), closed, nil); app.CodeOf(err) != app.CodeConflict {
		t.Errorf("closed: %v", err)
	}
	if len(s.book.batches) != 0 {
		t.Error("something was written all the same")
	}
}
