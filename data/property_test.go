package data_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/data"
)

// life is a shop in which anything may happen.
type life struct {
	*shop
	r          *rapid.T
	customers  []app.Customer
	purchases  []app.Purchase
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
	batches    []app.ID
}

func (l *life) dump(alsoJournal bool) map[string]string {
	return dump(l.t.Context(), l.r, l.Book, alsoJournal)
}

// apply writes a batch; a refusal that is one of the book's rules is fine.
func (l *life) apply(b app.Batch) {
	applied, err := l.Apply(l.t.Context(), b)
	switch app.CodeOf(err) {
	case app.CodeConflict, app.CodeInvalid, app.CodeNotFound:
		return
	}
	if err != nil {
		l.r.Fatalf("apply: %v", err)
	}
	if applied.Changed > 0 {
		l.batches = append(l.batches, applied.Batch)
	}
}

func oneOf[T any](r *rapid.T, label string, from []T) T {
	return from[rapid.IntRange(0, len(from)-1).Draw(r, label)]
}

func (l *life) aCustomer() app.Customer {
	c := l.customer(oneOf(l.r, "name", []string{"Anna Korhonen", "José Muñoz", "Bo Ek", "王小明"}), "+358401234567")
	c.Emails = []app.Email{{Address: oneOf(l.r, "mail", []string{"a@example.com", "b@example.com"})}}
	c.TimeZone = oneOf(l.r, "zone", []string{"", "Europe/Lisbon", "Asia/Tokyo"})
	c.References = []app.Reference{{Kind: app.ReferenceShop, Value: oneOf(l.r, "ref", []string{"1", "2", "330"})}}
	c.Archived = rapid.IntRange(0, 5).Draw(l.r, "archived") == 0
	if ago := rapid.IntRange(0, 30).Draw(l.r, "thanked"); ago > 20 {
		c.Thanks = []app.ThankYou{{Day: app.DayOf(noon) - app.Day(ago-20), What: "Flowers"}}
	}
	return c
}

func (l *life) aPurchase() app.Purchase {
	p := l.purchase(oneOf(l.r, "of", l.customers), app.DayOf(noon)-app.Day(rapid.IntRange(0, 60).Draw(l.r, "ago")),
		oneOf(l.r, "item", []string{"Oak table", "Lamp", "TV", "Oak chair"}))
	if rapid.Bool().Draw(l.r, "second line") {
		p.Lines = append(p.Lines, app.Line{Item: oneOf(l.r, "item", []string{"Lamp", "Rug"}), Quantity: app.One, Amount: 5})
	}
	if rapid.IntRange(0, 3).Draw(l.r, "given back") == 0 {
		p.Total = -p.Total
		for i := range p.Lines {
			p.Lines[i].Quantity, p.Lines[i].Amount = -p.Lines[i].Quantity, -p.Lines[i].Amount
		}
		if len(l.purchases) > 0 && rapid.Bool().Draw(l.r, "by its receipt") {
			p.Returns = oneOf(l.r, "which", l.purchases).ID
		}
	}
	return p
}

func (l *life) moment() time.Time {
	return noon.Add(-time.Duration(rapid.IntRange(0, 1000).Draw(l.r, "minutes")) * time.Minute)
}

func (l *life) aCall() app.Call {
	return app.Call{
		ID: l.ids.Next(), Customer: oneOf(l.r, "of", l.customers).ID, Start: l.moment(),
		Disposition: oneOf(l.r, "came of it", app.Dispositions()), Number: "+358401234567",
	}
}

func (l *life) anOpinion() app.Opinion {
	return app.Opinion{
		ID: l.ids.Next(), Customer: oneOf(l.r, "of", l.customers).ID, Taken: l.moment(), Source: app.FromCard,
		Praise: rapid.SliceOfN(rapid.Just("Jim"), 0, 1).Draw(l.r, "praise"),
	}
}

func (l *life) aComplaint() app.Complaint {
	return app.Complaint{ID: l.ids.Next(), Customer: oneOf(l.r, "of", l.customers).ID, Received: l.moment(), Wrong: "A leg"}
}

// grow adds some records at once.
func (l *life) grow() {
	b := app.Batch{Act: app.ActImport}
	for range rapid.IntRange(1, 6).Draw(l.r, "how many") {
		what := rapid.IntRange(0, 4).Draw(l.r, "what")
		if len(l.customers) == 0 {
			what = 0
		}
		switch what {
		case 0:
			l.customers = append(l.customers, l.aCustomer())
			b.Changes = append(b.Changes, app.Put(l.customers[len(l.customers)-1]))
		case 1:
			l.purchases = append(l.purchases, l.aPurchase())
			b.Changes = append(b.Changes, app.Put(l.purchases[len(l.purchases)-1]))
		case 2:
			l.calls = append(l.calls, l.aCall())
			b.Changes = append(b.Changes, app.Put(l.calls[len(l.calls)-1]))
		case 3:
			l.opinions = append(l.opinions, l.anOpinion())
			b.Changes = append(b.Changes, app.Put(l.opinions[len(l.opinions)-1]))
		case 4:
			l.complaints = append(l.complaints, l.aComplaint())
			b.Changes = append(b.Changes, app.Put(l.complaints[len(l.complaints)-1]))
		}
	}
	l.apply(b)
}

// edit changes some record, perhaps whose it is, or the plan.
func (l *life) edit() {
	b := app.Batch{Act: app.ActEditCustomer}
	switch what := rapid.IntRange(0, 3).Draw(l.r, "what"); {
	case what == 0 && len(l.customers) > 0:
		c := l.aCustomer()
		c.ID = oneOf(l.r, "whom", l.customers).ID
		b.Changes = append(b.Changes, app.Put(c))
	case what == 1 && len(l.purchases) > 0:
		p := l.aPurchase()
		p.ID = oneOf(l.r, "which", l.purchases).ID
		b.Changes = append(b.Changes, app.Put(p))
	case what == 2 && len(l.calls) > 0:
		c := l.aCall()
		c.ID = oneOf(l.r, "which", l.calls).ID
		b.Changes = append(b.Changes, app.Put(c))
	default:
		p := plan()
		p.Windows = []app.Window{{Opens: rapid.IntRange(1, 5).Draw(l.r, "opens"), Closes: 20}}
		p.ItemTags = []app.ItemTag{{Tag: "wood", Words: []string{oneOf(l.r, "word", []string{"oak", "lamp"})}}}
		b.Changes = append(b.Changes, app.Put(p))
	}
	l.apply(b)
}

func (l *life) remove() {
	b := app.Batch{Act: app.ActEditCustomer}
	switch what := rapid.IntRange(0, 2).Draw(l.r, "what"); {
	case what == 0 && len(l.customers) > 0:
		b.Changes = append(b.Changes, app.Remove(app.KindCustomer, oneOf(l.r, "whom", l.customers).ID))
	case what == 1 && len(l.purchases) > 0:
		b.Changes = append(b.Changes, app.Remove(app.KindPurchase, oneOf(l.r, "which", l.purchases).ID))
	case what == 2 && len(l.opinions) > 0:
		b.Changes = append(b.Changes, app.Remove(app.KindOpinion, oneOf(l.r, "which", l.opinions).ID))
	}
	l.apply(b)
}

func (l *life) undo() {
	var which app.ID
	if len(l.batches) > 0 && rapid.Bool().Draw(l.r, "some batch") {
		which = oneOf(l.r, "batch", l.batches)
	}
	before := l.dump(true)
	applied, err := l.Undo(l.t.Context(), which, "Jim")
	switch app.CodeOf(err) {
	case app.CodeConflict, app.CodeNotFound, app.CodeInvalid:
		if diff := cmp.Diff(before, l.dump(true)); diff != "" {
			l.r.Fatalf("a refused undo changed something:\n%s", diff)
		}
		return
	}
	if err != nil {
		l.r.Fatalf("undo: %v", err)
	}
	if applied.Changed > 0 {
		l.batches = append(l.batches, applied.Batch)
	}
}

func newLife(t *testing.T, r *rapid.T) *life {
	dir := t.TempDir()
	return &life{shop: openShop(t, filepath.Join(dir, "shop.book")), r: r}
}

func TestWhatIsKeptEqualsWhatIsRebuilt(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t, r)
		defer func() { _ = l.Close() }()
		for range rapid.IntRange(1, 25).Draw(r, "steps") {
			oneOf(r, "step", []func(){l.grow, l.grow, l.edit, l.remove, l.undo})()
		}
		equalsRebuilt(t.Context(), r, l.Book)
	})
}

func TestUndoneImportLeavesTheBookAsItWas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := newLife(t, r)
		defer func() { _ = l.Close() }()
		for range rapid.IntRange(0, 8).Draw(r, "steps before") {
			oneOf(r, "step", []func(){l.grow, l.edit})()
		}
		before, done := l.dump(false), len(l.batches)
		l.grow()
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
