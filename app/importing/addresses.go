package importing

import (
	"slices"
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
		}, strings.TrimPrefix(withinBrackets(e.Address), "mailto:")))
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
// What Lotus writes for those of its own house is none: Ann Bell/HQ/ACME@ACME.
func isEmail(address string) bool {
	who, place, ok := strings.Cut(address, "@")
	if !ok || who == "" || place == "" || strings.ContainsAny(place, "@ ,;<>") {
		return false
	}
	quoted := len(who) > 1 && strings.HasPrefix(who, `"`) && strings.HasSuffix(who, `"`)
	return quoted || !strings.ContainsAny(who, ` \`) && (!strings.Contains(who, "/") || strings.Contains(place, "."))
}

// emailsIn takes apart several addresses that stand in one place.
func emailsIn(text string) []string {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " / ", ";"), func(r rune) bool { return r == ';' || r == ',' })
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		if !isEmail(withinBrackets(parts[i])) {
			return []string{text}
		}
	}
	if len(parts) < 2 {
		return []string{text}
	}
	return parts
}

// takeApart makes several numbers and addresses of those that stand in one
// property of a card. What follows a number behind a comma may also be dialled
// when it has been answered.
func takeApart(c *app.Customer) {
	var phones []app.Phone
	for _, p := range c.Phones {
		parts := phonesIn(p.Typed)
		also := func(part string) bool { return strings.ContainsAny(part[:1], "+0(") }
		if strings.ContainsAny(p.Typed, "#*") || strings.Contains(p.Typed, ",,") || len(parts) < 2 || slices.ContainsFunc(parts[1:], not(also)) {
			parts = []string{p.Typed}
		}
		for _, part := range parts {
			one := p
			one.Typed = part
			phones = append(phones, one)
		}
	}
	var emails []app.Email
	for _, e := range c.Emails {
		for _, part := range emailsIn(e.Address) {
			one := e
			one.Address = part
			emails = append(emails, one)
		}
	}
	c.Phones, c.Emails = phones, emails
}
