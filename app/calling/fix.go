package calling

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// bringForward makes the reason that names the complaint the headline, where
// there is one, and tells whether.
func bringForward(st *calllist.Standing, complaint app.ID) bool {
	if complaint.IsZero() {
		return false
	}
	i := slices.IndexFunc(st.Reasons, func(r calllist.Reason) bool { return r.Complaint == complaint })
	if i < 0 {
		return false
	}
	first := st.Reasons[i]
	st.Reasons = slices.Insert(slices.Delete(slices.Clone(st.Reasons), i, i+1), 0, first)
	return true
}

// rankOf puts the complaint that a call is about before the others, and those in
// the order in which they are reasons to call.
func rankOf(c app.Complaint, about app.ID, reasons []calllist.Reason) int {
	if c.ID == about {
		return -1
	}
	i := slices.IndexFunc(reasons, func(r calllist.Reason) bool { return r.Complaint == c.ID })
	if i < 0 {
		return len(reasons)
	}
	return i
}

// putRight returns the complaints of which it could be asked whether the fix worked.
func (n *note) putRight() []*app.Complaint {
	var waiting []*app.Complaint
	for i := range n.complaints {
		if c := &n.complaints[i]; n.stood(c) {
			waiting = append(waiting, c)
		}
	}
	return waiting
}

// stood tells whether a complaint was put right by the end of the call: one that is
// written down later asks of nothing that was put right meanwhile. Another desktop's
// clock may be ahead of ours.
func (n *note) stood(c *app.Complaint) bool {
	return !c.PutRight.IsZero() && (!c.PutRight.After(n.End) || c.PutRight.After(n.now))
}

// settleFixes fills in which complaint an answer is about that names none: the
// one that the call was about, else the only one that was put right. Which of
// several it is, nobody guesses.
func (n *note) settleFixes() {
	for i := range n.Fixes {
		fix := &n.Fixes[i]
		if !fix.Complaint.IsZero() {
			continue
		}
		if waiting := n.putRight(); !n.Case.IsZero() {
			fix.Complaint = n.Case
		} else if len(waiting) == 1 {
			fix.Complaint = waiting[0].ID
		}
	}
}

// worked returns what they said of the fix of a complaint, nil if they were not
// asked.
func worked(fixes []Fix, c *app.Complaint) *bool {
	if c == nil {
		return nil
	}
	for i := range fixes {
		if fixes[i].Complaint == c.ID {
			return &fixes[i].Worked
		}
	}
	return nil
}

func (n *note) worked(c *app.Complaint) *bool { return worked(n.Fixes, c) }

// matterOf returns the complaint of those open that a call was about: the one it
// was made for, if one is named; but where they were asked about others only, one
// whose fix did not work before one whose did.
func matterOf(open []app.Complaint, named app.ID, fixes []Fix) *app.Complaint {
	var matter *app.Complaint
	best := -1
	for i := range open {
		c := &open[i]
		rank := -1
		switch worked := worked(fixes, c); {
		case worked != nil && !*worked:
			rank = 4
		case worked != nil:
			rank = 2
		case c.ID == named && len(fixes) == 0:
			rank = 0
		}
		if rank >= 0 && c.ID == named {
			rank++
		}
		if rank > best {
			matter, best = c, rank
		}
	}
	return matter
}

func (n *note) checkFixes(errs app.FieldErrors) {
	if !n.Case.IsZero() && !slices.ContainsFunc(n.complaints, func(c app.Complaint) bool { return c.ID == n.Case }) {
		key := "error.calling.case.over"
		if n.meant[n.Case] == "" {
			key = "error.calling.case.unknown"
		}
		errs.Add(FieldCase, key, app.Args{"Wrong": n.meant[n.Case]})
		return
	}
	waiting := n.putRight()
	var asked []app.ID
	for _, fix := range n.Fixes {
		switch {
		case n.Disposition != app.Talked:
			errs.Add(FieldFixWorked, "error.calling.fix.unreached", nil)
		case fix.Complaint.IsZero() && len(waiting) > 1:
			errs.Add(FieldFixWorked, "error.calling.fix.which", app.Args{"Which": which(waiting)})
		case slices.ContainsFunc(n.complaints, func(c app.Complaint) bool { return c.ID == fix.Complaint && !c.PutRight.IsZero() && !n.stood(&c) }):
			errs.Add(FieldFixWorked, "error.calling.fix.early", nil)
		case !slices.ContainsFunc(waiting, func(c *app.Complaint) bool { return c.ID == fix.Complaint }):
			errs.Add(FieldFixWorked, "error.calling.fix.none", nil)
		case slices.Contains(asked, fix.Complaint):
			errs.Add(FieldFixWorked, "error.calling.fix.twice", nil)
		}
		asked = append(asked, fix.Complaint)
	}
}

// mostOfWrong is how many letters of what went wrong tell complaints apart.
const mostOfWrong = 60

// which names complaints to choose among, by their IDs and what went wrong.
func which(waiting []*app.Complaint) string {
	var names []string
	for _, c := range waiting {
		names = append(names, c.ID.String()+" “"+inShort(c.Wrong)+"”")
	}
	return strings.Join(names, ", ")
}

// inShort returns as much of what went wrong as tells complaints apart.
func inShort(wrong string) string {
	letters := []rune(strings.Join(strings.Fields(wrong), " "))
	if len(letters) > mostOfWrong {
		letters = append(letters[:mostOfWrong], '…')
	}
	return string(letters)
}
