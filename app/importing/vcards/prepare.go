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

// preparer is the file as whole cards, each property of which is UTF-8 and has
// every parameter named. Values keep their escapes as they came: which of them mean
// something depends on the property.
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

	out    properties // prepared, not handed out yet
	at     int
	about  []about // of the cards in out
	photos int     // bytes, of all cards so far

	card  prepared
	begun begun     // what has been read of the next card
	outer *prepared // the card that it stands in; nil if none
	inner prepared  // those that stood there before it
}

// prepared is a card as far as it is prepared, or several.
type prepared struct {
	fields     properties
	size       int     // of the fields, about as many bytes as their lines have
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
	fields   int // how many it has, once it is at its end
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

// take hands out the next card, or io.EOF after the last. Its fields are good until
// the next call.
func (p *preparer) take() (about, properties, error) {
	if len(p.about) == 0 {
		p.out, p.at = p.out[:0], 0
		if err := p.cards(); err != nil {
			return about{}, nil, err
		}
	}
	first := p.about[0]
	p.about = append(p.about[:0], p.about[1:]...)
	all := p.out[p.at : p.at+first.fields]
	p.at += first.fields
	return first, all, nil
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
	binary := h.base64 || isMedia(h.name)
	p.card.see(h, value)
	p.card.properties++
	switch {
	case bytes.EqualFold(h.name, []byte("PHOTO")) && !isLink(value):
		p.photo(h, value)
		return false, nil
	case isMedia(h.name) && !isLink(value):
		p.problem("import.card.media", app.Args{"Property": string(bytes.ToUpper(h.name))})
		return false, nil
	case p.card.properties > maxProperties || p.card.size > maxCard:
		if p.card.properties == maxProperties+1 || p.card.size <= maxCard+lines.Longest {
			p.problemOnce("import.card.long")
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

// emit adds the property to the card.
func (p *preparer) emit(h head, value []byte) {
	c := &p.card
	c.size += len(h.group) + len(h.name) + len(value)
	for _, param := range h.params {
		c.size += len(param.key) + len(param.value)
	}
	c.fields = append(c.fields, propertyOf(h, value))
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

func (p *preparer) problemOnce(key string) {
	for _, e := range p.card.about[0].problems {
		if e.Key == key {
			return
		}
	}
	p.problem(key, nil)
}
