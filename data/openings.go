package data

import (
	"encoding/binary"
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

// reopen gathers the difference between the openings that a customer had and
// those they have. A nil summary is no customer.
func (w *writing) reopen(id app.ID, was, is *app.Summary, before, after app.Plan) error {
	if err := w.loadZones(); err != nil {
		return err
	}
	if err := w.ruled(before, after); err != nil {
		return err
	}
	old := make(map[string]bool)
	if was != nil {
		for _, o := range w.rulesBefore.Openings(id, *was) {
			key := openingKey(o, w.zones.number(o.Zone))
			if !old[string(key)] {
				old[string(key)] = true
				w.zones.count(o.Zone, -1)
			}
		}
	}
	now := make(map[string]bool)
	if is != nil {
		for _, o := range w.rulesAfter.Openings(id, *is) {
			key := openingKey(o, w.zones.number(o.Zone))
			if now[string(key)] {
				continue
			}
			now[string(key)] = true
			w.zones.count(o.Zone, +1)
			if !old[string(key)] {
				w.put(inOpenings, key, nil)
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
	w.rulesBefore = calllist.NewRules(before)
	w.rulesAfter = w.rulesBefore
	changed, err := w.differ(before, after)
	if changed {
		w.rulesAfter = calllist.NewRules(after)
	}
	return err
}

// openings yields what lies in that range.
func (s *state) openings(r calllist.Range, yield func(calllist.Opening) bool) error {
	zones, err := s.readZones()
	if err != nil {
		return err
	}
	zone, ok := zones.numbers[r.Zone]
	if !ok {
		return nil
	}
	prefix := openingPrefix(r.Blocked, r.Stream, zone)
	from, to := join(prefix, moment(whole(r.From))), join(prefix, moment(whole(r.To)))
	return s.scan(inOpenings, from, to, func(k, _ []byte) (bool, error) {
		rest := k[openingPrefixSize:]
		return yield(calllist.Opening{
			Stream: r.Stream, Zone: r.Zone, Blocked: r.Blocked,
			At:       momentOf(rest),
			Value:    uninverted(rest[8:]),
			Customer: tail(k),
		}), nil
	})
}

// whole rounds up to the second: what lies at whole seconds is at or after t
// exactly if it is at or after that second.
func whole(t time.Time) time.Time {
	if t.Nanosecond() > 0 {
		return t.Add(time.Second)
	}
	return t
}
