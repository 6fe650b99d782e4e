package importing

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/people"
)

// settle finds out which receipts of the tables the book has already, and what
// the returns give back.
func (r *reading) settle(ctx context.Context, books []*bookkeeping) error {
	if len(books) == 0 {
		return nil
	}
	r.at.Stage = Matching
	if err := r.leaveOutEnded(books); err != nil {
		return err
	}
	var all, real []*receipt
	seen := make(map[receiptKey]*receipt)
	for _, b := range books {
		for i, rec := range b.receipts {
			if err := r.step(ctx, i); err != nil {
				return err
			}
			all = append(all, rec)
			if rec.of != nil {
				rec.purchase.Returns = rec.of.standing().purchase.ID
			}
			if rec.rejected || rec.isTwin(seen) {
				continue
			}
			if err := rec.find(r.past); err != nil {
				return err
			}
			if rec.ended != nil && rec.book == nil {
				rec.rejected, rec.problems = true, []*app.Error{rec.ended}
				continue
			}
			if rec.purchase.ID.IsZero() {
				rec.purchase.ID = r.ids.Next()
			}
			real = append(real, rec)
		}
	}
	if err := r.link(ctx, real); err != nil {
		return err
	}
	for i, rec := range all {
		if err := r.step(ctx, i); err != nil {
			return err
		}
		r.receipt(rec)
	}
	return nil
}

// isTwin tells whether a file before has the same receipt, as two exports that
// overlap do. The one with more lines stands.
func (rec *receipt) isTwin(seen map[receiptKey]*receipt) bool {
	key := receiptKey{
		rec.buyer, rec.purchase.Receipt, rec.purchase.Day, rec.of != nil, rec.own, moneyOf(rec.purchase.Receipt, rec.purchase.Currency),
	}
	first := seen[key]
	if first == nil {
		seen[key] = rec
		return false
	}
	rec.twin = first
	switch {
	case isNameless(first.purchase) && !isNameless(rec.purchase):
		first.purchase.Lines = rec.purchase.Lines // the total of all was known before the things
	case contains(rec.purchase.Lines, first.purchase.Lines):
		first.purchase.Lines, first.purchase.Total = rec.purchase.Lines, rec.purchase.Total
	}
	return true
}

// isNameless tells whether nothing says what was bought, as in a list of orders
// beside which there is one of their items.
func isNameless(p app.Purchase) bool {
	return !slices.ContainsFunc(p.Lines, func(l app.Line) bool { return l.Item != "" || l.Code != "" })
}

// find looks for the receipt in the book, and takes its ID over.
func (rec *receipt) find(past *past) error {
	if !rec.own.IsZero() {
		had, err := past.known.Record(app.KindPurchase, rec.own)
		if err != nil && app.CodeOf(err) != app.CodeNotFound {
			return fmt.Errorf("look a purchase up: %w", err)
		}
		if p, ok := had.(app.Purchase); err == nil && ok {
			rec.book, rec.purchase.Returns = &p, p.Returns
			return nil
		}
	}
	if rec.buyer.IsNew {
		return nil
	}
	candidates, err := past.like(rec)
	if err != nil {
		return err
	}
	slices.SortStableFunc(candidates, func(a, b app.Purchase) int { return rec.unlike(a) - rec.unlike(b) })
	for _, p := range candidates {
		if p.Customer == rec.buyer.ID() && rec.canBe(p) {
			rec.book, rec.purchase.ID = &p, p.ID
			if rec.of == nil {
				rec.purchase.Returns = p.Returns
			}
			return nil
		}
	}
	return nil
}

// receipt puts a receipt on the preview.
func (r *reading) receipt(rec *receipt) {
	item := Item{
		File: rec.file.about.Name, Sheet: rec.file.about.Sheet, Index: rec.index, Line: rec.line, Kind: KindPurchases, Action: Reject,
		Receipt: rec.purchase.Receipt, Day: rec.purchase.Day, Problems: rec.problems,
		Lines: rec.purchase.Lines, Total: app.Money{Minor: rec.purchase.Total, Currency: rec.purchase.Currency},
	}
	if rec.rejected {
		item.Name = rec.named
		r.item(item)
		return
	}
	c := rec.buyer.Customer
	item.Customer, item.Name, item.Phones, item.Emails = c.ID, c.Called(), c.Phones, c.Emails
	item.Return = rec.purchase.IsReturn()
	if rec.twin != nil {
		item.Action, item.ID = Same, rec.twin.purchase.ID
		r.item(item)
		return
	}
	item.ID = rec.purchase.ID
	item.Action = rec.outcome()
	if item.Action == Same && rec.book != nil && !isNameless(rec.purchase) && !sameLines(rec.book.Lines, rec.purchase.Lines) {
		item.Problems = append(item.Problems, app.InvalidLine("import.receipt.kept", rec.line, app.Args{
			"Receipt": rec.purchase.Receipt, "Theirs": only(rec.purchase, *rec.book), "Ours": only(*rec.book, rec.purchase),
		}))
	}
	if item.Action == Create || item.Action == Update {
		r.purchases = append(r.purchases, &rec.purchase)
	}
	if item.Action == Create {
		r.cameUnder(rec.purchase.ID, rec.under)
	}
	item.Problems = append(item.Problems, people.TellExcess(rec.buyer.Full, rec.line)...)
	item.Problems = append(item.Problems, rec.buyer.Doubts...)
	rec.buyer.Full, rec.buyer.Doubts = nil, nil // it is said once
	if rec.since != nil && item.Action != Same {
		item.Problems = append(item.Problems, rec.since)
		r.preview.Summary.Cancelled++
	}
	if item.Return && !rec.purchase.Returns.IsZero() {
		r.preview.Summary.Linked++
	}
	r.item(item)
}

// outcome is what comes of the receipt. One that the book has gets lines that
// are missing, and is otherwise left as it is.
func (rec *receipt) outcome() Action {
	if rec.book == nil {
		return Create
	}
	book, file := rec.book, &rec.purchase
	switch {
	case rec.of != nil && book.Total != file.Total && contains(file.Lines, book.Lines) && book.Currency == file.Currency:
		return Update // more was paid back since
	case sameLines(book.Lines, file.Lines):
		if book.Returns == file.Returns {
			return Same
		}
		linked := *book
		linked.Returns = file.Returns
		*file = linked
		return Update
	case isNameless(*book) && !isNameless(*file) && book.IsReturn() == file.IsReturn() && book.Currency == file.Currency:
		filled := *book
		filled.Lines = file.Lines
		*file = filled
		return Update
	case contains(file.Lines, book.Lines) && book.Currency == file.Currency:
		if file.SoldBy == "" {
			file.SoldBy = book.SoldBy
		}
		return Update
	}
	return Same
}

func sameLines(a, b []app.Line) bool { return len(a) == len(b) && contains(a, b) }

// only are the lines of a receipt that the other does not have; all of them where
// the two are in different currencies.
func only(of, other app.Purchase) app.Goods {
	goods := app.Goods{Lines: of.Lines, Currency: of.Currency}
	if of.Currency != other.Currency {
		return goods
	}
	count := make(map[app.Line]int, len(other.Lines))
	for _, l := range other.Lines {
		count[l]++
	}
	goods.Lines = nil
	for _, l := range of.Lines {
		if count[l]--; count[l] < 0 {
			goods.Lines = append(goods.Lines, l)
		}
	}
	return goods
}

// contains tells whether all lines of the part are in the whole, each as often.
func contains(whole, part []app.Line) bool {
	if len(part) > len(whole) {
		return false
	}
	if slices.Equal(whole, part) {
		return true
	}
	count := make(map[app.Line]int, len(whole))
	for _, l := range whole {
		count[l]++
	}
	for _, l := range part {
		if count[l]--; count[l] < 0 {
			return false
		}
	}
	return true
}
