package people

import (
	"slices"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/folding"
)

// nameProperty is what a card calls the name in full.
const nameProperty = "FN"

// gone is what was on record of a customer until a person took it out, changed it,
// or left it where two became one. A wish not to be called is none of it: a file may
// say it anew, and a call to whom it is from is worse than one that is not made.
type gone struct {
	phones     []app.Phone
	emails     []app.Email
	addresses  []app.Address
	references []app.Reference // the shop's numbers
	values     map[string][]string
}

// single are the parts of a record of which there is one, and tags, of which a value
// is compared by itself, as the card's property calls them.
func single(c app.Customer) map[string][]string {
	return map[string][]string{
		nameProperty: {nameKey(c.Name)}, "ORG": {c.Firm}, "BDAY": {c.Birthday}, "LANG": {c.Language}, "TZ": {c.TimeZone},
		"BEST-TIME": {cells.BestTime(c.BestTime)}, "NOTE": {c.Notes}, "CATEGORIES": c.Tags,
	}
}

func (g *gone) size() int {
	n := len(g.phones) + len(g.emails) + len(g.addresses) + len(g.references)
	for _, values := range g.values {
		n += len(values)
	}
	return n
}

// compare notes what a change took off a record, and returns whether it did, and
// under what somebody was found by it.
func (g *gone) compare(before, after app.Customer) (lost bool, keys []string) {
	had := g.size()
	for _, x := range before.Phones {
		if !hasNumber(after.Phones, x) {
			g.phones, keys = append(g.phones, x), append(keys, alike.PhoneKey(x))
		}
	}
	for _, x := range before.Emails {
		if !hasEmail(after.Emails, x) {
			g.emails, keys = append(g.emails, x), append(keys, folding.Fold(x.Address))
		}
	}
	for _, x := range before.References {
		if x.Kind == app.ReferenceShop && !slices.Contains(after.References, x) {
			g.references, keys = append(g.references, x), append(keys, sameKey(x))
		}
	}
	for _, x := range before.Addresses {
		if !slices.Contains(after.Addresses, x) {
			g.addresses = append(g.addresses, x)
		}
	}
	now := single(after)
	for what, values := range single(before) {
		for _, x := range values {
			if x != "" && !isAmong(now[what], x) && !(what == "NOTE" && holdsNote(after.Notes, x)) {
				g.values[what] = append(g.values[what], folding.Fold(x))
			}
		}
	}
	return g.size() > had || before.Name.Full != after.Name.Full, keys
}

func isAmong(values []string, x string) bool {
	x = folding.Fold(x)
	return slices.ContainsFunc(values, func(v string) bool { return folding.Fold(v) == x })
}

func hasNumber(all []app.Phone, x app.Phone) bool {
	return slices.ContainsFunc(all, func(y app.Phone) bool { return alike.Numbers(x, y) })
}

func hasEmail(all []app.Email, x app.Email) bool {
	return slices.ContainsFunc(all, func(y app.Email) bool { return alike.Emails(x, y) })
}

// leaveOut takes out of what a file says what is gone, and returns that as well: of
// a number or an address as the file has it, of what there is one of as it is shown.
// What is on record again stays.
func (g *gone) leaveOut(c, ours app.Customer) (app.Customer, []Addition) {
	var m merger // tells what there is as it tells what it adds
	c.Phones = slices.DeleteFunc(slices.Clone(c.Phones), func(x app.Phone) bool {
		is := hasNumber(g.phones, x) && !hasNumber(ours.Phones, x)
		if is {
			m.add("TEL", x.Typed)
		}
		return is
	})
	c.Emails = slices.DeleteFunc(slices.Clone(c.Emails), func(x app.Email) bool {
		is := hasEmail(g.emails, x) && !hasEmail(ours.Emails, x)
		if is {
			m.add("EMAIL", x.Address)
		}
		return is
	})
	c.References = slices.DeleteFunc(slices.Clone(c.References), func(x app.Reference) bool {
		is := slices.Contains(g.references, x) && !slices.Contains(ours.References, x)
		if is {
			m.add(numberProperty, x.Value)
		}
		return is
	})
	c.Addresses = g.otherPlaces(c.Addresses, ours.Addresses, &m)
	g.leaveOutValues(&c, ours, &m)
	return c, m.added
}

func (g *gone) leaveOutValues(c *app.Customer, ours app.Customer, m *merger) {
	now := single(ours)
	is := func(what, x string) bool { return x != "" && isAmong(g.values[what], x) && !isAmong(now[what], x) }
	if is(nameProperty, nameKey(c.Name)) {
		m.add(nameProperty, c.Name.Full)
		c.Name = app.Name{}
	}
	for _, v := range []struct {
		what  string
		value *string
	}{{"ORG", &c.Firm}, {"BDAY", &c.Birthday}, {"LANG", &c.Language}, {"TZ", &c.TimeZone}, {"NOTE", &c.Notes}} {
		if is(v.what, *v.value) {
			m.add(v.what, *v.value)
			*v.value = ""
		}
	}
	if text := cells.BestTime(c.BestTime); is("BEST-TIME", text) {
		m.add("BEST-TIME", text)
		c.BestTime = app.BestTime{}
	}
	c.Tags = slices.DeleteFunc(slices.Clone(c.Tags), func(tag string) bool {
		out := is("CATEGORIES", tag)
		if out {
			m.add("CATEGORIES", tag)
		}
		return out
	})
}

// otherPlaces leaves out addresses that are gone, and of one that is there still
// the parts of it that are.
func (g *gone) otherPlaces(theirs, ours []app.Address, m *merger) []app.Address {
	var left []app.Address
	for _, a := range theirs {
		was := slices.IndexFunc(g.addresses, func(was app.Address) bool { return wasPlace(was, a) })
		if was < 0 || slices.Contains(ours, a) {
			left = append(left, a)
			continue
		}
		at := slices.IndexFunc(ours, func(o app.Address) bool { return samePlace(o, a) })
		if at < 0 {
			m.add("ADR", inOneLine(a))
			continue
		}
		rest := a
		for i, part := range partsOf(&rest) {
			if *partsOf(&ours[at])[i] == "" && *part != "" && folding.Fold(*part) == folding.Fold(*partsOf(&g.addresses[was])[i]) {
				*part = ""
			}
		}
		if rest != a {
			m.add("ADR", inOneLine(a))
		}
		left = append(left, rest)
	}
	return left
}

// wasPlace tells whether an address is one that was there: it has its street, or
// says nothing that it did not say.
func wasPlace(was, a app.Address) bool {
	if !samePlace(was, a) {
		return false
	}
	if a.Street != "" && was.Street != "" || a.POBox != "" && was.POBox != "" {
		return true
	}
	for i, part := range partsOf(&a)[1:] { // without the label
		if *part != "" && *partsOf(&was)[i+1] == "" {
			return false
		}
	}
	return true
}
