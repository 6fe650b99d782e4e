package data

import (
	"context"
	"time"

	"ringback.app/app"
)

func opinionOfKey(o app.Opinion) []byte { return join(o.Customer[:], moment(o.Taken), o.ID[:]) }

func opinionAtKey(o app.Opinion) []byte { return join(moment(o.Taken), o.ID[:]) }

func (w *writing) reindexOpinion(p part) {
	if was, ok := p.was.(app.Opinion); ok {
		w.remove(inOpinionsByCustomer, opinionOfKey(was))
		w.remove(inOpinionsByTime, opinionAtKey(was))
	}
	if is, ok := p.is.(app.Opinion); ok {
		w.put(inOpinionsByCustomer, opinionOfKey(is), nil)
		w.put(inOpinionsByTime, opinionAtKey(is), is.Customer[:])
	}
}

// Opinions returns a customer's opinions, newest first: limit at most, all if
// it is 0.
func (b *Book) Opinions(ctx context.Context, customer app.ID, limit int) (all []app.Opinion, err error) {
	err = b.view(ctx, func(s *state) error {
		all, err = newest[app.Opinion](s, inOpinionsByCustomer, customer, limit)
		return err
	})
	return all, err
}

// OpinionsBetween yields the opinions of from ≤ Taken < to, oldest first, until
// yield returns false.
func (b *Book) OpinionsBetween(ctx context.Context, from, to time.Time, yield func(app.Opinion) bool) error {
	return b.view(ctx, func(s *state) error {
		return s.scan(inOpinionsByTime, moment(from), moment(to), yielding(s, inOpinionsByTime, yield))
	})
}
