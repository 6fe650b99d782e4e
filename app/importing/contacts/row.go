package contacts

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// contactRow is a row of a table of contacts while a customer is made of it.
type contactRow struct {
	book     Table
	line     int
	customer app.Customer
	labels   map[string]string // of groups of columns
	dialled  map[string]string // numbers of such groups as the world dials them
	places   []groupedAddress
	birth    map[fields.Field]int
	problems []*app.Error
	odd      string // what stands in the column of the numbers and is none
}

// groupedAddress is a postal address, and the group of the columns that hold it.
type groupedAddress struct {
	group   string
	address app.Address
	house   string // the number in the street, where it has a column of its own
	street  int    // the column that was read last of the two
}

// customer makes a customer of a row, and says what of it could not be read.
func (b Table) customer(row tables.Row) (app.Customer, []*app.Error) {
	r := contactRow{
		book: b, line: row.Line, labels: make(map[string]string), dialled: make(map[string]string), birth: make(map[fields.Field]int), problems: problemsOf(row),
	}
	hidden := false
	for i, column := range b.Columns { // they may stand behind what they are of
		if column.Part == fields.Label {
			kind, number := written.KindOfPhone(r.fit(i, written.OneLine(row.Cell(i)), app.TextLetters))
			r.labels[column.Group], r.dialled[column.Group] = strings.ToLower(kind), number
		}
	}
	for i, column := range b.Columns {
		hidden = hidden || names(column.Part) && !texts.IsSafe(row.Cell(i))
		if column.Part == fields.Notes {
			r.note(i, texts.ManyLines(row.Cell(i)))
		} else if column.Part == fields.Label {
			continue
		} else if text := r.fit(i, written.OneLine(row.Cell(i)), app.TextLetters); text != "" {
			r.take(i, strings.Clone(text))
		}
	}
	if hidden {
		r.problems = append(r.problems, app.InvalidLine("import.card.hidden", row.Line, nil))
	}
	c := &r.customer
	if c.Birthday == "" {
		c.Birthday = written.BirthdayOf(r.birth[fields.BirthYear], r.birth[fields.BirthMonth], r.birth[fields.BirthDay])
	}
	for _, p := range r.places {
		p.address.Street = r.fit(p.street, strings.TrimSpace(p.address.Street+" "+p.house), app.TextLetters)
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

// names tells of a part whether it is of somebody's name.
func names(part fields.Field) bool {
	switch part {
	case fields.Name, fields.Prefix, fields.Given, fields.Middle, fields.Family, fields.Suffix, fields.Firm:
		return true
	}
	return false
}

// take takes what is in a cell.
func (r *contactRow) take(at int, text string) {
	c, column := &r.customer, r.book.Columns[at]
	if written.IsDash(text) {
		return
	}
	switch column.Part {
	case fields.Phone:
		for _, typed := range written.Phones(text) {
			if typed = written.AsDialled(typed); column.Abroad && written.IsDigits(typed) && !strings.HasPrefix(typed, "0") {
				typed = "+" + typed
			}
			phone := app.Phone{Label: cmp.Or(r.labels[column.Group], column.Label), Typed: typed}
			if dialled := r.dialled[column.Group]; written.IsOneNumber(typed, dialled) {
				phone.E164 = dialled
			}
			c.Phones = append(c.Phones, phone)
		}
	case fields.Email:
		for _, one := range written.Several(text) {
			for _, address := range written.Emails(one) {
				c.Emails = append(c.Emails, app.Email{Label: r.labels[column.Group], Address: address})
			}
		}
	case fields.House:
		p := r.place(column)
		p.house, p.street = text, at
	case fields.Street, fields.Extra, fields.City, fields.Region, fields.Postcode, fields.Country, fields.POBox:
		r.address(at, text)
	case fields.Tags:
		for _, tag := range written.Tags(text) {
			c.Tags = append(c.Tags, r.fit(at, tag, app.NameLetters))
		}
	case fields.Birthday:
		if c.Birthday = r.book.birthday(text, r.book.now); c.Birthday == "" && !written.SaysNothing(text) {
			r.problems = append(r.problems, r.unread(at, text))
		}
	case fields.DoNotCall, fields.MayCall:
		r.problems = append(r.problems, r.book.refuse(c, at, text, r.line)...)
	case fields.BirthYear, fields.BirthMonth, fields.BirthDay:
		r.birth[column.Part], _ = strconv.Atoi(text)
	case fields.Property:
		switch {
		case column.Group == "TITLE" && written.IsTitle(text): // a few are, where the others say what people do
			r.prefix(text, true)
		case !written.SaysNothing(text):
			c.Unknown = append(c.Unknown, app.Property{Name: column.Group, Value: asProperty(column.Group, text)})
		}
	case fields.Customer:
		r.number(at, text)
	case fields.Prefix:
		r.prefix(text, slices.Contains(titleNames, written.Plain(r.book.Names[at])))
	default:
		r.book.fill(c, column.Part, text)
	}
}

// fit is as much of a text as so many letters hold. What is cut is said.
func (r *contactRow) fit(at int, text string, letters int) string {
	short, cut := texts.Shorten(text, letters)
	if cut {
		r.problems = append(r.problems, shortened(r.line, r.book.Names[at], letters))
	}
	return short
}

func shortened(line int, column string, letters int) *app.Error {
	return app.InvalidLine("import.row.shortened", line, app.Args{"Column": strings.TrimSpace(column), "Letters": letters})
}

// IsNameLong tells of a name of which a part is longer than what is kept of it.
func IsNameLong(n app.Name) bool {
	return slices.ContainsFunc([]string{n.Full, n.Prefix, n.Given, n.Middle, n.Family, n.Suffix}, func(part string) bool {
		_, cut := texts.Shorten(part, app.NameLetters)
		return cut
	})
}

// note takes a note; a row may have several.
func (r *contactRow) note(at int, text string) {
	notes := &r.customer.Notes
	if *notes != "" && text != "" && text != *notes {
		text = *notes + "\n\n" + text
	}
	if text != "" {
		*notes = r.fit(at, text, app.NotesLetters)
	}
}

// address takes a part of one. Of two columns of the same part the first stands,
// but a second line may have a third.
func (r *contactRow) address(at int, text string) {
	column := r.book.Columns[at]
	switch part := columns.AddressPart(&r.place(column).address, column.Part); {
	case *part == "":
		*part = text
	case column.Part == fields.Extra:
		*part = r.fit(at, *part+", "+text, app.TextLetters)
	}
}

// isSame tells whether it is that address, whatever each is of.
func (p groupedAddress) isSame(other app.Address) bool {
	other.Label = p.address.Label
	return other == p.address
}

// place returns the address that the column is of, and its group.
func (r *contactRow) place(column fields.Contact) *groupedAddress {
	at := slices.IndexFunc(r.places, func(p groupedAddress) bool { return p.group == column.Group })
	if at < 0 {
		at = len(r.places)
		r.places = append(r.places, groupedAddress{group: column.Group, address: app.Address{Label: cmp.Or(r.labels[column.Group], column.Label)}})
	}
	return &r.places[at]
}

// number takes the shop's number for the customer. A few cells of a column that
// clearly holds numbers may hold something else.
func (r *contactRow) number(at int, text string) {
	c := &r.customer
	switch {
	case written.IsPlaceholder(text):
	case at == r.book.bare && !written.IsCode(text):
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
	return app.InvalidLine("import.card.cell", r.line, app.Args{"Text": written.Clip(text), "Column": r.book.Names[at]})
}

// nickname is what to call somebody of whom the row says nothing else, as on a
// card.
func (b Table) nickname(row tables.Row) string {
	for i, column := range b.Columns {
		if text := written.OneLine(row.Cell(i)); column.Part == fields.Property && column.Group == "NICKNAME" && text != "" {
			short, _ := texts.Shorten(text, app.TextLetters) // a cut was said
			return strings.Clone(short)
		}
	}
	return ""
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
func (b Table) fill(c *app.Customer, part fields.Field, text string) {
	into := map[fields.Field]*string{
		fields.Name: &c.Name.Full, fields.Given: &c.Name.Given, fields.Middle: &c.Name.Middle, fields.Family: &c.Name.Family,
		fields.Suffix: &c.Name.Suffix, fields.Firm: &c.Firm, fields.Language: &c.Language,
	}[part]
	if part == fields.Language {
		text = written.Language(text)
	}
	if into != nil && *into == "" {
		*into = text
	}
}
