// Package loyalty tells a shop who its best customers are, who is new, and whom
// it is losing; and what a change of the rules by which the call list names them
// would have come to.
package loyalty

import (
	"context"
	"fmt"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/review"
)

// Book is what loyalty asks of the book.
type Book interface {
	// ReadReview calls read with one consistent state of the book.
	ReadReview(ctx context.Context, read func(review.Snapshot) error) error
	Size(ctx context.Context) (app.Size, error)
}

// Desk is where the customers of a book are told apart.
type Desk struct {
	book  Book
	clock app.Clock
}

// New returns a desk over the book.
func New(book Book, clock app.Clock) *Desk { return &Desk{book: book, clock: clock} }

// Kind is what a customer is to the shop. Each has one.
type Kind string

// The kinds. What makes them is said at kindOf.
const (
	Best       Kind = "best"
	Regular    Kind = "regular"
	Newcomer   Kind = "new"
	Occasional Kind = "now-and-then"
	Slipping   Kind = "slipping"
	Lapsed     Kind = "lapsed"
)

// Kinds lists the kinds as a shop reads them: from those it has to those it is
// losing.
func Kinds() []Kind { return []Kind{Best, Regular, Newcomer, Occasional, Slipping, Lapsed} }

// The limits of the kinds.
const (
	NewDays     = 90 // who first bought less than so many days ago may be new
	RegularDays = 3  // who bought on so many days is regular
	LapsedTimes = 2  // who is silent for so many times the patience of the plan has lapsed
)

// Member is a customer who has bought, as loyalty sees them. Sums are in minor
// units of the roll's currency.
type Member struct {
	Customer  app.ID
	Kind      Kind
	Marks     Marks
	First     app.Day // they bought
	Last      app.Day
	Purchases int
	Days      int     // different days they bought on
	Gap       int     // their own median gap in half days; 0 under two buying days
	QuietFrom app.Day // the day on which they went quiet, or will; zero if nobody can tell
	Spent     int64   // in all, less what was given back
	YearValue int64   // in the 365 days up to Last, less what was given back in them or since

	// Abroad is the same of who buys in another currency than that of the sums,
	// which are without it.
	Abroad app.Money
}

// IsAbroad tells whether they buy in another currency than that of the sums.
func (m Member) IsAbroad() bool { return m.Abroad.Currency != "" }

// Year is what they spent in the 365 days up to Last, in whichever currency that
// was; the other is that of the sums.
func (m Member) Year(currency string) app.Money {
	if m.IsAbroad() {
		return m.Abroad
	}
	return app.Money{Minor: m.YearValue, Currency: currency}
}

// kindOf tells what a customer is on that day; the first that holds is it.
//
//   - New: first bought less than NewDays ago, and on fewer than RegularDays days.
//   - Lapsed: as long ago as LapsedTimes the days after which the plan calls
//     them quiet, or longer.
//   - Slipping: quiet by the plan's rule: past its percentage of their own
//     median gap (the shop's under three buying days), and its least number of
//     days.
//   - Best: among the fifth who bought last and the fifth who buy most often.
//   - Regular: bought on RegularDays days or more.
//   - Now and then: everybody else.
func kindOf(m Member, today app.Day) Kind {
	patience := m.QuietFrom - m.Last
	switch {
	case today-m.First < NewDays && m.Days < RegularDays:
		return Newcomer
	case !m.QuietFrom.IsZero() && today-m.Last >= LapsedTimes*patience:
		return Lapsed
	case !m.QuietFrom.IsZero() && today >= m.QuietFrom:
		return Slipping
	case m.Marks.Recency == Fifths && m.Marks.Frequency == Fifths:
		return Best
	case m.Days >= RegularDays:
		return Regular
	}
	return Occasional
}

// Read reads everybody who ever bought and is not archived. It takes the whole
// book, and so is not for the UI goroutine.
func (d *Desk) Read(ctx context.Context) (*Roll, error) {
	var roll *Roll
	err := d.book.ReadReview(ctx, func(snap review.Snapshot) error {
		plan, err := snap.Plan()
		if err != nil {
			return err
		}
		gap, err := snap.ShopGap()
		if err != nil {
			return err
		}
		roll = &Roll{Today: app.DayOf(d.clock().In(plan.Location())), Currency: plan.Currency, Quiet: plan.Quiet}
		rules := calllist.NewRules(plan)
		err = everybody(ctx, snap, func(id app.ID, s *app.Summary) {
			if s.Buying.Count > 0 && !s.Reach.Archived {
				roll.add(id, s, rules, gap)
			}
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read loyalty: %w", err)
	}
	roll.tell()
	return roll, nil
}

// People returns the records of the first most members, in their order; all if
// most is not above 0. Who was taken out of the book since is left out.
func (d *Desk) People(ctx context.Context, members []Member, most int) ([]Person, error) {
	if most > 0 {
		members = members[:min(len(members), most)]
	}
	people := make([]Person, 0, len(members))
	err := d.book.ReadReview(ctx, func(snap review.Snapshot) error {
		for _, m := range members {
			if err := ctx.Err(); err != nil {
				return err
			}
			c, err := snap.Customer(m.Customer)
			if app.CodeOf(err) == app.CodeNotFound && err != nil {
				continue
			}
			if err != nil {
				return err
			}
			people = append(people, Person{Member: m, Customer: c})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read loyal people: %w", err)
	}
	return people, nil
}

// Person is a member with their record.
type Person struct {
	Member   Member
	Customer app.Customer
}

// between is after how many customers it is looked whether anybody still waits.
const between = 256

// everybody visits all summaries, until the context ends.
func everybody(ctx context.Context, snap review.Snapshot, visit func(app.ID, *app.Summary)) error {
	n := 0
	err := snap.Summaries(func(id app.ID, s app.Summary) bool {
		if n++; n%between == 0 && ctx.Err() != nil {
			return false
		}
		visit(id, &s)
		return true
	})
	if err != nil {
		return err
	}
	return ctx.Err()
}
