package sample

import (
	"strings"
	"time"

	"ringback.app/app"
)

// ring adds a call.
func (l *life) ring(at time.Time, d app.Disposition) *app.Call {
	c := app.Call{
		ID: l.ids.Next(), Customer: l.customer.ID, Start: at, End: at.Add(30 * time.Second), Disposition: d,
	}
	if d.Reached() {
		c.End = at.Add(time.Duration(90+l.r.IntN(400)) * time.Second)
	}
	if numbers := l.customer.Callable(); len(numbers) > 0 {
		c.Number = numbers[0].Dialled()
	}
	if l.r.IntN(3) == 0 {
		c.By = l.plan.Staff[l.r.IntN(len(l.plan.Staff))]
	}
	l.calls = append(l.calls, c)
	return &l.calls[len(l.calls)-1]
}

// askedAfter adds a call about a purchase that reached the customer, with the
// one before it that nobody answered, now and then.
func (l *life) askedAfter(p app.Purchase, ago int) *app.Call {
	reason := app.AfterPurchase
	since := l.age(p) - ago
	if since > 15 {
		reason = app.GoingQuiet
	}
	at := l.hour(ago)
	if since > 1 && l.r.IntN(4) == 0 {
		missed := []app.Disposition{app.NoAnswer, app.Busy, app.LeftMessage}[l.r.IntN(3)]
		l.ring(at.AddDate(0, 0, -1), missed).Reason = reason
	}
	c := l.ring(at, app.Talked)
	c.Reason, c.About = reason, []app.ID{p.ID}
	if l.r.IntN(3) == 0 {
		c.Notes = l.say(l.r, "note")[0]
	}
	if l.r.IntN(5) > 0 {
		o := l.opinion(c.Start, app.FromCall)
		o.Call, o.About = c.ID, c.About
	}
	return c
}

// told adds what a customer said without being rung.
func (l *life) told(ago int, source app.Source) *app.Opinion {
	at := l.hour(ago)
	o := l.opinion(at, source)
	if source == app.FromCard || source == app.FromLetter {
		o.Said -= app.Day(1 + l.r.IntN(5)) // it lay about before somebody read it
	}
	return o
}

func (l *life) opinion(at time.Time, source app.Source) *app.Opinion {
	mood, score := "delight", 9+l.r.IntN(2)
	switch n := l.r.IntN(20); {
	case n < 2:
		mood, score = "poor", 2+l.r.IntN(5)
	case n < 7:
		mood, score = "fine", 7+l.r.IntN(2)
	}
	words := l.say(l.r, mood)
	o := app.Opinion{
		ID: l.ids.Next(), Customer: l.customer.ID, Said: app.DayOf(at), Taken: at, Source: source,
		Themes: []string{words[0]},
	}
	if l.r.IntN(5) > 0 {
		o.Score = &score
	}
	staff := l.plan.Staff[0]
	if len(l.purchases) > 0 {
		last := l.purchases[len(l.purchases)-1]
		if last.SoldBy != "" {
			staff = last.SoldBy
		}
		o.Staff = []string{staff}
	}
	o.Verbatim = l.filled(words[1], staff)
	if mood == "delight" && strings.Contains(words[1], "{staff}") {
		o.Praise = []string{staff}
		if told := at.AddDate(0, 0, 1+int(o.ID[len(o.ID)-1]%6)); app.DayOf(told) < l.today {
			o.Passed = []app.Passed{{Staff: staff, At: told}}
		}
	}
	if mood == "delight" && l.r.IntN(6) == 0 {
		o.Quote = &app.Quote{Words: o.Verbatim, Where: l.say(l.r, "where")[0], Name: l.customer.Name.Given, Since: at}
	}
	l.opinions = append(l.opinions, o)
	return &l.opinions[len(l.opinions)-1]
}

// filled puts what was bought and who sold it into the words.
func (l *life) filled(words, staff string) string {
	item := "table"
	if n := len(l.purchases); n > 0 && len(l.purchases[n-1].Lines) > 0 {
		item, _, _ = strings.Cut(l.purchases[n-1].Lines[0].Item, ",")
	}
	return strings.NewReplacer("{staff}", staff, "{item}", strings.ToLower(item)).Replace(words)
}

// complain adds a complaint in those words, with the opinion that it began
// with.
func (l *life) complain(at time.Time, source app.Source, words []string) *app.Complaint {
	o := l.opinion(at, source)
	score := 1 + l.r.IntN(4)
	o.Score, o.Praise, o.Passed, o.Quote, o.Themes = &score, nil, nil, nil, words[:1:1]
	o.Verbatim = l.filled(words[1], "")
	l.complaints = append(l.complaints, app.Complaint{
		ID: l.ids.Next(), Customer: l.customer.ID, Opinion: o.ID, Wrong: o.Verbatim, Wish: words[2],
		Themes: words[:1:1], Received: at, Promises: []app.Promise{{What: words[3]}},
	})
	return &l.complaints[len(l.complaints)-1]
}

// putRightLongAgo adds a complaint that came to a good end.
func (l *life) putRightLongAgo() {
	ago := 120 + l.r.IntN(300)
	words := l.say(l.r, "wrong")
	c := l.complain(l.hour(ago), app.FromVisit, words)
	c.Answered = c.Received.Add(time.Duration(10+l.r.IntN(200)) * time.Minute)
	c.Promises[0].By, c.Promises[0].Kept = l.hour(ago-4), l.hour(ago-3)
	c.PutRight, c.Confirmed = c.Promises[0].Kept, l.hour(ago-7)
	kind := app.RemedyKind(words[4])
	c.Remedy = &app.Remedy{Kind: kind}
	if kind != app.RemedyApology {
		c.Remedy.Cost = app.Money{Minor: l.rate.of(int64(1500 + 500*l.r.IntN(10))), Currency: l.plan.Currency}
	}
}
