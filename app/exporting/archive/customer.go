package archive

import "ringback.app/app"

// Customer is a customer as JSON.
type Customer struct {
	ID         app.ID      `json:"id"`
	Name       Name        `json:"name,omitzero"`
	Firm       string      `json:"firm,omitempty"`
	Phones     []Phone     `json:"phones,omitempty"`
	Emails     []Email     `json:"emails,omitempty"`
	Addresses  []Address   `json:"addresses,omitempty"`
	Birthday   string      `json:"birthday,omitempty"` // YYYY-MM-DD, or --MM-DD without the year
	Language   string      `json:"language,omitempty"` // BCP 47
	TimeZone   string      `json:"time_zone,omitempty"`
	BestTime   BestTime    `json:"best_time,omitzero"`
	Tags       []string    `json:"tags,omitempty"`
	Notes      string      `json:"notes,omitempty"`
	DoNotCall  []DoNotCall `json:"do_not_call,omitempty"`
	References []Reference `json:"references,omitempty"`
	Unknown    []Property  `json:"vcard,omitempty"` // vCard properties that nothing else was made of
	Archived   bool        `json:"archived,omitempty"`
	Thanks     []ThankYou  `json:"thanks,omitempty"` // what the shop gave them for being a customer, oldest first
}

// ThankYou is something small that a customer was given.
type ThankYou struct {
	Day  app.Day `json:"day"`
	What string  `json:"what"`
	Cost Money   `json:"cost,omitzero"`
	By   string  `json:"by,omitempty"`
}

// Name is a person's name, in full and in its parts.
type Name struct {
	Full   string `json:"full,omitempty"`
	Given  string `json:"given,omitempty"`
	Family string `json:"family,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Middle string `json:"middle,omitempty"`
}

// Phone is a telephone number.
type Phone struct {
	Label     string       `json:"label,omitempty"`
	Typed     string       `json:"typed,omitempty"`
	E164      string       `json:"e164,omitempty"`
	Extension string       `json:"extension,omitempty"`
	Preferred bool         `json:"preferred,omitempty"`
	Unfit     app.UnfitFor `json:"unfit,omitempty"`
}

// Email is an address for mail.
type Email struct {
	Label     string `json:"label,omitempty"`
	Address   string `json:"address,omitempty"`
	Preferred bool   `json:"preferred,omitempty"`
}

// Address is a postal address.
type Address struct {
	Label      string `json:"label,omitempty"`
	POBox      string `json:"po_box,omitempty"`
	Extra      string `json:"extra,omitempty"`
	Street     string `json:"street,omitempty"`
	City       string `json:"city,omitempty"`
	Region     string `json:"region,omitempty"`
	PostalCode string `json:"postal_code,omitempty"`
	Country    string `json:"country,omitempty"`
}

// BestTime is when a customer likes to be called, by their own clock.
type BestTime struct {
	From Minute   `json:"from,omitempty"`
	To   Minute   `json:"to,omitempty"`
	Not  Weekdays `json:"not,omitempty"`
}

// DoNotCall is a wish not to be called.
type DoNotCall struct {
	Purpose app.Purpose `json:"purpose"`
	Reason  string      `json:"reason,omitempty"`
	Since   app.Day     `json:"since,omitzero"`
}

// Reference is what another system calls the customer.
type Reference struct {
	Kind  app.ReferenceKind `json:"kind"`
	Value string            `json:"value"`
}

// Property is a vCard property as it came.
type Property struct {
	Group  string              `json:"group,omitempty"`
	Name   string              `json:"name"`
	Params map[string][]string `json:"params,omitempty"`
	Value  string              `json:"value,omitempty"`
}

// CustomerOf returns the customer as JSON.
func CustomerOf(c app.Customer) Customer {
	return Customer{
		ID: c.ID, Name: Name(c.Name), Firm: c.Firm, Birthday: c.Birthday, Language: c.Language, TimeZone: c.TimeZone,
		Phones:     all(c.Phones, func(p app.Phone) Phone { return Phone(p) }),
		Emails:     all(c.Emails, func(e app.Email) Email { return Email(e) }),
		Addresses:  all(c.Addresses, func(a app.Address) Address { return Address(a) }),
		BestTime:   BestTime{Minute(c.BestTime.From), Minute(c.BestTime.To), Weekdays(c.BestTime.Not)},
		Tags:       c.Tags,
		Notes:      c.Notes,
		DoNotCall:  all(c.DoNotCall, func(d app.DoNotCall) DoNotCall { return DoNotCall(d) }),
		References: all(c.References, func(r app.Reference) Reference { return Reference(r) }),
		Unknown:    all(c.Unknown, func(p app.Property) Property { return Property(p) }),
		Archived:   c.Archived,
		Thanks: all(c.Thanks, func(t app.ThankYou) ThankYou {
			return ThankYou{Day: t.Day, What: t.What, Cost: Money(t.Cost), By: t.By}
		}),
	}
}

// Record returns the customer as the book keeps them.
func (c Customer) Record() app.Record {
	return app.Customer{
		ID: c.ID, Name: app.Name(c.Name), Firm: c.Firm, Birthday: c.Birthday, Language: c.Language, TimeZone: c.TimeZone,
		Phones:     all(c.Phones, func(p Phone) app.Phone { return app.Phone(p) }),
		Emails:     all(c.Emails, func(e Email) app.Email { return app.Email(e) }),
		Addresses:  all(c.Addresses, func(a Address) app.Address { return app.Address(a) }),
		BestTime:   app.BestTime{From: app.Minute(c.BestTime.From), To: app.Minute(c.BestTime.To), Not: app.Weekdays(c.BestTime.Not)},
		Tags:       c.Tags,
		Notes:      c.Notes,
		DoNotCall:  all(c.DoNotCall, func(d DoNotCall) app.DoNotCall { return app.DoNotCall(d) }),
		References: all(c.References, func(r Reference) app.Reference { return app.Reference(r) }),
		Unknown:    all(c.Unknown, func(p Property) app.Property { return app.Property(p) }),
		Archived:   c.Archived,
		Thanks: all(c.Thanks, func(t ThankYou) app.ThankYou {
			return app.ThankYou{Day: t.Day, What: t.What, Cost: app.Money(t.Cost), By: t.By}
		}),
	}
}
