package charsets

import (
	"math"
	"strings"
	"unicode"
)

// alphabet is a language as it is written in a charset.
type alphabet struct {
	charset string
	// letters above 127 of the language, small ones, the commonest first where it
	// is written with nothing else.
	letters string
	whole   bool   // words have no other letters
	final   string // letters that end words
}

// The alphabets, the commoner ones first. The orders of letters are those of
// their frequency in running text, roughly.
var alphabets = []alphabet{
	{charset: Western, letters: german},
	{charset: Western, letters: french},
	{charset: Western, letters: iberian},
	{charset: Western, letters: nordic},
	{charset: Western, letters: danish},
	{charset: Western, letters: italian},
	{charset: Western, letters: dutch},
	{charset: Western, letters: estonian},
	{charset: "windows-1250", letters: polish},
	{charset: "windows-1250", letters: czech},
	{charset: "windows-1250", letters: hungarian},
	{charset: "windows-1250", letters: romanian},
	{charset: "windows-1250", letters: croatian},
	{charset: "iso-8859-2", letters: polish},
	{charset: "iso-8859-2", letters: czech},
	{charset: "iso-8859-2", letters: hungarian},
	{charset: "iso-8859-2", letters: romanian},
	{charset: "iso-8859-2", letters: croatian},
	{charset: "windows-1254", letters: "ıüşçğöiâ"},
	{charset: "windows-1257", letters: "šžėąčūųįę"},
	{charset: "windows-1257", letters: "āīēšūņļžčķģ"},
	{charset: Western, letters: "áíðóéúöþýæ"},
	{charset: "windows-1251", letters: russian, whole: true},
	{charset: "windows-1251", letters: ukrainian, whole: true},
	{charset: "koi8-r", letters: russian, whole: true},
	{charset: "koi8-u", letters: ukrainian, whole: true},
	{charset: "ibm866", letters: russian, whole: true},
	{charset: "iso-8859-5", letters: russian, whole: true},
	{charset: "iso-8859-5", letters: ukrainian, whole: true},
	{charset: "x-mac-cyrillic", letters: russian, whole: true},
	{charset: "windows-1253", letters: "αοιτενσηυρκπμλάόίςωέγδήύθχώφβξζψϊϋΐΰ", whole: true, final: "ς"},
	{charset: "windows-1255", letters: "יוהלארמבנתשדםקחכפעטןזסגצךףץ", whole: true, final: "םןךףץ"},
	{charset: "windows-1256", letters: arabic, whole: true, final: "ةى"},
	{charset: "iso-8859-6", letters: arabic, whole: true, final: "ةى"},
	{charset: "windows-874", letters: "านรอก่เงมย้ลัวดทสีิตะปบุคห์แจพชขำใไูื็โผซณถธศฟญฉษภอึ", whole: true},
	{charset: "ibm850", letters: german},
	{charset: "ibm850", letters: french},
	{charset: "ibm850", letters: iberian},
	{charset: "ibm850", letters: nordic},
	{charset: "ibm850", letters: danish},
	{charset: "ibm852", letters: polish},
	{charset: "ibm852", letters: czech},
	{charset: "ibm852", letters: hungarian},
	{charset: "macintosh", letters: german},
	{charset: "macintosh", letters: french},
	{charset: "macintosh", letters: iberian},
	{charset: "macintosh", letters: nordic},
	{charset: "macintosh", letters: danish},
}

const (
	german    = "üöäß"
	french    = "éèêçàâëîôïùûœ"
	iberian   = "áéíóãçñúêõâôü"
	nordic    = "äöåé"
	danish    = "øæåéö"
	italian   = "èàùòìé"
	dutch     = "ëïéèö"
	estonian  = "äõüöšž"
	polish    = "łąęóśżćńź"
	czech     = "áíéěřčžšýůúňóťďľĺŕäô"
	hungarian = "áéöóőüíúű"
	romanian  = "ăşţîâ"
	croatian  = "čšćžđ"
	russian   = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
	ukrainian = "оаинтвіерсклдмупзябьгйчхїцжюшєщфґ"
	arabic    = "اليمونرتبهدعسفكقحجشصطخةزىذغأثضءظئآؤإ"
)

// What a letter or a sign is worth.
const (
	foreign    = -2.5 // a letter that the language does not have
	inMidst    = -3.0 // a sign within a word, a capital behind a small letter
	noLetter   = -6.0 // bytes that are nothing in the charset
	otherSign  = -0.8
	smallStart = -0.4 // names begin with capitals
)

// signs stand in text of any language.
const signs = "’‘“”„–—…€£§°«»·№\u00a0"

// readAs says how much like words of the language the bytes look. Higher is
// likelier.
func readAs(sample []byte, a alphabet) float64 {
	decoded, err := Decode(sample, a.charset)
	if err != nil {
		return math.Inf(-1)
	}
	worth := a.worth()
	text := []rune(decoded)
	at := func(i int) rune {
		if i < 0 || i >= len(text) {
			return ' '
		}
		return text[i]
	}
	points := 0.0
	for i, r := range text {
		if r > unicode.MaxASCII {
			points += a.points(worth, at(i-1), r, at(i+1))
		}
	}
	return points
}

// worth is what each letter of the language adds: the rarer those of its kind
// are, the less.
func (a alphabet) worth() map[rune]float64 {
	letters := []rune(a.letters)
	worth := make(map[rune]float64, len(letters))
	for i, r := range letters {
		w := math.Log(40 / float64(len(letters)))
		if a.whole {
			w = 2.2 - 3*float64(i)/float64(len(letters))
		}
		worth[r] = w
	}
	return worth
}

func (a alphabet) points(worth map[rune]float64, before, r, next rune) float64 {
	inWord := unicode.IsLetter(before) && unicode.IsLetter(next)
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return noLetter
	case unicode.IsLetter(r) || unicode.IsMark(r):
	case strings.ContainsRune(signs, r) && (r == '’' || !inWord):
		return 0.2
	case inWord:
		return inMidst
	default:
		return otherSign
	}
	points, ok := worth[unicode.ToLower(r)]
	if !ok && r != 'İ' {
		points = foreign
	}
	switch {
	case unicode.IsDigit(before), unicode.IsDigit(next):
		points += inMidst
	case unicode.IsUpper(r) && unicode.IsLower(before):
		points += inMidst
	case !a.whole && unicode.IsUpper(r) && unicode.IsLetter(before) && unicode.IsLower(next):
		points += inMidst / 2
	case a.whole && (isLatin(before) || isLatin(next)):
		points += inMidst
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

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }
