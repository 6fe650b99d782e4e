package calling_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// twoPutRight are a wardrobe and a lamp that were put right, the wardrobe first.
func twoPutRight(t *testing.T) (s *scene, wardrobe, lamp app.ID) {
	t.Helper()
	s = open(t)
	for _, p := range []app.Opinion{
		{ID: app.ID{12: 1}, Customer: maija, Taken: s.moment("2026-03-02 09:30"), About: []app.ID{table}},
		{ID: app.ID{12: 2}, Customer: maija, Taken: s.moment("2026-03-02 09:40"), About: []app.ID{chair}},
	} {
		s.book.Put(p)
	}
	wardrobe = s.complaint("2026-03-02 09:30", putRight(s), func(c *app.Complaint) { c.Wrong, c.Opinion = "A door hangs", app.ID{12: 1} })
	lamp = s.complaint("2026-03-02 09:40", putRight(s), func(c *app.Complaint) {
		c.Wrong, c.Opinion, c.PutRight = "It flickers", app.ID{12: 2}, s.moment("2026-03-04 10:00")
	})
	return s, wardrobe, lamp
}

func TestOfSeveralFixesTheOneThatIsMeantIsConfirmed(t *testing.T) {
	tests := map[string]func(lamp app.ID) calling.Report{
		"the answer names it": func(lamp app.ID) calling.Report { return calling.Report{Fixes: []calling.Fix{{lamp, true}}} },
		"the call is about it": func(lamp app.ID) calling.Report {
			return calling.Report{Case: lamp, Fixes: []calling.Fix{{Worked: true}}}
		},
		"both name it": func(lamp app.ID) calling.Report {
			return calling.Report{Case: lamp, Fixes: []calling.Fix{{lamp, true}}}
		},
	}
	for name, report := range tests {
		t.Run(name, func(t *testing.T) {
			s, wardrobe, lamp := twoPutRight(t)
			r := report(lamp)
			r.Disposition = app.Talked
			logged := s.log(r)
			if c := s.book.Shop.Complaints[lamp]; !c.Confirmed.Equal(s.now) {
				t.Errorf("the lamp: %+v", c)
			}
			if c := s.book.Shop.Complaints[wardrobe]; !c.Open() {
				t.Errorf("the wardrobe: %+v", c)
			}
			c := s.call(logged.Call)
			if c.Complaint != lamp || c.Reason != app.CheckFix || c.FixWorked == nil || !*c.FixWorked || len(c.About) != 1 || c.About[0] != chair {
				t.Errorf("the call: %+v", c)
			}
		})
	}
}

func TestNobodyGuessesWhichOfSeveralFixesWorked(t *testing.T) {
	s, wardrobe, lamp := twoPutRight(t)
	_, err := s.desk.Log(context.Background(), calling.Report{Customer: maija, Disposition: app.Talked, Fixes: []calling.Fix{{Worked: true}}})
	var fields app.FieldErrors
	if !errors.As(err, &fields) || fields[calling.FieldFixWorked] == nil {
		t.Fatal(err)
	}
	named, _ := fields[calling.FieldFixWorked].Args["Which"].(string)
	for _, part := range []string{wardrobe.String(), "A door hangs", lamp.String(), "It flickers"} {
		if !strings.Contains(named, part) {
			t.Errorf("%q is not in %q", part, named)
		}
	}
	if len(s.book.batches) != 0 {
		t.Error("something was written")
	}
}

func TestWhatIsNoFixOfTheirsIsRefused(t *testing.T) {
	s, _, lamp := twoPutRight(t)
	waiting := s.complaint("2026-03-06 09:30")
	s.refuse(calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{waiting, true}}}, calling.FieldFixWorked)
	s.refuse(calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{lamp, true}, {lamp, false}}}, calling.FieldFixWorked)
	s.refuse(calling.Report{Disposition: app.Talked, Case: app.ID{3: 3}}, calling.FieldCase)
}

func TestOneCallCanAskAboutSeveralFixes(t *testing.T) {
	s, wardrobe, lamp := twoPutRight(t)
	logged := s.log(calling.Report{
		Disposition: app.Talked, Case: lamp, Fixes: []calling.Fix{{lamp, true}, {wardrobe, false}},
		Opinion:   &calling.Said{Verbatim: "The door fell off"},
		Complaint: &calling.ToPutRight{Promise: "A new door"},
	})
	if c := s.book.Shop.Complaints[lamp]; !c.Confirmed.Equal(s.now) {
		t.Errorf("the lamp: %+v", c)
	}
	c := s.book.Shop.Complaints[wardrobe]
	if !c.PutRight.IsZero() || len(c.Reopened) != 1 || len(c.Promises) != 1 || logged.Complaint != wardrobe {
		t.Errorf("the wardrobe, open again: %+v", c)
	}
}

func TestTheCardOfACallAboutAComplaintBeginsWithIt(t *testing.T) {
	s, wardrobe, lamp := twoPutRight(t)
	card, err := s.desk.CardAbout(context.Background(), maija, lamp)
	if err != nil {
		t.Fatal(err)
	}
	if card.Reasons[0].Complaint != lamp || card.Complaints[0].ID != lamp || card.Complaints[1].ID != wardrobe || card.About[0].ID != chair {
		t.Errorf("%+v", card)
	}
}

func TestOneCallPutsTwoAnswersAndSomethingElseOnRecord(t *testing.T) {
	s, wardrobe, lamp := twoPutRight(t)
	logged := s.log(calling.Report{
		Disposition: app.Talked, Case: lamp, Fixes: []calling.Fix{{lamp, true}, {wardrobe, false}},
		Opinion:   &calling.Said{Verbatim: "The door fell off, and the bill is wrong", Themes: []string{"bills"}},
		Complaint: &calling.ToPutRight{Wish: "A door", Promise: "A new door"},
		Else:      &calling.ToPutRight{Wrong: " The bill is wrong ", Promise: "A new bill", Serious: true},
	})
	if c := s.book.Shop.Complaints[lamp]; !c.Confirmed.Equal(s.now) || !c.SpokenOfIn(s.call(logged.Call)) {
		t.Errorf("the lamp: %+v", c)
	}
	c := s.book.Shop.Complaints[wardrobe]
	if len(c.Reopened) != 1 || len(c.Promises) != 1 || c.Promises[0].What != "A new door" || c.Wish != "A door" || c.ForOwner || logged.Complaint != wardrobe {
		t.Errorf("the wardrobe, open again: %+v", c)
	}
	bill := s.book.Shop.Complaints[logged.Else]
	if bill.Wrong != "The bill is wrong" || len(bill.Promises) != 1 || bill.Promises[0].What != "A new bill" || !bill.ForOwner ||
		bill.Opinion != logged.Opinion || len(bill.Themes) != 1 || !bill.SpokenOfIn(s.call(logged.Call)) {
		t.Errorf("the bill: %+v", bill)
	}
	if call := s.call(logged.Call); call.Complaint != wardrobe || call.FixWorked == nil || *call.FixWorked {
		t.Errorf("the call: %+v", call)
	}
}

func TestTwoFixesThatFailedAreEachPromisedSomethingInOneCall(t *testing.T) {
	s, wardrobe, lamp := twoPutRight(t)
	logged := s.log(calling.Report{
		Disposition: app.Talked, Fixes: []calling.Fix{{lamp, false}, {wardrobe, false}}, Opinion: &calling.Said{Verbatim: "Neither is"},
		Complaint: &calling.ToPutRight{Of: wardrobe, Promise: "A new door"},
		Else:      &calling.ToPutRight{Of: lamp, Promise: "A new lamp", Wish: "Light", By: s.moment("2026-03-10 12:00"), Serious: true},
	})
	if c := s.book.Shop.Complaints[wardrobe]; len(c.Reopened) != 1 || len(c.Promises) != 1 || c.Promises[0].What != "A new door" {
		t.Errorf("the wardrobe: %+v", c)
	}
	if c := s.book.Shop.Complaints[lamp]; len(c.Reopened) != 1 || len(c.Promises) != 1 || c.Promises[0].What != "A new lamp" ||
		!c.Promises[0].By.Equal(s.moment("2026-03-10 12:00")) || c.Wish != "Light" || !c.ForOwner {
		t.Errorf("the lamp: %+v", c)
	}
	if len(s.book.Shop.Complaints) != 2 || !logged.Else.IsZero() || logged.Complaint != wardrobe {
		t.Errorf("%+v of %+v", logged, s.book.Shop.Complaints)
	}
}

func TestSomethingElseThatCannotBeAddedToIsRefused(t *testing.T) {
	for name, report := range map[string]func(wardrobe, lamp app.ID) (fixes []calling.Fix, other calling.ToPutRight){
		"it is the first one again": func(w, _ app.ID) ([]calling.Fix, calling.ToPutRight) {
			return []calling.Fix{{w, false}}, calling.ToPutRight{Of: w}
		},
		"nobody said that it did not work": func(w, l app.ID) ([]calling.Fix, calling.ToPutRight) {
			return []calling.Fix{{w, false}}, calling.ToPutRight{Of: l}
		},
		"it is named in words, too": func(w, l app.ID) ([]calling.Fix, calling.ToPutRight) {
			return []calling.Fix{{w, false}, {l, false}}, calling.ToPutRight{Of: l, Wrong: "It hums"}
		},
		"it is none of theirs": func(w, _ app.ID) ([]calling.Fix, calling.ToPutRight) {
			return []calling.Fix{{w, false}}, calling.ToPutRight{Of: table}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, wardrobe, lamp := twoPutRight(t)
			fixes, other := report(wardrobe, lamp)
			s.refuse(calling.Report{Disposition: app.Talked, Fixes: fixes, Complaint: &calling.ToPutRight{Of: wardrobe}, Else: &other}, calling.FieldElseOf)
		})
	}
}

func TestSomethingElseIsRefusedAtItsOwnFields(t *testing.T) {
	s, _, _ := twoPutRight(t)
	s.refuse(calling.Report{Disposition: app.Talked, Else: &calling.ToPutRight{Promise: "A new bill"}}, calling.FieldElseWrong)
	s.refuse(calling.Report{Disposition: app.NoAnswer, Else: &calling.ToPutRight{Wrong: "The bill"}}, calling.FieldElseWrong)
	s.refuse(calling.Report{Disposition: app.Talked, Else: &calling.ToPutRight{Wrong: "The bill", By: s.now}}, calling.FieldElsePromise)
	s.refuse(calling.Report{Disposition: app.Talked, Else: &calling.ToPutRight{Wrong: "The bill", Promise: "A new one", By: s.moment("2026-03-02 09:30")}}, calling.FieldElseBy)
}

func TestWhatIsToBePutRightIsAboutTheFixThatFailedOrTheCaseThatWasNamed(t *testing.T) {
	const (
		wardrobe = iota + 1
		lamp
		bill
	)
	type fix struct {
		of     int
		worked bool
	}
	for name, tt := range map[string]struct {
		about int
		fixes []fix
		want  int
	}{
		"both work":                     {lamp, []fix{{lamp, true}, {wardrobe, true}}, 0},
		"the other does not":            {lamp, []fix{{lamp, true}, {wardrobe, false}}, wardrobe},
		"neither does":                  {lamp, []fix{{lamp, false}, {wardrobe, false}}, lamp},
		"it waits to be put right":      {bill, nil, bill},
		"it waits, and a fix works not": {bill, []fix{{lamp, false}}, lamp},
	} {
		t.Run(name, func(t *testing.T) {
			s, first, second := twoPutRight(t)
			third := s.complaint("2026-03-06 09:30", func(c *app.Complaint) { c.Wrong = "The bill" })
			all := []app.ID{{}, first, second, third}
			about, want := all[tt.about], all[tt.want]
			var fixes []calling.Fix
			for _, f := range tt.fixes {
				fixes = append(fixes, calling.Fix{Complaint: all[f.of], Worked: f.worked})
			}
			logged := s.log(calling.Report{Disposition: app.Talked, Case: about, Fixes: fixes, Complaint: &calling.ToPutRight{Wish: "It whole"}, Opinion: &calling.Said{Verbatim: "No"}})
			if amended := logged.Complaint == want; amended == want.IsZero() {
				t.Errorf("on record about %v, want %v", logged.Complaint, want)
			}
		})
	}
}

func TestACallAsksOfNoFixThatCameAfterIt(t *testing.T) {
	s, _, lamp := twoPutRight(t) // the lamp at ten
	r := calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{lamp, true}}}
	r.Start, r.End = s.moment("2026-03-04 09:50"), s.moment("2026-03-04 09:58")
	s.refuse(r, calling.FieldFixWorked)
	r.End = s.moment("2026-03-04 10:02") // it was put right while they talked
	s.log(r)
	if c := s.book.Shop.Complaints[lamp]; !c.Confirmed.Equal(c.PutRight) {
		t.Errorf("confirmed %s, put right %s", c.Confirmed, c.PutRight)
	}
}

func TestAFixThatFailedInTheSameCallIsOpenAgainAfterIt(t *testing.T) {
	s, _, lamp := twoPutRight(t)
	s.log(calling.Report{
		Disposition: app.Talked, Fixes: []calling.Fix{{lamp, false}},
		Start: s.moment("2026-03-04 09:50"), End: s.moment("2026-03-04 10:02"),
	})
	if c := s.book.Shop.Complaints[lamp]; len(c.Reopened) != 1 || c.Reopened[0].At.Before(c.Reopened[0].PutRight) {
		t.Errorf("opened again: %+v", c.Reopened)
	}
}

func TestAFixByAClockAheadOfOursCanBeAskedAbout(t *testing.T) {
	s, _, lamp := twoPutRight(t)
	s.now = s.moment("2026-03-04 09:55")
	s.log(calling.Report{Disposition: app.Talked, Fixes: []calling.Fix{{lamp, true}}})
	if c := s.book.Shop.Complaints[lamp]; !c.Confirmed.Equal(c.PutRight) {
		t.Errorf("confirmed %s, put right %s", c.Confirmed, c.PutRight)
	}
}
