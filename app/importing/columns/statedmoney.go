package columns

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// PricedFields are the fields that may say the currency beside the number.
func PricedFields() []Field { return []Field{FieldTotal, FieldAmount, FieldPrice} }

func isCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil
}

// inBrackets is what stands in brackets in a column's name.
var inBrackets = regexp.MustCompile(`[(\[]([^)\]]*)[)\]]`)

// words that are codes of currencies, too: TOTAL ALL, PRICE PER CUP.
var noMoney = []string{"ALL", "CUP", "TOP"}

// moneyIn is the currency that a column's name says its amounts are in, and the
// name without it: Amount (USD), Kwota PLN, total_eur, £. The currencies are
// several where it is a sign that stands for any of them, and none where the name
// says nothing.
func moneyIn(name string) (rest string, codes []string) {
	if m := inBrackets.FindStringSubmatchIndex(name); m != nil {
		if codes := tables.Currencies(name[m[2]:m[3]]); codes != nil {
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
		if codes := tables.Currencies(word); codes != nil && len(words) > 1 && !slices.Contains(noMoney, word) {
			return strings.Join(slices.Delete(slices.Clone(words), at, at+1), " "), codes
		}
	}
	if last := words[len(words)-1]; strings.ContainsAny(last, "$€£¥₹") {
		return last, tables.Currencies(last) // plainName leaves the sign out
	}
	return name, nil
}

// readMoney keeps which currency the columns' names say, and compares those that
// are known without it as if they did not.
func (c *Columns) readMoney(plain []string) {
	c.moneys = make(map[int][]string)
	for i, name := range c.Names {
		rest, codes := moneyIn(name)
		if codes == nil {
			continue
		}
		c.moneys[i] = codes
		bare := written.Plain(rest)
		isCost := slices.Contains(costNames, bare) || slices.ContainsFunc(CostFields(), func(f Field) bool { return slices.Contains(columnNames()[f], bare) })
		if isCost {
			plain[i] = bare
		}
	}
}

// StatedMoney is the currency that the name of one of the columns of money says,
// and which column; none where it says nothing.
func (c Columns) StatedMoney() (Field, []string) {
	for _, f := range PricedFields() {
		if codes := c.moneys[c.Of(f)]; codes != nil {
			return f, codes
		}
	}
	return "", nil
}
