package columns

import (
	"slices"

	"ringback.app/app/importing/written"
)

// The fields of a contact, which tables of purchases may have too.
const (
	FieldPrefix   Field = "title" // before a name: Dr, Ms
	FieldMobile   Field = "mobile"
	FieldHome     Field = "home-phone"
	FieldWork     Field = "work-phone"
	FieldFax      Field = "fax"
	FieldStreet   Field = "street"
	FieldExtra    Field = "extra" // the second line of a street
	FieldPostcode Field = "postcode"
	FieldCity     Field = "city"
	FieldRegion   Field = "region"
	FieldBirthday Field = "birthday"
	FieldNotes    Field = "notes"
	FieldTags     Field = "tags"
	FieldLanguage Field = "language"
)

// What columns of contacts hold beside these, which a person cannot say.
const (
	FieldNone       Field = ""
	FieldMiddle     Field = "middle"
	FieldSuffix     Field = "suffix"
	FieldLabel      Field = "label"
	FieldHouse      Field = "house" // its number in the street
	FieldPOBox      Field = "po-box"
	FieldBirthYear  Field = "birth-year"
	FieldBirthMonth Field = "birth-month"
	FieldBirthDay   Field = "birth-day"
	FieldProperty   Field = "property" // kept as the vCard property that is the column's group
	FieldOwn        Field = "own"      // as only Ringback writes it
)

// contactFields are what a person can say of a column beside the fields that
// every table has.
func contactFields() []Field {
	return []Field{
		FieldPrefix, FieldMobile, FieldHome, FieldWork, FieldFax, FieldStreet, FieldExtra, FieldPostcode, FieldCity, FieldRegion,
		FieldBirthday, FieldNotes, FieldTags, FieldLanguage, FieldDoNotCall, FieldMayCall,
	}
}

// PhoneField is a field of telephones of one kind.
type PhoneField struct {
	Field Field
	Label string
}

// PhoneFields are the fields of telephones, and the label each is kept under.
func PhoneFields() []PhoneField {
	return []PhoneField{{FieldPhone, ""}, {FieldMobile, "mobile"}, {FieldHome, "home"}, {FieldWork, "work"}, {FieldFax, "fax"}}
}

// addressParts are the parts of a postal address.
func addressParts() []Field {
	return []Field{FieldStreet, FieldExtra, FieldCity, FieldRegion, FieldPostcode, FieldCountry, FieldPOBox}
}

// contactFieldOf is the column of a table of contacts of which the person says
// that it holds that field; false if contacts have no such field.
func contactFieldOf(field Field, plain string) (Contact, bool) {
	for _, kind := range PhoneFields() {
		if kind.Field == field {
			return Contact{Part: FieldPhone, Group: plain, Label: kind.Label, Said: true}, true
		}
	}
	part := field
	switch {
	case field == FieldIgnore:
		return Contact{Part: FieldIgnore, Said: true}, true
	case field == FieldEmail:
		return Contact{Part: part, Group: plain, Said: true}, true
	case slices.Contains(addressParts(), part):
		return Contact{Part: part, Group: "address", Said: true}, true
	case slices.Contains([]Field{FieldCustomer, FieldName, FieldGiven, FieldFamily, FieldFirm}, field),
		slices.Contains(contactFields(), field):
		return Contact{Part: part, Said: true}, true
	}
	return Contact{}, false
}

// notBuyers say of a telephone in a table of purchases that it is not, or may not
// be, the customer's.
var notBuyers = []string{
	"store", "shop", "outlet", "branch", "staff", "seller", "sales", "cashier", "employee", "driver", "courier", "delivery", "shipping", "recipient",
	"filiale", "verkauf", "mitarbeiter", "liefer", "magasin", "vendeur", "livraison", "tienda", "vendedor", "envio", "negozio", "venditore", "winkel",
	"verkoper", "butik", "saljare", "myyja", "sklep", "sprzedaw",
}

// guessNames finds who somebody is by the words of the languages known, and sets
// a column called Name apart from those that hold a part of it.
func (c *Columns) guessNames(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if taken[i] || isOfWishes(name) {
			continue
		}
		column, ok := inWords(name)
		if !ok {
			column = reachColumn(name)
		}
		switch column.Part {
		case FieldName, FieldGiven, FieldFamily, FieldFirm, FieldPhone, FieldEmail:
			c.find(column.Part, []string{name}, plain, taken)
		}
		if column.Part == FieldPhone && !taken[i] && !c.settled[FieldPhone] && !containsAny(name, notBuyers...) { // beside another, of its own kind
			c.find(column.field(), []string{name}, plain, taken)
		}
	}
	if at, named := c.at[FieldName]; named {
		delete(c.at, FieldName)
		c.at[c.PartOf(at)] = at
	}
}

// PartOf is which part of a name the column holds that is known to hold a name:
// the one that no other column holds, where it is called Name and no more.
func (c Columns) PartOf(at int) Field {
	if c.said[at] || c.settled[FieldName] || !slices.Contains(anyName, written.Plain(c.Names[at])) {
		return FieldName
	}
	switch given, family := c.Has(FieldGiven), c.Has(FieldFamily); {
	case given && !family:
		return FieldFamily
	case family && !given:
		return FieldGiven
	}
	return FieldName
}

// field is what the column holds, as a person is told.
func (c Contact) field() Field {
	if c.Part == FieldIgnore {
		return ""
	}
	for _, kind := range PhoneFields() {
		if c.Part == FieldPhone && c.Label == kind.Label {
			return kind.Field
		}
	}
	return c.Part
}
