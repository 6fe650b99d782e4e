package customers_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
)

// later lets the time pass for which something waits.
func (s *stage) later() {
	waits := s.wait
	s.wait = nil
	for _, call := range waits {
		call()
	}
}

// key types a key into what has the focus.
func (s *stage) key(name fyne.KeyName) { pagetest.Keys(s.canvas, name) }

func TestWhatIsTypedIsKeptSoon(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Trần Thị")
	if len(s.desk.drafts) != 0 {
		t.Error("kept for every letter")
	}
	s.later()
	draft := s.desk.drafts[customers.DraftKey(app.ID{})]
	if draft.Form == nil || draft.Form.Name != "Trần Thị" {
		t.Fatalf("kept %+v", s.desk.drafts)
	}
	test.Type(s.canvas.Focused(), " Hương")
	s.later()
	if got := s.desk.drafts[customers.DraftKey(app.ID{})].Form.Name; got != "Trần Thị Hương" {
		t.Errorf("kept %q", got)
	}
}

func TestAFormGoesOnWithWhatWasTyped(t *testing.T) {
	s := show(t, maija())
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.Back()
	if len(s.window.offers) != 1 || s.window.offers[0] != "Not saved: What you typed about Jan. It is there when you come back. [Throw it away]" {
		t.Errorf("leaving said %q", s.window.offers)
	}
	s.Open(id(1))
	s.Add()
	s.sees(t, "[Jan]", "This goes on with what you typed before (10:02)")
	s.Save()
	if len(s.desk.saved) != 1 || s.desk.saved[0].Name != "Jan" || s.desk.saved[0].Draft != customers.DraftKey(app.ID{}) {
		t.Errorf("saved %+v", s.desk.saved)
	}
}

func TestADraftCanBeThrownAway(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.Back()
	s.window.take()
	if len(s.desk.drafts) != 0 {
		t.Error("it is there still")
	}
	s.Add()
	test.Type(s.canvas.Focused(), "Ana")
	s.Back()
	s.Add()
	s.press(t, "Begin anew")
	if all := s.texts(); strings.Contains(all, "[Ana]") || len(s.desk.drafts) != 0 {
		t.Error("it did not begin anew:", all)
	}
}

func TestAFormInWhichNothingIsTypedLeavesNoDraft(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Edit")
	test.Type(s.canvas.Focused(), "x")
	s.key(fyne.KeyBackspace)
	s.later()
	s.Back()
	if len(s.desk.drafts) != 0 || len(s.window.offers) != 0 {
		t.Errorf("drafts %v, said %q", s.desk.drafts, s.window.offers)
	}
}

func TestWhatComesLateDoesNotBringASavedFormBack(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	s.Save()
	s.later()
	if len(s.desk.drafts) != 0 {
		t.Errorf("drafts %v", s.desk.drafts)
	}
}

func TestAfterACrashItIsOfferedToGoOn(t *testing.T) {
	for name, draft := range map[string]customers.Draft{
		"a new customer": {Form: &customers.Form{Name: "Jan Nowak"}},
		"a customer":     {Form: &customers.Form{ID: id(1), Name: "Jan Nowak"}},
		"a purchase":     {Purchase: &customers.PurchaseForm{Customer: id(1), Lines: []customers.LineField{{Item: "Jan Nowak"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := show(t, maija())
			s.Hidden()
			key := customers.PurchaseDraftKey(id(1), app.ID{})
			if draft.Form != nil {
				key = customers.DraftKey(draft.Form.ID)
			}
			if err := s.desk.KeepDraft(context.Background(), key, draft); err != nil {
				t.Fatal(err)
			}
			s = s.again(t)
			if len(s.window.offers) != 1 {
				t.Fatalf("offered %q", s.window.offers)
			}
			s.window.take()
			s.sees(t, "[Jan Nowak]", "This goes on")
		})
	}
}

func TestClosingTheWindowKeepsWhatIsTyped(t *testing.T) {
	s := show(t)
	s.Add()
	test.Type(s.canvas.Focused(), "Jan")
	if err := s.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(s.desk.drafts) != 1 {
		t.Error("it is lost")
	}
}

func TestEnterAndTabGoOnToTheNextLineOfAReceipt(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	test.Type(s.canvas.Focused(), "Walnut shelf")
	s.key(fyne.KeyReturn)
	test.Type(s.canvas.Focused(), "Lantern")
	s.canvas.FocusNext()
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "12")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "Mug")
	s.Save()
	if len(s.desk.purchases) != 1 {
		t.Fatalf("saved %d", len(s.desk.purchases))
	}
	var items []string
	for _, l := range s.desk.purchases[0].Lines {
		items = append(items, l.Item+l.Amount)
	}
	if got := strings.Join(items, ", "); got != "Walnut shelf, Lantern12, Mug" {
		t.Errorf("lines %s", got)
	}
}

func TestTheFirstFieldThatIsWrongGetsTheKeyboard(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	test.Type(s.canvas.Focused(), "Walnut shelf")
	s.key(fyne.KeyReturn)
	test.Type(s.canvas.Focused(), "Lantern")
	s.desk.err = app.FieldErrors{"lines.1.amount": {Code: app.CodeInvalid, Key: "error.customers.amount", Args: app.Args{"Amount": "lots", "Currency": "EUR"}}}
	s.Save()
	s.sees(t, "“lots” is not an amount in EUR")
	test.Type(s.canvas.Focused(), "9")
	s.sees(t, "[Lantern]", "[9]")
	if strings.Contains(s.texts(), "lots") {
		t.Error("what was wrong stays while it is corrected")
	}
}

func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	s := show(t)
	s.Add()
	s.desk.full = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	test.Type(s.canvas.Focused(), "Trần")
	s.later()
	s.sees(t, "Not kept: save it before you close")
	s.desk.full = nil
	test.Type(s.canvas.Focused(), " Thị")
	s.later()
	s.sees(t, "Kept as a draft while you type")
}
