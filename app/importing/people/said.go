package people

import (
	"maps"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/exporting/cards"
)

// What a card says of a number or an address beside its value belongs to that one:
// where a customer has it already it is added, and of another one it says nothing.

// saidKey is what the one of that name and place is called there; "" if there is none.
func saidKey(c app.Customer, name string, at int) string {
	switch {
	case at < 0:
	case name == "TEL" && at < len(c.Phones):
		return cards.PhoneKey(c.Phones[at].Typed)
	case name == "EMAIL" && at < len(c.Emails):
		return cards.EmailKey(c.Emails[at].Address)
	case name == "ADR" && at < len(c.Addresses):
		return cards.AddressKey(c.Addresses[at])
	}
	return ""
}

// saidAt is which of them is called that; -1 if none is.
func saidAt(c app.Customer, name, key string) int {
	for i := range max(len(c.Phones), len(c.Emails), len(c.Addresses)) {
		if key != "" && saidKey(c, name, i) == key {
			return i
		}
	}
	return -1
}

// keepSaid has what was said of one of ours stay with it where it was filled in.
func (m *merger) keepSaid(ours app.Customer) {
	for i, p := range ours.Unknown {
		name, key, ok := cards.SaidOf(p)
		if !ok {
			continue
		}
		if now := saidKey(m.c, name, saidAt(ours, name, key)); now != "" && now != key {
			m.c.Unknown = slices.Clone(m.c.Unknown)
			m.c.Unknown[i] = cards.ParamsOf(name, now, p.Params)
		}
	}
}

// saidOf adds what theirs says of one of its own to that which it is by now.
func (m *merger) saidOf(ours, theirs app.Customer, name, key string, of map[string][]string, left *string) {
	is := m.met(theirs, name, saidAt(theirs, name, key))
	if key = saidKey(m.c, name, is); key == "" {
		return // it was left out
	}
	at := slices.IndexFunc(m.c.Unknown, func(p app.Property) bool {
		n, k, ok := cards.SaidOf(p)
		return ok && n == name && k == key
	})
	var all, more map[string][]string
	if at >= 0 {
		all = m.c.Unknown[at].Params
	}
	for param, values := range of {
		if _, ok := all[param]; !ok {
			if more == nil {
				more = make(map[string][]string)
			}
			more[param] = values
		}
	}
	switch {
	case more == nil:
		return
	case at >= 0:
		maps.Copy(more, all)
		m.c.Unknown = slices.Clone(m.c.Unknown)
		m.c.Unknown[at] = cards.ParamsOf(name, key, more)
	case len(m.c.Unknown) >= mostUnknown:
		*left = name
		return
	default:
		m.c.Unknown = append(slices.Clip(m.c.Unknown), cards.ParamsOf(name, key, more))
	}
	if saidKey(ours, name, is) != "" { // else that it is new says enough
		m.add(name, m.shown(name, is)+" ("+strings.Join(slices.Sorted(maps.Keys(of)), ", ")+")")
	}
}

// met is which of the customer's that one of theirs is; -1 if none is.
func (m *merger) met(theirs app.Customer, name string, at int) int {
	switch {
	case at < 0:
	case name == "TEL":
		return slices.IndexFunc(m.c.Phones, func(p app.Phone) bool { return alike.Numbers(p, theirs.Phones[at]) })
	case name == "EMAIL":
		return slices.IndexFunc(m.c.Emails, func(e app.Email) bool { return alike.Emails(e, theirs.Emails[at]) })
	case name == "ADR":
		a := theirs.Addresses[at]
		if same := slices.Index(m.c.Addresses, a); same >= 0 {
			return same
		}
		return slices.IndexFunc(m.c.Addresses, func(ours app.Address) bool { return samePlace(ours, a) })
	}
	return -1
}

func (m *merger) shown(name string, at int) string {
	switch name {
	case "TEL":
		return m.c.Phones[at].Typed
	case "EMAIL":
		return m.c.Emails[at].Address
	}
	return inOneLine(m.c.Addresses[at])
}
