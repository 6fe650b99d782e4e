package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// separator stands between the parts of a muted line.
const separator = " · "

// toldSection draws "What they told us", in their own words.
func toldSection(card calling.Card, say *wording.Voice) fyne.CanvasObject {
	section := widgets.Column(8, widgets.SectionTitle(say.Say("today.told", nil)))
	for _, o := range card.Opinions {
		section.Add(quoted(o.Verbatim, toldLine(o, card, say), say))
	}
	if len(card.Opinions) == 0 {
		section.Add(widgets.NewParagraph(say.Say("today.told.none", nil), widgets.Muted))
	}
	return section
}

// toldLine says when and how they told us, and what of: "9 Sep, in a call · 8 ·
// delivery time".
func toldLine(o app.Opinion, card calling.Card, say *wording.Voice) string {
	today := app.DayOf(card.At.In(card.Plan.Location()))
	parts := []string{say.Say("today.told.when", app.Args{"Day": say.Day(o.Said, today), "Source": say.Source(o.Source)})}
	if o.Score != nil {
		parts = append(parts, say.Number(int64(*o.Score)))
	}
	if len(o.Themes) > 0 {
		parts = append(parts, strings.Join(o.Themes, ", "))
	}
	if len(o.Praise) > 0 {
		parts = append(parts, say.Say("today.told.praised", app.Args{"Staff": say.List(o.Praise)}))
	}
	if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
		parts = append(parts, say.Say("today.told.quotable", nil))
	}
	return strings.Join(parts, separator)
}

// quoted draws somebody's words with where they come from below; a score given
// without words is the line alone.
func quoted(words, line string, say *wording.Voice) fyne.CanvasObject {
	if words = strings.TrimSpace(words); words == "" {
		return widgets.Quote(line, "")
	}
	return widgets.Quote(say.Say("today.told.quote", app.Args{"Words": words}), line)
}
