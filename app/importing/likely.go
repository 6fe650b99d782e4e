package importing

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// likely says of the columns of which the names tell nothing what they hold by
// the looks of what is in them: a day, a telephone's number, an address for mail,
// an amount, whose row it is and what they bought. It is for a person to look over:
// what could be two things is left open.
func (l look) likely(told []Field) []Field {
	found := make([]Field, len(l.header))
	amounts := []int(nil)
	for i := range l.header {
		cells := l.column(i)
		if told[i] != "" || len(cells) == 0 || l.isSaid(i) || isColumnOfContact(l.header[i]) {
			continue
		}
		for field, is := range map[Field]func(string) bool{FieldEmail: written.IsAddress, FieldPhone: written.IsNumberToDial, FieldDay: written.IsDate} {
			if !slices.Contains(told, field) && !slices.Contains(found, field) && written.All(cells, is) {
				found[i] = field
			}
		}
		if found[i] == "" && written.All(cells, written.IsMoney) {
			amounts = append(amounts, i)
		}
	}
	if len(amounts) == 1 && !slices.ContainsFunc(costs, func(f Field) bool { return slices.Contains(told, f) }) {
		found[amounts[0]] = FieldAmount
	}
	l.likelyWords(told, found)
	return found
}

// likelyWords finds the columns of words: of names, which are by whom somebody is
// reached, and of what was bought.
func (l look) likelyWords(told, found []Field) {
	var keys, names, words []int
	holds := func(fields ...Field) bool {
		return slices.ContainsFunc(fields, func(f Field) bool { return slices.Contains(told, f) || slices.Contains(found, f) })
	}
	for i := range l.header {
		if slices.Contains([]Field{FieldCustomer, FieldPhone, FieldEmail}, cmp.Or(told[i], found[i])) {
			keys = append(keys, i)
		}
	}
	for i := range l.header {
		cells := l.column(i)
		if told[i] != "" || found[i] != "" || len(cells) == 0 || l.isSaid(i) || isColumnOfContact(l.header[i]) || !written.All(cells, written.IsWords) {
			continue
		}
		if _, ok := l.names(i, keys, written.IsFullName); ok {
			names = append(names, i)
		} else {
			words = append(words, i)
		}
	}
	if len(words) == 0 && holds(FieldDay) && !holds(FieldItem, FieldCode) {
		return // they may be the goods, too
	}
	if len(names) == 1 && !holds(FieldName, FieldGiven, FieldFamily) {
		found[names[0]], names = FieldName, nil
	}
	if words = append(words, names...); len(words) == 1 && holds(FieldDay) && !holds(FieldItem) {
		found[words[0]] = FieldItem
	}
}

// isSaid tells whether the person said what the column holds, also that it is
// nothing.
func (l look) isSaid(column int) bool {
	return slices.ContainsFunc(l.maps, func(m Mapping) bool { return written.Plain(m.Column) == written.Plain(l.header[column]) })
}

// column is what is in the first rows of a column, as far as anything is.
func (l look) column(i int) []string {
	var cells []string
	for _, row := range l.first {
		if i < len(row) && strings.TrimSpace(row[i]) != "" {
			cells = append(cells, strings.TrimSpace(row[i]))
		}
	}
	return cells
}
