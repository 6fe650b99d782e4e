package main

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
)

// complaintsCommand prints what waits to be put right.
type complaintsCommand struct {
	Late bool
}

type caseFields struct {
	complaintFields
	Customer customerFields       `json:"customer"`
	Sender   string               `json:"sender"`
	Clock    complaints.ClockKind `json:"clock"`
	Due      *time.Time           `json:"due"`
	Target   *time.Time           `json:"target"`
	Late     bool                 `json:"late"`
	Left     int                  `json:"left"` // business minutes
	Waited   int                  `json:"waited"`
	Owner    bool                 `json:"owner"`
	Awaits   bool                 `json:"awaits"`
	Again    []string             `json:"again"`
}

func (c *complaintsCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	open, err := complaints.New(book, s.clock, s.ids).Open(s.ctx)
	if err != nil {
		return err
	}
	var rows [][]string
	var titles []string
	for _, one := range open.Cases {
		switch {
		case c.Late && !one.Clock.Late:
		case s.asJSON:
			s.out.json(s.caseFields(one))
		default:
			title, row := s.caseRow(one, open)
			titles, rows = append(titles, title), append(rows, row)
		}
	}
	if s.asJSON {
		return nil
	}
	if len(rows) == 0 {
		key := "complaints.nothing.open"
		if c.Late {
			key = "complaints.nothing.late"
		}
		s.out.line(s.say(key, nil))
		return nil
	}
	s.out.line(s.say("command.complaints.head", app.Args{
		"Open": s.voice.Count("complaints.count.open", len(open.Cases), nil), "Late": s.voice.Number(int64(open.Late)),
	}))
	s.out.grouped(2, titles, rows)
	return nil
}

// caseRow returns the heading and the line of a case.
func (s *session) caseRow(c complaints.Case, all complaints.Overview) (title string, row []string) {
	title = "complaints.group.waiting"
	switch {
	case c.Clock.Late:
		title = "complaints.group.late"
	case c.Clock.Kind == complaints.ClockCheck:
		title = "complaints.group.check"
	}
	notes := []string{s.voice.Stage(c.Stage)}
	if c.OwnerMust {
		notes = append(notes, s.say("complaints.row.owner", nil))
	}
	if c.Complaint.AwaitsOwner() {
		notes = append(notes, s.say("complaints.row.awaits", nil))
	}
	if len(c.Again) > 0 {
		notes = append(notes, s.say("complaints.row.again", app.Args{"Themes": s.voice.List(c.Again)}))
	}
	if n := len(c.Complaint.Reopened); n > 0 {
		notes = append(notes, s.reopened(c.Complaint.Reopened[n-1]))
	}
	waited := s.say("complaints.row.open", app.Args{"Hours": s.voice.OpenTime(int(c.Clock.Open/time.Minute), all.Plan)})
	return s.say(title, nil), []string{
		s.voice.Complainant(c.Customer, c.Sender), s.voice.Running(c.Clock, s.now(), all.Plan).Text, waited,
		joined(separator, c.Complaint.Wrong, joined(separator, notes...)),
	}
}

func (s *session) caseFields(c complaints.Case) caseFields {
	fields := caseFields{
		complaintFields: s.complaintFields(c.Complaint), Sender: c.Sender,
		Customer: customerInBrief(c.Customer, someNumber(c.Customer)),
		Clock:    c.Clock.Kind, Due: s.timeOrNull(c.Clock.Ends), Target: s.timeOrNull(c.Clock.Target), Late: c.Clock.Late,
		Left: int((c.Clock.Left - c.Clock.Over) / time.Minute), Waited: int(c.Clock.Open / time.Minute),
		Owner: c.OwnerMust, Awaits: c.Complaint.AwaitsOwner(), Again: orEmpty(c.Again),
	}
	return fields
}
