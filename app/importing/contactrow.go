package importing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/tables"
	"ringback.app/app/texts"
)

// contactRow is a row of a table of contacts while a customer is made of it.
type contactRow struct {
	book     addressBook
	line     int
	customer app.Customer
	labels   map[string]string // of groups of columns
	places   []groupedAddress
	birth    map[contactPart]int
	problems []*app.Error
	odd      string // what stands in the column of the numbers and is none
}

// groupedAddress is a postal address, and the group of the columns that hold it.
type groupedAddress struct {
	group   string
	address app.Address
	house   string // the number in the street, where it has a column of its own
}

// customer makes a customer of a row, and says what of it could not be read.
func (b addressBook) customer(row tables.Row) (app.Customer, []*app.Error) {
	r := contactRow{
		book: b, line: row.Line, labels: make(map[string]string), birth: make(map[contactPart]int), problems: problemsOf(row),
	}
	for i, column := range b.columns {
		if column.part == partNotes {
			r.note(texts.ManyLines(row.Cell(i)))
		} else if text := cellText(row.Cell(i)); text != "" {
			r.take(i, text)
		}
	}
	c := &r.customer
	if c.Birthday == "" {
		c.Birthday = birthday(r.birth[partBirthYear], r.birth[partBirthMonth], r.birth[partBirthDay])
	}
	for _, p := range r.places {
		p.address.Street = strings.TrimSpace(p.address.Street + " " + p.house)
		if !slices.ContainsFunc(c.Addresses, p.isSame) { // goods go where bills do
			c.Addresses = append(c.Addresses, p.address)
		}
	}
	if n := c.Name; n.Full == "" && n.Given+n.Middle+n.Family != "" { // a title alone names nobody
		c.Name.Full = strings.Join(strings.Fields(strings.Join(
			[]string{c.Name.Prefix, c.Name.Given, c.Name.Middle, c.Name.Family, c.Name.Suffix}, " ")), " ")
	}
	switch {
	case r.odd == "":
	case c.Name.Full == "": // it is who they are, if nothing else says so
		c.Name.Full = r.odd
	default:
		r.problems = append(r.problems, r.unread(b.bare, r.odd))
	}
	if c.Name.Full == "" && c.Firm == "" {
		c.Name.Full = b.nickname(row)
	}
	return r.customer, r.problems
}

// take takes what is in a cell.
func (r *contactRow) take(at int, text string) {
	c, column := &r.customer, r.book.columns[at]
	if isDash(text) {
		return
	}
	switch column.part {
	case partLabel:
		r.labels[column.group] = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(text, "*")))
	case partPhone:
		for _, typed := range phonesIn(text) {
			if typed = asDialled(typed); column.abroad && isNumber(typed) && !strings.HasPrefix(typed, "0") {
				typed = "+" + typed
			}
			c.Phones = append(c.Phones, app.Phone{Label: firstOf(r.labels[column.group], column.label), Typed: typed})
		}
	case partEmail:
		for _, one := range several(text) {
			for _, address := range emailsIn(one) {
				c.Emails = append(c.Emails, app.Email{Label: r.labels[column.group], Address: address})
			}
		}
	case partHouse:
		r.place(column).house = text
	case partStreet, partExtra, partCity, partRegion, partPostcode, partCountry, partPOBox:
		r.address(column, text)
	case partTags:
		c.Tags = append(c.Tags, tagsOf(text)...)
	case partBirthday:
		if c.Birthday = r.book.birthday(text, r.book.now); c.Birthday == "" && !saysNothing(text) {
			r.problems = append(r.problems, r.unread(at, text))
		}
	case partRefuses, partAllows:
		r.problems = append(r.problems, r.book.refuse(c, at, text, r.line)...)
	case partBirthYear, partBirthMonth, partBirthDay:
		r.birth[column.part], _ = strconv.Atoi(text)
	case partProperty:
		switch {
		case column.group == "TITLE" && isTitle(text): // a few are, where the others say what people do
			r.prefix(text, true)
		case !saysNothing(text):
			c.Unknown = append(c.Unknown, app.Property{Name: column.group, Value: asProperty(column.group, text)})
		}
	case partNumber:
		r.number(at, text)
	case partPrefix:
		r.prefix(text, slices.Contains(titleNames, plainName(r.book.names[at])))
	default:
		r.book.fill(c, column.part, text)
	}
}

// note takes a note; a row may have several.
func (r *contactRow) note(text string) {
	switch notes := &r.customer.Notes; {
	case *notes == "":
		*notes = text
	case text != "" && text != *notes:
		*notes += "\n\n" + text
	}
}

// address takes a part of one. Of two columns of the same part the first stands,
// but a second line may have a third.
func (r *contactRow) address(column contactColumn, text string) {
	switch part := addressPart(&r.place(column).address, column.part); {
	case *part == "":
		*part = text
	case column.part == partExtra:
		*part += ", " + text
	}
}

// isSame tells whether it is that address, whatever each is of.
func (p groupedAddress) isSame(other app.Address) bool {
	other.Label = p.address.Label
	return other == p.address
}

// place returns the address that the column is of, and its group.
func (r *contactRow) place(column contactColumn) *groupedAddress {
	at := slices.IndexFunc(r.places, func(p groupedAddress) bool { return p.group == column.group })
	if at < 0 {
		at = len(r.places)
		r.places = append(r.places, groupedAddress{group: column.group, address: app.Address{Label: firstOf(r.labels[column.group], column.label)}})
	}
	return &r.places[at]
}

// number takes the shop's number for the customer. A few cells of a column that
// clearly holds numbers may hold something else.
func (r *contactRow) number(at int, text string) {
	c := &r.customer
	switch {
	case isPlaceholder(text):
	case at == r.book.bare && !isCode(text):
		r.odd = text
	default:
		ref := app.Reference{Kind: app.ReferenceShop, Value: texts.ShopNumber(text)}
		if !slices.Contains(c.References, ref) {
			c.References = append(c.References, ref)
		}
	}
}

// unread says of a cell that nothing was made of it.
func (r *contactRow) unread(at int, text string) *app.Error {
	return problem("import.card.cell", r.line, app.Args{"Text": text, "Column": r.book.names[at]})
}

// nickname is what to call somebody of whom the row says nothing else, as on a
// card.
func (b addressBook) nickname(row tables.Row) string {
	for i, column := range b.columns {
		if text := cellText(row.Cell(i)); column.part == partProperty && column.group == "NICKNAME" && text != "" {
			return text
		}
	}
	return ""
}

// wholeBirthday reads a birthday as the book keeps it: 1980-02-29, or --02-29
// where the year is not known. It returns "" for anything else.
func wholeBirthday(text string) string {
	for _, form := range []struct{ layout, before string }{{time.DateOnly, ""}, {"2006--01-02", "2000"}} {
		if t, err := time.Parse(form.layout, form.before+text); err == nil && (form.before != "" || t.Year() > 0) {
			return text
		}
	}
	return ""
}

// birthday makes a birthday of its parts, "" of what is none. The year may be
// missing.
func birthday(year, month, day int) string {
	if month < 1 || day < 1 || year < 0 {
		return ""
	}
	leap := year
	if year == 0 {
		leap = 2000 // so that the 29th of February is a day
	}
	date := time.Date(leap, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case date.Day() != day || int(date.Month()) != month:
		return ""
	case year == 0:
		return date.Format("--01-02")
	}
	return date.Format(time.DateOnly)
}

// escaped are the signs that mean something in the value of a vCard property.
var escaped = strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\n", `\n`)

// asProperty writes a text as the value of a vCard property (RFC 6350, 3.4); that
// of an URL is none.
func asProperty(name, text string) string {
	if name == "URL" {
		return text
	}
	return escaped.Replace(text)
}

// fill fills the parts of a contact that there is one of.
func (b addressBook) fill(c *app.Customer, part contactPart, text string) {
	into := map[contactPart]*string{
		partFull: &c.Name.Full, partGiven: &c.Name.Given, partMiddle: &c.Name.Middle, partFamily: &c.Name.Family,
		partSuffix: &c.Name.Suffix, partFirm: &c.Firm, partLanguage: &c.Language,
	}[part]
	if part == partLanguage {
		text = languageOf(text)
	}
	if into != nil && *into == "" {
		*into = text
	}
}

// asDialled takes off a telephone's number what a spreadsheet put behind it that
// took it for a fraction: 12025550144.0.
func asDialled(typed string) string {
	if number, ok := strings.CutSuffix(typed, ".0"); ok && len(number) >= 7 && isNumber(strings.TrimPrefix(number, "+")) {
		return number
	}
	return typed
}

// saysNothing tells whether a cell holds what Outlook writes for nothing: a day
// that is none, a sex that nobody said.
func saysNothing(text string) bool {
	isZero := len(text) > 1 && strings.Trim(text, "0/-. ") == "" && strings.ContainsAny(text, "/-.") && strings.Contains(text, "0") // 0/0/00, 0-0-00
	return isZero || text == "Unspecified"
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

// phonesIn takes apart several numbers in one cell: "030 7654321 / 0171 7654321".
// Each must be long enough to be one, since the last digits of a second line may
// stand behind a slash, too.
func phonesIn(text string) []string {
	const fewest = 6
	var all []string
	for _, typed := range several(text) {
		parts := strings.FieldsFunc(strings.ReplaceAll(typed, " / ", ";"), func(r rune) bool { return r == ';' || r == ',' })
		for i, part := range parts {
			parts[i] = strings.TrimSpace(part)
			if len(folding.Digits(part)) < fewest || strings.Contains(part, "=") {
				parts = []string{typed}
				break
			}
		}
		all = append(all, parts...)
	}
	return all
}

// tagsApart sets labels apart as Google does.
var tagsApart = strings.NewReplacer(";", ":::", ",", ":::")

// tagsOf reads labels: "* myContacts ::: Clients", or "a;b", or Mailchimp's in
// quotes. Google's own say nothing.
func tagsOf(text string) []string {
	var tags []string
	for _, part := range several(tagsApart.Replace(text)) {
		part = strings.TrimSpace(strings.Trim(part, `"`))
		if part != "" && !strings.HasPrefix(part, "*") && !slices.Contains(tags, part) {
			tags = append(tags, part)
		}
	}
	return tags
}

func firstOf[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}
