package calllist

import (
	"slices"
	"time"

	"ringback.app/app"
)

// What was put right is checked some days later: did it work? The call stands
// until the customer has said so.

func checkFix(s *app.Summary, m *moment) []Reason {
	return slices.DeleteFunc(checks(s, m), func(r Reason) bool { return m.now.Before(r.Due) })
}

// checks returns what there is to check, of days to come too.
func checks(s *app.Summary, m *moment) []Reason {
	var all []Reason
	for _, c := range s.Talk.Complaints {
		if c.PutRight.IsZero() || m.now.Before(whole(c.PutRight)) {
			continue
		}
		all = append(all, Reason{
			Kind: app.CheckFix, Due: m.CheckFrom(c), Complaint: c.ID, Wrong: c.Wrong, Answered: true,
			ForOwner: c.ForOwner || m.plan.OwnerCalls(s.Buying.YearValue),
		})
	}
	return inOrderOfDue(all)
}

// checkFirst tells whether a call of that kind waits until it was heard whether
// a fix worked: nobody is asked cheerfully how they like what was just mended.
func checkFirst(s *app.Summary, k app.ReasonKind) bool {
	return k > app.CallAgain &&
		slices.ContainsFunc(s.Talk.Complaints, func(c app.OpenComplaint) bool { return !c.PutRight.IsZero() })
}

// CheckFrom returns the start of the day from which to ask whether a fix worked.
func (r *Rules) CheckFrom(c app.OpenComplaint) time.Time {
	return r.start(r.targets.AskOn(r.day(c.PutRight)))
}

func checkFixOpenings(s *app.Summary, r *Rules) []opening {
	var all []opening
	for _, c := range s.Talk.Complaints {
		if !c.PutRight.IsZero() {
			all = append(all, opening{stream: StreamCheckFix, at: r.CheckFrom(c)})
		}
	}
	return all
}

func checkFixStretches(m *moment) []stretch { return []stretch{m.since(StreamCheckFix, ever)} }
