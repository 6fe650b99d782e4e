package written

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/values"
	"ringback.app/app/rating"
)

// AreNumbers tells whether a cell holds one or more telephones' numbers.
func AreNumbers(cell string) bool {
	return !IsDate(cell) && !slices.ContainsFunc(Phones(cell), Not(MayBeDialled))
}

// IsLong tells whether a cell has the digits of a number by which something is
// known, rather than of an amount.
func IsLong(cell string) bool {
	const longest = 6
	return strings.HasPrefix(cell, "0") && len(cell) > 1 && !strings.ContainsAny(cell, ".,") || len(strings.TrimLeft(cell, "0123456789")) == 0 && len(cell) > longest
}

// amountShape is a number with its thousands apart or not, and what stands beside.
var amountShape = regexp.MustCompile(`^\D*(?:\d{1,3}(?:[.,'’ \x{a0}\x{202f}]\d{3})+|\d+)(?:[.,]\d+)?\D*$`)

// IsAmount tells whether a cell may be an amount of any sort.
func IsAmount(cell string) bool {
	if !amountShape.MatchString(cell) || IsDate(cell) {
		return false
	}
	return slices.ContainsFunc([]values.Point{values.Comma, values.Dot}, func(point values.Point) bool {
		_, err := values.ParseAmount(cell, point)
		return err == nil
	})
}

// IsPerCent tells whether a cell is so many per cent.
func IsPerCent(cell string) bool {
	figure, is := strings.CutSuffix(cell, "%")
	return is && IsFigure(figure)
}

// IsNought tells whether a cell is an amount of nothing.
func IsNought(cell string) bool { return strings.Trim(cell, "0.,-– ") == "" }

// IsFullName tells whether a cell looks like the name of a person: a few words
// that begin with capitals, where the script has such, or a few signs of one that
// sets no space between them.
func IsFullName(cell string) bool {
	const most, longest, signs = 5, 40, 4
	words, letters := strings.Fields(cell), []rune(cell)
	if !IsLetters(cell) || !IsWords(cell) || len(words) > most || len(letters) > longest || strings.ContainsAny(cell, "0123456789,;:/()") {
		return false
	}
	if len(words) == 1 {
		return len(letters) <= signs && !slices.ContainsFunc(letters, func(r rune) bool {
			return !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
		})
	}
	first, last := []rune(words[0])[0], []rune(words[len(words)-1])[0]
	return !unicode.IsLower(first) && !unicode.IsLower(last) && unicode.IsLetter(first) && unicode.IsLetter(last)
}

// IsDigits tells whether a text is digits and nothing else.
func IsDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// IsWords tells whether a cell is neither a day nor an amount, a number to dial or
// an address, and no mere yes.
func IsWords(cell string) bool {
	return len([]rune(cell)) > 1 && strings.ContainsFunc(cell, unicode.IsLetter) && !IsYesOrNo(cell) &&
		!IsDate(cell) && !IsMoney(cell) && !IsNumberToDial(cell) && !IsAddress(cell)
}

// IsPaperNumber tells whether a cell looks like the number of a paper: 1024, or
// R-1024/24.
func IsPaperNumber(cell string) bool {
	const longest = 24
	money := strings.Contains(cell, ".") && IsMoney(cell) || strings.ContainsFunc(cell, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	return len(cell) <= longest && strings.ContainsAny(cell, "0123456789") && !strings.ContainsAny(cell, " @,+") && !IsDate(cell) && !money
}

// IsAddress tells whether a cell is an address for mail.
func IsAddress(cell string) bool {
	before, after, ok := strings.Cut(strings.TrimSpace(cell), "@")
	return ok && before != "" && strings.Contains(after, ".") && !strings.ContainsAny(cell, " \t,;")
}

// IsDialled tells whether a cell is a telephone's number as it is dialled from
// anywhere.
func IsDialled(cell string) bool {
	digits, plus := strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(cell), "'"), "+")
	return plus && len(digits) >= 8 && strings.Trim(digits, "0123456789 ()-./") == ""
}

// MayBeDialled tells whether a cell may be a telephone's number of any sort.
func MayBeDialled(cell string) bool {
	digits := strings.Count(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, cell), "0")
	return digits >= 7 && digits <= 15 && strings.Trim(cell, "0123456789 ()-./+'") == ""
}

// IsLetters tells whether a cell is words, as a name is.
func IsLetters(cell string) bool {
	return strings.IndexFunc(cell, unicode.IsLetter) >= 0 && !strings.ContainsAny(cell, "0123456789@")
}

// IsNumberToDial tells whether a cell looks like a telephone's number, and not
// like one of an order.
func IsNumberToDial(cell string) bool {
	return IsDialled(cell) || MayBeDialled(cell) && strings.ContainsAny(cell[:1], "0(") && !IsDate(cell)
}

// AreTelephones tells whether a cell holds one or more numbers that are written as
// telephones' are and hardly any others: behind a plus or a nought, or in groups.
func AreTelephones(cell string) bool {
	const fewest = 9
	return !slices.ContainsFunc(Phones(cell), func(part string) bool {
		grouped := strings.ContainsAny(part, " -./()")
		return !IsDialled(part) && (!MayBeDialled(part) || IsDate(part) || IsMoney(part) || len(folding.Digits(part)) < fewest || part[0] != '0' && !grouped)
	})
}

// IsDate tells whether a cell looks like a day.
func IsDate(cell string) bool {
	if !strings.ContainsAny(cell, "./- 年") {
		return false
	}
	for _, order := range []values.Order{values.DayMonth, values.MonthDay} {
		if _, _, err := values.ParseDay(cell, order); err == nil {
			return true
		}
	}
	return false
}

// IsMoney tells whether a cell looks like an amount: it has two decimals, or a
// currency stands beside it.
func IsMoney(cell string) bool {
	const longest = 4 // letters of a currency: NT$, Kč, R$, EUR, CHF
	for _, point := range []values.Point{values.Comma, values.Dot} {
		a, err := values.ParseAmount(cell, point)
		beside := strings.Trim(cell, "0123456789.,'()-−+ \u00a0\u202f")
		if err == nil && len([]rune(beside)) <= longest && (a.Places == 2 || len(values.Currencies(beside)) > 0) {
			return true
		}
	}
	return false
}

// AreMoney tells whether the cells of a column look like amounts, and not all like the
// numbers of something: R1 is one rand, or the first of the tills.
func AreMoney(cells []string) bool {
	return All(cells, IsMoney) && !All(cells, MayBeCode)
}

// MayBeCode tells whether a cell may be by what something is known where it is no amount:
// one or two capitals before figures alone, as in R1 and FR 42.
func MayBeCode(cell string) bool {
	const most = 2
	rest := strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters, figures := len(cell)-len(rest), strings.TrimLeft(rest, " -")
	return letters > 0 && letters <= most && figures != "" && IsDigits(figures)
}

// IsFigure tells whether a cell is nothing but figures: 4, or 4, 7.
func IsFigure(cell string) bool { return strings.Trim(cell, "0123456789.,-+ ") == "" }

// IsSentence tells whether a cell is what people say and no name of a column: it
// has letters, and a mark at its end.
func IsSentence(cell string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(strings.TrimSpace(cell), `"'”’»)`))
	return strings.ContainsRune(".!?…;。！？", last) && strings.IndexFunc(cell, unicode.IsLetter) >= 0
}

// WholeNumber reads 5, and 5.0 as programs write it that keep all numbers so.
func WholeNumber(text string) (int, bool) {
	text = strings.TrimSpace(text)
	for _, zeros := range []string{".0", ",0", ".00", ",00"} {
		text = strings.TrimSuffix(text, zeros)
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// outOf is a rating in words: 4 out of 5 stars, 5 von 5 Sternen.
var outOf = regexp.MustCompile(`^(\d{1,2})(?:[.,]0+)?\s*(?:/|of|out of|von|sur|de|di|van|av|af|z|ze|από)\s*(5|10)(?:[.,]0+)?(?:\s*\pL+)?$`)

// ratingWords are the stars that programs write out.
var ratingWords = map[string]string{"one": "1/5", "two": "2/5", "three": "3/5", "four": "4/5", "five": "5/5"}

// Rating writes a rating as people type one: 4/5. What is written otherwise than programs
// do stays as it is.
func Rating(cell string) string {
	text := strings.ToLower(strings.TrimSpace(cell))
	if m := outOf.FindStringSubmatch(text); m != nil {
		return m[1] + "/" + m[2]
	}
	if given, ok := ratingWords[strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(text, "stars"), "star"))]; ok {
		return given
	}
	return cell
}

// IsRating tells whether a cell is what somebody gave: 4, 4/5 or ★★★★☆.
func IsRating(cell string) bool {
	if n, ok := WholeNumber(cell); ok {
		return n >= 0 && n <= app.MaxScore
	}
	_, err := rating.Parse(Rating(cell))
	return err == nil
}

// IsCode tells whether a text is what shops number customers by, such as 17850 or
// A-17, and no name: a digit is in it, and no space.
func IsCode(text string) bool {
	return strings.ContainsAny(text, "0123456789") && !strings.ContainsAny(text, " \t\u00a0@") && len(text) <= 40
}

// IsPlain tells whether a number is written as programs write it.
func IsPlain(text string) bool {
	return strings.Contains(text, ".") && !strings.Contains(text, ",") && strings.Count(text, ".") == 1 &&
		strings.Trim(text, "-0123456789.") == ""
}
