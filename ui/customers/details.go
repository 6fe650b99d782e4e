package customers

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// details draws who the customer is: numbers, addresses, wishes, notes.
func (v *person) details() fyne.CanvasObject {
	say, c := v.page.say, v.read.Customer
	column := widgets.Column(16)
	part := func(key string, lines ...fyne.CanvasObject) {
		if len(lines) > 0 {
			column.Add(widgets.Column(4, append([]fyne.CanvasObject{widgets.SectionTitle(say.Say(key, nil))}, lines...)...))
		}
	}
	for _, d := range c.DoNotCall {
		column.Add(v.refusal(d))
	}
	part("people.field.phones", v.phones()...)
	part("people.field.emails", v.emails()...)
	part("people.field.addresses", v.addresses()...)
	part("people.field.best-time", lines(widgets.Body, say.BestTime(c.BestTime))...)
	part("people.field.birthday", lines(widgets.Body, say.Birthday(c.Birthday, app.DayOf(v.now)))...)
	part("people.field.language", lines(widgets.Body, say.Tongue(c.Language))...)
	part("people.field.time-zone", lines(widgets.Body, say.TimeZone(c.TimeZone))...)
	part("people.field.number", lines(widgets.Body, c.Reference(app.ReferenceShop))...)
	part("people.field.tags", lines(widgets.Body, strings.Join(c.Tags, ", "))...)
	part("people.field.notes", lines(widgets.Body, c.Notes)...)
	part("people.field.thanks", v.thanks()...)
	word := "people.archive"
	if c.Archived {
		word = "people.unarchive"
	}
	acts := widgets.Column(4)
	if same := v.sameness(); same != nil {
		acts.Add(same)
	}
	acts.Add(widgets.Row(0, widgets.NewButton(widgets.Quiet, say.Say(word, nil), v.archive)))
	column.Add(acts)
	return column
}

// lines draws each text that is not empty.
func lines(style widgets.Style, texts ...string) []fyne.CanvasObject {
	var drawn []fyne.CanvasObject
	for _, t := range texts {
		if t != "" {
			drawn = append(drawn, widgets.NewParagraph(t, style))
		}
	}
	return drawn
}

func (v *person) refusal(d app.DoNotCall) fyne.CanvasObject {
	say := v.page.say
	text := say.Say("people.refuses."+string(d.Purpose), nil)
	box := widgets.Column(2, widgets.NewParagraph(text, widgets.Strong))
	since := ""
	if !d.Since.IsZero() {
		since = say.Say("people.refuses.since", app.Args{"OnDay": say.OnDay(d.Since, app.DayOf(v.now))})
	}
	for _, line := range lines(widgets.Note, d.Reason, since) {
		box.Add(line)
	}
	return widgets.Callout(theme.ColorSoon, box)
}

func (v *person) phones() []fyne.CanvasObject {
	say := v.page.say
	var drawn []fyne.CanvasObject
	for _, p := range v.read.Customer.Phones {
		about := []string{}
		if p.Label != "" {
			about = append(about, p.Label)
		}
		if p.Preferred {
			about = append(about, say.Say("people.preferred", nil))
		}
		style := widgets.Small
		if p.Unfit != app.FitToCall {
			about = append(about, say.Unfit(p.Unfit))
			style = widgets.Alarm
		}
		number := widgets.Column(0, widgets.NewText(say.Phone(p, v.read.Plan.Country), widgets.Body))
		if len(about) > 0 {
			number.Add(widgets.NewParagraph(strings.Join(about, separator), style))
		}
		drawn = append(drawn, number)
	}
	return drawn
}

func (v *person) emails() []fyne.CanvasObject {
	var drawn []fyne.CanvasObject
	for _, e := range v.read.Customer.Emails {
		drawn = append(drawn, lines(widgets.Body, e.Address)...)
	}
	return drawn
}

func (v *person) addresses() []fyne.CanvasObject {
	var drawn []fyne.CanvasObject
	for _, a := range v.read.Customer.Addresses {
		city := strings.TrimSpace(a.PostalCode + " " + a.City)
		address := widgets.Column(4, lines(widgets.Body, a.POBox, a.Extra, a.Street, city, a.Region, v.page.say.Country(a.Country))...)
		if len(drawn) > 0 {
			address = widgets.Inset(address, 8, 0, 0, 0)
		}
		drawn = append(drawn, address)
	}
	return drawn
}
