package data

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// Undo takes back what a batch did, as a batch of its own, so that an undo can
// be undone. The zero ID stands for the last batch that was not undone and is
// no undo itself. Where a record was changed since, only the fields that the
// batch changed go back. It returns an Error with CodeNotFound if there is no
// such batch, and with CodeConflict, nothing being changed, if it was undone
// before, or if a field was changed again or something was added since that
// needs what would go.
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
			return w.reverted(info)
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
		last = b
		return false, nil
	})
	if err == nil && last.ID.IsZero() {
		err = &app.Error{Code: app.CodeNotFound, Key: "error.book.nothing-to-undo"}
	}
	return last, err
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
	for n := info.First; n <= info.Last; n++ {
		if n%1024 == 0 {
			if info.Last-info.First > chunkRecords {
				tidy()
			}
			if err := stopped(w.ctx); err != nil {
				return nil, err
			}
		}
		e, err := w.entryAt(n)
		if err != nil {
			return nil, err
		}
		if e.scrubbed() {
			continue // of a customer who was forgotten
		}
		c, err := w.revert(e)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	return changes, nil
}

func (w *writing) revert(e entry) (change, error) {
	in, ok := bucketOf(e.Kind)
	if !ok {
		return change{}, damaged(fmt.Errorf("an entry of kind %d", e.Kind))
	}
	now, err := w.get(in, e.ID[:])
	if err != nil {
		return change{}, err
	}
	raw, err := w.merge(e, now)
	if err != nil {
		return change{}, err
	}
	is, err := w.record(e.Kind, raw)
	return change{e.Kind, e.ID, raw, is}, err
}
