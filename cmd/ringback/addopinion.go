package main

import (
	"ringback.app/app"
	"ringback.app/app/opinions"
)

// addOpinionCommand takes down what a customer said outside a call.
type addOpinionCommand struct {
	Customer string   `placeholder:"ID"`
	Receipt  string   `placeholder:"NUMBER"`
	Sender   string   `placeholder:"TEXT"`
	Source   string   `placeholder:"SOURCE"`
	Said     string   `placeholder:"DAY"`
	Score    string   `placeholder:"N"`
	Words    string   `placeholder:"TEXT"`
	Theme    []string `placeholder:"T"`
	Staff    []string `placeholder:"NAME"`
	Praise   []string `placeholder:"NAME"`

	Quote      bool
	QuoteWords string `placeholder:"TEXT"`
	QuoteWhere string `placeholder:"TEXT"`
	QuoteName  string `placeholder:"NAME"`

	Complaint  bool
	Wrong      string `placeholder:"TEXT"`
	Wish       string `placeholder:"TEXT"`
	Promise    string `placeholder:"TEXT"`
	PromisedBy string `placeholder:"DAY"`
	ForOwner   bool
	By         byName `placeholder:"NAME"`
}

type takenFields struct {
	ID        app.ID `json:"id"` // of the opinion
	Batch     app.ID `json:"batch"`
	Customer  app.ID `json:"customer"`
	Complaint app.ID `json:"complaint"`
}

func (c *addOpinionCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	form := c.form()
	var who app.Customer
	if c.Customer != "" {
		if who, err = s.who(book, c.Customer); err != nil {
			return err
		}
		form.Customer = who.ID
	}
	if form.Quote != nil && form.Quote.Name == "" {
		form.Quote.Name = who.Name.Full
	}
	saved, err := s.opinions(book).Take(s.ctx, form, string(c.By))
	if err != nil {
		return err
	}
	if id := saved.Opinion.Customer; !id.IsZero() { // whom the receipt or a number found
		if who, err = book.Customer(s.ctx, id); err != nil {
			return err
		}
	}
	if s.asJSON {
		s.out.json(takenFields{ID: saved.Opinion.ID, Batch: saved.Batch, Customer: saved.Opinion.Customer, Complaint: saved.Complaint})
		return nil
	}
	args := app.Args{"Name": form.Sender, "Told": s.voice.Told(saved.Opinion, s.today())}
	switch {
	case !who.ID.IsZero():
		args["Name"] = s.headOf(who)
	case form.Sender == "":
		args["Name"] = s.say("opinions.nobody", nil)
	}
	if saved.Complaint.IsZero() {
		s.out.line(s.say("command.add.opinion.done", args))
	} else {
		s.out.line(s.say("command.add.opinion.done.complaint", args))
	}
	return nil
}

// form is the opinion as the flags tell it.
func (c *addOpinionCommand) form() opinions.Form {
	form := opinions.Form{
		Sender: c.Sender, Receipt: c.Receipt, Source: app.Source(c.Source), Said: c.Said, Rating: c.Score, Words: c.Words,
		Themes: c.Theme, Staff: c.Staff, Praise: c.Praise,
	}
	if c.Quote || c.QuoteWords != "" || c.QuoteWhere != "" || c.QuoteName != "" {
		form.Quote = &opinions.QuoteForm{Words: c.QuoteWords, Where: c.QuoteWhere, Name: c.QuoteName}
	}
	if c.Complaint || c.Wrong != "" || c.Wish != "" || c.Promise != "" || c.PromisedBy != "" || c.ForOwner {
		form.Complaint = &opinions.ComplaintForm{Wrong: c.Wrong, Wish: c.Wish, Promise: c.Promise, By: c.PromisedBy, ForOwner: c.ForOwner}
	}
	return form
}
