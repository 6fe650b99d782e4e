package exporting_test

import (
	"context"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	ui "ringback.app/ui/exporting"
	"ringback.app/ui/pagetest"
)

func TestItSaysHowManyCallsBeforeAnythingIsWritten(t *testing.T) {
	s := showNotes(t, shop())
	s.sees(t, "5 calls with 2 people.")
	for _, want := range []string{
		"4 calls with 2 people.",
		"1 call with 1 person.",
		"2 calls with 2 people.",
	} {
		s.key(fyne.KeyRight)
		s.sees(t, want)
	}
	if len(s.names) != 0 {
		t.Error("a place was asked for")
	}
}

func TestDaysAreTypedAsPeopleWriteThem(t *testing.T) {
	s := showNotes(t, shop())
	s.key(fyne.KeyEnd)
	s.tab(1)
	test.Type(s.canvas.Focused(), "1.11.")
	s.sees(t, "Sunday 1 November", "4 calls")
	s.tab(1)
	test.Type(s.canvas.Focused(), "last friday")
	s.sees(t, "Friday 13 November", "2 calls with 2 people.")
	s.canvas.Focused().(interface{ SetText(string) }).SetText("30.11.")
	s.sees(t, "Monday 30 November", "4 calls")
	s.canvas.FocusPrevious()
	s.canvas.Focused().(interface{ SetText(string) }).SetText("1.10.2025")
	s.sees(t, "30 November 2025")
}

func TestWhatCannotBeADayIsSaidBesideItsField(t *testing.T) {
	tests := map[string]struct{ from, to, want string }{
		"no day":           {"soonish", "", "“soonish” is not a day that Ringback understands"},
		"an hour":          {"fri 15:00", "", "has an hour in it"},
		"the wrong way":    {"13.11.", "1.11.", "The period ends on 2026-11-01, before it begins on 2026-11-13"},
		"a wrong last day": {"", "31.2.", "There is no day “31.2.”"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := showNotes(t, shop())
			s.path = filepath.Join(t.TempDir(), "a.csv")
			s.key(fyne.KeyEnd)
			s.tab(1)
			test.Type(s.canvas.Focused(), tt.from)
			s.tab(1)
			test.Type(s.canvas.Focused(), tt.to)
			s.tab(1)
			s.Save()
			s.sees(t, tt.want, "Correct what is marked above first.")
			if len(s.names) != 0 {
				t.Error("a place was asked for all the same")
			}
			s.canvas.Focused().(interface{ SetText(string) }).SetText("")
			s.misses(t, tt.want)
			s.sees(t, " with ")
		})
	}
}

func TestTheKeyboardAloneChoosesACustomerAnOutcomeAndAFormat(t *testing.T) {
	s := showNotes(t, shop())
	s.path = filepath.Join(t.TempDir(), "maija.md")
	s.canvas.FocusPrevious()
	s.key(fyne.KeyRight) // to read and print
	s.tab(2)
	test.Type(s.canvas.Focused(), "a")
	s.sees(t, "Maija Korhonen", "Jan Nowak")
	s.key(fyne.KeyDown)
	s.key(fyne.KeyUp)
	s.key(fyne.KeyReturn)
	s.sees(t, "Maija Korhonen", "3 calls with 1 person.")
	s.misses(t, "Jan Nowak")
	s.key(fyne.KeySpace) // talked
	s.sees(t, "2 calls with 1 person.")
	s.Save()
	if len(s.names) != 1 || s.names[0] != "Call notes Maija Korhonen.md" {
		t.Errorf("proposed %q", s.names)
	}
	written, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(written); !strings.Contains(text, "note a") || !strings.Contains(text, "note e") || strings.Contains(text, "note b") {
		t.Errorf("wrote\n%s", text)
	}
}

func TestAFileIsNotWrittenUnderTheEndingOfAnother(t *testing.T) {
	s := showNotes(t, shop())
	s.path = filepath.Join(t.TempDir(), "notes.xlsx")
	s.Save()
	s.sees(t, "“notes.xlsx” ends in .xlsx", "a name that ends in .csv")
	if _, err := os.Stat(s.path); !os.IsNotExist(err) {
		t.Errorf("a file is there: %v", err)
	}
}

func TestASearchForNobodySaysSoAndIsNotEverybody(t *testing.T) {
	s := showNotes(t, shop())
	s.path = filepath.Join(t.TempDir(), "a.csv")
	s.tab(1)
	test.Type(s.canvas.Focused(), "zzz")
	s.sees(t, "Nobody here matches “zzz”.")
	s.key(fyne.KeyReturn)
	s.sees(t, "Choose somebody from the list below")
	if len(s.names) != 0 {
		t.Error("everybody would have gone out")
	}
	s.key(fyne.KeyEscape)
	s.sees(t, "5 calls")
	s.misses(t, "Choose somebody from the list below")
}

func TestAFileIsWrittenAndCanBeOpened(t *testing.T) {
	s := showNotes(t, shop())
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	s.Save()
	f, err := os.Open(s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	s.sees(t, "5 call notes are in “notes.csv”, in "+filepath.Dir(s.path), "5 calls")
	pagetest.Keys(s.canvas, fyne.KeyReturn)
	pagetest.Press(t, s.Content(), "Open folder")
	if want := []string{s.path, filepath.Dir(s.path)}; !slices.Equal(s.opened, want) {
		t.Errorf("opened %q, want %q", s.opened, want)
	}
	s.tab(1)
	pagetest.Press(t, s.Content(), "Open")
	s.ExportFor(id(2))
	s.misses(t, "5 call notes are in")
}

func TestWithoutAWayToOpenNothingIsOffered(t *testing.T) {
	s := showNotes(t, shop(), func(services *ui.Services) { services.OnOpen = nil })
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	s.Save()
	s.sees(t, "5 call notes are in")
	s.misses(t, "Open folder")
}

func TestWhatIsWrittenWhileNobodyLooksIsToldInAMessage(t *testing.T) {
	b := shop()
	s := showNotes(t, b)
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	b.during = func(context.Context) {
		b.during = nil
		s.Hidden()
	}
	s.Save()
	if len(s.window.toasts) != 1 || !strings.HasPrefix(s.window.toasts[0], "5 call notes are in “notes.csv”") || s.window.word != "Open" {
		t.Fatalf("told %q, offered %q", s.window.toasts, s.window.word)
	}
	s.window.offer()
	if len(s.opened) != 1 || s.opened[0] != s.path {
		t.Errorf("opened %q", s.opened)
	}
}

func TestWhoThinksBetterOfItWritesNothing(t *testing.T) {
	s := showNotes(t, shop())
	s.Save()
	s.sees(t, "5 calls")
	if len(s.names) != 1 || len(s.window.toasts)+len(s.window.failed) != 0 {
		t.Errorf("proposed %q, told %q and %v", s.names, s.window.toasts, s.window.failed)
	}
}

func TestNoCallsAreNotWritten(t *testing.T) {
	s := showNotes(t, &book{plan: app.Plan{TimeZone: "Europe/Helsinki"}})
	s.sees(t, "There are no such calls.")
	s.Save()
	if len(s.names) != 0 {
		t.Error("a place was asked for")
	}
}

func TestAStoppedExportLeavesTheOldFile(t *testing.T) {
	b := shop()
	s := showNotes(t, b)
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	if err := os.WriteFile(s.path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.during = func(context.Context) {
		b.during = nil
		s.sees(t, "Writing “notes.csv”", "Stop")
		s.Save() // one at a time
		s.Back()
	}
	s.Save()
	kept, err := os.ReadFile(s.path)
	if err != nil || string(kept) != "old" {
		t.Errorf("the file holds %q, %v", kept, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(s.path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if len(s.names) != 1 || len(s.window.toasts) != 1 || s.window.toasts[0] != "Stopped. No file was written." {
		t.Errorf("proposed %q, told %q", s.names, s.window.toasts)
	}
	s.sees(t, "5 calls")
}

func TestProgressIsShown(t *testing.T) {
	b := shop()
	for n := range 600 {
		b.calls = append(b.calls, app.Call{ID: app.ID{0: 99, 14: byte(n >> 8), 15: byte(n)}, Customer: id(2), Start: at(3, 9), Disposition: app.Busy})
	}
	s := showNotes(t, b)
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	seen := ""
	b.during = func(context.Context) { seen += pagetest.Texts(s.Content()) }
	s.Save()
	if !strings.Contains(seen, "256 of 605") {
		t.Errorf("saw\n%s", seen)
	}
}

func TestAPlaceThatRefusesIsSaidAndTheFormStays(t *testing.T) {
	s := showNotes(t, shop())
	s.path = filepath.Join(t.TempDir(), "nowhere", "notes.csv")
	s.key(fyne.KeyRight)
	s.Save()
	s.sees(t, "There is no folder", "4 calls")
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	s.Save()
	s.misses(t, "There is no folder")
	if _, err := os.Stat(s.path); err != nil {
		t.Error(err)
	}
}

func TestACustomersPageLeadsHereAndBack(t *testing.T) {
	s := showNotes(t, shop())
	s.ExportFor(id(2))
	s.sees(t, "Jan Nowak", "2 calls with 1 person.")
	s.Back()
	if len(s.back) != 1 || s.back[0] != id(2) {
		t.Errorf("back to %v", s.back)
	}
	s.Hidden()
	s.Shown()
	s.sees(t, "3 customers")
	s.misses(t, "Jan Nowak")
	s.Back()
	if len(s.back) != 1 {
		t.Errorf("back to %v", s.back)
	}
}

func TestACustomerKnownByNumberIsNamedByIt(t *testing.T) {
	s := showNotes(t, shop())
	s.ExportFor(id(3))
	s.sees(t, "Customer 12347", "There are no such calls.")
}

func TestACustomerWhoIsGoneIsSaidBesideTheField(t *testing.T) {
	s := showNotes(t, shop())
	s.ExportFor(id(9))
	s.sees(t, "This customer is not in the book any more.")
	s.Save()
	if len(s.names) != 0 || len(s.window.failed) != 0 {
		t.Errorf("proposed %q, failed %v", s.names, s.window.failed)
	}
}

func TestACountFollowsTheBook(t *testing.T) {
	b := shop()
	s := showNotes(t, b)
	b.calls = b.calls[:2]
	s.Changed(app.Changed{})
	s.sees(t, "2 calls with 1 person.")
	s.Hidden()
	b.err = errors.New("broken")
	s.Changed(app.Changed{})
	if len(s.window.failed) != 0 {
		t.Errorf("failed %v while nobody looked", s.window.failed)
	}
	s.Shown()
	if len(s.window.failed) != 1 {
		t.Errorf("failed %v", s.window.failed)
	}
}

func TestOnlyTheLastCountIsShown(t *testing.T) {
	q := &queue{}
	s := showNotes(t, shop(), func(services *ui.Services) { services.Run = q })
	s.sees(t, "Counting …")
	s.key(fyne.KeyRight, 2)
	if len(q.waiting) < 3 {
		t.Fatalf("%d counts wait", len(q.waiting))
	}
	q.run()
	s.sees(t, "1 call with 1 person.")
}

func TestClosingGivesUpWhatIsBeingWritten(t *testing.T) {
	b := shop()
	run := &closing{}
	s := showNotes(t, b, func(services *ui.Services) { services.Run = run })
	run.writes = true
	s.path = filepath.Join(t.TempDir(), "notes.csv")
	reads := make(chan struct{})
	b.during = func(ctx context.Context) {
		close(reads)
		<-ctx.Done()
	}
	s.Save()
	<-reads
	s.Stop(t.Context())
	if left, _ := os.ReadDir(filepath.Dir(s.path)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// closing runs what is written aside, counts nothing, and lets nothing come
// back: the window is closing.
type closing struct{ writes bool }

func (c *closing) Go(work func()) {
	if c.writes {
		go work()
	}
}

func (c *closing) UI(func()) {}

func TestTheNameOfTheFileIsFoundBesideTheWindowAndAskedForOnce(t *testing.T) {
	slow := &pagetest.Slow{}
	s := show(t, shop(), func(services *ui.Services) { services.Run = slow })
	slow.Waits = true
	s.Save()
	s.Save()
	if len(s.names) != 0 {
		t.Fatal("the book was read on the window's goroutine")
	}
	slow.CatchUp()
	if len(s.names) != 1 {
		t.Errorf("a place was asked for %d times", len(s.names))
	}
}
