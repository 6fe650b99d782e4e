package when

import "strings"

// numeral is a token made of numbers: +3d, 15.1., 11:30, 3pm.
type numeral struct {
	sign   int    // 1 or -1 if it has one, else 0
	parts  []int  // the numbers
	digits int    // digits of the first number
	sep    byte   // what stands between them, or after the last one
	closed bool   // a separator stands after the last number: "15.1."
	tail   string // letters that follow: "pm"
}

// maxDigits keeps numbers within what an int32 of days can hold.
const maxDigits = 6

// parseNumeral takes a token apart, and tells whether it was made of numbers.
func parseNumeral(token string) (numeral, bool) {
	var n numeral
	rest := token
	switch {
	case strings.HasPrefix(rest, "+"):
		n.sign, rest = 1, rest[1:]
	case strings.HasPrefix(rest, "-"):
		n.sign, rest = -1, rest[1:]
	}
	for {
		length := 0
		for length < len(rest) && rest[length] >= '0' && rest[length] <= '9' {
			length++
		}
		if length > maxDigits {
			return n, false
		}
		if length == 0 {
			n.closed = n.sep != 0
			break
		}
		if len(n.parts) == 0 {
			n.digits = length
		}
		n.parts = append(n.parts, atoi(rest[:length]))
		rest = rest[length:]
		if rest == "" || !strings.ContainsRune(".:/-", rune(rest[0])) {
			break
		}
		if n.sep != 0 && n.sep != rest[0] {
			return n, false
		}
		n.sep, rest = rest[0], rest[1:]
	}
	n.tail = strings.TrimRight(rest, ".") // 3 p.m.
	plain := len(n.parts) > 0 && len(n.parts) <= 3
	if n.closed && n.sep != '.' || n.closed && n.tail != "" {
		return n, false
	}
	return n, plain
}

// atoi reads a short run of digits.
func atoi(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
