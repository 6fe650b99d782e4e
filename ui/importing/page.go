// Package importing is the page that takes files in: it shows what would come
// of them before anything is written, and what came of them afterwards.
package importing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Importer reads files and writes what is in them. *importing.Importer is one.
type Importer interface {
	Read(ctx context.Context, files []importing.Source, o importing.Options) (*importing.Preview, error)
	Remember(ctx context.Context, p *importing.Preview) error
	CommitTelling(ctx context.Context, p *importing.Preview, tell func(importing.Progress)) (importing.Result, error)
}

// Book is what the page asks of the book itself.
type Book interface {
	// HoldsSample tells whether there are made-up people in the book; LeaveSample
	// takes them out.
	HoldsSample(ctx context.Context) (bool, error)
	LeaveSample(ctx context.Context, by string) (app.Applied, error)
	Undo(ctx context.Context, batch app.ID, by string) (app.Applied, error)
}

// Window is what the page asks of the window around it.
type Window interface {
	// Toast shows a sentence for a while; undo, if not nil, is offered with it.
	Toast(text string, undo func())
	// Failed shows what went wrong.
	Failed(err error)
	// Focus gives the keyboard to the object; nil: to nobody.
	Focus(object fyne.Focusable)
}

// Services are what the page works with.
type Services struct {
	Importer Importer
	Book     Book
	Window   Window
	Clock    app.Clock
	Run      execute.Executor
	By       func() string // who sits at the desk; empty: the owner
	// OnChoose lets the person choose files and hands over their paths, none if
	// they thought better of it.
	OnChoose func(chosen func(paths []string))
	OnToday  func()
	// OnSave lets the person choose where a file goes, that name being proposed,
	// and hands over its path, "" if they thought better of it; nil: nothing can
	// be saved.
	OnSave func(name string, chosen func(path string))
	// OnDuplicates leads to those who may be in the book twice; nil: there is no
	// such place.
	OnDuplicates func()
	// OnCustomer shows the page of a customer; nil: there is no such place.
	OnCustomer func(customer app.ID)
}

// Page is the Import page. All of its methods are called on the UI goroutine.
type Page struct {
	Services
	say  *wording.Voice
	root *fyne.Container

	stage   stage
	sources []importing.Source
	options importing.Options
	preview *importing.Preview
	batch   app.ID  // that was written
	save    func()  // what Ctrl+Enter does; nil: nothing
	madeUp  bool    // there are made-up people in the book
	before  *before // what a correction began with; nil: none is being tried
	moved   string  // why the files are read once more though nobody corrected them

	controls map[string]fyne.Focusable // of the preview
	kept     string                    // the one that had the focus before the files were read again

	stop  context.CancelFunc // stops what is under way; nil: nothing is
	away  bool               // the page was left for that of a customer, and is come back to
	run   int                // counts runs; the answer of an earlier one is dropped
	focus fyne.Focusable
	shown bool
}

// before is what the preview was made of before a correction.
type before struct {
	sources []importing.Source
	options importing.Options
}

// stage is how far an import has come.
type stage uint8

const (
	waits stage = iota
	reads
	asks
	told // why the files cannot be read
	previews
	writes
	wrote
)

// New returns the page.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, root: container.NewStack()}
	p.begin()
	return p
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	if p.focus != nil {
		p.Window.Focus(p.focus)
	}
	p.lookForSample()
}

// Hidden tells the page that it is not seen any more. What is under way goes on;
// what was over and has been seen is not shown again.
func (p *Page) Hidden() {
	seen := p.shown
	p.shown = false
	if p.away {
		p.away = false
		return
	}
	if seen && (p.stage == wrote || p.stage == told) {
		p.begin()
	}
}

// Changed tells the page that the book changed: an import that was taken back
// elsewhere is not shown as if it were in the book, and made-up people come and
// go.
func (p *Page) Changed(c app.Changed) {
	if p.shown && (c.Act == app.ActSample || c.Act == app.ActLeaveSample || c.Act == app.ActUndo) {
		p.lookForSample()
	}
	if p.stage == wrote && !c.Undoes.IsZero() && c.Undoes == p.batch {
		p.begin()
	}
}

// Save does what Ctrl+Enter does here: it writes what the preview shows, or reads
// a table as its columns were said.
func (p *Page) Save() {
	if p.save != nil {
		p.save()
	}
}

// Back does what Escape does here: it stops what is under way, takes a
// correction back, or leaves the preview.
func (p *Page) Back() {
	switch {
	case p.stop != nil:
		p.stop()
	case p.stage == asks && p.preview != nil:
		p.giveUp("")
	case p.stage != waits:
		p.begin()
	}
}

// wayBack is the word for what Back does while something is asked.
func (p *Page) wayBack() string {
	if p.preview != nil {
		return p.say.Say("bring.back", nil)
	}
	return p.say.Say("bring.other", nil)
}

// Stop stops what is under way before the window goes.
func (p *Page) Stop(context.Context) {
	if p.stop != nil {
		p.stop()
	}
}

// Writing tells whether an import is on its way into the book.
func (p *Page) Writing() bool { return p.stage == writes }

// Dropped takes the files that were dropped on the window.
func (p *Page) Dropped(paths []string) {
	if p.busyWith(paths) {
		return
	}
	p.sources, p.options, p.preview, p.before = nil, importing.Options{}, nil, nil
	p.take(paths)
}

// add takes files besides those that the preview shows, with what was said of
// their columns.
func (p *Page) add(paths []string) {
	if !p.busyWith(paths) {
		p.take(paths)
	}
}

// busyWith tells whether files cannot be taken now, which is said, or there are none.
func (p *Page) busyWith(paths []string) bool {
	if len(paths) == 0 {
		return true
	}
	busy := p.stage == reads || p.stage == writes
	if busy {
		p.Window.Toast(p.say.Say("bring.busy", nil), nil)
	}
	return busy
}

// take reads these files too, each once.
func (p *Page) take(paths []string) {
	p.begun()
	for _, path := range paths {
		if !slices.ContainsFunc(p.sources, func(s importing.Source) bool { return s.Name == path }) {
			p.sources = append(p.sources, importing.Path(path))
		}
	}
	p.read()
}

// begin shows the page as it waits for files.
func (p *Page) begin() {
	p.stage, p.preview, p.before, p.batch, p.moved = waits, nil, nil, app.ID{}, ""
	p.sources, p.options = nil, importing.Options{}
	choose := widgets.NewButton(widgets.Primary, p.say.Say("bring.choose", nil), p.choose).WithIcon(theme.IconFile)
	p.show(drop(p.say, choose, p.aboutSample()...), choose)
}

func (p *Page) choose() { p.OnChoose(p.Dropped) }

func (p *Page) chooseMore() { p.OnChoose(p.add) }

// read reads the files off the UI goroutine and shows what would come of them.
func (p *Page) read() {
	p.stage = reads
	panel, ctx := p.busy("bring.reading")
	options := p.options
	options.Clock = p.Clock
	options.Progress = func(at importing.Progress) {
		p.Run.UI(func() { panel.Set(part(at), p.progressLine(at)) })
	}
	mine, sources := p.run, append([]importing.Source(nil), p.sources...)
	var preview *importing.Preview
	var forgets error
	execute.Then(p.Run, func(context.Context) (err error) {
		if preview, err = p.Importer.Read(ctx, sources, options); err == nil && !changes(preview.Summary) {
			forgets = p.Importer.Remember(ctx, preview) // there is nothing to press that would
		}
		return err
	}, func(err error) {
		if mine != p.run {
			return
		}
		p.stop()
		p.stop = nil
		if err != nil {
			p.failed(err)
			return
		}
		p.preview, p.before = preview, nil
		why := p.moved
		p.moved = ""
		p.showPreview(why)
		if forgets != nil && app.CodeOf(forgets) != app.CodeCancelled {
			p.Window.Failed(forgets)
		}
	})
}

// write writes what the preview says.
func (p *Page) write() {
	p.stage = writes
	panel, ctx := p.busy("bring.writing")
	panel.Set(0, p.say.Say("bring.writing.whole", nil))
	mine, preview := p.run, p.preview
	var result importing.Result
	execute.Then(p.Run, func(context.Context) (err error) {
		result, err = p.Importer.CommitTelling(ctx, preview, func(at importing.Progress) {
			p.Run.UI(func() { panel.Set(part(at), p.progressLine(at)) })
		})
		return err
	}, func(err error) {
		if mine != p.run {
			return
		}
		p.stop()
		p.stop = nil
		if err != nil {
			if !p.shown && app.CodeOf(err) != app.CodeCancelled {
				p.Window.Failed(err) // nobody sees the page say so
			}
			p.failed(err)
			return
		}
		p.showResult(result)
		if !p.shown {
			p.Window.Toast(p.say.Say(p.inTheBook(result.Summary, "bring.done.elsewhere", "bring.done.elsewhere.part"), nil), func() { p.undo(result.Batch) })
		}
	})
}

// busy shows the bar of something that takes its time and can be stopped.
func (p *Page) busy(title string) (*widgets.ProgressPanel, context.Context) {
	p.run++
	ctx, cancel := context.WithCancel(context.Background())
	p.stop = cancel
	panel := widgets.NewProgressPanel(p.say.Say(title, nil), p.say.Say("bring.stop", nil), cancel)
	p.show(page(p.say.Say("bring.title", nil), panel), nil)
	return panel, ctx
}

// failed says what is wrong with the files. Where a table can be read in two
// ways it asks which is meant; where there was a preview before, it stays.
func (p *Page) failed(err error) {
	stopped := app.CodeOf(err) == app.CodeCancelled
	if stopped {
		p.Window.Toast(p.say.Error(err), nil)
	}
	switch {
	case stopped && p.stage == writes:
		p.readAnew() // what was given to the book is not at hand any more
	case stopped && p.preview != nil:
		p.giveUp("")
	case stopped:
		p.begin()
	case app.CodeOf(err) == app.CodeConflict && p.stage == writes:
		p.moved = p.say.Error(err)
		p.readAnew()
	case p.ask(err):
	case p.preview != nil && p.stage == reads:
		p.giveUp(p.say.Error(err))
	default:
		p.showProblem(err)
	}
}

// readAnew reads the files again without the preview that there was: two of a
// large file shall not lie in memory.
func (p *Page) readAnew() {
	p.preview = nil
	p.read()
}

// undo takes the import back. The window says what was, and the page hears of it as
// of any change.
func (p *Page) undo(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

func (p *Page) show(o fyne.CanvasObject, focus fyne.Focusable) {
	p.focus = focus
	if p.stage != previews && p.stage != asks {
		p.save = nil
	}
	p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorPage, o)}
	p.root.Refresh()
	// Whoever went elsewhere meanwhile must not press what they do not see.
	if p.shown {
		p.Window.Focus(focus)
	}
}
