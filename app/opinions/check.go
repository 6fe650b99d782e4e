package opinions

import (
	"errors"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/rating"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// taking is a form on its way into the book.
type taking struct {
	form     Form
	desk     *Desk
	plan     app.Plan
	now      time.Time
	customer app.Customer // zero while nobody knows who it is
	was      app.Opinion  // what the form corrects; zero: nothing
	errs     app.FieldErrors
}

// opinion reads the form.
func (k *taking) opinion() app.Opinion {
	o := k.was
	f := k.form
	o.Customer, o.Source, o.About = f.Customer, f.Source, f.About
	if o.Source == "" {
		o.Source = app.FromCard
	}
	if !slices.Contains(Sources(), o.Source) {
		k.errs.Add(FieldSource, "error.opinion.source", app.Args{"Source": texts.Quoted(string(o.Source))})
	}
	if o.Sender = k.limited(FieldCustomer, texts.OneLine(f.Sender), mostSender); !o.Customer.IsZero() {
		o.Sender = ""
	}
	if o.Said = k.said(); o.Said != k.was.Said {
		o.Undated = false
	}
	k.rate(&o)
	if o.Verbatim = texts.ManyLines(f.Words); letters(o.Verbatim) > app.MaxVerbatim {
		k.long(FieldWords, letters(o.Verbatim), app.MaxVerbatim)
	}
	o.Themes = k.labels(FieldThemes, f.Themes, k.plan.Themes)
	o.Praise = k.labels(FieldStaff, f.Praise, k.plan.Staff)
	o.Staff = k.labels(FieldStaff, append(slices.Clone(f.Staff), o.Praise...), k.plan.Staff)
	// Who was told stays told, unless they were not praised after all.
	o.Passed = slices.DeleteFunc(slices.Clone(o.Passed), func(p app.Passed) bool { return !slices.Contains(o.Praise, p.Staff) })
	if len(o.Passed) == 0 {
		o.Passed = nil
	}
	if !o.Rated() && o.Verbatim == "" && len(o.Themes)+len(o.Staff) == 0 {
		k.errs.Add(FieldWords, "error.opinion.empty", nil)
	}
	o.Quote = k.quote(o)
	return o
}

func (k *taking) rate(o *app.Opinion) {
	given, err := rating.Parse(k.form.Rating)
	if err != nil {
		k.keep(FieldRating, err)
		return
	}
	o.Score, o.Stars = given.Score, given.Stars
}

// longestSaid is how many years ago something may have been said that is typed: no
// card lies for longer, and a year that is mistyped is often further off.
const longestSaid = 30

// said reads the day it was said. A day that is too long ago is refused, and one
// that has not come yet, but not one that it is already where the customer is.
func (k *taking) said() app.Day {
	today := app.DayOf(k.now.In(k.plan.Location()))
	text := texts.OneLine(k.form.Said)
	if text == "" {
		return today
	}
	if text == k.was.Said.String() {
		return k.was.Said
	}
	said, err := when.ParseDay(text, k.desk.reading(k.plan, when.Behind))
	if err != nil {
		k.keep(FieldSaid, err)
		return today
	}
	year, month, day := today.Date()
	if said < app.NewDay(year-longestSaid, month, day) {
		k.errs.Add(FieldSaid, "error.opinion.said.long-ago", app.Args{"Day": said.String(), "Years": longestSaid})
	}
	if said > k.latest() {
		k.errs.Add(FieldSaid, "error.opinion.said.ahead", app.Args{"Day": said.String()})
	}
	return said
}

// easternmost is where a day begins first, for those whose zone nobody knows.
var easternmost = time.FixedZone("UTC+14", 14*60*60)

// latest is the last day that an opinion can be of: the shop's today; or the
// customer's own, which may be a day ahead; or, on the web, where anybody can be
// anywhere, the day it is somewhere.
func (k *taking) latest() app.Day {
	latest := app.DayOf(k.now.In(k.plan.Location()))
	if !k.customer.ID.IsZero() {
		latest = max(latest, app.DayOf(k.now.In(app.Location(k.customer.TimeZone, k.plan.Location()))))
	} else if k.form.Source == app.FromWeb {
		latest = max(latest, app.DayOf(k.now.In(easternmost)))
	}
	return latest
}

func (k *taking) labels(field string, texts, known []string) []string {
	all := labels(texts, known)
	for _, t := range all {
		k.limited(field, t, mostLabel)
	}
	return all
}

// quote reads what may be published of the opinion.
func (k *taking) quote(o app.Opinion) *app.Quote {
	f := k.form.Quote
	if f == nil {
		if q := o.Quote; q != nil && q.Withdrawn.IsZero() { // it was there and was taken away
			withdrawn := *q
			withdrawn.Withdrawn = k.now
			return &withdrawn
		}
		return o.Quote
	}
	q := app.Quote{
		Words: texts.ManyLines(f.Words), Where: k.limited(FieldWhere, texts.OneLine(f.Where), mostName),
		Name: k.limited(FieldName, texts.OneLine(f.Name), mostName), Since: k.now,
	}
	if q.Words == "" {
		q.Words = o.Verbatim
	}
	switch {
	case o.Verbatim == "":
		k.errs.Add(FieldQuote, "error.opinion.quote.nothing", nil)
	case !within(q.Words, o.Verbatim):
		k.errs.Add(FieldQuote, "error.opinion.quote.other", nil)
	}
	if was := o.Quote; was != nil && !was.Withdrawn.IsZero() && k.form.Origin != nil && k.form.Origin.Quote != nil {
		return was // since the form was opened: whoever corrects what they allowed does not allow it anew
	}
	if was := o.Quote; was != nil && was.Withdrawn.IsZero() && was.Words == q.Words && was.Where == q.Where && was.Name == q.Name {
		return was
	}
	return &q
}

// complaint reads what is to be put right.
func (k *taking) complaint(o app.Opinion) *app.Complaint {
	f := k.form.Complaint
	if f == nil {
		return nil
	}
	c := app.Complaint{
		Customer: o.Customer, Opinion: o.ID, Themes: o.Themes, ForOwner: f.ForOwner,
		Wrong: texts.ManyLines(f.Wrong), Wish: k.limited(FieldWish, texts.ManyLines(f.Wish), mostNote),
		Received: o.Taken, // also of an older one: the clock runs since they told us
	}
	if c.Received.After(k.now) { // by another desktop's clock
		c.Received = k.now
	}
	if c.Wrong == "" {
		c.Wrong = o.Verbatim
	} else if letters(c.Wrong) > app.MaxVerbatim {
		k.long(FieldWrong, letters(c.Wrong), app.MaxVerbatim)
	}
	if c.Wrong == "" {
		k.errs.Add(FieldWrong, "error.opinion.complaint.empty", nil)
	}
	if o.Source == app.FromVisit || o.Source == app.FromCall {
		c.Answered = c.Received // they stood before us, or were on the line
	}
	by := k.by(texts.OneLine(f.By))
	promise := k.limited(FieldPromise, texts.OneLine(f.Promise), mostNote)
	switch {
	case promise != "":
		c.Promises = []app.Promise{{What: promise, By: by}}
	case texts.OneLine(f.By) != "":
		k.errs.Add(FieldPromise, "error.opinion.promise.empty", nil)
	}
	return &c
}

// by reads until when something is promised: an hour, or where only a day was
// named, the hour at which the shop shuts on it, else its last minute.
func (k *taking) by(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	zone := k.plan.Location()
	m, err := when.Parse(text, k.desk.reading(k.plan, when.Ahead))
	if err != nil {
		k.keep(FieldBy, err)
		return time.Time{}
	}
	at := m.In(zone)
	if !m.Timed {
		shuts := app.Minute(24*60 - 1)
		if spans := k.plan.Open[m.Day.Weekday()]; len(spans) > 0 && !k.plan.Holiday(m.Day) {
			shuts = min(shuts, spans[len(spans)-1].To)
		}
		at = m.Day.At(shuts, zone)
	}
	if at.Before(k.now) {
		k.errs.Add(FieldBy, "error.opinion.promise.past", nil)
	}
	return at.UTC()
}

func (k *taking) limited(field, text string, most int) string {
	if n := letters(text); n > most {
		k.long(field, n, most)
	}
	return text
}

func (k *taking) long(field string, n, most int) {
	k.errs.Add(field, "error.opinion.long."+field, app.Args{"Length": n, "Most": most})
}

// keep notes an error of another reader under its field.
func (k *taking) keep(field string, err error) {
	var e *app.Error
	if errors.As(err, &e) {
		k.errs.Add(field, e.Key, e.Args)
	}
}
