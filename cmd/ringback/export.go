package main

import (
	"cmp"
	"context"
	"io"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/when"
	"ringback.app/data"
)

// outputFlags say how and where an export goes.
type outputFlags struct {
	Format string `placeholder:"FORMAT"`
	Output string `short:"o" placeholder:"FILE"`
}

// AfterApply takes "-" for the standard output, as other programs do.
func (f *outputFlags) AfterApply() error {
	if f.Output == "-" {
		f.Output = ""
	}
	return nil
}

// pick returns the format: the one asked for; else what the file's name ends in;
// else JSON with --json; else the usual one, which is the first. A name that ends in
// what is none of these is refused, and so is another than JSON where --json stands
// for what is printed.
func (f outputFlags) pick(s *session, formats []exporting.Format, parse func(string) (exporting.Format, error)) (exporting.Format, error) {
	name := strings.ToLower(f.Format)
	if name == "" && s.asJSON && f.Output == "" {
		name = string(exporting.JSON)
	}
	if name != "" {
		format, err := parse(name)
		if err != nil {
			return "", asUsage(err)
		}
		if err := f.unlikeJSON(s, format); err != nil {
			return "", err
		}
		return format, asUsage(exporting.CheckEnding(f.Output, format))
	}
	if err := exporting.CheckEnding(f.Output, formats...); err != nil {
		return "", asUsage(err)
	}
	return cmp.Or(exporting.FormatOf(f.Output, formats), formats[0]), nil
}

// unlikeJSON refuses to print what is no JSON to whoever asks for that.
func (f outputFlags) unlikeJSON(s *session, format exporting.Format) error {
	if !s.asJSON || f.Output != "" || format == exporting.JSON {
		return nil
	}
	return usageError{&app.Error{Code: app.CodeInvalid, Key: "error.command.not-json", Args: app.Args{"Format": string(format)}}}
}

// write writes the export to the file, all or nothing, and then tells of it; or
// to standard output, where the export is all there is.
func (f outputFlags) write(s *session, write func(context.Context, io.Writer) error, tell func()) error {
	if f.Output == "" {
		return asUsage(write(s.ctx, s.out.w))
	}
	err := exporting.ToFile(f.Output, func(w io.Writer) error { return asUsage(write(s.ctx, w)) })
	if err == nil {
		tell()
	}
	return err
}

// periodFlags say of which days things go out.
type periodFlags struct {
	From string `placeholder:"DAY"`
	To   string `placeholder:"DAY"`
}

func (f periodFlags) period(s *session, filter *exporting.Filter) (err error) {
	if filter.From, err = s.day(f.From, when.Behind); err != nil {
		return err
	}
	filter.To, err = s.lastDay(f.To, filter.From)
	return err
}

// customerFlag says whose things go out.
type customerFlag struct {
	Customer string `placeholder:"ID"`
}

func (f customerFlag) whose(s *session, book *data.Book, filter *exporting.Filter) error {
	if f.Customer == "" {
		return nil
	}
	who, err := s.who(book, f.Customer)
	filter.Customer = who.ID
	return err
}

// asUsage takes a format or a filter that cannot be meant for wrong usage: it
// was typed on the command line.
func asUsage(err error) error {
	if err != nil && app.CodeOf(err) == app.CodeInvalid {
		return usageError{err}
	}
	return err
}
