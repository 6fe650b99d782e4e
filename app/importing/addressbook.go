package importing

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
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
	part  Field
	group string // columns of one telephone, address or mail have the same
	label string
	said  bool // by the person

	abroad bool // the numbers begin with their country's, and no +
}

// contactNames are columns that there is one of.
var contactNames = map[string]Field{
	"name": FieldName, "displayname": FieldName, "fullname": FieldName, "contactname": FieldName, "customername": FieldName,
	"namefirst": FieldGiven, "namelast": FieldFamily, "firstname": FieldGiven, "givenname": FieldGiven, "vorname": FieldGiven, "etunimi": FieldGiven, "prenom": FieldGiven,
	"middlename": FieldMiddle, "additionalname": FieldMiddle,
	"lastname": FieldFamily, "familyname": FieldFamily, "surname": FieldFamily, "nachname": FieldFamily, "sukunimi": FieldFamily,
	"nameprefix": FieldPrefix, "title": FieldPrefix, "namesuffix": FieldSuffix, "suffix": FieldSuffix,
	"company": FieldFirm, "companyname": FieldFirm, "organization": FieldFirm, "organisation": FieldFirm,
	"organizationname": FieldFirm, "organization1name": FieldFirm, "firma": FieldFirm, "yritys": FieldFirm,
	"birthdate": FieldBirthday, "dateofbirth": FieldBirthday,
	"notes": FieldNotes, "note": FieldNotes, "memo": FieldNotes, "comments": FieldNotes, "comment": FieldNotes, "associatednote": FieldNotes,
	"accountname": FieldFirm, "associatedcompany": FieldFirm, "primaryassociatedcompany": FieldFirm, "defaultaddresscompany": FieldFirm, "billingcompany": FieldFirm, "clientname": FieldName, "middle": FieldMiddle,
	"labels": FieldTags, "label": FieldTags, "tag": FieldTags, "groupmembership": FieldTags, "categories": FieldTags, "tags": FieldTags,
	"language": FieldLanguage, "referenceid": FieldCustomer, "squarecustomerid": FieldCustomer, "kontaktnummer": FieldCustomer, "makhachhang": FieldCustomer,
	"birthyear": FieldBirthYear, "birthmonth": FieldBirthMonth, "birthday": FieldBirthday,
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
var addressNames = map[string]Field{
	"addressline1": FieldStreet, "addressline2": FieldExtra, "addressline3": FieldExtra, "address3": FieldExtra, "street3": FieldExtra,
	"towncity": FieldCity, "stateregion": FieldRegion, "stateprovince": FieldRegion, "stateprovinceregion": FieldRegion, "statecounty": FieldRegion,
	"countystate": FieldRegion, "postcodezip": FieldPostcode, "zippostcode": FieldPostcode, "postalzip": FieldPostcode, "postalzipcode": FieldPostcode,
	"housenumber": FieldHouse, "houseno": FieldHouse, "streetnumber": FieldHouse, "hausnummer": FieldHouse, "hausnr": FieldHouse, "huisnummer": FieldHouse,
	"huisnr": FieldHouse, "husnummer": FieldHouse, "husnr": FieldHouse, "nrdomu": FieldHouse, "numerocivico": FieldHouse, "civico": FieldHouse,
	"talonnumero": FieldHouse, "numerorue": FieldHouse,
	"postalcodezip": FieldPostcode, "postalcodezipcode": FieldPostcode, "zippostalcode": FieldPostcode, "countryname": FieldCountry,
	"line1": FieldStreet, "line2": FieldExtra, "street": FieldStreet, "street1": FieldStreet, "address": FieldStreet, "address1": FieldStreet, "streetaddress": FieldStreet,
	"streetaddress1": FieldStreet, "street2": FieldExtra, "address2": FieldExtra, "streetaddress2": FieldExtra,
	"extendedaddress": FieldExtra, "city": FieldCity, "town": FieldCity, "state": FieldRegion, "province": FieldRegion,
	"region": FieldRegion, "county": FieldRegion, "postalcode": FieldPostcode, "zip": FieldPostcode, "zipcode": FieldPostcode,
	"postcode": FieldPostcode, "country": FieldCountry, "countryregion": FieldCountry, "pobox": FieldPOBox, "addresspobox": FieldPOBox,
}

// placedNames are columns that are of a postal address only behind whose it is:
// a country's code may be a telephone's.
var placedNames = map[string]Field{"countrycode": FieldCountry, "provincecode": FieldRegion, "statecode": FieldRegion}

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
	plain := written.Plain(strings.TrimPrefix(name, "Person - ")) // as Pipedrive begins them
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
		return contactColumn{part: FieldProperty, group: property}
	}
	if slices.Contains(columnNames()[FieldCustomer], plain) {
		return contactColumn{part: FieldCustomer}
	}
	switch plain { // as a person names these fields
	case string(FieldFirm):
		return contactColumn{part: FieldFirm}
	case string(FieldExtra):
		return contactColumn{part: FieldExtra, group: "address"}
	case "by": // the Danish for a town
		return contactColumn{part: FieldCity, group: "address"}
	}
	if m := numbered.FindStringSubmatch(plain); m != nil && !strings.HasSuffix(plain, "name") {
		group, rest := m[1]+m[2], m[3]
		switch {
		case rest == "type" || rest == "label":
			return contactColumn{part: FieldLabel, group: group}
		case m[1] == "address" && addressNames[rest] != FieldNone:
			return contactColumn{part: addressNames[rest], group: group}
		case m[1] == "phone" && rest == "value":
			return contactColumn{part: FieldPhone, group: group}
		case m[1] == "email" && (rest == "value" || rest == "address" || rest == "adresse"):
			return contactColumn{part: FieldEmail, group: group}
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
		return contactColumn{part: FieldEmail, group: plain}
	case isPhoneWord(plain):
		return contactColumn{part: FieldPhone, group: plain, label: reachLabel(plain)}
	}
	if part, ok := addressNames[plain]; ok {
		return contactColumn{part: part, group: "address"}
	}
	for _, place := range placePrefixes {
		rest, ok := strings.CutPrefix(plain, place)
		part := cmp.Or(addressNames[rest], placedNames[rest])
		if column, _ := inWords(rest); ok && part == FieldNone && slices.Contains(addressParts, column.part) {
			part = column.part
		}
		if ok && part != FieldNone {
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
			if written.Plain(m.Column) != written.Plain(name) {
				continue
			}
			var ok bool
			if column, ok = contactFieldOf(m.Field, written.Plain(name)); !ok {
				return addressBook{}, false
			}
		}
		named = named || slices.Contains([]Field{FieldName, FieldGiven, FieldFamily, FieldFirm, FieldCustomer}, column.part) || column.group == "NICKNAME"
		reached = reached || slices.Contains([]Field{FieldPhone, FieldEmail}, column.part)
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
		plain[i], taken[i] = written.Plain(name), book.columns[i].part != FieldNone
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
		if plain := written.Plain(name); !b.columns[i].said && slices.Contains([]string{"sms", "whatsapp", "landlinenumber"}, plain) {
			b.columns[i] = contactColumn{part: FieldPhone, group: plain, label: kindOfPhone(plain), abroad: true}
		}
	}
}

// describe takes a description of somebody for notes, where there are no others.
func (b *addressBook) describe() {
	if b.count(FieldNotes) > 0 {
		return
	}
	for i, name := range b.names {
		if b.columns[i].part == FieldNone && slices.Contains(descriptions, written.Plain(name)) {
			b.columns[i].part = FieldNotes
			return
		}
	}
}

// splitBirthday tells Thunderbird's Birth Day from other programs' Birthday,
// which is the same but for a space: it stands beside a year and a month.
func (b *addressBook) splitBirthday() {
	has := func(part Field) int {
		return slices.IndexFunc(b.columns, func(c contactColumn) bool { return c.part == part })
	}
	if day := has(FieldBirthday); day >= 0 && has(FieldBirthYear) >= 0 && has(FieldBirthMonth) >= 0 {
		b.columns[day].part = FieldBirthDay
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
				return m.remembered && written.Plain(m.Column) == written.Plain(f.header[i])
			}),
		})
	}
	row, end := r.contactRows(f, book)
	err := r.table(ctx, f, func(tables.Row) error { return nil }, row)
	if err == nil {
		err = end()
	}
	if err == nil && f.about.Rows == 0 {
		err = app.Invalid("error.import.no-rows", app.Args{"File": f.title()})
	}
	return err
}

func problemsOf(row tables.Row) []*app.Error {
	if row.Problem == nil {
		return nil
	}
	return []*app.Error{row.Problem}
}
