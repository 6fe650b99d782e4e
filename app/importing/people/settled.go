package people

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// settled is what people settled of customers' records: what they corrected or took
// out by hand, and what they chose where two became one. The same file again must
// not bring back what was, nor make a second customer of whom it was.
type settled struct {
	into map[app.ID]app.ID         // whom those became who are no more
	was  map[app.ID][]app.Customer // as whom somebody was on record before, those who became them too
	gone map[app.ID]*gone          // what was on record of somebody
	by   map[string][]app.ID       // by a number's key, an address for mail, folded, or a reference that is not theirs any more
}

// settled reads what people settled. It is read once, when it is first asked for.
func (ps *People) settled() (*settled, error) {
	if ps.done != nil {
		return ps.done, nil
	}
	s := &settled{
		into: make(map[app.ID]app.ID), was: make(map[app.ID][]app.Customer),
		gone: make(map[app.ID]*gone), by: make(map[string][]app.ID),
	}
	err := ps.known.Edits(func(e app.Entry) error {
		before, was := e.Before.(app.Customer)
		after, is := e.After.(app.Customer)
		if was && is {
			s.compare(before, after)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what was changed by hand: %w", err)
	}
	ps.done = s
	return s, nil
}

// compare notes what one change made of a record, the newest change first. After is
// of another ID where it made one of two.
func (s *settled) compare(before, after app.Customer) {
	who := after.ID
	if now, ok := s.into[who]; ok {
		who = now
	}
	if before.ID != after.ID {
		s.into[before.ID] = who
	}
	all := s.gone[who]
	if all == nil {
		all = &gone{values: make(map[string][]string)}
	}
	lost, keys := all.compare(before, after)
	if !lost {
		return
	}
	s.gone[who] = all
	for _, key := range keys {
		s.by[key] = append(s.by[key], who)
	}
	s.was[who] = append(s.was[who], before)
}

// formerly returns who the record is of by what was on record before a person
// settled it: who had one of its numbers, addresses for mail or references, or has
// one of the reached, and was called as it says; nil if there is nobody, or several.
func (ps *People) formerly(c app.Customer, reached []*Person) (*Person, error) {
	s, err := ps.settled()
	if err != nil || len(s.was) == 0 {
		return nil, err
	}
	all := slices.Clone(reached)
	for _, id := range s.having(c) {
		p, err := ps.take(id)
		switch {
		case err != nil && app.CodeOf(err) == app.CodeNotFound: // forgotten since, say
			continue
		case err != nil:
			return nil, err
		case !p.isOther(c) && !slices.Contains(all, p):
			all = append(all, p)
		}
	}
	var found *Person
	for _, p := range all {
		as := func(was app.Customer) bool {
			return alike.Names(was, c) == alike.Same && !alike.ToldApart(was, c) && !alike.BornApart(was, c)
		}
		if was := s.was[p.ID()]; len(was) == 0 || !as(p.Customer) && !slices.ContainsFunc(was, as) {
			continue
		}
		if found != nil {
			return nil, nil
		}
		found = p
	}
	return found, nil
}

// having returns who had what the record has, and has it no more.
func (s *settled) having(c app.Customer) []app.ID {
	var ids []app.ID
	for _, x := range c.Phones {
		if key := alike.PhoneKey(x); key != "" {
			ids = append(ids, s.by[key]...)
		}
	}
	for _, x := range c.Emails {
		ids = append(ids, s.by[folding.Fold(x.Address)]...)
	}
	for _, ref := range c.References {
		ids = append(ids, s.by[sameKey(ref)]...)
	}
	return ids
}

// wasNoStranger tells whether somebody who shares nothing with the record did before
// a person settled it.
func (ps *People) wasNoStranger(p *Person, c app.Customer) (bool, error) {
	s, err := ps.settled()
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(s.was[p.ID()], func(was app.Customer) bool { return !alike.Unlike(was, c) }), nil
}

// Became returns who the book's customer of that ID is, who may be one with
// somebody else by now; nil if the book has nobody.
func (ps *People) Became(id app.ID) (*Person, error) {
	p, err := ps.take(id)
	if err == nil || app.CodeOf(err) != app.CodeNotFound {
		return p, err
	}
	s, err := ps.settled()
	if err != nil {
		return nil, err
	}
	now, ok := s.into[id]
	if !ok {
		return nil, nil
	}
	if p, err = ps.take(now); err != nil && app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	return p, err
}

// adding adds to somebody what a file says of them, but for what a person settled
// otherwise. That is returned as well.
func (ps *People) adding(p *Person, c app.Customer) (merger, []Addition, error) {
	m := merge(p.Customer, c)
	if p.IsNew || !m.changed && len(m.kept) == 0 {
		return m, nil, nil
	}
	s, err := ps.settled()
	if err != nil {
		return merger{}, nil, err
	}
	lost := s.gone[p.ID()]
	if lost == nil {
		return m, nil, nil
	}
	c, out := lost.leaveOut(c, p.Customer)
	if out == nil {
		return m, nil, nil
	}
	return merge(p.Customer, c), out, nil
}

// TellSettled says what of a record was left out since a person settled it.
func TellSettled(out []Addition, name string, line int) []*app.Error {
	var said []*app.Error
	for _, a := range out {
		args := app.Args{"Text": a.Text, "Property": app.CardProperty(a.What), "Name": name}
		switch a.What {
		case nameProperty:
			said = append(said, app.InvalidLine("import.card.formerly", line, args))
		case "TEL", "EMAIL":
			said = append(said, app.InvalidLine("import.card.taken-out", line, args))
		default:
			said = append(said, app.InvalidLine("import.card.settled", line, args))
		}
	}
	return said
}

// nameKey is a name as it is compared with those that somebody had before.
func nameKey(n app.Name) string { return strings.Join(alike.Words(app.Customer{Name: n}), " ") }
