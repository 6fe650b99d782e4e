package calllist

import (
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"ringback.app/app"
	"ringback.app/app/hours"
	"ringback.app/app/targets"
)

// Rules are the rules of one plan, its time zones at hand. They are safe for
// concurrent use. Who asks about many customers makes them once.
type Rules struct {
	plan    app.Plan
	shop    *time.Location
	hours   *hours.Hours
	targets targets.Targets
	kinds   []rule
	zones   *zones
}

// NewRules returns the rules of that plan.
func NewRules(plan app.Plan) *Rules {
	shop := plan.Location()
	open := hours.Of(plan, shop)
	return &Rules{
		plan:    plan,
		shop:    shop,
		hours:   open,
		targets: targets.Of(plan, open),
		kinds:   ruleOfKind(),
		zones:   &zones{shop: shop},
	}
}

// LastRules keeps the rules that were asked for last, for who asks again and
// again: making them reads the files of time zones. The zero LastRules is ready
// for use, also concurrent.
type LastRules struct{ kept atomic.Pointer[Rules] }

// Of returns the rules of that plan.
func (l *LastRules) Of(plan app.Plan) *Rules {
	if kept := l.kept.Load(); kept != nil && reflect.DeepEqual(kept.plan, plan) {
		return kept
	}
	made := NewRules(plan)
	l.kept.Store(made)
	return made
}

// rule is how one kind of reason comes about. Each kind has a file of its own
// that holds these functions.
type rule struct {
	kind app.ReasonKind
	// reasons tells why a customer is due at the moment; nothing else decides
	// that. The earliest comes first.
	reasons func(*app.Summary, *moment) []Reason
	// openings says from when a customer may be due, for the book to sort.
	openings func(*app.Summary, *Rules) []opening
	// stretches names the openings among which all who are due at the moment
	// are found.
	stretches func(*moment) []stretch
}

// ruleOfKind returns the rules in the order of the list. Who was never asked is
// drawn by lot from all, and so has no openings: see neverasked.go.
func ruleOfKind() []rule {
	return []rule{
		{app.Promised, promised, promisedOpenings, promisedStretches},
		{app.Complained, complained, complainedOpenings, complainedStretches},
		{app.CheckFix, checkFix, checkFixOpenings, checkFixStretches},
		{app.CallAgain, callAgain, callAgainOpenings, callAgainStretches},
		{app.AfterPurchase, afterPurchase, afterPurchaseOpenings, afterPurchaseStretches},
		{app.GoingQuiet, goingQuiet, goingQuietOpenings, goingQuietStretches},
		{app.NeverAsked, nil, nil, nil},
		{app.Thank, thank, thankOpenings, thankStretches},
	}
}

// moment is what a rule may look at besides the customer: the plan, the hour,
// and how often people buy at this shop.
type moment struct {
	*Rules
	now     time.Time
	today   app.Day // by the shop's calendar
	shopGap int     // as Snapshot.ShopGap
}

func (r *Rules) at(now time.Time, shopGap int) *moment {
	return &moment{Rules: r, now: now, today: r.day(now), shopGap: shopGap}
}

// day returns the shop's day of that moment.
func (r *Rules) day(t time.Time) app.Day { return app.DayOf(t.In(r.shop)) }

// start returns the first moment of a day in the shop.
func (r *Rules) start(d app.Day) time.Time { return d.Start(r.shop).UTC() }

// zone returns the customer's time zone.
func (r *Rules) zone(s *app.Summary) *time.Location { return r.zones.named(s.Reach.Zone) }

// reasons returns all reasons of a customer but the draw's, in the order of the
// list.
func (m *moment) reasons(s *app.Summary) []Reason {
	var all []Reason
	for _, k := range m.kinds {
		if k.reasons != nil && !checkFirst(s, k.kind) {
			all = append(all, k.reasons(s, m)...)
		}
	}
	return all
}

// whole cuts a moment to the second, in UTC, as the book keeps it.
func whole(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// zones remembers time zones by name, since finding one reads a file.
type zones struct {
	shop  *time.Location
	found sync.Map
}

func (z *zones) named(name string) *time.Location {
	if name == "" {
		return z.shop
	}
	if found, ok := z.found.Load(name); ok {
		return found.(*time.Location)
	}
	zone := app.Location(name, z.shop)
	z.found.Store(name, zone)
	return zone
}
