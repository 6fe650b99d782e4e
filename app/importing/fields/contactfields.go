package fields

import (
	"slices"
)

// The fields of a contact, which tables of purchases may have too.
const (
	Prefix   Field = "title" // before a name: Dr, Ms
	Mobile   Field = "mobile"
	Home     Field = "home-phone"
	Work     Field = "work-phone"
	Fax      Field = "fax"
	Street   Field = "street"
	Extra    Field = "extra" // the second line of a street
	Postcode Field = "postcode"
	City     Field = "city"
	Region   Field = "region"
	Birthday Field = "birthday"
	Notes    Field = "notes"
	Tags     Field = "tags"
	Language Field = "language"
)

// What columns of contacts hold beside these, which a person cannot say.
const (
	None       Field = ""
	Middle     Field = "middle"
	Suffix     Field = "suffix"
	Label      Field = "label"
	House      Field = "house" // its number in the street
	POBox      Field = "po-box"
	BirthYear  Field = "birth-year"
	BirthMonth Field = "birth-month"
	BirthDay   Field = "birth-day"
	Property   Field = "property" // kept as the vCard property that is the column's group
	Own        Field = "own"      // as only Ringback writes it
)

// contactFields are what a person can say of a column beside the fields that
// every table has.
func contactFields() []Field {
	return []Field{
		Prefix, Mobile, Home, Work, Fax, Street, Extra, Postcode, City, Region,
		Birthday, Notes, Tags, Language, DoNotCall, MayCall,
	}
}

// Telephone is a field of telephones of one kind.
type Telephone struct {
	Field Field
	Label string
}

// Telephones are the fields of telephones, and the label each is kept under.
func Telephones() []Telephone {
	return []Telephone{{Phone, ""}, {Mobile, "mobile"}, {Home, "home"}, {Work, "work"}, {Fax, "fax"}}
}

// AddressParts are the parts of a postal address.
func AddressParts() []Field {
	return []Field{Street, Extra, City, Region, Postcode, Country, POBox}
}

// AsSaid is the column of a table of contacts of which the person says
// that it holds that field; false if contacts have no such field.
func AsSaid(field Field, plain string) (Contact, bool) {
	for _, kind := range Telephones() {
		if kind.Field == field {
			return Contact{Part: Phone, Group: plain, Label: kind.Label, Said: true}, true
		}
	}
	part := field
	switch {
	case field == Ignore:
		return Contact{Part: Ignore, Said: true}, true
	case field == Email:
		return Contact{Part: part, Group: plain, Said: true}, true
	case slices.Contains(AddressParts(), part):
		return Contact{Part: part, Group: "address", Said: true}, true
	case slices.Contains([]Field{Customer, Name, Given, Family, Firm}, field),
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

// Field is what the column holds, as a person is told.
func (c Contact) Field() Field {
	if c.Part == Ignore {
		return ""
	}
	for _, kind := range Telephones() {
		if c.Part == Phone && c.Label == kind.Label {
			return kind.Field
		}
	}
	return c.Part
}

// IsOfOthers tells of a column of a table of purchases whether it may be of somebody
// else than the customer.
func IsOfOthers(plain string) bool { return ContainsAny(plain, notBuyers...) }
