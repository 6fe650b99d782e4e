package review

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"ringback.app/app"
)

// Sums are the fixed numbers of one of the shop's days, of which those of any
// period can be added up. They are numbers of what is on record about the day,
// whenever it was put on record.
type Sums struct {
	// Active goes up on the day from which a customer counts as a buyer, and down
	// on the day from which they do not any more: added up over all days up to
	// one, it says how many bought within the year up to then. Told is the same
	// for those who had told us anything.
	Active int
	Told   int

	Bought   int       // who bought on the day
	Asked    Histogram // of those, after how many days they were asked, who were
	Calls    [callSorts]int
	Opinions [opinionSorts]int
	Scores   [app.MaxScore + 1]int
	Stars    [app.MaxStars]int
	Lag      Histogram // days from the day written to the day read
}

// The calls are counted by disposition and the opinions by source, in the order
// of their lists; the last place is for any other.
const (
	callSorts    = 10
	opinionSorts = 6
)

// Histogram says how often each number of days came up.
type Histogram map[int]int

// add counts a number of days, times so often.
func (h *Histogram) add(days, times int) {
	if *h == nil {
		*h = make(Histogram)
	}
	if (*h)[days] += times; (*h)[days] == 0 {
		delete(*h, days)
	}
}

// count is how many there are in all.
func (h Histogram) count() int {
	n := 0
	for _, times := range h {
		n += times
	}
	return n
}

// within is how many there are of up to so many days.
func (h Histogram) within(days int) int {
	n := 0
	for d, times := range h {
		if d <= days {
			n += times
		}
	}
	return n
}

// Add adds the other sums, times over: -1 takes them away.
func (s *Sums) Add(other *Sums, times int) {
	s.Active += times * other.Active
	s.Told += times * other.Told
	s.Bought += times * other.Bought
	addTo(s.Calls[:], other.Calls[:], times)
	addTo(s.Opinions[:], other.Opinions[:], times)
	addTo(s.Scores[:], other.Scores[:], times)
	addTo(s.Stars[:], other.Stars[:], times)
	for days, n := range other.Asked {
		s.Asked.add(days, times*n)
	}
	for days, n := range other.Lag {
		s.Lag.add(days, times*n)
	}
}

func addTo(sums, other []int, times int) {
	for i, n := range other {
		sums[i] += times * n
	}
}

// IsZero tells whether there is nothing in them.
func (s *Sums) IsZero() bool {
	return s.Active == 0 && s.Told == 0 && s.Bought == 0 && len(s.Asked)+len(s.Lag) == 0 &&
		s.Calls == [callSorts]int{} && s.Opinions == [opinionSorts]int{} &&
		s.Scores == [app.MaxScore + 1]int{} && s.Stars == [app.MaxStars]int{}
}

// Append appends the sums in their packed form: variable-length integers, Active
// and Told first, so that who adds up nothing else need not read on.
func (s *Sums) Append(to []byte) []byte {
	to = binary.AppendVarint(to, int64(s.Active))
	to = binary.AppendVarint(to, int64(s.Told))
	to = binary.AppendVarint(to, int64(s.Bought))
	for _, list := range [][]int{s.Calls[:], s.Opinions[:], s.Scores[:], s.Stars[:]} {
		to = appendList(to, list)
	}
	return appendHistogram(appendHistogram(to, s.Asked), s.Lag)
}

// appendList leaves out the zeros that a list ends with.
func appendList(to []byte, list []int) []byte {
	for len(list) > 0 && list[len(list)-1] == 0 {
		list = list[:len(list)-1]
	}
	to = binary.AppendUvarint(to, uint64(len(list)))
	for _, n := range list {
		to = binary.AppendVarint(to, int64(n))
	}
	return to
}

func appendHistogram(to []byte, h Histogram) []byte {
	to = binary.AppendUvarint(to, uint64(len(h)))
	for _, days := range slices.Sorted(maps.Keys(h)) {
		to = binary.AppendVarint(binary.AppendVarint(to, int64(days)), int64(h[days]))
	}
	return to
}

// errSums says that packed sums were not written by Append.
var errSums = errors.New("the sums of a day are cut off")

// ReadSums reads what Append wrote.
func ReadSums(packed []byte) (Sums, error) {
	var s Sums
	r := reader{packed: packed}
	s.Active, s.Told, s.Bought = r.int(), r.int(), r.int()
	for _, list := range [][]int{s.Calls[:], s.Opinions[:], s.Scores[:], s.Stars[:]} {
		n := r.length(len(list))
		for i := range n {
			list[i] = r.int()
		}
	}
	for _, h := range []*Histogram{&s.Asked, &s.Lag} {
		for range r.length(len(packed)) {
			days := r.int()
			h.add(days, r.int())
		}
	}
	if r.failed || len(r.packed) > 0 {
		return Sums{}, errSums
	}
	return s, nil
}

// ReadBuyers reads no more than Active and Told.
func ReadBuyers(packed []byte) (active, told int, err error) {
	r := reader{packed: packed}
	active, told = r.int(), r.int()
	if r.failed {
		err = errSums
	}
	return active, told, err
}

// reader takes packed integers apart.
type reader struct {
	packed []byte
	failed bool
}

func (r *reader) int() int {
	n, size := binary.Varint(r.packed)
	if size <= 0 {
		r.failed, r.packed = true, nil
		return 0
	}
	r.packed = r.packed[size:]
	return int(n)
}

// length reads how many follow: at most so many, and no more than there is room
// for.
func (r *reader) length(most int) int {
	n, size := binary.Uvarint(r.packed)
	if size <= 0 || n > uint64(most) || n > uint64(len(r.packed)) {
		r.failed, r.packed = true, nil
		return 0
	}
	r.packed = r.packed[size:]
	return int(n)
}

func (r *reader) text() string {
	n := r.length(len(r.packed))
	if r.failed {
		return ""
	}
	text := string(r.packed[:n])
	r.packed = r.packed[n:]
	return text
}
