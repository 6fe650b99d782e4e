package settings

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// evening is from when on a shop that shuts at an earlier hour does so past
// midnight, and not by two hours that were exchanged.
const evening = app.Minute(18 * 60)

// smallHours is until when calls that would end before they begin were meant to end
// past midnight, or in the afternoon.
const smallHours = app.Minute(6 * 60)

// open reads the opening hours of each weekday.
func (k *check) open() app.OpeningHours {
	var open app.OpeningHours
	ever := false
	for day, text := range k.form.Open {
		open[day] = k.spans(FieldAt(FieldOpen, day), text)
		ever = ever || len(open[day]) > 0 || texts.OneLine(text) != ""
	}
	if !ever {
		k.errs.Add(FieldAt(FieldOpen, 1), "error.settings.open.never", nil)
	}
	return open
}

// spans reads "9–12, 13–17": stretches of a day in order, none over another.
func (k *check) spans(field, text string) []app.Span {
	var spans []app.Span
	for part := range strings.SplitSeq(strings.NewReplacer("–", "-", "—", "-", ";", ",").Replace(text), ",") {
		if part = texts.OneLine(part); part == "" {
			continue
		}
		from, to, found := strings.Cut(part, "-")
		if !found {
			k.errs.Add(field, "error.settings.open.span", app.Args{"Text": texts.Quoted(part)})
			return nil
		}
		s := app.Span{From: k.hour(field, from), To: k.hour(field, to)}
		switch {
		case s.To == s.From:
			k.errs.Add(field, "error.settings.open.same", app.Args{"At": s.From.String()})
		case s.To < s.From && s.From >= evening:
			k.errs.Add(field, "error.settings.open.night", app.Args{"From": s.From.String()})
		case s.To < s.From:
			k.errs.Add(field, "error.settings.open.order", app.Args{"From": s.From.String(), "To": s.To.String()})
		}
		if slices.ContainsFunc(spans, func(o app.Span) bool { return o.From < s.To && s.From < o.To }) {
			k.errs.Add(field, "error.settings.open.overlap", app.Args{"Text": texts.Quoted(text)})
		}
		spans = append(spans, s)
	}
	if len(spans) > app.PlanSpans {
		k.errs.Add(field, "error.settings.many", app.Args{"Length": len(spans), "Most": app.PlanSpans})
	}
	slices.SortFunc(spans, func(a, b app.Span) int { return int(a.From) - int(b.From) })
	return spans
}

// calling reads when customers may be rung.
func (k *check) calling() app.CallingHours {
	c := app.CallingHours{
		From: k.hour(FieldCallingFrom, k.form.CallingFrom),
		To:   k.hour(FieldCallingTo, k.form.CallingTo),
		Days: k.form.CallingDays & app.Week,
	}
	switch {
	case c.To == c.From:
		k.errs.Add(FieldCallingTo, "error.settings.calling.same", app.Args{"At": c.From.String()})
	case c.To < c.From && c.To <= smallHours:
		k.errs.Add(FieldCallingTo, "error.settings.calling.night", app.Args{"From": c.From.String(), "To": c.To.String()})
	case c.To < c.From:
		k.errs.Add(FieldCallingTo, "error.settings.calling.order", app.Args{"From": c.From.String(), "To": c.To.String()})
	}
	if c.Days == 0 {
		k.errs.Add(FieldCallingDays, "error.settings.calling.never", nil)
	}
	return c
}

func (k *check) hour(field, text string) app.Minute {
	m, err := when.ParseHour(text, k.desk.typing.Words)
	if err != nil {
		k.keep(field, err)
	}
	return m
}
