package opinions

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// detail shows one opinion with what can be done about it, and one form at a
// time in which it is done.
type detail struct {
	page *Page
	root *fyne.Container
	read func() // reads the list anew

	told opinions.Told
	task *task           // nil: none is open
	edit *widgets.Button // the first of the buttons
}

// task is something that is being done about an opinion.
type task struct {
	of    app.ID
	title string
	body  fyne.CanvasObject
	first fyne.Focusable
	word  string // of the button that does it
	do    func()
	work  *work // keeps what is typed
}

func newDetail(p *Page, read func()) *detail {
	return &detail{page: p, root: container.NewStack(), read: read}
}

// first is what Enter in the list gives the keyboard to.
func (d *detail) first() fyne.Focusable {
	if d.task != nil {
		return d.task.first
	}
	if d.edit == nil {
		return nil
	}
	return d.edit
}

// draw shows an opinion; a form that was begun about it stays open.
func (d *detail) draw(t opinions.Told) fyne.CanvasObject {
	if d.task != nil && d.task.of != t.Opinion.ID {
		d.task.work.leave()
		d.task = nil
	}
	d.told = t
	d.redraw()
	return d.root
}

func (d *detail) redraw() {
	body := d.opinion()
	if d.task != nil {
		body = d.working()
	}
	d.root.Objects = []fyne.CanvasObject{body}
	d.root.Refresh()
}

// working shows the form that is open, below the words it is about.
func (d *detail) working() fyne.CanvasObject {
	say := d.page.say
	do := widgets.NewButton(widgets.Primary, d.task.word, d.task.do).WithKey(say.Say("opinions.key.save", nil))
	back := widgets.NewButton(widgets.Plain, say.Say("opinions.back", nil), func() { d.back() }).WithKey(say.Say("opinions.key.back", nil))
	head := widgets.NewText(d.task.title, widgets.Heading)
	return widgets.Sheet(head, d.task.body, widgets.Row(8, do, back))
}

// opinion shows all there is to know of it.
func (d *detail) opinion() fyne.CanvasObject {
	p, say, o := d.page, d.page.say, d.told.Opinion
	names := widgets.Column(2, widgets.NewParagraph(p.whoOf(d.told), widgets.Heading).AtMost(2),
		widgets.NewParagraph(say.Told(o, p.today()), widgets.Note))
	head := widgets.Row(12, widgets.Grow(names))
	if !o.Customer.IsZero() {
		head.Add(widgets.NewButton(widgets.Plain, say.Say("opinions.customer", nil), func() { p.OnCustomer(o.Customer) }).WithIcon(theme.IconPerson))
	}
	body := widgets.Column(14)
	if o.Verbatim != "" {
		body.Add(widgets.Quote(say.Quoted(o.Verbatim), ""))
	} else {
		body.Add(widgets.NewParagraph(say.Say("opinions.wordless", nil), widgets.Muted))
	}
	facts := widgets.Column(6)
	facts.Add(widgets.NewParagraph(p.whenRead(o), widgets.Note))
	if len(o.Staff) > 0 {
		facts.Add(widgets.NewParagraph(say.Say("opinions.served", app.Args{"Staff": say.List(o.Staff)}), widgets.Note))
	}
	if !o.Customer.IsZero() && o.Sender != "" {
		facts.Add(widgets.NewParagraph(say.Say("opinions.sent-by", app.Args{"Sender": o.Sender}), widgets.Note))
	}
	for _, passed := range o.Passed {
		facts.Add(good(say.Say("opinions.told", app.Args{"Staff": passed.Staff, "Day": say.Day(app.DayOf(passed.At.In(p.zone())), p.today())})))
	}
	if q := o.Quote; q != nil {
		facts.Add(widgets.NewParagraph(p.leaveOf(*q), widgets.Note))
	}
	body.Add(facts)
	body.Add(widgets.Line())
	body.Add(d.buttons())
	return widgets.Sheet(head, body, nil)
}

// whenRead says when it was written and when read.
func (p *Page) whenRead(o app.Opinion) string {
	say, read := p.say, app.DayOf(o.Taken.In(p.zone()))
	args := app.Args{"Said": say.Day(o.Said, p.today()), "Read": say.Day(read, p.today())}
	if lag := opinions.Lag(o, p.zone()); lag > 0 {
		return say.Count("opinions.read.later", lag, args)
	}
	return say.Say("opinions.read.at-once", args)
}

// leaveOf says what may be published, or that it may not any more.
func (p *Page) leaveOf(q app.Quote) string {
	say := p.say
	day := func(key string) string { return say.Say(key, nil) }
	args := app.Args{"Since": say.Day(app.DayOf(q.Since.In(p.zone())), p.today()), "Name": q.Name, "Where": q.Where}
	if q.Name == "" {
		args["Name"] = day("opinions.quote.nameless")
	}
	if q.Where == "" {
		args["Where"] = day("opinions.quote.anywhere")
	}
	if !q.Withdrawn.IsZero() {
		args["Withdrawn"] = say.Day(app.DayOf(q.Withdrawn.In(p.zone())), p.today())
		return say.Say("opinions.quote.withdrawn", args)
	}
	return say.Say("opinions.quote.allowed", args)
}

// buttons are what can be done about it.
func (d *detail) buttons() fyne.CanvasObject {
	p, say, o := d.page, d.page.say, d.told.Opinion
	d.edit = widgets.NewButton(widgets.Plain, say.Say("opinions.edit", nil), d.openEdit).WithIcon(theme.IconEdit)
	buttons := []*widgets.Button{
		d.edit,
		widgets.NewButton(widgets.Plain, say.Say("opinions.complain", nil), d.openComplaint).WithIcon(theme.IconFix),
	}
	switch {
	case o.Verbatim == "":
	case o.Quote == nil || !o.Quote.Withdrawn.IsZero():
		buttons = append(buttons, widgets.NewButton(widgets.Plain, say.Say("opinions.allow", nil), d.openQuote))
	default:
		buttons = append(buttons, widgets.NewButton(widgets.Plain, say.Say("opinions.quote.change", nil), d.openQuote),
			widgets.NewButton(widgets.Plain, say.Say("opinions.withdraw", nil), func() { p.withdraw(d.told) }))
	}
	for _, staff := range o.Unthanked() {
		buttons = append(buttons, p.tellButton(o.ID, staff))
	}
	if o.Customer.IsZero() {
		buttons = append(buttons, widgets.NewButton(widgets.Plain, say.Say("opinions.match", nil), p.ShowUnmatched).WithIcon(theme.IconPerson))
	}
	return widgets.ButtonRow(buttons...)
}

// open shows a form about the opinion on show.
func (d *detail) open(t *task) {
	t.of = d.told.Opinion.ID
	d.task = t
	d.redraw()
	d.page.Window.Focus(t.first)
}

func (d *detail) close() {
	d.task = nil
	d.redraw()
	if d.edit != nil {
		d.page.Window.Focus(d.edit)
	}
}

func (d *detail) save() {
	if d.task != nil {
		d.task.do()
	}
}

// back leaves the form that is open.
func (d *detail) back() bool {
	if d.task == nil {
		return false
	}
	d.task.work.leave()
	d.close()
	return true
}

// begin shows a form about the opinion on show, as far as it was filled in before.
func (d *detail) begin(what string, form func(w *work) *task) {
	told := d.told
	d.page.work(opinions.WorkOn(told.Opinion, what), func(w *work) {
		if d.told.Opinion.ID == told.Opinion.ID && d.task == nil {
			d.open(form(w))
		}
	})
}

// anew opens a form once more.
func (d *detail) anew(open func()) func() {
	return func() {
		d.task = nil
		open()
	}
}

// openEdit corrects the opinion.
func (d *detail) openEdit() {
	d.begin(opinions.Correcting, func(w *work) *task {
		p, told := d.page, d.told
		f := newForm(p, true, w.Touch)
		w.fill(func(o opinions.Form) {
			f.fill(o)
			switch who := told.Who; {
			case o.Customer.IsZero():
			case o.Customer == who.ID:
				f.sender.set(who, nil)
			default:
				f.sender.take(o.Customer)
			}
		}, opinions.FormOf(told.Opinion), f.read)
		return &task{
			title: p.say.Say("opinions.edit.title", nil), word: p.say.Say("opinions.keep", nil), first: f.words,
			body: w.under(widgets.Column(8, f.source, f.content), d.anew(d.openEdit)), work: w,
			do: func() {
				form, by := w.form(), p.By()
				p.act(func(ctx context.Context) (app.ID, error) {
					return w.record(ctx, func() (app.ID, error) {
						saved, err := p.Desk.Take(ctx, form, by)
						return saved.Batch, err
					})
				}, f.complain, d.closing("opinions.edited"))
			},
		}
	})
}

// openComplaint makes the opinion a complaint.
func (d *detail) openComplaint() { d.begin(opinions.Complaining, d.complaining) }

func (d *detail) complaining(w *work) *task {
	p := d.page
	fields := newComplaintFields(p, w.Touch, d.relay)
	fields.sure = true
	w.fill(func(o opinions.Form) { fields.fill(o.Complaint) }, opinions.Form{Complaint: &opinions.ComplaintForm{}},
		func() opinions.Form { return opinions.Form{Complaint: fields.read()} })
	problem := widgets.NewProblem()
	id := d.told.Opinion.ID
	return &task{
		title: p.say.Say("opinions.complain.title", nil), word: p.say.Say("opinions.complain.do", nil), first: fields.wish.entry,
		body: w.under(widgets.Column(14, widgets.Quote(p.shortened(d.told.Opinion), ""), fields.content, problem), d.anew(d.openComplaint)), work: w,
		do: func() {
			form, by := fields.read(), p.By()
			p.act(func(ctx context.Context) (app.ID, error) {
				return w.record(ctx, func() (app.ID, error) {
					saved, err := p.Desk.Complain(ctx, id, *form, by)
					return saved.Batch, err
				})
			}, func(problems map[string]string) {
				if first := fields.complain(problems); first != nil {
					p.Window.Focus(first)
				}
				rest := ""
				for _, r := range problems {
					rest = r
				}
				problem.SetProblem(rest)
				d.relay()
			}, d.closing("opinions.complained"))
		},
	}
}

// openQuote notes what of the opinion may be published.
func (d *detail) openQuote() {
	d.begin(opinions.Quoting, func(w *work) *task {
		return d.page.quoteTask(w, d.told, d.relay, d.closing("opinions.quote.noted"), d.anew(d.openQuote))
	})
}

// quoteTask is the form that notes what of an opinion may be published.
func (p *Page) quoteTask(w *work, t opinions.Told, relay func(), done func() string, anew func()) *task {
	fields := newQuoteFields(p, w.Touch)
	itself := opinions.QuoteForm{Words: t.Opinion.Verbatim, Name: t.Who.Name.Full}
	if q := t.Opinion.Quote; q != nil {
		itself = opinions.QuoteForm{Words: q.Words, Where: q.Where, Name: q.Name}
	}
	w.fill(func(o opinions.Form) { fields.fill(o.Quote) }, opinions.Form{Quote: &itself},
		func() opinions.Form { return opinions.Form{Quote: fields.read()} })
	fields.suggested = itself.Name
	id := t.Opinion.ID
	return &task{
		of: id, title: p.say.Say("opinions.quote.title", nil), word: p.say.Say("opinions.keep", nil), first: fields.name.entry,
		body: w.under(widgets.Column(14, widgets.Quote(p.shortened(t.Opinion), p.say.Told(t.Opinion, p.today())), fields.content), anew), work: w,
		do: func() {
			form, by := fields.read(), p.By()
			p.act(func(ctx context.Context) (app.ID, error) {
				return w.record(ctx, func() (app.ID, error) {
					applied, err := p.Desk.Grant(ctx, id, *form, by)
					return applied.Batch, err
				})
			}, func(problems map[string]string) {
				if first := fields.complain(problems); first != nil {
					p.Window.Focus(first)
				}
				relay()
			}, done)
		},
	}
}

// closing closes the form that is open, and returns the sentence of that key.
func (d *detail) closing(key string) func() string {
	return func() string {
		d.close()
		d.read()
		return d.page.say.Say(key, nil)
	}
}

func (d *detail) relay() { d.root.Refresh() }

// mostWords is how many letters of an opinion are shown where it only says what
// a form is about.
const mostWords = 400

func (p *Page) shortened(o app.Opinion) string {
	words := []rune(strings.TrimSpace(o.Verbatim))
	if len(words) > mostWords {
		words = append(words[:mostWords], '…')
	}
	return p.say.Quoted(string(words))
}
