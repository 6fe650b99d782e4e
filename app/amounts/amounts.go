// Package amounts reads amounts of money and quantities as people write them,
// and writes them as it reads them.
package amounts

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
)

// mostDigits keeps what is read below app.MostMoney and app.MostQuantity.
const mostDigits = 13

// Digits returns how many digits the minor units of an ISO 4217 currency have in
// use, and whether there is such a currency; 2 if there is not. The numbers are
// those of Unicode's CLDR: nobody reckons in paisas any more.
func Digits(code string) (int, bool) {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2, false
	}
	digits, _ := currency.Standard.Rounding(unit)
	return digits, true
}

// Parse reads an amount of money as people write it: 1.234,50, 1,234.50,
// 1 234.5, -12, € 12. Three digits after a single separator are thousands,
// unless the currency itself has three.
func Parse(text, code string) (int64, bool) {
	digits, ok := Digits(code)
	if !ok {
		return 0, false
	}
	text = strings.ToUpper(strings.TrimSpace(text))
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, code), code))
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Sc, r), unicode.IsSpace(r), r == '\'', r == '’':
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, text)
	return parseDecimal(text, digits, digits != 3)
}

// ParseQuantity reads how many, in thousandths.
func ParseQuantity(text string) (int64, bool) {
	return parseDecimal(strings.ReplaceAll(strings.TrimSpace(text), "−", "-"), 3, false)
}

// parseDecimal reads a number of at most that many digits after the point, as
// a whole number of the last one. With thousands, a lone separator before three
// digits parts thousands.
func parseDecimal(text string, digits int, thousands bool) (int64, bool) {
	negative := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "-"), "+")
	whole, fraction := text, ""
	if at := strings.LastIndexAny(text, ".,"); at >= 0 {
		sep := text[at : at+1]
		after := len(text) - at - 1
		grouped := strings.Count(text, sep) > 1 || thousands && after == 3 && !strings.ContainsAny(text[:at], ".,")
		if !grouped {
			whole, fraction = text[:at], text[at+1:]
			if fraction == "" || len(fraction) > digits {
				return 0, false
			}
		}
	}
	whole, ok := ungrouped(whole)
	if !ok || !allDigits(fraction) || len(whole)+digits > mostDigits {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", digits-len(fraction)), 10, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true
}

// ungrouped takes one kind of separator out of whole thousands.
func ungrouped(whole string) (string, bool) {
	at := strings.IndexAny(whole, ".,")
	if at < 0 {
		return whole, whole != "" && allDigits(whole)
	}
	groups := strings.Split(whole, whole[at:at+1])
	for i, g := range groups {
		if !allDigits(g) || i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3 || g[0] == '0') {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func allDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// Format writes a whole number of the last of that many digits after the point,
// as Parse reads it.
func Format(n int64, digits int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	text := strconv.FormatInt(n, 10)
	if digits == 0 {
		return sign + text
	}
	if missing := digits + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	return sign + text[:len(text)-digits] + "." + text[len(text)-digits:]
}

// FormatQuantity writes thousandths without needless noughts.
func FormatQuantity(n int64) string {
	return strings.TrimRight(strings.TrimRight(Format(n, 3), "0"), ".")
}

// Example writes so much and a half in a currency, as somebody may type it: 12.50,
// or 12 in one that has no smaller unit.
func Example(units int64, code string) string {
	digits, _ := Digits(code)
	one := int64(1)
	for range digits {
		one *= 10
	}
	return Format(units*one+one/2, digits)
}
