package inwords

import (
	"strings"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/review"
)

// Saying is one of the words, calls or people behind a number.
type Saying struct {
	Customer app.ID // zero while nobody knows whose words they are
	Words    string // in quotation marks if they are somebody's own; may be empty
	Who      string // who, when, and the score
	Pill     string // what became of it; may be empty
	Mood     Mood   // of the pill
}

// longestSaying is how many letters of what somebody said are shown among
// others; their own page has all of it.
const longestSaying = 400

// Saying puts one of what lies behind a number into words.
func (w *Words) Saying(about review.About, b review.Behind) Saying {
	s := Saying{Customer: b.Customer}
	who := []string{w.whose(b), w.voice.Day(b.Day, w.today)}
	switch {
	case b.Opinion != nil:
		s.Words = w.voice.Quoted(clipped(b.Opinion.Verbatim))
		who = append(who, w.Rating(*b.Opinion))
	case b.Call != nil:
		s.Words = clipped(strings.TrimSpace(b.Call.Notes))
		who = append(who, w.voice.Disposition(b.Call.Disposition))
	}
	if b.Complaint != nil && s.Words == "" {
		s.Words = w.voice.Quoted(clipped(b.Complaint.Wrong))
	}
	if s.Words == "" {
		s.Words = clipped(b.What)
	} else if b.What != "" {
		who = append(who, clipped(b.What))
	}
	if b.Clock {
		who = append(who, w.ran(b))
	}
	if b.Cost.Minor != 0 {
		who = append(who, w.voice.Money(b.Cost))
	}
	if b.Value > 0 {
		who = append(who, w.say("review.a-year", app.Args{"Money": w.money(b.Value)}))
	}
	s.Pill, s.Mood = w.became(about, b)
	s.Who = joined(who)
	return s
}

// whose names who it is: a customer as everywhere, also one known by number only.
func (w *Words) whose(b review.Behind) string {
	switch {
	case !b.Who.ID.IsZero():
		return w.voice.Called(b.Who)
	case b.Name != "":
		return b.Name
	}
	return w.say("review.nobody", nil)
}

// ran tells how long the clock of a complaint ran, or has run so far.
func (w *Words) ran(b review.Behind) string {
	key := "review.ran"
	if b.Runs {
		key = "review.runs"
	}
	return w.say(key, app.Args{"Time": w.took(b.Took)})
}

// became says what became of it: of a promise whether it was kept, of a clock
// that it ran out, of words that the complaint they began is open.
func (w *Words) became(about review.About, b review.Behind) (string, Mood) {
	switch {
	case about == review.AboutPromises && b.State == review.PromiseKept:
		return w.say("review.kept", nil), Good
	case about == review.AboutPromises && b.State == review.PromiseBroken:
		return w.say("review.kept.late", nil), Bad
	case about == review.AboutPromises:
		return w.say("review.broken", nil), Bad
	case b.Late:
		return w.say("review.overdue", nil), Bad
	case b.Open:
		return w.say("review.open", nil), Bad
	}
	return "", Plain
}

// Rating is the score or the stars of an opinion, "" if it has neither.
func (w *Words) Rating(o app.Opinion) string {
	switch {
	case o.Score != nil:
		return w.number(*o.Score)
	case o.Stars != nil:
		return w.voice.Count("review.stars", *o.Stars, nil)
	}
	return ""
}

func joined(parts []string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, separator)
}

// clipped returns the beginning of a long text.
func clipped(text string) string {
	if utf8.RuneCountInString(text) <= longestSaying {
		return text
	}
	letters := []rune(text[:min(len(text), 4*longestSaying)])
	return strings.TrimSpace(string(letters[:longestSaying])) + "…"
}
