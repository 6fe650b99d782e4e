// Package exporting is the page that writes call notes into a file: it asks
// which calls and how, and says how many they are before anything is written.
package exporting

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Page is the Export page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say      *wording.Voice
	exporter *exporting.Exporter
	root     *fyne.Container
	form     *form
	zone     *time.Location // the shop's, as far as it is known

	shown  bool
	preset app.ID // the customer whose page led here

	asked    int                // counts the counts; the answer to an earlier one is dropped
	counting context.CancelFunc // stops a count; nil: none is under way
	count    exporting.Count
	counted  bool // count is that of the form as it stands

	writing *writing // nil: no file is being written
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{
		Services: services, say: say, root: container.NewStack(),
		exporter: exporting.New(services.Book, say, services.Clock), zone: services.Clock().Location(),
	}
	p.form = newForm(p)
	p.fill(p.form.content)
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	if p.writing != nil {
		return
	}
	p.Window.Focus(p.form.period)
	p.recount()
}

// Hidden tells the page that it is not seen any more. A file that is being
// written goes on. The customer whose page led here is forgotten, so that the
// next export is not about them by mistake.
func (p *Page) Hidden() {
	p.shown = false
	if !p.preset.IsZero() {
		p.preset = app.ID{}
		p.form.whom.take(app.ID{})
	}
	p.stopCounting()
}

// ExportFor presets the customer whose calls go out, all of them.
func (p *Page) ExportFor(customer app.ID) {
	p.preset = customer
	p.form.period.SetChosen(periodAll)
	p.form.periodChosen()
	for _, check := range p.form.outcomes {
		check.SetChecked(false)
	}
	p.form.whom.take(customer)
}

// Changed tells the page that the book changed.
func (p *Page) Changed(app.Changed) { p.recount() }

// Save does what Ctrl+Enter does here: it asks for the place and writes the
// file.
func (p *Page) Save() {
	if p.writing != nil || !p.form.check() {
		return
	}
	if p.counted && p.count.Notes == 0 {
		p.form.tell("take.none", widgets.Alarm)
		return
	}
	filter, _ := p.form.filter()
	format := exporting.Format(p.form.format.Chosen())
	p.OnSave(p.exporter.Suggest(filter, p.form.whom.customer, format), func(path string) {
		if path != "" && p.writing == nil {
			p.write(path, filter, format)
		}
	})
}

// Back does what Escape does here: it stops what is under way, or goes back to
// the customer whose page led here.
func (p *Page) Back() {
	switch {
	case p.writing != nil:
		p.writing.stop()
	case !p.preset.IsZero() && p.OnCustomer != nil:
		p.OnCustomer(p.preset)
	}
}

// patience is how long Close waits for a file that is being given up.
const patience = 2 * time.Second

// Close stops what is under way before the window goes, and waits until what
// was written of a file is gone.
func (p *Page) Close(ctx context.Context) error {
	p.stopCounting()
	if p.writing == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	p.writing.stop()
	select {
	case <-p.writing.ended:
	case <-ctx.Done():
	}
	return nil
}

// recount counts the calls that the form is about, off the UI goroutine.
func (p *Page) recount() {
	p.stopCounting()
	if !p.shown || p.writing != nil {
		return
	}
	p.form.which.SetProblem("")
	filter, ok := p.form.filter()
	if !ok {
		p.form.tell("", widgets.Muted)
		return
	}
	p.form.tell("take.counting", widgets.Muted)
	ctx, cancel := context.WithCancel(context.Background())
	p.counting = cancel
	mine, zone := p.asked, p.zone
	p.Run.Go(func() {
		plan, err := p.Book.Plan(ctx)
		known := err != nil || plan.Location().String() == zone.String()
		var count exporting.Count
		if err == nil && known {
			count, err = p.exporter.Count(ctx, filter)
		}
		p.Run.UI(func() {
			switch {
			case mine != p.asked:
			case !known: // the days of the form are those of another zone
				p.zone = plan.Location()
				p.recount()
			default:
				p.stopCounting()
				p.showCount(count, err)
			}
		})
	})
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

func (p *Page) showCount(count exporting.Count, err error) {
	say, problem := p.say, (*app.Error)(nil)
	switch {
	case errors.As(err, &problem) && problem.Key == "error.export.period":
		p.form.tell("", widgets.Muted)
		p.form.which.SetProblem(say.Error(err))
	case err != nil && app.CodeOf(err) == app.CodeNotFound:
		p.form.tell("", widgets.Muted)
		p.form.whom.gone()
	case err != nil:
		p.form.tell("", widgets.Muted)
		p.Window.Failed(err)
	case count.Notes == 0:
		p.counted, p.count = true, count
		p.form.tell("take.none", widgets.Muted)
	default:
		p.counted, p.count = true, count
		p.form.sayCount(say.Say("take.count", app.Args{
			"Calls":  say.Count("take.calls", count.Notes, app.Args{"Number": say.Number(int64(count.Notes))}),
			"People": say.Count("take.people", count.Customers, app.Args{"Number": say.Number(int64(count.Customers))}),
		}), widgets.Strong)
	}
}

// refresh lays the form out anew, since a part of it has come or gone.
func (p *Page) refresh() { p.root.Refresh() }

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorSurface, o)}
	p.root.Refresh()
}
