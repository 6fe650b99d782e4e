package complaints

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/ui/kept"
	"ringback.app/ui/widgets"
)

// ask is a question that takes the place of what can be done: a few things to
// choose from, lines to type, Enter to save and Esc to leave it.
type ask struct {
	page    *Page
	draft   draftOf
	content fyne.CanvasObject
	choice  *widgets.Choice    // nil: there is nothing to choose
	unclear *widgets.Paragraph // what is wrong with the choice
	fields  map[string]*widgets.Field
	entries map[string]*widgets.Entry
	order   []string    // the names of the lines
	hints   []func()    // say anew how the lines are understood
	boxes   *kept.Boxes // nil: nothing is to be ticked
	blank   answer      // what it begins with
	from    answer      // what that was when what is kept was typed
	save    func()
	saving  bool
	gone    bool // the complaint is in the book no more
}

// question is what an ask shows and what becomes of the answer.
type question struct {
	name    string // of the question, in the translations
	args    app.Args
	options []widgets.Option
	chosen  string // of the options, from the start
	lines   []line
	boxes   *kept.Boxes // below the lines; nil: there are none
	// take reads the answer. It returns what to do, or what is wrong with each
	// line, and as complaints.FieldRemedy with what was chosen.
	take func(a answer) (work, map[string]string)
}

// line is a line to type.
type line struct {
	name        string                   // as FieldErrors name it
	placeholder string                   // may be empty
	text        string                   // from the start
	hint        func(text string) string // how it is understood; nil: it says nothing
	wide        bool                     // it has a row of its own
}

// answer is what was chosen and typed.
type answer struct {
	chosen string
	texts  map[string]string // by the name of the line, trimmed; under openPromises what is not ticked
}

// openPromises is under which an answer has what stays promised, beside its lines.
const openPromises = "open"

// start asks a question about the complaint shown, and lets the person type at
// once. What was typed before and left is there again.
func (p *Page) start(q question) {
	a := &ask{
		page: p, draft: draftOf{p.file.Complaint.ID, q.name},
		fields: make(map[string]*widgets.Field), entries: make(map[string]*widgets.Entry), boxes: q.boxes,
	}
	column := widgets.Column(6, widgets.NewParagraph(p.say.Say("complaints.ask."+q.name, q.args), widgets.Strong))
	if len(q.options) > 0 {
		a.unclear = widgets.NewProblem()
		a.choice = widgets.NewChoice(q.options, func(string) {
			a.unclear.SetProblem("")
			p.typed()
		}).Must()
		a.choice.SetChosen(q.chosen)
		column.Add(a.choice)
		column.Add(a.unclear)
	}
	column.Add(a.lines(q))
	if a.boxes != nil && a.boxes.Content() != nil {
		column.Add(a.boxes.Content())
	}
	a.save = func() { a.send(q.take) }
	column.Add(a.buttons(q))
	if len(a.fields) > 0 { // else nothing is typed
		column.Add(p.keeper.Line(p.say))
	}
	a.content = column
	a.blank = a.answer()
	a.from = a.blank
	if a.fill(p.written[a.draft].pinned(p.reading())) {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.ask.changed", nil), widgets.Alarm))
	}
	p.ask(a)
}

// ask shows the question in place of what can be done.
func (p *Page) ask(a *ask) {
	p.asking = a
	p.foot.Objects = []fyne.CanvasObject{a.content}
	p.right.Refresh()
	a.focus()
}

// focus gives the keyboard to what is to be chosen or typed first.
func (a *ask) focus() {
	switch {
	case a.choice != nil && a.choice.Chosen() == "":
		a.page.focus(a.choice)
	case len(a.order) > 0:
		a.page.focus(a.entries[a.order[0]])
	}
}

// changed says anew what depends on who sits at the desk.
func (a *ask) changed() {
	for _, hint := range a.hints {
		hint()
	}
}

// lines draws the lines: those that need little room share a row.
func (a *ask) lines(q question) fyne.CanvasObject {
	column := widgets.Column(0)
	var row []fyne.CanvasObject
	flush := func() {
		if len(row) > 0 {
			column.Add(widgets.Columns(16, nil, row...))
		}
		row = nil
	}
	for _, l := range q.lines {
		field := a.line(q, l)
		if l.wide {
			flush()
			column.Add(field)
			continue
		}
		row = append(row, field)
	}
	flush()
	return column
}

func (a *ask) line(q question, l line) fyne.CanvasObject {
	entry := widgets.NewEntry(l.placeholder)
	entry.TypeIn(l.text)
	field := widgets.NewField(a.page.say.Say("complaints.ask."+q.name+"."+l.name, q.args), entry)
	entry.OnSubmitted = func(string) { a.save() }
	entry.OnChanged = func(text string) {
		field.SetProblem("")
		if l.hint != nil {
			field.SetHint(l.hint(text))
		}
		a.page.typed()
	}
	if l.hint != nil {
		a.hints = append(a.hints, func() { field.SetHint(l.hint(entry.Text)) })
		field.SetHint(l.hint(l.text))
	}
	a.order = append(a.order, l.name)
	a.fields[l.name], a.entries[l.name] = field, entry
	return field
}

func (a *ask) buttons(q question) fyne.CanvasObject {
	say := a.page.say
	row := widgets.ButtonRow(widgets.NewButton(widgets.Primary, say.Say("complaints.ask."+q.name+".save", q.args), func() { a.save() }).
		WithKey(say.Say("complaints.key.enter", nil)))
	row.Add(widgets.NewButton(widgets.Plain, say.Say("complaints.back", nil), a.page.Back).WithKey(say.Say("complaints.key.escape", nil)))
	return row
}

// send does what the answer asks for.
func (a *ask) send(take func(answer) (work, map[string]string)) {
	if a.saving {
		return
	}
	w, problems := take(a.answer())
	if len(problems) > 0 {
		a.complain(problems)
		return
	}
	p := a.page
	was := widgets.Keyboard(p.right)
	a.saving = true
	if was != nil {
		p.focus(nil) // what is typed from here on would not be in it
	}
	p.do(w, func() {
		p.forget(a.draft)
		p.keeper.Now()
		if p.asking == a {
			p.stopAsking()
			if a.draft.question == "reopen" {
				p.Open(a.draft.complaint) // it is among the open ones now
			}
		}
	}, func(err error) {
		a.saving = false
		if p.asking == a && was != nil {
			p.focus(was)
		}
		var fields app.FieldErrors
		if errors.As(err, &fields) {
			a.complain(p.say.Fields(err))
			return
		}
		p.Window.Failed(err)
	})
}

func (a *ask) answer() answer {
	given := answer{texts: make(map[string]string)}
	if a.choice != nil {
		given.chosen = a.choice.Chosen()
	}
	for name, entry := range a.entries {
		given.texts[name] = strings.TrimSpace(entry.Text)
	}
	if a.boxes != nil {
		given.texts[openPromises] = a.boxes.Open()
	}
	return given
}

// complain says at the choice and at each line what is wrong with it, and gives the
// first of them the keyboard.
func (a *ask) complain(problems map[string]string) {
	first := true
	if problem := problems[complaints.FieldRemedy]; a.choice != nil && problem != "" {
		a.unclear.SetProblem(problem)
		a.page.focus(a.choice)
		first = false
		delete(problems, complaints.FieldRemedy)
	}
	for _, name := range a.order {
		a.fields[name].SetProblem(problems[name])
		if problems[name] != "" && first {
			a.page.focus(a.entries[name])
			first = false
		}
		delete(problems, name)
	}
	for _, problem := range problems { // about what cannot be typed here
		a.fields[a.order[0]].SetProblem(problem)
		break
	}
	a.page.right.Refresh()
}

// stopAsking brings back what can be done.
func (p *Page) stopAsking() {
	if p.asking == nil {
		return
	}
	p.asking = nil
	p.focus(nil)
	if p.file != nil && p.foot != nil {
		p.foot.Objects = []fyne.CanvasObject{p.footOf()}
		p.right.Refresh()
	}
}

// leaveAsking does, too, and keeps what was typed.
func (p *Page) leaveAsking() {
	if p.asking == nil {
		return
	}
	p.keeper.Now()
	p.stopAsking()
}
