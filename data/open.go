package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"ringback.app/app"
	"ringback.app/data/pages"
)

// Open opens the book at the path, or makes a new one there. It returns an
// Error with CodeBusy if the book is open elsewhere, CodeNewer if a newer
// version wrote it, CodeDamaged if it is not whole or not a book, CodeNotFound
// if the folder is missing (or the book, if it must exist), CodeInvalid if the
// path names a folder and CodeStorage if the place refuses. In none of these
// cases is anything changed on the disk.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	if err := stopped(ctx); err != nil {
		return nil, err
	}
	path, err := place(path)
	if err != nil {
		return nil, err
	}
	coding, err := newCoding()
	if err != nil {
		return nil, err
	}
	b := &Book{
		path: path, options: o.filled(), coding: coding, seals: unsealed{},
		listeners: make(map[int]func(app.Changed)),
	}
	there, err := exists(path)
	if err != nil {
		return nil, err
	}
	if !there {
		if o.MustExist {
			return nil, &app.Error{Code: app.CodeNotFound, Key: "error.book.missing", Args: app.Args{"Path": path}}
		}
		if err := b.create(ctx); err != nil {
			return nil, err
		}
	}
	if err := b.open(ctx); err != nil {
		return nil, err
	}
	b.sweep(filepath.Dir(b.path))
	if b.OnNetwork() {
		b.options.Log.Warn().Msg("the book lies in a folder of another machine, where locks and syncs cannot be relied on")
	}
	return b, nil
}

// place returns where the file of that name lies: links are followed, so that
// what takes a book's place takes that of the file and not that of the link.
func place(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", storage("find the book", path, err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	// A link to a file that is yet to be made.
	if to, err := os.Readlink(path); err == nil {
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		return to, nil
	}
	return path, nil
}

func (b *Book) open(ctx context.Context) error {
	file, err := b.openFile(ctx, b.path)
	if err != nil {
		return err
	}
	b.file.Store(file)
	err = b.view(ctx, func(s *state) error {
		if err := s.ofOurFormat(b.path); err != nil {
			return err
		}
		b.who, err = s.identity()
		return err
	})
	if err == nil {
		err = b.migrate(ctx)
	}
	if err == nil {
		err = b.travel(ctx)
	}
	if err == nil {
		err = b.finishForgetting(ctx)
	}
	if err != nil {
		_ = b.file.Load().shut()
	}
	return err
}

// openFile opens the file with bbolt after a look at what bbolt would take on
// trust.
func (b *Book) openFile(ctx context.Context, path string) (*bookFile, error) {
	if err := b.inspect(path); err != nil {
		return nil, err
	}
	if err := b.walk(ctx, path); err != nil {
		return nil, err
	}
	for {
		file, err := b.lock(path)
		if err != nil {
			return nil, err
		}
		err = file.know()
		same := false
		if err == nil {
			same, err = file.isAt(path)
		}
		if err == nil && same {
			if err = b.isThis(ctx, file); err == nil {
				return file, nil
			}
		}
		_ = file.shut()
		if err != nil {
			return nil, storage("open the book", path, err)
		}
		// Whoever held the lock put another file in this one's place.
	}
}

// isThis returns an Error if the file that is opened again holds another book: that
// has other hashes.
func (b *Book) isThis(ctx context.Context, file *bookFile) error {
	if b.who.secret == nil {
		return nil // nobody knows yet which book it is
	}
	return guarded(func() error {
		return file.view(func(tx *bolt.Tx) error {
			who, err := b.state(ctx, tx).identity()
			if err == nil && !bytes.Equal(who.secret, b.who.secret) {
				err = overwritten(b.path, errors.New("the secret is another"))
			}
			return err
		})
	})
}

// reserved is how much address space a book's map takes at once, where that
// costs nothing: as long as the file is smaller, a writer never waits for
// readers to let go of the map.
const reserved = 1 << 32

// growStep is how much a file grows at a time.
const growStep = 1 << 20

func (b *Book) lock(path string) (*bookFile, error) {
	options := bolt.Options{
		Timeout:        b.options.Timeout,
		NoFreelistSync: true,
		// This list gives out the first free pages: what one commit writes lies
		// close together on the disk, where the other list scatters it.
		FreelistType: bolt.FreelistArrayType,
		NoStatistics: true,
	}
	if size := int64(reserved); runtime.GOOS != "windows" && math.MaxInt > size {
		options.InitialMmapSize = int(size)
	}
	file, err := openBolt(path, options)
	if err != nil {
		return nil, openError(path, err)
	}
	return file, nil
}

// openError says what bbolt's refusal to open a file means.
func openError(path string, err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return &app.Error{Code: app.CodeBusy, Key: "error.book.busy", Args: app.Args{"Path": path}, Err: err}
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return notABook(path, err)
	}
	return storage("open the book", path, err)
}

func notABook(path string, err error) error {
	return &app.Error{Code: app.CodeDamaged, Key: "error.book.not-a-book", Args: app.Args{"Path": path}, Err: err}
}

// inspect refuses a file that bbolt would fall over: one without a sound meta
// page, one that is cut off, and, where bbolt has to search it for free pages,
// one whose pages do not hang together. It returns when the lock is held
// elsewhere, too: the lock is tried next.
func (b *Book) inspect(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return storage("open the book", path, err)
	}
	defer func() { _ = f.Close() }()
	// A commit under way elsewhere can show a torn meta page for a moment.
	var m pages.Meta
	for try := 0; ; try++ {
		if m, err = pages.ReadMeta(f); err == nil || try == 2 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err != nil {
		return notABook(path, err)
	}
	info, err := f.Stat()
	if err != nil {
		return storage("look at the book", path, err)
	}
	if info.Size() < m.Size() {
		return &app.Error{
			Code: app.CodeDamaged, Key: "error.book.cut-off", Args: app.Args{"Path": path},
			Err: fmt.Errorf("%d bytes of %d", info.Size(), m.Size()),
		}
	}
	return nil
}

// walk checks what bbolt would go through when it opens the file, and fall
// over: the list of free pages, or without one, in a book that was not closed,
// all pages. The lock keeps others from writing meanwhile.
func (b *Book) walk(ctx context.Context, path string) error {
	return b.readOnly(path, func(_ *bolt.DB, file *os.File) error {
		m, err := pages.ReadMeta(file)
		if err != nil {
			return notABook(path, err)
		}
		if m.ListsFree() {
			err = pages.CheckFree(file, m)
		} else {
			err = pages.Check(ctx, file, m)
		}
		if err != nil {
			return damagedAt(path, err)
		}
		return nil
	})
}

// damagedAt says of the file there that it is not whole, unless the work was stopped
// before that was known.
func damagedAt(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return cancelled(err)
	}
	return &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged", Args: app.Args{"Path": path}, Err: err}
}
