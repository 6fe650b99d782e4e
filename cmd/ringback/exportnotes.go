package main

import (
	"context"
	"io"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

// exportNotesCommand writes call notes out.
type exportNotesCommand struct {
	outputFlags
	periodFlags
	customerFlag
	Outcome []string `placeholder:"OUTCOME"`
}

func (c *exportNotesCommand) run(s *session) error {
	format, err := c.pick(s, exporting.Formats(), exporting.ParseFormat)
	if err != nil {
		return err
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	var filter exporting.Filter
	if err := c.period(s, &filter); err != nil {
		return err
	}
	if err := c.whose(s, book, &filter); err != nil {
		return err
	}
	for _, name := range c.Outcome {
		outcome, err := outcomeOf(name)
		if err != nil {
			return err
		}
		filter.Outcomes = append(filter.Outcomes, outcome)
	}
	exporter := exporting.New(book, s.voice, s.clock)
	var count exporting.Count
	return c.write(s, func(ctx context.Context, w io.Writer) (err error) {
		count, err = exporter.Notes(ctx, w, filter, format)
		return err
	}, func() {
		if s.asJSON {
			s.out.json(exportedFields{File: c.Output, Notes: count.Notes, Customers: count.Customers})
			return
		}
		s.out.line(s.voice.Count("command.export.notes.done", count.Notes, app.Args{"File": c.Output}))
	})
}

type exportedFields struct {
	File      string `json:"file"`
	Notes     int    `json:"notes"`
	Customers int    `json:"customers"`
}

// outcomeOf reads the name of an outcome.
func outcomeOf(name string) (app.Disposition, error) {
	for _, d := range app.Dispositions() {
		if string(d) == name {
			return d, nil
		}
	}
	return "", usageError{&app.Error{
		Code: app.CodeInvalid, Key: "error.calling.disposition.unknown",
		Args: app.Args{"Disposition": name},
	}}
}
