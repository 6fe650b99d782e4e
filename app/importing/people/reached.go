package people

import (
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// mostReached is how many people a record may be compared with for its telephones
// and addresses.
const mostReached = 100

// Reached returns who has one of the record's telephones or addresses, in a
// fixed order and each once.
func (ps *People) Reached(c app.Customer) ([]*Person, error) {
	var found []*Person
	add := func(p *Person) {
		if p != nil && len(found) < mostReached && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	take := func(what string, ask func(string) ([]app.ID, error)) error {
		if ps.taken[what] {
			return nil
		}
		ids, err := ask(what)
		if err != nil {
			return fmt.Errorf("look a customer up: %w", err)
		}
		many := len(ids) > mostSharing
		if many {
			ps.taken[what] = true
		}
		for _, id := range ids {
			p, err := ps.take(id)
			if err != nil {
				return err
			}
			if !many { // else they are found among the people
				add(p)
			}
		}
		return nil
	}
	for _, phone := range c.Phones {
		key, typed := alike.PhoneKey(phone), alike.TypedKey(phone)
		if key == "" {
			continue
		}
		err := take(phone.Dialled(), ps.known.ByPhone)
		if err == nil && typed != "" { // as the book may have it from before the shop's country was known
			err = take(phone.Typed, ps.known.ByPhone)
		}
		if err != nil {
			return nil, err
		}
		for _, key := range [...]string{key, typed} {
			for _, p := range ps.byPhone.of(key, c) {
				add(p)
			}
		}
	}
	for _, email := range c.Emails {
		if err := take(email.Address, ps.known.ByEmail); err != nil {
			return nil, err
		}
		for _, p := range ps.byEmail.of(folding.Fold(email.Address), c) {
			add(p)
		}
	}
	return found, nil
}
