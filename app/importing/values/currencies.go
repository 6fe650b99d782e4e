package values

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are what stands for a currency beside an amount, the longer before those
// that they end with. The codes are ISO 4217's; of several any may be meant.
var signs = []struct {
	sign  string
	codes []string
}{
	{"US$", []string{"USD"}},
	{"RD$", []string{"DOP"}},
	{"TT$", []string{"TTD"}},
	{"EC$", []string{"XCD"}},
	{"COL$", []string{"COP"}},
	{"AR$", []string{"ARS"}},
	{"N$", []string{"NAD"}},
	{"J$", []string{"JMD"}},
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
	"eur": {"EUR"}, "euro": {"EUR"}, "euros": {"EUR"}, "ευρώ": {"EUR"},
	"dollar": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD"}, "dollars": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD"}, "yen": {"JPY"},
	"vnđ": {"VND"}, "đồng": {"VND"}, "dong": {"VND"}, "kc": {"CZK"}, "złotych": {"PLN"}, "franken": {"CHF"}, "р": {"RUB"}, "рублей": {"RUB"}, "гривень": {"UAH"},
	"fcfa": {"XOF", "XAF"}, "cfa": {"XOF", "XAF"}, "rp": {"IDR"}, "rm": {"MYR"}, "ksh": {"KES"}, "dh": {"AED", "MAD"}, "dhs": {"AED", "MAD"},
	"usd": {"USD"}, "gbp": {"GBP"}, "chf": {"CHF"}, "pln": {"PLN"}, "czk": {"CZK"}, "huf": {"HUF"}, "ron": {"RON"}, "sek": {"SEK"}, "nok": {"NOK"}, "dkk": {"DKK"},
	"vnd": {"VND"}, "jpy": {"JPY"}, "cny": {"CNY"}, "inr": {"INR"}, "aud": {"AUD"}, "cad": {"CAD"}, "nzd": {"NZD"}, "sgd": {"SGD"}, "hkd": {"HKD"}, "zar": {"ZAR"},
}

// Currencies returns the currency that an amount says it is in, by its sign or
// its code (ISO 4217). They are several where the sign stands for any of them,
// and none where it says nothing.
func Currencies(text string) []string {
	if strings.Trim(text, "0123456789.,-+'() ") == "" {
		return nil
	}
	bySign := signIn(text)
	if len(bySign) == 1 {
		return bySign
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		codes := codesOf(word)
		switch {
		case codes == nil:
		case bySign == nil:
			return codes
		case len(both(bySign, codes)) > 0: // $12 CAD
			return both(bySign, codes)
		}
	}
	return bySign
}

// signIn is what a sign in the text stands for: S$, unless as the end of ARS$.
func signIn(text string) []string {
	for _, s := range signs {
		at := strings.Index(text, s.sign)
		if at < 0 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(s.sign)
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == 0 || !unicode.IsLetter(first) || !unicode.IsLetter(before) {
			return s.codes
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
