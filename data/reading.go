package data

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
)

// ReadReview lets a review see one state of the book. What read calls must not
// write to the book; the state is gone when it returns.
func (b *Book) ReadReview(ctx context.Context, read func(review.Snapshot) error) error {
	return b.view(ctx, func(s *state) error {
		return read(&reviewed{snapshot{s: s}, make(map[app.ID]app.Complaint)})
	})
}

// reviewed is the book as a review sees it.
type reviewed struct {
	snapshot
	// complaints are those read so far: a review asks for them by when they came,
	// and by when they were put right.
	complaints map[app.ID]app.Complaint
}

// mostComplaints is how many are kept at once.
const mostComplaints = 10_000

func errRow(b bucket) error { return fmt.Errorf("a row of %s is cut off", b) }

func (r *reviewed) Days(p review.Period, yield func(app.Day, *review.Day) bool) error {
	a, err := r.s.ahead()
	if err != nil {
		return err
	}
	return a.withDays(p, yield, func(yield func(app.Day, *review.Day) bool) error { return r.days(p, yield) })
}

// days yields the days as they are kept.
func (r *reviewed) days(p review.Period, yield func(app.Day, *review.Day) bool) error {
	// Each day has its numbers first, then what was talked of.
	var at app.Day
	var day *review.Day
	more := true
	err := r.s.eachSums(p.From, p.To, func(d app.Day, talk bool, v []byte) (_ bool, err error) {
		if day == nil || d != at {
			if day != nil {
				more = yield(at, day)
			}
			at, day = d, new(review.Day)
		}
		if talk {
			err = day.ReadTalk(v)
		} else {
			day.Sums, err = review.ReadSums(v)
		}
		if err != nil {
			return false, damaged(err)
		}
		return more, nil
	})
	if err == nil && more && day != nil {
		yield(at, day)
	}
	return err
}

func (r *reviewed) Buyers(at app.Day) (review.Coverage, error) {
	a, err := r.s.ahead()
	if err != nil {
		return review.Coverage{}, err
	}
	c := a.buyers(at)
	err = r.s.eachSums(math.MinInt32/2, at+1, func(_ app.Day, talk bool, v []byte) (bool, error) {
		if talk {
			return true, nil
		}
		active, told, err := review.ReadBuyers(v)
		if err != nil {
			return false, damaged(err)
		}
		c.Buyers += active
		c.Told += told
		return true, nil
	})
	return c, err
}

func (r *reviewed) Promises(from, to time.Time, yield func(review.Promised) bool) error {
	return r.s.promises(from, to, yield)
}

func (r *reviewed) Complaints(from, to time.Time, yield func(app.Complaint) bool) error {
	return r.complaintsIn(inComplaintsByTime, from, to, yield)
}

func (r *reviewed) PutRight(from, to time.Time, yield func(app.Complaint) bool) error {
	return r.complaintsIn(inPutRight, from, to, yield)
}

// complaintsIn yields the complaints that a part of the ledger names.
func (r *reviewed) complaintsIn(part bucket, from, to time.Time, yield func(app.Complaint) bool) error {
	return r.s.rows(part, moment(whole(from)), moment(whole(to)), func(k, _ []byte) (bool, error) {
		c, err := r.Complaint(tail(k))
		if err != nil {
			return false, dangling(part, err)
		}
		return yield(c), nil
	})
}

func (r *reviewed) Praised(to time.Time, yield func(review.PraisedIn) bool) error {
	return r.s.praised(to, yield)
}

func (r *reviewed) Thanked(from app.Day, yield func(app.ID) bool) error {
	return r.s.rows(inThanked, dayKey(from), nil, func(k, _ []byte) (bool, error) { return yield(tail(k)), nil })
}

func (r *reviewed) Foreign(currency string, yield func(app.ID) bool) error {
	a, err := r.s.ahead()
	if err != nil {
		return err
	}
	more := a.foreign(currency, yield)
	if !more {
		return nil
	}
	see := func(k, _ []byte) (bool, error) {
		more = a.has(tail(k)) || yield(tail(k))
		return more, nil
	}
	if currency == "" {
		return r.s.rows(inCurrencies, nil, nil, see)
	}
	// Those of the shop's own are most of them, and are passed over.
	if err := r.s.rows(inCurrencies, nil, []byte(currency), see); err != nil || !more {
		return err
	}
	return r.s.rows(inCurrencies, after([]byte(currency)), nil, see)
}

func (r *reviewed) Unhappy(yield func(review.AtRisk) bool) error {
	a, err := r.s.ahead()
	if err != nil {
		return err
	}
	others, more := a.atRisk(), true
	err = r.s.rows(inUnhappy, nil, nil, func(k, v []byte) (bool, error) {
		if len(v) != 8 {
			return false, damaged(errRow(inUnhappy))
		}
		one := review.AtRisk{Customer: tail(k), Since: momentOf(k), Value: int64(binary.BigEndian.Uint64(v))}
		if a.has(one.Customer) {
			return true, nil
		}
		for ; more && len(others) > 0 && compareUnhappy(others[0], one) < 0; others = others[1:] {
			more = yield(others[0])
		}
		more = more && yield(one)
		return more, nil
	})
	for ; err == nil && more && len(others) > 0; others = others[1:] {
		more = yield(others[0])
	}
	return err
}

func (r *reviewed) Lapsed(from, to time.Time, yield func(review.AtRisk) bool) error {
	archived := make(map[app.ID]bool)
	err := r.s.rows(inArchived, nil, nil, func(k, _ []byte) (bool, error) {
		archived[tail(k)] = true
		return true, nil
	})
	if err != nil {
		return err
	}
	return calllist.Lapses(r, from, to, func(o calllist.Opening, since time.Time) bool {
		return archived[o.Customer] || yield(review.AtRisk{Customer: o.Customer, Since: since, Value: o.Value})
	})
}

func (r *reviewed) Opinion(id app.ID) (app.Opinion, error) { return one[app.Opinion](r.s, id) }

func (r *reviewed) Call(id app.ID) (app.Call, error) { return one[app.Call](r.s, id) }

func (r *reviewed) Complaint(id app.ID) (app.Complaint, error) {
	if c, ok := r.complaints[id]; ok {
		return c, nil
	}
	c, err := one[app.Complaint](r.s, id)
	if err == nil && len(r.complaints) < mostComplaints {
		r.complaints[id] = c
	}
	return c, err
}

// Rhythm reads of the summary nothing else.
func (r *reviewed) Rhythm(customer app.ID) (app.Rhythm, error) {
	type summary struct {
		Buying struct{ app.Rhythm } `cbor:"2,keyasint"`
	}
	a, err := r.s.ahead()
	if err != nil {
		return app.Rhythm{}, err
	}
	if buying, differs := a.of(customer); differs {
		return buying.Rhythm, nil
	}
	raw, err := r.s.get(inSummaries, customer[:])
	if err == nil && raw == nil {
		err = notFound(app.KindCustomer, customer)
	}
	if err != nil {
		return app.Rhythm{}, err
	}
	sum, err := decode[summary](r.s.coding, raw)
	return sum.Buying.Rhythm, err
}

func (r *reviewed) CallsOf(customer app.ID) ([]app.Call, error) {
	return newest[app.Call](r.s, inCallsByCustomer, customer, 0)
}

func (r *reviewed) OpinionsOf(customer app.ID) ([]app.Opinion, error) {
	return newest[app.Opinion](r.s, inOpinionsByCustomer, customer, 0)
}

func (r *reviewed) Calls(from, to time.Time, yield func(app.Call) bool) error {
	// The shelf is shared with opinions, so that a range is read backwards by hand.
	in, err := r.s.in(inByTime)
	if err != nil {
		return err
	}
	first, last := string(moment(whole(from))), moment(whole(to))
	c := in.Cursor()
	k, _ := c.Seek(last)
	if k == nil {
		k, _ = c.Last()
	} else {
		k, _ = c.Prev()
	}
	for ; k != nil && string(k) >= first; k, _ = c.Prev() {
		if err := stopped(r.s.ctx); err != nil {
			return err
		}
		if !inCallsByTime.holds(k) {
			continue
		}
		one, err := one[app.Call](r.s, tail(inCallsByTime.unshelve(k, nil)))
		if err != nil {
			return dangling(inCallsByTime, err)
		}
		if !yield(one) {
			return nil
		}
	}
	return nil
}

func (r *reviewed) Opinions(q app.OpinionQuery, yield func(app.Opinion) bool) error {
	return r.s.findOpinions(q, yield)
}

func (r *reviewed) Summaries(yield func(app.ID, app.Summary) bool) error { return r.s.summaries(yield) }

func (r *reviewed) Valued(yield func(app.ID, int64) bool) error {
	a, err := r.s.ahead()
	if err != nil {
		return err
	}
	more := a.valued(yield)
	// Whoever bought and kept something has one opening of the stream of years.
	for _, blocked := range []byte{0, 1} {
		if !more {
			break
		}
		prefix := []byte{blocked, byte(calllist.StreamYears)}
		err := r.s.scanPrefix(inOpenings, prefix, func(k, _ []byte) (bool, error) {
			more = a.has(tail(k)) || yield(tail(k), uninverted(k[openingPrefixSize+momentSize:]))
			return more, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
