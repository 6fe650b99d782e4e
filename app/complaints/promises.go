package complaints

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Owed is a promise that is not kept yet: something we said we would do about a
// complaint, or a call that we said we would make.
type Owed struct {
	Customer  app.Customer // zero while nobody knows whose complaint it is
	Sender    string       // who a complaint is from as the card says, while Customer is zero
	Complaint app.ID       // zero for a call
	Promise   int          // which of the complaint's promises, counted from 0
	What      string       // may be empty for a call
	By        time.Time    // the hour, or the start of the day; zero: no time was named
	Timed     bool         // an hour was named
	Late      bool
}

// Promises is everything we said we would do, at a moment.
type Promises struct {
	At   time.Time
	Plan app.Plan
	Owed []Owed // the late ones first, then by their hour; those without one last
}

// farOff is until how long from now promised calls are looked for.
const farOff = 10 * 366 * 24 * time.Hour

// Promises returns every promise that is not kept yet, also those of complaints
// that were received in the last 365 days and are over: what was promised is
// promised all the same.
func (d *Desk) Promises(ctx context.Context) (Promises, error) {
	open, err := d.Open(ctx)
	if err != nil {
		return Promises{}, err
	}
	over, err := d.overWithPromises(ctx)
	if err != nil {
		return Promises{}, err
	}
	all := Promises{At: open.At, Plan: open.Plan}
	for _, c := range slices.Concat(open.Cases, over.Cases) {
		for i, p := range c.Complaint.Promises {
			if p.Kept.IsZero() {
				all.Owed = append(all.Owed, Owed{
					Customer: c.Customer, Sender: c.Sender, Complaint: c.Complaint.ID, Promise: i,
					What: p.What, By: p.By, Timed: !p.By.IsZero(), Late: !p.By.IsZero() && p.By.Before(open.At),
				})
			}
		}
	}
	calls, err := d.promisedCalls(ctx, open.At)
	if err != nil {
		return Promises{}, err
	}
	all.Owed = append(all.Owed, calls...)
	slices.SortStableFunc(all.Owed, func(a, b Owed) int {
		return cmp.Or(
			cmp.Compare(a.rank(), b.rank()), a.By.Compare(b.By),
			a.Customer.ID.Compare(b.Customer.ID), a.Complaint.Compare(b.Complaint),
		)
	})
	return all, nil
}

// overWithPromises returns the complaints that are over, with a promise that is not
// kept: they were closed before that, without a call.
func (d *Desk) overWithPromises(ctx context.Context) (Overview, error) {
	now := d.now()
	var all []app.Complaint
	err := d.book.ComplaintsBetween(ctx, now.Add(-receivedFor), now.Add(receivedAhead), func(c app.Complaint) bool {
		if !c.Open() && slices.ContainsFunc(c.Promises, func(p app.Promise) bool { return p.Kept.IsZero() }) {
			all = append(all, c)
		}
		return true
	})
	if err != nil {
		return Overview{}, err
	}
	return d.overview(ctx, all)
}

// rank parts promises into the late ones, those with a time, and the rest.
func (o Owed) rank() int {
	switch {
	case o.Late:
		return 0
	case !o.By.IsZero():
		return 1
	}
	return 2
}

// promisedCalls returns the calls we said we would make and nobody tried yet.
// Those to people who may not be called at all are named, too: somebody has to
// tell them.
func (d *Desk) promisedCalls(ctx context.Context, now time.Time) ([]Owed, error) {
	var calls []Owed
	err := d.book.ReadList(ctx, func(snap calllist.Snapshot) error {
		plan, err := snap.Plan()
		if err != nil {
			return err
		}
		people, err := promisedTo(snap, now)
		if err != nil {
			return err
		}
		shop := plan.Location()
		today := app.DayOf(now.In(shop))
		for _, id := range people {
			call, err := promisedCall(snap, id)
			if err != nil {
				return err
			}
			if call.Late = call.Timed && call.By.Before(now); !call.Timed {
				call.Late = app.DayOf(call.By.In(shop)) < today
			}
			calls = append(calls, call)
		}
		return nil
	})
	return calls, err
}

// promisedTo names those to whom a call was promised.
func promisedTo(snap calllist.Snapshot, now time.Time) ([]app.ID, error) {
	zones, err := snap.Zones()
	if err != nil {
		return nil, err
	}
	var people []app.ID
	for _, zone := range zones {
		for _, blocked := range []bool{false, true} {
			r := calllist.Range{
				Stream: calllist.StreamPromise, Zone: zone, Blocked: blocked,
				From: time.Unix(0, 0).UTC(), To: now.Add(farOff).Truncate(time.Second),
			}
			err := snap.Openings(r, func(o calllist.Opening) bool {
				people = append(people, o.Customer)
				return true
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return people, nil
}

func promisedCall(snap calllist.Snapshot, id app.ID) (Owed, error) {
	customer, err := snap.Customer(id)
	if err != nil {
		return Owed{}, err
	}
	summary, err := snap.Summary(id)
	if err != nil {
		return Owed{}, err
	}
	call := Owed{Customer: customer}
	if next := summary.Talk.Next; next != nil {
		call.What, call.By, call.Timed = next.Note, next.At, next.Timed
	}
	return call, nil
}
