package loyalty

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/loyalty"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// view is the groups, and the people of the one that is chosen.
type view struct {
	page    *Page
	content fyne.CanvasObject
	tiles   map[loyalty.Kind]*widgets.Tile
	what    *widgets.Paragraph // what makes the group
	people  *people
}

func newView(p *Page) *view {
	v := &view{page: p, tiles: make(map[loyalty.Kind]*widgets.Tile)}
	say, roll := p.say, p.roll
	var tiles []*widgets.Tile
	for _, g := range roll.Groups() {
		t := widgets.NewTile(widgets.TileText{
			Label: v.name(g.Kind), Number: say.Number(int64(g.Count)),
			Note: say.Say("loyalty.a-year", app.Args{"Sum": say.WholeMoney(app.Money{Minor: g.YearValue, Currency: roll.Currency})}),
		}, func() { p.choose(g.Kind) })
		v.tiles[g.Kind] = t
		tiles = append(tiles, t)
	}
	back := widgets.NewButton(widgets.Quiet, "", p.OnBack).WithIcon(theme.IconBack).WithTip(say.Say("window.back", nil))
	bought := say.Count("loyalty.count", roll.Count(), app.Args{"Number": say.Number(int64(roll.Count()))})
	tune := widgets.NewButton(widgets.Plain, say.Say("loyalty.tune", nil), p.OnTune).WithIcon(theme.IconSettings)
	head := widgets.Row(12, back, widgets.NewText(say.Say("loyalty.title", nil), widgets.Heading),
		widgets.Grow(widgets.NewText(bought, widgets.Muted)), tune)
	v.what = widgets.NewParagraph(" ", widgets.Body)
	v.people = newPeople(p)
	chosen := widgets.Row(12, append([]fyne.CanvasObject{widgets.Grow(v.what)}, v.people.buttons...)...)
	groups := widgets.Column(8, widgets.Tiles(10, tiles...))
	if n := roll.Others(); n > 0 {
		groups.Add(widgets.NewParagraph(say.Count("loyalty.others", n, app.Args{"Number": say.Number(int64(n))}), widgets.Note))
	}
	v.content = widgets.Column(0,
		widgets.Inset(head, 10, 20, 10, 12),
		widgets.Inset(groups, 0, 20, 14, 20),
		widgets.Grow(widgets.On(theme.ColorSurface, widgets.Column(0,
			widgets.Inset(chosen, 12, 20, 6, 20), widgets.Grow(v.people.content)))))
	return v
}

func (v *view) name(kind loyalty.Kind) string {
	return v.page.say.Say("loyalty.kind."+string(kind), nil)
}

// mark marks the group that is on show, and says what makes it.
func (v *view) mark(kind loyalty.Kind) {
	for k, t := range v.tiles {
		t.SetChosen(k == kind)
	}
	quiet := v.page.roll.Quiet
	v.what.SetText(v.page.say.Say("loyalty.what."+string(kind), app.Args{
		"Days": loyalty.NewDays, "Buying": loyalty.RegularDays, "Percent": quiet.Percent, "Least": quiet.MinDays,
	}))
	v.content.Refresh()
}

// enter goes to the people.
func (v *view) enter() { v.people.focus() }

// leave goes back to the group, and tells whether the people had the keyboard.
func (v *view) leave() bool {
	if !v.people.held() {
		return false
	}
	v.page.focus()
	return true
}
