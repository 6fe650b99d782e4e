package importing

import (
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// lost is what people took out of customers' records by hand, or corrected: the
// same file again must not bring it back, nor make a second customer of whom it was.
type lost struct {
	phones map[app.ID][]app.Phone
	emails map[app.ID][]app.Email
	by     map[string][]app.ID // a number's key, or an address for mail, folded
}

// lost reads what people took out. It is read once, when it is first asked for.
func (ps *people) lost() (*lost, error) {
	if ps.gone != nil {
		return ps.gone, nil
	}
	l := &lost{phones: make(map[app.ID][]app.Phone), emails: make(map[app.ID][]app.Email), by: make(map[string][]app.ID)}
	err := ps.known.Edits(func(e app.Entry) error {
		before, was := e.Before.(app.Customer)
		after, is := e.After.(app.Customer)
		if was && is {
			l.compare(before, after)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what was changed by hand: %w", err)
	}
	ps.gone = l
	return l, nil
}

func (l *lost) compare(before, after app.Customer) {
	for _, x := range before.Phones {
		if !hasNumber(after.Phones, x) {
			l.phones[before.ID] = append(l.phones[before.ID], x)
			l.by[alike.PhoneKey(x)] = append(l.by[alike.PhoneKey(x)], before.ID)
		}
	}
	for _, x := range before.Emails {
		if !hasEmail(after.Emails, x) {
			key := folding.Fold(x.Address)
			l.emails[before.ID] = append(l.emails[before.ID], x)
			l.by[key] = append(l.by[key], before.ID)
		}
	}
}

func hasNumber(all []app.Phone, x app.Phone) bool {
	return slices.ContainsFunc(all, func(y app.Phone) bool { return alike.Numbers(x, y) })
}

func hasEmail(all []app.Email, x app.Email) bool {
	return slices.ContainsFunc(all, func(y app.Email) bool { return alike.Emails(x, y) })
}

// formerly returns who of the record's name had one of its numbers or addresses for
// mail until a person took that out; nil if there is nobody, or several.
func (ps *people) formerly(c app.Customer) (*person, error) {
	l, err := ps.lost()
	if err != nil || len(l.by) == 0 || len(alike.Words(c)) == 0 {
		return nil, err
	}
	var ids []app.ID
	for _, x := range c.Phones {
		if key := alike.PhoneKey(x); key != "" {
			ids = append(ids, l.by[key]...)
		}
	}
	for _, x := range c.Emails {
		ids = append(ids, l.by[folding.Fold(x.Address)]...)
	}
	var found *person
	for _, id := range ids {
		p, err := ps.take(id)
		switch {
		case err != nil && app.CodeOf(err) == app.CodeNotFound: // merged since, say
			continue
		case err != nil:
			return nil, err
		case p == found || p.isOther(c) || alike.Names(p.customer, c) != alike.Same || alike.ToldApart(p.customer, c) || alike.BornApart(p.customer, c):
			continue
		case found != nil:
			return nil, nil
		}
		found = p
	}
	return found, nil
}

// adding adds to somebody what a file says of them, but for what a person took out.
// That is returned as well.
func (ps *people) adding(p *person, c app.Customer) (merger, []string, error) {
	m := merge(p.customer, c)
	if p.isNew || len(m.c.Phones) == len(p.customer.Phones) && len(m.c.Emails) == len(p.customer.Emails) {
		return m, nil, nil
	}
	l, err := ps.lost()
	if err != nil {
		return merger{}, nil, err
	}
	var out []string
	c.Phones = slices.DeleteFunc(slices.Clone(c.Phones), func(x app.Phone) bool {
		is := hasNumber(l.phones[p.id()], x) && !hasNumber(p.customer.Phones, x)
		if is {
			out = append(out, x.Typed)
		}
		return is
	})
	c.Emails = slices.DeleteFunc(slices.Clone(c.Emails), func(x app.Email) bool {
		is := hasEmail(l.emails[p.id()], x) && !hasEmail(p.customer.Emails, x)
		if is {
			out = append(out, x.Address)
		}
		return is
	})
	if out == nil {
		return m, nil, nil
	}
	return merge(p.customer, c), out, nil
}

// takenOut says what of a record was left out since a person took it out.
func takenOut(gone []string, line int) []*app.Error {
	var said []*app.Error
	for _, text := range gone {
		said = append(said, problem("import.card.taken-out", line, app.Args{"Text": text}))
	}
	return said
}
