package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
	"ringback.app/ui/widgets"
)

type exportPage struct{ *page }

func (p exportPage) ExportFor(customer app.ID) { p.tell("for " + customer.String()) }

func TestTheExportIsReachedByRailKeyAndCustomer(t *testing.T) {
	a := test.NewTempApp(t)
	s := reopen(t, a)
	export := exportPage{newPage("Export")}
	w := ui.New(a, s.Deps)
	w.SetPages(ui.Pages{Today: s.today, Export: export})
	w.Show()
	one := &shop{Window: w}
	var items []*widgets.RailItem
	for _, o := range test.LaidOutObjects(w.Fyne().Content()) {
		if item, ok := o.(*widgets.RailItem); ok {
			items = append(items, item)
		}
	}
	test.Tap(items[1])
	w.Go(s.today)
	w.ExportFor(app.ID{1})
	w.Changed(app.Changed{})
	one.key(fyne.KeyF1)
	if !one.reads("Ctrl E") || !one.reads("Export") {
		t.Errorf("the keys do not name it: %q", one.written())
	}
	w.Close()
	want := []string{"shown", "hidden", "shown", "for " + (app.ID{1}).String(), "changed", "stop", "close"}
	if !slices.Equal(export.told, want) {
		t.Errorf("Export was told %q, want %q", export.told, want)
	}
}

func TestAnOfferIsAToastWithItsOwnWord(t *testing.T) {
	s := newShop(t, "light")
	s.Offer("34 call notes are in “a.csv”.", "Open", func() {})
	for _, want := range []string{"34 call notes are in “a.csv”.", "Open"} {
		if !s.reads(want) {
			t.Errorf("%q is missing in %q", want, s.written())
		}
	}
}

func TestExportsHaveAFolderOfTheirOwn(t *testing.T) {
	s := newShop(t, "light")
	s.SetFolder("/in")
	exports := ui.Exports{Window: s.Window}
	if got := exports.Folder(); got != "" {
		t.Errorf("before the first export it is %q", got)
	}
	exports.SetFolder("/out")
	if exports.Folder() != "/out" || s.Folder() != "/in" {
		t.Errorf("exports go to %q, files come from %q", exports.Folder(), s.Folder())
	}
}
