package importing

import (
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/receipts"
)

// purchases reads a table of purchases twice: to find out how its columns are written,
// and to make receipts of its lines.
func (r *reading) purchases(ctx context.Context, f *file, plan app.Plan) error {
	b, err := r.ledger.NewTable(f.Table, plan, r.now())
	if err != nil {
		return err
	}
	if err := r.rowsOf(ctx, f, b.Look); err != nil {
		return err
	}
	if err := b.Decide(f.days); err != nil {
		return err
	}
	f.describe(b.Columns)
	if err = r.rowsOf(ctx, f, b.Line); err == nil {
		err = b.End()
	}
	n, about := b.Counts, &f.about
	r.preview.Summary.NumberOnly += n.NumberOnly
	about.Rows, about.NoOne, about.Rejected, about.Undone, about.NoSale, about.Below = n.Rows, n.NoOne, n.Rejected, n.Undone, n.NoSale, n.Below
	about.OneEach, about.ByOrder = b.Columns.OneEach, b.Columns.ByOrder
	about.Money, about.MoneySaid, about.TakenAsSold = b.Money.Taken, b.Money.Said, b.TakenAsSold()
	about.LeftAsNoSale = b.LeftAsNoSale()
	about.Columns = b.Described // of which the lines may have told more
	if err == nil {
		f.receipts = b
	}
	return err
}

// settle finds out which receipts of the tables the book has already, and puts all of
// them on the preview.
func (r *reading) settle(ctx context.Context) error {
	if !slices.ContainsFunc(r.files, func(f file) bool { return f.receipts != nil }) {
		return nil
	}
	r.at.Stage = Matching
	if err := r.ledger.Settle(ctx, r.step); err != nil {
		return err
	}
	for i := range r.files {
		f := &r.files[i]
		if f.receipts == nil {
			continue
		}
		for n, rec := range f.receipts.Receipts {
			if err := r.step(ctx, n); err != nil {
				return err
			}
			r.receipt(f, rec)
		}
		r.preview.Summary.NoOneReceipts += f.receipts.Counts.NoOneReceipts
	}
	return nil
}

// receipt puts a receipt on the preview.
func (r *reading) receipt(f *file, rec *receipts.Receipt) {
	item := Item{
		File: f.about.Name, Sheet: f.about.Sheet, Index: rec.Index, Line: rec.Line, Kind: KindPurchases, Action: Reject,
		Receipt: rec.Purchase.Receipt, Day: rec.Purchase.Day, Problems: rec.Problems,
		Lines: rec.Purchase.Lines, Total: app.Money{Minor: rec.Purchase.Total, Currency: rec.Purchase.Currency},
	}
	if rec.Rejected {
		item.Name = rec.Named
		r.item(item)
		return
	}
	c := rec.Buyer.Customer
	item.Customer, item.Name, item.Phones, item.Emails = c.ID, c.Called(), c.Phones, c.Emails
	item.Return, item.ID = rec.Purchase.IsReturn(), rec.ID()
	switch {
	case rec.IsNew:
		if item.Action, item.Alike = Create, rec.Alike; len(rec.Alike) > 0 {
			item.Action = Possible
		}
		r.cameUnder(rec.Purchase.ID, rec.Under)
	case rec.IsChanged:
		item.Action = Update
	default:
		item.Action = Same
	}
	if rec.IsNew || rec.IsChanged {
		r.bought = append(r.bought, &rec.Purchase)
	}
	if rec.IsCancelled {
		r.preview.Summary.Cancelled++
	}
	if rec.IsSettled() {
		r.preview.Summary.Linked++
	}
	r.item(item)
}

// describe says of the file what its columns were taken for.
func (f *file) describe(c columns.Columns) {
	f.about.Program, f.about.Columns, f.used = c.Program(), c.Described(), c.Used()
}
