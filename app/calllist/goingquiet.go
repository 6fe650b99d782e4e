package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// A customer has gone quiet when more time has passed since they last bought
// than the plan's percentage of their usual gap, and its least number of days.
// Their own gap counts once they have bought on three days; before that the
// shop's does, and where there is none either nobody can tell. One call that
// reaches them ends it until they buy again.

// ownRhythmDays is on how many days one must have bought to have a rhythm.
const ownRhythmDays = 3

func goingQuiet(s *app.Summary, m *moment) []Reason {
	day, ok := m.QuietFrom(s.Buying, m.shopGap)
	if !ok {
		return nil
	}
	due, bought := m.start(day), lastBought(s)
	if bought == nil || m.now.Before(due) || !s.Talk.Reached.Before(due) {
		return nil
	}
	r := Reason{Kind: app.GoingQuiet, Due: due, Days: int(m.today - s.Buying.Last), Bought: bought}
	if gap, own := rhythm(s.Buying, m.shopGap); own {
		r.Gap = (gap + 1) / 2
	}
	return []Reason{r}
}

// QuietFrom returns the day on which a customer who does not buy any more goes
// quiet; false if nobody can tell, since there is no rhythm to go by. The shop's
// gap is as Snapshot.ShopGap.
func (r *Rules) QuietFrom(b app.Buying, shopGap int) (app.Day, bool) {
	gap, _ := rhythm(b, shopGap)
	if b.Count == 0 || gap <= 0 {
		return 0, false
	}
	return b.Last + r.patience(gap), true
}

// rhythm returns the gap in half days that a customer is measured by, and
// whether it is their own.
func rhythm(b app.Buying, shopGap int) (gap int, own bool) {
	if b.Days >= ownRhythmDays {
		return b.MedianGap, true
	}
	return shopGap, false
}

// patience returns how many days after a purchase a silence is one, for a gap
// in half days.
func (r *Rules) patience(gap int) app.Day {
	const halfDaysPercent = 200
	days := (gap*r.plan.Quiet.Percent + halfDaysPercent - 1) / halfDaysPercent
	return app.Day(max(days, r.plan.Quiet.MinDays))
}

// lastBought is the newest purchase that has goods on it; nil if there is none.
func lastBought(s *app.Summary) *app.Bought {
	i := slices.IndexFunc(s.Buying.Recent, func(b app.Bought) bool { return !b.Charges })
	if i < 0 {
		return nil
	}
	return &s.Buying.Recent[i]
}

func goingQuietOpenings(s *app.Summary, r *Rules) []opening {
	if lastBought(s) == nil {
		return nil
	}
	if s.Buying.Days >= ownRhythmDays {
		due := r.start(s.Buying.Last + r.patience(s.Buying.MedianGap))
		if !s.Talk.Reached.Before(due) {
			return nil
		}
		return []opening{{stream: StreamOwnRhythm, at: due}}
	}
	// The shop's gap changes with every purchase, so the book sorts by the day
	// they last bought. A call that reached them before anybody's silence is one
	// came too early to end it. Whether a later one did depends on that gap too:
	// those are sorted by how much later it came, or all who were ever called
	// would have to be looked at each time.
	last := r.start(s.Buying.Last)
	if s.Talk.Reached.Before(r.start(s.Buying.Last + app.Day(r.plan.Quiet.MinDays))) {
		return []opening{{stream: StreamShopRhythm, at: last}}
	}
	return []opening{{
		stream: StreamShopTalked, at: epoch().Add(whole(s.Talk.Reached).Sub(last)), since: last,
	}}
}

func goingQuietStretches(m *moment) []stretch {
	all := []stretch{m.since(StreamOwnRhythm, ever)}
	if m.shopGap <= 0 {
		return all
	}
	patience := m.patience(m.shopGap)
	quietFrom := func(last time.Time) time.Time { return m.start(m.day(last) + patience) }
	all = append(all, stretch{
		stream: StreamShopRhythm, from: ever, to: m.start(m.today - patience + 1),
		due: func(o Opening) (time.Time, bool) { return quietFrom(o.At), true },
	})
	// A clock change makes a stretch of days up to an hour or so longer.
	most := time.Duration(patience+1) * 24 * time.Hour
	return append(all, stretch{
		stream: StreamShopTalked, from: epoch(), to: epoch().Add(most), unordered: true,
		due: func(o Opening) (time.Time, bool) {
			due, reached := quietFrom(o.Since), o.Since.Add(o.At.Sub(epoch()))
			return due, !m.now.Before(due) && reached.Before(due)
		},
	})
}

// epoch is where StreamShopTalked begins to count.
func epoch() time.Time { return time.Unix(0, 0).UTC() }
