package vcards

import (
	"strings"

	"ringback.app/app"
)

// How much of a card is kept: letters of a name, of another short text, and of
// the notes, and how many numbers, addresses and unknown properties.
const (
	maxName     = app.NameLetters
	maxText     = app.TextLetters
	maxNotes    = app.NotesLetters
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
	split := splitAt(value, ';', parts)
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
	for _, part := range splitAt(value, ',', 0) {
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

// hasList tells whether any part of a value is a list.
func hasList(value string) bool {
	return strings.IndexByte(value, ',') >= 0 && len(splitAt(value, ',', 0)) > 1
}

// splitAt splits a value, and has room for so many parts at least.
func splitAt(value string, at byte, room int) []string {
	parts := make([]string, 0, max(room, 1+strings.Count(value, string(rune(at)))))
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
