package customers_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestEverybodyIsListedByNameWhateverTheAccents(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	numbered := customers.Page{Customer: app.Customer{ID: id(3), References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}}}
	s := show(t, maija(), elsa, numbered)
	s.sees(t, "3 people")
	pagetest.Keys(s.canvas, fyne.KeyDown)
	pagetest.Keys(s.canvas, fyne.KeyReturn)
	s.sees(t, "Älva Berg")
}

func TestTheListLeadsToWhoMayBeInItTwice(t *testing.T) {
	s := show(t, maija())
	if s.listed != 1 {
		t.Errorf("listed %d times", s.listed)
	}
	inSight := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(s.Content()), func(o fyne.CanvasObject) bool {
			b, ok := o.(*widgets.Button)
			return ok && b.Visible() && strings.Contains(b.Text(), "twice")
		})
	}
	if inSight() {
		t.Error("it says so before anybody counted")
	}
	s.SetTwice(1200)
	s.press(t, "1,200 people may be in here twice")
	if s.twice != 1 {
		t.Error("it leads nowhere")
	}
	if !inSight() {
		t.Error("it is not in sight")
	}
	s.SetTwice(0)
	if inSight() {
		t.Error("nobody is, and it says so still")
	}
}

func TestTheCountIsNotCutShortInASmallWindow(t *testing.T) {
	s := show(t, maija())
	small := open(t, s.desk, theme.Light, fyne.NewSize(560, 548))
	small.SetTwice(1200)
	for _, o := range test.LaidOutObjects(small.Content()) {
		if count, ok := o.(*widgets.Text); ok && count.Text() == "1 person" {
			if count.Size().Width < count.Preferred().Width {
				t.Errorf("it has %v of %v", count.Size().Width, count.Preferred().Width)
			}
			return
		}
	}
	t.Error("nothing says how many there are")
}

func TestFilteringFindsAndOpens(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	s := show(t, maija(), elsa)
	for _, o := range test.LaidOutObjects(s.Content()) {
		if e, ok := o.(*widgets.Entry); ok {
			s.canvas.Focus(e)
		}
	}
	test.Type(s.canvas.Focused(), "maija")
	s.sees(t, "1 person")
	pagetest.Keys(s.canvas, fyne.KeyReturn)
	s.sees(t, "Add a purchase")
}

func TestEnterOpensWhomTheFilterFindsHoweverFastItIsTyped(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	for typed, want := range map[string]string{"berg": "Älva Berg", "nobody": "Nobody"} {
		s := show(t, maija(), elsa)
		test.Type(s.canvas.Focused(), "maija")
		s.slow.Waits = true
		s.canvas.Focused().(*widgets.Entry).SetText(typed)
		pagetest.Keys(s.canvas, fyne.KeyReturn)
		pagetest.Misses(t, s.Content(), "Add a purchase")
		s.slow.CatchUp()
		s.sees(t, want)
		if opened := strings.Contains(s.texts(), "Add a purchase"); opened != (typed == "berg") {
			t.Errorf("%q: opened %v", typed, opened)
		}
	}
}

func TestEnterInTheFilterOpensNobodyWhoWentElsewhereMeanwhile(t *testing.T) {
	s := show(t, maija())
	s.slow.Waits = true
	test.Type(s.canvas.Focused(), "maija")
	pagetest.Keys(s.canvas, fyne.KeyReturn)
	s.Hidden()
	s.slow.CatchUp()
	pagetest.Misses(t, s.Content(), "Add a purchase")
}

func TestOnlyWhatWasReadLastOfEverybodyIsListed(t *testing.T) {
	s := show(t, maija())
	s.slow.Late = true
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.desk.pages[id(2)] = customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Bo Ek"}}}
	s.Changed(app.Changed{Customers: []app.ID{id(2)}})
	s.slow.BringBack(true)
	s.sees(t, "2 people", "Bo Ek")
	pagetest.Type(s.canvas, "Bo")
	pagetest.Keys(s.canvas, fyne.KeyBackspace, fyne.KeyBackspace)
	s.sees(t, "2 people", "Bo Ek")
}

func TestWhoeverTypesWhileEverybodyIsReadSeesWhatWasReadOnceNothingIsTyped(t *testing.T) {
	for name, first := range map[string]bool{"for the first time": true, "after a change": false} {
		t.Run(name, func(t *testing.T) {
			d := &desk{pages: map[app.ID]customers.Page{id(1): maija()}, drafts: map[string]customers.Draft{}}
			s := build(t, d, theme.Light, fyne.NewSize(1004, 708))
			if !first {
				s.Shown()
			}
			s.slow.Late = true
			d.pages[id(2)] = customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Bo Ek"}}}
			if first {
				s.Shown()
			} else {
				s.Changed(app.Changed{Customers: []app.ID{id(2)}})
			}
			pagetest.Type(s.canvas, "x")
			pagetest.Keys(s.canvas, fyne.KeyBackspace)
			s.slow.BringBack(false)
			s.sees(t, "2 people", "Bo Ek")
		})
	}
}
