package today_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// twoFixes is a shop whose first customer had a wardrobe and a lamp put right.
func twoFixes() (s *shop, wardrobe, lamp app.ID) {
	s = newShop(2)
	wardrobe, lamp = id(50), id(51)
	card := s.cards[id(0)]
	card.Complaints = []app.Complaint{
		{ID: wardrobe, Wrong: "A door hangs", Received: morning, PutRight: morning.Add(-time.Hour)},
		{ID: id(52), Wrong: "The bill is wrong", Received: morning},
		{
			ID: lamp, Wrong: "It flickers", Received: morning, PutRight: morning.Add(-time.Hour),
			Remedy: &app.Remedy{Kind: app.RemedyRepair, Note: "a new bulb"},
		},
	}
	s.cards[id(0)] = card
	return s, wardrobe, lamp
}

var tall = fyne.NewSize(1004, 1400)

func TestANoteAsksAboutEachFixThatOfTheCaseFirst(t *testing.T) {
	s, wardrobe, lamp := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	d.mustRead("“It flickers”", "Repair: a new bulb · put right at 09:12", "“A door hangs”", "put right at 09:12", "Not asked")
	d.tap("Yes") // of the last that asks
	d.page.Save()
	r := d.reports[0]
	if want := []calling.Fix{{Complaint: wardrobe, Worked: true}}; !slices.Equal(r.Fixes, want) || r.Case != lamp {
		t.Errorf("said of the fixes %v, about %v", r.Fixes, r.Case)
	}
}

func TestAnswersAboutFixesComeBackWithTheDraft(t *testing.T) {
	s, wardrobe, lamp := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	d.tap("No")
	d.pass(time.Second)

	again := sit(t, s, theme.Light, tall) // the program was killed
	again.page.Save()
	if want := []calling.Fix{{Complaint: wardrobe}}; !slices.Equal(again.reports[0].Fixes, want) || again.reports[0].Case != lamp {
		t.Errorf("%+v", again.reports[0])
	}
}

func TestACallAboutACaseStaysSoWhileTheCardIsReadAgain(t *testing.T) {
	s, _, lamp := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.pass(2 * time.Minute)
	d.keys("2")
	if len(d.reports) != 1 || d.reports[0].Case != lamp {
		t.Errorf("%+v", d.reports)
	}
	d.page.Choose(id(1))
	d.keys("2")
	if !d.reports[1].Case.IsZero() {
		t.Error("the next call is about it, too")
	}
}

func TestACallFromACaseThatIsOverIsAboutNoComplaint(t *testing.T) {
	s, _, _ := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), id(70))
	d.keys("1")
	d.page.Save()
	d.page.ChooseAbout(id(1), id(70))
	d.keys("2")
	if len(d.reports) != 2 || !d.reports[0].Case.IsZero() || !d.reports[1].Case.IsZero() {
		t.Errorf("%+v", d.reports)
	}
}

func TestANoteAboutAFixThatFailedLeavesRoomForSomethingElse(t *testing.T) {
	s, wardrobe, lamp := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	if d.reads("Something else to put right, too") {
		t.Error("offered before anything is about what was open before")
	}
	d.tap("No") // the wardrobe: the last that asks
	d.tap("Something to put right")
	d.mustRead("Is it about what is open already?", "“A door hangs”", "“The bill is wrong”", "Something new")
	d.pass(time.Second)
	d.keys("A new door")
	d.tap("Something else to put right, too")
	d.pass(time.Second)
	d.keys("The bill is wrong")
	d.pass(time.Second)

	again := sit(t, s, theme.Light, tall) // the program was killed
	again.page.Save()
	r := again.reports[0]
	if want := (calling.ToPutRight{Of: wardrobe, Wish: "A new door"}); r.Complaint == nil || *r.Complaint != want {
		t.Errorf("to put right: %+v", r.Complaint)
	}
	if want := (calling.ToPutRight{Wrong: "The bill is wrong"}); r.Else == nil || *r.Else != want {
		t.Errorf("and else: %+v", r.Else)
	}
	if want := []calling.Fix{{Complaint: wardrobe}}; !slices.Equal(r.Fixes, want) {
		t.Errorf("%+v", r.Fixes)
	}
}

func TestHowToSpeakStandsBelowTheFirstOfSeveralComplaintsWhereItIsNarrow(t *testing.T) {
	s, _, _ := twoFixes()
	d := sit(t, s, theme.Light, narrow)
	var tops []float32
	for _, words := range []string{"To be put right", "How to speak", "And also"} {
		if !walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
			line, ok := o.(*canvas.Text)
			found := ok && line.Text == words
			if found {
				tops = append(tops, at.Y)
			}
			return found
		}) {
			t.Fatalf("nothing says %q", words)
		}
	}
	if !slices.IsSorted(tops) || tops[1] > narrow.Height*2/3 {
		t.Errorf("at %v", tops)
	}
}

func TestANoteTakesAPromiseForEachOfTwoFixesThatFailed(t *testing.T) {
	s, wardrobe, lamp := twoFixes()
	d := sit(t, s, theme.Light, tall)
	d.page.ChooseAbout(id(0), lamp)
	d.keys("1")
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if c, ok := o.(*widgets.Choice); ok && c.Chosen() == "not-asked" {
			c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		}
	}
	d.tap("Something to put right") // the lamp, which comes first
	d.pass(time.Second)
	d.press(fyne.KeyTab)
	d.keys("A new lamp")
	d.tap("Something else to put right, too")
	d.pass(time.Second)
	d.press(fyne.KeyTab)
	d.keys("A new door")
	d.pass(time.Second)

	again := sit(t, s, theme.Light, tall) // the program was killed
	again.page.Save()
	if len(again.reports) != 1 {
		t.Fatal(again.Failures)
	}
	r := again.reports[0]
	if r.Complaint == nil || *r.Complaint != (calling.ToPutRight{Of: lamp, Promise: "A new lamp"}) {
		t.Errorf("%+v", r.Complaint)
	}
	if r.Else == nil || *r.Else != (calling.ToPutRight{Of: wardrobe, Promise: "A new door"}) {
		t.Errorf("%+v", r.Else)
	}
}

func TestWhatIsOwedAboutAComplaintThatWasClosedIsOnTheCardToBeKept(t *testing.T) {
	s := newShop(1)
	card := s.cards[id(0)]
	card.Summary.Talk.Owed = []app.OwedPromise{{Complaint: id(50), Number: 1, What: "Send the lamp", By: morning.Add(-time.Hour)}}
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, tall)
	d.mustRead("Send the lamp", "late: promised by 09:12")
	d.tap("Kept")
	if len(s.kept) != 1 || s.kept[0] != 1 {
		t.Errorf("kept %v, %v", s.kept, d.Failures)
	}
}

func TestHowToSpeakIsInSightInASmallWindowToo(t *testing.T) {
	s := newShop(2)
	card := s.cards[id(0)]
	card.Customer.Phones = append(card.Customer.Phones, app.Phone{Typed: "041", E164: "+358401234599", Label: "home"})
	card.Complaints = []app.Complaint{{
		ID: id(50), Wrong: "The top of the oak table has a crack along the grain.", Wish: "A new top, not the money back.", Received: morning.AddDate(0, 0, -12),
		Promises: []app.Promise{{What: "Bring a new top and fit it", By: morning.AddDate(0, 0, -1)}},
	}}
	s.cards[id(0)] = card
	d := sit(t, s, theme.Light, narrow)
	foot := float32(0)
	walk(d.Canvas.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
		if says(o, "Talked") {
			foot = at.Y
		}
		return foot > 0
	})
	third := float32(0)
	walk(d.Canvas.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
		if says(o, "Say what will happen, and by when.") {
			third = at.Y + o.MinSize().Height
		}
		return third > 0
	})
	if third == 0 || third > foot {
		t.Errorf("the third line ends at %v, what is below begins at %v", third, foot)
	}
}
