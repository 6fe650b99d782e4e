package opinions_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// begins types a card of Maija's.
func (s *stage) begins() {
	s.types("12347", fyne.KeyReturn, fyne.KeyTab, fyne.KeyTab)
	s.types("One chair wobbles")
	s.pass()
}

func TestACardOnRecordIsNoDraftThoughTheWindowClosesAtOnce(t *testing.T) {
	s := open(t)
	s.begins()
	s.run.Closed = true
	s.Save()
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := s.newest().Verbatim; got != "One chair wobbles" {
		t.Fatalf("on record: %q", got)
	}
	again := build(t, s.shop.Shop, theme.Light, fyne.NewSize(1004, 708))
	again.Shown()
	again.Type()
	again.misses("[One chair wobbles]")
}

func TestWhatIsTypedWhileACardIsOnItsWayIsForTheNext(t *testing.T) {
	s := open(t)
	s.begins()
	s.run.Waits = true
	s.Save()
	for _, r := range "12348" {
		s.TypedRune(r)
	}
	s.run.CatchUp()
	s.run.Waits = false
	s.misses("[One chair wobbles]")
	s.sees("[12348]")
	s.types(" more")
	s.sees("[12348 more]")
}

func TestACardThatIsRefusedIsTypedFurther(t *testing.T) {
	s := open(t)
	s.begins()
	s.types("", fyne.KeyTab)
	was := s.canvas.Focused()
	s.shop.Fail = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	s.Save()
	if s.canvas.Focused() != was {
		t.Errorf("the keyboard is at %T", s.canvas.Focused())
	}
	s.sees("[One chair wobbles]")
}

func TestWhatIsAddedToACardOnItsWayIsNotLost(t *testing.T) {
	for _, typed := range []string{" and the table too", "quality"} {
		s := open(t)
		s.begins()
		if typed == "quality" {
			s.types("", fyne.KeyTab)
		}
		in := s.canvas.Focused()
		s.run.Waits = true
		s.Save()
		s.canvas.Focus(in) // with the pointer
		s.types(typed, fyne.KeyReturn)
		s.run.CatchUp()
		s.run.Waits = false
		s.sees(typed)
	}
}

func TestACardThatIsBackOnRecordLeavesTheForm(t *testing.T) {
	for name, tt := range map[string]struct {
		more string // typed between the undo and the taking back of it
		left bool
	}{"untouched": {"", false}, "added to": {" a bit", true}} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.begins()
			s.Save()
			s.window.undo()
			s.sees("[One chair wobbles]")
			if tt.more != "" {
				s.types("", fyne.KeyTab, fyne.KeyTab)
				s.types(tt.more)
			}
			s.Changed(app.Changed{Batch: app.ID{2}, Act: app.ActUndo, Undoes: anUndo})
			if left := pagetest.Has(s.Content(), "One chair wobbles"); left != tt.left {
				t.Errorf("the card is still in the form: %v, want %v", left, tt.left)
			}
		})
	}
}

func TestNothingIsTypedIntoACorrectionThatIsBeingSaved(t *testing.T) {
	s := open(t, told()...)
	s.Find(app.OpinionQuery{Words: "lovely"})
	s.press("Correct")
	s.types("One. ")
	was := s.canvas.Focused()
	s.shop.Fail = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full"}
	s.run.Waits = true
	s.Save()
	if s.canvas.Focused() != nil {
		t.Errorf("the keyboard is on %T", s.canvas.Focused())
	}
	s.run.CatchUp()
	s.run.Waits = false
	if s.canvas.Focused() != was {
		t.Errorf("after it failed the keyboard is on %T", s.canvas.Focused())
	}
}
