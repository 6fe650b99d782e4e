package opinions

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// listWidth is how wide a list of opinions is at first.
const listWidth = 372

// browser shows a list of opinions, and beside it the one that is chosen.
type browser struct {
	page  *Page
	split *widgets.Split
	list  *widgets.People
	count *widgets.Text
	none  *widgets.Paragraph
	empty *fyne.Container // around none
	left  *fyne.Container
	right *fyne.Container

	shown  []opinions.Told
	chosen app.ID
	draw   func(t opinions.Told) fyne.CanvasObject // the one that is chosen
	enter  func() fyne.Focusable                   // what Enter gives the keyboard to; nil: nothing
}

// newBrowser returns an empty browser; above stands over the list.
func newBrowser(p *Page, above fyne.CanvasObject, draw func(t opinions.Told) fyne.CanvasObject) *browser {
	b := &browser{page: p, draw: draw, count: widgets.NewText("", widgets.Note), none: widgets.NewParagraph("", widgets.Muted), right: container.NewStack()}
	b.list = widgets.NewPeople(func(key string) { b.choose(key, true) }, func(key string) {
		b.choose(key, true)
		b.split.ShowLeft(false)
		if b.enter != nil {
			if o := b.enter(); o != nil {
				p.Window.Focus(o)
			}
		}
	})
	b.empty = widgets.Inset(b.none, 16, 20, 0, 20)
	b.left = widgets.Column(0, above, widgets.Inset(b.count, 0, 20, 8, 20), b.empty, widgets.Grow(b.list))
	b.split = widgets.NewSplit(widgets.On(theme.ColorPage, b.left), widgets.On(theme.ColorSurface, b.right), listWidth, nil)
	b.split.Fold(widgets.On(theme.ColorSurface, widgets.Inset(widgets.Row(0,
		widgets.NewButton(widgets.Quiet, p.say.Say("opinions.list", nil), b.toList).WithIcon(theme.IconBack)), 6, 8, 0, 8)))
	b.split.ShowLeft(true)
	return b
}

func (b *browser) toList() {
	b.split.ShowLeft(true)
	b.page.Window.Focus(b.list)
}

// back goes from the opinion to the list, where there is room for one only.
func (b *browser) back() bool {
	if !b.split.Folded() || b.right.Hidden || !b.left.Hidden {
		return false
	}
	b.toList()
	return true
}

// show shows other opinions. The one that was chosen stays so, where it is among
// them; count says how many there are, none what to say if there are none.
func (b *browser) show(told []opinions.Told, count, none string) {
	b.shown = told
	b.count.SetText(count)
	b.none.SetText(none)
	b.empty.Hidden = len(told) > 0
	people := make([]widgets.Person, len(told))
	for i, t := range told {
		people[i] = b.page.person(t)
	}
	b.list.SetGroups([]widgets.Group{{People: people}})
	if len(told) == 0 {
		b.chosen = app.ID{}
		b.right.Objects = nil
		b.right.Refresh()
	} else {
		key := b.chosen.String()
		if !b.list.Choose(key) {
			key = people[0].Key
			b.list.Choose(key)
		}
		b.choose(key, false)
	}
	b.left.Refresh()
}

// choose shows an opinion. Where there is room for one side only, a person who
// chooses sees it; a list that is read anew stays.
func (b *browser) choose(key string, byHand bool) {
	for _, t := range b.shown {
		if t.Opinion.ID.String() != key {
			continue
		}
		b.chosen = t.Opinion.ID
		b.right.Objects = []fyne.CanvasObject{b.draw(t)}
		b.right.Refresh()
		if byHand && b.split.Folded() {
			b.split.ShowLeft(false)
		}
	}
}

// person is a line of the list.
func (p *Page) person(t opinions.Told) widgets.Person {
	o := t.Opinion
	line := widgets.Person{Key: o.ID.String(), Name: p.whoOf(t), Line: p.inBrief(o), Mood: widgets.Calm}
	switch {
	case o.Score != nil:
		line.Pill = p.say.Number(int64(*o.Score))
	case o.Stars != nil:
		line.Pill = p.say.Say("opinions.stars", app.Args{"Stars": *o.Stars, "Most": app.MaxStars})
	}
	switch {
	case o.Unhappy():
		line.Mood = widgets.Late
	case o.Score != nil && *o.Score >= app.Promoting, o.Stars != nil && *o.Stars >= app.Satisfied:
		line.Mood = widgets.Good
	}
	return line
}

// mostInLine is how many letters of an opinion a line has room for.
const mostInLine = 200

// inBrief is an opinion in one line.
func (p *Page) inBrief(o app.Opinion) string {
	o.Verbatim = strings.Join(strings.Fields(o.Verbatim[:min(len(o.Verbatim), 4*mostInLine)]), " ")
	if words := []rune(strings.ToValidUTF8(o.Verbatim, "")); len(words) > mostInLine {
		o.Verbatim = string(words[:mostInLine]) + "…"
	}
	return p.wordsOf(o)
}
