package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
)

func TestEachFormThatWasLeftIsNamedAndGoneOnWith(t *testing.T) {
	s := show(t, maija())
	purchase := customers.PurchaseForm{Customer: id(1), Receipt: "4711"}
	s.desk.drafts["1"] = customers.Draft{Form: &customers.Form{Name: "Jan Nowak"}}
	s.desk.drafts[customers.PurchaseDraftKey(id(1), purchase.ID)] = customers.Draft{Purchase: &purchase}
	left, err := s.Left(t.Context())
	if err != nil || len(left) != 2 {
		t.Fatalf("left are %+v, %v", left, err)
	}
	if left[0].What != "What you typed about Jan Nowak" || left[1].What != "A purchase of Maija Korhonen" {
		t.Errorf("left are %q and %q", left[0].What, left[1].What)
	}
	if left[1].Open() {
		t.Error("what nobody opened is on show")
	}
	left[1].GoOn()
	s.sees(t, "A purchase of Maija Korhonen", "4711")
	if !left[1].Open() || left[0].Open() {
		t.Errorf("on show: %v, %v", left[0].Open(), left[1].Open())
	}
}

func TestWhatIsGoneOnWithIsNotOfferedBesides(t *testing.T) {
	s := show(t, maija())
	s.desk.drafts[customers.DraftKey(app.ID{})] = customers.Draft{Form: &customers.Form{Name: "Jan Nowak"}}
	if again := s.again(t); len(again.window.offers) != 1 {
		t.Fatalf("offered %q", again.window.offers)
	}
	late := build(t, s.desk, theme.Light, fyne.NewSize(1004, 708))
	left, err := late.Left(t.Context())
	if err != nil || len(left) != 1 {
		t.Fatalf("left are %+v, %v", left, err)
	}
	late.slow.Waits = true
	late.Shown()
	left[0].GoOn()
	late.slow.CatchUp()
	if len(late.window.offers) != 0 {
		t.Errorf("offered %q", late.window.offers)
	}
}

func TestFormsAboutThoseWhoCannotBeReadAreNotTakenForGone(t *testing.T) {
	s := show(t, maija())
	s.desk.drafts[customers.PurchaseDraftKey(id(1), app.ID{})] = customers.Draft{Purchase: &customers.PurchaseForm{Customer: id(1)}}
	s.desk.drafts[customers.PurchaseDraftKey(id(9), app.ID{})] = customers.Draft{Purchase: &customers.PurchaseForm{Customer: id(9)}}
	if left, err := s.Left(t.Context()); err != nil || len(left) != 1 {
		t.Errorf("left are %v, %v: they are gone", left, err)
	}
	s.desk.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	if left, err := s.Left(t.Context()); !app.IsBookDamaged(err) || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

func TestFormsAboutThoseWhoAreGoneAreNotOfferedUntilTheyAreBack(t *testing.T) {
	s := show(t, maija())
	gone := maija()
	gone.Customer.ID = id(9)
	s.desk.drafts[customers.PurchaseDraftKey(id(9), app.ID{})] = customers.Draft{Purchase: &customers.PurchaseForm{Customer: id(9)}}
	s.desk.drafts[customers.DraftKey(id(9))] = customers.Draft{Form: &customers.Form{ID: id(9), Name: "Maija K"}}
	again := s.again(t)
	if left, err := again.Left(t.Context()); err != nil || len(left) != 0 || len(again.window.offers) != 0 {
		t.Errorf("left are %v, %v, offered %q", left, err, again.window.offers)
	}
	s.desk.pages[id(9)] = gone
	again = s.again(t)
	if left, err := again.Left(t.Context()); err != nil || len(left) != 2 || len(again.window.offers) != 1 || len(s.desk.drafts) != 2 {
		t.Errorf("back: left are %v, %v, offered %q", left, err, again.window.offers)
	}
}
