package loyalty

import (
	"cmp"
	"slices"
)

// Fifths is how many parts customers are cut into by each mark, and the best
// mark.
const Fifths = 5

// Marks say where a customer stands among all: by how lately they bought
// (recency), how often (frequency), and for how much (money). 5 is the best
// fifth, 1 the last; all are 0 in a shop of fewer than Fifths customers, which
// cannot be cut in five.
//
// Cutting customers into fifths by each of the three is Arthur M. Hughes's way
// (Strategic Database Marketing, 1994). He sorts, cuts, and lets the sort part
// those who are alike; here they get the same mark, whatever their order: that
// of the middle of them, by the percentile rank (the share of customers below,
// and half of those who are the same). So where four in five have bought once,
// those four get a 3 and nobody a 1.
type Marks struct{ Recency, Frequency, Money int }

// fifths returns what marks a value among those.
func fifths[T cmp.Ordered](values []T) func(T) int {
	sorted := slices.Sorted(slices.Values(values))
	return func(v T) int {
		if len(sorted) < Fifths {
			return 0
		}
		below, _ := slices.BinarySearch(sorted, v)
		same, _ := slices.BinarySearchFunc(sorted[below:], v, func(x, v T) int {
			if x == v {
				return -1
			}
			return 1
		})
		return 1 + Fifths*(2*below+same)/(2*len(sorted))
	}
}
