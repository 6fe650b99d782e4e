package complaints

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Case is a complaint with what there is to know before it is opened.
type Case struct {
	Complaint app.Complaint
	Customer  app.Customer // zero while nobody knows whose it is
	Sender    string       // who it is from as the card says, while Customer is zero
	Stage     Stage
	Clock     Clock
	OwnerMust bool     // the owner must call: it was marked, or the customer is valuable
	Valuable  bool     // the customer spends at least the plan's OwnerFrom a year
	Again     []string // its themes that an earlier complaint of theirs was about, too
}

// Overview is what there is to put right at a moment.
type Overview struct {
	At   time.Time
	Plan app.Plan
	// Cases are the open ones: the late ones first, the latest of all at the top,
	// then those with the least time left, then those that only wait to be asked
	// whether the fix worked.
	Cases []Case
	Late  int // how many of them are late
}

// Open returns the open complaints.
func (d *Desk) Open(ctx context.Context) (Overview, error) {
	all, err := d.book.OpenComplaints(ctx)
	if err != nil {
		return Overview{}, err
	}
	o, err := d.overview(ctx, all)
	if err != nil {
		return Overview{}, err
	}
	slices.SortStableFunc(o.Cases, compare)
	return o, nil
}

// How far back Ended looks: for complaints that ended, and for when those were
// received; and how far ahead, for those told to a desktop whose clock is ahead of
// ours.
const (
	endedFor      = 30 * 24 * time.Hour
	receivedFor   = 365 * 24 * time.Hour
	receivedAhead = 24 * time.Hour
)

// Ended returns the complaints that were confirmed or closed in the last 30
// days, the last one first.
func (d *Desk) Ended(ctx context.Context) (Overview, error) {
	now := d.now()
	var all []app.Complaint
	err := d.book.ComplaintsBetween(ctx, now.Add(-receivedFor), now.Add(receivedAhead), func(c app.Complaint) bool {
		if !c.Open() && c.Ended().After(now.Add(-endedFor)) {
			all = append(all, c)
		}
		return true
	})
	if err != nil {
		return Overview{}, err
	}
	slices.SortStableFunc(all, func(a, b app.Complaint) int {
		return cmp.Or(b.Ended().Compare(a.Ended()), a.ID.Compare(b.ID))
	})
	return d.overview(ctx, all)
}

func (d *Desk) overview(ctx context.Context, all []app.Complaint) (Overview, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return Overview{}, err
	}
	k := d.clocks(plan)
	o := Overview{At: k.now, Plan: plan, Cases: make([]Case, 0, len(all))}
	for _, c := range all {
		if err := ctx.Err(); err != nil {
			return Overview{}, err
		}
		one, err := d.caseOf(ctx, c, plan, k)
		if err != nil {
			return Overview{}, err
		}
		if one.Clock.Late {
			o.Late++
		}
		o.Cases = append(o.Cases, one)
	}
	return o, nil
}

// Late returns how many complaints are open, and how many of them are late. It
// reads no more than the complaints.
func (d *Desk) Late(ctx context.Context) (open, late int, err error) {
	all, err := d.book.OpenComplaints(ctx)
	if err != nil {
		return 0, 0, err
	}
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return 0, 0, err
	}
	k := d.clocks(plan)
	for _, c := range all {
		if k.late(c) {
			late++
		}
	}
	return len(all), late, nil
}

func (d *Desk) caseOf(ctx context.Context, c app.Complaint, plan app.Plan, k clocks) (Case, error) {
	one := Case{Complaint: c, Stage: StageOf(c), Clock: k.of(c), OwnerMust: c.ForOwner}
	if c.Customer.IsZero() {
		said, err := d.opinion(ctx, c)
		one.Sender = said.Sender
		return one, err
	}
	var err error
	if one.Customer, err = d.book.Customer(ctx, c.Customer); err != nil {
		return Case{}, err
	}
	summary, err := d.book.Summary(ctx, c.Customer)
	if err != nil {
		return Case{}, err
	}
	one.Valuable = plan.OwnerCalls(summary.Buying.YearValue)
	one.OwnerMust = one.OwnerMust || one.Valuable
	if len(c.Themes) == 0 {
		return one, nil
	}
	theirs, err := d.book.Complaints(ctx, c.Customer)
	one.Again = again(c, theirs)
	return one, err
}

// opinion returns the opinion that the complaint began with, a zero one if there
// is none.
func (d *Desk) opinion(ctx context.Context, c app.Complaint) (app.Opinion, error) {
	if c.Opinion.IsZero() {
		return app.Opinion{}, nil
	}
	said, err := d.book.Opinion(ctx, c.Opinion)
	if err != nil && app.CodeOf(err) == app.CodeNotFound {
		return app.Opinion{}, nil // an undo took it out of the book
	}
	return said, err
}

// again returns the themes of a complaint that one before it was about, too.
func again(c app.Complaint, theirs []app.Complaint) []string {
	before := make(map[string]bool)
	for _, other := range theirs {
		if other.ID == c.ID || cmp.Or(other.Received.Compare(c.Received), other.ID.Compare(c.ID)) > 0 {
			continue
		}
		for _, t := range other.Themes {
			before[folding.Fold(t)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(c.Themes), func(t string) bool { return !before[folding.Fold(t)] })
}

// compare gives the order of the open cases.
func compare(a, b Case) int {
	_, ends := a.Clock.First()
	_, other := b.Clock.First()
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		ends.Compare(other),
		a.Complaint.Received.Compare(b.Complaint.Received),
		a.Complaint.ID.Compare(b.Complaint.ID),
	)
}

func rank(c Case) int {
	switch {
	case c.Clock.Late:
		return 0
	case c.Clock.Kind != ClockCheck:
		return 1
	}
	return 2
}
