package exporting

import (
	"cmp"
	"strconv"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
)

// opinionColumns are the columns of opinions, in order. An import reads them back
// (importing/columns/own.go).
var opinionColumns = []column[opinionOfOne]{
	{name: "said", cell: func(_ sheet, o opinionOfOne) string { return o.Said.String() }},
	{name: "taken", cell: func(s sheet, o opinionOfOne) string { return s.stamp(o.Taken, true) }},
	{name: "reference", cell: func(_ sheet, o opinionOfOne) string { return o.who.Reference(app.ReferenceShop) }},
	{name: "customer", cell: func(_ sheet, o opinionOfOne) string { return cmp.Or(o.who.Called(), o.Sender) }},
	{name: "source", cell: func(_ sheet, o opinionOfOne) string { return string(o.Source) }},
	{name: "score", number: true, cell: func(_ sheet, o opinionOfOne) string {
		if o.Score == nil {
			return ""
		}
		return strconv.Itoa(*o.Score)
	}},
	{name: "stars", number: true, cell: func(_ sheet, o opinionOfOne) string {
		if o.Stars == nil {
			return ""
		}
		return strconv.Itoa(*o.Stars)
	}},
	{name: "verbatim", cell: func(_ sheet, o opinionOfOne) string { return o.Verbatim }},
	{name: "themes", cell: func(_ sheet, o opinionOfOne) string { return cells.Words(o.Themes) }},
	{name: "staff", cell: func(_ sheet, o opinionOfOne) string { return cells.Words(o.Staff) }},
	{name: "praise", cell: func(_ sheet, o opinionOfOne) string { return cells.Words(o.Praise) }},
	{name: "quote", cell: func(s sheet, o opinionOfOne) string { return s.quote(&o.Opinion) }},
	{name: "quote-words", cell: quoteCell(func(q app.Quote) string { return q.Words })},
	{name: "quote-where", cell: quoteCell(func(q app.Quote) string { return q.Where })},
	{name: "quote-name", cell: quoteCell(func(q app.Quote) string { return q.Name })},
	{name: "customer-id", cell: func(_ sheet, o opinionOfOne) string { return known(o.Customer) }},
	{name: "id", cell: func(_ sheet, o opinionOfOne) string { return o.ID.String() }},
}

// known writes whose something is, "" while nobody knows.
func known(customer app.ID) string {
	if customer.IsZero() {
		return ""
	}
	return customer.String()
}

// quoteCell is empty where the words may not be quoted any more, so that nobody
// prints them by mistake.
func quoteCell(cell func(app.Quote) string) func(sheet, opinionOfOne) string {
	return func(_ sheet, o opinionOfOne) string {
		if !quotable(o.Opinion) {
			return ""
		}
		return cell(*o.Quote)
	}
}

// complaintColumns are the columns of complaints, in order.
var complaintColumns = []column[complaintOfOne]{
	{name: "received", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.Received, true) }},
	{name: "reference", cell: func(_ sheet, c complaintOfOne) string { return c.who.Reference(app.ReferenceShop) }},
	{name: "customer", cell: func(_ sheet, c complaintOfOne) string { return cmp.Or(c.who.Called(), c.sender) }},
	{name: "wrong", cell: func(_ sheet, c complaintOfOne) string { return c.Wrong }},
	{name: "wish", cell: func(_ sheet, c complaintOfOne) string { return c.Wish }},
	{name: "themes", cell: func(_ sheet, c complaintOfOne) string { return joined(c.Themes) }},
	{name: "promises", cell: func(s sheet, c complaintOfOne) string { return s.promises(c.Complaint) }},
	{name: "kept", number: true, cell: func(s sheet, c complaintOfOne) string { return s.countPromises(c.Complaint, promiseKept) }},
	{name: "broken", number: true, cell: func(s sheet, c complaintOfOne) string { return s.countPromises(c.Complaint, promiseBroken) }},
	{name: "open", cell: func(s sheet, c complaintOfOne) string { return s.yes(c.Open()) }},
	{name: "answered", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.FirstAnswer(), true) }},
	{name: "reopened", cell: func(s sheet, c complaintOfOne) string { return s.reopened(c.Complaint) }},
	{name: "answered-again", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.AnsweredAgain(), true) }},
	{name: "put-right", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.PutRight, true) }},
	{name: "remedy", cell: remedyCell(func(s sheet, r app.Remedy) string { return s.voice.Remedy(r.Kind) })},
	{name: "remedy-note", cell: remedyCell(func(_ sheet, r app.Remedy) string { return r.Note })},
	{name: "cost", number: true, cell: remedyCell(func(_ sheet, r app.Remedy) string {
		if r.Cost.Minor == 0 {
			return ""
		}
		return amount(r.Cost.Minor, r.Cost.Currency)
	})},
	{name: "currency", cell: remedyCell(func(_ sheet, r app.Remedy) string { return r.Cost.Currency })},
	{name: "earlier", cell: func(s sheet, c complaintOfOne) string { return s.earlier(c.Complaint) }},
	{name: "confirmed", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.Confirmed, true) }},
	{name: "closed", cell: func(s sheet, c complaintOfOne) string { return s.stamp(c.Closed, true) }},
	{name: "closed-why", cell: func(_ sheet, c complaintOfOne) string { return c.ClosedWhy }},
	{name: "customer-id", cell: func(_ sheet, c complaintOfOne) string { return known(c.Customer) }},
	{name: "id", cell: func(_ sheet, c complaintOfOne) string { return c.ID.String() }},
}

// reopened lists when the customer said that it was not put right after all, and
// what they said.
func (s sheet) reopened(c app.Complaint) string {
	var all []string
	for _, r := range c.Reopened {
		all = append(all, joinedBy(" ", s.stamp(r.At, true), r.Why))
	}
	return joined(all)
}

// earlier lists what was given before the complaint was opened again.
func (s sheet) earlier(c app.Complaint) string {
	var all []string
	for _, g := range c.Earlier {
		all = append(all, s.stamp(g.At, true)+" "+s.voice.Given(g.Remedy))
	}
	return joined(all)
}

func remedyCell(cell func(sheet, app.Remedy) string) func(sheet, complaintOfOne) string {
	return func(s sheet, c complaintOfOne) string {
		if c.Remedy == nil {
			return ""
		}
		return cell(s, *c.Remedy)
	}
}
