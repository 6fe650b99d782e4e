package exporting

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/wording"
)

// Shop is what exports of other things than call notes ask of the book. No
// method is called while another one yields.
type Shop interface {
	Book
	calllist.Book
	Summary(ctx context.Context, id app.ID) (app.Summary, error)
	// Customers yields all customers, in the order of their IDs.
	Customers(ctx context.Context, yield func(app.Listed) bool) error
	// Purchases returns the customer's purchases, newest first; limit 0 is all.
	Purchases(ctx context.Context, customer app.ID, limit int) ([]app.Purchase, error)
	// PurchasesBetween yields the purchases with from ≤ Day < to, oldest first.
	PurchasesBetween(ctx context.Context, from, to app.Day, yield func(app.Purchase) bool) error
	// OpinionsBetween yields the opinions with from ≤ Taken < to, oldest first.
	OpinionsBetween(ctx context.Context, from, to time.Time, yield func(app.Opinion) bool) error
	// KeptKeys returns under what something is kept that begins so, in order.
	KeptKeys(ctx context.Context, prefix string) ([]string, error)
	// Edits yields what people changed of customers' records by hand and by making one
	// of two, the newest first, as the Edits that an import asks for.
	Edits(ctx context.Context, yield func(app.Entry) error) error
	// Batches returns the last batches, the newest first.
	Batches(ctx context.Context, limit int) ([]app.BatchInfo, error)
	// Size counts what the book holds.
	Size(ctx context.Context) (app.Size, error)
}

// Subject is what an export is of.
type Subject string

// What Records exports. The names are those of the command line.
const (
	Customers  Subject = "customers"
	Purchases  Subject = "purchases"
	Opinions   Subject = "opinions"
	Complaints Subject = "complaints"
	Planned    Subject = "planned" // calls that are to be made: agreed ones, and further attempts
	CallSheet  Subject = "sheet"   // the call list of now, on paper, with room to write
	Everything Subject = "all"     // the whole book, to be imported again
)

// The formats that call notes are not written in.
const (
	VCard    Format = "vcf"  // vCard 4.0
	VCard3   Format = "vcf3" // vCard 3.0, for programs that know no other; its files end in .vcf, too
	Calendar Format = "ics"
	PDF      Format = "pdf"
)

// Extension is what the names of such files end in, without the dot.
func (f Format) Extension() string {
	if f == VCard3 {
		return string(VCard)
	}
	return string(f)
}

// Formats lists how the subject can be written; the first is the usual one.
func (s Subject) Formats() []Format {
	switch s {
	case Customers:
		return []Format{CSV, JSON, VCard, VCard3}
	case Purchases, Opinions, Complaints:
		return []Format{CSV, JSON}
	case Planned:
		return []Format{Calendar}
	case CallSheet:
		return []Format{PDF}
	case Everything:
		return []Format{JSON}
	}
	return nil
}

// ParseFormat reads the name of a format that the subject can be written in. It
// returns an Error with CodeInvalid for any other.
func (s Subject) ParseFormat(name string) (Format, error) {
	var names []string
	for _, f := range s.Formats() {
		if string(f) == name {
			return f, nil
		}
		names = append(names, string(f))
	}
	return "", &app.Error{
		Code: app.CodeInvalid, Key: "error.export.subject-format", Field: "format",
		Args: app.Args{"Format": name, "Formats": strings.Join(names, ", ")},
	}
}

// Records writes what a book holds beside call notes, in one language.
type Records struct {
	notes *Exporter
	shop  Shop
	boxed func(names []string)
}

// NewRecords returns what New returns, for records.
func NewRecords(shop Shop, voice *wording.Voice, clock app.Clock) *Records {
	return &Records{notes: New(shop, voice, clock), shop: shop, boxed: func([]string) {}}
}

// Reporting returns the same, calling progress with the number of records
// written so far, now and then, on the goroutine that exports.
func (r *Records) Reporting(progress func(done int)) *Records {
	return &Records{notes: r.notes.Reporting(progress), shop: r.shop, boxed: r.boxed}
}

// Boxing returns the same, calling boxed with the names on a call sheet that, or
// beside which something, cannot be printed as it is written, if there are any.
// It is called on the goroutine that exports.
func (r *Records) Boxing(boxed func(names []string)) *Records {
	return &Records{notes: r.notes, shop: r.shop, boxed: boxed}
}

// Write writes the subject's records that pass the filter, and says how many
// they were. Purchases go by their day, opinions by when they were taken down,
// complaints by when they were received, planned calls by when they are due, the
// oldest first, complaints by their customer before that. A period says nothing
// of customers; a call sheet and the whole book take no filter. The filter's
// outcomes do not count.
//
// It returns an Error with CodeInvalid for a format that the subject does not
// have and for a filter that cannot be meant, CodeCancelled when ctx ends,
// CodeConflict if the whole book was changed while it was being written, and
// CodeStorage when w cannot be written to. What was written up to then is in w:
// see ToFile for all or nothing.
func (r *Records) Write(ctx context.Context, w io.Writer, what Subject, f Filter, format Format) (int, error) {
	if _, err := what.ParseFormat(string(format)); err != nil {
		return 0, err
	}
	page, err := r.notes.sheet(ctx, f)
	if err != nil {
		return 0, err
	}
	n := 0
	switch what {
	case Customers:
		n, err = write(ctx, r, r.customers(ctx, page), page.customerWriter(w, format))
	case Purchases:
		n, err = write(ctx, r, r.purchases(ctx, page), page.purchaseWriter(w, format))
	case Opinions:
		n, err = write(ctx, r, r.opinions(ctx, page), recordWriter(page, w, format, "export.opinion.", opinionColumns, opinionLine))
	case Complaints:
		n, err = write(ctx, r, r.complaints(ctx, page), recordWriter(page, w, format, "export.complaint.", complaintColumns, complaintLine))
	case Planned:
		n, err = r.planned(ctx, w, page)
	case CallSheet:
		n, err = r.callSheet(ctx, w, page)
	case Everything:
		n, err = r.everything(ctx, w)
	}
	return n, stopped(err)
}

// Suggest proposes a name for a file: of what it holds, and of the day.
func (r *Records) Suggest(ctx context.Context, what Subject, format Format) (string, error) {
	page, err := r.notes.sheet(ctx, Filter{})
	if err != nil {
		return "", err
	}
	name := page.voice.Say("export.subject."+string(what), nil) + " " + app.DayOf(page.now).String()
	return FileName(name, string(what), format.Extension()), nil
}

// write hands the records to the writer, one after the other.
func write[T any](ctx context.Context, r *Records, pages iter.Seq2[[]T, error], out writer[T]) (int, error) {
	n := 0
	if err := out.begin(); err != nil {
		return n, err
	}
	for page, err := range pages {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return n, err
		}
		for _, record := range page {
			if err := out.record(record); err != nil {
				return n, err
			}
			n++
		}
		r.notes.progress(n)
	}
	return n, out.end(Count{Notes: n})
}

// recordWriter writes records as a table, or else as JSON.
func recordWriter[T any](s sheet, w io.Writer, f Format, heads string, columns []column[T], line func(T) any) writer[T] {
	if f == CSV {
		return newTable(s, w, heads, columns)
	}
	return newJSONLines(w, line)
}

// chunks are lists of at most a page's length.
func chunks(ids []app.ID) iter.Seq[[]app.ID] { return slices.Chunk(ids, pageSize) }
