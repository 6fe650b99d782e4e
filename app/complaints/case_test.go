package complaints_test

import (
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/review"
)

func TestTheLateOnesComeFirstThenThoseWithTheLeastTimeLeft(t *testing.T) {
	s := open(t)
	asked := s.complaint("2026-03-02 10:00", putRight(s, "2026-03-04 10:00"))
	fresh := s.complaint("2026-03-09 09:59")
	promise := s.complaint("2026-03-06 10:00", answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-09 11:00"))
	late := s.complaint("2026-03-06 10:00")
	latest := s.complaint("2026-03-04 10:00")
	var got []app.ID
	for _, c := range s.cases() {
		got = append(got, c.Complaint.ID)
	}
	if want := []app.ID{latest, late, promise, fresh, asked}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if open, late, err := s.desk.Late(t.Context()); open != 5 || late != 2 || err != nil {
		t.Errorf("%d open, %d late, %v", open, late, err)
	}
}

func TestTheStages(t *testing.T) {
	s := open(t)
	for want, change := range map[complaints.Stage][]func(*app.Complaint){
		complaints.Received:  nil,
		complaints.Answered:  {answered(s, "2026-03-09 09:30")},
		complaints.Promised:  {answered(s, "2026-03-09 09:30"), promised(s, "A leg", "")},
		complaints.PutRight:  {promised(s, "A leg", ""), putRight(s, "2026-03-09 09:30")},
		complaints.Confirmed: {putRight(s, "2026-03-09 09:30"), func(c *app.Complaint) { c.Confirmed = s.now }},
		complaints.Closed:    {func(c *app.Complaint) { c.Closed = s.now }},
	} {
		if got := complaints.StageOf(s.of(s.complaint("2026-03-09 09:00", change...))); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestOnceOpenedAgainOnlyWhatWasPromisedSinceIsPromised(t *testing.T) {
	s := open(t)
	again := s.moment("2026-03-09 12:00")
	for name, tt := range map[string]struct {
		kept time.Time
		want complaints.Stage
	}{
		"kept before, which did not help": {again.Add(-time.Hour), complaints.Answered},
		"kept since":                      {again.Add(time.Hour), complaints.Promised},
		"not kept":                        {time.Time{}, complaints.Promised},
	} {
		c := app.Complaint{
			Received: again.Add(-3 * time.Hour), Answered: again.Add(time.Minute), Reopened: []app.Reopening{{At: again}},
			Promises: []app.Promise{{What: "A leg", Kept: tt.kept}},
		}
		if got := complaints.StageOf(c); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestTheOwnerMustCall(t *testing.T) {
	tests := map[string]struct {
		from  int64 // the plan's
		value int64 // what the customer spends a year
		mark  bool
		want  bool
	}{
		"whom nothing sets apart anybody may call":            {100_00, 99_99, false, false},
		"one who spends as much as the owner set":             {100_00, 100_00, false, true},
		"where the owner set nothing, nobody is too valuable": {0, 9_000_00, false, false},
		"a serious one": {0, 0, true, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.book.Shop.Plan.OwnerFrom = tt.from
			s.complaint("2026-03-09 09:00", func(c *app.Complaint) { c.ForOwner = tt.mark })
			s.book.Summarize(maija, app.Summary{Buying: app.Buying{YearValue: tt.value}})
			if got := s.only(); got.OwnerMust != tt.want || got.Valuable != (tt.want && !tt.mark) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestASecondComplaintOfTheSameThemeIsMarked(t *testing.T) {
	s := open(t)
	s.complaint("2026-01-09 09:00", themed("Delivery", "price"), func(c *app.Complaint) { c.Confirmed = s.now })
	s.complaint("2026-02-09 09:00", themed("staff"), whose(tom), func(c *app.Complaint) { c.Closed = s.now })
	second := s.complaint("2026-03-09 09:00", themed("staff", "delivery"))
	first := s.complaint("2026-01-05 09:00", themed("delivery"))
	for _, c := range s.cases() {
		want := []string{"delivery"}
		if c.Complaint.ID == first {
			want = nil
		}
		if !slices.Equal(c.Again, want) {
			t.Errorf("%v: again %v", c.Complaint.Received, c.Again)
		}
	}
	dossier, err := s.desk.Dossier(t.Context(), second)
	if err != nil || len(dossier.Before) != 2 || dossier.Before[1].ID != first {
		t.Errorf("%+v, %v", dossier.Before, err)
	}
}

func TestAnEarlierComplaintIsOfTheDayOnWhichTheySaidIt(t *testing.T) {
	card := app.Opinion{ID: app.ID{13: 9}, Customer: maija, Said: app.NewDay(2025, time.November, 9)}
	undated := card
	undated.Undated = true
	received := app.NewDay(2026, time.March, 9)
	for name, tt := range map[string]struct {
		began *app.Opinion
		want  app.Day
	}{
		"a card that was written before it was read": {&card, card.Said},
		"a card that bears no day":                   {&undated, received},
		"no words at all":                            {nil, received},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.complaint("2026-03-09 00:30", themed("delivery"), func(c *app.Complaint) {
				if tt.began != nil {
					s.book.Put(*tt.began)
					c.Opinion = tt.began.ID
				}
			})
			second := s.complaint("2026-03-09 09:00", themed("delivery"))
			d, err := s.desk.Dossier(t.Context(), second)
			if err != nil || len(d.Before) != 1 || d.Before[0].Said != tt.want {
				t.Errorf("%+v, %v", d.Before, err)
			}
		})
	}
}

func TestACallThatAskedAboutSeveralFixesIsOfEachOfThem(t *testing.T) {
	s := open(t)
	asked := s.moment("2026-03-06 12:00")
	first := s.complaint("2026-03-02 09:00", func(c *app.Complaint) { c.PutRight, c.Confirmed = asked.Add(-time.Hour), asked })
	failed := s.complaint("2026-03-02 10:00", func(c *app.Complaint) { c.Reopened = []app.Reopening{{At: asked}} })
	other := s.complaint("2026-03-02 11:00", func(c *app.Complaint) { c.Closed = asked.Add(time.Hour) })
	yes := true
	s.book.Put(app.Call{ID: app.ID{13: 1}, Customer: maija, Start: asked, Disposition: app.Talked, Complaint: first, FixWorked: &yes})
	for id, want := range map[app.ID]int{first: 1, failed: 1, other: 0} {
		if d, err := s.desk.Dossier(t.Context(), id); err != nil || len(d.Steps) != want {
			t.Errorf("%v has %d calls, want %d; %v", id, len(d.Steps), want, err)
		}
	}
}

func TestWhatNobodyKnowsWhoseItIsIsAmongThem(t *testing.T) {
	s := open(t)
	card := app.ID{13: 9}
	s.book.Put(app.Opinion{ID: card, Sender: "K. K., Espoo"})
	id := s.complaint("2026-03-09 09:00", whose(app.ID{}), func(c *app.Complaint) { c.Opinion, c.ForOwner = card, true })
	if got := s.only(); got.Sender != "K. K., Espoo" || !got.Customer.ID.IsZero() || !got.OwnerMust {
		t.Errorf("%+v", got)
	}
	if d, err := s.desk.Dossier(t.Context(), id); err != nil || d.Opinion.ID != card {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestWhatWasDoneIsToldSinceBeforeItWasTheirs(t *testing.T) {
	for name, tt := range map[string]struct {
		others int // changes of that whose it was, about something else, since it was theirs
		owners []app.ID
		want   int
	}{
		"it was nobody's":                          {0, []app.ID{{}, maija}, 4},
		"then another's, whom a merge made one":    {0, []app.ID{{}, tom, maija}, 6},
		"back with whom it was before":             {0, []app.ID{maija, tom, maija}, 6},
		"among much that was nobody's":             {700, []app.ID{{}, maija}, 4},
		"among more than is looked through":        {6000, []app.ID{{}, maija}, 2},
		"it went from hand to hand more than most": {0, hands(40), 32},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.apply(app.ActImport, app.Complaint{ID: app.ID{13: 1}, Customer: tt.owners[0], Wrong: "It wobbles", Received: s.now})
			for i, owner := range tt.owners {
				c := s.of(app.ID{13: 1})
				if c.Customer != owner {
					c.Customer = owner
					s.apply(app.ActMatchOpinion, c)
				}
				s.done(s.desk.MarkForOwner(t.Context(), c.ID, i%2 == 0, "Anna"))
				if i == 0 {
					for range tt.others {
						s.apply(app.ActImport, app.Complaint{ID: app.ID{13: 2}, Customer: owner, Received: s.now})
					}
				}
			}
			d, err := s.desk.Dossier(t.Context(), app.ID{13: 1})
			if err != nil || len(d.Steps) != tt.want {
				t.Fatalf("%d steps, not %d, %v: %+v", len(d.Steps), tt.want, err, d.Steps)
			}
			if tt.want == 2*len(tt.owners) && (d.Steps[0].Act == app.ActMatchOpinion || d.Steps[len(d.Steps)-1].Act != app.ActImport) {
				t.Errorf("%+v", d.Steps)
			}
		})
	}
}

func TestCallsOfTheSameImportAreNotAboutAComplaintUnlessTheyAre(t *testing.T) {
	s := open(t)
	id, about := app.ID{13: 1}, app.ID{12: 2}
	s.apply(app.ActImport, app.Complaint{ID: id, Customer: maija, Wrong: "It wobbles", Received: s.now},
		app.Call{ID: app.ID{12: 1}, Customer: maija, Start: s.moment("2025-04-01 17:06"), Disposition: app.Busy},
		app.Call{ID: about, Customer: maija, Start: s.now.Add(time.Hour), Disposition: app.Busy, Complaint: id})
	d, err := s.desk.Dossier(t.Context(), id)
	if err != nil || len(d.Steps) != 2 || d.Steps[0].Call.ID != about || d.Steps[1].Act != app.ActImport || !d.Steps[1].Call.ID.IsZero() {
		t.Errorf("%+v, %v", d.Steps, err)
	}
}

// hands returns that many customers, the last of them Maija.
func hands(n int) []app.ID {
	var all []app.ID
	for i := range n - 1 {
		all = append(all, app.ID{3: 1, 15: byte(i)})
	}
	return append(all, maija)
}

func TestTheDossierHasWhatItIsAboutAndWhatWasDone(t *testing.T) {
	s := open(t)
	bought, said, call, other := app.ID{12: 1}, app.ID{12: 2}, app.ID{12: 3}, app.ID{12: 4}
	s.book.Put(
		app.Purchase{ID: bought, Customer: maija},
		app.Opinion{ID: said, Customer: maija, About: []app.ID{bought, {12: 9}}, Call: call},
	)
	id := s.complaint("2026-03-09 09:00", func(c *app.Complaint) { c.Opinion = said })
	s.book.Put(app.Call{ID: call, Customer: maija}, app.Call{ID: other, Customer: maija}, app.Call{ID: app.ID{12: 5}, Customer: maija, Complaint: id, Disposition: app.NoAnswer, Notes: "Nobody there"})
	s.done(s.desk.Answer(t.Context(), id, "Anna"))
	d, err := s.desk.Dossier(t.Context(), id)
	if err != nil || len(d.Bought) != 1 || len(d.Steps) != 2 {
		t.Fatalf("%+v, %v", d, err)
	}
	if step := d.Steps[0]; step.By != "Anna" || step.Act != app.ActAnswer || !step.Call.ID.IsZero() {
		t.Errorf("%+v", step)
	}
	if step := d.Steps[1]; step.Call.Notes != "Nobody there" || step.Call.Disposition != app.NoAnswer {
		t.Errorf("%+v", step)
	}
	if _, err := s.desk.Dossier(t.Context(), app.ID{1: 1}); app.CodeOf(err) != app.CodeNotFound {
		t.Error(err)
	}
}

func TestEndedAreThoseOfTheLastThirtyDays(t *testing.T) {
	s := open(t)
	confirmed := func(at string) func(*app.Complaint) {
		return func(c *app.Complaint) { c.Confirmed = s.moment(at) }
	}
	s.complaint("2026-01-01 10:00", confirmed("2026-02-06 10:00"))
	older := s.complaint("2026-01-01 10:00", confirmed("2026-02-08 10:00"))
	newer := s.complaint("2026-01-01 10:00", func(c *app.Complaint) { c.Closed = s.moment("2026-03-08 10:00") })
	s.complaint("2026-03-08 10:00")
	ended, err := s.desk.Ended(t.Context())
	if err != nil || len(ended.Cases) != 2 || ended.Cases[0].Complaint.ID != newer || ended.Cases[1].Complaint.ID != older {
		t.Errorf("%+v, %v", ended.Cases, err)
	}
}

func TestPromisesComeByTheirHour(t *testing.T) {
	s := open(t)
	first := s.complaint("2026-03-06 10:00", answered(s, "2026-03-06 10:30"),
		promised(s, "Some day", ""), promised(s, "A leg", "2026-03-09 09:00"), promised(s, "A chair", "2026-03-10 12:00"))
	kept := s.of(first)
	kept.Promises = append(kept.Promises, app.Promise{What: "done", Kept: s.now})
	s.book.Put(kept, app.Call{
		ID: app.ID{12: 1}, Customer: tom, Start: s.moment("2026-03-08 10:00"), Disposition: app.Talked,
		Next: &app.NextStep{At: s.moment("2026-03-09 15:00"), Timed: true, Note: "the lamp"},
	})
	all, err := s.desk.Promises(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range all.Owed {
		line := o.What
		if o.Late {
			line += ", late"
		}
		got = append(got, line)
	}
	if want := []string{"A leg, late", "the lamp", "A chair", "Some day"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if call := all.Owed[1]; call.Customer.ID != tom || !call.Complaint.IsZero() || !call.Timed {
		t.Errorf("%+v", call)
	}
	if p := all.Owed[2]; p.Complaint != first || p.Promise != 2 {
		t.Errorf("%+v", p)
	}
}

func TestAPromiseOutlivesAComplaintThatIsClosed(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-06 10:00", answered(s, "2026-03-06 10:30"),
		promised(s, "A letter", "2026-03-06 12:00"), promised(s, "A leg", "2026-03-10 11:00"))
	s.done(s.desk.KeepPromise(t.Context(), id, 0, ""))
	s.done(s.desk.Close(t.Context(), id, "They moved away", ""))
	all, err := s.desk.Promises(t.Context())
	if err != nil || len(all.Owed) != 1 || all.Owed[0].Complaint != id || all.Owed[0].Promise != 1 || all.Owed[0].What != "A leg" || all.Owed[0].Late {
		t.Fatalf("%+v, %v", all.Owed, err)
	}
	s.now = s.moment("2026-03-10 10:00")
	s.done(s.desk.KeepPromise(t.Context(), id, 1, ""))
	c := s.of(id)
	if all, err = s.desk.Promises(t.Context()); err != nil || len(all.Owed) != 0 || c.Open() || !c.Promises[1].Kept.Equal(s.now) {
		t.Errorf("%+v of %+v, %v", all.Owed, c, err)
	}
	for _, p := range review.PromisesOf(nil, []app.Complaint{c}, time.UTC) {
		if p.Number == 1 && p.State != review.PromiseKept {
			t.Errorf("counted as %d", p.State)
		}
	}
}

func TestWhatAnotherClockDatedAheadOfOursIsAmongTheEndedAndThePromised(t *testing.T) {
	s := open(t)
	id := s.complaint("2026-03-09 10:20", promised(s, "A leg", "2026-03-10 11:00"))
	s.done(s.desk.Close(t.Context(), id, "They moved away", ""))
	ended, err := s.desk.Ended(t.Context())
	if err != nil || len(ended.Cases) != 1 {
		t.Errorf("%+v, %v", ended.Cases, err)
	}
	all, err := s.desk.Promises(t.Context())
	if err != nil || len(all.Owed) != 1 {
		t.Errorf("%+v, %v", all.Owed, err)
	}
}
