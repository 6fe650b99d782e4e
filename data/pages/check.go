package pages

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// reading is a file being read, each page once.
type reading struct {
	ctx  context.Context
	file io.ReaderAt
	meta Meta
	seen map[uint64]bool
}

// The layout of a bbolt page (go.etcd.io/bbolt, internal/common/page.go).
const (
	branchPage   = 0x01
	leafPage     = 0x02
	elementSize  = 16
	bucketFlag   = 0x01
	bucketHeader = 16
	maxDepth     = 64
)

// Check returns what is wrong with the first bad page of the file, or that ctx has
// ended.
func Check(ctx context.Context, file io.ReaderAt, m Meta) error {
	r := &reading{ctx, file, m, make(map[uint64]bool)}
	if err := r.page(m.root, nil, 0); err != nil {
		return err
	}
	return checkFree(file, m, r.seen)
}

func (r *reading) page(id uint64, least []byte, depth int) error {
	page, err := r.load(id, depth)
	if err != nil {
		return err
	}
	if err := r.contents(page, least, depth); err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	return nil
}

// load returns a page that is the one it should be, each once.
func (r *reading) load(id uint64, depth int) ([]byte, error) {
	switch {
	case depth > maxDepth:
		return nil, errors.New("pages lead in circles")
	case id < 2 || id >= r.meta.pages:
		return nil, fmt.Errorf("page %d is outside the file", id)
	case r.seen[id]:
		return nil, fmt.Errorf("page %d is used twice", id)
	}
	if err := r.ctx.Err(); err != nil {
		return nil, err
	}
	return r.read(id)
}

// read returns a page with what overflows from it, and marks it as seen.
func (r *reading) read(id uint64) ([]byte, error) {
	size := int64(r.meta.pageSize)
	page := make([]byte, size)
	if _, err := r.file.ReadAt(page, int64(id)*size); err != nil {
		return nil, fmt.Errorf("read page %d: %w", id, err)
	}
	if got := binary.NativeEndian.Uint64(page); got != id {
		return nil, fmt.Errorf("page %d says it is %d", id, got)
	}
	more := uint64(binary.NativeEndian.Uint32(page[12:]))
	if more >= r.meta.pages-id {
		return nil, fmt.Errorf("page %d runs out of the file", id)
	}
	for n := range more + 1 {
		if r.seen[id+n] {
			return nil, fmt.Errorf("page %d is used twice", id+n)
		}
		r.seen[id+n] = true
	}
	if more > 0 {
		page = append(page, make([]byte, int64(more)*size)...)
		if _, err := r.file.ReadAt(page[size:], (int64(id)+1)*size); err != nil {
			return nil, fmt.Errorf("read what overflows from page %d: %w", id, err)
		}
	}
	return page, nil
}

// contents checks the elements of a page: their bounds, the order of the keys,
// and what they lead to.
func (r *reading) contents(page, least []byte, depth int) error {
	branch, count, err := shapeOf(page)
	if err != nil {
		return err
	}
	for i := range count {
		e, err := elementAt(page, i, branch)
		if err != nil {
			return err
		}
		if err := r.bucket(e, depth); err != nil {
			return err
		}
		if c := bytes.Compare(least, e.key); c > 0 || c == 0 && i > 0 {
			return errors.New("keys are out of order")
		}
		least = e.key
		if branch && e.leads != 0 {
			if err := r.page(e.leads, e.key, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// bucket checks what lies in the element if that is a bucket. The keys of a bucket
// begin anew.
func (r *reading) bucket(e element, depth int) error {
	switch {
	case !e.bucket:
		return nil
	case e.leads != 0:
		return r.page(e.leads, nil, depth+1)
	case depth > maxDepth:
		return errors.New("buckets lead in circles")
	}
	return r.contents(e.value[bucketHeader:], nil, depth+1)
}

// shapeOf returns whether a page leads to others, and how many elements it has.
func shapeOf(page []byte) (branch bool, count int, err error) {
	if len(page) < pageHeaderSize {
		return false, 0, errors.New("too short")
	}
	flags := binary.NativeEndian.Uint16(page[8:])
	count = int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage {
		return false, 0, fmt.Errorf("is of no known sort (%#x)", flags)
	}
	if flags == branchPage && count == 0 {
		return false, 0, errors.New("leads nowhere")
	}
	if pageHeaderSize+count*elementSize > len(page) {
		return false, 0, fmt.Errorf("has no room for %d elements", count)
	}
	return flags == branchPage, count, nil
}

// element is what a page holds under one key.
type element struct {
	key, value []byte
	bucket     bool
	leads      uint64 // to which page; 0: a bucket that lies within its value, or neither bucket nor branch
}

func elementAt(page []byte, i int, branch bool) (element, error) {
	n, at := binary.NativeEndian, pageHeaderSize+i*elementSize
	e := page[at : at+elementSize]
	if branch {
		key, err := within(page, at, n.Uint32(e), n.Uint32(e[4:]), 0)
		return element{key: key, leads: n.Uint64(e[8:])}, err
	}
	keySize := n.Uint32(e[8:])
	both, err := within(page, at, n.Uint32(e[4:]), keySize, n.Uint32(e[12:]))
	if err != nil {
		return element{}, err
	}
	found := element{key: both[:keySize], value: both[keySize:], bucket: n.Uint32(e)&bucketFlag != 0}
	if found.bucket {
		if len(found.value) < bucketHeader {
			return element{}, errors.New("a bucket is cut off")
		}
		found.leads = n.Uint64(found.value)
	}
	return found, nil
}

func within(page []byte, at int, position, keySize, valueSize uint32) ([]byte, error) {
	from := uint64(at) + uint64(position)
	to := from + uint64(keySize) + uint64(valueSize)
	if to > uint64(len(page)) {
		return nil, errors.New("an element runs out of the page")
	}
	return page[from:to], nil
}
