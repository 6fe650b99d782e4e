package opinions

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostFound is how many opinions are listed: more than anybody reads at once.
const mostFound = 500

// The periods that opinions can be limited to.
const (
	periodAny     = "any"
	periodMonth   = "month"   // the last 30 days
	periodQuarter = "quarter" // the last 91 days
	periodYear    = "year"    // the last 365 days
	periodOther   = "other"   // as it was asked for from elsewhere
)

// said is where what customers said is found again.
type said struct {
	page    *Page
	browser *browser
	detail  *detail
	filter  *widgets.Entry
	happy   *widgets.Choice
	theme   *widgets.Select
	themes  []string // what theme offers
	source  *widgets.Select
	period  *widgets.Select
	picks   *fyne.Container // holds the lists to choose from
	chips   *fyne.Container // what else was asked for from elsewhere
	query   app.OpinionQuery
	asked   execute.Asked
}

func newSaid(p *Page) *said {
	s := &said{page: p, chips: widgets.Wrap(6), picks: widgets.Wrap(8)}
	say := p.say
	s.filter = widgets.NewSearchField(say.Say("opinions.find", nil), "")
	s.filter.OnChanged = func(text string) {
		s.query.Words = text
		s.load()
	}
	s.filter.OnKey = s.typed
	s.happy = widgets.NewChoice([]widgets.Option{
		{Key: "all", Text: say.Say("opinions.find.all", nil)}, {Key: "unhappy", Text: say.Say("opinions.find.unhappy", nil)},
	}, func(key string) {
		s.query.Unhappy = key == "unhappy"
		s.load()
	}).Must()
	s.happy.SetChosen("all")
	s.source = widgets.NewSelect(say.Say("opinions.find.source", nil), s.sources(), func(key string) {
		s.query.Source = app.Source(key)
		s.load()
	})
	s.period = widgets.NewSelect(say.Say("opinions.find.period", nil), s.periods(), s.setPeriod)
	s.setThemes(nil)
	above := widgets.Inset(widgets.Column(8, s.filter, s.happy, s.picks, s.chips), 14, 20, 8, 20)
	s.detail = newDetail(p, s.load)
	s.browser = newBrowser(p, above, s.detail.draw)
	s.browser.enter = s.detail.first
	return s
}

func (s *said) sources() []widgets.Option {
	options := []widgets.Option{{Key: "", Text: s.page.say.Say("opinions.find.anywhere", nil)}}
	for _, from := range opinions.Sources() {
		options = append(options, widgets.Option{Key: string(from), Text: s.page.say.Say("opinions.source."+string(from), nil)})
	}
	return options
}

func (s *said) periods() []widgets.Option {
	var options []widgets.Option
	for _, key := range []string{periodAny, periodMonth, periodQuarter, periodYear} {
		options = append(options, widgets.Option{Key: key, Text: s.page.say.Say("opinions.period."+key, nil)})
	}
	return options
}

func (s *said) setPeriod(key string) {
	s.query.From, s.query.To = 0, 0
	days := map[string]app.Day{periodMonth: 30, periodQuarter: 91, periodYear: 365}[key]
	if days > 0 {
		s.query.From = s.page.today() - days + 1
	}
	s.load()
}

// setThemes offers these themes, and the one that was asked for.
func (s *said) setThemes(themes []string) {
	if t := s.query.Theme; t != "" && !slices.Contains(themes, t) {
		themes = append([]string{t}, themes...)
	}
	if s.theme != nil && slices.Equal(themes, s.themes) {
		s.theme.SetChosen(s.query.Theme)
		return
	}
	s.themes = slices.Clone(themes)
	options := []widgets.Option{{Key: "", Text: s.page.say.Say("opinions.find.any-theme", nil)}}
	for _, t := range themes {
		options = append(options, widgets.Option{Key: t, Text: t})
	}
	s.theme = widgets.NewSelect(s.page.say.Say("opinions.find.theme", nil), options, func(key string) {
		s.query.Theme = key
		s.load()
	})
	if s.query.Theme != "" {
		s.theme.SetChosen(s.query.Theme)
	}
	s.picks.Objects = []fyne.CanvasObject{
		widgets.Fixed(156, 0, s.theme), widgets.Fixed(156, 0, s.source), widgets.Fixed(156, 0, s.period),
	}
	s.picks.Refresh()
}

func (s *said) content() fyne.CanvasObject { return s.browser.split }

func (s *said) first() fyne.Focusable { return s.filter }

// ask shows what another page asks for.
func (s *said) ask(q app.OpinionQuery) {
	s.query = q
	s.query.Limit = 0
	changed := s.filter.OnChanged
	s.filter.OnChanged = nil
	s.filter.SetText(q.Words)
	s.filter.OnChanged = changed
	s.happy.SetChosen(map[bool]string{true: "unhappy", false: "all"}[q.Unhappy])
	s.source.SetChosen(string(q.Source))
	s.period.SetChosen(periodAny)
	s.setThemes(s.themes)
	s.browser.chosen = app.ID{}
}

// load looks for what is asked for.
func (s *said) load() {
	p := s.page
	s.setThemes(p.known.Themes)
	s.showChips()
	q := s.query
	q.Limit = mostFound
	execute.Latest(p.Run, &s.asked, func(ctx context.Context) ([]opinions.Told, error) {
		return p.Desk.Find(ctx, q)
	}, func(err error) {
		p.Window.Failed(err)
		s.browser.show(nil, "", p.say.Error(err))
	}, s.show)
}

func (s *said) show(found []opinions.Told) {
	say := s.page.say
	count := say.Count("opinions.count", len(found), app.Args{"Number": say.Number(int64(len(found)))})
	if len(found) == mostFound {
		count = say.Say("opinions.count.first", app.Args{"Number": say.Number(mostFound)})
	}
	none := "opinions.none"
	if s.query != (app.OpinionQuery{}) {
		none = "opinions.none-found"
	}
	s.browser.show(found, count, say.Say(none, nil))
}

// showChips shows what else was asked for, each with a way to take it back.
func (s *said) showChips() {
	p, say := s.page, s.page.say
	s.chips.RemoveAll()
	add := func(text string, away func()) {
		s.chips.Add(widgets.NewChip(text, func() {
			away()
			s.load()
		}))
	}
	if s.query.Item != "" {
		add(say.Say("opinions.find.item", app.Args{"Item": s.query.Item}), func() { s.query.Item = "" })
	}
	if s.query.Seller != "" {
		add(say.Say("opinions.find.seller", app.Args{"Seller": s.query.Seller}), func() { s.query.Seller = "" })
	}
	if from, to := s.query.From, s.query.To; s.period.Chosen() == periodAny && (from != 0 || to != 0) {
		args := app.Args{"From": say.Day(from, p.today()), "To": say.Day(to-1, p.today())}
		key := "opinions.find.between"
		switch {
		case to == 0:
			key = "opinions.find.since"
		case from == 0:
			key = "opinions.find.until"
		}
		add(say.Say(key, args), func() { s.query.From, s.query.To = 0, 0 })
	}
	s.browserRefresh()
}

func (s *said) browserRefresh() {
	if s.browser != nil {
		s.browser.left.Refresh()
	}
}

// typed lets the keys that move in the list work while the field has the focus.
func (s *said) typed(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		s.browser.list.TypedKey(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.browser.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	default:
		return false
	}
	return true
}

func (s *said) save() { s.detail.save() }

// back leaves what was begun about an opinion, then the opinion where it covers
// the list, then what was looked for.
func (s *said) back() bool {
	if s.detail.back() || s.browser.back() {
		return true
	}
	if s.query == (app.OpinionQuery{}) {
		return false
	}
	s.ask(app.OpinionQuery{})
	s.load()
	s.page.Window.Focus(s.filter)
	return true
}

// good is a line of good news.
func good(text string) fyne.CanvasObject {
	return widgets.TopRow(8, widgets.NewIcon(theme.IconCheck, theme.ColorGood, 16), widgets.Grow(widgets.NewParagraph(text, widgets.Note)))
}
