package data

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// pageCheck reads the pages of a bbolt file one by one and holds each to its
// bounds. bbolt's own check panics, in a goroutine where nobody can catch it, on
// what it is to find.
type pageCheck struct {
	ctx  context.Context
	file io.ReaderAt
	meta meta
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

// checkPages returns what is wrong with the first bad page of the file.
func checkPages(ctx context.Context, file io.ReaderAt, m meta) error {
	c := &pageCheck{ctx, file, m, make(map[uint64]bool)}
	if err := c.page(m.root, nil, 0); err != nil {
		return err
	}
	return checkFree(file, m, c.seen)
}

func (c *pageCheck) page(id uint64, least []byte, depth int) error {
	switch {
	case depth > maxDepth:
		return errors.New("pages lead in circles")
	case id < 2 || id >= c.meta.pages:
		return fmt.Errorf("page %d is outside the file", id)
	case c.seen[id]:
		return fmt.Errorf("page %d is used twice", id)
	}
	if err := stopped(c.ctx); err != nil {
		return err
	}
	page, err := c.read(id)
	if err != nil {
		return err
	}
	if got := binary.NativeEndian.Uint64(page); got != id {
		return fmt.Errorf("page %d says it is %d", id, got)
	}
	if err := c.contents(page, least, depth); err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	return nil
}

// read returns a page with what overflows from it, and marks it as seen.
func (c *pageCheck) read(id uint64) ([]byte, error) {
	size := int64(c.meta.pageSize)
	page := make([]byte, size)
	if _, err := c.file.ReadAt(page, int64(id)*size); err != nil {
		return nil, fmt.Errorf("read page %d: %w", id, err)
	}
	more := uint64(binary.NativeEndian.Uint32(page[12:]))
	if more >= c.meta.pages-id {
		return nil, fmt.Errorf("page %d runs out of the file", id)
	}
	for n := range more + 1 {
		if c.seen[id+n] {
			return nil, fmt.Errorf("page %d is used twice", id+n)
		}
		c.seen[id+n] = true
	}
	if more > 0 {
		page = append(page, make([]byte, int64(more)*size)...)
		if _, err := c.file.ReadAt(page[size:], (int64(id)+1)*size); err != nil {
			return nil, fmt.Errorf("read what overflows from page %d: %w", id, err)
		}
	}
	return page, nil
}

// contents checks the elements of a page: their bounds, the order of the keys,
// and what they lead to.
func (c *pageCheck) contents(page, least []byte, depth int) error {
	if len(page) < pageHeaderSize {
		return errors.New("too short")
	}
	flags := binary.NativeEndian.Uint16(page[8:])
	count := int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage {
		return fmt.Errorf("is of no known sort (%#x)", flags)
	}
	if flags == branchPage && count == 0 {
		return errors.New("leads nowhere")
	}
	if pageHeaderSize+count*elementSize > len(page) {
		return fmt.Errorf("has no room for %d elements", count)
	}
	for i := range count {
		at := pageHeaderSize + i*elementSize
		key, next, err := c.element(page, at, flags == branchPage, depth)
		if err != nil {
			return err
		}
		if c := bytes.Compare(least, key); c > 0 || c == 0 && i > 0 {
			return errors.New("keys are out of order")
		}
		least = key
		if next != 0 {
			if err := c.page(next, key, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// element returns a key and the page that the element leads to, 0 if it leads
// to none.
func (c *pageCheck) element(page []byte, at int, branch bool, depth int) ([]byte, uint64, error) {
	n := binary.NativeEndian
	e := page[at : at+elementSize]
	if branch {
		key, err := within(page, at, n.Uint32(e), n.Uint32(e[4:]), 0)
		return key, n.Uint64(e[8:]), err
	}
	keySize := n.Uint32(e[8:])
	both, err := within(page, at, n.Uint32(e[4:]), keySize, n.Uint32(e[12:]))
	if err != nil {
		return nil, 0, err
	}
	key, value := both[:keySize], both[keySize:]
	if n.Uint32(e)&bucketFlag == 0 {
		return key, 0, nil
	}
	if len(value) < bucketHeader {
		return nil, 0, errors.New("a bucket is cut off")
	}
	root := n.Uint64(value)
	if root == 0 {
		if depth > maxDepth {
			return nil, 0, errors.New("buckets lead in circles")
		}
		return key, 0, c.contents(value[bucketHeader:], nil, depth+1)
	}
	// The keys of a bucket begin anew.
	return key, 0, c.page(root, nil, depth+1)
}

func within(page []byte, at int, position, keySize, valueSize uint32) ([]byte, error) {
	from := uint64(at) + uint64(position)
	to := from + uint64(keySize) + uint64(valueSize)
	if to > uint64(len(page)) {
		return nil, errors.New("an element runs out of the page")
	}
	return page[from:to], nil
}
