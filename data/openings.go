package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// openingKey is where an opening lies: by stream and zone, then by time, then
// the highest value first.
func openingKey(o calllist.Opening, zone uint16) []byte {
	return join(
		openingPrefix(o.Blocked, o.Stream, zone),
		moment(o.At), inverted(o.Value), o.Customer[:],
	)
}

func openingPrefix(blocked bool, stream calllist.Stream, zone uint16) []byte {
	b := byte(0)
	if blocked {
		b = 1
	}
	return join([]byte{b, byte(stream)}, u16(zone))
}

const openingPrefixSize = 4

// inverted returns n so that bytes sort from the highest to the lowest.
func inverted(n int64) []byte { return u64(^(uint64(n) ^ 1<<63)) }

func uninverted(key []byte) int64 { return int64(^binary.BigEndian.Uint64(key) ^ 1<<63) }

// openingValue is what an opening tells besides where it lies: until when its
// customer rests and, if it has that, since when it counts. Nearly everybody has
// one of the stream of years, and few of those whose day it is were just called:
// there the rest is left out, so that not every call writes it.
func openingValue(o calllist.Opening) []byte {
	switch {
	case o.Stream == calllist.StreamYears:
		return []byte{}
	case !o.Since.IsZero():
		return join(moment(o.Rests), moment(o.Since))
	case !o.Rests.IsZero():
		return moment(o.Rests)
	}
	return []byte{}
}

// openingOf reads an opening; the range it was found in tells the rest.
func openingOf(r calllist.Range, key, value []byte) (calllist.Opening, error) {
	rest := key[openingPrefixSize:]
	o := calllist.Opening{
		Stream: r.Stream, Zone: r.Zone, Blocked: r.Blocked,
		At: momentOf(rest), Value: uninverted(rest[momentSize:]), Customer: tail(key),
	}
	switch len(value) {
	case 2 * momentSize:
		o.Rests, o.Since = momentOf(value), momentOf(value[momentSize:])
	case momentSize:
		o.Rests = momentOf(value)
	case 0:
	default:
		return o, damaged(fmt.Errorf("an opening with %d bytes", len(value)))
	}
	return o, nil
}

// reopen gathers the difference between the openings that a customer had and
// those they have. A nil summary is no customer.
func (w *writing) reopen(id app.ID, was, is *app.Summary, before, after app.Plan) error {
	if err := w.loadZones(); err != nil {
		return err
	}
	if err := w.ruled(before, after); err != nil {
		return err
	}
	old := make(map[string][]byte)
	if was != nil {
		for _, o := range w.rulesBefore.Openings(id, was) {
			key := openingKey(o, w.zones.number(o.Zone))
			if old[string(key)] == nil {
				old[string(key)] = openingValue(o)
				w.zones.count(o.Zone, -1)
			}
		}
	}
	now := make(map[string]bool)
	if is != nil {
		for _, o := range w.rulesAfter.Openings(id, is) {
			key := openingKey(o, w.zones.number(o.Zone))
			if now[string(key)] {
				continue
			}
			now[string(key)] = true
			w.zones.count(o.Zone, +1)
			value, before := openingValue(o), old[string(key)]
			if before == nil || !bytes.Equal(before, value) {
				w.put(inOpenings, key, value)
			}
		}
	}
	for key := range old {
		if !now[key] {
			w.remove(inOpenings, []byte(key))
		}
	}
	w.repool(id, was, is)
	return nil
}

// ruled makes the rules of the plan before and after: once a transaction, and
// once for both where the plan stays.
func (w *writing) ruled(before, after app.Plan) error {
	if w.rulesBefore != nil {
		return nil
	}
	w.rulesBefore = w.rules.Of(before)
	w.rulesAfter = w.rulesBefore
	if !w.replanned {
		return nil
	}
	changed, err := w.differ(before, after)
	if changed {
		w.rulesAfter = calllist.NewRules(after)
	}
	return err
}

// openings yields what lies in that range; the zone is its number, which it has
// not got if nothing is kept of it.
func (s *state) openings(r calllist.Range, zone uint16, kept bool, yield func(calllist.Opening) bool) error {
	a, err := s.ahead()
	if err != nil {
		return err
	}
	others, more := a.within(r), true
	if kept {
		prefix := openingPrefix(r.Blocked, r.Stream, zone)
		from, to := join(prefix, moment(whole(r.From))), join(prefix, moment(whole(r.To)))
		err = s.scan(inOpenings, from, to, func(k, v []byte) (bool, error) {
			o, err := openingOf(r, k, v)
			if err != nil || a.has(o.Customer) {
				return err == nil, err
			}
			for more && len(others) > 0 && compareOpenings(others[0], o) < 0 {
				more, others = yield(others[0]), others[1:]
			}
			more = more && yield(o)
			return more, nil
		})
	}
	for ; err == nil && more && len(others) > 0; others = others[1:] {
		more = yield(others[0])
	}
	return err
}

// whole rounds up to the second: what lies at whole seconds is at or after t
// exactly if it is at or after that second.
func whole(t time.Time) time.Time {
	if t.Nanosecond() > 0 {
		return t.Add(time.Second)
	}
	return t
}
