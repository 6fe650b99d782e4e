package inwords

import (
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/review"
)

// From which share of those asked a standard is well held, and from which it is
// nearly so.
const (
	wellHeld   = 80
	nearlyHeld = 60
)

// Held are the shop's own standards, and how they were held.
func (w *Words) Held() []Figure {
	lines := make([]Figure, len(w.Standards))
	for i, s := range w.Standards {
		f := Figure{
			Label: w.voice.Standard(s.Standard, w.plan), Value: w.tally(s.Tally), Mood: mood(s.Tally),
			Title: w.say("review.standard.missed", app.Args{"Standard": w.voice.Standard(s.Standard, w.plan)}),
			Parts: []Part{{Text: w.voice.Standard(s.Standard, w.plan), Question: review.Question{About: review.AboutStandard, Name: strconv.Itoa(i)}}},
		}
		switch {
		case s.Tally.Of == 0:
			f.Note = w.say("review.standard.none", nil)
		case s.Before.Of > 0:
			f.Note = w.say("review.before", app.Args{"Value": w.tally(s.Before)})
		}
		lines[i] = f
	}
	return lines
}

// tally writes a share; where all was held it says of how many.
func (w *Words) tally(t review.Tally) string {
	if t.Of == 0 {
		return none
	}
	if t.Kept == t.Of {
		return w.say("review.of", app.Args{"Part": w.number(t.Kept), "Whole": w.number(t.Of)})
	}
	return w.share(t.Kept, t.Of)
}

func mood(t review.Tally) Mood {
	switch {
	case t.Of == 0:
		return Plain
	case 100*t.Kept >= wellHeld*t.Of:
		return Good
	case 100*t.Kept >= nearlyHeld*t.Of:
		return Fair
	}
	return Bad
}

// PuttingRight are the clocks of complaints, the promises, and how long cards
// lay unread.
func (w *Words) PuttingRight() []Figure {
	return []Figure{
		w.clock("review.clock.reply", w.Replies, review.AboutReplies), w.clock("review.clock.fix", w.Fixes, review.AboutFixes),
		w.promises(), w.lag(),
	}
}

func (w *Words) clock(label string, pair review.Pair[review.Clock], about review.About) Figure {
	c := pair.Now
	all := c.Count + c.Waiting
	f := Figure{
		Label: w.say(label, app.Args{"Target": w.took(c.Target)}), Value: none,
		Parts: w.clockParts(c, about),
	}
	var notes []string
	switch {
	case all == 0:
		notes = append(notes, w.say("review.reply.none", nil))
	case c.Count == 0:
	default:
		f.Value = w.took(c.Median)
		notes = append(notes, w.say("review.clock.median", app.Args{"All": w.number(c.Count)}))
	}
	if c.Count >= review.FewAnswers {
		notes = append(notes, w.say("review.clock.most", app.Args{"Time": w.took(c.P90)}))
	}
	if c.Waiting > 0 {
		notes = append(notes, w.count("review.clock.waiting", c.Waiting))
	}
	if all > 0 && c.Late == 0 {
		notes = append(notes, w.say("review.clock.never", nil))
	}
	if pair.Before.Count > 0 {
		notes = append(notes, w.say("review.before", app.Args{"Value": w.took(pair.Before.Median)}))
	}
	f.Note = strings.Join(notes, separator)
	if c.Late > 0 {
		f.Late = w.say("review.late", app.Args{"Late": w.number(c.Late), "All": w.number(all)})
	}
	return f
}

const separator = " · "

// clockParts are the complaints of a clock, and those that were late.
func (w *Words) clockParts(c review.Clock, about review.About) []Part {
	q := review.Question{About: about}
	parts := []Part{{Text: w.labelled("review.part.complaints", c.Count+c.Waiting), Question: q}}
	if c.Late > 0 {
		parts = append(parts, Part{Text: w.labelled("review.part.late", c.Late), Question: review.Question{About: about, Late: true}})
	}
	return parts
}

func (w *Words) promises() Figure {
	t := w.Promises.Now
	f := Figure{
		Label: w.say("review.promises", nil), Value: w.tally(t), Mood: mood(t),
		Parts: []Part{{Text: w.labelled("review.part.promises", t.Of), Question: review.Question{About: review.AboutPromises}}},
	}
	b := w.Promises.Before
	switch {
	case t.Of == 0:
		f.Note = w.say("review.promises.none", nil)
	case b.Of > 0:
		f.Note = w.say("review.before", app.Args{"Value": w.tally(b)})
	}
	return f
}

func (w *Words) lag() Figure {
	l := w.Lag.Now
	f := Figure{
		Label: w.say("review.lag", nil), Value: none, Note: w.say("review.lag.none", nil),
		Parts: []Part{{Text: w.labelled("review.part.cards", l.Count), Question: review.Question{About: review.AboutLag}}},
	}
	if l.Count == 0 {
		return f
	}
	f.Value = w.count("review.days", l.Median)
	f.Note = w.say("review.lag.of", app.Args{"Cards": w.count("review.cards", l.Count), "Most": w.count("review.days", l.Most)})
	if b := w.Lag.Before; b.Count > 0 {
		f.Note = w.both(f.Note, w.say("review.before", app.Args{"Value": w.count("review.days", b.Median)}))
	}
	return f
}

// Complained are what became of those who complained.
func (w *Words) Complained() []Figure {
	o := w.Outcome
	line := func(key string, n int, about review.About) Figure {
		return Figure{
			Label: w.say(key, nil), Value: w.number(n),
			Parts: []Part{{Text: w.say(key, nil), Question: review.Question{About: about}}},
		}
	}
	return []Figure{
		line("review.outcome.kept", o.Kept, review.AboutKept), line("review.outcome.lost", o.Lost, review.AboutLost),
		line("review.outcome.early", o.Early, review.AboutEarly),
	}
}

// ToPassOn says how much praise waits to be passed on, "" if none does.
func (w *Words) ToPassOn() string {
	p := w.Praise
	switch {
	case p.Waiting == 0:
		return ""
	case p.Overdue == 0:
		return w.count("review.praise.waiting", p.Waiting)
	}
	return w.both(w.count("review.praise.waiting", p.Waiting), w.count("review.praise.overdue", p.Overdue))
}

// Complaints says how many complained.
func (w *Words) Complaints() string {
	if w.Outcome.Complaints == 0 {
		return w.say("review.reply.none", nil)
	}
	return w.say("review.outcome", app.Args{
		"Complaints": w.count("review.complaints", w.Outcome.Complaints), "People": w.count("review.people", w.Outcome.Customers),
	})
}

// Put are what was given to put things right, and what that cost, and last what
// customers were given for being ones.
func (w *Words) Put() []Figure {
	var lines []Figure
	add := func(name string, n int, cost []app.Money, q review.Question) {
		var costs []string
		for _, c := range cost {
			if c.Minor != 0 {
				costs = append(costs, w.voice.Money(c))
			}
		}
		lines = append(lines, Figure{
			Label: name, Value: w.number(n), Note: strings.Join(costs, " + "), Parts: []Part{{Text: name, Question: q}},
		})
	}
	for _, g := range w.Remedies {
		add(w.voice.Remedy(g.Kind), g.Count, g.Cost, review.Question{About: review.AboutRemedy, Name: string(g.Kind)})
	}
	if w.Thanks.Count > 0 {
		add(w.say("review.thanks", nil), w.Thanks.Count, w.Thanks.Cost, review.Question{About: review.AboutThanks})
	}
	return lines
}

// Risked are those who may be lost, with what they spend in a year.
func (w *Words) Risked() []Figure {
	line := func(key string, n int, part Part) Figure {
		return Figure{Label: w.say(key, nil), Value: w.number(n), Parts: []Part{part}}
	}
	return []Figure{
		line("review.risk.unhappy", w.Risk.Unhappy, w.unhappyPart()), line("review.risk.quiet", w.Risk.Quiet, w.quietPart()),
	}
}

// Formula says how the sum at risk is reckoned.
func (w *Words) Formula() string {
	formula := w.say("review.risk.formula", app.Args{"Sum": w.money(w.Risk.Sum)})
	if w.Risk.Others > 0 {
		formula += " " + w.count("review.risk.others", w.Risk.Others)
	}
	return formula
}

// CameOf are the calls by what came of them, without those that never happened.
func (w *Words) CameOf() []Figure {
	var lines []Figure
	for _, d := range app.Dispositions() {
		n := w.Calls.Now.By[d]
		if n == 0 {
			continue
		}
		name := w.voice.Disposition(d)
		lines = append(lines, Figure{
			Label: name, Value: w.number(n),
			Parts: []Part{{Text: name, Question: review.Question{About: review.AboutCalls, Name: string(d)}}},
		})
	}
	return lines
}
