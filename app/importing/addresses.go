package importing

import (
	"strings"
	"unicode"

	"ringback.app/app"
)

// tidyEmails makes of what stands where an address for mail belongs the address:
// without the name before it, and without letters that cannot be seen. It
// returns those that are none; they are kept as they are.
func tidyEmails(c *app.Customer) (none []string) {
	for i, e := range c.Emails {
		address := strings.TrimSpace(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Cf, r) {
				return -1
			}
			return r
		}, withinBrackets(e.Address)))
		if !isEmail(address) {
			none = append(none, e.Address)
			continue
		}
		c.Emails[i].Address = address
	}
	return none
}

// withinBrackets returns the address of “Ann Bell <ann@example.com>”.
func withinBrackets(text string) string {
	if _, after, ok := strings.Cut(text, "<"); ok {
		if inside, _, ok := strings.Cut(after, ">"); ok {
			return inside
		}
	}
	return text
}

// isEmail tells whether it has what every address has: somebody at some place.
func isEmail(address string) bool {
	who, place, ok := strings.Cut(address, "@")
	return ok && who != "" && place != "" && !strings.ContainsAny(place, "@ ,;<>")
}
