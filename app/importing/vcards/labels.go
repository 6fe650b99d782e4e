package vcards

import (
	"slices"
	"strings"
	"unicode"

	"github.com/emersion/go-vcard"

	"ringback.app/app/texts"
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
	{"modem", "modem"},
	{"bbs", "bbs"},
	{"telex", "telex"},
	{"tlx", "telex"},
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
	found = append(found, ownWords(types)...)
	label, _ := texts.Shorten(texts.OneLine(strings.Join(found, " ")), maxName)
	return label
}

// wordless are types that say nothing of where or whose it is (RFC 2426, 3.2 and
// 3.3; RFC 6350, 6.4; vCard 2.1, 2.2 and 2.3).
var wordless = []string{
	"pref", "voice", "msg", "text", "textphone", "video", "bbs", "modem", "isdn", "pcs", "tty", "tty-tdd", "main-number",
	"internet", "x400", "aol", "applelink", "attmail", "cis", "eworld", "ibmmail", "mcimail", "powershare", "prodigy", "tlx",
	"dom", "intl", "postal", "parcel", "uri", "email",
}

// mostOwn is how many of the words that somebody made up a label has. Who wants to
// call a number something writes one or two.
const mostOwn = 10

// ownWords are types that somebody or their telephone made up: X-Ferien, school.
func ownWords(types []string) []string {
	var own []string
	for _, t := range types {
		for word := range strings.SplitSeq(t, ",") {
			word = strings.TrimSpace(word)
			if len(word) > 2 && strings.EqualFold(word[:2], "X-") {
				word = word[2:]
			}
			isKnown := func(known string) bool { return strings.EqualFold(known, word) }
			if slices.ContainsFunc(words, func(w struct{ kind, word string }) bool { return isKnown(w.kind) }) ||
				slices.ContainsFunc(wordless, isKnown) || slices.ContainsFunc(own, isKnown) ||
				!strings.ContainsFunc(word, unicode.IsLetter) || strings.ContainsRune(word, '=') {
				continue
			}
			if word == strings.ToUpper(word) {
				word = strings.ToLower(word)
			}
			if own = append(own, word); len(own) == mostOwn {
				return own
			}
		}
	}
	return own
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
