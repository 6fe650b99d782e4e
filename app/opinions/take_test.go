package opinions_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/opinions"
)

func TestACardIsTakenDown(t *testing.T) {
	s := open(t)
	s.shop.Drafts[opinions.DraftKey] = []byte("{}")
	saved := s.take(opinions.Form{
		Customer: maija.ID, Said: "9 Nov", Rating: "9", Words: " The lamp is lovely.\r\nAnna was patient. ",
		Themes: []string{"Quality", "lamps", "quality", ""}, Praise: []string{"anna"}, Draft: opinions.DraftKey,
	})
	o := saved.Opinion
	if o.Customer != maija.ID || o.Source != app.FromCard || o.Said != app.NewDay(2026, time.November, 9) || !o.Taken.Equal(s.now) {
		t.Errorf("%+v", o)
	}
	if o.Score == nil || *o.Score != 9 || o.Stars != nil || o.Verbatim != "The lamp is lovely.\nAnna was patient." {
		t.Errorf("%+v", o)
	}
	if !slices.Equal(o.Themes, []string{"quality", "lamps"}) || !slices.Equal(o.Praise, []string{"Anna"}) || !slices.Equal(o.Staff, []string{"Anna"}) {
		t.Errorf("themes %v, praise %v, staff %v", o.Themes, o.Praise, o.Staff)
	}
	if lag := opinions.Lag(o, s.shop.Now.Location()); lag != 13 {
		t.Errorf("the card lay %d days, want 13", lag)
	}
	if b := s.last(); b.Act != app.ActTakeOpinion || len(b.Changes) != 1 || len(s.shop.Drafts) != 0 {
		t.Errorf("%+v, drafts %v", b, s.shop.Drafts)
	}
}

func TestACardFromNobodyKnownIsKept(t *testing.T) {
	s := open(t)
	o := s.take(opinions.Form{Sender: " somebody\n in Espoo ", Rating: "4/5"}).Opinion
	if !o.Customer.IsZero() || o.Sender != "somebody in Espoo" || o.Stars == nil || *o.Stars != 4 {
		t.Errorf("%+v", o)
	}
	if s.take(opinions.Form{Rating: "3"}).Opinion.Sender != "" {
		t.Error("a sender was made up")
	}
}

func TestACardThatBearsOnlyANumberHasFoundItsOwner(t *testing.T) {
	s := open(t)
	if o := s.take(opinions.Form{Sender: "12347", Rating: "9"}).Opinion; o.Customer != maija.ID {
		t.Errorf("%+v", o)
	}
	if o := s.take(opinions.Form{Sender: "12347 maybe", Rating: "9"}).Opinion; !o.Customer.IsZero() {
		t.Errorf("a guess is taken for sure: %+v", o)
	}
}

func TestWhatCannotBeTakenIsSaidByField(t *testing.T) {
	long := strings.Repeat("ä", app.MaxVerbatim+1)
	tests := map[string]struct {
		form opinions.Form
		want map[string]string
	}{
		"a card without anything on it": {opinions.Form{Customer: maija.ID}, map[string]string{"words": "error.opinion.empty"}},
		"a score of eleven":             {opinions.Form{Words: "x", Rating: "11"}, map[string]string{"rating": "error.opinion.score.range"}},
		"a day to come":                 {opinions.Form{Words: "x", Said: "23.11.2026"}, map[string]string{"said": "error.opinion.said.ahead"}},
		"tomorrow, of somebody here":    {opinions.Form{Customer: maija.ID, Words: "x", Said: "tomorrow"}, map[string]string{"said": "error.opinion.said.ahead"}},
		"a year that is mistyped":       {opinions.Form{Words: "x", Said: "1890-01-01"}, map[string]string{"said": "error.opinion.said.long-ago"}},
		"a day that is none":            {opinions.Form{Words: "x", Said: "31.2."}, map[string]string{"said": "error.when.none"}},
		"an opinion of a megabyte":      {opinions.Form{Words: long}, map[string]string{"words": "error.opinion.long.words"}},
		"a theme as long as a letter":   {opinions.Form{Words: "x", Themes: []string{strings.Repeat("y", 61)}}, map[string]string{"themes": "error.opinion.long.themes"}},
		"a source that is none":         {opinions.Form{Words: "x", Source: "rumour"}, map[string]string{"source": "error.opinion.source"}},
		"a quote of nothing":            {opinions.Form{Rating: "9", Quote: &opinions.QuoteForm{}}, map[string]string{"quote": "error.opinion.quote.nothing"}},
		"a quote of other words":        {opinions.Form{Words: "It is nice.", Quote: &opinions.QuoteForm{Words: "It is superb."}}, map[string]string{"quote": "error.opinion.quote.other"}},
		"a complaint about nothing":     {opinions.Form{Rating: "3", Complaint: &opinions.ComplaintForm{}}, map[string]string{"wrong": "error.opinion.complaint.empty"}},
		"a promise of nothing by then":  {opinions.Form{Words: "x", Complaint: &opinions.ComplaintForm{By: "tomorrow"}}, map[string]string{"promise": "error.opinion.promise.empty"}},
		"a promise for a time gone by":  {opinions.Form{Words: "x", Complaint: &opinions.ComplaintForm{Promise: "y", By: "1.11.2026"}}, map[string]string{"by": "error.opinion.promise.past"}},
		"several at once": {
			opinions.Form{Rating: "12", Said: "31.2.", Source: "rumour"},
			map[string]string{"rating": "error.opinion.score.range", "said": "error.when.none", "source": "error.opinion.source", "words": "error.opinion.empty"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			_, err := s.desk.Take(context.Background(), test.form, "")
			s.refused(err, test.want)
		})
	}
}

func TestTheLongestOpinionIsTakenLetterByLetter(t *testing.T) {
	s := open(t)
	words := strings.Repeat("ế", app.MaxVerbatim)
	if o := s.take(opinions.Form{Words: words}).Opinion; o.Verbatim != words {
		t.Error("letters are lost")
	}
}

// It is 14:30 on the 22nd here, and 01:30 on the 23rd in Auckland.
func TestADayMayBeAheadWhereTheCustomerIs(t *testing.T) {
	s := open(t)
	tomorrow := app.NewDay(2026, time.November, 23)
	if o := s.take(opinions.Form{Customer: huong.ID, Words: "x", Said: "tomorrow"}).Opinion; o.Said != tomorrow {
		t.Errorf("said on %v", o.Said)
	} else if lag := opinions.Lag(o, s.shop.Now.Location()); lag != 0 {
		t.Errorf("a lag of %d days", lag)
	}
	if o := s.take(opinions.Form{Source: app.FromWeb, Words: "x", Said: "2026-11-23"}).Opinion; o.Said != tomorrow {
		t.Errorf("said on %v", o.Said)
	}
	if _, err := s.desk.Take(context.Background(), opinions.Form{Customer: huong.ID, Words: "x", Said: "24.11.2026"}, ""); err == nil {
		t.Error("the day after is taken, too")
	}
}

func TestAComplaintBeginsInTheSameAct(t *testing.T) {
	s := open(t)
	saved := s.take(opinions.Form{
		Customer: maija.ID, Rating: "3", Words: "One chair wobbles.", Themes: []string{"chairs"},
		Complaint: &opinions.ComplaintForm{Wish: "a new chair", Promise: "swap it", By: "tue", ForOwner: true},
	})
	c := s.shop.Wrongs[saved.Complaint]
	if len(s.shop.Batches) != 1 || c.Opinion != saved.Opinion.ID || c.Customer != maija.ID || c.Wrong != "One chair wobbles." ||
		c.Wish != "a new chair" || !c.ForOwner || !slices.Equal(c.Themes, []string{"chairs"}) || !c.Received.Equal(s.now) || !c.Answered.IsZero() {
		t.Errorf("%+v in %d batches", c, len(s.shop.Batches))
	}
	// On Tuesday the shop shuts at 17:00, which is 15:00 UTC.
	if want := time.Date(2026, time.November, 24, 15, 0, 0, 0, time.UTC); len(c.Promises) != 1 || c.Promises[0].What != "swap it" || !c.Promises[0].By.Equal(want) {
		t.Errorf("%+v", c.Promises)
	}
}

func TestWhoStoodBeforeUsIsAnsweredAtOnce(t *testing.T) {
	s := open(t)
	saved := s.take(opinions.Form{Source: app.FromVisit, Words: "It wobbles.", Complaint: &opinions.ComplaintForm{}})
	if c := s.shop.Wrongs[saved.Complaint]; !c.Answered.Equal(s.now) || !c.Customer.IsZero() {
		t.Errorf("%+v", c)
	}
}

func TestAnOpinionIsCorrected(t *testing.T) {
	s := open(t)
	was := s.take(opinions.Form{Said: "9 Nov", Rating: "2", Words: "Great, thanks", Praise: []string{"Anna", "Pekka"}, Quote: &opinions.QuoteForm{Where: "website"}}).Opinion
	if _, err := s.desk.PassOn(context.Background(), was.ID, "Anna", time.Time{}, ""); err != nil {
		t.Fatal(err)
	}
	s.now = s.now.Add(time.Hour)
	form := opinions.FormOf(s.shop.Told[was.ID])
	form.Rating, form.Praise, form.Staff = "9", []string{"Pekka"}, []string{"Pekka"}
	is := s.take(form).Opinion
	if is.ID != was.ID || !is.Taken.Equal(was.Taken) || is.Said != was.Said || *is.Score != 9 || len(is.Passed) != 0 || s.last().Act != app.ActEditOpinion {
		t.Errorf("%+v", is)
	}
	if !is.Quote.Since.Equal(was.Quote.Since) || is.Quote.Where != "website" {
		t.Errorf("the leave to quote changed: %+v", is.Quote)
	}
	form.Quote = nil
	if q := s.take(form).Opinion.Quote; q == nil || !q.Withdrawn.Equal(s.now) {
		t.Errorf("taking the tick away does not withdraw: %+v", q)
	}
}

func TestWordsThatMayBeQuotedAreNotEditedAway(t *testing.T) {
	s := open(t)
	o := s.take(opinions.Form{Words: "A lovely lamp", Quote: &opinions.QuoteForm{Words: "lovely lamp"}}).Opinion
	form := opinions.FormOf(o)
	form.Words = "A nice lamp"
	s.shop.Batches = nil
	_, err := s.desk.Take(context.Background(), form, "")
	s.refused(err, map[string]string{"quote": "error.opinion.quote.other"})
}

func TestTheClockOfAnotherDesktopIsNoReasonToRefuseACorrection(t *testing.T) {
	ahead := app.Opinion{ID: app.ID{1: 1}, Said: app.NewDay(2026, time.November, 25), Taken: time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC), Source: app.FromCard, Verbatim: "x"}
	s := open(t, ahead)
	form := opinions.FormOf(ahead)
	form.Words = "y"
	if o := s.take(form).Opinion; o.Said != ahead.Said || !o.Taken.Equal(ahead.Taken) {
		t.Errorf("%+v", o)
	}
}

func TestAnOpinionBeginsOneOpenComplaint(t *testing.T) {
	s := open(t)
	o := s.take(opinions.Form{Customer: maija.ID, Words: "It wobbles."}).Opinion
	s.now = s.now.Add(time.Hour)
	saved, err := s.desk.Complain(context.Background(), o.ID, opinions.ComplaintForm{Wish: "mend it"}, "Anna")
	if err != nil {
		t.Fatal(err)
	}
	if c := s.shop.Wrongs[saved.Complaint]; !c.Received.Equal(o.Taken) || c.Wrong != "It wobbles." || c.Wish != "mend it" || s.last().Act != app.ActComplain || s.last().By != "Anna" {
		t.Errorf("%+v", c)
	}
	s.shop.Batches = nil
	_, err = s.desk.Complain(context.Background(), o.ID, opinions.ComplaintForm{}, "")
	s.refused(err, map[string]string{"complaint": "error.opinion.complaint.begun"})
}

func TestUnknownOnesAreNotFound(t *testing.T) {
	s := open(t)
	ctx, nobody := context.Background(), app.ID{5: 5}
	_, customer := s.desk.Take(ctx, opinions.Form{Customer: nobody, Words: "x"}, "")
	_, opinion := s.desk.Take(ctx, opinions.Form{ID: nobody, Words: "x"}, "")
	_, complain := s.desk.Complain(ctx, nobody, opinions.ComplaintForm{}, "")
	_, match := s.desk.Match(ctx, []app.ID{nobody}, maija.ID, "")
	_, pass := s.desk.PassOn(ctx, nobody, "Anna", s.now, "")
	_, grant := s.desk.Grant(ctx, nobody, opinions.QuoteForm{}, "")
	_, withdraw := s.desk.Withdraw(ctx, nobody, "")
	for i, err := range []error{customer, opinion, complain, match, pass, grant, withdraw} {
		if err == nil || app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("%d: %v", i, err)
		}
	}
}
