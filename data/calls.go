package data

import (
	"context"
	"time"

	"ringback.app/app"
)

func callOfKey(c app.Call) []byte { return join(c.Customer[:], moment(c.Start), c.ID[:]) }

func callAtKey(c app.Call) []byte { return join(moment(c.Start), c.ID[:]) }

// callSettles marks in the order of time a call that settled what it was about.
const callSettles = 1

func callAtValue(c app.Call) []byte {
	if c.Disposition.Settles() {
		return join(c.Customer[:], []byte{callSettles})
	}
	return join(c.Customer[:], []byte{0})
}

func (w *writing) reindexCall(p part) {
	if was, ok := p.was.(app.Call); ok {
		w.remove(inCallsByCustomer, callOfKey(was))
		w.remove(inCallsByTime, callAtKey(was))
	}
	if is, ok := p.is.(app.Call); ok {
		w.put(inCallsByCustomer, callOfKey(is), nil)
		w.put(inCallsByTime, callAtKey(is), callAtValue(is))
	}
}

// callsBetween yields the calls that started from ≤ start < to, oldest first; a
// nil to has no end.
func (s *state) callsBetween(from, to []byte, yield func(app.Call) bool) error {
	return s.scan(inCallsByTime, from, to, yielding(s, inCallsByTime, yield))
}

// Calls returns a customer's calls, newest first: limit at most, all if it is 0.
func (b *Book) Calls(ctx context.Context, customer app.ID, limit int) (all []app.Call, err error) {
	err = b.view(ctx, func(s *state) error {
		all, err = newest[app.Call](s, inCallsByCustomer, customer, limit)
		return err
	})
	return all, err
}

// CallsBetween yields the calls of from ≤ Start < to, oldest first, until yield
// returns false.
func (b *Book) CallsBetween(ctx context.Context, from, to time.Time, yield func(app.Call) bool) error {
	return b.view(ctx, func(s *state) error { return s.callsBetween(moment(from), moment(to), yield) })
}
