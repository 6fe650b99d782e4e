package fields

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

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
	"name": Name, "displayname": Name, "fullname": Name, "contactname": Name, "customername": Name,
	"namefirst": Given, "namelast": Family, "firstname": Given, "givenname": Given, "vorname": Given, "etunimi": Given, "prenom": Given,
	"middlename": Middle, "additionalname": Middle,
	"lastname": Family, "familyname": Family, "surname": Family, "nachname": Family, "sukunimi": Family,
	"nameprefix": Prefix, "title": Prefix, "namesuffix": Suffix, "suffix": Suffix,
	"company": Firm, "companyname": Firm, "organization": Firm, "organisation": Firm,
	"organizationname": Firm, "organization1name": Firm, "firma": Firm, "yritys": Firm,
	"birthdate": Birthday, "dateofbirth": Birthday,
	"notes": Notes, "note": Notes, "memo": Notes, "comments": Notes, "comment": Notes, "associatednote": Notes,
	"accountname": Firm, "associatedcompany": Firm, "primaryassociatedcompany": Firm, "defaultaddresscompany": Firm, "billingcompany": Firm, "clientname": Name, "middle": Middle,
	"labels": Tags, "label": Tags, "tag": Tags, "groupmembership": Tags, "categories": Tags, "tags": Tags,
	"language": Language, "referenceid": Customer, "squarecustomerid": Customer, "kontaktnummer": Customer, "makhachhang": Customer,
	"birthyear": BirthYear, "birthmonth": BirthMonth, "birthday": Birthday,
	"geburtsjahr": BirthYear, "geburtsmonat": BirthMonth, // Thunderbird's; its Geburtstag is the day of the month
	"anneedenaissance": BirthYear, "moisdenaissance": BirthMonth, "jourdenaissance": BirthDay,
	"urodzinyrok": BirthYear, "urodzinymiesiac": BirthMonth, "urodzinydzien": BirthDay,
	"rokurodzenia": BirthYear, "miesiacurodzenia": BirthMonth, "dzienurodzenia": BirthDay,
	"anzeigename": Name, "nomaafficher": Name, "wyswietlananazwa": Name,
	// DATEV's list of those who owe and are owed.
	"nameadressattypunternehmen": Firm, "nameadressattypnaturlperson": Family, "vornameadressattypnaturlperson": Given,
	"nameadressattypkeineangabe": Name, "titelakadgrad": Prefix, "namensvorsatz": Middle,
}

// contactProperties are columns that nothing of ours is made of. What is in them
// is kept as the vCard property it would be, so that it can go out again.
var contactProperties = map[string]string{
	"nickname": "NICKNAME", "jobtitle": "TITLE", "occupation": "TITLE", "organizationtitle": "TITLE",
	"organization1title": "TITLE", "department": "X-DEPARTMENT", "organizationdepartment": "X-DEPARTMENT",
	"organization1department": "X-DEPARTMENT", "webpage": "URL", "webpage1": "URL", "webpage2": "URL",
	"website1value": "URL", "website2value": "URL", "gender": "GENDER", "spouse": "X-SPOUSE", "anniversary": "ANNIVERSARY", "jahrestag": "ANNIVERSARY",
	"position": "TITLE", "abteilung": "X-DEPARTMENT", "titre1": "TITLE", "fonction": "TITLE", "webseite": "URL", "pageweb": "URL", "relation1value": "RELATED",
	"spitzname": "NICKNAME", "surnom": "NICKNAME", "pseudonim": "NICKNAME", "arbeitstitel": "TITLE", "profession": "TITLE", "stanowisko": "TITLE",
	"dzial": "X-DEPARTMENT", "webseite1": "URL", "webseite2": "URL", "siteweb1": "URL", "siteweb2": "URL", "stronawww1": "URL", "stronawww2": "URL",
}

// addressNames are the columns of a postal address, behind whose address it is.
var addressNames = map[string]Field{
	"addressline1": Street, "addressline2": Extra, "addressline3": Extra, "address3": Extra, "street3": Extra,
	"towncity": City, "stateregion": Region, "stateprovince": Region, "stateprovinceregion": Region, "statecounty": Region,
	"countystate": Region, "postcodezip": Postcode, "zippostcode": Postcode, "postalzip": Postcode, "postalzipcode": Postcode,
	"housenumber": House, "houseno": House, "streetnumber": House, "hausnummer": House, "hausnr": House, "huisnummer": House,
	"huisnr": House, "husnummer": House, "husnr": House, "nrdomu": House, "numerocivico": House, "civico": House,
	"talonnumero": House, "numerorue": House,
	"postalcodezip": Postcode, "postalcodezipcode": Postcode, "zippostalcode": Postcode, "countryname": Country,
	"line1": Street, "line2": Extra, "street": Street, "street1": Street, "address": Street, "address1": Street, "streetaddress": Street,
	"streetaddress1": Street, "street2": Extra, "address2": Extra, "streetaddress2": Extra,
	"extendedaddress": Extra, "city": City, "town": City, "state": Region, "province": Region,
	"region": Region, "county": Region, "postalcode": Postcode, "zip": Postcode, "zipcode": Postcode,
	"postcode": Postcode, "country": Country, "countryregion": Country, "pobox": POBox, "addresspobox": POBox,
	"postfach": POBox,
}

// placedNames are columns that are of a postal address only behind whose it is:
// a country's code may be a telephone's.
var placedNames = map[string]Field{"countrycode": Country, "provincecode": Region, "statecode": Region}

// placePrefixes say whose address a column is of.
var placePrefixes = []string{
	"home", "business", "work", "other", "billing", "defaultaddress", "default", "mailing", "primary", "main", "shipping", "delivery", "permanent", "residential",
	"address", "postal", "physical", "postaladdress", "physicaladdress", "billingaddress", "shippingaddress", "mailingaddress", "homeaddress", "workaddress",
	"po", "sa", "cardaddress", // Xero's postal and street address, Stripe's
}

// numbered are Google's columns: Phone 1 - Value.
var numbered = regexp.MustCompile(`^(phone|email|address)(\d+)(.+)$`)

// OfContact tells what a column holds by its name.
func OfContact(name string) Contact {
	plain := written.Plain(strings.TrimPrefix(name, "Person - ")) // as Pipedrive begins them
	if part, ok := contactNames[plain]; ok {
		return Contact{Part: part}
	}
	if part, ok := wishNames[plain]; ok {
		return Contact{Part: part}
	}
	if IsOfWishes(plain) {
		return Contact{}
	}
	if property, ok := contactProperties[plain]; ok {
		return Contact{Part: Property, Group: property}
	}
	if slices.Contains(Names()[Customer], plain) {
		return Contact{Part: Customer}
	}
	switch plain { // as a person names these fields
	case string(Firm):
		return Contact{Part: Firm}
	case string(Extra):
		return Contact{Part: Extra, Group: "address"}
	case "by": // the Danish for a town
		return Contact{Part: City, Group: "address"}
	}
	if m := numbered.FindStringSubmatch(plain); m != nil && !strings.HasSuffix(plain, "name") {
		group, rest := m[1]+m[2], m[3]
		switch {
		case rest == "type" || rest == "label":
			return Contact{Part: Label, Group: group}
		case m[1] == "address" && addressNames[rest] != None:
			return Contact{Part: addressNames[rest], Group: group}
		case m[1] == "phone" && rest == "value":
			return Contact{Part: Phone, Group: group}
		case m[1] == "email" && (rest == "value" || rest == "address" || rest == "adresse"):
			return Contact{Part: Email, Group: group}
		}
		return Contact{}
	}
	if column, ok := InWords(plain); ok {
		return column
	}
	return Reaching(plain)
}

// Reaching tells of a column by which somebody is reached.
func Reaching(plain string) Contact {
	for _, no := range []string{"phonetic", "typ", "label", "displayname", "angezeigter", "anzeigename", "affich", "weergave", "exibicao", "wyswietl", "visning", "assistent", "assistant", "asst", "accepts", "marketing", "subscription", "status", "sms", "bemerkung", "anmerkung", "notiz", "kommentar", "remark", "comment", "phonenote", "emailnote", "telefonnote"} {
		if strings.Contains(plain, no) {
			return Contact{}
		}
	}
	switch {
	case strings.Contains(plain, "email") || plain == "mail":
		return Contact{Part: Email, Group: plain}
	case isPhoneWord(plain):
		return Contact{Part: Phone, Group: plain, Label: reachLabel(plain)}
	}
	if part, ok := addressNames[plain]; ok {
		return Contact{Part: part, Group: "address"}
	}
	for _, place := range placePrefixes {
		rest, ok := strings.CutPrefix(plain, place)
		part := cmp.Or(addressNames[rest], placedNames[rest])
		if column, _ := InWords(rest); ok && part == None && slices.Contains(AddressParts(), column.Part) {
			part = column.Part
		}
		if ok && part != None {
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
	kind := cmp.Or(KindOfPhone(plain), shortKind(plain))
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

// ContainsAny tells whether one of the parts is in a text.
func ContainsAny(text string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(text, p) })
}
