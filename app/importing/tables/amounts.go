package tables

import (
	"math"
	"math/bits"
	"regexp"
	"strings"
	"unicode"

	"ringback.app/app"
)

// Amount is a decimal number, exactly as written: Units divided by ten to the
// power of Places.
type Amount struct {
	Units  int64
	Places int
}

// maxPlaces is how many decimal places are kept; no till writes as many.
const maxPlaces = 9

// Point is the sign before the decimal places in a column.
type Point byte

// The signs. Undecided is a column in which every number could be read either
// way (1,234).
const (
	NoPoint   Point = 0 // no number of the column needs one
	Dot       Point = '.'
	Comma     Point = ','
	Undecided Point = '?'
	Mixed     Point = '!' // some rows can only be read one way, some only the other
)

// Points gathers how the numbers of a column are written.
type Points struct {
	dot, comma, either bool
	Example            string // a number that can be read either way
}

// See takes a number of the column into account.
func (p *Points) See(text string) {
	switch pointOf(text) {
	case Dot:
		p.dot = true
	case Comma:
		p.comma = true
	case Undecided:
		if !p.either {
			p.either, p.Example = true, text
		}
	}
}

// Point returns what the column's numbers say.
func (p *Points) Point() Point {
	switch {
	case p.dot && p.comma:
		return Mixed
	case p.dot:
		return Dot
	case p.comma:
		return Comma
	case p.either:
		return Undecided
	}
	return NoPoint
}

// abbreviated is the dot behind letters, as in Fr. 12.50 and 12,50 kr., which is
// no sign of a number; evenly an amount without cents as people write it: 10,- or
// 1'250.—
var (
	abbreviated = regexp.MustCompile(`(\pL)\.`)
	evenly      = regexp.MustCompile(`([0-9])([.,])\s?[-–—−]+([^0-9]*)$`)
)

// bare leaves out what looks like a number's sign and is none, a currency's dot
// and the dash for no cents, and tells which sign that dash shows to be the decimal
// one; NoPoint if there is no such dash.
func bare(text string) (string, Point) {
	if strings.Trim(text, "0123456789.,-") == "" && !strings.HasSuffix(text, "-") {
		return text, NoPoint // as nearly every one is, of half a million
	}
	text = abbreviated.ReplaceAllString(text, "$1")
	m := evenly.FindStringSubmatchIndex(text)
	if m == nil {
		return text, NoPoint
	}
	before, sign, after := text[:m[3]], text[m[4]:m[5]], text[m[6]:]
	switch {
	case !strings.Contains(before, sign):
		return before + after, Point(sign[0])
	case sign == ".": // 1.250.-
		return before + after, Comma
	}
	return before + after, Dot
}

// pointOf tells which sign must be the decimal one.
func pointOf(text string) Point {
	text, dashed := bare(text)
	if dashed != NoPoint && strings.ContainsAny(text, ".,") {
		return dashed
	}
	dots, commas := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case dots == 0 && commas == 0:
		return NoPoint
	case dots > 0 && commas > 0:
		if strings.LastIndexByte(text, '.') > strings.LastIndexByte(text, ',') {
			return Dot
		}
		return Comma
	case dots > 1:
		return Comma
	case commas > 1:
		return Dot
	}
	sign := Dot
	if commas == 1 {
		sign = Comma
	}
	before, after, _ := strings.Cut(text, string(rune(sign)))
	whole := digitsOf(before)
	if len(digitsOf(after)) != 3 || len(whole) > 3 || strings.Trim(whole, "0") == "" {
		return sign
	}
	return Undecided
}

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// ParseAmount reads a number as people and tills write it: with a currency's
// sign, spaces or apostrophes between thousands, a dash for no cents (10,-), and
// its minus before, behind or as brackets. It returns an Error with CodeInvalid for anything else, and for a
// number too large to count.
func ParseAmount(text string, point Point) (Amount, error) {
	unreadable := &app.Error{Code: app.CodeInvalid, Key: "error.import.number", Args: app.Args{"Text": text}}
	if own := pointOf(text); point != Dot && point != Comma {
		point = own
		if own == Undecided {
			return Amount{}, unreadable
		}
	}
	text, _ = bare(text)
	var a Amount
	negative, digits, places, ended := false, 0, false, false
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			if ended || places && a.Places == maxPlaces {
				if ended || r != '0' {
					return Amount{}, unreadable
				}
				continue
			}
			hi, lo := bits.Mul64(uint64(a.Units), 10)
			if hi != 0 || lo > math.MaxInt64-9 {
				return Amount{}, unreadable
			}
			a.Units = int64(lo) + int64(r-'0')
			digits++
			if places {
				a.Places++
			}
		case r == rune(point) && (r == '.' || r == ','):
			if places {
				return Amount{}, unreadable
			}
			places = true
		case r == '.' || r == ',' || r == '\'' || r == '’':
			if places {
				return Amount{}, unreadable
			}
		case r == '-' || r == '−' || r == '(':
			if negative || r == '(' && digits > 0 {
				return Amount{}, unreadable
			}
			negative, ended = true, digits > 0
		case r == ')' || r == '+' || unicode.IsSpace(r) || unicode.Is(unicode.Sc, r):
		case unicode.IsLetter(r): // EUR, kr
			ended = digits > 0
		default:
			return Amount{}, unreadable
		}
	}
	if digits == 0 {
		return Amount{}, unreadable
	}
	if negative {
		a.Units = -a.Units
	}
	return a, nil
}

// In returns the amount in units of ten to the power of minus places, rounded
// half away from zero; false if it is too large.
func (a Amount) In(places int) (int64, bool) { return scaled(a.Units, a.Places, places) }

// Times returns the product with a quantity in thousandths, in units of ten to
// the power of minus places, rounded half away from zero; false if it is too
// large.
func (a Amount) Times(thousandths int64, places int) (int64, bool) {
	negative := (a.Units < 0) != (thousandths < 0)
	hi, lo := bits.Mul64(magnitude(a.Units), magnitude(thousandths))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	n, ok := scaled(int64(lo), a.Places+3, places)
	if negative {
		n = -n
	}
	return n, ok
}

func scaled(units int64, from, to int) (int64, bool) {
	for ; from < to; from++ {
		if units > math.MaxInt64/10 || units < -math.MaxInt64/10 {
			return 0, false
		}
		units *= 10
	}
	if from == to {
		return units, true
	}
	divisor := int64(1)
	for ; from > to; from-- {
		divisor *= 10
	}
	half := divisor / 2
	if units < 0 {
		half = -half
	}
	if (half > 0 && units > math.MaxInt64-half) || (half < 0 && units < math.MinInt64-half) {
		return 0, false
	}
	return (units + half) / divisor, true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-(n + 1)) + 1
	}
	return uint64(n)
}
