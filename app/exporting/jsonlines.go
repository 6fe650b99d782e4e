package exporting

import (
	"encoding/json"
	"io"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

// jsonLines writes records as JSON, one object a line.
type jsonLines[T any] struct {
	out  *json.Encoder
	line func(T) any
}

func newJSONLines[T any](w io.Writer, line func(T) any) *jsonLines[T] {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &jsonLines[T]{out: out, line: line}
}

func (l *jsonLines[T]) begin() error { return nil }

func (l *jsonLines[T]) record(r T) error { return unwritable(l.out.Encode(l.line(r))) }

func (l *jsonLines[T]) end(Count) error { return nil }

// The records as scripts get them are those of an archive, with who the customer
// is in place of their ID alone. The fields are a promise: they do not change
// meaning.

type saleJSON struct {
	archive.Purchase
	Customer customerJSON `json:"customer"`
	Return   bool         `json:"return"` // it gives back
}

type toldJSON struct {
	archive.Opinion
	Customer *customerJSON `json:"customer,omitempty"` // none while nobody knows
	Quotable bool          `json:"quotable"`           // they may be quoted today
}

type wrongJSON struct {
	archive.Complaint
	Customer *customerJSON `json:"customer,omitempty"` // none while nobody knows
	Sender   string        `json:"sender,omitempty"`   // who it is from as the card says, then
	Open     bool          `json:"open"`
}

func customerLine(c app.Customer) any { return archive.CustomerOf(c) }

func saleLine(s sale) any {
	return saleJSON{archive.PurchaseOf(s.Purchase), customerOf(s.who), s.IsReturn()}
}

func opinionLine(o opinionOfOne) any {
	return toldJSON{archive.OpinionOf(o.Opinion), knownOf(o.who), quotable(o.Opinion)}
}

func complaintLine(c complaintOfOne) any {
	return wrongJSON{archive.ComplaintOf(c.Complaint), knownOf(c.who), c.sender, c.Open()}
}

func customerOf(c app.Customer) customerJSON {
	return customerJSON{ID: c.ID, Name: c.Name.Full, Firm: c.Firm, Reference: c.Reference(app.ReferenceShop)}
}

// knownOf returns nil for whom nobody knows.
func knownOf(c app.Customer) *customerJSON {
	if c.ID.IsZero() {
		return nil
	}
	known := customerOf(c)
	return &known
}

func quotable(o app.Opinion) bool { return o.Quote != nil && o.Quote.Withdrawn.IsZero() }
