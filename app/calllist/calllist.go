// Package calllist decides whom the shop calls now, and why.
//
// Each kind of reason has a file named after it, each guard stands in
// guards.go, and list.go puts them in order. The book keeps everybody's
// openings sorted by time, so the cost of asking grows with the number of
// people due and not with the book.
package calllist

import (
	"time"

	"ringback.app/app"
)

// Today is the call list of one moment.
type Today struct {
	At       time.Time
	Entries  []Entry // in order; the first is to be called first
	Later    []Entry // calls of later today, by their hour; room is kept for them
	Done     int     // people called today
	Again    int     // of these, those who are listed all the same
	Capacity int     // people a day's list holds, Done, Entries and Later together
}

// Planned is how many people the day holds: those called and those listed, each of
// them once.
func (t Today) Planned() int { return t.Done - t.Again + len(t.Entries) + len(t.Later) }

// Entry is a customer on the list.
type Entry struct {
	Customer app.Customer
	Summary  app.Summary
	Reasons  []Reason  // the first is the headline
	Number   app.Phone // the number to try next
}

// Reason is why a customer is on the list, with what a sentence about it needs.
// Only the fields of its kind are set.
type Reason struct {
	Kind      app.ReasonKind
	Due       time.Time     // since when
	Late      bool          // past its time
	Over      time.Duration // complaint: business time for which it has been late: since By, or since its target for the fix
	By        time.Time     // complaint: when its clock runs out; promise, call-back they asked for: the hour, if one was named
	ByPromise bool          // complaint: By is the hour of a promise
	Ends      time.Time     // complaint: when it comes to be late: By, or its target for the fix where that is earlier
	Closes    time.Time     // when the reason ends by itself; zero: it does not

	Bought    *app.Bought     // after-purchase, never-asked, going-quiet: what they bought (last)
	Days      int             // after-purchase, never-asked: days since then; going-quiet: since the last purchase
	Heard     time.Time       // after-purchase: when we last heard from them since, if we did
	Gap       int             // going-quiet: their own usual gap in days; 0 if the shop's was taken
	Complaint app.ID          // complaint, check-fix
	Wrong     string          // complaint, check-fix: what went wrong, in their words
	Answered  bool            // complaint: the first reply was given; the fix is due
	Again     bool            // complaint: it was opened again
	ForOwner  bool            // complaint, check-fix: the owner must call
	Awaits    bool            // complaint: the owner is asked to allow a remedy
	Promise   string          // promise, complaint: what we promised; call-back they asked for: its note
	Owed      bool            // promise: about a complaint that was closed, and no call
	Of        app.ID          // promise, Owed: that complaint
	Tries     int             // call-back: attempts so far
	LastTry   time.Time       // call-back
	LastWas   app.Disposition // call-back: what came of the last try
	Asked     bool            // call-back: they asked for that time
	Zone      string          // promise, call-back they asked for, at an hour: the customer's own zone, "" for the shop's
	Other     bool            // call-back: on to another number
	Thank     ThankFor        // thank
	Count     int             // thank: the round number
	Staff     []string        // thank: who was praised
}

// ThankFor is what a customer is thanked for.
type ThankFor string

// What there is to thank for.
const (
	ThankPraise    ThankFor = "praise"
	ThankQuote     ThankFor = "quote"
	ThankPurchases ThankFor = "purchases"
	ThankYears     ThankFor = "years"
)

// Skipped is a customer who has a reason and is not on the list.
type Skipped struct {
	Customer app.Customer
	Reason   Reason // the headline it would have had
	Because  Because
}

// NotToday is who has a reason and is not on the list.
type NotToday struct {
	People []Skipped // in the order in which they would be on the list
	More   bool      // there are more of them than were asked for
}

// Because is the guard that keeps a customer off the list, with what a sentence
// about it needs.
type Because struct {
	Guard   Guard
	Until   time.Time // when it ends; zero: not by itself
	Since   time.Time // cooldown, attempts: the last call
	Refusal app.DoNotCall
	Days    int    // cooldown, attempts: days of rest
	Tries   int    // attempts
	Again   Again  // cooldown: what ends it before its days are over, at Until; "" if nothing does
	Zone    string // quiet-hours, and of the hour of a call that was agreed on: the customer's own, "" for the shop's
	AllDay  bool   // quiet-hours: nobody is called on that day, at whatever hour
}

// Again is why somebody who was called a short while ago is called again soon.
type Again string

// What there is to call again for.
const (
	AgainAgreed Again = "agreed" // a call was promised or asked for
	AgainTried  Again = "tried"  // they were not reached
)

// Guard is what can keep a customer off the list.
type Guard string

// The guards, in the order in which they are asked.
const (
	GuardArchived  Guard = "archived"
	GuardDoNotCall Guard = "do-not-call"
	GuardNoNumber  Guard = "no-number"
	GuardAttempts  Guard = "attempts"
	GuardCooldown  Guard = "cooldown"
	GuardQuiet     Guard = "quiet-hours"
	GuardFull      Guard = "list-full"
)
