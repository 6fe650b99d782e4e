package loyalty_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/app/review"
	ui "ringback.app/ui/loyalty"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

var today = app.NewDay(2026, time.November, 20)

// shop is a book with summaries and names alone.
type shop struct {
	review.Snapshot
	plan      app.Plan
	names     []string
	summaries []app.Summary
	unread    error // with which reading ends
}

func newShop() *shop {
	s := &shop{plan: app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})}
	s.plan.TimeZone = "Europe/Helsinki"
	return s
}

// bought brings in a customer who bought so many days ago, each time for as much.
func (s *shop) bought(name string, total int64, ago ...int) {
	var all []app.Bought
	for i, days := range ago {
		all = append(all, app.Bought{Purchase: app.ID{15: byte(i + 1)}, Day: today - app.Day(days), Total: total, Currency: "EUR"})
	}
	sum := app.Summary{Reach: app.Reach{Keys: []string{"+358"}}}
	sum.Buying, _ = app.SummarizeBuying(all)
	s.names, s.summaries = append(s.names, name), append(s.summaries, sum)
}

func id(n int) app.ID { return app.ID{14: 1, 15: byte(n)} }

func (s *shop) ReadReview(_ context.Context, read func(review.Snapshot) error) error {
	return errors.Join(s.unread, read(s))
}

func (s *shop) Size(context.Context) (app.Size, error) {
	return app.Size{Customers: len(s.names)}, nil
}
func (s *shop) Plan() (app.Plan, error)                { return s.plan, nil }
func (s *shop) ShopGap() (int, error)                  { return 100, nil }
func (s *shop) Summary(id app.ID) (app.Summary, error) { return s.summaries[id[15]], nil }

func (s *shop) Customer(id app.ID) (app.Customer, error) {
	return app.Customer{ID: id, Name: app.Name{Full: s.names[id[15]]}}, nil
}

func (s *shop) Summaries(yield func(app.ID, app.Summary) bool) error {
	for i, sum := range s.summaries {
		if !yield(id(i), sum) {
			break
		}
	}
	return nil
}

// care is a shop with some of every kind.
func care() *shop {
	s := newShop()
	s.bought("Maija Korhonen", 9000, 160, 130, 100, 70, 40, 5)
	s.bought("Ελένη Παπαδοπούλου", 4000, 150, 120, 90, 60, 30, 8)
	s.bought("Trần Thị Hương", 12000, 300, 160, 30)
	s.bought("Jan Nowak", 2500, 400, 350, 300, 250, 200, 130)
	s.bought("Aleksanteri Maximilian Wojciechowski-Grzegorzewicz", 33000, 500, 460, 420, 340)
	s.bought("Siobhán Bevan", 1900, 20)
	s.bought("Tom O’Connor", 5200, 130, 40)
	s.bought("Aino Mäkinen", 800, 700)
	s.bought("Pekka Virtanen", 700, 10)
	s.bought("Zoë Müller", 60000, 300, 190, 95)
	return s
}

type window struct {
	canvas fyne.Canvas
	failed []error
}

func (w *window) Failed(err error)       { w.failed = append(w.failed, err) }
func (w *window) Focus(o fyne.Focusable) { w.canvas.Focus(o) }

// stage is the page in a window.
type stage struct {
	*ui.Page
	t      *testing.T
	window *window
	opened []app.ID
	thank  []app.ID
	called []app.ID
	back   int
	tuned  int
	canvas fyne.Canvas
	slow   pagetest.Slow
}

var (
	usual  = fyne.NewSize(1004, 708)
	narrow = fyne.NewSize(744, 548)
)

func show(t *testing.T, s *shop) *stage { return showIn(t, s, theme.Light, usual) }

func showIn(t *testing.T, shop *shop, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	say := pagetest.Begin(t, look)
	s := &stage{t: t, window: &window{}}
	s.Page = ui.New(ui.Services{
		Desk:   loyalty.New(shop, func() time.Time { return today.Start(time.UTC).Add(10 * time.Hour) }),
		Window: s.window, Run: &s.slow,
		OnCustomer: func(c app.ID) { s.opened = append(s.opened, c) },
		OnThank:    func(c app.ID) { s.thank = append(s.thank, c) },
		OnCall:     func(c app.ID) { s.called = append(s.called, c) },
		OnTune:     func() { s.tuned++ },
		OnBack:     func() { s.back++ }, OnImport: func() {},
	}, say)
	w := test.NewTempWindow(t, container.NewStack(s.Content()))
	w.SetPadded(false)
	s.canvas, s.window.canvas = w.Canvas(), w.Canvas()
	s.canvas.SetOnTypedKey(s.TypedKey)
	w.Resize(size)
	s.Shown()
	return s
}

// keys presses keys as the window hands them on.
func (s *stage) keys(keys ...fyne.KeyName) {
	pagetest.Keys(s.canvas, keys...)
}

func (s *stage) sees(wanted ...string) {
	s.t.Helper()
	pagetest.Sees(s.t, s.Content(), wanted...)
}

func (s *stage) seesNot(text string) {
	s.t.Helper()
	if pagetest.Has(s.Content(), text) {
		s.t.Errorf("%q is in sight", text)
	}
}

func TestEachGroupSaysHowManyItHasAndWhatTheySpend(t *testing.T) {
	s := show(t, care())
	s.sees("Loyalty", "10 customers have bought", "Best", "Regulars", "New", "Now and then", "Slipping", "Lapsed")
	s.sees("Among the fifth who bought last", "Maija Korhonen", "every 4 weeks", "€ 540", "5 5 4")
}

func TestSumsSayWhomTheyLeaveOut(t *testing.T) {
	shop := care()
	shop.plan.Currency = "GBP"
	s := show(t, shop)
	s.sees("10 customers buy in other currencies and are not in the sums.", "£0 a year", "€ 540")
	shop.plan.Currency = "EUR"
	show(t, shop).seesNot("other currencies")
}

func TestByKeyboardAlone(t *testing.T) {
	s := show(t, care())
	s.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	s.sees("Overdue: nothing for more than 150 % of their usual gap, and for 30 days at least.")
	s.seesNot("Maija Korhonen")
	s.keys(fyne.KeyDown)
	if _, list := s.canvas.Focused().(*widgets.Table); !list {
		t.Fatalf("%T has the keyboard", s.canvas.Focused())
	}
	s.keys(fyne.KeyReturn)
	if len(s.opened) != 1 {
		t.Fatalf("opened %v", s.opened)
	}
	s.Back()
	if _, tile := s.canvas.Focused().(*widgets.Tile); !tile || s.back != 0 {
		t.Errorf("%T has the keyboard", s.canvas.Focused())
	}
	s.Back()
	if s.back != 1 {
		t.Error("Escape does not lead back")
	}
}

func TestWhatCanBeDoneForSomebody(t *testing.T) {
	s := show(t, care())
	pagetest.Press(t, s.Content(), "Give a thank-you")
	pagetest.Press(t, s.Content(), "Call")
	pagetest.Press(t, s.Content(), "Tune the call list")
	if len(s.thank) != 1 || s.thank[0] != id(0) || len(s.called) != 1 || s.called[0] != id(0) || s.tuned != 1 {
		t.Errorf("thanked %v, called %v", s.thank, s.called)
	}
}

func TestWhereNobodyBoughtItSaysWhatToDo(t *testing.T) {
	s := show(t, newShop())
	s.sees("Nobody has bought yet", "Import purchases")
	s.canvas.Unfocus()
	s.Hidden()
	s.Shown()
	if _, choice := s.canvas.Focused().(*widgets.BigChoice); !choice {
		t.Errorf("%T has the keyboard", s.canvas.Focused())
	}
	s.Back()
	if s.back != 1 {
		t.Error("Escape does not lead back")
	}
}

func TestAnEmptyGroupSaysSo(t *testing.T) {
	shop := newShop()
	shop.bought("Siobhán Bevan", 1900, 20)
	s := show(t, shop)
	s.sees("Siobhán Bevan", "First bought less than 90 days ago", "–")
	s.keys(fyne.KeyLeft)
	s.sees("Nobody is in this group.")
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "Give a thank-you" && b.Visible() {
			t.Error("nobody can be given a thank-you")
		}
	}
}

func TestOfManyTheFirstAreListed(t *testing.T) {
	shop := newShop()
	for n := range 250 {
		shop.bought(fmt.Sprintf("Number %d", n), int64(1000-n), 20)
	}
	s := show(t, shop)
	s.sees("250 customers have bought", "Number 0", "Number 1")
	s.seesNot("The first")
}

func TestAChangeOfTheBookIsShownAndTheKeyboardStays(t *testing.T) {
	shop := care()
	s := show(t, shop)
	s.keys(fyne.KeyDown, fyne.KeyDown)
	shop.bought("New one", 100, 1)
	s.Changed(app.Changed{})
	s.sees("11 customers have bought")
	if _, list := s.canvas.Focused().(*widgets.Table); !list {
		t.Errorf("%T has the keyboard", s.canvas.Focused())
	}
	s.Hidden()
	shop.bought("Another", 100, 1)
	s.Changed(app.Changed{})
	s.seesNot("12 customers")
	s.Shown()
	s.sees("12 customers have bought")
}

func TestWhomSomebodyAskedForBeforeTheGroupsWentIsShownNowhere(t *testing.T) {
	shop := care()
	s := show(t, shop)
	s.slow.Waits = true
	for i := range shop.summaries {
		shop.summaries[i].Buying = app.Buying{}
	}
	s.Changed(app.Changed{}) // an import was undone
	s.keys(fyne.KeyRight)
	s.slow.CatchUp()
	s.sees("Nobody has bought yet")
}

func TestPictures(t *testing.T) {
	for name, c := range map[string]struct {
		look theme.Look
		size fyne.Size
	}{
		"light": {theme.Light, usual}, "dark": {theme.Dark, usual}, "narrow": {theme.Light, narrow},
	} {
		t.Run(name, func(t *testing.T) {
			s := showIn(t, care(), c.look, c.size)
			if c.size == narrow {
				s.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
			}
			test.AssertRendersToImage(t, "loyalty-"+name+".png", s.canvas)
		})
	}
}
