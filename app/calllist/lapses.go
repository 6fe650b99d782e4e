package calllist

import "time"

// Lapses yields the openings of the customers who went quiet at from ≤ since <
// to, days of the shop's, and have neither bought nor been reached since, until
// yield returns false: those whom nobody may call, too, and each customer once.
func Lapses(snap Snapshot, from, to time.Time, yield func(o Opening, since time.Time) bool) error {
	plan, err := snap.Plan()
	if err != nil {
		return err
	}
	gap, err := snap.ShopGap()
	if err != nil {
		return err
	}
	zones, err := snap.Zones()
	if err != nil {
		return err
	}
	// Who will be quiet by then is: nothing can be known of after it.
	m := NewRules(plan).at(to.Add(-time.Nanosecond), gap)
	more := true
	for _, st := range goingQuietStretches(m) {
		if st.stream == StreamOwnRhythm {
			st.from = whole(from)
		}
		for _, zone := range zones {
			for _, blocked := range []bool{false, true} {
				if !more {
					return nil
				}
				r := Range{Stream: st.stream, Zone: zone, Blocked: blocked, From: st.from, To: st.to}
				if st.stream == StreamShopRhythm {
					r.From = m.start(m.day(from) - m.patience(gap) - 1)
				}
				err := snap.Openings(r, func(o Opening) bool {
					since, stands := o.At, true
					if st.due != nil {
						since, stands = st.due(o)
					}
					if stands && !since.Before(from) && since.Before(to) {
						more = yield(o, since)
					}
					return more
				})
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}
