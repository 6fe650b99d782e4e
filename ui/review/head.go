package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/app/when"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The stretches of days to choose from.
const (
	thisMonth   = "month"
	thisQuarter = "quarter"
	thisYear    = "year"
	typedDays   = "days"
)

// stretch is what was chosen: a part of the calendar up to today, or days that
// were typed, the last one included.
type stretch struct {
	chosen   string
	from, to app.Day
}

// period returns the days of the stretch.
func (s stretch) period(today app.Day) review.Period {
	year, month, _ := today.Date()
	switch s.chosen {
	case thisQuarter:
		return review.Period{From: app.NewDay(year, month-(month-1)%3, 1), To: today + 1}
	case thisYear:
		return review.Period{From: app.NewDay(year, 1, 1), To: today + 1}
	case typedDays:
		return review.Period{From: s.from, To: s.to + 1}
	}
	return review.Period{From: app.NewDay(year, month, 1), To: today + 1}
}

// head says which days are reviewed, and leads on.
type head struct {
	page     *Page
	content  *fyne.Container
	period   *widgets.Choice
	days     *fyne.Container // holds from and to, hidden unless they are asked for
	from, to *widgets.ParsedField[app.Day]
	span     *widgets.Paragraph
	monday   *widgets.Button
}

func newHead(p *Page) *head {
	h := &head{page: p, span: widgets.NewParagraph(" ", widgets.Note)}
	say := func(key string) string { return p.say.Say(key, nil) }
	var options []widgets.Option
	for _, key := range []string{thisMonth, thisQuarter, thisYear, typedDays} {
		options = append(options, widgets.Option{Key: key, Text: say("review.period." + key)})
	}
	h.period = widgets.NewChoice(options, func(string) { h.chosen() }).Must().Leafed()
	h.period.SetChosen(thisMonth)
	h.from = widgets.NewParsedField(say("review.from"), say("review.from.example"), h.readFirst, func() {
		if h.to.Text() == "" {
			h.typed()
			return
		}
		h.to.Reread() // it is looked for from the first day on
	})
	h.to = widgets.NewParsedField(say("review.to"), say("review.to.example"), h.readLast, h.typed)
	h.days = widgets.Columns(16, nil, h.from, h.to)
	h.days.Hide()
	title := widgets.NewText(say("review.title"), widgets.Heading)
	right := container.New(&sideLayout{title: title, choice: h.period}, title, h.period)
	said := func() {
		var q app.OpinionQuery
		if p.known {
			q.From, q.To = p.period.From, p.period.To
		}
		p.OnSaid(q)
	}
	if p.OnSaid == nil {
		said = nil
	}
	for _, door := range []struct {
		key  string
		open func()
	}{{"review.door.said", said}, {"review.door.cards", p.OnCards}, {"review.door.loyalty", p.OnLoyalty}} {
		if door.open != nil {
			right.Add(widgets.NewButton(widgets.Plain, say(door.key), door.open))
		}
	}
	h.monday = widgets.NewButton(widgets.Plain, say("review.monday"), p.printMonday).WithIcon(theme.IconPrint)
	right.Add(h.monday)
	h.content = widgets.Column(8, right, h.days, h.span)
	return h
}

// stretch returns what was chosen; false while the days that are typed cannot be
// taken.
func (h *head) stretch() (stretch, bool) {
	s := stretch{chosen: h.period.Chosen()}
	if s.chosen != typedDays {
		return s, true
	}
	var fromOK, toOK bool
	s.from, fromOK = h.from.Value()
	s.to, toOK = h.to.Value()
	return s, fromOK && toOK && s.from <= s.to && s.to-s.from < mostDays
}

// mostDays is the longest stretch that is reviewed.
const mostDays = 50 * 366

func (h *head) chosen() {
	typed := h.period.Chosen() == typedDays
	if typed == h.days.Visible() {
		h.page.read()
		return
	}
	if !typed {
		h.days.Hide()
		h.page.refresh()
		h.page.read()
		return
	}
	h.days.Show()
	if h.from.Text()+h.to.Text() == "" && h.page.known {
		shown := h.page.period
		h.from.SetText(shown.From.String())
		h.to.SetText((shown.To - 1).String())
	} else {
		h.typed()
	}
	h.page.refresh()
	h.page.Window.Focus(h.from.Entry())
}

// typed follows what is typed into the days.
func (h *head) typed() {
	h.to.SetProblem("")
	if h.period.Chosen() != typedDays {
		return
	}
	if _, ok := h.stretch(); ok {
		h.page.read()
		h.page.refresh()
		return
	}
	from, fromOK := h.from.Value()
	to, toOK := h.to.Value()
	switch {
	case !fromOK || !toOK:
	case from > to:
		h.to.SetProblem(h.page.say.Say("review.to.before", nil))
	default:
		h.to.SetProblem(h.page.say.Say("review.to.far", nil))
	}
	h.page.showNoDays()
}

// readFirst reads the first day.
func (h *head) readFirst(text string) (day app.Day, understood, problem string) {
	return h.readDay(text, 0)
}

// readLast reads the last day, from the first one on if there is one.
func (h *head) readLast(text string) (day app.Day, understood, problem string) {
	from, _ := h.from.Value()
	return h.readDay(text, from)
}

// readDay reads a day that somebody types, and says how it was read or what is
// wrong with it. Since is the day on which its period begins, 0 for none.
func (h *head) readDay(text string, since app.Day) (day app.Day, understood, problem string) {
	p, zone := h.page, h.page.plan.Location()
	day, err := when.ParseDay(text, when.Options{Clock: p.Clock, Zone: zone, Words: p.Words, Order: p.Order, Lean: when.Behind, Since: since})
	if err != nil {
		return 0, "", p.say.Error(err)
	}
	return day, p.say.DayLong(day, app.DayOf(p.Clock().In(zone))), ""
}

// tell says which days the figures are of.
func (h *head) tell(w *inwords.Words) {
	h.span.SetText(h.page.say.Say("review.span.beside", app.Args{"Span": w.Span(), "Beside": w.Beside()}))
}

// sideLayout puts the title and the choice at the left and the buttons at the
// right, or below where there is no room for them beside.
type sideLayout struct {
	title  *widgets.Text
	choice *widgets.Choice
	width  float32
}

func (l *sideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(asideLeast), l.arrange(o, l.width))
}

func (l *sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(o, size.Width)
}

// arrange places everything and returns the height that it takes.
func (l *sideLayout) arrange(o []fyne.CanvasObject, width float32) float32 {
	between, line := theme.Px(8), theme.Px(theme.FieldHeight)
	title := l.title.Preferred()
	var buttons float32
	for _, b := range o[2:] {
		buttons += b.(*widgets.Button).Preferred().Width + between
	}
	widgets.Place(l.title, 0, (line-title.Height)/2, title.Width, title.Height)
	x := title.Width + 2*between
	y := float32(0)
	room := width - x - buttons
	beside := room >= l.choice.Preferred().Width
	if !beside {
		room = width - x
	}
	y = put(l.choice, x, 0, min(room, l.choice.Preferred().Width))
	at, top := width-buttons+between, float32(0)
	if !beside {
		at, top = 0, max(y, line)+between
		y = top + line
	}
	for _, b := range o[2:] {
		w := b.(*widgets.Button).Preferred().Width
		if at > 0 && at+w > width+1 {
			at, top = 0, top+line+between
			y = top + line
		}
		widgets.Place(b, at, top, w, line)
		at += w + between
	}
	return max(y, line)
}
