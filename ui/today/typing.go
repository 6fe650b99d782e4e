package today

import "fyne.io/fyne/v2"

// typing is where somebody was typing, and into which note or question.
type typing struct {
	note   *note
	asking *ask
	field  fyne.Focusable
}

// typeOn gives the keyboard back to where somebody was typing when they left the
// page, as long as that is still there.
func (p *Page) typeOn() {
	was := p.typing
	if p.typing = (typing{}); was.field == nil || was.note != p.note || was.asking != p.asking {
		return
	}
	if p.mode == writesNote || p.mode == asks {
		p.focus(was.field)
	}
}
