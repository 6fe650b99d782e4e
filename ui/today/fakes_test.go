package today_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/when"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/today"
)

var morning = time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)

func id(n int) app.ID { return app.ID{0: byte(n + 1), 15: 1} }

// shop is a shop of a few people, all of whom bought something last week. It
// answers as the list, the desk and the book would.
type shop struct {
	about    app.ID // the complaint that calls are about
	now      time.Time
	plan     app.Plan
	people   []app.Customer
	cards    map[app.ID]calling.Card
	then     map[app.ID]calling.Card // the cards of calls of days before, where they were others
	reports  []calling.Report        // on record, in order
	undone   int
	drafts   map[app.ID]calling.Draft
	answers  map[calling.AnswerTo]calling.Answer
	skipped  []calllist.Skipped
	later    []calllist.Entry
	more     bool  // people are not called today than those skipped
	refuse   error // what the desk says to a report
	kept     []int
	fixed    []app.Remedy
	done     []int
	asked    bool   // remedies have to be allowed by the owner
	by       string // who sits at the desk
	listen   func(app.Changed)
	unread   error // with which reading the book ends
	full     error // what keeps drafts from being kept
	fault    any   // what the desk throws, once, in answer to a report
	unlisted any   // what the call list throws, once
}

func newShop(people int) *shop {
	s := &shop{now: morning, cards: make(map[app.ID]calling.Card), drafts: make(map[app.ID]calling.Draft), answers: make(map[calling.AnswerTo]calling.Answer)}
	s.plan = app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	s.plan.Owner, s.plan.Shop, s.plan.Country, s.plan.TimeZone = "Jim", "Care Co", "FI", "UTC"
	s.plan.Staff, s.plan.Themes = []string{"Anna", "Pekka"}, []string{"quality", "delivery time"}
	for n := range people {
		s.add(app.Customer{
			ID: id(n), Name: app.Name{Full: fmt.Sprintf("Person %c", 'A'+n)},
			Phones: []app.Phone{{Typed: "040", E164: fmt.Sprintf("+35840123450%d", n%10)}},
		})
	}
	return s
}

func (s *shop) add(c app.Customer) {
	p := app.Purchase{
		ID: app.ID{0: c.ID[0], 1: 1}, Customer: c.ID, Day: app.NewDay(2026, 11, 13), SoldBy: "Anna", Total: 84000, Currency: "EUR",
		Lines: []app.Line{{Item: "Oak table", Quantity: app.One, Amount: 84000}},
	}
	bought := p.InBrief(s.plan)
	card := calling.Card{Customer: c, Plan: s.plan, Purchases: []app.Purchase{p}, About: []app.Purchase{p}}
	card.Reasons = []calllist.Reason{{Kind: app.AfterPurchase, Due: s.now, Bought: &bought, Days: 7}}
	card.Summary.Buying = app.Buying{Rhythm: app.Rhythm{Count: 1, Last: p.Day}, First: p.Day, Totals: []app.Money{{Minor: 84000, Currency: "EUR"}}, Recent: []app.Bought{bought}}
	if phones := c.Callable(); len(phones) > 0 {
		card.Number = phones[0]
	}
	s.people = append(s.people, c)
	s.cards[c.ID] = card
}

func (s *shop) called(customer app.ID) bool {
	return slices.ContainsFunc(s.reports, func(r calling.Report) bool { return r.Customer == customer })
}

func (s *shop) Today(context.Context, int) (calllist.Today, error) {
	if fault := s.unlisted; fault != nil {
		s.unlisted = nil
		panic(fault)
	}
	t := calllist.Today{At: s.now, Capacity: 12, Later: s.later}
	for _, c := range s.people {
		switch {
		case s.called(c.ID):
			t.Done++
		case s.cards[c.ID].Because != nil:
		default:
			t.Entries = append(t.Entries, calllist.Entry{Customer: c, Reasons: s.cards[c.ID].Reasons, Number: s.cards[c.ID].Number})
		}
	}
	return t, nil
}

func (s *shop) NotToday(context.Context, int) (calllist.NotToday, error) {
	return calllist.NotToday{People: s.skipped, More: s.more}, nil
}

// CardOfCall is the card as it is, but of a call of another day it is the one that
// was kept of then, if any.
func (s *shop) CardOfCall(ctx context.Context, customer, complaint app.ID, began time.Time) (calling.Card, error) {
	card, err := s.CardAbout(ctx, customer, complaint)
	if then, kept := s.then[customer]; kept && app.DayOf(began) != app.DayOf(s.now) {
		card.About, card.Reasons = then.About, then.Reasons
	}
	return card, err
}

func (s *shop) CardAbout(_ context.Context, customer, complaint app.ID) (calling.Card, error) {
	card, ok := s.cards[customer]
	if s.unread != nil {
		return card, s.unread
	}
	if !ok {
		return card, &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
	}
	card.At, card.There = s.now, app.Location(card.Customer.TimeZone, time.UTC)
	card.Complaints = slices.Clone(card.Complaints)
	slices.SortStableFunc(card.Complaints, func(a, b app.Complaint) int {
		switch {
		case a.ID == complaint && b.ID != complaint:
			return -1
		case b.ID == complaint && a.ID != complaint:
			return 1
		}
		return 0
	})
	return card, nil
}

func (s *shop) Log(_ context.Context, r calling.Report) (calling.Logged, error) {
	if fault := s.fault; fault != nil {
		s.fault = nil
		panic(fault)
	}
	if s.refuse != nil {
		return calling.Logged{}, s.refuse
	}
	s.reports = append(s.reports, r)
	delete(s.drafts, r.Customer)
	return calling.Logged{Batch: id(100 + len(s.reports)), Complaint: s.about, Next: r.Next}, nil
}

func (s *shop) KeepPromise(_ context.Context, _ app.ID, promise int, _ string) (app.Applied, error) {
	s.kept = append(s.kept, promise)
	return app.Applied{Batch: id(90)}, nil
}

func (s *shop) PutRight(_ context.Context, _ app.ID, remedy *app.Remedy, done []int, _ string) (complaints.Given, error) {
	s.done = done
	s.fixed = append(s.fixed, *remedy)
	return complaints.Given{Applied: app.Applied{Batch: id(91)}, Asked: s.asked, Kept: len(done)}, nil
}

func (s *shop) SaveDraft(_ context.Context, customer app.ID, d calling.Draft) error {
	if s.full != nil {
		return s.full
	}
	d.Saved = s.now
	s.drafts[customer] = d
	return nil
}

func (s *shop) Draft(_ context.Context, customer app.ID) (calling.Draft, bool, error) {
	d, ok := s.drafts[customer]
	return d, ok, nil
}

func (s *shop) DropDraft(_ context.Context, customer app.ID) error {
	delete(s.drafts, customer)
	return nil
}

func (s *shop) Drafts(context.Context) ([]app.ID, error) {
	var ids []app.ID
	for id := range s.drafts {
		ids = append(ids, id)
	}
	return ids, nil
}

func (s *shop) KeepAnswer(_ context.Context, a calling.Answer) error {
	a.Saved = s.now
	s.answers[a.AnswerTo] = a
	return nil
}

func (s *shop) Answers(context.Context) ([]calling.Answer, error) {
	return slices.Collect(maps.Values(s.answers)), nil
}

func (s *shop) DropAnswer(_ context.Context, to calling.AnswerTo) error {
	delete(s.answers, to)
	return nil
}

func (s *shop) Plan(context.Context) (app.Plan, error) { return s.plan, s.unread }

func (s *shop) Size(context.Context) (app.Size, error) {
	return app.Size{Customers: len(s.people)}, nil
}

func (s *shop) Undo(_ context.Context, batch app.ID, _ string) (app.Applied, error) {
	s.undone++
	if batch.IsZero() {
		batch = id(100 + len(s.reports))
	}
	if len(s.reports) > 0 {
		s.reports = s.reports[:len(s.reports)-1]
	}
	s.listen(app.Changed{Batch: id(99), Act: app.ActUndo, Undoes: batch})
	return app.Applied{Batch: id(99)}, nil
}

// desk is the page at work: a window with a keyboard, and a hand on the clock.
type desk struct {
	*shop
	pagetest.Window
	t       *testing.T
	page    *today.Page
	window  fyne.Window
	copied  string
	dialed  string
	time    pagetest.Time
	counted int
	imports int                // ways to the import that were taken
	filling func(part float64) // tells how far the made-up shop is
	slow    bool               // work waits until it is let through
	work    []func()
}

func (d *desk) Copy(text string)   { d.copied = text }
func (d *desk) Dial(number string) { d.dialed = number }

// pass lets time go by and whatever waits for it happen.
func (d *desk) pass(wait time.Duration) { d.time.Pass(wait) }

// sit opens the page of the shop in a window of that size.
func sit(t *testing.T, s *shop, look theme.Look, size fyne.Size) *desk {
	t.Helper()
	say := pagetest.Begin(t, look)
	d := &desk{shop: s, t: t, time: pagetest.Time{Now: &s.now}}
	d.page = today.New(today.Services{
		List: s, Desk: s, Complaints: s, Book: s, Window: d, By: func() string { return s.by }, Clock: func() time.Time { return s.now },
		Run: d, After: d.time.After, Words: when.WordsOf(say),
		OnSample:  func(progress func(float64)) { d.filling = progress },
		OnCounted: func(toCall int) { d.counted = toCall },
		OnImport:  func() { d.imports++ },
		Themes:    func(context.Context) ([]string, error) { return []string{"packaging"}, nil },
	}, say)
	s.listen = d.page.Changed
	d.window = pagetest.Open(t, d.page, size)
	d.Canvas = d.window.Canvas()
	d.page.Shown()
	return d
}

var usual = fyne.NewSize(1004, 708)

func begin(t *testing.T, s *shop) *desk { return sit(t, s, theme.Light, usual) }

func (d *desk) Go(work func()) {
	if d.slow {
		d.work = append(d.work, work)
		return
	}
	work()
}

func (d *desk) UI(show func()) { show() }

// catchUp lets all work through that waits.
func (d *desk) catchUp() {
	for len(d.work) > 0 {
		work := d.work[0]
		d.work = d.work[1:]
		work()
	}
}

// keys types letters wherever the focus is, a second apart.
func (d *desk) keys(text string) {
	for _, r := range text {
		d.pass(time.Second)
		pagetest.Type(d.window.Canvas(), string(r))
	}
}

// quickly types letters wherever the focus is, ten a second.
func (d *desk) quickly(text string) {
	for _, r := range text {
		d.pass(time.Second / 10)
		pagetest.Type(d.window.Canvas(), string(r))
	}
}

func (d *desk) press(names ...fyne.KeyName) { pagetest.Keys(d.window.Canvas(), names...) }

// tap presses what says the words.
func (d *desk) tap(words string) {
	d.t.Helper()
	if !walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
		t, ok := o.(*canvas.Text)
		found := ok && t.Text == words
		if found {
			test.TapCanvas(d.window.Canvas(), at.AddXY(2, 2))
		}
		return found
	}) {
		d.t.Fatalf("nothing says %q", words)
	}
}

// reads tells whether the words are on show, in one line or several.
func (d *desk) reads(words string) bool {
	return walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
		switch x := o.(type) {
		case *canvas.Text:
			return x.Text == words
		case interface{ Text() string }:
			return x.Text() == words
		}
		return false
	})
}

// inSight tells whether the words are on show within the window.
func (d *desk) inSight(words string) bool {
	size := d.window.Canvas().Size()
	return walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
		return says(o, words) && at.Y >= 0 && at.Y+o.MinSize().Height <= size.Height
	})
}

// says tells whether the object is a line of those words.
func says(o fyne.CanvasObject, words string) bool {
	text, ok := o.(*canvas.Text)
	return ok && text.Text == words
}

func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position) bool) bool {
	if !o.Visible() {
		return false
	}
	at = at.Add(o.Position())
	if visit(o, at) {
		return true
	}
	var inner []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		inner = x.Objects
	case fyne.Widget:
		inner = test.WidgetRenderer(x).Objects()
	}
	for i := len(inner) - 1; i >= 0; i-- {
		if walk(inner[i], at, visit) {
			return true
		}
	}
	return false
}

func (d *desk) mustRead(words ...string) {
	d.t.Helper()
	for _, w := range words {
		if !d.reads(w) {
			d.t.Errorf("%q is not on show", w)
		}
	}
}
