package columns

import (
	"cmp"
	"slices"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// likely says of the columns of which the names tell nothing what they hold by
// the looks of what is in them: a day, a telephone's number, an address for mail,
// an amount, whose row it is and what they bought. It is for a person to look over:
// what could be two things is left open.
func (t Table) likely(told []fields.Field) []fields.Field {
	found := make([]fields.Field, len(t.Header))
	amounts := []int(nil)
	for i := range t.Header {
		cells := t.column(i)
		if told[i] != "" || len(cells) == 0 || t.isSaid(i) || isColumnOfContact(t.Header[i]) {
			continue
		}
		for field, is := range map[fields.Field]func(string) bool{fields.Email: written.IsAddress, fields.Phone: written.IsNumberToDial, fields.Day: written.IsDate} {
			if !slices.Contains(told, field) && !slices.Contains(found, field) && written.All(cells, is) {
				found[i] = field
			}
		}
		if found[i] == "" && written.AreMoney(cells) && !isNoCost(t.Header[i], cells) {
			amounts = append(amounts, i)
		}
	}
	if len(amounts) == 1 && !slices.ContainsFunc(fields.Costs(), func(f fields.Field) bool { return slices.Contains(told, f) }) {
		found[amounts[0]] = fields.Amount
	}
	t.likelyWords(told, found)
	return found
}

// likelyWords finds the columns of words: of names, which are by whom somebody is
// reached, and of what was bought.
func (t Table) likelyWords(told, found []fields.Field) {
	var keys, names, words []int
	holds := func(wanted ...fields.Field) bool {
		return slices.ContainsFunc(wanted, func(f fields.Field) bool { return slices.Contains(told, f) || slices.Contains(found, f) })
	}
	for i := range t.Header {
		if slices.Contains([]fields.Field{fields.Customer, fields.Phone, fields.Email}, cmp.Or(told[i], found[i])) {
			keys = append(keys, i)
		}
	}
	for i := range t.Header {
		cells := t.column(i)
		if told[i] != "" || found[i] != "" || len(cells) == 0 || t.isSaid(i) || isColumnOfContact(t.Header[i]) || !written.All(cells, written.IsWords) {
			continue
		}
		if _, ok := t.names(i, keys, written.IsFullName); ok {
			names = append(names, i)
		} else {
			words = append(words, i)
		}
	}
	if len(words) == 0 && holds(fields.Day) && !holds(fields.Item, fields.Code) {
		return // they may be the goods, too
	}
	if len(names) == 1 && !holds(fields.Name, fields.Given, fields.Family) {
		found[names[0]], names = fields.Name, nil
	}
	if words = append(words, names...); len(words) == 1 && holds(fields.Day) && !holds(fields.Item) {
		found[words[0]] = fields.Item
	}
}
