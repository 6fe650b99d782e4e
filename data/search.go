package data

import (
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Search finds the customers in whom every word of the query is found: in the
// name, the firm, a number (any digits of it), an e-mail address, the shop's
// number for them, the notes on them or what they bought, without regard to
// accents and case. A word of one or two letters is found at the beginning of
// words. The best come first, limit at most, all if it is 0: those whose name
// begins so, then name, number, reference and the rest, each by name, then ID.
func (b *Book) Search(ctx context.Context, query string, limit int) (found []app.Found, err error) {
	words := parse(query)
	if len(words) == 0 {
		return nil, nil
	}
	err = b.view(ctx, func(s *state) error {
		q := &searching{s: s, words: words, limit: limit, rows: &names{s: s}}
		found, err = q.run()
		return err
	})
	return found, err
}

// searching is one search under way.
type searching struct {
	s     *state
	words []word
	in    []candidates
	limit int
	rows  *names
	hits  []hit
	late  map[int][]waiting // whose record put them on a worse level than the index did
}

// hit is a customer in whom all words were found.
type hit struct {
	level int
	name  string // folded
	found app.Found
}

func (q *searching) run() ([]app.Found, error) {
	for _, w := range q.words {
		c, err := q.s.candidatesFor(w)
		if err != nil {
			return nil, err
		}
		q.in = append(q.in, c)
	}
	q.late = make(map[int][]waiting)
	for level, members := range levels(q.in) {
		if q.enough() {
			break
		}
		if err := q.take(level, members); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(q.hits, func(x, y hit) int {
		return cmp.Or(cmp.Compare(x.level, y.level), strings.Compare(x.name, y.name), x.found.ID.Compare(y.found.ID))
	})
	found := make([]app.Found, 0, len(q.hits))
	for _, h := range q.hits {
		found = append(found, h.found)
	}
	if q.limit > 0 {
		found = found[:min(len(found), q.limit)]
	}
	return found, nil
}

func (q *searching) enough() bool { return q.limit > 0 && len(q.hits) >= q.limit }

// maxTies is how many more are looked at whose names begin like the last one's,
// for the sake of their order.
const maxTies = 256

// take looks at the customers of a level in the order of their names.
func (q *searching) take(level int, members set) error {
	queue := waitingByName(q.late[level])
	for n := range members.each {
		row, err := q.rows.row(n)
		if err != nil {
			return err
		}
		if !empty(row[:idSize]) {
			queue = append(queue, waiting{number: n, row: nameRow(row)})
		}
	}
	heap.Init(&queue)
	var last []byte
	for ties := 0; len(queue) > 0; {
		next := heap.Pop(&queue).(waiting)
		if q.enough() {
			if ties++; ties > maxTies || !bytes.Equal(last, next.row[idSize:]) {
				return nil
			}
		}
		if err := stopped(q.s.ctx); err != nil {
			return err
		}
		if err := q.look(level, next); err != nil {
			return err
		}
		last = bytes.Clone(next.row[idSize:])
	}
	return nil
}

// look reads the record of a candidate.
func (q *searching) look(level int, next waiting) error {
	id := idOf(next.row[:])
	c, err := one[app.Customer](q.s, id)
	if err != nil {
		return dangling(inNames, err)
	}
	found, truly, err := q.matched(c, next.number)
	if err != nil || truly < 0 {
		return err
	}
	if truly > level {
		q.late[truly] = append(q.late[truly], next)
		return nil
	}
	if found.Listed, err = q.s.listed(id); err != nil {
		return err
	}
	q.hits = append(q.hits, hit{level, folding.Fold(c.Called()), found})
	return nil
}

// matched finds every word in the record. The level is -1 if one is missing. What
// is told of the match is the word found in the least plain place.
func (q *searching) matched(c app.Customer, number uint32) (app.Found, int, error) {
	var found app.Found
	f := fieldsOf(c)
	level, worst := 0, tier(-1)
	for i, w := range q.words {
		m, ok := w.find(c, f)
		if !ok && q.in[i].buyers.has(number) {
			shown, err := q.itemShown(c.ID, number, i)
			if err != nil {
				return found, -1, err
			}
			m, ok = match{tierOther, app.FoundItem, shown}, true
		}
		if !ok {
			return found, -1, nil
		}
		level += int(m.tier)
		if m.tier > worst {
			worst = m.tier
			found.Where, found.Text = m.where, m.shown
		}
	}
	return found, level, nil
}

// recentShown is in how many of the last purchases the item is looked for as it
// was typed.
const recentShown = 8

// itemShown returns the thing they bought that has the word in its name.
func (q *searching) itemShown(customer app.ID, number uint32, i int) (string, error) {
	recent, err := newest[app.Purchase](q.s, inPurchasesByCustomer, customer, recentShown)
	if err != nil {
		return "", err
	}
	for _, p := range recent {
		for _, l := range p.Lines {
			if q.words[i].in(folding.Fold(l.Item)) != noMatch {
				return l.Item, nil
			}
		}
	}
	return q.s.boughtBy(q.in[i], number)
}

// waiting is a candidate, with how their name begins.
type waiting struct {
	number uint32
	row    nameRow
}

// waitingByName is a heap: the first name is on top.
type waitingByName []waiting

func (h waitingByName) Len() int { return len(h) }
func (h waitingByName) Less(i, j int) bool {
	return cmp.Or(bytes.Compare(h[i].row[idSize:], h[j].row[idSize:]), bytes.Compare(h[i].row[:idSize], h[j].row[:idSize])) < 0
}
func (h waitingByName) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *waitingByName) Push(x any)   { *h = append(*h, x.(waiting)) }
func (h *waitingByName) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
