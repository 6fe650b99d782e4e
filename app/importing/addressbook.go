package importing

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/texts"
)

// addressBook is what the columns of a table of contacts hold: as Google,
// Outlook, Thunderbird and the shops' own exports name them.
type addressBook struct {
	columns []contactColumn
}

// contactColumn is one column of it.
type contactColumn struct {
	part  contactPart
	group string // columns of one telephone, address or mail have the same
	label string
}

// contactPart is what of a contact a column holds.
type contactPart string

const (
	partNone     contactPart = ""
	partNumber   contactPart = "customer"
	partFull     contactPart = "name"
	partGiven    contactPart = "given-name"
	partMiddle   contactPart = "middle"
	partFamily   contactPart = "family-name"
	partPrefix   contactPart = "prefix"
	partSuffix   contactPart = "suffix"
	partFirm     contactPart = "firm"
	partPhone    contactPart = "phone"
	partEmail    contactPart = "email"
	partLabel    contactPart = "label"
	partStreet   contactPart = "street"
	partExtra    contactPart = "extra"
	partCity     contactPart = "city"
	partRegion   contactPart = "region"
	partPostcode contactPart = "postcode"
	partCountry  contactPart = "country"
	partPOBox    contactPart = "po-box"
	partBirthday contactPart = "birthday"
	partNotes    contactPart = "notes"
	partTags     contactPart = "tags"
	partLanguage contactPart = "language"
)

// contactNames are columns that there is one of.
var contactNames = map[string]contactPart{
	"name": partFull, "displayname": partFull, "fullname": partFull, "contactname": partFull, "customername": partFull,
	"firstname": partGiven, "givenname": partGiven, "vorname": partGiven, "etunimi": partGiven, "prenom": partGiven,
	"middlename": partMiddle, "additionalname": partMiddle,
	"lastname": partFamily, "familyname": partFamily, "surname": partFamily, "nachname": partFamily, "sukunimi": partFamily,
	"nameprefix": partPrefix, "title": partPrefix, "namesuffix": partSuffix, "suffix": partSuffix,
	"company": partFirm, "companyname": partFirm, "organization": partFirm, "organisation": partFirm,
	"organizationname": partFirm, "organization1name": partFirm, "firma": partFirm, "yritys": partFirm,
	"birthday": partBirthday, "birthdate": partBirthday, "dateofbirth": partBirthday,
	"notes": partNotes, "note": partNotes, "memo": partNotes,
	"labels": partTags, "groupmembership": partTags, "categories": partTags, "tags": partTags,
	"language": partLanguage, "referenceid": partNumber,
}

// addressNames are the columns of a postal address, behind whose address it is.
var addressNames = map[string]contactPart{
	"street": partStreet, "street1": partStreet, "address": partStreet, "address1": partStreet, "streetaddress": partStreet,
	"streetaddress1": partStreet, "street2": partExtra, "address2": partExtra, "streetaddress2": partExtra,
	"extendedaddress": partExtra, "city": partCity, "town": partCity, "state": partRegion, "province": partRegion,
	"region": partRegion, "county": partRegion, "postalcode": partPostcode, "zip": partPostcode, "zipcode": partPostcode,
	"postcode": partPostcode, "country": partCountry, "countryregion": partCountry, "pobox": partPOBox, "addresspobox": partPOBox,
}

// numbered are Google's columns: Phone 1 - Value.
var numbered = regexp.MustCompile(`^(phone|email|address)(\d+)(.+)$`)

// contactColumnOf tells what a column holds by its name.
func contactColumnOf(name string) contactColumn {
	plain := plainName(name)
	if part, ok := contactNames[plain]; ok {
		return contactColumn{part: part}
	}
	if slices.Contains(headers[FieldCustomer], plain) {
		return contactColumn{part: partNumber}
	}
	if m := numbered.FindStringSubmatch(plain); m != nil && !strings.HasSuffix(plain, "name") {
		group, rest := m[1]+m[2], m[3]
		switch {
		case rest == "type" || rest == "label":
			return contactColumn{part: partLabel, group: group}
		case m[1] == "address" && addressNames[rest] != partNone:
			return contactColumn{part: addressNames[rest], group: group}
		case m[1] == "phone" && rest == "value":
			return contactColumn{part: partPhone, group: group}
		case m[1] == "email" && (rest == "value" || rest == "address"):
			return contactColumn{part: partEmail, group: group}
		}
		return contactColumn{}
	}
	return reachColumn(plain)
}

// reachColumn tells of a column by which somebody is reached.
func reachColumn(plain string) contactColumn {
	for _, no := range []string{"phonetic", "type", "label", "displayname", "assistant", "accepts", "marketing", "subscription", "status", "sms"} {
		if strings.Contains(plain, no) {
			return contactColumn{}
		}
	}
	switch {
	case strings.Contains(plain, "email") || plain == "mail":
		return contactColumn{part: partEmail, group: plain}
	case containsAny(plain, "phone", "mobile", "fax", "pager", "telefon", "puhelin") || plain == "tel":
		return contactColumn{part: partPhone, group: plain, label: reachLabel(plain)}
	}
	place := ""
	for _, p := range []string{"home", "business", "work", "other", "billing", "default"} {
		if rest, ok := strings.CutPrefix(plain, p); ok {
			place, plain = p, rest
			break
		}
	}
	if part, ok := addressNames[plain]; ok {
		return contactColumn{part: part, group: "address" + place, label: reachLabel(place)}
	}
	return contactColumn{}
}

// reachLabel is the label of a telephone or an address by its column.
func reachLabel(plain string) string {
	var words []string
	for _, w := range []struct{ in, word string }{
		{"home", "home"},
		{"business", "work"},
		{"work", "work"},
		{"company", "work"},
		{"mobile", "mobile"},
		{"car", "car"},
		{"pager", "pager"},
		{"fax", "fax"},
	} {
		if strings.Contains(plain, w.in) && !slices.Contains(words, w.word) {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, " ")
}

func containsAny(text string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(text, p) })
}

// readAddressBook finds out whether a header is that of a table of contacts: it
// names people and how to reach them, and neither a day nor what was bought.
func readAddressBook(header []string, maps []Mapping) (addressBook, bool) {
	var book addressBook
	named, reached := false, false
	for _, name := range header {
		column := contactColumnOf(name)
		for _, m := range maps {
			if plainName(m.Column) != plainName(name) {
				continue
			}
			switch m.Field {
			case FieldCustomer, FieldName, FieldGiven, FieldFamily, FieldFirm, FieldCountry:
				column = contactColumn{part: contactPart(m.Field)}
			case FieldPhone, FieldEmail:
				column = contactColumn{part: contactPart(m.Field), group: plainName(name)}
			case FieldIgnore:
				column = contactColumn{}
			default:
				return addressBook{}, false
			}
		}
		named = named || slices.Contains([]contactPart{partFull, partGiven, partFamily, partFirm, partNumber}, column.part)
		reached = reached || slices.Contains([]contactPart{partPhone, partEmail}, column.part)
		book.columns = append(book.columns, column)
	}
	rest, taken := columns{at: make(map[Field]int)}, make(map[int]bool)
	plain := make([]string, len(header))
	for i, name := range header {
		plain[i], taken[i] = plainName(name), book.columns[i].part != partNone
	}
	rest.guess(plain, taken)
	return book, named && reached && !rest.has(FieldDay, FieldReceipt, FieldItem, FieldQuantity, FieldPrice)
}

// contacts reads a table of contacts.
func (r *reading) contacts(ctx context.Context, f *file) error {
	book, _ := readAddressBook(f.header, f.maps)
	for i, c := range book.columns {
		f.about.Columns = append(f.about.Columns, Column{
			Name: f.header[i], Field: Field(c.part), Remembered: slices.ContainsFunc(f.maps, func(m Mapping) bool {
				return m.remembered && plainName(m.Column) == plainName(f.header[i])
			}),
		})
	}
	return r.table(ctx, f, func(tables.Row) error { return nil }, func(row tables.Row) error {
		f.about.Rows++
		return r.contact(f, found{
			index: f.about.Rows - 1, line: row.Line, customer: book.customer(row), problems: problemsOf(row),
		})
	})
}

func problemsOf(row tables.Row) []*app.Error {
	if row.Problem == nil {
		return nil
	}
	return []*app.Error{row.Problem}
}

// customer makes a customer of a row.
func (b addressBook) customer(row tables.Row) app.Customer {
	var c app.Customer
	labels := make(map[string]string)
	addresses := make(map[string]*app.Address)
	var order []string
	for i, column := range b.columns {
		text := cellText(row.Cell(i))
		if text == "" {
			continue
		}
		switch column.part {
		case partLabel:
			labels[column.group] = strings.ToLower(strings.TrimPrefix(text, "* "))
		case partPhone:
			for _, typed := range several(text) {
				c.Phones = append(c.Phones, app.Phone{Label: firstOf(labels[column.group], column.label), Typed: typed})
			}
		case partEmail:
			for _, address := range several(text) {
				c.Emails = append(c.Emails, app.Email{Label: labels[column.group], Address: address})
			}
		case partStreet, partExtra, partCity, partRegion, partPostcode, partCountry, partPOBox:
			a := addresses[column.group]
			if a == nil {
				a = &app.Address{Label: firstOf(labels[column.group], column.label)}
				addresses[column.group] = a
				order = append(order, column.group)
			}
			*addressPart(a, column.part) = text
		case partTags:
			c.Tags = append(c.Tags, tagsOf(text)...)
		case partBirthday:
			if day, _, err := tables.ParseDay(text, tables.AnyOrder); err == nil {
				c.Birthday = day.String()
			}
		case partNotes:
			c.Notes = texts.ManyLines(row.Cell(i))
		default:
			b.fill(&c, column.part, text)
		}
	}
	for _, group := range order {
		c.Addresses = append(c.Addresses, *addresses[group])
	}
	if c.Name.Full == "" {
		c.Name.Full = strings.Join(strings.Fields(strings.Join(
			[]string{c.Name.Prefix, c.Name.Given, c.Name.Middle, c.Name.Family, c.Name.Suffix}, " ")), " ")
	}
	return c
}

// fill fills the parts of a contact that there is one of.
func (b addressBook) fill(c *app.Customer, part contactPart, text string) {
	into := map[contactPart]*string{
		partFull: &c.Name.Full, partGiven: &c.Name.Given, partMiddle: &c.Name.Middle, partFamily: &c.Name.Family,
		partPrefix: &c.Name.Prefix, partSuffix: &c.Name.Suffix, partFirm: &c.Firm, partLanguage: &c.Language,
	}[part]
	switch {
	case part == partNumber && c.Reference(app.ReferenceShop) == "":
		c.References = append(c.References, app.Reference{Kind: app.ReferenceShop, Value: texts.ShopNumber(text)})
	case into != nil && *into == "":
		*into = text
	}
}

func addressPart(a *app.Address, part contactPart) *string {
	switch part {
	case partExtra:
		return &a.Extra
	case partCity:
		return &a.City
	case partRegion:
		return &a.Region
	case partPostcode:
		return &a.PostalCode
	case partCountry:
		return &a.Country
	case partPOBox:
		return &a.POBox
	}
	return &a.Street
}

// cellText is a cell as it is kept: on one line, a copy of its own, and without
// the apostrophe that keeps spreadsheets from running it.
func cellText(text string) string { return strings.Clone(clip(oneLine(text))) }

// several takes apart what Google joins in one cell.
func several(text string) []string {
	var all []string
	for part := range strings.SplitSeq(text, ":::") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// tagsOf reads labels: "* myContacts ::: Clients", or "a;b". Google's own say
// nothing.
func tagsOf(text string) []string {
	var tags []string
	for _, part := range several(strings.NewReplacer(";", ":::", ",", ":::").Replace(text)) {
		if !strings.HasPrefix(part, "*") && !slices.Contains(tags, part) {
			tags = append(tags, part)
		}
	}
	return tags
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
