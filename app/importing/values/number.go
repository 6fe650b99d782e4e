package values

import (
	"math"
	"math/bits"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// number is a cell that holds one, taken apart.
type number struct {
	before, figures, after string
	even                   Point // the decimal sign as a dash for no cents shows it; NoPoint without
	dashed                 bool  // there is such a dash
}

var (
	// evenly is what stands behind an amount without cents as people write it: 10,- or
	// 1'250.— or 100:- or 500/-.
	evenly = regexp.MustCompile(`^(?:([.,])\s?[-–—−]*|\s?[:/][-–—=]+)`)
	// euroInside is 10€50, as it is spoken in France.
	euroInside = regexp.MustCompile(`^(\d{1,6})€(\d\d)$`)
)

// takeApart parts the figures of a cell from what stands before and behind them.
func takeApart(text string) number {
	if strings.Trim(text, "0123456789.,") == "" && text != "" && isDigit(text[0]) && isDigit(text[len(text)-1]) {
		return number{figures: text} // as nearly every one is, of half a million
	}
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		text = width.Fold.String(text) // １，２００
	}
	text = strings.TrimSpace(text)
	first, last := strings.IndexAny(text, "0123456789"), strings.LastIndexAny(text, "0123456789")
	if first < 0 {
		return number{before: text}
	}
	if first > 0 && (text[first-1] == '.' || text[first-1] == ',') {
		// In Fr.12 it is the word's.
		if r, _ := utf8.DecodeLastRuneInString(text[:first-1]); first == 1 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			first--
		}
	}
	n := number{before: text[:first], figures: text[first : last+1], after: text[last+1:]}
	if m := evenly.FindStringSubmatchIndex(n.after); m != nil {
		sign := ""
		if m[2] >= 0 {
			sign = n.after[m[2]:m[3]]
		}
		n.after, n.dashed = n.after[m[1]:], true
		switch {
		case sign == "":
		case !strings.Contains(n.figures, sign):
			n.even = Point(sign[0])
		case sign == ".": // 1.250.-
			n.even = Comma
		default:
			n.even = Dot
		}
	}
	if m := euroInside.FindStringSubmatch(n.figures); m != nil && n.before == "" && n.after == "" && !n.dashed {
		n.before, n.figures, n.even = "€", m[1]+"."+m[2], Dot
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// read reads the figures with that decimal sign; false if they are no number.
func (n number) read(point Point) (Amount, bool) {
	if n.even != NoPoint && point != n.even && strings.ContainsAny(n.figures, ".,") {
		return Amount{}, false
	}
	whole, places := n.figures, ""
	if point == Dot || point == Comma {
		if at := strings.IndexByte(whole, byte(point)); at >= 0 {
			whole, places = whole[:at], whole[at+1:]
			if n.dashed {
				return Amount{}, false
			}
		}
	}
	var a Amount
	if whole == "" && places == "" || !isGrouped(whole) {
		return a, false
	}
	for i := range len(whole) {
		if isDigit(whole[i]) && !a.add(whole[i]) {
			return a, false
		}
	}
	for i := range len(places) {
		switch {
		case !isDigit(places[i]):
			return a, false
		case a.Places == maxPlaces && places[i] != '0':
			return a, false
		case a.Places == maxPlaces:
			continue
		case !a.add(places[i]):
			return a, false
		}
		a.Places++
	}
	return a, true
}

// add puts a digit behind the others; false if there are too many.
func (a *Amount) add(digit byte) bool {
	hi, lo := bits.Mul64(uint64(a.Units), 10)
	if hi != 0 || lo > math.MaxInt64-9 {
		return false
	}
	a.Units = int64(lo) + int64(digit-'0')
	return true
}

// isGrouped tells whether a whole number has no marks between its digits, or the
// same ones before every three: before every two, in India, but for the last three.
func isGrouped(whole string) bool {
	if strings.IndexFunc(whole, func(r rune) bool { return r < '0' || r > '9' }) < 0 {
		return true
	}
	var mark rune
	first, digits, zeros, inTwos, inThrees := 0, 0, true, true, true
	for _, r := range whole {
		if r >= '0' && r <= '9' {
			digits++
			zeros = zeros && (r == '0' || mark != 0)
			continue
		}
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case r == '’':
			r = '\''
		case r != '\'' && r != '.' && r != ',':
			return false
		}
		switch mark {
		case 0:
			mark, first = r, digits
		case r:
			inTwos, inThrees = inTwos && digits == 2, inThrees && digits == 3
		default:
			return false
		}
		digits = 0
	}
	if first < 1 || first > 3 || zeros || digits != 3 {
		return false
	}
	return inThrees || inTwos && mark == ',' && first <= 2
}
