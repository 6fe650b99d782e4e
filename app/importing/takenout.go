package importing

import (
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
)

// adding adds to somebody what a file says of them, but for numbers and addresses
// for mail that a person took out of the book, or corrected: the same file again
// must not bring them back. What was left out for that is returned as well.
func (ps *people) adding(p *person, c app.Customer) (merger, []string, error) {
	m := merge(p.customer, c)
	if p.isNew || len(m.c.Phones) == len(p.customer.Phones) && len(m.c.Emails) == len(p.customer.Emails) {
		return m, nil, nil
	}
	edits, err := ps.known.Edits(p.id())
	if err != nil {
		return merger{}, nil, fmt.Errorf("read what was changed by hand: %w", err)
	}
	var gone []string
	c.Phones = slices.DeleteFunc(slices.Clone(c.Phones), func(x app.Phone) bool {
		has := func(c app.Customer) bool {
			return slices.ContainsFunc(c.Phones, func(y app.Phone) bool { return alike.Numbers(x, y) })
		}
		out := !has(p.customer) && slices.ContainsFunc(edits, func(e app.Entry) bool { return lost(e, has) })
		if out {
			gone = append(gone, x.Typed)
		}
		return out
	})
	c.Emails = slices.DeleteFunc(slices.Clone(c.Emails), func(x app.Email) bool {
		has := func(c app.Customer) bool {
			return slices.ContainsFunc(c.Emails, func(y app.Email) bool { return alike.Emails(x, y) })
		}
		out := !has(p.customer) && slices.ContainsFunc(edits, func(e app.Entry) bool { return lost(e, has) })
		if out {
			gone = append(gone, x.Address)
		}
		return out
	})
	if gone == nil {
		return m, nil, nil
	}
	return merge(p.customer, c), gone, nil
}

// lost tells whether a customer had something before an edit and not afterwards.
func lost(e app.Entry, has func(app.Customer) bool) bool {
	before, was := e.Before.(app.Customer)
	after, is := e.After.(app.Customer)
	return was && is && has(before) && !has(after)
}

// takenOut says what of a record was left out since a person took it out.
func takenOut(gone []string, line int) []*app.Error {
	var said []*app.Error
	for _, text := range gone {
		said = append(said, problem("import.card.taken-out", line, app.Args{"Text": text}))
	}
	return said
}
