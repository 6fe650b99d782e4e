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
	var again []int // fields that cannot go back
	without, err := s.goneBack(e, now, func(field int, before, after, current cbor.RawMessage) (cbor.RawMessage, error) {
		list, ok, err := s.mergeList(e, field, before, after, current)
		if err == nil && !ok {
			again = append(again, field)
		}
		return list, err
	})
	if err == nil && len(again) > 0 {
		err = s.changedSince(e, now, again)
	}
	return without, err
}

// goneBack returns a record with every field that a change set as it was before, if
// it still is what the change made of it. What becomes of one that was changed again
// since is asked for.
func (s *state) goneBack(
	e entry, now []byte, again func(field int, before, after, current cbor.RawMessage) (cbor.RawMessage, error),
) ([]byte, error) {
	before, after, err := s.sides(e)
	if err != nil {
		return nil, err
	}
	current, err := s.apart(e.Kind, now)
	if err != nil {
		return nil, err
	}
	for field := range fieldsIn(before, after) {
		back := before[field]
		switch {
		case same(back, after[field]):
			continue
		case !same(current[field], after[field]) && !same(current[field], back):
			if back, err = again(field, back, after[field], current[field]); err != nil {
				return nil, err
			}
		}
		current.set(field, back)
	}
	return s.encode(current)
}

// same compares encoded values; none is only like none.
func same(a, b []byte) bool { return (a == nil) == (b == nil) && bytes.Equal(a, b) }

func fieldsIn(records ...apart) map[int]bool {
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
