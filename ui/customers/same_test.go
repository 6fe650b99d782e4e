package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
)

// married is Maija under another name.
func married() customers.Page {
	return customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Maija Virtanen"}}}
}

func TestAnotherCustomerIsSaidToBeTheSamePerson(t *testing.T) {
	s := show(t, maija(), married())
	s.Open(id(1))
	s.press(t, "This is the same person as …")
	test.Type(s.canvas.Focused(), "maija")
	s.sees(t, "Maija Virtanen")
	s.Changed(app.Changed{}) // what is typed stays
	s.sees(t, "Maija Virtanen")
	pagetest.Keys(s.canvas, fyne.KeyReturn)
	if len(s.same) != 1 || s.same[0] != [2]app.ID{id(1), id(2)} {
		t.Errorf("shown side by side: %v", s.same)
	}
}

func TestNobodyIsTheSamePersonAsThemselves(t *testing.T) {
	s := show(t, maija(), married())
	s.Open(id(2))
	s.press(t, "This is the same person as …")
	test.Type(s.canvas.Focused(), "virtanen")
	s.sees(t, "Nobody else here matches “virtanen”.")
	s.Back()
	pagetest.Misses(t, s.Content(), "Nobody else here")
	s.sees(t, "This is the same person as …")
	s.Back()
	pagetest.Misses(t, s.Content(), "This is the same person as …")
	if len(s.same) != 0 {
		t.Errorf("shown side by side: %v", s.same)
	}
}
