package inwords

import (
	"ringback.app/app"
	"ringback.app/app/review"
)

// Tiles are the five figures above all others.
func (w *Words) Tiles() []Figure {
	rated := w.nps()
	if w.NPS.Now.Answers() == 0 && w.CSAT.Now.Answers() > 0 {
		rated = w.csat() // a shop that asks for stars
	}
	return []Figure{w.reached(), w.told(), rated, w.firstReply(), w.atRisk()}
}

func (w *Words) reached() Figure {
	now, before := w.Calls.Now, w.Calls.Before
	f := Figure{
		Label: w.say("review.reached", nil), Value: w.number(now.Reached), Of: w.count("review.reached.of", now.Made),
		Parts: []Part{
			{Text: w.labelled("review.part.reached", now.Reached), Question: review.Question{About: review.AboutReached}},
			{Text: w.labelled("review.part.calls", now.Made), Question: review.Question{About: review.AboutCalls}},
		},
	}
	switch more := now.Reached - before.Reached; {
	case before.Made == 0:
		f.Note = w.say("review.reached.first", nil)
	case more > 0:
		f.Note = w.count("review.reached.more", more)
	case more < 0:
		f.Note = w.count("review.reached.fewer", -more)
	default:
		f.Note = w.say("review.reached.same", nil)
	}
	return f
}

func (w *Words) told() Figure {
	now, before := w.Coverage.Now, w.Coverage.Before
	f := Figure{
		Label: w.say("review.told", nil), Value: w.share(now.Told, now.Buyers),
		Note: w.count("review.told.silent", now.Silent()),
		Parts: []Part{
			{Text: w.labelled("review.part.told", now.Told), Question: review.Question{About: review.AboutTold}},
			{Text: w.labelled("review.part.silent", now.Silent()), Question: review.Question{About: review.AboutSilent}},
		},
	}
	share, ok := review.Percent(now.Told, now.Buyers)
	was, had := review.Percent(before.Told, before.Buyers)
	switch {
	case now.Buyers == 0:
		f.Value, f.Note = none, w.say("review.told.nobody", nil)
	case ok && had && share > was:
		f.Note = w.both(w.count("review.points.more", share-was), f.Note)
	case ok && had && share < was:
		f.Note = w.both(w.count("review.points.fewer", was-share), f.Note)
	}
	return f
}

func (w *Words) nps() Figure {
	now, before := w.NPS.Now, w.NPS.Before
	f := Figure{Label: w.say("review.nps", nil), Value: none, Note: w.tooFew(now.Answers()), Parts: w.scoreParts()}
	if score, ok := now.Score(); ok {
		f.Value = w.signed(score)
		if score == 0 {
			f.Value = w.number(0)
		}
		f.Note = w.count("review.answers", now.Answers())
		if was, had := before.Score(); had {
			f.Note = w.both(f.Note, w.say("review.nps.before", app.Args{"Score": w.signed(was)}))
		}
	}
	return f
}

func (w *Words) csat() Figure {
	now := w.CSAT.Now
	f := Figure{
		Label: w.say("review.satisfied", nil), Value: w.share(now.Satisfied(), now.Answers()), Note: w.tooFew(now.Answers()),
		Parts: []Part{{Text: w.labelled("review.part.complaints", now.Answers()), Question: review.Question{About: review.AboutStars}}},
	}
	if _, ok := now.Percent(); ok {
		f.Note = w.count("review.answers", now.Answers())
		if was, had := w.CSAT.Before.Percent(); had {
			f.Note = w.both(f.Note, w.say("review.before", app.Args{"Value": w.percent(was)}))
		}
	}
	return f
}

// scoreParts are those who would not recommend the shop first: theirs are the
// words to read.
func (w *Words) scoreParts() []Part {
	n := w.NPS.Now
	return []Part{
		{Text: w.labelled("review.part.detractors", n.Detractors), Question: review.Question{About: review.AboutDetractors}},
		{Text: w.labelled("review.part.passives", n.Passives), Question: review.Question{About: review.AboutPassives}},
		{Text: w.labelled("review.part.promoters", n.Promoters), Question: review.Question{About: review.AboutPromoters}},
	}
}

func (w *Words) firstReply() Figure {
	c := w.Replies.Now
	all := c.Count + c.Waiting
	f := Figure{
		Label: w.say("review.reply", nil), Value: none,
		Parts: w.clockParts(c, review.AboutReplies),
	}
	switch {
	case all == 0:
		f.Note = w.say("review.reply.none", nil)
	case c.Count == 0:
		f.Note = w.count("review.reply.waiting", c.Waiting)
	default:
		f.Value, f.Note = w.took(c.Median), w.say("review.reply.median", nil)
	}
	if c.Late > 0 {
		f.Late = w.say("review.late", app.Args{"Late": w.number(c.Late), "All": w.number(all)})
	}
	return f
}

func (w *Words) atRisk() Figure {
	r := w.Risk
	return Figure{
		Label: w.say("review.risk", nil), Value: w.money(r.Sum),
		Note:  w.say("review.risk.who", app.Args{"Unhappy": w.number(r.Unhappy), "Quiet": w.number(r.Quiet)}),
		Parts: []Part{w.unhappyPart(), w.quietPart()},
	}
}

func (w *Words) unhappyPart() Part {
	return Part{Text: w.labelled("review.part.unhappy", w.Risk.Unhappy), Question: review.Question{About: review.AboutUnhappy}}
}

func (w *Words) quietPart() Part {
	return Part{Text: w.labelled("review.part.quiet", w.Risk.Quiet), Question: review.Question{About: review.AboutQuiet}}
}

// labelled names a number among the parts of a figure.
func (w *Words) labelled(key string, n int) string {
	return w.say(key, app.Args{"Number": w.number(n)})
}

func (w *Words) both(one, other string) string {
	return w.say("review.both", app.Args{"One": one, "Other": other})
}
