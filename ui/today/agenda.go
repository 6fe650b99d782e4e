package today

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// listLimit is how many people the list shows at once; the rest come up as
// calls are made.
const listLimit = 100

// agenda is what the left side shows: the list of one moment. It is replaced as
// a whole.
type agenda struct {
	plan   app.Plan
	today  calllist.Today
	groups []group
	empty  bool // there is nobody in the book
}

// group is a stretch of the list under one heading.
type group struct {
	kind    app.ReasonKind // NoReason: later today
	entries []calllist.Entry
}

func (s Services) readAgenda(ctx context.Context) (agenda, error) {
	today, err := s.List.Today(ctx, listLimit)
	if err != nil {
		return agenda{}, fmt.Errorf("read the call list: %w", err)
	}
	plan, err := s.Book.Plan(ctx)
	if err != nil {
		return agenda{}, fmt.Errorf("read the plan: %w", err)
	}
	a := agenda{plan: plan, today: today, groups: grouped(today)}
	if len(a.groups) == 0 {
		size, err := s.Book.Size(ctx)
		if err != nil {
			return agenda{}, fmt.Errorf("count the book: %w", err)
		}
		a.empty = size.Customers == 0
	}
	return a, nil
}

// grouped puts the list under its headings; the order of the list is the order
// of the kinds.
func grouped(today calllist.Today) []group {
	var groups []group
	for _, e := range today.Entries {
		kind := headline(e).Kind
		if n := len(groups); n > 0 && groups[n-1].kind == kind {
			groups[n-1].entries = append(groups[n-1].entries, e)
			continue
		}
		groups = append(groups, group{kind: kind, entries: []calllist.Entry{e}})
	}
	if len(today.Later) > 0 {
		groups = append(groups, group{kind: app.NoReason, entries: today.Later})
	}
	return groups
}

// headline returns the reason an entry is shown under.
func headline(e calllist.Entry) calllist.Reason {
	if len(e.Reasons) == 0 {
		return calllist.Reason{}
	}
	return e.Reasons[0]
}

// order returns the people of the list from top to bottom.
func (a agenda) order() []app.ID {
	var ids []app.ID
	for _, g := range a.groups {
		for _, e := range g.entries {
			ids = append(ids, e.Customer.ID)
		}
	}
	return ids
}

// has tells whether the customer is on the list.
func (a agenda) has(id app.ID) bool { return slices.Contains(a.order(), id) }

// first returns the person to call first; zero if there is none.
func (a agenda) first() app.ID {
	if len(a.today.Entries) == 0 {
		return app.ID{}
	}
	return a.today.Entries[0].Customer.ID
}

// step returns the person that many places below the other, within the list.
func (a agenda) step(from app.ID, by int) app.ID {
	ids := a.order()
	if len(ids) == 0 {
		return app.ID{}
	}
	at := slices.Index(ids, from)
	if at < 0 {
		return ids[0]
	}
	return ids[min(max(at+by, 0), len(ids)-1)]
}

// after returns the person to call when the one before has been dealt with: the
// next one down who is due now, else the first one who is; zero if there is
// nobody else.
func (a agenda) after(done app.ID) app.ID {
	due := a.today.Entries
	at := slices.IndexFunc(due, func(e calllist.Entry) bool { return e.Customer.ID == done })
	for i := range due {
		if next := due[(at+1+i)%len(due)].Customer.ID; next != done {
			return next
		}
	}
	return app.ID{}
}

// toCall is how many people are left to call today, those of later too: as many
// as are listed.
func (a agenda) toCall() int { return len(a.today.Entries) + len(a.today.Later) }

// planned is how many people the day holds: those called and those to call.
func (a agenda) planned() int { return a.today.Planned() }
