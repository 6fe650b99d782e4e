package today

import (
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/when"
	"ringback.app/ui/widgets"
)

// there is the time zone of the person shown.
func (p *Page) there() *time.Location {
	if p.card.open() && p.card.There != nil {
		return p.card.There
	}
	return p.zone()
}

// readNext reads when to call next, or says what is wrong with it.
func (p *Page) readNext(text string) (next *app.NextStep, problem string) {
	m, err := when.Parse(text, p.reading(when.OnlyAhead))
	if err != nil {
		return nil, p.say.Error(err)
	}
	return &app.NextStep{At: m.In(p.zone()), Timed: m.Timed}, ""
}

// understood says how a day and hour of the next call that is being typed is read;
// "" while it cannot be.
func (p *Page) understood(text string) string {
	next, problem := p.readNext(text)
	if problem != "" {
		return ""
	}
	return p.agreed(*next)
}

// agreed says when the person shown is called next.
func (p *Page) agreed(next app.NextStep) string {
	return p.say.Agreed(next, p.card.Plan, p.there(), p.Clock())
}

// readNextDay is readNext for a field that says how it reads what is typed.
func (p *Page) readNextDay(text string) (m when.Moment, understood, problem string) {
	m, err := when.Parse(text, p.reading(when.OnlyAhead))
	if err != nil {
		return when.Moment{}, "", p.say.Error(err)
	}
	return m, p.understood(text), ""
}

// readMoment reads by when something is to be done, and says how it reads it.
func (p *Page) readMoment(text string) (m when.Moment, understood, problem string) {
	m, err := when.Parse(text, p.reading(when.OnlyAhead))
	if err != nil {
		return when.Moment{}, "", p.say.Error(err)
	}
	now := p.Clock().In(p.zone())
	if m.Timed {
		return m, p.say.Moment(m.In(p.zone()), now), ""
	}
	return m, p.say.DayLong(m.Day, app.DayOf(now)), ""
}

// theirHour offers to take an hour that is being typed for one of the clock of the
// person shown, where that is another than the shop's: whoever was told "at ten"
// types ten.
type theirHour struct {
	page   *Page
	row    *fyne.Container // hidden while there is nothing to offer
	button *widgets.Button
	meant  string // what is typed instead, by the shop's clock
	taken  string // what was typed so already
}

// newTheirHour returns the offer about what is typed into that entry.
func newTheirHour(p *Page, entry *widgets.Entry) *theirHour {
	h := &theirHour{page: p}
	h.button = widgets.NewButton(widgets.Plain, "", func() {
		h.taken = h.meant
		entry.TypeIn(h.meant)
		p.focus(entry)
	})
	h.row = widgets.Row(0, h.button)
	h.row.Hide()
	return h
}

// offer offers the hour of their clock that the text can be read as. What is the
// same by both, such as in an hour, is none.
func (h *theirHour) offer(text string) {
	h.row.Hide()
	p := h.page
	here := p.reading(when.OnlyAhead)
	ours, err := when.Parse(text, here)
	if err != nil || !ours.Timed || text == h.taken {
		return
	}
	here.Zone = p.there()
	theirs, err := when.Parse(text, here)
	if err != nil {
		return
	}
	at := theirs.In(here.Zone)
	if at.Equal(ours.In(p.zone())) || !at.After(p.Clock()) {
		return
	}
	h.meant = at.In(p.zone()).Format("2006-01-02 15:04")
	h.button.SetText(p.say.Say("today.their-hour", app.Args{"There": p.say.ClockThere(at, ours.Day)}))
	h.row.Show()
}
