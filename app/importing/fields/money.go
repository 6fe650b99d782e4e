package fields

import (
	"regexp"
	"slices"
	"strings"

	"ringback.app/app/importing/values"
)

// inBrackets is what stands in brackets in a column's name.
var inBrackets = regexp.MustCompile(`[(\[]([^)\]]*)[)\]]`)

// InBrackets is what stands in brackets in a column's name: the unit, mostly.
func InBrackets(name string) string {
	if m := inBrackets.FindStringSubmatch(name); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

// words that are codes of currencies, too: TOTAL ALL, PRICE PER CUP.
var noMoney = []string{"ALL", "CUP", "TOP"}

// MoneyIn is the currency that a column's name says its amounts are in, and the
// name without it: Amount (USD), Kwota PLN, total_eur, £. The currencies are
// several where it is a sign that stands for any of them, and none where the name
// says nothing.
func MoneyIn(name string) (rest string, codes []string) {
	if m := inBrackets.FindStringSubmatchIndex(name); m != nil {
		if codes := values.Currencies(name[m[2]:m[3]]); codes != nil {
			return name[:m[0]] + name[m[1]:], codes
		}
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" \t\u00a0_/-,.:", r) })
	if len(words) == 0 {
		return name, nil
	}
	for _, at := range []int{len(words) - 1, 0} {
		word := words[at]
		if strings.Contains(name, "_") {
			word = strings.ToUpper(word) // total_eur
		}
		if codes := values.Currencies(word); codes != nil && len(words) > 1 && !slices.Contains(noMoney, word) {
			return strings.Join(slices.Delete(slices.Clone(words), at, at+1), " "), codes
		}
	}
	if last := words[len(words)-1]; strings.ContainsAny(last, "$€£¥₹") {
		return last, values.Currencies(last) // written.Plain leaves the sign out
	}
	return name, nil
}
