package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// Programs that collect reviews and answers to surveys write them beside what was bought,
// or beside whoever answered: what was given, and said, tells them from tables of those.

// isReviews tells of a table whether it is plainly of what customers gave and said, though
// it names the goods, or people and how they are reached. One that says what these cost is
// of purchases.
func (t Table) isReviews(beside fields.Beside) bool {
	bought := readColumns(t.Header, t.Maps)
	if t.headless || bought.Has(fields.Quantity, fields.Price, fields.Amount, fields.Total) {
		return false
	}
	given, said := false, false
	for i, name := range t.Header {
		plain, cells := written.Plain(name), t.column(i)
		switch {
		case len(cells) == 0:
		case written.All(cells, written.IsRating) && fields.AsksForRating(plain):
			return true
		case written.All(cells, written.IsRating) && fields.IsRating(plain):
			given = true
		case fields.HoldsWords(plain, beside) && written.All(cells, written.Not(written.IsRating)):
			said = true
		}
	}
	return given && said
}

// findReview finds what else there is of a review in columns whose names do not say it in
// as many words.
func (c *Columns) findReview(t Table) {
	if c.program != nil || c.Own != nil || t.headless {
		return
	}
	claimed := c.claimed()
	free := func(i int) ([]string, bool) {
		cells := t.column(i)
		return cells, !claimed[i] && !t.isSaid(i) && len(cells) > 0
	}
	for i, name := range c.Names {
		plain := written.Plain(name)
		cells, ok := free(i)
		if !ok || c.Has(fields.Score, fields.Stars) || !fields.IsRating(plain) && !fields.AsksForRating(plain) || !written.All(cells, written.IsRating) {
			continue
		}
		field := fields.Stars
		if fields.AsksForScore(plain) {
			field, c.scaled[i] = fields.Score, true
		}
		c.at[field], claimed[i] = i, true
	}
	if c.Has(fields.Words) {
		return
	}
	for _, asks := range []func(string) bool{fields.AsksForWords, func(name string) bool { return strings.HasSuffix(strings.TrimSpace(name), "?") }} {
		for i, name := range c.Names {
			if cells, ok := free(i); ok && asks(name) && slices.ContainsFunc(cells, written.IsWords) && !isColumnOfContact(name) {
				c.at[fields.Words] = i
				return
			}
		}
	}
}
