package data_test

import (
	"slices"
	"testing"
	"time"

	"ringback.app/app/complaints"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
)

func TestThemesGivenLaterMarkASecondComplaintAndAreTakenBackWithIt(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	clock := func() time.Time { return s.now }
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	desk := opinions.New(s.Book, clock, s.ids, when.Typing{})
	take := func(f opinions.Form) opinions.Saved {
		t.Helper()
		s.now = s.now.Add(time.Minute)
		saved, err := desk.Take(ctx, f, "")
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	told := func(themes ...string) opinions.Saved {
		return take(opinions.Form{Customer: anna.ID, Words: "It came late.", Themes: themes, Complaint: &opinions.ComplaintForm{}})
	}
	told("delivery time")
	second := told()
	form := opinions.FormOf(second.Opinion)
	form.Themes = []string{"delivery time"}
	given := take(form)
	atComplaints := complaints.New(s.Book, clock, s.ids)
	if _, err := atComplaints.MarkForOwner(ctx, second.Complaint, true, ""); err != nil {
		t.Fatal(err)
	}
	themes := func(when string, want ...string) {
		t.Helper()
		o, err := s.Opinion(ctx, second.Opinion.ID)
		if err != nil {
			t.Fatal(err)
		}
		d, err := atComplaints.Dossier(ctx, second.Complaint)
		if err != nil {
			t.Fatal(err)
		}
		c := d.Complaint
		if !slices.Equal(o.Themes, want) || !slices.Equal(c.Themes, want) || !slices.Equal(d.Again, want) || !c.ForOwner {
			t.Errorf("%s: %q, %q, again %q and for the owner %t, not %q", when, o.Themes, c.Themes, d.Again, c.ForOwner, want)
		}
	}
	themes("given", "delivery time")
	undone, err := s.Undo(ctx, given.Batch, "")
	if err != nil {
		t.Fatal(err)
	}
	themes("taken back")
	if _, err := s.Undo(ctx, undone.Batch, ""); err != nil {
		t.Fatal(err)
	}
	themes("given again", "delivery time")
	if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}
