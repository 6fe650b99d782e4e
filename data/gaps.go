package data

import (
	"encoding/binary"
	"fmt"
	"math"

	"ringback.app/app"
)

// flushCounts writes how many records of each kind there are.
func (w *writing) flushCounts() error {
	for kind, delta := range w.counts {
		if err := w.add(inCounts, []byte{byte(kind)}, delta); err != nil {
			return err
		}
	}
	return nil
}

// flushGaps writes how many gaps of each length the shop has.
func (w *writing) flushGaps() error {
	for days, delta := range w.gaps {
		if err := w.add(inGaps, u32(uint32(min(days, math.MaxInt32))), delta); err != nil {
			return err
		}
	}
	return nil
}

// add counts on; a count of nothing is removed.
func (w *writing) add(b bucket, key []byte, delta int64) error {
	if delta == 0 {
		return nil
	}
	n, err := w.number(b, key)
	if err != nil {
		return err
	}
	switch sum := int64(n) + delta; {
	case sum < 0:
		return damaged(fmt.Errorf("a count in %s falls to %d", b, sum))
	case sum == 0:
		w.remove(b, key)
	default:
		w.put(b, key, u64(uint64(sum)))
	}
	return nil
}

// shopGap returns the exact median of all gaps, in half days; 0 of none. With
// an even number of gaps it is the sum of the middle two.
func (s *state) shopGap() (int, error) {
	a, err := s.ahead()
	if err != nil {
		return 0, err
	}
	var lengths []gap // in order
	total := int64(0)
	err = s.scan(inGaps, nil, nil, func(k, v []byte) (bool, error) {
		g := gap{int(binary.BigEndian.Uint32(k)), int64(binary.BigEndian.Uint64(v))}
		lengths = append(lengths, g)
		total += g.count
		return true, nil
	})
	if err != nil {
		return 0, err
	}
	if a != nil {
		lengths, total = a.withGaps(lengths)
	}
	if total <= 0 {
		return 0, nil
	}
	low, high := (total-1)/2, total/2
	median, seen := 0, int64(0)
	for _, g := range lengths {
		if low >= seen && low < seen+g.count {
			median += g.days
		}
		if high >= seen && high < seen+g.count {
			median += g.days
		}
		seen += g.count
	}
	return median, nil
}

// gap says how many gaps of a length the shop has.
type gap struct {
	days  int
	count int64
}

// size reads how many records there are.
func (s *state) size() (size app.Size, err error) {
	for kind, into := range map[app.Kind]*int{
		app.KindCustomer: &size.Customers, app.KindPurchase: &size.Purchases, app.KindCall: &size.Calls,
		app.KindOpinion: &size.Opinions, app.KindComplaint: &size.Complaints,
	} {
		n, err := s.number(inCounts, []byte{byte(kind)})
		if err != nil {
			return app.Size{}, err
		}
		*into = int(n)
	}
	return size, nil
}
