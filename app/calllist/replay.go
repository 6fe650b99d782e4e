package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// Replay tells whom the list would have named on days gone by for the reasons
// that an owner tunes: going quiet, never asked, thank. It goes by what a
// summary remembers, with the customer's record as it is now: of two calls only
// the later is known, and a number noted since counts as if it had been there.
// Quiet hours and the list's capacity are left out of account, since a stretch
// of days has other hours and the next day another list.
type Replay struct {
	rules    *Rules
	from, to time.Time
	shopGap  int
	draws    []pastDraw
	quiet    []app.ID
	thank    []app.ID
}

// pastDraw is the draw of a week as it was on its Monday.
type pastDraw struct {
	week     app.Day
	from, to time.Time
	seed     uint64
	winners  winners
	resting  map[app.ID]bool // winners who rested all that week: their place is used up
}

// Replay returns a replay of the days from ≤ day < to, into which the summaries
// of all customers go. The shop's gap is as Snapshot.ShopGap.
func (r *Rules) Replay(from, to app.Day, shopGap int) *Replay {
	p := &Replay{rules: r, from: r.start(from), to: r.start(to), shopGap: shopGap}
	for week := from - app.Day((from.Weekday()+6)%7); week < to; week += 7 {
		p.draws = append(p.draws, pastDraw{
			week: week, from: r.start(week), to: r.start(week + 7), seed: seedOf(week),
			winners: winners{places: max(0, r.plan.AskWeekly)}, resting: make(map[app.ID]bool),
		})
	}
	return p
}

// ReplayedKinds lists the kinds of reasons that are replayed.
func ReplayedKinds() []app.ReasonKind {
	return []app.ReasonKind{app.GoingQuiet, app.NeverAsked, app.Thank}
}

// Add takes a customer's summary as it is now.
func (p *Replay) Add(customer app.ID, s *app.Summary) {
	if s.Reach.Archived || len(s.Reach.Keys) == 0 {
		return
	}
	p.drawLots(customer, s)
	quiet, thank := false, false
	begins := p.from
	for _, turn := range append(p.turns(s), p.to) {
		then := s
		if turn.Before(p.to) || !begins.Equal(p.from) {
			was := asOf(*s, begins, p.rules)
			then = &was
		}
		quiet = quiet || p.wentQuiet(then, begins, turn)
		thank = thank || p.wasToThank(then, begins, turn)
		begins = turn
	}
	if quiet {
		p.quiet = append(p.quiet, customer)
	}
	if thank {
		p.thank = append(p.thank, customer)
	}
}

// Named returns who would have been named for a reason of that kind, in the
// order in which they were added, those of the draw in the order of their lots.
func (p *Replay) Named(k app.ReasonKind) []app.ID {
	switch k {
	case app.GoingQuiet:
		return p.quiet
	case app.Thank:
		return p.thank
	case app.NeverAsked:
		var drawn []app.ID
		for _, d := range p.draws {
			for _, l := range d.winners.lots {
				if !d.resting[l.customer] && !slices.Contains(drawn, l.customer) {
					drawn = append(drawn, l.customer)
				}
			}
		}
		return drawn
	}
	return nil
}

// wentQuiet tells whether they were to be called for their silence at some
// moment of from ≤ t < to, all of which their summary was that one.
func (p *Replay) wentQuiet(s *app.Summary, from, to time.Time) bool {
	day, ok := p.rules.QuietFrom(s.Buying, p.shopGap)
	if !ok {
		return false
	}
	due := p.rules.start(day)
	return due.Before(to) && s.Talk.Reached.Before(due) && p.mayCall(s, app.GoingQuiet, to)
}

// wasToThank is as wentQuiet, for something to thank them for.
func (p *Replay) wasToThank(s *app.Summary, from, to time.Time) bool {
	if rests := p.rules.rests(s, app.Thank); rests.After(from) {
		from = rests
	}
	return from.Before(to) && p.mayCall(s, app.Thank, to) && len(occasions(s, p.rules, from, to)) > 0
}

// mayCall tells whether no guard but the hour and the capacity spoke against
// a call all the time until then.
func (p *Replay) mayCall(s *app.Summary, k app.ReasonKind, until time.Time) bool {
	return !cannotCall(s, k.Purpose()) && p.rules.rests(s, k).Before(until)
}

// drawLots draws the customer's lots of the weeks in which they had bought, and
// were never asked, when the week began.
func (p *Replay) drawLots(customer app.ID, s *app.Summary) {
	if s.Buying.Count == 0 || cannotCall(s, app.NeverAsked.Purpose()) {
		return
	}
	for i := range p.draws {
		d := &p.draws[i]
		silent := func(first time.Time) bool { return first.IsZero() || !first.Before(d.from) }
		if s.Buying.First >= d.week || !silent(s.Talk.FirstTold) || !silent(s.Talk.FirstAsked) {
			continue
		}
		l := lotOf(d.seed, customer)
		if d.winners.full() && (d.winners.places == 0 || l.compare(d.winners.lots[d.winners.places-1]) > 0) {
			continue
		}
		d.winners.take(l)
		if was := asOf(*s, d.from, p.rules); !p.rules.rests(&was, app.NeverAsked).Before(d.to) {
			d.resting[customer] = true
		}
	}
}

// turns returns the moments within the replay at which the customer's summary
// became another, in order.
func (p *Replay) turns(s *app.Summary) []time.Time {
	var turns []time.Time
	add := func(t time.Time) {
		if t.After(p.from) && t.Before(p.to) {
			turns = append(turns, t)
		}
	}
	if p.rules.start(s.Buying.Last).After(p.from) {
		for _, day := range s.Buying.Dates.Days() {
			add(p.rules.start(day))
		}
	}
	add(s.Talk.Reached)
	add(s.Talk.LastCall)
	for _, t := range s.Talk.Tries {
		add(t.At)
	}
	if !s.Reach.Thanked.IsZero() {
		add(p.rules.start(s.Reach.Thanked))
	}
	slices.SortFunc(turns, time.Time.Compare)
	return slices.CompactFunc(turns, time.Time.Equal)
}

// asOf returns what of a summary was so at that moment: without what was
// bought, said and given since. What had been before a later call is not known.
func asOf(s app.Summary, at time.Time, r *Rules) app.Summary {
	today := r.day(at)
	if s.Reach.Thanked > today {
		s.Reach.Thanked = 0
	}
	if s.Buying.Last > today {
		s.Buying = boughtBy(s.Buying, today)
	}
	if s.Talk.Reached.After(at) {
		s.Talk.Reached = time.Time{}
	}
	n := 0
	for n < len(s.Talk.Tries) && !s.Talk.Tries[n].At.After(at) {
		n++
	}
	s.Talk.Tries = s.Talk.Tries[:n]
	if s.Talk.LastCall.After(at) {
		s.Talk.LastCall, s.Talk.LastResult = s.Talk.Reached, app.Talked
		if n > 0 {
			s.Talk.LastCall, s.Talk.LastResult = s.Talk.Tries[n-1].At, s.Talk.Tries[n-1].Result
		}
	}
	return s
}

// boughtBy returns what the purchases came to at the end of that day. The
// summary names the last purchases only: of somebody who made very many since,
// those before are counted too high.
func boughtBy(b app.Buying, day app.Day) app.Buying {
	all := b.Dates.Days()
	days := all[:0:0]
	for _, d := range all {
		if d <= day {
			days = append(days, d)
		}
	}
	if len(days) == 0 {
		return app.Buying{}
	}
	kept := b.Recent[:0:0]
	for _, p := range b.Recent {
		if p.Day <= day {
			kept = append(kept, p)
		} else {
			b.Count--
		}
	}
	b.Recent = kept
	b.Days, b.First, b.Last = len(days), days[0], days[len(days)-1]
	gaps := make([]int, 0, len(days))
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, int(days[i]-days[i-1]))
	}
	b.MedianGap = app.HalfDayMedian(gaps)
	return b
}
