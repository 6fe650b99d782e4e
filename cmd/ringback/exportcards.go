package main

import (
	"context"
	"io"
	"path/filepath"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/tellus"
)

// exportCardsCommand prints tell-us cards.
type exportCardsCommand struct {
	Customer []string `placeholder:"ID"`
	Receipt  []string `placeholder:"NUMBER"`
	Blank    int      `placeholder:"N"`
	Language string   `placeholder:"CODE"`
	Output   string   `short:"o" placeholder:"FILE"`
}

type cardsFields struct {
	File  string   `json:"file"`
	Cards int      `json:"cards"`
	Pages int      `json:"pages"`
	Boxed []string `json:"boxed"` // names that are not printed as they are written
}

func (c *exportCardsCommand) run(s *session) error {
	to := outputFlags{Output: c.Output}
	if err := to.unlikeJSON(s, exporting.PDF); err != nil {
		return err
	}
	if err := exporting.CheckEnding(c.Output, exporting.PDF); err != nil {
		return asUsage(err)
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	order := tellus.Order{Receipts: c.Receipt, Blank: c.Blank, Language: c.Language}
	for _, named := range c.Customer {
		who, err := s.who(book, named)
		if err != nil {
			return err
		}
		order.Customers = append(order.Customers, who.ID)
	}
	var done tellus.Done
	return to.write(s, func(ctx context.Context, w io.Writer) (err error) {
		done, err = tellus.New(book, s.voice, s.clock).Write(ctx, w, order)
		return err
	}, func() { s.printCards(c.Output, done) })
}

func (s *session) printCards(path string, done tellus.Done) {
	if s.asJSON {
		s.out.json(cardsFields{File: path, Cards: done.Cards, Pages: done.Pages, Boxed: orEmpty(done.Boxed)})
		return
	}
	s.out.line(s.voice.Count("opinions.cards.done", done.Cards, app.Args{
		"Number": s.voice.Number(int64(done.Cards)), "File": filepath.Base(path),
	}))
	s.printBoxed(done.Boxed)
	if done.Nameless {
		s.out.line(s.say("opinions.cards.nameless", nil))
	}
	if done.Numberless {
		s.out.line(s.say("opinions.cards.numberless", nil))
	}
}

// printBoxed names who is not printed as they are written.
func (s *session) printBoxed(names []string) {
	if len(names) > 0 {
		s.out.line(s.say("opinions.cards.boxed", app.Args{"Names": s.voice.List(names)}))
	}
}

// exportQuotesCommand writes out what may be published today.
type exportQuotesCommand struct{ outputFlags }

func (c *exportQuotesCommand) run(s *session) error {
	format, err := c.pick(s, exporting.QuoteFormats(), exporting.ParseQuoteFormat)
	if err != nil {
		return err
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	quotes := exporting.NewQuotes(book, s.opinions(book), s.voice, s.clock)
	written := 0
	return c.write(s, func(ctx context.Context, w io.Writer) (err error) {
		written, err = quotes.Write(ctx, w, format)
		return err
	}, func() {
		if s.asJSON {
			s.out.json(recordsFields{File: c.Output, Records: written})
			return
		}
		s.out.line(s.voice.Count("opinions.quotes.written", written, app.Args{
			"Number": s.voice.Number(int64(written)), "File": filepath.Base(c.Output),
		}))
	})
}
