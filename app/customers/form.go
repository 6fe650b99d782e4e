package customers

import (
	"strconv"
	"strings"

	"ringback.app/app"
)

// Form is a customer as a person types it.
type Form struct {
	ID    app.ID // zero: a new customer
	Draft string // the key of the draft that saving makes needless, if any
	// Origin is the customer as the form showed them at first: what is still the
	// same was not touched. Nil: as the book has them when the form is saved.
	Origin *Form `json:",omitempty"`

	Name   string // in full; empty: made of the parts
	Prefix string // Dr, Ms
	Given  string
	Family string
	Firm   string
	Number string // the shop's own customer number

	Phones    []PhoneField
	Emails    []app.Email
	Addresses []app.Address

	Birthday string // any day that app/when reads, with or without a year
	Language string // BCP 47; empty: the shop's
	TimeZone string // IANA name, or an offset as app.Offset reads it; empty: the shop's
	BestFrom string // an hour, such as 9 or 17:30
	BestTo   string
	NotOn    app.Weekdays
	Tags     string // parted by commas
	Notes    string

	DoNotCall []app.DoNotCall // a wish without a day is of today
}

// PhoneField is a number as a person types it.
type PhoneField struct {
	Label     string
	Typed     string
	Preferred bool
	// Unfit is what calls have shown; clear it when the number is good again.
	Unfit app.UnfitFor
}

// The fields that errors and remarks name. The members of a list are named
// by FieldAt.
const (
	FieldName      = "name"
	FieldPrefix    = "prefix"
	FieldGiven     = "given"
	FieldFamily    = "family"
	FieldFirm      = "firm"
	FieldNumber    = "number"
	FieldPhones    = "phones"
	FieldEmails    = "emails"
	FieldAddresses = "addresses"
	FieldBirthday  = "birthday"
	FieldLanguage  = "language"
	FieldTimeZone  = "time-zone"
	FieldBestFrom  = "best-from"
	FieldBestTo    = "best-to"
	FieldTags      = "tags"
	FieldNotes     = "notes"
	FieldDoNotCall = "do-not-call"
	FieldArchived  = "archived"
)

// FieldAt names one member of a list of fields, counted from 0: "phones.1".
func FieldAt(list string, i int) string { return list + "." + strconv.Itoa(i) }

// FormOf returns the form that shows the customer.
func FormOf(c app.Customer) Form {
	f := Form{
		ID: c.ID, Name: c.Name.Full, Prefix: c.Name.Prefix, Given: c.Name.Given, Family: c.Name.Family,
		Firm: c.Firm, Number: c.Reference(app.ReferenceShop),
		Emails: c.Emails, Addresses: c.Addresses,
		Birthday: c.Birthday, Language: c.Language, TimeZone: c.TimeZone,
		NotOn: c.BestTime.Not, Tags: strings.Join(c.Tags, ", "), Notes: c.Notes, DoNotCall: c.DoNotCall,
	}
	for _, p := range c.Phones {
		f.Phones = append(f.Phones, PhoneField{Label: p.Label, Typed: p.Typed, Preferred: p.Preferred, Unfit: p.Unfit})
	}
	if c.BestTime.From != 0 || c.BestTime.To != 0 {
		f.BestFrom = c.BestTime.From.String()
	}
	if c.BestTime.To != 0 {
		f.BestTo = c.BestTime.To.String()
	}
	return f
}
