package today

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostNumbers is how many further numbers are shown before somebody asks for all.
const mostNumbers = 3

// otherNumbers draws the further numbers a call can go to, the first few where
// there are many; nil if there are none.
func (p *Page) otherNumbers(c *card) fyne.CanvasObject {
	row := widgets.Wrap(4)
	for _, phone := range c.Customer.Callable() {
		if phone.Dialled() != c.number.Dialled() {
			row.Add(p.otherNumber(c, phone))
		}
	}
	all := len(row.Objects)
	if all == 0 {
		return nil
	}
	if all > mostNumbers+1 && !c.allNumbers { // what says "and 1 more" could be that one as well
		rest := widgets.NewButton(widgets.Quiet, p.say.Count("today.number.rest", all-mostNumbers, nil), func() { p.showAllNumbers(c) })
		row.Objects = append(row.Objects[:mostNumbers:mostNumbers], rest)
	}
	c.numbers = row
	also := widgets.Fixed(0, theme.FieldHeight, widgets.Row(0, widgets.NewText(p.say.Say("today.number.more", nil), widgets.Small)))
	return widgets.TopRow(8, also, widgets.Grow(row))
}

func (p *Page) otherNumber(c *card, phone app.Phone) fyne.CanvasObject {
	text := p.say.Phone(phone, c.Plan.Country)
	if phone.Label != "" {
		text = p.say.Say("today.number.labelled", app.Args{"Label": phone.Label, "Number": text})
	}
	return widgets.NewButton(widgets.Quiet, text, func() { p.useNumber(phone) }).WithIcon(theme.IconPhone)
}

// showAllNumbers shows the numbers that were left out, and goes on with the
// keyboard at the first of them.
func (p *Page) showAllNumbers(c *card) {
	c.allNumbers = true
	p.draw(c)
	p.focus(widgets.FirstFocusable(c.numbers.Objects[mostNumbers]))
}
