package vcards

import (
	"slices"
	"strings"

	"github.com/emersion/go-vcard"

	"ringback.app/app/importing/texts"
)

// labelsOf returns the words that people gave groups of properties, as Apple and
// Google write them: item1.X-ABLabel:Shop.
func labelsOf(fields []*vcard.Field) map[string]string {
	if len(fields) == 0 {
		return nil
	}
	labels := make(map[string]string, len(fields))
	for _, field := range fields {
		text := texts.OneLine(unescape(field.Value))
		// Words of the program's own stand in brackets: _$!<Mobile>!$_
		if inner, ok := strings.CutPrefix(text, "_$!<"); ok {
			text = strings.ToLower(strings.TrimSuffix(inner, ">!$_"))
			if place, ok := strings.CutSuffix(text, "fax"); ok { // HomeFAX, WorkFAX
				text = strings.TrimSpace(place + " fax")
			}
		}
		text, _ = texts.Shorten(text, maxName)
		if field.Group != "" && text != "" {
			labels[strings.ToLower(field.Group)] = text
		}
	}
	return labels
}

// words are the types that say something to a person, in the order of a label.
var words = []struct{ kind, word string }{
	{"home", "home"},
	{"work", "work"},
	{"cell", "mobile"},
	{"mobile", "mobile"},
	{"iphone", "mobile"},
	{"car", "car"},
	{"pager", "pager"},
	{"voice", ""},
	{"fax", "fax"},
	{"other", "other"},
}

// label returns what a number or an address is called: the person's own word for
// its group, or its types. A fax stays one whatever it is called.
func (f *filler) label(field *vcard.Field) string {
	types := field.Params["TYPE"]
	if field.Group != "" {
		if own := f.labels[strings.ToLower(field.Group)]; own != "" {
			if hasType(types, "fax") && !hasType(types, "voice") && !strings.Contains(strings.ToLower(own), "fax") {
				own += " fax"
			}
			return own
		}
	}
	if len(types) == 0 {
		return ""
	}
	var found []string
	for _, w := range words {
		if w.word == "" && !hasType(types, "fax") {
			continue // every number but a fax takes voice
		}
		word := w.word
		if word == "" {
			word = w.kind
		}
		if hasType(types, w.kind) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return strings.Join(found, " ")
}

func hasType(types []string, kind string) bool {
	for _, t := range types {
		if strings.EqualFold(t, kind) {
			return true
		}
		if strings.IndexByte(t, ',') < 0 {
			continue
		}
		for part := range strings.SplitSeq(t, ",") {
			if strings.EqualFold(strings.TrimSpace(part), kind) {
				return true
			}
		}
	}
	return false
}

// isPreferred tells whether the person said to use this one first.
func isPreferred(params vcard.Params) bool {
	if len(params) == 0 {
		return false
	}
	if first := params["PREF"]; len(first) > 0 && strings.TrimSpace(first[0]) == "1" {
		return true
	}
	return hasType(params["TYPE"], "pref")
}
