// Package opinionstest keeps a shop's opinions in memory, for tests of what is
// built on them.
package opinionstest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// Shop is a book in memory. It is not for concurrent use.
type Shop struct {
	Now       app.Plan // the plan
	Customers map[app.ID]app.Customer
	Told      map[app.ID]app.Opinion
	Wrongs    map[app.ID]app.Complaint
	Bought    []app.Purchase
	Batches   []app.Batch // applied, oldest first
	Drafts    map[string][]byte
	Fail      error // what the next Apply returns
	before    []map[app.ID]app.Opinion
}

// New returns a shop with those in it.
func New(plan app.Plan, records ...app.Record) *Shop {
	s := &Shop{
		Now: plan, Customers: make(map[app.ID]app.Customer), Told: make(map[app.ID]app.Opinion),
		Wrongs: make(map[app.ID]app.Complaint), Drafts: make(map[string][]byte),
	}
	for _, r := range records {
		s.put(r)
	}
	return s
}

func (s *Shop) put(r app.Record) {
	switch r := r.(type) {
	case app.Customer:
		s.Customers[r.ID] = r
	case app.Purchase:
		s.Bought = append(s.Bought, r)
	case app.Opinion:
		s.Told[r.ID] = r
	case app.Complaint:
		s.Wrongs[r.ID] = r
	}
}

func unknown() error { return &app.Error{Code: app.CodeNotFound, Key: "error.not-found"} }

// Act applies the batch that decide returns.
func (s *Shop) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return s.Apply(ctx, batch)
}

// Apply writes the batch.
func (s *Shop) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	if s.Fail != nil {
		err := s.Fail
		s.Fail = nil
		return app.Applied{}, err
	}
	s.before = append(s.before, maps.Clone(s.Told))
	batch.ID = app.ID{0: 9, 15: byte(len(s.Batches) + 1)}
	s.Batches = append(s.Batches, batch)
	for _, c := range batch.Changes {
		s.put(c.Put)
	}
	delete(s.Drafts, batch.Draft)
	return app.Applied{Batch: batch.ID, Changed: len(batch.Changes)}, nil
}

// Undo takes the last batch's opinions back.
func (s *Shop) Undo(context.Context, app.ID, string) (app.Applied, error) {
	s.Told = s.before[len(s.before)-1]
	return app.Applied{Batch: app.ID{0: 8}, Changed: 1}, nil
}

// Plan returns the plan.
func (s *Shop) Plan(context.Context) (app.Plan, error) { return s.Now, nil }

// Customer returns a customer.
func (s *Shop) Customer(_ context.Context, id app.ID) (app.Customer, error) {
	c, ok := s.Customers[id]
	if !ok {
		return c, unknown()
	}
	return c, nil
}

// Opinion returns an opinion.
func (s *Shop) Opinion(_ context.Context, id app.ID) (app.Opinion, error) {
	o, ok := s.Told[id]
	if !ok {
		return o, unknown()
	}
	return o, nil
}

// all returns the opinions that pass, newest first.
func (s *Shop) all(pass func(app.Opinion) bool, limit int) []app.Opinion {
	var all []app.Opinion
	for _, o := range s.Told {
		if pass(o) {
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b app.Opinion) int { return cmp.Or(b.Taken.Compare(a.Taken), b.ID.Compare(a.ID)) })
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all
}

// Opinions returns a customer's opinions, newest first.
func (s *Shop) Opinions(_ context.Context, customer app.ID, limit int) ([]app.Opinion, error) {
	return s.all(func(o app.Opinion) bool { return o.Customer == customer }, limit), nil
}

// OpinionsBetween yields opinions by Taken, oldest first.
func (s *Shop) OpinionsBetween(_ context.Context, from, to time.Time, yield func(app.Opinion) bool) error {
	for _, o := range slices.Backward(s.all(func(o app.Opinion) bool { return !o.Taken.Before(from) && o.Taken.Before(to) }, 0)) {
		if !yield(o) {
			break
		}
	}
	return nil
}

// FindOpinions returns those that match, newest first; it knows nothing of
// purchases.
func (s *Shop) FindOpinions(_ context.Context, q app.OpinionQuery) ([]app.Opinion, error) {
	return s.all(func(o app.Opinion) bool { return s.matches(o, q) }, q.Limit), nil
}

func (s *Shop) matches(o app.Opinion, q app.OpinionQuery) bool {
	day := app.DayOf(o.Taken.In(s.Now.Location()))
	for word := range strings.FieldsSeq(folding.Fold(q.Words)) {
		if !strings.Contains(" "+folding.Fold(o.Verbatim), " "+word) {
			return false
		}
	}
	themed := q.Theme == "" || slices.ContainsFunc(o.Themes, func(t string) bool { return folding.Fold(t) == folding.Fold(q.Theme) })
	return themed && (q.From == 0 || day >= q.From) && (q.To == 0 || day < q.To) &&
		(!q.Unhappy || o.Unhappy()) && (q.Source == "" || q.Source == o.Source)
}

// Praise returns the opinions with praise to pass on, and with praise that was.
func (s *Shop) Praise(_ context.Context, limit int) (waiting, passed []app.Opinion, err error) {
	waiting = s.all(func(o app.Opinion) bool { return len(o.Unthanked()) > 0 }, 0)
	return waiting, s.all(func(o app.Opinion) bool { return len(o.Passed) > 0 }, limit), nil
}

// Quotes returns the opinions with leave to publish, withdrawn or not.
func (s *Shop) Quotes(_ context.Context, limit int) ([]app.Opinion, error) {
	return s.all(func(o app.Opinion) bool { return o.Quote != nil }, limit), nil
}

// Complaints returns a customer's complaints, oldest first.
func (s *Shop) Complaints(_ context.Context, customer app.ID) ([]app.Complaint, error) {
	var all []app.Complaint
	for _, c := range s.Wrongs {
		if c.Customer == customer {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b app.Complaint) int { return cmp.Or(a.Received.Compare(b.Received), a.ID.Compare(b.ID)) })
	return all, nil
}

// Search finds customers by their names.
func (s *Shop) Search(_ context.Context, query string, limit int) ([]app.Found, error) {
	var found []app.Found
	for _, id := range slices.SortedFunc(maps.Keys(s.Customers), app.ID.Compare) {
		c := s.Customers[id]
		all := true
		for word := range strings.FieldsSeq(folding.Fold(query)) {
			all = all && strings.Contains(" "+folding.Fold(c.Called()), " "+word)
		}
		if all && len(found) < limit {
			found = append(found, app.Found{Listed: app.Listed{ID: id, Name: c.Called()}, Where: app.FoundName})
		}
	}
	return found, nil
}

// Keep keeps a draft.
func (s *Shop) Keep(_ context.Context, key string, value []byte) error {
	s.Drafts[key] = slices.Clone(value)
	return nil
}

// Kept returns a draft.
func (s *Shop) Kept(_ context.Context, key string) ([]byte, error) { return s.Drafts[key], nil }

// Drop drops a draft.
func (s *Shop) Drop(_ context.Context, key string) error {
	delete(s.Drafts, key)
	return nil
}

// PurchasesBetween yields those of the days.
func (s *Shop) PurchasesBetween(_ context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	for _, p := range s.Bought {
		if p.Day >= from && p.Day < to && !yield(p) {
			break
		}
	}
	return nil
}

// Match shows what is known.
func (s *Shop) Match(_ context.Context, match func(importing.Known) error) error {
	return match(known{shop: s})
}

// known is the part of importing.Known that opinions ask for.
type known struct {
	importing.Known
	shop *Shop
}

func (k known) find(has func(app.Customer) bool) ([]app.ID, error) {
	var ids []app.ID
	for id, c := range k.shop.Customers {
		if has(c) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, app.ID.Compare)
	return ids, nil
}

func (k known) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool { return c.Reference(kind) == value })
}

func (k known) ByPhone(dialled string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Phones, func(p app.Phone) bool { return p.Dialled() == dialled })
	})
}

func (k known) ByEmail(address string) ([]app.ID, error) {
	return k.find(func(c app.Customer) bool {
		return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return folding.Fold(e.Address) == folding.Fold(address) })
	})
}

func (k known) Customer(id app.ID) (app.Customer, error) {
	return k.shop.Customer(context.Background(), id)
}

func (k known) Plan() (app.Plan, error) { return k.shop.Now, nil }

func (k known) Purchases(customer app.ID) ([]app.Purchase, error) {
	return slices.DeleteFunc(slices.Clone(k.shop.Bought), func(p app.Purchase) bool { return p.Customer != customer }), nil
}
