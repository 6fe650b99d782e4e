package data_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
	"ringback.app/data"
)

// trade is a shop in a book, drawn at random.
type trade struct {
	*data.Book
	t *testing.T
	d *recount.Drawing

	shop    *recount.Shop // what was drawn; not all of it need be in the book any more
	batches []app.ID
}

func newTrade(t *testing.T, r *rapid.T) *trade {
	d := &recount.Drawing{R: r}
	w := &trade{t: t, d: d, shop: d.Shop()}
	clock := recount.Now
	book, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "shop.book"), data.Options{Clock: clock, Plan: w.shop.Plan})
	if err != nil {
		r.Fatal(err)
	}
	w.Book = book
	var all []app.Record
	for _, c := range w.shop.Customers {
		all = append(all, c)
	}
	w.apply(all...)
	all = nil
	for _, p := range w.shop.Purchases {
		all = append(all, p)
	}
	for _, c := range w.shop.Calls {
		all = append(all, c)
	}
	for _, o := range w.shop.Opinions {
		all = append(all, o)
	}
	for _, c := range w.shop.Complaints {
		all = append(all, c)
	}
	for len(all) > 0 {
		n := rapid.IntRange(1, len(all)).Draw(r, "a batch of")
		w.apply(all[:n]...)
		all = all[n:]
	}
	return w
}

func (w *trade) apply(records ...app.Record) {
	b := app.Batch{Act: app.ActImport}
	for _, r := range records {
		b.Changes = append(b.Changes, app.Put(r))
	}
	w.do(b)
}

// do writes a batch; a refusal by one of the book's rules is fine.
func (w *trade) do(b app.Batch) {
	applied, err := w.Apply(w.t.Context(), b)
	w.done(applied, err)
}

func (w *trade) done(applied app.Applied, err error) {
	switch app.CodeOf(err) {
	case app.CodeConflict, app.CodeInvalid, app.CodeNotFound:
		return
	}
	if err != nil {
		w.d.R.Fatal(err)
	}
	if applied.Changed > 0 {
		w.batches = append(w.batches, applied.Batch)
	}
}

func (w *trade) whose() app.ID {
	return recount.One(w.d, "whose", w.shop.Customers...).ID
}

// edit draws a record anew, which may move it to somebody else.
func (w *trade) edit() {
	switch rapid.IntRange(0, 5).Draw(w.d.R, "what") {
	case 0:
		if len(w.shop.Opinions) > 0 {
			old := recount.One(w.d, "opinion", w.shop.Opinions...)
			o := w.d.Opinion(recount.One(w.d, "whose", w.whose(), app.ID{}), w.shop.Purchases)
			o.ID = old.ID
			w.apply(o)
		}
	case 1:
		if len(w.shop.Complaints) > 0 {
			old := recount.One(w.d, "complaint", w.shop.Complaints...)
			c := w.d.Complaint(recount.One(w.d, "whose", w.whose(), app.ID{}))
			c.ID = old.ID
			w.apply(c)
		}
	case 2:
		if len(w.shop.Purchases) > 0 {
			old := recount.One(w.d, "purchase", w.shop.Purchases...)
			p := w.d.Purchase(w.whose())
			p.ID = old.ID
			w.apply(p)
		}
	case 3:
		if len(w.shop.Calls) > 0 {
			old := recount.One(w.d, "call", w.shop.Calls...)
			c := w.d.Call(w.whose())
			c.ID = old.ID
			w.apply(c)
		}
	case 4:
		c := w.d.Customer()
		c.ID = w.whose()
		w.apply(c)
	default:
		// With other records in the same batch.
		batch := []app.Record{w.d.Plan()}
		if len(w.shop.Calls) > 0 {
			batch = append(batch, recount.One(w.d, "call", w.shop.Calls...))
		}
		for _, of := range []app.ID{{}, w.whose()} {
			if rapid.Bool().Draw(w.d.R, "an opinion with the plan") {
				batch = append(batch, w.d.Opinion(of, w.shop.Purchases))
			}
		}
		w.apply(batch...)
	}
}

func (w *trade) remove() {
	var kind app.Kind
	var ids []app.ID
	switch rapid.IntRange(0, 3).Draw(w.d.R, "what") {
	case 0:
		kind, ids = app.KindOpinion, idsOf(w.shop.Opinions)
	case 1:
		kind, ids = app.KindComplaint, idsOf(w.shop.Complaints)
	case 2:
		kind, ids = app.KindPurchase, idsOf(w.shop.Purchases)
	case 3:
		kind, ids = app.KindCall, idsOf(w.shop.Calls)
	}
	if len(ids) > 0 {
		w.do(app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Remove(kind, recount.One(w.d, "which", ids...))}})
	}
}

// merge gives all that is one customer's to another, and removes the one.
func (w *trade) merge() {
	all, err := data.Records(w.t.Context(), w.Book)
	if err != nil {
		w.d.R.Fatal(err)
	}
	if changes := merged(all, w.whose(), w.whose()); len(changes) > 0 {
		w.do(app.Batch{Act: app.ActMerge, Changes: changes})
	}
}

func (w *trade) undo() {
	if len(w.batches) > 0 {
		w.done(w.Undo(w.t.Context(), recount.One(w.d, "batch", w.batches...), ""))
	}
}

func idsOf[T app.Record](all []T) []app.ID {
	var ids []app.ID
	for _, r := range all {
		_, id := r.Key()
		ids = append(ids, id)
	}
	return ids
}

// records reads all that is on record.
func (w *trade) records() *recount.Shop {
	all, err := data.Records(w.t.Context(), w.Book)
	if err != nil {
		w.d.R.Fatal(err)
	}
	shop := new(recount.Shop)
	for _, r := range all {
		switch r := r.(type) {
		case app.Plan:
			shop.Plan = r
		case app.Customer:
			shop.Customers = append(shop.Customers, r)
		case app.Purchase:
			shop.Purchases = append(shop.Purchases, r)
		case app.Call:
			shop.Calls = append(shop.Calls, r)
		case app.Opinion:
			shop.Opinions = append(shop.Opinions, r)
		case app.Complaint:
			shop.Complaints = append(shop.Complaints, r)
		}
	}
	return shop
}

func TestFiguresOfABookAreThoseOfAPlainRecount(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newTrade(t, r)
		defer func() { _ = w.Close() }()
		for range rapid.IntRange(0, 8).Draw(r, "steps") {
			oneOf(r, "step", []func(){w.edit, w.edit, w.remove, w.merge, w.undo})()
		}
		shop := w.records()
		from := app.DayOf(recount.Now()) - app.Day(rapid.IntRange(-3, 400).Draw(r, "from"))
		p := review.Period{From: from, To: from + app.Day(rapid.IntRange(1, 400).Draw(r, "days"))}
		got, err := review.New(w, recount.Now).Figures(t.Context(), p)
		if err != nil {
			r.Fatal(err)
		}
		want, err := shop.Recount(p, recount.Now())
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("(-recounted +figures)\n%s", diff)
		}
		w.search(shop, p)
		w.behind(shop, p)
		equalsRebuilt(t.Context(), r, w.Book)
	})
}

func (w *trade) search(shop *recount.Shop, p review.Period) {
	q := app.OpinionQuery{
		Words: recount.One(w.d, "query", "", "t", "table", "fine", "leg wob", "nope", "桌子", "poyt", "best, you"),
		Theme: recount.One(w.d, "theme", "", "", "quality"), Item: recount.One(w.d, "item", "", "", "OAK table"),
		Seller: recount.One(w.d, "seller", "", "", "Mia"), Unhappy: rapid.Bool().Draw(w.d.R, "unhappy"),
		Source: recount.One(w.d, "source", "", app.FromCard),
	}
	if rapid.Bool().Draw(w.d.R, "in the period") {
		q.From, q.To = p.From, p.To
	}
	got, err := w.FindOpinions(w.t.Context(), q)
	if err != nil {
		w.d.R.Fatal(err)
	}
	if diff := cmp.Diff(shop.Find(q), got, cmpopts.EquateEmpty()); diff != "" {
		w.d.R.Fatalf("%+v (-one by one +found)\n%s", q, diff)
	}
}

// behind holds that what is behind the numbers of the book is what is behind
// those of the same records in memory.
func (w *trade) behind(shop *recount.Shop, p review.Period) {
	clock := recount.Now
	for _, about := range []review.About{
		review.AboutCalls, review.AboutReached, review.AboutSilent, review.AboutTold, review.AboutPromoters,
		review.AboutPassives, review.AboutDetractors, review.AboutStars, review.AboutReplies, review.AboutFixes,
		review.AboutPromises, review.AboutLag, review.AboutTheme, review.AboutItem,
		review.AboutSeller, review.AboutRemedy, review.AboutThanks, review.AboutKept, review.AboutLost, review.AboutUnhappy,
		review.AboutQuiet, review.AboutPraise, review.AboutStandard,
	} {
		q := review.Question{About: about}
		switch about {
		case review.AboutTheme:
			q.Name = "quality"
		case review.AboutItem:
			q.Name = "oak table"
		case review.AboutSeller:
			q.Name = "mia"
		case review.AboutReplies, review.AboutFixes:
			q.Late = rapid.Bool().Draw(w.d.R, "late")
		case review.AboutStandard:
			q.Name = fmt.Sprint(rapid.IntRange(0, 6).Draw(w.d.R, "standard"))
		}
		want, err := review.New(shop, clock).Behind(w.t.Context(), p, q)
		if err != nil {
			w.d.R.Fatal(err)
		}
		got, err := review.New(w, clock).Behind(w.t.Context(), p, q)
		if err != nil {
			w.d.R.Fatalf("%+v: %v", q, err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			w.d.R.Fatalf("%+v (-in memory +in the book)\n%s", q, diff)
		}
	}
}
