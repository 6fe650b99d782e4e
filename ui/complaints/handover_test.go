package complaints_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

func TestWhoSitsThereWhenItIsSavedIsWhoseItIs(t *testing.T) {
	for key, act := range map[string]app.Act{"2": app.ActPromise, "3": app.ActGive, "4": app.ActGive, "5": app.ActClose, "6": app.ActReopen} {
		t.Run(string(act)+" "+key, func(t *testing.T) {
			s := newShop()
			s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour), func(c *app.Complaint) {
				if key == "6" {
					c.Answered, c.PutRight = morning, morning
				}
			})
			d := begin(t, s) // the owner
			d.keys(key)
			typed := "Moved away"
			if act == app.ActGive {
				d.press(fyne.KeySpace, fyne.KeyTab, fyne.KeyTab)
				typed = "80"
			}
			d.keys(typed)
			d.misses("the owner will be asked")
			s.by = "Anna"
			d.page.Changed(app.Changed{})
			d.sees("[" + typed + "]")
			if act == app.ActGive {
				d.sees("More than € 50.00: the owner will be asked.")
			}
			d.press(fyne.KeyReturn)
			if len(s.Batches) != 1 || s.Batches[0].Act != act || s.Batches[0].By != "Anna" {
				t.Fatalf("%+v; %v", s.Batches, d.Failures)
			}
			if c := s.of(1); act == app.ActGive && (!c.AwaitsOwner() || !c.PutRight.IsZero()) {
				t.Errorf("given without the owner: %+v", c)
			}
		})
	}
}

func TestTheOwnerIsNotSaidToBeAskedForWhatTheyAllowed(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-time.Hour))
	s.decides(1, app.RemedyRepair, "New handle", 8000)
	d := begin(t, s)
	d.keys("4")
	s.by = "Anna"
	d.page.Changed(app.Changed{})
	d.sees("[80.00]")
	d.misses("the owner will be asked")
	d.press(fyne.KeyReturn)
	if c := s.of(1); c.AwaitsOwner() || c.PutRight.IsZero() {
		t.Errorf("%+v; %v", c, d.Failures)
	}
}
