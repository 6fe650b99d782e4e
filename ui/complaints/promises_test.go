package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

func TestAPromisePastTheShopsOwnTargetIsCalledLateInWords(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("Swap the chair")
	d.press(fyne.KeyTab)
	d.keys("1 dec")
	d.sees("Tue 1 Dec, 17:00. That is after your own target, Wed 25 Nov, 09:12: it will count as late.")
	d.press(fyne.KeyReturn)
	d.sees("Promised by Tue 1 Dec, 17:00 · your own target is Wed 25 Nov, 09:12", "2 days left")
	d.pass(5*24*time.Hour + time.Hour)
	d.sees("Promised by Tue 1 Dec, 17:00 · your own target was 09:12: it counts as late", "2 h late", "1 open, 1 late")
	if d.late != 1 {
		t.Errorf("%d late", d.late)
	}
}

func TestAPromiseIsKeptByItsButton(t *testing.T) {
	s := busy()
	d := begin(t, s)
	d.pick(0, "promises")
	d.tap("Kept")
	if s.of(3).Promises[0].Kept.IsZero() {
		t.Error("not kept")
	}
	d.sees("No promise is open")
}

func TestTheOpenPromiseThatIsDueNextIsKeptByItsKey(t *testing.T) {
	soon, later := morning.Add(time.Hour), morning.Add(2*time.Hour)
	for name, tt := range map[string]struct {
		promises []app.Promise
		next     int
	}{
		"the first typed":           {[]app.Promise{{What: "Call", Kept: morning}, {What: "Write"}, {What: "Send"}}, 1},
		"the first due":             {[]app.Promise{{What: "Call", By: later}, {What: "Write", By: soon}}, 1},
		"one with an hour":          {[]app.Promise{{What: "Call"}, {What: "Write", By: soon}}, 1},
		"what was kept was earlier": {[]app.Promise{{What: "Call", By: later}, {What: "Write", By: soon, Kept: morning}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop()
			s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
				c.Answered, c.Promises = morning, tt.promises
			})
			d := begin(t, s)
			d.keys("k")
			for i, p := range s.of(1).Promises {
				if kept := !p.Kept.IsZero(); kept != (i == tt.next || !tt.promises[i].Kept.IsZero()) {
					t.Errorf("%s: kept %v", p.What, kept)
				}
			}
		})
	}
}

func TestAPromisedCallLeadsToTheCallCard(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "", morning, func(c *app.Complaint) { c.Closed = morning })
	s.Put(app.Call{ID: id(50), Customer: id(1), Start: morning.AddDate(0, 0, -1), Disposition: app.Talked, Next: &app.NextStep{At: morning.Add(time.Hour), Timed: true, Note: "the lamp"}})
	d := begin(t, s)
	d.pick(0, "promises")
	d.sees("Maija Korhonen", "the lamp: 11:12")
	d.window.Canvas().Unfocus()
	d.keys("c")
	if d.called != id(1) {
		t.Error("the call card was not opened")
	}
}

func TestAPromiseKeptOnItsDayOrWithinItsMinuteIsNotCalledLate(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.AddDate(0, 0, -3), func(c *app.Complaint) {
		today, hour := app.DayOf(morning).Start(time.UTC), morning.Add(-time.Hour)
		c.Promises = []app.Promise{
			{What: "Ring", By: today, Kept: morning.Add(-2 * time.Hour)},
			{What: "Swap the chair", By: hour, Kept: hour.Add(50 * time.Second)},
		}
	})
	d := begin(t, s)
	d.sees("kept at 08:12", "kept at 09:12")
	d.misses("kept at 08:12, later than promised", "kept at 09:12, later than promised")
}

func TestWhatWasPromisedIsKeptThoughTheComplaintIsClosed(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
		c.Answered, c.Promises = morning, []app.Promise{{What: "Send lamp", By: morning.Add(5 * time.Hour)}, {What: "Call", Kept: morning}}
	})
	d := begin(t, s)
	d.keys("5")
	d.sees("What you promised stays among the promises until it is kept: “Send lamp”.")
	d.keys("They moved")
	d.press(fyne.KeyReturn)
	if s.of(1).Open() {
		t.Fatalf("%+v, %v", s.of(1), d.Failures)
	}
	d.pick(0, "promises")
	d.sees("Send lamp", "15:12")
	d.pass(6 * time.Hour)
	d.sees("late: promised by", "Kept", "Closed without a call: They moved")
	d.window.Canvas().Unfocus()
	d.keys("k")
	if c := s.of(1); c.Promises[0].Kept.IsZero() || c.Open() {
		t.Errorf("%+v, %v", c, d.Failures)
	}
	d.sees("No promise is open")
}

func TestClosingSaysNothingOfPromisesThatWereKept(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
		c.Answered, c.Promises = morning, []app.Promise{{What: "Call", Kept: morning}}
	})
	d := begin(t, s)
	d.keys("5")
	d.sees("Close it without asking whether it worked?")
	d.misses("What you promised")
}
