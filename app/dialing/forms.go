package dialing

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"

	"ringback.app/app/folding"
)

var (
	// carrier stands in Brazil for the two digits of the company that one chooses
	// for each call: 0xx11 ….
	carrier = regexp.MustCompile(`(?i)^((?:\+|00)?55\s*)?(\()?\s*0?\s*xx\s*-?\s*(\d\d)`)
	// townAfterCountry is the 0 that is dialled at home only, behind a way out.
	townAfterCountry = regexp.MustCompile(`^(00[1-9][\d ]*)\(0\)`)
)

// evened is a number with the signs that are usual in it: wide digits and brackets
// of East Asia made narrow, and whatever stands for a hyphen between digits made one.
func evened(text string) string {
	if len(text) > longest {
		return text
	}
	if strings.IndexByte(text, 'x') >= 0 || strings.IndexByte(text, 'X') >= 0 {
		text = carrier.ReplaceAllString(text, "$1$2$3")
	}
	if strings.HasPrefix(text, "00") && strings.Contains(text, "(0)") {
		text = townAfterCountry.ReplaceAllString(text, "$1")
	}
	if !hasWide(text) {
		return text
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r == '\u3000':
			runes[i] = ' '
		case r >= '！' && r <= '～':
			runes[i] = r - '！' + '!'
		}
	}
	for i, r := range runes {
		if strings.ContainsRune("_ーｰ─━―‑−﹣·・〜~", r) && i > 0 && beside(runes[i-1], ' ', ')') && i+1 < len(runes) && beside(runes[i+1], ' ', '(') {
			runes[i] = '-'
		}
	}
	return string(runes)
}

// hasWide tells whether there is anything in a text that is evened.
func hasWide(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf || text[i] == '_' {
			return true
		}
	}
	return false
}

// beside tells whether a rune is a digit or one of those.
func beside(r rune, others ...rune) bool {
	for _, other := range others {
		if r == other {
			return true
		}
	}
	return unicode.IsDigit(r)
}

// renumbered is a number as it is dialled today, or as its country means it, where
// it is written in a form that its country has given up or others make of it:
//   - Mexico's mobiles had a 1 behind the 52 until 2019, and 01, 044 or 045 before
//     them at home (Instituto Federal de Telecomunicaciones, Plan Técnico Fundamental
//     de Numeración of 2018, in force since 3 August 2019);
//   - in Italy the 0 of a town is dialled from abroad, too, and no mobile has one
//     (ITU-T, National Numbering Plan of Italy): +39 (0)333 … and +39 6 … are not meant.
func renumbered(n *phonenumbers.PhoneNumber, text string) *phonenumbers.PhoneNumber {
	switch n.GetCountryCode() {
	case 52:
		const ten = 10_000_000_000
		before := n.GetNationalNumber() / ten
		if before != 1 && before != 44 && before != 45 || strings.HasPrefix(strings.TrimSpace(text), "1") { // +1 55…, without its plus
			return n
		}
		if today := national(n, n.GetNationalNumber()%ten, false); phonenumbers.IsValidNumber(today) {
			return today
		}
	case 39:
		if phonenumbers.IsValidNumber(n) {
			return n
		}
		meant := national(n, n.GetNationalNumber(), !n.GetItalianLeadingZero())
		switch phonenumbers.GetNumberType(meant) {
		case phonenumbers.MOBILE:
			return meant
		case phonenumbers.FIXED_LINE:
			if strings.HasPrefix(text, "+") || strings.HasPrefix(text, "00") {
				return meant
			}
		}
	}
	return n
}

// national is a number of the same country and extension with these digits.
func national(n *phonenumbers.PhoneNumber, digits uint64, zero bool) *phonenumbers.PhoneNumber {
	code := n.GetCountryCode()
	other := &phonenumbers.PhoneNumber{CountryCode: &code, NationalNumber: &digits}
	if zero {
		other.ItalianLeadingZero = &zero
	}
	if ext := n.GetExtension(); ext != "" {
		other.Extension = &ext
	}
	return other
}

// harmonised are the numbers of Europe for help and for enquiries, 116 117 and
// 118 118 (Decision 2007/116/EC and national plans): nobody's own.
var harmonised = regexp.MustCompile(`^11[68]\d{2,3}$`)

// isService tells whether a number is that of a service and can be no customer's:
// one for emergencies or of a few digits, or nothing but one digit again and again,
// which stands for “none”.
func isService(text, country string) bool {
	digits := folding.Digits(text)
	if digits == "" {
		return false
	}
	if strings.Trim(digits, digits[:1]) == "" {
		return true
	}
	if len(digits) > 6 {
		return false
	}
	if harmonised.MatchString(digits) {
		return true
	}
	if country = strings.ToUpper(country); len(country) != 2 || digits[0] != '1' { // others are numbers within a town, too
		return false
	}
	n, err := phonenumbers.Parse(digits, country)
	return err == nil && phonenumbers.IsValidShortNumberForRegion(n, country)
}
