package columns

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
)

// findQuantity finds how many were bought by the words of a column's name: without it
// each line would be of one, and cost no more than that.
func (c *Columns) findQuantity(t Table) {
	if c.program != nil || c.Has(fields.Quantity) || len(c.Items) > 0 || !c.Has(fields.Price, fields.Amount, fields.Item, fields.Code) {
		return
	}
	found := -1
	claimed := c.claimed()
	for i, name := range c.Names {
		may, sure := fields.MayBeQuantity(name)
		if !may || claimed[i] || t.isSaid(i) || !written.All(t.column(i), isCount) {
			continue
		}
		if found < 0 || sure {
			if found = i; sure {
				break
			}
		}
	}
	if found < 0 && c.Has(fields.Price) && !c.Has(fields.Amount) {
		found = c.findFactor(t)
	}
	if found >= 0 {
		c.at[fields.Quantity] = found
	}
}

// findFactor returns the column of whole numbers by which the prices come to what stands
// in another one; -1 if none does. OneEach is set where one of them may be how many, and
// nothing proves it.
func (c *Columns) findFactor(t Table) int {
	var counts, sums []int
	claimed := c.claimed()
	for i, name := range c.Names {
		cells := t.column(i)
		if i != c.Of(fields.Total) && claimed[i] || t.isSaid(i) || isColumnOfContact(name) || !written.All(cells, written.IsAmount) {
			continue
		}
		if written.All(cells, written.IsMoney) { // points and the like are whole numbers
			sums = append(sums, i)
		}
		more := slices.ContainsFunc(cells, func(cell string) bool { return strings.Trim(cell, "0") != "1" })
		if !claimed[i] && more && written.All(cells, isFew) {
			counts = append(counts, i)
		}
	}
	for _, count := range counts {
		for _, sum := range sums {
			if sum != count && t.multiplies(c.Of(fields.Price), count, sum) {
				return count
			}
		}
	}
	c.OneEach = len(counts) > 0
	return -1
}

// isFew tells whether a cell is a whole number that may be how many were bought.
func isFew(cell string) bool {
	const digits = 3
	return written.IsDigits(cell) && len(cell) <= digits && strings.Trim(cell, "0") != ""
}

// multiplies tells whether on each row that has them all a price times a count is the
// sum.
func (t Table) multiplies(price, count, sum int) bool {
	const places = 2
	for _, point := range []values.Point{values.Dot, values.Comma} {
		fits, told := true, false
		for _, row := range t.first {
			if max(price, count, sum) >= len(row) || row[price] == "" || row[count] == "" || row[sum] == "" {
				continue
			}
			each, err := values.ParseAmount(row[price], point)
			n, badCount := strconv.Atoi(strings.TrimSpace(row[count]))
			all, badSum := values.ParseAmount(row[sum], point)
			if err != nil || badCount != nil || badSum != nil {
				fits = false
				break
			}
			times, ok := each.Times(int64(n)*int64(app.One), places)
			is, whole := all.In(places)
			fits = fits && ok && whole && times == is
			told = told || n != 1 && is != 0
		}
		if fits && told {
			return true
		}
	}
	return false
}

// isCount tells whether a cell may be how many of a thing there are, or how much.
func isCount(cell string) bool {
	const longest = 9
	return len(cell) <= longest && written.IsAmount(cell) && !strings.ContainsAny(cell, "%") && !written.IsDate(cell)
}

// reference is the number of an order as web shops give it, which may be letters alone.
var reference = regexp.MustCompile(`^[#\pL\d][\pL\d#/_.-]{2,39}$`)

// isReference tells whether a cell may be such a number: it has a digit, or is written
// in capitals.
func isReference(cell string) bool {
	capitals := len(cell) > 4 && strings.ToUpper(cell) == cell
	return reference.MatchString(cell) && (capitals || strings.ContainsAny(cell, "0123456789")) && !written.IsDate(cell) && !written.IsYesOrNo(cell)
}

// findPaper finds the numbers of receipts by the words of a column's name.
func (c *Columns) findPaper(t Table) {
	if c.program != nil || c.Has(fields.Receipt) {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if !claimed[i] && !t.isSaid(i) && fields.MayNumberPapers(name) && written.All(t.column(i), isReference) && c.numbersReceipts(t, i) {
			c.at[fields.Receipt] = i
			return
		}
	}
}

// findNamed takes a column called Name for what was bought where another has the
// customers' names, which are not in it again.
func (c *Columns) findNamed(t Table) {
	customer := c.Of(fields.Name)
	if c.program != nil || len(c.Items) > 0 || c.Has(fields.Item) || customer < 0 && !c.Has(fields.Given, fields.Family, fields.Firm) {
		return
	}
	claimed := c.claimed()
	for i, name := range c.Names {
		if claimed[i] || t.isSaid(i) || !fields.IsBareName(written.Plain(name)) || !written.All(t.column(i), written.IsWords) || t.agree(i, customer) {
			continue
		}
		c.at[fields.Item] = i
		return
	}
}

// agree tells whether two columns say the same on a row.
func (t Table) agree(a, b int) bool {
	return min(a, b) >= 0 && slices.ContainsFunc(t.first, func(row []string) bool {
		return max(a, b) < len(row) && strings.EqualFold(strings.TrimSpace(row[a]), strings.TrimSpace(row[b]))
	})
}
