package tables

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
)

// signs are what stands for a currency beside an amount, the longer before those
// that they end with. The codes are ISO 4217's; of several any may be meant.
var signs = []struct {
	sign  string
	codes []string
}{
	{"US$", []string{"USD"}},
	{"NZ$", []string{"NZD"}},
	{"HK$", []string{"HKD"}},
	{"NT$", []string{"TWD"}},
	{"MX$", []string{"MXN"}},
	{"CA$", []string{"CAD"}},
	{"AU$", []string{"AUD"}},
	{"R$", []string{"BRL"}},
	{"A$", []string{"AUD"}},
	{"C$", []string{"CAD"}},
	{"S$", []string{"SGD"}},
	{"$", []string{"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP"}},
	{"€", []string{"EUR"}},
	{"£", []string{"GBP"}},
	{"¥", []string{"JPY", "CNY"}},
	{"￥", []string{"JPY", "CNY"}},
	{"円", []string{"JPY"}},
	{"元", []string{"CNY"}},
	{"₩", []string{"KRW"}},
	{"₹", []string{"INR"}},
	{"₽", []string{"RUB"}},
	{"₴", []string{"UAH"}},
	{"₺", []string{"TRY"}},
	{"₫", []string{"VND"}},
	{"₪", []string{"ILS"}},
	{"₱", []string{"PHP"}},
	{"฿", []string{"THB"}},
	{"₦", []string{"NGN"}},
	{"₵", []string{"GHS"}},
	{"₡", []string{"CRC"}},
	{"₸", []string{"KZT"}},
	{"₾", []string{"GEL"}},
	{"֏", []string{"AMD"}},
	{"₼", []string{"AZN"}},
	{"৳", []string{"BDT"}},
}

// names are what is written of a currency in letters beside an amount, in lower
// case.
var names = map[string][]string{
	"zł": {"PLN"}, "zl": {"PLN"}, "kč": {"CZK"}, "ft": {"HUF"}, "lei": {"RON"}, "лв": {"BGN"}, "руб": {"RUB"}, "грн": {"UAH"},
	"đ": {"VND"}, "tl": {"TRY"}, "sfr": {"CHF"}, "fr": {"CHF"}, "kr": {"SEK", "NOK", "DKK", "ISK"}, "rs": {"INR"}, "r": {"ZAR"},
	"eur": {"EUR"}, "euro": {"EUR"}, "euros": {"EUR"},
}

// Currencies returns the currency that an amount says it is in, by its sign or
// its code (ISO 4217). They are several where the sign stands for any of them,
// and none where it says nothing.
func Currencies(text string) []string {
	if strings.Trim(text, "0123456789.,-+'() ") == "" {
		return nil
	}
	for _, s := range signs {
		if strings.Contains(text, s.sign) {
			return s.codes
		}
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if codes, ok := names[strings.ToLower(word)]; ok {
			return codes
		}
		if len(word) == 3 && word == strings.ToUpper(word) {
			if unit, err := currency.ParseISO(word); err == nil {
				return []string{unit.String()}
			}
		}
	}
	return nil
}

// OneOf returns the code if it is one of those, else the only one; "" if it is
// not said which of them.
func OneOf(codes []string, code string) string {
	switch {
	case slices.Contains(codes, code):
		return code
	case len(codes) == 1:
		return codes[0]
	}
	return ""
}
