package app

import (
	"slices"
	"sort"

	"ringback.app/app/folding"
)

// standing leaves out returns and what was given back in full, and takes out of
// the others what was given back of them.
func standing(all []Bought) []Bought {
	left := leftOf(all)
	kept := make([]Bought, 0, len(all))
	for i, p := range all {
		if p.Return {
			continue
		}
		if r := left[i]; r != nil {
			var some bool
			if p, some = r.inBrief(); !some {
				continue
			}
		}
		p.Rest = nil
		kept = append(kept, p)
	}
	return kept
}

// LastKept returns the newest of a customer's purchases that they still have
// something of: it was not brought back in full, and is not postage and the like
// alone. It takes all of them, in any order, and returns the zero ID if there is
// none.
func LastKept(all []Purchase, plan Plan) ID {
	briefs := make([]Bought, 0, len(all))
	for _, p := range all {
		briefs = append(briefs, p.InBrief(plan))
	}
	sortBought(briefs)
	for _, b := range slices.Backward(standing(briefs)) {
		if !b.Charges {
			return b.Purchase
		}
	}
	return ID{}
}

// leftOf returns what is left of the purchases of which something was given
// back, by their position. A return takes from the purchase that it names, else
// each of its items from the latest purchase before it that has enough of it.
func leftOf(all []Bought) map[int]*remains {
	if !slices.ContainsFunc(all, func(p Bought) bool { return p.Return }) {
		return nil
	}
	s := stock{all: all, left: make(map[int]*remains), keys: make(map[string]string)}
	at := make(map[ID]int, len(all))
	for i, p := range all {
		if !p.Return {
			at[p.Purchase] = i
		}
	}
	var loose []Bought
	for _, p := range all {
		switch i, there := at[p.Returns]; {
		case !p.Return:
		case p.Returns.IsZero():
			loose = append(loose, p)
		case there:
			s.of(i).takeBack(p)
		}
	}
	s.takeLoose(loose)
	return s.left
}

// stock is a customer's purchases while returns are taken from them.
type stock struct {
	all  []Bought
	left map[int]*remains
	keys map[string]string // items, folded: they recur
}

func (s *stock) key(item string) string {
	k, ok := s.keys[item]
	if !ok {
		k = folding.Fold(item)
		s.keys[item] = k
	}
	return k
}

func (s *stock) of(i int) *remains {
	r := s.left[i]
	if r == nil {
		p := s.all[i]
		r = &remains{stock: s, bought: p, named: slices.Concat(p.Items, p.Rest)}
		s.left[i] = r
	}
	return r
}

// takeLoose takes back what nobody knows the purchase of.
func (s *stock) takeLoose(returns []Bought) {
	bought := make(map[string]*shelf)
	for _, r := range returns {
		for item := range r.named() {
			bought[s.key(item.Item)] = &shelf{}
		}
	}
	if len(bought) == 0 {
		return
	}
	for i, p := range s.all {
		if p.Return {
			continue
		}
		for item := range p.named() {
			if on := bought[s.key(item.Item)]; on != nil {
				on.put(i, s.quantity(i, item.Item))
			}
		}
	}
	for _, r := range returns {
		last := sort.Search(len(s.all), func(i int) bool { return s.all[i].Day > r.Day })
		for item := range r.named() {
			if item.Quantity >= 0 {
				continue
			}
			on := bought[s.key(item.Item)]
			if n := on.latest(last, -item.Quantity); n >= 0 {
				i := on.who[n]
				s.of(i).take(item)
				on.left.set(n, s.quantity(i, item.Item))
			}
		}
	}
}

// shelf is who has an item, the oldest first, and how many of it are left of
// each. A customer may stand for all whom a till does not know, and have many
// thousands of both purchases and returns: they are looked for in a tree.
type shelf struct {
	who  []int // positions among all purchases
	many []Quantity
	left highest
}

func (s *shelf) put(who int, n Quantity) {
	if last := len(s.who) - 1; last >= 0 && s.who[last] == who {
		return // it is on the purchase twice, written in two ways
	}
	s.who, s.many = append(s.who, who), append(s.many, n)
}

// latest returns the place of the latest of those before the position of whom so
// many are left, -1 if there is none.
func (s *shelf) latest(before int, n Quantity) int {
	if s.left == nil {
		s.left = highestOf(s.many)
	}
	places, _ := slices.BinarySearch(s.who, before)
	return s.left.last(places, n)
}

// quantity returns how many of an item are left of a purchase.
func (s *stock) quantity(i int, item string) Quantity {
	if r := s.left[i]; r != nil {
		if n := r.find(item); n >= 0 {
			return r.named[n].Quantity
		}
		return 0
	}
	for has := range s.all[i].named() {
		if s.key(has.Item) == s.key(item) {
			return has.Quantity
		}
	}
	return 0
}

// remains is what is left of a purchase.
type remains struct {
	*stock
	bought Bought
	named  []BoughtItem
	others map[string]bool // given back too, but its brief does not name them
	taken  bool            // some of its items were given back
	linked bool            // by a return that names it
	money  int64           // given back by those; not above 0
}

func (r *remains) find(item string) int {
	k := r.key(item)
	return slices.IndexFunc(r.named, func(has BoughtItem) bool { return r.key(has.Item) == k })
}

func (r *remains) takeBack(p Bought) {
	r.linked = true
	r.money += p.Total
	for item := range p.named() {
		if item.Quantity < 0 {
			r.take(item)
		}
	}
}

// take takes back an item; its quantity is below 0.
func (r *remains) take(item BoughtItem) {
	r.taken = true
	n := r.find(item.Item)
	switch {
	case n < 0:
		if r.others == nil {
			r.others = make(map[string]bool)
		}
		r.others[r.key(item.Item)] = true
	case r.named[n].Quantity+item.Quantity > 0:
		r.named[n].Quantity += item.Quantity
	default:
		r.named = slices.Delete(r.named, n, n+1)
	}
}

// inBrief returns what is left, and whether anything is. All the money back is
// everything back. How many there were of what a brief does not name is not
// known: that is taken for gone where all else is.
func (r *remains) inBrief() (Bought, bool) {
	b := r.bought
	if r.linked && b.Total+r.money <= 0 && (b.Total > 0 || len(b.Items) == 0) {
		return Bought{}, false
	}
	unnamed := b.More - len(b.Rest)
	some := slices.ContainsFunc(r.named, func(i BoughtItem) bool { return i.Quantity > 0 })
	if r.taken && len(b.Items) > 0 && !some && len(r.others) >= unnamed {
		return Bought{}, false
	}
	b.Total += r.money
	b.name(r.named, unnamed)
	return b, true
}
