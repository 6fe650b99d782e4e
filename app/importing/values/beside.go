package values

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/currency"
)

// sort is what a number is of.
type sort uint8

const (
	ofMoney sort = iota
	ofThings
)

// besides is what the words and signs before and behind a number say of it.
type besides struct {
	negative bool
	zeros    int // to put behind it: it is said in thousands or millions

	apart                     bool // there is a space behind the number
	minus, plus, open, closed int
	codes                     []string // of its currency, as far as it is known
	several                   bool     // it was named twice, and they differ
}

// multiples are the words behind a number that say that it is in thousands or
// millions, and how many zeros those have, in lower case. A mere M is either, and a
// K that stands apart is credit in some ledgers.
var multiples = map[string]int{
	"k": 3, "tsd": 3, "nghìn": 3, "ngàn": 3,
	"tr": 6, "triệu": 6, "mio": 6, "million": 6, "millionen": 6, "millions": 6,
}

// mere are the words beside an amount that leave it as it is, in lower case.
var mere = wordSet("net netto gross brutto incl inkl incluido inclus compris excl exkl each ea only total tax vat gst mwst ust tva iva btw moms ttc ht")

// units are what things are counted and measured by, in lower case. A dozen is
// none of them: it multiplies.
var units = wordSet("x pc pcs pce pces piece pieces ea each unit units item items qty no pr prs pair pairs set sets box boxes bag bags bottle bottles btl " +
	"can cans jar jars pack packs pk pkt packet packets roll rolls sheet sheets carton cartons tin tins tube tubes portion portions cup cups " +
	"meter meters metre metres metro metros metri liter liters litre litres litro litros litri gram grams gramm kilo kilos inch inches ctn dose doses copy copies " +
	"person persons people pax ticket tickets session sessions visit visits bunch bunches case cases pot pots jug jugs slice slices " +
	"personen nächte tüte tüten bund becher stange stangen ve ktn botella botellas bolsa bolsas paquete paquetes garrafa garrafas pacote pacotes " +
	"paquet paquets flacon flacons pot bottiglia bottiglie confezione confezioni scatola scatole opak para pary par flaska flaskor burk " +
	"st stk stck stück stücke stueck paar pkg pck packung packungen karton kartons flasche flaschen fl dose dosen glas gläser sack beutel kiste kisten rolle rollen satz " +
	"pièce pièces pce paire paires boîte boîtes bouteille bouteilles sachet sachets lot lots ud uds unidad unidades caja cajas un und unid unidade unidades " +
	"pz pezzo pezzi paio conf stuks stuk stycken kpl kus kusy ks szt sztuk sztuka sztuki op db darab buc шт штук τεμ τεμάχια adet cái chiếc bộ hộp đôi cặp chai gói cuốn 個 本 枚 点 个 件 개 " +
	"mg g gr kg t ml cl dl l lt ltr mm cm m km m² m2 qm lb lbs oz ft yd h hr hrs hour hours std stunde stunden min day days tag tage night nights")

func wordSet(words string) map[string]bool {
	all := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

// beside reads what stands before and behind the number; false if it has a part
// that is not understood, or several that contradict each other.
func (n number) beside(of sort) (besides, bool) {
	b := besides{apart: strings.TrimLeft(n.after, " \u00a0") != n.after}
	before := strings.TrimPrefix(n.before, "'") // by which spreadsheets mark a text
	if !b.edge(before, of, false) || !b.edge(n.after, of, true) {
		return b, false
	}
	b.negative = b.minus+b.open > 0
	return b, !b.several && b.minus+b.open+b.plus <= 1 && b.open == b.closed
}

// edge reads what stands on one side of the number.
func (b *besides) edge(text string, of sort, behind bool) bool {
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		r, size := utf8.DecodeRuneInString(text)
		if of == ofMoney {
			if sign, codes := signAt(text); sign != "" {
				b.in(codes)
				text = text[len(sign):]
				continue
			}
		}
		switch {
		case r == '-' || r == '−':
			b.minus++
		case r == '+':
			b.plus++
		case r == '(' && !behind:
			b.open++
		case r == ')' && behind:
			b.closed++
		case r == '×' && of == ofThings:
		case of == ofMoney && unicode.Is(unicode.Sc, r):
		case unicode.IsLetter(r):
			end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '²' })
			if end < 0 {
				end = len(text)
			}
			if !b.word(text[:end], of, behind) {
				return false
			}
			text = strings.TrimPrefix(text[end:], ".") // Fr. and kr.
			continue
		default:
			return false
		}
		text = text[size:]
	}
	return true
}

// word reads a word beside the number; false if it is not known.
func (b *besides) word(word string, of sort, behind bool) bool {
	lower := strings.ToLower(word)
	if of == ofThings {
		return units[lower]
	}
	if zeros := multiples[lower]; zeros > 0 && behind && b.zeros == 0 && (lower != "k" || !b.apart) {
		b.zeros = zeros
		return true
	}
	codes := codesOf(word)
	b.in(codes)
	return codes != nil || mere[lower]
}

// in narrows down which currency it is.
func (b *besides) in(codes []string) {
	switch {
	case codes == nil:
	case b.codes == nil:
		b.codes = codes
	default:
		b.codes = both(b.codes, codes)
		b.several = len(b.codes) == 0
	}
}

// both are the codes that are among the one and the other.
func both(some, others []string) []string {
	return slices.DeleteFunc(slices.Clone(some), func(code string) bool { return !slices.Contains(others, code) })
}

// signAt is the sign of a currency that a text begins with, and what it stands for.
func signAt(text string) (string, []string) {
	for _, s := range signs {
		if strings.HasPrefix(text, s.sign) {
			return s.sign, s.codes
		}
	}
	return "", nil
}

// codesOf are the currencies that a word stands for; nil if it is none of one.
func codesOf(word string) []string {
	if codes, ok := names[strings.ToLower(word)]; ok {
		return codes
	}
	if len(word) == 3 && word == strings.ToUpper(word) {
		if unit, err := currency.ParseISO(word); err == nil {
			return []string{unit.String()}
		}
	}
	return nil
}
