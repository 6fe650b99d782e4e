package data

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// returning is a customer whom an undo brings back, by each of the shop's numbers.
type returning map[string]app.ID

// goAlong adds to the changes of an undo what came in meanwhile for those whom it
// brings back: while they were one with somebody else it came in for that one, and
// by their number.
func (w *writing) goAlong(changes []change) ([]change, error) {
	back, err := w.returning(changes)
	if err != nil || len(back) == 0 {
		return changes, err
	}
	touched := make(map[app.ID]change, len(changes))
	for _, c := range changes {
		touched[c.id] = c
	}
	all := changes
	err = w.scanPrefix(inKept, []byte(importing.UnderPrefix), func(k, v []byte) (bool, error) {
		id, err := app.ParseID(strings.TrimPrefix(string(k), importing.UnderPrefix))
		whose, ok := back[folding.Fold(string(v))]
		if err != nil || !ok {
			return true, nil
		}
		if _, reverted := touched[id]; reverted {
			return true, nil
		}
		gone, err := w.handedOver(id, whose, touched)
		all = append(all, gone...)
		return true, err
	})
	slices.SortStableFunc(all, byRecord)
	return all, err
}

// returning finds whom the changes bring back. A number that somebody else keeps is
// nobody's to go by.
func (w *writing) returning(changes []change) (returning, error) {
	back, stays := make(returning), make(map[string]bool)
	for _, c := range changes {
		who, ok := c.is.(app.Customer)
		if !ok {
			continue
		}
		there, err := w.has(inCustomers, c.id[:])
		if err != nil {
			return nil, err
		}
		for _, ref := range who.References {
			switch number := folding.Fold(ref.Value); {
			case ref.Kind != app.ReferenceShop:
			case there:
				stays[number] = true
			default:
				back[number] = c.id
			}
		}
	}
	for number := range stays {
		delete(back, number)
	}
	return back, nil
}

// handedOver makes a purchase or an opinion, with the complaints that began with
// it, that customer's; none if the record is not there any more, or is of somebody
// with whom the undo has nothing to do.
func (w *writing) handedOver(id, whose app.ID, touched map[app.ID]change) ([]change, error) {
	var records []app.Record
	of := func(customer app.ID) bool { _, ok := touched[customer]; return ok && customer != whose }
	purchase, err := one[app.Purchase](w.state, id)
	switch {
	case err == nil && of(purchase.Customer):
		purchase.Customer = whose
		records = append(records, purchase)
	case err != nil && app.CodeOf(err) != app.CodeNotFound:
		return nil, err
	}
	opinion, err := one[app.Opinion](w.state, id)
	switch {
	case err == nil && of(opinion.Customer):
		begun, err := newest[app.Complaint](w.state, inComplaintsByCustomer, opinion.Customer, 0)
		if err != nil {
			return nil, err
		}
		for _, c := range begun {
			if _, reverted := touched[c.ID]; c.Opinion == id && !reverted {
				c.Customer = whose
				records = append(records, c)
			}
		}
		opinion.Customer = whose
		records = append(records, opinion)
	case err != nil && app.CodeOf(err) != app.CodeNotFound:
		return nil, err
	}
	changes := make([]change, len(records))
	for i, r := range records {
		if changes[i], err = w.change(app.Put(r)); err != nil {
			return nil, err
		}
	}
	return changes, nil
}
