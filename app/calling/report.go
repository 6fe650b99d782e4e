// Package calling is the call itself: the card to have before one's eyes, and
// what is put on record afterwards.
package calling

import (
	"time"

	"ringback.app/app"
)

// Report is what came of a call, as the person who made it tells it.
type Report struct {
	Customer    app.ID
	Start       time.Time // zero: now, and at whatever hour it was made
	End         time.Time // zero: now, or Start where that is long past
	By          string    // empty: the owner
	Number      string    // as dialled or as written on the customer's record; empty: the one the card names
	Disposition app.Disposition
	Notes       string
	Reason      app.ReasonKind // NoReason: the headline of the card
	Next        *app.NextStep  // a day without calls stands for the next that has some; with call back later and none: the day after today
	Anyway      string         // needed when a guard speaks against calling
	Refuses     app.Purpose    // with do-not-call: what for; empty: any
	Opinion     *Said
	Complaint   *ToPutRight
	// Else is something else that went wrong, of which they told in the same call:
	// another complaint that is open, or one of its own, and then Wrong is needed.
	Else *ToPutRight
	// Case is the open complaint that the call was about; zero: the headline's.
	Case app.ID
	// Fixes are the answers to "did it work?", one for each complaint asked about.
	Fixes []Fix
}

// Fix is what the customer said of what was put right.
type Fix struct {
	Complaint app.ID `json:"complaint,omitzero"` // zero: Report.Case, or the only one that was put right
	Worked    bool   `json:"worked"`
}

// Said is what the customer said in the call.
type Said struct {
	Score    *int // 0 to app.MaxScore
	Stars    *int // 1 to app.MaxStars, where they were asked on that scale
	Verbatim string
	Themes   []string
	Staff    []string // who served them
	Praised  []string // who of them was praised
	Quote    bool     // they may be quoted
}

// ToPutRight is what the customer wants put right: of a complaint that is open,
// or a complaint of its own. Where neither Of nor New says which, what names
// something that went wrong is new; else it is about the complaint whose fix did
// not work or that the call was for, and it is refused where that were a guess:
// nobody named the complaint, and they said something, or wish for something else.
type ToPutRight struct {
	Of      app.ID // one of Card.Amendable
	New     bool
	Wrong   string // empty: the verbatim
	Wish    string // what would put it right, in their eyes
	Promise string // what we promise
	By      time.Time
	Serious bool // the owner must call
}

// Logged names what was put on record.
type Logged struct {
	Call      app.ID
	Opinion   app.ID // zero if nothing was said
	Complaint app.ID // the complaint it began or was about; zero if there was none
	Else      app.ID // the one that Report.Else began
	Batch     app.ID

	Next  *app.NextStep  // the next call as it was planned; nil: none was
	There *time.Location // the customer's time zone

	// Refused are those who may be the customer under another record, and will not be
	// called either since this call.
	Refused []app.Customer
}

// The fields of a report, as FieldErrors name them.
const (
	FieldStart       = "start"
	FieldEnd         = "end"
	FieldDisposition = "disposition"
	FieldNext        = "next"
	FieldAnyway      = "anyway"
	FieldRefuses     = "refuses"
	FieldScore       = "score"
	FieldStars       = "stars"
	FieldSaid        = "said"
	FieldQuote       = "quote"
	FieldOf          = "of"
	FieldWrong       = "wrong"
	FieldPromise     = "promise"
	FieldBy          = "by"
	FieldElseOf      = "else-of"
	FieldElseWrong   = "else-wrong"
	FieldElsePromise = "else-promise"
	FieldElseBy      = "else-by"
	FieldFixWorked   = "fix-worked"
	FieldCase        = "case"
)
