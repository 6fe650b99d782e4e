package data

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"ringback.app/app"
)

// migration takes a book from one format to the next, within one transaction.
type migration struct {
	from uint64
	run  func(*writing) error
}

// migrations are in order and without a gap: the first format is 1, and the last
// one ends at Version.
func migrations() []migration {
	return []migration{{from: 1, run: intoDiary}}
}

// apartInFormat1 are the buckets of their own that the shelves of the diary were
// in format 1.
func apartInFormat1() map[string]bucket {
	return map[string]bucket{
		"calls": inCalls, "opinions": inOpinions, "complaints": inComplaints, "batches": inBatches,
	}
}

// intoDiary takes a book from format 1 to 2.
func intoDiary(w *writing) error {
	if _, err := w.tx.CreateBucket([]byte(inDiary.String())); err != nil {
		return fmt.Errorf("make the diary: %w", err)
	}
	for name, into := range apartInFormat1() {
		old := w.tx.Bucket([]byte(name))
		if old == nil {
			return damaged(fmt.Errorf("the bucket %s is missing", name))
		}
		err := old.ForEach(func(k, v []byte) error {
			w.put(into, k, bytes.Clone(v))
			return stopped(w.ctx)
		})
		if err != nil {
			return err
		}
		if err := w.tx.DeleteBucket([]byte(name)); err != nil {
			return fmt.Errorf("remove the bucket %s: %w", name, err)
		}
	}
	return nil
}

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
		return newer(b.path, format, current)
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

func newer(path string, format, current uint64) error {
	return &app.Error{
		Code: app.CodeNewer, Key: "error.book.newer", Args: app.Args{"Path": path},
		Err: fmt.Errorf("format %d, we know %d", format, current),
	}
}

// ofOurFormat refuses what is no book, and a book of a newer version.
func (s *state) ofOurFormat(path string) error {
	format, err := s.format(path)
	if err == nil && format > Version {
		err = newer(path, format, Version)
	}
	return err
}

// format reads the version of the book's format.
func (s *state) format(path string) (uint64, error) {
	if s.tx.Bucket([]byte(inMeta.String())) == nil {
		return 0, notABook(path, errors.New("no meta bucket"))
	}
	raw, err := s.get(inMeta, []byte(metaFormat))
	if err != nil {
		return 0, err
	}
	if len(raw) != 8 {
		return 0, notABook(path, errors.New("no format"))
	}
	return binary.BigEndian.Uint64(raw), nil
}

// formats reads the book's two version numbers.
func (b *Book) formats(ctx context.Context) (format, derived uint64, err error) {
	err = b.view(ctx, func(s *state) error {
		if format, err = s.format(b.path); err != nil {
			return err
		}
		derived, err = s.number(inMeta, []byte(metaDerived))
		return err
	})
	return format, derived, err
}
