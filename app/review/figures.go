// Package review is what customers have been saying, added up: for any stretch
// of days against the one before, with the words behind every number.
package review

import (
	"time"

	"ringback.app/app"
)

// Period is a stretch of the shop's days: from ≤ day < to.
type Period struct {
	From app.Day
	To   app.Day
}

// Before returns the period of the same length that ends where p begins.
func (p Period) Before() Period { return Period{From: p.From - (p.To - p.From), To: p.From} }

// upTo returns the part of a period up to the end of the day.
func (p Period) upTo(day app.Day) Period {
	p.To = max(p.From, min(p.To, day+1))
	return p
}

// FewAnswers is below how many answers no percentage is given: it would say
// more of chance than of the shop.
const FewAnswers = 10

// Figures are a period's numbers beside those of the period before.
type Figures struct {
	Period Period
	At     time.Time
	// Currency is that of the plan, in which single sums are given.
	Currency string

	Calls    Pair[Calls]
	Coverage Pair[Coverage]
	Opinions Pair[Opinions]
	NPS      Pair[NPS]
	CSAT     Pair[CSAT]
	Replies  Pair[Clock] // first responses to complaints received in the period
	Fixes    Pair[Clock]
	Promises Pair[Tally] // kept in the period before they were due, or due in it and past: kept by their hour, of how many
	Lag      Pair[Lag]

	Themes   []Talk // most named first
	Items    []Talk // what was bought, of opinions about a purchase; most unhappy first, then most named
	Sellers  []Talk // who sold it
	Praised  []Talk // staff who earned praise, most praised first
	Remedies []Given
	Thanks   Thanks
	Outcome  Outcome
	Risk     Risk

	Standards []Held
	Praise    Praise
}

// Pair is a figure of the period and of the one before it.
type Pair[T any] struct{ Now, Before T }

// Calls counts the calls that began in the period.
type Calls struct {
	Made    int
	Reached int // the customer themselves was on the line
	By      map[app.Disposition]int
}

// Coverage is how much of the silent majority has spoken: of those who bought in
// the 365 days up to the end of the period, how many had told us anything by
// then.
type Coverage struct {
	Buyers int
	Told   int
}

// Opinions counts the opinions that were taken down in the period.
type Opinions struct {
	Count int
	From  map[app.Source]int
}

// NPS counts scores of 0 to 10, by when we took them down. Each opinion with a
// score is an answer.
type NPS struct {
	Promoters, Passives, Detractors int
}

// CSAT counts stars, 1 to 5.
type CSAT struct {
	Stars [app.MaxStars]int // how many gave 1, 2, … stars
}

// Clock is how long something took, in business minutes, for complaints that
// were received in the period.
type Clock struct {
	Count   int // how many were done
	Waiting int // how many are not done yet
	Late    int // breaches: done too late, or not done and past the target
	Median  int
	P90     int
	Target  int
}

// Tally is how many of how many.
type Tally struct{ Kept, Of int }

// Lag is how long cards, letters and words from the web lay before somebody read
// them.
type Lag struct {
	Count  int
	Median int // days from the day written to the day read
	Most   int
}

// Talk is how many opinions name something: a theme, an item, a seller.
type Talk struct {
	Name    string
	Count   int
	Before  int // in the period before
	Happy   int // with a score of 9 or 10, or 4 or 5 stars
	Unhappy int // with a score of 0 to 6, or 1 to 3 stars
}

// Given is what was given to put things right, in the period.
type Given struct {
	Kind  app.RemedyKind
	Count int
	Cost  []app.Money // by currency
}

// Outcome is what became of those who complained in the period.
type Outcome struct {
	Complaints int
	Customers  int // different people
	Kept       int // bought again since
	Lost       int // nothing since, and past their own rhythm
	Early      int // too early to say
}

// Risk is what customers spend in a year, by their own purchases, and would take
// along: of the unhappy (their last word was a low score, or a complaint is
// open, and they have not bought since) and of those who went quiet in the
// period and have not been reached since. Nobody counts twice.
type Risk struct {
	Unhappy int
	Quiet   int
	Sum     int64 // minor units of the plan's currency
	Others  int   // of them, those who buy in another currency; Sum is without them
}

// Held is a standard of the shop and how it was held.
type Held struct {
	Standard app.Standard
	Tally    Tally
	Before   Tally
}

// Praise is what waits to be passed on, at the end of the period.
type Praise struct {
	Waiting int
	Overdue int
}
