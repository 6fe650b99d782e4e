package exporting

import (
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
)

// noteColumns are the columns of call notes, in order.
var noteColumns = []column[Note]{
	{name: "day", cell: func(s sheet, n Note) string { return app.DayOf(n.Call.Start.In(s.zone)).String() }},
	{name: "time", cell: func(s sheet, n Note) string { return n.Call.Start.In(s.zone).Format("15:04") }},
	{name: "customer", cell: func(_ sheet, n Note) string { return n.Customer.Called() }},
	{name: "reference", cell: func(_ sheet, n Note) string { return n.Customer.Reference(app.ReferenceShop) }},
	{name: "number", cell: func(_ sheet, n Note) string { return n.Call.Number }},
	{name: "by", cell: func(s sheet, n Note) string { return s.by(n.Call) }},
	{name: "outcome", cell: func(s sheet, n Note) string { return s.voice.Disposition(n.Call.Disposition) }},
	{name: "minutes", number: true, cell: func(_ sheet, n Note) string { return positive(minutes(n.Call)) }},
	{name: "reason", cell: func(s sheet, n Note) string { return s.voice.Kind(n.Call.Reason) }},
	{name: "bought", cell: func(s sheet, n Note) string { return s.bought(n.Bought) }},
	{name: "bought-on", cell: func(_ sheet, n Note) string { return days(n.About) }},
	{name: "score", number: true, cell: opinionCell(func(o app.Opinion) string {
		if o.Score == nil {
			return ""
		}
		return strconv.Itoa(*o.Score)
	})},
	{name: "verbatim", cell: opinionCell(func(o app.Opinion) string { return o.Verbatim })},
	{name: "themes", cell: opinionCell(func(o app.Opinion) string { return joined(o.Themes) })},
	{name: "staff", cell: opinionCell(func(o app.Opinion) string { return joined(o.Staff) })},
	{name: "praise", cell: opinionCell(func(o app.Opinion) string { return joined(o.Praise) })},
	{name: "quote", cell: func(s sheet, n Note) string { return s.quote(n.Opinion) }},
	{name: "notes", cell: func(_ sheet, n Note) string { return n.Call.Notes }},
	{name: "wrong", cell: complaintCell(func(_ sheet, c app.Complaint) string { return c.Wrong })},
	{name: "wish", cell: complaintCell(func(_ sheet, c app.Complaint) string { return c.Wish })},
	{name: "promise", cell: complaintCell(sheet.promises)},
	{name: "next", cell: func(s sheet, n Note) string { return s.next(n.Call.Next) }},
	{name: "next-note", cell: func(_ sheet, n Note) string {
		if n.Call.Next == nil {
			return ""
		}
		return n.Call.Next.Note
	}},
	{name: "anyway", cell: func(_ sheet, n Note) string { return n.Call.Anyway }},
	{name: "id", cell: func(_ sheet, n Note) string { return n.Call.ID.String() }},
}

func opinionCell(cell func(app.Opinion) string) func(sheet, Note) string {
	return func(_ sheet, n Note) string {
		if n.Opinion == nil {
			return ""
		}
		return cell(*n.Opinion)
	}
}

func complaintCell(cell func(sheet, app.Complaint) string) func(sheet, Note) string {
	return func(s sheet, n Note) string {
		if n.Complaint == nil {
			return ""
		}
		said := cell(s, *n.Complaint)
		for _, other := range n.Others {
			said = joinedBy("; ", said, cell(s, other.Complaint))
		}
		return said
	}
}

// stamp writes a moment so that a spreadsheet and a person read it: a day, or a
// day and hour, by the shop's clock.
func (s sheet) stamp(t time.Time, timed bool) string {
	if t.IsZero() {
		return ""
	}
	if !timed {
		return app.DayOf(t.In(s.zone)).String()
	}
	return t.In(s.zone).Format("2006-01-02 15:04")
}

func (s sheet) next(n *app.NextStep) string {
	if n == nil {
		return ""
	}
	return s.stamp(n.At, n.Timed)
}

// quote tells whether the words may be published: as which name, or not any
// more.
func (s sheet) quote(o *app.Opinion) string {
	if o == nil || o.Quote == nil {
		return ""
	}
	if !quotable(*o) {
		return s.voice.Say("export.quote.withdrawn", nil)
	}
	return s.voice.Say("export.quote.yes", nil)
}

func joined(words []string) string { return strings.Join(words, ", ") }

func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func days(purchases []app.Purchase) string {
	said := make([]string, len(purchases))
	for i, p := range purchases {
		said[i] = p.Day.String()
	}
	return strings.Join(said, "; ")
}
