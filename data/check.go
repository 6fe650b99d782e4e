package data

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"fmt"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
	"ringback.app/data/pages"
)

// Problem is something wrong with a book: the key of a sentence and what fills
// its gaps.
type Problem struct {
	Key  string
	Args app.Args
	Err  error // for the log
}

// What can be wrong.
const (
	problemPages      = "book.problem.pages"
	problemUnreadable = "book.problem.unreadable"
	problemOwnerless  = "book.problem.ownerless"
	problemDerived    = "book.problem.derived"
	problemCounts     = "book.problem.counts"
)

// IsDerived tells whether Rebuild mends it: no record is at fault.
func (p Problem) IsDerived() bool { return p.Key == problemDerived || p.Key == problemCounts }

// maxProblems is how many Check tells of.
const maxProblems = 100

// Check reads the whole book and returns what is wrong with it: nothing, if all
// is well. The pages of the file come first; where they do not hang together
// nothing else is looked at. A problem with what is derived goes away with
// Rebuild.
func (b *Book) Check(ctx context.Context) ([]Problem, error) {
	c := &checking{gaps: make(map[int]int64), counts: make(map[app.Kind]int64)}
	err := b.view(ctx, func(s *state) error {
		if err := b.checkFile(s); err != nil {
			if stop := stopped(ctx); stop != nil {
				return stop
			}
			c.add(problemPages, nil, err)
			return nil
		}
		c.s = s
		return c.run()
	})
	// What cannot be read at all is a finding, too.
	if app.CodeOf(err) == app.CodeDamaged && err != nil {
		c.add(problemUnreadable, nil, err)
		err = nil
	}
	return c.problems, err
}

// checkFile checks the pages that the transaction sees. They stay as they are as
// long as it lasts.
func (b *Book) checkFile(s *state) error {
	file := b.file.Load()
	if file.db != s.tx.DB() {
		return nil // the book was written anew meanwhile, and checked
	}
	m, ok := pages.ReadMetaOf(file.file, s.tx.ID(), file.db.Info().PageSize)
	if !ok {
		return nil // two commits went by since; the next check sees a newer state
	}
	return pages.Check(s.ctx, file.file, m)
}

// checking is one check under way.
type checking struct {
	s        *state
	problems []Problem
	rules    *calllist.Rules
	zones    *zoneBook
	openings int
	gaps     map[int]int64
	counts   map[app.Kind]int64

	listening listening
}

func (c *checking) add(key string, args app.Args, err error) {
	if len(c.problems) < maxProblems {
		c.problems = append(c.problems, Problem{key, args, err})
	}
}

func (c *checking) run() error {
	plan, err := c.s.plan()
	if err != nil {
		return err
	}
	c.rules = calllist.NewRules(plan)
	c.listening = listening{zone: plan.Location(), days: make(review.Days)}
	if c.zones, err = c.s.readZones(); err != nil {
		return err
	}
	refs, err := c.s.owned()
	if err != nil {
		return err
	}
	for len(refs) > 0 {
		n := 1
		for n < len(refs) && refs[n].customer == refs[0].customer {
			n++
		}
		if err := c.customer(plan, refs[0].customer, refs[:n]); err != nil {
			return err
		}
		refs = refs[n:]
	}
	if err := c.heardOfAll(); err != nil {
		return err
	}
	return c.sums()
}

// customer holds what is derived for one customer against their records.
func (c *checking) customer(plan app.Plan, id app.ID, refs []ref) error {
	has := c.records(plan, id, refs)
	if id.IsZero() && len(has.buying)+len(has.calls) == 0 {
		return c.heard(id, heard{opinions: has.opinions, complaints: has.complaints})
	}
	if has.customer == nil {
		if len(has.buying)+len(has.calls)+len(has.opinions)+len(has.complaints) > 0 {
			c.add(problemOwnerless, app.Args{"ID": id.String()}, nil)
		}
		return nil
	}
	sum := app.Summary{Reach: app.SummarizeReach(*has.customer), Talk: app.SummarizeContact(has.calls, has.opinions, has.complaints)}
	var gaps []int
	sum.Buying, gaps = app.SummarizeBuying(has.buying)
	for _, days := range gaps {
		c.gaps[days]++
	}
	err := c.heard(id, heard{
		bought: sum.Buying.Dates.Days(), calls: has.calls, opinions: has.opinions, complaints: has.complaints, summary: &sum,
	})
	if err != nil {
		return err
	}
	return c.summed(id, sum)
}

// records is what the book holds of one customer.
type records struct {
	customer   *app.Customer // nil: only of them, and not they
	buying     []app.Bought
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
}

// records reads what the book holds of one customer, and holds that each record
// is in its indexes.
func (c *checking) records(plan app.Plan, id app.ID, refs []ref) records {
	var all records
	for _, r := range refs {
		if r.kind == 0 {
			c.indexed(inJournalByCustomer, join(id[:], r.id[:8]))
			continue
		}
		e, err := c.s.asNew(r)
		if err != nil {
			c.add(problemUnreadable, app.Args{"ID": r.id.String()}, err)
			continue
		}
		c.counts[r.kind]++
		switch is := e.is.(type) {
		case app.Customer:
			all.customer = &is
			c.looked(is)
		case app.Purchase:
			all.buying = append(all.buying, is.InBrief(plan))
			c.indexed(inPurchasesByCustomer, purchaseOfKey(is))
			c.indexed(inPurchasesByDay, join(dayKey(is.Day), is.ID[:]))
		case app.Call:
			all.calls = append(all.calls, is)
			c.indexed(inCallsByCustomer, callOfKey(is))
			c.says(inCallsByTime, callAtKey(is), callAtValue(is))
		case app.Opinion:
			all.opinions = append(all.opinions, is)
			c.indexed(inOpinionsByCustomer, opinionOfKey(is))
			c.indexed(inOpinionsByTime, opinionAtKey(is))
		case app.Complaint:
			all.complaints = append(all.complaints, is)
			c.indexed(inComplaintsByCustomer, complaintOfKey(is))
		}
	}
	return all
}

// indexed holds that an index has the key.
func (c *checking) indexed(b bucket, key []byte) {
	if ok, err := c.s.has(b, key); err != nil || !ok {
		c.add(problemDerived, nil, cmp.Or(err, fmt.Errorf("%s lacks %x", b, key)))
	}
}

// says holds that an index has the key, with that value.
func (c *checking) says(b bucket, key, value []byte) {
	if has, err := c.s.get(b, key); err != nil || !bytes.Equal(has, value) {
		c.add(problemDerived, nil, cmp.Or(err, fmt.Errorf("%s has %x at %x", b, has, key)))
	}
}

func (c *checking) looked(customer app.Customer) {
	for b, k := range c.s.lookups(customer) {
		c.indexed(b, k)
	}
	c.indexed(inLines, customer.ID[:])
	var all grams
	all.of(fieldsOf(customer))
	for _, g := range all.once() {
		number, err := c.s.numberOf(customer.ID)
		if err != nil {
			c.add(problemDerived, nil, err)
			return
		}
		raw, err := c.s.get(inGrams, join(c.s.gramKey(g), u16(uint16(number>>segmentBits))))
		if err != nil || raw == nil || !contains(raw, uint16(number%segmentSize)) {
			c.add(problemDerived, nil, cmp.Or(err, fmt.Errorf("a search does not find %v", customer.ID)))
			return
		}
	}
}

// summed holds the summary and the openings that follow from it.
func (c *checking) summed(id app.ID, want app.Summary) error {
	raw, err := c.s.get(inSummaries, id[:])
	if err != nil {
		return err
	}
	wanted, err := c.s.encode(want)
	if err != nil {
		return err
	}
	if !bytes.Equal(raw, wanted) {
		c.add(problemDerived, nil, fmt.Errorf("the summary of %v differs", id))
	}
	for _, o := range c.rules.Openings(id, &want) {
		c.openings++
		number, ok := c.zones.numbers[o.Zone]
		if !ok {
			c.add(problemDerived, nil, fmt.Errorf("no zone for an opening of %v", id))
			continue
		}
		key := openingKey(o, number)
		switch value, err := c.s.get(inOpenings, key); {
		case err != nil:
			return err
		case value == nil || !bytes.Equal(value, openingValue(o)):
			c.add(problemDerived, nil, fmt.Errorf("an opening of %v is missing or differs", id))
		}
	}
	if calllist.IsUnasked(want) {
		pool, err := c.s.get(inUnasked, u16(poolKey(id)))
		if err != nil {
			return err
		}
		if !bytes.Contains(pool, join(id[:], u32(uint32(want.Buying.First)))) {
			c.add(problemDerived, nil, fmt.Errorf("%v is missing from the unasked", id))
		}
	}
	return nil
}

// sums holds what is counted over all customers.
func (c *checking) sums() error {
	rows := func(b bucket) (n int, err error) {
		err = c.s.scan(b, nil, nil, func(_, _ []byte) (bool, error) { n++; return true, nil })
		return n, err
	}
	openings, err := rows(inOpenings)
	if err != nil {
		return err
	}
	if openings != c.openings {
		c.add(problemDerived, nil, fmt.Errorf("%d openings, not %d", openings, c.openings))
	}
	err = c.s.scan(inGaps, nil, nil, func(k, v []byte) (bool, error) {
		c.gaps[int(binary.BigEndian.Uint32(k))] -= int64(binary.BigEndian.Uint64(v))
		return true, nil
	})
	if err != nil {
		return err
	}
	for days, n := range c.gaps {
		if n != 0 {
			c.add(problemDerived, nil, fmt.Errorf("gaps of %d days are off by %d", days, n))
		}
	}
	for kind := app.KindCustomer; kind < app.KindPlan; kind++ {
		n, err := c.s.number(inCounts, []byte{byte(kind)})
		if err != nil {
			return err
		}
		if int64(n) != c.counts[kind] {
			c.add(problemCounts, app.Args{"Counted": n, "Found": c.counts[kind]}, fmt.Errorf("kind %d", kind))
		}
	}
	return nil
}
