package vcards

import (
	"bytes"
	"io"

	"ringback.app/app"
	"ringback.app/app/importing/charsets"
	"ringback.app/app/importing/lines"
)

// What is kept of a card at the most. A person's card has some dozens of lines.
const (
	maxProperties = 2000
	maxCard       = 4 << 20 // bytes
	maxProblems   = 20
)

// preparer is the file as go-vcard can read it: nothing but whole cards, each
// property on a line of its own, in UTF-8, with every parameter named. Every
// backslash is doubled, so that values arrive with their escapes as they came:
// which of them mean something depends on the property.
type preparer struct {
	lines      *lines.Reader
	undeclared *charsets.Lines // decodes text that does not name its charset
	decoded    bool            // the lines have been made UTF-8, whatever charset they name

	line    []byte // the line being put together
	number  int    // where it begins
	cut     bool   // it was longer than lines.Longest
	pending []byte // a line read too far
	waiting bool   // pending holds one
	pendNum int

	out    []byte // prepared, not handed out yet
	at     int
	about  []about // of the cards handed out that go-vcard has not returned yet
	photos int     // bytes, of all cards so far

	card  prepared
	begun begun     // what has been read of the next card
	outer *prepared // the card that it stands in; nil if none
	inner prepared  // those that stood there before it
}

// prepared is a card as far as it is prepared, or several.
type prepared struct {
	text       []byte
	about      []about // one for each
	indent     int     // how far its lines stand in; -1 before the first
	properties int
	hasPhoto   bool
	headless   bool     // it has no BEGIN
	named      bool     // it says who somebody is
	reached    bool     // it says anything else of somebody
	once       []string // of one without BEGIN: its properties of ofOne
	before     int      // of one in which another stands: the line on which that begins
}

// about is what the preparer knows of a card.
type about struct {
	line     int
	problems []*app.Error
}

// newPreparer returns an Error with CodeInvalid for a charset that is none.
func newPreparer(r io.Reader, charset string) (*preparer, error) {
	undeclared, err := charsets.NewLines(charset)
	if err != nil {
		return nil, err
	}
	return &preparer{lines: lines.NewReader(r), undeclared: undeclared}, nil
}

// takeAbout returns what is known of the card that go-vcard has just returned.
func (p *preparer) takeAbout() about {
	if len(p.about) == 0 {
		return about{}
	}
	first := p.about[0]
	p.about = append(p.about[:0], p.about[1:]...)
	return first
}

// Read hands out one card at a time, so that go-vcard's reading ahead stays
// small.
func (p *preparer) Read(into []byte) (int, error) {
	if p.at == len(p.out) {
		p.out, p.at = p.out[:0], 0
		if err := p.cards(); err != nil {
			return 0, err
		}
	}
	n := copy(into, p.out[p.at:])
	p.at += n
	return n, nil
}

// property prepares the line as a property. It tells whether that is an AGENT
// whose card may stand in the lines that follow.
func (p *preparer) property() (agent bool, err error) {
	h, value, ok := parseHead(p.line)
	if !ok || isAny(h.name, "BEGIN", "END") { // of something else than a card
		p.problem("import.card.line", nil)
		return false, nil
	}
	if bytes.EqualFold(h.name, []byte("AGENT")) {
		return p.agent(value)
	}
	binary := h.base64 || h.isMedia()
	p.card.see(h, value)
	p.card.properties++
	switch {
	case bytes.EqualFold(h.name, []byte("VERSION")): // nothing is made of it
		return false, nil
	case bytes.EqualFold(h.name, []byte("PHOTO")) && !isLink(value):
		p.photo(h, value)
		return false, nil
	case h.isMedia() && !isLink(value):
		p.problem("import.card.media", app.Args{"Property": app.CardProperty(bytes.ToUpper(h.name))})
		return false, nil
	case p.card.properties > maxProperties || len(p.card.text) > maxCard:
		if p.card.properties == maxProperties+1 || len(p.card.text) <= maxCard+lines.Longest {
			p.problemOnce("import.card.long", nil)
		}
		return false, nil
	case p.cut && !binary:
		p.problem("import.card.line-long", nil)
	}
	p.emit(h, p.text(h, value))
	return false, nil
}

func (p *preparer) agent(value []byte) (bool, error) {
	value = bytes.TrimSpace(value)
	switch {
	case bytes.EqualFold(value, []byte("BEGIN:VCARD")):
		return false, p.skipNested()
	case len(value) == 0:
		return true, nil
	}
	// The whole card in one value (vCard 3.0), or a link to it.
	p.problem("import.card.agent", nil)
	return false, nil
}

// emit writes the property as go-vcard wants it.
func (p *preparer) emit(h head, value []byte) {
	to := p.card.text
	if len(h.group) > 0 {
		to = append(append(to, h.group...), '.')
	}
	to = append(to, h.name...)
	for _, param := range h.params {
		to = append(append(append(to, ';'), param.key...), '=')
		to = appendParam(to, param.value)
	}
	to = append(to, ':')
	done := 0
	for i, c := range value {
		if c != '\\' && c != '\r' && c != '\n' {
			continue
		}
		to = append(to, value[done:i]...)
		switch done = i + 1; {
		case c == '\\':
			to = append(to, `\\`...)
		case c == '\n', done == len(value) || value[done] != '\n': // a line end by itself, or the last half of one
			to = append(to, `\\n`...)
		}
	}
	p.card.text = append(append(to, value[done:]...), "\r\n"...)
}

// problem notes what is wrong at this line; args are the sentence's.
func (p *preparer) problem(key string, args app.Args) { p.card.problem(key, p.number, args) }

func (c *prepared) problem(key string, line int, args app.Args) {
	about := &c.about[0]
	if len(about.problems) >= maxProblems {
		return
	}
	if args == nil {
		args = app.Args{}
	}
	args["Line"] = line
	about.problems = append(about.problems, &app.Error{Code: app.CodeInvalid, Key: key, Args: args})
}

func (p *preparer) problemOnce(key string, args app.Args) {
	for _, e := range p.card.about[0].problems {
		if e.Key == key {
			return
		}
	}
	p.problem(key, args)
}
