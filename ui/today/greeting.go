package today

import (
	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// greeting is what is shown in a book in which there is nobody yet: the ways to
// begin, and how far a made-up shop has come.
type greeting struct {
	page    *Page
	ways    fyne.CanvasObject
	first   *widgets.BigChoice
	made    fyne.CanvasObject
	bar     *widgets.ProgressLine
	content fyne.CanvasObject
	filling bool // a made-up shop is on its way into the book
}

// progressWidth is how wide the bar is.
const progressWidth = 280

func newGreeting(p *Page) *greeting {
	g := &greeting{page: p, bar: widgets.NewProgressLine()}
	g.first = p.way(theme.IconImport, "today.begin.import", p.OnImport)
	g.ways = widgets.EmptyState(theme.IconMark,
		p.say.Say("today.greeting", nil), p.say.Say("today.greeting.how", nil),
		g.first,
		p.way(theme.IconPerson, "today.begin.add", p.OnAddCustomer),
		p.way(theme.IconShop, "today.begin.sample", g.lookAround))
	g.made = widgets.Column(0, widgets.Space(), widgets.Column(16,
		widgets.NewText(p.say.Say("today.begin.sample.making", nil), widgets.Heading.Aligned(fyne.TextAlignCenter)),
		widgets.Row(0, widgets.Space(), widgets.Fixed(progressWidth, 4, g.bar), widgets.Space()),
		widgets.NewText(p.say.Say("today.begin.sample.undo", nil), widgets.Note.Aligned(fyne.TextAlignCenter)),
	), widgets.Space())
	return g
}

// lookAround fills the book with a made-up shop and shows how far that is.
func (g *greeting) lookAround() {
	if g.filling || g.page.OnSample == nil || g.page.root.Objects[0] == g.page.sides {
		return
	}
	g.filling = true
	g.bar.SetPart(0)
	g.page.greet()
	g.page.OnSample(func(part float64) {
		g.bar.SetPart(part)
		if part >= 1 {
			g.filling = false
			g.page.reload()
		}
	})
}

// greet shows the greeting in place of the two sides.
func (p *Page) greet() {
	p.mode = showsNobody
	shown := p.empty.ways
	if p.empty.filling {
		shown = p.empty.made
	}
	if p.empty.content != shown || p.root.Objects[0] == p.sides {
		p.empty.content = shown
		p.leaveKeyboard()
		p.root.Objects = []fyne.CanvasObject{widgets.On(theme.ColorPage, shown)}
		p.root.Refresh()
		if shown == p.empty.ways && p.shown {
			p.focus(p.empty.first)
		}
	}
	if p.OnCounted != nil {
		p.OnCounted(0)
	}
}

// leaveKeyboard takes the keyboard from what is on show, since something else will be:
// keys would go on doing what nobody sees.
func (p *Page) leaveKeyboard() {
	if p.shown && widgets.HasKeyboard(p.root) {
		p.focus(nil)
	}
}
