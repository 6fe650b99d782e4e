package today

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// head draws who is called: name, place and hour, what to mind of them, and the
// number with its buttons.
func (p *Page) head(c *card) fyne.CanvasObject {
	card, number, say := c.Card, c.number, p.say
	name := say.Called(card.Customer)
	p.place = widgets.NewParagraph(placeLine(card, say), widgets.Note).AtMost(2)
	names := widgets.Column(2, widgets.NewParagraph(name, widgets.Heading).AtMost(2), p.place)
	if wishes := p.wishes(c); wishes != nil {
		names.Add(wishes)
	}
	shown := say.Phone(number, card.Plan.Country)
	if shown == "" {
		shown = say.Say("today.number.none", nil)
	}
	call := widgets.NewButton(widgets.Primary, say.Say("today.dial", nil), p.dialNumber).WithKey("D")
	c.call = call
	copied := widgets.NewButton(widgets.Plain, say.Say("today.copy", nil), p.copyNumber).WithKey("C")
	if number.Dialled() == "" {
		call.Disable()
		copied.Disable()
	}
	return container.New(&headLayout{}, widgets.NewAvatar(name, widgets.AvatarOnCard), names,
		widgets.NewText(shown, widgets.Heading.Aligned(fyne.TextAlignLeading)), widgets.Row(8, call, copied))
}

// tellHour tells the hour where they are anew: a card and a note may be on show
// for long.
func (p *Page) tellHour() {
	if p.card == nil || p.place == nil {
		return
	}
	p.card.At = p.Clock() // also for when it is drawn again
	p.place.SetText(placeLine(p.card.Card, p.say))
}

// placeLine tells where they are, what time it is there and when they like to
// be called: "Espoo, Finland · 10:12 there · best after 10:00, not Sundays".
func placeLine(card calling.Card, say *wording.Voice) string {
	var parts []string
	if len(card.Customer.Addresses) > 0 {
		a := card.Customer.Addresses[0]
		var place []string
		for _, part := range []string{a.City, a.Country} {
			if part != "" {
				place = append(place, part)
			}
		}
		if len(place) > 0 {
			parts = append(parts, strings.Join(place, ", "))
		}
	}
	there := card.There
	if there == nil {
		there = card.Plan.Location()
	}
	parts = append(parts, say.Say("today.clock-there", app.Args{"Clock": say.Clock(card.At.In(there))}))
	if best := card.Customer.BestTime; best.From > 0 || best.To > 0 {
		parts = append(parts, say.Say("today.best", app.Args{"When": say.BestTime(best)}))
	} else if !best.IsZero() {
		parts = append(parts, say.BestTime(best))
	}
	if card.Customer.Firm != "" && card.Customer.Name.Full != "" {
		parts = append([]string{card.Customer.Firm}, parts...)
	}
	return strings.Join(parts, separator)
}
