package main

import (
	"io"
	"path/filepath"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/when"
	"ringback.app/data"
)

// exportNotesCommand writes call notes out.
type exportNotesCommand struct {
	Format   string   `placeholder:"FORMAT"`
	From     string   `placeholder:"DAY"`
	To       string   `placeholder:"DAY"`
	Customer string   `placeholder:"ID"`
	Outcome  []string `placeholder:"OUTCOME"`
	Output   string   `short:"o" placeholder:"FILE"`
}

type exportedFields struct {
	File      string `json:"file"`
	Notes     int    `json:"notes"`
	Customers int    `json:"customers"`
}

func (c *exportNotesCommand) run(s *session) error {
	format, err := exporting.ParseFormat(c.formatName(s.asJSON))
	if err != nil {
		return usageError{err}
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	filter, err := c.filter(s, book)
	if err != nil {
		return err
	}
	exporter := exporting.New(book, s.voice, s.clock)
	if c.Output == "" {
		_, err := exporter.Notes(s.ctx, s.out.w, filter, format)
		return asUsage(err)
	}
	var count exporting.Count
	err = exporting.ToFile(c.Output, func(w io.Writer) (err error) {
		count, err = exporter.Notes(s.ctx, w, filter, format)
		return asUsage(err)
	})
	if err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(exportedFields{File: c.Output, Notes: count.Notes, Customers: count.Customers})
		return nil
	}
	s.out.line(s.voice.Count("command.export.notes.done", count.Notes, app.Args{"File": c.Output}))
	return nil
}

// formatName is the format asked for; else, what the file's name ends in; else
// JSON with --json, and CSV without.
func (c *exportNotesCommand) formatName(asJSON bool) string {
	if c.Format != "" {
		return strings.ToLower(c.Format)
	}
	if ending := strings.TrimPrefix(filepath.Ext(c.Output), "."); ending != "" {
		if format, err := exporting.ParseFormat(strings.ToLower(ending)); err == nil {
			return string(format)
		}
	}
	if asJSON {
		return string(exporting.JSON)
	}
	return string(exporting.CSV)
}

func (c *exportNotesCommand) filter(s *session, book *data.Book) (f exporting.Filter, err error) {
	if f.From, err = s.day(c.From, when.Behind); err != nil {
		return f, err
	}
	if f.To, err = s.day(c.To, when.Behind); err != nil {
		return f, err
	}
	if c.Customer != "" {
		who, err := s.who(book, c.Customer)
		if err != nil {
			return f, err
		}
		f.Customer = who.ID
	}
	for _, name := range c.Outcome {
		outcome, err := outcomeOf(name)
		if err != nil {
			return f, err
		}
		f.Outcomes = append(f.Outcomes, outcome)
	}
	return f, nil
}

// asUsage takes a filter that cannot be meant for wrong usage: it was typed on
// the command line.
func asUsage(err error) error {
	if err != nil && app.CodeOf(err) == app.CodeInvalid {
		return usageError{err}
	}
	return err
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
