package review

import (
	"slices"
	"time"

	"ringback.app/app"
)

// complained adds the complaints of the period that the number is about, the
// last first.
func (b *behind) complained(about About) error {
	from, to := b.span(b.period)
	var all []app.Complaint
	if err := b.snap.Complaints(from, to, func(c app.Complaint) bool { all = append(all, c); return true }); err != nil {
		return err
	}
	told := make(map[app.ID]time.Time)
	for _, c := range all {
		told[c.Customer] = later(told[c.Customer], c.LastTold())
	}
	for _, c := range slices.Backward(all) {
		var rows []Behind
		switch about {
		case AboutReplies:
			rows = b.running(c, b.reply(c))
		case AboutFixes:
			rows = b.running(c, b.fixes(c)...)
		case AboutLate:
			rows = b.broken(c)
		default:
			wanted, err := b.became(c, about, told)
			if err != nil {
				return err
			}
			if wanted {
				rows = []Behind{b.ofComplaint(c)}
			}
		}
		if more, err := b.addAll(rows); err != nil || !more {
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

// broken returns a complaint of which any clock ran out, with that of its fix.
func (b *behind) broken(c app.Complaint) []Behind {
	fixes := b.fixes(c)
	i := slices.IndexFunc(fixes, func(t timing) bool { return t.late })
	if i < 0 {
		if !b.reply(c).late {
			return nil
		}
		i = len(fixes) - 1
	}
	one := b.ofComplaint(c)
	one.ran(fixes[i])
	one.Late = true
	return []Behind{one}
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

// late adds the clocks that ran out of the complaints of the period.
func (b *behind) late(clocks func(app.Complaint) []timing) error {
	from, to := b.span(b.period)
	var all []app.Complaint
	if err := b.snap.Complaints(from, to, func(c app.Complaint) bool { all = append(all, c); return true }); err != nil {
		return err
	}
	for _, c := range slices.Backward(all) {
		late := slices.DeleteFunc(clocks(c), func(t timing) bool { return !t.late })
		if more, err := b.addAll(b.running(c, late...)); err != nil || !more {
			return err
		}
	}
	return nil
}
