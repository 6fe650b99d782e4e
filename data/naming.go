package data

import "ringback.app/app"

// naming gathers what customers are found by from their own records: the grams,
// and how their names begin. Of many customers it does so some at a time on a
// goroutine of its own, beside the one that derives all else.
type naming struct {
	postings      map[gram]*posting
	rows          map[uint32]*nameRows
	before, after grams  // of one customer, to be used again
	fields        fields // likewise

	waiting []renamed
	running chan error // gets what came of those that were passed on; nil: none were
}

// renamed is a customer's record, before and after; nil where there is none.
type renamed struct {
	number  uint32
	was, is app.Record
}

func newNaming() *naming {
	return &naming{postings: make(map[gram]*posting), rows: make(map[uint32]*nameRows)}
}

// passedOn is how many customers are passed on at a time.
const passedOn = 1024

func (n *naming) add(r renamed) error {
	n.waiting = append(n.waiting, r)
	if len(n.waiting) < passedOn {
		return nil
	}
	if err := n.wait(); err != nil {
		return err
	}
	some, done := n.waiting, make(chan error, 1)
	n.waiting, n.running = make([]renamed, 0, passedOn), done
	go func() {
		done <- guarded(func() error {
			n.gather(some)
			return nil
		})
	}()
	return nil
}

// wait waits for those that were passed on.
func (n *naming) wait() error {
	if n.running == nil {
		return nil
	}
	err := <-n.running
	n.running = nil
	return err
}

// finish gathers what is left. Nothing is added afterwards.
func (n *naming) finish() error {
	if err := n.wait(); err != nil {
		return err
	}
	n.gather(n.waiting)
	n.waiting = nil
	return nil
}

func (n *naming) gather(some []renamed) {
	for _, r := range some {
		n.one(r)
	}
}

func (n *naming) one(r renamed) {
	n.before.reset()
	n.after.reset()
	var old, now nameRow
	if was, ok := r.was.(app.Customer); ok {
		n.fields.of(was)
		n.before.of(n.fields)
		old = nameRowOf(was, n.fields)
	}
	if is, ok := r.is.(app.Customer); ok {
		n.fields.of(is)
		n.after.of(n.fields)
		now = nameRowOf(is, n.fields)
	}
	n.regram(r.number)
	if now != old {
		n.setRow(r.number, now)
	}
}

// regram gathers what changes in the postings of a customer's grams.
func (n *naming) regram(number uint32) {
	old, now := n.before.all, n.after.all
	if len(old) > 0 && len(now) > 0 {
		old, now = n.before.once(), n.after.once()
	}
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0] < now[0]:
			entryOf(n.postings, old[0]).drop.put(number)
			old = old[1:]
		case len(old) == 0 || now[0] < old[0]:
			entryOf(n.postings, now[0]).add.put(number)
			now = now[1:]
		default:
			old, now = old[1:], now[1:]
		}
	}
}

// nameRows are the rows of one value that change.
type nameRows struct {
	set  uint64 // a bit for each
	rows [namesPerValue]nameRow
}

func (n *naming) setRow(number uint32, row nameRow) {
	rows, slot := entryOf(n.rows, number/namesPerValue), number%namesPerValue
	rows.set |= 1 << slot
	rows.rows[slot] = row
}
