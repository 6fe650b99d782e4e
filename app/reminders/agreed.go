package reminders

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// appointment is something agreed on for an hour: a call, or a deed promised about a
// complaint that was put right or is over.
type appointment struct {
	customer app.ID
	due      time.Time
	of       app.ID // of a deed: the complaint
}

func (a appointment) isDeed() bool { return !a.of.IsZero() }

// agreed returns the calls that were promised, or asked for, at an hour, and the
// deeds. Calls for a day are part of the morning's number.
func agreed(entries []calllist.Entry) []appointment {
	var all []appointment
	for _, e := range entries {
		for _, reason := range e.Reasons {
			promised := reason.Kind == app.Promised || reason.Kind == app.CallAgain && reason.Asked
			if promised && !reason.By.IsZero() {
				all = append(all, appointment{e.Customer.ID, reason.By, reason.Of})
			}
		}
	}
	return all
}

// knownLate tells of a deed whose hour was past when its complaint was closed: who
// closed it saw that it was late. While the book cannot tell, it is not.
func (r *Reminders) knownLate(ctx context.Context, a appointment) bool {
	if !a.isDeed() {
		return false
	}
	c, err := r.book.Complaint(ctx, a.of)
	return err == nil && a.due.Before(c.FixedAt())
}

// due is what of one sort is to be told.
type due struct {
	kind, missed Kind
	told         []Notice
	before       int // what came due while nobody was told
}

func (d *due) add(a appointment, now time.Time, inTime bool) {
	if !inTime {
		d.before++
		return
	}
	d.told = append(d.told, Notice{Kind: d.kind, Customer: a.customer, Due: a.due, Now: now})
}

// notices returns what was missed in one number, and what comes due by itself where
// it is alone.
func (d *due) notices() []Notice {
	var all []Notice
	if d.before > 0 {
		all = append(all, Notice{Kind: d.missed, Count: d.before})
	}
	if len(d.told) > 1 {
		return append(all, Notice{Kind: d.kind, Count: len(d.told)})
	}
	return append(all, d.told...)
}
