package data

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A posting says for which small numbers something holds: one value for every
// segment of 16,384 numbers. A value is either the numbers in the segment, two
// bytes each and ascending, or a bit for each of them, whichever is shorter.
const (
	segmentBits = 14
	segmentSize = 1 << segmentBits
	bitmapBytes = segmentSize / 8
)

// posting is what changes in one. No number is in both.
type posting struct{ add, drop []uint32 }

// segment is a stretch of a posting, unpacked.
type segment [segmentSize / 64]uint64

// unpack adds what is packed.
func (s *segment) unpack(packed []byte) error {
	switch {
	case len(packed) == bitmapBytes:
		for i := range s {
			s[i] |= binary.BigEndian.Uint64(packed[i*8:])
		}
	case len(packed)%2 != 0 || len(packed) > bitmapBytes:
		return damaged(fmt.Errorf("a posting of %d bytes", len(packed)))
	default:
		for ; len(packed) > 0; packed = packed[2:] {
			n := binary.BigEndian.Uint16(packed)
			s[n%segmentSize/64] |= 1 << (n % 64)
		}
	}
	return nil
}

// packed returns the value to write, nil if nothing is left.
func (s *segment) packed() []byte {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	if n == 0 {
		return nil
	}
	if 2*n >= bitmapBytes {
		all := make([]byte, 0, bitmapBytes)
		for _, word := range s {
			all = binary.BigEndian.AppendUint64(all, word)
		}
		return all
	}
	list := make([]byte, 0, 2*n)
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			list = binary.BigEndian.AppendUint16(list, uint16(i*64+bits.TrailingZeros64(word)))
		}
	}
	return list
}

// post gathers the writes of a change to the posting under that prefix.
func (w *writing) post(b bucket, prefix []byte, p *posting) error {
	slices.Sort(p.add)
	slices.Sort(p.drop)
	add, drop := p.add, p.drop
	for len(add)+len(drop) > 0 {
		n := uint32(1) << 31
		for _, side := range [][]uint32{add, drop} {
			if len(side) > 0 {
				n = min(n, side[0]>>segmentBits)
			}
		}
		var s segment
		key := join(prefix, u16(uint16(n)))
		old, err := w.get(b, key)
		if err != nil {
			return err
		}
		if err := s.unpack(old); err != nil {
			return err
		}
		for ; len(add) > 0 && add[0]>>segmentBits == n; add = add[1:] {
			s[add[0]%segmentSize/64] |= 1 << (add[0] % 64)
		}
		for ; len(drop) > 0 && drop[0]>>segmentBits == n; drop = drop[1:] {
			s[drop[0]%segmentSize/64] &^= 1 << (drop[0] % 64)
		}
		if packed := s.packed(); packed != nil {
			w.put(b, key, packed)
		} else {
			w.remove(b, key)
		}
	}
	return nil
}

// set is a set of small numbers, a bit each.
type set []uint64

func (s set) has(n uint32) bool { return int(n/64) < len(s) && s[n/64]&(1<<(n%64)) != 0 }

func (s set) or(other set) set {
	if len(other) > len(s) {
		s = append(s, make(set, len(other)-len(s))...)
	}
	for i, word := range other {
		s[i] |= word
	}
	return s
}

func (s set) and(other set) set {
	s = s[:min(len(s), len(other))]
	for i := range s {
		s[i] &= other[i]
	}
	return s
}

func (s set) without(other set) {
	for i := range min(len(s), len(other)) {
		s[i] &^= other[i]
	}
}

func (s set) each(yield func(uint32) bool) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}

func (s set) size() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// posted reads a posting into a set.
func (s *state) posted(b bucket, prefix []byte, into set) (set, error) {
	err := s.scanPrefix(b, prefix, func(k, v []byte) (bool, error) {
		at := int(binary.BigEndian.Uint16(k[len(prefix):])) * segmentSize / 64
		if need := at + segmentSize/64; len(into) < need {
			into = append(into, make(set, need-len(into))...)
		}
		return true, (*segment)(into[at:]).unpack(v)
	})
	return into, err
}

// gramKey is what stands for a gram in a key.
func (s *state) gramKey(g gram) []byte {
	return s.hash(inGrams, string(g.field), g.text())[:gramHashSize]
}

// gramHashSize is short: a clash only makes a search look at a customer in vain.
const gramHashSize = 8
