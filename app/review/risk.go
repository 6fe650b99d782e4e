package review

import (
	"time"

	"ringback.app/app"
)

// UnhappySince tells since when a customer is unhappy and has not bought again,
// in a shop of that zone: since their last word was a low score, or since the
// last complaint of theirs that is open. False if they are not, or are archived.
func UnhappySince(s app.Summary, zone *time.Location) (time.Time, bool) {
	since := s.Talk.Unhappy
	if since.IsZero() || s.Reach.Archived || s.Buying.Last > dayOf(since, zone) {
		return time.Time{}, false
	}
	return since, true
}

// risk adds up what those spend in a year who may not come back.
func (a *asked) risk(f *Figures, _ *measured) error {
	foreign := make(map[app.ID]bool)
	err := a.snap.Foreign(a.plan.Currency, func(customer app.ID) bool {
		foreign[customer] = true
		return true
	})
	if err != nil {
		return err
	}
	return a.atRisk(func(r AtRisk, unhappy bool) {
		if unhappy {
			f.Risk.Unhappy++
		} else {
			f.Risk.Quiet++
		}
		if foreign[r.Customer] {
			f.Risk.Others++
			return
		}
		f.Risk.Sum += r.Value
	})
}

// atRisk yields the unhappy, then those who went quiet in the period, nobody
// twice.
func (a *asked) atRisk(yield func(r AtRisk, unhappy bool)) error {
	from, to := a.past(a.period)
	seen := make(map[app.ID]bool)
	err := a.snap.Unhappy(func(r AtRisk) bool {
		if r.Since.Before(to) {
			seen[r.Customer] = true
			yield(r, true)
		}
		return true
	})
	if err != nil || !from.Before(to) {
		return err
	}
	return a.snap.Lapsed(from, to, func(r AtRisk) bool {
		if !seen[r.Customer] {
			yield(r, false)
		}
		return true
	})
}
