package vcards

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"ringback.app/app"
)

// begun is what has been read of the next card.
type begun uint8

const (
	nothing  begun = iota
	itsBegin       // its BEGIN
	itsFirst       // its first property: it has no BEGIN
	goesOn         // all that stands before a card in it, and the property behind that
)

// ending is what ends a card.
type ending uint8

const (
	byEnd   ending = iota
	byBegin        // of another card
	byFirst        // property of another card that has no BEGIN
	byFile         // that is at its end
)

// What is kept of the cards behind one that has not ended, until it is known
// whether it goes on behind them.
const (
	mostInner    = 20
	mostInnerLen = 8 << 20 // bytes
)

// cards prepares the next card. One that begins before another is at its end may
// stand in that one (vCard 2.1, 2.7), or the other's END is lost: what follows the
// END of the inner one tells.
func (p *preparer) cards() error {
	for len(p.out) == 0 {
		if p.begun == nothing {
			if err := p.find(); err != nil {
				return err
			}
		}
		how, err := p.read()
		if err != nil {
			return err
		}
		switch {
		case how == byBegin && p.card.isNothing(): // BEGIN twice
		case how == byBegin && !p.card.headless:
			p.giveOuter(false)
			outer := p.card
			outer.before = p.number
			p.outer, p.card = &outer, prepared{}
		case p.outer == nil:
			p.close(how)
			p.give(&p.card, &p.inner)
		default:
			p.close(how)
			p.card.moveTo(&p.inner)
			if err := p.afterInner(how); err != nil {
				return err
			}
		}
	}
	return nil
}

// find reads on to the next card. Lines outside cards are one without BEGIN if they
// are of a card, and not of something else that a file may hold beside cards.
func (p *preparer) find() error {
	for other := false; ; {
		p.card.indent = -1
		if err := p.next(); err != nil {
			return err
		}
		name := nameOf(p.line)
		switch {
		case isBegin(p.line):
			p.begun = itsBegin
			return nil
		case isAny(name, "BEGIN"):
			other = !isOfCard(p.line)
		case isAny(name, "END"):
			other = false
		case !other && isAny(name, ofCards...):
			p.begun = itsFirst
			return nil
		}
	}
}

// afterInner finds out whether the card goes on in which another one stood. If not,
// its END is lost.
func (p *preparer) afterInner(how ending) error {
	for how != byFile {
		err := p.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		name := nameOf(p.line)
		switch {
		case isBegin(p.line) && len(p.inner.about) < mostInner && len(p.inner.text) < mostInnerLen:
			p.begun = itsBegin // a second one stands in it
			return nil
		case isBegin(p.line):
			p.begun = itsBegin
			p.giveOuter(false)
			return nil
		case isEnd(p.line):
			p.giveOuter(true)
			return nil
		case isAny(name, ofOne...):
			p.begun = itsFirst
			p.giveOuter(false)
			return nil
		case isAny(name, ofCards...):
			p.card, p.outer, p.begun = *p.outer, nil, goesOn
			return nil
		}
	}
	p.giveOuter(false)
	return nil
}

// skipNested steps over the card of an agent, to the END that belongs to it.
func (p *preparer) skipNested() error {
	p.problem("import.card.agent", nil)
	for depth := 1; depth > 0; {
		err := p.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil // the next call finds the end too, and says so
		case err != nil:
			return err
		case isBegin(p.line):
			depth++
		case isEnd(p.line):
			depth--
		}
	}
	return nil
}

// read prepares the card that has begun, up to where it ends.
func (p *preparer) read() (ending, error) {
	isRead := p.begun == itsFirst || p.begun == goesOn
	if p.begun != goesOn {
		p.start()
	}
	p.begun = nothing
	for agent := false; ; isRead = false { // agent: the last property was one, whose card may follow
		if !isRead {
			err := p.next()
			if errors.Is(err, io.EOF) {
				return byFile, nil
			}
			if err != nil {
				return byFile, err
			}
		}
		var err error
		switch {
		case len(bytes.TrimSpace(p.line)) == 0:
		case isEnd(p.line):
			return byEnd, nil
		case isBegin(p.line) && agent:
			agent, err = false, p.skipNested()
		case isBegin(p.line):
			p.begun = itsBegin
			return byBegin, nil
		case p.card.headless && p.card.isOther(p.line):
			p.begun = itsFirst
			return byFirst, nil
		default:
			agent, err = p.property()
		}
		if err != nil {
			return byFile, err
		}
	}
}

func (p *preparer) start() {
	c := &p.card
	*c = prepared{text: c.text[:0], about: append(c.about[:0], about{line: p.number}), indent: c.indent, headless: p.begun == itsFirst}
	if !c.headless {
		c.indent = -1
	}
	c.text = append(c.text, "BEGIN:VCARD\r\n"...)
}

// close ends the card, and says what was wrong with its ends.
func (p *preparer) close(how ending) {
	c := &p.card
	switch {
	case c.headless && c.named:
		c.problem("import.card.no-begin", c.about[0].line, nil)
	case c.headless && c.reached:
		c.text = append(c.text[:0], "BEGIN:VCARD\r\n"...)
		c.about[0].problems = nil
		c.problem("import.card.stray", c.about[0].line, nil)
	case c.headless:
		c.text, c.about = c.text[:0], c.about[:0]
		return
	case how != byEnd:
		p.problem("import.card.no-end", app.Args{"Begins": c.about[0].line})
	}
	c.end()
}

func (c *prepared) end() { c.text = append(c.text, "END:VCARD\r\n"...) }

func (c *prepared) isNothing() bool { return c.properties == 0 && len(c.about[0].problems) == 0 }

// see notes what a property of a card without BEGIN tells.
func (c *prepared) see(h head, value []byte) {
	if !c.headless {
		return
	}
	if isAny(h.name, ofOne...) {
		c.once = append(c.once, strings.ToUpper(string(h.name)))
	}
	hasValue := len(bytes.Trim(value, "; \t")) > 0
	c.named = c.named || hasValue && isAny(h.name, "FN", "N", "ORG", "NICKNAME")
	c.reached = c.reached || hasValue && !isAny(h.name, ofOne...)
}

// isOther tells whether the line is of another card than this one without BEGIN: a
// second name, say.
func (c *prepared) isOther(line []byte) bool {
	return slices.Contains(c.once, strings.ToUpper(string(nameOf(line))))
}

// giveOuter hands out the card in which others stood, and these.
func (p *preparer) giveOuter(hasEnd bool) {
	if p.outer == nil {
		return
	}
	if !hasEnd {
		p.outer.problem("import.card.no-end", p.outer.before, app.Args{"Begins": p.outer.about[0].line})
	}
	p.outer.end()
	p.give(p.outer, &p.inner)
	p.outer = nil
}

func (p *preparer) give(cards ...*prepared) {
	for _, c := range cards {
		p.out, p.about = append(p.out, c.text...), append(p.about, c.about...)
		c.text, c.about = c.text[:0], c.about[:0]
	}
}

// moveTo puts the card behind others.
func (c *prepared) moveTo(others *prepared) {
	others.text, others.about = append(others.text, c.text...), append(others.about, c.about...)
	c.text, c.about = c.text[:0], c.about[:0]
}

// ofOne are properties that stand but once in a card. A second one outside of cards
// is of another.
var ofOne = []string{"FN", "N", "VERSION", "UID"}

// ofCards are those that tell lines of a card outside of cards, where there may be
// anything.
var ofCards = append([]string{"TEL", "EMAIL", "ADR", "ORG", "NICKNAME"}, ofOne...)

// nameOf is the name of the property that a line is; nil if it is none.
func nameOf(line []byte) []byte {
	h, _, ok := parseHead(line)
	if !ok {
		return nil
	}
	return h.name
}
