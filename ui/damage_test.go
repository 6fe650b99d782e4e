package ui_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestThatTheBookIsDamagedIsSaidAboveEveryPageFromThenOn(t *testing.T) {
	s := newShop(t, theme.Light)
	var met []error
	s.OnDamaged = func(err error) { met = append(met, err) }
	unread := &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Err: errors.New("page 7 says it is 0")}
	s.Failed(unread)
	s.aWhile()
	s.Go(s.customers)
	pagetest.Sees(t, s.Fyne().Content(), "The book is damaged", "The page Customers")
	bottom := s.Fyne().Canvas().Size().Height
	if o := s.customers.content; o.Size().Height >= bottom-60 || o.Size().Height < bottom/2 {
		t.Errorf("the page is %v high in a window of %v", o.Size().Height, bottom)
	}
	pagetest.Press(t, s.Fyne().Content(), "See the last good copy")
	if !slices.Equal(met, []error{unread}) {
		t.Errorf("asked for a copy because of %v", met)
	}
}

func TestADraftThatCannotBeReadIsNoDamageOfTheBook(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Failed(&app.Error{Code: app.CodeDamaged, Key: "error.opinion.draft"})
	pagetest.Misses(t, s.Fyne().Content(), "The book is damaged")
}

func TestEachTimeThatDamageIsMetAgainIsSaid(t *testing.T) {
	s := newShop(t, theme.Light)
	unread := &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s.Failed(unread)
	pagetest.Misses(t, s.Fyne().Content(), "part of the file cannot be read")
	s.Failed(unread)
	pagetest.Sees(t, s.Fyne().Content(), "part of the file cannot be read")
}

func TestThatTheBooksFileIsGoneIsSaidAboveEveryPageUntilItIsBack(t *testing.T) {
	const said = "was deleted, moved or replaced"
	for name, look := range map[string]func(s *shop){
		"within the minute":    func(s *shop) { s.aWhile() },
		"on the next page":     func(s *shop) { s.Go(s.customers) },
		"when something fails": func(s *shop) { s.Failed(s.book.InPlace()) },
		"before it is closed":  func(s *shop) { s.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, theme.Light)
			closed := false
			s.Fyne().SetOnClosed(func() { closed = true })
			pagetest.Misses(t, s.Fyne().Content(), said)
			s.book.gone = true
			look(s)
			pagetest.Sees(t, s.Fyne().Content(), said)
			if closed {
				t.Fatal("the window closed")
			}
			s.book.refuses = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full", Args: app.Args{"Path": "/shop.book"}}
			pagetest.Press(t, s.Fyne().Content(), "Write it again")
			pagetest.Sees(t, s.Fyne().Content(), said, "The disk is full")
			s.book.refuses = nil
			s.now = s.now.Add(time.Second) // as nobody who reads is faster
			pagetest.Press(t, s.Fyne().Content(), "Write it again")
			pagetest.Misses(t, s.Fyne().Content(), said)
			pagetest.Sees(t, s.Fyne().Content(), "The book is back")
			s.Close()
			if !closed {
				t.Error("the window does not close")
			}
		})
	}
}

func TestHowFarABookIsPutBackIsShownMeanwhile(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.gone = true
	s.aWhile()
	s.book.refuses = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full", Args: app.Args{"Path": "/shop.book"}}
	shown := 0
	s.book.putting = func(part float64) {
		if part != 0.5 {
			return
		}
		pagetest.Sees(t, s.Fyne().Content(), "is being written again")
		pagetest.Misses(t, s.Fyne().Content(), "Write it again")
		for _, o := range test.LaidOutObjects(s.Fyne().Content()) {
			if bar, ok := o.(*widgets.ProgressLine); ok && bar.Visible() && bar.Part() > 0.48 && bar.Part() <= 0.5 {
				shown++
			}
		}
	}
	pagetest.Press(t, s.Fyne().Content(), "Write it again")
	if shown != 1 {
		t.Errorf("shown on %d bars", shown)
	}
	pagetest.Sees(t, s.Fyne().Content(), "Write it again", "The disk is full")
	pagetest.Misses(t, s.Fyne().Content(), "is being written again")
}

func TestABookThatComesBackByItselfIsNotSaidToBeGone(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.gone = true
	s.aWhile()
	s.book.gone = false
	s.aWhile()
	pagetest.Misses(t, s.Fyne().Content(), "was deleted, moved or replaced")
}

func TestWhatCouldNotBeKeptIsTriedAgainAndKeepsTheWindowOpen(t *testing.T) {
	s := newShop(t, theme.Light)
	closed := false
	s.Fyne().SetOnClosed(func() { closed = true })
	s.book.unkept = &app.Error{Code: app.CodeStorage, Key: "error.book.disk-full", Args: app.Args{"Path": "/shop.book"}}
	before := s.book.tries
	s.aWhile()
	if s.book.tries == before {
		t.Error("it was not tried again")
	}
	s.Close()
	pagetest.Sees(t, s.Fyne().Content(), "The disk is full", "what is not saved is lost")
	s.aWhile() // who goes on working is asked anew
	s.Close()
	if closed {
		t.Fatal("the window closed")
	}
	s.book.unkept = nil
	s.Close()
	if !closed {
		t.Error("the window does not close")
	}
}

func TestThatADamagedBookClosesWhenItIsToldAgainIsSaid(t *testing.T) {
	s := newShop(t, theme.Light)
	closed := false
	s.Fyne().SetOnClosed(func() { closed = true })
	s.book.unkept = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s.Close()
	pagetest.Sees(t, s.Fyne().Content(), "Ringback keeps copies of it", "part of the file cannot be read", "If you close Ringback once more now")
	if closed {
		t.Fatal("the window closed")
	}
	s.Close()
	if !closed {
		t.Error("the window does not close")
	}
}

func TestThatTheBookWasCopiedOverIsSaidAndKeepsNobodyFromClosing(t *testing.T) {
	const said = "copied over the book"
	for name, look := range map[string]func(s *shop){
		"within the minute":    func(s *shop) { s.aWhile() },
		"on the next page":     func(s *shop) { s.Go(s.customers) },
		"when something fails": func(s *shop) { s.Failed(s.book.InPlace()) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, theme.Light)
			closed := false
			s.Fyne().SetOnClosed(func() { closed = true })
			s.book.over = true
			look(s)
			pagetest.Sees(t, s.Fyne().Content(), said)
			pagetest.Misses(t, s.Fyne().Content(), "Write it again")
			s.Close()
			if !closed {
				t.Error("the window does not close")
			}
		})
	}
}

// A change that was written was written into the book where it belongs.
func TestABookThatTookAChangeIsNotSaidToBeGone(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.gone = true
	s.Failed(s.book.InPlace())
	s.Failed(s.book.InPlace()) // said once more, for what was tried last
	s.Close()
	pagetest.Sees(t, s.Fyne().Content(), "was deleted, moved or replaced")
	s.book.gone = false
	s.Changed(app.Changed{Batch: app.ID{1}, Act: app.ActLogCall})
	pagetest.Misses(t, s.Fyne().Content(), "was deleted, moved or replaced", "Nothing can be saved")
}

func TestNothingOfABookThatIsPutBackIsSaidToBeLost(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.gone = true
	s.Failed(s.book.InPlace())
	s.Failed(s.book.InPlace())
	pagetest.Sees(t, s.Fyne().Content(), "Nothing can be saved")
	s.customers.told = nil
	s.book.aside = "/shop.book.replaced-1"
	pagetest.Press(t, s.Fyne().Content(), "Write it again")
	pagetest.Misses(t, s.Fyne().Content(), "Nothing can be saved")
	pagetest.Sees(t, s.Fyne().Content(), "kept as “/shop.book.replaced-1”")
	if !slices.Contains(s.customers.told, "close") {
		t.Error("what is typed was not kept again")
	}
}
