package data

import (
	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// comingBack is what a customer was before a change, as far as it comes back when
// that is undone: what the change took off a list stays away where the act that had
// put it there was undone as well, as a number that a merge had brought. What an
// undo took off comes back with what it undid.
func (s *state) comingBack(e entry) (cbor.RawMessage, error) {
	if e.Kind != app.KindCustomer || e.Act == app.ActUndo || e.Before == nil || e.After == nil {
		return e.Before, nil
	}
	before, after, err := s.sides(e)
	if err != nil {
		return nil, err
	}
	shorter := false
	for field, by := range customerLists {
		if same(before[field], after[field]) {
			continue
		}
		was, okWas := s.things(before[field], by)
		became, okBecame := s.things(after[field], by)
		if !okWas || !okBecame {
			continue
		}
		stay := make([]cbor.RawMessage, 0, len(was))
		for _, t := range was {
			_, stayed := find(became, t)
			gone := false
			if !stayed {
				if gone, err = s.isNoMore(e, field, t); err != nil {
					return nil, err
				}
			}
			if !gone {
				stay = append(stay, t.raw)
			}
		}
		if len(stay) == len(was) {
			continue
		}
		shorter = true
		var list cbor.RawMessage
		if len(stay) > 0 {
			if list, err = s.encode(stay); err != nil {
				return nil, err
			}
		}
		before.set(field, list)
	}
	if !shorter {
		return e.Before, nil
	}
	return s.encode(before)
}

// isNoMore tells whether what had put a thing on a customer's list, before that
// change, was undone.
func (s *state) isNoMore(e entry, field int, t thing) (undone bool, err error) {
	earlier := false
	err = s.scanBack(inJournalByCustomer, e.ID[:], func(k, _ []byte) (bool, error) {
		one, err := s.entryAt(sequenceIn(k))
		switch {
		case err != nil:
			return false, err
		case one.Batch == e.Batch:
			earlier = true
			return true, nil
		case !earlier, one.ID != e.ID, one.After == nil:
			return true, nil
		}
		put, err := s.putThere(one, field, t)
		if err != nil || !put {
			return err == nil, err
		}
		batch, err := s.batch(one.Batch)
		undone = !batch.Undone.IsZero()
		return false, err
	})
	return undone, err
}

// putThere tells whether that change put the thing on the list.
func (s *state) putThere(e entry, field int, t thing) (bool, error) {
	on := func(raw []byte) (bool, error) {
		fields, err := s.apart(e.Kind, raw)
		if err != nil {
			return false, err
		}
		all, _ := s.things(fields[field], customerLists[field])
		_, found := find(all, t)
		return found, nil
	}
	was, err := on(e.Before)
	if err != nil || was {
		return false, err
	}
	return on(e.After)
}
