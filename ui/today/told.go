package today

import (
	"strings"
	"unicode/utf8"

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
	today := app.DayOf(card.At.In(card.Plan.Location()))
	for _, o := range card.Opinions {
		section.Add(quoted(inBrief(o.Verbatim), say.Told(o, today), say))
	}
	if len(card.Opinions) == 0 {
		key := "today.told.none"
		if !card.Summary.Talk.FirstAsked.IsZero() {
			key = "today.told.none.asked"
		}
		section.Add(widgets.NewParagraph(say.Say(key, nil), widgets.Muted))
	}
	return section
}

// mostWords is how many letters of what somebody said the card shows: it is
// there to be looked over while the telephone rings.
const mostWords = 500

// inBrief returns the beginning of what somebody said at length.
func inBrief(words string) string {
	if utf8.RuneCountInString(words) <= mostWords {
		return words
	}
	head := string([]rune(words)[:mostWords])
	if cut := strings.LastIndexAny(head, " \n"); cut > 0 {
		head = head[:cut]
	}
	return strings.TrimSpace(head) + " …"
}

// quoted draws somebody's words with where they come from below; a score given
// without words is the line alone.
func quoted(words, line string, say *wording.Voice) fyne.CanvasObject {
	if words = say.Quoted(words); words == "" {
		return widgets.Quote(line, "")
	}
	return widgets.Quote(words, line)
}
