package review

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// firstShown is how many of the words behind a number are shown at first, and
// moreShown how many more each time they are asked for.
const (
	firstShown = 6
	moreShown  = 25
)

// behind shows what lies behind the number that was pressed.
type behind struct {
	page    *Page
	content *fyne.Container
	title   *widgets.Paragraph
	list    *fyne.Container
	words   *inwords.Words

	heading string
	parts   []inwords.Part
	at      int // which of the parts is on show
	choice  *widgets.Choice
	from    fyne.Focusable // the number that was pressed

	all     []review.Behind
	showing int
	shown   shown            // of what so many are shown
	left    int              // which of them was pressed and led away; -1: none, or somebody is back
	first   fyne.Focusable   // of the words
	lines   []fyne.Focusable // all of the words on show
	asked   execute.Asked    // counts the questions; the answer to an earlier one is dropped
}

// shown is what words are shown of.
type shown struct {
	period   review.Period
	question review.Question
}

func newBehind(p *Page) *behind {
	b := &behind{page: p, title: widgets.NewParagraph("", widgets.Strong), list: widgets.Column(8)}
	b.content = widgets.Panel(widgets.Column(10, b.title, b.list))
	b.forget()
	return b
}

// with speaks of other figures.
func (b *behind) with(w *inwords.Words) { b.words = w }

// forget shows that no number was pressed.
func (b *behind) forget() {
	b.asked++
	b.heading, b.parts, b.from, b.all, b.choice, b.first = "", nil, nil, nil, nil, nil
	b.shown, b.left = shown{}, -1
	b.title.SetText(b.page.say.Say("review.words", nil))
	b.say("review.words.hint")
}

// say shows a sentence in place of the words.
func (b *behind) say(key string) {
	b.first = nil
	b.fill(widgets.NewParagraph(b.page.say.Say(key, nil), widgets.Muted))
}

// fill shows the objects below the choice of parts, if there is one.
func (b *behind) fill(objects ...fyne.CanvasObject) {
	b.list.Objects = nil
	if b.choice != nil {
		b.list.Add(b.choice)
	}
	for _, o := range objects {
		b.list.Add(o)
	}
	b.page.refresh()
}

// open shows what lies behind a number that was pressed, the first of those
// parts. Pressed a second time, the number leads to its words.
func (b *behind) open(heading string, parts []inwords.Part, from fyne.Focusable) {
	if len(parts) == 0 {
		return
	}
	if heading == b.heading && from == b.from && b.first != nil {
		b.enter()
		return
	}
	b.heading, b.parts, b.at, b.from = heading, parts, 0, from
	b.offer()
	b.read()
	b.page.layout.show(b.page.aside)
}

// offer offers the parts of the number, where it has several.
func (b *behind) offer() {
	b.title.SetText(b.heading)
	b.choice = nil
	if len(b.parts) < 2 {
		return
	}
	var options []widgets.Option
	for i, part := range b.parts {
		options = append(options, widgets.Option{Key: strconv.Itoa(i), Text: part.Text})
	}
	b.choice = widgets.NewChoice(options, func(key string) {
		b.at, _ = strconv.Atoi(key)
		b.read()
	}).Must()
	b.choice.SetChosen(strconv.Itoa(b.at))
}

// again reads the words anew, since the figures are others; at first those of
// what they talk about most.
func (b *behind) again() {
	if len(b.parts) == 0 {
		b.begin()
		return
	}
	for _, n := range b.page.numbers {
		if n.question == b.parts[0].Question {
			b.parts = n.parts
			if b.from != nil {
				b.from = n.press
			}
			b.at = min(b.at, len(b.parts)-1)
			b.offer()
			b.read()
			return
		}
	}
	b.forget() // the number is not there any more
	b.begin()
}

func (b *behind) begin() {
	if talk := b.words.Talk(); len(talk) > 0 {
		b.heading = b.page.say.Quoted(talk[0].Name)
		b.parts = []inwords.Part{{Text: talk[0].Name, Question: talk[0].Question}}
		b.at = 0
		b.offer()
		b.read()
		return
	}
	b.page.mark(review.Question{})
}

// read reads the words off the UI goroutine.
func (b *behind) read() {
	p, part := b.page, b.parts[b.at]
	p.mark(b.parts[0].Question)
	period := p.period
	execute.Latest(p.Run, &b.asked, func(ctx context.Context) ([]review.Behind, error) {
		return p.Sums.Behind(ctx, period, part.Question)
	}, func(err error) {
		b.say("review.words.failed")
		p.Window.Failed(err)
	}, func(all []review.Behind) {
		b.all = all
		if now := (shown{period, part.Question}); b.shown != now {
			b.shown, b.showing, b.left = now, firstShown, -1
		}
		b.show()
		b.comeBack()
	})
}

func (b *behind) show() {
	if len(b.all) == 0 {
		b.say("review.words.none")
		return
	}
	p := b.page
	b.first, b.lines = nil, nil
	var objects []fyne.CanvasObject
	for i, one := range b.all[:min(b.showing, len(b.all))] {
		s := b.words.Saying(b.parts[b.at].Question.About, one)
		line := widgets.NewSaying(s.Words, s.Who, s.Pill, moods[s.Mood], func() {
			b.left = i
			b.person(s.Customer)
		})
		if b.first == nil {
			b.first = line
		}
		objects, b.lines = append(objects, line), append(b.lines, line)
	}
	switch more := len(b.all) - b.showing; {
	case more > 0:
		objects = append(objects, widgets.Row(0, widgets.NewButton(widgets.Quiet,
			p.say.Count("review.words.more", min(more, moreShown), nil), b.more)))
	case len(b.all) == review.MaxBehind:
		objects = append(objects, widgets.NewParagraph(
			p.say.Say("review.words.most", app.Args{"Most": p.say.Number(review.MaxBehind)}), widgets.Note))
	}
	b.fill(objects...)
}

// more shows some more of the words, and goes on with the first of these.
func (b *behind) more() {
	next := b.showing
	b.showing += moreShown
	b.show()
	b.page.Window.Focus(b.lines[next])
}

func (b *behind) person(customer app.ID) {
	switch {
	case !customer.IsZero():
		b.page.OnCustomer(customer)
	case b.page.OnUnmatched != nil:
		b.page.OnUnmatched()
	}
}

// enter gives the keyboard to the words.
func (b *behind) enter() {
	switch {
	case b.choice != nil:
		b.page.Window.Focus(b.choice)
	case b.first != nil:
		b.page.Window.Focus(b.first)
	}
}

// comeBack gives the keyboard to the words that led away.
func (b *behind) comeBack() {
	if at := b.left; b.page.shown && at >= 0 {
		b.left = -1
		if at < len(b.lines) {
			b.page.Window.Focus(b.lines[at])
		}
	}
}

// leave gives the keyboard back to the number whose words these are.
func (b *behind) leave() {
	if b.from != nil {
		b.page.Window.Focus(b.from)
	}
}
