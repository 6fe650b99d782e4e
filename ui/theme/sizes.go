package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The sizes of text. There are three and the big number.
const (
	SizeUnit    fyne.ThemeSizeName = "unit"    // one pixel at the normal text size
	SizeNumber  fyne.ThemeSizeName = "number"  // a number to read from afar
	SizeHeading fyne.ThemeSizeName = "heading" // the name of a page or a person
	SizeBody    fyne.ThemeSizeName = "body"
	SizeNote    fyne.ThemeSizeName = "note"  // reasons and what stands beside the body
	SizeLabel   fyne.ThemeSizeName = "label" // labels, headings of a section, pills
)

// Corners and lines, before the text size setting. Spacing goes in steps of 4.
const (
	FieldCorner = 8
	PanelCorner = 11
	RowHeight   = 58
	FieldHeight = 34
)

// sizes are at the normal text size, ours and those of Fyne's own widgets.
var sizes = map[fyne.ThemeSizeName]float32{
	SizeUnit:    1,
	SizeNumber:  26,
	SizeHeading: 21,
	SizeBody:    14,
	SizeNote:    13,
	SizeLabel:   12,

	fynetheme.SizeNameText:               14,
	fynetheme.SizeNameCaptionText:        12,
	fynetheme.SizeNameHeadingText:        21,
	fynetheme.SizeNameSubHeadingText:     14,
	fynetheme.SizeNamePadding:            4,
	fynetheme.SizeNameInnerPadding:       8,
	fynetheme.SizeNameLineSpacing:        4,
	fynetheme.SizeNameInlineIcon:         18,
	fynetheme.SizeNameScrollBar:          8,
	fynetheme.SizeNameScrollBarSmall:     4,
	fynetheme.SizeNameScrollBarRadius:    4,
	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameSplitThickness:     1,
	fynetheme.SizeNameInputBorder:        1,
	fynetheme.SizeNameInputRadius:        FieldCorner,
	fynetheme.SizeNameSelectionRadius:    4,
	fynetheme.SizeNameButtonRadius:       FieldCorner,
	fynetheme.SizeNameCardRadius:         PanelCorner,
	fynetheme.SizeNameDialogRadius:       PanelCorner,
	fynetheme.SizeNamePopupRadius:        FieldCorner,
	fynetheme.SizeNameMenuRadius:         FieldCorner,
}
