package data

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// Forget erases a customer with all that is on record about them, so that it
// stays erased: their purchases, calls, opinions and complaints, what the journal
// kept of those, also under records that were merged into theirs, drafts, and the
// cards of nobody's that are signed with what is theirs.
// Keyed hashes of their numbers, addresses and references stay, also of those they had
// before, and an import leaves out whoever has one of these. The journal notes that somebody was
// forgotten, and by whom. The file is written anew at the end, whether or not ctx
// has ended by then, so that nothing can be read in it any more; where that fails
// it is done when the book is next opened. Copies made before still hold the
// customer: see CopiesToRenew.
//
// It cannot be undone. It returns an Error with CodeNotFound if there is no such
// customer, and with the key error.book.forgotten-readable if they are forgotten
// and the file could not be written anew.
func (b *Book) Forget(ctx context.Context, id app.ID, by string) error {
	d := deed{id: b.options.IDs.Next(), act: app.ActForget, by: by, at: b.options.Clock()}
	if err := b.commitForgetting(ctx, id, d); err != nil {
		return err
	}
	b.publish(app.Changed{Batch: d.id, Act: d.act, Customers: []app.ID{id}})
	if err := b.Compact(context.WithoutCancel(ctx)); err != nil {
		return &app.Error{
			Code: app.CodeStorage, Key: "error.book.forgotten-readable", Args: app.Args{"Path": b.path},
			Err: fmt.Errorf("write the book anew without who was forgotten: %w", err),
		}
	}
	return nil
}

func (b *Book) commitForgetting(ctx context.Context, id app.ID, d deed) error {
	b.write.Lock()
	defer b.write.Unlock()
	typed, _ := b.unkept.now()
	_ = b.keepAgain(ctx) // so that of what was typed of others nothing is lost
	err := b.change(ctx, d.id, func(w *writing) error {
		w.desktop = b.who.desktop
		return w.forget(id, d)
	})
	if err == nil {
		b.unkept.forgetUpTo(typed) // what is still left of it may name them
	}
	return err
}

// finishForgetting writes the file anew if a customer was forgotten and that was
// not done. That it cannot, on a full disk for one, is no reason not to open the
// book: it is tried again the next time.
func (b *Book) finishForgetting(ctx context.Context) error {
	pending, known := false, false
	err := b.view(ctx, func(s *state) (err error) {
		known = s.tx.Bucket([]byte(inForgotten.String())) != nil
		pending, err = s.has(inMeta, []byte(metaErase))
		return err
	})
	if err == nil && !known { // a book of before there was forgetting
		err = b.unjournaled(ctx, func(w *writing) error {
			_, err := w.tx.CreateBucketIfNotExists([]byte(inForgotten.String()))
			return err
		})
	}
	if err != nil || !pending {
		return err
	}
	if err := b.Compact(ctx); err != nil {
		b.options.Log.Warn().Str("code", string(app.CodeOf(err))).Msg("who was forgotten can still be read in the file")
	}
	return b.view(ctx, func(*state) error { return nil })
}

func (w *writing) forget(id app.ID, d deed) error {
	c, err := one[app.Customer](w.state, id)
	if err != nil {
		return err
	}
	signed, err := w.signed(c)
	if err != nil {
		return err
	}
	edits, err := w.removals(id, signed)
	if err != nil {
		return err
	}
	strays := make(map[app.ID]bool) // what was theirs before anybody knew that
	for _, r := range signed {
		strays[r.id] = true
	}
	for _, e := range edits {
		in, _ := bucketOf(e.kind)
		w.remove(in, e.id[:])
	}
	if _, err := w.derive(edits); err != nil {
		return err
	}
	w.markForgotten(c)
	if err := w.dropKept(c, edits); err != nil {
		return err
	}
	w.put(inMeta, []byte(metaErase), []byte{1})
	w.put(inMeta, []byte(metaCopies), d.id[:])
	return w.scrub(id, strays, d)
}

// removals are the edits that take away all records of a customer, and the others.
func (s *state) removals(id app.ID, others []ref) ([]edit, error) {
	refs := append([]ref{{id, app.KindCustomer, id}}, others...)
	for shelf, kind := range map[bucket]app.Kind{
		inPurchasesByCustomer: app.KindPurchase, inCallsByCustomer: app.KindCall,
		inOpinionsByCustomer: app.KindOpinion, inComplaintsByCustomer: app.KindComplaint,
	} {
		err := s.scanPrefix(shelf, id[:], func(k, _ []byte) (bool, error) {
			refs = append(refs, ref{id, kind, tail(k)})
			return true, nil
		})
		if err != nil {
			return nil, err
		}
	}
	edits := make([]edit, 0, len(refs))
	for _, r := range refs {
		e, err := s.asNew(r)
		if err != nil {
			return nil, err
		}
		edits = append(edits, edit{change: change{kind: r.kind, id: r.id}, before: e.raw, was: e.is})
	}
	return edits, nil
}

// markForgotten notes by what a customer is known again.
func (w *writing) markForgotten(c app.Customer) {
	for _, hash := range w.marksOf(c) {
		w.put(inForgotten, hash, nil)
	}
}

// markFormer notes by what they are known whom an entry is about, before it and after
// it: an old file still says so. What was taken back was a mistake, and may be
// somebody else's.
func (w *writing) markFormer(e entry) error {
	info, err := w.batch(e.Batch)
	if err != nil || !info.Undone.IsZero() || info.Act == app.ActUndo {
		return err
	}
	for _, raw := range [][]byte{e.Before, e.After} {
		r, err := w.record(e.Kind, raw)
		if err != nil {
			return err
		}
		if c, ok := r.(app.Customer); ok {
			w.markForgotten(c)
		}
	}
	return nil
}

// marksOf are the hashes by which a forgotten customer is known again.
func (s *state) marksOf(c app.Customer) [][]byte {
	var marks [][]byte
	for _, r := range c.References {
		marks = append(marks, s.hash(inForgotten, "reference", string(r.Kind), r.Value))
	}
	for _, p := range c.Phones {
		digits := folding.Digits(p.Dialled())
		if digits != "" {
			marks = append(marks, s.hash(inForgotten, "phone", digits))
		}
		if abroad := alike.LookUp(digits); abroad != digits && abroad != "" {
			marks = append(marks, s.hash(inForgotten, "phone", abroad))
		}
	}
	for _, e := range c.Emails {
		if folded := folding.Fold(e.Address); folded != "" {
			marks = append(marks, s.hash(inForgotten, "email", folded))
		}
	}
	return marks
}

// wasForgotten tells whether the customer has something of one who was
// forgotten.
func (s *state) wasForgotten(c app.Customer) (bool, error) {
	in, err := s.in(inForgotten)
	if err != nil {
		return false, err
	}
	if k, _ := in.Cursor().First(); k == nil {
		return false, nil
	}
	for _, hash := range s.marksOf(c) {
		if in.Get(hash) != nil {
			return true, nil
		}
	}
	return false, nil
}

// withoutForgotten leaves out the customers whom an import would bring back, and
// what is theirs: it returns the IDs of all that is left out, as they are written.
func (s *state) withoutForgotten(edits []edit) (left []edit, gone map[string]bool, err error) {
	out := make(map[app.ID]bool)
	for _, e := range edits {
		c, ok := e.is.(app.Customer)
		if !ok || e.was != nil {
			continue
		}
		forgotten, err := s.wasForgotten(c)
		if err != nil {
			return nil, nil, err
		}
		if forgotten {
			out[c.ID] = true
		}
	}
	if len(out) == 0 {
		return edits, nil, nil
	}
	gone = make(map[string]bool)
	left = slices.DeleteFunc(edits, func(e edit) bool {
		is := out[whose(e.is)]
		if is {
			gone[e.id.String()] = true
		}
		return is
	})
	return left, gone, nil
}

// putKeep keeps what comes with a batch, without what is kept of those who are left
// out: their IDs stand in the keys.
func (w *writing) putKeep(out map[string]bool) {
	for key, value := range w.keep {
		if !slices.ContainsFunc(strings.Split(key, "."), func(word string) bool { return out[word] }) {
			w.put(inKept, []byte(key), bytes.Clone(value))
		}
	}
}
