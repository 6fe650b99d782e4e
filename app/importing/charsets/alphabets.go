package charsets

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// alphabet is a language as it is written in a charset.
type alphabet struct {
	charset string
	prior   float64 // what speaks for it before any letter is seen
	// letters above 127 of the language, small ones, the commonest first.
	letters string
	whole   bool   // words have no other letters
	final   string // letters that end words
	atEnd   bool   // the letters stand at the end of words only
	pairs   string // letters that stand only before a certain one, with that one
	spelt   string // pairs of plain letters that are common in it and rare elsewhere
}

// What speaks for a charset, and for a language, before any letter is seen: the
// logarithm of how common files of it are among those that do not say what they
// are, roughly, Western ones being 0. Single names read well in several.
const (
	likely   = -0.5
	seldom   = -1.0
	rare     = -2.0
	veryRare = -3.5 // what DOS and old Macintoshes wrote
	oldest   = -5.0
	ofMany   = -1.5 // on top: several languages in one file
	ofFew    = -0.8 // on top: a language of few
)

// The alphabets, the commoner ones first. The orders of letters are those of
// their frequency in running text, roughly.
var alphabets = []alphabet{
	{charset: Western, letters: german},
	{charset: Western, letters: french},
	{charset: Western, letters: spanish},
	{charset: Western, letters: portuguese, pairs: "õe"},
	{charset: Western, letters: nordic},
	{charset: Western, letters: danish},
	{charset: Western, letters: italian, atEnd: true},
	{charset: Western, letters: dutch, prior: ofFew},
	{charset: Western, letters: catalan, prior: ofFew},
	{charset: Western, letters: estonian, prior: rare},
	{charset: Western, letters: icelandic, prior: ofFew},
	{charset: Western, letters: western, prior: ofMany},
	{charset: windowsCentral, prior: seldom, letters: polish, spelt: "sz cz rz ski wi"},
	{charset: windowsCentral, prior: seldom, letters: czech},
	{charset: windowsCentral, prior: seldom + ofFew, letters: slovak},
	{charset: windowsCentral, prior: seldom, letters: hungarian, spelt: "gy sz cs zs"},
	{charset: windowsCentral, prior: seldom + ofFew, letters: romanian},
	{charset: windowsCentral, prior: seldom + ofFew, letters: croatian},
	{charset: windowsCentral, prior: seldom + ofMany, letters: central},
	{charset: isoCentral, prior: rare, letters: polish, spelt: "sz cz rz ski wi"},
	{charset: isoCentral, prior: rare, letters: czech},
	{charset: isoCentral, prior: rare + ofFew, letters: slovak},
	{charset: isoCentral, prior: rare, letters: hungarian, spelt: "gy sz cs zs"},
	{charset: isoCentral, prior: rare + ofFew, letters: romanian},
	{charset: isoCentral, prior: rare + ofFew, letters: croatian},
	{charset: isoCentral, prior: rare + ofMany, letters: central},
	{charset: "windows-1254", prior: seldom, letters: "ıüşçğöiâ"},
	{charset: "windows-1257", prior: rare, letters: "šžėąčūųįę", spelt: "tis utis nis onis kas ien"},
	{charset: "windows-1257", prior: rare, letters: "āīēšūņļžčķģ"},
	{charset: "windows-1251", letters: russian, whole: true},
	{charset: "windows-1251", letters: ukrainian, whole: true},
	{charset: "koi8-r", prior: likely, letters: russian, whole: true},
	{charset: "koi8-u", prior: seldom, letters: ukrainian, whole: true},
	{charset: "ibm866", prior: seldom, letters: russian, whole: true},
	{charset: "iso-8859-5", prior: seldom, letters: russian, whole: true},
	{charset: "iso-8859-5", prior: seldom, letters: ukrainian, whole: true},
	{charset: "x-mac-cyrillic", prior: rare, letters: russian, whole: true},
	{charset: "windows-1253", letters: greek, whole: true, final: "ς"},
	{charset: "iso-8859-7", prior: likely, letters: greek, whole: true, final: "ς"},
	{charset: "windows-1255", letters: "יוהלארמבנתשדםקחכפעטןזסגצךףץ", whole: true, final: "םןךףץ"},
	{charset: "windows-1256", letters: arabic, whole: true, final: "ةى"},
	{charset: "iso-8859-6", prior: seldom, letters: arabic, whole: true, final: "ةى"},
	{charset: "windows-874", letters: "านรอก่เงมย้ลัวดทสีิตะปบุคห์แจพชขำใไูื็โผซณถธศฟญฉษภอึ", whole: true},
	{charset: "ibm850", prior: veryRare, letters: german},
	{charset: "ibm850", prior: veryRare, letters: french},
	{charset: "ibm850", prior: veryRare, letters: spanish},
	{charset: "ibm850", prior: veryRare, letters: portuguese},
	{charset: "ibm850", prior: veryRare, letters: nordic},
	{charset: "ibm850", prior: veryRare, letters: danish},
	{charset: "ibm852", prior: oldest, letters: polish},
	{charset: "ibm852", prior: oldest, letters: czech},
	{charset: "ibm852", prior: oldest, letters: hungarian},
	{charset: "macintosh", prior: veryRare, letters: german},
	{charset: "macintosh", prior: veryRare, letters: french},
	{charset: "macintosh", prior: veryRare, letters: spanish},
	{charset: "macintosh", prior: veryRare, letters: portuguese},
	{charset: "macintosh", prior: veryRare, letters: nordic},
	{charset: "macintosh", prior: veryRare, letters: danish},
}

const (
	windowsCentral = "windows-1250"
	isoCentral     = "iso-8859-2"
)

const (
	german     = "üöäß"
	french     = "éèêçàâëîôïùûœü"
	spanish    = "íáéóñúü"
	portuguese = "ãáçéíóêõâúôàü"
	nordic     = "äöåé"
	danish     = "øæåéöü"
	italian    = "èàùòìé"
	dutch      = "ëïéèöó"
	catalan    = "àéèíçóòúïü"
	estonian   = "äõüöšž"
	icelandic  = "áíðóéúöþýæ"
	western    = "éüöáäíóñèåøçãëêúæàîïôâßœýðþû"
	polish     = "łąęóśżćńź"
	czech      = "áíéěřčžšýůúňóťď"
	slovak     = "áíéčšúžýľťôňďäóĺŕ"
	hungarian  = "éáöóőüíúű"
	romanian   = "ăşţîâ"
	croatian   = "ćčšžđ"
	central    = "áéíóščžöüłćęąńřőěśýůúżźşăţűđňťďâîäôľß"
	russian    = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
	ukrainian  = "оаинтвіерсклдмупзябьгйчхїцжюшєщфґ"
	greek      = "αοιτενσηυρκπμλάόίςωέγδήύθχώφβξζψϊϋΐΰ"
	arabic     = "اليمونرتبهدعسفكقحجشصطخةزىذغأثضءظئآؤإ"
)

// What a letter or a sign is worth.
const (
	foreign    = -3.0 // a letter that the language does not have
	misplaced  = -4.0 // a letter where words have none of its kind
	atWord     = -5.0 // a sign that touches a word and does not belong there
	inMidst    = -8.0 // a sign within a word, a capital behind a small letter
	noLetter   = -8.0 // bytes that are nothing in the charset
	otherSign  = -1.5
	smallStart = -0.4 // names begin with capitals
	asSpelt    = 1.0
	shortened  = 2.0 // a sign that stands for the rest of a word
	asBroken   = 4.0 // few lines among many of UTF-8
)

// signs stand in text of any language; opening ones do not end a word, and some
// belong to a number.
const (
	signs    = "’‘“”„–—…€£§°«»·№©®™ºª²³½¼¿¡´\u00a0"
	opening  = "‘“„«‚¿¡£€§№"
	ofNumber = "€£§°º²³½¼№\u00a0–"
	shorts   = "Mª Dª Nº nº" // María, Doña, número
)

// readAs says how much like words of the language the bytes look. Higher is
// likelier.
func readAs(sample []byte, a alphabet) float64 {
	decoded, err := Decode(sample, a.charset)
	if err != nil {
		return math.Inf(-1)
	}
	return a.prior + a.text(decoded)
}

// readText says how much like words of any of the languages a text looks.
func readText(text string) float64 {
	points := make([]float64, len(languages()))
	for word := range strings.FieldsSeq(text) {
		if isPlain([]byte(word)) {
			continue
		}
		letters := []rune(word)
		for i, l := range languages() {
			points[i] += l.word(l.worths, letters)
		}
	}
	return slices.Max(points)
}

// language is an alphabet with what its letters are worth.
type language struct {
	alphabet
	worths map[rune]float64
}

// languages are those of all alphabets, each once.
var languages = sync.OnceValue(func() []language {
	var all []language
	for _, a := range alphabets {
		if !slices.ContainsFunc(all, func(l language) bool { return l.letters == a.letters }) {
			all = append(all, language{a, a.worth()})
		}
	}
	return all
})

func (a alphabet) text(text string) float64 {
	worth, points := a.worth(), 0.0
	for word := range strings.FieldsSeq(text) {
		points += a.word(worth, []rune(word))
	}
	return points
}

// worth is what each letter of the language adds: the rarer it is among those
// above 127, the less. How rare the n-th is follows Zipf's law.
func (a alphabet) worth() map[rune]float64 {
	letters := []rune(a.letters)
	worth := make(map[rune]float64, len(letters))
	all := 0.0
	for i := range letters {
		all += 1 / float64(i+2)
	}
	for i, r := range letters {
		w := math.Log(40 / float64(i+2) / all)
		if a.whole {
			w = 2.2 - 3*float64(i)/float64(len(letters))
		}
		worth[r] = w
	}
	return worth
}

// word is what one word adds.
func (a alphabet) word(worth map[rune]float64, word []rune) float64 {
	at := func(i int) rune {
		if i < 0 || i >= len(word) {
			return ' '
		}
		return word[i]
	}
	points := 0.0
	inCapitals := !slices.ContainsFunc(word, func(r rune) bool { return unicode.IsLower(r) && r != 'ß' })
	for i, r := range word {
		if r <= unicode.MaxASCII {
			continue
		}
		points += a.points(worth, at(i-1), r, at(i+1))
		if !inCapitals && unicode.IsUpper(r) && unicode.IsLetter(at(i-1)) {
			points += inMidst
		}
	}
	for pair := range strings.FieldsSeq(a.spelt) {
		if strings.Contains(strings.ToLower(string(word)), pair) {
			points += asSpelt
		}
	}
	return points
}

func (a alphabet) points(worth map[rune]float64, before, r, next rune) float64 {
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return noLetter
	case !unicode.IsLetter(r) && !unicode.IsMark(r) || r == 'º' || r == 'ª':
		return sign(before, r, next)
	}
	points, ok := worth[unicode.ToLower(r)]
	if !ok && r != 'İ' || a.isOut(r, next) {
		points = foreign
	}
	switch {
	case unicode.IsDigit(before), unicode.IsDigit(next):
		points += misplaced
	case a.whole && (isLatin(before) || isLatin(next)):
		points += inMidst
	case unicode.IsLower(r) && r != 'ß' && unicode.IsUpper(next):
		points += inMidst
	case a.whole && unicode.IsUpper(r) && !unicode.IsLetter(before) && !unicode.IsLetter(next):
		points += foreign // such letters stand alone as signs do in other charsets
	case r == 'ß' && !strings.ContainsRune("aeiouyäöüAEIOUYÄÖÜ", before):
		points += misplaced
	case unicode.IsLower(r) && !unicode.IsLetter(before) && !unicode.IsMark(before):
		points += smallStart
	}
	if a.final != "" && strings.ContainsRune(a.final, r) {
		if unicode.IsLetter(next) {
			points += inMidst
		} else {
			points++
		}
	}
	return points
}

// isOut tells whether the language has the letter, but not before that one.
func (a alphabet) isOut(r, next rune) bool {
	if a.atEnd && unicode.IsLetter(next) {
		return true
	}
	for pair := range strings.FieldsSeq(a.pairs) {
		if letters := []rune(pair); unicode.ToLower(r) == letters[0] {
			return unicode.ToLower(next) != letters[1]
		}
	}
	return false
}

// sign is what a sign adds: little where text has it, and it rules out the
// charset where words have none.
func sign(before, r, next rune) float64 {
	after, ahead := unicode.IsLetter(before), unicode.IsLetter(next)
	isNumber := unicode.IsDigit(before) || unicode.IsDigit(next)
	switch {
	case r == '’', r == '´' && after:
		return 0.2
	case !ahead && strings.Contains(shorts, string([]rune{before, r})):
		return shortened
	case after && ahead:
		return inMidst
	case ahead && strings.ContainsRune("©®™", r):
		return atWord
	case !strings.ContainsRune(signs, r) && (after || ahead || isNumber):
		return atWord
	case !strings.ContainsRune(signs, r):
		return otherSign
	case after && strings.ContainsRune(opening, r), strings.ContainsRune("²³½¼", r) && (after || ahead):
		return misplaced
	case isNumber && !strings.ContainsRune(ofNumber, r):
		return 0
	}
	return 0.2
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }
