package today_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestAFaultWhileANoteIsSavedLeavesTheNoteToBeSavedAgain(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("1")
	d.keys("One chair wobbles")
	d.fault = "a fault of ours"
	func() {
		defer func() {
			if recover() == nil {
				t.Fatal("there was no fault")
			}
		}()
		d.page.Save()
	}()
	pagetest.Sees(t, d.page.Content(), "One chair wobbles")
	d.page.Save()
	if len(d.reports) != 1 || d.reports[0].Opinion.Verbatim != "One chair wobbles" {
		t.Errorf("on record: %+v", d.reports)
	}
}

func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	d := begin(t, newShop(2))
	d.keys("1")
	pagetest.Sees(t, d.page.Content(), "Kept as a draft")
	d.full = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	d.keys("One chair wob")
	d.pass(time.Second)
	pagetest.Misses(t, d.page.Content(), "Kept as a draft")
	pagetest.Sees(t, d.page.Content(), "Not kept: save it before you close")
	d.full = nil
	d.keys("bles")
	d.pass(time.Second)
	pagetest.Sees(t, d.page.Content(), "Kept as a draft")
}

func TestAFaultWhileTheListIsReadIsToldAndTheNextReadingIsMade(t *testing.T) {
	d := begin(t, newShop(1))
	d.unlisted = "a fault of ours"
	func() {
		defer func() {
			if recover() == nil {
				t.Fatal("there was no fault")
			}
		}()
		d.page.Changed(app.Changed{})
	}()
	if len(d.Failures) != 1 {
		t.Errorf("told of %v", d.Failures)
	}
	d.people = nil
	d.page.Changed(app.Changed{})
	pagetest.Sees(t, d.page.Content(), "Whom shall we call first?")
}
