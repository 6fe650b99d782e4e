package calllist

import (
	"cmp"
	"slices"
	"time"

	"ringback.app/app"
)

// Standing is how one customer stands with the call list at a moment.
type Standing struct {
	Plan     app.Plan
	Customer app.Customer
	Summary  app.Summary
	Reasons  []Reason  // as in Entry; with a guard that objects, those they would have had
	Because  *Because  // the guard that speaks against calling now, if any; that the list is full does not
	Number   app.Phone // the number to try next; zero if there is none
	Shop     *time.Location
	There    *time.Location // the customer's time zone
	// Pursued: a call was agreed on, or another attempt is due, now or later.
	Pursued bool
}

// ifCalled returns for what a customer would be called now: as reasons, and
// whether a fix worked is asked before its day too, since a call about what was
// to be put right needs no other reason.
func (m *moment) ifCalled(s *app.Summary) []Reason {
	all := m.reasons(s)
	for _, r := range checks(s, m) {
		if m.now.Before(r.Due) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(x, y Reason) int { return cmp.Compare(x.Kind, y.Kind) })
	return all
}

func (r *Rules) consider(snap Snapshot, now time.Time, customer app.ID, why func(*moment, *app.Summary) []Reason) (Standing, error) {
	var err error
	st := Standing{Plan: r.plan, Shop: r.shop}
	if st.Customer, err = snap.Customer(customer); err != nil {
		return Standing{}, err
	}
	if st.Summary, err = snap.Summary(customer); err != nil {
		return Standing{}, err
	}
	gap, err := snap.ShopGap()
	if err != nil {
		return Standing{}, err
	}
	m := r.at(now, gap)
	a := &asked{moment: m, snap: snap, draw: newDraw(snap, m)}
	reasons, err := a.withDraw(customer, &st.Summary, why(m, &st.Summary))
	if err != nil {
		return Standing{}, err
	}
	st.Reasons, st.Because = a.judge(&st.Summary, reasons)
	st.Number = a.number(st.Customer, &st.Summary)
	st.There = r.zone(&st.Summary)
	_, retried := triedAgain(&st.Summary, a.Rules)
	st.Pursued = retried || agreed(&st.Summary, a.Rules) != nil
	return st, nil
}
