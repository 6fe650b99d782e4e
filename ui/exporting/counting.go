package exporting

import (
	"context"
	"errors"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// order is what the form asks for.
type order struct {
	what   exporting.Subject
	filter exporting.Filter
	format exporting.Format
}

// recount counts what the form is about, off the UI goroutine.
func (p *Page) recount() {
	p.stopCounting()
	if !p.shown || p.writing != nil {
		return
	}
	p.form.which.SetProblem("")
	o, ok := p.form.order()
	if !ok {
		p.form.tell("", widgets.Muted)
		return
	}
	p.form.tell(p.say.Say("take.counting", nil), widgets.Muted)
	ctx, cancel := context.WithCancel(context.Background())
	p.counting = cancel
	mine, zone := p.asked, p.zone
	var plan app.Plan
	var count exporting.Count
	known := true
	execute.Then(p.Run, func(context.Context) (err error) {
		if plan, err = p.Book.Plan(ctx); err != nil {
			return err
		}
		if known = plan.Location().String() == zone.String(); known {
			count, err = p.countOf(ctx, o)
		}
		return err
	}, func(err error) {
		switch {
		case mine != p.asked:
		case !known: // the days of the form are those of another zone
			p.zone = plan.Location()
			p.recount()
		default:
			p.stopCounting()
			p.showCount(o.what, count, err)
		}
	})
}

func (p *Page) countOf(ctx context.Context, o order) (exporting.Count, error) {
	if o.what == notes {
		return p.notes.Count(ctx, o.filter)
	}
	n, err := p.records.Count(ctx, o.what, o.filter)
	return exporting.Count{Notes: n}, err
}

// stopCounting gives up the count that is under way; nothing is counted then.
func (p *Page) stopCounting() {
	p.asked++
	p.counted = false
	if p.counting != nil {
		p.counting()
		p.counting = nil
	}
}

func (p *Page) showCount(what exporting.Subject, count exporting.Count, err error) {
	say, problem := p.say, (*app.Error)(nil)
	switch {
	case errors.As(err, &problem) && problem.Key == "error.export.period":
		p.form.tell("", widgets.Muted)
		p.form.which.SetProblem(say.Error(err))
	case err != nil && app.CodeOf(err) == app.CodeNotFound:
		p.form.tell("", widgets.Muted)
		p.form.whom.gone()
	case err != nil:
		p.form.tell(say.Error(err), widgets.Alarm)
		p.Window.Failed(err)
	case count.Notes == 0:
		p.counted, p.count = true, count
		p.form.tell(say.Say("take.none."+string(what), nil), widgets.Muted)
	default:
		p.counted, p.count = true, count
		p.form.tell(say.Count("take.count."+string(what), count.Notes, app.Args{
			"Number": say.Number(int64(count.Notes)),
			"People": say.Count("take.people", count.Customers, app.Args{"Number": say.Number(int64(count.Customers))}),
		}), widgets.Strong)
	}
}
