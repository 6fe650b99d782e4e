package data

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"ringback.app/app"
)

// inTheWay names what was done since a batch and keeps it from being undone; the
// refusal stays as it is where that cannot be told.
func (b *Book) inTheWay(ctx context.Context, undoing app.BatchInfo, refused error) error {
	var e *app.Error
	if !errors.As(refused, &e) {
		return refused
	}
	customer, ok := e.Args["Customer"].(app.ID)
	if !ok || customer.IsZero() {
		return refused
	}
	var again *changedAgain
	errors.As(refused, &again)
	err := b.view(ctx, func(s *state) error {
		later, err := s.doneSince(undoing.Last, customer, again)
		if err != nil || later.ID.IsZero() {
			return err
		}
		plan, err := s.plan()
		if err != nil {
			return err
		}
		zone := plan.Location()
		refused = &app.Error{Code: app.CodeConflict, Key: "error.book.undo-after", Err: refused, Args: app.Args{
			"Name": e.Args["Name"], "What": later.Act,
			"When": app.Moment{At: later.At.In(zone), Now: s.clock().In(zone)},
		}}
		return nil
	})
	if err != nil {
		b.warn(err, "what stands in the way of an undo was not found out")
	}
	return refused
}

// sequenceIn is the place in the journal that a key of inJournalByCustomer ends in.
func sequenceIn(key []byte) uint64 { return binary.BigEndian.Uint64(key[idSize:]) }

// doneSince returns the newest batch after that place in the journal that changed
// something of a customer and stands: it has to be undone first. What was changed
// again narrows it down to what changed that; nil: anything. The zero BatchInfo is
// none.
func (s *state) doneSince(sequence uint64, customer app.ID, again *changedAgain) (found app.BatchInfo, err error) {
	err = s.scanBack(inJournalByCustomer, customer[:], func(k, _ []byte) (bool, error) {
		at := sequenceIn(k)
		if at <= sequence {
			return false, nil
		}
		e, err := s.entryAt(at)
		if err != nil {
			return false, err
		}
		if again != nil {
			if did, err := s.changed(e, again); err != nil || !did {
				return err == nil, err
			}
		}
		one, err := s.batch(e.Batch)
		if err != nil {
			return false, err
		}
		if one.Undone.IsZero() && one.Undoes.IsZero() {
			found = one
			return false, nil
		}
		return true, nil
	})
	return found, err
}

// changed tells whether an entry changed that record, and one of its fields if
// there are any.
func (s *state) changed(e entry, again *changedAgain) (bool, error) {
	if e.ID != again.id {
		return false, nil
	}
	if len(again.fields) == 0 || e.Before == nil || e.After == nil {
		return true, nil
	}
	before, after, err := s.sides(e)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(again.fields, func(field int) bool { return !same(before[field], after[field]) }), nil
}
