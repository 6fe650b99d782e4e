package customers_test

import (
	"testing"

	"ringback.app/app/customers"
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
