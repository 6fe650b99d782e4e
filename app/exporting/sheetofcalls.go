package exporting

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/exporting/callsheet"
	"ringback.app/app/exporting/printed"
)

// boughtOnSheet is how many purchases a call sheet names.
const boughtOnSheet = 3

// callSheet draws the call list of now, with who is agreed to be called later
// today.
func (r *Records) callSheet(ctx context.Context, w io.Writer, s sheet) (int, error) {
	today, err := calllist.New(r.shop, r.notes.clock).Today(ctx, 0)
	if err != nil {
		return 0, err
	}
	say := func(key string, args app.Args) string { return s.voice.Say("export.sheet."+key, args) }
	day := s.voice.DayLong(app.DayOf(s.now), 0)
	drawn := callsheet.Sheet{
		Title: joinedBy(" · ", say("title", nil), s.plan.Shop, day), Empty: say("empty", nil),
		About: say("about", app.Args{"People": s.voice.Count("export.notes.people", len(today.Entries)+len(today.Later), nil), "Time": s.voice.Clock(s.now)}),
		Groups: []callsheet.Group{
			{People: s.people(today.Entries)},
			{Heading: say("later", nil), People: s.people(today.Later)},
		},
		Score: say("score", nil), MaxScore: app.MaxScore, Next: say("next", nil),
		Page:   func(page, of string) string { return say("page", app.Args{"Page": page, "Of": of}) },
		Made:   s.now,
		Letter: printed.Letter(s.plan.Country),
	}
	for _, d := range app.Dispositions() {
		drawn.Outcomes = append(drawn.Outcomes, s.voice.Disposition(d))
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if err := callsheet.Write(w, drawn); err != nil {
		return 0, unwritable(err)
	}
	if err := r.box(drawn, s.plan); err != nil {
		return 0, err
	}
	n := len(today.Entries) + len(today.Later)
	r.notes.progress(n)
	return n, nil
}

// box tells whose lines are not printed as they are written.
func (r *Records) box(drawn callsheet.Sheet, plan app.Plan) error {
	b, err := printed.NewBoxed()
	if err != nil {
		return fmt.Errorf("read the font: %w", err)
	}
	b.See(plan.Shop)
	for _, g := range drawn.Groups {
		for _, p := range g.People {
			b.See(p.Name, slices.Concat([]string{p.Aside}, p.Why, p.Facts)...)
		}
	}
	if names := b.Names(); len(names) > 0 {
		r.boxed(names)
	}
	return nil
}

func (s sheet) people(entries []calllist.Entry) []callsheet.Person {
	people := make([]callsheet.Person, len(entries))
	for i, e := range entries {
		p := callsheet.Person{
			Name: e.Customer.Called(), Aside: joinedBy(" · ", e.Customer.Firm, e.Customer.Reference(app.ReferenceShop)),
			Number: s.voice.Phone(e.Number, s.plan.Country),
		}
		if p.Name == "" {
			p.Name = s.nameless()
		}
		if p.Name == e.Customer.Firm {
			p.Aside = e.Customer.Reference(app.ReferenceShop)
		}
		for _, reason := range e.Reasons {
			p.Why = append(p.Why, s.voice.Reason(reason, s.now, s.zone))
		}
		p.Facts = s.facts(e)
		people[i] = p
	}
	return people
}

// facts are what to know before the call.
func (s sheet) facts(e calllist.Entry) []string {
	var facts []string
	bought := e.Summary.Buying.Recent
	for _, b := range bought[:min(boughtOnSheet, len(bought))] {
		facts = append(facts, s.voice.Say("export.notes.purchase", app.Args{
			"Bought": s.voice.Bought(b), "Day": s.voice.Day(b.Day, app.DayOf(s.now)),
			"Money": s.voice.Money(app.Money{Minor: b.Total, Currency: b.Currency}),
		}))
	}
	if best := s.bestTime(e.Customer.BestTime); best != "" {
		facts = append(facts, s.voice.Say("export.sheet.best-time", app.Args{"When": best}))
	}
	if e.Customer.Notes != "" {
		facts = append(facts, e.Customer.Notes)
	}
	return facts
}

// bestTime says when to call: 09:00–12:00, not Saturday and Sunday.
func (s sheet) bestTime(b app.BestTime) string {
	hours := ""
	switch {
	case b.To != 0:
		hours = b.From.String() + "–" + b.To.String()
	case b.From != 0:
		hours = s.voice.Say("export.customer.from-hour", app.Args{"Hour": b.From.String()})
	}
	var days []string
	for n := range 7 {
		if day := time.Weekday((n + 1) % 7); b.Not.Has(day) {
			days = append(days, s.voice.Weekday(day))
		}
	}
	if len(days) == 0 {
		return hours
	}
	return joinedBy(", ", hours, s.voice.Say("export.customer.not-days", app.Args{"Days": s.voice.List(days)}))
}
