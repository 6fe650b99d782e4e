package customers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
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

func TestTheKeyboardGoesThroughThePartsOfAPage(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	s.sees(t, "Oak table")
	for _, want := range []string{"“The lamp is lovely.”", "Nobody has called them yet.", "Firm: Old Co, taken away"} {
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
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
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "“The lamp is lovely.”")
	delete(s.desk.pages, id(1))
	s.Changed(app.Changed{Customers: []app.ID{id(1)}})
	s.sees(t, "Nobody is in the book yet")
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
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.sees(t, "Add a purchase")
}

func TestEnterOpensWhomTheFilterFindsHoweverFastItIsTyped(t *testing.T) {
	elsa := customers.Page{Customer: app.Customer{ID: id(2), Name: app.Name{Full: "Älva Berg"}}}
	for typed, want := range map[string]string{"berg": "Älva Berg", "nobody": "Nobody"} {
		s := show(t, maija(), elsa)
		test.Type(s.canvas.Focused(), "maija")
		s.slow.Waits = true
		s.canvas.Focused().(*widgets.Entry).SetText(typed)
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
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
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.Hidden()
	s.slow.CatchUp()
	pagetest.Misses(t, s.Content(), "Add a purchase")
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
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
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
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
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
