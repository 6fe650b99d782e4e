package calllist

import (
	"time"

	"ringback.app/app"
)

// What was put right is checked some days later: did it work? The call stands
// until the customer has said so.

func checkFix(s *app.Summary, m *moment) []Reason {
	var all []Reason
	for _, c := range s.Talk.Complaints {
		if c.PutRight.IsZero() {
			continue
		}
		if due := m.CheckFrom(c); !m.now.Before(due) {
			all = append(all, Reason{
				Kind: app.CheckFix, Due: due, Complaint: c.ID, Wrong: c.Wrong, Answered: true,
				ForOwner: c.ForOwner || m.plan.OwnerCalls(s.Buying.YearValue),
			})
		}
	}
	return inOrderOfDue(all)
}

// CheckFrom returns the start of the day from which to ask whether a fix worked.
func (r *Rules) CheckFrom(c app.OpenComplaint) time.Time {
	return r.start(r.day(c.PutRight) + app.Day(r.plan.CheckAfter))
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
