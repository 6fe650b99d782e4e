package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
)

// Accounting programs write reports in groups: whoever bought stands alone on a
// line of their own, in the first column, above what they bought, and a sum stands
// below it. The first column is then filled in for each row, and the lines between
// the groups are left out.

// deepestGroup is how many rows are looked at to tell whether a table is in groups,
// and mostHeads how many heads one below the other a row can have.
const (
	deepestGroup = 60
	mostHeads    = 8
)

// grouped hands out the rows of a table in groups as those of a plain one.
type grouped struct {
	Rows
	column string   // what the first column is called; handed out with the header
	heads  []string // of the row to come, the outermost first
}

// ungrouped returns the rows as they are or, where they are in groups, as those of
// a plain table.
func ungrouped(rows Rows) (Rows, error) {
	header, err := rows.Next()
	if err != nil {
		return rows, err
	}
	header.Cells = slices.Clone(header.Cells)
	h := &headed{Rows: rows, first: &header}
	column := groupColumn(header)
	if column == "" {
		return h, nil
	}
	for len(h.ahead) < deepestGroup {
		row, err := rows.Next()
		if err != nil {
			break // what it is is said when the table is read
		}
		row.Cells = slices.Clone(row.Cells)
		h.ahead = append(h.ahead, row)
	}
	if !inGroups(h.ahead) {
		return h, nil
	}
	return &grouped{Rows: h, column: column}, nil
}

// groupColumn is what the first column of a table of purchases is called, if it is
// in groups: where it has no name, what the others do not say.
func groupColumn(header tables.Row) string {
	names := fields.Names()
	has := func(wanted ...fields.Field) bool {
		return slices.ContainsFunc(header.Cells, func(cell string) bool {
			return slices.ContainsFunc(wanted, func(f fields.Field) bool { return slices.Contains(names[f], written.Plain(cell)) })
		})
	}
	switch {
	case !has(fields.Day) || !has(fields.Amount, fields.Price, fields.Total, fields.Quantity):
		return ""
	case header.Cell(0) != "":
		return header.Cell(0)
	case !has(fields.Customer, fields.Name, fields.Given, fields.Family, fields.Phone, fields.Email):
		return "Customer"
	case !has(fields.Item, fields.Code):
		return "Item"
	}
	return ""
}

// inGroups tells whether the rows are heads, what stands below them, and sums, and
// nothing else.
func inGroups(rows []tables.Row) bool {
	heads, below := 0, 0
	for _, row := range rows {
		text, more := row.Cell(0), filledBehind(row)
		switch {
		case row.Blank(), isGroupSum(text):
		case text != "" && more == 0:
			heads++
		case text == "" && more > 1 && heads > 0:
			below++
		default:
			return false
		}
	}
	return heads > 0 && below > 0
}

// filledBehind is how many cells of a row behind the first are filled.
func filledBehind(row tables.Row) int {
	n := 0
	for i := 1; i < len(row.Cells); i++ {
		if row.Cell(i) != "" {
			n++
		}
	}
	return n
}

// isGroupSum tells whether the first cell of a row is that of a sum: “Total for Ann
// Bell”, “Ann Bell Total”.
func isGroupSum(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && (written.IsSumWord(words[0]) || written.IsSumWord(words[len(words)-1]))
}

// Next returns the next row below a head, with the head in its first cell, or
// io.EOF after the last.
func (g *grouped) Next() (tables.Row, error) {
	for {
		row, err := g.Rows.Next()
		switch {
		case err != nil:
			return row, err
		case g.column != "":
			row.Cells = slices.Clone(row.Cells)
			row.Cells[0], g.column = g.column, ""
			return row, nil
		case row.Blank():
			return row, nil
		}
		text := row.Cell(0)
		switch {
		case isGroupSum(text):
			g.close(text)
		case text != "" && filledBehind(row) == 0:
			g.open(strings.Clone(text))
		case text == "" && len(g.heads) > 0:
			row.Cells[0] = g.heads[len(g.heads)-1]
			return row, nil
		default:
			return row, nil
		}
	}
}

func (g *grouped) open(head string) {
	if len(g.heads) == mostHeads {
		g.heads = g.heads[1:]
	}
	g.heads = append(g.heads, head)
}

// close ends the group that a sum is of: the innermost that it names, or else the
// innermost.
func (g *grouped) close(sum string) {
	for i := len(g.heads) - 1; i >= 0; i-- {
		if strings.Contains(sum, g.heads[i]) {
			g.heads = g.heads[:i]
			return
		}
	}
	g.heads = g.heads[:max(len(g.heads)-1, 0)]
}
