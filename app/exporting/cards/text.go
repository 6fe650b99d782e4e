package cards

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type params = map[string][]string

// lineLength is how many bytes a line may have without its end (RFC 6350, 3.2;
// RFC 2426, 2.6).
const lineLength = 75

// property writes a property, whose value is escaped already, and folds it
// between letters.
func (w *writer) property(name string, p params, value string) {
	line := name + head(p) + ":" + value
	for room := lineLength; len(line) > room; room = lineLength - 1 {
		at := room
		for at > 1 && !utf8.RuneStart(line[at]) {
			at--
		}
		w.out = append(append(w.out, line[:at]...), "\r\n "...)
		line = line[at:]
	}
	w.out = append(append(w.out, line...), "\r\n"...)
}

// head writes parameters in a fixed order.
func head(p params) string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(p)) {
		if !isName(key) {
			continue
		}
		b.WriteString(";" + key + "=")
		for i, value := range p[key] {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(parameter(value))
		}
	}
	return b.String()
}

// parameter writes the value of a parameter, in quotes where it must be. Quotes
// themselves cannot stand in one.
func parameter(value string) string {
	value = strings.ReplaceAll(strings.Join(strings.Fields(clean(value)), " "), `"`, "'")
	if strings.ContainsAny(value, ":;,") {
		return `"` + value + `"`
	}
	return value
}

var (
	compoundEscapes = strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)
	plainEscapes    = strings.NewReplacer(`\`, `\\`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)
)

// text escapes a value that is one text. Version 4.0 leaves its semicolons
// alone.
func (w *writer) text(value string) string {
	if w.version == V4 {
		return clean(plainEscapes.Replace(value))
	}
	return compound(value)
}

// compound escapes a part of a value that has several.
func compound(value string) string { return clean(compoundEscapes.Replace(value)) }

// structured writes a value of several parts.
func structured(parts ...string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = compound(p)
	}
	return strings.Join(escaped, ";")
}

var lineEnds = strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// clean keeps a value on its line: control characters would end it, or the card.
func clean(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, lineEnds.Replace(strings.ToValidUTF8(value, "\ufffd")))
}

// split takes a value of several parts apart and undoes their escapes.
func split(value string) []string {
	var parts []string
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == ';':
			parts = append(parts, b.String())
			b.Reset()
		case c == '\\' && i+1 < len(value):
			i++
			if value[i] == 'n' || value[i] == 'N' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(value[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	return append(parts, b.String())
}

// isName tells whether a property, a group or a parameter may be called that.
func isName(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return name != ""
}
