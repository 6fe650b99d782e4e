package calllist

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// readLater reads who will have to be called at an hour of later today: promised
// and agreed calls, further attempts, and complaints of people whom quiet hours
// keep off now and whose clock runs out. They come by their first such hour.
func (a *asked) readLater(ctx context.Context, quiet []string) error {
	hours, err := a.hoursToCome(quiet)
	if err != nil {
		return err
	}
	read := make(map[app.ID]bool)
	for _, h := range hours {
		if err := ctx.Err(); err != nil {
			return err
		}
		if read[h.customer] {
			continue
		}
		entry, err := a.atHour(h)
		if err != nil {
			return err
		}
		if entry != nil {
			read[h.customer] = true
			a.toCome = append(a.toCome, *entry)
		}
	}
	return nil
}

// keepRoom keeps room on the list for the calls of later today whose kinds come
// before the next one: they come before it when their hour has come, too. Those
// of the kinds that a full list leaves off are not announced if there is none.
func (a *asked) keepRoom(next app.ReasonKind) {
	for i := range a.toCome {
		e := &a.toCome[i]
		k := e.Reasons[0].Kind
		if k >= next || k < a.roomKept || a.listed[e.Customer.ID] || !a.hasRoom(k) && !a.called[e.Customer.ID] {
			continue
		}
		a.takeRoom(e.Customer.ID)
		a.kept[e.Customer.ID] = true
	}
	a.roomKept = next
}

// announced returns the calls of later today, the first limit of them, without
// those who are on the list now.
func (a *asked) announced(limit int) []Entry {
	var all []Entry
	for _, e := range a.toCome {
		if a.listed[e.Customer.ID] || !a.kept[e.Customer.ID] {
			continue
		}
		if all = append(all, e); len(all) == limit {
			break
		}
	}
	return all
}

// hour is an hour of later today at which a customer may have to be called.
type hour struct {
	at       time.Time
	kind     rule
	customer app.ID
}

func (h hour) compare(other hour) int {
	return cmp.Or(
		h.at.Compare(other.at),
		cmp.Compare(h.kind.kind, other.kind.kind),
		h.customer.Compare(other.customer),
	)
}

// hoursToCome returns the hours of later today, in order.
func (a *asked) hoursToCome(quiet []string) ([]hour, error) {
	var all []hour
	for _, k := range a.kinds {
		var streams []Stream
		zones := a.zones
		switch k.kind {
		case app.Promised:
			streams = []Stream{StreamPromise, StreamOwed}
		case app.Complained: // where it is not quiet, they are on the list already
			streams, zones = []Stream{StreamRunsOut}, quiet
		case app.CallAgain:
			streams = []Stream{StreamCallAgain}
		}
		for _, stream := range streams {
			for _, zone := range zones {
				r := Range{Stream: stream, Zone: zone, From: a.next(), To: a.start(a.today + 1)}
				err := a.snap.Openings(r, func(o Opening) bool {
					if !o.Rests.After(a.then(k, o.At)) {
						all = append(all, hour{o.At, k, o.Customer})
					}
					return true
				})
				if err != nil {
					return nil, err
				}
			}
		}
	}
	slices.SortFunc(all, hour.compare)
	return all, nil
}

// then returns the moment at which to look at somebody for an hour to come: an
// agreed call is due at its hour, a complaint already.
func (a *asked) then(k rule, hour time.Time) time.Time {
	if k.kind == app.Complained {
		return a.now
	}
	return hour
}

// atHour returns the entry of an hour to come; nil if nothing is due then, or a
// guard objects: quiet hours if they last from then until the day is over.
func (a *asked) atHour(h hour) (*Entry, error) {
	s, err := a.snap.Summary(h.customer)
	if err != nil {
		return nil, err
	}
	then := *a.moment
	then.now = a.then(h.kind, h.at)
	reasons := slices.DeleteFunc(h.kind.reasons(&s, &then), func(r Reason) bool {
		return !hourOf(r).After(a.now) || !hourOf(r).Before(a.start(a.today+1))
	})
	reasons, because := then.mayBeCalled(&s, reasons)
	if len(reasons) == 0 || because != nil || then.triedOut(&s, nil) != nil || then.quietUntilTomorrow(&s) {
		return nil, nil
	}
	customer, err := a.snap.Customer(h.customer)
	if err != nil {
		return nil, err
	}
	return &Entry{Customer: customer, Summary: s, Reasons: reasons, Number: then.number(customer, &s)}, nil
}

// quietUntilTomorrow tells whether nobody is called where they are from the moment on for
// the rest of the shop's day.
func (m *moment) quietUntilTomorrow(s *app.Summary) bool {
	quiet := m.quiet(s, nil)
	return quiet != nil && (quiet.Until.IsZero() || !quiet.Until.Before(m.start(m.today+1)))
}

// hourOf returns the hour that matters of an agreed call or a complaint.
func hourOf(r Reason) time.Time {
	if r.Kind == app.Complained {
		return r.By
	}
	return r.Due
}
