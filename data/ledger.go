package data

import (
	"context"
	"encoding/binary"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// OpenComplaints returns the complaints that wait for somebody, oldest first,
// those of which nobody knows whose they are included.
func (b *Book) OpenComplaints(ctx context.Context) (all []app.Complaint, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.rows(inOpenComplaints, nil, nil, yielding(s, inOpenComplaints, func(c app.Complaint) bool { all = append(all, c); return true }))
	})
	return all, err
}

// ComplaintsBetween yields the complaints of from ≤ Received < to, oldest first,
// until yield returns false.
func (b *Book) ComplaintsBetween(ctx context.Context, from, to time.Time, yield func(app.Complaint) bool) error {
	return b.view(ctx, func(s *state) error {
		return s.rows(inComplaintsByTime, moment(from), moment(to), yielding(s, inComplaintsByTime, yield))
	})
}

// Praise returns the opinions with praise that somebody has not been told of yet,
// and those of which everybody has: limit of these at most, all if it is 0. Both
// come newest first.
func (b *Book) Praise(ctx context.Context, limit int) (waiting, passed []app.Opinion, err error) {
	err = b.view(ctx, func(s *state) error {
		if waiting, err = latest[app.Opinion](s, inPraiseWaiting, nil, 0); err != nil {
			return err
		}
		passed, err = latest[app.Opinion](s, inPraisePassed, nil, limit)
		return err
	})
	return waiting, passed, err
}

// Quotes returns the opinions that their author allowed us to publish, the
// withdrawn ones too, newest first: limit at most, all if it is 0.
func (b *Book) Quotes(ctx context.Context, limit int) (all []app.Opinion, err error) {
	err = b.view(ctx, func(s *state) error {
		all, err = latest[app.Opinion](s, inQuotes, nil, limit)
		return err
	})
	return all, err
}

// Summaries yields the summaries of all customers, as of today, in the order of
// their IDs, until yield returns false.
func (b *Book) Summaries(ctx context.Context, yield func(app.ID, app.Summary) bool) error {
	return b.view(ctx, func(s *state) error { return s.summaries(yield) })
}

func (s *state) summaries(yield func(app.ID, app.Summary) bool) error {
	return s.scan(inLines, nil, nil, func(k, _ []byte) (bool, error) {
		sum, _, err := s.summaryToday(idOf(k))
		return err == nil && yield(idOf(k), sum), err
	})
}

// rows visits the rows of a part of the ledger from ≤ key < to, in order.
func (s *state) rows(part bucket, from, to []byte, see visit) error {
	last := part.shelve(to)
	if to == nil {
		last = after(part.shelve(nil))
	}
	return s.scan(part, part.shelve(from), last, see)
}

// promises yields what was promised and counts at from ≤ At < to.
func (s *state) promises(from, to time.Time, yield func(review.Promised) bool) error {
	return s.rows(inPromises, moment(whole(from)), moment(whole(to)), func(k, v []byte) (bool, error) {
		if len(v) != idSize+2 || len(k) != momentSize+2+idSize {
			return false, damaged(errRow(inPromises))
		}
		return yield(review.Promised{
			At: momentOf(k), ID: idOf(k[momentSize:]), Number: int(binary.BigEndian.Uint16(k[momentSize+idSize:])),
			Customer: idOf(v), Kind: app.Kind(v[idSize]), State: review.PromiseState(v[idSize+1]),
		}), nil
	})
}

// praised yields the opinions with praise that were taken down before the moment,
// those passed on after those that wait.
func (s *state) praised(to time.Time, yield func(review.PraisedIn) bool) error {
	var all []review.PraisedIn
	for _, part := range []bucket{inPraiseWaiting, inPraisePassed} {
		err := s.rows(part, nil, moment(whole(to)), func(k, v []byte) (bool, error) {
			one := review.PraisedIn{Opinion: tail(k), Taken: momentOf(k)}
			if part == inPraisePassed {
				if len(v) != momentSize {
					return false, damaged(errRow(part))
				}
				one.Passed = momentOf(v)
			}
			all = append(all, one)
			return true, nil
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(x, y review.PraisedIn) int {
		if c := x.Taken.Compare(y.Taken); c != 0 {
			return c
		}
		return x.Opinion.Compare(y.Opinion)
	})
	for _, one := range all {
		if !yield(one) {
			break
		}
	}
	return nil
}
