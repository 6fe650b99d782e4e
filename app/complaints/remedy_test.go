package complaints_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/review"
)

func eur(minor int64) app.Money { return app.Money{Minor: minor, Currency: "EUR"} }

// Staff of this shop may spend € 50.
func TestWhoMayGiveARemedy(t *testing.T) {
	tests := map[string]struct {
		by    string
		cost  app.Money
		limit int64
		asked bool
	}{
		"the owner gives what it takes":                {"", eur(900_00), 5000, false},
		"by name, too":                                 {"jim", eur(900_00), 5000, false},
		"staff give up to the limit":                   {"Anna", eur(50_00), 5000, false},
		"and ask above it":                             {"Anna", eur(50_01), 5000, true},
		"what costs nothing is given without asking":   {"Anna", app.Money{}, 0, false},
		"without a limit set, staff ask for any money": {"Anna", eur(1), 0, true},
		"a cost without a currency is in the shop's":   {"Anna", app.Money{Minor: 50_01}, 5000, true},
		"another currency has no limit to be within":   {"Anna", app.Money{Minor: 1, Currency: "JPY"}, 5000, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.book.Shop.Plan.StaffRemedy = tt.limit
			for how, give := range map[string]func(app.ID) (complaints.Given, error){
				"given": func(id app.ID) (complaints.Given, error) {
					return s.desk.Give(t.Context(), id, app.Remedy{Kind: app.RemedyRefund, Cost: tt.cost}, tt.by)
				},
				"put right": func(id app.ID) (complaints.Given, error) {
					return s.desk.PutRight(t.Context(), id, &app.Remedy{Kind: app.RemedyRefund, Cost: tt.cost}, nil, tt.by)
				},
			} {
				id := s.complaint("2026-03-09 09:00")
				given, err := give(id)
				if err != nil || given.Asked != tt.asked {
					t.Fatalf("%s: %+v, %v", how, given, err)
				}
				c := s.of(id)
				if c.AwaitsOwner() != tt.asked || c.PutRight.IsZero() != (how == "given" || tt.asked) {
					t.Errorf("%s: %+v", how, c)
				}
				if c.Remedy.By != tt.by || c.Remedy.Allowed.IsZero() != tt.asked {
					t.Errorf("%s: %+v", how, c.Remedy)
				}
			}
		})
	}
}

// asking is a complaint for which Anna wants to give € 80.
func asking(t *testing.T) (*scene, app.ID) {
	t.Helper()
	s := open(t)
	id := s.complaint("2026-03-09 09:00")
	if _, err := s.desk.Give(t.Context(), id, app.Remedy{Kind: app.RemedyRefund, Cost: eur(80_00)}, "Anna"); err != nil {
		t.Fatal(err)
	}
	s.book.Batches = nil
	return s, id
}

func TestWhatWasGivenInVainIsNotLost(t *testing.T) {
	s := open(t)
	s.book.Shop.Plan.StaffRemedy = 50_00
	id := s.complaint("2026-03-02 09:00")
	repair := &app.Remedy{Kind: app.RemedyRepair, Cost: eur(40_00)}
	first := s.now.UTC()
	if _, err := s.desk.PutRight(t.Context(), id, repair, nil, "Anna"); err != nil {
		t.Fatal(err)
	}
	s.at("2026-03-10 10:00").done(s.desk.Reopen(t.Context(), id, "It wobbles again", app.FromVisit, "Anna"))
	c := s.of(id)
	if c.Remedy != nil || len(c.Earlier) != 1 || c.Earlier[0].Remedy.Kind != app.RemedyRepair || !c.Earlier[0].At.Equal(first) {
		t.Fatalf("opened again: %+v, %+v", c.Remedy, c.Earlier)
	}
	refund := &app.Remedy{Kind: app.RemedyRefund, Cost: eur(45_00)}
	if _, err := s.desk.PutRight(t.Context(), id, refund, nil, "Anna"); err != nil {
		t.Fatal(err)
	}
	given := s.of(id).Given()
	if len(given) != 2 || given[0].Remedy.Cost != eur(40_00) || given[1].Remedy.Cost != eur(45_00) || !given[1].At.Equal(s.now) {
		t.Errorf("given: %+v", given)
	}
}

func TestWhatTheOwnerAllowedOnceIsAllowedOnce(t *testing.T) {
	s, id := asking(t)
	s.done(s.desk.Allow(t.Context(), id, ""))
	if _, err := s.desk.PutRight(t.Context(), id, nil, nil, "Anna"); err != nil {
		t.Fatal(err)
	}
	s.done(s.desk.Reopen(t.Context(), id, "It wobbles again", app.FromVisit, "Anna"))
	again, err := s.desk.Give(t.Context(), id, app.Remedy{Kind: app.RemedyRefund, Cost: eur(80_00)}, "Anna")
	if err != nil || !again.Asked {
		t.Errorf("given again: %+v, %v", again, err)
	}
}

func TestAWishThatWasNeverGivenStaysAWish(t *testing.T) {
	s, id := asking(t)
	s.done(s.desk.Close(t.Context(), id, "moved away", ""))
	s.done(s.desk.Reopen(t.Context(), id, "I am back", app.FromVisit, ""))
	if c := s.of(id); len(c.Earlier) != 0 || !c.AwaitsOwner() {
		t.Errorf("%+v", c)
	}
}

func TestTheOwnerAllowsARemedyAndStaffGiveIt(t *testing.T) {
	s, id := asking(t)
	_, err := s.desk.PutRight(t.Context(), id, nil, nil, "Anna")
	s.conflicts(err, app.CodeConflict)
	_, err = s.desk.Allow(t.Context(), id, "Anna")
	s.conflicts(err, app.CodeInvalid)
	s.done(s.desk.Allow(t.Context(), id, ""))
	if c := s.of(id); c.AwaitsOwner() || !c.Remedy.Allowed.Equal(s.now) || c.Remedy.By != "Anna" {
		t.Errorf("%+v", c.Remedy)
	}
	if given, err := s.desk.PutRight(t.Context(), id, nil, nil, "Anna"); err != nil || given.Asked {
		t.Fatalf("%+v, %v", given, err)
	}
	if c := s.of(id); c.PutRight.IsZero() || c.Remedy.Cost != eur(80_00) {
		t.Errorf("%+v", c)
	}
}

func TestWhatWasAllowedCoversWhatCostsNoMore(t *testing.T) {
	s, id := asking(t)
	s.done(s.desk.Allow(t.Context(), id, ""))
	for cost, asked := range map[int64]bool{79_00: false, 81_00: true} {
		given, err := s.desk.Give(t.Context(), id, app.Remedy{Kind: app.RemedyRefund, Cost: eur(cost)}, "Anna")
		if err != nil || given.Asked != asked {
			t.Errorf("%d: %+v, %v", cost, given, err)
		}
		s.book.Put(func() app.Complaint { // as it was allowed
			c := s.of(id)
			c.Remedy = &app.Remedy{Kind: app.RemedyRefund, Cost: eur(80_00), By: "Anna", Allowed: s.now}
			return c
		}())
	}
}

func TestTheOwnerDoesNotAllowItAndSaysWhy(t *testing.T) {
	s, id := asking(t)
	_, err := s.desk.Refuse(t.Context(), id, " ", "")
	s.refused(err, complaints.FieldWhy)
	_, err = s.desk.Refuse(t.Context(), id, "Too much", "Anna")
	s.conflicts(err, app.CodeInvalid)
	s.done(s.desk.Refuse(t.Context(), id, "Too much", "Jim"))
	if c := s.of(id); c.AwaitsOwner() || c.Remedy.Refused != "Too much" {
		t.Errorf("%+v", c.Remedy)
	}
	s.book.Batches = nil
	_, err = s.desk.Allow(t.Context(), id, "")
	s.conflicts(err, app.CodeConflict)
	if _, err := s.desk.PutRight(t.Context(), id, nil, nil, "Anna"); err != nil {
		t.Fatal(err)
	}
	if c := s.of(id); c.Remedy != nil {
		t.Errorf("what was not allowed counts as given: %+v", c.Remedy)
	}
}

func TestTheOwnerPutsRightWhatWaitsForTheirLeave(t *testing.T) {
	s, id := asking(t)
	if _, err := s.desk.PutRight(t.Context(), id, nil, nil, ""); err != nil {
		t.Fatal(err)
	}
	if c := s.of(id); c.Remedy.Allowed.IsZero() || c.PutRight.IsZero() {
		t.Errorf("%+v", c)
	}
}

func TestPutRight(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30", promised(s, "A", ""))
	given, err := s.desk.PutRight(t.Context(), id, &app.Remedy{Kind: app.RemedyRefund, Note: " ok ", Cost: app.Money{Minor: 500}}, []int{0}, "")
	if err != nil || given.Kept != 1 || given.Open != 0 {
		t.Fatal(given, err)
	}
	now := s.now.UTC()
	want := app.Complaint{
		ID: id, Customer: maija, Wrong: "It wobbles", Received: s.moment("2026-03-09 09:30"), Answered: now, PutRight: now,
		Promises: []app.Promise{{What: "A", Kept: now}},
		Remedy:   &app.Remedy{Kind: app.RemedyRefund, Note: "ok", Cost: eur(500), Allowed: now},
	}
	if diff := cmp.Diff(want, s.of(id)); diff != "" || s.book.Batches[0].Act != app.ActPutRight {
		t.Error(diff)
	}
	s.at("2026-03-10 10:00")
	if _, err := s.desk.PutRight(t.Context(), id, nil, nil, ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, s.of(id)); diff != "" {
		t.Errorf("put right twice: %s", diff)
	}
}

func TestOfWhatWasPromisedOnlyWhatIsNamedCountsAsKept(t *testing.T) {
	s := open(t)
	early := s.moment("2026-03-09 09:40")
	id := s.complaint("2026-03-09 09:30", promised(s, "A leg", "2026-03-10 15:00"), promised(s, "A letter", "2026-03-11 15:00"), promised(s, "A call", ""),
		func(c *app.Complaint) { c.Promises[2].Kept = early })
	refund := &app.Remedy{Kind: app.RemedyRefund}
	for _, none := range []int{-1, 3} {
		if _, err := s.desk.PutRight(t.Context(), id, refund, []int{0, none}, ""); app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("promise %d: %v", none, err)
		}
	}
	if c := s.of(id); !c.PutRight.IsZero() {
		t.Errorf("refused, and yet %+v", c)
	}
	given, err := s.desk.PutRight(t.Context(), id, refund, []int{0, 2}, "")
	if err != nil || given.Kept != 1 || given.Open != 1 {
		t.Fatalf("%+v, %v", given, err)
	}
	c := s.of(id)
	if p := c.Promises; !p[0].Kept.Equal(s.now) || !p[1].Kept.IsZero() || !p[2].Kept.Equal(early) {
		t.Fatalf("%+v", p)
	}
	c.Confirmed = s.now // in a call: it worked, and what was promised besides is still to come
	s.book.Put(c)
	all, err := s.desk.Promises(t.Context())
	if err != nil || len(all.Owed) != 1 || all.Owed[0].What != "A letter" || all.Owed[0].Promise != 1 {
		t.Errorf("%+v, %v", all.Owed, err)
	}
	counted := review.PromisesOf(nil, []app.Complaint{c}, time.UTC)
	if len(counted) != 2 || counted[0].State != review.PromiseKept || counted[1].State != review.PromiseOpen {
		t.Errorf("counted as %+v", counted)
	}
}

func TestWhatWasKeptStaysKeptWhenTheFixFailed(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 09:30", promised(s, "A leg", "2026-03-10 15:00"), promised(s, "A letter", "2026-03-11 15:00"))
	if _, err := s.desk.PutRight(t.Context(), id, &app.Remedy{Kind: app.RemedyRepair}, []int{0}, ""); err != nil {
		t.Fatal(err)
	}
	kept := s.now
	s.at("2026-03-10 11:00")
	s.done(s.desk.Reopen(t.Context(), id, "It wobbles again", app.FromCall, ""))
	s.done(s.desk.Promise(t.Context(), id, "A chair", s.moment("2026-03-12 11:00"), ""))
	if p := s.of(id).Promises; len(p) != 3 || !p[0].Kept.Equal(kept) || !p[1].Kept.IsZero() || !p[2].Kept.IsZero() {
		t.Fatalf("open again: %+v", p)
	}
	given, err := s.desk.PutRight(t.Context(), id, &app.Remedy{Kind: app.RemedyReplacement}, []int{1, 2}, "")
	if err != nil || given.Kept != 2 || given.Open != 0 || !s.of(id).Promises[0].Kept.Equal(kept) {
		t.Errorf("put right again: %+v of %+v, %v", given, s.of(id).Promises, err)
	}
}

func TestARemedyThatIsNone(t *testing.T) {
	for field, remedy := range map[string]app.Remedy{
		complaints.FieldRemedy: {Kind: "hug"}, complaints.FieldCost: {Kind: app.RemedyRefund, Cost: app.Money{Minor: -1}},
	} {
		s := open(t)
		id := s.complaint("2026-03-09 09:30")
		_, err := s.desk.PutRight(t.Context(), id, &remedy, nil, "")
		s.refused(err, field)
		_, err = s.desk.Give(t.Context(), id, remedy, "Anna")
		s.refused(err, field)
	}
}
