package receipts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Web shops and tills put several things into one cell: "2× Mug, 1× Plate", "2 x Mug,
// Plate", "Mug x 2; Plate x 1". A thing may have a comma in its name, so that it takes the
// whole table to tell where one ends.

// lists are what a column of what was bought says of how it lists things.
type lists struct {
	counted, plain int // cells in which there is a count, and in which there is none
	ones           int // things that are said to be one
	things         map[string]bool
}

// mostThings is how many things are kept that stand alone in a cell.
const mostThings = 20_000

var (
	between     = regexp.MustCompile(`(?:,\s|[;|\n])\s*`)
	countBefore = regexp.MustCompile(`^([-−]?\d{1,4})(?: ?× ?| ?[xX] )(\D.*)$|^([-−]?\d{1,4})[xX] ?(\pL.*)$`)
	countBehind = regexp.MustCompile(`^(.*[^\d\s]) (?:x|×|\*) ?(\d{1,4})$|^(.*[^\s]) ?\((?:x|×) ?(\d{1,4})\)$|^(.*[^\d\s]) ?[*×] ?(\d{1,4})$`)
)

// listed is a thing of such a cell.
type listed struct {
	item   string
	count  int  // 0: it is not said
	back   bool // it is given back
	behind bool
}

// listOf takes a cell apart.
func listOf(text string) (all []listed, counted bool) {
	for _, part := range between.Split(strings.TrimSpace(text), -1) {
		if part = written.OneLine(part); part == "" {
			continue
		}
		one := listed{item: part}
		for at, shape := range []*regexp.Regexp{countBefore, countBehind} {
			found := shape.FindStringSubmatch(part)
			if one.count > 0 || found == nil {
				continue
			}
			for i := 1; i+1 < len(found); i += 2 {
				n, item := found[i], found[i+1]
				if at == 1 {
					n, item = item, n
				}
				digits := strings.TrimLeft(n, "-−")
				if count, err := strconv.Atoi(digits); err == nil && count > 0 {
					one = listed{strings.TrimSpace(item), count, digits != n, at == 1}
				}
			}
		}
		all, counted = append(all, one), counted || one.count > 0
	}
	return all, counted
}

// lookList takes into account how a row lists what was bought.
func (b *Table) lookList(row tables.Row) {
	text := b.Columns.Raw(row, fields.Item)
	if text == "" || b.own != nil || b.Columns.Has(fields.Code) {
		return
	}
	all, counted := listOf(text)
	l := &b.survey.lists
	if counted {
		l.counted++
	} else {
		l.plain++
	}
	for _, one := range all {
		if one.count == 1 {
			l.ones++
		}
	}
	if len(all) == 1 && len(l.things) < mostThings {
		if l.things == nil {
			l.things = make(map[string]bool)
		}
		if !l.things[all[0].item] {
			l.things[strings.Clone(all[0].item)] = true
		}
	}
}

// omitsOnes tells whether the column has no count where there is one of a thing.
func (l *lists) omitsOnes() bool { return l.counted > 0 && l.plain > 0 && l.ones == 0 }

// isThing tells whether a part without a count is a thing of its own, and not what is
// behind a comma in the name of another: "Candle, vanilla".
func (l *lists) isThing(item string) bool {
	if !l.omitsOnes() {
		return false
	}
	first := []rune(item)[0]
	return l.things[item] || unicode.IsLetter(first) && !unicode.IsLower(first)
}

// listed reads a row's cell of several things; nil if it is none, or if another column
// counts otherwise.
func (b *Table) listed(row tables.Row, line app.Line) []app.Line {
	if b.own != nil || line.Code != "" && line.Code != line.Item {
		return nil
	}
	all, counted := listOf(b.Columns.Raw(row, fields.Item))
	l := &b.survey.lists
	if !counted && (len(all) < 2 || !l.omitsOnes()) {
		return nil
	}
	back := slices.ContainsFunc(all, func(one listed) bool { return one.back })
	if back && slices.ContainsFunc(all, func(one listed) bool { return one.count > 0 && !one.back }) {
		return nil
	}
	var lines []app.Line
	pieces, before := app.Quantity(0), ""
	for _, one := range all {
		switch {
		case one.count == 0 && !counted && !l.things[one.item]:
			return nil
		case one.count > 0 || !counted || l.isThing(one.item):
			n := app.Quantity(max(one.count, 1)) * app.One
			lines, pieces = append(lines, app.Line{Item: before + one.item, Quantity: n}), pieces+n
			before = ""
		case len(lines) > 0 && !all[len(all)-1].behind:
			lines[len(lines)-1].Item += ", " + one.item
		default:
			before += one.item + ", "
		}
	}
	if before != "" || b.Columns.Has(fields.Quantity) && pieces != max(line.Quantity, -line.Quantity) {
		return nil
	}
	for i := range lines {
		if lines[i].Item = written.Clip(lines[i].Item); line.Quantity < 0 || back {
			lines[i].Quantity = -lines[i].Quantity
		}
	}
	return lines
}
