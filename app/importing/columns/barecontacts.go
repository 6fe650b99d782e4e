package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// Some columns of contacts are called by a word that tells little: what is beside
// them, or in them, tells what they hold.

// ofStripe finds the customers' numbers of its lists, by which its payments name
// them.
func (b *Contacts) ofStripe() {
	if at := slices.IndexFunc(b.Names, func(name string) bool { return written.Plain(name) == "id" }); programs.OfContacts(b.Names) == programs.Stripe && !b.Columns[at].Said {
		b.Columns[at].Part = fields.Customer
	}
}

// findHouses finds the numbers of houses that are called Number and no more: they
// stand behind the street.
func (b *Contacts) findHouses() {
	plain := make([]string, len(b.Names))
	for i, name := range b.Names {
		plain[i] = written.Plain(name)
	}
	for i, c := range b.Columns {
		if c.Part == fields.None && fields.IsHouse(plain, i) && fields.HouseOf(b.Columns[i-1].Part) == fields.House {
			b.Columns[i].Part, b.Columns[i].Group, b.Columns[i].Label = fields.House, b.Columns[i-1].Group, b.Columns[i-1].Label
		}
	}
}

// phonePlaces are columns that say where a telephone is and no more, in Outlook's
// and Yahoo's tables, or whom to ask for: telephones if nothing else is in them.
var phonePlaces = map[string]string{
	"home": "home", "work": "work", "other": "", "main": "", "primary": "", "iphone": "mobile", "particular": "home", "casa": "home", "trabajo": "work",
	"abitazione": "home", "ufficio": "work", "lavoro": "work", "domicile": "home", "bureau": "work", "privat": "home", "geschaftlich": "work", "thuis": "home",
	"werk": "work", "hem": "home", "arbete": "work", "koti": "home", "tyo": "work", "dom": "home", "praca": "work",
}

// Guess finds what the columns hold by what is in them.
func (b *Contacts) Guess(t Table) {
	b.guessPhones(t)
	b.guessUnnamedPhones(t)
	b.guessKinds(t)
	b.guessBirthday(t)
	b.guessEmails(t)
	b.dropFlags(t)
}

// guessPhones finds the telephones of such columns.
func (b *Contacts) guessPhones(t Table) {
	if b.Own {
		return
	}
	for i, c := range b.Columns {
		plain := strings.TrimRight(written.Plain(b.Names[i]), "23")
		label, ok := phonePlaces[plain]
		cells := t.column(i)
		if c.Part != fields.None || c.Said || !ok && !fields.IsContactPerson(plain) || len(cells) == 0 {
			continue
		}
		if written.All(cells, written.AreNumbers) {
			b.Columns[i] = fields.Contact{Part: fields.Phone, Group: plain, Label: label}
		}
	}
}

// guessEmails finds the addresses for mail by what is in the columns, where no name
// tells: Gmail.
func (b *Contacts) guessEmails(t Table) {
	if b.Own || b.count(fields.Email) > 0 {
		return
	}
	for i, c := range b.Columns {
		cells := t.column(i)
		if c.Part == fields.None && !c.Said && written.All(cells, written.IsAddress) {
			b.Columns[i] = fields.Contact{Part: fields.Email, Group: written.Plain(b.Names[i])}
		}
	}
}

// dropFlags takes no column for one of names or of telephones in which there is but
// a yes or a no: whether somebody is a customer, or has the shop on their mobile.
func (b *Contacts) dropFlags(t Table) {
	names := b.count(fields.Name) + b.count(fields.Given) + b.count(fields.Family) + b.count(fields.Firm)
	for i, c := range b.Columns {
		cells := t.column(i)
		if !b.Own && (names > 1 && c.Part == fields.Name || c.Part == fields.Phone) && !c.Said && written.All(cells, written.IsFlag) {
			b.Columns[i] = fields.Contact{}
		}
	}
}
