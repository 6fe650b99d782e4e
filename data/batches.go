package data

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// putBatch gathers a batch and its place in the order of batches.
func (w *writing) putBatch(b app.BatchInfo) error {
	w.put(inBatchOrder, u64(b.Last), b.ID[:])
	return w.encodeTo(inBatches, b.ID[:], b)
}

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

// eachBatch visits the batches, newest first.
func (s *state) eachBatch(see func(app.BatchInfo) (bool, error)) error {
	return s.scanBack(inBatchOrder, nil, func(_, v []byte) (bool, error) {
		if len(v) != idSize {
			return false, damaged(fmt.Errorf("a batch's id has %d bytes", len(v)))
		}
		b, err := s.batch(idOf(v))
		if err != nil {
			return false, err
		}
		return see(b)
	})
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
