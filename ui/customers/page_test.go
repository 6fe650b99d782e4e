package customers_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestAPersonsPageShowsWhatIsKnown(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.sees(t, "Maija Korhonen", "Wants no calls to win them back", "no offers please", "regular", "1 purchase, in 2026", "€ 1,360")
	s.press(t, "Call")
	if len(s.called) != 1 || s.called[0] != id(1) {
		t.Errorf("called %v", s.called)
	}
	s.Back()
	s.sees(t, "1 person")
}

func TestTheKeyboardGoesThroughThePartsOfAPage(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.sees(t, "Oak table")
	for _, want := range []string{"“The lamp is lovely.”", "Nobody has called them yet.", "Firm: Old Co, taken away"} {
		pagetest.Keys(s.canvas, fyne.KeyRight)
		s.sees(t, want)
	}
	s.press(t, "Undo")
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(8) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestAPageStaysWhereItIsWhenTheBookChanges(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	pagetest.Keys(s.canvas, fyne.KeyRight)
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "“The lamp is lovely.”")
	delete(s.desk.pages, id(1))
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "Nobody is in the book yet")
}

func TestAPersonWhoChangedBehindAnotherPageIsShownAsTheyAre(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.Hidden()
	page := s.desk.pages[id(1)]
	page.Customer.Notes = "Asked not to be rung before noon"
	s.desk.pages[id(1)] = page
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.Shown()
	s.sees(t, "Asked not to be rung before noon")
}

func TestTheCallsOfACustomerLeadToTheirExport(t *testing.T) {
	page := maija()
	page.Calls = []app.Call{{ID: id(7), Customer: id(1), Start: time.Date(2026, time.November, 16, 9, 0, 0, 0, time.UTC), Disposition: app.Talked}}
	s := show(t, page)
	s.Open(id(1))
	pagetest.Keys(s.canvas, fyne.KeyRight)
	pagetest.Keys(s.canvas, fyne.KeyRight)
	s.press(t, "Export calls")
	if len(s.export) != 1 || s.export[0] != id(1) {
		t.Errorf("exported %v", s.export)
	}
}

func TestALongReceiptShowsAllItsLinesWhenAsked(t *testing.T) {
	page := maija()
	page.Purchases[0].Lines = nil
	for n := range 400 {
		page.Purchases[0].Lines = append(page.Purchases[0].Lines, app.Line{Item: fmt.Sprint("Thing no. ", n), Quantity: app.One, Amount: 100})
	}
	s := show(t, page)
	s.Open(id(1))
	if strings.Contains(s.texts(), "Thing no. 12") {
		t.Error("all lines are shown at once")
	}
	s.press(t, "and 388 more things")
	s.sees(t, "Thing no. 12\n")
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "Thing no. 12\n")
}

func TestWhoBoughtTodayBoughtOnTheShopsToday(t *testing.T) {
	page := maija()
	page.Summary.Buying.Last = app.NewDay(2026, time.November, 21)
	for zone, want := range map[string]string{"UTC": "tomorrow", "Pacific/Kiritimati": "today"} {
		s := show(t, page)
		s.desk.zone = zone
		s.Changed(app.Changed{})
		if !strings.Contains(s.texts(), want) {
			t.Errorf("in %s %q is not in %q", zone, want, s.texts())
		}
	}
}

func TestAReceiptOfADayToComeSaysSo(t *testing.T) {
	for ahead, want := range map[app.Day]bool{0: false, 1: true} {
		page := maija()
		page.Purchases[0].Day = app.NewDay(2026, time.November, 20) + ahead
		s := show(t, page)
		s.Open(id(1))
		if got := strings.Contains(s.texts(), "still to come"); got != want {
			t.Errorf("%d days ahead: %v", ahead, got)
		}
	}
}

func TestTheHistoryIsSaidInWordsAndOffersWhatCanBeTakenBack(t *testing.T) {
	page := maija()
	changed := page.History[0]
	changed.Fields = []customers.FieldChange{{Field: customers.FieldBirthday, Before: "--02-29", After: "1970-02-03"}}
	undone := changed
	undone.Batch, undone.Undone = id(9), true
	back, away := changed, changed
	back.Batch, back.Act, back.Undoes, back.Back = id(11), app.ActUndo, app.ActLogCall, true
	away.Batch, away.Act, away.Undoes, away.Undone = id(10), app.ActUndo, app.ActLogCall, true
	merged, apart := changed, changed
	merged.Batch, merged.Act, merged.With, merged.Undone = id(12), app.ActMerge, "Maija K.", true
	apart.Batch, apart.Act, apart.Undoes, apart.With, apart.Undone = id(13), app.ActUndo, app.ActMerge, "Maija K.", true
	page.History = []customers.Event{apart, merged, back, away, undone, changed}
	s := show(t, page)
	s.Open(id(1))
	for range 3 {
		pagetest.Keys(s.canvas, fyne.KeyRight)
	}
	s.sees(t, "Birthday: 3 Feb 1970, before it was 29 Feb", "taken back", "Brought back: Call logged", "Taken back: Call logged",
		"Merged with Maija K.", "Taken back: Merged with Maija K.")
	pagetest.Misses(t, s.Content(), "Undone")
	offers := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Visible() && b.Text() == "Undo" {
			offers++
		}
	}
	if offers != 2 { // of what was changed, and of what brought the call back
		t.Errorf("undo is offered %d times", offers)
	}
}

func TestOnlyWhatWasReadLastOfACustomerIsShown(t *testing.T) {
	one := customers.Page{Customer: app.Customer{ID: id(1), Name: app.Name{Full: "Anna Old"}}}
	s := show(t, one)
	s.Open(id(1))
	s.slow.Late = true
	for _, name := range []string{"Anna Newer", "Anna Newest"} {
		one.Customer.Name.Full = name
		s.desk.pages[id(1)] = one
		s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	}
	s.slow.BringBack(true)
	s.sees(t, "Anna Newest")
}

func TestAChangeOfWhoIsLeftDoesNotBringThemBack(t *testing.T) {
	s := show(t, customers.Page{Customer: app.Customer{ID: id(1), Name: app.Name{Full: "Anna Bell"}}},
		customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Bo Ek"}}})
	s.Open(id(1))
	s.slow.Late = true
	s.Open(id(2))
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.slow.BringBack(false)
	s.sees(t, "Bo Ek")
}
