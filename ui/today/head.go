package today

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// head draws who is called: name, place and hour, and the number with its
// buttons.
func head(card calling.Card, number app.Phone, say *wording.Voice, dial, copyIt func()) fyne.CanvasObject {
	name := called(card.Customer, say)
	names := widgets.Column(2, widgets.NewParagraph(name, widgets.Heading).AtMost(2))
	if line := placeLine(card, say); line != "" {
		names.Add(widgets.NewParagraph(line, widgets.Note).AtMost(2))
	}
	shown := say.Phone(number, card.Plan.Country)
	if shown == "" {
		shown = say.Say("today.number.none", nil)
	}
	call := widgets.NewButton(widgets.Primary, say.Say("today.dial", nil), dial).WithKey("D")
	copied := widgets.NewButton(widgets.Plain, say.Say("today.copy", nil), copyIt).WithKey("C")
	if number.Dialled() == "" {
		call.Disable()
		copied.Disable()
	}
	return container.New(&headLayout{}, widgets.NewAvatar(name, widgets.AvatarOnCard), names,
		widgets.NewText(shown, widgets.Heading.Aligned(fyne.TextAlignLeading)), widgets.Row(8, call, copied))
}

// otherNumbers draws the further numbers a call can go to; nil if there are
// none.
func otherNumbers(card calling.Card, number app.Phone, say *wording.Voice, use func(app.Phone)) fyne.CanvasObject {
	row := widgets.Wrap(4)
	for _, p := range card.Customer.Callable() {
		if p.Dialled() == number.Dialled() {
			continue
		}
		text := say.Phone(p, card.Plan.Country)
		if p.Label != "" {
			text = say.Say("today.number.labelled", app.Args{"Label": p.Label, "Number": text})
		}
		row.Add(widgets.NewButton(widgets.Quiet, text, func() { use(p) }).WithIcon(theme.IconPhone))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return widgets.Row(8, widgets.NewText(say.Say("today.number.more", nil), widgets.Small), widgets.Grow(row))
}

// called returns the name to show, also for someone of whom we know nothing.
func called(c app.Customer, say *wording.Voice) string {
	if name := c.Called(); name != "" {
		if c.Name.Full == "" && c.Firm == "" {
			return say.Say("today.name.numbered", app.Args{"Reference": name})
		}
		return name
	}
	if phones := c.Callable(); len(phones) > 0 {
		return say.Phone(phones[0], "")
	}
	return say.Say("today.name.none", nil)
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
	if best := bestTime(card.Customer.BestTime, say); best != "" {
		parts = append(parts, best)
	}
	if card.Customer.Firm != "" && card.Customer.Name.Full != "" {
		parts = append([]string{card.Customer.Firm}, parts...)
	}
	return strings.Join(parts, separator)
}

// bestTime says when they like to be called: "best after 10:00, not Sunday".
func bestTime(b app.BestTime, say *wording.Voice) string {
	if b.IsZero() {
		return ""
	}
	var days []string
	for d := range app.Day(7) { // from a Monday on
		if weekday := (app.NewDay(2024, 1, 1) + d).Weekday(); b.Not.Has(weekday) {
			days = append(days, say.Weekday(weekday))
		}
	}
	args := app.Args{"From": b.From.String(), "To": b.To.String(), "Days": say.List(days)}
	hours := ""
	switch {
	case b.From > 0 && b.To > 0:
		hours = say.Say("today.best.between", args)
	case b.From > 0:
		hours = say.Say("today.best.after", args)
	case b.To > 0:
		hours = say.Say("today.best.before", args)
	}
	switch {
	case len(days) == 0:
		return hours
	case hours == "":
		return say.Say("today.best.not", args)
	}
	args["Hours"] = hours
	return say.Say("today.best.hours-not", args)
}
