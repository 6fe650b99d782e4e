package exporting

import (
	"context"
	"errors"
	"iter"
	"slices"
	"time"

	"ringback.app/app"
)

// Note is a call with all that belongs to it.
type Note struct {
	Call      app.Call
	Customer  app.Customer   // only the ID, if the customer is gone
	About     []app.Purchase // what it was about
	Bought    []app.Bought   // the same in brief: what they kept of it, where that is known
	Opinion   *app.Opinion   // what was said in it
	Complaint *app.Complaint // what it opened, or else was about
	Opened    bool           // the complaint was opened in this call
	Others    []Spoken       // what else was to be put right that they spoke of, oldest first
}

// Spoken is a complaint spoken of in a call that was about another one.
type Spoken struct {
	app.Complaint
	Opened bool // in this call
}

// pageSize is how many calls are read at a time.
const pageSize = 256

// The bounds of a period that has none. Nobody rang a customer for this program
// before 1970.
var (
	beginning = time.Unix(0, 0).UTC()
	end       = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)
)

// period returns the moments between which a call must start, half open.
func (f Filter) period(zone *time.Location) (from, to time.Time) {
	from, to = beginning, end
	if !f.From.IsZero() {
		from = f.From.Start(zone)
	}
	if !f.To.IsZero() {
		to = (f.To + 1).Start(zone)
	}
	return from, to
}

func (f Filter) takes(c app.Call) bool {
	return (f.Customer.IsZero() || c.Customer == f.Customer) &&
		(len(f.Outcomes) == 0 || slices.Contains(f.Outcomes, c.Disposition))
}

// pages yields the notes that pass the filter, some at a time, with nothing
// open in the book while they are written.
func (e *Exporter) pages(ctx context.Context, s sheet) iter.Seq2[[]Note, error] {
	return func(yield func([]Note, error) bool) {
		for calls, err := range e.callPages(ctx, s) {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, stopped(err))
				return
			}
			notes, err := e.complete(ctx, calls, s.plan)
			if err != nil {
				yield(nil, stopped(err))
				return
			}
			if !yield(notes, nil) {
				return
			}
		}
	}
}

// stopped tells a person that they stopped it themselves.
func stopped(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return &app.Error{Code: app.CodeCancelled, Key: "error.export.cancelled", Err: err}
	}
	return err
}

func (e *Exporter) callPages(ctx context.Context, s sheet) iter.Seq2[[]app.Call, error] {
	from, to := s.filter.period(s.zone)
	if !s.filter.Customer.IsZero() {
		return e.callsOfOne(ctx, s.filter, from, to)
	}
	return func(yield func([]app.Call, error) bool) {
		// A page begins at the second in which the last one ended, and leaves out
		// what that one had: several calls may start in one second.
		seen := make(map[app.ID]struct{})
		for {
			var page []app.Call
			fresh := make(map[app.ID]struct{})
			err := e.book.CallsBetween(ctx, from, to, func(c app.Call) bool {
				if _, had := seen[c.ID]; !had {
					page = append(page, c)
					fresh[c.ID] = struct{}{}
				}
				return len(page) < pageSize && ctx.Err() == nil
			})
			full := len(page) == pageSize
			if err == nil && len(page) > 0 {
				if last := page[len(page)-1].Start.Truncate(time.Second); last.Equal(from) {
					for id := range fresh {
						seen[id] = struct{}{}
					}
				} else {
					from, seen = last, fresh
				}
			}
			page = slices.DeleteFunc(page, func(c app.Call) bool { return !s.filter.takes(c) })
			if !yield(page, err) || err != nil || !full {
				return
			}
		}
	}
}

func (e *Exporter) callsOfOne(ctx context.Context, f Filter, from, to time.Time) iter.Seq2[[]app.Call, error] {
	return func(yield func([]app.Call, error) bool) {
		calls, err := e.book.Calls(ctx, f.Customer, 0)
		slices.Reverse(calls)
		calls = slices.DeleteFunc(calls, func(c app.Call) bool {
			return c.Start.Before(from) || !c.Start.Before(to) || !f.takes(c)
		})
		yield(calls, err)
	}
}

// told is what one customer's notes share.
type told struct {
	customer   app.Customer
	recent     []app.Bought // less what was given back
	opinions   []app.Opinion
	complaints []app.Complaint
}

// complete adds to each call what belongs to it.
func (e *Exporter) complete(ctx context.Context, calls []app.Call, plan app.Plan) ([]Note, error) {
	known := make(map[app.ID]told)
	notes := make([]Note, 0, len(calls))
	for _, c := range calls {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		who, ok := known[c.Customer]
		if !ok {
			var err error
			if who, err = e.told(ctx, c.Customer); err != nil {
				return nil, err
			}
			known[c.Customer] = who
		}
		n := who.noteOf(c)
		for _, id := range c.About {
			p, err := e.book.Purchase(ctx, id)
			if gone(err) {
				continue
			}
			if err != nil {
				return nil, err
			}
			n.About, n.Bought = append(n.About, p), append(n.Bought, who.kept(p, plan))
		}
		notes = append(notes, n)
	}
	return notes, nil
}

// kept returns a purchase in brief, as the call list names it: of one of the last
// ones what the customer kept.
func (t told) kept(p app.Purchase, plan app.Plan) app.Bought {
	for _, b := range t.recent {
		if b.Purchase == p.ID {
			return b
		}
	}
	return p.InBrief(plan)
}

func (t told) noteOf(c app.Call) Note {
	n := Note{Call: c, Customer: t.customer}
	for i, o := range t.opinions {
		if o.Call == c.ID {
			n.Opinion = &t.opinions[i]
		}
	}
	opened := func(x app.Complaint) bool {
		return n.Opinion != nil && x.Opinion == n.Opinion.ID || x.Opinion.IsZero() && x.Received.Equal(c.Start)
	}
	first := slices.IndexFunc(t.complaints, func(x app.Complaint) bool { return x.ID == c.Complaint })
	if first < 0 {
		first = slices.IndexFunc(t.complaints, opened)
	}
	for i, x := range t.complaints {
		switch {
		case i == first:
			n.Complaint, n.Opened = &t.complaints[i], opened(x)
		case opened(x) || x.SpokenOfIn(c):
			n.Others = append(n.Others, Spoken{x, opened(x)})
		}
	}
	return n
}

func (e *Exporter) told(ctx context.Context, customer app.ID) (told, error) {
	var t told
	var err error
	if t.customer, err = e.book.Customer(ctx, customer); gone(err) {
		t.customer, err = app.Customer{ID: customer}, nil
	}
	if err != nil {
		return t, err
	}
	summary, err := e.book.Summary(ctx, customer)
	if err != nil && !gone(err) {
		return t, err
	}
	t.recent = summary.Buying.Recent
	if t.opinions, err = e.book.Opinions(ctx, customer, 0); err != nil {
		return t, err
	}
	t.complaints, err = e.book.Complaints(ctx, customer)
	return t, err
}

// gone tells whether the record was removed.
func gone(err error) bool { return err != nil && app.CodeOf(err) == app.CodeNotFound }
