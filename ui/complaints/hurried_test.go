package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestWhatIsChosenAndNotShownYetTakesNoKeys(t *testing.T) {
	s := newShop()
	slow := &pagetest.Slow{}
	s.run = slow
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.complaint(2, "Anna Niemi", "The lamp flickers.", morning.Add(-time.Hour))
	d := begin(t, s)
	slow.Waits = true
	d.press(fyne.KeyDown)
	d.keys("15")
	slow.CatchUp()
	slow.Waits = false
	if !s.of(1).Answered.IsZero() || !s.of(2).Answered.IsZero() {
		t.Error("a complaint was answered that was not on show, or not chosen")
	}
	d.sees("Anna Niemi", "“The lamp flickers.”")
	d.keys("1")
	if !s.of(1).Answered.IsZero() || s.of(2).Answered.IsZero() {
		t.Error("the one on show was not answered")
	}
}

func TestALetterHeldDownDoesItsWorkOnce(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
		c.Answered = morning.Add(-time.Hour / 2)
		c.Promises = []app.Promise{{What: "A leg"}, {What: "A call"}, {What: "A card"}}
	})
	d := begin(t, s)
	d.keys("kkk")
	kept := 0
	for _, p := range s.of(1).Promises {
		if !p.Kept.IsZero() {
			kept++
		}
	}
	if kept != 1 {
		t.Errorf("%d promises are kept", kept)
	}
}

func TestADigitHeldDownIsNoWordOfTheAnswerItAsksFor(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("2")
	for range 5 {
		pagetest.HoldLetter(d.window.Canvas(), '2')
	}
	entry := d.window.Canvas().Focused().(*widgets.Entry)
	if entry.Text != "" {
		t.Errorf("typed %q", entry.Text)
	}
	d.keys("2 legs")
	if entry.Text != "2 legs" {
		t.Errorf("typed %q", entry.Text)
	}
}

func TestAnotherFilterKeepsWhatIsTyped(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("2")
	d.keys("Swap the chair")
	d.pick(0, "late")
	d.pick(0, "open")
	d.now = d.now.Add(time.Second)
	d.keys("2")
	d.sees("[Swap the chair]")
}

func TestAQuestionAnsweredAfterThePageWasLeftLeavesTheKeyboardWhereItIs(t *testing.T) {
	s := newShop()
	slow := &pagetest.Slow{}
	s.run = slow
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("5")
	d.keys("They moved")
	slow.Waits = true
	d.press(fyne.KeyReturn)
	d.page.Hidden()
	note := widget.NewEntry() // on the page that was gone to
	d.window.SetContent(container.NewBorder(note, nil, nil, nil, d.page.Content()))
	d.window.Canvas().Focus(note)
	slow.CatchUp()
	if s.of(1).Open() || d.window.Canvas().Focused() != note {
		t.Errorf("closed %t, the keyboard is at %T", !s.of(1).Open(), d.window.Canvas().Focused())
	}
}

func TestAnAnswerGivenTwiceInAHurryIsOne(t *testing.T) {
	s := newShop()
	slow := &pagetest.Slow{}
	s.run = slow
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("5")
	d.keys("They moved")
	slow.Waits = true
	d.press(fyne.KeyReturn)
	d.press(fyne.KeyReturn)
	d.page.Save()
	d.keys(" away") // too late to be in it
	slow.CatchUp()
	if got := s.of(1).ClosedWhy; got != "They moved" || len(d.Toasts) != 1 {
		t.Errorf("closed because %q, said %q", got, d.Toasts)
	}
}
