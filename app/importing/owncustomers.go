package importing

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/tables"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/texts"
)

// ownPart is a column of the table of customers that Ringback writes. Columns
// that hold what those of other programs do say so to the person; the others are
// partOwn.
type ownPart struct {
	shown contactPart
	read  func(r *ownRow, text string) bool // false if the text cannot be read
}

// partOwn is a column as only Ringback writes it.
const partOwn contactPart = "own"

// ownRow is what a row says.
type ownRow struct {
	customer app.Customer
	phone    app.Phone // the first, which has columns of its own
	email    app.Email
	address  app.Address

	number, numbers, uids []app.Reference

	unsure []string // what was taken for a wish not to be called
}

func referencesOf(kind app.ReferenceKind, text string) (all []app.Reference) {
	for _, value := range cells.Things(text) {
		all = append(all, app.Reference{Kind: kind, Value: value})
	}
	return all
}

// ownParts are the columns by the headings that exporting gives them.
var ownParts = map[string]ownPart{
	"id": {partOwn, func(r *ownRow, text string) bool {
		id, err := app.ParseID(text)
		r.customer.ID = id
		return err == nil
	}},
	"customernumber": {partNumber, func(r *ownRow, text string) bool {
		r.number = []app.Reference{{Kind: app.ReferenceShop, Value: texts.ShopNumber(text)}}
		return true
	}},
	"othercustomernumbers": {partOwn, func(r *ownRow, text string) bool {
		r.numbers = referencesOf(app.ReferenceShop, text)
		return true
	}},
	"carduids": {partOwn, func(r *ownRow, text string) bool {
		r.uids = referencesOf(app.ReferenceVCard, text)
		return true
	}},
	"name":         {partFull, into(func(r *ownRow) *string { return &r.customer.Name.Full })},
	"nameprefix":   {partPrefix, into(func(r *ownRow) *string { return &r.customer.Name.Prefix })},
	"givenname":    {partGiven, into(func(r *ownRow) *string { return &r.customer.Name.Given })},
	"middlename":   {partMiddle, into(func(r *ownRow) *string { return &r.customer.Name.Middle })},
	"familyname":   {partFamily, into(func(r *ownRow) *string { return &r.customer.Name.Family })},
	"namesuffix":   {partSuffix, into(func(r *ownRow) *string { return &r.customer.Name.Suffix })},
	"company":      {partFirm, into(func(r *ownRow) *string { return &r.customer.Firm })},
	"phone":        {partPhone, into(func(r *ownRow) *string { return &r.phone.Typed })},
	"phonelabel":   {partLabel, func(r *ownRow, text string) bool { r.phone = cells.ReadAboutPhone(r.phone, text); return true }},
	"email":        {partEmail, into(func(r *ownRow) *string { return &r.email.Address })},
	"emaillabel":   {partLabel, func(r *ownRow, text string) bool { r.email = cells.ReadAboutEmail(r.email, text); return true }},
	"street":       {partStreet, linesInto(func(r *ownRow) *string { return &r.address.Street })},
	"addressline2": {partExtra, linesInto(func(r *ownRow) *string { return &r.address.Extra })},
	"pobox":        {partPOBox, linesInto(func(r *ownRow) *string { return &r.address.POBox })},
	"postalcode":   {partPostcode, linesInto(func(r *ownRow) *string { return &r.address.PostalCode })},
	"city":         {partCity, linesInto(func(r *ownRow) *string { return &r.address.City })},
	"region":       {partRegion, linesInto(func(r *ownRow) *string { return &r.address.Region })},
	"country":      {partCountry, linesInto(func(r *ownRow) *string { return &r.address.Country })},
	"addresslabel": {partLabel, linesInto(func(r *ownRow) *string { return &r.address.Label })},
	"language":     {partLanguage, into(func(r *ownRow) *string { return &r.customer.Language })},
	"timezone":     {partOwn, into(func(r *ownRow) *string { return &r.customer.TimeZone })},
	"notes":        {partNotes, linesInto(func(r *ownRow) *string { return &r.customer.Notes })},
	"birthday":     {partBirthday, (*ownRow).birthday},
	"otherphones": {partOwn, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Phones = append(r.customer.Phones, cells.ReadPhone(thing))
		}
		return true
	}},
	"otheremails": {partOwn, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Emails = append(r.customer.Emails, cells.ReadEmail(thing))
		}
		return true
	}},
	"otheraddresses": {partOwn, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Addresses = append(r.customer.Addresses, cells.ReadAddress(thing))
		}
		return true
	}},
	"besttimetocall": {partOwn, func(r *ownRow, text string) (ok bool) {
		r.customer.BestTime, ok = cells.ReadBestTime(text)
		return ok
	}},
	"tags": {partTags, func(r *ownRow, text string) bool { r.customer.Tags = cells.ReadWords(text); return true }},
	"donotcall": {partOwn, func(r *ownRow, text string) bool {
		r.customer.DoNotCall, r.unsure = cells.ReadRefusals(text)
		return true
	}},
	"archived": {partOwn, func(r *ownRow, text string) bool {
		r.customer.Archived = !slices.Contains([]string{"no", "false", "0"}, strings.ToLower(text))
		return true
	}},
}

// into takes a text of one line, and linesInto one that may have several.
func into(place func(*ownRow) *string) func(*ownRow, string) bool {
	return func(r *ownRow, text string) bool {
		*place(r) = clip(texts.OneLine(text))
		return true
	}
}

func linesInto(place func(*ownRow) *string) func(*ownRow, string) bool {
	return func(r *ownRow, text string) bool {
		*place(r) = text
		return true
	}
}

// birthday takes the day also as a spreadsheet may have written it since.
func (r *ownRow) birthday(text string) bool {
	if day := wholeBirthday(text); day != "" {
		r.customer.Birthday = day
		return true
	}
	day, _, err := tables.ParseDay(text, tables.AnyOrder)
	if err == nil {
		r.customer.Birthday = day.String()
	}
	return err == nil
}

// isOwnCustomers tells whether a header is that of a table of customers that
// Ringback wrote: columns may have been moved or taken out since. What a person
// says of a column goes before.
func isOwnCustomers(header []string, maps []Mapping) bool {
	marks, names := 0, 0
	for _, name := range header {
		switch plainName(name) {
		case "otherphones", "otheremails", "otheraddresses", "besttimetocall", "donotcall":
			marks++
		case "name", "id", "customernumber":
			names++
		}
	}
	return marks >= 2 && names >= 1 && len(maps) == 0
}

// ownAddressBook says what the columns of such a table are shown as.
func ownAddressBook(header []string) addressBook {
	book := addressBook{own: header}
	for _, name := range header {
		book.columns = append(book.columns, contactColumn{part: ownParts[plainName(name)].shown})
	}
	return book
}

// ownCustomer makes a customer of a row of such a table.
func (b addressBook) ownCustomer(row tables.Row) (app.Customer, []*app.Error) {
	var of ownRow
	problems := problemsOf(row)
	for i, name := range b.own {
		part, ok := ownParts[plainName(name)]
		text := ownText(row.Cell(i))
		if !ok || text == "" {
			continue
		}
		of.unsure = nil
		if part.read(&of, text) {
			for _, words := range of.unsure {
				problems = append(problems, unsureWish(row.Line, name, words))
			}
			continue
		}
		problems = append(problems, problem("import.card.cell", row.Line, app.Args{"Text": beginning(text), "Column": strings.TrimSpace(name)}))
	}
	c := of.customer
	c.References = slices.Concat(of.number, of.numbers, of.uids)
	if of.phone.Typed != "" {
		c.Phones = slices.Insert(c.Phones, 0, of.phone)
	}
	if of.email.Address != "" {
		c.Emails = slices.Insert(c.Emails, 0, of.email)
	}
	if a := of.address; a != (app.Address{Label: a.Label}) {
		c.Addresses = slices.Insert(c.Addresses, 0, a)
	}
	return c, problems
}

// ownText is a cell as it was before it went out.
func ownText(cell string) string {
	short, _ := texts.Shorten(texts.ManyLines(spreadsheet.Unguard(cell)), maxNotes)
	return strings.Clone(short)
}

// maxNotes is how many letters of a cell of our own are kept: as many as of the
// notes on a card.
const maxNotes = 64 << 10
