package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/ui/widgets"
)

// atAGlance is how many letters of what was noted of somebody stand at their name:
// that they want no call before six is of use before the telephone rings.
const atAGlance = 90

// wishes draws the beginning of what was noted of the customer, with a way to all of
// it where it is long; nil if nothing was. Beside a note that is written there is
// no room for all.
func (p *Page) wishes(c *card) fyne.CanvasObject {
	brief, whole := glance(c.Customer.Notes)
	if brief == "" {
		return nil
	}
	words := widgets.NewParagraph(brief, widgets.Body)
	if whole || c.allNotes || p.mode == writesNote {
		return words
	}
	all := widgets.NewButton(widgets.Quiet, p.say.Say("today.notes.all", nil), func() { p.showNotes(c, true) })
	all.SetCompact(true)
	return widgets.Column(2, words, widgets.Row(0, all))
}

// glance returns the beginning of a text in one line, and whether that is all.
func glance(text string) (brief string, whole bool) {
	line := strings.Join(strings.Fields(text), " ")
	letters := []rune(line)
	if len(letters) <= atAGlance {
		return line, true
	}
	head := string(letters[:atAGlance])
	if cut := strings.LastIndex(head, " "); cut > len(head)/2 {
		head = head[:cut]
	}
	return strings.TrimRight(head, " ,;:") + " …", false
}

// notesSection draws all that was noted of the customer, once somebody asked for it;
// else nil.
func (p *Page) notesSection(c *card) fyne.CanvasObject {
	if _, whole := glance(c.Customer.Notes); whole || !c.allNotes {
		return nil
	}
	less := widgets.NewButton(widgets.Quiet, p.say.Say("today.notes.less", nil), func() { p.showNotes(c, false) })
	less.SetCompact(true)
	return widgets.Column(4, widgets.SectionTitle(p.say.Say("today.notes", nil)),
		widgets.NewParagraph(strings.TrimSpace(c.Customer.Notes), widgets.Body), widgets.Row(0, less))
}

// showNotes shows all that was noted, or its beginning alone, and leaves the
// keyboard where the other way is.
func (p *Page) showNotes(c *card, all bool) {
	c.allNotes = all
	p.draw(c)
	if all {
		p.focus(widgets.FirstFocusable(c.notes))
	} else {
		p.focus(widgets.FirstFocusable(c.head))
	}
}
