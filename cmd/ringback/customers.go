package main

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/data"
)

// customersCommand finds customers.
type customersCommand struct {
	Query []string `arg:"" optional:""`
}

type listedFields struct {
	ID           app.ID   `json:"id"`
	Name         string   `json:"name"`
	Phones       []string `json:"phones"`
	Emails       []string `json:"emails"`
	Reference    string   `json:"reference"`
	LastPurchase app.Day  `json:"last_purchase"`
	Archived     bool     `json:"archived"`
}

func (c *customersCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	listed, err := s.listed(book, strings.Join(c.Query, " "))
	if err != nil {
		return err
	}
	if s.asJSON {
		return s.listedAsJSON(book, listed)
	}
	s.printListed(listed)
	return nil
}

// listed returns those that the query finds, best first, or everybody by name.
func (s *session) listed(book *data.Book, query string) ([]app.Listed, error) {
	var all []app.Listed
	if strings.TrimSpace(query) != "" {
		found, err := book.Search(s.ctx, query, 0)
		for _, f := range found {
			all = append(all, f.Listed)
		}
		return all, err
	}
	err := book.Customers(s.ctx, func(l app.Listed) bool {
		all = append(all, l)
		return true
	})
	slices.SortFunc(all, func(a, b app.Listed) int {
		return cmp.Or(cmp.Compare(folding.Fold(a.Name), folding.Fold(b.Name)), a.ID.Compare(b.ID))
	})
	return all, err
}

func (s *session) listedAsJSON(book *data.Book, listed []app.Listed) error {
	for _, l := range listed {
		c, err := book.Customer(s.ctx, l.ID)
		if err != nil {
			return err
		}
		fields := listedFields{
			ID: l.ID, Name: l.Name, Phones: []string{}, Emails: orEmpty(l.Emails),
			Reference: l.Reference, LastPurchase: l.LastBought, Archived: l.Archived,
		}
		for _, p := range c.Phones {
			fields.Phones = append(fields.Phones, p.Dialled())
		}
		s.out.json(fields)
	}
	return nil
}

func (s *session) printListed(listed []app.Listed) {
	if len(listed) == 0 {
		s.out.line(s.say("command.customers.none", nil))
		return
	}
	rows := [][]string{{
		s.say("people.column.name", nil), s.say("people.column.phone", nil),
		s.say("people.column.number", nil), s.say("people.column.last", nil), s.say("command.column.id", nil),
	}}
	for _, l := range listed {
		rows = append(rows, []string{s.voice.ListedWithFirm(l), l.Phone, l.Reference, s.voice.Day(l.LastBought, s.today()), l.ID.String()})
	}
	s.out.rows(0, rows)
}
