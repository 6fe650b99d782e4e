package data

import (
	"encoding/binary"
	"fmt"
	"math/bits"
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
type posting struct{ add, drop numbers }

// numbers is a set of numbers that grows, segment by segment.
type numbers []stretch

// stretch is one segment of a set: the numbers in it as they came, or a bit for
// each where the list would be longer.
type stretch struct {
	segment uint16
	few     []uint16
	bits    *segment
}

func (s *numbers) put(number uint32) {
	which, n := uint16(number>>segmentBits), uint16(number%segmentSize)
	if last := len(*s) - 1; last >= 0 && (*s)[last].segment == which { // as it mostly is
		(*s)[last].put(n)
		return
	}
	in := s.of(which)
	if in == nil {
		*s = append(*s, stretch{segment: which})
		in = &(*s)[len(*s)-1]
	}
	in.put(n)
}

func (s *stretch) put(n uint16) {
	switch last := len(s.few) - 1; {
	case s.bits != nil:
		s.bits.put(n)
	case last >= 0 && s.few[last] == n:
	case len(s.few) < bitmapBytes/2:
		s.few = append(s.few, n)
	default:
		s.bits = new(segment)
		s.each(s.bits.put)
		s.few = nil
		s.bits.put(n)
	}
}

// each hands out the numbers; nil has none.
func (s *stretch) each(see func(uint16)) {
	if s == nil {
		return
	}
	for _, n := range s.few {
		see(n)
	}
	if s.bits != nil {
		for n := range set(s.bits[:]).each {
			see(uint16(n))
		}
	}
}

// of returns what is in that segment, nil if nothing is.
func (s numbers) of(which uint16) *stretch {
	for i := range s {
		if s[i].segment == which {
			return &s[i]
		}
	}
	return nil
}

// segment is a stretch of a posting, unpacked.
type segment [segmentSize / 64]uint64

func (s *segment) put(n uint16) { s[n/64] |= 1 << (n % 64) }

func (s *segment) drop(n uint16) { s[n/64] &^= 1 << (n % 64) }

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
			s.put(binary.BigEndian.Uint16(packed) % segmentSize)
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
	for i := range p.add {
		add := &p.add[i]
		if err := w.postSegment(b, prefix, add.segment, add, p.drop.of(add.segment)); err != nil {
			return err
		}
	}
	for i := range p.drop {
		drop := &p.drop[i]
		if p.add.of(drop.segment) != nil {
			continue
		}
		if err := w.postSegment(b, prefix, drop.segment, nil, drop); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) postSegment(b bucket, prefix []byte, which uint16, add, drop *stretch) error {
	key := join(prefix, u16(which))
	old, err := w.get(b, key)
	if err != nil {
		return err
	}
	var s segment
	if err := s.unpack(old); err != nil {
		return err
	}
	add.each(s.put)
	drop.each(s.drop)
	if packed := s.packed(); packed != nil {
		w.put(b, key, packed)
	} else {
		w.remove(b, key)
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
	field, text := g.parts()
	return s.hash(inGrams, field, text)[:gramHashSize]
}

// gramHashSize is short: a clash only makes a search look at a customer in vain.
const gramHashSize = 8
