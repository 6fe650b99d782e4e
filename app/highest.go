package app

// highest is a row of quantities as a tree, to find the last of them that is high
// enough: its nodes are the highest of the two below, of which those of n are at
// 2n and 2n+1; the second half are the quantities themselves.
type highest []Quantity

func highestOf(row []Quantity) highest {
	leaves := 1
	for leaves < len(row) {
		leaves *= 2
	}
	tree := make(highest, 2*leaves)
	copy(tree[leaves:], row)
	for n := leaves - 1; n > 0; n-- {
		tree[n] = max(tree[2*n], tree[2*n+1])
	}
	return tree
}

// set changes a quantity.
func (h highest) set(at int, q Quantity) {
	n := at + len(h)/2
	h[n] = q
	for n /= 2; n > 0; n /= 2 {
		h[n] = max(h[2*n], h[2*n+1])
	}
}

// last returns the place of the last of the first count quantities that is at
// least as high, which must be above 0; -1 if there is none.
func (h highest) last(count int, least Quantity) int {
	return h.lastBelow(1, 0, len(h)/2, count, least)
}

// lastBelow looks below a node, which is over the places from ≤ place < to.
func (h highest) lastBelow(n, from, to, count int, least Quantity) int {
	switch {
	case from >= count || h[n] < least:
		return -1
	case to-from == 1:
		return from
	}
	middle := (from + to) / 2
	if found := h.lastBelow(2*n+1, middle, to, count, least); found >= 0 {
		return found
	}
	return h.lastBelow(2*n, from, middle, count, least)
}
