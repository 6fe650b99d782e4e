package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/keeping"
)

// Page is a room of the window. Its methods are called on the UI goroutine.
type Page interface {
	// Content returns what the page shows; always the same object.
	Content() fyne.CanvasObject
	// Shown tells the page that it is seen from now on. It may take the focus.
	Shown()
	// Hidden tells the page that it is not seen any more.
	Hidden()
}

// CustomersPage is the page with everybody in the book.
type CustomersPage interface {
	Page
	// OpenFrom shows the page of a customer. Back leads to where it was opened from;
	// nil: to everybody.
	OpenFrom(customer app.ID, back func())
	// Add opens the form of a new customer.
	Add()
}

// ImportPage takes files in.
type ImportPage interface {
	Page
	// Dropped is given the files that were dropped on the window.
	Dropped(paths []string)
}

// ExportPage writes what the shop knows into a file.
type ExportPage interface {
	Page
	// ExportFor presets the customer whose calls go out.
	ExportFor(customer app.ID)
}

// OpinionsPage takes down what customers say, and finds it again.
type OpinionsPage interface {
	Page
	// Type shows where cards are typed in.
	Type()
	// TypeFor shows it for what that customer said.
	TypeFor(customer app.ID)
	// PrintCards asks which tell-us cards to print, those customers' among them.
	PrintCards(customers ...app.ID)
}

// Pages are the rooms of the window. A page that does not exist yet is nil, and
// left out of the rail.
type Pages struct {
	Today     Page
	Customers CustomersPage
	PutRight  Page
	Review    Page
	Import    ImportPage
	Export    ExportPage
	Settings  Page
	// Merging shows who may be in the book twice. It belongs to Customers, which
	// leads to it, and is not in the rail.
	Merging Page
	// Opinions belongs to Review, and is not in the rail.
	Opinions OpinionsPage
	// Loyalty belongs to Review, and is not in the rail.
	Loyalty Page
}

// What a page may be besides.
type (
	// Listener is told of every change of the book, also while it is not seen, and
	// of every new day: with it other things are so.
	Listener interface{ Changed(c app.Changed) }
	// Saver saves what is being typed, with Ctrl+Enter.
	Saver interface{ Save() }
	// Backer goes back a step, with Escape.
	Backer interface{ Back() }
	// KeyTaker takes the keys that nothing with the focus has taken.
	KeyTaker interface{ TypedKey(key *fyne.KeyEvent) }
	// RuneTaker takes the letters that nothing with the focus has taken.
	RuneTaker interface{ TypedRune(r rune) }
	// Writer tells whether it is writing much into the book, which takes its time.
	Writer interface{ Writing() bool }
	// Leaver reads, off the UI goroutine, what was typed there and is not on record.
	Leaver interface {
		Left(ctx context.Context) ([]keeping.Left, error)
	}
	// Closer keeps what is being typed at once: before the window goes, and when the
	// book is back.
	Closer interface {
		Close(ctx context.Context) error
	}
	// Stopper stops what is under way on it before the window goes.
	Stopper interface{ Stop(ctx context.Context) }
)

// all returns the pages that there are, in the order of the rail.
func (p Pages) all() []Page {
	var all []Page
	if p.Today != nil {
		all = append(all, p.Today)
	}
	if p.Customers != nil {
		all = append(all, p.Customers)
	}
	if p.PutRight != nil {
		all = append(all, p.PutRight)
	}
	if p.Review != nil {
		all = append(all, p.Review)
	}
	if p.Import != nil {
		all = append(all, p.Import)
	}
	if p.Export != nil {
		all = append(all, p.Export)
	}
	if p.Settings != nil {
		all = append(all, p.Settings)
	}
	return all
}

// told returns the pages that are told of changes. Merging comes first, since
// Customers asks it how many people it has.
func (p Pages) told() []Page {
	var told []Page
	if p.Merging != nil {
		told = append(told, p.Merging)
	}
	told = append(told, p.all()...)
	if p.Opinions != nil {
		told = append(told, p.Opinions)
	}
	if p.Loyalty != nil {
		told = append(told, p.Loyalty)
	}
	return told
}

// tell tells them of a change, or of something else with which other things are
// so.
func (p Pages) tell(c app.Changed) {
	for _, one := range p.told() {
		if l, ok := one.(Listener); ok {
			l.Changed(c)
		}
	}
}

// SetPages gives the window its pages. It is called once, before Show.
func (w *Window) SetPages(pages Pages) {
	w.pages = pages
	w.rail.build()
	w.acts = w.allActs()
	w.listen()
}

// Go shows a page.
func (w *Window) Go(page Page) {
	if page == nil {
		return
	}
	w.overlay.close()
	w.found.close()
	w.tips.Away()
	if page == w.current {
		return
	}
	if w.current != nil {
		w.current.Hidden()
		w.current.Content().Hide()
	}
	w.current, w.found.was = page, nil
	w.window.Canvas().Unfocus()
	w.rail.mark(page)
	// What was shown once stays in the window, so that a change of the theme
	// reaches it.
	if content := page.Content(); !slices.Contains(w.body.Objects, content) {
		w.body.Add(content)
	}
	w.reveal(page.Content())
	page.Shown()
	w.lookAfter()
}

// OpenCustomer shows the page of a customer, which leads back to where it was
// opened from.
func (w *Window) OpenCustomer(customer app.ID) {
	if w.pages.Customers == nil {
		return
	}
	var back func()
	if from := w.current; from != nil && from != Page(w.pages.Customers) {
		back = func() { w.Go(from) }
	}
	w.Go(w.pages.Customers)
	w.pages.Customers.OpenFrom(customer, back)
}

// AddCustomer opens the form of a new customer.
func (w *Window) AddCustomer() {
	if w.pages.Customers != nil {
		w.Go(w.pages.Customers)
		w.pages.Customers.Add()
	}
}

// TypeOpinion shows where cards are typed in.
func (w *Window) TypeOpinion() {
	if w.pages.Opinions != nil {
		w.Go(w.pages.Opinions)
		w.pages.Opinions.Type()
	}
}

// TypeOpinionOf shows where it is written down what that customer said.
func (w *Window) TypeOpinionOf(customer app.ID) {
	if w.pages.Opinions != nil {
		w.Go(w.pages.Opinions)
		w.pages.Opinions.TypeFor(customer)
	}
}

// PrintCardOf asks which tell-us cards to print, that customer's among them.
func (w *Window) PrintCardOf(customer app.ID) {
	if w.pages.Opinions != nil {
		w.Go(w.pages.Opinions)
		w.pages.Opinions.PrintCards(customer)
	}
}

// GoLoyalty shows who the best customers are, and who is slipping away.
func (w *Window) GoLoyalty() {
	if w.current != w.pages.Loyalty {
		w.before = w.current
	}
	w.Go(w.pages.Loyalty)
}

// LeaveLoyalty goes back to where Loyalty was opened from.
func (w *Window) LeaveLoyalty() { w.Go(w.before) }

// GoMerging shows who may be in the book twice.
func (w *Window) GoMerging() { w.Go(w.pages.Merging) }

// GoCustomers shows everybody.
func (w *Window) GoCustomers() {
	if w.pages.Customers != nil {
		w.Go(w.pages.Customers)
	}
}

// GoReview shows what customers have been saying.
func (w *Window) GoReview() {
	if w.pages.Review != nil {
		w.Go(w.pages.Review)
	}
}

// GoImport shows the Import page.
func (w *Window) GoImport() {
	if w.pages.Import != nil {
		w.Go(w.pages.Import)
	}
}

// ExportFor shows the Export page with that customer preset.
func (w *Window) ExportFor(customer app.ID) {
	if w.pages.Export != nil {
		w.Go(w.pages.Export)
		w.pages.Export.ExportFor(customer)
	}
}
