package merging

import (
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/execute"
)

// looking is what is known of who may be in the book twice, and what has to be
// looked for anew.
type looking struct {
	pairs   []merging.Pair
	known   bool     // the whole book was looked through
	changed []app.ID // whose records changed since
	busy    bool
	then    []func() // what waits for the answer
}

// look brings the pairs up to date off the UI goroutine, and then calls back.
// After the first time only those are looked for who changed.
func (p *Page) look(then func()) {
	l := &p.looking
	if then != nil {
		l.then = append(l.then, then)
	}
	if l.busy {
		return
	}
	if l.known && len(l.changed) == 0 {
		p.answer()
		return
	}
	whole, ids := !l.known, l.changed
	l.busy, l.known, l.changed = true, true, nil
	var found []merging.Pair
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		if whole {
			found, err = p.Desk.Find(ctx)
		} else {
			found, err = p.Desk.FindOf(ctx, ids...)
		}
		return err
	}, func(err error) {
		l.busy = false
		if err != nil {
			l.known, l.then = false, nil
			p.Window.Failed(err)
			p.showUnread(err)
			return
		}
		if whole {
			l.pairs = nil
		}
		l.pairs = append(slices.DeleteFunc(l.pairs, func(pair merging.Pair) bool {
			return slices.Contains(ids, pair.A) || slices.Contains(ids, pair.B)
		}), found...)
		if !l.known || len(l.changed) > 0 {
			p.look(nil) // the book changed while it was looked through
			return
		}
		p.answer()
	})
}

func (p *Page) answer() {
	p.OnCounted(merging.People(p.looking.pairs))
	waits := p.looking.then
	p.looking.then = nil
	for _, call := range waits {
		call()
	}
}

// note remembers that records changed; nil: too many to name.
func (l *looking) note(customers []app.ID) {
	if customers == nil {
		l.known = false
		return
	}
	for _, id := range customers {
		if !slices.Contains(l.changed, id) {
			l.changed = append(l.changed, id)
		}
	}
	if len(l.changed) > mostChanged {
		l.known, l.changed = false, nil
	}
}

// mostChanged is how many are looked for one by one; for more it is the whole
// book.
const mostChanged = 100

// index returns the place of the pair, -1 if it is none any more.
func (l *looking) index(pair merging.Pair) int {
	return slices.IndexFunc(l.pairs, func(o merging.Pair) bool { return o.A == pair.A && o.B == pair.B })
}
