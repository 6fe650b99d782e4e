package review

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// mostPraise is how much praise is shown at a time; the page of what they said
// has all of it.
const mostPraise = 6

// newPraise is the praise that waits to be passed on, nil if there is none.
func (p *Page) newPraise(list opinions.PraiseList) fyne.CanvasObject {
	if len(list.Waiting) == 0 {
		return nil
	}
	column := widgets.Column(10, widgets.NewText(p.say.Say("review.praise", nil), widgets.Strong))
	for _, one := range list.Waiting[:min(mostPraise, len(list.Waiting))] {
		words := p.say.Quoted(one.Opinion.Verbatim)
		if words == "" {
			words = p.say.Say("told.praised", app.Args{"Staff": one.Staff})
		}
		text := widgets.Column(2, widgets.NewParagraph(words, widgets.Body).AtMost(3))
		if one.Overdue {
			text.Add(widgets.Row(0, widgets.NewPill(p.say.Count("review.praise.late", int(p.today()-one.Due), nil), widgets.Late)))
		}
		told := widgets.NewButton(widgets.Plain, p.say.Say("review.praise.told", app.Args{"Staff": one.Staff}), func() { p.passOn(one) })
		column.Add(widgets.TopRow(12, widgets.Grow(text), told))
	}
	if more := len(list.Waiting) - mostPraise; more > 0 {
		if p.OnPraise == nil {
			column.Add(widgets.NewParagraph(p.say.Count("review.praise.more", more, nil), widgets.Note))
		} else {
			column.Add(widgets.Row(0, widgets.NewButton(widgets.Quiet, p.say.Count("review.praise.more", more, nil), p.OnPraise)))
		}
	}
	return widgets.Panel(column)
}

func (p *Page) today() app.Day { return app.DayOf(p.Clock().In(p.plan.Location())) }

// passOn notes that the praise was passed on; the event that follows takes it
// off the page.
func (p *Page) passOn(praise opinions.Praised) {
	by := p.By()
	var done app.Applied
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		done, err = p.Praise.PassOn(ctx, praise.Opinion.ID, praise.Staff, time.Time{}, by)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.Window.Toast(p.say.Say("review.praise.done", app.Args{"Staff": praise.Staff}), func() { p.undo(done.Batch) })
		p.Window.Focus(nil) // the button is about to go
	})
}

func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}
