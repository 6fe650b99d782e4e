package loyalty

import (
	"cmp"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Roll is everybody who ever bought and is not archived, told apart as of a day.
// It does not change, and is safe for concurrent use.
type Roll struct {
	Today    app.Day
	Currency string        // of all sums: the plan's; what was paid in another is not counted
	Quiet    app.QuietRule // by which they are quiet
	members  []Member      // in the order of their IDs
	kinds    map[Kind][]Member
}

// Group is those of one kind, added up.
type Group struct {
	Kind      Kind
	Count     int
	YearValue int64 // what they spend in a year together, by their own purchases
	Others    int   // of them, those who buy in another currency; YearValue is without them
}

// Count returns how many are on the roll.
func (r *Roll) Count() int { return len(r.members) }

// Groups returns the groups in the order of Kinds, the empty ones too.
func (r *Roll) Groups() []Group {
	groups := make([]Group, 0, len(Kinds()))
	for _, k := range Kinds() {
		g := Group{Kind: k, Count: len(r.kinds[k])}
		for i := range r.kinds[k] {
			g.YearValue += r.kinds[k][i].YearValue
			if r.kinds[k][i].IsAbroad() {
				g.Others++
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// Others counts those of all kinds who buy in another currency than that of the
// sums, which are without them.
func (r *Roll) Others() int {
	n := 0
	for _, m := range r.members {
		if m.IsAbroad() {
			n++
		}
	}
	return n
}

// In returns those of a kind, the most valuable first: by what they spend in a
// year, then in all. The list is not the caller's to change.
func (r *Roll) In(k Kind) []Member { return r.kinds[k] }

func (r *Roll) add(customer app.ID, s *app.Summary, rules *calllist.Rules, shopGap int) {
	b := &s.Buying
	m := Member{
		Customer: customer, First: b.First, Last: b.Last, Purchases: b.Count, Days: b.Days, Gap: b.MedianGap,
	}
	m.QuietFrom, _ = rules.QuietFrom(*b, shopGap)
	for _, sum := range b.Totals {
		if sum.Currency == r.Currency {
			m.Spent += sum.Minor
		}
	}
	if b.Currency() == r.Currency {
		m.YearValue = b.YearValue
	} else {
		m.Abroad = app.Money{Minor: b.YearValue, Currency: b.Currency()}
	}
	r.members = append(r.members, m)
}

// tell marks everybody and tells them apart, once all are there.
func (r *Roll) tell() {
	n := len(r.members)
	last, often, spent := make([]app.Day, n), make([]int, n), make([]int64, n)
	for i, m := range r.members {
		last[i], often[i], spent[i] = m.Last, m.Purchases, m.Spent
	}
	recency, frequency, money := fifths(last), fifths(often), fifths(spent)
	slices.SortFunc(r.members, func(a, b Member) int { return a.Customer.Compare(b.Customer) })
	r.kinds = make(map[Kind][]Member)
	for i := range r.members {
		m := &r.members[i]
		m.Marks = Marks{recency(m.Last), frequency(m.Purchases), money(m.Spent)}
		m.Kind = kindOf(*m, r.Today)
		r.kinds[m.Kind] = append(r.kinds[m.Kind], *m)
	}
	for _, members := range r.kinds {
		slices.SortFunc(members, func(a, b Member) int {
			return cmp.Or(cmp.Compare(b.YearValue, a.YearValue), cmp.Compare(b.Spent, a.Spent), a.Customer.Compare(b.Customer))
		})
	}
}
