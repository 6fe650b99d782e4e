package importing

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostProblems is how many problems are shown one by one.
const mostProblems = 200

// page puts the content under the title of the page.
func page(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.Column(16, append([]fyne.CanvasObject{widgets.NewText(title, widgets.Heading)}, content...)...)
	return widgets.Scroll(widgets.Inset(column, 18, 24, 24, 24))
}

// drop is the place to drop files on.
func drop(say *wording.Voice, choose fyne.CanvasObject) fyne.CanvasObject {
	inside := widgets.Column(12,
		widgets.Row(0, widgets.Space(), widgets.NewIcon(theme.IconImport, theme.ColorAccent, 40), widgets.Space()),
		widgets.NewParagraph(say.Say("bring.drop", nil), widgets.Heading.Aligned(fyne.TextAlignCenter)),
		widgets.NewParagraph(say.Say("bring.kinds", nil), widgets.Muted.Aligned(fyne.TextAlignCenter)),
		widgets.Row(0, widgets.Space(), choose, widgets.Space()),
		widgets.NewParagraph(say.Say("bring.safe", nil), widgets.Note.Aligned(fyne.TextAlignCenter)))
	return page(say.Say("bring.title", nil), widgets.Panel(widgets.Inset(inside, 48, 24, 48, 24)))
}

// showPreview shows what would come of the files, in numbers and in problems.
func (p *Page) showPreview() {
	p.stage = previews
	say, s := p.say, p.preview.Summary
	again := widgets.NewButton(widgets.Plain, say.Say("bring.cancel", nil), p.begin).WithKey(say.Say("bring.key.back", nil))
	row := widgets.Row(8)
	var first fyne.Focusable = again
	sentence := say.Say("bring.nothing-new", nil)
	if changes(p.preview.Summary) {
		sentence = say.Say("bring.nothing-written", nil)
		importIt := widgets.NewButton(widgets.Primary, say.Say("bring.import", nil), p.write).WithKey(say.Say("bring.key.import", nil))
		row.Add(importIt)
		first = importIt
	}
	row.Add(widgets.NewButton(widgets.Plain, say.Say("bring.add", nil), p.chooseMore).WithIcon(theme.IconAdd))
	row.Add(again)
	content := []fyne.CanvasObject{widgets.NewParagraph(sentence, widgets.Muted)}
	content = append(content, p.numbers(s)...)
	content = append(content, row)
	content = append(content, p.problems()...)
	p.show(page(say.Say("bring.preview", nil), content...), first)
}

// showResult shows what came of an import, with the way back.
func (p *Page) showResult(r importing.Result) {
	p.stage = wrote
	say := p.say
	today := widgets.NewButton(widgets.Primary, say.Say("bring.today", nil), p.OnToday)
	more := widgets.NewButton(widgets.Plain, say.Say("bring.more", nil), p.begin)
	undo := widgets.NewButton(widgets.Plain, say.Say("bring.undo", nil), func() { p.undo(r.Batch) }).WithIcon(theme.IconUndo)
	content := append([]fyne.CanvasObject{widgets.NewParagraph(say.Say("bring.done.sentence", nil), widgets.Muted)}, p.numbers(r.Summary)...)
	ways := widgets.Row(8, today)
	if r.Summary.Contacts.Duplicates > 0 && p.OnDuplicates != nil {
		ways.Add(widgets.NewButton(widgets.Plain, say.Say("bring.compare", nil), p.OnDuplicates))
	}
	ways.Add(more)
	ways.Add(undo)
	content = append(content, ways)
	content = append(content, p.problems()...)
	p.show(page(say.Say("bring.done", nil), content...), today)
}

// numbers draws a panel for the people and one for the receipts.
func (p *Page) numbers(s importing.Summary) []fyne.CanvasObject {
	say := p.say
	var panels []fyne.CanvasObject
	if s.Contacts.Read > 0 || s.NumberOnly > 0 {
		extra := ""
		if s.NumberOnly > 0 {
			extra = say.Count("bring.number-only", s.NumberOnly, app.Args{"Number": say.Number(int64(s.NumberOnly))})
		}
		panels = append(panels, p.counts("bring.people", s.Contacts, extra))
	}
	if s.Lines == 0 && s.Receipts.Read > 0 { // of a whole book
		panels = append(panels, p.counts("bring.receipts", s.Receipts, ""))
	}
	if s.Lines > 0 {
		extra := say.Count("bring.lines", s.Lines, app.Args{"Number": say.Number(int64(s.Lines))})
		if s.Returns > 0 {
			extra += " " + say.Count("bring.returns", s.Returns, app.Args{"Number": say.Number(int64(s.Returns))})
		}
		if s.NoOneLines > 0 {
			extra += " " + say.Count("bring.no-one", s.NoOneLines, app.Args{"Number": say.Number(int64(s.NoOneLines))})
		}
		if s.BadLines > 0 {
			extra += " " + say.Count("bring.bad", s.BadLines, app.Args{"Number": say.Number(int64(s.BadLines))})
		}
		panels = append(panels, p.counts("bring.receipts", s.Receipts, extra))
	}
	for _, sort := range []struct {
		key    string
		counts importing.Counts
	}{{"bring.calls", s.Calls}, {"bring.opinions", s.Opinions}, {"bring.complaints", s.Complaints}} {
		if sort.counts.Read > 0 {
			panels = append(panels, p.counts(sort.key, sort.counts, ""))
		}
	}
	return panels
}

// counts draws how many of a sort came to what. Zeros but the first are left
// out.
func (p *Page) counts(title string, c importing.Counts, extra string) fyne.CanvasObject {
	say := p.say
	row := widgets.Wrap(32)
	add := func(key string, n int, style widgets.Style) {
		if n == 0 && key != "bring.created" {
			return
		}
		row.Add(widgets.Column(0, widgets.NewText(say.Number(int64(n)), style), widgets.NewText(say.Say(key, nil), widgets.Small)))
	}
	add("bring.created", c.Created, widgets.Number.In(theme.ColorAccent))
	add("bring.updated", c.Updated, widgets.Number)
	add("bring.same", c.Same, widgets.Number.In(theme.ColorMuted))
	add("bring.duplicates", c.Duplicates, widgets.Number.In(theme.ColorSoon))
	add("bring.rejected", c.Rejected, widgets.Number.In(theme.ColorLate))
	column := widgets.Column(8, widgets.NewText(say.Count(title, c.Read, app.Args{"Number": say.Number(int64(c.Read))}), widgets.Strong), row)
	if extra != "" {
		column.Add(widgets.NewParagraph(extra, widgets.Note))
	}
	return widgets.Panel(widgets.Inset(column, 4, 4, 4, 4))
}

// problems lists what could not be read or was left out, with whom it is about.
func (p *Page) problems() []fyne.CanvasObject {
	say := p.say
	column := widgets.Column(6)
	shown, more := 0, 0
	for _, item := range p.preview.Items {
		for _, problem := range item.Problems {
			if shown == mostProblems {
				more++
				continue
			}
			shown++
			who := item.Name
			if who == "" {
				who = item.File
			}
			column.Add(widgets.Column(0, widgets.NewText(who, widgets.Label), widgets.NewParagraph(say.Error(problem), widgets.Note)))
		}
	}
	if shown == 0 {
		return nil
	}
	title := widgets.NewText(say.Count("bring.problems", shown+more, app.Args{"Number": say.Number(int64(shown + more))}), widgets.Strong)
	if more > 0 {
		column.Add(widgets.NewText(say.Count("bring.problems.more", more, app.Args{"Number": say.Number(int64(more))}), widgets.Muted))
	}
	return []fyne.CanvasObject{widgets.Panel(widgets.Inset(widgets.Column(12, title, column), 4, 4, 4, 4))}
}

// changes tells whether there is anything to write.
func changes(s importing.Summary) bool {
	return s.Created+s.Updated+s.Duplicates+s.NumberOnly > 0
}
