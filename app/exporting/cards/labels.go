package cards

import (
	"slices"
	"strings"
)

// types are the words of labels that a type says, in the order in which a label
// has them. Every number but a fax takes voice, so that the word says something
// beside a fax alone.
var types = []struct{ word, kind string }{
	{"home", "home"},
	{"work", "work"},
	{"mobile", "cell"},
	{"car", "car"},
	{"pager", "pager"},
	{"modem", "modem"},
	{"bbs", "bbs"},
	{"telex", "telex"},
	{"voice", "voice"},
	{"fax", "fax"},
	{"other", "other"},
}

// typesOf returns the types that say the label; false if none do.
func typesOf(label string) ([]string, bool) {
	if label == "" {
		return nil, true
	}
	words := strings.Split(label, " ")
	if slices.Contains(words, "voice") && !slices.Contains(words, "fax") {
		return nil, false
	}
	var kinds []string
	for _, t := range types {
		if len(words) > 0 && words[0] == t.word {
			kinds = append(kinds, t.kind)
			words = words[1:]
		}
	}
	if len(words) > 0 {
		return nil, false
	}
	return kinds, true
}
