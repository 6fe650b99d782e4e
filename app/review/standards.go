package review

import (
	"ringback.app/app"
	"ringback.app/app/folding"
)

// PraiseIn returns what a review needs to know of the praise in an opinion, and
// false if there is none.
func PraiseIn(o app.Opinion) (PraisedIn, bool) {
	p := PraisedIn{Opinion: o.ID, Taken: o.Taken}
	if len(o.Unthanked()) == 0 {
		for _, one := range o.Passed {
			if one.At.After(p.Passed) {
				p.Passed = one.At
			}
		}
	}
	return p, len(o.Praise) > 0
}

// praise counts what waits to be passed on at the end of the period, or now.
func (a *asked) praise(f *Figures, m *measured) error {
	_, end := a.past(a.period)
	last := dayOf(end, a.zone)
	if end.Before(a.now) {
		last = a.period.To - 1
	}
	return a.snap.Praised(end, func(p PraisedIn) bool {
		taken := dayOf(p.Taken, a.zone)
		switch {
		case taken >= a.period.From:
			m.now.praised = append(m.now.praised, p)
		case taken >= a.before.From:
			m.before.praised = append(m.before.praised, p)
		}
		if p.Passed.IsZero() || !p.Passed.Before(end) {
			f.Praise.Waiting++
			if int(last-taken) > a.passOnWithin() {
				f.Praise.Overdue++
			}
		}
		return true
	})
}

func (a *asked) passOnWithin() int {
	if a.plan.PassOnWithin > 0 {
		return a.plan.PassOnWithin
	}
	return app.DefaultPassOn
}

// standards measures those of the plan.
func (a *asked) standards(f *Figures, m *measured) error {
	for _, s := range a.wanted() {
		h := Held{Standard: s}
		switch s.Measure {
		case app.MeasurePromises:
			h.Tally, h.Before = f.Promises.Now, f.Promises.Before
		default:
			h.Tally, h.Before = a.held(s, &m.now), a.held(s, &m.before)
		}
		f.Standards = append(f.Standards, h)
	}
	return nil
}

func (a *asked) wanted() []app.Standard {
	if a.plan.Standards == nil {
		return app.DefaultStandards()
	}
	return a.plan.Standards
}

// held measures a standard in one of the periods. What can still be held is not
// counted.
func (a *asked) held(s app.Standard, p *part) Tally {
	switch s.Measure {
	case app.MeasureAsked:
		return a.askedWithin(s.Within, p)
	case app.MeasureAnswered:
		return p.answered
	case app.MeasureFixed:
		return p.fixed
	case app.MeasurePassed:
		return a.passedWithin(s.Within, p)
	case app.MeasureRead:
		return Tally{p.lag.within(s.Within), p.lag.count()}
	case app.MeasureTheme:
		var t Tally
		for label, c := range p.talk {
			if label.Sort == Theme && folding.Fold(label.Name) == folding.Fold(s.Theme) {
				t.Kept += c.All - c.Unhappy
				t.Of += c.All
			}
		}
		return t
	}
	return Tally{}
}

func (a *asked) askedWithin(days int, p *part) Tally {
	var t Tally
	for _, b := range p.asked {
		in := b.asked.within(days)
		t.Kept += in
		if int(a.today-b.day) > days {
			in = b.count
		}
		t.Of += in
	}
	return t
}

func (a *asked) passedWithin(days int, p *part) Tally {
	if days <= 0 {
		days = a.passOnWithin()
	}
	var t Tally
	for _, one := range p.praised {
		taken := dayOf(one.Taken, a.zone)
		switch {
		case !one.Passed.IsZero():
			t.Of++
			if int(dayOf(one.Passed, a.zone)-taken) <= days {
				t.Kept++
			}
		case int(a.today-taken) > days:
			t.Of++
		}
	}
	return t
}
