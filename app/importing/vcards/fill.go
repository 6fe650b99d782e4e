package vcards

import (
	"maps"
	"slices"
	"strings"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/language"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
	"ringback.app/app/timezones"
)

// fill makes the customer of what go-vcard read.
func fill(card *Card, fields vcard.Card, today app.Day) {
	f := filler{card: card, fields: fields, today: today, labels: labelsOf(fields["X-ABLABEL"])}
	f.names()
	f.nickname()
	f.phones()
	f.emails()
	f.addresses()
	f.about()
	f.references()
	f.unknown()
	cards.Adopt(&card.Customer) // what we wrote ourselves comes back as it was
	slices.SortStableFunc(card.Customer.Unknown, func(a, b app.Property) int { return strings.Compare(a.Name, b.Name) })
}

type filler struct {
	card   *Card
	fields vcard.Card
	today  app.Day
	labels map[string]string // a person's own words for a group of properties
}

// used are the properties that become something of the customer's own. What of
// them cannot be read stays with the unknown ones.
var used = map[string]bool{
	"FN": true, "N": true, "ORG": true, "TEL": true, "EMAIL": true, "ADR": true, "LANG": true,
	"CATEGORIES": true, "NOTE": true, "UID": true, "X-CUSTOMER-ID": true,
}

func (f *filler) problem(key string, args app.Args) {
	if len(f.card.Problems) < maxProblems {
		if args == nil {
			args = app.Args{}
		}
		args["Line"] = f.card.Line
		f.card.Problems = append(f.card.Problems, &app.Error{Code: app.CodeInvalid, Key: key, Args: args})
	}
}

// line makes one line of text of at most so many letters, and says so if it was
// more.
func (f *filler) line(text string, letters int, property string) string {
	return f.capped(texts.OneLine(unescape(text)), letters, property)
}

func (f *filler) capped(text string, letters int, property string) string {
	short, cut := texts.Shorten(text, letters)
	if cut {
		f.problem("import.card.shortened", app.Args{"Property": app.CardProperty(property), "Letters": letters})
	}
	return short
}

func (f *filler) names() {
	c := &f.card.Customer
	safe := true
	for _, field := range f.fields["FN"] {
		safe = safe && texts.IsSafe(field.Value)
		if c.Name.Full == "" || isPreferred(field.Params) {
			if full := f.line(field.Value, maxName, "FN"); full != "" {
				c.Name.Full = full
			}
		}
	}
	var first [5]string
	for _, field := range f.fields["N"] {
		safe = safe && texts.IsSafe(field.Value)
		parts := cards.NameParts(field.Value)
		if parts == [5]string{} || parts == first {
			continue
		}
		if first != [5]string{} { // in another script, say; a card that goes out has one
			f.problem("import.card.second-name", app.Args{"Name": written.Clip(join(" ", parts[3], parts[1], parts[2], parts[0], parts[4]))})
			continue
		}
		first = parts
		for i := range parts {
			parts[i] = f.capped(parts[i], maxName, "N")
		}
		if hasList(field.Value) || saysMore(field) {
			f.keep("N", field) // it goes out so
		}
		n := &c.Name
		n.Family, n.Given, n.Middle, n.Prefix, n.Suffix = parts[0], parts[1], parts[2], parts[3], parts[4]
	}
	if !safe {
		f.problem("import.card.hidden", nil)
	}
	f.otherNames()
	if c.Name.Full == "" {
		c.Name.Full = join(" ", c.Name.Prefix, c.Name.Given, c.Name.Middle, c.Name.Family, c.Name.Suffix)
	}
	f.firm()
}

// otherNames keeps the names beside the one taken: in another script, say.
func (f *filler) otherNames() {
	if len(f.fields["FN"]) < 2 {
		return
	}
	seen := []string{f.card.Customer.Name.Full}
	for _, field := range f.fields["FN"] {
		full := texts.OneLine(unescape(field.Value))
		if slices.Contains(seen, full) {
			continue
		}
		seen = append(seen, full)
		other := *field
		other.Params = maps.Clone(field.Params)
		delete(other.Params, "PREF") // another one is the name
		if hasType(other.Params["TYPE"], "pref") {
			delete(other.Params, "TYPE")
		}
		f.keep("FN", &other)
	}
}

// firm takes the first firm. One of several parts, or of which more is said, is also kept as it came, so that
// it goes out in its parts, and so are all where there are more: the first of those
// kept is the one taken.
func (f *filler) firm() {
	c := &f.card.Customer
	fields := f.fields["ORG"]
	if len(fields) == 0 {
		return
	}
	var first []string
	named := make([]*vcard.Field, 0, len(fields))
	for _, field := range fields {
		var units []string
		for _, part := range splitStructure(field.Value, 0) {
			if unit := texts.OneLine(unescape(part)); unit != "" {
				units = append(units, unit)
			}
		}
		if len(units) == 0 || slices.ContainsFunc(named, func(other *vcard.Field) bool { return other.Value == field.Value }) {
			continue
		}
		if named = append(named, field); len(named) == 1 {
			first = units
		}
	}
	c.Firm = f.capped(strings.Join(first, ", "), maxText, "ORG")
	if len(first) > 1 || len(named) > 1 || len(named) == 1 && saysMore(named[0]) {
		for _, field := range named {
			f.keep("ORG", field)
		}
	}
}

// nickname is what to call somebody of whom the card says nothing else.
func (f *filler) nickname() {
	c := &f.card.Customer
	for _, field := range f.fields["NICKNAME"] {
		for _, name := range splitList(field.Value) {
			if c.Name.Full == "" && c.Firm == "" {
				c.Name.Full = f.capped(texts.OneLine(name), maxName, "NICKNAME")
			}
		}
	}
}

func (f *filler) phones() {
	c := &f.card.Customer
	fields := f.fields["TEL"]
	if len(fields) > 0 {
		c.Phones = make([]app.Phone, 0, min(len(fields), maxContacts))
	}
	for _, field := range fields {
		typed := f.line(field.Value, maxText, "TEL")
		if typed == "" {
			continue
		}
		if len(c.Phones) == maxContacts {
			f.problem("import.card.many", app.Args{"Property": app.CardProperty("TEL"), "Count": maxContacts})
			return
		}
		c.Phones = append(c.Phones, app.Phone{
			Label: f.label(field), Typed: typed, Preferred: isPreferred(field.Params),
		})
		f.keepParams("TEL", field, func() string { return cards.PhoneKey(typed) })
	}
}

func (f *filler) emails() {
	c := &f.card.Customer
	for _, field := range f.fields["EMAIL"] {
		address := f.line(field.Value, maxText, "EMAIL")
		if len(address) > 7 && strings.EqualFold(address[:7], "mailto:") {
			address = address[7:]
		}
		if address == "" {
			continue
		}
		if len(c.Emails) == maxContacts {
			f.problem("import.card.many", app.Args{"Property": app.CardProperty("EMAIL"), "Count": maxContacts})
			return
		}
		c.Emails = append(c.Emails, app.Email{
			Label: f.label(field), Address: address, Preferred: isPreferred(field.Params),
		})
		f.keepParams("EMAIL", field, func() string { return cards.EmailKey(address) })
	}
}

func (f *filler) addresses() {
	c := &f.card.Customer
	for _, field := range f.fields["ADR"] {
		parts := splitStructure(field.Value, 7)
		for i := range parts {
			parts[i] = f.capped(texts.ManyLines(joinList(parts[i], ", ")), maxText, "ADR")
		}
		a := app.Address{
			POBox: parts[0], Extra: parts[1], Street: parts[2], City: parts[3],
			Region: parts[4], PostalCode: parts[5], Country: parts[6],
		}
		if a == (app.Address{}) {
			continue
		}
		if len(c.Addresses) == maxContacts {
			f.problem("import.card.many", app.Args{"Property": app.CardProperty("ADR"), "Count": maxContacts})
			return
		}
		a.Label = f.label(field)
		c.Addresses = append(c.Addresses, a)
		f.keepParams("ADR", field, func() string { return cards.AddressKey(a) })
	}
}

// birthday takes a birthday that has been, the first one. Another value is kept as it
// is, and one that says something else is named: who has none would hardly notice.
func (f *filler) birthday(field *vcard.Field) {
	text := texts.OneLine(unescape(field.Value))
	day, ok := birthday(text)
	ahead := ok && f.today > 0 && day > f.today.String() // --MM-DD sorts before all years
	switch {
	case text == "":
	case ok && !ahead && f.card.Customer.Birthday == "":
		f.card.Customer.Birthday = day
	default:
		if ahead || !ok && !isNoDay(text) {
			short, _ := texts.Shorten(text, maxQuoted)
			f.problem("import.card.birthday", app.Args{"Text": short})
		}
		f.keep("BDAY", field)
	}
}

// timeZone takes the first zone that is named, whatever offsets stand beside it. What
// an offset means is known only once the customer's numbers are read; unless the name is
// all that the card says, it is kept as it came, too, and goes out so.
func (f *filler) timeZone() {
	fields := f.fields[timezones.Property]
	bare := len(fields) == 1
	for _, field := range fields {
		text := texts.OneLine(unescape(field.Value))
		name := timezones.Name(text)
		if f.card.Customer.TimeZone == "" {
			f.card.Customer.TimeZone = name
		}
		bare = bare && name == text && !saysMore(field)
	}
	for _, field := range fields {
		if !bare {
			f.keep(timezones.Property, field)
		}
	}
}

func (f *filler) about() {
	c := &f.card.Customer
	for _, field := range f.fields["BDAY"] {
		f.birthday(field)
	}
	f.timeZone()
	for _, field := range f.fields["LANG"] {
		tag, err := language.Parse(texts.OneLine(unescape(field.Value)))
		if err == nil && c.Language == "" {
			c.Language = tag.String()
		} else if err != nil || tag.String() != c.Language {
			f.keep("LANG", field)
		}
	}
	for _, field := range f.fields["CATEGORIES"] {
		for _, tag := range splitList(field.Value) {
			tag = f.capped(texts.OneLine(tag), maxName, "CATEGORIES")
			if tag != "" && !slices.Contains(c.Tags, tag) && len(c.Tags) < maxContacts {
				c.Tags = append(c.Tags, tag)
			}
		}
	}
	var notes []string
	for _, field := range f.fields["NOTE"] {
		if note := texts.ManyLines(unescape(field.Value)); note != "" {
			notes = append(notes, note)
		}
	}
	c.Notes = f.capped(strings.Join(notes, "\n\n"), maxNotes, "NOTE")
}

func (f *filler) references() {
	c := &f.card.Customer
	for _, field := range f.fields["UID"] {
		if uid := f.line(field.Value, maxText, "UID"); uid != "" {
			c.References = append(c.References, app.Reference{Kind: app.ReferenceVCard, Value: uid})
			break
		}
	}
	for _, field := range f.fields["X-CUSTOMER-ID"] {
		if number := texts.ShopNumber(f.line(field.Value, maxText, "X-CUSTOMER-ID")); number != "" {
			c.References = append(c.References, app.Reference{Kind: app.ReferenceShop, Value: number})
			break
		}
	}
}

// unknown keeps the properties that nothing was made of, in a fixed order.
func (f *filler) unknown() {
	var names []string
	for name := range f.fields {
		if used[name] || name == "BDAY" || name == timezones.Property || name == "X-ABLABEL" && f.labelsUsed() {
			continue
		}
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, field := range f.fields[name] {
			f.keep(name, field)
		}
	}
}

// labelsUsed tells whether every label became that of a number or an address.
func (f *filler) labelsUsed() bool {
	for _, field := range f.fields["X-ABLABEL"] {
		if !slices.ContainsFunc([]string{"TEL", "EMAIL", "ADR"}, func(name string) bool {
			return slices.ContainsFunc(f.fields[name], func(other *vcard.Field) bool {
				return strings.EqualFold(other.Group, field.Group)
			})
		}) {
			return false
		}
	}
	return true
}
