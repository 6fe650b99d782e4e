package importing

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
)

// addressBook is what the columns of a table of contacts hold: as Google,
// Outlook, Thunderbird and the shops' own exports name them.
type addressBook struct {
	columns []contactColumn
	own     []string     // the header, where Ringback wrote the table itself
	names   []string     // of the columns
	order   tables.Order // of birthdays
	bare    int          // the column called Customer and no more that clearly holds numbers; -1: none
	now     time.Time
}

// contactColumn is one column of it.
type contactColumn struct {
	part  contactPart
	group string // columns of one telephone, address or mail have the same
	label string
	said  bool // by the person

	abroad bool // the numbers begin with their country's, and no +
}

// contactPart is what of a contact a column holds.
type contactPart string

const (
	partNone     contactPart = ""
	partIgnored  contactPart = "ignore" // the person says that nothing is made of it
	partNumber   contactPart = "customer"
	partFull     contactPart = "name"
	partGiven    contactPart = "given-name"
	partMiddle   contactPart = "middle"
	partFamily   contactPart = "family-name"
	partPrefix   contactPart = "title"
	partSuffix   contactPart = "suffix"
	partFirm     contactPart = "firm"
	partPhone    contactPart = "phone"
	partEmail    contactPart = "email"
	partLabel    contactPart = "label"
	partStreet   contactPart = "street"
	partHouse    contactPart = "house" // its number in the street
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

	partBirthYear  contactPart = "birth-year"
	partBirthMonth contactPart = "birth-month"
	partBirthDay   contactPart = "birth-day"
	partProperty   contactPart = "property" // kept as the vCard property that is the column's group
)

// contactNames are columns that there is one of.
var contactNames = map[string]contactPart{
	"name": partFull, "displayname": partFull, "fullname": partFull, "contactname": partFull, "customername": partFull,
	"namefirst": partGiven, "namelast": partFamily, "firstname": partGiven, "givenname": partGiven, "vorname": partGiven, "etunimi": partGiven, "prenom": partGiven,
	"middlename": partMiddle, "additionalname": partMiddle,
	"lastname": partFamily, "familyname": partFamily, "surname": partFamily, "nachname": partFamily, "sukunimi": partFamily,
	"nameprefix": partPrefix, "title": partPrefix, "namesuffix": partSuffix, "suffix": partSuffix,
	"company": partFirm, "companyname": partFirm, "organization": partFirm, "organisation": partFirm,
	"organizationname": partFirm, "organization1name": partFirm, "firma": partFirm, "yritys": partFirm,
	"birthdate": partBirthday, "dateofbirth": partBirthday,
	"notes": partNotes, "note": partNotes, "memo": partNotes, "comments": partNotes, "comment": partNotes, "associatednote": partNotes,
	"accountname": partFirm, "associatedcompany": partFirm, "primaryassociatedcompany": partFirm, "defaultaddresscompany": partFirm, "billingcompany": partFirm, "clientname": partFull, "middle": partMiddle,
	"labels": partTags, "label": partTags, "tag": partTags, "groupmembership": partTags, "categories": partTags, "tags": partTags,
	"language": partLanguage, "referenceid": partNumber, "squarecustomerid": partNumber, "kontaktnummer": partNumber, "makhachhang": partNumber,
	"birthyear": partBirthYear, "birthmonth": partBirthMonth, "birthday": partBirthday,
}

// contactProperties are columns that nothing of ours is made of. What is in them
// is kept as the vCard property it would be, so that it can go out again.
var contactProperties = map[string]string{
	"nickname": "NICKNAME", "jobtitle": "TITLE", "occupation": "TITLE", "organizationtitle": "TITLE",
	"organization1title": "TITLE", "department": "X-DEPARTMENT", "organizationdepartment": "X-DEPARTMENT",
	"organization1department": "X-DEPARTMENT", "webpage": "URL", "webpage1": "URL", "webpage2": "URL",
	"website1value": "URL", "website2value": "URL", "gender": "GENDER", "spouse": "X-SPOUSE", "anniversary": "ANNIVERSARY", "jahrestag": "ANNIVERSARY",
	"position": "TITLE", "abteilung": "X-DEPARTMENT", "titre1": "TITLE", "fonction": "TITLE", "webseite": "URL", "pageweb": "URL", "relation1value": "RELATED",
}

// addressNames are the columns of a postal address, behind whose address it is.
var addressNames = map[string]contactPart{
	"addressline1": partStreet, "addressline2": partExtra, "addressline3": partExtra, "address3": partExtra, "street3": partExtra,
	"towncity": partCity, "stateregion": partRegion, "stateprovince": partRegion, "stateprovinceregion": partRegion, "statecounty": partRegion,
	"countystate": partRegion, "postcodezip": partPostcode, "zippostcode": partPostcode, "postalzip": partPostcode, "postalzipcode": partPostcode,
	"housenumber": partHouse, "houseno": partHouse, "streetnumber": partHouse, "hausnummer": partHouse, "hausnr": partHouse, "huisnummer": partHouse,
	"huisnr": partHouse, "husnummer": partHouse, "husnr": partHouse, "nrdomu": partHouse, "numerocivico": partHouse, "civico": partHouse,
	"talonnumero": partHouse, "numerorue": partHouse,
	"postalcodezip": partPostcode, "postalcodezipcode": partPostcode, "zippostalcode": partPostcode, "countryname": partCountry,
	"line1": partStreet, "line2": partExtra, "street": partStreet, "street1": partStreet, "address": partStreet, "address1": partStreet, "streetaddress": partStreet,
	"streetaddress1": partStreet, "street2": partExtra, "address2": partExtra, "streetaddress2": partExtra,
	"extendedaddress": partExtra, "city": partCity, "town": partCity, "state": partRegion, "province": partRegion,
	"region": partRegion, "county": partRegion, "postalcode": partPostcode, "zip": partPostcode, "zipcode": partPostcode,
	"postcode": partPostcode, "country": partCountry, "countryregion": partCountry, "pobox": partPOBox, "addresspobox": partPOBox,
}

// placedNames are columns that are of a postal address only behind whose it is:
// a country's code may be a telephone's.
var placedNames = map[string]contactPart{"countrycode": partCountry, "provincecode": partRegion, "statecode": partRegion}

// placePrefixes say whose address a column is of.
var placePrefixes = []string{
	"home", "business", "work", "other", "billing", "defaultaddress", "default", "mailing", "primary", "main", "shipping", "delivery", "permanent", "residential",
	"address", "postal", "physical", "postaladdress", "physicaladdress", "billingaddress", "shippingaddress", "mailingaddress", "homeaddress", "workaddress",
	"po", "sa", "cardaddress", // Xero's postal and street address, Stripe's
}

// numbered are Google's columns: Phone 1 - Value.
var numbered = regexp.MustCompile(`^(phone|email|address)(\d+)(.+)$`)

// contactColumnOf tells what a column holds by its name.
func contactColumnOf(name string) contactColumn {
	plain := plainName(strings.TrimPrefix(name, "Person - ")) // as Pipedrive begins them
	if part, ok := contactNames[plain]; ok {
		return contactColumn{part: part}
	}
	if part, ok := wishNames[plain]; ok {
		return contactColumn{part: part}
	}
	if isOfWishes(plain) {
		return contactColumn{}
	}
	if property, ok := contactProperties[plain]; ok {
		return contactColumn{part: partProperty, group: property}
	}
	if slices.Contains(columnNames()[FieldCustomer], plain) {
		return contactColumn{part: partNumber}
	}
	switch plain { // as a person names these fields
	case string(FieldFirm):
		return contactColumn{part: partFirm}
	case string(FieldExtra):
		return contactColumn{part: partExtra, group: "address"}
	case "by": // the Danish for a town
		return contactColumn{part: partCity, group: "address"}
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
		case m[1] == "email" && (rest == "value" || rest == "address" || rest == "adresse"):
			return contactColumn{part: partEmail, group: group}
		}
		return contactColumn{}
	}
	if column, ok := inWords(plain); ok {
		return column
	}
	return reachColumn(plain)
}

// reachColumn tells of a column by which somebody is reached.
func reachColumn(plain string) contactColumn {
	for _, no := range []string{"phonetic", "typ", "label", "displayname", "angezeigter", "anzeigename", "affich", "weergave", "exibicao", "wyswietl", "visning", "assistent", "assistant", "asst", "accepts", "marketing", "subscription", "status", "sms"} {
		if strings.Contains(plain, no) {
			return contactColumn{}
		}
	}
	switch {
	case strings.Contains(plain, "email") || plain == "mail":
		return contactColumn{part: partEmail, group: plain}
	case isPhoneWord(plain):
		return contactColumn{part: partPhone, group: plain, label: reachLabel(plain)}
	}
	if part, ok := addressNames[plain]; ok {
		return contactColumn{part: part, group: "address"}
	}
	for _, place := range placePrefixes {
		rest, ok := strings.CutPrefix(plain, place)
		part := firstOf(addressNames[rest], placedNames[rest])
		if column, _ := inWords(rest); ok && part == partNone && slices.Contains(addressParts, column.part) {
			part = column.part
		}
		if ok && part != partNone {
			return contactColumn{part: part, group: "address" + place, label: reachLabel(strings.TrimPrefix(place, "card"))}
		}
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
	kind := kindOfPhone(plain)
	if len(words) == 0 && kind != "" {
		words = append(words, kind)
	}
	if len(words) == 1 && words[0] == "fax" {
		for _, w := range placeWords {
			if strings.Contains(plain, w.in) && w.place != "other" {
				return w.place + " fax"
			}
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
	if isOwnCustomers(header, maps) {
		return ownAddressBook(header), true
	}
	book := addressBook{names: header, bare: -1}
	named, reached := false, false
	for _, name := range header {
		column := contactColumnOf(name)
		for _, m := range maps {
			if plainName(m.Column) != plainName(name) {
				continue
			}
			var ok bool
			if column, ok = contactFieldOf(m.Field, plainName(name)); !ok {
				return addressBook{}, false
			}
		}
		named = named || slices.Contains([]contactPart{partFull, partGiven, partFamily, partFirm, partNumber}, column.part) || column.group == "NICKNAME"
		reached = reached || slices.Contains([]contactPart{partPhone, partEmail}, column.part)
		book.columns = append(book.columns, column)
	}
	book.splitBirthday()
	book.splitName(header)
	book.findHouses()
	book.ofStripe()
	if addressProgram(header) == brevo {
		book.ofBrevo()
	}
	rest, taken := columns{at: make(map[Field]int), names: header}, make(map[int]bool)
	plain := make([]string, len(header))
	for i, name := range header {
		plain[i], taken[i] = plainName(name), book.columns[i].part != partNone
	}
	rest.guess(plain, taken)
	bought := rest.has(FieldReceipt, FieldQuantity, FieldPrice)
	day := rest.of(FieldDay)
	noted := day < 0 || slices.Contains(notedNames, plain[day])
	if item := rest.of(FieldItem); item >= 0 && (!slices.Contains(descriptions, plain[item]) || !noted || rest.has(FieldAmount, FieldTotal)) {
		bought = true
	}
	if !noted || day >= 0 && rest.has(FieldAmount, FieldTotal, FieldCode) {
		bought = true
	}
	book.describe()
	return book, named && reached && !bought
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
func (b *addressBook) ofBrevo() {
	for i, name := range b.names {
		if plain := plainName(name); !b.columns[i].said && slices.Contains([]string{"sms", "whatsapp", "landlinenumber"}, plain) {
			b.columns[i] = contactColumn{part: partPhone, group: plain, label: kindOfPhone(plain), abroad: true}
		}
	}
}

// describe takes a description of somebody for notes, where there are no others.
func (b *addressBook) describe() {
	if b.count(partNotes) > 0 {
		return
	}
	for i, name := range b.names {
		if b.columns[i].part == partNone && slices.Contains(descriptions, plainName(name)) {
			b.columns[i].part = partNotes
			return
		}
	}
}

// splitBirthday tells Thunderbird's Birth Day from other programs' Birthday,
// which is the same but for a space: it stands beside a year and a month.
func (b *addressBook) splitBirthday() {
	has := func(part contactPart) int {
		return slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == part })
	}
	if day := has(partBirthday); day >= 0 && has(partBirthYear) >= 0 && has(partBirthMonth) >= 0 {
		b.columns[day].part = partBirthDay
	}
}

// contacts reads a table of contacts.
func (r *reading) contacts(ctx context.Context, f *file) error {
	book, _ := readAddressBook(f.header, f.maps)
	book.now = r.now()
	if f.about.Program = addressProgram(f.header); book.own != nil {
		f.about.Program = ours
	}
	if err := r.perhapsBought(f, book); err != nil {
		return err
	}
	book.guessPhones(f)
	book.guessEmails(f)
	book.dropFlags(f)
	if err := book.survey(ctx, r, f); err != nil {
		return err
	}
	if err := book.decideBare(ctx, r, f); err != nil {
		return err
	}
	if err := book.decideTitles(ctx, r, f); err != nil {
		return err
	}
	for i, c := range book.columns {
		f.about.Columns = append(f.about.Columns, Column{
			Name: f.header[i], Field: c.field(), Remembered: slices.ContainsFunc(f.maps, func(m Mapping) bool {
				return m.remembered && plainName(m.Column) == plainName(f.header[i])
			}),
		})
	}
	row, end := r.contactRows(f, book)
	err := r.table(ctx, f, func(tables.Row) error { return nil }, row)
	if err == nil {
		err = end()
	}
	if err == nil && f.about.Rows == 0 {
		err = invalid("error.import.no-rows", app.Args{"File": f.title()})
	}
	return err
}

func problemsOf(row tables.Row) []*app.Error {
	if row.Problem == nil {
		return nil
	}
	return []*app.Error{row.Problem}
}
