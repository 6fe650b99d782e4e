package columns

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// Ratings counts the numbers of a column of ratings, as far as they are on
// either scale: what is on none is a slip and speaks for none.
type Ratings struct {
	all    int
	beyond int // 0, or more than there are stars
}

// See takes a cell into account.
func (g *Ratings) See(cell string) {
	n, ok := written.WholeNumber(cell)
	if !ok || n < 0 || n > app.MaxScore {
		return
	}
	g.all++
	if n == 0 || n > app.MaxStars {
		g.beyond++
	}
}

// toTen tells whether the column goes to ten: half of the numbers can be nothing
// else. A single one among many is a slip.
func (g Ratings) toTen() bool { return g.beyond > 0 && 2*g.beyond >= g.all }

// findScaled finds the columns that say in their names between what their ratings are.
func (c *Columns) findScaled(taken map[int]bool) {
	for i, name := range c.Names {
		base, highest := written.Scale(name)
		if highest == 0 || taken[i] || !fields.IsRating(written.Plain(base)) {
			continue
		}
		field := fields.Score
		if highest == app.MaxStars {
			field = fields.Stars
		}
		if !c.Has(field) && !c.settled[field] {
			c.at[field], taken[i], c.scaled[i] = i, true, true
		}
	}
}

// DecideScale settles on which scale the ratings are. It returns an Error with
// CodeInvalid where that can be read in two ways and nobody has said which.
func (c *Columns) DecideScale(t Table, score, stars Ratings) error {
	if c.IsKnown() {
		return nil
	}
	ask := func(at int, given Ratings) error {
		return t.Ask("error.import.scale", app.Args{"Column": c.Names[at], "Few": given.all - given.beyond, "All": given.all})
	}
	if at := c.Of(fields.Stars); at >= 0 && stars.beyond > 0 && !c.Has(fields.Score) && !c.said[at] && !c.scaled[at] && !fields.AreStars(written.Plain(c.Names[at])) {
		if !stars.toTen() {
			return ask(at, stars)
		}
		c.at[fields.Score] = at // a rating that goes to ten
		delete(c.at, fields.Stars)
		return nil
	}
	if at := c.Of(fields.Score); at >= 0 && score.all > 0 && !score.toTen() && !c.said[at] && !c.scaled[at] && !strings.Contains(written.Plain(c.Names[at]), "nps") {
		return ask(at, score)
	}
	return nil
}
