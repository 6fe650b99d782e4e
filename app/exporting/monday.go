package exporting

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/exporting/mondaysheet"
	"ringback.app/app/exporting/printed"
	"ringback.app/app/opinions"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/app/wording"
)

// Meeting is what the sheet for the Monday meeting is made of.
type Meeting struct {
	Plan interface {
		Plan(ctx context.Context) (app.Plan, error)
	}
	Sums interface {
		Figures(ctx context.Context, p review.Period) (review.Figures, error)
	}
	Complaints interface {
		Open(ctx context.Context) (complaints.Overview, error)
	}
	Opinions interface {
		Praise(ctx context.Context, limit int) (opinions.PraiseList, error)
		Find(ctx context.Context, q app.OpinionQuery) ([]opinions.Told, error)
	}
}

// Monday draws Review on paper for the Monday meeting.
type Monday struct {
	of    Meeting
	voice *wording.Voice
}

// NewMonday returns what draws the sheet in that language.
func NewMonday(of Meeting, voice *wording.Voice) *Monday {
	return &Monday{of, voice}
}

// Suggest proposes a name for the file.
func (m *Monday) Suggest(p review.Period) string {
	return FileName(m.voice.Say("monday.file", app.Args{"From": p.From.String(), "To": (p.To - 1).String()}), "review", "pdf")
}

// Write draws the sheet of that period: the figures, and then, as they are now,
// the open complaints and the praise to pass on, with what customers said in
// the period. Boxed are the names on it that, or whose words, cannot be printed as
// they are written. It returns an Error with CodeStorage if it cannot be written.
func (m *Monday) Write(ctx context.Context, w io.Writer, p review.Period) (boxed []string, err error) {
	plan, err := m.of.Plan.Plan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the plan: %w", err)
	}
	figures, err := m.of.Sums.Figures(ctx, p)
	if err != nil {
		return nil, err
	}
	words := inwords.Of(figures, plan, m.voice)
	now := figures.At.In(plan.Location())
	s := m.sheet(words, plan, now)
	if s.Open.Cases, err = m.cases(ctx, plan, now); err != nil {
		return nil, err
	}
	if s.Praise.Said, err = m.praise(ctx, words); err != nil {
		return nil, err
	}
	if s.Verbatim.Said, err = m.verbatims(ctx, p, words); err != nil {
		return nil, err
	}
	if err := mondaysheet.Write(w, s); err != nil {
		return nil, unwritable(err)
	}
	return m.box(s, plan)
}

// box tells whose lines are not printed as they are written.
func (m *Monday) box(s mondaysheet.Sheet, plan app.Plan) ([]string, error) {
	b, err := printed.NewBoxed()
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	b.See(plan.Shop)
	for _, bar := range slices.Concat(s.Talk.Bars, s.Items.Bars, s.Sellers.Bars) {
		b.See(bar.Name)
	}
	for _, c := range s.Open.Cases {
		who, _, _ := strings.Cut(c.Who, " · ") // without since when
		b.See(who, c.Wrong, c.Wish)
	}
	for _, said := range slices.Concat(s.Praise.Said, s.Verbatim.Said) {
		who, _, _ := strings.Cut(said.Who, " · ")
		b.See(who, said.Words)
	}
	return b.Names(), nil
}

func (m *Monday) say(key string, args app.Args) string { return m.voice.Say("monday."+key, args) }

// sheet is the first page, and the words of the second.
func (m *Monday) sheet(w *inwords.Words, plan app.Plan, now time.Time) mondaysheet.Sheet {
	n := w.NPS.Now
	return mondaysheet.Sheet{
		Title: joinedBy(" · ", m.say("title", nil), plan.Shop),
		About: m.say("about", app.Args{"Span": w.Span(), "Beside": w.Beside(), "Day": m.voice.DayLong(app.DayOf(now), 0)}),
		Tiles: w.Tiles(), Risk: w.Formula(),
		Talk:      mondaysheet.Chart{Title: m.review("talk"), Bars: w.Talk(), None: m.review("talk.none"), Note: m.say("change", nil)},
		Stars:     m.stars(w),
		Items:     mondaysheet.Chart{Title: m.review("items"), Bars: w.ByItem(), Note: m.say("hollow", nil)},
		Sellers:   mondaysheet.Chart{Title: m.review("sellers"), Bars: w.BySeller(), Note: m.say("hollow", nil)},
		Standards: mondaysheet.Lines{Title: m.review("standards"), Lines: w.Held()},
		Right:     mondaysheet.Lines{Title: m.review("right"), Lines: w.PuttingRight()},
		After:     m.after(w),
		Remedies:  mondaysheet.Lines{Title: m.review("remedies"), Lines: w.Put()},
		Scores: mondaysheet.Scores{
			Title: m.review("scores"), Full: n.Promoters, Pale: n.Passives, Hollow: n.Detractors,
			Lines: w.Scores(), Note: w.Tiles()[2].Note, None: m.say("none", nil),
		},
		Open:     mondaysheet.Cases{Title: m.say("open", nil), None: m.say("open.none", nil)},
		Praise:   mondaysheet.Sayings{Title: m.say("praise", nil), None: m.say("praise.none", nil)},
		Verbatim: mondaysheet.Sayings{Title: m.say("verbatim", nil), None: m.say("verbatim.none", nil)},
		Decided:  m.say("decided", nil),
		More:     func(n int) string { return m.voice.Count("monday.more", n, nil) },
		Page: func(page, of string) string {
			return m.voice.Say("export.sheet.page", app.Args{"Page": page, "Of": of})
		},
		Made: now, Letter: printed.Letter(plan.Country),
	}
}

func (m *Monday) stars(w *inwords.Words) mondaysheet.Chart {
	if w.CSAT.Now.Answers() == 0 {
		return mondaysheet.Chart{}
	}
	return mondaysheet.Chart{Title: m.review("stars.title"), Bars: w.Stars(), Note: w.Satisfied()}
}

func (m *Monday) after(w *inwords.Words) mondaysheet.Lines {
	if w.Outcome.Complaints == 0 {
		return mondaysheet.Lines{}
	}
	return mondaysheet.Lines{Title: m.review("after"), Note: w.Complaints(), Lines: w.Complained()}
}

func (m *Monday) review(key string) string { return m.voice.Say("review."+key, nil) }

// cases are the open complaints, the late ones first.
func (m *Monday) cases(ctx context.Context, plan app.Plan, now time.Time) ([]mondaysheet.Case, error) {
	open, err := m.of.Complaints.Open(ctx)
	if err != nil {
		return nil, err
	}
	today := app.DayOf(now)
	cases := make([]mondaysheet.Case, len(open.Cases))
	for i, c := range open.Cases {
		since := app.DayOf(c.Complaint.LastTold().In(now.Location()))
		one := mondaysheet.Case{
			Who:   joinedBy(" · ", m.who(c.Customer, c.Sender), m.voice.Say("monday.since", app.Args{"Day": m.voice.Day(since, today)})),
			Wrong: m.voice.Quoted(c.Complaint.Wrong), Clock: m.clock(c.Clock, plan, now), Late: c.Clock.Late,
		}
		if c.OwnerMust {
			one.Who = joinedBy(" · ", one.Who, m.say("owner", nil))
		}
		var promises []string
		for _, p := range c.Complaint.Promises {
			if p.Kept.IsZero() {
				promises = append(promises, p.What)
			}
		}
		if c.Complaint.Wish != "" {
			one.Wish = m.say("wish", app.Args{"Wish": c.Complaint.Wish})
		}
		if len(promises) > 0 {
			one.Wish = joinedBy(" · ", one.Wish, m.say("promised", app.Args{"Promises": m.voice.List(promises)}))
		}
		cases[i] = one
	}
	return cases, nil
}

// clock says by when something is due, or how late it is.
func (m *Monday) clock(c complaints.Clock, plan app.Plan, now time.Time) string {
	if c.Kind == complaints.NoClock {
		return ""
	}
	if c.Late {
		kind, _ := c.First()
		return m.say("late."+string(kind), app.Args{"Time": m.voice.LateBy(c.Over, plan)})
	}
	ends := c.Ends
	if c.Kind == complaints.ClockCheck { // to be asked on some hour of that day
		ends = app.DayOf(ends.In(now.Location())).Start(now.Location())
	}
	return m.say("due."+string(c.Kind), app.Args{"When": m.voice.By(ends, now)})
}

// who names somebody of whom perhaps only a card is known.
func (m *Monday) who(c app.Customer, sender string) string {
	switch {
	case !c.ID.IsZero():
		return m.voice.Called(c)
	case sender != "":
		return sender
	}
	return m.review("nobody")
}

// praise is what waits to be passed on, to be read out: the newest first.
func (m *Monday) praise(ctx context.Context, w *inwords.Words) ([]mondaysheet.Saying, error) {
	list, err := m.of.Opinions.Praise(ctx, 0)
	if err != nil {
		return nil, err
	}
	var said []mondaysheet.Saying
	for _, p := range slices.Backward(list.Waiting) {
		one := m.saying(p.Told, w)
		one.Who = m.say("praise.for", app.Args{"Staff": p.Staff, "Who": one.Who})
		said = append(said, one)
	}
	return said, nil
}

func (m *Monday) saying(t opinions.Told, w *inwords.Words) mondaysheet.Saying {
	o := t.Opinion
	s := w.Saying("", review.Behind{Customer: o.Customer, Name: m.who(t.Who, o.Sender), Day: o.Said, Opinion: &o})
	return mondaysheet.Saying{Words: s.Words, Who: s.Who}
}

// How many words of customers are read out, and among how many they are chosen.
const (
	verbatims     = 5
	fromVerbatims = 400
	leastVerbatim = 12 // letters: "ok" is no news
)

// verbatims are what customers said in the period: of the newest two that were
// unhappy and two that were not, and then whoever is newest.
func (m *Monday) verbatims(ctx context.Context, p review.Period, w *inwords.Words) ([]mondaysheet.Saying, error) {
	found, err := m.of.Opinions.Find(ctx, app.OpinionQuery{From: p.From, To: p.To, Limit: fromVerbatims})
	if err != nil {
		return nil, err
	}
	var chosen []opinions.Told
	take := func(most int, wanted func(app.Opinion) bool) {
		for _, t := range found {
			taken := slices.ContainsFunc(chosen, func(c opinions.Told) bool { return c.Opinion.Verbatim == t.Opinion.Verbatim })
			if len(chosen) < most && !taken && len([]rune(t.Opinion.Verbatim)) >= leastVerbatim && wanted(t.Opinion) {
				chosen = append(chosen, t)
			}
		}
	}
	const each = 2
	take(each, app.Opinion.Unhappy)
	take(2*each, func(o app.Opinion) bool { return o.Rated() && !o.Unhappy() })
	take(verbatims, func(app.Opinion) bool { return true })
	said := make([]mondaysheet.Saying, len(chosen))
	for i, t := range chosen {
		said[i] = m.saying(t, w)
	}
	return said, nil
}
