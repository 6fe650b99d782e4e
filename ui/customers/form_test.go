package customers_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestWhatIsRefusedIsSaidInASentence(t *testing.T) {
	tests := map[app.Purpose]string{
		app.PurposeAny:       "Does not want to be called",
		app.PurposeFollowUp:  "Wants no calls about what they bought or told us",
		app.PurposeMarketing: "Wants no calls to win them back",
	}
	for purpose, want := range tests {
		t.Run(string(purpose), func(t *testing.T) {
			page := maija()
			page.Customer.DoNotCall = []app.DoNotCall{{Purpose: purpose, Since: app.NewDay(2026, time.November, 20)}}
			s := show(t, page)
			s.Open(id(1))
			s.sees(t, want, "said today")
		})
	}
}

func TestAFormKeepsWhatItDoesNotShow(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Edit")
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Fatalf("saved %d forms", len(s.desk.saved))
	}
	got := s.desk.saved[0]
	want := customers.FormOf(maija().Customer)
	if got.Name != want.Name || got.Given != want.Given || len(got.Phones) != 1 || got.Phones[0] != want.Phones[0] ||
		len(got.DoNotCall) != 1 || got.DoNotCall[0] != want.DoNotCall[0] || got.Tags != want.Tags {
		t.Errorf("an untouched form changed\n%+v\n%+v", got, want)
	}
	if !s.window.Offers() {
		t.Fatal("the change cannot be taken back")
	}
	s.window.TakeBack()
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(9) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestThePartsOfANameAreLeftToWhoeverFollowsItsCorrection(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Edit")
	test.Type(s.canvas.Focused(), "n")
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Fatalf("saved %d forms", len(s.desk.saved))
	}
	got, want := s.desk.saved[0], customers.FormOf(maija().Customer)
	if got.Name == want.Name || got.Prefix != want.Prefix || got.Given != want.Given || got.Family != want.Family {
		t.Errorf("the form of a corrected name is %+v, was %+v", got, want)
	}
}

func TestWhatIsWrongStandsBesideItsField(t *testing.T) {
	s := show(t)
	s.desk.err = app.FieldErrors{
		customers.FieldBirthday:                     {Code: app.CodeInvalid, Key: "error.customers.birthday.unreadable", Args: app.Args{"Day": "x"}},
		customers.FieldAt(customers.FieldPhones, 0): {Code: app.CodeInvalid, Key: "error.customers.phone.long", Args: app.Args{"Length": 99, "Most": 60}},
		customers.FieldDoNotCall:                    {Code: app.CodeInvalid, Key: "error.customers.purpose", Args: app.Args{"Purpose": "p"}},
	}
	s.Add()
	test.Type(s.canvas.Focused(), "Nobody Special")
	s.canvas.FocusNext()
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "0401")
	s.Save()
	s.sees(t, "is not a birthday", "something a customer can refuse", "The phone number has 99 letters")
	if len(s.desk.saved) != 0 {
		t.Error("it was saved all the same")
	}
	s.sees(t, "[Nobody Special]")
}

func TestAPossibleDuplicateIsSaidOnceAndThenMeant(t *testing.T) {
	s := show(t, maija())
	s.desk.checked = customers.Checked{Likes: []customers.Like{{Customer: maija().Customer, By: app.FoundPhone, Value: "040 123 4567"}}}
	s.Add()
	s.Save()
	s.sees(t, "Maija Korhonen has 040 123 4567 too")
	if len(s.desk.saved) != 0 {
		t.Fatal("saved without a question")
	}
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Error("saving again was not meant")
	}
}

func TestAPurchaseIsTypedByKeyboard(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	s.sees(t, "A purchase of Maija Korhonen")
	test.Type(s.canvas.Focused(), "Walnut shelf")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "2")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "89.90")
	s.Save()
	if len(s.desk.purchases) != 1 {
		t.Fatalf("saved %d purchases", len(s.desk.purchases))
	}
	p := s.desk.purchases[0]
	if p.Customer != id(1) || p.Day != "today" || p.Lines[0] != (customers.LineField{Item: "Walnut shelf", Quantity: "2", Amount: "89.90"}) {
		t.Errorf("%+v", p)
	}
}

func TestAmountsAreTypedAsTheirCurrencyIsWritten(t *testing.T) {
	of := maija()
	of.Plan.Currency = "KWD" // of which a thousandth is in use
	s := show(t, of)
	s.Open(id(1))
	s.press(t, "Add a purchase")
	s.sees(t, "840.500")
	s = show(t, of)
	s.GiveThanks(id(1))
	s.sees(t, "12.500")
}

func TestAPurchaseIsInTheShopsCurrencyOrInAnotherThatTheBookHas(t *testing.T) {
	for _, chosen := range []string{"EUR", "USD", "GBP"} {
		of := maija()
		of.Plan.Currency, of.Currencies = "EUR", []string{"EUR", "USD", "GBP"}
		s := show(t, of)
		s.Open(id(1))
		s.press(t, "Add a purchase")
		s.sees(t, "Currency", "EUR")
		test.Type(s.canvas.Focused(), "Walnut shelf")
		for _, o := range test.LaidOutObjects(s.Content()) {
			if pick, ok := o.(*widgets.Select); ok && chosen != "EUR" {
				pick.First().(interface{ SetSelected(text string) }).SetSelected(chosen)
			}
		}
		s.Save()
		if len(s.desk.purchases) != 1 || s.desk.purchases[0].Currency != chosen {
			t.Errorf("saved %+v, want %s", s.desk.purchases, chosen)
		}
	}
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Add a purchase")
	pagetest.Misses(t, s.Content(), "Currency")
}

func TestWhoMayBeSomebodyWhoRefusedIsSaidBeforeTheyAreSaved(t *testing.T) {
	s := show(t, maija())
	s.desk.checked = customers.Checked{
		Likes:   []customers.Like{{Customer: maija().Customer, By: app.FoundPhone, Value: "040 123 4567"}},
		Remarks: app.FieldErrors{customers.FieldDoNotCall: {Code: app.CodeInvalid, Key: "error.customers.refused", Args: app.Args{"Name": "Maija Korhonen"}}},
	}
	s.Add()
	test.Type(s.canvas.Focused(), "M. Korhonen")
	s.Save()
	s.sees(t, "Maija Korhonen has 040 123 4567 too.", "who does not want to be called")
	s.Save()
	if len(s.desk.saved) != 1 {
		t.Errorf("saved %+v", s.desk.saved)
	}
}
