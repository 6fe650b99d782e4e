package complaints_test

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/calllist/calllisttest"
	"ringback.app/app/complaints"
	"ringback.app/app/complaints/complaintstest"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	ui "ringback.app/ui/complaints"
	"ringback.app/ui/execute"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// morning is Friday, 20 November 2026, at twelve past ten; the shop is open from
// nine to five on weekdays.
var morning = time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)

func id(n int) app.ID { return app.ID{0: byte(n), 15: 1} }

// shop is a shop in memory with whom its cards may be from.
type shop struct {
	*complaintstest.Book
	now     time.Time
	by      string
	matched []app.ID         // opinions, customer
	partly  bool             // only a part of what is typed speaks for who is found
	run     execute.Executor // nil: one that does all at once
	fault   any              // what reading the open complaints throws, once
	full    error            // why nothing can be kept; nil: it can
	unread  error            // why nothing that is kept can be read; nil: it can
}

func (s *shop) Kept(ctx context.Context, key string) ([]byte, error) {
	if s.unread != nil {
		return nil, s.unread
	}
	return s.Book.Kept(ctx, key)
}

func (s *shop) Keep(ctx context.Context, key string, value []byte) error {
	if s.full != nil {
		return s.full
	}
	return s.Book.Keep(ctx, key, value)
}

func (s *shop) OpenComplaints(ctx context.Context) ([]app.Complaint, error) {
	if fault := s.fault; fault != nil {
		s.fault = nil
		panic(fault)
	}
	return s.Book.OpenComplaints(ctx)
}

func newShop() *shop {
	s := &shop{now: morning}
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.Owner, plan.Shop, plan.TimeZone, plan.Staff, plan.StaffRemedy = "Jim", "Care Co", "UTC", []string{"Anna"}, 5000
	s.Book = &complaintstest.Book{Shop: &calllisttest.Shop{Plan: plan}, Clock: func() time.Time { return s.now }}
	return s
}

// complaint puts a complaint of a customer of that name on record.
func (s *shop) complaint(n int, name, wrong string, received time.Time, change ...func(*app.Complaint)) {
	s.Put(app.Customer{ID: id(n), Name: app.Name{Full: name}, Phones: []app.Phone{{Typed: "040 1", E164: "+358401"}}})
	c := app.Complaint{ID: id(100 + n), Customer: id(n), Wrong: wrong, Received: received}
	for _, f := range change {
		f(&c)
	}
	s.Put(c)
}

func (s *shop) of(n int) app.Complaint { return s.Shop.Complaints[id(100+n)] }

func (s *shop) Candidates(_ context.Context, sender string, _ int) ([]opinions.Candidate, error) {
	var found []opinions.Candidate
	for _, c := range s.Customers {
		if sender != "" && strings.Contains(c.Name.Full, sender) {
			found = append(found, opinions.Candidate{Customer: c, By: app.FoundName, Text: c.Name.Full, Partly: s.partly})
		}
	}
	slices.SortFunc(found, func(a, b opinions.Candidate) int { return a.Customer.ID.Compare(b.Customer.ID) })
	return found, nil
}

func (s *shop) Others(_ context.Context, o app.Opinion) ([]app.ID, error) {
	var others []app.ID
	for _, other := range s.Shop.Opinions {
		if other.Customer.IsZero() && other.ID != o.ID && other.Sender == o.Sender {
			others = append(others, other.ID)
		}
	}
	return others, nil
}

func (s *shop) Match(ctx context.Context, opinions []app.ID, customer app.ID, by string) (app.Applied, error) {
	s.matched = append(slices.Clone(opinions), customer)
	var changes []app.Change
	for _, c := range s.Shop.Complaints {
		if slices.Contains(opinions, c.Opinion) {
			c.Customer = customer
			changes = append(changes, app.Put(c))
		}
	}
	return s.Apply(ctx, app.Batch{Act: app.ActMatchOpinion, By: by, Changes: changes})
}

// desk is the page at work: a window with a keyboard, and a hand on the clock.
type desk struct {
	*shop
	pagetest.Window
	t           *testing.T
	page        *ui.Page
	window      fyne.Window
	called      app.ID
	calledAbout app.ID // the complaint
	opened      app.ID
	open        int
	late        int
	time        pagetest.Time
}

// pass lets time go by and whatever waits for it happen.
func (d *desk) pass(wait time.Duration) { d.time.Sleep(wait) }

// The page in a window of 1180 by 760, and in one of 800 by 600.
var (
	usual  = fyne.NewSize(1004, 708)
	narrow = fyne.NewSize(740, 548)
)

func begin(t *testing.T, s *shop) *desk { return sit(t, s, theme.Light, usual) }

// sit opens the page of the shop in a window of that size.
func sit(t *testing.T, s *shop, look theme.Look, size fyne.Size) *desk {
	t.Helper()
	say := pagetest.Begin(t, look)
	d := &desk{shop: s, t: t, time: pagetest.Time{Now: &s.now}}
	var run execute.Executor = pagetest.AtOnce{}
	if s.run != nil {
		run = s.run
	}
	d.page = ui.New(ui.Services{
		Desk: complaints.New(s, s.Clock, app.NewIDs(s.Clock, rand.New(rand.NewSource(1)))), Matcher: s, Book: s, Window: d, Clock: s.Clock,
		Run: run, After: d.time.After, Words: when.WordsOf(say), By: func() string { return s.by },
		OnCall: func(id, about app.ID) { d.called, d.calledAbout = id, about }, OnCustomer: func(id app.ID) { d.opened = id },
		OnCounted: func(open, late int) { d.open, d.late = open, late },
	}, say)
	s.Changed = d.page.Changed
	d.window = pagetest.Open(t, d.page, size)
	d.Canvas = d.window.Canvas()
	d.page.Start()
	d.page.Shown()
	return d
}

// keys types letters wherever the focus is.
func (d *desk) keys(text string) { pagetest.Type(d.window.Canvas(), text) }

func (d *desk) press(names ...fyne.KeyName) { pagetest.Keys(d.window.Canvas(), names...) }

func (d *desk) sees(texts ...string) {
	d.t.Helper()
	pagetest.Sees(d.t, d.page.Content(), texts...)
}

func (d *desk) misses(texts ...string) {
	d.t.Helper()
	pagetest.Misses(d.t, d.page.Content(), texts...)
}

// tap presses the button with that text.
func (d *desk) tap(text string) {
	d.t.Helper()
	pagetest.Press(d.t, d.page.Content(), text)
}

// pick presses a word of a choice: a filter, the kind of a remedy.
func (d *desk) pick(n int, key string) {
	d.t.Helper()
	var choices []*widgets.Choice
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if c, ok := o.(*widgets.Choice); ok {
			choices = append(choices, c)
		}
	}
	if n >= len(choices) {
		d.t.Fatalf("there are %d choices", len(choices))
	}
	c := choices[n]
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range 20 {
		if c.Chosen() == key {
			return
		}
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	d.t.Fatalf("there is no %q", key)
}

func (d *desk) said() string {
	if len(d.Toasts) == 0 {
		return ""
	}
	return d.Toasts[len(d.Toasts)-1]
}

// busy is a shop in which something of every kind waits.
func busy() *shop {
	s := newShop()
	hours := func(n int) time.Time { return morning.Add(-time.Duration(n) * time.Hour) }
	s.complaint(1, "Maija Korhonen", "One chair wobbles, and I did not want to bother you about it.", hours(24), func(c *app.Complaint) {
		c.Wish, c.Opinion, c.Themes = "A new chair, delivered", id(61), []string{"quality"}
	})
	six := 6
	s.Put(
		app.Purchase{ID: id(71), Customer: id(1), Day: app.NewDay(2026, 11, 13), Total: 52000, Currency: "EUR", Lines: []app.Line{{Item: "Oak chair", Quantity: 4 * app.One, Amount: 52000}}},
		app.Opinion{ID: id(61), Customer: id(1), Said: app.NewDay(2026, 11, 19), Taken: hours(24), Source: app.FromCard, Score: &six, Themes: []string{"quality"}, Verbatim: "One chair wobbles, and I did not want to bother you about it.", About: []app.ID{id(71)}},
		app.Complaint{ID: id(90), Customer: id(1), Wrong: "A drawer stuck.", Themes: []string{"quality"}, Received: morning.AddDate(0, -3, 0), Answered: morning.AddDate(0, -3, 0), PutRight: morning.AddDate(0, -3, 1), Confirmed: morning.AddDate(0, 0, -4)},
	)
	s.complaint(2, "Ελένη Παπαδοπούλου", "Το φωτιστικό ήρθε σπασμένο.", morning.Add(-90*time.Minute), func(c *app.Complaint) { c.ForOwner = true })
	s.complaint(3, "Trần Thị Hương", "Ghế bị gãy sau hai ngày.", hours(48), func(c *app.Complaint) {
		c.Answered, c.Promises = hours(47), []app.Promise{{What: "Collect the chair", By: morning.Add(4 * time.Hour)}, {What: "Call the carrier", By: hours(2), Kept: hours(3)}}
		c.Remedy = &app.Remedy{Kind: app.RemedyReplacement, Note: "a new chair", Cost: app.Money{Minor: 13000, Currency: "EUR"}, By: "Anna"}
	})
	s.complaint(4, "Tom O’Connor", "The shelf was too short.", hours(200), func(c *app.Complaint) {
		c.Answered, c.PutRight, c.Remedy = hours(199), hours(100), &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 4000, Currency: "EUR"}}
	})
	s.Put(
		app.Opinion{ID: id(62), Said: app.NewDay(2026, 11, 18), Taken: hours(3), Source: app.FromCard, Sender: "K. Kor, Espoo", Verbatim: "Nobody answers the phone."},
		app.Complaint{ID: id(105), Opinion: id(62), Wrong: "Nobody answers the phone.", Received: morning.Add(-10 * time.Minute)},
	)
	return s
}

// many is a shop with that many complaints.
func many(n int) *shop {
	s := newShop()
	for i := range n {
		s.complaint(i+1, fmt.Sprintf("Person %02d", i+1), "Something came broken.", morning.Add(-time.Duration(i)*20*time.Minute))
	}
	return s
}
