package calling

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/refusing"
)

// longestCall is how long ago a call may have begun to be taken as just over
// when nobody said when it ended.
const longestCall = 4 * time.Hour

// Log puts a call on record with all that came of it, as one act: the call, what
// was said, what is to be put right, and what it taught us of the customer's
// numbers and wishes. The draft of the call goes with it.
//
// It returns FieldErrors for a report that cannot be taken, and an Error with
// CodeNotFound if the book does not know the customer; then nothing changes.
func (d *Desk) Log(ctx context.Context, r Report) (Logged, error) {
	var logged Logged
	now := d.now()
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		n, err := d.note(ctx, r, now)
		if err != nil {
			return app.Batch{}, err
		}
		logged = n.write()
		if err := d.refuse(ctx, n, &logged); err != nil {
			return app.Batch{}, err
		}
		return app.Batch{Act: app.ActLogCall, By: n.By, Changes: n.changes, Draft: DraftKey(r.Customer)}, nil
	})
	if err != nil {
		return Logged{}, err
	}
	logged.Batch = applied.Batch
	return logged, nil
}

// refuse puts what the customer refused in the call on the record of whoever may be
// them, too.
func (d *Desk) refuse(ctx context.Context, n *note, logged *Logged) (err error) {
	if n.Disposition != app.DoNotRing {
		return nil
	}
	wishes := slices.DeleteFunc(slices.Clone(n.customer.DoNotCall), func(w app.DoNotCall) bool { return w.Purpose != n.refused() })
	if logged.Refused, err = refusing.Others(ctx, d.book, n.customer, wishes); err != nil {
		return err
	}
	for _, other := range logged.Refused {
		n.changes = append(n.changes, app.Put(other))
	}
	return nil
}

// note reads what a report is about, and checks it.
func (d *Desk) note(ctx context.Context, r Report, now time.Time) (*note, error) {
	report := tidied(r)
	hourKnown := !report.Start.IsZero()
	if !hourKnown {
		report.Start = now
	}
	if report.End.IsZero() {
		report.End = now
		if now.Sub(report.Start) > longestCall {
			report.End = report.Start
		}
	}
	st, err := d.list.Standing(ctx, report.Customer, report.Start)
	if err != nil {
		return nil, err
	}
	bringForward(&st, report.Case)
	n := &note{
		Report: report, st: st, now: now, hourKnown: hourKnown,
		shop: st.Shop, ids: d.ids, customer: st.Customer,
	}
	if n.complaints, err = d.open(ctx, st); err != nil {
		return nil, err
	}
	if err = d.readMeant(ctx, n); err != nil {
		return nil, err
	}
	n.settle()
	if n.about, err = d.subject(ctx, st, n.headline, n.complaints, n.day(n.Start)); err != nil {
		return nil, err
	}
	return n, n.check()
}

// note is a report on its way into the book.
type note struct {
	Report
	st         calllist.Standing
	customer   app.Customer    // as it shall be
	complaints []app.Complaint // the open ones, oldest first
	now        time.Time
	hourKnown  bool // the report says when the call was made
	shop       *time.Location
	ids        *app.IDs

	headline calllist.Reason   // why they were called
	about    []app.ID          // the purchases it was about
	matter   *app.Complaint    // the complaint it was about
	meant    map[app.ID]string // what went wrong in those that the report names, also where they are over
	changes  []app.Change
}

// settle fills in what the report leaves to the card.
func (n *note) settle() {
	if n.By == "" {
		n.By = n.st.Plan.Owner
	}
	n.Number = n.dialled()
	if len(n.st.Reasons) > 0 {
		n.headline = n.st.Reasons[0]
	}
	if n.Reason.String() != "" && n.Reason != n.headline.Kind {
		n.headline = calllist.Reason{Kind: n.Reason}
		for _, r := range n.st.Reasons {
			if r.Kind == n.Reason {
				n.headline = r
				break
			}
		}
	}
	n.settleFixes()
	named := cmp.Or(n.Case, n.headline.Complaint)
	if n.Complaint != nil {
		named = cmp.Or(n.Complaint.Of, named)
	}
	if n.matter = matterOf(n.complaints, named, n.Fixes); n.matter != nil && !n.headline.Complaint.IsZero() && n.headline.Complaint != n.matter.ID {
		if bringForward(&n.st, n.matter.ID) {
			n.headline = n.st.Reasons[0]
		}
	}
	n.Reason = n.headline.Kind
	n.Next = n.nextStep()
}

// dialled returns the number as the customer's record dials it.
func (n *note) dialled() string {
	if n.Number == "" {
		return n.st.Number.Dialled()
	}
	if i := n.phone(n.Number); i >= 0 {
		return n.customer.Phones[i].Dialled()
	}
	return n.Number
}

// nextStep returns the next call, a day cut to its start. One without calls goes on
// to the next that has some, and who is to be called back and named no time is
// called on the first day after today.
func (n *note) nextStep() *app.NextStep {
	var next app.NextStep
	switch {
	case n.Next != nil:
		next = *n.Next
	case n.Disposition == app.CallBack:
		next.At = (n.today() + 1).Start(n.shop)
	default:
		return nil
	}
	if next.At = whole(next.At); !next.Timed && n.day(next.At) >= n.today() { // else it is refused
		next.At = n.st.Plan.Calling.DayFrom(n.day(next.At)).Start(n.shop).UTC()
	}
	return &next
}

func (n *note) day(t time.Time) app.Day { return app.DayOf(t.In(n.shop)) }

func (n *note) today() app.Day { return n.day(n.now) }
