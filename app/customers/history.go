package customers

import (
	"reflect"
	"strconv"
	"time"

	"ringback.app/app"
)

// Event is one change in a customer's history, in brief.
type Event struct {
	At     time.Time
	By     string // empty: the owner
	Act    app.Act
	Batch  app.ID // what to undo; the changes of one act share it
	Kind   app.Kind
	ID     app.ID
	What   Verb
	Undone bool          // it was taken back since
	Undoes app.Act       // what an undo is about; empty: it is none
	Back   bool          // it brought that back
	With   string        // of a merge, and of what took one back: what the other customer was called; empty: nobody knows
	Fields []FieldChange // in the order of the page; for what was added, what it says
}

// Verb says what was done to a record.
type Verb string

// What is done to records.
const (
	Added   Verb = "added"
	Changed Verb = "changed"
	Removed Verb = "removed"
)

// FieldChange is what one field was and is. A value is a string, a []string, a
// bool, an app.Day, an app.Weekdays, an app.Money, a []app.BoughtItem, a
// []app.ThankYou or a time.Time; nil where there was none. Purposes, outcomes, remedies and fix-worked ("true", "false")
// are given as the book has them, to be said in the person's language.
type FieldChange struct {
	Field  string // one of the Field constants
	Before any
	After  any
}

// The fields that only a history names.
const (
	FieldUnfit     = "unfit"
	FieldBestTime  = "best-time"
	FieldNotOn     = "not-on"
	FieldThanks    = "thanks"
	FieldReason    = "reason"
	FieldOutcome   = "outcome"
	FieldNext      = "next"
	FieldFixWorked = "fix-worked"
	FieldScore     = "score"
	FieldSaid      = "said"
	FieldThemes    = "themes"
	FieldStaff     = "staff"
	FieldPraise    = "praise"
	FieldQuote     = "quote"
	FieldWrong     = "wrong"
	FieldWish      = "wish"
	FieldPromises  = "promises"
	FieldRemedy    = "remedy"
	FieldCost      = "cost"
	FieldAnswered  = "answered"
	FieldPutRight  = "put-right"
	FieldConfirmed = "confirmed"
	FieldClosed    = "closed"
	FieldClosedWhy = "closed-why"
	FieldRefused   = "refused"
	FieldReopened  = "reopened"
	FieldForOwner  = "for-owner"
	FieldEarlier   = "earlier" // remedies before it was opened again
)

// EventOf tells a journal entry in brief.
func EventOf(e app.Entry) Event {
	event := Event{At: e.At, By: e.By, Act: e.Act, Batch: e.Batch, Kind: e.Kind, ID: e.ID, What: Changed, Undone: e.Undone, Undoes: e.Undoes, Back: e.Back, With: e.With}
	switch {
	case e.Before == nil:
		event.What = Added
	case e.After == nil:
		event.What = Removed
	}
	before, after := fieldsOf(e.Before), fieldsOf(e.After)
	names := after
	if names == nil {
		names = before
	}
	for i, f := range names {
		change := FieldChange{Field: f.name}
		if before != nil {
			change.Before = known(before[i].value)
		}
		if after != nil {
			change.After = known(after[i].value)
		}
		if !reflect.DeepEqual(change.Before, change.After) {
			event.Fields = append(event.Fields, change)
		}
	}
	return event
}

type field struct {
	name  string
	value any
}

// known returns the value, or nil for one that says nothing.
func known(value any) any {
	v := reflect.ValueOf(value)
	if !v.IsValid() || v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		return nil
	}
	if t, ok := value.(time.Time); ok {
		return t.UTC()
	}
	return value
}

// fieldsOf returns what a person would want to read of a record, always the
// same fields for the same kind.
func fieldsOf(r app.Record) []field {
	switch r := r.(type) {
	case app.Customer:
		return customerFields(r)
	case app.Purchase:
		return purchaseFields(r)
	case app.Call:
		return callFields(r)
	case app.Opinion:
		return opinionFields(r)
	case app.Complaint:
		return complaintFields(r)
	}
	return nil
}

func customerFields(c app.Customer) []field {
	var phones, unfit, emails, addresses, refusals, reasons []string
	for _, p := range c.Phones {
		phones = append(phones, spaced(p.Label, p.Typed))
		if p.Unfit != app.FitToCall {
			unfit = append(unfit, p.Typed)
		}
	}
	for _, e := range c.Emails {
		emails = append(emails, e.Address)
	}
	for _, a := range c.Addresses {
		addresses = append(addresses, spaced(a.Extra, a.POBox, a.Street, a.PostalCode, a.City, a.Region, a.Country))
	}
	for _, w := range c.DoNotCall {
		refusals, reasons = append(refusals, string(w.Purpose)), append(reasons, w.Reason)
	}
	best := ""
	if b := c.BestTime; b.From != 0 || b.To != 0 {
		best = b.From.String()
		if b.To != 0 {
			best += "–" + b.To.String()
		}
	}
	return []field{
		{FieldName, c.Name.Full},
		{FieldPrefix, c.Name.Prefix},
		{FieldGiven, c.Name.Given},
		{FieldFamily, c.Name.Family},
		{FieldFirm, c.Firm},
		{FieldNumber, c.Reference(app.ReferenceShop)},
		{FieldPhones, phones},
		{FieldUnfit, unfit},
		{FieldEmails, emails},
		{FieldAddresses, addresses},
		{FieldBirthday, c.Birthday},
		{FieldLanguage, c.Language},
		{FieldTimeZone, c.TimeZone},
		{FieldBestTime, best},
		{FieldNotOn, c.BestTime.Not},
		{FieldTags, c.Tags},
		{FieldNotes, c.Notes},
		{FieldDoNotCall, refusals},
		{FieldReason, reasons},
		{FieldThanks, c.Thanks},
		{FieldArchived, c.Archived},
	}
}

func purchaseFields(p app.Purchase) []field {
	var lines []app.BoughtItem
	for _, l := range p.Lines {
		lines = append(lines, app.BoughtItem{Item: l.Item, Quantity: l.Quantity})
	}
	return []field{
		{FieldDay, p.Day},
		{FieldReceipt, p.Receipt},
		{FieldLines, lines},
		{FieldTotal, app.Money{Minor: p.Total, Currency: p.Currency}},
		{FieldSoldBy, p.SoldBy},
	}
}

func callFields(c app.Call) []field {
	var next time.Time
	if c.Next != nil {
		next = c.Next.At
	}
	worked := ""
	if c.FixWorked != nil {
		worked = strconv.FormatBool(*c.FixWorked)
	}
	return []field{
		{FieldOutcome, string(c.Disposition)},
		{FieldNotes, c.Notes},
		{FieldNext, next},
		{FieldFixWorked, worked},
	}
}

func opinionFields(o app.Opinion) []field {
	score := ""
	if o.Score != nil {
		score = strconv.Itoa(*o.Score)
	}
	quote := ""
	if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
		quote = o.Quote.Words
	}
	return []field{
		{FieldDay, o.Said},
		{FieldScore, score},
		{FieldSaid, o.Verbatim},
		{FieldThemes, o.Themes},
		{FieldStaff, o.Staff},
		{FieldPraise, o.Praise},
		{FieldQuote, quote},
	}
}

func complaintFields(c app.Complaint) []field {
	var promises []string
	for _, p := range c.Promises {
		promises = append(promises, p.What)
	}
	var again []string
	for _, r := range c.Reopened {
		again = append(again, r.Why)
	}
	var earlier []string
	for _, g := range c.Earlier {
		earlier = append(earlier, string(g.Remedy.Kind))
	}
	var remedy app.Remedy
	if c.Remedy != nil {
		remedy = *c.Remedy
	}
	return []field{
		{FieldWrong, c.Wrong},
		{FieldWish, c.Wish},
		{FieldPromises, promises},
		{FieldRemedy, string(remedy.Kind)},
		{FieldNotes, remedy.Note},
		{FieldCost, remedy.Cost},
		{FieldAnswered, c.Answered},
		{FieldRefused, remedy.Refused},
		{FieldPutRight, c.PutRight},
		{FieldConfirmed, c.Confirmed},
		{FieldClosed, c.Closed},
		{FieldClosedWhy, c.ClosedWhy},
		{FieldReopened, again},
		{FieldEarlier, earlier},
		{FieldForOwner, c.ForOwner},
		{FieldThemes, c.Themes},
	}
}

func spaced(parts ...string) string {
	text := ""
	for _, p := range parts {
		switch {
		case p == "":
		case text == "":
			text = p
		default:
			text += " " + p
		}
	}
	return text
}
