// Package complaints is the page Put right: what waits to be put right at the
// left, the late ones first, and all that is known of one of them at the right,
// with what can be done about it.
package complaints

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/wording"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// Page is the page Put right. All of its methods are called on the UI
// goroutine.
type Page struct {
	Services
	say *wording.Voice

	root  *fyne.Container
	sides *widgets.Split
	left  *leftSide
	right *fyne.Container // holds one object

	filter  filter
	board   board
	chosen  string              // the key of a row; "" for none
	guest   app.ID              // a complaint shown though the list may not have it; zero: none
	file    *complaints.Dossier // of the row chosen; nil while none is read
	asking  *ask                // takes the place of what can be done; nil: nothing is asked
	written map[draftOf]typed   // what was typed and left
	dropped map[draftOf]bool    // what was, and is on record or was taken back since
	resume  *leftOver           // asked once its complaint is read; nil: nothing
	keeper  *keeping.Keeper
	unkept  bool // written is not what the book has
	looked  bool // what was left in the book is in written
	foot    *fyne.Container
	scroll  *container.Scroll

	held   widgets.Held // letters
	opener rune         // the letter that does what is being done; 0: none
	doing  bool         // something done is on its way into the book

	shown    bool
	loading  bool          // the board is being read
	again    bool          // and has to be read once more
	ticking  bool          // only because a minute is over
	readings execute.Asked // of a case
}

// The widths of the two sides, at the normal text size. Together the least ones are
// as wide as those of Today, so that both fold in the same window.
const (
	listWidth = 343 // where there is room
	listLeast = 300
	caseLeast = 396
)

// New returns the page. Nothing is read before Start.
func New(services Services, say *wording.Voice) *Page {
	p := &Page{Services: services, say: say, filter: showsOpen, written: make(map[draftOf]typed), dropped: make(map[draftOf]bool), held: widgets.NewHeld(services.Clock)}
	p.keeper = keeping.New(p.Run, p.After, p.Window.Failed, p.draft)
	p.left = newLeftSide(p)
	p.right = container.NewStack()
	p.sides = widgets.NewSplit(widgets.AtLeast(listLeast, widgets.On(theme.ColorPage, p.left.content)),
		widgets.AtLeast(caseLeast, widgets.On(theme.ColorSurface, p.right)), listWidth, nil)
	p.sides.Fold(widgets.On(theme.ColorSurface, widgets.Inset(widgets.Row(0,
		widgets.NewButton(widgets.Quiet, p.say.Say("complaints.title", nil), p.goToList).WithIcon(theme.IconBack)), 6, 8, 0, 8)))
	p.root = container.NewStack(p.sides)
	return p
}

// Start counts what is open from now on, minute by minute, whether or not the
// page is seen: a clock that runs out is seen at once.
func (p *Page) Start() {
	p.readDrafts()
	p.reload()
	p.nextMinute()
}

// Content returns what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown tells the page that it is seen.
func (p *Page) Shown() {
	p.shown = true
	p.readDrafts()
	p.Window.Focus(nil)
	if p.asking != nil {
		p.asking.focus()
	}
	p.reload()
}

// Hidden tells the page that it is not seen any more. What is typed stays.
func (p *Page) Hidden() {
	p.shown = false
	p.keeper.Now()
}

// Changed tells the page that the book changed, or who sits at the desk.
func (p *Page) Changed(app.Changed) {
	if p.asking != nil {
		p.asking.changed()
	}
	p.reload()
}

// Open shows a complaint, also one that ended so long ago that no list has it.
func (p *Page) Open(complaint app.ID) {
	p.resume = nil
	p.open(complaint)
}

func (p *Page) open(complaint app.ID) {
	p.filter = showsOpen
	p.left.filter.SetChosen(string(showsOpen))
	p.leaveAsking()
	p.chosen, p.guest = complaint.String(), complaint
	p.reload()
}

// nextMinute reads everything again when the clock shows the next minute. The case
// waits while the keyboard is in it: nothing is taken from under the fingers.
func (p *Page) nextMinute() {
	now := p.Clock()
	p.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		p.ticking = p.ticking || !p.loading
		p.read()
		p.nextMinute()
	})
}

// reload reads what is on the page because something of it changed.
func (p *Page) reload() {
	p.ticking = false
	p.read()
}

// read reads the board off the UI goroutine and shows it when it is there.
func (p *Page) read() {
	if p.loading {
		p.again = true
		return
	}
	p.loading = true
	var read board
	f := p.filter
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		read, err = p.readBoard(ctx, f)
		return err
	}, func(err error) {
		p.loading = false
		switch {
		case err != nil:
			p.Window.Failed(err)
			if p.board.subjects == nil && p.asking == nil {
				p.fill(p.unread(err))
			}
		case f == p.filter:
			p.show(read)
		}
		if p.again {
			p.again = false
			p.read()
		}
	})
}

// show puts a new board in place of the old one. Whoever is shown stays; if they
// are gone from the list, whoever followed them is shown, but never while
// something is being typed.
func (p *Page) show(read board) {
	if p.OnCounted != nil {
		p.OnCounted(read.open, read.late)
	}
	if !p.shown { // nobody sees it, and a list without a size cannot scroll
		return
	}
	before := p.board
	p.board = read
	if _, there := p.leadsTo(p.chosen); p.asking == nil && !there {
		p.chosen = follows(before, read, p.chosen)
	}
	p.left.show(read, p.chosen)
	switch {
	case p.asking != nil:
		p.readBehind(p.asking)
	case p.ticking && p.file != nil && widgets.HasKeyboard(p.right):
	default:
		p.readCase()
	}
}

// leadsTo returns what a row leads to, or the complaint that is shown without one.
func (p *Page) leadsTo(key string) (subject, bool) {
	leads, ok := p.board.subjects[key]
	if !ok && !p.guest.IsZero() && key == p.guest.String() {
		return subject{complaint: p.guest}, true
	}
	return leads, ok
}

// follows returns the row to show when one is gone: the next one down that is
// still there, else the last; "" if there is none.
func follows(before, now board, gone string) string {
	at := slices.Index(before.keys, gone)
	for _, key := range before.keys[at+1:] {
		if slices.Contains(now.keys, key) {
			return key
		}
	}
	if len(now.keys) == 0 {
		return ""
	}
	if at < 0 {
		return now.keys[0]
	}
	return now.keys[len(now.keys)-1]
}

func (p *Page) setFilter(f filter) {
	if f == p.filter {
		return
	}
	p.leaveAsking()
	p.filter, p.chosen, p.guest = f, "", app.ID{}
	p.board.keys = nil // the next list begins at its top
	p.reload()
}

// choose shows what a row leads to.
func (p *Page) choose(key string) {
	p.leaveAsking()
	p.resume, p.chosen = nil, key
	p.sides.ShowLeft(false)
	p.readCase()
}

// readCase reads the complaint of the row chosen, off the UI goroutine.
func (p *Page) readCase() {
	leads, ok := p.leadsTo(p.chosen)
	switch {
	case !ok:
		p.readings++
		p.file = nil
		p.fill(p.nothing())
		return
	case leads.complaint.IsZero():
		p.readings++
		p.file = nil
		p.fill(p.promisedCall(*leads.call))
		return
	}
	execute.Latest(p.Run, &p.readings, func(ctx context.Context) (complaints.Dossier, error) {
		return p.Desk.Dossier(ctx, leads.complaint)
	}, p.unreadCase, func(read complaints.Dossier) {
		if p.asking == nil {
			p.draw(read)
		}
	})
}

// unreadCase shows why the complaint cannot be shown.
func (p *Page) unreadCase(err error) {
	if p.asking != nil {
		return
	}
	p.file, p.guest = nil, app.ID{}
	if app.CodeOf(err) == app.CodeNotFound { // an undo took it out of the book
		p.fill(p.nothing())
		return
	}
	p.Window.Failed(err)
	p.fill(p.unread(err))
}

// draw shows a complaint. One that was shown before stays as far scrolled.
func (p *Page) draw(read complaints.Dossier) {
	same, before := p.file != nil && p.file.Complaint.ID == read.Complaint.ID, p.scroll
	p.file = &read
	p.fill(p.caseCard(read))
	if same && before != nil {
		p.scroll.Offset = before.Offset
		p.scroll.Refresh()
	}
	if p.asking == nil {
		p.askLeft()
	}
}

// focus gives the keyboard, while the page has it to give.
func (p *Page) focus(o fyne.Focusable) {
	if !p.shown {
		return
	}
	p.Window.Focus(o)
	if entry, ok := o.(*widgets.Entry); ok {
		entry.OpenedBy(p.opener)
	}
}

// fill puts the object on the right side. What had the keyboard there is gone,
// and keys would go with it; only a question stays as it is.
func (p *Page) fill(o fyne.CanvasObject) {
	lost := p.shown && widgets.HasKeyboard(p.right) && (p.asking == nil || !widgets.HasKeyboard(p.asking.content))
	if lost {
		p.Window.Focus(nil)
	}
	p.right.Objects = []fyne.CanvasObject{o}
	p.right.Refresh()
	if lost && p.asking != nil {
		p.asking.focus()
	}
}

// goToList shows the list where there is room for it or the case only.
func (p *Page) goToList() {
	p.leaveAsking()
	p.sides.ShowLeft(true)
	p.Window.Focus(nil)
}

// by returns who sits at the desk; "" is the owner.
func (p *Page) by() string {
	if p.By == nil {
		return ""
	}
	return p.By()
}

// ownerHere tells whether the owner sits at the desk.
func (p *Page) ownerHere() bool { return p.file == nil || p.file.Plan.IsOwner(p.by()) }
