package data

import (
	"context"
	"errors"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// sampleHead is among how many entries of a made-up shop's batch a customer is
// looked for who is still in the book, so that nobody waits for the answer. One
// of them is among the first, before what they bought.
const sampleHead = 1000

// HoldsSample tells whether there are made-up people in the book.
func (b *Book) HoldsSample(ctx context.Context) (holds bool, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.sampleBatches(func(made app.BatchInfo) (bool, error) {
			made.Last = min(made.Last, made.First+sampleHead)
			return !holds, s.entriesIn(made, func(_ uint64, e entry) (bool, error) {
				if e.Kind != app.KindCustomer || e.scrubbed() {
					return true, nil
				}
				has, err := s.has(inCustomers, e.ID[:])
				holds = holds || has
				return !has, err
			})
		})
	})
	return holds, err
}

// LeaveSample takes the made-up people out of the book with all that is on record
// about them, also what was done since, as one batch that can be undone. Whoever
// else is in the book stays; of the plan what the made-up shop brought goes back
// and what a person set stays. It returns an Error with CodeNotFound if there is no
// made-up shop, and with CodeConflict if an import or a merge put something on
// record about one of its people: that may be of somebody who exists.
func (b *Book) LeaveSample(ctx context.Context, by string) (app.Applied, error) {
	d := deed{id: b.options.IDs.Next(), act: app.ActLeaveSample, by: by, at: b.options.Clock()}
	return b.alone(func() (app.Applied, app.Changed, error) {
		applied, event, err := b.perform(ctx, &d, "", func(w *writing) ([]change, error) { return w.withoutSample() })
		if err == nil && applied.Changed == 0 {
			err = &app.Error{Code: app.CodeNotFound, Key: "error.book.no-sample"}
		}
		return applied, event, err
	})
}

// sampleBatches visits the batches of made-up shops that stand.
func (s *state) sampleBatches(see func(app.BatchInfo) (bool, error)) error {
	return s.scan(inBatches, nil, nil, func(_, raw []byte) (bool, error) {
		b, err := decode[app.BatchInfo](s.coding, raw)
		if err != nil || b.Act != app.ActSample || !b.Undone.IsZero() {
			return true, err
		}
		return see(b)
	})
}

// withoutSample returns the changes that take the made-up people out.
func (w *writing) withoutSample() ([]change, error) {
	var changes []change
	err := w.sampleBatches(func(made app.BatchInfo) (bool, error) {
		return true, w.entriesIn(made, func(_ uint64, e entry) (bool, error) {
			more, err := w.unmade(e)
			changes = append(changes, more...)
			return true, err
		})
	})
	slices.SortStableFunc(changes, byRecord)
	return slices.CompactFunc(changes, func(x, y change) bool { return byRecord(x, y) == 0 }), err
}

// unmade returns the changes that take back what an entry of a made-up shop
// brought: a customer goes with all that is theirs.
func (w *writing) unmade(e entry) ([]change, error) {
	in, ok := bucketOf(e.Kind)
	if !ok || e.scrubbed() {
		return nil, nil
	}
	now, err := w.get(in, e.ID[:])
	if err != nil || now == nil {
		return nil, err
	}
	switch e.Kind {
	case app.KindPlan:
		return w.planWithout(e, now)
	case app.KindCustomer:
		if err := w.onlyMadeUp(e.ID); err != nil {
			return nil, err
		}
		edits, err := w.removals(e.ID, nil)
		gone := make([]change, len(edits))
		for i, one := range edits {
			gone[i] = one.change
		}
		return gone, err
	}
	return []change{{kind: e.Kind, id: e.ID}}, nil
}

// onlyMadeUp returns an Error with CodeConflict if something that may be of
// somebody who exists is on record about a made-up customer.
func (w *writing) onlyMadeUp(customer app.ID) error {
	return w.scanBack(inJournalByCustomer, customer[:], func(k, _ []byte) (bool, error) {
		e, err := w.entryAt(sequenceIn(k))
		if err != nil || e.Act != app.ActImport && e.Act != app.ActMerge {
			return true, err
		}
		b, err := w.batch(e.Batch)
		if err != nil || !b.Undone.IsZero() {
			return true, err
		}
		c, err := one[app.Customer](w.state, customer)
		if err != nil {
			return false, err
		}
		plan, err := w.plan()
		if err != nil {
			return false, err
		}
		zone := plan.Location()
		return false, &app.Error{
			Code: app.CodeConflict, Key: "error.book.sample-mixed", Args: app.Args{
				"Name": c.Called(), "What": b.Act,
				"When": app.Moment{At: b.At.In(zone), Now: w.clock().In(zone)},
			},
			Err: errors.New("something real is on record about a made-up customer"),
		}
	})
}

// planWithout returns the plan with every field as it was before the made-up shop,
// but for those that were changed since.
func (w *writing) planWithout(e entry, now []byte) ([]change, error) {
	raw, err := w.goneBack(e, now, func(_ int, _, _, current cbor.RawMessage) (cbor.RawMessage, error) { return current, nil })
	if err != nil {
		return nil, err
	}
	is, err := w.record(app.KindPlan, raw)
	return []change{{app.KindPlan, e.ID, raw, is}}, err
}
