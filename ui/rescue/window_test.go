package rescue_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/rescue"
	"ringback.app/ui/theme"
)

var (
	noon   = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)
	broken = &app.Error{Code: app.CodeDamaged, Key: "error.book.cut-off", Args: app.Args{"Path": "/shop.book"}}
)

// desk is the book's place: the backup that lies there, and what became of it.
type desk struct {
	last     backups.Copy // the zero Copy: there is none
	err      error        // with which putting it back ends
	restored []string
	opened   int
	begun    int // an empty book
	tried    int // to open the one that was in use
	looked   int
}

func (d *desk) window(t *testing.T, look theme.Look, refused error) fyne.Window {
	t.Helper()
	say := pagetest.Begin(t, look)
	w := rescue.New(fyne.CurrentApp(), refused, rescue.Services{
		Clock: func() time.Time { return noon }, Run: pagetest.AtOnce{}, Book: "/shop.book",
		LastGood: func(context.Context) (backups.Copy, bool) {
			d.looked++
			return d.last, d.last != backups.Copy{}
		},
		Restore: func(_ context.Context, path string) error {
			d.restored = append(d.restored, path)
			return d.err
		},
		Begin:      func(context.Context) error { d.begun++; return d.err },
		Again:      func(context.Context) error { d.tried++; return d.err },
		OnRestored: func() { d.opened++ },
	}, say)
	w.Show()
	return w.Fyne()
}

func isOpen(w fyne.Window) bool {
	for _, one := range fyne.CurrentApp().Driver().AllWindows() {
		if one == w {
			return true
		}
	}
	return false
}

func TestTheLastGoodBackupIsOneKeyAway(t *testing.T) {
	d := &desk{last: backups.Copy{Path: "/shop.book.backups/1.book", Taken: noon.AddDate(0, 0, -1)}}
	w := d.window(t, theme.Light, broken)
	pagetest.Sees(t, w.Content(), "“/shop.book” is cut off", "was made yesterday 12:00", "Open the backup: yesterday 12:00")
	pagetest.Misses(t, w.Content(), "`")
	pagetest.Keys(w.Canvas(), fyne.KeyReturn)
	if len(d.restored) != 1 || d.restored[0] != d.last.Path || d.opened != 1 || isOpen(w) {
		t.Errorf("put back %v, opened %d times; the window is open: %v", d.restored, d.opened, isOpen(w))
	}
}

func TestABackupThatCannotBePutBackLeavesTheWindowAndSaysWhy(t *testing.T) {
	d := &desk{
		last: backups.Copy{Path: "/1.book", Taken: noon},
		err:  &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full", Args: app.Args{"Path": "/shop.book"}},
	}
	w := d.window(t, theme.Light, broken)
	pagetest.Sees(t, w.Content(), "was made at 12:00")
	pagetest.Press(t, w.Content(), "Open the backup: 12:00")
	pagetest.Sees(t, w.Content(), "The disk is full")
	if d.opened != 0 || !isOpen(w) {
		t.Errorf("opened %d times; the window is open: %v", d.opened, isOpen(w))
	}
	d.err = nil
	pagetest.Press(t, w.Content(), "Open the backup: 12:00")
	if d.opened != 1 {
		t.Error("it cannot be tried again")
	}
}

func TestWithoutABackupItSaysSo(t *testing.T) {
	d := &desk{}
	w := d.window(t, theme.Light, broken)
	pagetest.Sees(t, w.Content(), "There is no good backup", "copy it to where the book is: /shop.book", "Close")
	pagetest.Misses(t, w.Content(), "`")
	pagetest.Misses(t, w.Content(), "Open the backup")
	pagetest.Press(t, w.Content(), "Close")
	if isOpen(w) || d.opened != 0 {
		t.Error("the window did not close")
	}
}

func TestABookThatIsNotDamagedIsNotReplaced(t *testing.T) {
	d := &desk{last: backups.Copy{Path: "/1.book", Taken: noon}}
	w := d.window(t, theme.Light, &app.Error{Code: app.CodeNewer, Key: "error.book.newer", Args: app.Args{"Path": "/shop.book"}})
	pagetest.Sees(t, w.Content(), "newer Ringback")
	pagetest.Misses(t, w.Content(), "backup")
	pagetest.Keys(w.Canvas(), fyne.KeyEscape)
	if d.looked != 0 || isOpen(w) {
		t.Errorf("looked for backups %d times; the window is open: %v", d.looked, isOpen(w))
	}
}

func TestOfABookThatIsNotThereTheLastGoodBackupIsOfferedBeforeAnEmptyOne(t *testing.T) {
	lost := &app.Error{Code: app.CodeNotFound, Key: app.BookLost, Args: app.Args{"Path": "/shop.book"}}
	d := &desk{last: backups.Copy{Path: "/1.book", Taken: noon}}
	w := d.window(t, theme.Light, lost)
	pagetest.Sees(t, w.Content(), "The book is not there", "no book at “/shop.book” any more", "was made at 12:00", "move it back")
	pagetest.Misses(t, w.Content(), "`")
	pagetest.Misses(t, w.Content(), "restore \"")
	pagetest.Keys(w.Canvas(), fyne.KeyReturn)
	if len(d.restored) != 1 || d.begun != 0 || d.opened != 1 || isOpen(w) {
		t.Errorf("put back %v, opened %d times; the window is open: %v", d.restored, d.opened, isOpen(w))
	}
	d = &desk{last: d.last}
	w = d.window(t, theme.Light, lost)
	pagetest.Press(t, w.Content(), "Begin an empty book")
	if len(d.restored) != 0 || d.begun != 1 || d.opened != 1 || isOpen(w) {
		t.Errorf("put back %v, begun %d, opened %d times; the window is open: %v", d.restored, d.begun, d.opened, isOpen(w))
	}
	d = &desk{last: d.last}
	pagetest.Misses(t, d.window(t, theme.Light, broken).Content(), "Begin an empty book")
}

func TestOfABookThatIsNotThereAndHasNoGoodBackupTheOwnerDecides(t *testing.T) {
	lost := &app.Error{Code: app.CodeNotFound, Key: app.BookLost, Args: app.Args{
		"Path": "/shop.book", "Folder": "/shop.book.backups", "Damaged": true,
	}}
	d := &desk{}
	w := d.window(t, theme.Light, lost)
	pagetest.Sees(t, w.Content(), "The book is not there", "none of the backups of it in “/shop.book.backups” can be read", "move it back", "copy it to where the book was: /shop.book")
	pagetest.Misses(t, w.Content(), "`", "Open the backup", "COPY")
	pagetest.Keys(w.Canvas(), fyne.KeyReturn) // on its own it begins nothing
	if d.begun != 0 || d.opened != 0 || isOpen(w) {
		t.Errorf("begun %d, opened %d times; the window is open: %v", d.begun, d.opened, isOpen(w))
	}
	w = d.window(t, theme.Light, lost)
	pagetest.Press(t, w.Content(), "Begin an empty book")
	if d.begun != 1 || d.opened != 1 || isOpen(w) {
		t.Errorf("begun %d, opened %d times; the window is open: %v", d.begun, d.opened, isOpen(w))
	}
}

func TestPictures(t *testing.T) {
	for name, look := range map[string]theme.Look{"light": theme.Light, "dark": theme.Dark} {
		t.Run(name, func(t *testing.T) {
			d := &desk{last: backups.Copy{Path: "/1.book", Taken: noon.AddDate(0, 0, -3)}}
			test.AssertRendersToImage(t, "rescue-"+name+".png", d.window(t, look, broken).Canvas())
		})
	}
}

func TestABookThatWasOpenIsNotSaidNotToOpen(t *testing.T) {
	say := pagetest.Begin(t, theme.Light)
	closed := 0
	w := rescue.New(fyne.CurrentApp(), &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}, rescue.Services{
		Clock: func() time.Time { return noon }, Run: pagetest.AtOnce{}, Opened: true,
		LastGood: func(context.Context) (backups.Copy, bool) { return backups.Copy{}, false },
		OnClosed: func() { closed++ },
	}, say)
	w.Show()
	pagetest.Sees(t, w.Fyne().Content(), "The book is damaged", "There is no good backup")
	pagetest.Misses(t, w.Fyne().Content(), "does not open")
	pagetest.Press(t, w.Fyne().Content(), "Close")
	if closed != 1 {
		t.Errorf("told of closing %d times", closed)
	}
}

func TestABookThatIsInUseIsTriedAgain(t *testing.T) {
	busy := &app.Error{Code: app.CodeBusy, Key: "error.book.busy", Args: app.Args{"Path": "/shop.book"}}
	d := &desk{last: backups.Copy{Path: "/1.book", Taken: noon}, err: busy}
	w := d.window(t, theme.Light, busy)
	pagetest.Sees(t, w.Content(), "The book is in use", "“/shop.book” is open in another Ringback", "Nothing is lost", "Close")
	pagetest.Misses(t, w.Content(), "backup was made")
	pagetest.Keys(w.Canvas(), fyne.KeyReturn)
	pagetest.Sees(t, w.Content(), "It is still in use")
	if d.tried != 1 || d.opened != 0 || !isOpen(w) {
		t.Errorf("tried %d, opened %d times; the window is open: %v", d.tried, d.opened, isOpen(w))
	}
	d.err = &app.Error{Code: app.CodeBusy, Key: "error.command.raised", Args: app.Args{"Book": "/shop.book"}}
	pagetest.Press(t, w.Content(), "Try again")
	pagetest.Sees(t, w.Content(), "was brought to the front")
	pagetest.Misses(t, w.Content(), "still in use")
	d.err = nil
	pagetest.Press(t, w.Content(), "Try again")
	if d.tried != 3 || d.opened != 1 || d.looked != 0 || isOpen(w) {
		t.Errorf("tried %d, opened %d times; the window is open: %v", d.tried, d.opened, isOpen(w))
	}
}

// screen is a program whose windows can be closed as a person does it.
type screen struct {
	fyne.App
	closed func() // what the last window does then
}

func (s *screen) NewWindow(title string) fyne.Window {
	return &framed{s.App.NewWindow(title), s}
}

type framed struct {
	fyne.Window
	screen *screen
}

func (f *framed) SetCloseIntercept(closed func()) { f.screen.closed = closed }

func TestTheWindowStaysWhileItDoesWhatLeadsToABook(t *testing.T) {
	say := pagetest.Begin(t, theme.Light)
	run := &pagetest.Slow{}
	on := &screen{App: fyne.CurrentApp()}
	closed, opened := 0, 0
	w := rescue.New(on, broken, rescue.Services{
		Clock: func() time.Time { return noon }, Run: run,
		LastGood:   func(context.Context) (backups.Copy, bool) { return backups.Copy{Path: "/1.book", Taken: noon}, true },
		Restore:    func(ctx context.Context, _ string) error { return ctx.Err() },
		OnRestored: func() { opened++ }, OnClosed: func() { closed++ },
	}, say)
	w.Show()
	run.Waits = true
	pagetest.Press(t, w.Fyne().Content(), "Open the backup: 12:00")
	on.closed()
	w.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	pagetest.Press(t, w.Fyne().Content(), "Close")
	if closed != 0 {
		t.Error("it closed, and nobody is told what comes of it")
	}
	run.CatchUp()
	if opened != 1 || closed != 1 {
		t.Errorf("opened %d times, closed %d times", opened, closed)
	}
	closed = 0
	w = rescue.New(on, broken, rescue.Services{
		Clock: func() time.Time { return noon }, Run: pagetest.AtOnce{}, OnClosed: func() { closed++ },
		LastGood: func(context.Context) (backups.Copy, bool) { return backups.Copy{}, false },
	}, say)
	w.Show()
	if on.closed(); closed != 1 {
		t.Error("it does not close when nothing is done")
	}
}
