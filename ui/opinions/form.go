package opinions

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/opinions"
	"ringback.app/app/rating"
	"ringback.app/app/when"
	"ringback.app/ui/widgets"
)

// leastThree is how wide themes, served by and praised are side by side at least,
// leastTwo two fields.
const (
	leastThree = 640
	leastTwo   = 460
)

// wordsLines is how many lines of their words are seen at least.
const wordsLines = 3

// form is an opinion while it is typed. Its fields are in the order in which
// they stand on a card, each one key away from the one before.
type form struct {
	page    *Page
	content *fyne.Container
	around  *fyne.Container // in which it scrolls and the words grow; nil: they do not
	wide    *fyne.Container // holds the first row

	id        app.ID // the opinion that is corrected; zero: a new one
	source    *widgets.Choice
	sender    *sender
	about     *about
	said      *widgets.ParsedField[app.Day]
	rating    *widgets.ParsedField[rating.Rating]
	words     *widgets.Entry
	wordsIn   *widgets.Field // around words
	themes    *widgets.WordsEntry
	themesBad *widgets.Paragraph // what is wrong with them
	staff     *widgets.WordsEntry
	staffBad  *widgets.Paragraph // what is wrong with the names
	praise    *widgets.WordsEntry
	quote     *widgets.Check
	quoted    *quoteFields
	quoteBox  *fyne.Container
	complaint *complaintFields // nil: it cannot begin one
	problem   *widgets.Paragraph

	changed func() // is told of every change by the person
	quiet   bool   // while the fields are filled
}

// newForm returns an empty form; one that corrects an opinion begins no
// complaint.
func newForm(p *Page, corrects bool, changed func()) *form {
	f := &form{page: p, changed: changed, problem: widgets.NewProblem()}
	say := p.say
	f.buildHead()
	f.words = widgets.NewNote(say.Say("opinions.words.example", nil), wordsLines)
	f.words.OnChanged = func(string) { f.touched() }
	f.wordsIn = widgets.NewField(say.Say("opinions.words", nil), f.words)
	f.themes = f.wordsEntry("opinions.themes.example", func() []string { return p.known.Themes }, func() fyne.Focusable { return f.staff.Entry() })
	f.staff = f.wordsEntry("opinions.staff.example", func() []string { return p.known.Staff }, func() fyne.Focusable { return f.praise.Entry() }).Whole()
	f.praise = f.wordsEntry("opinions.praise.example", f.praisable, func() fyne.Focusable { return f.quote }).Whole()
	f.themesBad, f.staffBad = widgets.NewProblem(), widgets.NewProblem()
	f.buildQuote()
	f.content = widgets.Column(6, f.wide, f.wordsIn, sideBySide(leastThree, []float32{2, 1, 1},
		labelled(say.Say("opinions.themes", nil), f.themes), labelled(say.Say("opinions.staff", nil), f.staff),
		labelled(say.Say("opinions.praise", nil), f.praise)), f.themesBad, f.staffBad,
		f.about.content, f.quoteBox) // not among what is typed: a list would swallow the letters
	if !corrects {
		f.complaint = newComplaintFields(p, f.touched, f.relay)
		f.content.Add(f.complaint.content)
	}
	f.content.Add(f.problem)
	f.showQuote()
	return f
}

// buildHead makes the fields for who, where, when and how much.
func (f *form) buildHead() {
	p, say := f.page, f.page.say
	var options []widgets.Option
	for _, s := range opinions.Sources() {
		options = append(options, widgets.Option{Key: string(s), Text: say.Say("opinions.source."+string(s), nil)})
	}
	f.source = widgets.NewChoice(options, func(string) { f.touched() }).Must()
	f.source.SetChosen(string(app.FromCard))
	f.sender = newSender(p, say.Say("opinions.sender", nil), f.whoChanged, func() { p.Window.Focus(f.said.Entry()) }, f.relay)
	f.said = widgets.NewParsedField(say.Say("opinions.said", nil), say.Say("opinions.said.example", nil), f.readDay, func() {
		f.about.propose()
		f.touched()
	})
	f.about = newAbout(p, f.day, f.touched, f.relay)
	f.rating = widgets.NewParsedField(say.Say("opinions.rating", nil), say.Say("opinions.rating.example", nil), f.readRating, f.rated)
	check := f.said.Entry().OnFocus
	f.said.Entry().OnFocus = func(has bool) {
		check(has)
		if has { // the day of the card before: what is typed takes its place
			f.said.Entry().TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
	f.said.Entry().OnSubmitted = func(string) { p.Window.Focus(f.rating.Entry()) }
	f.rating.Entry().OnSubmitted = func(string) { p.Window.Focus(f.words) }
	// The list comes last, so that Tab goes from the one to the other past it.
	f.wide = container.New(&headLayout{}, f.sender.Field, f.said, f.rating, f.sender.List)
}

// wordsEntry makes an entry for words that were used before.
func (f *form) wordsEntry(example string, known func() []string, next func() fyne.Focusable) *widgets.WordsEntry {
	return widgets.NewWordsEntry(f.page.say.Say(example, nil),
		func(typed string) []string { return folding.Matching(known(), typed) }, f.touched,
		func() { f.page.Window.Focus(next()) }).OnGrown(f.relay)
}

// praisable are who served them, then everybody else.
func (f *form) praisable() []string {
	names := f.staff.Values()
	for _, n := range f.page.known.Staff {
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// readDay reads the day it was said, and says how long it lay unread.
func (f *form) readDay(text string) (day app.Day, understood, problem string) {
	p := f.page
	day, err := when.ParseDay(text, p.reading(when.Behind))
	if err != nil {
		return 0, "", p.say.Error(err)
	}
	today := p.today()
	understood = p.say.Day(day, today)
	if lag := int(today - day); lag > 1 && f.id.IsZero() {
		understood = p.say.Count("opinions.said.lag", lag, app.Args{"Day": understood})
	}
	return day, understood, ""
}

// day is the one on which it was said, today unless that is typed.
func (f *form) day() app.Day {
	if day, ok := f.said.Value(); ok {
		return day
	}
	return f.page.today()
}

func (f *form) readRating(text string) (r rating.Rating, understood, problem string) {
	say := f.page.say
	r, err := rating.Parse(text)
	switch {
	case err != nil:
		return r, "", say.Error(err)
	case r.Score != nil:
		return r, say.Say("opinions.rating.score", app.Args{"Score": *r.Score, "Most": app.MaxScore}), ""
	case r.Stars != nil:
		return r, say.Count("opinions.rating.stars", *r.Stars, app.Args{"Most": app.MaxStars}), ""
	}
	return r, "", ""
}

// rated offers a complaint where the customer is unhappy.
func (f *form) rated() {
	if f.complaint != nil {
		r, _ := f.rating.Value()
		f.complaint.offer(app.Opinion{Score: r.Score, Stars: r.Stars}.Unhappy())
	}
	f.touched()
}

// whoChanged follows a change of who it is from.
func (f *form) whoChanged() {
	if f.quoted != nil {
		f.quoted.suggestName(f.sender.customer)
	}
	f.about.follow(f.sender.id(), f.sender.about)
	f.touched()
}

// touched follows what the person does: that nothing was said is so no more, and
// what is wrong elsewhere is looked at when they save.
func (f *form) touched() {
	if f.quiet {
		return
	}
	if f.wordsIn.Problem() != "" {
		f.wordsIn.SetProblem("")
	}
	if f.problem.Visible() {
		f.problem.SetProblem("")
		f.relay()
	}
	if f.changed != nil {
		f.changed()
	}
}

// relay lays the form out anew, since a part of it takes other room now.
func (f *form) relay() {
	switch {
	case f.around != nil:
		f.around.Refresh()
	case f.content != nil:
		f.content.Refresh()
	}
}

func (f *form) buildQuote() {
	f.quote = widgets.NewCheck(f.page.say.Say("opinions.quote", nil), widgets.Body, func(on bool) {
		f.showQuote()
		if on {
			f.page.focusSoon(f.quoted.name.entry)
		}
		f.touched()
	})
	f.quoted = newQuoteFields(f.page, f.touched)
	f.quoteBox = widgets.Column(8)
}

// showQuote shows what may be quoted where that is ticked.
func (f *form) showQuote() {
	f.quoteBox.RemoveAll()
	f.quoteBox.Add(widgets.Row(0, f.quote))
	if f.quote.Checked() {
		f.quoteBox.Add(widgets.Panel(f.quoted.content))
	}
	f.relay()
}

// fill puts an opinion into the fields. Who it is from is read by its ID.
func (f *form) fill(o opinions.Form) {
	f.quiet = true
	defer func() { f.quiet = false }()
	f.id = o.ID
	if o.Source != "" {
		f.source.SetChosen(string(o.Source))
	}
	f.sender.clear(o.Sender)
	f.about.set(o)
	f.said.SetText(o.Said)
	f.rating.SetText(o.Rating)
	f.words.SetText(o.Words)
	f.themes.SetValues(o.Themes)
	f.staff.SetValues(o.Staff)
	f.praise.SetValues(o.Praise)
	f.quote.SetChecked(o.Quote != nil)
	f.quoted.fill(o.Quote)
	f.showQuote()
	if f.complaint != nil {
		f.complaint.fill(o.Complaint)
		f.rated()
	}
	f.complain(nil)
}

// read returns what is typed.
func (f *form) read() opinions.Form {
	o := opinions.Form{
		ID: f.id, Customer: f.sender.id(), Sender: f.sender.text(), Source: app.Source(f.source.Chosen()),
		Said: strings.TrimSpace(f.said.Text()), Rating: strings.TrimSpace(f.rating.Text()), Words: f.words.Text,
		Themes: f.themes.Values(), Staff: f.staff.Values(), Praise: f.praise.Values(), About: f.about.chosen, Chosen: f.about.settled(),
	}
	if f.quote.Checked() {
		o.Quote = f.quoted.read()
	}
	if f.complaint != nil {
		o.Complaint = f.complaint.read()
	}
	return o
}

// complain says at each field what is wrong with it, and in one line below what
// belongs to none. The first wrong field has the keyboard.
func (f *form) complain(problems map[string]string) {
	fields := []struct {
		name  string
		set   func(problem string)
		focus fyne.Focusable
	}{
		{opinions.FieldCustomer, f.sender.Field.SetProblem, f.sender.Entry},
		{opinions.FieldSaid, f.said.SetProblem, f.said.Entry()},
		{opinions.FieldRating, f.rating.SetProblem, f.rating.Entry()},
		{opinions.FieldWords, f.wordsIn.SetProblem, f.words},
		{opinions.FieldThemes, f.themesBad.SetProblem, f.themes.Entry()},
		{opinions.FieldStaff, f.staffBad.SetProblem, f.staff.Entry()},
	}
	var first fyne.Focusable
	left := make(map[string]string, len(problems))
	for k, v := range problems {
		left[k] = v
	}
	for _, field := range fields {
		field.set(left[field.name])
		if left[field.name] != "" && first == nil {
			first = field.focus
		}
		delete(left, field.name)
	}
	if wrong := f.quoted.complain(left); first == nil {
		first = wrong
	}
	if f.complaint != nil {
		if wrong := f.complaint.complain(left); first == nil {
			first = wrong
		}
	}
	rest := ""
	for _, problem := range left {
		rest = problem
	}
	f.problem.SetProblem(rest)
	if first != nil {
		f.page.Window.Focus(first)
	}
	f.relay()
}

// first is what has the keyboard at the beginning.
func (f *form) first() fyne.Focusable {
	if !f.sender.customer.ID.IsZero() {
		return f.said.Entry()
	}
	return f.sender.Entry
}

// focusSoon moves the focus when the key that asked for it has been dealt with:
// the space that ticks a box also comes as a letter, which the field would type.
func (p *Page) focusSoon(o fyne.Focusable) {
	p.After(20*time.Millisecond, func() { p.Window.Focus(o) })
}

// labelled puts a small heading above a field.
func labelled(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(4, widgets.SectionTitle(label), field)
}
