package main

import (
	"context"
	"io"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/exporting"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
	"ringback.app/app/when"
	"ringback.app/data"
)

// reviewCommand prints what customers have been saying, added up.
type reviewCommand struct {
	periodFlags
	outputFlags
}

// The formats of a review.
const (
	asText = exporting.Text
	asPDF  = exporting.PDF
)

func (c *reviewCommand) run(s *session) error {
	format, err := c.pick(s, []exporting.Format{asText, exporting.JSON, asPDF}, reviewFormat)
	if err != nil {
		return err
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	period, err := c.stretch(s)
	if err != nil {
		return err
	}
	var boxed []string
	write := func(ctx context.Context, w io.Writer) error { return s.review(ctx, book, w, period, format, &boxed) }
	return c.write(s, write, func() {
		if s.asJSON {
			s.out.json(reviewedFields{c.Output, boxed})
			return
		}
		s.out.line(s.say("command.review.done", app.Args{"File": c.Output}))
		s.printBoxed(boxed)
	})
}

type reviewedFields struct {
	File  string   `json:"file"`
	Boxed []string `json:"boxed,omitempty"` // names on the PDF that are not printed as they are written
}

func reviewFormat(name string) (exporting.Format, error) {
	switch f := exporting.Format(name); f {
	case asText, exporting.JSON, asPDF:
		return f, nil
	}
	return "", &app.Error{Code: app.CodeInvalid, Key: "error.command.review.format", Args: app.Args{"Format": name}}
}

// stretch returns the days asked for: up to today, and from the first of the
// month in which they end, unless others are named.
func (c *reviewCommand) stretch(s *session) (review.Period, error) {
	from, err := s.day(c.From, when.Behind)
	if err != nil {
		return review.Period{}, err
	}
	to, err := s.lastDay(c.To, from)
	if err != nil {
		return review.Period{}, err
	}
	if to.IsZero() {
		to = s.today()
	}
	if from.IsZero() {
		year, month, _ := to.Date()
		from = app.NewDay(year, month, 1)
	}
	return review.Period{From: from, To: to + 1}, nil
}

// review writes the review of that period. Boxed are the names that paper cannot
// show.
func (s *session) review(ctx context.Context, book *data.Book, w io.Writer, p review.Period, format exporting.Format, boxed *[]string) error {
	sums := review.New(book, s.clock)
	if format == asPDF {
		names, err := s.monday(book, sums).Write(ctx, w, p)
		*boxed = names
		return err
	}
	figures, err := sums.Figures(ctx, p)
	if err != nil {
		return err
	}
	plan, err := book.Plan(ctx)
	if err != nil {
		return err
	}
	out := newPaper(w, 0)
	if w == io.Writer(s.out.w) {
		out.columns = s.out.columns
	}
	words := inwords.Of(figures, plan, s.voice)
	if format == exporting.JSON {
		out.json(reviewAsJSON(figures, words, s.zone))
	} else {
		s.printReview(out, words)
	}
	return out.flush()
}

// monday draws the sheet for the Monday meeting.
func (s *session) monday(book *data.Book, sums *review.Review) *exporting.Monday {
	return exporting.NewMonday(exporting.Meeting{
		Plan: book, Sums: sums, Complaints: complaints.New(book, s.clock, s.ids), Opinions: s.opinions(book),
	}, s.voice)
}

// printReview prints what the window shows.
func (s *session) printReview(out *paper, w *inwords.Words) {
	out.line(s.say("review.span.beside", app.Args{"Span": w.Span(), "Beside": w.Beside()}))
	if w.Empty() {
		out.blank()
		out.line(s.say("command.review.nothing", nil))
		return
	}
	s.printFigures(out, "", "", w.Tiles())
	s.printBars(out, "review.talk", "", w.Talk())
	s.printFigures(out, "review.standards", "", w.Held())
	s.printFigures(out, "review.right", "", w.PuttingRight())
	if w.NPS.Now.Answers() > 0 {
		s.printFigures(out, "review.scores", "", w.Scores())
	}
	if w.CSAT.Now.Answers() > 0 {
		s.printBars(out, "review.stars.title", w.Satisfied(), w.Stars())
	}
	s.printBars(out, "review.items", "", w.ByItem())
	s.printBars(out, "review.sellers", "", w.BySeller())
	if w.Outcome.Complaints > 0 {
		s.printFigures(out, "review.after", w.Complaints(), w.Complained())
	}
	s.printFigures(out, "review.remedies", "", w.Put())
	s.printFigures(out, "review.calls", "", w.CameOf())
	if waiting := w.ToPassOn(); waiting != "" {
		s.printPart(out, "review.praise", "", [][]string{{waiting}})
	}
	if w.Risk.Unhappy+w.Risk.Quiet > 0 {
		s.printFigures(out, "review.at-risk", w.Formula(), w.Risked())
	}
}

func (s *session) printFigures(out *paper, title, about string, figures []inwords.Figure) {
	var rows [][]string
	for _, f := range figures {
		rows = append(rows, there(f.Label, joined(" ", f.Value, f.Of), joined(separator, f.Note, f.Late)))
	}
	s.printPart(out, title, about, rows)
}

func (s *session) printBars(out *paper, title, about string, bars []inwords.Bar) {
	var rows [][]string
	for _, b := range bars[:min(mostPrinted, len(bars))] {
		rows = append(rows, there(b.Name, b.Number, b.Change))
	}
	s.printPart(out, title, about, rows)
	if more := len(bars) - mostPrinted; more > 0 {
		out.hang(2, 2, s.voice.Count("command.review.more-bars", more, nil))
	}
}

// mostPrinted is how many bars of a sort are printed; --json has all.
const mostPrinted = 12

// there are the cells of a row without the empty ones at its end.
func there(cells ...string) []string {
	for len(cells) > 1 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// printPart prints rows below a title; nothing where there are none.
func (s *session) printPart(out *paper, title, about string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	out.blank()
	if title != "" {
		out.line(s.say(title, nil))
	}
	if about != "" {
		out.hang(2, 2, about)
	}
	out.rows(2, rows)
}
