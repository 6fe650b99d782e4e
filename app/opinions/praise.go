package opinions

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/texts"
)

// Praised is one of the staff whom a customer praised.
type Praised struct {
	Told
	Staff   string
	Due     app.Day   // the last day to pass it on
	Overdue bool      // that day is over
	Passed  time.Time // when they were told; zero: not yet
}

// PraiseList is what is to be passed on, and what was.
type PraiseList struct {
	Waiting []Praised // the longest waiting first
	Passed  []Praised // newest first
	Within  int       // in how many days praise is passed on
}

// Praise returns the praise that waits to be passed on, all of it, and of what
// was passed on the last opinions, limit at most.
func (d *Desk) Praise(ctx context.Context, limit int) (PraiseList, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return PraiseList{}, fmt.Errorf("read the plan: %w", err)
	}
	waiting, passed, err := d.book.Praise(ctx, limit)
	if err != nil {
		return PraiseList{}, fmt.Errorf("read praise: %w", err)
	}
	list := PraiseList{Within: passOnWithin(plan)}
	names := d.namer()
	today := d.today(plan)
	for _, o := range waiting {
		told, err := names.told(ctx, o)
		if err != nil {
			return PraiseList{}, err
		}
		due := app.DayOf(o.Taken.In(plan.Location())) + app.Day(list.Within)
		for _, staff := range o.Unthanked() {
			list.Waiting = append(list.Waiting, Praised{Told: told, Staff: staff, Due: due, Overdue: today > due})
		}
	}
	slices.SortStableFunc(list.Waiting, func(a, b Praised) int { return a.Opinion.Taken.Compare(b.Opinion.Taken) })
	for _, o := range passed {
		told, err := names.told(ctx, o)
		if err != nil {
			return PraiseList{}, err
		}
		for _, p := range o.Passed {
			list.Passed = append(list.Passed, Praised{Told: told, Staff: p.Staff, Passed: p.At})
		}
	}
	slices.SortStableFunc(list.Passed, func(a, b Praised) int { return b.Passed.Compare(a.Passed) })
	return list, nil
}

func passOnWithin(plan app.Plan) int {
	if plan.PassOnWithin > 0 {
		return plan.PassOnWithin
	}
	return app.DefaultPassOn
}

// PassOn notes that one of the staff was told what a customer said of them; at
// that moment, the zero time being now. Telling them twice changes nothing. It
// returns an Error with CodeInvalid if the opinion does not praise them.
func (d *Desk) PassOn(ctx context.Context, opinion app.ID, staff string, at time.Time, by string) (app.Applied, error) {
	now := d.now()
	if at.IsZero() || at.After(now) {
		at = now
	}
	return d.revise(ctx, app.ActPassOn, by, opinion, func(o *app.Opinion) error {
		if !slices.Contains(o.Praise, staff) {
			return &app.Error{
				Code: app.CodeInvalid, Key: "error.opinion.praise.other", Field: FieldStaff, Args: app.Args{"Staff": texts.Quoted(staff)},
			}
		}
		if slices.Contains(o.Unthanked(), staff) {
			o.Passed = append(slices.Clone(o.Passed), app.Passed{Staff: staff, At: at.UTC().Truncate(time.Second)})
		}
		return nil
	})
}
