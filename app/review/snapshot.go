package review

import (
	"context"
	"time"

	"ringback.app/app"
)

// Book is what a review asks of the book.
type Book interface {
	// ReadReview calls read with one consistent state of the book, and returns
	// its error. The state is gone when read returns.
	ReadReview(ctx context.Context, read func(Snapshot) error) error
}

// Snapshot is one state of the book, seen by a review. It is as of the end of the
// shop's today: purchases of days to come do not exist yet. What yields stops
// when yield returns false.
type Snapshot interface {
	Plan() (app.Plan, error)
	// ShopGap is as in the call list's snapshot: the shop's median gap, in half
	// days.
	ShopGap() (int, error)

	// Days yields the days of the period on which anything is on record, in order.
	// The day is the caller's until the next one.
	Days(p Period, yield func(app.Day, *Day) bool) error
	// Buyers says how many had bought within the 365 days up to the end of the
	// day, and how many of those had told us anything by then.
	Buyers(at app.Day) (Coverage, error)

	// Promises yields what was promised and counts at from ≤ At < to, in the order
	// of At.
	Promises(from, to time.Time, yield func(Promised) bool) error
	// Complaints yields the complaints of from ≤ Received < to, oldest first.
	Complaints(from, to time.Time, yield func(app.Complaint) bool) error
	// PutRight yields the complaints that were put right at from ≤ moment < to, as
	// it seemed then: once for each such moment.
	PutRight(from, to time.Time, yield func(app.Complaint) bool) error
	// Praised yields the opinions with praise that were taken down before the
	// moment, oldest first.
	Praised(to time.Time, yield func(PraisedIn) bool) error
	// Thanked yields the customers who were given something on that day or later,
	// each once.
	Thanked(from app.Day, yield func(app.ID) bool) error
	// Unhappy yields the customers who are unhappy, in the order of Since.
	Unhappy(yield func(AtRisk) bool) error
	// Lapsed yields the customers who went quiet at from ≤ Since < to, and have
	// neither bought nor been reached since; nobody twice.
	Lapsed(from, to time.Time, yield func(AtRisk) bool) error

	// These return an Error with CodeNotFound where there is no such record.
	Customer(id app.ID) (app.Customer, error)
	Summary(id app.ID) (app.Summary, error)
	// Rhythm returns that of the customer alone, for half the cost of their Summary.
	Rhythm(customer app.ID) (app.Rhythm, error)
	Opinion(id app.ID) (app.Opinion, error)
	Call(id app.ID) (app.Call, error)
	Complaint(id app.ID) (app.Complaint, error)

	CallsOf(customer app.ID) ([]app.Call, error)
	// OpinionsOf returns what a customer said, newest first.
	OpinionsOf(customer app.ID) ([]app.Opinion, error)
	// Calls yields the calls of from ≤ Start < to, newest first.
	Calls(from, to time.Time, yield func(app.Call) bool) error
	// Opinions yields the opinions that the query finds, newest first; its limit
	// does not count.
	Opinions(q app.OpinionQuery, yield func(app.Opinion) bool) error
	// Foreign yields the customers whose yearly value is in another currency.
	Foreign(currency string, yield func(app.ID) bool) error
	// Summaries yields the summaries of all customers, in the order of their IDs.
	Summaries(yield func(app.ID, app.Summary) bool) error
	// Valued yields the customers who bought and kept something, each once and in
	// no order, with what they spend in a year, as app.Buying.YearValue.
	Valued(yield func(customer app.ID, value int64) bool) error
}

// PraisedIn is an opinion that praises somebody.
type PraisedIn struct {
	Opinion app.ID
	Taken   time.Time
	Passed  time.Time // when the last of them was told; zero while somebody waits
}

// AtRisk is a customer who may not come back.
type AtRisk struct {
	Customer app.ID
	Since    time.Time
	Value    int64 // what they spend in a year, as app.Buying.YearValue
}
