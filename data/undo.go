package data

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// Undo takes back what a batch did, as a batch of its own, so that an undo can
// be undone. The zero ID stands for the last batch that was not undone, is no undo
// itself and of which something is left. Where a record was changed since, only the
// fields that the batch changed go back. What was imported since by the number of a
// customer whom a merge had taken away goes back with them. It returns an Error with
// CodeNotFound if there is no such batch, and with CodeConflict, nothing being
// changed, if it was undone before, if a field was changed again or something was
// added since that needs what would go, or if nothing is left of it.
func (b *Book) Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error) {
	d := deed{id: b.options.IDs.Next(), act: app.ActUndo, by: by, at: b.options.Clock()}
	var info app.BatchInfo
	applied, err := b.alone(func() (app.Applied, app.Changed, error) {
		return b.perform(ctx, &d, "", func(w *writing) (_ []change, err error) {
			if info, err = w.toUndo(batch); err != nil {
				return nil, err
			}
			d.undoes, d.note = info.ID, info.Note
			if err := w.markUndone(info, d.id); err != nil {
				return nil, err
			}
			changes, err := w.reverted(info)
			if err != nil {
				return nil, err
			}
			return w.goAlong(changes)
		})
	})
	if err != nil && app.CodeOf(err) == app.CodeConflict {
		err = b.inTheWay(ctx, info, err)
	}
	return applied, err
}

// toUndo finds the batch and refuses one that cannot be undone.
func (s *state) toUndo(id app.ID) (app.BatchInfo, error) {
	if id.IsZero() {
		return s.lastDone()
	}
	info, err := s.batch(id)
	switch {
	case err != nil:
		return info, err
	case !info.Undone.IsZero():
		return info, &app.Error{Code: app.CodeConflict, Key: "error.book.undone", Args: app.Args{"ID": id.String()}}
	case info.Act == app.ActForget:
		return info, &app.Error{Code: app.CodeConflict, Key: "error.book.undo-forget"}
	case info.Act == app.ActStart:
		return info, &app.Error{Code: app.CodeConflict, Key: "error.book.undo-start"}
	}
	return info, nil
}

func (s *state) lastDone() (last app.BatchInfo, err error) {
	err = s.eachBatch(func(b app.BatchInfo) (bool, error) {
		if b.Act == app.ActStart || b.Act == app.ActForget || !b.Undone.IsZero() || !b.Undoes.IsZero() {
			return true, nil
		}
		left, err := s.isLeft(b)
		if left {
			last = b
		}
		return !left, err
	})
	if err == nil && last.ID.IsZero() {
		err = &app.Error{Code: app.CodeNotFound, Key: "error.book.nothing-to-undo"}
	}
	return last, err
}

// isLeft tells whether anything is other than before the batch, so that there is
// something to take back.
func (s *state) isLeft(b app.BatchInfo) (bool, error) {
	left := false
	err := s.entriesIn(b, func(_ uint64, e entry) (bool, error) {
		if e.scrubbed() {
			return true, nil
		}
		now, raw, err := s.revert(e)
		if err != nil && app.CodeOf(err) != app.CodeConflict {
			return false, err
		}
		left = err != nil || !same(now, raw)
		return !left, nil
	})
	return left, err
}

// markUndone notes on a batch which one undid it. If it was an undo itself, what
// it undid stands again; and if that was an undo, too, what that one undid is
// undone again, and so on down the row.
func (w *writing) markUndone(info app.BatchInfo, by app.ID) error {
	for stands := false; ; stands = !stands {
		info.Undone = by
		if stands {
			info.Undone = app.ID{}
		}
		if err := w.encodeTo(inBatches, info.ID[:], info); err != nil {
			return err
		}
		if info.Undoes.IsZero() {
			return nil
		}
		by = info.ID
		var err error
		if info, err = w.batch(info.Undoes); err != nil {
			return err
		}
	}
}

// reverted returns the records as they shall be with the batch taken back.
func (w *writing) reverted(info app.BatchInfo) ([]change, error) {
	changes := make([]change, 0, info.Last-info.First+1)
	err := w.entriesIn(info, func(n uint64, e entry) (bool, error) {
		if n%1024 == 0 && info.Last-info.First > chunkRecords {
			tidy()
		}
		if e.scrubbed() {
			return true, nil // of a customer who was forgotten
		}
		_, raw, err := w.revert(e)
		if err != nil {
			return false, err
		}
		is, err := w.record(e.Kind, raw)
		changes = append(changes, change{e.Kind, e.ID, raw, is})
		return true, err
	})
	return changes, err
}

// revert returns the record of an entry as it is, and as it was without that entry.
func (s *state) revert(e entry) (now, without []byte, err error) {
	in, ok := bucketOf(e.Kind)
	if !ok {
		return nil, nil, damaged(fmt.Errorf("an entry of kind %d", e.Kind))
	}
	if now, err = s.get(in, e.ID[:]); err != nil {
		return nil, nil, err
	}
	without, err = s.merge(e, now)
	return now, without, err
}
