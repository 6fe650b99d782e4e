package data

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"time"

	"github.com/fxamacker/cbor/v2"

	"ringback.app/app"
)

// entry is one change as the journal keeps it. It says everything by itself, so
// that another desktop can take it in, and taking it in twice changes nothing.
type entry struct {
	Clock    uint64          `cbor:"1,keyasint"` // hybrid logical: milliseconds since 1970 << 16 | count
	At       time.Time       `cbor:"2,keyasint"`
	Desktop  app.ID          `cbor:"3,keyasint"`
	By       string          `cbor:"4,keyasint,omitempty"`
	Batch    app.ID          `cbor:"5,keyasint"`
	Act      app.Act         `cbor:"6,keyasint"`
	Kind     app.Kind        `cbor:"7,keyasint"`
	ID       app.ID          `cbor:"8,keyasint"`
	Customer app.ID          `cbor:"9,keyasint,omitzero"`
	Before   cbor.RawMessage `cbor:"10,keyasint,omitempty"`
	After    cbor.RawMessage `cbor:"11,keyasint,omitempty"`
}

const clockCountBits = 16

// tick returns the next reading of the hybrid logical clock (Kulkarni et al.,
// "Logical Physical Clocks", 2014): the wall clock's where that moved on, else
// one more than the last, so that it never goes back.
func tick(last uint64, now time.Time) uint64 {
	return max(last+1, uint64(max(0, now.UnixMilli()))<<clockCountBits)
}

// lastSequence returns the number of the last entry, 0 if there is none.
func (s *state) lastSequence() (uint64, error) {
	in, err := s.in(inJournal)
	if err != nil {
		return 0, err
	}
	k, _ := in.Cursor().Last()
	if k == nil {
		return 0, nil
	}
	return binary.BigEndian.Uint64(k), nil
}

// journalize gathers the entries of a batch and the batch itself. Afterwards what
// the edits write or remove is a part of their entries, so that it lies in memory
// once.
func (w *writing) journalize(d deed, edits []edit) error {
	last, err := w.lastSequence()
	if err != nil {
		return err
	}
	clock, err := w.number(inMeta, []byte(metaClock))
	if err != nil {
		return err
	}
	sequence := last
	var noted entry // one for all: what is encoded goes to the heap
	for i, e := range edits {
		if i%1024 == 0 {
			if err := w.at(journalizing, i, len(edits)); err != nil {
				return err
			}
		}
		sequence++
		clock = tick(clock, d.at)
		of := cmp.Or(whose(e.is), whose(e.was))
		noted = w.entryOf(d, clock, e.kind, e.id)
		noted.Customer, noted.Before, noted.After = of, e.before, e.raw
		raw, err := w.encode(&noted)
		if err != nil {
			return err
		}
		w.put(inJournal, u64(sequence), raw)
		if e.raw != nil && bytes.HasSuffix(raw, e.raw) {
			edits[i].raw = ending(raw, len(e.raw))
		}
		if u, ok := e.was.(*unread); ok && e.raw == nil && bytes.HasSuffix(raw, e.before) {
			u.raw = ending(raw, len(e.before))
			edits[i].before = u.raw
		}
		for _, id := range concerned(e) {
			w.put(inJournalByCustomer, join(id[:], u64(sequence)), nil)
		}
	}
	return w.putBatch(d, last+1, sequence, clock)
}

// entryOf returns the entry of a deed about that record, which does not say yet what
// became of it.
func (w *writing) entryOf(d deed, clock uint64, kind app.Kind, id app.ID) entry {
	return entry{
		Clock: clock, At: d.at, Desktop: w.desktop, By: d.by, Batch: d.id, Act: d.act, Kind: kind, ID: id,
	}
}

// putBatch gathers the batch that a deed goes down as, from its first entry to its
// last, which was made at that reading of the clock.
func (w *writing) putBatch(d deed, first, last, clock uint64) error {
	w.put(inMeta, []byte(metaClock), u64(clock))
	return w.encodeTo(inBatches, d.id[:], app.BatchInfo{
		ID: d.id, Act: d.act, By: d.by, Note: d.note, At: d.at, First: first, Last: last,
		Undoes: d.undoes, Desktop: w.desktop.String(),
	})
}

// ending returns the last n bytes.
func ending(raw []byte, n int) []byte { return slices.Clip(raw[len(raw)-n:]) }

func whose(r app.Record) app.ID {
	if r == nil {
		return app.ID{}
	}
	return r.Whose()
}

// concerned returns the customers in whose history an edit shows: the zero ID for
// what nobody knows whose it is.
func concerned(e edit) []app.ID {
	was, is := whose(e.was), whose(e.is)
	switch {
	case e.kind == app.KindPlan:
		return nil
	case e.is == nil || e.was != nil && is == was:
		return []app.ID{was}
	case e.was == nil:
		return []app.ID{is}
	}
	return []app.ID{was, is}
}

// entryAt reads one entry.
func (s *state) entryAt(sequence uint64) (entry, error) {
	raw, err := s.get(inJournal, u64(sequence))
	if err != nil {
		return entry{}, err
	}
	return decode[entry](s.coding, raw)
}

// entriesIn visits the entries of a batch, in order, each with its number.
func (s *state) entriesIn(b app.BatchInfo, see func(sequence uint64, e entry) (bool, error)) error {
	for n := b.First; n <= b.Last; n++ {
		if err := stopped(s.ctx); err != nil {
			return err
		}
		e, err := s.entryAt(n)
		if err != nil {
			return err
		}
		if more, err := see(n, e); err != nil || !more {
			return err
		}
	}
	return nil
}

// History returns what was changed about a customer, newest first: limit at
// most, all if it is 0.
func (b *Book) History(ctx context.Context, customer app.ID, limit int) (all []app.Entry, err error) {
	err = b.view(ctx, func(s *state) error {
		merged := make(map[app.ID]string) // by batch: with whom
		return s.scanBack(inJournalByCustomer, customer[:], func(k, _ []byte) (bool, error) {
			sequence := sequenceIn(k)
			e, err := s.entryAt(sequence)
			if err != nil {
				return false, err
			}
			one, err := s.told(sequence, e)
			root := one.Batch
			if err == nil {
				root, err = s.tellUndoing(&one)
			}
			if err == nil && (one.Act == app.ActMerge || one.Undoes == app.ActMerge) {
				one.With, err = s.mergedWith(root, customer, merged)
			}
			all = append(all, one)
			return err == nil && (limit <= 0 || len(all) < limit), err
		})
	})
	return all, err
}

// tellUndoing tells whether an entry's batch was taken back, and of an undo what
// it is about. It returns the batch that it is about, its own if it is no undo.
func (s *state) tellUndoing(e *app.Entry) (root app.ID, err error) {
	root = e.Batch
	info, err := s.batch(root)
	e.Undone = !info.Undone.IsZero()
	for back := false; err == nil && !info.Undoes.IsZero(); back = !back {
		root = info.Undoes
		info, err = s.batch(root)
		e.Undoes, e.Back = info.Act, back
	}
	if err != nil && app.CodeOf(err) == app.CodeNotFound {
		return root, nil // the batch is not in the book any more
	}
	return root, err
}

// mergedWith tells what the other customer of a merge was called, "" if nobody knows
// any more. What was found out is in known, by batch.
func (s *state) mergedWith(batch, customer app.ID, known map[app.ID]string) (string, error) {
	if name, found := known[batch]; found {
		return name, nil
	}
	known[batch] = ""
	info, err := s.batch(batch)
	if err != nil {
		if app.CodeOf(err) == app.CodeNotFound {
			err = nil
		}
		return "", err
	}
	err = s.entriesIn(info, func(_ uint64, e entry) (bool, error) {
		if e.Kind != app.KindCustomer || e.ID == customer {
			return true, nil
		}
		before, err := s.record(e.Kind, e.Before)
		if other, ok := before.(app.Customer); ok {
			known[batch] = other.Called()
		}
		return true, err
	})
	return known[batch], err
}

// told turns an entry into what the app knows it as.
func (s *state) told(sequence uint64, e entry) (app.Entry, error) {
	before, err := s.record(e.Kind, e.Before)
	if err != nil {
		return app.Entry{}, err
	}
	after, err := s.record(e.Kind, e.After)
	if err != nil {
		return app.Entry{}, err
	}
	return app.Entry{
		Sequence: sequence, At: e.At, Desktop: e.Desktop.String(), By: e.By, Batch: e.Batch, Act: e.Act,
		Kind: e.Kind, ID: e.ID, Customer: e.Customer, Before: before, After: after,
	}, nil
}
