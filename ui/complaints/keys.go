package complaints

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/widgets"
)

// pageOfRows is how far the page keys move.
const pageOfRows = 8

// TypedKey takes the keys typed anywhere but in a field.
func (p *Page) TypedKey(key *fyne.KeyEvent) {
	p.held.Key(key.Name)
	if p.inCase() && widgets.Leaf(p.scroll, key.Name) {
		return
	}
	switch key.Name {
	case fyne.KeyUp:
		p.move(-1)
	case fyne.KeyDown:
		p.move(1)
	case fyne.KeyPageUp:
		p.move(-pageOfRows)
	case fyne.KeyPageDown:
		p.move(pageOfRows)
	case fyne.KeyHome:
		p.move(-len(p.board.keys))
	case fyne.KeyEnd:
		p.move(len(p.board.keys))
	case fyne.KeyLeft:
		p.turn(-1)
	case fyne.KeyRight:
		p.turn(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.asking != nil {
			p.asking.save() // from the choice
			return
		}
		p.enterCase()
	}
}

// inCase tells whether the page keys go through what is known of the case, and not
// through the list: without it nobody reads the end of a long one by the keyboard.
func (p *Page) inCase() bool {
	return p.file != nil && p.scroll != nil && (p.asking != nil || p.sides.RightOnly() || widgets.HasKeyboard(p.right))
}

// TypedRune takes the letters and digits typed anywhere but in a field: what can
// be done about the complaint shown.
func (p *Page) TypedRune(r rune) {
	if p.asking != nil || p.held.Again(r) {
		return
	}
	if leads := p.board.subjects[p.chosen]; leads.call != nil && (r == 'c' || r == 'C') {
		p.OnCall(leads.call.Customer.ID, app.ID{})
		return
	}
	if leads, _ := p.leadsTo(p.chosen); p.file == nil || p.file.Complaint.ID != leads.complaint {
		return // what is chosen is not shown yet
	}
	for _, a := range p.deeds() {
		if a.key == unicode.ToLower(r) {
			p.opener = r
			a.do()
			p.opener = 0
			return
		}
	}
}

// move chooses another row.
func (p *Page) move(by int) {
	if p.asking != nil || len(p.board.keys) == 0 {
		return
	}
	at := slices.Index(p.board.keys, p.chosen)
	next := p.board.keys[min(max(at+by, 0), len(p.board.keys)-1)]
	if next != p.chosen {
		p.left.rows.Choose(next)
		p.choose(next)
	}
}

// turn chooses the next filter, or the one before.
func (p *Page) turn(by int) {
	if p.asking != nil {
		return
	}
	all := filters()
	next := all[min(max(slices.Index(all, p.filter)+by, 0), len(all)-1)]
	p.left.filter.SetChosen(string(next))
	p.setFilter(next)
}

// enterCase moves the keyboard from the list to what can be done.
func (p *Page) enterCase() {
	p.sides.ShowLeft(false)
	if p.foot == nil || p.asking != nil {
		return
	}
	if first := widgets.FirstFocusable(p.foot); first != nil {
		p.Window.Focus(first)
	}
}

// Save does what Ctrl+Enter does here: it answers the question that is asked.
func (p *Page) Save() {
	if p.asking != nil {
		p.asking.save()
	}
}

// Back does what Escape does here: it leaves the question, then the case.
func (p *Page) Back() {
	p.held.Key(fyne.KeyEscape)
	if a := p.asking; a != nil {
		p.leaveAsking()
		if a.gone {
			p.file, p.guest = nil, app.ID{}
			p.reload()
		} else {
			p.readCase()
		}
		return
	}
	p.Window.Focus(nil)
	p.sides.ShowLeft(true)
}
