package widgets

import "fyne.io/fyne/v2"

// Again shows other lines, as SetRows does, and stays where the list is: chosen
// is the line that is chosen now, -1 for none.
func (t *Table) Again(rows int, cells func(row int) []string, chosen int) {
	at := t.scroll.Offset.Y
	t.rows, t.cells = rows, cells
	t.reload(min(chosen, rows-1))
	t.scroll.ScrollToOffset(fyne.NewPos(0, at))
	t.arrange(false)
	t.reveal(t.chosen)
}
