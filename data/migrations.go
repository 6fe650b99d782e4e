package data

import (
	"context"
	"encoding/binary"
	"fmt"

	"ringback.app/app"
)

// migration takes a book from one format to the next, within one transaction.
type migration struct {
	from uint64
	run  func(*writing) error
}

// migrations are in order and without a gap: the last one ends at Version. The
// first format is 1, so there are none yet.
func migrations() []migration { return nil }

// migrate brings the book to the format of this program.
func (b *Book) migrate(ctx context.Context) error {
	return b.migrateBy(ctx, migrations(), Version)
}

func (b *Book) migrateBy(ctx context.Context, steps []migration, current uint64) error {
	format, derived, err := b.formats(ctx)
	if err != nil {
		return err
	}
	if format > current {
		return &app.Error{
			Code: app.CodeNewer, Key: "error.book.newer", Args: app.Args{"Path": b.path},
			Err: fmt.Errorf("format %d, we know %d", format, current),
		}
	}
	for _, step := range steps {
		if step.from != format {
			continue
		}
		err := b.change(ctx, app.ID{}, func(w *writing) error {
			w.put(inMeta, []byte(metaFormat), u64(step.from+1))
			return step.run(w)
		})
		if err != nil {
			return fmt.Errorf("migrate from format %d: %w", step.from, err)
		}
		format++
	}
	if format != current {
		return damaged(fmt.Errorf("no way from format %d to %d", format, current))
	}
	if derived != derivedVersion {
		return b.Rebuild(ctx)
	}
	return nil
}

// formats reads the book's two version numbers.
func (b *Book) formats(ctx context.Context) (format, derived uint64, err error) {
	err = b.view(ctx, func(s *state) error {
		raw, err := s.get(inMeta, []byte(metaFormat))
		if err != nil {
			return err
		}
		if len(raw) != 8 {
			return notABook(b.path, fmt.Errorf("no format"))
		}
		format = binary.BigEndian.Uint64(raw)
		derived, err = s.number(inMeta, []byte(metaDerived))
		return err
	})
	return format, derived, err
}
