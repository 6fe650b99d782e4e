package today

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// bottomOf draws what stands at the foot of a card: the dispositions on their
// keys, or the question that is asked instead.
func (p *Page) bottomOf(c *card) fyne.CanvasObject {
	column := widgets.Column(14, widgets.Line())
	if p.asking != nil {
		column.Add(p.asking.content)
		return column
	}
	keys := widgets.ButtonRow()
	for i, d := range app.Dispositions() {
		rank := widgets.Plain
		if d == app.Talked {
			rank = widgets.Primary
		}
		button := widgets.NewButton(rank, p.say.Say("today.outcome."+string(d), nil), func() { p.dispose(d) })
		keys.Add(button.WithKey(strconv.Itoa(i + 1)))
	}
	column.Add(keys)
	return column
}

// dispose takes what came of the call to the person shown. Talked opens the
// note, two others ask a question, the rest are on record at once.
func (p *Page) dispose(d app.Disposition) {
	if p.mode != showsCard || p.onItsWay() {
		return
	}
	if _, asked := p.anyway[p.chosen]; p.card.Because != nil && !asked {
		p.askAnyway(func() { p.dispose(d) })
		return
	}
	switch d {
	case app.Talked:
		p.openNote()
	case app.CallBack:
		p.askCallBack()
	case app.DoNotRing:
		p.askRefusal()
	default:
		p.log(p.report(d))
	}
}

// callLasts is how long after dialling an outcome still belongs to that call.
const callLasts = 2 * time.Hour

// report begins the report of a call to the person shown.
func (p *Page) report(d app.Disposition) calling.Report {
	c := p.card
	return calling.Report{
		Customer: c.Customer.ID, Start: p.began(c.Customer.ID), End: p.Clock(), By: p.by(),
		Number: c.number.Dialled(), Disposition: d, Anyway: p.anyway[c.Customer.ID], Case: caseOf(c.Card, p.about),
	}
}

// began returns when the call to that customer began: when their number was
// dialled, if it was a while ago, else now.
func (p *Page) began(customer app.ID) time.Time {
	now := p.Clock()
	if d := p.dialled; d.customer == customer && !d.at.After(now) && now.Sub(d.at) < callLasts {
		return d.at
	}
	return now
}

// dialledSince tells whether they are being called once more since that time.
func (p *Page) dialledSince(customer app.ID, then time.Time) bool {
	d := p.dialled
	return d.customer == customer && d.at.After(then) && p.began(customer).Equal(d.at)
}

// log puts a call on record that needs no note, and goes on to the next person. A
// note that was begun all the same goes with it, and comes back with it.
func (p *Page) log(r calling.Report) {
	card, drafted := p.card.Card, p.card.drafted
	var logged calling.Logged
	var written *calling.Draft
	p.busy = true
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if drafted {
			if d, ok, readErr := p.Desk.Draft(ctx, r.Customer); ok && readErr == nil {
				written = &d
			}
		}
		logged, err = p.Desk.Log(ctx, r)
		return err
	}, func(err error) {
		p.busy = false
		if err != nil {
			p.ahead = nil
			if p.asking != nil {
				p.focus(p.asking.entry)
			}
			p.Window.Failed(err)
			return
		}
		r.Next = logged.Next // as it was planned
		said := p.toast(r, card)
		if others := p.say.AlsoRefused(logged.Refused); others != "" {
			said += " " + others
		}
		p.logged(r, said, logged, written)
	})
}

// logged says what was put on record, offers to take it back, and goes on.
func (p *Page) logged(r calling.Report, said string, l calling.Logged, written *calling.Draft) {
	p.dialled = dialled{}
	why := p.anyway[r.Customer]
	delete(p.anyway, r.Customer)
	given := p.onRecord(r.Customer, app.ID{}, aboutCalls()...)
	p.record(said, l.Batch, done{customer: r.Customer, anyway: why, written: written, answers: given})
	p.focus(nil)
	if p.chosen == r.Customer {
		p.next(r.Customer)
		return
	}
	p.reload()
	p.arrived()
}

// toast says what was put on record of a call to whom that card is of. What went
// wrong is not left in peace: who declines is called about it all the same.
func (p *Page) toast(r calling.Report, card calling.Card) string {
	key := "today.toast." + string(r.Disposition)
	switch {
	case r.Refuses != "":
		key += "." + string(r.Refuses)
	case r.Disposition == app.Declined && len(card.Complaints) > 0:
		key += ".wrong"
	}
	return p.say.Say(key, app.Args{"Name": p.say.Called(card.Customer), "When": p.nextWhen(r.Next, card)})
}

// begins tells whether a complaint was begun with the call beside those that were
// open.
func begins(l calling.Logged, open []app.Complaint) bool {
	return !l.Else.IsZero() || !l.Complaint.IsZero() &&
		!slices.ContainsFunc(open, func(c app.Complaint) bool { return c.ID == l.Complaint })
}

// follows says what follows where the customer said in the call that a fix did not
// work: it is open again, who sees to it, and by when.
func (p *Page) follows(r calling.Report, card calling.Card, complaint app.ID) string {
	now := p.Clock().In(p.zone())
	args := app.Args{"Name": p.say.Called(card.Customer), "Owner": ""}
	i := slices.IndexFunc(card.Complaints, func(c app.Complaint) bool { return c.ID == complaint })
	if i < 0 {
		return p.toast(r, card)
	}
	if c := card.Complaints[i]; c.ForOwner || card.OwnerMust() || r.Complaint != nil && r.Complaint.Serious {
		args["Owner"] = cmp.Or(card.Plan.Owner, p.say.Say("today.toast.not-right.owner", nil))
	}
	key := "today.toast.not-right"
	by := targets.Of(card.Plan, hours.Of(card.Plan, p.zone())).FixBy(r.Start)
	if r.Complaint != nil && !r.Complaint.By.IsZero() {
		by, key = r.Complaint.By, "today.toast.not-right.promised"
	}
	args["By"] = p.say.By(by, now)
	return p.say.Say(key, args)
}

func (p *Page) nextWhen(next *app.NextStep, card calling.Card) string {
	if next == nil {
		return ""
	}
	there := cmp.Or(card.There, p.zone())
	return p.say.NextCall(*next, there, p.Clock().In(p.zone()))
}
