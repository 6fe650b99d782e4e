package data

import (
	"encoding/binary"
	"fmt"

	"ringback.app/app"
)

// Customers have a small number each by which postings name them. Numbers are
// given once and not again. Packed rows, 64 to a value, lead from the number to
// the ID and to how the name begins, so that those found can be put in order
// without reading their records.
const (
	namesPerValue = 64
	nameKeySize   = 16
	nameRowSize   = idSize + nameKeySize
	namesSize     = namesPerValue * nameRowSize
)

// nameRow is one of them; the zero row is nobody's.
type nameRow [nameRowSize]byte

func nameRowOf(c app.Customer, f fields) nameRow {
	var row nameRow
	copy(row[:], c.ID[:])
	copy(row[idSize:], f.names[0])
	return row
}

// numberOf returns the number of a customer who has one.
func (s *state) numberOf(id app.ID) (uint32, error) {
	raw, err := s.get(inNumbers, id[:])
	if err != nil {
		return 0, err
	}
	if len(raw) != 4 {
		return 0, damaged(fmt.Errorf("customer %v has no number", id))
	}
	return binary.BigEndian.Uint32(raw), nil
}

// nextOf gives out the next number of a counter in meta.
func (w *writing) nextOf(counter string) (uint32, error) {
	last, ok := w.index.last[counter]
	if !ok {
		n, err := w.number(inMeta, []byte(counter))
		if err != nil {
			return 0, err
		}
		last = uint32(n)
	}
	w.index.last[counter] = last + 1
	return last + 1, nil
}

func (w *writing) flushNames() error {
	for segment, rows := range w.index.naming.rows {
		old, err := w.get(inNames, u32(segment))
		if err != nil {
			return err
		}
		if len(old) != 0 && len(old) != namesSize {
			return damaged(fmt.Errorf("%d bytes of names", len(old)))
		}
		packed := make([]byte, namesSize)
		copy(packed, old)
		for slot, row := range rows.rows {
			if rows.set&(1<<slot) != 0 {
				copy(packed[slot*nameRowSize:], row[:])
			}
		}
		if empty(packed) {
			w.remove(inNames, u32(segment))
			continue
		}
		w.put(inNames, u32(segment), packed)
	}
	for counter, last := range w.index.last {
		w.put(inMeta, []byte(counter), u64(uint64(last)))
	}
	return nil
}

func empty(packed []byte) bool {
	for _, b := range packed {
		if b != 0 {
			return false
		}
	}
	return true
}

// names reads rows, keeping the last value at hand: numbers come ascending.
type names struct {
	s       *state
	segment uint32
	packed  []byte
}

func (n *names) row(number uint32) ([]byte, error) {
	if segment := number / namesPerValue; n.packed == nil || segment != n.segment {
		packed, err := n.s.get(inNames, u32(segment))
		if err != nil {
			return nil, err
		}
		if len(packed) != namesSize {
			return nil, damaged(fmt.Errorf("number %d has no row", number))
		}
		n.segment, n.packed = segment, packed
	}
	at := int(number%namesPerValue) * nameRowSize
	return n.packed[at : at+nameRowSize], nil
}
