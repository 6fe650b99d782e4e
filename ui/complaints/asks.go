package complaints

import (
	"context"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/complaints"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/ui/kept"
	"ringback.app/ui/widgets"
)

// askPromise asks what we promise, and by when.
func (p *Page) askPromise() {
	file := *p.file
	p.start(question{
		name: "promise",
		lines: []line{
			{name: complaints.FieldWhat, placeholder: p.say.Say("complaints.ask.promise.what.example", nil)},
			{name: complaints.FieldBy, placeholder: p.say.Say("complaints.ask.promise.by.example", nil), hint: p.understood},
		},
		take: func(a answer) (work, map[string]string) {
			var until time.Time
			if text := a.texts[complaints.FieldBy]; text != "" {
				m, err := when.Parse(text, p.reading())
				if err != nil {
					return nil, map[string]string{complaints.FieldBy: p.say.Error(err)}
				}
				until = complaints.EndOf(m, file.Plan)
			}
			by := p.by()
			return p.done("promised", func(ctx context.Context) (app.Applied, error) {
				return p.Desk.Promise(ctx, file.Complaint.ID, a.texts[complaints.FieldWhat], until, by)
			}), nil
		},
	})
}

// reading is how days and hours are read that somebody types here.
func (p *Page) reading() when.Options {
	return when.Options{Clock: p.Clock, Zone: p.zone(), Words: p.Words, Order: p.Order, Lean: when.OnlyAhead}
}

func (p *Page) zone() *time.Location { return p.file.Plan.Location() }

// understood says how a day and hour that is being typed is read; "" while it
// cannot be.
func (p *Page) understood(text string) string {
	if p.file == nil || text == "" {
		return ""
	}
	m, err := when.Parse(text, p.reading())
	if err != nil {
		return ""
	}
	by, now := complaints.EndOf(m, p.file.Plan), p.Clock().In(p.zone())
	return p.say.PromisedFor(p.say.Moment(by, now), by, p.file.Complaint.LastTold(), p.file.Plan, now)
}

// askPutRight asks what put it right, what that cost, and which promises were kept
// by it.
func (p *Page) askPutRight() {
	c := p.file.Complaint
	boxes := kept.New(c, p.say, p.Clock().In(p.zone()), p.typed)
	p.askRemedy("put-right", boxes, func(r *app.Remedy) work {
		by, done := p.by(), boxes.Kept()
		return p.given(p.say.PutRight, func(ctx context.Context) (complaints.Given, error) { return p.Desk.PutRight(ctx, c.ID, r, done, by) })
	})
}

// askGive asks what is going to put it right.
func (p *Page) askGive() {
	id := p.file.Complaint.ID
	p.askRemedy("give", nil, func(r *app.Remedy) work {
		by := p.by()
		decided := func(complaints.Given) string { return p.say.Say("complaints.done.given", nil) }
		return p.given(decided, func(ctx context.Context) (complaints.Given, error) { return p.Desk.Give(ctx, id, *r, by) })
	})
}

// askRemedy asks for a remedy: its kind, what is done, and what it costs. What
// was decided before is there already. Boxes name the promises that count as kept
// with it; nil: none does.
func (p *Page) askRemedy(name string, boxes *kept.Boxes, give func(*app.Remedy) work) {
	plan, before := p.file.Plan, complaints.Ask(p.file.Complaint, p.file.Plan)
	q := question{
		name: name, args: app.Args{"Currency": plan.Currency}, chosen: string(before.Kind), boxes: boxes,
		lines: []line{
			{name: "note", text: before.Note},
			{name: complaints.FieldCost, text: before.Cost, hint: p.costHint},
		},
	}
	for _, kind := range complaints.RemedyKinds() {
		q.options = append(q.options, widgets.Option{Key: string(kind), Text: p.say.Remedy(kind)})
	}
	q.take = func(a answer) (work, map[string]string) {
		if a.chosen == "" {
			return nil, map[string]string{complaints.FieldRemedy: p.say.Say("complaints.ask.kind.missing", nil)}
		}
		cost, ok := before.Money(a.texts[complaints.FieldCost])
		if !ok {
			problem := p.say.Say("complaints.ask.cost.unreadable", app.Args{"Currency": plan.Currency, "Example": amounts.Example(12, plan.Currency)})
			return nil, map[string]string{complaints.FieldCost: problem}
		}
		return give(&app.Remedy{Kind: app.RemedyKind(a.chosen), Note: a.texts["note"], Cost: cost}), nil
	}
	p.start(q)
}

// costHint says, of a cost that is being typed, in which currency it is where
// that is not the shop's, and that the owner will be asked.
func (p *Page) costHint(text string) string {
	if p.file == nil {
		return ""
	}
	cost, ok := complaints.Ask(p.file.Complaint, p.file.Plan).Money(text)
	if !ok {
		return ""
	}
	return strings.TrimSpace(p.say.DecidedIn(cost, p.file.Plan) + " " + p.withinLimit(cost))
}

// withinLimit says, of a cost, that the owner will be asked.
func (p *Page) withinLimit(cost app.Money) string {
	plan, before := p.file.Plan, p.file.Complaint.Remedy
	foreign := cost.Currency != plan.Currency // never known to be within the limit
	switch {
	case p.ownerHere() || cost.Minor == 0 || !foreign && cost.Minor <= plan.StaffRemedy:
		return ""
	case before != nil && !before.Allowed.IsZero() && before.Cost.Currency == cost.Currency && cost.Minor <= before.Cost.Minor:
		return "" // the owner has allowed that much
	case plan.StaffRemedy > 0 && !foreign:
		limit := p.say.Money(app.Money{Minor: plan.StaffRemedy, Currency: plan.Currency})
		return p.say.Say("complaints.ask.cost.above", app.Args{"Limit": limit})
	}
	return p.say.Say("complaints.ask.cost.any", nil)
}

// askClose asks why it is closed without a call.
func (p *Page) askClose() {
	id := p.file.Complaint.ID
	var promised []string
	for _, one := range p.file.Complaint.Promises {
		if one.Kept.IsZero() {
			promised = append(promised, p.say.Quoted(one.What))
		}
	}
	args := app.Args{"Promised": p.say.List(promised)}
	p.start(p.why("close", "closed", args, func(ctx context.Context, a answer, by string) (app.Applied, error) {
		return p.Desk.Close(ctx, id, a.texts[complaints.FieldWhy], by)
	}))
}

// askReopen asks what the customer says is not put right, and how they said it.
func (p *Page) askReopen() {
	id := p.file.Complaint.ID
	q := p.why("reopen", "reopened", nil, func(ctx context.Context, a answer, by string) (app.Applied, error) {
		return p.Desk.Reopen(ctx, id, a.texts[complaints.FieldWhy], app.Source(a.chosen), by)
	})
	for _, from := range opinions.Sources() {
		q.options = append(q.options, widgets.Option{Key: string(from), Text: p.say.Say("opinions.source."+string(from), nil)})
	}
	q.chosen = string(app.FromCall)
	p.start(q)
}

// askRefuse asks why a remedy is not allowed.
func (p *Page) askRefuse() {
	id := p.file.Complaint.ID
	p.start(p.why("refuse", "refused", nil, func(ctx context.Context, a answer, by string) (app.Applied, error) {
		return p.Desk.Refuse(ctx, id, a.texts[complaints.FieldWhy], by)
	}))
}

// why is the question for one line of why. By is who sits at the desk when it is
// saved: it may be somebody else than when it was asked.
func (p *Page) why(name, done string, args app.Args, apply func(ctx context.Context, a answer, by string) (app.Applied, error)) question {
	return question{
		name: name, args: args,
		lines: []line{{name: complaints.FieldWhy, placeholder: p.say.Say("complaints.ask."+name+".why.example", nil), wide: true}},
		take: func(a answer) (work, map[string]string) {
			by := p.by()
			return p.done(done, func(ctx context.Context) (app.Applied, error) { return apply(ctx, a, by) }), nil
		},
	}
}
