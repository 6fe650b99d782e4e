package data

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/traces"
)

// scrub takes a customer out of the journal: their entries keep their place and
// say nothing any more. So do those about the strays, which nobody knew to be
// theirs.
func (w *writing) scrub(id app.ID, strays map[app.ID]bool, d deed) error {
	called := make(map[string]bool)
	scrubbed := make(map[uint64]bool)
	batches := make(map[app.ID]bool)
	met := map[app.ID]bool{id: true}
	for todo := []app.ID{id}; len(todo) > 0; todo = todo[1:] {
		sequences, err := w.entriesOf(todo[0])
		if err != nil {
			return err
		}
		for _, n := range sequences {
			if scrubbed[n] {
				continue
			}
			scrubbed[n] = true
			e, err := w.scrubEntry(n)
			if err != nil {
				return err
			}
			if err := w.namesIn(e, called); err != nil {
				return err
			}
			if err := w.markFormer(e); err != nil {
				return err
			}
			if w.wasNobodys(e) {
				strays[e.ID] = true
			}
			if batches[e.Batch] || e.Act != app.ActMerge {
				batches[e.Batch] = true
				continue
			}
			batches[e.Batch] = true
			others, err := w.mergedIn(e.Batch, met)
			if err != nil {
				return err
			}
			todo = append(todo, others...)
		}
	}
	if err := w.scrubStrays(strays, scrubbed, batches); err != nil {
		return err
	}
	for batch := range batches {
		if err := w.scrubBatch(batch, scrubbed, called, d.id); err != nil {
			return err
		}
	}
	return w.noteForgetting(id, d)
}

// wasNobodys tells whether nobody knew whose the record was, before the entry or
// after it.
func (s *state) wasNobodys(e entry) bool {
	of, err := s.concernedBy(e)
	return err == nil && slices.Contains(of, app.ID{})
}

// scrubStrays empties the entries about what was a customer's before anybody knew
// that, also those of a time when it was taken for somebody else's.
func (w *writing) scrubStrays(strays map[app.ID]bool, scrubbed map[uint64]bool, batches map[app.ID]bool) error {
	if len(strays) == 0 {
		return nil
	}
	met := map[app.ID]bool{{}: true}
	for todo := []app.ID{{}}; len(todo) > 0; todo = todo[1:] {
		sequences, err := w.entriesOf(todo[0])
		if err != nil {
			return err
		}
		for _, n := range sequences {
			e, err := w.entryAt(n)
			if err != nil {
				return err
			}
			if scrubbed[n] || !strays[e.ID] {
				continue
			}
			of, err := w.concernedBy(e)
			if err != nil {
				return err
			}
			for _, customer := range of {
				if !met[customer] {
					met[customer] = true
					todo = append(todo, customer)
				}
			}
			scrubbed[n], batches[e.Batch] = true, true
			if _, err := w.scrubEntry(n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *state) entriesOf(customer app.ID) (sequences []uint64, err error) {
	err = s.scanPrefix(inJournalByCustomer, customer[:], func(k, _ []byte) (bool, error) {
		sequences = append(sequences, sequenceIn(k))
		return true, nil
	})
	return sequences, err
}

// scrubEntry empties one entry and returns what it was.
func (w *writing) scrubEntry(n uint64) (entry, error) {
	e, err := w.entryAt(n)
	if err != nil {
		return e, err
	}
	of, err := w.concernedBy(e)
	if err != nil {
		return e, err
	}
	for _, customer := range of {
		w.remove(inJournalByCustomer, join(customer[:], u64(n)))
	}
	empty := e
	empty.Before, empty.After, empty.Customer = nil, nil, app.ID{}
	return e, w.encodeTo(inJournal, u64(n), empty)
}

// scrubbed tells whether nothing is left of what the entry said.
func (e entry) scrubbed() bool { return e.Before == nil && e.After == nil }

// mergedIn returns the customers whom a merge removed and who are still gone:
// they were the same person.
func (s *state) mergedIn(batch app.ID, met map[app.ID]bool) (others []app.ID, err error) {
	info, err := s.batch(batch)
	if err != nil {
		return nil, err
	}
	err = s.entriesIn(info, func(_ uint64, e entry) (bool, error) {
		if e.Kind != app.KindCustomer || e.After != nil || met[e.ID] {
			return true, nil
		}
		there, err := s.has(inCustomers, e.ID[:])
		if err == nil && !there {
			met[e.ID] = true
			others = append(others, e.ID)
		}
		return true, err
	})
	return others, err
}

// namesIn adds what a customer was called before and after an entry.
func (s *state) namesIn(e entry, called map[string]bool) error {
	for _, raw := range [][]byte{e.Before, e.After} {
		r, err := s.record(e.Kind, raw)
		if err != nil {
			return err
		}
		if c, ok := r.(app.Customer); ok {
			called[c.Called()] = true
		}
	}
	return nil
}

// scrubBatch takes the note from a batch that names the customer or of which
// nothing is left, and bars the latter from being undone.
func (w *writing) scrubBatch(id app.ID, scrubbed map[uint64]bool, called map[string]bool, by app.ID) error {
	info, err := w.batch(id)
	if err != nil {
		return err
	}
	left := false
	err = w.entriesIn(info, func(n uint64, e entry) (bool, error) {
		left = !scrubbed[n] && !e.scrubbed()
		return !left, nil
	})
	if err != nil {
		return err
	}
	if !left {
		info.Note = ""
		if info.Undone.IsZero() {
			info.Undone = by
		}
	}
	for name := range called {
		if traces.Mentions(info.Note, name) {
			info.Note = ""
		}
	}
	return w.encodeTo(inBatches, info.ID[:], info)
}

// noteForgetting writes down that somebody was forgotten: when and by whom.
func (w *writing) noteForgetting(id app.ID, d deed) error {
	last, err := w.lastSequence()
	if err != nil {
		return err
	}
	clock, err := w.number(inMeta, []byte(metaClock))
	if err != nil {
		return err
	}
	clock = tick(clock, d.at)
	if err := w.encodeTo(inJournal, u64(last+1), w.entryOf(d, clock, app.KindCustomer, id)); err != nil {
		return err
	}
	return w.putBatch(d, last+1, last+1, clock)
}
