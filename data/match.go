package data

import (
	"context"
	"iter"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// Match lets an import see one state of the book while it finds out who in a
// file is whom. What match calls must not write to the book.
func (b *Book) Match(ctx context.Context, match func(importing.Known) error) error {
	return b.view(ctx, func(s *state) error {
		k := known{s: s}
		for _, index := range []bucket{inReferences, inPhones, inEmails} {
			in, err := s.in(index)
			if err != nil {
				return err
			}
			first, _ := in.Cursor().First()
			k.blank[index] = first == nil
		}
		return match(k)
	})
}

// known is the book as an import sees it.
type known struct {
	s     *state
	blank [bucketCount]bool // nothing is in that index, as before the first import
}

func (k known) ByReference(kind app.ReferenceKind, value string) ([]app.ID, error) {
	if k.blank[inReferences] {
		return nil, nil
	}
	return k.s.lookUp(inReferences, k.s.referenceKey(kind, value))
}

func (k known) ByPhone(dialled string) ([]app.ID, error) {
	digits := alike.LookUp(dialled)
	if digits == "" || k.blank[inPhones] {
		return nil, nil
	}
	return k.s.lookUp(inPhones, k.s.hash(inPhones, digits))
}

func (k known) ByEmail(address string) ([]app.ID, error) {
	folded := folding.Fold(address)
	if folded == "" || k.blank[inEmails] {
		return nil, nil
	}
	return k.s.lookUp(inEmails, k.s.hash(inEmails, folded))
}

// mostNamed is how many customers ByName returns at the most: an import compares
// each with a card.
const mostNamed = 20

func (k known) ByName(words []string) ([]app.ID, error) {
	var found set
	for i, w := range words {
		text := []rune(w)
		having, err := k.s.having(gramOf(nameStart, text[:min(len(text), gramSize)]...))
		if err == nil && len(text) > gramSize {
			var inside set
			inside, err = k.s.insideOf(nameInside, text)
			having = having.and(inside)
		}
		if err != nil {
			return nil, err
		}
		if i > 0 {
			having = having.and(found)
		}
		if found = having; found.size() == 0 {
			return nil, nil
		}
	}
	var ids []app.ID
	rows := names{s: k.s}
	for number := range found.each {
		row, err := rows.row(number)
		if err != nil {
			return nil, err
		}
		if ids = append(ids, idOf(row)); len(ids) == mostNamed {
			break
		}
	}
	return ids, nil
}

func (k known) Apart(one, other app.ID) (bool, error) {
	said, err := k.s.get(inKept, []byte(app.StrangersKey(one, other)))
	return said != nil, err
}

func (k known) Forgotten(c app.Customer) (bool, error) { return k.s.wasForgotten(c) }

func (k known) Customer(id app.ID) (app.Customer, error) { return one[app.Customer](k.s, id) }

// Edits yields what people changed of customers' records, as importing.Known has it.
func (b *Book) Edits(ctx context.Context, yield func(app.Entry) error) error {
	return b.view(ctx, func(s *state) error { return known{s: s}.Edits(yield) })
}

func (k known) Edits(yield func(app.Entry) error) error {
	if err := k.editsHere(yield); err != nil {
		return err
	}
	// What comes from a book that was read back was before all that was done here.
	return k.s.scanPrefix(inKept, []byte(app.KeptSettled), func(_, v []byte) (bool, error) {
		settled, err := archive.ParseSettled(v)
		if err != nil {
			return true, nil // nobody can read it any more
		}
		return true, yield(app.Entry{Kind: app.KindCustomer, ID: settled.Before.ID, Customer: settled.After.ID, Before: settled.Before, After: settled.After})
	})
}

// editsHere yields the edits of the book's own journal.
func (k known) editsHere(yield func(app.Entry) error) error {
	return k.s.eachBatch(func(batch app.BatchInfo) (bool, error) {
		if batch.Act != app.ActEditCustomer && batch.Act != app.ActMerge || !batch.Undone.IsZero() {
			return true, nil
		}
		of, into, err := k.s.editsIn(batch)
		for i := 0; err == nil && i < len(of); i++ {
			if of[i].After == nil {
				if into.ID.IsZero() {
					continue // of a book whose merge does not say who was left
				}
				of[i].Customer, of[i].After = into.ID, into
			}
			err = yield(of[i])
		}
		return err == nil, err
	})
}

// editsIn returns what a batch changed of customers' records, and the customer whom
// it left as they are then.
func (s *state) editsIn(batch app.BatchInfo) (of []app.Entry, left app.Customer, err error) {
	err = s.entriesIn(batch, func(n uint64, e entry) (bool, error) {
		if e.Kind != app.KindCustomer || e.scrubbed() {
			return true, nil
		}
		one, err := s.told(n, e)
		if c, ok := one.After.(app.Customer); ok {
			left = c
		}
		of = append(of, one)
		return true, err
	})
	return of, left, err
}

func (k known) PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error) {
	return k.s.lookUp(inReceipts, k.s.receiptKey(customer, receipt))
}

func (k known) Receipted(receipts map[string]bool, yield func(app.Purchase) error) error {
	return k.s.scan(inPurchases, nil, nil, func(_, raw []byte) (bool, error) {
		// Of the others, which may be long, no more is wanted.
		of, err := decode[struct {
			Receipt string `cbor:"4,keyasint"`
		}](k.s.coding, raw)
		if err != nil || of.Receipt == "" || !receipts[folding.Fold(of.Receipt)] {
			return err == nil, err
		}
		p, err := decode[app.Purchase](k.s.coding, raw)
		if err == nil && !p.IsReturn() {
			err = yield(p)
		}
		return err == nil, err
	})
}

func (k known) Purchase(id app.ID) (app.Purchase, error) { return one[app.Purchase](k.s, id) }

func (k known) Purchases(customer app.ID) ([]app.Purchase, error) {
	return newest[app.Purchase](k.s, inPurchasesByCustomer, customer, 0)
}

func (k known) Opinions(customer app.ID) ([]app.Opinion, error) {
	return newest[app.Opinion](k.s, inOpinionsByCustomer, customer, 0)
}

func (k known) Plan() (app.Plan, error) { return k.s.plan() }

func (k known) Record(kind app.Kind, id app.ID) (app.Record, error) {
	in, ok := bucketOf(kind)
	if !ok {
		return nil, invalid("error.book.no-id", nil)
	}
	raw, err := k.s.get(in, id[:])
	if err == nil && raw == nil {
		err = notFound(kind, id)
	}
	if err != nil {
		return nil, err
	}
	return k.s.record(kind, raw)
}

func (k known) Size() (app.Size, error) { return k.s.size() }

// lookUp returns what lies under a hash, in the order of IDs.
func (s *state) lookUp(index bucket, hash []byte) ([]app.ID, error) {
	var ids []app.ID
	err := s.scanPrefix(index, hash, func(k, _ []byte) (bool, error) {
		ids = append(ids, tail(k))
		return true, nil
	})
	return ids, err
}

func (s *state) referenceKey(kind app.ReferenceKind, value string) []byte {
	return s.hash(inReferences, string(kind), value)
}

// lookups are the keys under which a customer is looked up, by bucket.
func (s *state) lookups(c app.Customer) iter.Seq2[bucket, []byte] {
	return func(yield func(bucket, []byte) bool) {
		for _, r := range c.References {
			if !yield(inReferences, join(s.referenceKey(r.Kind, r.Value), c.ID[:])) {
				return
			}
		}
		for _, p := range c.Phones {
			for _, digits := range [...]string{alike.LookUp(p.Dialled()), alike.TypedKey(p)} {
				if digits != "" && !yield(inPhones, join(s.hash(inPhones, digits), c.ID[:])) {
					return
				}
			}
		}
		for _, e := range c.Emails {
			folded := folding.Fold(e.Address)
			if folded != "" && !yield(inEmails, join(s.hash(inEmails, folded), c.ID[:])) {
				return
			}
		}
	}
}
