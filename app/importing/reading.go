package importing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync/atomic"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/people"
	"ringback.app/app/importing/receipts"
	"ringback.app/app/importing/tables"
)

// reading is one Read under way.
type reading struct {
	options Options
	ids     *app.IDs
	preview *Preview
	files   []file
	people  *people.People
	ledger  *receipts.Ledger
	bought  []*app.Purchase // to write
	records []app.Record    // to write: opinions, and what is of a whole book
	heard   hearing         // the opinions met
	refused []*app.Error    // why files are left out
	chosen  bool            // somebody saved the settings of the book
	at      Progress
	done    atomic.Int64 // bytes; counted by whichever goroutine reads
}

type file struct {
	Source
	look
	about File

	empty    []int // columns of a table in which nothing was seen yet; nil before its first row
	days     columns.Days
	receipts *receipts.Table // of a table of purchases, once it was read
	used     map[int]bool    // columns of a table of purchases of which something is made
	refused  bool            // it is left out, as was found out when it was read
}

// now is when the import is read: of what cannot have been yet.
func (r *reading) now() time.Time {
	if r.options.Clock == nil {
		return time.Now()
	}
	return r.options.Clock()
}

func (r *reading) add(in input) {
	if len(in.beside) > 0 {
		r.preview.Beside = append(r.preview.Beside, Beside{Archive: Source{Name: in.from}.label(), Files: in.beside})
	}
	s, l := in.Source, in.look
	f := file{Source: s, look: l, about: File{
		Name: s.label(), From: in.from, Inside: in.inside, Sheet: l.sheetName, Kind: l.kind, Charset: l.Charset, First: l.Shown(),
	}}
	if in.skipped != nil {
		r.item(Item{
			File: s.label(), Sheet: l.sheetName, Line: 1, Kind: KindFile, Action: Reject,
			Name: cmp.Or(l.sheetName, s.label()), Problems: []*app.Error{in.skipped},
		})
		return
	}
	if l.Delimiter != 0 {
		f.about.Delimiter = string(l.Delimiter)
	}
	if l.kind == KindPurchases || l.kind == KindOpinions {
		r.at.Total += s.Size // it is read twice
	}
	r.at.Total += s.Size
	r.files = append(r.files, f)
}

// all reads the files: contacts first.
func (r *reading) all(ctx context.Context, known Known) error {
	plan, err := known.Plan()
	if err != nil {
		return fmt.Errorf("read the plan: %w", err)
	}
	r.people = people.New(known, r.ids, plan.Country)
	r.ledger = receipts.NewLedger(known, r.people, r.ids, MaxRejected)
	r.at.Files = len(r.files)
	for i := range r.files {
		r.files[i].Alone = len(r.files) == 1
	}
	if f := &r.files[0]; f.kind == KindBook {
		r.at.Stage, r.at.File, r.at.Number = Reading, f.about.Name, 1
		err = r.book(ctx, f, known)
		r.preview.Files = append(r.preview.Files, f.about)
		r.preview.changes = r.changes()
		return err
	}
	for _, kind := range []Kind{KindCards, KindPurchases, KindOpinions} {
		if err := r.ofKind(ctx, kind, plan, known); err != nil {
			return err
		}
	}
	for _, f := range r.files {
		if f.refused {
			continue
		}
		f.about.NotTaken, f.about.Hidden = f.notTaken(), f.hidden
		r.preview.Files = append(r.preview.Files, f.about)
		r.preview.Summary.Lines += f.tableRows()
		r.preview.Summary.NoOneLines += f.about.NoOne
		r.preview.Summary.BelowLines += f.about.Below
		r.preview.Summary.BadLines += f.about.Rejected
		r.preview.Summary.UndoneLines += f.about.Undone
		r.preview.Summary.NoSaleLines += f.about.NoSale
	}
	r.preview.Summary.NoCountry = r.people.WithoutCountry()
	size, err := known.Size()
	if err != nil {
		return fmt.Errorf("read the size of the book: %w", err)
	}
	r.preview.Unchosen = !r.chosen && size.Purchases == 0
	r.follow(plan, size)
	r.preview.changes = r.changes()
	return r.remember(cmp.Or(r.preview.Currency, plan.Currency))
}

// remember keeps what was said of the columns of the tables.
func (r *reading) remember(currency string) error {
	for _, f := range r.files {
		key, value, err := f.ToRemember(currency)
		if err != nil {
			return err
		}
		if key != "" {
			r.preview.keep[key] = value
		}
	}
	return nil
}

// ofKind reads the files of that kind. One that cannot be read is left out, if
// there are others and nothing was taken of it.
func (r *reading) ofKind(ctx context.Context, kind Kind, plan app.Plan, known Known) error {
	r.people.Buying = kind != KindCards
	for _, i := range r.inOrder(kind) {
		f := &r.files[i]
		r.at.Stage, r.at.File, r.at.Number = Reading, f.about.Name, i+1
		items, met := len(r.preview.Items), r.people.Count()
		var err error
		switch {
		case kind == KindCards && !f.isTable():
			err = r.cards(ctx, f)
		case kind == KindCards:
			err = r.contacts(ctx, f)
		case kind == KindOpinions:
			err = r.opinions(ctx, f, plan, known)
		default:
			err = r.purchases(ctx, f, plan)
		}
		why := r.options.refusal(ctx, err)
		if isUntouched := items == len(r.preview.Items) && met == r.people.Count(); why != nil && isUntouched {
			f.refused = true
			r.refuse(f.about.Name, why)
		} else if err != nil {
			return placed(err, f.about.From, f.about.Inside)
		}
	}
	if kind == KindPurchases {
		return r.settle(ctx)
	}
	return nil
}

// inOrder are the files of that kind as they are to be read: a table of what was ordered
// that does not say by whom comes behind those that may.
func (r *reading) inOrder(kind Kind) []int {
	var first, later []int
	for i, f := range r.files {
		switch {
		case f.kind != kind:
		case kind == KindPurchases && f.IsByOrder():
			later = append(later, i)
		default:
			first = append(first, i)
		}
	}
	return append(first, later...)
}

func (f file) tableRows() int {
	if f.kind == KindPurchases {
		return f.about.Rows
	}
	return 0
}

// item puts an item on the preview.
func (r *reading) item(i Item) {
	s := &r.preview.Summary
	if i.Kind != KindCards || i.Action != Reject || s.Contacts.Rejected < MaxRejected {
		r.expect(i.Kind)
		r.preview.Items = append(r.preview.Items, i)
	}
	s.add(i.Action)
	switch i.Kind {
	case KindCards:
		s.Contacts.add(i.Action)
	case KindPurchases:
		s.Receipts.add(i.Action)
		if i.Return {
			s.Returns++
		}
	case KindCalls:
		s.Calls.add(i.Action)
	case KindOpinions:
		s.Opinions.add(i.Action)
	case KindComplaints:
		s.Complaints.add(i.Action)
	}
}

// expect makes room for as many items as there will be if the rest of the files
// has as many as what was read: growing by and by, a long list would be copied
// many times.
func (r *reading) expect(kind Kind) {
	n, done := len(r.preview.Items), r.done.Load()
	if kind != KindCards || n < often || n < cap(r.preview.Items) || done == 0 {
		return
	}
	all := min(float64(n)*float64(r.at.Total)/float64(done), mostExpected)
	r.preview.Items = slices.Grow(r.preview.Items, max(n/4, int(1.02*all)-n))
}

// mostExpected is for how many items room is made at the most.
const mostExpected = 1 << 18

// rowsOf reads the rows of a table, without its header.
func (r *reading) rowsOf(ctx context.Context, f *file, row func(tables.Row) error) error {
	t, closer, err := r.rows(ctx, f)
	if err != nil {
		return err
	}
	defer closer.Close()
	apart := false
	for n := 0; ; n++ {
		if err := r.step(ctx, n); err != nil {
			return err
		}
		read, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return f.failed(err)
		case n == 0: // the header
		case read.Blank():
			apart = true
		default:
			f.see(read)
			if read.Problem == nil {
				read.Problem = cmp.Or(f.failure(read), f.extra(read))
			}
			read.Apart, apart = read.Apart || apart, false
			err = row(read)
		}
		if err != nil {
			return err
		}
	}
}
