package dialing

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/nyaruka/phonenumbers"

	"ringback.app/app/folding"
)

// reading is how a text is read in which there are words beside a number.
type reading struct {
	number    string // alone; empty: none that is valid
	extension string
	words     string // that say whose it is, or what for
	fax       bool   // they say that a machine answers
}

// part is a run of words in a text, or one of what stands between them and has
// digits.
type part struct {
	text       string
	start, end int // in the whole text
	digits     bool
	extension  string // of a number, of the parts behind it
}

// hasWords tells whether there are letters in the text.
func hasWords(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// apart takes the words off a text. Letters are words for people: as the digits
// of a telephone's keys they are read only where they can be nothing else.
func apart(text, country string, hints []string) reading {
	if strings.Contains(text, "@") || strings.Contains(text, "://") {
		return reading{}
	}
	if strings.Contains(text, ";phone-context=") { // the rest of a URI (RFC 3966)
		return reading{number: text}
	}
	parts := extended(partsOf(text))
	at := chosen(parts, country, hints)
	if at < 0 {
		if isVanity(text) && takesLetters(worldwide(text, country, hints)) {
			return reading{number: text}
		}
		// Without the country it is still what to dial, as it is without the extension.
		if len(parts) == 1 && parts[0].extension != "" && asWritten(parts[0].text) && !aDay.MatchString(parts[0].text) {
			return reading{number: parts[0].text, extension: parts[0].extension}
		}
		return reading{}
	}
	r := reading{number: parts[at].text, extension: parts[at].extension}
	var words []string
	for i, p := range parts {
		if i != at && !isCaption(p) {
			words = append(words, trimmed(p.text))
		}
	}
	r.words = strings.Join(words, " ")
	r.fax = isFaxAt(parts, at)
	return r
}

// partsOf takes the text apart between words and what has digits.
func partsOf(text string) []part {
	var parts []part
	start, letters, digits := 0, false, false
	cut := func(end int) {
		if !digits && !letters {
			return // goes with what follows
		}
		if n := len(parts); n > 0 && !digits && !parts[n-1].digits {
			parts[n-1].end = end
		} else {
			parts = append(parts, part{start: start, end: end, digits: digits})
		}
		start, letters, digits = end, false, false
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
			if digits {
				cut(i)
			}
			letters = true
		case unicode.IsDigit(r) || r == '+' || r == '＋':
			if letters {
				cut(i)
			}
			digits = digits || unicode.IsDigit(r)
		}
	}
	cut(len(text))
	for i := range parts {
		p := &parts[i]
		p.text = trimmed(text[p.start:p.end])
	}
	return parts
}

// trimmed is a part without the signs that join it to others.
func trimmed(text string) string {
	text = strings.Trim(text, " \t\u00a0.,:;/|-–—=<>\"'*_")
	if strings.HasSuffix(text, "(") || strings.HasSuffix(text, "[") {
		return trimmed(text[:len(text)-1])
	}
	if strings.HasPrefix(text, ")") || strings.HasPrefix(text, "]") {
		return trimmed(text[1:])
	}
	if strings.HasPrefix(text, "(") && !strings.Contains(text, ")") {
		return trimmed(text[1:])
	}
	if strings.HasSuffix(text, ")") && !strings.Contains(text, "(") {
		return trimmed(text[:len(text)-1])
	}
	return text
}

// extensions are what people write before the number of a telephone behind a
// switchboard, folded.
var extensions = []string{
	"ext", "extn", "extension", "x", "xt", "int", "interno", "intern", "interne", "anexo", "ramal", "доб", "добавочный", "вн", "внутр", "внутренний", "durchwahl", "dw", "app",
	"apparat", "nst", "nebenstelle", "klappe", "kl", "poste", "toestel", "tst", "wew", "wewn", "wewnetrzny", "anknytning", "ankn", "ank", "alanumero", "lokal", "linka", "mellek",
	"dahili", "dah", "εσωτ", "εσωτερικο", "转", "轉", "分机", "分機", "内线", "内線", "內線", "内", "내선", "내",
	"p", "w", // wait before they dial
}

// isExtension tells whether words stand before an extension: one of extensions, and
// perhaps that a number follows.
func isExtension(words string) bool {
	words = strings.TrimRight(folding.Fold(words), " #.")
	for _, number := range []string{" no", " nr", " number"} {
		words = strings.TrimRight(strings.TrimSuffix(words, number), " .")
	}
	return slices.ContainsFunc(extensions, func(word string) bool { return words == folding.Fold(word) })
}

// extended joins the extensions to their numbers.
func extended(parts []part) []part {
	var all []part
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		if n := len(all); n > 0 && all[n-1].digits && all[n-1].extension == "" && !p.digits && i+1 < len(parts) && isExtension(p.text) {
			behind := strings.Trim(parts[i+1].text, "# ")
			if digits := folding.Digits(behind); digits != "" && len(digits) == len(behind) && len(digits) <= 8 {
				all[n-1].extension, all[n-1].end = digits, parts[i+1].end
				i++
				continue
			}
		}
		all = append(all, p)
	}
	return all
}

// aDay is a day in a remark.
var aDay = regexp.MustCompile(`^(\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./](\d{4}|\d\d)?)$`)

// chosen returns which part is the number that is meant, -1 if none is valid: the
// first that is no fax's, else the first.
func chosen(parts []part, country string, hints []string) int {
	first := -1
	for i, p := range parts {
		if !p.digits || aDay.MatchString(p.text) || worldwide(p.text, country, hints) == nil {
			continue
		}
		if !isFaxAt(parts, i) {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// isFaxAt tells whether the words beside a number say that it is a fax's: before
// it, or behind it and of no other.
func isFaxAt(parts []part, at int) bool {
	if at > 0 && !parts[at-1].digits && isFax(parts[at-1].text) && (at < 2 || leads(parts, at-1)) {
		return true
	}
	return at+1 < len(parts) && !parts[at+1].digits && at+2 == len(parts) && isFax(parts[at+1].text)
}

// leads tells whether words between two numbers belong to the second: all words
// of the text come before their numbers, or nothing comes behind the second.
func leads(parts []part, words int) bool {
	return !parts[0].digits || words+2 >= len(parts)
}

// isVanity tells whether letters stand where the keys of a telephone with these
// letters are meant: in capitals, or joined to the digits before them.
func isVanity(text string) bool {
	letters, digits := 0, 0
	joined := false
	for i, r := range text {
		switch {
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			if letters == 0 || !unicode.IsLetter(rune(text[i-1])) {
				joined = i > 0 && (text[i-1] == '-' || text[i-1] >= '0' && text[i-1] <= '9')
			}
			if r >= 'a' && !joined {
				return false
			}
			letters++
		case unicode.IsLetter(r):
			return false
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters >= 3 && digits >= 3 && !isFax(text)
}

// takesLetters tells whether numbers of this sort are given out as words; false
// for nil.
func takesLetters(n *phonenumbers.PhoneNumber) bool {
	if n == nil {
		return false
	}
	switch phonenumbers.GetNumberType(n) {
	case phonenumbers.TOLL_FREE, phonenumbers.PREMIUM_RATE, phonenumbers.SHARED_COST, phonenumbers.UAN:
		return true
	}
	return n.GetCountryCode() == 1 && phonenumbers.IsValidNumber(n)
}

// labelled is the label with the words beside the number. One that names a fax
// is a fax's when it is read again, unless it says that the line takes voice.
func labelled(label string, r reading) string {
	words := r.words
	if folding.Fold(words) == "fax" {
		words = "fax"
	}
	switch {
	case strings.Contains(folding.Fold(label), folding.Fold(words)):
		words = ""
	case !r.fax && isFax(words) && !isFax(label):
		words = "voice " + words
	}
	return strings.TrimSpace(label + " " + words)
}

// captions say no more than that a telephone's number follows, folded.
var captions = []string{
	"t", "tel", "telefon", "telefono", "telefoon", "telefone", "telephone", "phone", "fon", "ph", "puh", "puhelin", "τηλ", "tel no", "tel. no",
	"tel nr", "tel. nr", "phone no", "phone number", "telefonnummer", "voice", "no", "nr", "n", "call",
}

// isCaption tells whether a part's words say nothing that is worth a label.
func isCaption(p part) bool {
	return p.text == "" || !p.digits && slices.Contains(captions, folding.Fold(p.text))
}

// faxes are in the words for a fax of the languages of many address books, folded.
var faxes = sync.OnceValue(func() []string {
	words := []string{"fax", "faks", "telecop", "φαξ", "факс", "传真", "傳真", "ファックス", "ファクス", "팩스"}
	for i, word := range words {
		words[i] = folding.Fold(word)
	}
	return words
})

// isFax tells whether words name a fax alone: a line that also takes voice is
// called.
func isFax(words string) bool {
	if words == "" || words == "home" || words == "work" || words == "mobile" {
		return false
	}
	words = folding.Fold(words)
	if !slices.ContainsFunc(faxes(), func(fax string) bool { return strings.Contains(words, fax) }) {
		return false
	}
	return !takesVoice(words)
}

// takesVoice tells whether folded words say that somebody speaks there.
func takesVoice(words string) bool {
	return slices.ContainsFunc(wordsIn(words), func(word string) bool {
		return slices.Contains([]string{"voice", "tel", "telefon", "telephone", "τηλ"}, word)
	})
}

func wordsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isPager tells whether words name a pager alone, which shows who called and no
// more, or a line of machines.
func isPager(words string) bool {
	if words == "" || words == "home" || words == "work" || words == "mobile" {
		return false
	}
	words = folding.Fold(words)
	all := wordsIn(words)
	return slices.ContainsFunc(all, isMachine) && !takesVoice(words) && !slices.Contains(all, "mobile")
}

// isMachine tells whether a folded word is that of a line on which nobody speaks.
func isMachine(word string) bool {
	switch word {
	case "pager", "modem", "bbs", "telex":
		return true
	}
	return false
}
