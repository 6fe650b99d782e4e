package today

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/ui/kept"
	"ringback.app/ui/widgets"
)

// ask is a question that takes the place of the dispositions: a few things to
// choose from, a line to type, Enter to save and Esc to leave it.
type ask struct {
	content fyne.CanvasObject
	choice  *widgets.Choice    // nil: there is nothing to choose
	unclear *widgets.Paragraph // what is wrong with the choice
	field   *widgets.Field     // around entry
	entry   *widgets.Entry
	theirs  *theirHour     // the hour by their clock; nil: it is about no hour
	second  *widgets.Field // a further line to type; nil: there is none
	typed   *widgets.Entry // in second
	boxes   *kept.Boxes    // nil: nothing is to be ticked
	blank   answer         // what it begins with
	began   answer         // what that was when what is kept was typed
	kept    *answering     // keeps what is typed
	save    func()
}

// answer is what was chosen and typed, and which promises stay open.
type answer struct{ chosen, text, second, open string }

// question is what an ask shows and what becomes of the answer.
type question struct {
	name        string // under which the answer is kept
	complaint   app.ID // what it is about; zero: nothing of that kind
	title       string
	options     []widgets.Option
	began       answer      // chosen and typed from the start
	label       string      // of the line to type
	second      string      // label of a further line, which may stay empty; "": there is none
	boxes       *kept.Boxes // below the lines; nil: there are none
	placeholder string
	saved       string                   // the word on the button
	examples    []string                 // what can be typed, to press instead
	hour        bool                     // the line is an hour agreed with them
	hint        func(text string) string // how what is typed is understood; nil: it says nothing
	secondHint  func(text string) string // of the further line; never nil where there is one
	// take gets the answer and returns, in words, what is wrong with it.
	take func(a answer) (problem string)
}

func (p *Page) newAsk(q question) *ask {
	to := calling.AnswerTo{Customer: p.card.Customer.ID, Question: q.name, Complaint: q.complaint}
	a := &ask{entry: widgets.NewEntry(q.placeholder), boxes: q.boxes, blank: q.began, began: q.began, kept: p.answering(to)}
	before := p.answers[to]
	a.field = widgets.NewField(q.label, a.entry)
	a.save = func() { p.answer(a, q) }
	a.entry.OnSubmitted = func(string) { a.save() }
	a.entry.OnChanged = func(text string) {
		a.field.SetProblem("")
		if q.hint != nil {
			a.field.SetHint(q.hint(text))
		}
		if a.theirs != nil {
			a.theirs.offer(text)
			a.content.Refresh()
		}
		a.touched()
	}
	column := widgets.Column(8, widgets.NewText(q.title, widgets.Strong))
	a.content = column
	if len(q.options) > 0 {
		a.unclear = widgets.NewProblem()
		a.choice = widgets.NewChoice(q.options, func(string) {
			a.unclear.SetProblem("")
			a.touched()
		}).Must()
		column.Add(a.choice)
		column.Add(a.unclear)
	}
	if len(q.examples) > 0 {
		column.Add(p.examples(a, q.examples))
	}
	if q.second == "" {
		column.Add(a.field)
	} else {
		a.typed = widgets.NewEntry("")
		a.typed.OnSubmitted = func(string) { a.save() }
		a.second = widgets.NewField(q.second, a.typed)
		a.typed.OnChanged = func(text string) {
			a.second.SetProblem("")
			a.second.SetHint(q.secondHint(text))
			a.touched()
		}
		column.Add(widgets.Columns(16, []float32{2, 1}, a.field, a.second))
	}
	if q.hour {
		a.theirs = newTheirHour(p, a.entry)
		column.Add(a.theirs.row)
	}
	if a.boxes != nil && a.boxes.Content() != nil {
		column.Add(a.boxes.Content())
	}
	column.Add(p.askButtons(a, q.saved))
	if a.fill(before) {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.ask.changed", nil), widgets.Alarm))
	}
	return a
}

// answer takes what was answered, unless that is on its way already.
func (p *Page) answer(a *ask, q question) {
	if p.busy {
		return
	}
	a.field.SetProblem(q.take(a.answer()))
	if p.busy && p.asking == a && p.focusInside() {
		p.focus(nil) // what is typed from here on is for the next person
	}
}

// touched takes down what is chosen and typed now.
func (a *ask) touched() { a.kept.takeDown(a) }

// answer returns what is chosen and typed now.
func (a *ask) answer() answer {
	given := answer{text: a.entry.Text}
	if a.choice != nil {
		given.chosen = a.choice.Chosen()
	}
	if a.typed != nil {
		given.second = a.typed.Text
	}
	if a.boxes != nil {
		given.open = a.boxes.Open()
	}
	return given
}

// examples are buttons that type for the person.
func (p *Page) examples(a *ask, texts []string) fyne.CanvasObject {
	row := widgets.Wrap(4)
	for _, typed := range texts {
		row.Add(widgets.NewButton(widgets.Plain, typed, func() {
			a.entry.SetText(typed)
			p.focus(a.entry)
		}))
	}
	return row
}

func (p *Page) askButtons(a *ask, saved string) fyne.CanvasObject {
	return widgets.Wrap(8,
		widgets.NewButton(widgets.Primary, saved, func() { a.save() }).WithKey(p.say.Say("today.key.enter", nil)),
		widgets.NewButton(widgets.Plain, p.say.Say("today.back", nil), p.Back).WithKey(p.say.Say("today.key.escape", nil)))
}

// startAsking shows the question in place of the dispositions and lets the
// person type at once.
func (p *Page) startAsking(a *ask) {
	p.asking, p.mode = a, asks
	p.refreshBottom()
	if a.choice != nil && a.choice.Chosen() == "" {
		p.focus(a.choice)
	} else {
		p.focus(a.entry)
	}
	p.arrived()
}

// stopAsking brings the dispositions back. What was typed is kept.
func (p *Page) stopAsking() {
	p.asking.kept.Now()
	p.asking, p.mode = nil, showsCard
	p.refreshBottom()
	p.focus(nil)
}

func (p *Page) refreshBottom() {
	p.card.bottom.Objects = []fyne.CanvasObject{p.bottomOf(p.card)}
	p.card.content.Refresh()
}
