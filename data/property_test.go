package data_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/review/reviewtest/recount"
	"ringback.app/data"
)

// life is a shop in which anything may happen.
type life struct {
	*shop
	r       *rapid.T
	d       *recount.Drawing
	records []app.Record // what is in the book, and what is drawn to be
	batches []app.ID
}

func newLife(t *testing.T, r *rapid.T) *life {
	s := openShop(t, filepath.Join(t.TempDir(), "shop.book"))
	s.now = recount.Now()
	return &life{shop: s, r: r, d: &recount.Drawing{R: r}}
}

func (l *life) dump(alsoJournal bool) map[string]string {
	return dump(l.t.Context(), l.r, l.Book, alsoJournal)
}

// live has some of these happen.
func (l *life) live(least, most int, steps ...func()) {
	for range rapid.IntRange(least, most).Draw(l.r, "steps") {
		var err error
		if l.records, err = data.Records(l.t.Context(), l.Book); err != nil {
			l.r.Fatal(err)
		}
		oneOf(l.r, "step", steps)()
	}
}

// done is called with what came of a change; a refusal that is one of the book's rules is fine.
func (l *life) done(applied app.Applied, err error) {
	switch app.CodeOf(err) {
	case app.CodeConflict, app.CodeInvalid, app.CodeNotFound:
		return
	}
	if err != nil {
		l.r.Fatal(err)
	}
	if applied.Changed > 0 {
		l.batches = append(l.batches, applied.Batch)
	}
}

func (l *life) apply(changes ...app.Change) {
	l.done(l.Apply(l.t.Context(), app.Batch{Act: app.ActImport, Changes: changes}))
}

func oneOf[T any](r *rapid.T, label string, from []T) T {
	return from[rapid.IntRange(0, len(from)-1).Draw(r, label)]
}

func (l *life) oneIn(n int, label string) bool { return rapid.IntRange(1, n).Draw(l.r, label) == n }

// these are the records of a kind, by their type.
func these[T app.Record](records []app.Record) (all []T) {
	for _, r := range records {
		if is, ok := r.(T); ok {
			all = append(all, is)
		}
	}
	return all
}

func (l *life) someone() app.ID { return oneOf(l.r, "whose", these[app.Customer](l.records)).ID }

func (l *life) someoneOrNobody() app.ID {
	if l.oneIn(4, "nobody's") {
		return app.ID{}
	}
	return l.someone()
}

func (l *life) aCustomer() app.Customer {
	c := l.d.Customer()
	c.Emails = []app.Email{{Address: oneOf(l.r, "mail", []string{"a@example.com", "b@example.com"})}}
	c.References = []app.Reference{{Kind: app.ReferenceShop, Value: oneOf(l.r, "ref", []string{"1", "2", "330"})}}
	if l.oneIn(4, "refuses") {
		purposes := []app.Purpose{app.PurposeAny, app.PurposeMarketing, app.PurposeFollowUp}
		c.DoNotCall = []app.DoNotCall{{Purpose: oneOf(l.r, "what", purposes)}}
	}
	return c
}

func (l *life) aPurchase() app.Purchase {
	p := l.d.Purchase(l.someone())
	p.Receipt = oneOf(l.r, "receipt", []string{"", "R1", "R2"})
	return p
}

func (l *life) aCall() app.Call {
	c := l.d.Call(l.someone())
	if worked := l.oneIn(2, "it worked"); l.oneIn(3, "asked whether it did") {
		c.FixWorked = &worked
	}
	if all := these[app.Complaint](l.records); len(all) > 0 && l.oneIn(3, "about a complaint") {
		c.Complaint = oneOf(l.r, "which", all).ID
	}
	if all := these[app.Purchase](l.records); len(all) > 0 && l.oneIn(2, "about a purchase") {
		c.About = []app.ID{oneOf(l.r, "which", all).ID}
	}
	return c
}

func (l *life) anOpinion() app.Opinion {
	all := these[app.Purchase](l.records)
	return l.d.Opinion(l.someoneOrNobody(), all[:min(3, len(all))])
}

func (l *life) aComplaint() app.Complaint { return l.d.Complaint(l.someoneOrNobody()) }

// aPlan may leave the zone to the machine.
func (l *life) aPlan() app.Plan {
	p := l.d.Plan()
	if l.oneIn(3, "the machine's zone") {
		p.TimeZone = ""
	}
	return p
}

// another draws a record to add, or the plan.
func (l *life) another() app.Record {
	what := rapid.IntRange(0, 10).Draw(l.r, "what")
	if len(these[app.Customer](l.records)) == 0 {
		what = 0
	}
	switch what {
	case 0:
		return l.aCustomer()
	case 1, 2, 3, 4:
		return l.aPurchase()
	case 5:
		return l.aCall()
	case 6, 7:
		return l.anOpinion()
	case 8, 9:
		return l.aComplaint()
	}
	return l.aPlan()
}

// other draws what else a record may say, or whose else it may be.
func (l *life) other(r app.Record) app.Record {
	switch is := r.(type) {
	case app.Customer:
		c := l.aCustomer()
		c.ID = is.ID
		return c
	case app.Purchase:
		p := l.aPurchase()
		p.ID = is.ID
		return p
	case app.Call:
		c := l.aCall()
		c.ID = is.ID
		return c
	case app.Opinion:
		return l.corrected(is)
	case app.Complaint:
		return l.laterOn(is)
	}
	return l.aPlan()
}

// corrected draws one thing of an opinion anew, or all.
func (l *life) corrected(o app.Opinion) app.Opinion {
	now := l.anOpinion()
	switch rapid.IntRange(0, 3).Draw(l.r, "what of it") {
	case 0:
		o.Praise, o.Passed = now.Praise, now.Passed
	case 1:
		o.Score, o.Themes, o.Quote, o.About = now.Score, now.Themes, now.Quote, now.About
	case 2:
		o.Customer = now.Customer
	default:
		now.ID = o.ID
		return now
	}
	return o
}

// laterOn draws one stage of a complaint anew, or all.
func (l *life) laterOn(c app.Complaint) app.Complaint {
	now := l.aComplaint()
	switch rapid.IntRange(0, 6).Draw(l.r, "stage") {
	case 0:
		c.Answered = now.Answered
	case 1:
		c.PutRight, c.Remedy, c.Earlier = now.PutRight, now.Remedy, now.Earlier
	case 2:
		c.Confirmed, c.Closed = now.Confirmed, now.Closed
	case 3:
		c.Promises = now.Promises
	case 4:
		c.Reopened = now.Reopened
	case 5:
		c.Customer = now.Customer
	default:
		now.ID = c.ID
		return now
	}
	return c
}

// drawn draws a batch: some records more, and what else some of the book may say.
func (l *life) drawn() (changes []app.Change) {
	for range rapid.IntRange(1, 6).Draw(l.r, "how many") {
		var r app.Record
		if len(these[app.Customer](l.records)) > 0 && l.oneIn(3, "there before") {
			r = l.other(oneOf(l.r, "which", l.records))
		} else {
			r = l.another()
			l.records = append(l.records, r)
		}
		changes = append(changes, app.Put(r))
	}
	return changes
}

func (l *life) write() { l.apply(l.drawn()...) }

func (l *life) remove() {
	kind, id := oneOf(l.r, "which", l.records).Key()
	if kind != app.KindPlan {
		l.apply(app.Remove(kind, id))
	}
}

func (l *life) merge() {
	if len(these[app.Customer](l.records)) > 1 {
		l.apply(merged(l.records, l.someone(), l.someone())...)
	}
}

// merged gives all that is one customer's to another, and removes the one.
func merged(records []app.Record, from, to app.ID) (changes []app.Change) {
	if from == to {
		return nil
	}
	for _, r := range records {
		if r.Whose() != from {
			continue
		}
		switch is := r.(type) {
		case app.Customer:
			changes = append(changes, app.Remove(app.KindCustomer, from))
		case app.Purchase:
			is.Customer = to
			changes = append(changes, app.Put(is))
		case app.Call:
			is.Customer = to
			changes = append(changes, app.Put(is))
		case app.Opinion:
			is.Customer = to
			changes = append(changes, app.Put(is))
		case app.Complaint:
			is.Customer = to
			changes = append(changes, app.Put(is))
		}
	}
	return changes
}

func (l *life) forget() {
	if len(these[app.Customer](l.records)) > 0 && l.oneIn(3, "really") {
		if err := l.Forget(l.t.Context(), l.someone(), "Jim"); err != nil {
			l.r.Fatalf("forget: %v", err)
		}
	}
}

// giveUp writes a batch and, as it is under way, stops it.
func (l *life) giveUp() {
	ctx, cancel := context.WithCancel(l.t.Context())
	defer cancel()
	before, left := l.dump(true), rapid.IntRange(1, 6).Draw(l.r, "after")
	batch := app.Batch{Act: app.ActImport, Changes: l.drawn(), Progress: func(float64) {
		if left--; left == 0 {
			cancel()
		}
	}}
	applied, err := l.Apply(ctx, batch)
	if err == nil || app.CodeOf(err) != app.CodeCancelled {
		l.done(applied, err)
		return
	}
	if diff := cmp.Diff(before, l.dump(true)); diff != "" {
		l.r.Fatalf("a batch that was stopped changed something:\n%s", diff)
	}
}

func (l *life) undo() {
	var which app.ID
	if len(l.batches) > 0 && rapid.Bool().Draw(l.r, "some batch") {
		which = oneOf(l.r, "batch", l.batches)
	}
	before := l.dump(true)
	applied, err := l.Undo(l.t.Context(), which, "Jim")
	l.done(applied, err)
	if err == nil {
		return
	}
	if diff := cmp.Diff(before, l.dump(true)); diff != "" {
		l.r.Fatalf("a refused undo changed something:\n%s", diff)
	}
}

// travel opens the book on a machine that is somewhere else.
func (l *life) travel() {
	if err := l.Close(); err != nil {
		l.r.Fatal(err)
	}
	elsewhere(l.t, oneOf(l.r, "where", []string{"Europe/Helsinki", "America/New_York", "Asia/Tokyo"}))
	l.open(l.Path())
}

func TestWhatIsKeptEqualsWhatIsRebuilt(t *testing.T) {
	elsewhere(t, "UTC")
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t, r)
		defer func() { _ = l.Close() }()
		l.live(10, 40, l.write, l.write, l.write, l.write, l.remove, l.merge, l.forget, l.giveUp, l.undo, l.undo, l.travel)
		equalsRebuilt(t.Context(), r, l.Book)
	})
}

func TestAnUndoneBatchLeavesTheBookAsItWas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t, r)
		defer func() { _ = l.Close() }()
		l.live(3, 20, l.write, l.write, l.remove)
		before, done := l.dump(false), len(l.batches)
		l.live(1, 1, l.write, l.remove, l.merge)
		if len(l.batches) == done {
			return
		}
		after := l.dump(false)
		undone, err := l.Undo(t.Context(), l.batches[len(l.batches)-1], "Jim")
		if err != nil {
			r.Fatalf("undo: %v", err)
		}
		if diff := cmp.Diff(before, l.dump(false)); diff != "" {
			r.Fatalf("the undo left something (-before +after):\n%s", diff)
		}
		if _, err := l.Undo(t.Context(), undone.Batch, "Jim"); err != nil {
			r.Fatalf("redo: %v", err)
		}
		if diff := cmp.Diff(after, l.dump(false)); diff != "" {
			r.Fatalf("the redo is not what was undone:\n%s", diff)
		}
	})
}

func TestUndoOfALargeImport(t *testing.T) {
	s := newShop(t)
	before, err := data.Dump(t.Context(), s.Book, false)
	if err != nil {
		t.Fatal(err)
	}
	const cards = 20_000
	b := app.Batch{Act: app.ActImport, Note: "contacts.vcf"}
	for n := range cards {
		b.Changes = append(b.Changes, app.Put(s.customer(fmt.Sprintf("Card %d", n), fmt.Sprintf("+3584%08d", n))))
	}
	applied, err := s.Apply(t.Context(), b)
	if err != nil || applied.Changed != cards {
		t.Fatalf("import: %+v, %v", applied, err)
	}
	if applied, err = s.Undo(t.Context(), applied.Batch, ""); err != nil || applied.Changed != cards {
		t.Fatalf("undo: %+v, %v", applied, err)
	}
	after, err := data.Dump(t.Context(), s.Book, false)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the undo left something:\n%s", diff)
	}
}
