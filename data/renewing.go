package data

import (
	"context"

	"ringback.app/app"
)

// CopiesToRenew tells whether somebody was forgotten whom copies of the book may
// still hold: CopiesRenewed was not called since. As long as the file itself was
// not written anew it is false, since a copy would hold what can be read in it.
func (b *Book) CopiesToRenew(ctx context.Context) (due bool, err error) {
	err = b.view(ctx, func(s *state) error {
		readable, err := s.has(inMeta, []byte(metaErase))
		if err != nil || readable {
			return err
		}
		due, err = s.has(inMeta, []byte(metaCopies))
		return err
	})
	return due, err
}

// HoldsForgotten tells whether the file at the path is a copy of the book, or may
// be one, in which somebody can still be read who was forgotten since.
func (b *Book) HoldsForgotten(ctx context.Context, path string) (bool, error) {
	var last app.ID
	err := b.view(ctx, func(s *state) error {
		deed, err := s.get(inMeta, []byte(metaCopies))
		if len(deed) == idSize {
			last = app.ID(deed)
		}
		return err
	})
	if err != nil || last.IsZero() {
		return false, err
	}
	if another, err := b.Another(ctx, path); err != nil || another {
		return false, err
	}
	after := false
	err = b.look(ctx, path, func(s *state) error {
		readable, err := s.has(inMeta, []byte(metaErase))
		if err != nil || readable {
			return err
		}
		after, err = s.has(inBatches, last[:])
		return err
	})
	return err != nil || !after, stopped(ctx)
}

// CopiesRenewed notes that no copy holds anybody any more who was forgotten.
func (b *Book) CopiesRenewed(ctx context.Context) error {
	return b.unjournaled(ctx, func(w *writing) error {
		w.remove(inMeta, []byte(metaCopies))
		return nil
	})
}
