package data

import (
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// maxWords is how many words of a query count.
const maxWords = 8

// word is one word of a query: all words must be found, each anywhere.
type word struct {
	text    []rune   // folded, without spaces
	numbers []string // the digits to look for in numbers, first as typed; none if it is not one
}

// parse takes a query apart. One that looks like a number, spaces and all, is
// one word.
func parse(query string) []word {
	folded := folding.Fold(query)
	parts := strings.Fields(folded)
	if likeNumber(folded) {
		parts = []string{strings.ReplaceAll(folded, " ", "")}
	}
	words := make([]word, 0, len(parts))
	for _, p := range parts[:min(len(parts), maxWords)] {
		w := word{text: []rune(p)}
		if likeNumber(p) {
			w.numbers = numberForms(folding.Digits(p))
			if abroad := strings.Replace(p, "(0)", "", 1); abroad != p { // +44 (0)7700: the 0 is dialled at home only
				w.numbers = append(w.numbers, numberForms(folding.Digits(abroad))...)
			}
		}
		words = append(words, w)
	}
	return words
}

// likeNumber tells whether the text could be part of a telephone number.
func likeNumber(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("+-()./ ", r):
			return false
		}
	}
	return digits > 0
}

// minNumber is the fewest digits for which what a number begins with at home is
// looked past.
const minNumber = 4

// numberForms returns the digits, and those without the 0 or 00 that goes before
// a number at home or abroad: 040 is found in +358 40.
func numberForms(digits string) []string {
	forms := []string{digits}
	if short := strings.TrimLeft(digits, "0"); len(short) >= minNumber && len(short) < len(digits) {
		forms = append(forms, short)
	}
	return forms
}

// tier is how good a match is; the lowest is the best.
type tier int

const (
	tierNameStart tier = iota
	tierName
	tierPhone
	tierPhoneAtHome // without what is dialled at home only
	tierReference
	tierOther
	tiers
	noMatch
)

// match is where a word was found.
type match struct {
	tier  tier
	where app.FoundIn
	shown string
}

// find looks for the word in a customer's own record.
func (w word) find(c app.Customer, f fields) (match, bool) {
	best := match{tier: noMatch}
	for _, name := range f.names {
		if t := w.in(name); t < best.tier {
			best = match{t, app.FoundName, c.Called()}
		}
	}
	if best.tier != noMatch {
		if c.Name.Full == "" && c.Firm != "" {
			best.where = app.FoundFirm
		}
		return best, true
	}
	for i, form := range w.numbers {
		if shown, ok := inNumber(form, c, f); ok {
			return match{phoneTier(i), app.FoundPhone, shown}, true
		}
	}
	if f.reference != "" && w.in(f.reference) != noMatch {
		return match{tierReference, app.FoundReference, c.Reference(app.ReferenceShop)}, true
	}
	for _, o := range f.others {
		if w.in(o.folded) != noMatch {
			return match{tierOther, o.where, w.excerpt(o.shown)}, true
		}
	}
	return best, false
}

// in tells how the word lies in a folded text: at the beginning of a word of it,
// or, if it is long enough, inside.
func (w word) in(folded string) tier {
	text := string(w.text)
	found := noMatch
	runes := []rune(nil)
	for at := 0; ; {
		i := strings.Index(folded[at:], text)
		if i < 0 {
			return found
		}
		at += i
		if runes == nil {
			runes = []rune(folded)
		}
		if startsWord(runes, len([]rune(folded[:at]))) {
			return tierNameStart
		}
		if len(w.text) >= gramSize {
			found = tierName
		}
		at += len(text)
	}
}

// phoneTier is how good a match with those digits of a word is, by their place.
func phoneTier(form int) tier {
	if form == 0 {
		return tierPhone
	}
	return tierPhoneAtHome
}

func inNumber(form string, c app.Customer, f fields) (string, bool) {
	for _, digits := range f.digits {
		if !strings.Contains(digits, form) {
			continue
		}
		for _, p := range c.Phones {
			if strings.Contains(folding.Digits(p.E164), form) || strings.Contains(folding.Digits(p.Typed), form) {
				return shownNumber(p), true
			}
		}
	}
	return "", false
}

func shownNumber(p app.Phone) string {
	if p.Typed != "" {
		return p.Typed
	}
	return p.E164
}

// excerptSize is how many letters of a long text are shown.
const excerptSize = 120

// excerpt returns the line of a text that the word is in.
func (w word) excerpt(shown string) string {
	for line := range strings.Lines(shown) {
		line = strings.TrimSpace(line)
		if !strings.Contains(folding.Fold(line), string(w.text)) {
			continue
		}
		if runes := []rune(line); len(runes) > excerptSize {
			return string(runes[:excerptSize]) + "…"
		}
		return line
	}
	return ""
}
