// Package archive is the form in which everything a book knows leaves it, and
// comes back: text in UTF-8, one JSON object a line, each with its kind.
//
//	{"kind":"book","format":2,"made":"2026-11-22T09:00:00Z"}
//	{"kind":"plan","owner":"Jim","currency":"EUR",…}
//	{"kind":"customer","id":"01J…","name":{"full":"Maija Korhonen"},…}
//	{"kind":"purchase","id":"01J…","customer":"01J…","day":"2026-11-13",…}
//	{"kind":"call",…} {"kind":"opinion",…} {"kind":"complaint",…}
//	{"kind":"two_people","a":"01J…","b":"01J…"}
//	{"kind":"settled","before":{"id":"01J…",…},"after":{"id":"01J…",…}}
//	{"kind":"end","customers":1,"purchases":1,"calls":0,"opinions":0,"complaints":0,"two_people":1,"settled":1}
//
// The line of kind book comes first and the one of kind end last, so that a file
// that was cut off is known for one; the plan comes at most once. A customer
// stands before what belongs to them, and all customers before what the owner decided
// of them: that two are two people (two_people), and what was on record of somebody
// before a person changed it or made one of two (settled). Format 1 has neither. Fields that are empty, zero or false may
// be left out. The types Plan, Customer, Purchase, Call, Opinion and Complaint
// say which fields there are, and TwoPeople and Settled; a promise to scripts: they do
// not change meaning while the format is 2, and mean the same in format 1.
//
// IDs are 26 letters, times RFC 3339, days YYYY-MM-DD, times of day HH:MM, money
// in minor units of an ISO 4217 currency, quantities decimal numbers with three
// decimals at the most, weekdays English in three small letters.
package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"ringback.app/app"
)

// Format is the number of the format that this package writes, and the latest
// that it reads.
const Format = 2

// The kinds of line. Those of records are also the names of their lists.
const (
	kindBook      = "book"
	kindPlan      = "plan"
	kindCustomer  = "customer"
	kindPurchase  = "purchase"
	kindCall      = "call"
	kindOpinion   = "opinion"
	kindComplaint = "complaint"
	kindTwoPeople = "two_people"
	kindSettled   = "settled"
	kindEnd       = "end"
)

// Count is how many records an archive holds; the plan is not counted.
type Count struct {
	Customers  int `json:"customers"`
	Purchases  int `json:"purchases"`
	Calls      int `json:"calls"`
	Opinions   int `json:"opinions"`
	Complaints int `json:"complaints"`

	TwoPeople int `json:"two_people,omitempty"`
	Settled   int `json:"settled,omitempty"`
}

func (c *Count) add(r app.Record) {
	switch r.(type) {
	case TwoPeople:
		c.TwoPeople++
	case Settled:
		c.Settled++
	}
	switch kind, _ := r.Key(); kind {
	case app.KindCustomer:
		c.Customers++
	case app.KindPurchase:
		c.Purchases++
	case app.KindCall:
		c.Calls++
	case app.KindOpinion:
		c.Opinions++
	case app.KindComplaint:
		c.Complaints++
	}
}

// Records is how many they are together.
func (c Count) Records() int {
	return c.Customers + c.Purchases + c.Calls + c.Opinions + c.Complaints + c.TwoPeople + c.Settled
}

type begin struct {
	Kind   string    `json:"kind"`
	Format int       `json:"format"`
	Made   time.Time `json:"made"`
}

type finish struct {
	Kind string `json:"kind"`
	Count
}

// Writer writes one archive.
type Writer struct {
	w     io.Writer
	line  bytes.Buffer
	out   *json.Encoder
	count Count
}

// NewWriter begins an archive that is made at that moment. It returns the error
// of w.
func NewWriter(w io.Writer, made time.Time) (*Writer, error) {
	a := &Writer{w: w}
	a.out = json.NewEncoder(&a.line)
	a.out.SetEscapeHTML(false)
	return a, a.put(begin{Kind: kindBook, Format: Format, Made: made.UTC()})
}

// Write adds a record. A customer goes before what belongs to them.
func (a *Writer) Write(r app.Record) error {
	line, err := lineOf(r)
	if err != nil {
		return err
	}
	a.count.add(r)
	return a.put(line)
}

// Close ends the archive and says what it holds; w stays open. An archive that
// was not closed cannot be read back.
func (a *Writer) Close() (Count, error) {
	return a.count, a.put(finish{Kind: kindEnd, Count: a.count})
}

func (a *Writer) put(line any) error {
	a.line.Reset()
	if err := a.out.Encode(line); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	if _, err := a.w.Write(a.line.Bytes()); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	return nil
}

// Equal tells whether two records are the same as far as an archive says it.
func Equal(a, b app.Record) bool {
	x, errA := text(a)
	y, errB := text(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

func text(r app.Record) ([]byte, error) {
	line, err := lineOf(r)
	if err != nil {
		return nil, err
	}
	return json.Marshal(line)
}

// lineOf returns the record as it stands in a line, its kind first.
func lineOf(r app.Record) (any, error) {
	switch r := r.(type) {
	case app.Plan:
		return planLine{kindPlan, PlanOf(r)}, nil
	case app.Customer:
		return customerLine{kindCustomer, CustomerOf(r)}, nil
	case app.Purchase:
		return purchaseLine{kindPurchase, PurchaseOf(r)}, nil
	case app.Call:
		return callLine{kindCall, CallOf(r)}, nil
	case app.Opinion:
		return opinionLine{kindOpinion, OpinionOf(r)}, nil
	case app.Complaint:
		return complaintLine{kindComplaint, ComplaintOf(r)}, nil
	case TwoPeople:
		return twoPeopleLine{kindTwoPeople, r}, nil
	case Settled:
		return settledOf(r), nil
	}
	return nil, fmt.Errorf("archive: no line for a %T", r)
}

type (
	planLine struct {
		Kind string `json:"kind"`
		Plan
	}
	customerLine struct {
		Kind string `json:"kind"`
		Customer
	}
	purchaseLine struct {
		Kind string `json:"kind"`
		Purchase
	}
	callLine struct {
		Kind string `json:"kind"`
		Call
	}
	opinionLine struct {
		Kind string `json:"kind"`
		Opinion
	}
	complaintLine struct {
		Kind string `json:"kind"`
		Complaint
	}
)
