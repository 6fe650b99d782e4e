package data

import (
	"context"
	"fmt"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// brief is what purchases-by-customer keeps of a purchase, so that a customer's
// buying can be summed up without reading all of their receipts. Day and ID
// are in the key.
type brief struct {
	Items    []app.BoughtItem `cbor:"1,keyasint,omitempty"`
	More     int              `cbor:"2,keyasint,omitempty"`
	Total    int64            `cbor:"3,keyasint,omitempty"`
	Currency string           `cbor:"4,keyasint,omitempty"`
	SoldBy   string           `cbor:"5,keyasint,omitempty"`
	Return   bool             `cbor:"6,keyasint,omitempty"`
	Returns  app.ID           `cbor:"7,keyasint,omitzero"`
	Tags     []string         `cbor:"8,keyasint,omitempty"`
	Rest     []app.BoughtItem `cbor:"9,keyasint,omitempty"`
	Charges  bool             `cbor:"10,keyasint,omitempty"`
}

func briefOf(b app.Bought) brief {
	return brief{b.Items, b.More, b.Total, b.Currency, b.SoldBy, b.Return, b.Returns, b.Tags, b.Rest, b.Charges}
}

func (b brief) bought(key []byte) app.Bought {
	return app.Bought{
		Purchase: tail(key), Day: dayOfKey(key[idSize:]), Items: b.Items, More: b.More, Total: b.Total,
		Currency: b.Currency, SoldBy: b.SoldBy, Return: b.Return, Returns: b.Returns, Tags: b.Tags,
		Rest: b.Rest, Charges: b.Charges,
	}
}

func purchaseOfKey(p app.Purchase) []byte { return join(p.Customer[:], dayKey(p.Day), p.ID[:]) }

// receiptKey is where a receipt is looked up; receipts are a customer's own.
func (s *state) receiptKey(customer app.ID, receipt string) []byte {
	return join(customer[:], s.hash(inReceipts, string(customer[:]), folding.Fold(receipt))[:receiptHashSize])
}

// receiptHashSize is enough to tell one customer's receipts apart.
const receiptHashSize = 8

// boughts reads all of a customer's purchases in brief.
func (s *state) boughts(customer app.ID) ([]app.Bought, error) {
	var all []app.Bought
	err := s.scanPrefix(inPurchasesByCustomer, customer[:], func(k, v []byte) (bool, error) {
		b, err := decode[brief](s.coding, v)
		all = append(all, b.bought(k))
		return err == nil, err
	})
	return all, err
}

// settleBuying keeps the indexes of the purchases and what they come to.
func (w *writing) settleBuying(t *touched, next *app.Summary, plan app.Plan) error {
	if len(t.purchases) == 0 && t.there && !w.rebrief {
		return nil
	}
	before, err := w.boughts(t.id)
	if err != nil {
		return err
	}
	gone := make(map[app.ID]bool, len(t.purchases))
	var added []app.Bought
	for _, p := range t.purchases {
		if was, ok := p.was.(app.Purchase); ok {
			gone[was.ID] = true
			w.unindexPurchase(was)
		}
		if is, ok := p.is.(app.Purchase); ok {
			b := is.InBrief(plan)
			added = append(added, b)
			if err := w.indexPurchase(is, b); err != nil {
				return err
			}
		}
	}
	after := make([]app.Bought, 0, len(before)+len(added))
	for _, b := range before {
		if !gone[b.Purchase] {
			after = append(after, b)
		}
	}
	if w.rebrief {
		if err := w.briefAgain(after, plan); err != nil {
			return err
		}
	}
	after = append(after, added...)
	t.left += len(after)
	w.addGaps(before, -1)
	next.Buying = w.addGaps(after, +1)
	return nil
}

// briefAgain makes the briefs of purchases that stay what follows from the plan.
func (w *writing) briefAgain(all []app.Bought, plan app.Plan) error {
	for i, was := range all {
		p, err := one[app.Purchase](w.state, was.Purchase)
		if err != nil {
			return dangling(inPurchasesByCustomer, err)
		}
		all[i] = p.InBrief(plan)
		differs, err := w.differ(briefOf(was), briefOf(all[i]))
		if err == nil && differs {
			err = w.encodeTo(inPurchasesByCustomer, purchaseOfKey(p), briefOf(all[i]))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addGaps counts the gaps between those purchases into the shop's, or out of
// them, and returns what the purchases come to.
func (w *writing) addGaps(all []app.Bought, sign int64) app.Buying {
	buying, gaps := app.SummarizeBuying(all)
	for _, days := range gaps {
		w.gaps[days] += sign
	}
	return buying
}

func (w *writing) indexPurchase(p app.Purchase, b app.Bought) error {
	w.put(inPurchasesByDay, join(dayKey(p.Day), p.ID[:]), nil)
	if p.Receipt != "" {
		w.put(inReceipts, join(w.receiptKey(p.Customer, p.Receipt), p.ID[:]), nil)
	}
	return w.encodeTo(inPurchasesByCustomer, purchaseOfKey(p), briefOf(b))
}

func (w *writing) unindexPurchase(p app.Purchase) {
	w.remove(inPurchasesByDay, join(dayKey(p.Day), p.ID[:]))
	if p.Receipt != "" {
		w.remove(inReceipts, join(w.receiptKey(p.Customer, p.Receipt), p.ID[:]))
	}
	w.remove(inPurchasesByCustomer, purchaseOfKey(p))
}

// Purchase returns the purchase of that ID, or an Error with CodeNotFound.
func (b *Book) Purchase(ctx context.Context, id app.ID) (p app.Purchase, err error) {
	err = b.view(ctx, func(s *state) error {
		p, err = one[app.Purchase](s, id)
		return err
	})
	return p, err
}

// Purchases returns a customer's purchases, newest first: limit at most, all
// if it is 0.
func (b *Book) Purchases(ctx context.Context, customer app.ID, limit int) (all []app.Purchase, err error) {
	err = b.view(ctx, func(s *state) error {
		all, err = newest[app.Purchase](s, inPurchasesByCustomer, customer, limit)
		return err
	})
	return all, err
}

// PurchasesBetween yields the purchases of from ≤ Day < to, oldest first, until
// yield returns false.
func (b *Book) PurchasesBetween(ctx context.Context, from, to app.Day, yield func(app.Purchase) bool) error {
	return b.view(ctx, func(s *state) error {
		return s.scan(inPurchasesByDay, dayKey(from), dayKey(to), yielding(s, inPurchasesByDay, yield))
	})
}

// newest reads a customer's records by an index whose keys begin with the
// customer and end with the record, newest first.
func newest[T app.Record](s *state, index bucket, customer app.ID, limit int) ([]T, error) {
	return latest[T](s, index, customer[:], limit)
}

// latest reads the records that an index names at keys with the prefix, the last
// first.
func latest[T app.Record](s *state, index bucket, prefix []byte, limit int) (all []T, err error) {
	err = s.scanBack(index, prefix, yielding(s, index, func(r T) bool {
		all = append(all, r)
		return limit <= 0 || len(all) < limit
	}))
	return all, err
}

// yielding yields the record that each key of an index ends with.
func yielding[T app.Record](s *state, index bucket, yield func(T) bool) visit {
	return func(k, _ []byte) (bool, error) {
		r, err := one[T](s, tail(k))
		if err != nil {
			return false, dangling(index, err)
		}
		return yield(r), nil
	}
}

// dangling says that an index names a record that is not there.
func dangling(index bucket, err error) error {
	if app.CodeOf(err) == app.CodeNotFound {
		return damaged(fmt.Errorf("%s: %w", index, err))
	}
	return err
}

// parted takes out of rows of an index those that the parts replace and returns
// the records as they will be.
func parted[T app.Record](w *writing, index bucket, customer app.ID, parts []part) ([]T, error) {
	replaced := make(map[app.ID]bool, len(parts))
	var all []T
	for _, p := range parts {
		replaced[p.id] = true
		if is, ok := p.is.(T); ok {
			all = append(all, is)
		}
	}
	err := w.scanPrefix(index, customer[:], func(k, _ []byte) (bool, error) {
		if replaced[tail(k)] {
			return true, nil
		}
		r, err := one[T](w.state, tail(k))
		if err != nil {
			return false, dangling(index, err)
		}
		all = append(all, r)
		return true, nil
	})
	return all, err
}
