package ui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui"
	"ringback.app/ui/keeping"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// page is a page that notes what it is told.
type page struct {
	name    string
	content fyne.CanvasObject
	told    []string
	failing error
	left    []keeping.Left
	unread  error  // with which reading what is left ends
	closing func() // is called when it is told to close; nil: nothing is
	back    func() // from the customer that was opened
	writing bool
}

func newPage(name string) *page {
	return &page{name: name, content: widgets.On(theme.ColorSurface, widgets.Inset(widgets.NewText("The page "+name, widgets.Heading), 20, 20, 20, 20))}
}

func (p *page) tell(what string)           { p.told = append(p.told, what) }
func (p *page) Content() fyne.CanvasObject { return p.content }
func (p *page) Shown()                     { p.tell("shown") }
func (p *page) Hidden()                    { p.tell("hidden") }
func (p *page) OpenFrom(id app.ID, back func()) {
	p.back = back
	p.tell("open " + id.String())
}
func (p *page) Add()                      { p.tell("add") }
func (p *page) Save()                     { p.tell("save") }
func (p *page) Back()                     { p.tell("back") }
func (p *page) Dropped(paths []string)    { p.tell("dropped " + strings.Join(paths, " ")) }
func (p *page) Changed(app.Changed)       { p.tell("changed") }
func (p *page) TypedKey(k *fyne.KeyEvent) { p.tell("key " + string(k.Name)) }
func (p *page) TypedRune(r rune)          { p.tell("rune " + string(r)) }

func (p *page) Left(context.Context) ([]keeping.Left, error) { return p.left, p.unread }

func (p *page) Stop(context.Context) { p.tell("stop") }

func (p *page) Writing() bool { return p.writing }

func (p *page) Close(context.Context) error {
	if p.closing != nil {
		p.closing()
	}
	p.tell("close")
	return p.failing
}

// book finds the same people for everything but "nobody".
type book struct {
	zone    string
	undone  int
	further uint64 // how many records the journal has before an undo
	err     error
	batches []app.BatchInfo // the last one last
	gone    bool            // its file was taken away
	aside   string          // the name of what lay in its place
	over    bool            // another file was copied over it
	refuses error           // with which putting it back ends
	putting func(float64)   // looks on while it is put back
	unkept  error           // with which keeping what was not kept ends
	tries   int             // to keep it
}

func (b *book) InPlace() error {
	if b.gone {
		return &app.Error{Code: app.CodeStorage, Key: app.BookGone, Args: app.Args{"Path": "/shop.book"}}
	}
	if b.over {
		return &app.Error{Code: app.CodeStorage, Key: app.BookOverwritten, Args: app.Args{"Path": "/shop.book"}}
	}
	return nil
}

func (b *book) PutBack(_ context.Context, progress func(float64)) (string, error) {
	for part := range 201 {
		progress(float64(part) / 200)
		if b.putting != nil {
			b.putting(float64(part) / 200)
		}
	}
	if b.refuses == nil {
		b.gone = false
	}
	return b.aside, b.refuses
}

func (b *book) KeepAgain(context.Context) error {
	b.tries++
	return b.unkept
}

func (b *book) Plan(context.Context) (app.Plan, error) {
	return app.Plan{Owner: "Jim", Staff: []string{"Anna", "Pekka"}, TimeZone: b.zone}, nil
}

func (b *book) Search(_ context.Context, query string, limit int) ([]app.Found, error) {
	if query == "nobody" {
		return nil, nil
	}
	if n, is := map[string]int{"eight": 8, "nine": 9}[query]; is {
		var many []app.Found
		for i := range min(n, limit) {
			many = append(many, app.Found{Listed: app.Listed{ID: app.ID{byte(10 + i)}, Name: fmt.Sprint("Amelia ", i+1)}})
		}
		return many, nil
	}
	if strings.HasPrefix(query, "map") {
		return []app.Found{{Listed: app.Listed{ID: app.ID{3}, Name: "Maple Shop"}}}, nil
	}
	found := []app.Found{
		{Listed: app.Listed{ID: app.ID{1}, Name: "Maija Korhonen", Phone: "+358 40 123 4567"}, Where: app.FoundName},
		{Listed: app.Listed{ID: app.ID{2}, Name: "Trần Thị Hương", Phone: "+84 91 234 567"}, Where: app.FoundItem, Text: "MAPLE READING LAMP"},
	}
	return found[:min(limit, len(found))], b.err
}

func (b *book) Undo(_ context.Context, id app.ID, _ string) (app.Applied, error) {
	b.undone++
	if b.err != nil {
		return app.Applied{}, b.err
	}
	undo := app.BatchInfo{ID: app.ID{0: 9, 15: byte(len(b.batches))}, Act: app.ActUndo, Undoes: id, First: b.further + 1}
	for by, stands := undo.ID, false; !id.IsZero(); stands = !stands {
		i := slices.IndexFunc(b.batches, func(one app.BatchInfo) bool { return one.ID == id })
		if b.batches[i].Undone = by; stands {
			b.batches[i].Undone = app.ID{}
		}
		by, id = id, b.batches[i].Undoes
	}
	b.batches = append(b.batches, undo)
	return app.Applied{Batch: undo.ID}, nil
}

func (b *book) LastDone(context.Context) (app.BatchInfo, error) {
	for _, one := range slices.Backward(b.batches) {
		if one.Undone.IsZero() && one.Undoes.IsZero() {
			return one, b.err
		}
	}
	return app.BatchInfo{}, &app.Error{Code: app.CodeNotFound, Key: "error.book.nothing-to-undo"}
}

func (b *book) Batch(_ context.Context, id app.ID) (app.BatchInfo, error) {
	for _, one := range b.batches {
		if one.ID == id {
			return one, nil
		}
	}
	return app.BatchInfo{}, &app.Error{Code: app.CodeNotFound, Key: "error.book.no-batch", Args: app.Args{"ID": id.String()}}
}

// shop is a window with pages, in a test.
type shop struct {
	*ui.Window
	fyne                               fyne.App
	book                               *book
	today, customers, imports, setting *page
	slow                               *pagetest.Slow
	waiting                            map[int]func() // what happens after a while
	waits                              int
	now                                time.Time
}

func newShop(t *testing.T, look theme.Look) *shop {
	t.Helper()
	a := pagetest.App(t)
	a.Preferences().SetString("window.look", string(look))
	return reopen(t, a)
}

// reopen opens the window once more with what the app remembers.
func reopen(t *testing.T, a fyne.App) *shop {
	t.Helper()
	s := &shop{
		now:  time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC),
		fyne: a, book: &book{zone: "UTC"}, slow: &pagetest.Slow{}, waiting: make(map[int]func()),
		today: newPage("Today"), customers: newPage("Customers"), imports: newPage("Import"), setting: newPage("Settings"),
	}
	s.Window = ui.New(a, ui.Deps{
		Book: s.book, Voice: pagetest.English(t), Run: s.slow,
		Clock: func() time.Time { return s.now },
		After: s.after,
		By:    func() string { return "" },
	})
	s.SetPages(ui.Pages{Today: s.today, Customers: s.customers, Import: s.imports, Settings: s.setting})
	s.Show()
	return s
}

func (s *shop) after(_ time.Duration, call func()) (stop func()) {
	s.waits++
	n := s.waits
	s.waiting[n] = call
	return func() { delete(s.waiting, n) }
}

// aWhile lets all happen that waits for a time.
func (s *shop) aWhile() {
	waiting := s.waiting
	s.waiting = make(map[int]func())
	for _, call := range waiting {
		call()
	}
}

func (s *shop) canvas() fyne.Canvas { return s.Fyne().Canvas() }

// search returns the search field.
func (s *shop) search(t *testing.T) *widgets.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.Fyne().Content()) {
		if e, ok := o.(*widgets.Entry); ok {
			return e
		}
	}
	t.Fatal("there is no search field")
	return nil
}

func (s *shop) key(name fyne.KeyName) { s.canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }

// written returns all that is to be read in the window.
func (s *shop) written() []string {
	var texts []string
	var read func(o fyne.CanvasObject)
	read = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			texts = append(texts, o.Text)
		case *fyne.Container:
			for _, c := range o.Objects {
				read(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				read(c)
			}
		}
	}
	read(s.Fyne().Content())
	return texts
}

func (s *shop) reads(text string) bool { return slices.Contains(s.written(), text) }
