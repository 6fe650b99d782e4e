package app

import (
	"iter"
	"slices"
)

// Purchase is one receipt. A return is a purchase with negative quantities.
type Purchase struct {
	ID       ID     `cbor:"1,keyasint"`
	Customer ID     `cbor:"2,keyasint"`
	Day      Day    `cbor:"3,keyasint"`
	Receipt  string `cbor:"4,keyasint,omitempty"`
	Lines    []Line `cbor:"5,keyasint,omitempty"`
	Total    int64  `cbor:"6,keyasint,omitempty"` // minor units of Currency
	Currency string `cbor:"7,keyasint,omitempty"` // ISO 4217
	SoldBy   string `cbor:"8,keyasint,omitempty"`
	Returns  ID     `cbor:"9,keyasint,omitzero"` // the purchase this gives back, where known
}

// Line is one thing on a receipt.
type Line struct {
	Item     string   `cbor:"1,keyasint"`
	Quantity Quantity `cbor:"2,keyasint"`
	Amount   int64    `cbor:"3,keyasint,omitempty"` // minor units, for the whole quantity
	Code     string   `cbor:"4,keyasint,omitempty"` // the shop's code for the item
}

// IsReturn tells whether the purchase gives back: something, and nothing is
// bought on it.
func (p Purchase) IsReturn() bool {
	back := false
	for _, l := range p.Lines {
		if l.Quantity > 0 {
			return false
		}
		back = back || l.Quantity < 0
	}
	return back || len(p.Lines) == 0 && p.Total < 0
}

// HeadlineItems is how many things a headline names.
const HeadlineItems = 2

// How many things a brief names in all. The shop keeps one of each purchase, so
// they are few: as many as are likely to be given back before none is left to
// name. Returns are rare, and have to say what was given back.
const (
	briefItems       = HeadlineItems + 4
	briefReturnItems = 32
)

// Bought is a purchase in brief: what a person would name it by.
type Bought struct {
	Purchase ID           `cbor:"1,keyasint"`
	Day      Day          `cbor:"2,keyasint"`
	Items    []BoughtItem `cbor:"3,keyasint,omitempty"` // the dearest first, HeadlineItems at most
	More     int          `cbor:"4,keyasint,omitempty"` // how many other things were on it
	Total    int64        `cbor:"5,keyasint,omitempty"`
	Currency string       `cbor:"6,keyasint,omitempty"`
	SoldBy   string       `cbor:"7,keyasint,omitempty"`
	Return   bool         `cbor:"8,keyasint,omitempty"` // the purchase is itself a return
	Returns  ID           `cbor:"9,keyasint,omitzero"`
	Tags     []string     `cbor:"10,keyasint,omitempty"` // the plan's tags that its items carry
	Rest     []BoughtItem `cbor:"11,keyasint,omitempty"` // the dearest of the More; a summary leaves them out
	Charges  bool         `cbor:"12,keyasint,omitempty"` // no goods are on it: postage alone, say
}

// named yields all things that the brief names, the dearest first.
func (b Bought) named() iter.Seq[BoughtItem] {
	return func(yield func(BoughtItem) bool) {
		for _, items := range [...][]BoughtItem{b.Items, b.Rest} {
			for _, item := range items {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// name puts those things on the brief, the dearest first, and how many others
// there are.
func (b *Bought) name(items []BoughtItem, others int) {
	n := min(len(items), HeadlineItems)
	b.Items, b.Rest, b.More = items[:n:n], nil, len(items)-n+others
	if len(items) > n {
		b.Rest = items[n:]
	}
}

// BoughtItem is one thing in a headline.
type BoughtItem struct {
	Item     string   `cbor:"1,keyasint"`
	Quantity Quantity `cbor:"2,keyasint"`
}

// InBrief returns the purchase in brief: its dearest items first. Tags are the
// plan's; a purchase has none of its own. What is no goods by the plan is left
// out, unless nothing else was bought.
func (p Purchase) InBrief(plan Plan) Bought {
	order, charges := p.goods(plan)
	slices.SortStableFunc(order, func(a, b int) int {
		return int(max(-1, min(1, magnitude(p.Lines[b].Amount)-magnitude(p.Lines[a].Amount))))
	})
	b := Bought{
		Purchase: p.ID, Day: p.Day, Total: p.Total, Currency: p.Currency,
		SoldBy: p.SoldBy, Return: p.IsReturn(), Returns: p.Returns,
		Tags: plan.tagsOf(p.Lines), Charges: charges,
	}
	most := briefItems
	if b.Return {
		most = briefReturnItems
	}
	var named []BoughtItem
	at := make(map[string]int, len(order))
	for _, i := range order {
		l := p.Lines[i]
		if n, ok := at[l.Item]; ok {
			if n < len(named) {
				named[n].Quantity += l.Quantity
			}
			continue
		}
		at[l.Item] = len(at)
		if len(named) < most {
			named = append(named, BoughtItem{l.Item, l.Quantity})
		}
	}
	b.name(named, len(at)-len(named))
	return b
}

// goods returns which lines to name a purchase by: those of goods, or all of them
// where there are none, which it tells.
func (p Purchase) goods(plan Plan) (lines []int, none bool) {
	names := plan.charges()
	lines = make([]int, 0, len(p.Lines))
	for i, l := range p.Lines {
		if !anyCharge(names, l.Item) {
			lines = append(lines, i)
		}
	}
	if len(lines) > 0 || len(p.Lines) == 0 {
		return lines, false
	}
	for i := range p.Lines {
		lines = append(lines, i)
	}
	return lines, true
}

func magnitude(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}
