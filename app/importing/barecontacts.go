package importing

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// Some columns of contacts are called by a word that tells little: what is beside
// them, or in them, tells what they hold.

// ofStripe finds the customers' numbers of its lists, by which its payments name
// them.
func (b *addressBook) ofStripe() {
	if at := slices.IndexFunc(b.names, func(name string) bool { return written.Plain(name) == "id" }); addressProgram(b.names) == stripe && !b.columns[at].said {
		b.columns[at].part = FieldCustomer
	}
}

// findHouses finds the numbers of houses that are called Number and no more: they
// stand behind the street.
func (b *addressBook) findHouses() {
	plain := make([]string, len(b.names))
	for i, name := range b.names {
		plain[i] = written.Plain(name)
	}
	for i, c := range b.columns {
		if c.part == FieldNone && isHouse(plain, i) && houseOf(b.columns[i-1].part) == FieldHouse {
			b.columns[i].part, b.columns[i].group, b.columns[i].label = FieldHouse, b.columns[i-1].group, b.columns[i-1].label
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

// guessPhones finds the telephones of such columns.
func (b *addressBook) guessPhones(f *file) {
	if b.own != nil {
		return
	}
	for i, c := range b.columns {
		plain := strings.TrimRight(written.Plain(b.names[i]), "23")
		label, ok := phonePlaces[plain]
		cells := f.column(i)
		if c.part != FieldNone || c.said || !ok && !slices.Contains(contactPersons, plain) || len(cells) == 0 {
			continue
		}
		if written.All(cells, written.AreNumbers) {
			b.columns[i] = contactColumn{part: FieldPhone, group: plain, label: label}
		}
	}
}

// guessEmails finds the addresses for mail by what is in the columns, where no name
// tells: Gmail.
func (b *addressBook) guessEmails(f *file) {
	if b.own != nil || b.count(FieldEmail) > 0 {
		return
	}
	for i, c := range b.columns {
		cells := f.column(i)
		if c.part == FieldNone && !c.said && written.All(cells, written.IsAddress) {
			b.columns[i] = contactColumn{part: FieldEmail, group: written.Plain(b.names[i])}
		}
	}
}

// dropFlags takes no column for one of names or of telephones in which there is but
// a yes or a no: whether somebody is a customer, or has the shop on their mobile.
func (b *addressBook) dropFlags(f *file) {
	names := b.count(FieldName) + b.count(FieldGiven) + b.count(FieldFamily) + b.count(FieldFirm)
	for i, c := range b.columns {
		cells := f.column(i)
		if b.own == nil && (names > 1 && c.part == FieldName || c.part == FieldPhone) && !c.said && written.All(cells, written.IsFlag) {
			b.columns[i] = contactColumn{}
		}
	}
}
