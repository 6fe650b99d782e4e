package data

import (
	"context"
	"slices"

	"ringback.app/app"
)

func complaintOfKey(c app.Complaint) []byte { return join(c.Customer[:], moment(c.Received), c.ID[:]) }

func (w *writing) reindexComplaint(p part) {
	if was, ok := p.was.(app.Complaint); ok {
		w.remove(inComplaintsByCustomer, complaintOfKey(was))
	}
	if is, ok := p.is.(app.Complaint); ok {
		w.put(inComplaintsByCustomer, complaintOfKey(is), nil)
	}
}

// Complaint returns the complaint of that ID, or an Error with CodeNotFound.
func (b *Book) Complaint(ctx context.Context, id app.ID) (c app.Complaint, err error) {
	err = b.view(ctx, func(s *state) error {
		c, err = one[app.Complaint](s, id)
		return err
	})
	return c, err
}

// Complaints returns a customer's complaints, oldest first, closed ones too.
func (b *Book) Complaints(ctx context.Context, customer app.ID) (all []app.Complaint, err error) {
	err = b.view(ctx, func(s *state) error {
		all, err = newest[app.Complaint](s, inComplaintsByCustomer, customer, 0)
		return err
	})
	slices.Reverse(all)
	return all, err
}
