package complaints

import (
	"context"
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// filter is which of the complaints the left side shows.
type filter string

// The filters, in the order in which they are offered.
const (
	showsOpen     filter = "open"
	showsLate     filter = "late"
	showsOwners   filter = "owner"
	showsToCheck  filter = "check"
	showsPromises filter = "promises"
	showsEnded    filter = "ended"
)

func filters() []filter {
	return []filter{showsOpen, showsLate, showsOwners, showsToCheck, showsPromises, showsEnded}
}

// takes tells whether an open complaint passes the filter.
func (f filter) takes(c complaints.Case) bool {
	switch f {
	case showsLate:
		return c.Clock.Late
	case showsOwners:
		return c.OwnerMust || c.Complaint.AwaitsOwner()
	case showsToCheck:
		return c.Clock.Kind == complaints.ClockCheck
	}
	return true
}

// board is what the left side shows at one moment. It is replaced as a whole.
type board struct {
	groups     []widgets.Group
	keys       []string // of the rows, from top to bottom
	subjects   map[string]subject
	open, late int            // complaints
	zone       *time.Location // the shop's
}

// subject is what a row leads to: a complaint, or a promised call.
type subject struct {
	complaint app.ID
	call      *complaints.Owed
}

// readBoard reads what the filter shows.
func (p *Page) readBoard(ctx context.Context, f filter) (board, error) {
	b := board{subjects: make(map[string]subject)}
	switch f {
	case showsPromises:
		all, err := p.Desk.Promises(ctx)
		if err != nil {
			return b, err
		}
		b.zone = all.Plan.Location()
		b.addPromises(all, p.say)
	case showsEnded:
		all, err := p.Desk.Ended(ctx)
		if err != nil {
			return b, err
		}
		b.addCases(all, f, p.say)
	default:
		all, err := p.Desk.Open(ctx)
		b.addCases(all, f, p.say)
		b.open, b.late = len(all.Cases), all.Late
		return b, err
	}
	var err error
	b.open, b.late, err = p.Desk.Late(ctx)
	return b, err
}

// add puts a row under a heading; rows of one heading follow each other.
func (b *board) add(title string, row widgets.Person, leads subject) {
	if n := len(b.groups); n == 0 || b.groups[n-1].Title != title {
		b.groups = append(b.groups, widgets.Group{Title: title})
	}
	last := &b.groups[len(b.groups)-1]
	last.People = append(last.People, row)
	b.keys = append(b.keys, row.Key)
	b.subjects[row.Key] = leads
}

func (b *board) addCases(all complaints.Overview, f filter, say *wording.Voice) {
	for _, c := range all.Cases {
		if !f.takes(c) {
			continue
		}
		b.add(say.Say("complaints.group."+groupOf(c), nil), caseRow(c, all, say), subject{complaint: c.Complaint.ID})
	}
}

// groupOf names the heading that a case stands under.
func groupOf(c complaints.Case) string {
	switch {
	case !c.Complaint.Open():
		return "ended"
	case c.Clock.Late:
		return "late"
	case c.Clock.Kind == complaints.ClockCheck:
		return "check"
	}
	return "waiting"
}

// caseRow is the line of a case: who, for how long, what, and when it presses.
func caseRow(c complaints.Case, all complaints.Overview, say *wording.Voice) widgets.Person {
	zone := all.Plan.Location()
	pill := say.Running(c.Clock, all.At, all.Plan)
	row := widgets.Person{
		Key: c.Complaint.ID.String(), Name: say.Complainant(c.Customer, c.Sender),
		Line: strings.Join(caseLine(c, all.Plan, say), separator), Tail: ownersPart(c, say), Pill: pill.Text, Mood: mood(pill.Mood),
	}
	switch {
	case !c.Complaint.Open():
		day, today := app.DayOf(c.Complaint.Ended().In(zone)), app.DayOf(all.At.In(zone))
		row.Pill, row.Mood = say.Day(day, today), widgets.Calm
	case c.Customer.ID.IsZero():
		row.Icon = theme.IconSearch
	}
	return row
}

// separator stands between the parts of a muted line.
const separator = " · "

// caseLine begins with what it is about: of one customer there may be several, and
// the end of a long line is not seen.
func caseLine(c complaints.Case, plan app.Plan, say *wording.Voice) []string {
	var parts []string
	if wrong := oneLine(c.Complaint.Wrong, mostOfRow); wrong != "" {
		parts = append(parts, wrong)
	}
	if c.Complaint.Open() {
		parts = append(parts, say.Say("complaints.row.open", app.Args{"Hours": say.OpenTime(int(c.Clock.Open/time.Minute), plan)}))
	} else {
		parts = append(parts, say.Stage(c.Stage))
	}
	if len(c.Again) > 0 {
		parts = append(parts, say.Say("complaints.row.again", app.Args{"Themes": say.List(c.Again)}))
	}
	return parts
}

// ownersPart says at the end of the line what the owner has to do about it, which
// stays in sight; "" if nothing.
func ownersPart(c complaints.Case, say *wording.Voice) string {
	switch {
	case !c.Complaint.Open():
	case c.Complaint.AwaitsOwner():
		return separator + say.Say("complaints.row.awaits", nil)
	case c.OwnerMust:
		return separator + say.Say("complaints.row.owner", nil)
	}
	return ""
}

// How many letters of what somebody said a row has room for beside the rest, and a
// sentence.
const (
	mostOfRow  = 60
	mostOfLine = 160
)

// oneLine makes one line of the beginning of a text, of so many letters at most
// before the sign that more follows.
func oneLine(text string, most int) string {
	line := strings.Join(strings.Fields(text), " ")
	r := []rune(line)
	if len(r) <= most {
		return line
	}
	head := string(r[:most])
	if end := strings.LastIndexByte(string(r[:most+1]), ' '); end > 0 {
		head = head[:end]
	}
	return head + " …"
}

func (b *board) addPromises(all complaints.Promises, say *wording.Voice) {
	zone := all.Plan.Location()
	now := all.At.In(zone)
	today := app.DayOf(now)
	for i, o := range all.Owed {
		title, row := "complaints.group.later", widgets.Person{Name: say.Complainant(o.Customer, o.Sender), Line: o.What}
		day := app.DayOf(o.By.In(zone))
		switch {
		case o.By.IsZero():
			title = "complaints.group.some-day"
		case o.Late:
			title, row.Mood = "complaints.group.late", widgets.Late
		case day == today:
			title, row.Mood = "complaints.group.today", widgets.Soon
		}
		if !o.By.IsZero() {
			row.Pill = say.By(o.By, now)
		}
		leads := subject{complaint: o.Complaint}
		if o.Complaint.IsZero() {
			row.Icon, leads.call = theme.IconPhone, &all.Owed[i]
			row.Key = "call " + o.Customer.ID.String()
			if row.Line == "" {
				row.Line = say.Say("complaints.promise.call", nil)
			}
		} else {
			row.Key = o.Complaint.String() + " " + strconv.Itoa(o.Promise)
		}
		b.add(say.Say(title, nil), row, leads)
	}
}

func mood(m wording.Mood) widgets.Mood {
	switch m {
	case wording.MoodLate:
		return widgets.Late
	case wording.MoodSoon:
		return widgets.Soon
	}
	return widgets.Calm
}
