package values

import (
	"math/bits"
	"strings"
)

// Order is the order of day, month and year in a column of dates.
type Order string

// The orders.
const (
	AnyOrder   Order = ""    // no date of the column needs one
	DayMonth   Order = "dmy" // 31/12/2026
	MonthDay   Order = "mdy" // 12/31/2026
	YearFirst  Order = "ymd" // 26/12/31, a year of two digits; one of four needs no order
	AskOrder   Order = "?"   // every date of the column could be read either way
	AskYear    Order = "?y"  // likewise, with the year of two digits first or last
	OrderMixed Order = "!"   // some rows can only be read one way, some only the other
)

// IsOne tells whether it is an order in which a column may be written.
func (o Order) IsOne() bool { return o == DayMonth || o == MonthDay || o == YearFirst }

// Orders gathers how the dates of a column are written.
type Orders struct {
	Year       int    // of today, by which it is found out where a year of two digits stands; 0: it stands last where it can
	Example    string // a date that can be read either way
	DayFirst   string // a date that can only be read with the day first
	MonthFirst string // a date that can only be read with the month first
	YearEither string // a date whose year of two digits may be the first number, or the last

	dmy, mdy, either    bool
	yearFirst, yearLast bool   // a date can only be read so
	firsts, lasts       uint32 // the first and last numbers of those of which the year may be either
}

// See takes a date of the column into account.
func (o *Orders) See(text string) {
	n, ok := threeNumbers(inNumbers(text))
	if !ok || n.digits[0] > 2 {
		return
	}
	if mayLast := n.yearMayBeLast(); n.yearMayBeFirst() {
		o.yearFirst = o.yearFirst || !mayLast
		if mayLast {
			o.firsts, o.lasts = o.firsts|1<<n.value[0], o.lasts|1<<n.value[2]
		}
		if mayLast && o.YearEither == "" {
			o.YearEither = strings.Clone(text)
		}
	} else if mayLast {
		o.yearLast = true
	}
	switch a, b := n.value[0], n.value[1]; {
	case a > 31:
	case n.sign == '.' || a > 12 && b <= 12:
		if !o.dmy {
			o.dmy, o.DayFirst = true, strings.Clone(text)
		}
	case b > 12 && a <= 12:
		if !o.mdy {
			o.mdy, o.MonthFirst = true, strings.Clone(text)
		}
	case a != b && a <= 12 && b <= 12:
		if !o.either {
			o.either, o.Example = true, strings.Clone(text)
		}
	}
}

// Order returns what the column's dates say.
func (o *Orders) Order() Order {
	switch {
	case o.MayBeYearFirst() && o.yearFirst:
		return YearFirst
	case o.MayBeYearFirst() && o.looksYearFirst():
		return AskYear
	case o.dmy && o.mdy:
		return OrderMixed
	case o.dmy:
		return DayMonth
	case o.mdy:
		return MonthDay
	case o.either:
		return AskOrder
	}
	return AnyOrder
}

// MayBeYearFirst tells whether all dates can be read with a year of two digits
// first.
func (o *Orders) MayBeYearFirst() bool { return !o.yearLast && (o.yearFirst || o.firsts != 0) }

// looksYearFirst tells whether dates that can be read with the year first or last
// give reason to doubt that it is the last. Days are of all the month, and years are
// few: so it is where the last numbers scatter and the first do not, where they lie
// years ahead, or where first numbers would be the later years.
func (o *Orders) looksYearFirst() bool {
	if o.Year == 0 || o.firsts == 0 {
		return false
	}
	const beforehand, longAgo, few = 2, 10, 2 // years, years, and how many more days than years prove nothing
	now := o.Year % 100
	earliest, first, last := bits.TrailingZeros32(o.firsts), bits.Len32(o.firsts)-1, bits.Len32(o.lasts)-1
	firsts, lasts := bits.OnesCount32(o.firsts), bits.OnesCount32(o.lasts)
	switch {
	case earliest > now, first > now+1:
		return false // they are no years
	case last > now+beforehand:
		return true // nor are these
	case first+longAgo < last, firsts > lasts+few:
		return false
	}
	return lasts > firsts || first > last
}

// IsNumbered tells whether a text is a date of three numbers, as it may be one
// whose order has to be known. What has full stops may be another thing.
func IsNumbered(text string) bool {
	n, ok := threeNumbers(inNumbers(text))
	return ok && n.sign != '.'
}

// numbered is a date of three numbers.
type numbered struct {
	value, digits [3]int
	sign          byte   // between them
	rest          string // what follows
	joined        bool   // by a T, as in ISO 8601
}

// yearMayBeFirst tells whether a year of two digits may be the first of them.
func (n numbered) yearMayBeFirst() bool {
	return n.digits[0] == 2 && n.digits[2] <= 2 && n.value[1] >= 1 && n.value[1] <= 12 && n.value[2] >= 1 && n.value[2] <= 31
}

// yearMayBeLast tells whether a year of two digits or four may be the last of them.
func (n numbered) yearMayBeLast() bool {
	a, b := n.value[0], n.value[1]
	return n.digits[0] <= 2 && (n.digits[2] == 2 || n.digits[2] == 4) && a >= 1 && b >= 1 && min(a, b) <= 12 && max(a, b) <= 31
}

// threeNumbers takes a date of numbers apart.
func threeNumbers(text string) (n numbered, ok bool) {
	text = strings.TrimSpace(text)
	i := 0
	for at := range n.value {
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' && i-start < 4 {
			n.value[at] = n.value[at]*10 + int(text[i]-'0')
			i++
		}
		if n.digits[at] = i - start; i == start {
			return numbered{}, false
		}
		if at == 2 {
			break
		}
		if i == len(text) || !strings.ContainsRune("-/.", rune(text[i])) || n.sign != 0 && text[i] != n.sign {
			return numbered{}, false
		}
		n.sign = text[i]
		i++
		for i < len(text) && text[i] == ' ' {
			i++
		}
	}
	if i < len(text) && !strings.ContainsRune(" T,.;\t", rune(text[i])) {
		return numbered{}, false
	}
	n.joined = i < len(text) && text[i] == 'T'
	n.rest = strings.TrimLeft(text[i:], " T,.;\t")
	return n, true
}
