// Package exporting takes what a shop knows out of the book, into files that
// people read, spreadsheets open and scripts take apart.
package exporting

import (
	"context"
	"io"
	"time"

	"ringback.app/app"
	"ringback.app/app/wording"
)

// Book is what an export asks of the book. No method is called while another
// one yields, so that nothing is held open while a file is written.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	Summary(ctx context.Context, id app.ID) (app.Summary, error)
	Purchase(ctx context.Context, id app.ID) (app.Purchase, error)
	// Calls returns the customer's calls, newest first; limit 0 is all.
	Calls(ctx context.Context, customer app.ID, limit int) ([]app.Call, error)
	Opinions(ctx context.Context, customer app.ID, limit int) ([]app.Opinion, error)
	Complaints(ctx context.Context, customer app.ID) ([]app.Complaint, error)
	// CallsBetween yields the calls with from ≤ Start < to, oldest first.
	CallsBetween(ctx context.Context, from, to time.Time, yield func(app.Call) bool) error
}

// Exporter writes exports in one language.
type Exporter struct {
	book     Book
	voice    *wording.Voice
	clock    app.Clock
	progress func(done int)
}

// New returns an exporter that tells days by the plan's time zone and names
// things in the voice's language.
func New(book Book, voice *wording.Voice, clock app.Clock) *Exporter {
	return &Exporter{book: book, voice: voice, clock: clock, progress: func(int) {}}
}

// Reporting returns an exporter that calls progress with the number of records
// written so far, now and then, on the goroutine that exports.
func (e *Exporter) Reporting(progress func(done int)) *Exporter {
	reporting := *e
	reporting.progress = progress
	return &reporting
}

// Format is how an export is written.
type Format string

// The formats.
const (
	CSV      Format = "csv"  // for spreadsheets: UTF-8 with a byte order mark, commas, one line a record
	Markdown Format = "md"   // for reading and printing
	JSON     Format = "json" // for scripts: one object a line
)

// Formats lists what call notes can be written as.
func Formats() []Format { return []Format{CSV, Markdown, JSON} }

// ParseFormat reads the name of a format. It returns an Error with CodeInvalid
// for any other.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
	}
	return "", &app.Error{Code: app.CodeInvalid, Key: "error.export.format", Args: app.Args{"Format": name}, Field: "format"}
}

// Filter says which calls go out. The zero Filter takes all.
type Filter struct {
	From     app.Day           // the first day; zero: from the beginning
	To       app.Day           // the last day, all of it; zero: to the end
	Customer app.ID            // zero: everybody
	Outcomes []app.Disposition // none: whatever came of it
}

// Count says how much went out.
type Count struct {
	Notes     int
	Customers int // different people among them
}

// Notes writes the notes of the calls that pass the filter, oldest first. It
// returns an Error with CodeInvalid for a filter that cannot be meant,
// CodeCancelled when ctx ends, and CodeStorage when w cannot be written to. What
// was written up to then is in w: see ToFile for all or nothing.
func (e *Exporter) Notes(ctx context.Context, w io.Writer, f Filter, format Format) (Count, error) {
	page, err := e.sheet(ctx, f)
	if err != nil {
		return Count{}, err
	}
	out, err := page.noteWriter(w, format)
	if err != nil {
		return Count{}, err
	}
	count, err := e.write(ctx, out, page)
	if err != nil {
		return count, err
	}
	return count, out.end(count)
}

// Count says how much Notes would write, without reading more than the calls
// themselves. It returns the errors of Notes.
func (e *Exporter) Count(ctx context.Context, f Filter) (Count, error) {
	page, err := e.sheet(ctx, f)
	if err != nil {
		return Count{}, err
	}
	var count Count
	people := make(map[app.ID]struct{})
	for calls, err := range e.callPages(ctx, page) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return Count{}, stopped(err)
		}
		for _, c := range calls {
			people[c.Customer] = struct{}{}
		}
		count = Count{Notes: count.Notes + len(calls), Customers: len(people)}
	}
	return count, nil
}

// sheet returns what is needed to write the notes that pass the filter, or says
// what is wrong with it.
func (e *Exporter) sheet(ctx context.Context, f Filter) (sheet, error) {
	if !f.From.IsZero() && !f.To.IsZero() && f.From > f.To {
		return sheet{}, &app.Error{
			Code: app.CodeInvalid, Key: "error.export.period", Field: "to",
			Args: app.Args{"From": f.From.String(), "To": f.To.String()},
		}
	}
	if !f.Customer.IsZero() {
		if _, err := e.book.Customer(ctx, f.Customer); err != nil {
			return sheet{}, err
		}
	}
	plan, err := e.book.Plan(ctx)
	if err != nil {
		return sheet{}, err
	}
	return sheet{voice: e.voice, plan: plan, zone: plan.Location(), now: e.clock().In(plan.Location()), filter: f}, nil
}

// write hands the notes to the writer, one after the other.
func (e *Exporter) write(ctx context.Context, out writer[Note], page sheet) (Count, error) {
	var count Count
	people := make(map[app.ID]struct{})
	if err := out.begin(); err != nil {
		return count, err
	}
	for notes, err := range e.pages(ctx, page) {
		if err != nil {
			return count, err
		}
		for _, n := range notes {
			if err := out.record(n); err != nil {
				return count, err
			}
			count.Notes++
			people[n.Call.Customer] = struct{}{}
			count.Customers = len(people)
		}
		e.progress(count.Notes)
	}
	return count, nil
}
