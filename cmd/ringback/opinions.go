package main

import (
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
)

// opinionsCommand finds what customers said.
type opinionsCommand struct {
	Query []string `arg:"" optional:""`

	Theme     string `placeholder:"T"`
	Item      string `placeholder:"ITEM"`
	Seller    string `placeholder:"NAME"`
	Source    string `placeholder:"SOURCE"`
	Unhappy   bool
	Unmatched bool
	periodFlags
}

// toldFields are an opinion.
type toldFields struct {
	ID       app.ID         `json:"id"`
	Said     app.Day        `json:"said"`
	Taken    time.Time      `json:"taken"`
	Lag      int            `json:"lag"` // days from said to taken
	Source   app.Source     `json:"source"`
	Customer customerFields `json:"customer"`
	Sender   string         `json:"sender"`
	Score    *int           `json:"score"`
	Stars    *int           `json:"stars"`
	Words    string         `json:"words"`
	Themes   []string       `json:"themes"`
	Staff    []string       `json:"staff"`
	Praise   []string       `json:"praise"`
	Quotable bool           `json:"quotable"`
}

func (c *opinionsCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	query, err := c.query(s)
	if err != nil {
		return err
	}
	found, err := s.opinions(book).Find(s.ctx, query)
	if err != nil {
		return err
	}
	if c.Unmatched {
		found = slices.DeleteFunc(found, func(t opinions.Told) bool { return !t.Opinion.Customer.IsZero() })
	}
	if s.asJSON {
		for _, t := range found {
			s.out.json(s.toldFields(t))
		}
		return nil
	}
	s.printFound(found)
	return nil
}

// query is what the flags ask for.
func (c *opinionsCommand) query(s *session) (q app.OpinionQuery, err error) {
	q = app.OpinionQuery{
		Words: strings.Join(c.Query, " "), Theme: c.Theme, Item: c.Item, Seller: c.Seller,
		Source: app.Source(c.Source), Unhappy: c.Unhappy,
	}
	if c.Source != "" && !slices.Contains(opinions.Sources(), q.Source) {
		return q, usageError{&app.Error{Code: app.CodeInvalid, Key: "error.opinion.source", Args: app.Args{"Source": c.Source}}}
	}
	if q.From, err = s.day(c.From, when.Behind); err != nil {
		return q, err
	}
	if q.To, err = s.lastDay(c.To, q.From); err != nil || q.To == 0 {
		return q, err
	}
	q.To++ // all of the last day
	return q, nil
}

func (s *session) toldFields(t opinions.Told) toldFields {
	o := t.Opinion
	return toldFields{
		ID: o.ID, Said: o.Said, Taken: o.Taken.In(s.zone), Lag: opinions.Lag(o, s.zone), Source: o.Source,
		Customer: customerInBrief(t.Who, someNumber(t.Who)), Sender: o.Sender, Score: o.Score, Stars: o.Stars,
		Words: o.Verbatim, Themes: orEmpty(o.Themes), Staff: orEmpty(o.Staff), Praise: orEmpty(o.Praise),
		Quotable: o.Quote != nil && o.Quote.Withdrawn.IsZero(),
	}
}

func (s *session) printFound(found []opinions.Told) {
	if len(found) == 0 {
		s.out.line(s.say("command.opinions.none", nil))
		return
	}
	for i, t := range found {
		if i > 0 {
			s.out.blank()
		}
		name := s.voice.Called(t.Who)
		switch {
		case !t.Who.ID.IsZero():
		case t.Opinion.Sender != "":
			name = t.Opinion.Sender
		default:
			name = s.say("opinions.nobody", nil)
		}
		s.out.line(name + " · " + s.voice.Told(t.Opinion, s.today()) + " · " + t.Opinion.ID.String())
		if words := s.voice.Quoted(t.Opinion.Verbatim); words != "" {
			s.out.hang(4, 4, words)
		}
	}
}
