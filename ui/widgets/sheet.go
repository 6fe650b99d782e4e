package widgets

import "fyne.io/fyne/v2"

// Sheet is a page with a head and a foot that stay in sight, and a body that is
// scrolled between them. The foot may be nil.
func Sheet(head, body, foot fyne.CanvasObject) *fyne.Container {
	sheet := Column(0, Inset(head, 16, 24, 12, 24), Line(), Grow(Scroll(Inset(body, 16, 24, 20, 24))))
	if foot != nil {
		sheet.Add(Line())
		sheet.Add(Inset(foot, 12, 24, 12, 24))
	}
	return sheet
}
