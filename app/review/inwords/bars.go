package inwords

import (
	"strconv"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/wording"
)

// Talk are the themes: what they talk about, with the change since the period
// before.
func (w *Words) Talk() []Bar {
	bars := make([]Bar, len(w.Themes))
	for i, t := range w.Themes {
		bars[i] = w.bar(t, review.AboutTheme)
		bars[i].Unhappy = 0
		bars[i].Change = w.signed(t.Count - t.Before)
		if t.Before == 0 {
			bars[i].Change = w.say("review.new", nil)
		}
	}
	return bars
}

// ByItem are what was bought, by how many spoke of it and how many of them were
// unhappy.
func (w *Words) ByItem() []Bar { return w.bars(w.Items, review.AboutItem) }

// BySeller are who sold it, likewise.
func (w *Words) BySeller() []Bar { return w.bars(w.Sellers, review.AboutSeller) }

func (w *Words) bars(talk []review.Talk, about review.About) []Bar {
	bars := make([]Bar, len(talk))
	for i, t := range talk {
		bars[i] = w.bar(t, about)
	}
	return bars
}

func (w *Words) bar(t review.Talk, about review.About) Bar {
	name := t.Name
	if about == review.AboutItem {
		name = wording.ItemName(name)
	}
	b := Bar{
		Name: name, Count: t.Count, Unhappy: t.Unhappy, Number: w.number(t.Count),
		Question: review.Question{About: about, Name: t.Name},
	}
	if t.Unhappy > 0 {
		b.Change = w.count("review.unhappy", t.Unhappy)
	}
	return b
}

// Stars are how many gave five stars, four, and so on.
func (w *Words) Stars() []Bar {
	var bars []Bar
	for stars := app.MaxStars; stars >= 1; stars-- {
		n := w.CSAT.Now.Stars[stars-1]
		b := Bar{
			Name: w.voice.Count("review.stars", stars, nil), Count: n, Number: w.number(n),
			Question: review.Question{About: review.AboutStars, Name: strconv.Itoa(stars)},
		}
		if stars < app.Satisfied {
			b.Unhappy = n
		}
		bars = append(bars, b)
	}
	return bars
}

// Satisfied says what the stars come to.
func (w *Words) Satisfied() string {
	c := w.CSAT.Now
	percent, ok := c.Percent()
	if !ok {
		return w.tooFew(c.Answers())
	}
	said := w.say("review.csat", app.Args{"Percent": w.percent(percent), "Answers": w.count("review.answers", c.Answers())})
	if was, had := w.CSAT.Before.Percent(); had {
		return w.both(said, w.say("review.before", app.Args{"Value": w.percent(was)}))
	}
	return said
}

// Scores are how many would recommend the shop, might, and would not.
func (w *Words) Scores() []Figure {
	n := w.NPS.Now
	parts := w.scoreParts()
	line := func(label string, count int, part Part) Figure {
		f := Figure{Label: w.say(label, nil), Value: w.number(count), Parts: []Part{part}}
		if percent, ok := review.Percent(count, n.Answers()); ok {
			f.Note = w.percent(percent)
		}
		return f
	}
	return []Figure{
		line("review.promoters", n.Promoters, parts[2]),
		line("review.passives", n.Passives, parts[1]),
		line("review.detractors", n.Detractors, parts[0]),
	}
}
