package review

import (
	"slices"
	"time"

	"ringback.app/app"
)

// complained adds the complaints of the period whose customers became what the
// number is about, the last first.
func (b *behind) complained(about About) error {
	all, err := b.received()
	if err != nil {
		return err
	}
	told := make(map[app.ID]time.Time)
	for _, c := range all {
		told[c.Customer] = later(told[c.Customer], c.LastTold())
	}
	for _, c := range slices.Backward(all) {
		wanted, err := b.became(c, about, told)
		if err != nil {
			return err
		}
		if !wanted {
			continue
		}
		if more, err := b.add(b.ofComplaint(c)); err != nil || !more {
			return err
		}
	}
	return nil
}

// received returns the complaints of the period, oldest first.
func (b *behind) received() (all []app.Complaint, err error) {
	from, to := b.span(b.period)
	err = b.snap.Complaints(from, to, func(c app.Complaint) bool { all = append(all, c); return true })
	return all, err
}

// ran adds how those clocks of the complaints of the period ran, or only those
// that ran out, the last first.
func (b *behind) ran(late bool, clocks func(app.Complaint) []timing) error {
	all, err := b.received()
	if err != nil {
		return err
	}
	for _, c := range slices.Backward(all) {
		wanted := slices.DeleteFunc(clocks(c), func(t timing) bool { return late && !t.late })
		if more, err := b.addAll(b.running(c, wanted...)); err != nil || !more {
			return err
		}
	}
	return nil
}

// running returns how clocks of a complaint ran, the last first.
func (b *behind) running(c app.Complaint, clocks ...timing) []Behind {
	var rows []Behind
	for _, t := range slices.Backward(clocks) {
		one := b.ofComplaint(c)
		if t.from.After(c.Received) {
			one.At, one.Day = t.from, dayOf(t.from, b.zone)
		}
		one.ran(t)
		rows = append(rows, one)
	}
	return rows
}

// addAll adds rows and tells whether there is room for more.
func (b *behind) addAll(rows []Behind) (more bool, err error) {
	for _, one := range rows {
		if more, err = b.add(one); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// became tells whether who complained was kept or lost since they told us last;
// each is asked about once, and told forgets them then.
func (b *behind) became(c app.Complaint, about About, told map[app.ID]time.Time) (bool, error) {
	since, left := told[c.Customer]
	if c.Customer.IsZero() || !left {
		return false, nil
	}
	delete(told, c.Customer)
	r, err := b.snap.Rhythm(c.Customer)
	return b.outcome(r, since) == map[About]outcome{AboutKept: kept, AboutLost: lost, AboutEarly: early}[about], err
}

func (b *behind) ofComplaint(c app.Complaint) Behind {
	return Behind{Customer: c.Customer, At: c.Received, Day: dayOf(c.Received, b.zone), Complaint: &c}
}

// ran notes how one of its clocks ran.
func (b *Behind) ran(t timing) { b.Clock, b.Took, b.Runs, b.Late = true, t.took, !t.done, t.late }
