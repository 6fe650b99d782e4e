package data

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// merge returns what a record is with one change of it taken back: a field that
// the change set goes back if it still is what the change made of it. It
// returns an Error with CodeConflict if it is not, and is no list of which only
// the change's own part has to go back. Nil stands for no record.
func (s *state) merge(e entry, now []byte) ([]byte, error) {
	if same(now, e.Before) {
		return bytes.Clone(now), nil
	}
	back, err := s.comingBack(e)
	if err != nil {
		return nil, err
	}
	e.Before = back
	switch {
	case same(now, e.After):
		return bytes.Clone(e.Before), nil
	case now == nil, e.Before == nil, e.After == nil:
		return nil, s.changedSince(e, now, nil)
	}
	var before, after, current map[int]cbor.RawMessage
	for raw, into := range map[*map[int]cbor.RawMessage][]byte{&before: e.Before, &after: e.After, &current: now} {
		if err := s.dec.Unmarshal(into, raw); err != nil {
			return nil, damaged(fmt.Errorf("take a record of kind %d apart: %w", e.Kind, err))
		}
	}
	var again []int // fields that cannot go back
	for field := range fieldsIn(before, after) {
		switch {
		case same(before[field], after[field]), same(current[field], before[field]):
		case !same(current[field], after[field]):
			list, ok, err := s.mergeList(e, field, before[field], after[field], current[field])
			if err != nil {
				return nil, err
			}
			if !ok {
				again = append(again, field)
				continue
			}
			current[field] = list
			if list == nil {
				delete(current, field)
			}
		case before[field] == nil:
			delete(current, field)
		default:
			current[field] = before[field]
		}
	}
	if len(again) > 0 {
		return nil, s.changedSince(e, now, again)
	}
	return s.encode(current)
}

// same compares encoded values; none is only like none.
func same(a, b []byte) bool { return (a == nil) == (b == nil) && bytes.Equal(a, b) }

func fieldsIn(records ...map[int]cbor.RawMessage) map[int]bool {
	all := make(map[int]bool)
	for _, r := range records {
		for f := range r {
			all[f] = true
		}
	}
	return all
}

// changedAgain is a record, with its fields, that was changed since and keeps a
// change from being undone; no fields: all of it.
type changedAgain struct {
	id     app.ID
	kind   app.Kind
	fields []int
}

func (c *changedAgain) Error() string {
	return fmt.Sprintf("record %v of kind %d was changed since", c.id, c.kind)
}

// changedSince names the record that stands in the way of an undo.
func (s *state) changedSince(e entry, now []byte, fields []int) error {
	var known []byte
	for _, raw := range [][]byte{now, e.After, e.Before} {
		if known == nil {
			known = raw
		}
	}
	err := &changedAgain{e.ID, e.Kind, fields}
	r, decoding := s.record(e.Kind, known)
	if decoding != nil {
		return cmp.Or[error](decoding, err)
	}
	name, customer := "", app.ID{}
	if r != nil {
		customer = r.Whose()
		if c, reading := one[app.Customer](s, r.Whose()); reading == nil {
			name = c.Called()
		} else if c, ok := r.(app.Customer); ok {
			name = c.Called()
		}
	}
	key := map[app.Kind]string{
		app.KindCustomer:  "error.book.undo-customer",
		app.KindPurchase:  "error.book.undo-purchase",
		app.KindCall:      "error.book.undo-call",
		app.KindOpinion:   "error.book.undo-opinion",
		app.KindComplaint: "error.book.undo-complaint",
		app.KindPlan:      "error.book.undo-plan",
	}[e.Kind]
	return &app.Error{
		Code: app.CodeConflict, Key: key, Err: err,
		Args: app.Args{"ID": e.ID.String(), "Name": name, "Customer": customer},
	}
}
