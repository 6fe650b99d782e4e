package importingtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
)

// Anyone is the one customer of the book.
func (s *Shelf) Anyone(t *testing.T) app.Customer {
	t.Helper()
	if len(s.Customers) != 1 {
		t.Fatalf("%d customers", len(s.Customers))
	}
	for _, c := range s.Customers {
		return c
	}
	return app.Customer{}
}

// Named returns the customer of that name.
func (s *Shelf) Named(t *testing.T, name string) app.Customer {
	t.Helper()
	for _, c := range s.Customers {
		if c.Called() == name {
			return c
		}
	}
	t.Fatalf("nobody is called %q", name)
	return app.Customer{}
}

// BoughtBy returns the purchases of that customer, by receipt.
func (s *Shelf) BoughtBy(id app.ID) map[string]app.Purchase {
	found := map[string]app.Purchase{}
	for _, p := range s.Bought {
		if p.Customer == id {
			found[p.Receipt] = p
		}
	}
	return found
}

// Sold lists the purchases in the words of the tests.
func (s *Shelf) Sold() []string {
	var all []string
	for _, p := range s.Bought {
		c := s.Customers[p.Customer]
		words := []string{p.Day.String(), p.Receipt, c.Called()}
		for _, r := range c.References {
			if r.Kind == app.ReferenceShop {
				words = append(words, r.Value)
			}
		}
		for _, e := range c.Emails {
			words = append(words, e.Address)
		}
		for _, phone := range c.Phones {
			words = append(words, phone.E164)
		}
		text := strings.Join(words, " ") + ":"
		for _, l := range p.Lines {
			text += fmt.Sprintf(" %d×%s=%d", l.Quantity/app.One, l.Item, l.Amount)
		}
		all = append(all, fmt.Sprintf("%s %d %s", text, p.Total, p.Currency))
	}
	slices.Sort(all)
	return all
}

// Merge makes one of two customers.
func (s *Shelf) Merge(kept app.Customer, other app.ID) {
	s.edits = append(s.edits,
		app.Entry{Act: app.ActMerge, Kind: app.KindCustomer, ID: other, Customer: kept.ID, Before: s.Customers[other], After: kept},
		app.Entry{Act: app.ActMerge, Kind: app.KindCustomer, ID: kept.ID, Customer: kept.ID, Before: s.Customers[kept.ID], After: kept})
	s.Customers[kept.ID] = kept
	delete(s.Customers, other)
}

// Edit changes a customer by hand.
func (s *Shelf) Edit(c app.Customer) {
	s.edits = append(s.edits, app.Entry{Act: app.ActEditCustomer, Kind: app.KindCustomer, ID: c.ID, Before: s.Customers[c.ID], After: c})
	s.Customers[c.ID] = c
}

// Receipts returns the purchases by receipt.
func (s *Shelf) Receipts() map[string]app.Purchase {
	all := make(map[string]app.Purchase)
	for _, p := range s.Bought {
		all[p.Receipt] = p
	}
	return all
}

// GivenBack lists what the returns give back, in the words of the tests.
func (s *Shelf) GivenBack() []string {
	var all []string
	for _, p := range s.Bought {
		switch of, known := s.Bought[p.Returns]; {
		case !p.IsReturn():
		case known:
			all = append(all, fmt.Sprintf("%s %s gives back %s %s", p.Day, p.Receipt, of.Day, of.Receipt))
		default:
			all = append(all, fmt.Sprintf("%s %s stands alone", p.Day, p.Receipt))
		}
	}
	slices.Sort(all)
	return all
}
