package merging

import (
	"cmp"
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// What is the same about two customers.
type What string

// What can be the same.
const (
	SameNumber  What = "number" // the shop's number for them
	SameCard    What = "card"   // the UID of the card they came from
	SamePhone   What = "phone"
	SameEmail   What = "email"
	SameAddress What = What(alike.Street)
	SameBirth   What = What(alike.Birthday)
	SameFirm    What = What(alike.Firm)
	SameName    What = "name" // and nothing else: the weakest

	// CommonName is a name that both have and that does not speak for them: others
	// have it, too. Only Common returns it.
	CommonName What = "common-name"
)

// Sign is something that speaks for two customers being one.
type Sign struct {
	What  What
	Value string // as the first of the two has it; of a card, its UID
}

// Signs returns what speaks for the two being one person; nothing if they are
// not alike. The shop's number and the card's UID speak for themselves. A
// telephone or an address for mail does so only where the names agree, since
// households share them, or as alike.Perhaps has it, and then the birthday with
// them; a street, a birthday or a firm as alike.NamedTraits has it. A name does so
// alone where nothing else can tell, as alike.NameAlone has it.
func Signs(a, b app.Customer) []Sign {
	var signs []Sign
	for _, r := range a.References {
		if slices.Contains(b.References, r) {
			what := SameCard
			if r.Kind == app.ReferenceShop {
				what = SameNumber
			}
			signs = append(signs, Sign{what, r.Value})
		}
	}
	names := alike.Names(a, b)
	if names == alike.Other {
		return append(signs, perhaps(a, b)...)
	}
	signs = append(signs, reached(a, b)...)
	if names != alike.Same || len(alike.Words(a)) == 0 {
		return signs
	}
	signs = append(signs, signsOf(alike.NamedTraits(a, b))...)
	if len(signs) == 0 && alike.NameAlone(a, b) {
		signs = append(signs, Sign{SameName, a.Called()})
	}
	return signs
}

// perhaps returns what speaks for two of another name being one nevertheless.
func perhaps(a, b app.Customer) []Sign {
	signs := reached(a, b)
	if len(signs) == 0 || !alike.Perhaps(a, b) {
		return nil
	}
	if alike.BornTogether(a, b) {
		signs = append(signs, Sign{SameBirth, a.Birthday})
	}
	return signs
}

// Common returns what two have in common whether or not it speaks for them being
// one: of a household the telephone, of namesakes the name.
func Common(a, b app.Customer) []Sign {
	var common []Sign
	if alike.Names(a, b) == alike.Same && len(alike.Words(a)) > 0 {
		common = append(common, Sign{CommonName, a.Called()})
	}
	return slices.Concat(common, reached(a, b), signsOf(alike.Traits(a, b)))
}

// reached returns the numbers and addresses for mail by which both are reached.
func reached(a, b app.Customer) (signs []Sign) {
	for _, p := range a.Phones {
		if alike.PhoneKey(p) != "" && slices.ContainsFunc(b.Phones, func(o app.Phone) bool { return alike.PhoneKey(o) != "" && alike.Numbers(p, o) }) {
			signs = append(signs, Sign{SamePhone, p.Typed})
		}
	}
	for _, e := range a.Emails {
		if folding.Fold(e.Address) != "" && slices.ContainsFunc(b.Emails, func(o app.Email) bool { return alike.Emails(e, o) }) {
			signs = append(signs, Sign{SameEmail, e.Address})
		}
	}
	return signs
}

func signsOf(traits []alike.Shared) (signs []Sign) {
	for _, t := range traits {
		signs = append(signs, Sign{What(t.Trait), t.Value})
	}
	return signs
}

// referenceKey is how the keys begin that are of a reference.
const referenceKey = 'r'

// keys returns what a customer of that name is looked for by, the name alone left
// out: two who are alike otherwise have one of them in common.
func keys(c app.Customer, name string) []string {
	var all []string
	add := func(kind, value string) {
		if value != "" {
			all = append(all, kind+value)
		}
	}
	for _, r := range c.References {
		add(string(referenceKey)+string(r.Kind)+" ", r.Value)
	}
	for _, p := range c.Phones {
		if alike.PhoneKey(p) != "" {
			add("p", alike.LookUp(p.E164))
			add("p", alike.LookUp(p.Typed))
		}
	}
	for _, e := range c.Emails {
		add("e", folding.Fold(e.Address))
	}
	if name != "" {
		for _, a := range c.Addresses {
			if s := alike.StreetKey(a); s != "" {
				add("a", name+"\n"+s)
			}
		}
		if c.Birthday != "" {
			add("b", name+"\n"+c.Birthday)
		}
		if c.Firm != "" {
			add("f", name+"\n"+folding.Fold(c.Firm))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Pair is two customers who may be one. A is the one that was made first.
type Pair struct {
	A, B  app.ID
	Signs []Sign
	doubt doubt
}

// doubt is how unsure it is that a pair is one person.
type doubt int

const (
	nameAgrees doubt = iota
	nameNear         // the names agree in part only, or not
	nameAlone        // there is nothing but the name
)

func pairOf(a, b app.Customer) (Pair, bool) {
	if a.ID.Compare(b.ID) > 0 {
		a, b = b, a
	}
	signs := Signs(a, b)
	if len(signs) == 0 || a.ID == b.ID || a.Archived && b.Archived {
		return Pair{}, false
	}
	pair := Pair{A: a.ID, B: b.ID, Signs: signs}
	switch {
	case signs[0].What == SameName:
		pair.doubt = nameAlone
	case alike.Names(a, b) != alike.Same:
		pair.doubt = nameNear
	}
	return pair, true
}

// surest sorts pairs: those whose names agree first and those with a name alone
// last, then those with more signs, then as they came into the book.
func surest(x, y Pair) int {
	return cmp.Or(cmp.Compare(x.doubt, y.doubt), cmp.Compare(len(y.Signs), len(x.Signs)), x.A.Compare(y.A), x.B.Compare(y.B))
}

// People counts who is in the book more than once, by those pairs: three
// records of one person are one person.
func People(pairs []Pair) int {
	one := make(map[app.ID]app.ID)
	root := func(id app.ID) app.ID {
		for {
			up, ok := one[id]
			if !ok {
				return id
			}
			id = up
		}
	}
	met := make(map[app.ID]bool)
	joined := 0
	for _, p := range pairs {
		met[p.A], met[p.B] = true, true
		if a, b := root(p.A), root(p.B); a != b {
			one[b] = a
			joined++
		}
	}
	return len(met) - joined
}
