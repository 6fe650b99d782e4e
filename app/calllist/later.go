package calllist

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// later returns who is not on the list and will have to be called at an hour of
// later today: promised and agreed calls, further attempts, and complaints whose
// clock runs out. They come by their hour.
func (a *asked) later(ctx context.Context) ([]Entry, error) {
	var all []Entry
	for _, k := range a.kinds {
		for _, st := range a.stillToday(k) {
			for _, zone := range a.zones {
				some, err := a.laterIn(ctx, k, Range{Stream: st.stream, Zone: zone, From: st.from, To: st.to})
				if err != nil {
					return nil, err
				}
				all = append(all, some...)
			}
		}
	}
	slices.SortFunc(all, func(x, y Entry) int {
		return cmp.Or(
			hourOf(x.Reasons[0]).Compare(hourOf(y.Reasons[0])),
			cmp.Compare(x.Reasons[0].Kind, y.Reasons[0].Kind),
			x.Customer.ID.Compare(y.Customer.ID),
		)
	})
	return all, nil
}

// stillToday returns where the openings lie that become urgent later today.
func (a *asked) stillToday(k rule) []stretch {
	switch k.kind {
	case app.Promised, app.CallAgain:
		all := k.stretches(a.moment)
		for i := range all {
			all[i].from, all[i].to = all[i].to, a.start(a.today+1)
		}
		return all
	case app.Complained:
		return k.stretches(a.moment)
	}
	return nil
}

func (a *asked) laterIn(ctx context.Context, k rule, r Range) ([]Entry, error) {
	var found []Opening
	err := a.snap.Openings(r, func(o Opening) bool {
		if !a.seen[o.Customer] {
			found = append(found, o)
		}
		return ctx.Err() == nil
	})
	if err = cmp.Or(err, ctx.Err()); err != nil {
		return nil, err
	}
	var all []Entry
	for _, o := range found {
		s, err := a.snap.Summary(o.Customer)
		if err != nil {
			return nil, err
		}
		then := *a.moment
		if o.At.After(a.now) {
			then.now = o.At
		}
		reasons := slices.DeleteFunc(k.reasons(&s, &then), func(r Reason) bool {
			return !hourOf(r).After(a.now) || !hourOf(r).Before(a.start(a.today+1))
		})
		reasons, because := then.mayBeCalled(&s, reasons)
		if len(reasons) == 0 || because != nil || then.triedOut(&s, nil) != nil || a.seen[o.Customer] {
			continue
		}
		a.seen[o.Customer] = true
		customer, err := a.snap.Customer(o.Customer)
		if err != nil {
			return nil, err
		}
		all = append(all, Entry{Customer: customer, Summary: s, Reasons: reasons, Number: then.number(customer, &s)})
	}
	return all, nil
}

// hourOf returns the hour that matters of an agreed call or a complaint.
func hourOf(r Reason) time.Time {
	if r.Kind == app.Complained {
		return r.By
	}
	return r.Due
}
