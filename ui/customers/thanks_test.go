package customers_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/widgets"
)

func TestAThankYouIsPutOnRecordByKeyboardAlone(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.press(t, "Give a thank-you")
	test.Type(s.canvas.Focused(), "Flowers")
	s.canvas.FocusNext()
	test.Type(s.canvas.Focused(), "15")
	s.Save()
	want := customers.ThanksForm{
		Customer: id(1), Draft: customers.ThanksDraftKey(id(1)), What: "Flowers", Cost: "15", Day: "2026-11-20",
	}
	if len(s.desk.thanked) != 1 || s.desk.thanked[0] != want {
		t.Fatalf("gave %+v, want %+v", s.desk.thanked, want)
	}
	s.sees(t, "Maija Korhonen", "Oak table")
	if !s.window.Offers() {
		t.Fatal("it cannot be taken back")
	}
	s.window.TakeBack()
	if len(s.desk.undone) != 1 {
		t.Error("the undo went nowhere")
	}
}

func TestWhatIsWrongWithAThankYouStandsBesideItsField(t *testing.T) {
	s := show(t, maija())
	s.GiveThanks(id(1))
	s.desk.err = app.FieldErrors{customers.FieldWhat: {Code: app.CodeInvalid, Key: "error.customers.thanks.nothing"}}
	s.Save()
	s.sees(t, "Say what they were given")
	if _, typed := s.canvas.Focused().(*widgets.Entry); !typed {
		t.Errorf("%T has the keyboard", s.canvas.Focused())
	}
	s.Back()
	s.sees(t, "Maija Korhonen")
	if len(s.desk.thanked) != 0 {
		t.Errorf("gave %+v", s.desk.thanked)
	}
}

func TestThankYousAreShownAndInTheHistory(t *testing.T) {
	page := maija()
	day := app.NewDay(2026, time.November, 18)
	given := []app.ThankYou{{Day: day, What: "Flowers", Cost: app.Money{Minor: 1500, Currency: "EUR"}, By: "Mo"}, {Day: day + 1, What: "A card"}}
	page.Customer.Thanks = given
	page.History = []customers.Event{{
		At: day.Start(time.UTC), Act: app.ActThankYou, Batch: id(7), Kind: app.KindCustomer, ID: id(1), What: customers.Changed,
		Fields: []customers.FieldChange{{Field: customers.FieldThanks, After: given[:1]}},
	}}
	s := show(t, page)
	s.Open(id(1))
	s.sees(t, "Thank-yous", "A card · yesterday", "Flowers · € 15.00 · 18 Nov · Mo")
}

func TestAThankYouThatIsNotSavedIsKept(t *testing.T) {
	s := show(t, maija())
	s.GiveThanks(id(1))
	test.Type(s.canvas.Focused(), "Flowers")
	s.Hidden()
	s = s.again(t)
	if len(s.window.offers) != 1 || !strings.Contains(s.window.offers[0], "What a customer was given") {
		t.Fatalf("offered %q", s.window.offers)
	}
	s.window.take()
	s.Save()
	if len(s.desk.thanked) != 1 || s.desk.thanked[0].What != "Flowers" {
		t.Errorf("gave %+v", s.desk.thanked)
	}
}
