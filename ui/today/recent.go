package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// recentSection draws "Last calls".
func recentSection(card calling.Card, say *wording.Voice) fyne.CanvasObject {
	title := widgets.SectionTitle(say.Say("today.calls", nil))
	if len(card.Calls) == 0 {
		return widgets.Column(8, title, widgets.NewText(say.Say("today.calls.none", nil), widgets.Muted))
	}
	zone := card.Plan.Location()
	today := app.DayOf(card.At.In(zone))
	facts := make([]widgets.Fact, len(card.Calls))
	for i, c := range card.Calls {
		facts[i] = widgets.Fact{When: say.Day(app.DayOf(c.Start.In(zone)), today), What: recentLine(c, card.Plan, say)}
	}
	return widgets.Column(8, title, widgets.NewFacts(facts...))
}

// recentLine says what came of a call: "Talked, 4 min, by Jim".
func recentLine(c app.Call, plan app.Plan, say *wording.Voice) string {
	line := say.Disposition(c.Disposition)
	if c.Disposition == app.Talked && c.End.After(c.Start) {
		line = say.Say("today.calls.lasted", app.Args{"Call": line, "Duration": say.Duration(c.End.Sub(c.Start))})
	}
	by := c.By
	if by == "" {
		by = plan.Owner
	}
	if by != "" && c.Disposition.Reached() {
		line = say.Say("today.calls.by", app.Args{"Call": line, "By": by})
	}
	if note := strings.TrimSpace(c.Notes); note != "" {
		line = say.Say("today.calls.noted", app.Args{"Call": line, "Note": note})
	}
	return line
}
