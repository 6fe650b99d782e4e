package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// The customers never asked are kept packed, so that going through all of them
// costs next to nothing: rows of ID and first day, sorted by ID, in values by the
// last bits of the ID. The values are so many that one is small: whoever is asked
// for the first time leaves theirs, which is then written anew.
const (
	poolRow  = idSize + 4
	poolMask = 1<<11 - 1
)

// poolKey is where a customer's row lies.
func poolKey(id app.ID) uint16 { return binary.BigEndian.Uint16(id[idSize-2:]) & poolMask }

// poolChange is what changes in one of the values.
type poolChange struct {
	rows map[app.ID]app.Day // 0: out
}

func (w *writing) repool(id app.ID, was, is *app.Summary) {
	in := func(s *app.Summary) app.Day {
		if s == nil || !calllist.IsUnasked(*s) {
			return 0
		}
		return s.Buying.First
	}
	after := in(is)
	if in(was) == after {
		return
	}
	shard := poolKey(id)
	if w.pool[shard] == nil {
		w.pool[shard] = &poolChange{make(map[app.ID]app.Day)}
	}
	w.pool[shard].rows[id] = after
}

func (w *writing) flushPool() error {
	for shard, change := range w.pool {
		old, err := w.get(inUnasked, u16(shard))
		if err != nil {
			return err
		}
		packed, err := change.merged(old)
		if err != nil {
			return err
		}
		if len(packed) == 0 {
			w.remove(inUnasked, u16(shard))
			continue
		}
		w.put(inUnasked, u16(shard), packed)
	}
	return nil
}

func (c *poolChange) merged(old []byte) ([]byte, error) {
	if len(old)%poolRow != 0 {
		return nil, damaged(fmt.Errorf("%d bytes of unasked", len(old)))
	}
	rows := make([][]byte, 0, len(old)/poolRow+len(c.rows))
	for row := range slices.Chunk(old, poolRow) {
		if _, changed := c.rows[idOf(row)]; !changed {
			rows = append(rows, row)
		}
	}
	for id, day := range c.rows {
		if day != 0 {
			rows = append(rows, join(id[:], u32(uint32(day))))
		}
	}
	slices.SortFunc(rows, bytes.Compare)
	return slices.Concat(rows...), nil
}

// unasked yields the customers never asked, in a fixed order.
func (s *state) unasked(yield func(app.ID, app.Day) bool) error {
	a, err := s.ahead()
	if err != nil {
		return err
	}
	more := true
	err = s.scan(inUnasked, nil, nil, func(_, v []byte) (bool, error) {
		for ; more && len(v) >= poolRow; v = v[poolRow:] {
			if id := idOf(v); !a.has(id) {
				more = yield(id, app.Day(binary.BigEndian.Uint32(v[idSize:])))
			}
		}
		return more, nil
	})
	if err != nil || a == nil {
		return err
	}
	for _, u := range a.unasked {
		if !more {
			break
		}
		more = yield(u.customer, u.day)
	}
	return nil
}
