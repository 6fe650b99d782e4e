// Package dialing reads telephone numbers as people write them, and says what
// to dial. The rules of each country's numbers are libphonenumber's.
package dialing

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"ringback.app/app"
)

// Without a country to judge by, a number of this many digits is dialled as it
// is written: the shortest service numbers have 5, and ITU-T E.164 ends at 15.
const (
	fewestDigits = 5
	mostDigits   = 15
)

// spoilt is a number as a spreadsheet writes one that it took for an amount: its digits
// are lost.
var spoilt = regexp.MustCompile(`^\D?\d+(?:[.,]\d+)?[eE][+\-]?\d{1,2}$`)

// longest is how many bytes of a number are looked at; nobody writes more.
const longest = 250

// Parse reads one number. A number written without its country is taken to be
// of that country (ISO 3166 alpha-2, the shop's own; may be empty); if it is not valid
// there, or no better there, of the one hinted country in which it is.
//
// A number that is valid, or written in full with its country, comes with its
// E.164 form. Any other that could still be dialled as it stands keeps only its
// typed form: a guess is worse than none. What cannot be dialled is kept and
// marked as unreadable, a fax as a fax and a pager as a pager. Words beside a valid number become
// its label, or part of it; beside any other they make it unreadable.
func Parse(typed, label, country string, hints ...string) app.Phone {
	shown, text, extension := plain(typed)
	text = evened(text)
	p := app.Phone{Label: label, Typed: shown, Extension: extension}
	switch {
	case isFax(label):
		p.Unfit = app.UnfitFax
	case isPager(label):
		p.Unfit = app.UnfitPager
	}
	if spoilt.MatchString(text) {
		p.Unfit, p.Typed = app.UnfitUnreadable, shown
		return p
	}
	kept := ""
	if len(text) <= longest && hasWords(text) {
		r := apart(text, country, hints)
		if r.number == "" {
			p.Unfit = app.UnfitUnreadable
			return p
		}
		if text, p.Label = r.number, labelled(label, r); p.Extension == "" {
			p.Extension = r.extension
		}
		if r.extension != "" {
			kept = shown // Dialled knows the number in it
		}
		if r.fax {
			p.Unfit = app.UnfitFax
		}
	}
	if len(text) > longest {
		p.Unfit = cmp.Or(p.Unfit, app.UnfitUnreadable)
		return p
	}
	if number, line := secondLine(text, country, hints); line != "" {
		text, p.Label = number, labelled(p.Label, reading{words: line})
	}
	n := worldwide(text, country, hints)
	if n == nil && p.Extension == "" {
		if number, ext := switchboard(text, country, hints); ext != "" {
			kept, text, p.Extension = shown, number, ext
			n = worldwide(text, country, hints)
		}
	}
	if n != nil {
		p.E164, p.Extension = e164(n), cmp.Or(p.Extension, n.GetExtension())
		return p
	}
	p.Typed = cmp.Or(kept, text) // it is what will be dialled
	if p.Unfit == app.FitToCall && (!asWritten(text) || isService(text, country)) {
		p.Unfit, p.Typed = app.UnfitUnreadable, shown
	}
	return p
}

// worldwide finds the one number in the world that is meant, or nil.
func worldwide(text, country string, hints []string) *phonenumbers.PhoneNumber {
	if strings.HasPrefix(text, "+") || strings.HasPrefix(text, "＋") {
		n, err := parse(text, phonenumbers.UNKNOWN_REGION)
		if err != nil || phonenumbers.IsPossibleNumberWithReason(n) != phonenumbers.IS_POSSIBLE {
			return nil // or it is one that is dialled within its town only
		}
		return n
	}
	if n := validIn(text, country); n != nil {
		if there := abroad(text, country, n, hints); there != nil {
			return there
		}
		return n
	}
	var found *phonenumbers.PhoneNumber
	for _, hint := range hints {
		n := validIn(text, hint)
		switch {
		case n == nil:
		case isFiction(n):
			return n
		case found != nil && (n.GetCountryCode() != found.GetCountryCode() || n.GetNationalNumber() != found.GetNationalNumber()):
			return nil
		default:
			found = n
		}
	}
	return found
}

// e164 writes the number as the world dials it.
func e164(n *phonenumbers.PhoneNumber) string {
	if n.GetItalianLeadingZero() {
		return phonenumbers.Format(n, phonenumbers.E164)
	}
	b := append(make([]byte, 0, 17), '+')
	b = strconv.AppendInt(b, int64(n.GetCountryCode()), 10)
	return string(strconv.AppendUint(b, n.GetNationalNumber(), 10))
}

func parse(text, country string) (*phonenumbers.PhoneNumber, error) {
	if n := parsePlain(text, country); n != nil {
		return n, nil
	}
	n, err := phonenumbers.Parse(text, country)
	if err != nil {
		return nil, fmt.Errorf("parse a number: %w", err)
	}
	return renumbered(n, text), nil
}

// validIn reads the number as somebody in that country would; nil if it is not
// valid for them.
func validIn(text, country string) *phonenumbers.PhoneNumber {
	if len(country) != 2 {
		return nil
	}
	country = strings.ToUpper(country)
	n, err := parse(text, country)
	if err != nil {
		return nil
	}
	// A number that names another country after the way out of this one
	// (00 44 …) is valid there or not at all.
	home := int(n.GetCountryCode()) == phonenumbers.GetCountryCodeForRegion(country)
	switch {
	case home && phonenumbers.IsValidNumberForRegion(n, country):
		if full := inFull(text, country, n); full != nil {
			return full
		}
		return n
	case phonenumbers.IsValidNumber(n), isFiction(n):
		return n
	}
	return nil
}

// isFiction tells whether the number is one of those set aside for films and
// examples in the United Kingdom, which libphonenumber does not count as valid:
// a shop made up to try the program with has these. Source: Ofcom, "Telephone
// numbers for use in TV and radio drama programmes": 07700 900000 to 900999
// and 01632 960000 to 960999.
func isFiction(n *phonenumbers.PhoneNumber) bool {
	return n.GetCountryCode() == 44 && (n.GetNationalNumber()/1000 == 7700900 || n.GetNationalNumber()/1000 == 1632960)
}

// asWritten tells whether the text can be dialled as it stands: digits with
// nothing but the usual signs between them, and in a number.
func asWritten(text string) bool {
	if strings.HasPrefix(text, "+") {
		return false // libphonenumber has judged it
	}
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r >= '０' && r <= '９', r >= '٠' && r <= '٩':
			digits++
		case strings.ContainsRune(" \t\u00a0\u2009\u202f.-/()[]‐‑‒–—*#", r):
		default:
			return false
		}
	}
	return digits >= fewestDigits && digits <= mostDigits
}
