package exporting

import (
	"context"
	"iter"

	"ringback.app/app/calllist"
)

// Count says how many records Write would write, without reading more than it
// must. It returns the errors of Write, but for those of w.
func (r *Records) Count(ctx context.Context, what Subject, f Filter) (int, error) {
	page, err := r.notes.sheet(ctx, f)
	if err != nil {
		return 0, err
	}
	n, err := r.count(ctx, what, page)
	return n, stopped(err)
}

func (r *Records) count(ctx context.Context, what Subject, s sheet) (int, error) {
	size, err := r.shop.Size(ctx)
	if err != nil {
		return 0, err
	}
	all := s.filter.From.IsZero() && s.filter.To.IsZero() && s.filter.Customer.IsZero()
	switch what {
	case Customers:
		if !s.filter.Customer.IsZero() {
			return 1, nil
		}
		return size.Customers, nil
	case Purchases:
		if all {
			return size.Purchases, nil
		}
		return lengthOf(ctx, r.purchasePages(ctx, s))
	case Opinions:
		if all {
			return size.Opinions, nil
		}
		return lengthOf(ctx, r.opinionPages(ctx, s))
	case Complaints:
		if all {
			return size.Complaints, nil
		}
		return lengthOf(ctx, r.complaintPages(ctx, s))
	case Planned:
		return lengthOf(ctx, r.plannedPages(ctx, s))
	case CallSheet:
		today, err := calllist.New(r.shop, r.notes.clock).Today(ctx, 0)
		return len(today.Entries) + len(today.Later), err
	case Everything:
		return size.Customers + size.Purchases + size.Calls + size.Opinions + size.Complaints, nil
	}
	return 0, nil
}

// lengthOf counts what is on all pages.
func lengthOf[T any](ctx context.Context, pages iter.Seq2[[]T, error]) (int, error) {
	n := 0
	for page, err := range pages {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return 0, err
		}
		n += len(page)
	}
	return n, nil
}
