package data

import (
	"bytes"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// customerLists are the fields of a customer that are lists of things each of
// which stands for itself, and the field by which a thing is known; 0: by all of
// it. The numbers are those of app.Customer, app.Phone and app.Email.
var customerLists = map[int]int{
	4:  2, // phones, as typed
	5:  2, // e-mails, by their address
	6:  0, // addresses
	11: 0, // tags
	13: 0, // do-not-call
	14: 0, // references
	15: 0, // properties of a card
	17: 0, // what they were given
}

// mergeList takes back what a change did to a list that was changed again since:
// what it added goes, what it removed comes back, and all else stays. It tells
// whether that can be done.
func (s *state) mergeList(e entry, field int, before, after, now cbor.RawMessage) (cbor.RawMessage, bool, error) {
	by, ok := customerLists[field]
	if e.Kind != app.KindCustomer || !ok {
		return nil, false, nil
	}
	was, okWas := s.things(before, by)
	became, okBecame := s.things(after, by)
	is, okIs := s.things(now, by)
	if !okWas || !okBecame || !okIs {
		return nil, false, nil
	}
	var merged []thing
	for _, t := range is {
		old, had := find(was, t)
		changed, has := find(became, t)
		switch {
		case has && !had:
			continue
		case !has || !had || bytes.Equal(old.raw, changed.raw) || bytes.Equal(t.raw, old.raw):
			merged = append(merged, t)
		case bytes.Equal(t.raw, changed.raw):
			merged = append(merged, old)
		default:
			return nil, false, nil
		}
	}
	for i, t := range was {
		if _, stayed := find(became, t); stayed {
			continue
		}
		if _, there := find(merged, t); there {
			continue
		}
		at := 0 // behind what it stood behind
		for j := range merged {
			if _, ahead := find(was[:i], merged[j]); ahead {
				at = j + 1
			}
		}
		merged = slices.Insert(merged, at, t)
	}
	if len(merged) == 0 {
		return nil, true, nil
	}
	list := make([]cbor.RawMessage, len(merged))
	for i, t := range merged {
		list[i] = t.raw
	}
	raw, err := s.encode(list)
	return raw, true, err
}

// thing is one of a list.
type thing struct{ key, raw []byte }

func find(all []thing, t thing) (thing, bool) {
	i := slices.IndexFunc(all, func(o thing) bool { return bytes.Equal(o.key, t.key) })
	if i < 0 {
		return thing{}, false
	}
	return all[i], true
}

// things takes a list apart; false if it is none, or if two of its things
// cannot be told from each other.
func (s *state) things(list cbor.RawMessage, by int) ([]thing, bool) {
	var raw []cbor.RawMessage
	if list != nil && s.dec.Unmarshal(list, &raw) != nil {
		return nil, false
	}
	all := make([]thing, 0, len(raw))
	for _, r := range raw {
		t := thing{r, r}
		if by > 0 {
			var fields map[int]cbor.RawMessage
			if s.dec.Unmarshal(r, &fields) != nil {
				return nil, false
			}
			t.key = fields[by]
		}
		if _, twice := find(all, t); twice {
			return nil, false
		}
		all = append(all, t)
	}
	return all, true
}
