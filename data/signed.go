package data

import (
	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/traces"
)

// signed are the removals of what a customer said on cards that were never
// matched, as far as these are signed with what is theirs: a customer number, a
// telephone number, an e-mail address, or a name that nobody else in the book
// has. Cards signed with less stay for the owner to decide on.
func (s *state) signed(c app.Customer) ([]ref, error) {
	named := folding.Fold(c.Called())
	if named != "" {
		alone, err := s.aloneIn(named, c.ID)
		if err != nil {
			return nil, err
		}
		if !alone {
			named = ""
		}
	}
	opinions, err := newest[app.Opinion](s, inOpinionsByCustomer, app.ID{}, 0)
	if err != nil {
		return nil, err
	}
	theirs := make(map[app.ID]bool)
	var refs []ref
	for _, o := range opinions {
		if traces.Signs(c, named, o.Sender) {
			theirs[o.ID] = true
			refs = append(refs, ref{app.ID{}, app.KindOpinion, o.ID})
		}
	}
	if len(theirs) == 0 {
		return nil, nil
	}
	complaints, err := newest[app.Complaint](s, inComplaintsByCustomer, app.ID{}, 0)
	for _, one := range complaints {
		if theirs[one.Opinion] {
			refs = append(refs, ref{app.ID{}, app.KindComplaint, one.ID})
		}
	}
	return refs, err
}

// aloneIn tells whether nobody else in the book is called by that folded name.
func (s *state) aloneIn(named string, id app.ID) (bool, error) {
	alone := true
	err := s.scan(inCustomers, nil, nil, func(k, v []byte) (bool, error) {
		if idOf(k) == id {
			return true, nil
		}
		r, err := s.record(app.KindCustomer, v)
		if c, ok := r.(app.Customer); ok && folding.Fold(c.Called()) == named {
			alone = false
		}
		return alone, err
	})
	return alone, err
}
