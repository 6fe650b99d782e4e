package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// The guards keep off the list who must not be called, or not now. They are
// asked in the order of the constants in calllist.go, and the first that
// objects decides.

// judge returns the reasons for which the customer may be called, or, where a
// guard objects, all of them and the guard. It does not ask whether the list is
// full. Without any reason it judges a call out of the blue.
func (m *moment) judge(s *app.Summary, reasons []Reason) ([]Reason, *Because) {
	allowed, because := m.mayBeCalled(s, reasons)
	if because != nil {
		return reasons, because
	}
	for _, guard := range []func(*app.Summary, []Reason) *Because{m.triedOut, m.coolsDown, m.quiet} {
		if because := guard(s, allowed); because != nil {
			return allowed, because
		}
	}
	return allowed, nil
}

// mayBeCalled asks the guards that nothing but a change of the customer's
// record lifts, and leaves out what the customer does not want to be called for.
// Whoever has complained, and does not want to be called about it, is not asked
// cheerfully for something else either.
func (m *moment) mayBeCalled(s *app.Summary, reasons []Reason) ([]Reason, *Because) {
	if s.Reach.Archived {
		return nil, &Because{Guard: GuardArchived}
	}
	headline := app.NoReason
	if len(reasons) > 0 {
		headline = reasons[0].Kind
	}
	var allowed []Reason
	unheard := false
	for _, r := range reasons {
		_, refused := s.Reach.Refuses(r.Kind.Purpose())
		unheard = unheard || refused && r.Kind == app.Complained
		if !refused && !(unheard && r.Kind > app.CallAgain) {
			allowed = append(allowed, r)
		}
	}
	if refusal, refused := s.Reach.Refuses(headline.Purpose()); refused && len(allowed) == 0 {
		return nil, &Because{Guard: GuardDoNotCall, Refusal: refusal}
	}
	if len(s.Reach.Keys) == 0 {
		return nil, &Because{Guard: GuardNoNumber}
	}
	return allowed, nil
}

// cannotCall tells whether nothing but a change of the customer's record can
// allow a call for that purpose.
func cannotCall(s *app.Summary, p app.Purpose) bool {
	if _, refused := s.Reach.Refuses(p); refused {
		return true
	}
	return s.Reach.Archived || len(s.Reach.Keys) == 0
}

// rests returns until when triedOut and coolsDown object to a call whose headline
// is of that kind; zero if they do not. It does not depend on the hour.
func (r *Rules) rests(s *app.Summary, k app.ReasonKind) time.Time {
	until := countAttempts(s, r).until
	if !exempt(k) {
		if cool, _ := r.coolsUntil(s); cool.After(until) {
			until = cool
		}
	}
	return until
}

// triedOut: nobody answered on any number, and the rest is not over.
func (m *moment) triedOut(s *app.Summary, _ []Reason) *Because {
	a := countAttempts(s, m.Rules)
	if a.until.IsZero() || !m.now.Before(a.until) {
		return nil
	}
	return &Because{Guard: GuardAttempts, Until: a.until, Since: whole(a.last.At), Tries: a.tries, Days: m.plan.RestDays}
}

// coolsDown: they were called a short while ago, or declined a longer one ago.
// What was agreed on, complaints and attempts nobody answered are excepted, and
// end it where their time comes before.
func (m *moment) coolsDown(s *app.Summary, reasons []Reason) *Because {
	if len(reasons) > 0 && exempt(reasons[0].Kind) {
		return nil
	}
	until, days := m.coolsUntil(s)
	if !m.now.Before(until) {
		return nil
	}
	because := &Because{Guard: GuardCooldown, Until: until, Since: whole(s.Talk.LastCall), Days: days}
	if next := agreed(s, m.Rules); next != nil && next.At.After(m.now) && next.At.Before(until) {
		because.Until, because.Again = whole(next.At), AgainAgreed
		if next.Timed {
			because.Zone = s.Reach.Zone
		}
	}
	if due, ok := triedAgain(s, m.Rules); ok && due.After(m.now) && due.Before(because.Until) {
		because.Until, because.Again, because.Zone = due, AgainTried, ""
	}
	return because
}

// exempt tells whether the cooldown does not hold for calls of that kind.
func exempt(k app.ReasonKind) bool { return k <= app.CallAgain }

// coolsUntil returns when the cooldown after the last call ends, and how many
// days it takes; zero if they were never called.
func (r *Rules) coolsUntil(s *app.Summary) (time.Time, int) {
	if s.Talk.LastCall.IsZero() {
		return time.Time{}, 0
	}
	days := r.plan.Cooldown
	if s.Talk.LastResult == app.Declined {
		days = max(days, r.plan.Recycle[app.Declined])
	}
	return r.daysOn(s.Talk.LastCall, days), days
}

// quiet: by the customer's own clock nobody is called now.
func (m *moment) quiet(s *app.Summary, _ []Reason) *Because {
	calling, there := m.plan.Calling, m.now.In(m.zone(s))
	if !calling.Quiet(there) {
		return nil
	}
	return &Because{
		Guard: GuardQuiet, Until: calling.Begin(there), Zone: s.Reach.Zone,
		AllDay: !calling.Days.Has(there.Weekday()),
	}
}

// minuteOf returns the minute of the day that t's clock shows.
func minuteOf(t time.Time) app.Minute { return app.Minute(t.Hour()*60 + t.Minute()) }

// number returns the number to try next: the one in turn or, after a rest, the
// first.
func (m *moment) number(c app.Customer, s *app.Summary) app.Phone {
	phones := c.Callable()
	if len(phones) == 0 {
		return app.Phone{}
	}
	a := countAttempts(s, m.Rules)
	if a.next > 0 {
		at := slices.IndexFunc(phones, func(p app.Phone) bool { return p.Dialled() == s.Reach.Keys[a.next] })
		if at >= 0 {
			return phones[at]
		}
	}
	return phones[0]
}
