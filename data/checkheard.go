package data

import (
	"bytes"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
)

// listening is what a check has found so far of what goes by the shop's days and
// by words.
type listening struct {
	zone *time.Location
	days review.Days
	rows int // of the ledger
	said int // opinions
}

// heard holds the ledger and the words of one customer, and adds up what they
// contribute to the days.
func (c *checking) heard(id app.ID, h heard) error {
	var failed error
	h.about = c.s.purchasesOf(&touched{id: id}, false, &failed)
	c.listening.days.Add(h.records(), c.listening.zone, 1)
	for _, r := range rowsOf(id, h, c.listening.zone) {
		c.listening.rows++
		value, err := c.s.get(r.in, r.key)
		if err != nil {
			return err
		}
		if value == nil || !bytes.Equal(value, r.value) {
			c.add(problemDerived, nil, fmt.Errorf("a row of %s for %v is missing or differs", r.in, id))
		}
	}
	for _, o := range h.opinions {
		c.listening.said++
		if err := c.found(o, h); err != nil {
			return err
		}
	}
	return failed
}

// found holds that an opinion is found by its words.
func (c *checking) found(o app.Opinion, h heard) error {
	key := rowKeyOf(o)
	in, err := c.s.blockAround(key)
	if err != nil {
		return err
	}
	want := wordRowOf(o, h.about)
	if in.packed != nil {
		b, err := readBlock(in.packed)
		if err != nil {
			return err
		}
		for i := range b.rows() {
			if b.key(i) == key && b.mark(i) == want.mark && bytes.Equal(b.row(i), want.text) {
				return nil
			}
		}
	}
	c.add(problemDerived, nil, fmt.Errorf("the words of %v are not found", o.ID))
	return nil
}

// heardOfAll holds what was added up.
func (c *checking) heardOfAll() error {
	rows, said := 0, 0
	if err := c.s.scan(inLedger, nil, nil, func(_, _ []byte) (bool, error) { rows++; return true, nil }); err != nil {
		return err
	}
	err := c.s.blocks(func(_, packed []byte) (bool, error) {
		b, err := readBlock(packed)
		said += b.rows()
		return err == nil, err
	})
	if err != nil {
		return err
	}
	if rows != c.listening.rows || said != c.listening.said {
		c.add(problemDerived, nil, fmt.Errorf("%d rows of the ledger, not %d; words of %d opinions, not %d",
			rows, c.listening.rows, said, c.listening.said))
	}
	return c.daysAddUp()
}

func (c *checking) daysAddUp() error {
	differs := func(day app.Day) {
		c.add(problemDerived, nil, fmt.Errorf("the sums of %v differ", day))
	}
	want := make(map[string][]byte)
	for day, sum := range c.listening.days {
		if !sum.IsZero() {
			want[string(inNumbersOfDay.shelve(sumsKey(day, c.listening.zone)))] = sum.Append(nil)
		}
		if len(sum.Talk) > 0 {
			want[string(inTalkOfDay.shelve(sumsKey(day, c.listening.zone)))] = sum.AppendTalk(nil)
		}
	}
	err := c.s.scan(inByTime, nil, nil, func(k, v []byte) (bool, error) {
		if !inNumbersOfDay.holds(k) && !inTalkOfDay.holds(k) {
			return true, nil
		}
		if !bytes.Equal(want[string(k)], v) {
			differs(dayOfSums(k))
		}
		delete(want, string(k))
		return true, nil
	})
	for key := range want {
		differs(dayOfSums([]byte(key)))
	}
	return err
}
