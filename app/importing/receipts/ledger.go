package receipts

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/people"
)

// Ledger is the receipts of all tables of an import.
type Ledger struct {
	people       *people.People
	past         *past
	ids          *app.IDs
	mostRejected int // lines of a table of which it is told why they are left out

	tables []*Table
	untold map[*people.Person]*toTell
}

// toTell is what is to be said of a buyer with the first of their receipts.
type toTell struct {
	excess []people.Excess // what of their rows there was no room for
	doubts []*app.Error    // whether the rows are theirs
	alike  []app.ID        // whom they may be who are new
}

// tell keeps what is to be said of a buyer.
func (l *Ledger) tell(p *people.Person, further toTell) {
	if len(further.excess)+len(further.doubts)+len(further.alike) == 0 {
		return
	}
	u := l.untold[p]
	if u == nil {
		u = &toTell{}
		l.untold[p] = u
	}
	u.excess, u.doubts, u.alike = people.AndExcess(u.excess, further.excess), append(u.doubts, further.doubts...), append(u.alike, further.alike...)
}

// NewLedger makes a ledger of nothing yet. Of a table it is told of so many lines at
// the most why they are left out.
func NewLedger(known Book, who *people.People, ids *app.IDs, mostRejected int) *Ledger {
	return &Ledger{people: who, past: newPast(known), ids: ids, mostRejected: mostRejected, untold: make(map[*people.Person]*toTell)}
}

// stepper is told now and then how far a work has come, and tells whether it shall go
// on.
type stepper func(ctx context.Context, done int) error

// Settle finds out which receipts of the tables the book has already, what the returns
// give back, and what comes of each.
func (l *Ledger) Settle(ctx context.Context, step stepper) error {
	l.giveBackAcross()
	if err := l.leaveOutEnded(); err != nil {
		return err
	}
	var all, real []*Receipt
	seen := make(map[receiptKey]*Receipt)
	for _, b := range l.tables {
		for i, rec := range b.Receipts {
			if err := step(ctx, i); err != nil {
				return err
			}
			stands, err := l.place(rec, seen)
			if err != nil {
				return err
			}
			if stands {
				real = append(real, rec)
			}
		}
		b.Receipts = slices.DeleteFunc(b.Receipts, (*Receipt).withoutSale)
		all = append(all, b.Receipts...)
	}
	real = l.leaveEmpty(real)
	if err := l.link(ctx, real, step); err != nil {
		return err
	}
	for i, rec := range all {
		if err := step(ctx, i); err != nil {
			return err
		}
		l.conclude(rec)
	}
	return nil
}

// place looks for a receipt in the book, and tells whether it stands: it could be read,
// and no file before has it, too.
func (l *Ledger) place(rec *Receipt, seen map[receiptKey]*Receipt) (bool, error) {
	if rec.of != nil {
		rec.Purchase.Returns = rec.of.standing().Purchase.ID
	}
	if rec.Rejected || rec.withoutSale() {
		return false, nil
	}
	if rec.ended == nil && rec.isTwin(seen) {
		return false, nil
	}
	if err := rec.find(l.past); err != nil {
		return false, err
	}
	if rec.book != nil && rec.leaveStranger(*rec.book, true) {
		return false, nil
	}
	if rec.ended != nil && rec.book == nil {
		rec.Rejected, rec.Problems = true, []*app.Error{rec.ended}
		return false, nil
	}
	if rec.ended != nil && rec.isTwin(seen) {
		return false, nil
	}
	if rec.Purchase.ID.IsZero() {
		rec.Purchase.ID = l.ids.Next()
	}
	return true, nil
}

// isTwin tells whether a file before has the same receipt, as two exports that
// overlap do. The one with more lines stands.
func (rec *Receipt) isTwin(seen map[receiptKey]*Receipt) bool {
	key := receiptKey{
		rec.Buyer, rec.Purchase.Receipt, rec.Purchase.Day, rec.of != nil, rec.own, moneyOf(rec.Purchase.Receipt, rec.Purchase.Currency),
	}
	first := seen[key]
	if first == nil {
		seen[key] = rec
		return false
	}
	if rec.leaveStranger(first.Purchase, first.totalled) {
		return true
	}
	rec.twin = first
	if rec.of != nil {
		first.giveBackToo(rec.Purchase.Lines)
		return true
	}
	switch {
	case isNameless(first.Purchase) && !isNameless(rec.Purchase):
		first.Purchase.Lines = rec.Purchase.Lines // the total of all was known before the things
		if !first.totalled && first.Purchase.Total == 0 {
			first.Purchase.Total = rec.Purchase.Total // or it was not
		}
	case contains(rec.Purchase.Lines, first.Purchase.Lines), covers(rec.Purchase.Lines, first.Purchase.Lines) && !covers(first.Purchase.Lines, rec.Purchase.Lines):
		first.Purchase.Lines, first.Purchase.Total = rec.Purchase.Lines, rec.Purchase.Total
	}
	return true
}

// covers tells whether the lines have all of the things that others have, at least as
// many of each: the others are those of a file that has but some of them.
func covers(lines, others []app.Line) bool {
	has := quantities(lines)
	for thing, n := range quantities(others) {
		if n > has[thing] {
			return false
		}
	}
	return true
}

// giveBackToo adds to a return what another file shows given back of the same.
func (rec *Receipt) giveBackToo(lines []app.Line) {
	has := quantities(rec.Purchase.Lines)
	for _, l := range lines {
		if more := l.Quantity - has[thing(l)]; more < 0 {
			l.Amount = int64(more) * l.Amount / int64(l.Quantity)
			l.Quantity = more
			rec.Purchase.Lines = append(rec.Purchase.Lines, l)
			rec.Purchase.Total += l.Amount
			has[thing(l)] += more
		}
	}
}

// isNameless tells whether nothing says what was bought, as in a list of orders
// beside which there is one of their items.
func isNameless(p app.Purchase) bool {
	return !slices.ContainsFunc(p.Lines, func(l app.Line) bool { return l.Item != "" || l.Code != "" })
}

// find looks for the receipt in the book, and takes its ID over.
func (rec *Receipt) find(past *past) error {
	if !rec.own.IsZero() {
		had, err := past.known.Record(app.KindPurchase, rec.own)
		if err != nil && app.CodeOf(err) != app.CodeNotFound {
			return fmt.Errorf("look a purchase up: %w", err)
		}
		if p, ok := had.(app.Purchase); err == nil && ok {
			rec.book, rec.Purchase.Returns = &p, p.Returns
			return nil
		}
	}
	if rec.Buyer.IsNew {
		return nil
	}
	candidates, err := past.like(rec)
	if err != nil {
		return err
	}
	slices.SortStableFunc(candidates, func(a, b app.Purchase) int { return rec.unlike(a) - rec.unlike(b) })
	for _, p := range candidates {
		if p.Customer == rec.Buyer.ID() && rec.canBe(p) {
			rec.book, rec.Purchase.ID = &p, p.ID
			if rec.of == nil {
				rec.Purchase.Returns = p.Returns
			}
			return nil
		}
	}
	had, is, err := past.ofAnotherDay(rec)
	if err != nil {
		return fmt.Errorf("look a receipt up: %w", err)
	}
	if is {
		rec.problem(app.InvalidLine("import.receipt.other-day", rec.Line, app.Args{"Receipt": rec.Purchase.Receipt, "Day": had.Day.String()}))
	}
	return nil
}

// conclude finds out what comes of the receipt, and what is to be said of it.
func (l *Ledger) conclude(rec *Receipt) {
	if rec.Rejected {
		return
	}
	if rec.twin != nil {
		rec.tellTotal(rec.Purchase, rec.standing().Purchase)
		return
	}
	said := rec.Purchase
	rec.IsNew, rec.IsChanged = rec.outcome()
	if had := rec.book; had != nil && !rec.IsChanged && !isNameless(rec.Purchase) && !sameLines(had.Lines, rec.Purchase.Lines) {
		rec.Problems = append(rec.Problems, app.InvalidLine("import.receipt.kept", rec.Line, app.Args{
			"Receipt": rec.Purchase.Receipt, "Theirs": only(rec.Purchase, *had), "Ours": only(*had, rec.Purchase),
		}))
	}
	if rec.IsChanged {
		rec.tellTotal(said, rec.Purchase)
	} else if rec.book != nil {
		rec.tellTotal(said, *rec.book)
	}
	if u := l.untold[rec.Buyer]; u != nil {
		rec.Problems = append(rec.Problems, people.TellExcess(u.excess, rec.Line)...)
		rec.Problems, rec.Alike = append(rec.Problems, u.doubts...), u.alike
		delete(l.untold, rec.Buyer) // it is said once
	}
	if rec.since != nil && (rec.IsNew || rec.IsChanged) {
		rec.Problems, rec.IsCancelled = append(rec.Problems, rec.since), rec.of.refund.whole
	}
}

// tellTotal says that the receipt comes to something else than what stays of it: of two
// tables of one order, one may have what is paid beside the things. Where both come
// to what their lines do, the lines say it.
func (rec *Receipt) tellTotal(said, stays app.Purchase) {
	if rec.table.Columns.ByOrder && !rec.totalled {
		return // it says but what the things cost
	}
	theirs, ours := app.Money{Minor: said.Total, Currency: said.Currency}, app.Money{Minor: stays.Total, Currency: stays.Currency}
	if theirs != ours && (isNameless(said) || sameLines(said.Lines, stays.Lines) || said.Total != sumOf(said.Lines) || stays.Total != sumOf(stays.Lines)) {
		rec.Problems = append(rec.Problems, app.InvalidLine("import.receipt.total-kept", rec.Line, app.Args{"Receipt": said.Receipt, "Theirs": theirs, "Ours": ours}))
	}
}

func sumOf(lines []app.Line) (sum int64) {
	for _, l := range lines {
		sum += l.Amount
	}
	return sum
}

// ID is that of the purchase that the receipt is in the book.
func (rec *Receipt) ID() app.ID { return rec.standing().Purchase.ID }

// IsSettled tells whether it is a return of which the book knows what it gives back.
func (rec *Receipt) IsSettled() bool {
	return rec.twin == nil && rec.Purchase.IsReturn() && !rec.Purchase.Returns.IsZero()
}

// outcome tells whether the book does not have the receipt, or gets something of it.
// One that the book has gets lines that
// are missing, and is otherwise left as it is.
func (rec *Receipt) outcome() (isNew, isChanged bool) {
	if rec.book == nil {
		return true, false
	}
	book, file := rec.book, &rec.Purchase
	filled, gains, isSame := sameThings(book.Lines, file.Lines)
	switch {
	case rec.of != nil && book.Total != file.Total && contains(file.Lines, book.Lines) && book.Currency == file.Currency:
		return false, true // more was paid back since
	case sameLines(book.Lines, file.Lines):
		if book.Returns == file.Returns {
			return false, false
		}
		linked := *book
		linked.Returns = file.Returns
		*file = linked
		return false, true
	case isNameless(*book) && !isNameless(*file) && book.IsReturn() == file.IsReturn() && book.Currency == file.Currency:
		whole := *book
		if whole.Lines = file.Lines; whole.Total == 0 {
			whole.Total = file.Total // nobody knew it
		}
		*file = whole
		return false, true
	case rec.of == nil && book.Currency == file.Currency && isSame:
		was := *book
		*file, file.Lines = was, filled
		return false, gains
	case contains(file.Lines, book.Lines) && book.Currency == file.Currency:
		if file.SoldBy == "" {
			file.SoldBy = book.SoldBy
		}
		return false, true
	}
	return false, false
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
