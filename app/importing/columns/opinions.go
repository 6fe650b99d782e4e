package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/programs"
	"ringback.app/app/importing/written"
)

// readOpinionColumns finds out which column of a table of opinions holds what:
// as the person says, and else by the columns' names.
func readOpinionColumns(header []string, maps []Mapping) Columns {
	c, plain, taken := readSaid(header, maps)
	if at, ok := c.at[fields.Day]; ok && !c.Has(fields.Said) {
		c.at[fields.Said] = at
	}
	delete(c.at, fields.Day)
	if c.program = programs.OfOpinions(plain); c.program != nil {
		c.follow(c.program, plain, taken)
	}
	c.findScaled(taken)
	for _, field := range fields.OfOpinions() {
		c.find(field, fields.OpinionNames()[field], plain, taken)
	}
	for _, field := range fields.Shared() {
		c.find(field, fields.Names()[field], plain, taken)
	}
	for _, field := range []fields.Field{fields.Name, fields.Email, fields.Receipt} {
		c.find(field, fields.Reviewers()[field], plain, taken)
	}
	c.findBare(plain, taken)
	c.Own = ownColumnsOf(c)
	return c
}

// ReadOpinions finds out which column of a table of opinions holds what, also where
// it has no header.
func ReadOpinions(t Table) Columns {
	c := readOpinionColumns(t.Header, t.Maps)
	if at := t.sentences(); t.headless && at >= 0 && !c.Has(fields.Words) {
		c.at[fields.Words] = at
	}
	c.findReview(t)
	return c
}

// IsOpinions tells whether a table is of opinions and not of purchases: the
// person says so, or it has a column with what people said or gave, and none of
// what a purchase costs.
func (t Table) IsOpinions() bool {
	costs := []fields.Field{fields.Quantity, fields.Price, fields.Amount, fields.Total, fields.Code}
	for _, m := range t.Maps {
		switch {
		case slices.Contains(fields.OfOpinions(), m.Field):
			return true
		case m.Field == fields.Item || slices.Contains(costs, m.Field):
			return false
		}
	}
	if t.headless {
		return t.sentences() >= 0
	}
	if t.isReviews(fields.BesideGoods) {
		return true
	}
	c := readOpinionColumns(t.Header, t.Maps)
	if !c.Has(fields.Words, fields.Score, fields.Stars) {
		return false
	}
	bought := readColumns(t.Header, t.Maps)
	if bought.Has(fields.Item) && !c.Has(fields.Score, fields.Stars) && fields.IsRemark(written.Plain(c.Name(fields.Words))) {
		return false
	}
	coded := bought.Has(fields.Code) && written.Plain(bought.Name(fields.Code)) != fields.BareCode
	return !coded && !bought.Has(fields.Quantity, fields.Price, fields.Amount, fields.Total)
}

// AreOpinionsOfPeople tells of a table whether it is of opinions though it names people
// and how they are reached, as one of contacts does.
func (t Table) AreOpinionsOfPeople() bool {
	return !slices.ContainsFunc(t.Maps, func(m Mapping) bool { return m.Field != fields.Ignore }) && t.isReviews(fields.BesidePeople)
}

// sentences returns which column of a table without a header holds sentences,
// while the others hold numbers; -1 for none.
func (t Table) sentences() int {
	at := -1
	for i := range t.Header {
		words, numbers := 0, 0
		for _, row := range t.first {
			switch {
			case i >= len(row) || strings.TrimSpace(row[i]) == "":
			case written.IsFigure(row[i]):
				numbers++
			case written.IsSentence(row[i]):
				words++
			}
		}
		switch {
		case 2*words > len(t.first) && at < 0:
			at = i
		case 2*numbers <= len(t.first):
			return -1
		}
	}
	return at
}
