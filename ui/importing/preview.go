package importing

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// sideWidth is how wide the side with the files and the numbers is.
const sideWidth = 348

// page puts the content under the title of the page.
func page(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.Column(16, append([]fyne.CanvasObject{widgets.NewText(title, widgets.Heading)}, content...)...)
	return widgets.Scroll(widgets.Inset(column, 18, 24, 24, 24))
}

// frame puts what fills the page between its head and the buttons below it.
func frame(head, body, foot fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(0, widgets.On(theme.ColorSurface, widgets.Inset(head, 16, 24, 12, 24)), widgets.Line(),
		widgets.Grow(body), widgets.Line(), widgets.On(theme.ColorSurface, widgets.Inset(foot, 12, 24, 12, 24)))
}

// drop is the place to drop files on, with what else there is to know below it.
func drop(say *wording.Voice, choose fyne.CanvasObject, below ...fyne.CanvasObject) fyne.CanvasObject {
	inside := widgets.Column(12,
		widgets.Row(0, widgets.Space(), widgets.NewIcon(theme.IconImport, theme.ColorAccent, 40), widgets.Space()),
		widgets.NewParagraph(say.Say("bring.drop", nil), widgets.Heading.Aligned(fyne.TextAlignCenter)),
		widgets.NewParagraph(say.Say("bring.kinds", nil), widgets.Muted.Aligned(fyne.TextAlignCenter)),
		widgets.Row(0, widgets.Space(), choose, widgets.Space()),
		widgets.NewParagraph(say.Say("bring.safe", nil), widgets.Note.Aligned(fyne.TextAlignCenter)))
	return page(say.Say("bring.title", nil), append([]fyne.CanvasObject{widgets.Panel(widgets.Inset(inside, 48, 24, 48, 24))}, below...)...)
}

// showPreview shows what the files were read as, what would come of them in
// numbers, and what of each card and receipt. A sentence that is not empty says
// why a correction could not be followed.
func (p *Page) showPreview(refused string) {
	p.stage = previews
	say := p.say
	again := widgets.NewButton(widgets.Plain, say.Say("bring.cancel", nil), p.begin).WithKey(say.Say("bring.key.back", nil))
	row := widgets.Wrap(8)
	var first fyne.Focusable = again
	sentence := say.Say("bring.nothing-new", nil)
	if s := p.preview.Summary; s.Same < s.Read || s.Read == 0 {
		sentence = say.Say("bring.nothing-usable", nil)
	}
	if changes(p.preview.Summary) {
		sentence = say.Say("bring.nothing-written", nil)
		importIt := widgets.NewButton(widgets.Primary, say.Say("bring.import", nil), p.write).WithKey(say.Say("bring.key.import", nil))
		row.Add(importIt)
		first = importIt
		p.save = p.write
	}
	row.Add(widgets.NewButton(widgets.Plain, say.Say("bring.add", nil), p.chooseMore).WithIcon(theme.IconAdd))
	row.Add(again)
	head := widgets.Column(4, widgets.NewText(say.Say("bring.preview", nil), widgets.Heading), widgets.NewParagraph(sentence, widgets.Muted))
	for _, about := range p.aboutSample() {
		head.Add(about)
	}
	if n := p.preview.Summary.NoCountry; n > 0 {
		head.Add(widgets.NewParagraph(say.Count("import.no-country", n, app.Args{"Number": say.Number(int64(n))}), widgets.Note.In(theme.ColorSoon)))
	}
	for _, line := range p.aboutCurrency() {
		head.Add(line)
	}
	if n := filesLeftOut(p.preview); n > 0 {
		head.Add(widgets.NewParagraph(say.Count("bring.files-left-out", n, app.Args{"Number": say.Number(int64(n))}), widgets.Note.In(theme.ColorLate)))
	}
	if refused != "" {
		head.Add(widgets.NewParagraph(refused, widgets.Alarm))
	}
	p.controls = make(map[string]fyne.Focusable)
	p.show(frame(head, p.sides(p.preview.Summary, true), row), first)
	if control, ok := p.controls[p.kept]; ok && p.shown {
		p.Window.Focus(control) // whoever tries one charset after the other stays where they are
	}
	p.kept = ""
}

// sides shows the files and the numbers beside what comes of each item: first
// what can be corrected, afterwards what came of it.
func (p *Page) sides(s importing.Summary, correctable bool) fyne.CanvasObject {
	numbers := p.numbers(s)
	var cards []fyne.CanvasObject
	for _, f := range p.preview.Files {
		cards = append(cards, p.fileCard(f, correctable))
	}
	for _, b := range p.preview.Beside {
		cards = append(cards, widgets.NewParagraph(p.beside(b), widgets.Note))
	}
	panels := append(numbers, cards...)
	if correctable {
		panels = append(cards, numbers...)
	}
	return widgets.NewSplit(
		widgets.On(theme.ColorPage, widgets.Scroll(widgets.Inset(widgets.Column(12, panels...), 16, 16, 16, 20))),
		widgets.On(theme.ColorSurface, newItems(p).content), sideWidth, nil)
}

// showResult shows what came of an import, with the way back.
func (p *Page) showResult(r importing.Result) {
	p.stage, p.batch = wrote, r.Batch
	say := p.say
	today := widgets.NewButton(widgets.Primary, say.Say("bring.today", nil), p.OnToday)
	ways := widgets.Wrap(8, today)
	told := []string{say.Say(p.inTheBook(r.Summary, "bring.done.all", "bring.done.part"), nil)}
	if r.Summary.Duplicates > 0 && p.OnDuplicates != nil {
		told = append(told, say.Say("bring.done.duplicates", nil))
		ways.Add(widgets.NewButton(widgets.Plain, say.Say("bring.compare", nil), p.OnDuplicates).WithIcon(theme.IconPeople))
	}
	ways.Add(widgets.NewButton(widgets.Plain, say.Say("bring.more", nil), p.begin))
	ways.Add(widgets.NewButton(widgets.Plain, say.Say("bring.undo", nil), func() { p.undo(r.Batch) }).WithIcon(theme.IconUndo))
	told = append(told, say.Say("bring.done.way-back", nil))
	head := widgets.Column(4, widgets.NewText(say.Say("bring.done", nil), widgets.Heading),
		widgets.NewParagraph(strings.Join(told, " "), widgets.Muted))
	p.show(frame(head, p.sides(r.Summary, false), ways), today)
}

// inTheBook is the key of what is said of an import of that outcome: the one if all
// of it was taken, the other if something was left out.
func (p *Page) inTheBook(s importing.Summary, all, part string) string {
	if s.Rejected+s.BadLines+s.NoOneLines+filesLeftOut(p.preview) > 0 {
		return part
	}
	return all
}
