package importingtest

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// Shelf is a book in memory, as far as an import needs one.
type Shelf struct {
	Settings  app.Plan
	Customers map[app.ID]app.Customer
	Bought    map[app.ID]app.Purchase
	Others    map[app.ID]app.Record // calls, opinions and complaints
	Notes     map[string][]byte
	Log       []app.BatchInfo
	IDs       *app.IDs
	Forgotten map[string]bool // addresses for mail
	refuse    error           // what Apply answers
	edits     []app.Entry
}

// NewShelf returns an empty book in pounds.
func NewShelf() *Shelf {
	plan := app.DefaultPlan(app.CallingHours{})
	plan.Currency = "GBP"
	return &Shelf{
		Settings:  plan,
		Customers: map[app.ID]app.Customer{},
		Bought:    map[app.ID]app.Purchase{},
		Others:    map[app.ID]app.Record{},
		Notes:     map[string][]byte{},
		IDs:       app.NewIDs(time.Now, rand.Reader),
	}
}

func (s *Shelf) Match(_ context.Context, match func(importing.Known) error) error {
	return match(NewView(s))
}

func (s *Shelf) Batches(_ context.Context, limit int) ([]app.BatchInfo, error) {
	last := slices.Clone(s.Log[max(0, len(s.Log)-limit):])
	slices.Reverse(last)
	return last, nil
}

func (s *Shelf) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	batch, err := decide()
	if err != nil {
		return app.Applied{}, err
	}
	return s.Apply(ctx, batch)
}

func (s *Shelf) Apply(_ context.Context, batch app.Batch) (app.Applied, error) {
	if s.refuse != nil {
		return app.Applied{}, s.refuse
	}
	done := app.Applied{Batch: s.IDs.Next()}
	for _, c := range batch.Changes {
		switch r := c.Put.(type) {
		case app.Customer:
			if !reflect.DeepEqual(s.Customers[r.ID], r) {
				done.Changed++
			}
			s.Customers[r.ID] = r
		case app.Purchase:
			if _, ok := s.Customers[r.Customer]; !ok {
				return done, errors.New("a purchase of nobody")
			}
			if !reflect.DeepEqual(s.Bought[r.ID], r) {
				done.Changed++
			}
			s.Bought[r.ID] = r
		case app.Plan:
			s.Settings = r
			done.Changed++
		default:
			_, id := r.Key()
			s.Others[id] = r
			done.Changed++
		}
	}
	maps.Copy(s.Notes, batch.Keep)
	if len(batch.Changes) == 0 {
		return app.Applied{}, nil
	}
	s.Log = append(s.Log, app.BatchInfo{ID: done.Batch, Act: batch.Act, Note: batch.Note})
	return done, nil
}

// View is one state of the shelf.
type View struct {
	*Shelf
	references map[app.Reference][]app.ID
	phones     map[string][]app.ID
	emails     map[string][]app.ID
	bought     map[app.ID][]app.Purchase
}

// NewView returns what the book has, for telling who is whom.
func NewView(s *Shelf) *View {
	v := &View{
		Shelf: s, references: map[app.Reference][]app.ID{}, phones: map[string][]app.ID{},
		emails: map[string][]app.ID{}, bought: map[app.ID][]app.Purchase{},
	}
	for id, c := range s.Customers {
		for _, r := range c.References {
			v.references[r] = append(v.references[r], id)
		}
		for _, p := range c.Phones {
			v.phones[alike.LookUp(p.Dialled())] = append(v.phones[alike.LookUp(p.Dialled())], id)
		}
		for _, e := range c.Emails {
			v.emails[folding.Fold(e.Address)] = append(v.emails[folding.Fold(e.Address)], id)
		}
	}
	for _, p := range s.Bought {
		v.bought[p.Customer] = append(v.bought[p.Customer], p)
	}
	return v
}

func (v *View) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	return v.references[app.Reference{Kind: kind, Value: value}], nil
}

func (v *View) ByPhone(dialled string) ([]app.ID, error) {
	return v.phones[alike.LookUp(dialled)], nil
}

func (v *View) ByEmail(address string) ([]app.ID, error) { return v.emails[folding.Fold(address)], nil }

func (v *View) ByName(words []string) (found []app.ID, err error) {
	for id, c := range v.Customers {
		has := alike.Words(c)
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) }) {
			found = append(found, id)
		}
	}
	slices.SortFunc(found, app.ID.Compare)
	return found, nil
}

// Apart tells whether it was said that two customers are not one.
func (v *View) Apart(one, other app.ID) (bool, error) {
	return v.Notes[app.StrangersKey(one, other)] != nil, nil
}

func (v *View) Forgotten(c app.Customer) (bool, error) {
	return slices.ContainsFunc(c.Emails, func(e app.Email) bool { return v.Shelf.Forgotten[e.Address] }), nil
}

func (v *View) Customer(id app.ID) (app.Customer, error) {
	c, ok := v.Customers[id]
	if !ok {
		return c, &app.Error{Code: app.CodeNotFound}
	}
	return c, nil
}

func (v *View) Edits(yield func(app.Entry) error) error {
	for _, e := range slices.Backward(v.edits) {
		if err := yield(e); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(v.Notes)) {
		if !strings.HasPrefix(key, app.KeptSettled) {
			continue
		}
		settled, err := archive.ParseSettled(v.Notes[key])
		if err == nil {
			err = yield(app.Entry{Kind: app.KindCustomer, Before: settled.Before, After: settled.After})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *View) PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error) {
	var ids []app.ID
	for _, p := range v.bought[customer] {
		if p.Receipt == receipt {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

func (v *View) Receipted(receipts map[string]bool, yield func(app.Purchase) error) error {
	for _, id := range slices.SortedFunc(maps.Keys(v.Bought), app.ID.Compare) {
		if p := v.Bought[id]; receipts[folding.Fold(p.Receipt)] && !p.IsReturn() {
			if err := yield(p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *View) Purchase(id app.ID) (app.Purchase, error) { return v.Bought[id], nil }

func (v *View) Purchases(customer app.ID) ([]app.Purchase, error) {
	all := slices.Clone(v.bought[customer])
	slices.SortFunc(all, func(a, b app.Purchase) int { return a.ID.Compare(b.ID) })
	return all, nil
}

func (v *View) Opinions(customer app.ID) (all []app.Opinion, err error) {
	for _, r := range v.Others {
		if o, is := r.(app.Opinion); is && o.Customer == customer {
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b app.Opinion) int { return b.ID.Compare(a.ID) })
	return all, nil
}

func (v *View) Plan() (app.Plan, error) { return v.Settings, nil }

func (v *View) Record(kind app.Kind, id app.ID) (app.Record, error) {
	var record app.Record
	ok := false
	switch kind {
	case app.KindCustomer:
		record, ok = v.Customers[id]
	case app.KindPurchase:
		record, ok = v.Bought[id]
	case app.KindPlan:
		record, ok = v.Settings, true
	default:
		record, ok = v.Others[id]
	}
	if !ok {
		return nil, &app.Error{Code: app.CodeNotFound}
	}
	return record, nil
}

func (v *View) Size() (app.Size, error) {
	return app.Size{Customers: len(v.Customers), Purchases: len(v.Bought), Calls: len(v.Others)}, nil
}

func (s *Shelf) Kept(_ context.Context, key string) ([]byte, error) { return s.Notes[key], nil }
