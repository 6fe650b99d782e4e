package data

import (
	"context"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// ReadList lets the call list see one state of the book. What read calls must
// not write to the book; the state is gone when it returns.
func (b *Book) ReadList(ctx context.Context, read func(calllist.Snapshot) error) error {
	return b.view(ctx, func(s *state) error { return read(&snapshot{s: s}) })
}

// snapshot is the book as the call list sees it.
type snapshot struct {
	s     *state
	zones *zoneBook // read once
}

func (r *snapshot) Plan() (app.Plan, error) { return r.s.plan() }

func (r *snapshot) Customer(id app.ID) (app.Customer, error) { return one[app.Customer](r.s, id) }

func (r *snapshot) Summary(id app.ID) (app.Summary, error) {
	s, ok, err := r.s.summaryToday(id)
	if err == nil && !ok {
		err = notFound(app.KindCustomer, id)
	}
	return s, err
}

func (r *snapshot) Zones() ([]string, error) {
	z, err := r.readZones()
	if err != nil {
		return nil, err
	}
	a, err := r.s.ahead()
	if err != nil {
		return nil, err
	}
	return a.zones(z.names()), nil
}

func (r *snapshot) readZones() (z *zoneBook, err error) {
	if r.zones == nil {
		r.zones, err = r.s.readZones()
	}
	return r.zones, err
}

func (r *snapshot) Openings(within calllist.Range, yield func(calllist.Opening) bool) error {
	z, err := r.readZones()
	if err != nil {
		return err
	}
	zone, ok := z.numbers[within.Zone]
	return r.s.openings(within, zone, ok, yield)
}

func (r *snapshot) Unasked(yield func(app.ID, app.Day) bool) error { return r.s.unasked(yield) }

func (r *snapshot) CallsSince(from time.Time, yield func(app.ID, time.Time, bool) bool) error {
	return r.s.scan(inCallsByTime, moment(from), nil, func(k, v []byte) (bool, error) {
		if len(v) != idSize+1 {
			return false, damaged(fmt.Errorf("%s: %d bytes for a customer", inCallsByTime, len(v)))
		}
		return yield(idOf(v), momentOf(k), v[idSize] == callSettles), nil
	})
}

func (r *snapshot) ToldSince(from time.Time, yield func(app.ID) bool) error {
	return r.s.scan(inOpinionsByTime, moment(from), nil, func(_, v []byte) (bool, error) {
		return idOf(v).IsZero() || yield(idOf(v)), nil
	})
}

func (r *snapshot) ShopGap() (int, error) { return r.s.shopGap() }
