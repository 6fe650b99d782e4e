package data

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"ringback.app/app"
)

// change is one record as it shall be.
type change struct {
	kind app.Kind
	id   app.ID
	raw  []byte     // nil: it shall not be
	is   app.Record // what raw says
}

// edit is a change that makes a difference.
type edit struct {
	change
	before []byte // nil: there was none; copied from the file
	was    app.Record
}

// deed is what a batch goes down as.
type deed struct {
	id     app.ID
	act    app.Act
	by     string
	note   string
	at     time.Time
	undoes app.ID
}

// Apply writes all changes of the batch, or none. It returns an Error with
// CodeInvalid for what is no record of a book, or is without an ID, of a customer the book does not know or
// with more than app.MaxVerbatim letters of words, CodeConflict for the removal of a
// customer of whom something is left, CodeNotFound for the removal of what is not
// there, CodeCancelled if ctx ends before the commit and CodeStorage if the disk
// refuses. Where several changes concern one record, the last one counts.
//
// A record is written whole: what was made of one that the book held before is
// for Act, or it would take back what others wrote of it meanwhile.
func (b *Book) Apply(ctx context.Context, batch app.Batch) (app.Applied, error) {
	return b.Act(ctx, func() (app.Batch, error) { return batch, nil })
}

// Act applies the batch that decide returns. Nobody else writes between what
// decide reads and the commit, so that what it found still is so. Decide reads
// the book as ever and must not write to it: that would wait for itself. An error
// of decide is returned as it is, and nothing is written then. It returns the
// errors of Apply otherwise.
func (b *Book) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	return b.alone(func() (applied app.Applied, event app.Changed, err error) {
		if err := stopped(ctx); err != nil {
			return applied, event, err
		}
		batch, err := decide()
		if err != nil {
			return applied, event, err
		}
		changes, err := b.prepare(ctx, batch.Changes)
		if err != nil {
			return applied, event, err
		}
		d := deed{id: batch.ID, act: batch.Act, by: batch.By, note: batch.Note, at: b.options.Clock()}
		if d.id.IsZero() {
			d.id = b.options.IDs.Next()
		}
		keep, progress, draft := batch.Keep, batch.Progress, batch.Draft
		applied, event, err = b.perform(ctx, &d, draft, func(w *writing) ([]change, error) {
			w.progress, w.keep = progress, keep
			once := changes
			changes = nil // a large batch shall not lie in memory until the commit
			return once, nil
		})
		if err == nil {
			for key := range keep {
				b.unkept.forget(key)
			}
		}
		return applied, event, err
	})
}

// alone lets one act be done at a time, and tells of it when it is done.
func (b *Book) alone(act func() (app.Applied, app.Changed, error)) (app.Applied, error) {
	applied, event, err := func() (app.Applied, app.Changed, error) {
		b.write.Lock()
		defer b.write.Unlock()
		return act()
	}()
	if err != nil {
		return app.Applied{}, err
	}
	if applied.Changed > 0 {
		b.publish(event)
	}
	return applied, nil
}

// perform runs the one write path.
func (b *Book) perform(
	ctx context.Context, d *deed, draft string, what func(*writing) ([]change, error),
) (applied app.Applied, event app.Changed, err error) {
	err = b.change(ctx, d.id, func(w *writing) error {
		w.desktop = b.who.desktop
		changes, err := what(w)
		if err != nil {
			return err
		}
		if draft != "" {
			w.remove(inKept, []byte(draft))
		}
		applied, event, err = w.carryOut(*d, changes)
		return err
	})
	if err == nil {
		b.unkept.forget(draft)
	}
	return applied, event, err
}

// prepare encodes the records, before the transaction begins.
func (b *Book) prepare(ctx context.Context, asked []app.Change) ([]change, error) {
	if len(asked) > chunkRecords {
		tidy() // what finding out about so many took
	}
	changes := make([]change, 0, len(asked))
	for i, a := range asked {
		if i%1024 == 0 {
			if err := stopped(ctx); err != nil {
				return nil, err
			}
		}
		c, err := b.coding.change(a)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	slices.SortStableFunc(changes, byRecord)
	// Of several changes of one record the last one counts.
	kept := changes[:0]
	for i, c := range changes {
		if i+1 < len(changes) && byRecord(c, changes[i+1]) == 0 {
			continue
		}
		kept = append(kept, c)
	}
	return kept, nil
}

// byRecord gives the order in which the changes of a batch come.
func byRecord(x, y change) int { return cmp.Or(cmp.Compare(x.kind, y.kind), x.id.Compare(y.id)) }

func (c coding) change(a app.Change) (change, error) {
	if a.Put == nil {
		if _, ok := bucketOf(a.Kind); !ok || a.Kind == app.KindPlan {
			return change{}, invalid("error.book.not-removable", fmt.Errorf("kind %d", a.Kind))
		}
		return change{kind: a.Kind, id: a.Remove}, nil
	}
	kind, id := a.Put.Key()
	if _, ok := bucketOf(kind); !ok {
		return change{}, invalid("error.book.no-record", fmt.Errorf("a %T is of no kind of record", a.Put))
	}
	if id.IsZero() {
		return change{}, invalid("error.book.no-id", fmt.Errorf("a %T without an id", a.Put))
	}
	if o, ok := a.Put.(app.Opinion); ok && utf8.RuneCountInString(o.Verbatim) > app.MaxVerbatim {
		return change{}, &app.Error{
			Code: app.CodeInvalid, Key: "error.opinion.long", Args: app.Args{"Length": utf8.RuneCountInString(o.Verbatim), "Most": app.MaxVerbatim},
			Err: fmt.Errorf("opinion %v has %d bytes of words", id, len(o.Verbatim)),
		}
	}
	raw, err := c.encode(a.Put)
	if err != nil {
		return change{}, err
	}
	if kind == app.KindCustomer || kind == app.KindPurchase {
		return change{kind, id, raw, a.Put}, nil
	}
	// What follows from a record follows from what is kept of it: whole seconds.
	is, err := c.record(kind, raw)
	if err != nil {
		return change{}, err
	}
	return change{kind, id, raw, is}, nil
}

func invalid(key string, err error) error {
	return &app.Error{Code: app.CodeInvalid, Key: key, Err: err}
}

// carryOut gathers the writes of the changes that make a difference, with all
// that follows from them. Without a difference it gathers none.
func (w *writing) carryOut(d deed, changes []change) (app.Applied, app.Changed, error) {
	edits, err := w.differences(d.act, changes)
	var out map[string]bool
	if err == nil && d.act == app.ActImport {
		edits, out, err = w.withoutForgotten(edits)
	}
	w.putKeep(out)
	if err == nil && len(edits) == 0 && !d.undoes.IsZero() {
		// It would be marked as taken back by a batch that is not written.
		err = &app.Error{Code: app.CodeConflict, Key: "error.book.undo-nothing"}
	}
	if err != nil || len(edits) == 0 {
		return app.Applied{}, app.Changed{}, err
	}
	if taken, err := w.has(inBatches, d.id[:]); err != nil || taken {
		return app.Applied{}, app.Changed{}, cmp.Or(err, invalid("error.book.batch-twice", fmt.Errorf("batch %v", d.id)))
	}
	w.expect(edits)
	// The journal comes first: of the records only its copy is kept.
	if err := w.journalize(d, edits); err != nil {
		return app.Applied{}, app.Changed{}, err
	}
	for _, e := range edits {
		into, _ := bucketOf(e.kind)
		if e.raw == nil {
			w.remove(into, e.id[:])
		} else {
			w.put(into, e.id[:], e.raw)
		}
	}
	applied := app.Applied{Batch: d.id, Changed: len(edits)}
	event := app.Changed{Batch: d.id, Act: d.act, Undoes: d.undoes, Plan: edits[len(edits)-1].kind == app.KindPlan}
	customers, err := w.derive(edits)
	if err != nil {
		return app.Applied{}, app.Changed{}, err
	}
	if len(customers) <= maxNamed {
		event.Customers = customers
	}
	return applied, event, nil
}

// expect makes room for what is sure to be written.
func (w *writing) expect(edits []edit) {
	var room [bucketCount]int
	for _, e := range edits {
		in, _ := bucketOf(e.kind)
		room[in.real()]++
		room[inByCustomer]++
		if c, ok := e.is.(app.Customer); ok {
			room[inByCustomer] += 2
			room[inLines]++
			room[inReferences] += len(c.References)
			room[inPhones] += len(c.Phones)
			room[inEmails] += len(c.Emails)
		}
	}
	room[inJournal] += len(edits)
	all := 0
	for b, n := range room {
		w.ops[b].expect(n)
		all += n
	}
	w.large = all > largeOps
	w.breathe()
}

// maxNamed is how many customers an event names.
const maxNamed = 64

// differences compares the changes with what is there. Who is left by a merge
// counts as changed by it in any case: the journal says by that whom the other one
// became.
func (w *writing) differences(act app.Act, changes []change) ([]edit, error) {
	edits := make([]edit, 0, len(changes))
	for i, c := range changes {
		if i%1024 == 0 {
			if err := w.at(comparing, i, len(changes)); err != nil {
				return nil, err
			}
		}
		in, _ := bucketOf(c.kind)
		before, err := w.get(in, c.id[:])
		if err != nil {
			return nil, err
		}
		if before == nil && c.raw == nil {
			return nil, notFound(c.kind, c.id)
		}
		left := act == app.ActMerge && c.kind == app.KindCustomer
		if before != nil && c.raw != nil && bytes.Equal(before, c.raw) && !left {
			continue
		}
		e := edit{change: c, before: bytes.Clone(before)}
		if c.raw == nil && len(changes) > maxNamed {
			e.was, err = w.unread(c, e.before)
		} else {
			e.was, err = w.record(c.kind, e.before)
		}
		if err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	return edits, nil
}

// unread is a record that goes. Of many such, each is read when it is its turn,
// so that they do not lie in memory all together.
type unread struct {
	kind      app.Kind
	id, whose app.ID
	raw       []byte
}

func (u *unread) Key() (app.Kind, app.ID) { return u.kind, u.id }

func (u *unread) Whose() app.ID { return u.whose }

func (s *state) unread(c change, raw []byte) (app.Record, error) {
	of := owner{c.id}
	if c.kind != app.KindCustomer {
		var err error
		if of, err = decode[owner](s.coding, raw); err != nil {
			return nil, err
		}
	}
	return &unread{c.kind, c.id, of.Customer, raw}, nil
}
