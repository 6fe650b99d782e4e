package data

import (
	"bytes"
	"context"
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

// replan derives anew what follows from the plan for all customers but those
// already done.
func (w *writing) replan(before, after app.Plan, done []app.ID) error {
	retag, err := w.differ(namedBy(before), namedBy(after))
	if err != nil {
		return err
	}
	reopen, err := w.differ(ruling(before), ruling(after))
	if err != nil || !retag && !reopen {
		return err
	}
	// What a batch touches comes in the order of IDs, as the scan does.
	return w.scan(inLines, nil, nil, func(k, _ []byte) (bool, error) {
		id := idOf(k)
		for len(done) > 0 && done[0].Compare(id) < 0 {
			done = done[1:]
		}
		if len(done) > 0 && done[0] == id {
			return true, nil
		}
		old, _, err := w.summary(id)
		if err != nil {
			return false, err
		}
		return true, w.replanOne(id, old, retag, before, after)
	})
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

// namedBy is what of a plan the briefs of purchases follow from.
func namedBy(p app.Plan) [2]any { return [2]any{p.ItemTags, p.Charges} }

func (w *writing) replanOne(id app.ID, old app.Summary, retag bool, before, after app.Plan) error {
	next := old
	if retag {
		all, err := w.retagged(id, after)
		if err != nil {
			return err
		}
		next.Buying, _ = app.SummarizeBuying(all)
		if err := w.encodeTo(inSummaries, id[:], next); err != nil {
			return err
		}
	}
	return w.reopen(id, &old, &next, before, after)
}

// retagged makes a customer's briefs anew, and rewrites those that differ. What
// the batch itself touches is not among them.
func (w *writing) retagged(customer app.ID, plan app.Plan) ([]app.Bought, error) {
	var all []app.Bought
	err := w.scanPrefix(inPurchasesByCustomer, customer[:], func(k, v []byte) (bool, error) {
		p, err := one[app.Purchase](w.state, tail(k))
		if err != nil {
			return false, dangling(inPurchasesByCustomer, err)
		}
		b := p.InBrief(plan)
		all = append(all, b)
		raw, err := w.encode(briefOf(b))
		if err != nil {
			return false, err
		}
		if !bytes.Equal(raw, v) {
			w.put(inPurchasesByCustomer, bytes.Clone(k), raw)
		}
		return true, nil
	})
	return all, err
}
