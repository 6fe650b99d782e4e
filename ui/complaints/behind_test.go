package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

func TestTheCaseBehindAQuestionIsAsTheBookHasIt(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.keys("5")
	d.keys("They mo")
	c := s.of(1)
	c.Wish, c.Answered = "A new chair by Christmas", morning
	if _, err := s.Apply(t.Context(), app.Batch{Act: app.ActAnswer, Changes: []app.Change{app.Put(c)}}); err != nil {
		t.Fatal(err)
	}
	d.sees("A new chair by Christmas", "To be put right by")
	d.keys("ved")
	d.sees("[They moved]")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.ClosedWhy != "They moved" || c.Wish == "" {
		t.Errorf("%+v, %v", c, d.Failures)
	}
}

func TestAQuestionAboutACaseThatIsGoneSaysSoAndKeepsWhatWasTyped(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.complaint(2, "Tom Bell", "The lamp hums.", morning)
	d := begin(t, s)
	d.keys("5")
	d.keys("They mo")
	delete(s.Shop.Complaints, id(101))
	d.page.Changed(app.Changed{Act: app.ActUndo})
	d.keys("ved")
	d.sees("This complaint is not in the book any more", "[They moved]")
	d.misses("One chair wobbles.")
	d.press(fyne.KeyReturn)
	if len(d.Failures) != 1 {
		t.Errorf("told of %v", d.Failures)
	}
	d.sees("[They moved]")
	d.page.Back()
	d.sees("The lamp hums.")
	d.misses("This complaint is not in the book any more")
}

func TestAFaultWhileTheListIsReadIsToldAndTheNextReadingIsMade(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	d := begin(t, s)
	s.fault = "a fault of ours"
	func() {
		defer func() {
			if recover() == nil {
				t.Fatal("there was no fault")
			}
		}()
		d.pass(time.Minute)
	}()
	if len(d.Failures) != 1 {
		t.Errorf("told of %v", d.Failures)
	}
	s.complaint(2, "Tom Bell", "The lamp hums.", morning)
	d.page.Changed(app.Changed{})
	d.sees("Tom Bell")
}

func TestHowTheySaidThatItIsNotPutRightIsChosen(t *testing.T) {
	for _, from := range []app.Source{app.FromCall, app.FromVisit} {
		s := newShop()
		s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) { c.Answered, c.PutRight = morning, morning })
		d := begin(t, s)
		d.keys("6")
		d.keys("It wobbles again")
		if from != app.FromCall {
			d.pick(1, string(from))
		}
		d.page.Save()
		if len(s.Shop.Opinions) != 1 {
			t.Fatalf("%+v, %v", s.Shop.Opinions, d.Failures)
		}
		for _, o := range s.Shop.Opinions {
			if o.Source != from || o.Verbatim != "It wobbles again" || o.Customer != id(1) {
				t.Errorf("%+v", o)
			}
		}
	}
}
