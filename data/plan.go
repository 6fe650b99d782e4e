package data

import (
	"bytes"
	"context"
	"slices"
	"sync/atomic"

	"ringback.app/app"
)

// plan reads the shop's plan; a book being made has the zero one.
func (s *state) plan() (app.Plan, error) {
	id := app.PlanID()
	raw, err := s.get(inPlan, id[:])
	if err != nil || raw == nil {
		return app.Plan{}, err
	}
	return s.lastPlan.of(s.coding, raw)
}

// lastPlan keeps the plan that was read last: nearly everything that is asked of
// the book asks for it, and it seldom becomes another.
type lastPlan struct{ kept atomic.Pointer[readPlan] }

type readPlan struct {
	raw  []byte
	plan app.Plan
}

// of returns the plan that raw says.
func (l *lastPlan) of(c coding, raw []byte) (app.Plan, error) {
	if kept := l.kept.Load(); kept != nil && bytes.Equal(kept.raw, raw) {
		return kept.plan.Clone(), nil
	}
	plan, err := decode[app.Plan](c, raw)
	if err == nil {
		l.kept.Store(&readPlan{bytes.Clone(raw), plan.Clone()})
	}
	return plan, err
}

// Plan returns the shop's plan.
func (b *Book) Plan(ctx context.Context) (p app.Plan, err error) {
	err = b.view(ctx, func(s *state) error {
		p, err = s.plan()
		return err
	})
	return p, err
}

// plans returns the plan as it is and as it is with the edits, and finds out what
// has to be derived anew for everybody where that is another one.
func (w *writing) plans(edits []edit) (before, after app.Plan, err error) {
	if before, err = w.plan(); err != nil {
		return before, after, err
	}
	after = before
	for _, e := range edits {
		if e.kind == app.KindPlan {
			after, _ = e.is.(app.Plan)
			w.replanned = true
		}
	}
	if w.replanned {
		if w.rebrief, err = w.differ(briefing(before), briefing(after)); err != nil {
			return before, after, err
		}
	}
	return before, after, w.openCalendar(after)
}

// replan derives anew what follows from the plan, for all but those already done,
// who come in the order of their IDs. Most changes of a plan decide no more than
// when somebody is due.
func (w *writing) replan(before, after app.Plan, done []app.ID) error {
	reopen, err := w.differ(ruling(before), ruling(after))
	whole := w.rebrief || w.calendar.anew
	if err != nil || !whole && !reopen {
		return err
	}
	again := func(id app.ID) error {
		if _, found := slices.BinarySearchFunc(done, id, app.ID.Compare); found {
			return nil
		}
		if whole {
			return w.settle(id, nil, before, after)
		}
		sum, _, err := w.summary(id)
		if err != nil {
			return err
		}
		return w.reopen(id, &sum, &sum, before, after)
	}
	if whole { // what is nobody's goes by the shop's days as well
		if err := again(app.ID{}); err != nil {
			return err
		}
	}
	return w.scan(inLines, nil, nil, func(k, _ []byte) (bool, error) { return true, again(idOf(k)) })
}

// ruling leaves of a plan what can decide when somebody is due.
func ruling(p app.Plan) app.Plan {
	p.Owner, p.Shop, p.Country, p.Currency = "", "", "", ""
	p.Staff, p.Themes = nil, nil
	p.Capacity, p.AskWeekly = 0, 0
	return p
}

func (w *writing) differ(x, y any) (bool, error) {
	a, err := w.encode(x)
	if err != nil {
		return false, err
	}
	b, err := w.encode(y)
	return !bytes.Equal(a, b), err
}

// briefing leaves of a plan what the briefs of purchases follow from.
func briefing(p app.Plan) [2]any { return [2]any{p.ItemTags, p.Charges} }
