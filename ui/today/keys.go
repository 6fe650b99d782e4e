package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/ui/widgets"
)

// typed is a letter typed ahead, and whether its key may have been held down.
type typed struct {
	key   rune
	again bool
}

// TypedRune takes the letters and digits typed anywhere but in a field: 1 to 9
// say what came of the call, C copies the number, D dials it. What is typed
// faster than a card or a note comes up waits for it.
func (p *Page) TypedRune(r rune) {
	t := typed{r, p.held.Again(r)}
	switch {
	case p.onItsWay():
		if len(p.ahead) < mostAhead {
			p.ahead = append(p.ahead, t)
		}
	default:
		p.take(t)
	}
}

// mostAhead is how many letters are kept for what is on its way.
const mostAhead = 200

// onItsWay tells whether the right side is about to show something else than
// it shows, so that keys are not meant for what is seen.
func (p *Page) onItsWay() bool {
	return p.busy || p.mode == showsCard && (p.card == nil || p.card.Customer.ID != p.chosen)
}

// take acts on a letter typed while a card is shown. A key that is held down acts
// once, whichever cards come and go beneath it.
func (p *Page) take(t typed) {
	if t.again || p.mode != showsCard {
		return
	}
	p.acted = t.key
	switch r := t.key; {
	case r >= '1' && r <= '9':
		p.dispose(app.Dispositions()[r-'1'])
	case r == 'c' || r == 'C':
		p.copyNumber()
	case r == 'd' || r == 'D':
		p.dialNumber()
	}
}

// arrived gives what was typed ahead to what has come up since.
func (p *Page) arrived() {
	for len(p.ahead) > 0 && !p.onItsWay() {
		t := p.ahead[0]
		p.ahead = p.ahead[1:]
		if p.mode == showsCard {
			p.take(t)
			continue
		}
		if t.again && t.key == p.acted {
			continue // the digit that brought the note up, still held down, is no word of it
		}
		p.acted = 0
		var entry *widgets.Entry
		switch p.mode {
		case writesNote:
			entry = p.note.said
		case asks:
			entry = p.asking.entry
		default:
			continue
		}
		entry.OpenedBy(0)
		entry.TypedRune(t.key)
	}
}

// TypedKey takes the keys typed anywhere but in a field.
func (p *Page) TypedKey(key *fyne.KeyEvent) {
	if scroll := p.leafs(); scroll != nil && widgets.Leaf(scroll, key.Name) {
		return
	}
	if p.left.skipped.open && p.mode == showsCard {
		switch key.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
			p.ahead = nil
			p.left.skipped.people.TypedKey(key) // the list that is on show
			return
		}
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
		p.move(-listLimit * 2)
	case fyne.KeyEnd:
		p.move(listLimit * 2)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.enterCard()
	case fyne.KeyEscape:
		p.Back()
	}
}

// leafs returns what the page keys go through on the right side, nil where they
// are the list's: without it nobody reads the end of a long card by the keyboard.
func (p *Page) leafs() *container.Scroll {
	switch {
	case p.mode == writesNote:
		return p.note.scroll
	case !p.card.open(), p.mode == showsCard && !p.focusInside() && !p.sides.RightOnly():
		return nil
	}
	return p.card.scroll
}

// pageOfRows is how far the page keys move.
const pageOfRows = 8
