package data

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Search finds the customers in whom every word of the query is found: in the
// name, the firm, a number (any digits of it), an e-mail address, the shop's
// number for them, the notes on them or what they bought, without regard to
// accents and case; then, while there is room, those who said all of the words in
// one opinion, the newest first. A word of one or two letters is found at the
// beginning of words. The best come first, limit at most, all if it is 0: those whose
// name begins so, then name, number as typed, number at home, reference and the rest,
// each by name, then ID.
func (b *Book) Search(ctx context.Context, query string, limit int) (found []app.Found, err error) {
	words := parse(query)
	if len(words) == 0 {
		return nil, nil
	}
	err = b.view(ctx, func(s *state) error {
		q := &searching{s: s, words: words, limit: limit, rows: &names{s: s}}
		if found, err = q.run(); err != nil {
			return err
		}
		found, err = s.whoSaid(query, found, limit)
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

// How many candidates are put in order at a time: twice the limit, at least
// leastTaken, and without a limit all.
const (
	leastTaken = 64
	everyone   = 1 << 30
)

// take looks at the customers of a level in the order of their names.
func (q *searching) take(level int, members set) error {
	most := everyone
	if q.limit > 0 {
		most = max(leastTaken, 2*q.limit)
	}
	var last *waiting
	for ties := 0; ; {
		next, err := q.first(most, last, level, members)
		if err != nil {
			return err
		}
		for _, n := range next {
			if q.enough() {
				if ties++; ties > maxTies || !bytes.Equal(last.row[idSize:], n.row[idSize:]) {
					return nil
				}
			}
			if err := stopped(q.s.ctx); err != nil {
				return err
			}
			if err := q.look(level, n); err != nil {
				return err
			}
			last = &n
		}
		if len(next) < most {
			return nil
		}
	}
}

// first returns the first most candidates past one of them, in order.
func (q *searching) first(most int, past *waiting, level int, members set) ([]waiting, error) {
	best := shortlist{most: most, past: past}
	for _, w := range q.late[level] {
		best.offer(w.number, w.row[:])
	}
	for n := range members.each {
		row, err := q.rows.row(n)
		if err != nil {
			return nil, err
		}
		best.offer(n, row)
	}
	return best.sorted(), nil
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

// byName orders rows by how the name begins, then by ID.
func byName(x, y []byte) int {
	if c := bytes.Compare(x[idSize:], y[idSize:]); c != 0 {
		return c
	}
	return bytes.Compare(x[:idSize], y[:idSize])
}

// shortlist keeps the first of many candidates.
type shortlist struct {
	most  int
	past  *waiting // only those after it
	held  []waiting
	worst []byte // nothing from here on is wanted; nil while there is room
}

func (l *shortlist) offer(number uint32, row []byte) {
	if l.worst != nil && byName(row, l.worst) >= 0 ||
		l.past != nil && byName(row, l.past.row[:]) <= 0 || empty(row[:idSize]) {
		return
	}
	l.held = append(l.held, waiting{number, nameRow(row)})
	if len(l.held) >= 2*l.most {
		l.held = l.sorted()
		l.worst = bytes.Clone(l.held[l.most-1].row[:])
	}
}

func (l *shortlist) sorted() []waiting {
	slices.SortFunc(l.held, func(x, y waiting) int { return byName(x.row[:], y.row[:]) })
	return l.held[:min(len(l.held), l.most)]
}
