package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"github.com/rs/zerolog"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/customers"
	"ringback.app/app/importing"
	"ringback.app/app/loyalty"
	"ringback.app/app/merging"
	"ringback.app/app/reminders"
	"ringback.app/app/sample"
	"ringback.app/app/settings"
	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/data"
	"ringback.app/data/single"
	"ringback.app/ui"
	rightpage "ringback.app/ui/complaints"
	"ringback.app/ui/copying"
	customerspage "ringback.app/ui/customers"
	"ringback.app/ui/execute"
	exportpage "ringback.app/ui/exporting"
	"ringback.app/ui/files"
	importpage "ringback.app/ui/importing"
	mergingpage "ringback.app/ui/merging"
	opinionspage "ringback.app/ui/opinions"
	"ringback.app/ui/reminding"
	"ringback.app/ui/rescue"
	settingspage "ringback.app/ui/settings"
	todaypage "ringback.app/ui/today"
	"ringback.app/ui/widgets"
)

// openWindow opens the window on the book, and returns when it is closed. Where
// the book does not open, a window says why, and goes on with the last good
// backup if the person wants that.
func (s *session) openWindow(shop *data.Book, refused error) error {
	driver, err := s.driver()
	if err != nil {
		return err
	}
	d := s.desktop(driver, shop, refused)
	d.run, d.timer = execute.Aside(d.fault), widgets.RealAfter
	if refused != nil {
		d.offerBackup()
	} else if err := d.begin(); err != nil {
		return err
	}
	d.ending.exit = os.Exit
	d.fyne.Run()
	d.ending.over.Store(true)
	return errors.Join(d.refused, d.end())
}

// desktop returns the window, which the driver draws, on a book that opened, or that
// was refused.
func (s *session) desktop(driver fyne.App, shop *data.Book, refused error) *desktop {
	return &desktop{session: s, voice: s.voice.InWindow(), shop: shop, fyne: driver, refused: refused}
}

// begin shows the window on the book. What it starts is ended by end, the last
// first.
func (d *desktop) begin() error {
	var stopped func() // what the pages wait for would come to a book that is closed
	d.after, stopped = d.timer.Until()
	d.atEnd(stopped)
	d.window = ui.New(d.fyne, ui.Deps{
		Book: d.shop, Voice: d.voice, Clock: d.now, Run: d.run, After: d.after, By: d.by,
		OnDamaged: d.offerCopy, OnClosed: d.closed,
	})
	d.opened()
	if err := d.fill(); err != nil {
		return err
	}
	d.atEnd(d.listenForOthers(d.shop, d.window.Raise))
	d.atEnd(d.shop.Subscribe(d.window.Changed))
	// Whoever ends the program from outside closes the window, so that what is
	// being typed is kept.
	window := d.window
	stop := context.AfterFunc(d.ctx, func() {
		d.run.UI(func() {
			if d.window == window { // else another took its place meanwhile, and is closed like it
				window.Close()
			}
		})
	})
	d.atEnd(func() { stop() })
	d.window.Show()
	d.watch.Start()
	d.right.Start()
	copies := copying.New(copying.Services{Shelf: d.shelf(d.shop), Window: ui.Beside{Window: d.window}, Run: d.run, After: d.after})
	copies.Start()
	d.atEnd(copies.Close)
	return nil
}

// fault notes a fault of ours that ended work beside the window, and says so.
func (d *desktop) fault(thrown any) {
	d.panicked(thrown)
	d.run.UI(func() {
		if d.window != nil {
			d.window.Failed(&app.Error{Code: app.CodeInternal, Key: "error.internal"})
		}
	})
}

func (d *desktop) atEnd(do func()) { d.ends = append(d.ends, do) }

// end ends what begin started.
func (d *desktop) end() error {
	var err error
	if d.watch != nil {
		err = d.watch.Close(d.ctx)
	}
	for _, do := range slices.Backward(d.ends) {
		do()
	}
	d.watch, d.ends = nil, nil
	return err
}

// listenForOthers raises the window whenever another copy asks for it. That it
// cannot is no reason not to open the window.
func (s *session) listenForOthers(book *data.Book, raise func() bool) (stop func()) {
	l, err := single.Listen(s.places.sockets(), book.Path(), raise)
	if err != nil {
		s.warn(err, "other copies cannot be heard")
		return func() {}
	}
	return func() {
		if err := l.Close(); err != nil {
			s.warn(err, "stop hearing other copies")
		}
	}
}

// warn puts an error in the log that keeps nobody from anything.
func (s *session) warn(err error, what string) {
	s.log.Warn().Str(zerolog.ErrorFieldName, app.Unnamed(err)).Msg(what)
}

// desktop is the window with all that it works with.
type desktop struct {
	*session
	voice  *wording.Voice // of the window; what is printed after it says the session's own
	shop   *data.Book
	run    execute.Executor
	timer  widgets.After // how the program waits
	after  widgets.After // how the window does, until it ends
	fyne   fyne.App
	window *ui.Window
	today  *todaypage.Page
	said   *opinionspage.Page
	right  *rightpage.Page
	watch  *reminding.Watch
	rescue *rescue.Window // nil: it is not open

	ending  ending
	refused error    // why the book did not open; nil: it is open
	ends    []func() // what ends with the window

	unkept map[string][]byte // what a damaged book did not take any more; for what goes on off the UI goroutine
}

// by is who sits at the desk; "" is the owner.
func (d *desktop) by() string { return d.window.AtDesk() }

// fill gives the window its pages.
func (d *desktop) fill() error {
	shipped, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		return err
	}
	w, list := d.window, calllist.New(d.shop, d.clock)
	var people *customerspage.Page
	wrongs := complaints.New(d.shop, d.clock, d.ids)
	sheets := files.New(w, d.run, d.clock, d.voice)
	d.today = todaypage.New(todaypage.Services{
		List: list, Desk: calling.New(d.shop, d.clock, d.ids), Complaints: wrongs, Book: d.shop, Window: w,
		Clock: d.clock, Run: d.run, After: d.after, Words: d.words(), Order: d.order(), By: d.by,
		Themes:   d.themes,
		OnImport: w.GoImport, OnAddCustomer: w.AddCustomer, OnSample: d.makeUp, OnCounted: w.SetToCall,
		OnThank: func(customer app.ID) { w.GoCustomers(); people.GiveThanks(customer) },
	}, d.voice)
	d.right = rightpage.New(rightpage.Services{
		Desk: wrongs, Matcher: d.opinions(d.shop), Book: d.shop, Window: w,
		Clock: d.clock, Run: d.run, After: d.after, Words: d.words(), Order: d.order(), By: d.by,
		OnCall: d.callAbout, OnCustomer: w.OpenCustomer, OnCounted: w.SetToPutRight,
	}, d.voice)
	twice := mergingpage.New(mergingpage.Services{
		Desk: merging.New(d.shop), Book: d.shop, Window: w, Clock: d.clock, Run: d.run, By: d.by,
		OnBack: w.GoCustomers, OnCustomer: w.OpenCustomer, OnCounted: func(n int) { people.SetTwice(n) },
	}, d.voice)
	people = customerspage.New(customerspage.Services{
		Desk: customers.New(d.shop, d.clock, d.ids, d.typing()), Book: d.shop, Window: w,
		Clock: d.clock, Run: d.run, After: d.after, By: d.by, OnCall: d.call, OnExport: w.ExportFor,
		OnListed: twice.Count, OnDuplicates: w.GoMerging, OnLoyalty: w.GoLoyalty, OnTold: w.TypeOpinionOf, OnCard: w.PrintCardOf,
		OnSame:      func(customer, other app.ID) { w.GoMerging(); twice.Open(customer, other) },
		OnComplaint: func(complaint app.ID) { w.Go(d.right); d.right.Open(complaint) },
	}, d.voice)
	take := exportpage.New(exportpage.Services{
		Book: d.shop, Window: w, Clock: d.clock, Run: d.run, Words: d.words(), Order: d.order(),
		OnSave: files.New(ui.Exports{Window: w}, d.run, d.clock, d.voice).Place, OnOpen: d.showFile, OnCustomer: w.OpenCustomer,
	}, d.voice)
	bring := importpage.New(importpage.Services{
		Importer: importing.New(d.shop, d.ids), Book: d.shop, Window: w, Clock: d.clock, Run: d.run, By: d.by,
		OnChoose: func(chosen func([]string)) { sheets.Choose(importable(), chosen) },
		OnToday:  d.goToday, OnSave: sheets.Place, OnDuplicates: w.GoMerging, OnCustomer: w.OpenCustomer,
	}, d.voice)
	d.said = d.opinionsPage()
	plan := settingspage.New(settingspage.Services{
		Desk: settings.New(d.shop, d.clock, d.typing()), Book: d.shop, Window: w, Run: d.run, By: d.by,
		Path: d.shop.Path(), Shipped: shipped, After: d.after, Rules: loyalty.New(d.shop, d.clock),
		LastCopy: d.lastCopy, Clock: d.wall,
	}, d.voice)
	w.SetPages(ui.Pages{Today: d.today, Customers: people, PutRight: d.right, Review: d.reviewPage(), Import: bring, Export: take, Settings: plan, Merging: twice, Opinions: d.said, Loyalty: d.loyaltyPage(people, plan)})
	d.watch = reminding.New(reminding.Services{
		Reminders: reminders.New(d.shop, list, d.clock), Book: d.shop, Window: ui.Beside{Window: w},
		Clock: d.clock, Run: d.run, After: d.after,
		Notify: func(title, body string) { d.fyne.SendNotification(fyne.NewNotification(title, body)) },
		OnCall: d.call, OnToday: d.goToday,
	}, d.voice)
	return nil
}

// themes are those of opinions lately.
func (d *desktop) themes(ctx context.Context) ([]string, error) {
	used, err := d.opinions(d.shop).Vocabulary(ctx)
	return used.Themes, err
}

// goToday shows the call list.
func (d *desktop) goToday() { d.window.Go(d.today) }

// call shows the call card of a customer.
func (d *desktop) call(customer app.ID) { d.callAbout(customer, app.ID{}) }

// callAbout shows the call card of a customer who is called about a complaint of
// theirs; the zero ID is none.
func (d *desktop) callAbout(customer, complaint app.ID) {
	d.goToday()
	d.today.ChooseAbout(customer, complaint)
}

// makeUp fills the empty book with a made-up shop to look around in.
func (d *desktop) makeUp(progress func(part float64)) {
	var made sample.Result
	execute.Then(d.run, func(context.Context) (err error) {
		made, err = sample.Write(d.ctx, d.shop, sample.Options{
			Customers: sample.DefaultCustomers, Purchases: sample.DefaultPurchases,
			Seed: uint64(d.clock().UnixNano()), Now: d.clock(),
			Progress: func(written, whole int) {
				d.run.UI(func() { progress(0.99 * float64(written) / float64(max(1, whole))) })
			},
		})
		return err
	}, func(err error) {
		progress(1)
		if err != nil {
			d.window.Failed(err)
			return
		}
		d.window.Toast(d.voice.Count("command.window.sample", made.Size.Customers, nil), nil)
	})
}
