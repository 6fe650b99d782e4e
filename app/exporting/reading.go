package exporting

import (
	"context"
	"iter"
	"slices"
	"time"

	"ringback.app/app"
)

// sale is a purchase with whose it is.
type sale struct {
	app.Purchase
	who app.Customer
}

// opinionOfOne is an opinion with whose it is.
type opinionOfOne struct {
	app.Opinion
	who app.Customer
}

// complaintOfOne is a complaint with whose it is.
type complaintOfOne struct {
	app.Complaint
	who    app.Customer
	sender string // who it is from as the card says, while nobody knows
}

// lastDay is the end of a period that has none.
var lastDay = app.NewDay(9999, time.December, 31)

// ids returns the customers that pass the filter, all of them at once: they are
// small, and nothing stays open in the book while they are written.
func (r *Records) ids(ctx context.Context, f Filter) ([]app.ID, error) {
	if !f.Customer.IsZero() {
		return []app.ID{f.Customer}, nil
	}
	var ids []app.ID
	err := r.shop.Customers(ctx, func(c app.Listed) bool {
		ids = append(ids, c.ID)
		return ctx.Err() == nil
	})
	if err == nil {
		err = ctx.Err()
	}
	return ids, err
}

// byCustomer yields what read finds for each customer, some customers at a time.
// A customer who was removed meanwhile is left out.
func byCustomer[T any](ctx context.Context, r *Records, f Filter, read func(app.ID) ([]T, error)) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		ids, err := r.ids(ctx, f)
		if err != nil {
			yield(nil, err)
			return
		}
		for some := range chunks(ids) {
			var page []T
			for _, id := range some {
				found, err := read(id)
				if gone(err) {
					continue
				}
				if err != nil {
					yield(nil, err)
					return
				}
				page = append(page, found...)
			}
			if !yield(page, nil) {
				return
			}
		}
	}
}

// byTime yields what read finds in the order of a key, page by page: a page ends
// where the key changes, and the next one begins there.
func byTime[T any, K comparable](
	ctx context.Context, from K, read func(from K, yield func(T) bool) error, key func(T) K,
) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		for more := true; more; {
			var page []T
			more = false
			err := read(from, func(t T) bool {
				if len(page) >= pageSize && key(page[len(page)-1]) != key(t) {
					from, more = key(t), true
					return false
				}
				page = append(page, t)
				return ctx.Err() == nil
			})
			if !yield(page, err) || err != nil || ctx.Err() != nil {
				return
			}
		}
	}
}

// withWho adds to each record of the pages whose it is. Of each customer it
// remembers what they are called by: most have many records.
func withWho[T app.Record, U any](
	ctx context.Context, r *Records, pages iter.Seq2[[]T, error], join func(T, app.Customer) U,
) iter.Seq2[[]U, error] {
	return func(yield func([]U, error) bool) {
		known := make(map[app.ID]app.Customer)
		for page, err := range pages {
			joined := make([]U, 0, len(page))
			for _, t := range page {
				if err != nil {
					break
				}
				who, ok := known[t.Whose()]
				if !ok {
					if who, err = r.shop.Customer(ctx, t.Whose()); gone(err) {
						who, err = app.Customer{ID: t.Whose()}, nil
					}
					who = app.Customer{ID: who.ID, Name: app.Name{Full: who.Name.Full}, Firm: who.Firm, References: who.References}
					known[t.Whose()] = who
				}
				joined = append(joined, join(t, who))
			}
			if !yield(joined, err) || err != nil {
				return
			}
		}
	}
}

func (r *Records) customers(ctx context.Context, s sheet) iter.Seq2[[]app.Customer, error] {
	return byCustomer(ctx, r, s.filter, func(id app.ID) ([]app.Customer, error) {
		c, err := r.shop.Customer(ctx, id)
		return []app.Customer{c}, err
	})
}

func (r *Records) purchases(ctx context.Context, s sheet) iter.Seq2[[]sale, error] {
	return withWho(ctx, r, r.purchasePages(ctx, s), func(p app.Purchase, who app.Customer) sale { return sale{p, who} })
}

func (r *Records) purchasePages(ctx context.Context, s sheet) iter.Seq2[[]app.Purchase, error] {
	from, to := s.filter.From, s.filter.To
	if to.IsZero() {
		to = lastDay
	}
	if who := s.filter.Customer; !who.IsZero() {
		return byCustomer(ctx, r, s.filter, func(id app.ID) ([]app.Purchase, error) {
			all, err := r.shop.Purchases(ctx, id, 0)
			slices.Reverse(all)
			return slices.DeleteFunc(all, func(p app.Purchase) bool { return p.Day < from || p.Day > to }), err
		})
	}
	return byTime(ctx, from, func(from app.Day, yield func(app.Purchase) bool) error {
		return r.shop.PurchasesBetween(ctx, from, to+1, yield)
	}, func(p app.Purchase) app.Day { return p.Day })
}

func (r *Records) opinions(ctx context.Context, s sheet) iter.Seq2[[]opinionOfOne, error] {
	return withWho(ctx, r, r.opinionPages(ctx, s), func(o app.Opinion, who app.Customer) opinionOfOne { return opinionOfOne{o, who} })
}

func (r *Records) opinionPages(ctx context.Context, s sheet) iter.Seq2[[]app.Opinion, error] {
	from, to := s.filter.period(s.zone)
	if who := s.filter.Customer; !who.IsZero() {
		return byCustomer(ctx, r, s.filter, func(id app.ID) ([]app.Opinion, error) {
			all, err := r.shop.Opinions(ctx, id, 0)
			slices.Reverse(all)
			return slices.DeleteFunc(all, func(o app.Opinion) bool { return o.Taken.Before(from) || !o.Taken.Before(to) }), err
		})
	}
	return byTime(ctx, from.Unix(), func(from int64, yield func(app.Opinion) bool) error {
		return r.shop.OpinionsBetween(ctx, time.Unix(from, 0), to, yield)
	}, func(o app.Opinion) int64 { return o.Taken.Unix() })
}

func (r *Records) complaints(ctx context.Context, s sheet) iter.Seq2[[]complaintOfOne, error] {
	return func(yield func([]complaintOfOne, error) bool) {
		senders, err := r.senders(ctx, s.filter)
		if err != nil {
			yield(nil, err)
			return
		}
		withWho(ctx, r, r.complaintPages(ctx, s), func(c app.Complaint, who app.Customer) complaintOfOne {
			one := complaintOfOne{Complaint: c, who: who}
			if c.Customer.IsZero() {
				one.sender = senders[c.Opinion]
			}
			return one
		})(yield)
	}
}

// senders returns who the opinions are from of which nobody knows whose they are.
func (r *Records) senders(ctx context.Context, f Filter) (map[app.ID]string, error) {
	if !f.Customer.IsZero() {
		return nil, nil
	}
	all, err := r.shop.Opinions(ctx, app.ID{}, 0)
	senders := make(map[app.ID]string, len(all))
	for _, o := range all {
		senders[o.ID] = o.Sender
	}
	return senders, err
}

func (r *Records) complaintPages(ctx context.Context, s sheet) iter.Seq2[[]app.Complaint, error] {
	from, to := s.filter.period(s.zone)
	of := func(id app.ID) ([]app.Complaint, error) {
		all, err := r.shop.Complaints(ctx, id)
		return slices.DeleteFunc(all, func(c app.Complaint) bool { return c.Received.Before(from) || !c.Received.Before(to) }), err
	}
	return func(yield func([]app.Complaint, error) bool) {
		if s.filter.Customer.IsZero() { // those of which nobody knows whose they are
			if page, err := of(app.ID{}); !yield(page, err) || err != nil {
				return
			}
		}
		byCustomer(ctx, r, s.filter, of)(yield)
	}
}
