package app

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// Customer is a person or firm that bought, or may buy.
type Customer struct {
	ID         ID          `cbor:"1,keyasint"`
	Name       Name        `cbor:"2,keyasint,omitzero"`
	Firm       string      `cbor:"3,keyasint,omitempty"`
	Phones     []Phone     `cbor:"4,keyasint,omitempty"`
	Emails     []Email     `cbor:"5,keyasint,omitempty"`
	Addresses  []Address   `cbor:"6,keyasint,omitempty"`
	Birthday   string      `cbor:"7,keyasint,omitempty"`  // YYYY-MM-DD, or --MM-DD without the year
	Language   string      `cbor:"8,keyasint,omitempty"`  // BCP 47
	TimeZone   string      `cbor:"9,keyasint,omitempty"`  // IANA name, or an offset as Offset has it; empty: the shop's
	BestTime   BestTime    `cbor:"10,keyasint,omitzero"`  // when they like to be called
	Tags       []string    `cbor:"11,keyasint,omitempty"` // the shop's own words for them
	Notes      string      `cbor:"12,keyasint,omitempty"`
	DoNotCall  []DoNotCall `cbor:"13,keyasint,omitempty"`
	References []Reference `cbor:"14,keyasint,omitempty"`
	Unknown    []Property  `cbor:"15,keyasint,omitempty"` // vCard properties we do not use, as they came
	Archived   bool        `cbor:"16,keyasint,omitempty"`
	Thanks     []ThankYou  `cbor:"17,keyasint,omitempty"` // oldest first
}

// ThankYou is something small that the shop gave a customer for being one.
type ThankYou struct {
	Day  Day    `cbor:"1,keyasint"`
	What string `cbor:"2,keyasint"` // flowers, a card
	Cost Money  `cbor:"3,keyasint,omitzero"`
	By   string `cbor:"4,keyasint,omitempty"`
}

// NameLetters is how many letters a name, or a part of one, and a firm have at
// the most, typed or imported.
const NameLetters = 300

// TextLetters is how many letters another text of a customer's has at the most that
// is imported, such as a street, and NotesLetters how many the notes.
const (
	TextLetters  = 1000
	NotesLetters = 64 << 10
)

// Name is a person's name, as it is written in full and in its parts.
type Name struct {
	Full   string `cbor:"1,keyasint,omitempty"`
	Given  string `cbor:"2,keyasint,omitempty"`
	Family string `cbor:"3,keyasint,omitempty"`
	Prefix string `cbor:"4,keyasint,omitempty"` // Dr, Ms
	Suffix string `cbor:"5,keyasint,omitempty"`
	Middle string `cbor:"6,keyasint,omitempty"`
}

// Called returns the name to show: the full one, or the firm's, or the number
// the shop knows them by.
func (c Customer) Called() string {
	switch {
	case c.Name.Full != "":
		return c.Name.Full
	case c.Firm != "":
		return c.Firm
	}
	return c.Reference(ReferenceShop)
}

// Reference returns the customer's first reference of that kind, or "".
func (c Customer) Reference(kind ReferenceKind) string {
	for _, r := range c.References {
		if r.Kind == kind {
			return r.Value
		}
	}
	return ""
}

// Phone is a number as it was typed and, where it is valid, as the world dials
// it.
type Phone struct {
	Label     string   `cbor:"1,keyasint,omitempty"` // home, work, mobile, or the person's own word
	Typed     string   `cbor:"2,keyasint,omitempty"`
	E164      string   `cbor:"3,keyasint,omitempty"` // empty if it is not a valid number
	Extension string   `cbor:"4,keyasint,omitempty"`
	Preferred bool     `cbor:"5,keyasint,omitempty"`
	Unfit     UnfitFor `cbor:"6,keyasint,omitempty"` // why nobody can be reached on it
}

// UnfitFor says why a number is not called.
type UnfitFor string

// Why a number is not called.
const (
	FitToCall       UnfitFor = ""
	UnfitUnreadable UnfitFor = "unreadable"     // cannot be dialled as written
	UnfitFax        UnfitFor = "fax"            // a machine answers
	UnfitPager      UnfitFor = "pager"          // nobody speaks there
	UnfitWrong      UnfitFor = "wrong-number"   // somebody else answers
	UnfitDead       UnfitFor = "out-of-service" // nobody can answer
)

// Dialled returns what to dial: the E.164 form, or the typed one where the
// country is not known, without the extension behind it.
func (p Phone) Dialled() string {
	switch {
	case p.E164 != "":
		return p.E164
	case p.Extension != "" && p.Unfit != UnfitUnreadable:
		at := strings.IndexFunc(p.Typed, unicode.IsLetter)
		if at < 0 { // what is dialled after a wait: 201-555-0123,,4455#
			at = strings.IndexAny(p.Typed, ",;#")
		}
		if at > 0 {
			return strings.TrimRight(p.Typed[:at], " \t\u00a0,;.-([")
		}
	}
	return p.Typed
}

// Callable returns the numbers a call can go to, the preferred first, else in
// their order.
func (c Customer) Callable() []Phone {
	if !slices.ContainsFunc(c.Phones, func(p Phone) bool { return p.Unfit == FitToCall }) {
		return nil
	}
	return slices.AppendSeq(make([]Phone, 0, len(c.Phones)), callable(c.Phones))
}

// FirstPhone returns the first number of Callable, or where no call can go to any
// the first at all; false of a customer without one.
func (c Customer) FirstPhone() (Phone, bool) {
	for p := range callable(c.Phones) {
		return p, true
	}
	if len(c.Phones) == 0 {
		return Phone{}, false
	}
	return c.Phones[0], true
}

// callable returns those that a call can go to, in the order of Callable.
func callable(phones []Phone) iter.Seq[Phone] {
	return func(yield func(Phone) bool) {
		for _, preferred := range [...]bool{true, false} {
			for _, p := range phones {
				if p.Unfit == FitToCall && p.Preferred == preferred && !yield(p) {
					return
				}
			}
		}
	}
}

// Email is an address for mail.
type Email struct {
	Label     string `cbor:"1,keyasint,omitempty"`
	Address   string `cbor:"2,keyasint,omitempty"`
	Preferred bool   `cbor:"3,keyasint,omitempty"`
}

// Address is a postal address.
type Address struct {
	Label      string `cbor:"1,keyasint,omitempty"`
	POBox      string `cbor:"2,keyasint,omitempty"`
	Extra      string `cbor:"3,keyasint,omitempty"`
	Street     string `cbor:"4,keyasint,omitempty"`
	City       string `cbor:"5,keyasint,omitempty"`
	Region     string `cbor:"6,keyasint,omitempty"`
	PostalCode string `cbor:"7,keyasint,omitempty"`
	Country    string `cbor:"8,keyasint,omitempty"`
}

// BestTime is when a customer likes to be called, in their own zone.
type BestTime struct {
	From Minute   `cbor:"1,keyasint,omitempty"`
	To   Minute   `cbor:"2,keyasint,omitempty"` // 0: any time after From
	Not  Weekdays `cbor:"3,keyasint,omitempty"` // days they do not like
}

// IsZero tells whether any time is as good.
func (b BestTime) IsZero() bool { return b == BestTime{} }

// Purpose is what a call is for, as far as a customer may object to it.
type Purpose string

// What a customer may object to.
const (
	PurposeFollowUp  Purpose = "follow-up" // about what they bought or told us
	PurposeMarketing Purpose = "marketing" // to win them back
	PurposeAny       Purpose = "any"
)

// DoNotCall is a customer's wish not to be called.
type DoNotCall struct {
	Purpose Purpose `cbor:"1,keyasint"`
	Reason  string  `cbor:"2,keyasint,omitempty"`
	Since   Day     `cbor:"3,keyasint,omitempty"`
}

// Refuses tells whether the customer does not want calls for that purpose, and
// which wish says so.
func (c Customer) Refuses(p Purpose) (DoNotCall, bool) {
	for _, d := range c.DoNotCall {
		if d.Purpose == PurposeAny || d.Purpose == p {
			return d, true
		}
	}
	return DoNotCall{}, false
}

// ReferenceKind says whose name for a customer a reference is.
type ReferenceKind string

// Whose name it is.
const (
	ReferenceVCard ReferenceKind = "vcard" // UID of the card they came from
	ReferenceShop  ReferenceKind = "shop"  // the shop's own customer number
)

// Reference is what another system calls the customer.
type Reference struct {
	Kind  ReferenceKind `cbor:"1,keyasint"`
	Value string        `cbor:"2,keyasint"`
}

// Property is a vCard property we do not use, kept so that it can go out again.
type Property struct {
	Group  string              `cbor:"1,keyasint,omitempty"`
	Name   string              `cbor:"2,keyasint"`
	Params map[string][]string `cbor:"3,keyasint,omitempty"`
	Value  string              `cbor:"4,keyasint,omitempty"`
}
