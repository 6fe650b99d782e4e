package values

import (
	"math"
	"math/bits"
	"regexp"
	"strings"

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

// ParseAmount reads an amount of money as people and tills write it: with a
// currency's sign, spaces or apostrophes between thousands, a dash for no cents
// (10,-), a thousand or a million in letters (150k, 1,5 triệu), and its minus
// before, behind or as brackets. It returns an Error with CodeInvalid for anything
// else, and for a number too large to count: what is not wholly one number is none.
func ParseAmount(text string, point Point) (Amount, error) {
	if strings.IndexByte(text, ':') >= 0 && !clock.MatchString(text) {
		if m := colon.FindStringSubmatch(text); m != nil {
			first := strings.IndexAny(m[1], "0123456789")
			return parse(m[1][:first]+thousands.Replace(m[1][first:])+"."+m[2]+m[3], Dot, ofMoney)
		}
	}
	return parse(text, point, ofMoney)
}

// colon is an amount as it is written in the north, 80:50 or 1 250:50 kr, and
// thousands what sets its thousands apart; what may be a time of day (clock) is none.
var (
	clock     = regexp.MustCompile(`^\s*([01]?\d|2[0-3]):[0-5]\d\s*$`)
	colon     = regexp.MustCompile(`^(\D*\d{1,3}(?:[ .'\x{a0}\x{202f}]?\d{3})*):(\d\d)([^\d:]*)$`)
	thousands = strings.NewReplacer(" ", "", ".", "", "'", "", "\u00a0", "", "\u202f", "")
)

// ParseQuantity reads how many of a thing there are, with what they are counted by
// before or behind it: 2 pcs, x2, 1,5 m. It returns an Error with CodeInvalid for
// anything else, as where a word multiplies the number: 2 dozen.
func ParseQuantity(text string, point Point) (Amount, error) {
	return parse(text, point, ofThings)
}

func parse(text string, point Point, of sort) (Amount, error) {
	unreadable := &app.Error{Code: app.CodeInvalid, Key: "error.import.number", Args: app.Args{"Text": text}}
	n := takeApart(text)
	if point != Dot && point != Comma {
		if point = pointOf(text); point == Undecided {
			return Amount{}, unreadable
		}
	}
	a, ok := n.read(point)
	if !ok {
		return Amount{}, unreadable
	}
	if n.before == "" && n.after == "" {
		return a, nil
	}
	said, ok := n.beside(of)
	if !ok {
		return Amount{}, unreadable
	}
	for range said.zeros {
		switch {
		case a.Places > 0:
			a.Places--
		case a.Units > math.MaxInt64/10:
			return Amount{}, unreadable
		default:
			a.Units *= 10
		}
	}
	if said.negative {
		a.Units = -a.Units
	}
	return a, nil
}

// In returns the amount in units of ten to the power of minus places, rounded
// half away from zero; false if that is more than app.MostMoney.
func (a Amount) In(places int) (int64, bool) { return scaled(a.Units, a.Places, places) }

// Times returns the product with a quantity in thousandths, in units of ten to
// the power of minus places, rounded half away from zero; false if that is more
// than app.MostMoney.
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

// MayBeEqual tells whether two texts can be read as the same amount, whatever stands
// before their decimals and beside them.
func MayBeEqual(one, other string) bool {
	const places = 4 // as exact as prices are
	for _, point := range []Point{Dot, Comma} {
		a, err := ParseAmount(one, point)
		n, fits := a.In(places)
		if err != nil || !fits {
			continue
		}
		for _, point := range []Point{Dot, Comma} {
			b, err := ParseAmount(other, point)
			if m, fits := b.In(places); err == nil && fits && m == n {
				return true
			}
		}
	}
	return false
}

func scaled(units int64, from, to int) (int64, bool) {
	n, ok := rounded(units, from, to)
	return n, ok && -app.MostMoney <= n && n <= app.MostMoney
}

func rounded(units int64, from, to int) (int64, bool) {
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
