package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/app/calling"
	"ringback.app/data/single"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

// morning is when the tests of the window take place.
var morning = time.Date(2026, time.November, 20, 8, 12, 0, 0, time.UTC)

// shopDesk is the whole window on a real book, without a screen: all that it does
// is done at once, and nothing that it waits for happens before pass.
type shopDesk struct {
	*desktop
	t     *testing.T
	book  string
	waits []func()
}

// newSessionIn returns a run of the program on a book that was named.
func newSessionIn(t *testing.T, home string) *session {
	t.Helper()
	t.Setenv("HOME", home)
	run, err := os.MkdirTemp("", "ringback") // the name of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(run) })
	env := map[string]string{"HOME": home, "XDG_RUNTIME_DIR": run, "LocalAppData": home, "TZ": "UTC"}
	// A context that ends with the test would close the window beside it.
	s, err := newSession(context.WithoutCancel(t.Context()), &Main{
		Stdout: io.Discard, Stderr: io.Discard,
		Getenv: func(name string) string { return env[name] },
		Clock:  func() time.Time { return morning },
	})
	if err != nil {
		t.Fatal(err)
	}
	s.named = filepath.Join(home, "shop.book")
	t.Cleanup(func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// newShopDesk opens the window on a new book, or where that is refused the one that
// says why.
func newShopDesk(t *testing.T, s *session) *shopDesk {
	t.Helper()
	shop, refused := s.book(toWrite)
	d := &shopDesk{desktop: s.desktop(pagetest.App(t), shop, refused), t: t, book: s.named}
	d.run, d.timer = pagetest.AtOnce{}, func(_ time.Duration, call func()) func() {
		at := len(d.waits)
		d.waits = append(d.waits, call)
		return func() { d.waits[at] = func() {} }
	}
	if refused != nil {
		d.offerBackup()
	} else if err := d.begin(); err != nil {
		t.Fatal(err)
	}
	return d
}

// pass lets happen what is waited for now.
func (d *shopDesk) pass() {
	for _, call := range slices.Clone(d.waits) {
		call()
	}
}

// customer puts somebody into the book.
func (d *shopDesk) customer(name string) app.ID {
	d.t.Helper()
	c := app.Customer{ID: d.ids.Next(), Name: app.Name{Full: name}, Phones: []app.Phone{{Typed: "+358 40 123 4567", E164: "+358401234567"}}}
	if _, err := d.shop.Apply(d.t.Context(), app.Batch{Act: app.ActAddCustomer, Changes: []app.Change{app.Put(c)}}); err != nil {
		d.t.Fatal(err)
	}
	return c.ID
}

// backup puts a copy of the book where the program looks for the last good one.
func (d *shopDesk) backup() {
	d.t.Helper()
	folder := backups.Folder(d.book)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := d.shop.Backup(d.t.Context(), filepath.Join(folder, "2026-11-19T101200Z.book")); err != nil {
		d.t.Fatal(err)
	}
}

func (d *shopDesk) sees(wanted ...string) {
	d.t.Helper()
	pagetest.Sees(d.t, d.window.Fyne().Canvas().Content(), wanted...)
}

// typeWords types them wherever the keyboard is.
func (d *shopDesk) typeWords(words string) {
	d.t.Helper()
	if d.window.Fyne().Canvas().Focused() == nil {
		d.t.Fatal("the keyboard is nowhere")
	}
	pagetest.Type(d.window.Fyne().Canvas(), words)
}

// best presses what the rescue offers first.
func (d *shopDesk) best() {
	d.t.Helper()
	if d.rescue == nil {
		d.t.Fatal("no window says what is wrong with the book")
	}
	best, ok := d.rescue.Fyne().Canvas().Focused().(*widgets.Button)
	if !ok {
		d.t.Fatalf("nothing is offered:\n%s", pagetest.Texts(d.rescue.Fyne().Canvas().Content()))
	}
	test.Tap(best)
}

func TestTheWindowShowsItsPagesOnTheBook(t *testing.T) {
	s := newSessionIn(t, t.TempDir())
	d := newShopDesk(t, s)
	maija := d.customer("Maija Korhonen")
	for _, page := range []struct {
		name  string
		shows func()
		wants string
	}{
		{"everybody", d.window.GoCustomers, "Maija Korhonen"},
		{"one of them", func() { d.window.OpenCustomer(maija) }, "Archive this customer"},
		{"whom to ring", func() { d.call(maija) }, "I wanted to ask how you are"},
		{"who is there twice", d.window.GoMerging, "Nobody is in here twice"},
		{"what they say", d.window.GoReview, "Nothing to review yet"},
		{"the best", d.window.GoLoyalty, "Nobody has bought yet"},
		{"a card", d.window.TypeOpinion, "Who wrote it"},
		{"what comes in", d.window.GoImport, "Choose files"},
		{"what goes out", func() { d.window.ExportFor(maija) }, "Every call with what was said in it."},
		{"what is to be put right", func() { d.window.Go(d.right) }, "Nothing waits to be put right"},
	} {
		t.Run(page.name, func(t *testing.T) {
			page.shows()
			pagetest.Sees(t, d.window.Fyne().Canvas().Content(), page.wants)
			pagetest.Misses(t, d.window.Fyne().Canvas().Content(), d.say("window.unread", nil))
		})
	}
}

func TestTheWindowThatClosesKeepsWhatIsTypedAndIsHeardNoMore(t *testing.T) {
	home := t.TempDir()
	s := newSessionIn(t, home)
	d := newShopDesk(t, s)
	d.window.AddCustomer()
	d.typeWords("Tom Bell")
	d.window.Close()
	if err := d.end(); err != nil {
		t.Error(err)
	}
	if err := single.Raise(t.Context(), s.places.sockets(), d.book); err == nil {
		t.Error("another copy reaches a window that is closed")
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	s.shop = nil

	again := newShopDesk(t, newSessionIn(t, home))
	again.window.AddCustomer()
	again.sees("[Tom Bell]")
}

func TestAnotherCopyRaisesTheWindowUntilItIsClosed(t *testing.T) {
	s := newSessionIn(t, t.TempDir())
	book, err := s.book(toWrite)
	if err != nil {
		t.Fatal(err)
	}
	raised := make(chan struct{})
	stop := s.listenForOthers(book, func() bool { close(raised); return true })
	if err := single.Raise(t.Context(), s.places.sockets(), book.Path()); err != nil {
		t.Fatal(err)
	}
	<-raised
	stop()
	if err := single.Raise(t.Context(), s.places.sockets(), book.Path()); err == nil {
		t.Error("it is raised once more")
	}
}

func TestTheBackupOfABookThatProvesToBeDamagedIsGoneOnWith(t *testing.T) {
	d := newShopDesk(t, newSessionIn(t, t.TempDir()))
	maija := d.customer("Maija Korhonen")
	d.backup()
	lost := d.customer("Ida Berg") // after the backup
	if err := calling.New(d.shop, d.clock, d.ids).SaveDraft(t.Context(), maija, calling.Draft{Notes: "The chair wobbles"}); err != nil {
		t.Fatal(err)
	}
	d.window.AddCustomer()
	d.typeWords("Tom Bell") // and is not in the book yet
	damaged, first := d.shop, d.window

	d.offerCopy(&app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Args: app.Args{"Path": d.book}})
	asked := d.rescue
	d.offerCopy(&app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Args: app.Args{"Path": d.book}})
	if d.rescue != asked {
		t.Error("it asks twice")
	}
	d.best()
	if d.rescue != nil || d.window == first || d.shop == damaged || d.refused != nil || d.unkept != nil {
		t.Fatalf("rescue %v, refused %v, unkept %v", d.rescue, d.refused, d.unkept)
	}
	if _, err := damaged.Plan(t.Context()); err == nil {
		t.Error("the damaged book is still open")
	}
	if _, err := d.shop.Customer(t.Context(), lost); app.CodeOf(err) != app.CodeNotFound {
		t.Error("it is not the backup that is open:", err)
	}
	if draft, _, err := calling.New(d.shop, d.clock, d.ids).Draft(t.Context(), maija); err != nil || draft.Notes != "The chair wobbles" {
		t.Errorf("the note that was begun: %+v, %v", draft, err)
	}
	before := pagetest.Texts(first.Fyne().Canvas().Content())
	d.pass()
	if now := pagetest.Texts(first.Fyne().Canvas().Content()); now != before {
		t.Errorf("the window that is gone goes on, and shows\n%s", now)
	}
	d.window.GoCustomers()
	d.customer("Huda Aziz") // of which it hears
	d.sees("Maija Korhonen", "Huda Aziz")
	d.window.AddCustomer()
	d.sees("[Tom Bell]")
}

func TestTheBackupOfABookThatDoesNotOpenIsGoneOnWith(t *testing.T) {
	home := t.TempDir()
	s := newSessionIn(t, home)
	d := newShopDesk(t, s)
	d.customer("Maija Korhonen")
	d.backup()
	d.window.Close()
	if err := d.end(); err != nil {
		t.Fatal(err)
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	s.shop = nil
	if err := os.WriteFile(d.book, []byte(strings.Repeat("spoilt", 4096)), 0o600); err != nil {
		t.Fatal(err)
	}

	again := newShopDesk(t, newSessionIn(t, home))
	if app.CodeOf(again.refused) != app.CodeDamaged || again.window != nil {
		t.Fatalf("refused with %v", again.refused)
	}
	again.best()
	if again.refused != nil || again.rescue != nil {
		t.Fatalf("rescue %v, refused %v", again.rescue, again.refused)
	}
	again.window.GoCustomers()
	again.sees("Maija Korhonen")
}

func TestAWindowThatRefusesAndIsClosedLeavesTheBookAsItIs(t *testing.T) {
	s := newSessionIn(t, t.TempDir())
	if err := os.WriteFile(s.named, []byte("spoilt"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newShopDesk(t, s)
	d.rescue.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.rescue != nil || d.refused == nil || d.end() != nil {
		t.Errorf("rescue %v, refused %v", d.rescue, d.refused)
	}
	if left, err := os.ReadFile(s.named); err != nil || string(left) != "spoilt" {
		t.Errorf("the book is %q, %v", left, err)
	}
}

// queue is an Executor of whose UI work a test is told.
type queue struct {
	pagetest.AtOnce
	ui chan func()
}

func (q queue) UI(work func()) { q.ui <- work }

func TestWhoeverEndsTheProgramClosesTheWindowThatIsThere(t *testing.T) {
	begin := func(t *testing.T) (d *shopDesk, end func()) {
		t.Helper()
		s := newSessionIn(t, t.TempDir())
		ctx, cancel := context.WithCancel(s.ctx)
		s.ctx = ctx
		if err := os.WriteFile(s.named, []byte("spoilt"), 0o600); err != nil {
			t.Fatal(err)
		}
		d = newShopDesk(t, s)
		d.run = queue{ui: make(chan func(), 1)}
		return d, cancel
	}
	t.Run("when it is open", func(t *testing.T) {
		d, end := begin(t)
		end()
		(<-d.run.(queue).ui)()
		if d.rescue != nil {
			t.Error("it stays")
		}
	})
	t.Run("or closes at the same time", func(t *testing.T) {
		d, end := begin(t)
		end() // and the goroutine that hears of it comes after the window
		d.rescue.Fyne().Close()
		<-d.run.(queue).ui // it asked for no window that is gone
	})
}
