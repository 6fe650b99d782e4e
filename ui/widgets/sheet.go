package widgets

import "fyne.io/fyne/v2"

// Sheet is a page with a head and a foot that stay in sight, and a body that is
// scrolled between them. The foot may be nil.
func Sheet(head, body, foot fyne.CanvasObject) *fyne.Container {
	return sheet(head, Scroll(sheetBody(body)), foot)
}

// GrowingSheet is a sheet in whose body a note grows, as with Growing. It returns
// what is to be refreshed when a part of the body takes other room, too.
func GrowingSheet(head, body, foot fyne.CanvasObject, note *Entry, least int) (whole, form *fyne.Container) {
	_, form = Growing(sheetBody(body), note, least)
	return sheet(head, form, foot), form
}

func sheetBody(body fyne.CanvasObject) fyne.CanvasObject { return Inset(body, 16, 24, 20, 24) }

func sheet(head, scrolled, foot fyne.CanvasObject) *fyne.Container {
	sheet := Column(0, Inset(head, 16, 24, 12, 24), Line(), Grow(scrolled))
	if foot != nil {
		sheet.Add(Line())
		sheet.Add(Inset(foot, 12, 24, 12, 24))
	}
	return sheet
}
