package receipts

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/values"
	"ringback.app/app/texts"
)

// Some tills write what was paid with two things twice, once for each of them: the rows
// say the same but for what was paid, and with what. It was bought once.

// splits finds such rows among those of one receipt, which stand together.
type splits struct {
	receipt string
	paid    map[string][]string // by what the rows say else: what was paid with each
	amounts map[string][]string // likewise, what else they come to
	proven  int                 // what was paid with each comes to what one row does
	failed  int                 // it does not
}

// lookSplit looks whether rows of one receipt differ in nothing but what was paid.
func (b *Table) lookSplit(row tables.Row, number string) {
	if b.Columns.Paid < 0 || b.Columns.Tender < 0 {
		return
	}
	s := &b.survey.splits
	if number != s.receipt || s.paid == nil {
		s.settle()
		s.receipt, s.paid, s.amounts = strings.Clone(number), make(map[string][]string), make(map[string][]string)
	}
	if number == "" {
		return
	}
	key := b.besidePayment(row)
	if s.amounts[key] == nil {
		for i := range row.Cells {
			if cell := row.Cell(i); i != b.Columns.Paid && i != b.Columns.Tender && strings.ContainsAny(cell, "123456789") {
				s.amounts[key] = append(s.amounts[key], strings.Clone(cell))
			}
		}
	}
	if paid := row.Cell(b.Columns.Paid); len(s.paid[key]) < mostTenders {
		s.paid[key] = append(s.paid[key], strings.Clone(paid)+"\x00"+strings.Clone(row.Cell(b.Columns.Tender)))
	}
}

// mostTenders is with how many things anybody pays.
const mostTenders = 20

// settle tells of the rows of the receipt whether they are such ones.
func (s *splits) settle() {
	for key, paid := range s.paid {
		if len(paid) < 2 || len(slices.Compact(slices.Sorted(slices.Values(paid)))) < 2 {
			continue
		}
		var sum int64
		for _, one := range paid {
			text, _, _ := strings.Cut(one, "\x00")
			n, ok := comesTo(text)
			if !ok {
				return
			}
			sum += n
		}
		// Where all rows together come to it as well, each may have been bought.
		says := func(wanted int64) bool {
			return slices.ContainsFunc(s.amounts[key], func(cell string) bool { n, ok := comesTo(cell); return ok && n == wanted })
		}
		if each := int64(len(paid)); says(sum) && (sum%each != 0 || !says(sum/each)) {
			s.proven++
		} else {
			s.failed++
		}
	}
	s.paid, s.amounts = nil, nil
}

// comesTo reads an amount, in ten thousandths, whichever sign its decimals begin with.
func comesTo(text string) (int64, bool) {
	const places = 4
	a, err := values.ParseAmount(text, values.NoPoint)
	if err != nil {
		return 0, false
	}
	return a.In(places)
}

// besidePayment is what a row says but for what was paid, and with what.
func (b *Table) besidePayment(row tables.Row) string {
	var all strings.Builder
	for i := range row.Cells {
		if i != b.Columns.Paid && i != b.Columns.Tender {
			all.WriteString(row.Cell(i))
			all.WriteByte(0)
		}
	}
	return all.String()
}

// decideSplits settles whether the table has such rows. What was paid is then no total:
// that is what its rows come to.
func (b *Table) decideSplits() {
	s := &b.survey.splits
	s.settle()
	b.splits = s.proven > 0 && s.failed == 0
	if b.splits {
		b.Columns.ForgetPaid()
	}
}

// isFurtherPayment tells whether a row is what was bought once more, for what else it was
// paid with.
func (b *Table) isFurtherPayment(row tables.Row, number string) bool {
	if !b.splits || number == "" {
		return false
	}
	if number != b.splitOf {
		b.splitOf, b.splitRows = number, make(map[string]string)
	}
	key, with := b.besidePayment(row), row.Cell(b.Columns.Paid)+"\x00"+row.Cell(b.Columns.Tender)
	before, met := b.splitRows[key]
	if !met {
		b.splitRows[strings.Clone(key)] = strings.Clone(with)
	}
	return met && before != with
}

// leavePayment counts such a row, which nobody bought.
func (b *Table) leavePayment(row tables.Row) {
	b.Counts.NoSale++
	b.papers.left.add(row.Cell(b.Columns.Tender))
}

// numberOf is the number of the receipt of a row.
func (b *Table) numberOf(row tables.Row) string {
	return texts.ShopNumber(row.Cell(b.Columns.Of(fields.Receipt)))
}
