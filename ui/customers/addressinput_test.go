package customers_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/widgets"
)

// entry finds the entry that holds that text.
func (s *stage) entry(t *testing.T, text string) *widgets.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if e, ok := o.(*widgets.Entry); ok && e.Text == text {
			return e
		}
	}
	t.Fatalf("no entry holds %q", text)
	return nil
}

func TestEveryAddressIsCorrectedAndRemovedByItself(t *testing.T) {
	home := app.Address{Label: "home", Street: "Oak St 4", City: "Turku", Country: "FI"}
	work := app.Address{Label: "work", POBox: "PL 7", Extra: "2nd floor", Street: "Low St 1", PostalCode: "00100", City: "Helsinki", Region: "Uusimaa"}
	for name, c := range map[string]struct {
		typed map[string]string // what an entry holds then instead of that
		want  []app.Address
	}{
		"nothing": {nil, []app.Address{home, work}},
		"the second corrected": {
			map[string]string{"Low St 1": "High St 1", "2nd floor": "", "Uusimaa": "Nyland"},
			[]app.Address{home, {Label: "work", POBox: "PL 7", Street: "High St 1", PostalCode: "00100", City: "Helsinki", Region: "Nyland"}},
		},
		"the second removed": {
			map[string]string{"Low St 1": "", "2nd floor": "", "PL 7": "", "00100": "", "Helsinki": "", "Uusimaa": ""},
			[]app.Address{home},
		},
		"the first removed": {map[string]string{"Oak St 4": "", "Turku": "", "FI": ""}, []app.Address{work}},
	} {
		t.Run(name, func(t *testing.T) {
			page := maija()
			page.Customer.Addresses = []app.Address{home, work}
			s := show(t, page)
			s.Open(id(1))
			s.press(t, "Edit")
			s.sees(t, "home", "work")
			for from, to := range c.typed {
				s.entry(t, from).SetText(to)
			}
			s.Save()
			if len(s.desk.saved) != 1 || !slices.Equal(s.desk.saved[0].Addresses, c.want) {
				t.Errorf("saved %+v, want %+v", s.desk.saved, c.want)
			}
		})
	}
}

func TestWhatIsWrongWithAnAddressStandsBesideThatAddress(t *testing.T) {
	page := maija()
	page.Customer.Addresses = []app.Address{{Street: "Oak St 4"}, {Street: "Low St 1"}}
	s := show(t, page)
	s.Open(id(1))
	s.press(t, "Edit")
	s.entry(t, "Oak St 4").SetText("")
	s.desk.err = app.FieldErrors{customers.FieldAt(customers.FieldAddresses, 0): {
		Code: app.CodeInvalid, Key: "error.customers.address.long", Args: app.Args{"Length": 900, "Most": 200},
	}}
	s.Save()
	s.sees(t, "900 letters")
	if got := s.canvas.Focused(); got != fyne.Focusable(s.entry(t, "Low St 1")) {
		t.Errorf("the keyboard is at %v", got)
	}
}

func TestAnAddressThatIsNotTouchedStaysToTheLetter(t *testing.T) {
	odd := app.Address{Street: " Oak St 4\nby the mill ", City: "Turku"}
	page := maija()
	page.Customer.Addresses = []app.Address{{Street: "Low St 1"}, odd}
	s := show(t, page)
	s.Open(id(1))
	s.press(t, "Edit")
	s.entry(t, "Low St 1").SetText("Low St 2")
	s.Save()
	if got := s.desk.saved[0].Addresses; len(got) != 2 || got[1] != odd {
		t.Errorf("saved %+v", got)
	}
}
