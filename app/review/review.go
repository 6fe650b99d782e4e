package review

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
)

// Review adds up what customers have been saying.
type Review struct {
	book  Book
	clock app.Clock
}

// New returns the review of a book.
func New(book Book, clock app.Clock) *Review { return &Review{book, clock} }

// Figures returns the numbers of a period beside those of the one before it. It
// returns an Error with CodeInvalid for a period without a day.
func (r *Review) Figures(ctx context.Context, p Period) (f Figures, err error) {
	if p.From >= p.To {
		return Figures{}, &app.Error{Code: app.CodeInvalid, Key: "error.review.period"}
	}
	err = r.book.ReadReview(ctx, func(snap Snapshot) error {
		a, err := r.ask(snap, p)
		if err != nil {
			return err
		}
		f, err = a.figures()
		return err
	})
	return f, err
}

// asked is one question to one state of the book.
type asked struct {
	snap    Snapshot
	plan    app.Plan
	zone    *time.Location
	hours   *hours.Hours
	targets targets.Targets
	now     time.Time
	today   app.Day
	named   Period
	period  Period // the part of it that is not to come: what is dated later was, by a clock that ran ahead
	before  Period
	gap     int // the shop's, in half days
}

func (r *Review) ask(snap Snapshot, p Period) (*asked, error) {
	plan, err := snap.Plan()
	if err != nil {
		return nil, err
	}
	gap, err := snap.ShopGap()
	if err != nil {
		return nil, err
	}
	zone, now := plan.Location(), r.clock()
	open, today := hours.Of(plan, zone), dayOf(now, zone)
	return &asked{
		snap: snap, plan: plan, zone: zone, hours: open, targets: targets.Of(plan, open), now: now,
		today: today, named: p, period: p.upTo(today), before: p.Before().upTo(today), gap: gap,
	}, nil
}

// span returns the moments from which and up to which a period lasts.
func (a *asked) span(p Period) (from, to time.Time) { return p.From.Start(a.zone), p.To.Start(a.zone) }

// past returns the part of a period that is not in the future.
func (a *asked) past(p Period) (from, to time.Time) {
	from, to = a.span(p)
	// What is of this very second, by which the book keeps moments, is past.
	if next := a.now.Truncate(time.Second).Add(time.Second); next.Before(to) {
		to = next
	}
	return from, to
}

func (a *asked) figures() (Figures, error) {
	f := Figures{Period: a.named, At: a.now, Currency: a.plan.Currency}
	var m measured
	for _, step := range []func(*Figures, *measured) error{
		a.addUp, a.coverage, a.promises, a.complaints, a.remedies, a.thanks, a.praise, a.risk, a.standards,
	} {
		if err := step(&f, &m); err != nil {
			return Figures{}, err
		}
	}
	return f, nil
}

// measured is what standards are measured by besides the figures.
type measured struct {
	now, before part
}

// part is that for one of the two periods.
type part struct {
	talk     map[Label]Count
	asked    []bought // by day
	lag      Histogram
	answered Tally
	fixed    Tally
	praised  []PraisedIn
}

// bought is a day's buyers.
type bought struct {
	day   app.Day
	count int
	asked Histogram
}

func (a *asked) patience(r app.Rhythm) (app.Day, bool) { return Patience(a.plan, r, a.gap) }

// Patience returns how many days after they last bought a customer has gone
// quiet by their own rhythm, or else by the shop's median gap, in half days;
// false if there is neither.
func Patience(plan app.Plan, r app.Rhythm, shopGap int) (app.Day, bool) {
	gap := shopGap
	if r.Days >= ownRhythmDays {
		gap = r.MedianGap
	}
	if r.Count == 0 || gap <= 0 {
		return 0, false
	}
	const halfDaysPercent = 200
	days := (gap*plan.Quiet.Percent + halfDaysPercent - 1) / halfDaysPercent
	return app.Day(max(days, plan.Quiet.MinDays)), true
}

// ownRhythmDays is on how many days one must have bought to have a rhythm, as in
// the call list.
const ownRhythmDays = 3
