// Package calling is the call itself: the card to have before one's eyes, and
// what is put on record afterwards.
package calling

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Card is everything to know about a customer before the telephone rings.
type Card struct {
	Customer   app.Customer
	Summary    app.Summary
	Plan       app.Plan
	At         time.Time
	There      *time.Location    // the customer's time zone
	Reasons    []calllist.Reason // why they are due; none if they are not
	Because    *calllist.Because // the guard that speaks against calling now, if any
	Number     app.Phone         // the number to try; zero if there is none
	Purchases  []app.Purchase    // newest first, CardPurchases at most
	Opinions   []app.Opinion     // newest first, CardOpinions at most
	Complaints []app.Complaint   // the open ones, oldest first
	Calls      []app.Call        // newest first, CardCalls at most
}

// How much a card shows.
const (
	CardPurchases = 8
	CardOpinions  = 5
	CardCalls     = 5
)

// Report is what came of a call, as the person who made it tells it.
type Report struct {
	Customer    app.ID
	Start       time.Time // zero: now
	End         time.Time // zero: now
	By          string    // empty: the owner
	Number      string    // as dialled; empty: the one the card names
	Disposition app.Disposition
	Notes       string
	Reason      app.ReasonKind
	Next        *app.NextStep
	Anyway      string      // needed when a guard speaks against calling
	Refuses     app.Purpose // with do-not-call: what for; empty: any
	Opinion     *Said
	Complaint   *ToPutRight
	FixWorked   *bool // the answer to "did it work?" of a call that checks a fix
}

// Said is what the customer said in the call.
type Said struct {
	Score    *int // 0 to 10
	Verbatim string
	Themes   []string
	Staff    []string // who served them
	Praised  []string // who of them was praised
	Quote    bool     // they may be quoted
}

// ToPutRight is what the customer wants put right.
type ToPutRight struct {
	Wrong   string // empty: the verbatim
	Wish    string // what would put it right, in their eyes
	Promise string // what we promise
	By      time.Time
}

// Logged names what was put on record.
type Logged struct {
	Call      app.ID
	Opinion   app.ID // zero if nothing was said
	Complaint app.ID // zero if there was none
	Batch     app.ID
}
