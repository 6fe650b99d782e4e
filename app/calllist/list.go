package calllist

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// List is the call list of a book.
type List struct {
	book  Book
	clock app.Clock
	rules LastRules
}

// New returns the call list of that book.
func New(book Book, clock app.Clock) *List {
	return &List{book: book, clock: clock}
}

// Today returns whom to call now and why, the first limit of them, and as many
// of those to call later; all if limit is not above 0.
func (l *List) Today(ctx context.Context, limit int) (Today, error) {
	var today Today
	err := l.read(ctx, l.clock(), func(a *asked) (err error) {
		today, err = a.list(ctx, limit)
		return err
	})
	return today, err
}

// Skipped hands out everybody who has a reason and is not on the list of now, in
// the order in which they would be, each with the guard that keeps them off, until
// see returns false. It looks at all who are due, and so takes longer than Today.
// They may be nearly all customers: see keeps no more of each than it needs, must
// not write to the book and must not wait for a person.
func (l *List) Skipped(ctx context.Context, see func(Skipped) bool) error {
	return l.read(ctx, l.clock(), func(a *asked) error { return a.skipped(ctx, see) })
}

// NotToday is Skipped for a page: the first limit people; all if it is not above
// 0. Its cost grows with the limit and not with the number of people due.
func (l *List) NotToday(ctx context.Context, limit int) (NotToday, error) {
	var rest NotToday
	err := l.Skipped(ctx, func(s Skipped) bool {
		if rest.More = limit > 0 && len(rest.People) >= limit; !rest.More {
			rest.People = append(rest.People, s)
		}
		return !rest.More
	})
	if err != nil {
		return NotToday{}, err
	}
	return rest, nil
}

// Standing returns how a customer stands with the list at that moment, whether
// they are due or not; its reasons name a fix before the day on which to ask
// whether it worked. It returns an Error with CodeNotFound if the book does not
// know them.
func (l *List) Standing(ctx context.Context, customer app.ID, at time.Time) (Standing, error) {
	var st Standing
	err := l.book.ReadList(ctx, func(snap Snapshot) error {
		plan, err := snap.Plan()
		if err != nil {
			return err
		}
		st, err = l.rules.Of(plan).consider(snap, at, customer, (*moment).ifCalled)
		st.Plan = plan // the caller's own, not the one that the rules keep
		return err
	})
	return st, err
}

// read answers a question about the list of that moment.
func (l *List) read(ctx context.Context, at time.Time, answer func(*asked) error) error {
	return l.book.ReadList(ctx, func(snap Snapshot) error {
		plan, err := snap.Plan()
		if err != nil {
			return err
		}
		a, err := l.rules.Of(plan).ask(snap, at)
		if err != nil {
			return err
		}
		return answer(a)
	})
}

// asked is the list being made, from one state of the book at one moment.
type asked struct {
	*moment
	snap   Snapshot
	draw   *draw
	zones  []string        // in which somebody has an opening
	called map[app.ID]bool // today, by the shop's day
	room   int             // for how many more of the kinds that a full list leaves off
	seen   map[app.ID]bool

	recent *recent // nil: not read yet

	listed   map[app.ID]bool
	toCome   []Entry         // at an hour of later today
	kept     map[app.ID]bool // of those, for whom there is room
	roomKept app.ReasonKind  // for the kinds before this one
}

func (r *Rules) ask(snap Snapshot, now time.Time) (*asked, error) {
	gap, err := snap.ShopGap()
	if err != nil {
		return nil, err
	}
	m := r.at(now, gap)
	a := &asked{moment: m, snap: snap, draw: newDraw(snap, m)}
	a.seen, a.listed, a.kept = make(map[app.ID]bool), make(map[app.ID]bool), make(map[app.ID]bool)
	if a.zones, err = snap.Zones(); err != nil {
		return nil, err
	}
	if a.called, err = a.calledToday(); err != nil {
		return nil, err
	}
	a.room = r.plan.Capacity - len(a.called)
	return a, nil
}

// calledToday returns the people called on the shop's day.
func (a *asked) calledToday() (map[app.ID]bool, error) {
	tomorrow := a.start(a.today + 1)
	people := make(map[app.ID]bool)
	err := a.snap.CallsSince(a.start(a.today), func(customer app.ID, start time.Time, _ bool) bool {
		if !start.Before(tomorrow) {
			return false
		}
		people[customer] = true
		return true
	})
	return people, err
}

// takeRoom gives the customer a place on the day's list. Who was called today has
// one already.
func (a *asked) takeRoom(customer app.ID) {
	if !a.called[customer] {
		a.room--
	}
}

// hasRoom tells whether a customer of that kind can still come on the list who has
// no place yet.
func (a *asked) hasRoom(k app.ReasonKind) bool { return a.room > 0 || unlimited(k) }

// unlimited tells whether a kind is listed though the list is full.
func unlimited(k app.ReasonKind) bool { return k <= app.CheckFix }

func (a *asked) list(ctx context.Context, limit int) (Today, error) {
	today := Today{At: a.now.UTC(), Done: len(a.called), Capacity: a.plan.Capacity}
	loud, quiet := a.byQuiet()
	in := scope{zones: loud}
	if err := a.readLater(ctx, quiet); err != nil {
		return Today{}, err
	}
	full := func() bool { return limit > 0 && len(today.Entries) >= limit }
	for _, k := range a.kinds {
		a.keepRoom(k.kind)
		if full() || len(loud) == 0 {
			continue
		}
		for c, err := range a.wanted(k, in) {
			if err = cmp.Or(err, ctx.Err()); err != nil {
				return Today{}, err
			}
			entry, because, err := a.consider(k, c)
			if err != nil {
				return Today{}, err
			}
			if entry == nil || because != nil {
				continue
			}
			if err := a.complete(entry); err != nil {
				return Today{}, err
			}
			today.Entries = append(today.Entries, *entry)
			if full() {
				break
			}
		}
	}
	a.keepRoom(app.Thank + 1)
	today.Later = a.announced(limit)
	today.Again = a.again(today.Entries) + a.again(today.Later)
	return today, nil
}

// again is how many of them were called today.
func (a *asked) again(listed []Entry) (n int) {
	for _, e := range listed {
		if a.called[e.Customer.ID] {
			n++
		}
	}
	return n
}

// byQuiet parts the zones into those where people may be called now, and those
// where nobody is.
func (a *asked) byQuiet() (loud, quiet []string) {
	for _, name := range a.zones {
		if a.plan.Calling.Quiet(a.now.In(a.Rules.zones.named(name))) {
			quiet = append(quiet, name)
		} else {
			loud = append(loud, name)
		}
	}
	return loud, quiet
}

// consider returns the entry of a candidate whose headline is the reason that
// made them one, and the guard that objects, if any; nil for those who come
// elsewhere in the list, came already, or are not due after all.
func (a *asked) consider(k rule, c candidate) (*Entry, *Because, error) {
	if a.seen[c.customer] {
		return nil, nil, nil
	}
	s, err := a.snap.Summary(c.customer)
	if err != nil {
		return nil, nil, err
	}
	reasons := a.reasons(&s)
	if a.drawn(c.customer) {
		if reasons, err = a.withDraw(c.customer, &s, reasons); err != nil {
			return nil, nil, err
		}
	}
	reasons, because := a.judge(&s, reasons)
	if len(reasons) == 0 || reasons[0].Kind != k.kind || !reasons[0].place().Equal(c.due) {
		return nil, nil, nil
	}
	a.seen[c.customer] = true
	if because == nil {
		switch {
		case a.kept[c.customer] && !unlimited(k.kind): // it waits for the hour agreed on
			return nil, nil, nil
		case a.kept[c.customer]: // they have their room
			a.listed[c.customer] = true
		case !a.hasRoom(k.kind) && !a.called[c.customer]:
			because = &Because{Guard: GuardFull, Until: a.start(a.today + 1)}
		default:
			a.takeRoom(c.customer)
			a.listed[c.customer] = true
		}
	}
	return &Entry{Customer: app.Customer{ID: c.customer}, Summary: s, Reasons: reasons}, because, nil
}

// complete reads what an entry shows besides its reasons.
func (a *asked) complete(e *Entry) error {
	var err error
	if !a.drawn(e.Customer.ID) {
		if e.Reasons, err = a.withDraw(e.Customer.ID, &e.Summary, e.Reasons); err != nil {
			return err
		}
	}
	if e.Customer, err = a.snap.Customer(e.Customer.ID); err != nil {
		return err
	}
	e.Number = a.number(e.Customer, &e.Summary)
	return nil
}

// drawn tells whether the week's lot is among the reasons by which the customer is
// considered: once it was drawn, and for the few who were called today.
func (a *asked) drawn(customer app.ID) bool { return a.draw.done || a.called[customer] }

// withDraw adds to a customer's reasons that the week's lot fell on them.
func (a *asked) withDraw(customer app.ID, s *app.Summary, reasons []Reason) ([]Reason, error) {
	drawn, err := a.draw.has(customer, s)
	if err != nil || !drawn || checkFirst(s, app.NeverAsked) {
		return reasons, err
	}
	at := slices.IndexFunc(reasons, func(r Reason) bool { return r.Kind > app.NeverAsked })
	if at < 0 {
		at = len(reasons)
	}
	return slices.Insert(reasons, at, neverAsked(s, a.moment)...), nil
}

func (a *asked) skipped(ctx context.Context, see func(Skipped) bool) error {
	if _, err := a.draw.all(); err != nil {
		return err
	}
	_, quiet := a.byQuiet()
	if err := a.readLater(ctx, quiet); err != nil {
		return err
	}
	in := scope{zones: a.zones, everybody: true}
	for _, k := range a.kinds {
		a.keepRoom(k.kind)
		for c, err := range a.candidates(k, in) {
			if err = cmp.Or(err, ctx.Err()); err != nil {
				return err
			}
			entry, because, err := a.consider(k, c)
			if err != nil {
				return err
			}
			if because == nil {
				continue
			}
			customer, err := a.snap.Customer(c.customer)
			if err != nil {
				return err
			}
			if !see(Skipped{Customer: customer, Reason: entry.Reasons[0], Because: *because}) {
				return nil
			}
		}
	}
	return nil
}
