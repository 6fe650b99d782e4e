package pages

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Salvage visits what can be read of a bucket in a damaged file. A bad page takes
// nothing with it but what lies on it, and what it alone leads to. It returns what
// could not be read first. What is found may have been overwritten; it is gone when
// see returns.
func Salvage(ctx context.Context, file io.ReaderAt, m Meta, bucket string, see func(key, value []byte)) error {
	s := &salvage{reading: reading{ctx, file, m, make(map[uint64]bool)}}
	found := false
	s.tree(m.root, 0, func(e element) {
		if !e.bucket || string(e.key) != bucket {
			return
		}
		found = true
		s.inside(e, func(e element) { see(e.key, e.value) })
	})
	if !found {
		s.miss(errors.New("the bucket was not found"))
	}
	return s.missed
}

// salvage reads what it can of a damaged file.
type salvage struct {
	reading
	missed error // what could not be read first
}

func (s *salvage) miss(err error) {
	if s.missed == nil {
		s.missed = err
	}
}

// tree visits the elements at the ends of a tree of pages.
func (s *salvage) tree(id uint64, depth int, see func(element)) {
	page, err := s.load(id, depth)
	if err != nil {
		s.miss(err)
		return
	}
	s.elements(page, depth, see)
}

// inside visits those of a bucket.
func (s *salvage) inside(e element, see func(element)) {
	if e.leads != 0 {
		s.tree(e.leads, 1, see)
		return
	}
	s.elements(e.value[bucketHeader:], 1, see)
}

func (s *salvage) elements(page []byte, depth int, see func(element)) {
	branch, count, err := shapeOf(page)
	if err != nil {
		s.miss(err)
		return
	}
	for i := range count {
		e, err := elementAt(page, i, branch)
		switch {
		case err != nil:
			s.miss(fmt.Errorf("element %d: %w", i, err))
		case branch:
			s.tree(e.leads, depth+1, see)
		default:
			see(e)
		}
	}
}
