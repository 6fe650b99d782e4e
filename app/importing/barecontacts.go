package importing

import (
	"slices"
	"strings"
)

// Some columns of contacts are called by a word that tells little: what is beside
// them, or in them, tells what they hold.

// ofStripe finds the customers' numbers of its lists, by which its payments name
// them.
func (b *addressBook) ofStripe() {
	if at := slices.IndexFunc(b.names, func(name string) bool { return plainName(name) == "id" }); addressProgram(b.names) == stripe && !b.columns[at].said {
		b.columns[at].part = partNumber
	}
}

// findHouses finds the numbers of houses that are called Number and no more: they
// stand behind the street.
func (b *addressBook) findHouses() {
	plain := make([]string, len(b.names))
	for i, name := range b.names {
		plain[i] = plainName(name)
	}
	for i, c := range b.columns {
		if c.part == partNone && isHouse(plain, i) && houseOf(b.columns[i-1].part) == partHouse {
			b.columns[i].part, b.columns[i].group, b.columns[i].label = partHouse, b.columns[i-1].group, b.columns[i-1].label
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
		plain := strings.TrimRight(plainName(b.names[i]), "23")
		label, ok := phonePlaces[plain]
		cells := f.column(i)
		if c.part != partNone || c.said || !ok && !slices.Contains(contactPersons, plain) || len(cells) == 0 {
			continue
		}
		if !slices.ContainsFunc(cells, not(areNumbers)) {
			b.columns[i] = contactColumn{part: partPhone, group: plain, label: label}
		}
	}
}

// guessEmails finds the addresses for mail by what is in the columns, where no name
// tells: Gmail.
func (b *addressBook) guessEmails(f *file) {
	if b.own != nil || b.count(partEmail) > 0 {
		return
	}
	for i, c := range b.columns {
		cells := f.column(i)
		if c.part == partNone && !c.said && len(cells) > 0 && !slices.ContainsFunc(cells, not(isAddress)) {
			b.columns[i] = contactColumn{part: partEmail, group: plainName(b.names[i])}
		}
	}
}

// dropFlags takes no column for one of names or of telephones in which there is but
// a yes or a no: whether somebody is a customer, or has the shop on their mobile.
func (b *addressBook) dropFlags(f *file) {
	names := b.count(partFull) + b.count(partGiven) + b.count(partFamily) + b.count(partFirm)
	for i, c := range b.columns {
		cells := f.column(i)
		if b.own == nil && (names > 1 && c.part == partFull || c.part == partPhone) && !c.said && len(cells) > 0 && !slices.ContainsFunc(cells, not(isFlag)) {
			b.columns[i] = contactColumn{}
		}
	}
}

// isFlag tells whether a cell is a yes or a no in a whole word.
func isFlag(cell string) bool { return len(cell) > 1 && isYesOrNo(cell) }

// areNumbers tells whether a cell holds one or more telephones' numbers.
func areNumbers(cell string) bool {
	return !isDate(cell) && !slices.ContainsFunc(phonesIn(cell), not(isReached))
}
