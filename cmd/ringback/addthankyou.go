package main

import (
	"ringback.app/app"
	"ringback.app/app/customers"
)

// addThankYouCommand puts on record what a customer was given.
type addThankYouCommand struct {
	ID string `arg:"" name:"id"`

	What string `placeholder:"TEXT"`
	Cost string `placeholder:"AMOUNT"`
	Day  string `placeholder:"DAY"`
	By   byName `placeholder:"NAME"`
}

func (c *addThankYouCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	who, err := s.who(book, c.ID)
	if err != nil {
		return err
	}
	form := customers.ThanksForm{Customer: who.ID, What: c.What, Cost: c.Cost, Day: c.Day}
	saved, err := s.customers(book).GiveThanks(s.ctx, form, string(c.By))
	if err != nil {
		return err
	}
	s.printSaved(saved, s.say("command.add.thank-you.done", app.Args{"Name": s.headOf(who)}))
	return nil
}

// thanksFields are what a customer was given.
type thanksFields struct {
	Day      app.Day `json:"day"`
	What     string  `json:"what"`
	Cost     int64   `json:"cost"`
	Currency string  `json:"currency"`
	By       string  `json:"by"`
}

func thanksOf(all []app.ThankYou) []thanksFields {
	fields := make([]thanksFields, 0, len(all))
	for _, t := range all {
		fields = append(fields, thanksFields{t.Day, t.What, t.Cost.Minor, t.Cost.Currency, t.By})
	}
	return fields
}

// given writes what a customer was given: "Flowers · € 15.00 · 18 Nov · Mo".
func (s *session) given(t app.ThankYou) string {
	cost := ""
	if t.Cost.Minor != 0 {
		cost = s.voice.Money(t.Cost)
	}
	return joined(separator, t.What, cost, s.voice.Day(t.Day, s.today()), t.By)
}
