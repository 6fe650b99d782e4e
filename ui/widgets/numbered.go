package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
)

// Numbered puts sentences below each other with their numbers at the left: what
// to do first, second and third.
func Numbered(sentences ...string) *fyne.Container {
	column := Column(6)
	for i, s := range sentences {
		number := Fixed(14, 0, NewText(strconv.Itoa(i+1), Strong.In(theme.ColorAccent)))
		column.Add(TopRow(6, number, Grow(NewParagraph(s, Body))))
	}
	return column
}
