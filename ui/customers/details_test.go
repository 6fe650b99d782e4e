package customers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
)

func TestTwoAddressesStandApart(t *testing.T) {
	page := maija()
	page.Customer.Addresses = []app.Address{{Street: "Mannerheimintie 1", City: "Helsinki"}, {Street: "Rantatie 2", City: "Turku"}}
	s := show(t, page)
	s.Open(id(1))
	top := func(text string) float32 {
		for _, o := range test.LaidOutObjects(s.Content()) {
			if line, ok := o.(interface{ Text() string }); ok && line.Text() == text {
				return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			}
		}
		t.Fatalf("no %q", text)
		return 0
	}
	if within, between := top("Helsinki")-top("Mannerheimintie 1"), top("Rantatie 2")-top("Helsinki"); between < within+8 {
		t.Errorf("%v within one, %v between two", within, between)
	}
}
