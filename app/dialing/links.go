package dialing

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app/folding"
)

// schemes are those of URIs that say no more than that a number follows.
var schemes = map[string]bool{"tel": true, "callto": true, "phone": true}

// plain takes a number out of its URI (RFC 3966) or link. It returns the text as
// typed but for the scheme, the number alone, and its extension. Read again, what
// was typed says the same.
func plain(typed string) (shown, number, extension string) {
	shown = strings.TrimSpace(typed)
	if strings.IndexByte(shown, ':') < 0 && strings.IndexByte(shown, ';') < 0 && strings.IndexByte(shown, '/') < 0 {
		return shown, shown, "" // most are nothing but digits
	}
	if linked := inLink(shown); linked != "" {
		return shown, linked, ""
	}
	scheme, rest, found := strings.Cut(shown, ":")
	if found && schemes[strings.ToLower(strings.TrimSpace(scheme))] {
		if rest = strings.TrimLeft(strings.TrimSpace(rest), "/"); rest == "" {
			return shown, shown, ""
		}
		shown = rest
		if unescaped, err := url.PathUnescape(rest); err == nil && utf8.ValidString(unescaped) && !strings.ContainsFunc(unescaped, unicode.IsControl) {
			shown = strings.TrimSpace(unescaped)
		}
	} else if found || !hasParams(shown) {
		return shown, shown, ""
	}
	number, params, _ := strings.Cut(shown, ";")
	number = strings.TrimSpace(number)
	for param := range strings.SplitSeq(params, ";") {
		key, value, named := strings.Cut(param, "=")
		switch key = strings.ToLower(key); {
		case key == "ext":
			extension = value
		case key == "phone-context" && strings.HasPrefix(value, "+") && !strings.HasPrefix(number, "+"):
			number = value + number
		case !named && extension == "": // no parameter, but digits that are dialled after a wait
			if digits := strings.Trim(key, " #"); digits != "" && len(digits) == len(folding.Digits(digits)) {
				extension = digits
			}
		}
	}
	return shown, number, extension
}

// param is one of a number's URI, of those that RFC 3966 names.
var param = regexp.MustCompile(`(?i);(ext|phone-context|isub)=`)

// hasParams tells whether the text is a number's URI but for its scheme.
func hasParams(text string) bool {
	return strings.Contains(text, "=") && strings.ContainsAny(text[:1], "+0123456789(") && param.MatchString(text)
}

// links are the forms in which programs for messages and calls hand on a number; it
// is written in full with its country, with or without the plus.
var links = []struct {
	form *regexp.Regexp
	word string // says what for
}{
	{regexp.MustCompile(`(?i)^(?:https?://)?(?:www\.)?wa\.me/(?:%2B|\+)?(\d{7,15})/?(?:\?.*)?$`), "WhatsApp"},
	{regexp.MustCompile(`(?i)^(?:https?://(?:api|web|www)\.whatsapp\.com/|whatsapp://)send/?\?(?:.*&)?phone=(?:%2B|\+)?(\d{7,15})(?:&.*)?$`), "WhatsApp"},
	{regexp.MustCompile(`(?i)^viber://\w+/?\?(?:.*&)?number=(?:%2B|\+)?(\d{7,15})(?:&.*)?$`), "Viber"},
	{regexp.MustCompile(`(?i)^https?://t\.me/(?:%2B|\+)(\d{7,15})/?$`), "Telegram"},
	{regexp.MustCompile(`(?i)^https?://signal\.me/#p/(?:%2B|\+)(\d{7,15})$`), "Signal"},
	{regexp.MustCompile(`(?i)^skype:\+(\d{7,15})(?:\?.*)?$`), "Skype"},
	{regexp.MustCompile(`(?i)^(?:sms|smsto):(?://)?\+(\d{7,15})(?:[?;].*)?$`), "sms"},
	// The user of a SIP address is a telephone's number where it begins with its
	// country (RFC 3261, 19.1.6); any other may be one of the house alone.
	{regexp.MustCompile(`(?i)^sips?:\+([\d.()-]{7,20})(?:;[^@]*)?@\S+$`), ""},
}

// inLink returns the number in a link, with its country and with what it is for;
// empty if there is none.
func inLink(text string) string {
	if len(text) > longest || !strings.ContainsAny(text, ":/") {
		return ""
	}
	for _, link := range links {
		if found := link.form.FindStringSubmatch(text); found != nil {
			return strings.TrimSpace(link.word + " +" + found[1])
		}
	}
	return ""
}
