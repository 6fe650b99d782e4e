package data

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"

	bolt "go.etcd.io/bbolt"

	"ringback.app/app"
)

// Rebuild derives everything that follows from the records anew, in a new file
// that then takes the book's place.
func (b *Book) Rebuild(ctx context.Context) error {
	return b.rewrite(ctx, b.rebuild)
}

func (b *Book) rebuild(ctx context.Context, from *state, into *bolt.DB) error {
	counters := map[string]bool{metaNumber: true, metaItem: true, metaErase: true}
	for one := range firstDerived {
		if err := copyBucket(from, into, one, counters); err != nil {
			return err
		}
	}
	err := into.Update(func(tx *bolt.Tx) error {
		for one := firstDerived; one < bucketCount; one++ {
			if _, err := tx.CreateBucketIfNotExists([]byte(one.String())); err != nil {
				return err
			}
		}
		w := newWriting(b.state(ctx, tx))
		w.secret = from.secret
		w.put(inMeta, []byte(metaDerived), u64(derivedVersion))
		plan, err := from.plan()
		if err != nil {
			return err
		}
		w.put(inMeta, []byte(metaZone), u64(signature(plan.Location())))
		return w.flush()
	})
	if err != nil {
		return err
	}
	refs, err := from.owned()
	if err != nil {
		return err
	}
	for len(refs) > 0 {
		n := chunkOf(refs)
		err := into.Update(func(tx *bolt.Tx) error {
			w := newWriting(b.state(ctx, tx))
			w.secret = from.secret
			if err := w.rebuildCustomers(from, refs[:n]); err != nil {
				return err
			}
			return w.flush()
		})
		if err != nil {
			return err
		}
		refs = refs[n:]
	}
	return nil
}

// ref says whose a record is. The journal's entries come as kind 0.
type ref struct {
	customer app.ID
	kind     app.Kind
	id       app.ID // or the entry's sequence, in the first bytes
}

// chunkRecords is how many records are derived from in one transaction.
const chunkRecords = 50_000

// chunkOf returns how many of the refs make a chunk of whole customers.
func chunkOf(refs []ref) int {
	n := min(len(refs), chunkRecords)
	for n < len(refs) && refs[n].customer == refs[n-1].customer {
		n++
	}
	return n
}

// owned lists all records by customer, then kind, then ID.
func (s *state) owned() ([]ref, error) {
	var refs []ref
	for _, kind := range []app.Kind{app.KindCustomer, app.KindPurchase, app.KindCall, app.KindOpinion, app.KindComplaint} {
		in, _ := bucketOf(kind)
		err := s.scan(in, nil, nil, func(k, v []byte) (bool, error) {
			of := idOf(k)
			if kind != app.KindCustomer {
				o, err := decode[owner](s.coding, v)
				if err != nil {
					return false, err
				}
				of = o.Customer
			}
			refs = append(refs, ref{of, kind, idOf(k)})
			return true, nil
		})
		if err != nil {
			return nil, err
		}
	}
	err := s.scan(inJournal, nil, nil, func(k, v []byte) (bool, error) {
		e, err := decode[entry](s.coding, v)
		if err != nil {
			return false, err
		}
		of, err := s.concernedBy(e)
		for _, id := range of {
			r := ref{customer: id}
			copy(r.id[:], k)
			refs = append(refs, r)
		}
		return err == nil, err
	})
	slices.SortFunc(refs, func(x, y ref) int {
		return cmp.Or(x.customer.Compare(y.customer), cmp.Compare(x.kind, y.kind), x.id.Compare(y.id))
	})
	return refs, err
}

// owner is what purchases, calls, opinions and complaints have in common.
type owner struct {
	Customer app.ID `cbor:"2,keyasint"`
}

// concernedBy returns in whose history an entry shows.
func (s *state) concernedBy(e entry) ([]app.ID, error) {
	if e.Kind == app.KindPlan || e.scrubbed() {
		return nil, nil
	}
	if e.Before == nil || e.After == nil || e.Kind == app.KindCustomer {
		return []app.ID{e.Customer}, nil
	}
	before, err := decode[owner](s.coding, e.Before)
	if err != nil {
		return nil, err
	}
	after, err := decode[owner](s.coding, e.After)
	if err != nil || before.Customer == after.Customer {
		return []app.ID{before.Customer}, err
	}
	return []app.ID{before.Customer, after.Customer}, nil
}

// rebuildCustomers derives what follows from the records of some customers.
func (w *writing) rebuildCustomers(from *state, refs []ref) error {
	edits := make([]edit, 0, len(refs))
	for _, r := range refs {
		if r.kind == 0 {
			sequence := binary.BigEndian.Uint64(r.id[:])
			w.put(inJournalByCustomer, join(r.customer[:], u64(sequence)), nil)
			continue
		}
		e, err := from.asNew(r)
		if err != nil {
			return err
		}
		edits = append(edits, e)
	}
	_, err := w.derive(edits)
	return err
}

// asNew reads a record as if it were just put.
func (s *state) asNew(r ref) (edit, error) {
	in, _ := bucketOf(r.kind)
	raw, err := s.get(in, r.id[:])
	if err != nil {
		return edit{}, err
	}
	is, err := s.record(r.kind, raw)
	return edit{change: change{kind: r.kind, id: r.id, raw: raw, is: is}}, err
}
