package data

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// leastSaid is how much of each word has to be there before a search for customers
// goes through what they said: a space, and three letters of Latin or one of
// Chinese.
const leastSaid = 4

// whoSaid adds the customers who said the words, those with the newest opinion
// first. Opinions of which nobody knows whose they are name no customer.
func (s *state) whoSaid(query string, found []app.Found, limit int) ([]app.Found, error) {
	parts, ok := soughtWords(query)
	for _, part := range parts {
		ok = ok && len(part) >= leastSaid
	}
	if !ok || len(parts) == 0 || limit > 0 && len(found) >= limit {
		return found, nil
	}
	seen := make(map[app.ID]bool, len(found))
	for _, f := range found {
		seen[f.ID] = true
	}
	wanted := sought{parts: parts}.ready()
	err := s.scanRows(wanted, func(key rowKey) (bool, error) {
		o, err := one[app.Opinion](s, key.id())
		if err != nil {
			return false, dangling(inWords, err)
		}
		if o.Customer.IsZero() || seen[o.Customer] {
			return true, nil
		}
		seen[o.Customer] = true
		who, err := s.listed(o.Customer)
		if err != nil {
			return false, err
		}
		found = append(found, app.Found{Listed: who, Where: app.FoundSaid, Text: around(o.Verbatim, wanted.parts[0])})
		return limit <= 0 || len(found) < limit, nil
	})
	return found, err
}

// lettersBefore is how much of an opinion is shown before the word that was found,
// so that it is in sight where there is room for a few words only.
const lettersBefore = 16

// around returns the words of an opinion around the first that has the part.
func around(verbatim string, part []byte) string {
	words := strings.Fields(verbatim)
	from := 0
	for i, word := range words {
		if bytes.Contains(spaced(folding.Fold(word)), part) {
			room := lettersBefore
			for from = i; from > 0; from-- {
				if room -= utf8.RuneCountInString(words[from-1]) + 1; room < 0 {
					break
				}
			}
			break
		}
	}
	text := []rune(strings.Join(words[from:], " "))
	shown := string(text[:min(len(text), excerptSize)])
	if from > 0 {
		shown = "…" + shown
	}
	if len(text) > excerptSize {
		shown += "…"
	}
	return shown
}
