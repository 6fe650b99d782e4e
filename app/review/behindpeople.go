package review

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ringback.app/app"
)

// silent adds the buyers of the year up to the end of the period who told us
// nothing by then, the most valuable first.
func (b *behind) silent() error {
	end := min(b.period.To-1, b.today)
	found, err := b.valuable(func(_ *AtRisk, s app.Summary) (bool, error) {
		told := !s.Talk.FirstTold.IsZero() && dayOf(s.Talk.FirstTold, b.zone) <= end
		return !told && b.buyer(s.Buying, end), nil
	})
	if err != nil {
		return err
	}
	return b.people(found, func(one *Behind, s app.Summary) error {
		one.Day = s.Buying.Last
		return nil
	})
}

// valuable returns the most valuable of the buyers who are wanted. No more
// summaries are read than it takes to find them.
func (b *behind) valuable(wanted func(*AtRisk, app.Summary) (bool, error)) ([]AtRisk, error) {
	var all []AtRisk
	err := b.snap.Valued(func(id app.ID, value int64) bool {
		all = append(all, AtRisk{Customer: id, Value: value})
		return true
	})
	if err != nil {
		return nil, err
	}
	inValue(all)
	found := all[:0]
	for _, r := range all {
		if len(found) == MaxBehind {
			break
		}
		s, err := b.snap.Summary(r.Customer)
		if err != nil {
			return nil, err
		}
		is, err := wanted(&r, s)
		if err != nil {
			return nil, err
		}
		if is {
			found = append(found, r)
		}
	}
	return found, nil
}

// buyer tells whether they bought within the year up to the day.
func (b *behind) buyer(buying app.Buying, end app.Day) bool {
	days := buying.Dates.Days()
	i, found := slices.BinarySearch(days, end)
	if !found {
		i--
	}
	return i >= 0 && days[i] > end-buyerFor
}

// told adds the buyers of the year who told us something, by their last words.
func (b *behind) told() error {
	end := min(b.period.To-1, b.today)
	seen := make(map[app.ID]bool)
	var failed error
	err := b.each(func(add func(Behind) bool) error {
		return b.snap.Opinions(app.OpinionQuery{To: end + 1}, func(o app.Opinion) bool {
			if o.Customer.IsZero() || seen[o.Customer] {
				return true
			}
			seen[o.Customer] = true
			s, err := b.snap.Summary(o.Customer)
			if err != nil {
				failed = err
				return false
			}
			return !b.buyer(s.Buying, end) || add(b.ofOpinion(o))
		})
	})
	return cmp.Or(failed, err)
}

// leaving adds those at risk of the one sort or the other, the most valuable
// first.
func (b *behind) leaving(unhappy bool) error {
	var all []AtRisk
	err := b.atRisk(func(r AtRisk, is bool) {
		if is == unhappy {
			all = append(all, r)
		}
	})
	if err != nil {
		return err
	}
	if unhappy {
		return b.people(all, b.lastWord)
	}
	return b.people(all, nil)
}

// lastWord adds what an unhappy customer said last, for which they are unhappy:
// a complaint that is open, and the words with it, or else those of a low score.
func (b *behind) lastWord(one *Behind, s app.Summary) error {
	for _, open := range s.Talk.Complaints {
		if open.Received.Equal(one.At) {
			c, err := b.snap.Complaint(open.ID)
			if err != nil {
				return err
			}
			one.Complaint = &c
		}
	}
	said, err := b.snap.OpinionsOf(one.Customer)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(said, func(o app.Opinion) bool {
		if c := one.Complaint; c != nil {
			return o.ID == c.Opinion
		}
		return o.Unhappy() && !o.Taken.After(one.At)
	})
	if i >= 0 {
		one.Opinion = &said[i]
	}
	return nil
}

// people adds the most valuable of them. The day is since when they are at risk;
// the function, if there is one, tells more of each.
func (b *behind) people(all []AtRisk, more func(*Behind, app.Summary) error) error {
	inValue(all)
	for _, r := range all[:min(len(all), MaxBehind)] {
		s, err := b.snap.Summary(r.Customer)
		if err != nil {
			return err
		}
		one := Behind{Customer: r.Customer, At: r.Since, Value: r.Value}
		if currency := s.Buying.Currency(); currency != "" && currency != b.plan.Currency {
			one.Value = 0 // it is not in the shop's currency
		}
		one.Day = dayOf(r.Since, b.zone)
		if more != nil {
			if err := more(&one, s); err != nil {
				return err
			}
		}
		if recent := s.Buying.Recent; len(recent) > 0 {
			bought := recent[max(0, slices.IndexFunc(recent, func(b app.Bought) bool { return b.Day == one.Day }))]
			if len(bought.Items) > 0 {
				one.What = bought.Items[0].Item
			}
		}
		if _, err := b.add(one); err != nil {
			return err
		}
	}
	return nil
}

// remedy adds what was given, of that kind or of any, the last first.
func (b *behind) remedy(kind app.RemedyKind) error {
	var all []Behind
	err := b.given(func(c app.Complaint, given app.Given) {
		if kind == "" || given.Remedy.Kind == kind {
			one := b.ofComplaint(c)
			one.At, one.Day = given.At, dayOf(given.At, b.zone)
			all = append(all, one)
		}
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(x, y Behind) int { return y.At.Compare(x.At) })
	for _, one := range all {
		if more, err := b.add(one); err != nil || !more {
			return err
		}
	}
	return nil
}

// praised adds the opinions with praise of which something is wanted, the newest
// first.
func (b *behind) praised(wanted func(p PraisedIn, end time.Time) bool) error {
	_, end := b.past(b.period)
	var all []PraisedIn
	err := b.snap.Praised(end, func(p PraisedIn) bool {
		if wanted(p, end) {
			all = append(all, p)
		}
		return true
	})
	if err != nil {
		return err
	}
	for _, p := range slices.Backward(all) {
		o, err := b.snap.Opinion(p.Opinion)
		if err != nil {
			return err
		}
		if more, err := b.add(b.ofOpinion(o)); err != nil || !more {
			return err
		}
	}
	return nil
}

// standard adds where the standard of that number was not held.
func (b *behind) standard(number string) error {
	all := b.wanted()
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n >= len(all) {
		return &app.Error{Code: app.CodeInvalid, Key: "error.review.question"}
	}
	switch s := all[n]; s.Measure {
	case app.MeasureAsked:
		return b.unasked(s.Within)
	case app.MeasureAnswered:
		return b.ran(true, func(c app.Complaint) []timing { return []timing{b.reply(c)} })
	case app.MeasureFixed:
		return b.ran(true, b.fixes)
	case app.MeasurePromises:
		return b.promised(true)
	case app.MeasurePassed:
		return b.praised(func(p PraisedIn, _ time.Time) bool {
			part := part{praised: []PraisedIn{p}}
			t := b.passedWithin(s.Within, &part)
			return dayOf(p.Taken, b.zone) >= b.period.From && t.Kept < t.Of
		})
	case app.MeasureRead:
		return b.lag(s.Within + 1)
	case app.MeasureTheme:
		return b.opinions(app.OpinionQuery{Theme: s.Theme, Unhappy: true}, every)
	}
	return nil
}

// unasked adds the days of the period on which somebody bought and was not asked
// within so many days, those of the most valuable first: as many as the figure
// counts.
func (b *behind) unasked(within int) error {
	missed := make(map[app.ID][]app.Day)
	found, err := b.valuable(func(r *AtRisk, s app.Summary) (_ bool, err error) {
		missed[r.Customer], err = b.missed(r.Customer, s, within)
		return len(missed[r.Customer]) > 0, err
	})
	if err != nil {
		return err
	}
	var all []AtRisk
	for _, r := range found {
		for _, day := range missed[r.Customer] {
			all = append(all, AtRisk{Customer: r.Customer, Since: day.Start(b.zone), Value: r.Value})
		}
	}
	return b.people(all, nil)
}

// missed returns the days of the period on which the customer bought and was not
// asked in time.
func (b *behind) missed(customer app.ID, s app.Summary, within int) (missed []app.Day, err error) {
	r := Records{Bought: s.Buying.Dates.Days()}
	if s.Talk.Calls > 0 {
		if r.Calls, err = b.snap.CallsOf(customer); err != nil {
			return nil, err
		}
	}
	days := make(Days)
	days.addAsked(r, b.zone, 1)
	for _, day := range r.Bought {
		if day >= b.period.From && day < b.period.To && int(b.today-day) > within && days[day].Asked.within(within) == 0 {
			missed = append(missed, day)
		}
	}
	return missed, nil
}

// inValue puts the most valuable first, and what is one's, the latest.
func inValue(all []AtRisk) {
	slices.SortFunc(all, func(x, y AtRisk) int {
		return cmp.Or(cmp.Compare(y.Value, x.Value), x.Customer.Compare(y.Customer), y.Since.Compare(x.Since))
	})
}
