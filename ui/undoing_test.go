package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

// does notes a batch in the book, as if it was made while the window is open.
func (s *shop) does(id byte, act app.Act, records int) {
	s.notes(id, act, records)
	s.Changed(app.Changed{Batch: app.ID{id}, Act: act})
}

// notes notes a batch of an earlier day.
func (s *shop) notes(id byte, act app.Act, records int) {
	s.book.batches = append(s.book.batches, app.BatchInfo{
		ID: app.ID{id}, Act: act, At: time.Date(2026, time.November, 20, 9, 30, 0, 0, time.UTC), First: 1, Last: uint64(records),
	})
}

// presses presses a key with Ctrl, and tells the window if the book was changed.
func (s *shop) presses(key fyne.KeyName) {
	before := len(s.book.batches)
	s.Shortcut(key)
	s.tells(before)
}

func (s *shop) tells(before int) {
	for _, b := range s.book.batches[before:] {
		s.Changed(app.Changed{Batch: b.ID, Act: app.ActUndo})
	}
}

func TestTheUndoKeyDoesWhatTheToastOffersElseUndoesTheLastChange(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	undone := 0
	s.Toast("Saved", func() { undone++ })
	s.presses(fyne.KeyZ)
	if undone != 1 || s.book.undone != 0 {
		t.Fatalf("the toast's undo ran %d times, the book's %d times", undone, s.book.undone)
	}
	s.presses(fyne.KeyZ)
	if undone != 1 || s.book.undone != 1 {
		t.Errorf("the toast's undo ran %d times, the book's %d times", undone, s.book.undone)
	}
	if !s.reads("Taken back: Call logged, 09:30.") {
		t.Errorf("the window shows %q", s.written())
	}
}

func TestWhatCameOnRecordWhileTwoWereOneStaysAndIsSaid(t *testing.T) {
	for since, want := range map[uint64]string{
		0: "Taken back: Two customers merged, 09:30.",
		2: "Taken back: Two customers merged, 09:30. What came on record since then stays with the one who was kept.",
	} {
		s := newShop(t, theme.Light)
		s.does(1, app.ActMerge, 3)
		s.book.further = 3 + since
		s.presses(fyne.KeyZ)
		if read := strings.Join(s.written(), " "); !strings.Contains(read, want+" Bring it back") {
			t.Errorf("with %d records since, the window shows %q", since, s.written())
		}
	}
}

func TestWhatWasUndoneComesBackInTurn(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.does(2, app.ActAddCustomer, 1)
	s.presses(fyne.KeyZ)
	s.presses(fyne.KeyZ)
	if got := s.book.undone; got != 2 {
		t.Fatalf("%d changes were undone", got)
	}
	for _, want := range []string{"Brought back: Call logged, 09:30.", "Brought back: Customer added, 09:30."} {
		s.presses(fyne.KeyY)
		if !s.reads(want) {
			t.Errorf("the window shows %q, not %q", s.written(), want)
		}
	}
	before := s.book.undone
	s.presses(fyne.KeyY)
	if s.book.undone != before {
		t.Error("there was nothing left to bring back")
	}
}

func TestAChangeGoesAndComesAsOftenAsOneLikes(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	for range 4 {
		s.presses(fyne.KeyZ)
		if !s.reads("Taken back: Call logged, 09:30.") {
			t.Fatalf("the window shows %q", s.written())
		}
		s.presses(fyne.KeyY)
		if !s.reads("Brought back: Call logged, 09:30.") {
			t.Fatalf("the window shows %q", s.written())
		}
	}
}

func TestNothingComesBackOverALaterChange(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.presses(fyne.KeyZ)
	s.does(3, app.ActAddCustomer, 1)
	s.presses(fyne.KeyY)
	if s.book.undone != 1 {
		t.Errorf("the book was asked %d times", s.book.undone)
	}
}

func TestWhatWasDoneBeforeTheWindowOpenedOrIsALotIsNamedFirst(t *testing.T) {
	for name, set := range map[string]func(*shop){
		"an earlier call": func(s *shop) { s.notes(1, app.ActLogCall, 5) },
		"an import":       func(s *shop) { s.does(1, app.ActImport, 2656) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, theme.Light)
			set(s)
			s.presses(fyne.KeyZ)
			if s.book.undone != 0 || !s.reads("Take it back") {
				t.Fatalf("the book was asked %d times, and the window shows %q", s.book.undone, s.written())
			}
			s.presses(fyne.KeyZ)
			if s.book.undone != 1 || !s.reads("Bring it back") {
				t.Errorf("the book was asked %d times, and the window shows %q", s.book.undone, s.written())
			}
		})
	}
}

func TestWhatWasDoneBeforeACustomerWasForgottenIsNamedFirst(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.Changed(app.Changed{Batch: app.ID{2}, Act: app.ActForget})
	s.presses(fyne.KeyZ)
	if s.book.undone != 0 || !s.reads("Forgetting a customer cannot be") {
		t.Fatalf("the book was asked %d times, and the window shows %q", s.book.undone, s.written())
	}
	s.does(3, app.ActAddCustomer, 1)
	s.Toast("Saved", nil)
	s.presses(fyne.KeyZ)
	if s.book.undone != 1 || !s.reads("Taken back: Customer added,") {
		t.Errorf("the book was asked %d times, and the window shows %q", s.book.undone, s.written())
	}
	s.presses(fyne.KeyZ)
	if s.book.undone != 1 {
		t.Error("what was done before is taken back without a question")
	}
}

func TestWhereNothingCanBeUndoneItSaysSo(t *testing.T) {
	s := newShop(t, theme.Light)
	s.presses(fyne.KeyZ)
	if s.book.undone != 0 || !s.reads("There is nothing to undo.") {
		t.Errorf("the book was asked %d times, and the window shows %q", s.book.undone, s.written())
	}
}

func TestTheUndoKeyPressedTwiceTakesTwoChangesBackHoweverLongEachTakes(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.does(2, app.ActAddCustomer, 1)
	s.slow.Waits = true
	s.Shortcut(fyne.KeyZ)
	s.Shortcut(fyne.KeyZ)
	s.slow.CatchUp()
	var taken []app.ID
	for _, b := range s.book.batches[2:] {
		taken = append(taken, b.Undoes)
	}
	if !slices.Equal(taken, []app.ID{{2}, {1}}) {
		t.Errorf("taken back: %v", taken)
	}
}

func TestNothingComesBackOverALaterChangeHoweverLongItsNameTakes(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.does(2, app.ActAddCustomer, 1)
	s.Shortcut(fyne.KeyZ)
	s.slow.Waits = true
	s.tells(2)
	s.does(3, app.ActEditCustomer, 1)
	s.slow.Waits = false
	s.slow.CatchUp()
	before := s.book.undone
	s.Shortcut(fyne.KeyY)
	if s.book.undone != before {
		t.Error("something came back over a later change")
	}
}

func TestNothingIsTakenBackWhileAnImportIsWritten(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActLogCall, 5)
	s.presses(fyne.KeyZ)
	undone := s.book.undone
	s.does(2, app.ActLogCall, 5)
	s.imports.writing = true
	s.presses(fyne.KeyZ)
	s.presses(fyne.KeyY)
	if s.book.undone != undone || !s.reads("An import is being written. Stop it on Import, or take it") {
		t.Errorf("%d were undone, and the window shows %q", s.book.undone-undone, s.written())
	}
	s.imports.writing = false
	s.presses(fyne.KeyZ)
	if s.book.undone != undone+1 {
		t.Error("and nothing after it")
	}
}

func TestWhatTakesLongToTakeBackIsNamedMeanwhileAndTakesNothingMoreAlong(t *testing.T) {
	s := newShop(t, theme.Light)
	s.does(1, app.ActAddCustomer, 1)
	s.does(2, app.ActImport, 200_000)
	s.presses(fyne.KeyZ) // is asked
	s.slow.Waits = true
	s.presses(fyne.KeyZ)
	if !s.reads("Taking back: Imported, 09:30 …") {
		t.Errorf("the window shows %q", s.written())
	}
	before := len(s.book.batches)
	s.presses(fyne.KeyZ)
	s.presses(fyne.KeyZ)
	s.slow.CatchUp()
	s.slow.Waits = false
	s.tells(before)
	if s.book.undone != 1 {
		t.Errorf("%d were undone", s.book.undone)
	}
}
