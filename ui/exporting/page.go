// Package exporting is the page that writes what the shop knows into a file: it
// asks what, how and of which days and customers, and says how much that is
// before anything is written.
package exporting

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// listWidth is how wide the list of what can be exported is at first.
const listWidth = 312

// Page is the Export page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say     *wording.Voice
	notes   *exporting.Exporter
	records *exporting.Records
	root    *fyne.Container
	zone    *time.Location // the shop's, as far as it is known

	sides *widgets.Split
	list  *widgets.People // what can be exported
	right *fyne.Container // holds the form
	form  *form

	shown  bool
	used   bool   // the form may not be as it was at first
	preset app.ID // the customer whose page led here

	asked    int                // counts the counts; the answer to an earlier one is dropped
	counting context.CancelFunc // stops a count; nil: none is under way
	count    exporting.Count
	counted  bool // count is that of the form as it stands

	naming  execute.Asked // for the name of a file
	writing *writing      // nil: no file is being written
}

// New returns the page. Nothing is read before it is shown.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{
		Services: services, say: say, root: container.NewStack(), right: container.NewStack(),
		notes:   exporting.New(services.Book, say, services.Clock),
		records: exporting.NewRecords(services.Book, say, services.Clock),
		zone:    services.Clock().Location(),
	}
	p.list = widgets.NewPeople(func(key string) { p.choose(exporting.Subject(key)) }, func(string) { p.goToForm() })
	var lines []widgets.Person
	for _, s := range subjects() {
		lines = append(lines, widgets.Person{
			Key: string(s.key), Icon: s.icon,
			Name: say.Say("take.what."+string(s.key), nil), Line: say.Say("take.for."+string(s.key), nil),
		})
	}
	p.list.SetGroups([]widgets.Group{{People: lines}})
	left := widgets.Column(0,
		widgets.Inset(widgets.NewText(say.Say("take.title", nil), widgets.Heading), 16, 20, 12, 20), widgets.Grow(p.list))
	p.sides = widgets.NewSplit(widgets.On(theme.ColorPage, left), widgets.On(theme.ColorSurface, p.right), listWidth, nil)
	p.sides.Fold(widgets.On(theme.ColorSurface, widgets.Inset(widgets.Row(0,
		widgets.NewButton(widgets.Quiet, say.Say("take.title", nil), p.goToList).WithIcon(theme.IconBack)), 6, 8, 0, 8)))
	p.begin()
	return p
}

// begin shows the page as it is at first.
func (p *Page) begin() {
	p.form, p.used = newForm(p), false
	p.right.Objects = []fyne.CanvasObject{p.form.content}
	p.list.Choose(string(p.form.what.key))
	p.sides.ShowLeft(true)
	p.fill(p.sides)
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen. Whoever comes back finds it as it was at
// first, so that no choice of last week's spoils an export of today.
func (p *Page) Shown() {
	p.shown = true
	if p.writing != nil {
		return
	}
	if p.used {
		p.begin()
	}
	p.list.Choose(string(p.form.what.key)) // in sight, now that the list has its height
	p.Window.Focus(p.list)
	p.recount()
}

// Hidden tells the page that it is not seen any more. A file that is being
// written goes on. The customer whose page led here is forgotten, so that the
// next export is not about them by mistake.
func (p *Page) Hidden() {
	p.shown, p.used, p.preset = false, true, app.ID{}
	p.stopCounting()
}

// ExportFor presets the customer whose calls go out, all of them.
func (p *Page) ExportFor(customer app.ID) {
	if p.writing != nil {
		return
	}
	p.begin()
	p.preset = customer
	p.list.Choose(string(notes))
	p.form.set(subjectOf(notes))
	p.sides.ShowLeft(false)
	p.form.whom.take(customer)
}

// Changed tells the page that the book changed.
func (p *Page) Changed(app.Changed) { p.recount() }

// choose shows what there is to say about a subject.
func (p *Page) choose(key exporting.Subject) {
	p.form.set(subjectOf(key))
	if p.sides.Folded() {
		p.sides.ShowLeft(false)
	}
	p.touched()
}

// goToForm goes on from the list to what is asked about the subject.
func (p *Page) goToForm() {
	p.sides.ShowLeft(false)
	p.Window.Focus(p.form.first())
}

// goToList goes back to the list, where there is room for one side only.
func (p *Page) goToList() {
	p.sides.ShowLeft(true)
	p.Window.Focus(p.list)
}

// touched follows a change of what is asked for.
func (p *Page) touched() {
	p.form.said(nil)
	p.recount()
}

// Save does what Ctrl+Enter does here: it asks for the place and writes the
// file.
func (p *Page) Save() {
	if p.writing != nil || !p.form.check() {
		return
	}
	o, _ := p.form.order()
	if p.counted && p.count.Notes == 0 {
		p.form.tell(p.say.Say("take.none."+string(o.what), nil), widgets.Alarm)
		return
	}
	if o.what == notes {
		p.place(p.notes.Suggest(o.filter, p.form.whom.customer, o.format), o)
		return
	}
	execute.Latest(p.Run, &p.naming, func(ctx context.Context) (string, error) {
		return p.records.Suggest(ctx, o.what, o.format)
	}, p.Window.Failed, func(name string) { p.place(name, o) })
}

// place asks for the place of the file, proposes that name, and writes it.
func (p *Page) place(name string, o order) {
	p.OnSave(name, func(path string) {
		if path == "" || p.writing != nil {
			return
		}
		if err := exporting.CheckEnding(path, o.format); err != nil {
			p.form.fail(p.say.Error(err))
			return
		}
		p.write(path, o)
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

// Stop stops what is under way before the window goes, and waits until what
// was written of a file is gone.
func (p *Page) Stop(ctx context.Context) {
	p.stopCounting()
	if p.writing == nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	p.writing.stop()
	select {
	case <-p.writing.ended:
	case <-ctx.Done():
	}
}

// refresh lays the form out anew, since a part of it has come or gone.
func (p *Page) refresh() { p.root.Refresh() }

func (p *Page) fill(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorSurface, o)}
	p.root.Refresh()
}
