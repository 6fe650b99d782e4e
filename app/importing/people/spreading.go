package people

import (
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
)

// spread has what somebody known refuses from now on hold for whoever may be them under
// another record, as it would if they had said it on the telephone. It returns those.
func (ps *People) spread(from *Person, had []app.DoNotCall) ([]*Person, error) {
	added := slices.DeleteFunc(slices.Clone(from.Customer.DoNotCall), func(w app.DoNotCall) bool { return slices.Contains(had, w) })
	if len(added) == 0 {
		return nil, nil
	}
	reached, err := ps.Reached(from.Customer)
	if err != nil || len(reached) > mostSharing {
		return nil, err
	}
	var refused []*Person
	for _, p := range reached {
		if p == from || alike.Names(p.Customer, from.Customer) == alike.Other && !alike.Misspelt(p.Customer, from.Customer) {
			continue
		}
		if key, _ := resemblance(p.Customer, from.Customer); key == "" {
			continue // they have another extension of the number, say
		}
		if apart, err := ps.known.Apart(from.ID(), p.ID()); err != nil {
			return nil, fmt.Errorf("look who is kept apart: %w", err)
		} else if apart {
			continue
		}
		if p.refuse(added) {
			refused = append(refused, p)
		}
	}
	return refused, nil
}

// refuse adds wishes not to be called, and tells whether there were any to add.
func (p *Person) refuse(wishes []app.DoNotCall) bool {
	added := false
	for _, wish := range wishes {
		if !slices.ContainsFunc(p.Customer.DoNotCall, func(had app.DoNotCall) bool { return had.Purpose == wish.Purpose || had.Purpose == app.PurposeAny }) {
			p.Customer.DoNotCall = append(slices.Clip(p.Customer.DoNotCall), wish)
			p.changed, added = true, true
		}
	}
	return added
}

// TellRefused says who will not be called either, since they may be who refused it.
func TellRefused(refused []*Person, line int) []*app.Error {
	var said []*app.Error
	for _, p := range refused {
		said = append(said, app.InvalidLine("import.card.also-refused", line, app.Args{"Name": p.Customer.Called()}))
	}
	return said
}
