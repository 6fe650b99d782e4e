package columns

import (
	"slices"

	"golang.org/x/text/currency"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

func isCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil
}

// readMoney keeps which currency the columns' names say, and compares those that
// are known without it as if they did not.
func (c *Columns) readMoney(plain []string) {
	c.moneys = make(map[int][]string)
	for i, name := range c.Names {
		rest, codes := fields.MoneyIn(name)
		if codes == nil {
			continue
		}
		c.moneys[i] = codes
		bare := written.Plain(rest)
		isCost := slices.Contains(costNames, bare) || slices.ContainsFunc(fields.Costs(), func(f fields.Field) bool { return slices.Contains(fields.Names()[f], bare) })
		if isCost {
			plain[i] = bare
		}
	}
}

// StatedMoney is the currency that the name of one of the columns of money says,
// and which column; none where it says nothing.
func (c Columns) StatedMoney() (fields.Field, []string) {
	for _, f := range fields.Priced() {
		if codes := c.moneys[c.Of(f)]; codes != nil {
			return f, codes
		}
	}
	return "", nil
}
