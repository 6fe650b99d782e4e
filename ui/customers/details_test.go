package customers_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
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

func TestTheHistoryNamesItemsAsTheyAreShownElsewhereUnlessNoMoreThanThatChanged(t *testing.T) {
	shouted, quiet := []app.BoughtItem{{Item: "WHITE METAL LANTERN", Quantity: 6 * app.One}}, []app.BoughtItem{{Item: "White metal lantern", Quantity: 6 * app.One}}
	for name, c := range map[string]struct {
		change customers.FieldChange
		want   []string
	}{
		"what was added":   {customers.FieldChange{Field: customers.FieldLines, After: shouted}, []string{"6 × White metal lantern"}},
		"another spelling": {customers.FieldChange{Field: customers.FieldLines, Before: shouted, After: quiet}, []string{"6 × WHITE METAL LANTERN", "6 × White metal lantern"}},
	} {
		page := maija()
		page.History = []customers.Event{{
			At: page.Purchases[0].Day.Start(time.UTC), Act: app.ActAddPurchase, Batch: id(8), Kind: app.KindPurchase, ID: id(5), What: customers.Added,
			Fields: []customers.FieldChange{c.change},
		}}
		s := show(t, page)
		s.Open(id(1))
		for range 3 {
			pagetest.Keys(s.canvas, fyne.KeyRight)
		}
		t.Log(name)
		s.sees(t, c.want...)
	}
}

func TestTheHistorySaysOnceWhatWasDone(t *testing.T) {
	page := maija()
	page.History = []customers.Event{{
		At: page.Purchases[0].Day.Start(time.UTC), Act: app.ActAddPurchase, Batch: id(8), Kind: app.KindPurchase, ID: id(5), What: customers.Added,
		Fields: []customers.FieldChange{{Field: customers.FieldReceipt, After: "A-1"}},
	}}
	s := show(t, page)
	s.Open(id(1))
	for range 3 {
		pagetest.Keys(s.canvas, fyne.KeyRight)
	}
	s.sees(t, "Purchase added", "A-1")
	lines := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if line, ok := o.(*canvas.Text); ok && line.Text == "Purchase added" {
			lines++
		}
	}
	if lines != 1 {
		t.Errorf("it is said %d times", lines)
	}
}
