// Package reminders tells the shop of calls that came due: each once, whatever
// the machine's clock, its lid or its power switch do.
//
// The call list is the truth; reminders only point to it. They carry hours and
// numbers and never a name.
package reminders

import (
	"context"
	"sync"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
)

// Book is what reminders ask of the book: a place to keep what was told.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	Complaint(ctx context.Context, id app.ID) (app.Complaint, error)
	Keep(ctx context.Context, key string, value []byte) error
	// Kept returns nil if nothing is kept under the key.
	Kept(ctx context.Context, key string) ([]byte, error)
}

// List is the call list.
type List interface {
	// Today returns the list of now; all of it if limit is 0.
	Today(ctx context.Context, limit int) (calllist.Today, error)
}

// Kind is what sort of notice it is.
type Kind uint8

// The sorts of notice.
const (
	Promise Kind = 1 // a call agreed on comes due, or several at once
	Morning Kind = 2 // how many calls the day has
	Missed  Kind = 3 // how many agreed calls came due while nobody was told
	Deed    Kind = 4 // something promised comes due, about a complaint that was put right or is over, or several such
	Undone  Kind = 5 // how many of those came due while nobody was told
)

// Notice is something to tell the shop.
type Notice struct {
	Kind     Kind
	Customer app.ID    // Promise, Deed of one: whose card, to open; never to be shown in a notification
	Due      time.Time // Promise, Deed of one: the hour
	Now      time.Time // Promise, Deed of one: when it is told, which quiet hours can have put off
	Count    int       // Promise, Deed of several, Missed, Undone: how many; Morning: the people to call
}

// Text returns the title and the body of a notification.
func (n Notice) Text(v *wording.Voice, zone *time.Location) (title, body string) {
	many := max(n.Count, 1)
	switch n.Kind {
	case Promise:
		return v.Count("reminder.promise.title", many, nil), v.Count("reminder.promise.body", many, app.Args{"When": v.Moment(n.Due, n.Now.In(zone))})
	case Deed:
		return v.Count("reminder.deed.title", many, nil), v.Count("reminder.deed.body", many, app.Args{"When": v.Moment(n.Due, n.Now.In(zone))})
	case Morning:
		return v.Count("reminder.morning.title", n.Count, nil), v.Say("reminder.morning.body", nil)
	case Undone:
		return v.Count("reminder.undone.title", n.Count, nil), v.Count("reminder.missed.body", n.Count, nil)
	}
	return v.Count("reminder.missed.title", n.Count, nil), v.Count("reminder.missed.body", n.Count, nil)
}

// Reminders knows what was told already. It is safe for concurrent use.
type Reminders struct {
	book  Book
	list  List
	clock app.Clock

	mu     sync.Mutex
	told   *memory   // nil until it was read from the book
	looked time.Time // when the list was looked at last; zero: not since the program started
}

// New returns the reminders of that book and its call list.
func New(book Book, list List, clock app.Clock) *Reminders {
	return &Reminders{book: book, list: list, clock: clock}
}

// fresh is how long after its hour, or after the last look at the list, an agreed
// call is still told by itself: what came on the list later than its hour waited
// for quiet hours to end. What is older when it is first seen, because the machine
// slept, is told in one number.
const fresh = 10 * time.Minute

// Due returns what came due since it was last asked, for a window that asks
// each minute. With an error there may be notices too: they could not be kept
// as told, and will not be repeated until the program ends.
func (r *Reminders) Due(ctx context.Context) ([]Notice, error) { return r.look(ctx, fresh) }

// Missed returns what came due while the program was off, for asking once at
// start. Otherwise it is as Due.
func (r *Reminders) Missed(ctx context.Context) ([]Notice, error) { return r.look(ctx, 0) }

func (r *Reminders) look(ctx context.Context, alone time.Duration) ([]Notice, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.remember(ctx); err != nil {
		return nil, err
	}
	plan, err := r.book.Plan(ctx)
	if err != nil {
		return nil, err
	}
	today, err := r.list.Today(ctx, 0)
	if err != nil {
		return nil, err
	}
	now := r.clock()
	watched := now.Sub(r.looked) <= fresh && !now.Before(r.looked)
	r.looked = now
	before := *r.told
	r.told.forget(now)

	calls, deeds := due{kind: Promise, missed: Missed}, due{kind: Deed, missed: Undone}
	for _, a := range agreed(today.Entries) {
		if a.due.After(now) || !r.told.tell(a, now) || r.knownLate(ctx, a) {
			continue
		}
		sort := &calls
		if a.isDeed() {
			sort = &deeds
		}
		sort.add(a, now, now.Sub(a.due) <= alone || watched)
	}
	notices := append(calls.notices(), deeds.notices()...)
	if opens, closes := morning(plan, now); !opens.IsZero() && !now.Before(opens) && now.Before(closes) {
		calls := len(today.Entries) + len(today.Later)
		if r.told.greet(app.DayOf(opens), now) && calls > 0 {
			notices = append(notices, Notice{Kind: Morning, Count: calls})
		}
	}
	if r.told.same(before) {
		return notices, nil
	}
	return notices, r.keep(ctx)
}

// patience is the longest time until the next look: quiet hours end and clocks
// are set without telling us.
const patience = time.Hour

// Next returns when there may be something to tell next, as long as nothing
// changes in the book: an hour from now at the latest.
func (r *Reminders) Next(ctx context.Context) (time.Time, error) {
	plan, err := r.book.Plan(ctx)
	if err != nil {
		return time.Time{}, err
	}
	today, err := r.list.Today(ctx, 0)
	if err != nil {
		return time.Time{}, err
	}
	now := r.clock()
	next := now.Add(patience)
	for _, a := range agreed(today.Later) {
		next = sooner(next, a.due, now)
	}
	opens, _ := morning(plan, now)
	next = sooner(next, opens, now)
	midnight := (app.DayOf(now.In(plan.Location())) + 1).Start(plan.Location())
	return sooner(next, midnight, now), nil
}

func sooner(next, t, now time.Time) time.Time {
	if t.After(now) && t.Before(next) {
		return t
	}
	return next
}

// morning returns the hours in which the day's number of calls is told: the
// calling hours, from when the shop opens if that is later. They are zero on a
// day without calls.
func morning(plan app.Plan, now time.Time) (opens, closes time.Time) {
	zone := plan.Location()
	day := app.DayOf(now.In(zone))
	if !plan.Calling.Days.Has(day.Weekday()) || plan.Holiday(day) {
		return time.Time{}, time.Time{}
	}
	from, to := plan.Calling.From, plan.Calling.To
	if open := plan.Open[day.Weekday()]; len(open) > 0 && open[0].From > from && open[0].From < to {
		from = open[0].From
	}
	return day.At(from, zone), day.At(to, zone)
}
