package main

import (
	"context"
	"io"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

// The commands that export something other than call notes.
type (
	exportCustomersCommand struct {
		outputFlags
		customerFlag
	}
	exportPurchasesCommand struct {
		outputFlags
		periodFlags
		customerFlag
	}
	exportOpinionsCommand struct {
		outputFlags
		periodFlags
		customerFlag
	}
	exportComplaintsCommand struct {
		outputFlags
		periodFlags
		customerFlag
	}
	exportPlannedCommand struct {
		outputFlags
		periodFlags
		customerFlag
	}
	exportSheetCommand struct{ outputFlags }
	exportAllCommand   struct{ outputFlags }
)

func (c *exportCustomersCommand) run(s *session) error {
	return s.export(exporting.Customers, c.outputFlags, periodFlags{}, c.customerFlag)
}

func (c *exportPurchasesCommand) run(s *session) error {
	return s.export(exporting.Purchases, c.outputFlags, c.periodFlags, c.customerFlag)
}

func (c *exportOpinionsCommand) run(s *session) error {
	return s.export(exporting.Opinions, c.outputFlags, c.periodFlags, c.customerFlag)
}

func (c *exportComplaintsCommand) run(s *session) error {
	return s.export(exporting.Complaints, c.outputFlags, c.periodFlags, c.customerFlag)
}

func (c *exportPlannedCommand) run(s *session) error {
	return s.export(exporting.Planned, c.outputFlags, c.periodFlags, c.customerFlag)
}

func (c *exportSheetCommand) run(s *session) error {
	return s.export(exporting.CallSheet, c.outputFlags, periodFlags{}, customerFlag{})
}

func (c *exportAllCommand) run(s *session) error {
	return s.export(exporting.Everything, c.outputFlags, periodFlags{}, customerFlag{})
}

type recordsFields struct {
	File    string   `json:"file"`
	Records int      `json:"records"`
	Boxed   []string `json:"boxed,omitempty"` // names on a call sheet that are not printed as they are written
}

// export writes the subject's records that the flags let through.
func (s *session) export(what exporting.Subject, to outputFlags, period periodFlags, whose customerFlag) error {
	format, err := to.pick(s, what.Formats(), what.ParseFormat)
	if err != nil {
		return err
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	var filter exporting.Filter
	if err := period.period(s, &filter); err != nil {
		return err
	}
	if err := whose.whose(s, book, &filter); err != nil {
		return err
	}
	var boxed []string
	records := exporting.NewRecords(book, s.voice, s.clock).Boxing(func(names []string) { boxed = names })
	written := 0
	return to.write(s, func(ctx context.Context, w io.Writer) (err error) {
		written, err = records.Write(ctx, w, what, filter, format)
		return err
	}, func() {
		if s.asJSON {
			s.out.json(recordsFields{to.Output, written, boxed})
			return
		}
		s.out.line(s.voice.Count("command.export.done", written, app.Args{
			"File": to.Output, "Number": s.voice.Number(int64(written)),
		}))
		s.printBoxed(boxed)
	})
}
