package columns

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// Contacts is what the columns of a table of contacts hold: as Google,
// Outlook, Thunderbird and the shops' own exports name them.
type Contacts struct {
	Columns []Contact
	Names   []string
	Own     bool // Ringback wrote the table
}

// Contact is one of them.
type Contact struct {
	Part  Field
	Group string // columns of one telephone, address or mail have the same
	Label string
	Said  bool // by the person

	Abroad bool // the numbers begin with their country's, and no +
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
func contactColumnOf(name string) Contact {
	plain := written.Plain(strings.TrimPrefix(name, "Person - ")) // as Pipedrive begins them
	if part, ok := contactNames[plain]; ok {
		return Contact{Part: part}
	}
	if part, ok := wishNames[plain]; ok {
		return Contact{Part: part}
	}
	if isOfWishes(plain) {
		return Contact{}
	}
	if property, ok := contactProperties[plain]; ok {
		return Contact{Part: FieldProperty, Group: property}
	}
	if slices.Contains(columnNames()[FieldCustomer], plain) {
		return Contact{Part: FieldCustomer}
	}
	switch plain { // as a person names these fields
	case string(FieldFirm):
		return Contact{Part: FieldFirm}
	case string(FieldExtra):
		return Contact{Part: FieldExtra, Group: "address"}
	case "by": // the Danish for a town
		return Contact{Part: FieldCity, Group: "address"}
	}
	if m := numbered.FindStringSubmatch(plain); m != nil && !strings.HasSuffix(plain, "name") {
		group, rest := m[1]+m[2], m[3]
		switch {
		case rest == "type" || rest == "label":
			return Contact{Part: FieldLabel, Group: group}
		case m[1] == "address" && addressNames[rest] != FieldNone:
			return Contact{Part: addressNames[rest], Group: group}
		case m[1] == "phone" && rest == "value":
			return Contact{Part: FieldPhone, Group: group}
		case m[1] == "email" && (rest == "value" || rest == "address" || rest == "adresse"):
			return Contact{Part: FieldEmail, Group: group}
		}
		return Contact{}
	}
	if column, ok := inWords(plain); ok {
		return column
	}
	return reachColumn(plain)
}

// reachColumn tells of a column by which somebody is reached.
func reachColumn(plain string) Contact {
	for _, no := range []string{"phonetic", "typ", "label", "displayname", "angezeigter", "anzeigename", "affich", "weergave", "exibicao", "wyswietl", "visning", "assistent", "assistant", "asst", "accepts", "marketing", "subscription", "status", "sms"} {
		if strings.Contains(plain, no) {
			return Contact{}
		}
	}
	switch {
	case strings.Contains(plain, "email") || plain == "mail":
		return Contact{Part: FieldEmail, Group: plain}
	case isPhoneWord(plain):
		return Contact{Part: FieldPhone, Group: plain, Label: reachLabel(plain)}
	}
	if part, ok := addressNames[plain]; ok {
		return Contact{Part: part, Group: "address"}
	}
	for _, place := range placePrefixes {
		rest, ok := strings.CutPrefix(plain, place)
		part := cmp.Or(addressNames[rest], placedNames[rest])
		if column, _ := inWords(rest); ok && part == FieldNone && slices.Contains(addressParts(), column.Part) {
			part = column.Part
		}
		if ok && part != FieldNone {
			return Contact{Part: part, Group: "address" + place, Label: reachLabel(strings.TrimPrefix(place, "card"))}
		}
	}
	return Contact{}
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

// ReadContacts finds out whether a header is that of a table of contacts: it
// names people and how to reach them, and neither a day nor what was bought.
func ReadContacts(t Table) (Contacts, bool) {
	header, maps := t.Header, t.Maps
	if isOwnCustomers(header, maps) {
		return Contacts{Columns: make([]Contact, len(header)), Names: header, Own: true}, true
	}
	book := Contacts{Names: header}
	named, reached := false, false
	for _, name := range header {
		column := contactColumnOf(name)
		for _, m := range maps {
			if written.Plain(m.Column) != written.Plain(name) {
				continue
			}
			var ok bool
			if column, ok = contactFieldOf(m.Field, written.Plain(name)); !ok {
				return Contacts{}, false
			}
		}
		named = named || slices.Contains([]Field{FieldName, FieldGiven, FieldFamily, FieldFirm, FieldCustomer}, column.Part) || column.Group == "NICKNAME"
		reached = reached || slices.Contains([]Field{FieldPhone, FieldEmail}, column.Part)
		book.Columns = append(book.Columns, column)
	}
	book.splitBirthday()
	book.splitName(header)
	book.findHouses()
	book.ofStripe()
	if addressProgram(header) == brevo {
		book.ofBrevo()
	}
	bought := book.saysBought()
	book.describe()
	return book, named && reached && !bought
}

// saysBought tells whether the columns that hold nothing of a contact say what
// somebody bought, or when.
func (b Contacts) saysBought() bool {
	rest, taken := Columns{at: make(map[Field]int), Names: b.Names}, make(map[int]bool)
	plain := make([]string, len(b.Names))
	for i, name := range b.Names {
		plain[i], taken[i] = written.Plain(name), b.Columns[i].Part != FieldNone
	}
	rest.guess(plain, taken)
	day, item := rest.Of(FieldDay), rest.Of(FieldItem)
	noted := day < 0 || slices.Contains(notedNames, plain[day])
	described := item < 0 || slices.Contains(descriptions, plain[item]) && noted && !rest.Has(FieldAmount, FieldTotal)
	return rest.Has(FieldReceipt, FieldQuantity, FieldPrice) || !described || !noted ||
		day >= 0 && rest.Has(FieldAmount, FieldTotal, FieldCode)
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
			b.Columns[i] = Contact{Part: FieldPhone, Group: plain, Label: kindOfPhone(plain), Abroad: true}
		}
	}
}

// describe takes a description of somebody for notes, where there are no others.
func (b *Contacts) describe() {
	if b.count(FieldNotes) > 0 {
		return
	}
	for i, name := range b.Names {
		if b.Columns[i].Part == FieldNone && slices.Contains(descriptions, written.Plain(name)) {
			b.Columns[i].Part = FieldNotes
			return
		}
	}
}

// splitBirthday tells Thunderbird's Birth Day from other programs' Birthday,
// which is the same but for a space: it stands beside a year and a month.
func (b *Contacts) splitBirthday() {
	has := func(part Field) int {
		return slices.IndexFunc(b.Columns, func(c Contact) bool { return c.Part == part })
	}
	if day := has(FieldBirthday); day >= 0 && has(FieldBirthYear) >= 0 && has(FieldBirthMonth) >= 0 {
		b.Columns[day].Part = FieldBirthDay
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
	at := slices.IndexFunc(b.Columns, func(c Contact) bool { return c.Part == FieldName && !c.Said })
	if at < 0 || !slices.Contains(bareNames, written.Plain(b.Names[at])) || b.count(FieldName) < 2 && b.count(FieldGiven)+b.count(FieldFamily) == 0 {
		return -1
	}
	return at
}

// Described is what the columns were taken for.
func (b Contacts) Described(maps []Mapping) []Column {
	var all []Column
	for i, c := range b.Columns {
		all = append(all, Column{
			Name: b.Names[i], Field: c.field(), Remembered: slices.ContainsFunc(maps, func(m Mapping) bool {
				return m.remembered && written.Plain(m.Column) == written.Plain(b.Names[i])
			}),
		})
	}
	return all
}

// Program names the program that wrote the table; "" if it is not known.
func (b Contacts) Program() string {
	if b.Own {
		return Ours
	}
	return addressProgram(b.Names)
}
