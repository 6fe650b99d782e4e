package loyalty

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
)

// PreviewDays is how many days back a change of the rules is tried on, today
// among them.
const PreviewDays = 30

// MaxExamples is how many people a preview names of each sort.
const MaxExamples = 3

// Preview is whom the list would have named lately by other rules than the
// book's: for going quiet, for never having been asked, and to be thanked. The
// capacity of a day's list and quiet hours are left out of account; see
// calllist.Replay.
type Preview struct {
	From, To      app.Day // from ≤ day < to
	Before, After int     // people, each once: by the rules of the book, and by the others
	Kinds         []Shift // of calllist.ReplayedKinds, in that order
	Added         []Person
	Gone          []Person // who would not have been named any more; of both the most valuable, MaxExamples at most
	MoreAdded     int      // how many others
	MoreGone      int
}

// Shift is how many people would have been named for one kind of reason.
type Shift struct {
	Kind          app.ReasonKind
	Before, After int
}

// Same tells whether the other rules would have named the same people for the
// same reasons, as far as numbers tell.
func (p Preview) Same() bool {
	same := !slices.ContainsFunc(p.Kinds, func(s Shift) bool { return s.Before != s.After })
	return same && len(p.Added)+len(p.Gone) == 0
}

// Preview tries other rules on the last PreviewDays. Progress, which may be nil,
// is told the part that is done, 0 to 1, on the caller's goroutine. It takes the
// whole book, and ends with the context's error as soon as that is done.
func (d *Desk) Preview(ctx context.Context, changed app.Plan, progress func(part float64)) (Preview, error) {
	size, err := d.book.Size(ctx)
	if err != nil {
		return Preview{}, fmt.Errorf("preview of rules: %w", err)
	}
	var p Preview
	err = d.book.ReadReview(ctx, func(snap review.Snapshot) error {
		plan, err := snap.Plan()
		if err != nil {
			return err
		}
		gap, err := snap.ShopGap()
		if err != nil {
			return err
		}
		today := app.DayOf(d.clock().In(plan.Location()))
		p.From, p.To = today-PreviewDays+1, today+1
		before, after := calllist.NewRules(plan).Replay(p.From, p.To, gap), calllist.NewRules(changed).Replay(p.From, p.To, gap)
		steps := newSteps(size.Customers, progress)
		err = everybody(ctx, snap, func(id app.ID, s *app.Summary) {
			before.Add(id, s)
			after.Add(id, s)
			steps.one()
		})
		if err != nil {
			return err
		}
		return p.compare(snap, before, after)
	})
	if err != nil {
		return Preview{}, fmt.Errorf("preview of rules: %w", err)
	}
	return p, nil
}

func (p *Preview) compare(snap review.Snapshot, before, after *calllist.Replay) error {
	was, is := make(map[app.ID]bool), make(map[app.ID]bool)
	for _, k := range calllist.ReplayedKinds() {
		s := Shift{Kind: k, Before: len(before.Named(k)), After: len(after.Named(k))}
		p.Kinds = append(p.Kinds, s)
		for _, id := range before.Named(k) {
			was[id] = true
		}
		for _, id := range after.Named(k) {
			is[id] = true
		}
	}
	p.Before, p.After = len(was), len(is)
	var err error
	if p.Added, p.MoreAdded, err = examples(snap, is, was); err != nil {
		return err
	}
	p.Gone, p.MoreGone, err = examples(snap, was, is)
	return err
}

// examples returns the most valuable of those who are not among the others, and
// how many more there are.
func examples(snap review.Snapshot, of, others map[app.ID]bool) ([]Person, int, error) {
	var found []Member
	for id := range of {
		if others[id] {
			continue
		}
		s, err := snap.Summary(id)
		if err != nil {
			return nil, 0, err
		}
		found = append(found, Member{Customer: id, YearValue: s.Buying.YearValue})
	}
	slices.SortFunc(found, func(a, b Member) int {
		return cmp.Or(cmp.Compare(b.YearValue, a.YearValue), a.Customer.Compare(b.Customer))
	})
	var named []Person
	for _, m := range found[:min(len(found), MaxExamples)] {
		c, err := snap.Customer(m.Customer)
		if err != nil {
			return nil, 0, err
		}
		named = append(named, Person{Member: m, Customer: c})
	}
	return named, len(found) - len(named), nil
}

// steps tells how far something has come, a hundred times at the most.
type steps struct {
	all, done, next int
	tell            func(part float64)
}

func newSteps(all int, tell func(part float64)) *steps { return &steps{all: max(1, all), tell: tell} }

func (s *steps) one() {
	s.done++
	if s.tell == nil || s.done < s.next {
		return
	}
	s.tell(min(1, float64(s.done)/float64(s.all)))
	s.next = s.done + max(1, s.all/100)
}
