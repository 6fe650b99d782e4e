package opinions

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// input is one field of a form that is typed in.
type input struct {
	field *widgets.Field
	entry *widgets.Entry
}

func newInput(label string, entry *widgets.Entry, touched func()) *input {
	i := &input{field: widgets.NewField(label, entry), entry: entry}
	entry.OnChanged = func(string) {
		if i.field.Problem() != "" {
			i.field.SetProblem("")
		}
		touched()
	}
	return i
}

// complain shows the problem of that name, takes it out, and returns what is to
// have the keyboard; nil if nothing is wrong.
func (i *input) complain(problems map[string]string, name string) fyne.Focusable {
	problem := problems[name]
	i.field.SetProblem(problem)
	delete(problems, name)
	if problem == "" {
		return nil
	}
	return i.entry
}

// quoteFields ask what may be published, where and under which name.
type quoteFields struct {
	content            *fyne.Container
	words, where, name *input
	suggested          string // the name that was put there for the person
}

func newQuoteFields(p *Page, touched func()) *quoteFields {
	say := p.say
	q := &quoteFields{
		name:  newInput(say.Say("opinions.quote.name", nil), widgets.NewEntry(say.Say("opinions.quote.name.example", nil)), touched),
		where: newInput(say.Say("opinions.quote.where", nil), widgets.NewEntry(say.Say("opinions.quote.where.example", nil)), touched),
		words: newInput(say.Say("opinions.quote.words", nil), widgets.NewNote(say.Say("opinions.quote.words.example", nil), 2), touched),
	}
	q.name.entry.OnFocus = func(has bool) {
		if has && q.suggested != "" && q.name.entry.Text == q.suggested { // what is typed takes its place
			q.name.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
	q.content = widgets.Column(2, sideBySide(leastTwo, []float32{1, 1}, q.name.field, q.where.field), q.words.field)
	return q
}

// suggestName puts the customer's name there, unless the person wrote another.
func (q *quoteFields) suggestName(c app.Customer) {
	if q.name.entry.Text == q.suggested {
		q.suggested = c.Name.Full
		q.name.entry.SetText(q.suggested)
	}
}

func (q *quoteFields) fill(f *opinions.QuoteForm) {
	if f == nil {
		f = &opinions.QuoteForm{}
	}
	q.suggested = ""
	q.words.entry.SetText(f.Words)
	q.where.entry.TypeIn(f.Where)
	q.name.entry.TypeIn(f.Name)
}

func (q *quoteFields) read() *opinions.QuoteForm {
	return &opinions.QuoteForm{Words: q.words.entry.Text, Where: q.where.entry.Text, Name: q.name.entry.Text}
}

func (q *quoteFields) complain(problems map[string]string) (first fyne.Focusable) {
	for _, f := range []struct {
		in   *input
		name string
	}{{q.name, opinions.FieldName}, {q.where, opinions.FieldWhere}, {q.words, opinions.FieldQuote}} {
		if wrong := f.in.complain(problems, f.name); first == nil {
			first = wrong
		}
	}
	return first
}

// complaintFields ask what is to be put right. They unfold where a score says
// that something is; what is typed in them ticks the box.
type complaintFields struct {
	page    *Page
	content *fyne.Container
	check   *widgets.Check
	wish    *input
	promise *input
	by      *widgets.ParsedField[when.Moment]
	owner   *widgets.Check
	open    bool // the fields are in sight
	sure    bool // it is one; there is nothing to tick
	quiet   bool // while they are filled
	touched func()
	relay   func()
}

func newComplaintFields(p *Page, touched, relay func()) *complaintFields {
	say := p.say
	c := &complaintFields{page: p, touched: touched, relay: relay, content: widgets.Column(0)}
	c.check = widgets.NewCheck(say.Say("opinions.wrong", nil), widgets.Strong, func(on bool) {
		c.show(c.open || on)
		if on {
			p.focusSoon(c.wish.entry)
		}
		touched()
	})
	typed := func() {
		if !c.quiet {
			c.check.SetChecked(true)
		}
		touched()
	}
	c.wish = newInput(say.Say("opinions.wish", nil), widgets.NewEntry(say.Say("opinions.wish.example", nil)), typed)
	c.promise = newInput(say.Say("opinions.promise", nil), widgets.NewEntry(say.Say("opinions.promise.example", nil)), typed)
	c.by = widgets.NewParsedField(say.Say("opinions.by", nil), say.Say("opinions.by.example", nil), func(text string) (when.Moment, string, string) {
		m, err := when.Parse(text, p.reading(when.Ahead))
		if err != nil {
			return m, "", say.Error(err)
		}
		now := p.Clock()
		understood := say.DayLong(m.Day, p.today())
		if m.Timed {
			understood = say.Moment(m.In(p.zone()), now.In(p.zone()))
		}
		return m, say.PromisedFor(understood, complaints.EndOf(m, p.plan), now, p.plan, now), ""
	}, func() {
		typed()
		if !c.quiet { // how it is understood may take several lines
			c.relay()
			widgets.BringIntoSight(c.by)
		}
	})
	c.owner = widgets.NewCheck(say.Say("opinions.for-owner", nil), widgets.Body, func(bool) { typed() })
	c.show(false)
	return c
}

// offer shows the fields where the customer is unhappy, and hides them again
// where nothing was ticked.
func (c *complaintFields) offer(unhappy bool) { c.show(unhappy || c.check.Checked()) }

func (c *complaintFields) show(open bool) {
	if c.open == open && len(c.content.Objects) > 0 {
		return
	}
	c.open = open
	c.content.RemoveAll()
	fields := widgets.Column(4, c.wish.field, sideBySide(leastTwo, []float32{1, 1}, c.promise.field, c.by), widgets.Row(0, c.owner))
	switch {
	case c.sure:
		c.content.Add(fields)
	case open:
		c.content.Add(widgets.Callout(theme.ColorSoon, widgets.Column(6, c.check, fields)))
	default:
		c.content.Add(widgets.Row(0, c.check))
	}
	c.relay()
}

func (c *complaintFields) fill(f *opinions.ComplaintForm) {
	c.quiet = true
	defer func() { c.quiet = false }()
	ticked := f != nil
	if !ticked {
		f = &opinions.ComplaintForm{}
	}
	c.wish.entry.SetText(f.Wish)
	c.promise.entry.SetText(f.Promise)
	c.by.SetText(f.By)
	c.owner.SetChecked(f.ForOwner)
	c.check.SetChecked(ticked)
	c.show(ticked)
}

// read returns what is to be put right, nil if that is not ticked.
func (c *complaintFields) read() *opinions.ComplaintForm {
	if !c.check.Checked() {
		return nil
	}
	return &opinions.ComplaintForm{Wish: c.wish.entry.Text, Promise: c.promise.entry.Text, By: c.by.Text(), ForOwner: c.owner.Checked()}
}

func (c *complaintFields) complain(problems map[string]string) fyne.Focusable {
	first := c.wish.complain(problems, opinions.FieldWish)
	if wrong := c.promise.complain(problems, opinions.FieldPromise); first == nil {
		first = wrong
	}
	by := problems[opinions.FieldBy]
	c.by.SetProblem(by)
	delete(problems, opinions.FieldBy)
	if by != "" && first == nil {
		first = c.by.Entry()
	}
	return first
}
