package contacts

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// ownPart is a column of the table of customers that Ringback writes. Columns
// that hold what those of other programs do say so to the person; the others are
// fields.Own.
type ownPart struct {
	shown fields.Field
	read  func(r *ownRow, text string) bool // false if the text cannot be read
}

// ownRow is what a row says.
type ownRow struct {
	customer app.Customer
	phone    app.Phone // the first, which has columns of its own
	email    app.Email
	address  app.Address

	number, numbers, uids []app.Reference

	unsure []string // what was taken for a wish not to be called
	cut    int      // after how many letters the text read last was cut; 0: it was not
}

func referencesOf(kind app.ReferenceKind, text string) (all []app.Reference) {
	for _, value := range cells.Things(text) {
		all = append(all, app.Reference{Kind: kind, Value: value})
	}
	return all
}

// ownParts are the columns by the headings that exporting gives them.
var ownParts = map[string]ownPart{
	"id": {fields.Own, func(r *ownRow, text string) bool {
		id, err := app.ParseID(text)
		r.customer.ID = id
		return err == nil
	}},
	"customernumber": {fields.Customer, func(r *ownRow, text string) bool {
		r.number = []app.Reference{{Kind: app.ReferenceShop, Value: texts.ShopNumber(text)}}
		return true
	}},
	"othercustomernumbers": {fields.Own, func(r *ownRow, text string) bool {
		r.numbers = referencesOf(app.ReferenceShop, text)
		return true
	}},
	"carduids": {fields.Own, func(r *ownRow, text string) bool {
		r.uids = referencesOf(app.ReferenceVCard, text)
		return true
	}},
	"name":         {fields.Name, into(func(r *ownRow) *string { return &r.customer.Name.Full })},
	"nameprefix":   {fields.Prefix, into(func(r *ownRow) *string { return &r.customer.Name.Prefix })},
	"givenname":    {fields.Given, into(func(r *ownRow) *string { return &r.customer.Name.Given })},
	"middlename":   {fields.Middle, into(func(r *ownRow) *string { return &r.customer.Name.Middle })},
	"familyname":   {fields.Family, into(func(r *ownRow) *string { return &r.customer.Name.Family })},
	"namesuffix":   {fields.Suffix, into(func(r *ownRow) *string { return &r.customer.Name.Suffix })},
	"company":      {fields.Firm, into(func(r *ownRow) *string { return &r.customer.Firm })},
	"phone":        {fields.Phone, into(func(r *ownRow) *string { return &r.phone.Typed })},
	"phonelabel":   {fields.Label, func(r *ownRow, text string) bool { r.phone = cells.ReadAboutPhone(r.phone, text); return true }},
	"email":        {fields.Email, into(func(r *ownRow) *string { return &r.email.Address })},
	"emaillabel":   {fields.Label, func(r *ownRow, text string) bool { r.email = cells.ReadAboutEmail(r.email, text); return true }},
	"street":       {fields.Street, linesInto(func(r *ownRow) *string { return &r.address.Street })},
	"addressline2": {fields.Extra, linesInto(func(r *ownRow) *string { return &r.address.Extra })},
	"pobox":        {fields.POBox, linesInto(func(r *ownRow) *string { return &r.address.POBox })},
	"postalcode":   {fields.Postcode, linesInto(func(r *ownRow) *string { return &r.address.PostalCode })},
	"city":         {fields.City, linesInto(func(r *ownRow) *string { return &r.address.City })},
	"region":       {fields.Region, linesInto(func(r *ownRow) *string { return &r.address.Region })},
	"country":      {fields.Country, linesInto(func(r *ownRow) *string { return &r.address.Country })},
	"addresslabel": {fields.Label, linesInto(func(r *ownRow) *string { return &r.address.Label })},
	"language":     {fields.Language, into(func(r *ownRow) *string { return &r.customer.Language })},
	"timezone":     {fields.Own, into(func(r *ownRow) *string { return &r.customer.TimeZone })},
	"notes":        {fields.Notes, func(r *ownRow, text string) bool { r.customer.Notes = text; return true }},
	"birthday":     {fields.Birthday, (*ownRow).birthday},
	"otherphones": {fields.Own, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Phones = append(r.customer.Phones, cells.ReadPhone(thing))
		}
		return true
	}},
	"otheremails": {fields.Own, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Emails = append(r.customer.Emails, cells.ReadEmail(thing))
		}
		return true
	}},
	"otheraddresses": {fields.Own, func(r *ownRow, text string) bool {
		for _, thing := range cells.Things(text) {
			r.customer.Addresses = append(r.customer.Addresses, cells.ReadAddress(thing))
		}
		return true
	}},
	"besttimetocall": {fields.Own, func(r *ownRow, text string) (ok bool) {
		r.customer.BestTime, ok = cells.ReadBestTime(text)
		return ok
	}},
	"tags": {fields.Tags, func(r *ownRow, text string) bool { r.customer.Tags = cells.ReadWords(text); return true }},
	"donotcall": {fields.Own, func(r *ownRow, text string) bool {
		r.customer.DoNotCall, r.unsure = cells.ReadRefusals(text)
		return true
	}},
	"archived": {fields.Own, func(r *ownRow, text string) bool {
		r.customer.Archived = !slices.Contains([]string{"no", "false", "0"}, strings.ToLower(text))
		return true
	}},
}

// into takes a text of one line, and linesInto one that may have several.
func into(place func(*ownRow) *string) func(*ownRow, string) bool {
	lines := linesInto(place)
	return func(r *ownRow, text string) bool { return lines(r, texts.OneLine(text)) }
}

func linesInto(place func(*ownRow) *string) func(*ownRow, string) bool {
	return func(r *ownRow, text string) bool {
		short, cut := texts.Shorten(text, app.TextLetters)
		if *place(r) = short; cut {
			r.cut = app.TextLetters
		}
		return true
	}
}

// birthday takes the day also as a spreadsheet may have written it since.
func (r *ownRow) birthday(text string) bool {
	if day := written.Birthday(text); day != "" {
		r.customer.Birthday = day
		return true
	}
	day, _, err := values.ParseDay(text, values.AnyOrder)
	if err == nil {
		r.customer.Birthday = day.String()
	}
	return err == nil
}

// ownCustomer makes a customer of a row of such a table.
func (b Table) ownCustomer(row tables.Row) (app.Customer, []*app.Error) {
	var of ownRow
	problems := problemsOf(row)
	for i, name := range b.Names {
		part, ok := ownParts[written.Plain(name)]
		text, long := written.OwnTextCut(row.Cell(i))
		if !ok || text == "" {
			continue
		}
		if of.unsure, of.cut = nil, 0; long {
			of.cut = app.NotesLetters
		}
		if part.read(&of, text) {
			if of.cut > 0 {
				problems = append(problems, shortened(row.Line, name, of.cut))
			}
			for _, words := range of.unsure {
				problems = append(problems, written.UnsureWish(row.Line, name, words))
			}
			continue
		}
		problems = append(problems, app.InvalidLine("import.card.cell", row.Line, app.Args{"Text": written.Beginning(text), "Column": strings.TrimSpace(name)}))
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
