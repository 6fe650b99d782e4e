package columns

import (
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// Contacts is what the columns of a table of contacts hold: as Google,
// Outlook, Thunderbird and the shops' own exports name them.
type Contacts struct {
	Columns []fields.Contact
	Names   []string
	Own     bool // Ringback wrote the table
}

// ReadContacts finds out whether a header is that of a table of contacts: it
// names people and how to reach them, and neither a day nor what was bought.
func ReadContacts(t Table) (Contacts, bool) {
	header, maps := t.Header, t.Maps
	if isOwnCustomers(header, maps) {
		return Contacts{Columns: make([]fields.Contact, len(header)), Names: header, Own: true}, true
	}
	book := Contacts{Names: header}
	named, reached := false, false
	for _, name := range header {
		column := fields.OfContact(name)
		for _, m := range maps {
			if written.Plain(m.Column) != written.Plain(name) {
				continue
			}
			var ok bool
			if column, ok = fields.AsSaid(m.Field, written.Plain(name)); !ok {
				return Contacts{}, false
			}
		}
		named = named || slices.Contains([]fields.Field{fields.Name, fields.Given, fields.Family, fields.Firm, fields.Customer}, column.Part) || column.Group == "NICKNAME"
		reached = reached || slices.Contains([]fields.Field{fields.Phone, fields.Email}, column.Part)
		book.Columns = append(book.Columns, column)
	}
	book.ofProgram()
	book.joinPlaces()
	book.splitBirthday()
	book.splitName(header)
	book.findHouses()
	book.ofStripe()
	if programs.OfContacts(header) == programs.Brevo {
		book.ofBrevo()
	}
	bought := book.saysBought()
	book.describe()
	return book, named && !bought && (reached || book.reachesByContent(t))
}

// saysBought tells whether the columns that hold nothing of a contact say what
// somebody bought, or when.
func (b Contacts) saysBought() bool {
	rest, taken := newColumns(b.Names), make(map[int]bool)
	plain := make([]string, len(b.Names))
	for i, name := range b.Names {
		plain[i], taken[i] = written.Plain(name), b.Columns[i].Part != fields.None
	}
	rest.guess(plain, taken)
	day, item := rest.Of(fields.Day), rest.Of(fields.Item)
	noted := day < 0 || slices.Contains(notedNames, plain[day])
	described := item < 0 || fields.IsDescription(plain[item]) && noted && !rest.Has(fields.Amount, fields.Total)
	return rest.Has(fields.Receipt, fields.Quantity, fields.Price) || !described || !noted ||
		day >= 0 && rest.Has(fields.Amount, fields.Total, fields.Code)
}

// notedNames are columns of the day on which somebody was taken into a list,
// where nothing is said of what they bought.
var notedNames = []string{
	"created", "createdat", "createdutc", "createddateutc", "createddate", "datecreated", "timestamp", "dateadded", "creationdate",
	"createdon", "createdtime", "createdate", "createtime", "dateregistered", "registered", "registrationdate", "membersince", "joined", "joindate", "datejoined",
	"signupdate", "erstelltam", "angelegtam", "erstelldatum", "kundeseit", "inscription", "dateinscription", "datedinscription", "clientdepuis", "fechaalta",
	"fechadealta", "clientedesde", "datacadastro", "datadecadastro", "datacreazione", "aangemaaktop", "klantsinds", "skapad", "oprettet", "opprettet", "luotu",
	"datautworzenia", "datarejestracji",
}

// ofBrevo finds the telephones of its lists: all begin with their country's number,
// and the one for messages is called by these.
func (b *Contacts) ofBrevo() {
	for i, name := range b.Names {
		if plain := written.Plain(name); !b.Columns[i].Said && slices.Contains([]string{"sms", "whatsapp", "landlinenumber"}, plain) {
			b.Columns[i] = fields.Contact{Part: fields.Phone, Group: plain, Label: fields.KindOfPhone(plain), Abroad: true}
		}
	}
}

// describe takes a description of somebody for notes, where there are no others.
func (b *Contacts) describe() {
	if b.count(fields.Notes) > 0 {
		return
	}
	for i, name := range b.Names {
		if b.Columns[i].Part == fields.None && fields.IsDescription(written.Plain(name)) {
			b.Columns[i].Part = fields.Notes
			return
		}
	}
}

// splitBirthday tells Thunderbird's Birth Day from other programs' Birthday,
// which is the same but for a space: it stands beside a year and a month.
func (b *Contacts) splitBirthday() {
	has := func(part fields.Field) int {
		return slices.IndexFunc(b.Columns, func(c fields.Contact) bool { return c.Part == part })
	}
	if day := has(fields.Birthday); day >= 0 && has(fields.BirthYear) >= 0 && has(fields.BirthMonth) >= 0 {
		b.Columns[day].Part = fields.BirthDay
	}
}

// isOwnCustomers tells whether a header is that of a table of customers that
// Ringback wrote: columns may have been moved or taken out since. What a person
// says of a column goes before.
func isOwnCustomers(header []string, maps []Mapping) bool {
	marks, names := 0, 0
	for _, name := range header {
		switch written.Plain(name) {
		case "otherphones", "otheremails", "otheraddresses", "besttimetocall", "donotcall":
			marks++
		case "name", "id", "customernumber":
			names++
		}
	}
	return marks >= 2 && names >= 1 && len(maps) == 0
}

// MayBeNumbers is the column called Customer and no more that may hold the shop's
// numbers, where other columns have the name; -1 for none.
func (b Contacts) MayBeNumbers() int {
	at := slices.IndexFunc(b.Columns, func(c fields.Contact) bool { return c.Part == fields.Name && !c.Said })
	if at < 0 || !slices.Contains(bareNames, written.Plain(b.Names[at])) || b.count(fields.Name) < 2 && b.count(fields.Given)+b.count(fields.Family) == 0 {
		return -1
	}
	return at
}

// Described is what the columns were taken for.
func (b Contacts) Described(maps []Mapping) []Column {
	var all []Column
	for i, c := range b.Columns {
		all = append(all, Column{
			Name: b.Names[i], Field: c.Field(), Remembered: slices.ContainsFunc(maps, func(m Mapping) bool {
				return m.remembered && written.Plain(m.Column) == written.Plain(b.Names[i])
			}),
		})
	}
	return all
}

// Program names the program that wrote the table; "" if it is not known.
func (b Contacts) Program() string {
	if b.Own {
		return programs.Ours
	}
	return programs.OfContacts(b.Names)
}
