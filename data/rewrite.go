package data

import (
	"cmp"
	"context"
	"os"

	bolt "go.etcd.io/bbolt"

	"ringback.app/data/pages"
)

// rewrite makes a new file out of the book's, checks it, and puts it in the
// book's place. Nobody writes meanwhile; readers go on.
func (b *Book) rewrite(ctx context.Context, fill func(ctx context.Context, from *state, into *bolt.DB) error) error {
	b.write.Lock()
	defer b.write.Unlock()
	if err := b.inPlace(); err != nil {
		return err
	}
	temp, err := beside(b.path)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	// Nothing depends on the new file until it is whole and synced.
	into, err := openBolt(temp, bolt.Options{
		Timeout: b.options.Timeout, NoSync: true, NoGrowSync: true, FreelistType: bolt.FreelistMapType, NoFreelistSync: true,
	})
	if err != nil {
		return storage("make a new file", b.path, err)
	}
	err = b.view(ctx, func(s *state) error { return fill(ctx, s, into.db) })
	if err == nil {
		into.db.NoSync = false
		err = guarded(into.db.Sync)
	}
	if closing := b.letGo(into); err == nil {
		err = closing
	}
	if err == nil {
		err = b.verify(ctx, temp)
	}
	if gone := b.inPlace(); gone != nil {
		return gone // what was put there meanwhile is not ours to write over
	}
	if err != nil {
		return called(b.path, temp, storage("write the book anew", temp, err))
	}
	return called(b.path, temp, b.replaceBy(ctx, temp))
}

// replaceBy puts another file in the place of the book's. The lock is held on
// one of the two all the time, where the system lets an open file be renamed.
func (b *Book) replaceBy(ctx context.Context, temp string) error {
	file, err := b.openFile(ctx, temp)
	if err != nil {
		return err
	}
	old := b.file.Load()
	if err := os.Rename(temp, b.path); err == nil {
		b.file.Store(file)
		return storage("let go of the old file", b.path, cmp.Or(old.shut(), syncFolder(b.path)))
	}
	err = b.whileClosed(ctx, func() error {
		if err := cmp.Or(file.shut(), old.shut()); err != nil {
			return err
		}
		return os.Rename(temp, b.path)
	})
	return storage("put the new file in place", b.path, cmp.Or(err, syncFolder(b.path)))
}

// chunkBytes is how much is copied in one transaction.
const chunkBytes = 32 << 20

// copyBucket copies a bucket of the file, of the meta bucket all but the words
// named.
func copyBucket(from *state, into *bolt.DB, b bucket, but map[string]bool) error {
	if err := into.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists([]byte(b.String()))
		return err
	}); err != nil {
		return err
	}
	in, err := from.in(b)
	if err != nil {
		return err
	}
	c := in.Cursor()
	for k, v := c.First(); k != nil; {
		if err := stopped(from.ctx); err != nil {
			return err
		}
		err := into.Update(func(tx *bolt.Tx) error {
			to := tx.Bucket([]byte(b.String()))
			to.FillPercent = appendFill
			for size := 0; k != nil && size < chunkBytes; k, v = c.Next() {
				size += len(k) + len(v)
				if b == inMeta && but[string(k)] {
					continue
				}
				if err := to.Put(k, v); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Compact writes the book anew without the room that nothing uses any more. What
// was deleted is then gone from the disk.
func (b *Book) Compact(ctx context.Context) error {
	erased := map[string]bool{metaErase: true} // what it stands for is being done
	return b.rewrite(ctx, func(_ context.Context, from *state, into *bolt.DB) error {
		for one := range bucketCount {
			if err := copyBucket(from, into, one, erased); err != nil {
				return err
			}
		}
		return nil
	})
}

// verify reads a closed file as a book, page by page and by what it says of
// itself, without changing it.
func (b *Book) verify(ctx context.Context, path string) error {
	if err := b.inspect(path); err != nil {
		return err
	}
	return b.readOnly(path, func(db *bolt.DB, file *os.File) error {
		m, err := pages.ReadMeta(file)
		if err != nil {
			return notABook(path, err)
		}
		if err := pages.Check(ctx, file, m); err != nil {
			return damagedAt(path, err)
		}
		return db.View(func(tx *bolt.Tx) error {
			s := b.state(ctx, tx)
			if err := s.ofOurFormat(path); err != nil {
				return err
			}
			_, err := s.identity()
			return err
		})
	})
}

// readOnly opens a file with a lock that others may share.
func (b *Book) readOnly(path string, see func(*bolt.DB, *os.File) error) error {
	var file *os.File
	return guarded(func() error {
		db, err := bolt.Open(path, fileMode, &bolt.Options{
			ReadOnly: true, Timeout: b.options.Timeout, NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
				file, err = os.OpenFile(name, flag, mode)
				return file, err
			},
		})
		if err != nil {
			return openError(path, err)
		}
		err = see(db, file)
		return cmp.Or(err, db.Close())
	})
}
