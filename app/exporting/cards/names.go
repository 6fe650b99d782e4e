package cards

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/texts"
)

// nameProperty is what a card calls the parts of a name, and what they are kept as as they
// came where more is said there than the book has a place for.
const nameProperty = "N"

// NameParts returns the parts of a name that a card's N has: the family's, the given,
// the middle ones, what stands before and what behind. Of a list (RFC 6350, 6.2.2) the
// names stand beside each other.
func NameParts(value string) [5]string {
	var parts [5]string
	escaped := strings.ContainsAny(value, `\,`)
	for i := range parts {
		if !escaped {
			parts[i], value, _ = strings.Cut(value, ";")
		} else {
			parts[i], value = nextPart(value)
		}
		parts[i] = texts.OneLine(parts[i])
	}
	return parts
}

// nextPart returns what stands before the first semicolon, without escapes and commas,
// and what stands behind it.
func nextPart(value string) (part, rest string) {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == ';':
			return b.String(), value[i+1:]
		case c == ',':
			b.WriteByte(' ')
		case c == '\\' && i+1 < len(value):
			i++
			switch value[i] {
			case 'n', 'N':
				b.WriteByte('\n')
			case '\\', ',', ';', ':', '"':
				b.WriteByte(value[i])
			default:
				b.WriteString(value[i-1 : i+1])
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

// SaysName tells whether a property is the N of that name.
func SaysName(p app.Property, n app.Name) bool {
	parts := [5]string{n.Family, n.Given, n.Middle, n.Prefix, n.Suffix}
	return p.Name == nameProperty && parts != [5]string{} && NameParts(p.Value) == parts
}

// names writes FN, which both versions demand, and N: as it came, if the name is that
// still.
func (w *writer) names(c app.Customer, nameless string) {
	n := c.Name
	parts := []string{n.Family, n.Given, n.Middle, n.Prefix, n.Suffix}
	full := n.Full
	if full == "" {
		full = first(c, strings.Join(slices.DeleteFunc(
			[]string{n.Prefix, n.Given, n.Middle, n.Family, n.Suffix}, func(s string) bool { return s == "" }), " "), nameless)
	}
	w.property("FN", nil, w.text(full))
	// Version 3.0 demands N, too, and some programs show nothing else.
	whole := strings.Join(parts, "") == ""
	if whole {
		parts[1] = n.Full
	}
	came := slices.IndexFunc(c.Unknown, func(p app.Property) bool { return SaysName(p, n) })
	switch {
	case came >= 0:
		w.property(nameProperty, c.Unknown[came].Params, clean(c.Unknown[came].Value))
	case w.version == V3 || !whole:
		w.property(nameProperty, nil, structured(parts...))
	}
	if w.version == V3 && whole && n.Full != "" {
		w.property(ownWhole, nil, yes)
	}
	if at, _ := firmOf(c); at < 0 && c.Firm != "" {
		w.property("ORG", nil, structured(c.Firm))
	}
}
