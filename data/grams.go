package data

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// gramSize is how many letters in a row the search index knows. Shorter words
// are found at the beginning of words only, digits anywhere.
const gramSize = 3

// gram is a piece of folded text in one sort of field: the sort and the letters,
// each a digit of one number. Unused letters are 0.
type gram uint64

// gramField says where a piece of text was found.
type gramField uint8

const (
	nameStart       gramField = iota // the first 1 to 3 letters of a word of the name
	nameInside                       // 3 letters anywhere in it
	phoneDigits                      // 1 to 3 digits anywhere in a number
	referenceStart                   // the first 1 or 2 letters of the shop's number
	referenceInside                  // 3 letters anywhere in it
	otherStart                       // firm, e-mail, notes: the first 1 or 2 letters of a word
	otherInside                      // 3 letters anywhere in them
	itemStart                        // the first 1 or 2 letters of a word of something they bought
	itemInside                       // stands for items, not for customers
	gramFields
)

// fieldLetters stand for the sorts of field in what is hashed.
const fieldLetters = "nNdrRoOjI"

const letterCount = unicode.MaxRune + 1

// Every gram has a number of its own.
const _ = uint64(gramFields)*letterCount*letterCount*letterCount - 1

// maxIndexed is how many letters of one field are indexed.
const maxIndexed = 1 << 14

// gramOf leaves out letters that are 0.
func gramOf(field gramField, letters ...rune) gram {
	g, n := gram(field), 0
	for _, r := range letters[:min(len(letters), gramSize)] {
		if r != 0 {
			g = g*letterCount + gram(r)
			n++
		}
	}
	for ; n < gramSize; n++ {
		g *= letterCount
	}
	return g
}

// parts returns the field's letter, and the text.
func (g gram) parts() (field, text string) {
	var letters [gramSize]rune
	for i := gramSize - 1; i >= 0; i-- {
		letters[i] = rune(g % letterCount)
		g /= letterCount
	}
	n := gramSize
	for n > 0 && letters[n-1] == 0 {
		n--
	}
	return fieldLetters[g : g+1], string(letters[:n])
}

// grams is a list; the same may be in it more than once.
type grams struct {
	all  []gram
	text []rune // to be used again
}

func (g *grams) reset() { g.all = g.all[:0] }

// once returns each gram once, in their order.
func (g *grams) once() []gram {
	slices.Sort(g.all)
	g.all = slices.Compact(g.all)
	return g.all
}

func (g *grams) add(field gramField, letters ...rune) {
	g.all = append(g.all, gramOf(field, letters...))
}

// starts adds the first 1 to most letters of each word.
func (g *grams) starts(field gramField, folded string, most int) {
	text := g.limited(folded)
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
func (g *grams) inside(field gramField, folded string) {
	text := g.limited(folded)
	for i := 0; i+gramSize <= len(text); i++ {
		if part := text[i : i+gramSize]; part[0] != ' ' && part[1] != ' ' && part[2] != ' ' {
			g.add(field, part...)
		}
	}
}

// limited returns the letters of the text that are indexed; they are gone with
// the next call.
func (g *grams) limited(text string) []rune {
	g.text = g.text[:0]
	for _, r := range text {
		if len(g.text) == maxIndexed {
			break
		}
		g.text = append(g.text, r)
	}
	return g.text
}

// startsWord tells whether a word begins there. In scripts without spaces every
// letter begins one.
func startsWord(text []rune, i int) bool {
	r := text[i]
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	if i == 0 || !unicode.IsLetter(text[i-1]) && !unicode.IsDigit(text[i-1]) {
		return true
	}
	return folding.Unspaced(r)
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
	var f fields
	f.of(c)
	return f
}

// of makes them those of the customer, in the room that those of another took.
func (f *fields) of(c app.Customer) {
	f.names, f.digits, f.others = append(f.names[:0], folding.Fold(c.Called())), f.digits[:0], f.others[:0]
	f.reference = folding.Fold(c.Reference(app.ReferenceShop))
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
}

// of adds everything a customer is found by but what they bought.
func (g *grams) of(f fields) {
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

func (g *grams) digits(digits string) {
	text := g.limited(digits)
	for i := range text {
		for n := 1; n <= gramSize && i+n <= len(text); n++ {
			g.add(phoneDigits, text[i:i+n]...)
		}
	}
}
