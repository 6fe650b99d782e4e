package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestNothingIsTypedIntoAFormThatIsBeingSaved(t *testing.T) {
	forms := map[string]func(*stage){
		"a customer":   func(s *stage) { s.Add() },
		"a purchase":   func(s *stage) { s.Open(id(1)); s.press(t, "Add a purchase") },
		"a correction": func(s *stage) { s.Open(id(1)); s.press(t, "Edit") },
		"a thank-you":  func(s *stage) { s.GiveThanks(id(1)) },
	}
	for name, open := range forms {
		t.Run(name, func(t *testing.T) {
			s := show(t, maija())
			open(s)
			entry := s.canvas.Focused().(*widgets.Entry)
			test.Type(entry, "Jan")
			was := entry.Text
			s.slow.Waits = true
			s.Save()
			s.sees(t, "Saving")
			for range 3 { // nor by what leads to a field
				test.Type(s.canvas.Focused(), "x")
				s.key(fyne.KeyTab)
				test.TapCanvas(s.canvas, fyne.CurrentApp().Driver().AbsolutePositionForObject(entry).AddXY(20, 10))
			}
			if entry.Text != was {
				t.Errorf("typed %q", entry.Text)
			}
			s.slow.CatchUp()
			if n := len(s.desk.saved) + len(s.desk.purchases) + len(s.desk.thanked); n != 1 || len(s.desk.drafts) != 0 {
				t.Errorf("saved %d times, drafts %+v", n, s.desk.drafts)
			}
		})
	}
}

func TestAFormThatCouldNotBeSavedIsGoneOnWithWhereItWas(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	test.Type(s.canvas.Focused(), "Lantern")
	was := s.canvas.Focused()
	s.desk.err = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	s.Save()
	if s.canvas.Focused() != was {
		t.Errorf("the keyboard is on %T", s.canvas.Focused())
	}
	s.sees(t, "Kept as a draft")
	test.Type(s.canvas.Focused(), "s")
	s.later()
	if draft := s.desk.drafts[customers.PurchaseDraftKey(id(1), app.ID{})].Purchase; draft == nil || draft.Lines[0].Item != "Lanterns" {
		t.Errorf("kept %+v", s.desk.drafts)
	}
}

func TestWhoLookedAtSomethingElseMeanwhileIsNotCalledBack(t *testing.T) {
	for name, leave := range map[string]func(*stage){
		"saved":   func(s *stage) { s.Save() },
		"removed": func(s *stage) { s.press(t, "Remove this purchase") },
	} {
		t.Run(name, func(t *testing.T) {
			s := show(t, maija())
			origin := customers.PurchaseFormOf(maija().Purchases[0])
			form := origin
			form.Origin, form.Receipt = &origin, "A-2"
			s.desk.drafts[customers.PurchaseDraftKey(id(1), id(5))] = customers.Draft{Purchase: &form}
			again := s.again(t)
			again.window.take()
			again.slow.Waits = true
			leave(again)
			again.ShowList()
			again.slow.CatchUp()
			pagetest.Misses(t, again.Content(), "Archive this customer")
		})
	}
}

func TestAFormIsSavedOnceHoweverOftenItIsAskedFor(t *testing.T) {
	s := show(t, maija())
	s.slow.Waits = true
	for _, open := range []func(){func() { s.Add() }, func() { s.GiveThanks(id(1)) }} {
		open()
		s.slow.CatchUp()
		test.Type(s.canvas.Focused(), "Jan")
		s.Save()
		s.Save()
		s.slow.CatchUp()
	}
	if len(s.desk.saved) != 1 || len(s.desk.thanked) != 1 {
		t.Errorf("saved %d, thanked %d", len(s.desk.saved), len(s.desk.thanked))
	}
}

func TestACorrectionOfAPurchaseThatWaitedSaysWhatItWasOpenedOver(t *testing.T) {
	s := show(t, maija())
	s.Hidden()
	origin := customers.PurchaseFormOf(maija().Purchases[0])
	form := origin
	form.Origin, form.Receipt = &origin, "A-2"
	if err := s.desk.KeepDraft(t.Context(), customers.PurchaseDraftKey(id(1), id(5)), customers.Draft{Purchase: &form}); err != nil {
		t.Fatal(err)
	}
	s.desk.pages[id(1)].Purchases[0].SoldBy = "Mo" // by an import
	again := s.again(t)
	again.window.take()
	again.Save()
	if n := len(again.desk.purchases); n != 1 || again.desk.purchases[0].Origin == nil || again.desk.purchases[0].Origin.SoldBy != "" || again.desk.purchases[0].Receipt != "A-2" {
		t.Errorf("saved %+v", again.desk.purchases)
	}
}
