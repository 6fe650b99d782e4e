package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// guessUnnamedPhones finds the telephones by what is in the columns, where no name
// tells: nobody can be called whose number was not taken. What is numbered
// otherwise, or may be somebody else's, is left alone.
func (b *Contacts) guessUnnamedPhones(t Table) {
	if b.Own {
		return
	}
	for i, c := range b.Columns {
		plain := written.Plain(b.Names[i])
		if c.Part == fields.None && !c.Said && !t.isSaid(i) && fields.MayBePhone(plain) && written.All(t.column(i), written.AreTelephones) {
			b.Columns[i] = fields.Contact{Part: fields.Phone, Group: plain, Label: fields.ShortPlace(plain)}
		}
	}
}

// guessBirthday finds the birthdays in a column that speaks of being born and has
// nothing but days.
func (b *Contacts) guessBirthday(t Table) {
	if b.Own || b.count(fields.Birthday)+b.count(fields.BirthYear)+b.count(fields.BirthDay) > 0 {
		return
	}
	isBirthday := func(cell string) bool { return written.Birthday(cell) != "" || written.IsDate(written.WithYear(cell)) }
	for i, c := range b.Columns {
		if c.Part == fields.None && !c.Said && !t.isSaid(i) && fields.SpeaksOfBirth(written.Plain(b.Names[i])) && written.All(t.column(i), isBirthday) {
			b.Columns[i] = fields.Contact{Part: fields.Birthday}
			return
		}
	}
}

// reachesByContent tells whether telephones or addresses for mail are in columns of
// which no name tells.
func (b Contacts) reachesByContent(t Table) bool {
	b.Columns = slices.Clone(b.Columns)
	b.Guess(t)
	return b.count(fields.Phone)+b.count(fields.Email) > 0
}

// joinPlaces makes one address of a street that says whose it is and the town behind
// it that does not: as Thunderbird has it in French, of two addresses.
func (b *Contacts) joinPlaces() {
	isBare := func(c fields.Contact) bool {
		return c.Group == "address" && !c.Said && slices.Contains(fields.AddressParts(), c.Part)
	}
	if slices.ContainsFunc(b.Columns, func(c fields.Contact) bool { return isBare(c) && c.Part == fields.Street }) {
		return
	}
	place := fields.Contact{}
	for i, c := range b.Columns {
		switch {
		case isBare(c) && place.Group != "":
			b.Columns[i].Group, b.Columns[i].Label = place.Group, place.Label
		case strings.HasPrefix(c.Group, "address") && slices.Contains(fields.AddressParts(), c.Part):
			place = c
		}
	}
}

// ofProgram finds the columns that mean what they do in the tables of one program
// only.
func (b *Contacts) ofProgram() {
	for i, name := range b.Names {
		if part, ok := programColumns[programs.OfContacts(b.Names)][written.Plain(name)]; ok && !b.Columns[i].Said && b.Columns[i].Part == fields.None {
			b.Columns[i] = part
		}
	}
}

// programColumns are such columns.
var programColumns = map[string]map[string]fields.Contact{
	programs.Thunderbird: { // in French
		"mois": {Part: fields.BirthMonth}, "jour": {Part: fields.BirthDay}, "service": {Part: fields.Property, Group: "X-DEPARTMENT"},
	},
	programs.DATEV: {"konto": {Part: fields.Customer}},
}
