package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

// owing is a shop that promised Maija three things about her chair.
func owing() *shop {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
		c.Answered = morning.Add(-time.Hour)
		c.Promises = []app.Promise{{What: "Swap the chair", By: morning.Add(2 * time.Hour)}, {What: "Send a voucher", By: morning.AddDate(0, 0, 4)}, {What: "Call the maker"}}
	})
	return s
}

func TestWhoPutsSomethingRightSeesWhichPromisesCountAsKept(t *testing.T) {
	s := owing()
	d := begin(t, s)
	d.keys("4")
	d.sees("Kept: Swap the chair (by 12:12)", "Kept: Send a voucher (by Tue 24 Nov, 10:12)", "Kept: Call the maker")
	d.press(fyne.KeyRight, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeySpace) // not the voucher
	d.page.Save()
	c := s.of(1)
	if p := c.Promises; c.PutRight.IsZero() || p[0].Kept.IsZero() || !p[1].Kept.IsZero() || p[2].Kept.IsZero() {
		t.Fatalf("%+v; %v", c, d.Failures)
	}
	if want := "Put right. A call will ask whether it worked. 2 promises count as kept. 1 promise stays open."; d.said() != want {
		t.Errorf("said %q, want %q", d.said(), want)
	}
	d.sees("Send a voucher", "by Tue 24 Nov, 10:12")
	d.keys("k") // later on
	if s.of(1).Promises[1].Kept.IsZero() {
		t.Error("it could not be kept any more")
	}
}

func TestNothingIsTickedWhereOnlyADecisionIsMade(t *testing.T) {
	d := begin(t, owing())
	d.keys("3")
	d.misses("Kept:")
}

func TestWhatWasUntickedStaysSoUntilItIsSaved(t *testing.T) {
	s := owing()
	d := begin(t, s)
	d.keys("4")
	d.press(fyne.KeyRight, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeySpace) // not the chair
	d.pass(time.Second)

	c := s.of(1)
	c.Promises[1].Kept = morning // somebody sent it meanwhile
	s.Put(c)
	again := begin(t, s) // the program was killed
	again.keys("4")
	again.misses("Kept: Send a voucher")
	again.page.Save()
	if p := s.of(1).Promises; !p[0].Kept.IsZero() || !p[1].Kept.Equal(morning) || p[2].Kept.IsZero() {
		t.Errorf("%+v, %v", p, again.Failures)
	}
}

func TestAfterAFixThatFailedOnlyWhatIsStillPromisedIsNamed(t *testing.T) {
	s := owing()
	c := s.of(1)
	c.Promises[0].Kept = morning.Add(-time.Minute)
	c.Reopened = []app.Reopening{{At: morning, Why: "It wobbles again", PutRight: morning.Add(-time.Minute)}}
	s.Put(c)
	d := begin(t, s)
	d.keys("4")
	d.sees("Kept: Send a voucher", "Kept: Call the maker")
	d.misses("Kept: Swap the chair")
}
