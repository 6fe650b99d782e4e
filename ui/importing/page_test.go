package importing_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestFilesAreShownBeforeAnythingIsWritten(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf", "b.csv"})
	if len(s.shop.read) != 1 || len(s.shop.read[0]) != 2 || s.shop.written != 0 {
		t.Fatalf("read %v, written %d", s.shop.read, s.shop.written)
	}
	s.sees(t, "3 contacts read", "2 receipts read", "3 lines do not say whose they are", "Trần Thị Hương", "Receipt #1001 · 3 Apr 2026")
	s.enter()
	if s.shop.written != 1 {
		t.Fatal("Enter did not import")
	}
	s.sees(t, "Imported", "Undo the import")
	s.enter()
	if s.today != 1 {
		t.Error("Enter does not lead on to the call list")
	}
}

func TestOrdersCancelledSinceAreCounted(t *testing.T) {
	cancelled := twoPeople()
	cancelled.Summary.Returns, cancelled.Summary.Cancelled = 2, 2
	s := show(t, &shop{preview: cancelled})
	s.Dropped([]string{"a.vcf", "b.csv"})
	s.sees(t, "2 orders were cancelled since they came into the book")
}

func TestTheKeyboardAloneChoosesAndImports(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.enter()
	if len(s.shop.read) != 1 || s.shop.read[0][0].Name != "chosen.vcf" {
		t.Fatalf("read %v", s.shop.read)
	}
	s.Save()
	if s.shop.written != 1 {
		t.Error("Ctrl+Enter did not import")
	}
}

func TestFilesAreAddedToThoseInThePreview(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.csv"})
	for range 2 {
		for _, o := range test.LaidOutObjects(s.Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Text() == "Add files" {
				test.Tap(b)
				break
			}
		}
	}
	var names []string
	for _, source := range s.shop.read[len(s.shop.read)-1] {
		names = append(names, source.Name)
	}
	if want := []string{"a.csv", "chosen.vcf"}; !slices.Equal(names, want) {
		t.Errorf("read %q, want %q", names, want)
	}
	s.Dropped([]string{"b.csv"})
	if last := s.shop.read[len(s.shop.read)-1]; len(last) != 1 {
		t.Errorf("what is dropped begins anew, but %d files were read", len(last))
	}
}

func TestAnImportIsUndone(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "Undo the import" {
			test.Tap(b)
		}
	}
	if len(s.shop.undone) != 1 || s.shop.undone[0] != (app.ID{0: 7}) {
		t.Errorf("undone %v", s.shop.undone)
	}
	s.Changed(app.Changed{Act: app.ActUndo, Undoes: app.ID{0: 7}})
	s.sees(t, "Drop files here")
}

func TestFilesDroppedWhileOthersAreReadOrWrittenAreToldToWait(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.slow.Waits = true
	for _, begin := range []func(){func() { s.Dropped([]string{"a.vcf"}) }, s.Save} {
		begin()
		s.window.toasts = nil
		s.Dropped([]string{"b.vcf"})
		if len(s.window.toasts) != 1 {
			t.Errorf("said %q", s.window.toasts)
		}
		s.slow.CatchUp()
	}
	if last := s.lastRead(); len(last) != 1 || last[0].Name != "a.vcf" || s.shop.written != 1 {
		t.Errorf("read %v, written %d", last, s.shop.written)
	}
}

func TestFilesThatAreReadWhileAnImportIsUndoneStay(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.Dropped([]string{"a.vcf"})
	s.Save()
	s.slow.Waits = true
	pagetest.Press(t, s.Content(), "Undo the import")
	s.Dropped([]string{"b.vcf"})
	s.slow.CatchUp()
	s.Changed(app.Changed{Act: app.ActUndo, Undoes: app.ID{0: 7}})
	pagetest.Press(t, s.Content(), "Add files")
	s.slow.CatchUp()
	if last := s.lastRead(); len(last) != 2 || last[0].Name != "b.vcf" {
		t.Errorf("read %v", last)
	}
}

func TestAnImportLeadsToWhoMayBeKnown(t *testing.T) {
	for _, duplicates := range []int{0, 2} {
		preview := twoPeople()
		preview.Summary.Duplicates = duplicates
		s := show(t, &shop{preview: preview})
		s.Dropped([]string{"a.vcf"})
		s.Save()
		for _, o := range test.LaidOutObjects(s.Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Text() == "Compare who may be known" {
				test.Tap(b)
			}
		}
		if led := s.twice > 0; led != (duplicates > 0) {
			t.Errorf("with %d who may be known it led on: %v", duplicates, led)
		}
	}
}

func TestAStoppedImportLeavesNothingBehind(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	shop.during = func(_ context.Context, o importing.Options) {
		o.Progress(importing.Progress{Stage: importing.Reading, File: "a.vcf", Done: 1, Total: 2, Items: 7})
		s.sees(t, "a.vcf · 7 found")
		s.Back()
	}
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "Drop files here")
	if shop.written != 0 || len(s.window.toasts) != 1 {
		t.Errorf("written %d, told %v", shop.written, s.window.toasts)
	}
}

func TestAnImportGoesByTheClockOfTheWindow(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	then := time.Date(2010, time.December, 20, 10, 0, 0, 0, time.UTC)
	s.Clock = func() time.Time { return then }
	asked := false
	shop.during = func(_ context.Context, o importing.Options) {
		asked = o.Clock != nil && o.Clock().Equal(then)
	}
	s.Dropped([]string{"a.vcf"})
	if !asked {
		t.Error("the import goes by another clock")
	}
}

func TestNothingNewIsSaidAndNotWritten(t *testing.T) {
	same := twoPeople()
	same.Summary = importing.Summary{Counts: importing.Counts{Read: 2, Same: 2}, Contacts: importing.Counts{Read: 2, Same: 2}}
	s := show(t, &shop{preview: same})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "There is nothing to import")
	s.Save()
	if s.shop.written != 0 || s.shop.kept != 1 {
		t.Errorf("written %d times; what was said of the tables is remembered %d times", s.shop.written, s.shop.kept)
	}
	forgets := show(t, &shop{preview: same, forgets: errors.New("the disk is full")})
	forgets.Dropped([]string{"a.vcf"})
	forgets.sees(t, "There is nothing to import")
	if len(forgets.window.failed) != 1 {
		t.Errorf("said %v", forgets.window.failed)
	}
	other := show(t, &shop{preview: twoPeople()})
	other.Dropped([]string{"a.vcf"})
	if other.shop.kept != 0 {
		t.Error("a preview alone is remembered")
	}
}

func TestABadFileIsSaidInOneSentence(t *testing.T) {
	s := show(t, &shop{err: &app.Error{Code: app.CodeInvalid, Key: "error.import.empty", Args: app.Args{"File": "a.vcf"}}})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "“a.vcf” is empty.")
	s.enter()
	s.sees(t, "Drop files here")
}

func TestWhoeverWentElsewhereDoesNotImportWithTheirNextKey(t *testing.T) {
	shop := &shop{preview: twoPeople()}
	s := show(t, shop)
	shop.during = func(context.Context, importing.Options) {
		s.Hidden()
		s.window.Focus(nil)
	}
	s.Dropped([]string{"a.vcf"})
	if s.canvas.Focused() != nil {
		t.Fatalf("%T has the keyboard", s.canvas.Focused())
	}
	s.Shown()
	s.enter()
	if shop.written != 1 {
		t.Error("coming back does not lead to Import")
	}
}

func TestAWholeBookIsShownByWhatIsInIt(t *testing.T) {
	read := func(n int) importing.Counts { return importing.Counts{Read: n, Created: n} }
	s := show(t, &shop{preview: &importing.Preview{Summary: importing.Summary{
		Counts: read(15), Contacts: read(1), Receipts: read(2), Calls: read(3), Opinions: read(4), Complaints: read(5),
	}, Items: []importing.Item{
		{Kind: importing.KindPlan, Action: importing.Same},
		{Kind: importing.KindCalls, Action: importing.Create, Name: "Ann Bell", Day: app.NewDay(2026, 4, 3)},
	}}})
	s.Dropped([]string{"all.jsonl"})
	s.sees(t, "1 contact read", "2 receipts read", "3 calls read", "4 opinions read", "5 complaints read",
		"The shop’s settings", "A call · 3 Apr 2026")
}

func TestPictures(t *testing.T) {
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			s := showIn(t, &shop{preview: twoPeople()}, look)
			s.Dropped([]string{"a.vcf", "b.csv"})
			test.AssertRendersToImage(t, "preview-"+string(look)+".png", s.canvas)
		})
	}
}

func TestThePreviewSaysThatNumbersLackTheShopsCountry(t *testing.T) {
	preview := twoPeople()
	preview.Summary.NoCountry = 2
	s := show(t, &shop{preview: preview})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, "Set it in Settings")
}

func TestAReceiptIsShownWithWhatIsOnIt(t *testing.T) {
	s := show(t, &shop{preview: &importing.Preview{
		Summary: importing.Summary{Counts: importing.Counts{Read: 1, Created: 1}, Lines: 1},
		Items: []importing.Item{{
			Kind: importing.KindPurchases, Action: importing.Create, Name: "Ann Bell", Receipt: "R7", Day: app.NewDay(2026, 4, 3),
			Total: app.Money{Minor: 1250, Currency: "GBP"}, Lines: []app.Line{{Item: "Lamp", Quantity: 2 * app.One, Amount: 1250}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "£12.50")
	s.down(t, 1)
	s.sees(t, "2 × Lamp £12.50")
}

func TestAFaultWhileFilesAreReadOrWrittenIsToldAndLeavesAWayOn(t *testing.T) {
	faulty := func(do func()) {
		t.Helper()
		defer func() {
			if recover() == nil {
				t.Fatal("there was no fault")
			}
		}()
		do()
	}
	s := show(t, &shop{preview: twoPeople()})
	s.shop.during = func(context.Context, importing.Options) { panic("a fault of ours") }
	faulty(func() { s.Dropped([]string{"a.vcf"}) })
	s.sees(t, "Something went wrong inside Ringback")
	s.shop.during = nil
	s.Dropped([]string{"a.vcf"})
	s.shop.writing = func() { panic("a fault of ours") }
	faulty(s.Save)
	s.sees(t, "Something went wrong inside Ringback")
	s.misses(t, "Stop")
}
