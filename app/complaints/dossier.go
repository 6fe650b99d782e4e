package complaints

import (
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// Dossier is everything about one complaint.
type Dossier struct {
	Case
	At      time.Time
	Plan    app.Plan
	Opinion app.Opinion    // what it began with; zero if that is not on record
	Bought  []app.Purchase // the purchases it is about
	Before  []Earlier      // earlier ones of the same customer about the same, newest first
	Steps   []Step         // what was done about it and not taken back, newest first
}

// Earlier is a complaint of the same customer about the same, with the day on
// which they said it: a card is written before it is received.
type Earlier struct {
	app.Complaint
	Said app.Day
}

// Dossier returns everything about a complaint, or an Error with CodeNotFound.
func (d *Desk) Dossier(ctx context.Context, complaint app.ID) (Dossier, error) {
	c, err := d.book.Complaint(ctx, complaint)
	if err != nil {
		return Dossier{}, err
	}
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return Dossier{}, err
	}
	k := d.clocks(plan)
	s := Dossier{At: k.now, Plan: plan}
	if s.Case, err = d.caseOf(ctx, c, plan, k); err != nil {
		return Dossier{}, err
	}
	if s.Opinion, err = d.opinion(ctx, c); err != nil {
		return Dossier{}, err
	}
	if s.Bought, err = d.bought(ctx, s.Opinion); err != nil {
		return Dossier{}, err
	}
	if s.Steps, err = d.steps(ctx, c, s.Opinion); err != nil {
		return Dossier{}, err
	}
	if c.Customer.IsZero() {
		return s, nil
	}
	s.Before, err = d.before(ctx, s.Case, plan)
	return s, err
}

func (d *Desk) bought(ctx context.Context, said app.Opinion) ([]app.Purchase, error) {
	var bought []app.Purchase
	for _, id := range said.About {
		p, err := d.book.Purchase(ctx, id)
		if err != nil && app.CodeOf(err) == app.CodeNotFound {
			continue // an undo took it out of the book
		}
		if err != nil {
			return nil, err
		}
		bought = append(bought, p)
	}
	return bought, nil
}

// before returns the customer's earlier complaints that share a theme with it.
func (d *Desk) before(ctx context.Context, one Case, plan app.Plan) ([]Earlier, error) {
	if len(one.Again) == 0 {
		return nil, nil
	}
	theirs, err := d.book.Complaints(ctx, one.Complaint.Customer)
	if err != nil {
		return nil, err
	}
	theirs = slices.DeleteFunc(theirs, func(other app.Complaint) bool {
		return other.Received.After(one.Complaint.Received) || other.ID == one.Complaint.ID ||
			len(again(one.Complaint, []app.Complaint{other})) == 0
	})
	before := make([]Earlier, 0, len(theirs))
	for _, c := range slices.Backward(theirs) {
		said, err := d.opinion(ctx, c)
		if err != nil {
			return nil, err
		}
		earlier := Earlier{Complaint: c, Said: app.DayOf(c.Received.In(plan.Location()))}
		if !said.ID.IsZero() && !said.Undated {
			earlier.Said = said.Said
		}
		before = append(before, earlier)
	}
	return before, nil
}
