package exporting

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/wording"
)

// Ledger is what an export of quotes asks for. *opinions.Desk is one.
type Ledger interface {
	// Allowed returns what may be published at this moment, newest first.
	Allowed(ctx context.Context) ([]opinions.Quoted, error)
}

// Quotes writes what may be published today, with the proof of each: where and
// on which day the customer said it, and when they gave leave.
type Quotes struct {
	ledger Ledger
	plan   interface {
		Plan(ctx context.Context) (app.Plan, error)
	}
	voice *wording.Voice
	clock app.Clock
}

// NewQuotes returns what writes quotes in one language.
func NewQuotes(book Book, ledger Ledger, voice *wording.Voice, clock app.Clock) *Quotes {
	return &Quotes{ledger: ledger, plan: book, voice: voice, clock: clock}
}

// QuoteFormats lists how quotes can be written; the first is the usual one.
func QuoteFormats() []Format { return []Format{CSV, JSON} }

// ParseQuoteFormat reads the name of one of QuoteFormats. It returns an Error with
// CodeInvalid for any other.
func ParseQuoteFormat(name string) (Format, error) {
	var names []string
	for _, f := range QuoteFormats() {
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

// Write writes what may be published at this moment, and says how much it was.
// It returns the errors of Records.Write.
func (q *Quotes) Write(ctx context.Context, w io.Writer, format Format) (int, error) {
	if _, err := ParseQuoteFormat(string(format)); err != nil {
		return 0, err
	}
	plan, err := q.plan.Plan(ctx)
	if err != nil {
		return 0, fmt.Errorf("export quotes: %w", err)
	}
	allowed, err := q.ledger.Allowed(ctx)
	if err != nil {
		return 0, stopped(err)
	}
	page := sheet{voice: q.voice, plan: plan, zone: plan.Location(), now: q.clock().In(plan.Location())}
	out := recordWriter(page, w, format, "export.quotes.", quoteColumns, quoteLine)
	if err := out.begin(); err != nil {
		return 0, err
	}
	for i, one := range allowed {
		if err := ctx.Err(); err != nil {
			return i, stopped(err)
		}
		if err := out.record(one); err != nil {
			return i, err
		}
	}
	return len(allowed), out.end(Count{Notes: len(allowed)})
}

// quoteColumns are the columns of quotes, in order.
var quoteColumns = []column[opinions.Quoted]{
	{name: "words", cell: func(_ sheet, q opinions.Quoted) string { return q.Quote.Words }},
	{name: "name", cell: func(_ sheet, q opinions.Quoted) string { return q.Quote.Name }},
	{name: "where", cell: func(_ sheet, q opinions.Quoted) string { return q.Quote.Where }},
	{name: "since", cell: func(s sheet, q opinions.Quoted) string { return s.stamp(q.Quote.Since, true) }},
	{name: "source", cell: func(s sheet, q opinions.Quoted) string { return s.voice.Source(q.Opinion.Source) }},
	{name: "said", cell: func(_ sheet, q opinions.Quoted) string { return q.Opinion.Said.String() }},
	{name: "customer", cell: func(_ sheet, q opinions.Quoted) string {
		if q.Who.ID.IsZero() {
			return q.Opinion.Sender
		}
		return q.Who.Called()
	}},
	{name: "reference", cell: func(_ sheet, q opinions.Quoted) string { return q.Who.Reference(app.ReferenceShop) }},
	{name: "call", cell: func(_ sheet, q opinions.Quoted) string { return q.Opinion.Call.String() }},
	{name: "id", cell: func(_ sheet, q opinions.Quoted) string { return q.Opinion.ID.String() }},
}

// quoteJSON is a quote as scripts get it. The fields are a promise: they do not
// change meaning.
type quoteJSON struct {
	ID       app.ID       `json:"id"` // of the opinion
	Words    string       `json:"words"`
	Name     string       `json:"name"`  // "": none is printed
	Where    string       `json:"where"` // "": anywhere
	Since    time.Time    `json:"since"`
	Source   app.Source   `json:"source"`
	Said     app.Day      `json:"said"`
	Call     app.ID       `json:"call"` // "" if it was not said in one
	Customer customerJSON `json:"customer"`
	Sender   string       `json:"sender"`
}

func quoteLine(q opinions.Quoted) any {
	return quoteJSON{
		ID: q.Opinion.ID, Words: q.Quote.Words, Name: q.Quote.Name, Where: q.Quote.Where, Since: q.Quote.Since,
		Source: q.Opinion.Source, Said: q.Opinion.Said, Call: q.Opinion.Call, Customer: customerOf(q.Who), Sender: q.Opinion.Sender,
	}
}
