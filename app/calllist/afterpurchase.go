package calllist

import (
	"cmp"
	"slices"
	"time"

	"ringback.app/app"
)

// Who bought is asked how it is, once in each window of the plan: from the start
// of the day it opens up to the start of the day it closes, by the shop's
// calendar, day n being n days after the purchase. A call that reaches them
// from the opening on ends it, and so does whatever they tell us by another way:
// nobody whose card was just read is asked what stands on it. What was given back
// in full is not asked about.

func afterPurchase(s *app.Summary, m *moment) []Reason {
	var longest *Reason
	heard := heardLast(s)
	for _, a := range askings(s, m.Rules) {
		bought := &s.Buying.Recent[a.bought]
		closes := m.start(bought.Day + app.Day(m.plan.Windows[a.window].Closes))
		if m.now.Before(a.opens.at) || !m.now.Before(closes) || !heard.Before(a.opens.at) {
			continue
		}
		if longest == nil || a.opens.at.Before(longest.Due) ||
			a.opens.at.Equal(longest.Due) && bought.Total > longest.Bought.Total {
			longest = &Reason{
				Kind: app.AfterPurchase, Due: a.opens.at, Closes: closes,
				Bought: bought, Days: int(m.today - bought.Day),
			}
		}
	}
	if longest == nil {
		return nil
	}
	if !heard.Before(m.start(longest.Bought.Day)) {
		longest.Heard = heard
	}
	return []Reason{*longest}
}

// heardLast returns when the customer last spoke to us or told us something; zero
// if they never did.
func heardLast(s *app.Summary) time.Time {
	if s.Talk.LastTold.After(s.Talk.Reached) {
		return s.Talk.LastTold
	}
	return s.Talk.Reached
}

// asking is a window of one purchase.
type asking struct {
	bought, window int
	opens          opening
}

func askings(s *app.Summary, r *Rules) []asking {
	var all []asking
	for i := range s.Buying.Recent {
		bought := &s.Buying.Recent[i]
		if bought.Charges {
			continue // nobody is asked how the postage is
		}
		for _, w := range windowsFor(bought, r.plan.Windows) {
			opens := r.start(bought.Day + app.Day(r.plan.Windows[w].Opens))
			all = append(all, asking{i, w, opening{stream: windowStream(w), at: opens}})
		}
	}
	return all
}

// windowsFor returns which windows hold for a purchase: those of its tags if
// there are any, else those without a tag.
func windowsFor(b *app.Bought, windows []app.Window) []int {
	var tagged, untagged []int
	for i, w := range windows {
		switch {
		case w.Tag == "":
			untagged = append(untagged, i)
		case slices.Contains(b.Tags, w.Tag):
			tagged = append(tagged, i)
		}
	}
	if len(tagged) > 0 {
		return tagged
	}
	return untagged
}

// mostWindows is how many windows a plan can have streams for.
const mostWindows = 200

func windowStream(window int) Stream {
	if window == 0 {
		return StreamBought
	}
	return StreamMoreWindows + Stream(min(window, mostWindows)-1)
}

// Whether a call settled a window is not among what opens it: see recent.go.
func afterPurchaseOpenings(s *app.Summary, r *Rules) []opening {
	all := make([]opening, 0, len(s.Buying.Recent))
	for _, a := range askings(s, r) {
		all = append(all, a.opens)
	}
	return all
}

// A window is open now for those for whom it opened less than its length ago.
func afterPurchaseStretches(m *moment) []stretch {
	longest := make(map[Stream]int, len(m.plan.Windows))
	for i, w := range m.plan.Windows {
		stream := windowStream(i)
		longest[stream] = max(longest[stream], w.Closes-w.Opens)
	}
	var all []stretch
	for stream, days := range longest {
		st := m.since(stream, m.start(m.today-app.Day(days)+1))
		st.settled = true
		all = append(all, st)
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.stream, b.stream) })
	return all
}
