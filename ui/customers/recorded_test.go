package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestWhatIsTypedWhileACustomerIsSavedIsTheNextChangeOfThem(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.slow.Waits = true
	s.Save()
	test.Type(s.canvas.Focused(), " Nowak")
	s.slow.CatchUp()
	s.sees(t, "[Jan Nowak]")
	s.later()
	s.slow.CatchUp()
	draft := s.desk.drafts[customers.DraftKey(id(1))].Form
	if len(s.desk.drafts) != 1 || draft == nil || draft.Name != "Jan Nowak" || draft.ID != id(1) || draft.Origin.Name != "Jan" {
		t.Fatalf("kept %+v", s.desk.drafts)
	}
	s.Save()
	s.slow.CatchUp()
	if n := len(s.desk.saved); n != 2 || s.desk.saved[0].Name != "Jan" || s.desk.saved[1].ID != id(1) || s.desk.saved[1].Origin.Name != "Jan" {
		t.Errorf("saved %+v", s.desk.saved)
	}
}

func TestAFormThatIsLeftWhileItIsSavedComesBackNoMore(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.slow.Waits = true
	s.Save()
	s.Back()
	s.slow.CatchUp()
	if len(s.desk.saved) != 1 || len(s.desk.drafts) != 0 || len(s.window.offers) != 0 {
		t.Errorf("saved %+v, drafts %+v, offered %q", s.desk.saved, s.desk.drafts, s.window.offers)
	}
}

func TestWhatWasTypedFurtherIsKeptThoughTheFormIsLeft(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.slow.Waits = true
	s.Save()
	test.Type(s.canvas.Focused(), " Nowak")
	s.Back()
	s.slow.CatchUp()
	draft := s.desk.drafts[customers.DraftKey(id(1))].Form
	if len(s.desk.drafts) != 1 || draft == nil || draft.Name != "Jan Nowak" {
		t.Errorf("kept %+v", s.desk.drafts)
	}
}

func TestWhatIsTypedWhileAPurchaseIsSavedIsTheNextChangeOfIt(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	test.Type(s.canvas.Focused(), "Walnut shelf")
	s.slow.Waits = true
	s.Save()
	s.key(fyne.KeyReturn)
	test.Type(s.canvas.Focused(), "Lantern")
	s.slow.CatchUp()
	s.sees(t, "[Lantern]")
	s.later()
	s.slow.CatchUp()
	draft := s.desk.drafts[customers.PurchaseDraftKey(id(1), id(5))].Purchase
	if len(s.desk.drafts) != 1 || draft == nil || draft.ID != id(5) || len(draft.Lines) != 2 {
		t.Fatalf("kept %+v", s.desk.drafts)
	}
	s.Save()
	s.slow.CatchUp()
	if n := len(s.desk.purchases); n != 2 || s.desk.purchases[0].ID != (app.ID{}) || s.desk.purchases[1].ID != id(5) {
		t.Errorf("saved %+v", s.desk.purchases)
	}
}

func TestNothingIsTypedIntoAThankYouThatIsBeingSaved(t *testing.T) {
	s := show(t, maija())
	s.GiveThanks(id(1))
	test.Type(s.canvas.Focused(), "Flowers")
	s.slow.Waits = true
	s.Save()
	if s.canvas.Focused() != nil {
		t.Errorf("the keyboard is on %T", s.canvas.Focused())
	}
	s.slow.CatchUp()
	if len(s.desk.thanked) != 1 || s.desk.thanked[0].What != "Flowers" {
		t.Errorf("thanked %+v", s.desk.thanked)
	}

	s.slow.Waits = false
	s.GiveThanks(id(1))
	was := s.canvas.Focused()
	s.desk.err = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	s.Save()
	if s.canvas.Focused() != was {
		t.Errorf("after it failed the keyboard is on %T", s.canvas.Focused())
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
