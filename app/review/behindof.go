package review

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"ringback.app/app"
)

// Behind returns what is behind a number of the period: MaxBehind of them at
// most, the newest or most telling first. It returns an Error with CodeInvalid
// for a period without a day and for a question about nothing.
func (r *Review) Behind(ctx context.Context, p Period, q Question) (all []Behind, err error) {
	if p.From >= p.To {
		return nil, &app.Error{Code: app.CodeInvalid, Key: "error.review.period"}
	}
	err = r.book.ReadReview(ctx, func(snap Snapshot) error {
		a, err := r.ask(snap, p)
		if err != nil {
			return err
		}
		b := &behind{asked: a}
		if err := b.answer(q); err != nil {
			return err
		}
		all = b.all
		return nil
	})
	return all, err
}

// behind is one question under way.
type behind struct {
	*asked
	all []Behind
}

func (b *behind) full() bool { return len(b.all) >= MaxBehind }

func (b *behind) answer(q Question) error {
	switch q.About {
	case AboutCalls, AboutReached:
		return b.calls(q)
	case AboutSilent:
		return b.silent()
	case AboutTold:
		return b.told()
	case AboutPromoters, AboutPassives, AboutDetractors, AboutStars:
		return b.opinions(app.OpinionQuery{}, func(o app.Opinion) bool { return rates(o, q) })
	case AboutLag:
		return b.lag(0)
	case AboutTheme:
		return b.opinions(app.OpinionQuery{Theme: q.Name}, every)
	case AboutItem:
		return b.opinions(app.OpinionQuery{Item: q.Name}, every)
	case AboutSeller:
		return b.opinions(app.OpinionQuery{Seller: q.Name}, every)
	case AboutPromises:
		return b.promised(false)
	case AboutReplies:
		return b.ran(q.Late, func(c app.Complaint) []timing { return []timing{b.reply(c)} })
	case AboutFixes:
		return b.ran(q.Late, b.fixes)
	case AboutKept, AboutLost, AboutEarly:
		return b.complained(q.About)
	case AboutRemedy:
		return b.remedy(app.RemedyKind(q.Name))
	case AboutThanks:
		return b.thanks()
	case AboutUnhappy, AboutQuiet:
		return b.leaving(q.About == AboutUnhappy)
	case AboutPraise:
		return b.praised(func(p PraisedIn, end time.Time) bool { return p.Passed.IsZero() || !p.Passed.Before(end) })
	case AboutStandard:
		return b.standard(q.Name)
	}
	return &app.Error{Code: app.CodeInvalid, Key: "error.review.question"}
}

func every(app.Opinion) bool { return true }

func rates(o app.Opinion, q Question) bool {
	switch q.About {
	case AboutPromoters:
		return o.Score != nil && *o.Score >= app.Promoting
	case AboutPassives:
		return o.Score != nil && *o.Score > app.MaxUnhappy && *o.Score < app.Promoting
	case AboutDetractors:
		return o.Score != nil && *o.Score <= app.MaxUnhappy
	case AboutStars:
		return o.Stars != nil && (q.Name == "" || strconv.Itoa(*o.Stars) == q.Name)
	}
	return false
}

// named fills in whose it is, and whether what it began is open.
func (b *behind) named(one Behind) (Behind, error) {
	if one.Customer.IsZero() {
		if one.Opinion != nil {
			one.Name = one.Opinion.Sender
		}
		one.Open = one.Complaint != nil && one.Complaint.Open()
		return one, nil
	}
	c, err := b.snap.Customer(one.Customer)
	if err != nil {
		return one, err
	}
	s, err := b.snap.Summary(one.Customer)
	if err != nil {
		return one, err
	}
	one.Who, one.Name = c, c.Called()
	one.Open, err = b.open(one, s.Talk.Complaints)
	return one, err
}

// open tells whether the complaint that the words or the call began, or that the
// call was about, is among those that are open; of people without either, whether
// any is.
func (b *behind) open(one Behind, waiting []app.OpenComplaint) (bool, error) {
	switch {
	case one.Complaint != nil:
		return one.Complaint.Open(), nil
	case one.Opinion == nil && one.Call == nil:
		return len(waiting) > 0, nil
	}
	for _, w := range waiting {
		if call := one.Call; call != nil {
			if call.Complaint == w.ID || call.Start.Equal(w.Received) {
				return true, nil
			}
			continue
		}
		c, err := b.snap.Complaint(w.ID)
		if err != nil {
			return false, err
		}
		if c.Opinion == one.Opinion.ID {
			return true, nil
		}
	}
	return false, nil
}

// add takes one in, and tells whether more is wanted.
func (b *behind) add(one Behind) (bool, error) {
	one, err := b.named(one)
	if err != nil {
		return false, err
	}
	b.all = append(b.all, one)
	return !b.full(), nil
}

// each adds what the function yields.
func (b *behind) each(yielding func(add func(Behind) bool) error) error {
	var failed error
	err := yielding(func(one Behind) bool {
		more, err := b.add(one)
		failed = err
		return more && err == nil
	})
	return cmp.Or(failed, err)
}

func (b *behind) calls(q Question) error {
	from, to := b.span(b.period)
	return b.each(func(add func(Behind) bool) error {
		return b.snap.Calls(from, to, func(c app.Call) bool {
			if q.About == AboutReached && !c.Disposition.Reached() || q.Name != "" && string(c.Disposition) != q.Name {
				return true
			}
			return add(Behind{Customer: c.Customer, At: c.Start, Day: dayOf(c.Start, b.zone), Call: &c})
		})
	})
}

// opinions adds those of the period that the query finds and that are wanted.
func (b *behind) opinions(q app.OpinionQuery, wanted func(app.Opinion) bool) error {
	q.From, q.To = b.period.From, b.period.To
	return b.each(func(add func(Behind) bool) error {
		return b.snap.Opinions(q, func(o app.Opinion) bool { return !wanted(o) || add(b.ofOpinion(o)) })
	})
}

func (b *behind) ofOpinion(o app.Opinion) Behind {
	return Behind{Customer: o.Customer, At: o.Taken, Day: dayOf(o.Taken, b.zone), Opinion: &o}
}

// lag adds the words that lay for more than so many days, the longest first.
func (b *behind) lag(more int) error {
	var all []app.Opinion
	lag := func(o app.Opinion) int { return int(max(0, dayOf(o.Taken, b.zone)-o.Said)) }
	for _, source := range laying() {
		q := app.OpinionQuery{From: b.period.From, To: b.period.To, Source: source}
		err := b.snap.Opinions(q, func(o app.Opinion) bool {
			if lay(o) && lag(o) >= more {
				all = append(all, o)
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(x, y app.Opinion) int {
		return cmp.Or(cmp.Compare(lag(y), lag(x)), y.Taken.Compare(x.Taken), y.ID.Compare(x.ID))
	})
	return b.each(func(add func(Behind) bool) error {
		for _, o := range all {
			if !add(b.ofOpinion(o)) {
				break
			}
		}
		return nil
	})
}

// promised adds the promises that were due, the last first; of those of a
// standard only what was not kept.
func (b *behind) promised(broken bool) error {
	from, to := b.past(b.period)
	var all []Promised
	err := b.snap.Promises(from, to, func(p Promised) bool {
		if !p.Pending(b.now) && (!broken || p.State != PromiseKept) {
			all = append(all, p)
		}
		return true
	})
	if err != nil {
		return err
	}
	for _, p := range slices.Backward(all) {
		one := Behind{Customer: p.Customer, At: p.At, Day: dayOf(p.At, b.zone), State: p.State}
		if err := b.ofPromise(p, &one); err != nil {
			return err
		}
		if more, err := b.add(one); err != nil || !more {
			return err
		}
	}
	return nil
}

func (b *behind) ofPromise(p Promised, one *Behind) error {
	if p.Kind == app.KindCall {
		c, err := b.snap.Call(p.ID)
		one.Call = &c
		if c.Next != nil {
			one.What = c.Next.Note
		}
		return err
	}
	c, err := b.snap.Complaint(p.ID)
	one.Complaint = &c
	if p.Number < len(c.Promises) {
		one.What = c.Promises[p.Number].What
	}
	return err
}
