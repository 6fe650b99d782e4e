package importing_test

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"reflect"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// shelf is a book in memory, as far as an import needs one.
type shelf struct {
	plan      app.Plan
	customers map[app.ID]app.Customer
	purchases map[app.ID]app.Purchase
	others    map[app.ID]app.Record // calls, opinions and complaints
	kept      map[string][]byte
	batches   []app.BatchInfo
	ids       *app.IDs
	forgotten map[string]bool // addresses for mail
	refuse    error           // what Apply answers
	edits     []app.Entry
}

func newShelf() *shelf {
	plan := app.DefaultPlan(app.CallingHours{})
	plan.Currency = "GBP"
	return &shelf{
		plan:      plan,
		customers: map[app.ID]app.Customer{},
		purchases: map[app.ID]app.Purchase{},
		others:    map[app.ID]app.Record{},
		kept:      map[string][]byte{},
		ids:       app.NewIDs(time.Now, rand.Reader),
	}
}

func (s *shelf) Match(_ context.Context, match func(importing.Known) error) error {
	return match(newView(s))
}

func (s *shelf) Batches(_ context.Context, limit int) ([]app.BatchInfo, error) {
	last := slices.Clone(s.batches[max(0, len(s.batches)-limit):])
	slices.Reverse(last)
	return last, nil
}

func (s *shelf) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return s.Apply(ctx, batch)
}

func (s *shelf) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	if s.refuse != nil {
		return app.Applied{}, s.refuse
	}
	done := app.Applied{Batch: s.ids.Next()}
	for _, c := range batch.Changes {
		switch r := c.Put.(type) {
		case app.Customer:
			if !reflect.DeepEqual(s.customers[r.ID], r) {
				done.Changed++
			}
			s.customers[r.ID] = r
		case app.Purchase:
			if _, ok := s.customers[r.Customer]; !ok {
				return done, errors.New("a purchase of nobody")
			}
			if !reflect.DeepEqual(s.purchases[r.ID], r) {
				done.Changed++
			}
			s.purchases[r.ID] = r
		case app.Plan:
			s.plan = r
			done.Changed++
		default:
			_, id := r.Key()
			s.others[id] = r
			done.Changed++
		}
	}
	maps.Copy(s.kept, batch.Keep)
	s.batches = append(s.batches, app.BatchInfo{ID: done.Batch, Act: batch.Act, Note: batch.Note})
	return done, nil
}

// view is one state of the shelf.
type view struct {
	*shelf
	references map[app.Reference][]app.ID
	phones     map[string][]app.ID
	emails     map[string][]app.ID
	bought     map[app.ID][]app.Purchase
}

func newView(s *shelf) *view {
	v := &view{
		shelf: s, references: map[app.Reference][]app.ID{}, phones: map[string][]app.ID{},
		emails: map[string][]app.ID{}, bought: map[app.ID][]app.Purchase{},
	}
	for id, c := range s.customers {
		for _, r := range c.References {
			v.references[r] = append(v.references[r], id)
		}
		for _, p := range c.Phones {
			v.phones[folding.Digits(p.Dialled())] = append(v.phones[folding.Digits(p.Dialled())], id)
		}
		for _, e := range c.Emails {
			v.emails[folding.Fold(e.Address)] = append(v.emails[folding.Fold(e.Address)], id)
		}
	}
	for _, p := range s.purchases {
		v.bought[p.Customer] = append(v.bought[p.Customer], p)
	}
	return v
}

func (v *view) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	return v.references[app.Reference{Kind: kind, Value: value}], nil
}

func (v *view) ByPhone(dialled string) ([]app.ID, error) {
	return v.phones[folding.Digits(dialled)], nil
}

func (v *view) ByEmail(address string) ([]app.ID, error) { return v.emails[folding.Fold(address)], nil }

func (v *view) ByName(words []string) (found []app.ID, err error) {
	for id, c := range v.customers {
		has := alike.Words(c)
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) }) {
			found = append(found, id)
		}
	}
	slices.SortFunc(found, app.ID.Compare)
	return found, nil
}

func (v *view) Forgotten(c app.Customer) (bool, error) {
	return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return v.forgotten[e.Address] }), nil
}

func (v *view) Customer(id app.ID) (app.Customer, error) {
	c, ok := v.customers[id]
	if !ok {
		return c, &app.Error{Code: app.CodeNotFound}
	}
	return c, nil
}

func (v *view) Edits(yield func(app.Entry) error) error {
	for _, e := range slices.Backward(v.edits) {
		if err := yield(e); err != nil {
			return err
		}
	}
	return nil
}

func (v *view) PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error) {
	var ids []app.ID
	for _, p := range v.bought[customer] {
		if p.Receipt == receipt {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

func (v *view) Purchase(id app.ID) (app.Purchase, error) { return v.purchases[id], nil }

func (v *view) Purchases(customer app.ID) ([]app.Purchase, error) {
	all := slices.Clone(v.bought[customer])
	slices.SortFunc(all, func(a, b app.Purchase) int { return a.ID.Compare(b.ID) })
	return all, nil
}

func (v *view) Plan() (app.Plan, error) { return v.plan, nil }

func (v *view) Record(kind app.Kind, id app.ID) (app.Record, error) {
	var record app.Record
	ok := false
	switch kind {
	case app.KindCustomer:
		record, ok = v.customers[id]
	case app.KindPurchase:
		record, ok = v.purchases[id]
	case app.KindPlan:
		record, ok = v.plan, true
	default:
		record, ok = v.others[id]
	}
	if !ok {
		return nil, &app.Error{Code: app.CodeNotFound}
	}
	return record, nil
}

func (v *view) Size() (app.Size, error) {
	return app.Size{Customers: len(v.customers), Purchases: len(v.purchases), Calls: len(v.others)}, nil
}

func (s *shelf) Kept(_ context.Context, key string) ([]byte, error) { return s.kept[key], nil }
