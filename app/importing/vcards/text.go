package vcards

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How much of a card is kept: letters of a name, of another short text, and of
// the notes, and how many numbers, addresses and unknown properties.
const (
	maxName     = 300
	maxText     = 1000
	maxNotes    = 64 << 10
	maxContacts = 100
	maxUnknown  = 200
)

// unescape undoes the escapes of vCard 3.0 and 4.0 (RFC 6350, 3.4), and \N and
// \; with them.
func unescape(value string) string {
	if strings.IndexByte(value, '\\') < 0 {
		return value
	}
	var b strings.Builder
	b.Grow(len(value))
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ',', ';', ':', '"':
			b.WriteByte(value[i])
		default:
			b.WriteByte('\\')
			b.WriteByte(value[i])
		}
	}
	return b.String()
}

// splitStructure splits a value at its semicolons into at least so many parts,
// which keep their escapes.
func splitStructure(value string, parts int) []string {
	split := splitAt(value, ';')
	for len(split) < parts {
		split = append(split, "")
	}
	return split
}

// splitList splits a value at its commas, without the escapes.
func splitList(value string) []string {
	if strings.IndexByte(value, ',') < 0 {
		return []string{unescape(value)}
	}
	var kept []string
	for _, part := range splitAt(value, ',') {
		if part = strings.TrimSpace(unescape(part)); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// joinList writes a value that may be a list as one text, without the escapes.
func joinList(value, between string) string {
	if strings.IndexByte(value, ',') < 0 {
		return unescape(value)
	}
	return strings.Join(splitList(value), between)
}

func splitAt(value string, at byte) []string {
	parts := make([]string, 0, 1+strings.Count(value, string(rune(at))))
	start := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case at:
			parts = append(parts, value[start:i])
			start = i + 1
		}
	}
	return append(parts, value[start:])
}

// OneLine makes a text fit to stand on one line: what cannot be seen is taken
// out, and white space made one space.
func OneLine(text string) string {
	if isTidy(text) {
		return text
	}
	return strings.Join(strings.Fields(safe(text)), " ")
}

// manyLines is OneLine for a text that may have lines.
func manyLines(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.TrimSpace(safe(strings.ReplaceAll(text, "\r", "\n")))
}

// isTidy tells whether OneLine has nothing to do.
func isTidy(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7F || c == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' ') {
			return false
		}
	}
	return true
}

// safe takes out control characters, and those that turn the direction of
// writing around, which make a text look like what it is not.
func safe(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
			return -1
		}
		return r
	}, text)
}

// shorten cuts a text after so many letters.
func shorten(text string, letters int) (string, bool) {
	if len(text) <= letters {
		return text, false
	}
	n := 0
	for i := range text {
		if n == letters {
			return strings.TrimSpace(text[:i]), true
		}
		n++
	}
	return text, false
}

func join(between string, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(between)
		}
		b.WriteString(p)
	}
	return b.String()
}

// ShopNumber returns the shop's customer number as it is compared: programs that
// take it for a decimal write 17850 as 17850.0.
func ShopNumber(text string) string {
	text = strings.TrimSpace(text)
	whole, fraction, ok := strings.Cut(text, ".")
	if ok && whole != "" && isDigits(whole) && strings.Trim(fraction, "0") == "" {
		return whole
	}
	return text
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return utf8.ValidString(text)
}
