package ui_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestThePagesComeAndGo(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Go(s.customers)
	s.Go(s.customers)
	if want := []string{"shown", "hidden"}; !slices.Equal(s.today.told, want) {
		t.Errorf("Today was told %q, want %q", s.today.told, want)
	}
	if want := []string{"shown"}; !slices.Equal(s.customers.told, want) {
		t.Errorf("Customers was told %q, want %q", s.customers.told, want)
	}
	if !s.reads("The page Customers") || s.reads("The page Today") {
		t.Errorf("the window shows %q", s.written())
	}
	s.AddCustomer()
	s.OpenCustomer(app.ID{1})
	s.GoImport()
	if got := s.customers.told[1:]; len(got) != 3 || got[0] != "add" || got[1] != "open "+(app.ID{1}).String() || got[2] != "hidden" {
		t.Errorf("Customers was told %q", got)
	}
}

func TestAPageThatDoesNotExistIsLeftOut(t *testing.T) {
	a := test.NewTempApp(t)
	s := reopen(t, a)
	bare := ui.New(a, s.Deps)
	bare.SetPages(ui.Pages{Today: s.today})
	bare.Show()
	bare.AddCustomer()
	bare.OpenCustomer(app.ID{1})
	bare.GoImport()
	bare.SetToCall(3)
	one := &shop{Window: bare}
	if one.reads("Customers") || one.reads("Import") || one.reads("Settings") || !one.reads("3") {
		t.Errorf("the window shows %q", one.written())
	}
}

func TestTheCountOfTodayIsInTheRail(t *testing.T) {
	s := newShop(t, theme.Light)
	s.SetToCall(12)
	if !s.reads("12") {
		t.Errorf("the window shows %q", s.written())
	}
	s.SetToCall(0)
	if s.reads("12") || s.reads("0") {
		t.Errorf("the window shows %q", s.written())
	}
}

func TestKeysThatNothingTakesAreThePages(t *testing.T) {
	s := newShop(t, theme.Light)
	s.canvas().OnTypedRune()('1')
	s.key(fyne.KeyDown)
	s.key(fyne.KeyEscape)
	if want := []string{"shown", "rune 1", "key Down", "back"}; !slices.Equal(s.today.told, want) {
		t.Errorf("Today was told %q, want %q", s.today.told, want)
	}
	s.key(fyne.KeyF1)
	if !s.reads("What came of the call") {
		t.Fatalf("F1 shows %q", s.written())
	}
	s.canvas().OnTypedRune()('2')
	s.key(fyne.KeyDown)
	s.key(fyne.KeyEscape)
	if s.reads("What came of the call") || len(s.today.told) != 4 {
		t.Errorf("with the keys on show Today was told %q", s.today.told[4:])
	}
}

func TestMessagesAreToasts(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Toast("Saved", func() {})
	s.Failed(&app.Error{Code: app.CodeInvalid, Key: "error.window.dial", Args: app.Args{"Number": "112"}})
	s.Failed(&app.Error{Code: app.CodeCancelled, Key: "error.internal"})
	s.Failed(nil)
	for _, want := range []string{"Saved", "Undo"} {
		if !s.reads(want) {
			t.Errorf("%q is missing in %q", want, s.written())
		}
	}
	if all := strings.Join(s.written(), " "); !strings.Contains(all, "Ring 112 on your own phone.") || strings.Contains(all, "Something went wrong") {
		t.Errorf("the window shows %q", all)
	}
	s.Copy("+358 40 123 4567")
	if got := s.fyne.Clipboard().Content(); got != "+358 40 123 4567" {
		t.Errorf("the clipboard holds %q", got)
	}
}

func TestCustomersLeadsToWhoMayBeInTheBookTwice(t *testing.T) {
	s := newShop(t, theme.Light)
	s.GoMerging() // there is no such page, and nothing happens
	merging := newPage("Merging")
	s.SetPages(ui.Pages{Today: s.today, Customers: s.customers, Import: s.imports, Settings: s.setting, Merging: merging})
	s.GoMerging()
	s.Changed(app.Changed{})
	s.GoCustomers()
	if want := []string{"shown", "changed", "hidden"}; !slices.Equal(merging.told, want) {
		t.Errorf("it was told %q, want %q", merging.told, want)
	}
	if s.reads("Merging") {
		t.Error("it is in the rail")
	}
}

func TestEveryPageIsToldOfChanges(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Changed(app.Changed{})
	for _, p := range []*page{s.today, s.customers, s.imports, s.setting} {
		if !slices.Contains(p.told, "changed") {
			t.Errorf("%s was told %q", p.name, p.told)
		}
	}
}

func TestClosingKeepsWhatIsTypedOrSaysWhyNot(t *testing.T) {
	s := newShop(t, theme.Light)
	closed := 0
	s.Fyne().SetOnClosed(func() { closed++ })
	s.today.failing = &app.Error{Code: app.CodeStorage, Key: "error.window.dial", Args: app.Args{"Number": "112"}, Err: errors.New("disk full")}
	s.Close()
	if closed != 0 || !strings.Contains(strings.Join(s.written(), " "), "112") {
		t.Fatalf("closed %d times; shows %q", closed, s.written())
	}
	s.Close()
	if closed != 1 || !slices.Contains(s.customers.told, "close") {
		t.Errorf("closed %d times; Customers was told %q", closed, s.customers.told)
	}
}

func TestWhatIsUnderWayIsStoppedBeforeWhatIsTypedWaitsForIt(t *testing.T) {
	s := newShop(t, theme.Light)
	s.today.closing = func() {
		if !slices.Contains(s.imports.told, "stop") {
			t.Error("the note waits for an import that goes on")
		}
	}
	s.Close()
	if !slices.Contains(s.today.told, "close") {
		t.Errorf("Today was told %q", s.today.told)
	}
}

func TestTheBookThatIsBackStopsNothing(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.gone = true
	s.Failed(s.book.InPlace())
	s.book.gone = false
	s.Changed(app.Changed{})
	if !slices.Contains(s.today.told, "close") || slices.Contains(s.imports.told, "stop") {
		t.Errorf("Today was told %q, Import %q", s.today.told, s.imports.told)
	}
}

func TestTheWindowComesBackAsItWasLeft(t *testing.T) {
	s := newShop(t, theme.System)
	if s.Look() != theme.System || s.TextSize() != 1 || s.canvas().Size() != fyne.NewSize(1180, 760) {
		t.Fatalf("at first: %s, %v, %v", s.Look(), s.TextSize(), s.canvas().Size())
	}
	s.SetLook(theme.Dark)
	s.SetTextSize(1.2)
	s.Fyne().Resize(fyne.NewSize(900, 700))
	s.Close()
	again := reopen(t, s.fyne)
	if again.Look() != theme.Dark || again.TextSize() < 1.19 || again.TextSize() > 1.21 || again.canvas().Size() != fyne.NewSize(900, 700) {
		t.Errorf("afterwards: %s, %v, %v", again.Look(), again.TextSize(), again.canvas().Size())
	}
}

func TestTheTextIsAsLargeAsTheWindowHasRoomFor(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Fyne().Resize(fyne.NewSize(800, 600))
	s.SetTextSize(99)
	if got := s.TextSize(); got != 1.25 || !s.reads("The text is as large as this window has room for.") {
		t.Errorf("in a small window it is %v, and the window shows %q", got, s.written())
	}
	s.SetTextSize(1)
	if s.reads("The text is as large as this window has room for.") {
		t.Error("it says so of smaller text, too")
	}
	s.SetTextSize(99)
	s.Fyne().Resize(fyne.NewSize(1400, 900))
	s.aWhile()
	if got := s.TextSize(); got != theme.LargestText {
		t.Errorf("in a large one it is %v", got)
	}
	s.Fyne().Resize(fyne.NewSize(640, 440))
	s.aWhile()
	if got := s.TextSize(); got != 1 {
		t.Errorf("in the smallest it is %v", got)
	}
}

func TestTheKeysNeverMakeTheWindowLarger(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1180, 760), fyne.NewSize(800, 600), fyne.NewSize(640, 440)} {
		s := newShop(t, theme.Light)
		s.Fyne().Resize(size)
		s.SetTextSize(99)
		s.canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		if least := s.Fyne().Content().MinSize(); least.Width > size.Width || least.Height > size.Height {
			t.Errorf("%v: with the keys the window is %v at least", size, least)
		}
		s.canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		if !s.reads("Quit") {
			t.Errorf("%v: the last line is not there", size)
		}
	}
}

func TestTheSizeIsKeptThoughTheWindowIsNotClosed(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Fyne().Resize(fyne.NewSize(1000, 640))
	s.Fyne().Resize(fyne.NewSize(950, 620))
	s.aWhile()
	if again := reopen(t, s.fyne).canvas().Size(); again != fyne.NewSize(950, 620) {
		t.Errorf("it opens at %v", again)
	}
}

func TestPictureOfTheWindow(t *testing.T) {
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		t.Run(string(look), func(t *testing.T) {
			s := newShop(t, look)
			s.SetToCall(12)
			s.Toast("Talked with Maija Korhonen", func() {})
			s.search(t).SetText("ma")
			test.AssertRendersToImage(t, "search-"+string(look)+".png", s.canvas())
			s.search(t).SetText("")
			s.Fyne().Resize(fyne.NewSize(800, 600))
			s.key(fyne.KeyF1)
			test.AssertRendersToImage(t, "keys-"+string(look)+".png", s.canvas())
		})
	}
}

func TestTheHourIsToldInTheZoneOfTheShop(t *testing.T) {
	s := newShop(t, theme.Light)
	s.book.zone = "Europe/Helsinki"
	if !s.reads("Friday 20 November, 10:12") {
		t.Fatalf("the window shows %q", s.written())
	}
	s.Changed(app.Changed{})
	if !s.reads("Friday 20 November, 10:12") {
		t.Errorf("the window shows %q", s.written())
	}
	s.Changed(app.Changed{Plan: true})
	if !s.reads("Friday 20 November, 12:12") {
		t.Errorf("the window shows %q", s.written())
	}
	s.book.zone = "Asia/Tokyo"
	s.Changed(app.Changed{Plan: true})
	s.aWhile() // as the minutes go by
	if !s.reads("Friday 20 November, 19:12") {
		t.Errorf("the window shows %q", s.written())
	}
	s.book.zone = "Pacific/Auckland"
	s.Show() // as a window of another shop begins
	if !s.reads("Friday 20 November, 23:12") {
		t.Errorf("the window shows %q", s.written())
	}
}

func TestNothingOfWhatTheKeysDoIsCutOff(t *testing.T) {
	s := newShop(t, theme.Light)
	s.SetPages(ui.Pages{Today: s.today, PutRight: newPage("Put right"), Settings: s.setting})
	for _, size := range []fyne.Size{fyne.NewSize(1180, 760), fyne.NewSize(800, 600)} {
		s.Fyne().Resize(size)
		s.key(fyne.KeyF1)
		for _, o := range test.LaidOutObjects(s.Fyne().Content()) {
			if line, ok := o.(*canvas.Text); ok && strings.HasSuffix(line.Text, "…") && line.Text != "…" {
				t.Errorf("%v: %q", size, line.Text)
			}
		}
		if !s.reads("What came of the call") {
			t.Error("the keys are not on show")
		}
		s.key(fyne.KeyF1)
	}
}

func TestAShortcutToThePageOnShowTakesTheKeyboardOutOfTheRail(t *testing.T) {
	s := newShop(t, theme.Light)
	s.canvas().FocusNext()
	for range 20 {
		if _, ok := s.canvas().Focused().(*widgets.RailItem); ok {
			break
		}
		s.canvas().FocusNext()
	}
	s.presses(fyne.Key1)
	if now := s.canvas().Focused(); now != nil {
		t.Errorf("it is on %T", now)
	}
	if want := []string{"shown", "hidden", "shown"}; !slices.Equal(s.today.told, want) {
		t.Errorf("Today was told %q, want %q", s.today.told, want)
	}
}

func TestTheIconsOfTheWindowSayWhatTheyDo(t *testing.T) {
	s := newShop(t, theme.Light)
	s.Fyne().Resize(fyne.NewSize(800, 600))
	for name, at := range map[string]fyne.Position{"Menu": {X: 776, Y: 26}, "Customers": {X: 28, Y: 110}} {
		test.MoveMouse(s.canvas(), at)
		s.aWhile()
		if !s.reads(name) {
			t.Errorf("at %v the window shows %q", at, s.written())
		}
	}
	s.Go(s.customers)
	if slices.Contains(s.written(), "Customers") {
		t.Errorf("the page that it leads to shows %q", s.written())
	}
}

func TestWhatHasTheKeyboardIsBroughtBackIntoSightWhenItIsGivenItAgain(t *testing.T) {
	s := newShop(t, theme.Light)
	entry := widgets.NewEntry("")
	scroll := widgets.Scroll(widgets.Column(0, entry, widgets.Fixed(10, 3000, widgets.NewText("", widgets.Body))))
	s.customers.content = scroll
	s.Go(s.customers)
	s.Focus(entry)
	scroll.ScrollToBottom()
	s.Focus(entry)
	if scroll.Offset.Y != 0 || s.canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("the page is scrolled to %v", scroll.Offset.Y)
	}
}
