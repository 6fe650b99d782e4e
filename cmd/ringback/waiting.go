package main

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// waiting is the book with its complaints across all customers, gathered one
// customer after the other until the book keeps them together itself.
type waiting struct{ *data.Book }

// Opinion returns the opinion of that ID, or an Error with CodeNotFound.
func (w waiting) Opinion(ctx context.Context, id app.ID) (app.Opinion, error) {
	found := app.Opinion{}
	err := w.OpinionsBetween(ctx, time.Unix(0, 0), time.Now().AddDate(100, 0, 0), func(o app.Opinion) bool {
		if o.ID == id {
			found = o
		}
		return o.ID != id
	})
	if err == nil && found.ID.IsZero() {
		err = &app.Error{Code: app.CodeNotFound, Key: "error.internal"}
	}
	return found, err
}

// OpenComplaints returns the open complaints, oldest first.
func (w waiting) OpenComplaints(ctx context.Context) ([]app.Complaint, error) {
	all, err := w.all(ctx)
	return slices.DeleteFunc(all, func(c app.Complaint) bool { return !c.Open() }), err
}

// ComplaintsBetween yields those that were received in from ≤ t < to, oldest
// first.
func (w waiting) ComplaintsBetween(ctx context.Context, from, to time.Time, yield func(app.Complaint) bool) error {
	all, err := w.all(ctx)
	for _, c := range all {
		if !c.Received.Before(from) && c.Received.Before(to) && !yield(c) {
			break
		}
	}
	return err
}

func (w waiting) all(ctx context.Context) ([]app.Complaint, error) {
	ids := []app.ID{{}}
	err := w.Customers(ctx, func(l app.Listed) bool {
		ids = append(ids, l.ID)
		return true
	})
	if err != nil {
		return nil, err
	}
	var all []app.Complaint
	for _, id := range ids {
		theirs, err := w.Complaints(ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, theirs...)
	}
	slices.SortFunc(all, func(a, b app.Complaint) int {
		return cmp.Or(a.Received.Compare(b.Received), a.ID.Compare(b.ID))
	})
	return all, nil
}
