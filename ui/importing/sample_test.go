package importing_test

import (
	"errors"
	"testing"

	"ringback.app/app"
)

const madeUp = "The people of the made-up shop are in this book."

func TestTheMadeUpShopIsSaidBeforeFilesAreChosenAndLeft(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), madeUp: true})
	s.sees(t, madeUp)
	s.tap(t, "Take the made-up shop out")
	s.Changed(app.Changed{Batch: app.ID{0: 8}, Act: app.ActLeaveSample})
	s.misses(t, madeUp)
	if s.shop.madeUp || len(s.window.toasts) != 1 {
		t.Errorf("left %v, told %v", !s.shop.madeUp, s.window.toasts)
	}
}

func TestAnImportIntoTheMadeUpShopIsSaidAndReadAnewWithoutIt(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), madeUp: true})
	s.Dropped([]string{"a.vcf"})
	s.sees(t, madeUp, "Trần Thị Hương")
	s.tap(t, "Take the made-up shop out")
	s.Changed(app.Changed{Batch: app.ID{0: 8}, Act: app.ActLeaveSample})
	s.misses(t, madeUp)
	s.sees(t, "Trần Thị Hương")
	if len(s.shop.read) != 2 || s.shop.written != 0 {
		t.Errorf("read %d times, written %d", len(s.shop.read), s.shop.written)
	}
	s.shop.madeUp = true
	s.Changed(app.Changed{Batch: app.ID{0: 9}, Act: app.ActUndo})
	s.sees(t, madeUp)
}

func TestABookOfRealPeopleHasNothingToLeave(t *testing.T) {
	s := show(t, &shop{preview: twoPeople()})
	s.misses(t, madeUp)
	s.Dropped([]string{"a.vcf"})
	s.misses(t, madeUp)
}

func TestThatTheMadeUpShopCannotBeLeftIsSaid(t *testing.T) {
	refused := errors.New("mixed")
	s := show(t, &shop{preview: twoPeople(), madeUp: true, leaving: refused})
	s.tap(t, "Take the made-up shop out")
	if len(s.window.failed) != 1 || !errors.Is(s.window.failed[0], refused) {
		t.Errorf("told %v", s.window.failed)
	}
	s.sees(t, madeUp)
}
