package cards

import (
	"maps"
	"slices"
	"strings"

	"ringback.app/app"
)

// What a number or an address said of itself that nothing is made of, such as the
// label to stick on a parcel or how much it is preferred, is kept among the unknown
// properties under a name of our own, and goes out with that number again. It is
// found by its value, as a Key says it.

// ParamsOf is such a property: of a TEL, EMAIL or ADR with that key.
func ParamsOf(name, key string, of map[string][]string) app.Property {
	return app.Property{Name: ownParams, Params: of, Value: structured(name, key)}
}

// SaidOf returns what such a property is of, as ParamsOf takes it; false if it is
// another one.
func SaidOf(p app.Property) (name, key string, ok bool) {
	if p.Name != ownParams {
		return "", "", false
	}
	parts := split(p.Value)
	return parts[0], strings.Join(parts[1:], ";"), true
}

// PhoneKey names a number whichever way it is written.
func PhoneKey(typed string) string {
	number, _, _ := strings.Cut(typed, ";")
	if bare := digits(number); bare != "" {
		return bare
	}
	return typed
}

// EmailKey names an address for mail.
func EmailKey(address string) string { return strings.ToLower(address) }

// AddressKey names a postal address.
func AddressKey(a app.Address) string {
	return strings.Join([]string{a.POBox, a.Extra, a.Street, a.City, a.Region, a.PostalCode, a.Country}, "|")
}

// kept are the parameters that came with the number or the address, and that it goes
// out with.
func (w *writer) kept(name, key string, preferred bool) params {
	for _, p := range w.params {
		if p.Value != structured(name, key) {
			continue
		}
		of := params(maps.Clone(p.Params))
		if preferred {
			delete(of, "PREF")
		}
		return of
	}
	return nil
}

// paramsIn are such properties.
func paramsIn(unknown []app.Property) []app.Property {
	isNone := func(p app.Property) bool { return p.Name != ownParams }
	if !slices.ContainsFunc(unknown, func(p app.Property) bool { return !isNone(p) }) { // most have none
		return nil
	}
	return slices.DeleteFunc(slices.Clone(unknown), isNone)
}

// once are properties that a card has at the most one of (RFC 6350, 6; of FN, which
// version 4.0 may have several of, RFC 2426, 3.1.1).
func (w *writer) once(name string) bool {
	switch strings.ToUpper(name) {
	case "BDAY", "ANNIVERSARY", "GENDER":
		return true
	case "FN":
		return w.version == V3
	}
	return false
}

// also writes a property that the card has already, so that it comes back.
func (w *writer) also(p app.Property) {
	w.property(ownAlso, p.Params, p.Name+";"+clean(p.Value))
}

// adoptAlso reads such a property.
func adoptAlso(c *app.Customer, p app.Property) bool {
	name, value, ok := strings.Cut(p.Value, ";")
	if !ok || !isName(name) || isOwn(name) {
		return false
	}
	c.Unknown = append(c.Unknown, app.Property{Name: name, Params: p.Params, Value: value})
	return true
}

// rekey has what a number said of itself stay with it where it is written otherwise.
func rekey(c *app.Customer, from, to string) {
	for i, p := range c.Unknown {
		if p.Name == ownParams && p.Value == structured("TEL", PhoneKey(from)) {
			c.Unknown[i].Value = structured("TEL", PhoneKey(to))
		}
	}
}
