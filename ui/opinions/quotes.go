package opinions

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// quotes is the ledger of what may be published.
type quotes struct {
	page  *Page
	root  *fyne.Container
	all   []opinions.Quoted
	rows  []quoteRow
	task  *task // nil: the ledger is on show
	start fyne.Focusable
	asked execute.Asked
}

// quoteRow is what the keyboard finds in an entry of the ledger.
type quoteRow struct {
	opinion  app.ID
	change   *widgets.Button
	withdraw *widgets.Button // nil: it is withdrawn
}

func newQuotes(p *Page) *quotes { return &quotes{page: p, root: container.NewStack()} }

func (t *quotes) content() fyne.CanvasObject { return t.root }

func (t *quotes) first() fyne.Focusable {
	if t.task != nil {
		return t.task.first
	}
	return t.start
}

func (t *quotes) load() {
	p := t.page
	execute.Latest(p.Run, &t.asked, p.Desk.Quotes, func(err error) {
		p.Window.Failed(err)
		if t.task == nil {
			t.start = nil
			t.fill(p.unread(err))
		}
	}, func(all []opinions.Quoted) {
		t.all = all
		if t.task == nil {
			t.show()
		}
	})
}

func (t *quotes) show() {
	p, say := t.page, t.page.say
	follow := t.follow()
	t.start, t.rows = nil, nil
	if len(t.all) == 0 {
		choice := widgets.NewBigChoice(theme.IconSearch, say.Say("opinions.quotes.none.find", nil), say.Say("opinions.quotes.none.find.more", nil),
			func() { p.Find(app.OpinionQuery{}) })
		t.start = choice
		t.fill(widgets.EmptyState(theme.IconThank, say.Say("opinions.quotes.none", nil), say.Say("opinions.quotes.none.more", nil), choice))
		return
	}
	allowed := 0
	rows := widgets.Column(12)
	for i, q := range t.all {
		if q.Quote.Withdrawn.IsZero() {
			allowed++
		}
		if i < mostRows {
			rows.Add(t.row(q))
		}
	}
	if more := len(t.all) - mostRows; more > 0 {
		rows.Add(widgets.NewParagraph(say.Count("opinions.more", more, nil), widgets.Note))
	}
	export := widgets.NewButton(widgets.Primary, say.Say("opinions.quotes.export", nil), t.save).WithIcon(theme.IconExport).WithKey(say.Say("opinions.key.save", nil))
	count := widgets.NewParagraph(say.Count("opinions.quotes.allowed", allowed, app.Args{"Number": say.Number(int64(allowed))}), widgets.Note)
	head := widgets.NewText(say.Say("opinions.quotes.title", nil), widgets.Heading)
	t.fill(widgets.Sheet(head, rows, widgets.Row(12, export, widgets.Grow(count))))
	follow()
}

// follow returns what gives the keyboard to the button that has it now, drawn
// anew; where that is gone since its quote was withdrawn, to the next entry.
func (t *quotes) follow() func() {
	at := slices.IndexFunc(t.rows, func(r quoteRow) bool {
		return widgets.HasKeyboard(r.change) || r.withdraw != nil && widgets.HasKeyboard(r.withdraw)
	})
	if at < 0 || !t.page.shown || t.page.open != tab(t) {
		return func() {}
	}
	had := t.rows[at]
	changing := widgets.HasKeyboard(had.change)
	return func() {
		at := slices.IndexFunc(t.rows, func(r quoteRow) bool { return r.opinion == had.opinion })
		switch {
		case at < 0:
			t.page.Window.Focus(t.start)
		case changing:
			t.page.Window.Focus(t.rows[at].change)
		case t.rows[at].withdraw != nil:
			t.page.Window.Focus(t.rows[at].withdraw)
		default: // the next one's that changes nothing at once, should Space be pressed again
			t.page.Window.Focus(t.rows[min(at+1, len(t.rows)-1)].change)
		}
	}
}

// row is an entry of the ledger: the words, what may be done with them, and the
// proof.
func (t *quotes) row(q opinions.Quoted) fyne.CanvasObject {
	p, say := t.page, t.page.say
	proof := say.Say("opinions.quote.proof", app.Args{"Name": p.whoOf(q.Told), "Told": say.Told(q.Opinion, p.today())})
	words := []rune(q.Quote.Words)
	if len(words) > mostWords {
		words = append(words[:mostWords], '…')
	}
	text := widgets.Column(4, widgets.Quote(say.Quoted(string(words)), p.leaveOf(q.Quote)), widgets.Inset(widgets.NewParagraph(proof, widgets.Small), 0, 0, 0, 13))
	change := widgets.NewButton(widgets.Plain, say.Say("opinions.quote.change", nil), func() { t.change(q) })
	if t.start == nil {
		t.start = change
	}
	buttons, one := widgets.Row(8, change), quoteRow{opinion: q.Opinion.ID, change: change}
	if q.Quote.Withdrawn.IsZero() {
		one.withdraw = widgets.NewButton(widgets.Plain, say.Say("opinions.withdraw", nil), func() { p.withdraw(q.Told) })
		buttons.Add(one.withdraw)
	} else {
		change.SetText(say.Say("opinions.quote.again", nil))
	}
	t.rows = append(t.rows, one)
	return widgets.Column(12, widgets.Row(12, widgets.Grow(text), buttons), widgets.Line())
}

// withdraw notes that an opinion may not be published any more. Whoever asked not
// to be quoted may have said more that still may be, and that is said.
func (p *Page) withdraw(t opinions.Told) {
	by, more := p.By(), 0
	p.act(func(ctx context.Context) (app.ID, error) {
		applied, err := p.Desk.Withdraw(ctx, t.Opinion.ID, by)
		if err != nil {
			return app.ID{}, err
		}
		more, err = p.Desk.AllowedOf(ctx, t.Opinion.Customer)
		if err != nil {
			more = 0 // the words are withdrawn all the same; reading the list again tells what is wrong
		}
		return applied.Batch, nil
	}, nil, func() string {
		p.open.load()
		done := p.say.Say("opinions.withdraw.done", app.Args{"Name": p.whoOf(t)})
		if more > 0 {
			done += " " + p.say.Count("opinions.withdraw.more", more, app.Args{"Number": p.say.Number(int64(more))})
		}
		return done
	})
}

// change notes anew what may be published.
func (t *quotes) change(q opinions.Quoted) {
	t.page.work(opinions.WorkOn(q.Opinion, opinions.Quoting), func(w *work) {
		if t.task == nil {
			t.open(q, w)
		}
	})
}

func (t *quotes) open(q opinions.Quoted, w *work) {
	p := t.page
	t.task = p.quoteTask(w, q.Told, func() { t.root.Refresh() }, func() string {
		t.task = nil
		t.show()
		t.load()
		p.focus()
		return p.say.Say("opinions.quote.noted", nil)
	}, func() {
		t.task = nil
		t.change(q)
	})
	say := p.say
	do := widgets.NewButton(widgets.Primary, t.task.word, t.task.do).WithKey(say.Say("opinions.key.save", nil))
	back := widgets.NewButton(widgets.Plain, say.Say("opinions.back", nil), func() { t.back() }).WithKey(say.Say("opinions.key.back", nil))
	t.fill(widgets.Sheet(widgets.NewText(t.task.title, widgets.Heading), t.task.body, widgets.Row(8, do, back)))
	p.Window.Focus(t.task.first)
}

// save does what is being done, or else exports what is allowed today.
func (t *quotes) save() {
	if t.task != nil {
		t.task.do()
		return
	}
	if len(t.all) > 0 {
		t.page.exportQuotes()
	}
}

func (t *quotes) back() bool {
	if t.task == nil {
		return false
	}
	t.task.work.leave()
	t.task = nil
	t.show()
	t.page.focus()
	return true
}

func (t *quotes) fill(o fyne.CanvasObject) {
	t.root.Objects = []fyne.CanvasObject{o}
	t.root.Refresh()
}

// exportQuotes writes what may be published today into a file.
func (p *Page) exportQuotes() {
	name := exporting.FileName(p.say.Say("opinions.quotes.file", nil)+" "+p.today().String(), "quotes", "csv")
	p.OnSave(name, func(path string) {
		if path == "" {
			return
		}
		if err := exporting.CheckEnding(path, exporting.CSV); err != nil {
			p.Window.Failed(err)
			return
		}
		n := 0
		execute.Then(p.Run, func(ctx context.Context) error {
			return exporting.ToFile(path, func(w io.Writer) (err error) {
				n, err = p.Ledger.Write(ctx, w, exporting.CSV)
				return err
			})
		}, func(err error) {
			if err != nil {
				p.Window.Failed(err)
				return
			}
			p.wrote(p.say.Count("opinions.quotes.written", n, app.Args{"Number": p.say.Number(int64(n)), "File": filepath.Base(path)}), path)
		})
	})
}

// wrote tells of a file, with a way to open it.
func (p *Page) wrote(sentence, path string) {
	if p.OnOpen == nil || strings.TrimSpace(path) == "" {
		p.Window.Toast(sentence, nil)
		return
	}
	p.Window.Offer(sentence, p.say.Say("opinions.open", nil), func() { p.OnOpen(path) })
}
