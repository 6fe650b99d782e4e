package written

import (
	"regexp"
	"strings"
	"unicode"

	"ringback.app/app/folding"
)

// WithinBrackets returns the address of “Ann Bell <ann@example.com>”.
func WithinBrackets(text string) string {
	if _, after, ok := strings.Cut(text, "<"); ok {
		if inside, _, ok := strings.Cut(after, ">"); ok {
			return inside
		}
	}
	return text
}

// IsEmail tells whether it has what every address has: somebody at some place.
// What Lotus writes for those of its own house is none: Ann Bell/HQ/ACME@ACME.
func IsEmail(address string) bool {
	who, place, ok := strings.Cut(address, "@")
	if !ok || who == "" || place == "" || strings.ContainsAny(place, "@ ,;<>") {
		return false
	}
	quoted := len(who) > 1 && strings.HasPrefix(who, `"`) && strings.HasSuffix(who, `"`)
	return quoted || !strings.ContainsAny(who, ` \`) && (!strings.Contains(who, "/") || strings.Contains(place, "."))
}

// Emails takes apart several addresses that stand in one place.
func Emails(text string) []string {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " / ", ";"), func(r rune) bool { return r == ';' || r == ',' })
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		if !IsEmail(WithinBrackets(parts[i])) {
			return []string{text}
		}
	}
	if len(parts) < 2 {
		return []string{text}
	}
	return parts
}

// AsDialled takes off a telephone's number what a spreadsheet put behind it that
// took it for a fraction: 12025550144.0.
func AsDialled(typed string) string {
	if number, ok := strings.CutSuffix(typed, ".0"); ok && len(number) >= 7 && IsDigits(strings.TrimPrefix(number, "+")) {
		return number
	}
	return typed
}

// dialled is how the world dials a number behind what it is.
var dialled = regexp.MustCompile(`(?:^|,)\s*(\+\d{7,15})$`)

// KindOfPhone takes apart what a column for the kind of a telephone has: “Mobile”, and
// behind it, as in our own tables, the number as the world dials it.
func KindOfPhone(cell string) (kind, number string) {
	cell = strings.TrimSpace(strings.TrimPrefix(cell, "*"))
	if found := dialled.FindStringSubmatchIndex(cell); found != nil {
		return strings.TrimSpace(cell[:found[0]]), cell[found[2]:]
	}
	return cell, ""
}

// IsOneNumber tells whether a number as it was typed is that one as the world dials it.
func IsOneNumber(typed, dialled string) bool {
	const fewest = 6
	digits := strings.TrimLeft(folding.Digits(typed), "0")
	return len(digits) >= fewest && strings.HasSuffix(dialled, digits)
}

// Several takes apart what Google joins in one cell.
func Several(text string) []string {
	var all []string
	for part := range strings.SplitSeq(text, ":::") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// Phones takes apart several numbers in one cell: "030 7654321 / 0171 7654321",
// "089 123456 u. 0171 1234567". Each must be long enough to be one, since the last
// digits of a second line may stand behind a slash, too; and of two about a slash
// without spaces each is longer than what dials a town.
func Phones(text string) []string {
	const fewest, town = 6, 7
	var all []string
	for _, typed := range Several(text) {
		if waits.MatchString(typed) {
			all = append(all, typed)
			continue
		}
		typed = apartBySigns.ReplaceAllString(typed, "$1;$2")
		parts := numbersIn(strings.ReplaceAll(betweenNumbers(typed), " / ", ";"), ";,", fewest)
		if len(parts) < 2 && strings.Contains(typed, "/") {
			if about := numbersIn(typed, "/", town); about != nil {
				parts = about
			}
		}
		if parts == nil {
			parts = []string{typed}
		}
		all = append(all, parts...)
	}
	return all
}

var (
	// waits is what is dialled after the number, behind two commas or until a #: the
	// number of a room or a word to get in, and no other telephone.
	waits = regexp.MustCompile(`^[^,;]*\d\)?\s*(?:[,;]{2,}\s*\d[\d,;]*|[,;]\s*\d+#)#?$`)
	// apartBySigns are two numbers in full about a line or a dash, each with the town.
	apartBySigns = regexp.MustCompile(`^([+(0][\d ()./]{8,}\d)\s*(?:\s[-–—]\s|[|\n\r]+)\s*([+(0][\d ()./-]{8,})$`)
)

// numbersIn parts a text at these signs; nil where a part has fewer digits than
// numbers have.
func numbersIn(text, at string, fewest int) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(at, r) })
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		if len(folding.Digits(part)) < fewest || strings.Contains(part, "=") {
			return nil
		}
	}
	return parts
}

// orWords are what people write between two numbers.
var orWords = regexp.MustCompile(`(?i)\s+(?:(?:u\.|od\.|bzw\.)\s*|(?:u|und|oder|or|and|ou|et|o|e|y|en|of|lub|i|oraz|eller|och|og|tai|ja|ή|και|hoặc|và)\s+)|\s*&\s*`)

// betweenNumbers sets numbers apart between which there is such a word.
func betweenNumbers(typed string) string {
	if !strings.ContainsFunc(typed, func(r rune) bool { return r == '&' || unicode.IsLetter(r) }) { // most have none
		return typed
	}
	return orWords.ReplaceAllString(typed, ";")
}
