package when

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Voice finds a text of a language by its dotted key; wording.Voice is one.
type Voice interface {
	Say(key string, args app.Args) string
}

// meaning is what a word stands for.
type meaning struct {
	sort  sortOf
	value int // weekday, month, days from today, minute of the day, unit, or direction
}

type sortOf uint8

const (
	noWord    sortOf = iota
	aFiller          // says nothing: "at"
	aDay             // value days from today
	aWeekday         // value is a time.Weekday
	aMonth           // value is a time.Month
	anHour           // value is a minute of the day
	aUnit            // value is a unit
	aHalf            // am and pm: value is the minutes to add
	anIn             // "in 3 days"
	anAgo            // "3 days ago"
	aSide            // "next", "last": value is 1 or -1
	anOrdinal        // the "th" of "20th"
)

// unit is what an offset counts.
type unit int

const (
	days unit = iota
	weeks
	months
	years
	hours
	minutes
)

// Words are the words of one language for days and hours.
type Words struct {
	meanings map[string]meaning
	longest  int // words in the longest phrase
}

// keys are the entries of the translations, each a list parted by commas.
func keys() map[string]meaning {
	all := map[string]meaning{
		"today": {aDay, 0}, "tomorrow": {aDay, 1}, "yesterday": {aDay, -1},
		"after-tomorrow": {aDay, 2}, "before-yesterday": {aDay, -2},
		"noon": {anHour, 12 * 60}, "midnight": {anHour, 0},
		"days": {aUnit, int(days)}, "weeks": {aUnit, int(weeks)}, "months": {aUnit, int(months)},
		"years": {aUnit, int(years)}, "hours": {aUnit, int(hours)}, "minutes": {aUnit, int(minutes)},
		"am": {aHalf, 0}, "pm": {aHalf, 12 * 60},
		"in": {anIn, 1}, "ago": {anAgo, -1}, "next": {aSide, 1}, "last": {aSide, -1},
		"ordinal": {anOrdinal, 0}, "filler": {aFiller, 0},
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		all[strings.ToLower(d.String())] = meaning{aWeekday, int(d)}
	}
	for m := time.January; m <= time.December; m++ {
		all[strings.ToLower(m.String())] = meaning{aMonth, int(m)}
	}
	return all
}

// symbols are understood in every language.
var symbols = map[string]unit{"d": days, "w": weeks, "m": months, "y": years, "h": hours, "min": minutes}

// WordsOf returns the words that the voice has below when.word.
func WordsOf(voice Voice) *Words {
	w := &Words{meanings: make(map[string]meaning), longest: 1}
	for symbol, u := range symbols {
		w.meanings[symbol] = meaning{aUnit, int(u)}
	}
	all := keys()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for phrase := range strings.SplitSeq(voice.Say("when.word."+name, nil), ",") {
			if parts := tokens(phrase); len(parts) > 0 {
				w.meanings[strings.Join(parts, " ")] = all[name]
				w.longest = max(w.longest, len(parts))
			}
		}
	}
	return w
}

// find returns what the tokens begin with, the longest phrase first, and how
// many of them it takes.
func (w *Words) find(tokens []string) (meaning, int) {
	for n := min(w.longest, len(tokens)); n > 0; n-- {
		if m, ok := w.meanings[strings.Join(tokens[:n], " ")]; ok {
			return m, n
		}
	}
	return meaning{}, 0
}

// of returns what one word stands for.
func (w *Words) of(token string) meaning { return w.meanings[token] }

// tokens parts the text at spaces and commas, folded, a word's own full stop
// left out.
func tokens(text string) []string {
	parts := strings.FieldsFunc(folding.Fold(text), func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	kept := parts[:0]
	for _, p := range parts {
		if p[0] < '0' || p[0] > '9' {
			p = strings.TrimRight(p, ".")
		}
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
