package data

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// batch reads one batch; it returns an Error with CodeNotFound if there is none.
func (s *state) batch(id app.ID) (app.BatchInfo, error) {
	raw, err := s.get(inBatches, id[:])
	if err != nil {
		return app.BatchInfo{}, err
	}
	if raw == nil {
		return app.BatchInfo{}, &app.Error{
			Code: app.CodeNotFound, Key: "error.book.no-batch", Args: app.Args{"ID": id.String()},
		}
	}
	return decode[app.BatchInfo](s.coding, raw)
}

// eachBatch visits the batches, newest first. Each has its entries in a row, so
// that the journal says which one came before.
func (s *state) eachBatch(see func(app.BatchInfo) (bool, error)) error {
	last, err := s.lastSequence()
	for more := true; err == nil && more && last > 0; {
		var b app.BatchInfo
		if b, err = s.batchOf(last); err != nil {
			return err
		}
		if b.First == 0 || b.First > last {
			return damaged(fmt.Errorf("batch %v begins with entry %d and ends with %d", b.ID, b.First, last))
		}
		last = b.First - 1
		more, err = see(b)
	}
	return err
}

// batchOf reads the batch that an entry of the journal belongs to.
func (s *state) batchOf(sequence uint64) (app.BatchInfo, error) {
	raw, err := s.get(inJournal, u64(sequence))
	if err != nil {
		return app.BatchInfo{}, err
	}
	if raw == nil {
		return app.BatchInfo{}, damaged(fmt.Errorf("the journal has no entry %d", sequence))
	}
	e, err := decode[struct {
		Batch app.ID `cbor:"5,keyasint"`
	}](s.coding, raw)
	if err != nil {
		return app.BatchInfo{}, err
	}
	b, err := s.batch(e.Batch)
	if app.CodeOf(err) == app.CodeNotFound {
		err = damaged(fmt.Errorf("entry %d: %w", sequence, err))
	}
	return b, err
}

// Batches returns what was done, newest first: limit at most, all if it is 0.
func (b *Book) Batches(ctx context.Context, limit int) (all []app.BatchInfo, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.eachBatch(func(one app.BatchInfo) (bool, error) {
			all = append(all, one)
			return limit <= 0 || len(all) < limit, nil
		})
	})
	return all, err
}

// Batch returns one batch; it returns an Error with CodeNotFound if there is
// none.
func (b *Book) Batch(ctx context.Context, id app.ID) (one app.BatchInfo, err error) {
	err = b.view(ctx, func(s *state) error {
		one, err = s.batch(id)
		return err
	})
	return one, err
}

// LastDone returns the batch that Undo takes back without an ID: the last that
// was not undone, is no undo itself and of which something is left. It returns an
// Error with CodeNotFound if there is none.
func (b *Book) LastDone(ctx context.Context) (last app.BatchInfo, err error) {
	err = b.view(ctx, func(s *state) error {
		last, err = s.lastDone()
		return err
	})
	return last, err
}

// ForgottenSince tells whether somebody was forgotten after that batch: nothing
// takes that back, so that who undoes the batch undoes more than the last thing done.
func (b *Book) ForgottenSince(ctx context.Context, batch app.ID) (forgotten bool, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.eachBatch(func(one app.BatchInfo) (bool, error) {
			forgotten = forgotten || one.Act == app.ActForget && one.ID != batch
			return !forgotten && one.ID != batch, nil
		})
	})
	return forgotten, err
}
