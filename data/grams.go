package data

import (
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// gramSize is how many letters in a row the search index knows. Shorter words
// are found at the beginning of words only, digits anywhere.
const gramSize = 3

// gram is a piece of folded text in one sort of field. Unused letters are 0.
type gram struct {
	field   gramField
	letters [gramSize]rune
}

// gramField says where a piece of text was found.
type gramField byte

const (
	nameStart       gramField = 'n' // the first 1 to 3 letters of a word of the name
	nameInside      gramField = 'N' // 3 letters anywhere in it
	phoneDigits     gramField = 'd' // 1 to 3 digits anywhere in a number
	referenceStart  gramField = 'r' // the first 1 or 2 letters of the shop's number
	referenceInside gramField = 'R'
	otherStart      gramField = 'o' // firm, e-mail, notes
	otherInside     gramField = 'O'
	itemStart       gramField = 'j' // the first 1 or 2 letters of a word of something they bought
	itemInside      gramField = 'I' // stands for items, not for customers
)

// maxIndexed is how many letters of one field are indexed.
const maxIndexed = 1 << 14

func gramOf(field gramField, letters ...rune) gram {
	g := gram{field: field}
	copy(g.letters[:], letters)
	return g
}

func (g gram) text() string {
	var b strings.Builder
	for _, r := range g.letters {
		if r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// grams is a set.
type grams map[gram]struct{}

func (g grams) add(field gramField, letters ...rune) { g[gramOf(field, letters...)] = struct{}{} }

// starts adds the first 1 to most letters of each word.
func (g grams) starts(field gramField, folded string, most int) {
	text := limited(folded)
	for i := range text {
		if !startsWord(text, i) {
			continue
		}
		for n := 1; n <= most && i+n <= len(text) && text[i+n-1] != ' '; n++ {
			g.add(field, text[i:i+n]...)
		}
	}
}

// inside adds every gramSize letters in a row.
func (g grams) inside(field gramField, folded string) {
	text := limited(folded)
	for i := 0; i+gramSize <= len(text); i++ {
		if part := text[i : i+gramSize]; part[0] != ' ' && part[1] != ' ' && part[2] != ' ' {
			g.add(field, part...)
		}
	}
}

func limited(text string) []rune {
	runes := []rune(text)
	return runes[:min(len(runes), maxIndexed)]
}

// startsWord tells whether a word begins there. In scripts without spaces every
// letter begins one.
func startsWord(text []rune, i int) bool {
	r := text[i]
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	if i == 0 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
		return true
	}
	return !unicode.IsLetter(text[i-1]) && !unicode.IsDigit(text[i-1])
}

// fields are the searchable texts of a customer, folded.
type fields struct {
	names     []string
	digits    []string
	reference string
	others    []otherField
}

type otherField struct {
	where  app.FoundIn
	folded string
	shown  string
}

func fieldsOf(c app.Customer) fields {
	f := fields{names: []string{folding.Fold(c.Called())}, reference: folding.Fold(c.Reference(app.ReferenceShop))}
	for _, part := range []string{c.Name.Given, c.Name.Middle, c.Name.Family} {
		if folded := folding.Fold(part); folded != "" && !strings.Contains(f.names[0], folded) {
			f.names = append(f.names, folded)
		}
	}
	for _, p := range c.Phones {
		e164, typed := folding.Digits(p.E164), folding.Digits(p.Typed)
		if e164 != "" {
			f.digits = append(f.digits, e164)
		}
		if typed != "" && !strings.Contains(e164, typed) {
			f.digits = append(f.digits, typed)
		}
	}
	add := func(where app.FoundIn, shown string) {
		if folded := folding.Fold(shown); folded != "" {
			f.others = append(f.others, otherField{where, folded, shown})
		}
	}
	add(app.FoundFirm, c.Firm)
	for _, e := range c.Emails {
		add(app.FoundEmail, e.Address)
	}
	add(app.FoundNotes, c.Notes)
	return f
}

// of adds everything a customer is found by but what they bought.
func (g grams) of(c app.Customer) {
	f := fieldsOf(c)
	for _, name := range f.names {
		g.starts(nameStart, name, gramSize)
		g.inside(nameInside, name)
	}
	for _, digits := range f.digits {
		g.digits(digits)
	}
	g.starts(referenceStart, f.reference, gramSize-1)
	g.inside(referenceInside, f.reference)
	for _, o := range f.others {
		g.starts(otherStart, o.folded, gramSize-1)
		g.inside(otherInside, o.folded)
	}
}

func (g grams) digits(digits string) {
	text := limited(digits)
	for i := range text {
		for n := 1; n <= gramSize && i+n <= len(text); n++ {
			g.add(phoneDigits, text[i:i+n]...)
		}
	}
}
