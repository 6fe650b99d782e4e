// Package importing takes contacts and purchases in from files.
//
// Read looks at the files and says what would come of them, card by card and
// receipt by receipt, without writing anything; Commit writes that as one
// batch, which one undo takes back. Contacts go in before purchases, whatever
// the order of the files, so that a purchase finds its customer.
//
// This package finds out what a file is (source.go, unpack.go, archives.go), has it
// read and puts what comes of it on the Preview. What it has others decide:
//
//   - people: who in a file is whom in the book, so whether two cards are one person,
//     and what a file adds to what is known of them
//   - fields: what a column may hold, and which of it its name says
//   - columns: what the columns of a table hold, by all that tells of it
//   - written: what is written in a cell
//   - values: how days, amounts of money and quantities are read
//   - contacts, receipts, opinions: what the rows of a table of each are, and which
//     receipts the book has
//   - tables, workbooks, vcards, zips, charsets, lines: how files are written
//
// None of these knows this package. Of them, contacts, receipts and opinions stand on
// columns, that on fields, that on written, and that on values; people knows of no table.
package importing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
)

// Importer imports into one book.
type Importer struct {
	book Book
	ids  *app.IDs
}

// New returns an importer into the book.
func New(book Book, ids *app.IDs) *Importer { return &Importer{book: book, ids: ids} }

// Options say how to read the files, where they do not say it themselves.
type Options struct {
	Map       []columns.Mapping // which column of a table holds what
	Charset   string            // of text that does not name its own; empty: guessed
	Delimiter byte              // what keeps the columns of tables of text apart; 0: found out
	Progress  func(Progress)    // told now and then, on the goroutine of Read; may be nil
	Clock     app.Clock         // for what cannot have been said yet; nil: time.Now
	Unasked   bool              // nobody is there to ask how a file is meant: it is left out
}

// Stage is what an import is at.
type Stage uint8

// The stages, in their order.
const (
	Opening  Stage = iota // finds out what the files are, and unpacks them
	Reading               // reads them, and finds out what would come of them
	Matching              // looks for receipts in the book, and for what returns give back
	Writing               // writes the book
)

// Progress is how far an import has come.
type Progress struct {
	Stage       Stage
	File        string // the files' names where it is about all
	Number      int    // of the file, from 1
	Files       int    // all of them
	Done, Total int64  // bytes read and to read, of all files, of which a table is read twice; records while Writing
	Items       int    // cards and receipts found so far
}

// Read reads the files and returns what would come of them. Nothing is written.
//
// A file that cannot be imported is left out, so that it does not cost the others:
// an Item of KindFile says why. Where it is the only one Read returns an Error:
// with CodeInvalid, or with CodeNotFound or CodeStorage if it cannot be opened. It
// also returns one with CodeInvalid for a mapping that does not fit, and, unless
// the Options say that nobody is asked, where a date or an amount can be read in
// two ways or it is not known which columns hold what; and with CodeCancelled when
// ctx ends.
func (im *Importer) Read(ctx context.Context, files []Source, o Options) (*Preview, error) {
	if len(files) == 0 {
		return nil, app.Invalid("error.import.no-files", nil)
	}
	to := opening{o, func(key string) ([]byte, error) {
		value, err := im.book.Kept(ctx, key)
		if err != nil {
			return nil, fmt.Errorf("read what is known of a table: %w", err)
		}
		return value, nil
	}}
	r := &reading{options: o, ids: im.ids, preview: &Preview{keep: make(map[string][]byte)}, heard: newHearing()}
	for i, s := range files {
		if o.Progress != nil {
			o.Progress(Progress{Stage: Opening, File: s.label(), Number: i + 1, Files: len(files)})
		}
		inputs, err := unpack(ctx, s, to)
		if why := o.refusal(ctx, err); why != nil {
			r.refuse(s.label(), why)
			continue
		} else if err != nil {
			return nil, cancelled(ctx, err)
		}
		for _, in := range inputs {
			r.add(in)
		}
	}
	r.readAlone()
	if len(r.refused) == 0 { // else it may be of a table that is left out
		if err := r.checkMap(); err != nil {
			return nil, err
		}
	}
	if len(r.files) > 0 {
		var err error
		if r.preview.state, err = im.state(ctx); err != nil {
			return nil, cancelled(ctx, err)
		}
		if r.chosen, err = im.chosen(ctx); err != nil {
			return nil, cancelled(ctx, err)
		}
		if err = im.book.Match(ctx, func(known Known) error { return r.all(ctx, known) }); err != nil {
			return nil, cancelled(ctx, err)
		}
	}
	if err := r.onlyRefusal(); err != nil {
		return nil, err
	}
	return r.preview, nil
}

// Commit writes what the preview says, as one batch. Where there is nothing to
// write it does what Remember does, and the batch is zero.
//
// A preview is written once: a large one shall not lie in memory twice, so that
// its records are gone afterwards, also when it could not be written. When ctx
// ends before the book's last step, nothing is left behind.
//
// It returns an Error with CodeConflict if the book was changed since the
// preview was made, or Commit was called with it before: it has to be read
// again. It returns one with CodeCancelled when ctx ends.
func (im *Importer) Commit(ctx context.Context, p *Preview) (Result, error) {
	return im.CommitTelling(ctx, p, nil)
}

// CommitTelling is Commit that tells now and then how far the writing has come,
// on the goroutine of the call.
func (im *Importer) CommitTelling(ctx context.Context, p *Preview, tell func(Progress)) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, cancelled(ctx, err)
	}
	if len(p.changes) == 0 && !p.written {
		return Result{Summary: p.Summary}, im.Remember(ctx, p)
	}
	applied, err := im.book.Act(ctx, func() (app.Batch, error) { return im.batch(ctx, p, tell) })
	if err != nil {
		return Result{}, cancelled(ctx, fmt.Errorf("write the import: %w", err))
	}
	return Result{Batch: applied.Batch, Changed: applied.Changed, Summary: p.Summary}, nil
}

// Remember keeps what was said of the columns of tables of which the book has
// everything, so that it is not asked again with the next ones. Where there is
// something to write Commit keeps it with that; and where the book has nothing of the
// tables, nobody knows yet whether what was said of them is so.
func (im *Importer) Remember(ctx context.Context, p *Preview) error {
	if len(p.changes) > 0 || p.written || p.Summary.Same == 0 || len(p.keep) == 0 {
		return nil
	}
	_, err := im.book.Act(ctx, func() (app.Batch, error) { return app.Batch{Act: app.ActImport, Keep: p.keep}, nil })
	if err != nil {
		return cancelled(ctx, fmt.Errorf("keep what was said of a table: %w", err))
	}
	return nil
}

// batch makes a batch of the preview, if the book is as it was when that was made.
func (im *Importer) batch(ctx context.Context, p *Preview, tell func(Progress)) (app.Batch, error) {
	now, err := im.state(ctx)
	if err != nil {
		return app.Batch{}, err
	}
	if now != p.state || p.written {
		return app.Batch{}, &app.Error{Code: app.CodeConflict, Key: "error.import.moved"}
	}
	batch := app.Batch{Act: app.ActImport, Note: p.names(), Changes: p.changes}
	batch.Keep = p.keep
	if tell != nil {
		at := Progress{Stage: Writing, File: p.names(), Number: 1, Files: len(p.Files), Total: int64(len(p.changes)), Items: len(p.Items)}
		batch.Progress = func(part float64) {
			at.Done = int64(part * float64(at.Total))
			tell(at)
		}
	}
	p.changes, p.written = nil, true
	return batch, nil
}

// state names the state of the book: its last batch.
func (im *Importer) state(ctx context.Context) (app.ID, error) {
	last, err := im.book.Batches(ctx, 1)
	if err != nil {
		return app.ID{}, fmt.Errorf("read the last batch: %w", err)
	}
	if len(last) == 0 {
		return app.ID{}, nil
	}
	return last[0].ID, nil
}

// cancelled says so if that is why the work ended.
func cancelled(ctx context.Context, err error) error {
	if ctx.Err() == nil || app.CodeOf(err) == app.CodeCancelled {
		return err
	}
	return &app.Error{Code: app.CodeCancelled, Key: "error.import.cancelled", Err: err}
}

// changes are the records to write: customers first, each sort in the order of
// their IDs, which is how the book writes them fastest. The plan goes before
// all, since what is derived from the others follows it.
func (r *reading) changes() []app.Change {
	customers := r.people.Changed()
	changes := make([]app.Change, 0, len(customers)+len(r.bought)+len(r.records))
	for _, record := range r.records {
		changes = append(changes, app.Put(record))
	}
	for _, c := range customers {
		changes = append(changes, app.Put(*c))
	}
	for _, b := range r.bought {
		changes = append(changes, app.Put(*b))
	}
	slices.SortStableFunc(changes, func(a, b app.Change) int {
		kindA, idA := a.Put.Key()
		kindB, idB := b.Put.Key()
		if kindA != kindB {
			return place(kindA) - place(kindB)
		}
		return idA.Compare(idB)
	})
	return changes
}

func place(kind app.Kind) int {
	if kind == app.KindPlan {
		return 0
	}
	return int(kind)
}

// names lists the files, for the batch's title.
func (p *Preview) names() string {
	names := make([]string, 0, len(p.Files))
	for _, f := range p.Files {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
