// Package tuning shows, beside the rules of the call list while somebody changes
// them, whom the list would have named in the last month.
package tuning

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// Rules tries other rules on the last month. *loyalty.Desk is one.
type Rules interface {
	Preview(ctx context.Context, changed app.Plan, progress func(part float64)) (loyalty.Preview, error)
}

// Services are what the panel works with.
type Services struct {
	Rules Rules
	Run   execute.Executor
	After widgets.After // how it waits; widgets.RealAfter outside tests
	// OnSize is told that the panel needs other room; nil: nobody wants to know.
	OnSize func()
}

// tryAfter is for how long nobody must type before the rules are tried.
const tryAfter = 400 * time.Millisecond

// Panel says what came of trying, and until something is tried what it is for.
// All of its methods are called on the UI goroutine.
type Panel struct {
	Services
	say     *wording.Voice
	content *fyne.Container
	lines   *fyne.Container
	bar     *widgets.ProgressLine

	tried int                // counts tries; only the last is shown
	stop  func()             // takes back what is waited for, or ends what is under way
	ends  context.CancelFunc // of what is under way
}

// New returns a panel that has tried nothing yet.
func New(services Services, say *wording.Voice) *Panel {
	p := &Panel{Services: services, say: say, bar: widgets.NewProgressLine(), lines: widgets.Column(4)}
	p.content = widgets.Panel(widgets.Column(8, p.lines, p.bar))
	p.bar.Hide()
	p.lines.Objects = p.hint()
	return p
}

// Content returns what the panel shows.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// Try tries the rules of a plan as soon as nobody types any more. The plan is
// asked for off the UI goroutine; one that cannot be taken yet is not tried.
func (p *Panel) Try(plan func(ctx context.Context) (app.Plan, error)) {
	p.Stop()
	p.tried++
	mine := p.tried
	p.stop = p.After(tryAfter, func() {
		p.stop = nil
		if mine == p.tried {
			p.start(mine, plan)
		}
	})
}

// Stop ends what is being tried.
func (p *Panel) Stop() {
	p.tried++
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	if p.ends != nil {
		p.ends()
		p.ends = nil
	}
}

// Clear says nothing any more: the rules are as the book has them.
func (p *Panel) Clear() {
	p.Stop()
	p.bar.Hide()
	p.show(p.hint())
}

// hint says what the panel is for.
func (p *Panel) hint() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewParagraph(p.say.Say("tuning.hint", app.Args{"Days": loyalty.PreviewDays}), widgets.Note)}
}

func (p *Panel) start(mine int, plan func(ctx context.Context) (app.Plan, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p.ends = cancel
	p.bar.SetPart(0)
	p.bar.Show()
	p.show([]fyne.CanvasObject{widgets.NewParagraph(p.say.Say("tuning.trying", nil), widgets.Note)})
	progress := func(part float64) {
		p.Run.UI(func() {
			if mine == p.tried {
				p.bar.SetPart(part)
			}
		})
	}
	var preview loyalty.Preview
	execute.Then(p.Run, func(context.Context) error {
		defer cancel()
		changed, err := plan(ctx)
		if err == nil {
			preview, err = p.Rules.Preview(ctx, changed, progress)
		}
		return err
	}, func(err error) {
		if mine != p.tried {
			return
		}
		p.bar.Hide()
		p.show(p.told(preview, err))
		widgets.BringIntoSight(p.content)
	})
}

// told says what came of it, or why rules that cannot be taken as they are typed
// were not tried.
func (p *Panel) told(preview loyalty.Preview, err error) []fyne.CanvasObject {
	var typed app.FieldErrors
	switch {
	case errors.As(err, &typed):
		return p.cannot(err)
	case err != nil:
		return []fyne.CanvasObject{widgets.NewParagraph(p.say.Error(err), widgets.Alarm)}
	}
	say := p.say
	line := func(text string, style widgets.Style) fyne.CanvasObject { return widgets.NewParagraph(text, style) }
	number := func(n int) string { return say.Number(int64(n)) }
	about := line(say.Say("tuning.about", app.Args{"Days": loyalty.PreviewDays}), widgets.Small)
	if preview.Same() {
		return []fyne.CanvasObject{line(say.Count("tuning.same", preview.After, app.Args{"Number": number(preview.After)}), widgets.Strong), about}
	}
	lines := []fyne.CanvasObject{line(say.Count("tuning.instead", preview.After, app.Args{
		"Number": number(preview.After), "Before": number(preview.Before),
	}), widgets.Strong)}
	if len(preview.Added) > 0 {
		lines = append(lines, line(say.Say("tuning.added", app.Args{"Names": p.names(preview.Added, preview.MoreAdded)}), widgets.Body))
	}
	if len(preview.Gone) > 0 {
		lines = append(lines, line(say.Say("tuning.gone", app.Args{"Names": p.names(preview.Gone, preview.MoreGone)}), widgets.Body))
	}
	var kinds []string
	for _, k := range preview.Kinds {
		key := "tuning.kind.as-before"
		if k.Before != k.After {
			key = "tuning.kind.was"
		}
		kinds = append(kinds, say.Say(key, app.Args{"Kind": say.Kind(k.Kind), "Number": number(k.After), "Before": number(k.Before)}))
	}
	return append(lines, line(strings.Join(kinds, " · "), widgets.Note), about)
}

// cannot says what is wrong with the rules as they are typed.
func (p *Panel) cannot(err error) []fyne.CanvasObject {
	lines := []fyne.CanvasObject{widgets.NewParagraph(p.say.Say("tuning.cannot", nil), widgets.Strong)}
	problems := p.say.Fields(err)
	for _, field := range slices.Sorted(maps.Keys(problems)) {
		lines = append(lines, widgets.NewParagraph(problems[field], widgets.Body))
	}
	return lines
}

// names lists people, and how many more there are.
func (p *Panel) names(people []loyalty.Person, more int) string {
	var names []string
	for _, one := range people {
		names = append(names, p.say.Called(one.Customer))
	}
	if more > 0 {
		names = append(names, p.say.Count("tuning.others", more, app.Args{"Number": p.say.Number(int64(more))}))
	}
	return p.say.List(names)
}

func (p *Panel) show(lines []fyne.CanvasObject) {
	p.lines.Objects = lines
	p.content.Refresh()
	if p.OnSize != nil {
		p.OnSize()
	}
}
