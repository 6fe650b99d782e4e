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

// DecideScale settles on which scale the ratings are. It returns an Error with
// CodeInvalid where that can be read in two ways and nobody has said which.
func (c *Columns) DecideScale(t Table, score, stars Ratings) error {
	if c.IsKnown() {
		return nil
	}
	ask := func(at int, given Ratings) error {
		return t.Ask("error.import.scale", app.Args{"Column": c.Names[at], "Few": given.all - given.beyond, "All": given.all})
	}
	if at := c.Of(fields.Stars); at >= 0 && stars.beyond > 0 && !c.Has(fields.Score) && !c.said[at] && !fields.AreStars(written.Plain(c.Names[at])) {
		if !stars.toTen() {
			return ask(at, stars)
		}
		c.at[fields.Score] = at // a rating that goes to ten
		delete(c.at, fields.Stars)
		return nil
	}
	if at := c.Of(fields.Score); at >= 0 && score.all > 0 && !score.toTen() && !c.said[at] && !strings.Contains(written.Plain(c.Names[at]), "nps") {
		return ask(at, score)
	}
	return nil
}
