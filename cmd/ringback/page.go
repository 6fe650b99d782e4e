package main

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/customers"
	"ringback.app/data"
)

// customers returns the desk where customers are looked at and added.
func (s *session) customers(book *data.Book) *customers.Desk {
	return customers.New(book, s.clock, s.ids, s.typing())
}

const separator = " · "

// printPage prints what the window shows on a customer's page.
func (s *session) printPage(page customers.Page) {
	c := page.Customer
	s.out.line(s.headOf(c))
	s.out.blank()
	var rows [][]string
	add := func(key string, values ...string) {
		for _, value := range values {
			if value != "" {
				rows = append(rows, []string{s.say(key, nil), value})
			}
		}
	}
	add("command.column.id", c.ID.String())
	add("people.field.number", c.Reference(app.ReferenceShop))
	for _, p := range c.Phones {
		add("people.field.phones", s.phone(p, page.Plan))
	}
	for _, e := range c.Emails {
		add("people.field.emails", e.Address)
	}
	for _, a := range c.Addresses {
		add("people.field.addresses", joined(", ", a.POBox, a.Extra, a.Street, a.PostalCode+" "+a.City, a.Region, a.Country))
	}
	add("people.field.birthday", c.Birthday)
	add("people.field.language", c.Language)
	add("people.field.time-zone", s.voice.TimeZone(c.TimeZone))
	add("people.field.best-time", s.voice.BestTime(c.BestTime))
	add("people.field.tags", strings.Join(c.Tags, ", "))
	add("people.field.notes", c.Notes)
	for _, d := range c.DoNotCall {
		add("people.field.do-not-call", joined(separator, s.voice.Purpose(d.Purpose), d.Reason, d.Since.String()))
	}
	for _, t := range c.Thanks {
		add("people.field.thanks", s.given(t))
	}
	s.out.rows(0, rows)
	s.printPurchases(page)
	s.printTold(page)
	s.printCalls(page)
}

func (s *session) headOf(c app.Customer) string {
	name := s.voice.Called(c)
	if c.Firm != "" && c.Firm != name {
		name = s.say("people.of-firm", app.Args{"Name": name, "Firm": c.Firm})
	}
	if c.Archived {
		name = s.say("people.archived-name", app.Args{"Name": name})
	}
	return name
}

func (s *session) phone(p app.Phone, plan app.Plan) string {
	preferred := ""
	if p.Preferred {
		preferred = s.say("people.preferred", nil)
	}
	return joined(separator, s.voice.Phone(p, plan.Country), p.Label, preferred, s.voice.Unfit(p.Unfit))
}

func (s *session) printPurchases(page customers.Page) {
	s.out.heading(s.say("people.tab.purchases", nil))
	if len(page.Purchases) == 0 {
		s.out.hang(2, 2, s.say("people.purchases.none", nil))
		return
	}
	var rows [][]string
	for _, p := range page.Purchases {
		ahead, note := "", ""
		if p.Day > s.today() {
			ahead = s.say("people.to-come", nil)
		}
		if p.IsReturn() {
			note = s.say("people.returned", nil)
		}
		rows = append(rows, []string{
			p.Day.String(), s.voice.Money(app.Money{Minor: p.Total, Currency: p.Currency}), p.Receipt,
			joined(separator, s.voice.Items(p.Lines), p.SoldBy, note, ahead),
		})
	}
	s.out.rows(2, rows)
}

func (s *session) printTold(page customers.Page) {
	s.out.heading(s.say("people.tab.told", nil))
	var rows [][]string
	for _, c := range page.Complaints {
		rows = append(rows, []string{app.DayOf(c.Received.In(s.zone)).String(), s.complaintLine(c)})
	}
	for _, o := range page.Opinions {
		score, stars, praise, quotable := "", "", "", ""
		if o.Score != nil {
			score = s.voice.Number(int64(*o.Score))
		}
		if o.Stars != nil {
			stars = s.say("told.stars", app.Args{"Stars": *o.Stars, "Most": app.MaxStars})
		}
		if len(o.Praise) > 0 {
			praise = s.say("told.praised", app.Args{"Staff": s.voice.List(o.Praise)})
		}
		if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
			quotable = s.say("told.quotable", nil)
		}
		rows = append(rows, []string{o.Said.String(), joined(separator, s.voice.Quoted(o.Verbatim), score, stars, strings.Join(o.Themes, ", "), praise, s.voice.Source(o.Source), quotable)})
	}
	if len(rows) == 0 {
		s.out.hang(2, 2, s.say("people.told.none", nil))
		return
	}
	s.out.rows(2, rows)
}

// complaintLine says what went wrong, what was promised and given, and how far it
// has come.
func (s *session) complaintLine(c app.Complaint) string {
	parts := []string{c.Wrong, c.Wish}
	for _, p := range c.Promises {
		key := "people.complaint.promised"
		if !p.Kept.IsZero() {
			key = "people.complaint.kept"
		}
		parts = append(parts, s.say(key, app.Args{"Promise": p.What}))
	}
	for _, g := range c.Earlier {
		parts = append(parts, s.say("people.complaint.vain", app.Args{"Remedy": s.voice.Given(g.Remedy)}))
	}
	for _, r := range c.Reopened {
		parts = append(parts, s.reopened(r))
	}
	if c.Remedy != nil {
		parts = append(parts, s.voice.Given(*c.Remedy))
	}
	parts = append(parts, s.voice.Stage(complaints.StageOf(c)))
	if c.ClosedWhy != "" {
		parts = append(parts, s.say("complaints.closed-why", app.Args{"Why": c.ClosedWhy}))
	}
	return joined(separator, parts...)
}

// reopened says that a complaint was opened again, when, and in which words.
func (s *session) reopened(r app.Reopening) string {
	return s.say("people.complaint.reopened", app.Args{"When": s.voice.Moment(r.At, s.now().In(s.zone)), "Why": s.voice.Quoted(r.Why)})
}

func (s *session) printCalls(page customers.Page) {
	s.out.heading(s.say("people.tab.calls", nil))
	if len(page.Calls) == 0 {
		s.out.hang(2, 2, s.say("people.calls.none", nil))
		return
	}
	there := app.Location(page.Customer.TimeZone, s.zone)
	var rows [][]string
	for _, c := range page.Calls {
		next, anyway := "", ""
		if c.Anyway != "" {
			anyway = s.say("people.calls.anyway", app.Args{"Reason": c.Anyway})
		}
		if c.Next != nil {
			next = s.say("people.calls.next", app.Args{"When": s.voice.NextCall(*c.Next, there, s.now())})
		}
		at := c.Start.In(s.zone)
		rows = append(rows, []string{
			app.DayOf(at).String() + " " + s.voice.Clock(at), s.voice.Disposition(c.Disposition),
			joined(separator, c.By, c.Notes, anyway, next),
		})
	}
	s.out.rows(2, rows)
}

// joined puts what is there of the parts together.
func joined(between string, parts ...string) string {
	var there []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, between)
}
