package dialing

import (
	"regexp"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"ringback.app/app/folding"
)

var (
	// slashed has the last digits of a second line, or of one within the house,
	// behind a slash: 030 901820/21.
	slashed = regexp.MustCompile(`^(.*\d)(\s*/\s*\d{1,4})$`)
	// paused is followed by what is dialled after a wait, or after a # that stands
	// for the word: 201-555-0123,,4455#.
	paused = regexp.MustCompile(`^([^,;#*]*\d\)?)\s*(?:[,;]\s*(\d{3,5})|[,;]{2,}\s*(\d+(?:[,;]+\d+)*)|#\s*(\d{1,5}))#?$`)
	// hyphened may have an extension behind a hyphen, as is the custom in China.
	hyphened = regexp.MustCompile(`^(.*\d)\s*-\s*(\d{1,5})$`)
)

// secondLine takes off a number the last digits of another one, which make a wrong
// one of both. It returns what it took, with the slash; empty if it is one number.
func secondLine(text, country string, hints []string) (number, line string) {
	if !strings.Contains(text, "/") {
		return text, ""
	}
	found := slashed.FindStringSubmatch(text)
	if found == nil {
		return text, ""
	}
	first, line := found[1], strings.ReplaceAll(found[2], " ", "")
	digits := len(folding.Digits(first))
	group := first[strings.LastIndexAny(first, " -./()+")+1:]
	if strings.Contains(first, "/") && len(group) < len(line) { // grouped by slashes: 0475/12/34/56
		return text, ""
	}
	if n := worldwide(first, country, hints); n != nil && phonenumbers.IsValidNumber(n) && digits >= 7 {
		return first, line
	}
	// Not known to be valid, it is one by its length, and the two are too long.
	const long = 9
	if digits >= long && len(line) <= 3 && worldwide(text, country, hints) == nil {
		return first, line
	}
	return text, ""
}

// switchboard parts a number from the extension behind it, where no word says that
// it is one; the extension is empty if there is none.
func switchboard(text, country string, hints []string) (number, extension string) {
	if hasWords(text) {
		return text, ""
	}
	if found := paused.FindStringSubmatch(text); found != nil {
		number, extension = found[1], found[2]+found[3]+found[4]
		const fewest = 7 // else it is no number with an extension, but some other figures
		if worldwide(number, country, hints) != nil || asWritten(number) && len(folding.Digits(number)) >= fewest && !aDay.MatchString(number) {
			return number, extension
		}
	}
	if found := hyphened.FindStringSubmatch(text); found != nil {
		if n := worldwide(found[1], country, hints); n != nil && phonenumbers.IsValidNumber(n) {
			return found[1], found[2]
		}
	}
	return text, ""
}
