package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
)

// Salvage reads from a closed book that is damaged what is kept under words with
// that beginning. Each page is read by itself and held to its bounds, so that a bad
// one takes nothing with it but what lies on it, and what it alone leads to. What
// is found may have been overwritten: it is for the caller to judge. Beside what it
// could read it returns an Error, with CodeDamaged or CodeStorage, if there may
// have been more.
func Salvage(ctx context.Context, path, prefix string) (map[string][]byte, error) {
	kept := make(map[string][]byte)
	path, err := place(path)
	if err != nil {
		return kept, err
	}
	f, err := os.Open(path)
	if err != nil {
		return kept, storage("look for what is kept", path, err)
	}
	defer func() { _ = f.Close() }()
	m, err := readMeta(f)
	if err != nil {
		return kept, notABook(path, err)
	}
	s := &salvage{pageCheck: pageCheck{ctx, f, m, make(map[uint64]bool)}}
	found := false
	s.tree(m.root, 0, func(e element) {
		if !e.bucket || string(e.key) != inKept.String() {
			return
		}
		found = true
		s.bucket(e, func(e element) {
			if bytes.HasPrefix(e.key, []byte(prefix)) {
				kept[string(e.key)] = bytes.Clone(e.value)
			}
		})
	})
	if !found {
		s.miss(errors.New("what is kept was not found"))
	}
	if s.missed != nil {
		return kept, damagedAt(path, s.missed)
	}
	return kept, nil
}

// salvage reads what it can of a damaged file.
type salvage struct {
	pageCheck
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

// bucket visits those of a bucket.
func (s *salvage) bucket(e element, see func(element)) {
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
