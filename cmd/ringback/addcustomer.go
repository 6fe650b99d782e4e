package main

import (
	"errors"
	"strings"

	"ringback.app/app"
	"ringback.app/app/customers"
)

// addCustomerCommand adds a customer.
type addCustomerCommand struct {
	Name       string   `placeholder:"NAME"`
	Prefix     string   `placeholder:"TITLE"`
	Given      string   `placeholder:"NAME"`
	Family     string   `placeholder:"NAME"`
	Firm       string   `placeholder:"NAME"`
	Number     string   `placeholder:"NUMBER"`
	Phone      []string `placeholder:"NUMBER"`
	Email      []string `placeholder:"ADDRESS"`
	Street     string   `placeholder:"TEXT"`
	PostalCode string   `placeholder:"CODE"`
	City       string   `placeholder:"NAME"`
	Country    string   `placeholder:"NAME"`
	Birthday   string   `placeholder:"DAY"`
	Language   string   `placeholder:"CODE"`
	TimeZone   string   `placeholder:"ZONE"`
	BestFrom   string   `placeholder:"HOUR"`
	BestTo     string   `placeholder:"HOUR"`
	Tag        []string `placeholder:"TAG"`
	Notes      string   `placeholder:"TEXT"`
	DoNotCall  []string `placeholder:"PURPOSE"`
	By         byName   `placeholder:"NAME"`
}

func (c *addCustomerCommand) run(s *session) error {
	if s.isNew() {
		if err := c.try(s); err != nil {
			return err
		}
	}
	book, err := s.book(toWrite)
	if err != nil {
		return err
	}
	saved, err := s.customers(book).Save(s.ctx, c.form(), string(c.By))
	if err != nil {
		return err
	}
	who, err := book.Customer(s.ctx, saved.ID)
	if err != nil {
		return err
	}
	s.printSaved(saved, s.say("command.add.customer.done", app.Args{"Name": s.headOf(who), "ID": saved.ID.String()}))
	return nil
}

// try saves into a book that is thrown away: what is refused begins none.
func (c *addCustomerCommand) try(s *session) error {
	book, done, err := s.scratchBook()
	if err != nil {
		return err
	}
	_, err = s.customers(book).Save(s.ctx, c.form(), string(c.By))
	return errors.Join(err, done())
}

func (c *addCustomerCommand) form() customers.Form {
	form := customers.Form{
		Name: c.Name, Prefix: c.Prefix, Given: c.Given, Family: c.Family, Firm: c.Firm, Number: c.Number,
		Birthday: c.Birthday, Language: c.Language, TimeZone: c.TimeZone,
		BestFrom: c.BestFrom, BestTo: c.BestTo, Tags: strings.Join(c.Tag, ","), Notes: c.Notes,
	}
	for i, typed := range c.Phone {
		label, number := labelled(typed)
		form.Phones = append(form.Phones, customers.PhoneField{Label: label, Typed: number, Preferred: i == 0})
	}
	for _, typed := range c.Email {
		label, address := labelled(typed)
		form.Emails = append(form.Emails, app.Email{Label: label, Address: address})
	}
	home := app.Address{Street: c.Street, PostalCode: c.PostalCode, City: c.City, Country: c.Country}
	if home != (app.Address{}) {
		form.Addresses = []app.Address{home}
	}
	for _, purpose := range c.DoNotCall {
		form.DoNotCall = append(form.DoNotCall, app.DoNotCall{Purpose: app.Purpose(purpose)})
	}
	return form
}

// labelled parts "mobile:+358 40 123 4567" into its word and the rest; most have
// no word.
func labelled(typed string) (label, value string) {
	word, value, found := strings.Cut(typed, ":")
	if !found || strings.EqualFold(word, "tel") || strings.EqualFold(word, "mailto") {
		return "", typed
	}
	return strings.TrimSpace(word), value
}

// printSaved prints what was put on record, and what a person should know of it.
func (s *session) printSaved(saved customers.Saved, done string) {
	problems := []string{}
	for _, remark := range saved.Remarks.Unwrap() {
		problems = append(problems, s.voice.Error(remark))
	}
	if others := s.voice.AlsoRefused(saved.Refused); others != "" {
		problems = append(problems, others)
	}
	if s.asJSON {
		s.out.json(written{ID: saved.ID, Batch: saved.Batch, Problems: problems})
		return
	}
	s.out.line(done)
	for _, problem := range problems {
		s.out.line(problem)
	}
}
