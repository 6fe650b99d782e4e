// Package hours reckons in business time: the clocks of complaints run only
// while the shop is open.
package hours

import (
	"cmp"
	"slices"
	"time"

	"ringback.app/app"
)

// Hours are the opening hours of a shop, in its own zone, less its holidays.
type Hours struct {
	spans  [7][]app.Span // in order, without overlap
	shut   map[app.Day]bool
	zone   *time.Location
	always bool // no hours at all: the clock never stops
}

// searchDays is how far ahead to look for the next open day. A shop shut for
// longer is taken as one without opening hours.
const searchDays = 400

// Of returns the opening hours of the plan in that zone, the shop's. A plan
// without any hours is a shop whose clocks never stop.
func Of(plan app.Plan, zone *time.Location) *Hours {
	h := &Hours{zone: zone, shut: make(map[app.Day]bool, len(plan.Holidays)), always: true}
	for _, d := range plan.Holidays {
		h.shut[d] = true
	}
	for day, spans := range plan.Open {
		h.spans[day] = inOrder(spans)
		h.always = h.always && len(h.spans[day]) == 0
	}
	return h
}

// inOrder returns the spans sorted, those that touch made one.
func inOrder(spans []app.Span) []app.Span {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b app.Span) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	var merged []app.Span
	for _, s := range sorted {
		last := len(merged) - 1
		switch {
		case s.From >= s.To:
		case last >= 0 && s.From <= merged[last].To:
			merged[last].To = max(merged[last].To, s.To)
		default:
			merged = append(merged, s)
		}
	}
	return merged
}

// stretch is a time the shop is open, from a moment up to and without another.
type stretch struct{ from, to time.Time }

// on returns the opening hours of a day, as moments.
func (h *Hours) on(d app.Day) []stretch {
	if h.shut[d] {
		return nil
	}
	var open []stretch
	for _, s := range h.spans[d.Weekday()] {
		from, to := d.At(s.From, h.zone), d.At(s.To, h.zone)
		// A clock change can swallow a span.
		if from.Before(to) {
			open = append(open, stretch{from, to})
		}
	}
	return open
}

// Open tells whether the shop is open at that moment.
func (h *Hours) Open(t time.Time) bool {
	if h.always {
		return true
	}
	return slices.ContainsFunc(h.on(h.day(t)), func(s stretch) bool {
		return !t.Before(s.from) && t.Before(s.to)
	})
}

// OpensOn returns the first day from that one on which the shop opens; the day
// itself if it never does.
func (h *Hours) OpensOn(d app.Day) app.Day {
	for day := d; day < d+searchDays; day++ {
		if len(h.on(day)) > 0 || h.always && !h.shut[day] {
			return day
		}
	}
	return d
}

// AddMinutes returns the moment by which the shop has been open for that many
// minutes since t. What ends when the shop closes is due then, not when it
// opens again.
func (h *Hours) AddMinutes(t time.Time, minutes int) time.Time {
	left := time.Duration(minutes) * time.Minute
	if h.always || left <= 0 {
		return t.Add(left)
	}
	day := h.day(t)
	for shutFor := 0; shutFor < searchDays; day++ {
		shutFor++
		for _, s := range h.on(day) {
			shutFor = 0
			from := later(t, s.from)
			open := s.to.Sub(from)
			if open >= left {
				return from.Add(left)
			}
			left -= max(0, open)
		}
	}
	return t.Add(time.Duration(minutes) * time.Minute)
}

// mostDays is up to how many open days are counted one by one. Nobody sets a clock
// that runs for longer.
const mostDays = 5000

// AddDays returns the moment that many open days after t, at the same hour, or
// at the nearest open one where the shop is not open then. The days count from
// the next opening when the shop is shut at t. More than mostDays are days of the
// calendar, ten thousand years of them at most.
func (h *Hours) AddDays(t time.Time, days int) time.Time {
	local := t.In(h.zone)
	if h.always || days <= 0 || days > mostDays {
		return local.AddDate(0, 0, min(max(0, days), 10_000*366))
	}
	begun, ok := h.begins(t)
	if !ok {
		return local.AddDate(0, 0, days)
	}
	day := h.day(begun)
	for left, shutFor := days, 0; left > 0; {
		day++
		shutFor++
		if len(h.on(day)) > 0 {
			left--
			shutFor = 0
		}
		if shutFor > searchDays {
			return local.AddDate(0, 0, days)
		}
	}
	return h.nearest(day, begun)
}

// nearest returns the hour of the clock that t shows, on an open day, moved
// into its opening hours.
func (h *Hours) nearest(day app.Day, t time.Time) time.Time {
	hour, minute, second := t.In(h.zone).Clock()
	y, m, d := day.Date()
	at := time.Date(y, m, d, hour, minute, second, 0, h.zone)
	open := h.on(day)
	for _, s := range open {
		if at.Before(s.from) {
			return s.from
		}
		if !at.After(s.to) {
			return at
		}
	}
	return open[len(open)-1].to
}

// begins returns t, or the next opening when the shop is shut at t.
func (h *Hours) begins(t time.Time) (time.Time, bool) {
	day := h.day(t)
	for range searchDays {
		for _, s := range h.on(day) {
			if t.Before(s.to) {
				return later(t, s.from), true
			}
		}
		day++
	}
	return t, false
}

// Between returns for how long the shop was open from one moment to another; 0
// if the second is not after the first.
func (h *Hours) Between(from, to time.Time) time.Duration {
	if !from.Before(to) {
		return 0
	}
	if h.always {
		return to.Sub(from)
	}
	var open time.Duration
	for day, last := h.day(from), h.day(to); day <= last; day++ {
		for _, s := range h.on(day) {
			open += max(0, earlier(to, s.to).Sub(later(from, s.from)))
		}
	}
	return open
}

func (h *Hours) day(t time.Time) app.Day { return app.DayOf(t.In(h.zone)) }

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
