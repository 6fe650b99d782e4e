package today

import (
	"context"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/calling"
	"ringback.app/app/complaints"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/kept"
	"ringback.app/ui/widgets"
)

// askCallBack asks when to call again, as they wished.
func (p *Page) askCallBack() {
	q := question{
		name:        askedCallBack,
		title:       p.say.Say("today.ask.call-back", nil),
		label:       p.say.Say("today.ask.call-back.when", nil),
		placeholder: p.say.Say("today.ask.call-back.example", nil),
		saved:       p.say.Say("today.ask.save", nil),
		hint:        p.understood,
		hour:        true,
	}
	q.take = func(given answer) string {
		report := p.report(app.CallBack)
		if strings.TrimSpace(given.text) != "" {
			next, problem := p.readNext(given.text)
			if problem != "" {
				return problem
			}
			report.Next = next
		}
		p.log(report)
		return ""
	}
	for _, key := range []string{"today.soon.hour", "today.soon.hours", "today.soon.tomorrow", "today.soon.week"} {
		q.examples = append(q.examples, p.say.Say(key, nil))
	}
	p.startAsking(p.newAsk(q))
}

// askRefusal asks what they do not want to be called for.
func (p *Page) askRefusal() {
	purposes := []app.Purpose{app.PurposeAny, app.PurposeFollowUp, app.PurposeMarketing}
	q := question{
		name: askedRefusal, title: p.say.Say("today.ask.refusal", nil), began: answer{chosen: string(app.PurposeAny)},
		label: p.say.Say("today.ask.refusal.why", nil), saved: p.say.Say("today.ask.save", nil),
	}
	for _, purpose := range purposes {
		q.options = append(q.options, widgets.Option{Key: string(purpose), Text: p.say.Say("today.ask.refusal."+string(purpose), nil)})
	}
	q.take = func(given answer) string {
		report := p.report(app.DoNotRing)
		report.Refuses, report.Notes = app.Purpose(given.chosen), strings.TrimSpace(given.text)
		p.log(report)
		return ""
	}
	p.startAsking(p.newAsk(q))
}

// askAnyway asks why somebody is called though a guard speaks against it, and
// then does what was to be done.
func (p *Page) askAnyway(then func()) {
	customer := p.card.Customer.ID
	q := question{
		name: askedAnyway, title: p.say.Say("today.ask.anyway", nil), label: p.say.Say("today.ask.anyway.why", nil),
		placeholder: p.say.Say("today.ask.anyway.example", nil), saved: p.say.Say("today.anyway", nil),
	}
	q.take = func(given answer) string {
		text := strings.TrimSpace(given.text)
		if text == "" {
			return p.say.Say("today.ask.anyway.missing", nil)
		}
		p.anyway[customer] = text
		p.stopAsking()
		p.draw(p.card)
		if then != nil {
			then()
		}
		return ""
	}
	p.startAsking(p.newAsk(q))
}

// askRemedy asks what put a complaint right, what that cost, and which promises were
// kept by it. What was decided before is there already.
func (p *Page) askRemedy(complaint app.ID) {
	plan := p.card.Plan
	about, _ := complaintOn(p.card.Card, complaint)
	currency, before := plan.Currency, complaints.Ask(about, plan)
	q := question{
		name: askedRemedy, complaint: complaint, title: p.say.Say("today.ask.remedy", nil),
		began: answer{chosen: string(before.Kind), text: before.Note, second: before.Cost},
		label: p.say.Say("today.ask.remedy.note", nil), saved: p.say.Say("today.owed.fix", nil),
		second: p.say.Say("today.ask.remedy.cost", app.Args{"Currency": currency}),
		secondHint: func(text string) string {
			cost, _ := before.Money(text)
			return p.say.DecidedIn(cost, plan)
		},
	}
	for _, kind := range complaints.RemedyKinds() {
		q.options = append(q.options, widgets.Option{Key: string(kind), Text: p.say.Remedy(kind)})
	}
	var a *ask
	q.boxes = kept.New(about, p.say, p.Clock().In(p.zone()), func() { a.touched() })
	q.take = func(given answer) string {
		if given.chosen == "" {
			a.unclear.SetProblem(p.say.Say("complaints.ask.kind.missing", nil))
			p.focus(a.choice)
			return ""
		}
		cost, ok := before.Money(given.second)
		if !ok || cost.Minor < 0 {
			a.second.SetProblem(p.say.Say("today.ask.remedy.cost.unreadable", app.Args{"Currency": currency, "Example": amounts.Example(12, currency)}))
			p.focus(a.typed)
			return ""
		}
		done := q.boxes.Kept()
		p.stopAsking()
		p.putRight(complaint, done, &app.Remedy{Kind: app.RemedyKind(given.chosen), Note: strings.TrimSpace(given.text), Cost: cost})
		return ""
	}
	a = p.newAsk(q)
	p.startAsking(a)
}

// putRight puts on record what put a complaint right and which promises that kept, or
// asks the owner where it costs more than whoever sits here may give.
func (p *Page) putRight(complaint app.ID, done []int, remedy *app.Remedy) {
	customer, by := p.card.Customer.ID, p.by()
	var given complaints.Given
	p.apply(func() string {
		p.onRecord(customer, complaint, askedRemedy)
		if given.Asked {
			return p.say.Say("today.toast.asked", app.Args{"Owner": p.agenda.plan.Owner})
		}
		return p.say.PutRight(given)
	}, func(ctx context.Context) (_ app.Applied, err error) {
		given, err = p.Complaints.PutRight(ctx, complaint, remedy, done, by)
		return given.Applied, err
	})
}

// keepPromise puts on record that we did what we said.
func (p *Page) keepPromise(complaint app.ID, promise int) {
	by := p.by()
	p.apply(func() string { return p.say.Say("today.toast.kept", nil) }, func(ctx context.Context) (app.Applied, error) {
		return p.Complaints.KeepPromise(ctx, complaint, promise, by)
	})
}

// apply does something about the person shown, off the UI goroutine, and offers
// to take it back.
func (p *Page) apply(said func() string, work func(context.Context) (app.Applied, error)) {
	customer := p.card.Customer.ID
	var applied app.Applied
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		applied, err = work(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.record(said(), applied.Batch, done{customer: customer})
		if p.mode == showsCard && p.chosen == customer {
			p.readCard()
		}
		p.reload()
	})
}

// readPromise reads by when something is promised of which the shop has known since
// then.
func (p *Page) readPromise(text string, card calling.Card, told time.Time) (m when.Moment, understood, problem string) {
	m, understood, problem = p.readMoment(text)
	if problem == "" {
		now := p.Clock()
		understood = p.say.PromisedFor(understood, complaints.EndOf(m, card.Plan), told, card.Plan, now)
	}
	return m, understood, problem
}
