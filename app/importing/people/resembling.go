package people

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
)

// mostNamed is how many of those a possible duplicate may be are named.
const mostNamed = 3

// Resemblances says of a possible duplicate whom it may be, and why.
func (ps *People) Resemblances(c app.Customer, possible []app.ID, line int) []*app.Error {
	var said []*app.Error
	if wishes, who := ps.refusals(c, possible); who != nil && c.ID.IsZero() {
		key := "import.alike.refused"
		if !slices.ContainsFunc(wishes, func(w app.DoNotCall) bool { return w.Purpose != app.PurposeMarketing }) {
			key = "import.alike.refused-marketing"
		}
		said = append(said, app.InvalidLine(key, line, app.Args{"Name": who.Customer.Called()}))
	}
	for _, id := range possible[:min(len(possible), mostNamed)] {
		p := ps.With(id)
		if p == nil {
			continue
		}
		key, shared := resemblance(p.Customer, c)
		who := p.Customer.Called()
		if who == "" {
			who = shared
		}
		said = append(said, app.InvalidLine(key, line, app.Args{"Name": who, "Shared": shared}))
	}
	return said
}

// refusals returns the wishes not to be called that a record does not have, of those
// who it may be, and who of them has the first: until a person decides that they are
// two, nobody who said so shall be rung under another name. Who has another name, not
// just one with a slip, is left out: they have only the shop's number in common, say, or
// are a twin.
func (ps *People) refusals(c app.Customer, possible []app.ID) (wishes []app.DoNotCall, who *Person) {
	for _, id := range possible {
		p := ps.With(id)
		if p == nil || len(p.Customer.DoNotCall) == 0 || alike.Names(p.Customer, c) == alike.Other && !alike.Misspelt(p.Customer, c) {
			continue
		}
		for _, wish := range p.Customer.DoNotCall {
			has := func(w app.DoNotCall) bool { return w.Purpose == wish.Purpose }
			if slices.ContainsFunc(c.DoNotCall, has) || slices.ContainsFunc(wishes, has) {
				continue
			}
			if wishes = append(wishes, wish); who == nil {
				who = p
			}
		}
	}
	return wishes, who
}

// alikeTo leaves those out whom merging would not offer as one with the record:
// they have another extension of its number, say.
func (ps *People) alikeTo(c app.Customer, possible []app.ID) []app.ID {
	return slices.DeleteFunc(possible, func(id app.ID) bool {
		key, _ := resemblance(ps.byID[id].Customer, c)
		return key == ""
	})
}

// besideName are the sentences of what two of one name share.
var besideName = map[alike.Trait]string{
	alike.Street: "import.alike.address", alike.Birthday: "import.alike.birthday", alike.Firm: "import.alike.firm",
}

// resemblance returns the sentence of what two records share, and that itself;
// no sentence where there is nothing by which they could be one.
func resemblance(ours, theirs app.Customer) (key, shared string) {
	for _, x := range theirs.Phones {
		if alike.PhoneKey(x) != "" && slices.ContainsFunc(ours.Phones, func(y app.Phone) bool { return alike.PhoneKey(y) != "" && alike.Numbers(x, y) }) {
			shared = x.Typed
			break
		}
	}
	key = "import.alike.number"
	if shared == "" {
		key = "import.alike.email"
		for _, x := range theirs.Emails {
			if slices.ContainsFunc(ours.Emails, func(y app.Email) bool { return alike.Emails(x, y) }) {
				shared = x.Address
				break
			}
		}
	}
	both := slices.IndexFunc(theirs.References, func(r app.Reference) bool { return slices.Contains(ours.References, r) })
	switch {
	case shared == "" && both >= 0 && theirs.References[both].Kind == app.ReferenceShop:
		return "import.alike.shop-number", theirs.References[both].Value
	case shared == "" && both >= 0:
		return "import.alike.card", ""
	case shared == "" && alike.NameAlone(ours, theirs):
		return "import.alike.name", theirs.Called()
	case shared == "":
		if traits := alike.NamedTraits(theirs, ours); len(traits) > 0 {
			return besideName[traits[0].Trait], traits[0].Value
		}
		return "", ""
	case alike.ToldApart(ours, theirs):
		return "import.alike.told-apart", shared
	case alike.BornApart(ours, theirs):
		return "import.alike.born-apart", shared
	case alike.BornTogether(ours, theirs) && alike.Names(ours, theirs) == alike.Other:
		return "import.alike.born-together", shared
	}
	return key, shared
}
