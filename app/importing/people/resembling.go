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

// alikeTo leaves those out whom merging would not offer as one with the record:
// they have another extension of its number, say.
func (ps *People) alikeTo(c app.Customer, possible []app.ID) []app.ID {
	return slices.DeleteFunc(possible, func(id app.ID) bool {
		key, _ := resemblance(ps.byID[id].Customer, c)
		return key == ""
	})
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
	case shared == "" && !alike.NameAlone(ours, theirs):
		return "", ""
	case shared == "":
		return "import.alike.name", theirs.Called()
	case alike.ToldApart(ours, theirs):
		return "import.alike.told-apart", shared
	case alike.BornApart(ours, theirs):
		return "import.alike.born-apart", shared
	}
	return key, shared
}
