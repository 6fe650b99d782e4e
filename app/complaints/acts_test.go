package complaints_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/when"
)

// refused fails the test unless the error is about that field, and nothing was
// written.
func (s *scene) refused(err error, field string) {
	s.t.Helper()
	var errs app.FieldErrors
	if !errors.As(err, &errs) || errs[field] == nil || len(errs) != 1 {
		s.t.Errorf("%v, want an error of %q", err, field)
	}
	s.unwritten()
}

// conflicts fails the test unless it is an error with that code, and nothing
// was written.
func (s *scene) conflicts(err error, code app.Code) {
	s.t.Helper()
	if app.CodeOf(err) != code || err == nil {
		s.t.Errorf("%v, want one with %q", err, code)
	}
	s.unwritten()
}

func (s *scene) unwritten() {
	s.t.Helper()
	if len(s.book.Batches) != 0 {
		s.t.Errorf("written: %+v", s.book.Batches)
	}
}

func TestAnAnswerIsOnRecordOnce(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	s.done(s.desk.Answer(t.Context(), id, "Anna"))
	first := s.now.UTC()
	s.at("2026-03-09 12:00").done(s.desk.Answer(t.Context(), id, ""))
	if got := s.of(id); !got.Answered.Equal(first) {
		t.Errorf("%+v", got)
	}
	if b := s.book.Batches[0]; b.By != "Anna" || b.Act != app.ActAnswer {
		t.Errorf("%+v", b)
	}
}

func TestAPromiseIsAlsoAnAnswer(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	by := s.moment("2026-03-10 17:00")
	s.done(s.desk.Promise(t.Context(), id, " A leg ", by, "Anna"))
	want := app.Complaint{
		ID: id, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-09 09:00"), Answered: s.now.UTC(),
		Promises: []app.Promise{{What: "A leg", By: by.UTC()}},
	}
	if diff := cmp.Diff(want, s.of(id)); diff != "" {
		t.Error(diff)
	}
}

func TestAPromiseThatCannotBeTaken(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	_, err := s.desk.Promise(t.Context(), id, "  ", time.Time{}, "")
	s.refused(err, complaints.FieldWhat)
	_, err = s.desk.Promise(t.Context(), id, "A leg", s.moment("2026-03-09 09:59"), "")
	s.refused(err, complaints.FieldBy)
}

func TestAPromiseOfADayEndsWhenTheShopShuts(t *testing.T) {
	s := open(t)
	plan := s.book.Shop.Plan
	plan.Holidays = []app.Day{app.NewDay(2026, 3, 11)}
	for want, m := range map[string]when.Moment{
		"2026-03-10 17:00": {Day: app.NewDay(2026, 3, 10)},
		"2026-03-10 11:30": {Day: app.NewDay(2026, 3, 10), Minute: 11*60 + 30, Timed: true},
		"2026-03-11 23:59": {Day: app.NewDay(2026, 3, 11)}, // a holiday
		"2026-03-14 23:59": {Day: app.NewDay(2026, 3, 14)}, // a Saturday
	} {
		if got := complaints.EndOf(m, plan); !got.Equal(s.moment(want)) {
			t.Errorf("%v, want %s", got, want)
		}
	}
}

func TestAPromiseIsKeptOnce(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30", promised(s, "A", ""), promised(s, "B", ""))
	before := s.of(id).Promises
	s.done(s.desk.KeepPromise(t.Context(), id, 1, "Anna"))
	first := s.now
	s.at("2026-03-10 10:00").done(s.desk.KeepPromise(t.Context(), id, 1, ""))
	got := s.of(id).Promises
	if !got[0].Kept.IsZero() || !got[1].Kept.Equal(first) || !before[1].Kept.IsZero() {
		t.Errorf("%+v", got)
	}
	if b := s.book.Batches[0]; b.By != "Anna" || b.Act != app.ActKeepPromise {
		t.Errorf("%+v", b)
	}
	for _, n := range []int{-1, 2} {
		if _, err := s.desk.KeepPromise(t.Context(), id, n, ""); app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("promise %d: %v", n, err)
		}
	}
}

func TestAComplaintIsClosedWithoutACallForAWrittenReasonOnly(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	_, err := s.desk.Close(t.Context(), id, " ", "")
	s.refused(err, complaints.FieldWhy)
	s.done(s.desk.Close(t.Context(), id, "They moved away", "Anna"))
	if got := s.of(id); got.Open() || got.ClosedWhy != "They moved away" || !got.Closed.Equal(s.now) {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsClosedStaysAsItIs(t *testing.T) {
	for name, act := range map[string]func(*scene, app.ID) error{
		"answer": func(s *scene, id app.ID) error { _, err := s.desk.Answer(s.t.Context(), id, ""); return err },
		"promise": func(s *scene, id app.ID) error {
			_, err := s.desk.Promise(s.t.Context(), id, "A leg", time.Time{}, "")
			return err
		},
		"close": func(s *scene, id app.ID) error { _, err := s.desk.Close(s.t.Context(), id, "x", ""); return err },
		"mark": func(s *scene, id app.ID) error {
			_, err := s.desk.MarkForOwner(s.t.Context(), id, true, "")
			return err
		},
		"give": func(s *scene, id app.ID) error {
			_, err := s.desk.Give(s.t.Context(), id, app.Remedy{Kind: app.RemedyApology}, "")
			return err
		},
		"put right": func(s *scene, id app.ID) error {
			_, err := s.desk.PutRight(s.t.Context(), id, nil, nil, "")
			return err
		},
		"allow": func(s *scene, id app.ID) error { _, err := s.desk.Allow(s.t.Context(), id, ""); return err },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			id := s.complaint("2026-03-09 09:00", func(c *app.Complaint) { c.Closed = s.now })
			s.conflicts(act(s, id), app.CodeConflict)
			s.conflicts(act(s, app.ID{1: 1}), app.CodeNotFound)
		})
	}
}

func TestWhatWasNotPutRightIsOpenedAgainInTheirWords(t *testing.T) {
	for name, end := range map[string]func(*scene, *app.Complaint){
		"put right": func(*scene, *app.Complaint) {},
		"confirmed": func(s *scene, c *app.Complaint) { c.Confirmed = s.now },
		"closed":    func(s *scene, c *app.Complaint) { c.Closed, c.ClosedWhy = s.now, "moved" },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			id := s.complaint("2026-03-02 09:00", putRight(s, "2026-03-03 10:00"), func(c *app.Complaint) { end(s, c) })
			_, err := s.desk.Reopen(t.Context(), id, "", app.FromVisit, "")
			s.refused(err, complaints.FieldWhy)
			s.done(s.desk.Reopen(t.Context(), id, "It wobbles again", app.FromVisit, "Anna"))
			want := app.Complaint{
				ID: id, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-02 09:00"),
				Reopened: []app.Reopening{{At: s.now.UTC(), Why: "It wobbles again", Answered: s.moment("2026-03-03 10:00"), PutRight: s.moment("2026-03-03 10:00"), Ended: s.now.UTC()}},
			}
			if diff := cmp.Diff(want, s.of(id)); diff != "" {
				t.Error(diff)
			}
			if from := s.of(id).AnswerFrom(); !from.Equal(s.now) {
				t.Errorf("to be answered from %v on", from)
			}
		})
	}
}

func TestWhatTheySayOnceItIsOpenedAgainIsAnOpinionOfTheirs(t *testing.T) {
	s := open(t)
	first := app.Opinion{ID: app.ID{2: 1}, Customer: maija, Verbatim: "It wobbles", About: []app.ID{{3: 1}}}
	s.book.Put(first)
	id := s.complaint("2026-03-02 09:00", putRight(s, "2026-03-03 10:00"), func(c *app.Complaint) { c.Opinion = first.ID })
	nobodys := s.complaint("2026-03-02 09:00", putRight(s, "2026-03-03 10:00"), func(c *app.Complaint) { c.Customer = app.ID{} })
	s.done(s.desk.Reopen(t.Context(), nobodys, "It hums", app.FromCard, ""))
	s.done(s.desk.Reopen(t.Context(), id, " It wobbles again ", app.FromVisit, "Anna"))
	var got []app.Opinion
	for _, o := range s.book.Shop.Opinions {
		if o.ID != first.ID {
			got = append(got, o)
		}
	}
	if len(got) != 1 || got[0].ID.IsZero() {
		t.Fatalf("%+v", got)
	}
	got[0].ID = app.ID{}
	want := app.Opinion{
		Customer: maija, Said: app.NewDay(2026, 3, 9), Taken: s.now.UTC(), Source: app.FromVisit,
		Verbatim: "It wobbles again", About: first.About,
	}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Error(diff)
	}
	if batch := s.book.Batches[len(s.book.Batches)-1]; len(batch.Changes) != 2 || s.of(id).Opinion != first.ID {
		t.Errorf("%+v", batch)
	}
}

func TestWhatStillWaitsNeedsNoOpeningAgain(t *testing.T) {
	s := open(t)
	_, err := s.desk.Reopen(t.Context(), s.complaint("2026-03-09 09:00"), "why", app.FromVisit, "")
	s.conflicts(err, app.CodeConflict)
}

func TestTheOwnerIsMarkedToCall(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	s.done(s.desk.MarkForOwner(t.Context(), id, true, "Anna"))
	if !s.only().OwnerMust {
		t.Error("not marked")
	}
	s.done(s.desk.MarkForOwner(t.Context(), id, false, ""))
	if s.only().OwnerMust {
		t.Error("still marked")
	}
	d, err := s.desk.Dossier(t.Context(), id)
	if err != nil || len(d.Steps) != 2 || d.Steps[0].Act != app.ActUnmark || d.Steps[1].Act != app.ActMark {
		t.Errorf("what was done: %+v, %v", d.Steps, err)
	}
	marked, err := s.desk.MarkForOwner(t.Context(), id, true, "Anna")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.book.Undo(t.Context(), marked.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if d, err = s.desk.Dossier(t.Context(), id); err != nil || len(d.Steps) != 2 {
		t.Errorf("what was done and not taken back: %+v, %v", d.Steps, err)
	}
}
