package opinions_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/opinions"
)

func TestTheSenderOfACardIsLookedFor(t *testing.T) {
	tests := map[string]struct {
		sender string
		want   []string
	}{
		"by the number on the card":     {"12347", []string{"Maija Korhonen by reference"}},
		"by the number among words":     {"order (12347), somebody", []string{"Maija Korhonen by reference"}},
		"by the telephone, as written":  {"call me: 040-123 4567", []string{"Maija Korhonen by phone"}},
		"by the e-mail address":         {"<Maija@Example.com>", []string{"Maija Korhonen by email"}},
		"by the name without accents":   {"tran thi huong", []string{"Trần Thị Hương by name"}},
		"by a name among other things":  {"Korhonen, Espoo", []string{"Maija Korhonen by name"}},
		"each once, the surest first":   {"Maija Korhonen 12347 maija@example.com", []string{"Maija Korhonen by reference"}},
		"by a number that two can have": {"12347 +358401234567", []string{"Maija Korhonen by reference"}},
		"nobody":                        {"Zaphod 99", nil},
		"nothing":                       {"  ", nil},
		"more than any card says":       {strings.Repeat("Maija ", 1000), nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			found, err := open(t).desk.Candidates(context.Background(), test.sender, 5)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, names(found)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnUnmatchedCardFindsItsOwnerWithItsComplaint(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	saved := s.take(opinions.Form{Sender: "Korhonen?", Rating: "2", Words: "It wobbles.", Complaint: &opinions.ComplaintForm{}})
	s.take(opinions.Form{Customer: huong.ID, Rating: "9"})
	if waiting, err := s.desk.Unmatched(ctx, 0); err != nil || len(waiting) != 1 || waiting[0].ID != saved.Opinion.ID {
		t.Fatal(waiting, err)
	}
	if _, err := s.desk.Match(ctx, []app.ID{saved.Opinion.ID}, maija.ID, ""); err != nil {
		t.Fatal(err)
	}
	if o, c := s.shop.Told[saved.Opinion.ID], s.shop.Wrongs[saved.Complaint]; o.Customer != maija.ID || c.Customer != maija.ID || o.Sender != "" {
		t.Errorf("%+v\n%+v", o, c)
	}
	if b := s.last(); b.Act != app.ActMatchOpinion || len(b.Changes) != 2 {
		t.Errorf("%+v", b)
	}
	if waiting, _ := s.desk.Unmatched(ctx, 0); len(waiting) != 0 {
		t.Error("it still waits")
	}
}

func TestTheCardsOfOneSenderFindTheirOwnerInOneBatch(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	first := s.take(opinions.Form{Sender: "Ann Smith, 0151 123", Rating: "2", Words: "It wobbles.", Complaint: &opinions.ComplaintForm{}})
	second := s.take(opinions.Form{Sender: "ann smith 0151-123", Rating: "3", Words: "It still does.", Complaint: &opinions.ComplaintForm{}})
	s.take(opinions.Form{Sender: "Ann Smith", Rating: "9"})
	nameless := s.take(opinions.Form{Rating: "9"})
	s.take(opinions.Form{Rating: "8"})
	if others, err := s.desk.Others(ctx, nameless.Opinion); err != nil || len(others) != 0 {
		t.Errorf("of a card without a name: %v, %v", others, err)
	}
	others, err := s.desk.Others(ctx, first.Opinion)
	if err != nil || len(others) != 1 || others[0] != second.Opinion.ID {
		t.Fatal(others, err)
	}
	batches := len(s.shop.Batches)
	if _, err := s.desk.Match(ctx, append(others, first.Opinion.ID), maija.ID, ""); err != nil {
		t.Fatal(err)
	}
	for _, saved := range []opinions.Saved{first, second} {
		if o, c := s.shop.Told[saved.Opinion.ID], s.shop.Wrongs[saved.Complaint]; o.Customer != maija.ID || c.Customer != maija.ID {
			t.Errorf("%+v\n%+v", o, c)
		}
	}
	if len(s.shop.Batches) != batches+1 || len(s.last().Changes) != 4 {
		t.Errorf("%d batches, %+v", len(s.shop.Batches)-batches, s.last())
	}
}

func TestThemesAreOfferedByHowOftenTheyWereUsed(t *testing.T) {
	used := func(id byte, ago int, themes ...string) app.Opinion {
		return app.Opinion{ID: app.ID{0: id}, Taken: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC).AddDate(0, 0, -ago), Themes: themes, Staff: []string{"Liisa"}}
	}
	s := open(t, used(1, 1, "parking", "price"), used(2, 2, "Parking"), used(3, 9, "price", "parking"), used(4, 400, "smell", "quality"))
	v, err := s.desk.Vocabulary(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if folded := strings.ToLower(strings.Join(v.Themes, ", ")); folded != "parking, price, quality, delivery time" {
		t.Error(v.Themes)
	}
	if !slices.Equal(v.Staff, []string{"Liisa", "Anna", "Pekka"}) {
		t.Error(v.Staff)
	}
}

func TestPraiseIsPassedOn(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	s.now = s.now.AddDate(0, 0, -8)
	old := s.take(opinions.Form{Customer: maija.ID, Words: "Anna and Pekka were patient.", Praise: []string{"Anna", "Pekka"}}).Opinion
	s.now = s.now.AddDate(0, 0, 1)
	s.take(opinions.Form{Words: "Thanks, Anna", Praise: []string{"Anna"}})
	s.now = s.now.AddDate(0, 0, 7)
	read := func() opinions.PraiseList {
		t.Helper()
		list, err := s.desk.Praise(ctx, 10)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	waiting := read().Waiting
	var got []string
	for _, p := range waiting {
		got = append(got, p.Staff+" of "+p.Who.Called()+map[bool]string{true: ", overdue", false: ""}[p.Overdue])
	}
	// A week is up on its last day, and over on the next.
	if diff := cmp.Diff([]string{"Anna of Maija Korhonen, overdue", "Pekka of Maija Korhonen, overdue", "Anna of "}, got); diff != "" {
		t.Error(diff)
	}
	for range 2 { // the second time changes nothing
		if _, err := s.desk.PassOn(ctx, old.ID, "Anna", time.Time{}, ""); err != nil {
			t.Fatal(err)
		}
	}
	list := read()
	if len(list.Waiting) != 2 || len(list.Passed) != 1 || list.Passed[0].Staff != "Anna" || !list.Passed[0].Passed.Equal(s.now) || list.Within != 7 {
		t.Errorf("%+v", list)
	}
	if _, err := s.desk.PassOn(ctx, old.ID, "Liisa", time.Time{}, ""); app.CodeOf(err) != app.CodeInvalid || err == nil {
		t.Errorf("who was not praised was told: %v", err)
	}
	s.shop.Now.PassOnWithin = 30
	if slices.ContainsFunc(read().Waiting, func(p opinions.Praised) bool { return p.Overdue }) {
		t.Error("overdue before the plan says so")
	}
}

func TestTheLedgerHoldsWhatMayBePublished(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	words := "The lamp is lovely.\nIt took two weeks, though. I will be back."
	o := s.take(opinions.Form{Customer: maija.ID, Words: words}).Opinion
	allowed := func() []string {
		t.Helper()
		all, err := s.desk.Allowed(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, q := range all {
			said = append(said, strings.Join([]string{q.Quote.Words, q.Quote.Where, q.Quote.Name, q.Who.Called()}, "|"))
		}
		return said
	}
	if got := allowed(); got != nil {
		t.Errorf("%q without leave", got)
	}
	if _, err := s.desk.Withdraw(ctx, o.ID, ""); err == nil || app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("withdrawn what was not given: %v", err)
	}
	grant := func(f opinions.QuoteForm) error {
		_, err := s.desk.Grant(ctx, o.ID, f, "")
		return err
	}
	if err := grant(opinions.QuoteForm{Words: "The lamp is lovely. It … I will be back.", Where: "website", Name: "Maija K."}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"The lamp is lovely. It … I will be back.|website|Maija K.|Maija Korhonen"}, allowed()); diff != "" {
		t.Error(diff)
	}
	since := s.shop.Told[o.ID].Quote.Since
	s.now = s.now.Add(time.Hour)
	if err := grant(opinions.QuoteForm{Words: "The lamp is lovely. It … I will be back.", Where: "website", Name: "Maija K."}); err != nil || !s.shop.Told[o.ID].Quote.Since.Equal(since) {
		t.Error("the same leave has another date", err)
	}
	if err := grant(opinions.QuoteForm{Where: "shop window"}); err != nil || !s.shop.Told[o.ID].Quote.Since.Equal(s.now) {
		t.Error("another leave has the old date", err)
	}
	for _, other := range []string{"I will be back. … The lamp is lovely.", "lovely lamp", "…"} {
		before := s.shop.Told[o.ID].Quote
		if err := grant(opinions.QuoteForm{Words: other}); err == nil || s.shop.Told[o.ID].Quote != before {
			t.Errorf("%q is taken for their words", other)
		}
	}
	if _, err := s.desk.Withdraw(ctx, o.ID, ""); err != nil {
		t.Fatal(err)
	}
	if act := s.last().Act; act != app.ActWithdraw { // an undo names it, and is not that of the leave itself
		t.Errorf("the withdrawal is called %q", act)
	}
	all, err := s.desk.Quotes(ctx)
	if got := allowed(); got != nil || err != nil || len(all) != 1 || !all[0].Quote.Withdrawn.Equal(s.now) {
		t.Errorf("%q is allowed after it was withdrawn; the ledger: %+v, %v", got, all, err)
	}
}

func TestTheDaysOfADraftAreThoseOfWhenItWasTyped(t *testing.T) {
	form := opinions.Form{Customer: maija.ID, Words: "Hidas", Said: "yesterday", Complaint: &opinions.ComplaintForm{Promise: "A leg", By: "tomorrow 11"}}
	begun := opinions.Work{Customer: maija.ID, What: opinions.Correcting}
	for name, tt := range map[string]struct {
		later    time.Duration
		said, by string
	}{
		"the same day": {time.Hour, "yesterday", "tomorrow 11"},
		"another day":  {48 * time.Hour, "2026-11-21", "2026-11-23 11:00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			ctx := context.Background()
			if err := errors.Join(s.desk.KeepDraft(ctx, form), s.desk.KeepBegun(ctx, begun, form)); err != nil {
				t.Fatal(err)
			}
			s.now = s.now.Add(tt.later)
			draft, _, err := s.desk.Draft(ctx)
			work, _, failed := s.desk.Begun(ctx, begun)
			if err != nil || failed != nil {
				t.Fatal(err, failed)
			}
			for _, got := range []opinions.Form{draft, work.Form} {
				if got.Said != tt.said || got.Complaint.By != tt.by || !got.Kept.IsZero() {
					t.Errorf("said %q, by %q, kept %s", got.Said, got.Complaint.By, got.Kept)
				}
			}
		})
	}
}

func TestADraftIsKeptUntilItIsOnRecord(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	form := opinions.Form{Customer: maija.ID, Rating: "9", Words: "Ihana", Complaint: &opinions.ComplaintForm{Wish: "x"}}
	if err := s.desk.KeepDraft(ctx, form); err != nil {
		t.Fatal(err)
	}
	got, ok, err := s.desk.Draft(ctx)
	if diff := cmp.Diff(form, got); diff != "" || !ok || err != nil {
		t.Error(diff, ok, err)
	}
	if err := s.desk.KeepDraft(ctx, opinions.Form{Source: app.FromVisit, Said: "9 Nov"}); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.desk.Draft(ctx); ok || err != nil {
		t.Error("a blank card is kept", err)
	}
	s.shop.Drafts[opinions.DraftKey] = []byte("{")
	if _, _, err := s.desk.Draft(ctx); app.CodeOf(err) != app.CodeDamaged {
		t.Error(err)
	}
}

func TestOpinionsAreFoundWithWhoGaveThem(t *testing.T) {
	s := open(t)
	s.take(opinions.Form{Customer: maija.ID, Rating: "9", Words: "Nice lamp", Themes: []string{"price"}})
	s.take(opinions.Form{Source: app.FromWeb, Rating: "2/5", Words: "Late lamp", Sender: "order 7"})
	for query, want := range map[app.OpinionQuery]string{
		{}:                     "order 7, Maija Korhonen",
		{Words: "LAMP"}:        "order 7, Maija Korhonen",
		{Theme: "price"}:       "Maija Korhonen",
		{Unhappy: true}:        "order 7",
		{Source: app.FromCard}: "Maija Korhonen",
	} {
		found, err := s.desk.Find(context.Background(), query)
		var got []string
		for _, f := range found {
			got = append(got, f.Opinion.Sender+f.Who.Called())
		}
		if strings.Join(got, ", ") != want || err != nil {
			t.Errorf("%+v: %q, %v", query, got, err)
		}
	}
}
