package main

import (
	"strconv"

	"ringback.app/app"
	"ringback.app/app/sample"
)

// sampleCommand fills an empty book with a made-up shop.
type sampleCommand struct {
	Customers *count `placeholder:"N"`
	Purchases *count `placeholder:"N"`
	Seed      count  `placeholder:"S"`
	Leave     bool
}

type sampleFields struct {
	Customers  int      `json:"customers"`
	Purchases  int      `json:"purchases"`
	Calls      int      `json:"calls"`
	Opinions   int      `json:"opinions"`
	Complaints int      `json:"complaints"`
	Batches    []app.ID `json:"batches"`
}

type leftFields struct {
	Batch   app.ID `json:"batch"`
	Changed int    `json:"changed"`
}

func (c *sampleCommand) run(s *session) error {
	if c.Leave {
		return c.leave(s)
	}
	options := sample.Options{
		Customers: c.Customers.or(sample.DefaultCustomers), Purchases: c.Purchases.or(sample.DefaultPurchases),
		Seed: uint64(c.Seed), Now: s.now(),
	}
	if err := options.Check(); err != nil { // before a book is made for it
		return err
	}
	book, err := s.book(toWrite)
	if err != nil {
		return err
	}
	options.Now = s.now() // in the zone of the shop
	made, err := sample.Write(s.ctx, book, options)
	if err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(sampleFields{
			made.Size.Customers, made.Size.Purchases, made.Size.Calls, made.Size.Opinions,
			made.Size.Complaints, orEmpty(made.Batches),
		})
		return nil
	}
	s.out.line(s.say("command.sample.done", app.Args{
		"Customers": s.voice.Number(int64(made.Size.Customers)), "Purchases": s.voice.Number(int64(made.Size.Purchases)),
		"Calls": s.voice.Number(int64(made.Size.Calls)),
	}))
	return nil
}

// leave takes the made-up people out of the book again.
func (c *sampleCommand) leave(s *session) error {
	if c.Customers != nil || c.Purchases != nil || c.Seed != 0 {
		return usageError{&app.Error{Code: app.CodeInvalid, Key: "error.command.sample-leave"}}
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	left, err := book.LeaveSample(s.ctx, "")
	if err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(leftFields{left.Batch, left.Changed})
		return nil
	}
	s.out.line(s.say("command.sample.left", app.Args{"Batch": left.Batch.String()}))
	return nil
}

// count is a whole number from 0 on.
type count uint64

// UnmarshalText reads one. It returns an Error with CodeInvalid for anything
// else.
func (n *count) UnmarshalText(text []byte) error {
	read, err := strconv.ParseUint(string(text), 10, 63)
	if err != nil {
		return &app.Error{Code: app.CodeInvalid, Key: "error.command.count", Args: app.Args{"Text": string(text)}}
	}
	*n = count(read)
	return nil
}

func (n *count) or(usual int) int {
	if n == nil {
		return usual
	}
	return int(*n)
}
