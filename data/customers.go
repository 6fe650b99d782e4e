package data

import (
	"bytes"
	"context"

	"ringback.app/app"
)

// settleCustomer keeps what follows from a customer's own record, and their
// line in lists.
func (w *writing) settleCustomer(t *touched, next *app.Summary) error {
	if t.customer == nil {
		return w.settleLine(t, next)
	}
	was, had := t.customer.was.(app.Customer)
	is, has := t.customer.is.(app.Customer)
	if !has && t.left > 0 {
		return &app.Error{
			Code: app.CodeConflict, Key: "error.book.something-left",
			Args: app.Args{"ID": t.id.String(), "Name": was.Called(), "Count": t.left, "Customer": t.id},
		}
	}
	if had {
		for b, k := range w.lookups(was) {
			w.remove(b, k)
		}
	}
	if !has {
		w.remove(inLines, t.id[:])
	} else {
		for b, k := range w.lookups(is) {
			w.put(b, k, nil)
		}
		l := lineOf(is, next.Buying.Last)
		if err := w.encodeTo(inLines, t.id[:], &l); err != nil {
			return err
		}
	}
	return w.settleIndexing(t)
}

// settleLine brings the day of the last purchase in a customer's line up to
// date.
func (w *writing) settleLine(t *touched, next *app.Summary) error {
	if len(t.purchases) == 0 && !w.rebrief {
		return nil
	}
	raw, err := w.get(inLines, t.id[:])
	if err != nil {
		return err
	}
	l, err := decode[line](w.coding, raw)
	if err != nil {
		return err
	}
	l.LastBought = next.Buying.Last
	again, err := w.encode(l)
	if err != nil {
		return err
	}
	if !bytes.Equal(raw, again) {
		w.put(inLines, t.id[:], again)
	}
	return w.settleIndexing(t)
}

// line is a customer in a list; the ID is in the key.
type line struct {
	Name       string   `cbor:"1,keyasint,omitempty"`
	Firm       string   `cbor:"2,keyasint,omitempty"`
	Phone      string   `cbor:"3,keyasint,omitempty"`
	Emails     []string `cbor:"4,keyasint,omitempty"`
	Reference  string   `cbor:"5,keyasint,omitempty"`
	LastBought app.Day  `cbor:"6,keyasint,omitempty"`
	Archived   bool     `cbor:"7,keyasint,omitempty"`
}

func lineOf(c app.Customer, last app.Day) line {
	l := line{
		Name: c.Called(), Firm: c.Firm, Reference: c.Reference(app.ReferenceShop),
		LastBought: last, Archived: c.Archived,
	}
	if phone, has := c.FirstPhone(); has {
		if l.Phone = phone.Typed; l.Phone == "" {
			l.Phone = phone.Dialled()
		}
	}
	if len(c.Emails) > 0 {
		l.Emails = make([]string, 0, len(c.Emails))
	}
	for _, e := range c.Emails {
		l.Emails = append(l.Emails, e.Address)
	}
	return l
}

func (l line) listed(id app.ID) app.Listed {
	return app.Listed{
		ID: id, Name: l.Name, Firm: l.Firm, Phone: l.Phone, Emails: l.Emails,
		Reference: l.Reference, LastBought: l.LastBought, Archived: l.Archived,
	}
}

func (s *state) listed(id app.ID) (app.Listed, error) {
	raw, err := s.get(inLines, id[:])
	if err != nil {
		return app.Listed{}, err
	}
	if raw == nil {
		return app.Listed{}, notFound(app.KindCustomer, id)
	}
	l, err := decode[line](s.coding, raw)
	if err != nil {
		return app.Listed{}, err
	}
	return s.listedToday(id, l)
}

// listedToday returns a line as it is to be read.
func (s *state) listedToday(id app.ID, l line) (app.Listed, error) {
	a, err := s.ahead()
	if buying, differs := a.of(id); differs {
		l.LastBought = buying.Last
	}
	return l.listed(id), err
}

// Customer returns the customer of that ID, or an Error with CodeNotFound.
func (b *Book) Customer(ctx context.Context, id app.ID) (c app.Customer, err error) {
	err = b.view(ctx, func(s *state) error {
		c, err = one[app.Customer](s, id)
		return err
	})
	return c, err
}

// Summary returns what the call list knows of the customer, as of today, or an
// Error with CodeNotFound.
func (b *Book) Summary(ctx context.Context, id app.ID) (sum app.Summary, err error) {
	err = b.view(ctx, func(s *state) error {
		sum, err = (&snapshot{s: s}).Summary(id)
		return err
	})
	return sum, err
}

// Customers yields all customers as lines of a list, as of today, archived ones
// too, in the order of their IDs, until yield returns false.
func (b *Book) Customers(ctx context.Context, yield func(app.Listed) bool) error {
	return b.view(ctx, func(s *state) error {
		return s.scan(inLines, nil, nil, func(k, v []byte) (bool, error) {
			l, err := decode[line](s.coding, v)
			if err != nil {
				return false, err
			}
			one, err := s.listedToday(idOf(k), l)
			return err == nil && yield(one), err
		})
	})
}

// Size counts what the book holds.
func (b *Book) Size(ctx context.Context) (size app.Size, err error) {
	err = b.view(ctx, func(s *state) error {
		size, err = s.size()
		return err
	})
	return size, err
}
