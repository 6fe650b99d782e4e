package review

import (
	"cmp"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/ui/widgets"
)

// number is one of the numbers on show, with the words that lie behind it.
type number struct {
	question review.Question // of the first of its parts
	parts    []inwords.Part
	press    fyne.Focusable
	mark     func(chosen bool)
}

// newTiles are the figures above all others.
func (p *Page) newTiles(w *inwords.Words) fyne.CanvasObject {
	var tiles []*widgets.Tile
	for _, f := range w.Tiles() {
		var t *widgets.Tile
		t = widgets.NewTile(widgets.TileText{Label: f.Label, Number: f.Value, Of: f.Of, Note: f.Note, Late: f.Late},
			func() { p.words.open(heading(f), f.Parts, t) })
		p.remember(f.Parts, t, t.SetChosen)
		tiles = append(tiles, t)
	}
	return widgets.Tiles(12, tiles...)
}

// heading stands above the words behind a figure.
func heading(f inwords.Figure) string { return cmp.Or(f.Title, f.Label) }

func (p *Page) remember(parts []inwords.Part, press fyne.Focusable, mark func(bool)) {
	if len(parts) > 0 {
		p.numbers = append(p.numbers, number{parts[0].Question, parts, press, mark})
	}
}

// mark marks the number whose words are on show.
func (p *Page) mark(q review.Question) {
	for _, n := range p.numbers {
		n.mark(n.question == q)
	}
}

// newCards are all other figures, in the order of how much they matter. What has
// nothing to say is left out.
func (p *Page) newCards(w *inwords.Words) []fyne.CanvasObject {
	say := func(key string) string { return p.say.Say(key, nil) }
	cards := []fyne.CanvasObject{p.talk(w)}
	add := func(there bool, title, about string, parts ...fyne.CanvasObject) {
		if there {
			cards = append(cards, card(title, about, parts...))
		}
	}
	add(len(w.Standards) > 0, say("review.standards"), "", p.lines(w.Held())...)
	if w.NPS.Now.Answers() > 0 {
		n := w.NPS.Now
		add(true, say("review.scores"), w.Tiles()[2].Note,
			append([]fyne.CanvasObject{widgets.Inset(widgets.NewStrip(n.Promoters, n.Passives, n.Detractors), 2, 8, 6, 8)}, p.lines(w.Scores())...)...)
	}
	add(w.CSAT.Now.Answers() > 0, say("review.stars.title"), w.Satisfied(), p.bars(w.Stars()))
	add(true, say("review.right"), "", p.lines(w.PuttingRight())...)
	add(len(w.Items) > 0, say("review.items"), say("review.hollow"), p.some(review.AboutItem, w.ByItem())...)
	add(len(w.Sellers) > 0, say("review.sellers"), say("review.hollow"), p.some(review.AboutSeller, w.BySeller())...)
	add(w.Outcome.Complaints > 0, say("review.after"), w.Complaints(), p.lines(w.Complained())...)
	add(len(w.Put()) > 0, say("review.remedies"), "", p.lines(w.Put())...)
	add(w.Risk.Unhappy+w.Risk.Quiet > 0, say("review.at-risk"), w.Formula(), p.lines(w.Risked())...)
	add(w.Calls.Now.Made > 0, say("review.calls"), "", p.lines(w.CameOf())...)
	return cards
}

// talk is what they talk about.
func (p *Page) talk(w *inwords.Words) fyne.CanvasObject {
	if len(w.Themes) == 0 {
		return card(p.say.Say("review.talk", nil), p.say.Say("review.talk.none", nil))
	}
	bars := widgets.Column(0, p.some(review.AboutTheme, w.Talk())...)
	return widgets.Panel(widgets.Column(10, widgets.NewText(p.say.Say("review.talk", nil), widgets.Strong),
		outdent(bars), widgets.NewParagraph(p.say.Say("review.talk.hint", nil), widgets.Note)))
}

// card is a panel with a title, what it is about, and its numbers.
func card(title, about string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.Column(4, widgets.NewText(title, widgets.Strong))
	if about != "" {
		column.Add(widgets.NewParagraph(about, widgets.Note))
	}
	lines := widgets.Column(0, parts...)
	if len(parts) > 0 {
		column.Add(outdent(lines))
	}
	return widgets.Panel(column)
}

// outdent lets the ground of a line that can be pressed reach beyond its words,
// so that these stand below the title.
func outdent(o fyne.CanvasObject) fyne.CanvasObject { return widgets.Inset(o, 0, -8, 0, -8) }

// mostBars is how many bars a card shows before all are asked for.
const mostBars = 8

// some are the first of the bars, with a button that shows all of them.
func (p *Page) some(about review.About, bars []inwords.Bar) []fyne.CanvasObject {
	if len(bars) <= mostBars+1 || p.whole[about] {
		return []fyne.CanvasObject{p.bars(bars)}
	}
	all := widgets.NewButton(widgets.Quiet, p.say.Say("review.all", app.Args{"Number": p.say.Number(int64(len(bars)))}), func() {
		p.whole[about] = true
		p.show(p.last)
		p.Window.Focus(p.numberOf(bars[mostBars].Question))
	})
	return []fyne.CanvasObject{p.bars(bars[:mostBars]), widgets.Row(0, all)}
}

func (p *Page) bars(bars []inwords.Bar) fyne.CanvasObject {
	texts := make([]widgets.BarText, len(bars))
	for i, b := range bars {
		texts[i] = widgets.BarText{Name: b.Name, Count: b.Count, Marked: b.Unhappy, Number: b.Number, Change: b.Change}
	}
	part := func(b inwords.Bar) []inwords.Part { return []inwords.Part{{Text: b.Name, Question: b.Question}} }
	var drawn *widgets.Bars
	drawn = widgets.NewBars(texts, func(i int) { p.words.open(p.say.Quoted(bars[i].Name), part(bars[i]), drawn.Line(i)) })
	for i, b := range bars {
		p.remember(part(b), drawn.Line(i), func(chosen bool) { drawn.Mark(i, chosen) })
	}
	return drawn
}

func (p *Page) lines(figures []inwords.Figure) []fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(figures))
	for i, f := range figures {
		text := widgets.LineText{Words: f.Label, Note: f.Note, Late: f.Late, Value: f.Value}
		if f.Mood != inwords.Plain {
			text.Pill, text.Mood = true, moods[f.Mood]
		}
		var line *widgets.NumberLine
		line = widgets.NewNumberLine(text, func() { p.words.open(heading(f), f.Parts, line) })
		p.remember(f.Parts, line, line.SetChosen)
		lines[i] = line
	}
	return lines
}

var moods = map[inwords.Mood]widgets.Mood{inwords.Good: widgets.Good, inwords.Fair: widgets.Soon, inwords.Bad: widgets.Late}
