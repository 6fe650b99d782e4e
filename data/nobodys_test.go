package data_test

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/review"
	"ringback.app/data"
)

func TestWhatNobodyKnowsTheOwnerOfIsKeptUntilItIsMatched(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	card := s.said(app.Customer{}, "It squeaks")
	card.Sender = "A. K."
	wrong := app.Complaint{ID: s.ids.Next(), Opinion: card.ID, Received: noon, Wrong: "It squeaks"}
	s.put(anna, card, wrong)

	opinions, err := s.Opinions(ctx, app.ID{}, 0)
	if err != nil || len(opinions) != 1 || opinions[0].Sender != "A. K." {
		t.Errorf("opinions: %+v, %v", opinions, err)
	}
	open, err := s.OpenComplaints(ctx)
	if err != nil || len(open) != 1 || open[0].ID != wrong.ID {
		t.Errorf("open complaints: %+v, %v", open, err)
	}
	if history, err := s.History(ctx, app.ID{}, 0); err != nil || len(history) != 2 {
		t.Errorf("history: %d entries, %v", len(history), err)
	}

	card.Customer, card.Sender, wrong.Customer = anna.ID, "", anna.ID
	s.put(card, wrong)
	if opinions, err = s.Opinions(ctx, app.ID{}, 0); err != nil || len(opinions) != 0 {
		t.Errorf("opinions left: %+v, %v", opinions, err)
	}
	if sum, err := s.Summary(ctx, anna.ID); err != nil || sum.Talk.Opinions != 1 || len(sum.Talk.Complaints) != 1 {
		t.Errorf("summary: %+v, %v", sum.Talk, err)
	}
	if _, err := s.Undo(ctx, app.ID{}, ""); err != nil {
		t.Fatal(err)
	}
	if opinions, err = s.Opinions(ctx, app.ID{}, 0); err != nil || len(opinions) != 1 || opinions[0].Sender != "A. K." {
		t.Errorf("after undo: %+v, %v", opinions, err)
	}
}

func TestWhatWasDoneOfAComplaintIsToldSinceItWasNobodys(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna, anni := s.customer("Anna Korhonen", "+358401234567"), s.customer("Anni K.", "+358401234568")
	s.put(anna, anni)
	wrong := app.Complaint{ID: s.ids.Next(), Received: noon, Wrong: "It squeaks"}
	apply := func(act app.Act, changes ...app.Change) {
		t.Helper()
		s.now = s.now.Add(time.Minute)
		if _, err := s.Apply(ctx, app.Batch{Act: act, Changes: changes}); err != nil {
			t.Fatal(err)
		}
	}
	apply(app.ActImport, app.Put(wrong))
	wrong.Answered = noon
	apply(app.ActAnswer, app.Put(wrong))
	wrong.Customer = anni.ID
	apply(app.ActMatchOpinion, app.Put(wrong))
	wrong.ForOwner = true
	apply(app.ActMark, app.Put(wrong))
	wrong.Customer = anna.ID
	apply(app.ActMerge, app.Put(wrong), app.Remove(app.KindCustomer, anni.ID))

	d, err := complaints.New(s, func() time.Time { return s.now }, s.ids).Dossier(ctx, wrong.ID)
	if err != nil {
		t.Fatal(err)
	}
	var did []app.Act
	for _, step := range d.Steps {
		did = append(did, step.Act)
	}
	if want := []app.Act{app.ActMerge, app.ActMark, app.ActMatchOpinion, app.ActAnswer, app.ActImport}; !slices.Equal(did, want) {
		t.Errorf("%v, not %v", did, want)
	}
}

func TestTheCallListHearsNothingOfWhatIsNobodys(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	s.put(s.said(app.Customer{}, "It squeaks"), s.said(anna, "It sings"))
	err := s.ReadList(t.Context(), func(snap calllist.Snapshot) error {
		return snap.ToldSince(noon.AddDate(0, 0, -7), func(id app.ID) bool {
			if id != anna.ID {
				t.Errorf("%q told us something", id)
			}
			return true
		})
	})
	if err != nil {
		t.Error(err)
	}
}

func TestOnlyWordsCanBeNobodys(t *testing.T) {
	s := newShop(t)
	for _, r := range []app.Record{
		app.Call{ID: s.ids.Next(), Start: noon, Disposition: app.Talked},
		app.Purchase{ID: s.ids.Next(), Day: app.DayOf(noon)},
	} {
		_, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Changes: []app.Change{app.Put(r)}})
		if app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("%T: %v", r, err)
		}
	}
}

func TestForgettingErasesWhatWasTheirsBeforeAnybodyKnew(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	card := s.said(app.Customer{}, "Quetzalcoatlus squeaks")
	other := s.said(app.Customer{}, "Archaeopteryx sings")
	s.put(anna)
	s.put(card)
	s.put(other)
	card.Customer = anna.ID
	s.put(card)
	if err := s.Forget(t.Context(), anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"uetzalcoatlus": false, "rchaeopteryx": true} {
		if got := bytes.Contains(file, []byte(word)); got != want {
			t.Errorf("%q is in the file: %v", word, got)
		}
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}

func TestABookThatTravelsGoesByTheDaysOfWhereItIs(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	late := s.said(anna, "Late at night")
	late.Taken = time.Date(2026, time.March, 3, 23, 30, 0, 0, time.UTC)
	s.put(anna, late)
	calls := func() int {
		p := review.Period{From: app.NewDay(2026, time.March, 3), To: app.NewDay(2026, time.March, 4)}
		f, err := review.New(s, func() time.Time { return late.Taken.AddDate(0, 0, 7) }).Figures(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		return f.Opinions.Now.Count
	}
	before := calls()
	// As if the machine had been elsewhere when the book was last written to.
	if err := data.SetZone(ctx, s.Book, 12345); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := openShop(t, s.Path())
	s.Book = again.Book
	if problems, err := s.Check(ctx); err != nil || len(problems) > 0 || calls() != before {
		t.Errorf("check: %+v, %v; %d opinions, not %d", problems, err, calls(), before)
	}
	p := plan()
	for zone, want := range map[string]int{"Asia/Tokyo": 0, "America/New_York": 1} {
		p.TimeZone = zone
		_, err := s.Apply(ctx, app.Batch{ID: s.ids.Next(), Act: app.ActEditPlan, Changes: []app.Change{app.Put(p)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := calls(); got != want {
			t.Errorf("in %s: %d opinions on that day, not %d", zone, got, want)
		}
		if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
			t.Errorf("in %s: check: %+v, %v", zone, problems, err)
		}
	}
}

func TestForgettingErasesTheCardsThatWereSignedAndNeverMatched(t *testing.T) {
	cards := map[string]struct {
		sender string
		erased bool
	}{
		"Acanthostega": {"Anna Korhonen, Espoo", true},
		"Brontosaurus": {"tel. 040 123 4567", true},
		"Caudipteryx":  {"anna@example.com", true},
		"Diplodocus":   {"order K-77", true},
		"Edmontonia":   {"Anna", false},
		"Fukuiraptor":  {"Maria Virtanen", false},
		"Gigantoraptor": {
			"040 123 4568", false,
		},
		"Herrerasaurus": {"", false},
	}
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	anna.Emails = []app.Email{{Address: "Anna@Example.com"}}
	anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "K-77"}}
	maria := s.customer("Maria Virtanen", "+358401111111")
	s.put(anna, maria)
	for word, card := range cards {
		o := s.said(app.Customer{}, word+" squeaks")
		o.Sender = card.sender
		wrong := app.Complaint{ID: s.ids.Next(), Opinion: o.ID, Received: noon, Wrong: word + " squeaks"}
		s.put(o, wrong)
		if word == "Acanthostega" { // taken for Maria's for a while
			o.Customer, wrong.Customer = maria.ID, maria.ID
			s.put(o, wrong)
			o.Verbatim = word + " squeaks much"
			s.put(o)
			o.Customer, wrong.Customer = app.ID{}, app.ID{}
			s.put(o, wrong)
		}
	}
	if err := s.Forget(t.Context(), anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for word, card := range cards {
		if there := bytes.Contains(file, []byte(word[1:])); there == card.erased {
			t.Errorf("the card of %q is in the file: %v", card.sender, there)
		}
	}
	left, err := s.Opinions(t.Context(), app.ID{}, 0)
	if err != nil || len(left) != 4 {
		t.Errorf("%d cards are left, %v", len(left), err)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}

func TestForgettingLeavesTheCardsOfANamesake(t *testing.T) {
	s := newShop(t)
	anna, namesake := s.customer("Anna Korhonen", "+358401234567"), s.customer("Anna Korhonen", "+358409999999")
	card := s.said(app.Customer{}, "It squeaks")
	card.Sender = "Anna Korhonen"
	s.put(anna, namesake, card)
	if err := s.Forget(t.Context(), anna.ID, ""); err != nil {
		t.Fatal(err)
	}
	if left, err := s.Opinions(t.Context(), app.ID{}, 0); err != nil || len(left) != 1 {
		t.Errorf("%d cards are left, %v", len(left), err)
	}
}
