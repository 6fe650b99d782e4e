package vcards

import (
	"bytes"
	"iter"
	"strings"
	"unicode/utf8"
)

// property is one of a card as it is prepared: in UTF-8, without control
// characters that end a line, and with its escapes, since which of them mean
// something depends on the property.
type property struct {
	group, name, value string // the name in capitals
	params             []parameter
}

// parameter is one of a property, with its values.
type parameter struct {
	name   string // in capitals
	values []string
}

// param returns the values of the parameter of that name.
func (p *property) param(name string) []string {
	for _, one := range p.params {
		if one.name == name {
			return one.values
		}
	}
	return nil
}

// addParam adds values to the parameter of that name.
func (p *property) addParam(name string, values []string) {
	for i, one := range p.params {
		if one.name == name {
			p.params[i].values = append(one.values, values...)
			return
		}
	}
	p.params = append(p.params, parameter{name, values})
}

// properties are those of a card, in its order.
type properties []property

// named returns those of that name.
func (ps properties) named(name string) iter.Seq[*property] {
	return func(yield func(*property) bool) {
		for i := range ps {
			if ps[i].name == name && !yield(&ps[i]) {
				return
			}
		}
	}
}

// propertyOf makes a property of what a line says.
func propertyOf(h head, value []byte) property {
	made := property{group: string(h.group), name: inCapitals(h.name), value: valueText(value)}
	if len(h.params) > 0 {
		made.params = make([]parameter, 0, len(h.params))
	}
	for _, p := range h.params {
		made.addParam(inCapitals(p.key), paramValues(p.value))
	}
	return made
}

// valueText is a value as text: line ends that were decoded with it become the
// escape that stands for one.
func valueText(value []byte) string {
	if bytes.IndexByte(value, '\n') < 0 && bytes.IndexByte(value, '\r') < 0 {
		return string(value)
	}
	return lineEnds.Replace(string(value))
}

var lineEnds = strings.NewReplacer("\r\n", `\n`, "\r", `\n`, "\n", `\n`)

// cutFromParams stands around the value of a parameter, or has no place in it.
const cutFromParams = "\"\x00\r\n"

// paramValues are the values of a parameter, which may be quoted and several.
func paramValues(value []byte) []string {
	if text, ok := frequent[string(value)]; ok {
		return []string{text}
	}
	if !utf8.Valid(value) {
		value = bytes.ToValidUTF8(value, []byte("\uFFFD"))
	}
	if bytes.ContainsAny(value, cutFromParams) {
		value = bytes.Map(func(r rune) rune {
			if strings.ContainsRune(cutFromParams, r) {
				return -1
			}
			return r
		}, value)
	}
	return strings.Split(string(value), ",")
}

// inCapitals is a name in capitals.
func inCapitals(name []byte) string {
	if text, ok := frequent[string(name)]; ok {
		return text
	}
	return strings.ToUpper(string(name))
}

// frequent are words in capitals that stand in most cards, so that not each card
// has its own.
var frequent = func() map[string]string {
	all := make(map[string]string)
	for _, word := range []string{
		"VERSION", "FN", "N", "NICKNAME", "ORG", "TITLE", "TEL", "EMAIL", "ADR", "LABEL", "NOTE", "UID", "URL", "BDAY",
		"CATEGORIES", "PHOTO", "REV", "PRODID", "X-ABLABEL", "X-CUSTOMER-ID",
		"TYPE", "PREF", "LANGUAGE", "VALUE", "CELL", "HOME", "WORK", "VOICE", "FAX", "MOBILE", "INTERNET",
	} {
		all[word] = word
	}
	return all
}()
