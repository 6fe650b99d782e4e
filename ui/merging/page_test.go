package merging_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/execute"
	ui "ringback.app/ui/merging"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

// desk has the customers it was given, each pair of whom may be one, and
// remembers what it was asked to do.
type desk struct {
	fault     any // with which the next proposal panics
	customers map[app.ID]app.Customer
	apart     [][2]app.ID
	pairs     [][2]byte
	merged    []merging.Choices
	undone    []app.ID
	searches  int
	asked     []app.ID // of FindOf
	err       error
	unread    error // with which looking ends
	sides     map[app.ID]merging.Side
}

func (d *desk) all(of func(a, b app.ID) bool) []merging.Pair {
	var pairs []merging.Pair
	for _, p := range d.pairs {
		a, b := id(p[0]), id(p[1])
		_, hasA := d.customers[a]
		_, hasB := d.customers[b]
		if hasA && hasB && of(a, b) && !slices.Contains(d.apart, [2]app.ID{a, b}) {
			pairs = append(pairs, merging.Pair{A: a, B: b})
		}
	}
	return pairs
}

func (d *desk) Find(context.Context) ([]merging.Pair, error) {
	d.searches++
	return d.all(func(_, _ app.ID) bool { return true }), d.unread
}

func (d *desk) FindOf(_ context.Context, ids ...app.ID) ([]merging.Pair, error) {
	d.asked = append(d.asked, ids...)
	return d.all(func(a, b app.ID) bool { return slices.Contains(ids, a) || slices.Contains(ids, b) }), nil
}

func (d *desk) Propose(_ context.Context, a, b app.ID) (merging.Proposal, error) {
	if fault := d.fault; fault != nil {
		d.fault = nil
		panic(fault)
	}
	p := merging.Proposal{Kept: d.side(a), Other: d.side(b), Signs: merging.Signs(d.customers[a], d.customers[b])}
	p.Fields = []merging.Field{
		{Part: merging.PartName, Take: merging.TakeKept, Options: []merging.Take{merging.TakeKept, merging.TakeOther}},
		{Part: merging.PartPhones, Take: merging.TakeBoth, Options: []merging.Take{merging.TakeKept, merging.TakeBoth, merging.TakeOther}},
		{Part: merging.PartFirm, Take: merging.TakeKept},
	}
	p.Common = merging.Common(d.customers[a], d.customers[b])
	if len(d.customers[a].DoNotCall) > 0 {
		p.Fields = append(p.Fields, merging.Field{Part: merging.PartDoNotCall, Take: merging.TakeBoth})
	}
	p.Twins = 1
	return p, nil
}

func (d *desk) side(of app.ID) merging.Side {
	s := d.sides[of]
	s.Customer = d.customers[of]
	return s
}

func (d *desk) Merge(_ context.Context, p merging.Proposal, choices merging.Choices, _ string) (merging.Done, error) {
	if d.err != nil {
		return merging.Done{}, d.err
	}
	d.merged = append(d.merged, choices)
	delete(d.customers, p.Other.Customer.ID)
	return merging.Done{Customer: p.Merged(choices), Batch: id(99)}, nil
}

func (d *desk) KeepApart(_ context.Context, a, b app.ID) error {
	d.apart = append(d.apart, [2]app.ID{a, b})
	return nil
}

func (d *desk) ForgetApart(_ context.Context, a, b app.ID) error {
	d.apart = slices.DeleteFunc(d.apart, func(two [2]app.ID) bool { return two == [2]app.ID{a, b} })
	return nil
}

func (d *desk) Plan(context.Context) (app.Plan, error) { return app.Plan{Country: "FI"}, nil }

func (d *desk) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	d.undone = append(d.undone, batch)
	return app.Applied{}, nil
}

// run is the executor of the page, which goes on after a fault that was asked for.
func (d *desk) run() execute.Executor {
	if d.fault != nil {
		return pagetest.Sturdy{}
	}
	return pagetest.AtOnce{}
}

func id(n byte) app.ID { return app.ID{0: n} }

type stage struct {
	*ui.Page
	desk   *desk
	window *pagetest.Window
	canvas fyne.Canvas
	counts []int
	back   int
	opened []app.ID // customers to whom the page led
}

// newDesk has two pairs who may be one.
func newDesk() *desk {
	named := func(n byte, name, phone string) app.Customer {
		return app.Customer{ID: id(n), Name: app.Name{Full: name}, Phones: []app.Phone{{Typed: phone, E164: phone, Label: "mobile"}}}
	}
	d := &desk{customers: map[app.ID]app.Customer{
		id(1): named(1, "Maija Korhonen", "+358401234567"), id(2): named(2, "M. Korhonen", "+358401234567"),
		id(3): named(3, "Jan Nowak", "+48600100200"), id(4): named(4, "Jan Nowak", "+48600100200"),
	}, pairs: [][2]byte{{1, 2}, {3, 4}}}
	one := d.customers[id(1)]
	one.Firm = "Care Co"
	d.customers[id(1)] = one
	d.sides = map[app.ID]merging.Side{id(1): {Purchases: 4, Calls: 1, LastBought: app.NewDay(2026, time.November, 13)}}
	return d
}

func show(t *testing.T, d *desk) *stage { return open(t, d, theme.Light, fyne.NewSize(1004, 708)) }

func open(t *testing.T, d *desk, look theme.Look, size fyne.Size) *stage {
	t.Helper()
	say := pagetest.Begin(t, look)
	s := &stage{desk: d, window: &pagetest.Window{}}
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s.canvas, s.window.Canvas = w.Canvas(), w.Canvas()
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	s.Page = ui.New(ui.Services{
		Desk: d, Book: d, Window: s.window, Run: d.run(), Clock: func() time.Time { return now },
		By: func() string { return "" }, OnBack: func() { s.back++ },
		OnCustomer: func(c app.ID) { s.opened = append(s.opened, c) },
		OnCounted:  func(people int) { s.counts = append(s.counts, people) },
	}, say)
	w.SetContent(s.Content())
	w.Resize(size)
	return s
}

func (s *stage) count() int {
	if len(s.counts) == 0 {
		return -1
	}
	return s.counts[len(s.counts)-1]
}

// texts lists every text in sight, in the order in which it is drawn.
func (s *stage) texts() string { return pagetest.Texts(s.Content()) }

func (s *stage) sees(t *testing.T, wanted ...string) {
	t.Helper()
	pagetest.Sees(t, s.Content(), wanted...)
}

func (s *stage) press(t *testing.T, text string) {
	t.Helper()
	pagetest.Press(t, s.Content(), text)
}

func (s *stage) key(name fyne.KeyName) { s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }

func TestTheTwoStandSideBySide(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.sees(t, "In here twice?", "1 of 2", "They have the same phone 040 1234567.", "Maija Korhonen", "M. Korhonen",
		"4 purchases · 1 call · last bought 13 Nov", "nothing bought or said", "040 1234567 · mobile", "Care Co", "1 receipt is on both")
	if s.count() != 2 {
		t.Errorf("counted %v", s.counts)
	}
}

func TestPartsAreChosenAndMergedByTheKeyboardAlone(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.key(fyne.KeyRight) // the name of the right one
	s.canvas.FocusNext()
	s.key(fyne.KeyLeft) // the phones of the left one
	s.Save()
	want := merging.Choices{merging.PartName: merging.TakeOther, merging.PartPhones: merging.TakeKept}
	if len(s.desk.merged) != 1 || len(s.desk.merged[0]) != 2 || s.desk.merged[0][merging.PartName] != want[merging.PartName] || s.desk.merged[0][merging.PartPhones] != want[merging.PartPhones] {
		t.Fatalf("merged %v, want %v", s.desk.merged, want)
	}
	s.sees(t, "Jan Nowak")
	if strings.Contains(s.texts(), " of ") || s.count() != 1 {
		t.Errorf("one pair is left: %s", s.texts())
	}
	if len(s.window.Toasts) != 1 || s.window.Toasts[0] != "M. Korhonen is one customer now." || !s.window.Offers() {
		t.Fatalf("said %q", s.window.Toasts)
	}
	s.window.TakeBack()
	if len(s.desk.undone) != 1 || s.desk.undone[0] != id(99) {
		t.Errorf("undone %v", s.desk.undone)
	}
}

func TestTwoPeopleAreNotOfferedAgainUntilThatIsTakenBack(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.press(t, "They are two people")
	s.sees(t, "Jan Nowak")
	if s.count() != 1 || s.window.Toasts[0] != "Maija Korhonen and M. Korhonen stay two people." {
		t.Errorf("counted %v, said %q", s.counts, s.window.Toasts)
	}
	s.window.TakeBack()
	if s.count() != 2 {
		t.Errorf("taken back, and counted %v", s.counts)
	}
}

func TestLaterGoesRound(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.press(t, "Later")
	s.sees(t, "Jan Nowak", "2 of 2")
	s.press(t, "Later")
	s.sees(t, "Maija Korhonen", "1 of 2")
}

func TestWithoutAnybodyThePageLeadsBack(t *testing.T) {
	d := newDesk()
	d.pairs = nil
	s := show(t, d)
	s.Shown()
	s.sees(t, "Nobody is in here twice")
	s.key(fyne.KeyReturn)
	s.Save()
	if s.back != 1 || len(d.merged) != 0 {
		t.Errorf("led back %d times", s.back)
	}
}

func TestTheWholeBookIsLookedThroughOnce(t *testing.T) {
	s := show(t, newDesk())
	s.Count()
	s.Count()
	s.Changed(app.Changed{Customers: []app.ID{id(3)}})
	if s.desk.searches != 1 || len(s.desk.asked) != 0 || s.count() != 2 {
		t.Fatalf("searched %d times, asked of %v", s.desk.searches, s.desk.asked)
	}
	delete(s.desk.customers, id(3))
	s.Count()
	if s.desk.searches != 1 || !slices.Equal(s.desk.asked, []app.ID{id(3)}) || s.count() != 1 {
		t.Errorf("searched %d times, asked of %v, counted %v", s.desk.searches, s.desk.asked, s.counts)
	}
	s.Changed(app.Changed{})
	s.Count()
	if s.desk.searches != 2 {
		t.Error("after an import only some were looked for")
	}
}

func TestWhatWasChosenStaysWhenSomebodyElseChanges(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.key(fyne.KeyRight)
	s.Changed(app.Changed{Customers: []app.ID{id(3)}})
	s.Save()
	if got := s.desk.merged[0][merging.PartName]; got != merging.TakeOther {
		t.Errorf("merged with the name of %q", got)
	}
}

func TestAMergeThatFailsSaysSoAndShowsTheTwoAnew(t *testing.T) {
	s := show(t, newDesk())
	s.Shown()
	s.desk.err = &app.Error{Code: app.CodeConflict, Key: "error.merging.moved"}
	changed := s.desk.customers[id(2)]
	changed.Name.Full = "Maja Korhonen"
	s.desk.customers[id(2)] = changed
	s.Save()
	if len(s.window.Failures) != 1 || len(s.window.Toasts) != 0 {
		t.Errorf("failed %v, said %q", s.window.Failures, s.window.Toasts)
	}
	s.sees(t, "Maja Korhonen")
}

func TestANameAloneIsSaidInWords(t *testing.T) {
	d := newDesk()
	jan := d.customers[id(4)]
	jan.Phones = nil
	d.customers[id(4)], d.pairs = jan, [][2]byte{{3, 4}}
	s := show(t, d)
	s.Shown()
	s.sees(t, "They have the same name, and no number, e-mail or customer number that speaks against it.")
}

func TestABookThatCannotBeReadIsSaidOnThePage(t *testing.T) {
	d := newDesk()
	d.unread = &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	s := show(t, d)
	s.Shown()
	s.sees(t, "This cannot be shown", "The book is damaged")
	pagetest.Misses(t, s.Content(), "Looking for people")
}

func TestTwoWhomThePersonNamesAreShownThoughNothingSpeaksForIt(t *testing.T) {
	d := newDesk()
	s := show(t, d)
	s.Shown()
	s.Open(id(1), id(3))
	pagetest.Sees(t, s.Content(), "Maija Korhonen", "Jan Nowak", "They have no name, number, e-mail or street in common")
	pagetest.Misses(t, s.Content(), " of 2")
	s.Changed(app.Changed{Customers: []app.ID{id(2)}})
	pagetest.Sees(t, s.Content(), "They have no name, number, e-mail or street in common")
	s.Save()
	if _, there := d.customers[id(3)]; there || len(d.merged) != 1 || !slices.Equal(s.opened, []app.ID{id(1)}) {
		t.Errorf("merged %v, and led to %v", d.merged, s.opened)
	}
	s.Hidden()
	s.Shown()
	pagetest.Sees(t, s.Content(), "M. Korhonen")
}

func TestFromTwoWhomThePersonNamedItGoesBackToTheFirst(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, s *stage){
		"by Escape":                  func(_ *testing.T, s *stage) { s.Back() },
		"as they are two people all": func(t *testing.T, s *stage) { pagetest.Press(t, s.Content(), "They are two people") },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk()
			s := show(t, d)
			s.Shown()
			s.Open(id(4), id(1))
			leave(t, s)
			if s.back != 0 || !slices.Equal(s.opened, []app.ID{id(4)}) || len(d.merged) != 0 {
				t.Errorf("led to %v, %d times to all", s.opened, s.back)
			}
		})
	}
}

func TestWhatTwoHaveInCommonIsSaidThoughItDoesNotMakeThemOne(t *testing.T) {
	for name, c := range map[string]struct {
		other app.Customer
		want  string
	}{
		"a number under another name": {
			app.Customer{Name: app.Name{Full: "Bo Korhonen"}, Phones: []app.Phone{{Typed: "+358401234567", E164: "+358401234567"}}},
			"They have the same phone 040 1234567. That alone makes nobody one person",
		},
		"a name with another number": {
			app.Customer{Name: app.Name{Full: "Maija Korhonen"}, Phones: []app.Phone{{Typed: "+358409999999", E164: "+358409999999"}}},
			"They have the same name. That alone makes nobody one person",
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk()
			c.other.ID = id(3)
			d.customers[id(3)] = c.other
			s := show(t, d)
			s.Shown()
			s.Open(id(1), id(3))
			s.sees(t, c.want)
			pagetest.Misses(t, s.Content(), "in common")
		})
	}
}

func TestTheWishesNotToBeCalledOfBothAreShown(t *testing.T) {
	d := newDesk()
	for n, reason := range map[byte]string{1: "Too busy", 2: "Moved away"} {
		c := d.customers[id(n)]
		c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny, Reason: reason, Since: app.NewDay(2026, time.November, int(n))}}
		d.customers[id(n)] = c
	}
	s := show(t, d)
	s.Shown()
	s.sees(t, "Do not call", "Does not want to be called · Too busy · ", "Does not want to be called · Moved away · ", "1 Nov", "2 Nov")
}

func TestAFaultInAProposalIsSaidInPlaceOfThePair(t *testing.T) {
	d := newDesk()
	d.fault = "a fault"
	s := show(t, d)
	s.Shown()
	pagetest.Sees(t, s.Content(), "This cannot be shown")
	if len(s.window.Failures) != 1 || app.CodeOf(s.window.Failures[0]) != app.CodeInternal {
		t.Errorf("told of %v", s.window.Failures)
	}
}
