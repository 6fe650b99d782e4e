package contacts

import (
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/written"
)

// TidyEmails makes of what stands where an address for mail belongs the address:
// without the name before it, and without letters that cannot be seen. It
// returns those that are none; they are kept as they are.
func TidyEmails(c *app.Customer) (none []string) {
	for i, e := range c.Emails {
		address := strings.TrimSpace(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Cf, r) {
				return -1
			}
			return r
		}, strings.TrimPrefix(written.WithinBrackets(e.Address), "mailto:")))
		if !written.IsEmail(address) {
			none = append(none, e.Address)
			continue
		}
		c.Emails[i].Address = address
	}
	return none
}

// TakeApart makes several numbers and addresses of those that stand in one
// property of a card. What follows a number behind a comma may also be dialled
// when it has been answered.
func TakeApart(c *app.Customer) {
	var phones []app.Phone
	for _, p := range c.Phones {
		parts := written.Phones(p.Typed)
		also := func(part string) bool {
			isLike := strings.ContainsAny(part, " -.") && len(folding.Digits(part)) == len(folding.Digits(parts[0]))
			return strings.ContainsAny(part[:1], "+0(") || isLike || !strings.ContainsAny(p.Typed, ",;")
		}
		if strings.ContainsAny(p.Typed, "#*") || strings.Contains(p.Typed, ",,") || len(parts) < 2 || !written.All(parts[1:], also) {
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
		for _, part := range written.Emails(e.Address) {
			one := e
			one.Address = part
			emails = append(emails, one)
		}
	}
	c.Phones, c.Emails = phones, emails
}
