// Package inwords says what Review's figures say, so that the window, the paper
// for the Monday meeting and the command line say it alike. It gives no
// percentage where there are too few answers for one.
package inwords

import (
	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/wording"
)

// Words are the figures of a period in one language.
type Words struct {
	review.Figures
	voice *wording.Voice
	plan  app.Plan
	today app.Day // by the shop's clock
}

// Of returns the figures in words.
func Of(f review.Figures, plan app.Plan, voice *wording.Voice) *Words {
	return &Words{Figures: f, voice: voice, plan: plan, today: app.DayOf(f.At.In(plan.Location()))}
}

// Figure is a number with what it says.
type Figure struct {
	Label string
	Value string
	Of    string // beside the value: of how many
	Note  string
	Late  string // after the note: what must not be overlooked
	Mood  Mood   // how good the value is, where it can be good or bad
	Title string // above its words, where the label would not do
	Parts []Part // the numbers in it, each with its words; the first is the value's own
}

// Mood is how good a figure is.
type Mood int

// The moods.
const (
	Plain Mood = iota // neither good nor bad
	Good
	Fair
	Bad
)

// Part is a number of a figure, and what its words are asked for with.
type Part struct {
	Text     string
	Question review.Question
}

// Bar is how often something was named.
type Bar struct {
	Name     string
	Count    int
	Unhappy  int // of them; 0 where the bars are not about that
	Number   string
	Change   string // since the period before, or how many of them are unhappy
	Question review.Question
}

// Empty tells whether there is nothing to review: nobody was called, and nobody
// said anything, neither in the period nor in the one before.
func (w *Words) Empty() bool {
	for _, n := range []int{
		w.Calls.Now.Made, w.Calls.Before.Made, w.Coverage.Now.Buyers, w.NPS.Now.Answers(), w.NPS.Before.Answers(),
		w.CSAT.Now.Answers(), w.CSAT.Before.Answers(), w.Outcome.Complaints, w.Lag.Now.Count, len(w.Themes),
		w.Praise.Waiting, w.Risk.Unhappy, w.Risk.Quiet, w.Replies.Now.Count + w.Replies.Now.Waiting,
	} {
		if n > 0 {
			return false
		}
	}
	return true
}

// Span names the period: "1 – 22 Nov".
func (w *Words) Span() string { return w.span(w.Period) }

// Beside says what the period stands beside.
func (w *Words) Beside() string {
	return w.voice.Count("review.beside", int(w.Period.To-w.Period.From), app.Args{
		"Days": w.number(int(w.Period.To - w.Period.From)), "Span": w.span(w.Period.Before()),
	})
}

func (w *Words) span(p review.Period) string {
	return w.voice.Span(p.From, max(p.From, p.To-1), w.today)
}

func (w *Words) say(key string, args app.Args) string { return w.voice.Say(key, args) }

func (w *Words) count(key string, n int) string {
	return w.voice.Count(key, n, app.Args{"Number": w.number(n)})
}

func (w *Words) number(n int) string { return w.voice.Number(int64(n)) }

// signed writes a number with its sign: "+9", "–2", "=" for nothing. The minus
// is an en dash, which the window's font has.
func (w *Words) signed(n int) string {
	switch {
	case n > 0:
		return "+" + w.number(n)
	case n < 0:
		return "–" + w.number(-n)
	}
	return "="
}

// share writes how many of how many: in percent, or as it is where they are too
// few.
func (w *Words) share(part, whole int) string {
	if percent, ok := review.Percent(part, whole); ok {
		return w.percent(percent)
	}
	return w.say("review.of", app.Args{"Part": w.number(part), "Whole": w.number(whole)})
}

func (w *Words) percent(n int) string {
	return w.say("review.percent", app.Args{"Number": w.number(n)})
}

// tooFew says that so many answers are too few for a percentage; "" where they
// are enough.
func (w *Words) tooFew(answers int) string {
	switch {
	case answers == 0:
		return w.say("review.answers.none", nil)
	case answers < review.FewAnswers:
		return w.count("review.answers.few", answers)
	}
	return ""
}

func (w *Words) took(minutes int) string { return w.voice.OpenTime(minutes, w.plan) }

func (w *Words) money(minor int64) string {
	return w.voice.WholeMoney(app.Money{Minor: minor, Currency: w.Currency})
}

// none stands where there is no number.
const none = "–"
