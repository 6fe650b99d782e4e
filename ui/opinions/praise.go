package opinions

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostPassed is how much of the praise that was passed on is shown, and mostRows
// how many lines a list of this page has that is not rolled up.
const (
	mostPassed = 30
	mostRows   = 100
)

// praise is where praise is passed on.
type praise struct {
	page  *Page
	root  *fyne.Container
	start fyne.Focusable
	asked execute.Asked
}

func newPraise(p *Page) *praise { return &praise{page: p, root: container.NewStack()} }

func (t *praise) content() fyne.CanvasObject { return t.root }
func (t *praise) first() fyne.Focusable      { return t.start }
func (t *praise) save()                      {}
func (t *praise) back() bool                 { return false }

func (t *praise) load() {
	p := t.page
	execute.Latest(p.Run, &t.asked, func(ctx context.Context) (opinions.PraiseList, error) {
		return p.Desk.Praise(ctx, mostPassed)
	}, func(err error) {
		p.Window.Failed(err)
		t.start = nil
		t.fill(p.unread(err))
	}, t.show)
}

func (t *praise) show(list opinions.PraiseList) {
	p, say := t.page, t.page.say
	had := t.start != nil && widgets.HasKeyboard(t.root)
	t.start = nil
	if len(list.Waiting)+len(list.Passed) == 0 {
		choice := widgets.NewBigChoice(theme.IconEdit, say.Say("opinions.praise.none.type", nil), say.Say("opinions.praise.none.type.more", nil), p.Type)
		t.start = choice
		t.fill(widgets.EmptyState(theme.IconThank, say.Say("opinions.praise.none", nil), say.Say("opinions.praise.none.more", nil), choice))
		return
	}
	body := widgets.Column(12)
	switch n := len(list.Waiting); {
	case n == 0:
		body.Add(good(say.Say("opinions.praise.all-told", nil)))
	default:
		body.Add(widgets.SectionTitle(say.Count("opinions.praise.waiting", n, app.Args{"Number": say.Number(int64(n))})))
	}
	for i, w := range list.Waiting {
		if i == mostRows {
			body.Add(widgets.NewParagraph(say.Count("opinions.more", len(list.Waiting)-mostRows, nil), widgets.Note))
			break
		}
		body.Add(t.waiting(w))
	}
	if len(list.Passed) > 0 {
		body.Add(widgets.Gap(0, 6))
		body.Add(widgets.SectionTitle(say.Say("opinions.praise.passed", nil)))
	}
	for _, passed := range list.Passed {
		day := say.Day(app.DayOf(passed.Passed.In(p.zone())), p.today())
		line := strings.Join([]string{say.Say("opinions.told", app.Args{"Staff": passed.Staff, "Day": day}), p.whoOf(passed.Told)}, separator)
		body.Add(widgets.Quote(p.oneLine(passed.Opinion), line))
	}
	head := widgets.Column(2, widgets.NewText(say.Say("opinions.praise.title", nil), widgets.Heading),
		widgets.NewParagraph(say.Count("opinions.praise.within", list.Within, nil), widgets.Note))
	t.fill(widgets.Sheet(head, body, nil))
	if had && p.shown && p.open == tab(t) && t.start != nil {
		p.Window.Focus(t.start) // the button that had the keyboard is gone
	}
}

// waiting is praise that nobody told of yet.
func (t *praise) waiting(w opinions.Praised) fyne.CanvasObject {
	p, say := t.page, t.page.say
	line := strings.Join([]string{p.whoOf(w.Told), say.Told(w.Opinion, p.today())}, separator)
	button := p.tellButton(w.Opinion.ID, w.Staff)
	if t.start == nil {
		t.start = button
	}
	row := widgets.Row(12, widgets.Grow(widgets.Quote(p.oneLine(w.Opinion), line)))
	if w.Overdue {
		late := int(p.today() - w.Due)
		row.Add(widgets.NewPill(say.Count("opinions.praise.late", late, nil), widgets.Late))
	}
	row.Add(button)
	return row
}

// oneLine is what was said, as far as it has room in a list.
func (p *Page) oneLine(o app.Opinion) string {
	if o.Verbatim == "" {
		return p.say.Told(o, p.today())
	}
	return p.shortened(o)
}

// tellButton notes that one of the staff was told of their praise.
func (p *Page) tellButton(opinion app.ID, staff string) *widgets.Button {
	return widgets.NewButton(widgets.Plain, p.say.Say("opinions.tell", app.Args{"Staff": staff}), func() {
		by := p.By()
		p.act(func(ctx context.Context) (app.ID, error) {
			applied, err := p.Desk.PassOn(ctx, opinion, staff, time.Time{}, by)
			return applied.Batch, err
		}, nil, func() string {
			p.open.load()
			return p.say.Say("opinions.tell.done", app.Args{"Staff": staff})
		})
	})
}

func (t *praise) fill(o fyne.CanvasObject) {
	t.root.Objects = []fyne.CanvasObject{o}
	t.root.Refresh()
}
