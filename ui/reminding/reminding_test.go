package reminding_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/reminders"
	"ringback.app/ui/execute"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/reminding"
)

var helsinki = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Helsinki")
	if err != nil {
		panic(err)
	}
	return zone
}()

// at returns a moment of Friday 20 November 2026, by the shop's clock.
func at(hour, minute, second int) time.Time {
	return time.Date(2026, time.November, 20, hour, minute, second, 0, helsinki)
}

// shop is a book, its call list, a window and a clock that tests set.
type shop struct {
	now    time.Time
	agreed map[app.ID]time.Time
	kept   []byte
	err    error
	looks  int
	fault  bool

	waits  time.Duration // until the next look; 0: none is waited for
	ring   func()
	said   []string // notifications
	toasts []string
	offers []func()
	failed []error
	called []app.ID
	today  int
}

func (s *shop) Plan(context.Context) (app.Plan, error) {
	plan := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	plan.TimeZone = "Europe/Helsinki"
	return plan, nil
}

func (s *shop) Complaint(context.Context, app.ID) (app.Complaint, error) {
	return app.Complaint{}, nil
}

func (s *shop) Keep(_ context.Context, _ string, value []byte) error {
	s.kept = value
	return nil
}

func (s *shop) Kept(context.Context, string) ([]byte, error) { return s.kept, nil }

func (s *shop) Today(ctx context.Context, _ int) (calllist.Today, error) {
	s.looks++
	if s.fault {
		panic("a fault of ours")
	}
	if err := errors.Join(s.err, ctx.Err()); err != nil {
		return calllist.Today{}, err
	}
	var today calllist.Today
	for customer, due := range s.agreed {
		entry := calllist.Entry{
			Customer: app.Customer{ID: customer, Name: app.Name{Full: "Maija Korhonen"}},
			Reasons:  []calllist.Reason{{Kind: app.Promised, Due: due, By: due}},
		}
		if due.After(s.now) {
			today.Later = append(today.Later, entry)
		} else {
			today.Entries = append(today.Entries, entry)
		}
	}
	return today, nil
}

func (s *shop) Failed(err error) { s.failed = append(s.failed, err) }

func (s *shop) Offer(text, word string, do func()) {
	s.toasts = append(s.toasts, text+" ["+word+"]")
	s.offers = append(s.offers, do)
}

func (s *shop) after(d time.Duration, call func()) func() {
	s.waits, s.ring = d, call
	return func() { s.waits, s.ring = 0, nil }
}

// watch returns a watch as it is after the program has started.
func (s *shop) watch(t *testing.T) *reminding.Watch {
	t.Helper()
	return s.watchIn(t, pagetest.AtOnce{})
}

func (s *shop) watchIn(t *testing.T, run execute.Executor) *reminding.Watch {
	t.Helper()
	clock := func() time.Time { return s.now.UTC() }
	return reminding.New(reminding.Services{
		Reminders: reminders.New(s, s, clock), Book: s, Window: s, Clock: clock, Run: run, After: s.after,
		Notify:  func(title, body string) { s.said = append(s.said, title+" | "+body) },
		OnCall:  func(c app.ID) { s.called = append(s.called, c) },
		OnToday: func() { s.today++ },
	}, pagetest.English(t))
}

// until sets the clock and lets the timer ring.
func (s *shop) until(now time.Time) {
	s.now = now
	s.ring()
}

// heard returns what was notified since the last time.
func (s *shop) heard() []string {
	said := s.said
	s.said = nil
	return said
}

const (
	promised = "A call you promised is due | It was agreed for 15:00."
	missed1  = "1 promised call came due while you were away | It is on today's list."
	morning1 = "1 person to call today | Ringback knows whom, and why."
)

func (s *shop) hears(t *testing.T, want ...string) {
	t.Helper()
	if got := s.heard(); !slices.Equal(got, want) {
		t.Errorf("at %s heard %q, want %q", s.now, got, want)
	}
}

func TestAPromisedCallIsToldOnceAndLeadsToItsCard(t *testing.T) {
	s := &shop{now: at(8, 30, 20), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0)}}
	s.watch(t).Start()
	s.hears(t)
	if s.waits != 40*time.Second {
		t.Errorf("waits %s for the next minute", s.waits)
	}
	s.until(at(9, 0, 0))
	s.hears(t, morning1)
	if len(s.toasts) != 0 {
		t.Errorf("the morning's number was shown: %q", s.toasts)
	}
	s.until(at(14, 59, 59))
	s.hears(t)
	s.until(at(15, 0, 0))
	s.hears(t, promised)
	if len(s.toasts) != 1 || s.toasts[0] != "A call you promised is due. It was agreed for 15:00. [Open the card]" {
		t.Fatalf("showed %q", s.toasts)
	}
	s.offers[0]()
	if len(s.called) != 1 || s.called[0] != (app.ID{1}) {
		t.Errorf("opened %v", s.called)
	}
	s.until(at(15, 1, 0))
	s.hears(t)
}

func TestWhatComesDueTogetherIsToldTogether(t *testing.T) {
	s := &shop{now: at(14, 59, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0), {2}: at(15, 0, 0), {3}: at(14, 55, 0), {4}: at(16, 0, 0)}}
	s.watch(t).Start()
	s.heard()
	s.toasts = nil
	s.until(at(15, 0, 0))
	s.hears(t, "2 calls you promised are due | They are on today's list.")
	if len(s.toasts) != 1 || s.toasts[0] != "2 calls you promised are due. They are on today’s list. [See today’s list]" {
		t.Errorf("showed %q", s.toasts)
	}
	delete(s.agreed, app.ID{4})
	s.agreed[app.ID{5}], s.agreed[app.ID{6}] = at(16, 0, 0), at(15, 1, 0)
	s.toasts = nil
	s.until(at(16, 0, 0)) // the machine slept
	if len(s.toasts) != 1 || !strings.Contains(s.toasts[0], "came due while you were away") || !strings.Contains(s.toasts[0], "agreed for 16:00") {
		t.Errorf("showed %q", s.toasts)
	}
	s.offers[len(s.offers)-1]()
	if s.today != 1 || len(s.called) != 0 {
		t.Errorf("led to the list %d times, called %v", s.today, s.called)
	}
}

func TestWhatWasMissedIsToldOnceAtStart(t *testing.T) {
	s := &shop{now: at(8, 0, 0), agreed: map[app.ID]time.Time{{1}: at(7, 0, 0)}}
	s.watch(t).Start()
	s.hears(t, missed1)
	if len(s.toasts) != 1 || !strings.HasSuffix(s.toasts[0], "[See today’s list]") {
		t.Fatalf("showed %q", s.toasts)
	}
	s.offers[0]()
	if s.today != 1 || len(s.called) != 0 {
		t.Errorf("led to the list %d times, called %v", s.today, s.called)
	}
	s.until(at(8, 1, 0))
	s.hears(t)
	s.watch(t).Start() // the next start of the program
	s.hears(t)
}

func TestClocksThatJump(t *testing.T) {
	tests := map[string]struct {
		looks []time.Time
		want  []string
	}{
		"an hour back repeats nothing":            {[]time.Time{at(15, 0, 0), at(14, 0, 0), at(15, 0, 0), at(15, 1, 0)}, []string{promised}},
		"over the hour, by a little, tells it":    {[]time.Time{at(14, 58, 0), at(15, 4, 0), at(15, 5, 0)}, []string{promised}},
		"a sleep over the hour tells the number":  {[]time.Time{at(14, 58, 0), at(17, 0, 0), at(17, 1, 0)}, []string{missed1}},
		"back before the hour was reached":        {[]time.Time{at(14, 59, 0), at(11, 0, 0), at(14, 59, 0), at(15, 0, 0)}, []string{promised}},
		"years ahead and back still tells it due": {[]time.Time{at(14, 0, 0), at(14, 0, 0).AddDate(3, 0, 0), at(15, 0, 0)}, []string{missed1, promised}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := &shop{now: at(9, 0, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0)}}
			s.watch(t).Start()
			s.hears(t, morning1)
			for _, now := range tt.looks {
				s.until(now)
				if s.waits <= 0 || s.waits > time.Minute {
					t.Fatalf("at %s it waits %s", now, s.waits)
				}
			}
			// A day in another year has a morning of its own.
			got := slices.DeleteFunc(s.heard(), func(said string) bool { return said == morning1 })
			if !slices.Equal(got, tt.want) {
				t.Errorf("heard %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAFailureIsSaidOnceAndTheWatchGoesOn(t *testing.T) {
	s := &shop{now: at(15, 0, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0)}, err: errors.New("broken")}
	s.watch(t).Start()
	s.until(at(15, 1, 0))
	s.until(at(15, 2, 0))
	if len(s.failed) != 1 {
		t.Fatalf("failed %v", s.failed)
	}
	s.err = nil
	s.until(at(15, 3, 0))
	s.hears(t, promised, morning1)
	s.err = errors.New("broken again")
	s.until(at(15, 4, 0))
	if len(s.failed) != 2 {
		t.Errorf("failed %v", s.failed)
	}
}

func TestAFaultEndsOneLookAndNotTheWatch(t *testing.T) {
	s := &shop{now: at(15, 0, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0)}, fault: true}
	s.watchIn(t, pagetest.Sturdy{}).Start()
	s.hears(t)
	if len(s.failed) != 1 {
		t.Errorf("failed %v", s.failed)
	}
	s.fault = false
	s.until(at(15, 1, 0))
	s.hears(t, promised, morning1)
}

func TestNotificationsHoldNoNameAndNothingAScriptWouldRead(t *testing.T) {
	s := &shop{now: at(15, 0, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0), {2}: at(9, 0, 0)}}
	s.watch(t).Start()
	said := s.heard()
	if len(said) != 3 {
		t.Fatalf("heard %q", said)
	}
	for _, one := range append(said, s.toasts...) {
		if strings.Contains(one, "Maija") || strings.Contains(one, "Korhonen") {
			t.Errorf("a name: %q", one)
		}
	}
	if all := strings.Join(said, ""); strings.ContainsAny(all, "\"$`“”„’‘") {
		t.Errorf("a sign that ends a string: %q", all)
	}
}

func TestClosingEndsTheWatch(t *testing.T) {
	s := &shop{now: at(9, 0, 0)}
	w := s.watch(t)
	w.Start()
	if err := w.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s.ring != nil {
		t.Error("it still waits for the next minute")
	}
}

// later runs what goes aside when the test lets it.
type later struct{ waiting []func() }

func (l *later) Go(work func()) { l.waiting = append(l.waiting, work) }
func (l *later) UI(work func()) { work() }

func TestALookThatEndsAfterClosingShowsNothing(t *testing.T) {
	s := &shop{now: at(15, 0, 0), agreed: map[app.ID]time.Time{{1}: at(15, 0, 0)}}
	run := &later{}
	w := s.watchIn(t, run)
	w.Start()
	if s.looks != 0 || s.ring != nil {
		t.Fatal("it looked on the UI goroutine, or waits before it has looked")
	}
	if err := w.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	run.waiting[0]()
	if len(s.toasts)+len(s.failed)+len(s.said) != 0 || s.ring != nil {
		t.Errorf("showed %q, said %q, failed %v", s.toasts, s.said, s.failed)
	}
}
