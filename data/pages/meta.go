// Package pages reads a bbolt file page by page without bbolt, and holds each page to
// its bounds: bbolt takes a file on trust, and panics where it is damaged, in its own
// check even in a goroutine where nobody can catch it.
package pages

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
)

// Meta is what a meta page says: the layout of version 2 of the format
// (go.etcd.io/bbolt, internal/common/meta.go).
type Meta struct {
	pageSize uint32
	root     uint64
	freelist uint64
	pages    uint64 // the pages in use lie below
	tx       uint64
}

// Size is how many bytes the file has at the least.
func (m Meta) Size() int64 { return int64(m.pages) * int64(m.pageSize) }

// Tx is the number of the transaction that wrote it.
func (m Meta) Tx() int { return int(m.tx) }

// ListsFree tells whether the file says which of its pages are free.
func (m Meta) ListsFree() bool { return m.freelist != noFreelist }

const (
	magic          = 0xED0CDAED
	version        = 2
	pageHeaderSize = 16
	metaSize       = 64
	noFreelist     = math.MaxUint64
	minPageSize    = 1 << 10
	maxPageSize    = 1 << 16
)

// ReadMeta returns the newer sound one of a file's two meta pages.
func ReadMeta(r io.ReaderAt) (Meta, error) {
	first, err := metaAt(r, 0)
	sizes := []int64{int64(first.pageSize)}
	if err != nil {
		sizes = sizes[:0]
		for size := int64(minPageSize); size <= maxPageSize; size *= 2 {
			sizes = append(sizes, size)
		}
	}
	best, found := first, err == nil
	for _, size := range sizes {
		second, secondErr := metaAt(r, size)
		if secondErr == nil && int64(second.pageSize) == size && (!found || second.tx > best.tx) {
			best, found = second, true
		}
	}
	if !found {
		return Meta{}, err
	}
	return best, nil
}

// ReadMetaOf returns the sound meta page that the transaction wrote, and whether it
// is still there: the second commit after it writes over it.
func ReadMetaOf(r io.ReaderAt, tx, pageSize int) (Meta, bool) {
	for _, at := range []int64{0, int64(pageSize)} {
		if m, err := metaAt(r, at); err == nil && m.Tx() == tx {
			return m, true
		}
	}
	return Meta{}, false
}

func metaAt(r io.ReaderAt, at int64) (Meta, error) {
	var buf [pageHeaderSize + metaSize]byte
	if _, err := r.ReadAt(buf[:], at); err != nil {
		return Meta{}, fmt.Errorf("read a meta page: %w", err)
	}
	p := buf[pageHeaderSize:]
	n := binary.NativeEndian
	if n.Uint32(p) != magic || n.Uint32(p[4:]) != version {
		return Meta{}, errors.New("no meta page")
	}
	sum := fnv.New64a()
	_, _ = sum.Write(p[:metaSize-8])
	if n.Uint64(p[metaSize-8:]) != sum.Sum64() {
		return Meta{}, errors.New("a meta page does not add up")
	}
	m := Meta{
		pageSize: n.Uint32(p[8:]), root: n.Uint64(p[16:]), freelist: n.Uint64(p[32:]),
		pages: n.Uint64(p[40:]), tx: n.Uint64(p[48:]),
	}
	if size := m.pageSize; size < minPageSize || size > maxPageSize || size&(size-1) != 0 {
		return Meta{}, fmt.Errorf("a page size of %d", size)
	}
	if m.pages > math.MaxInt64/maxPageSize || m.root >= m.pages || m.freelist != noFreelist && m.freelist >= m.pages {
		return Meta{}, errors.New("a meta page points outside the file")
	}
	return m, nil
}
