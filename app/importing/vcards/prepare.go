package vcards

import (
	"bytes"
	"errors"
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
	begun  bool    // the next card's BEGIN has been read
	indent int     // how far the lines of this card stand in

	properties int
	current    about
	hasPhoto   bool // this card
	photos     int  // bytes, of all cards so far
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
		if err := p.card(); err != nil {
			return 0, err
		}
	}
	n := copy(into, p.out[p.at:])
	p.at += n
	return n, nil
}

// card prepares the next card.
func (p *preparer) card() error {
	for !p.begun {
		if err := p.next(); err != nil {
			return err
		}
		p.begun = isBegin(p.line)
	}
	p.begun, p.indent, p.properties, p.hasPhoto = false, -1, 0, false
	p.current = about{line: p.number}
	p.out = append(p.out, "BEGIN:VCARD\r\n"...)
	agent := false // the last property was an AGENT, whose card may follow
	for {
		err := p.next()
		switch {
		case errors.Is(err, io.EOF) && p.properties == 0:
			p.out = p.out[:0] // a BEGIN at the very end is no card
			return io.EOF
		case errors.Is(err, io.EOF):
			p.problem("import.card.no-end", nil)
			p.end()
			return nil
		case err != nil:
			return err
		case isEnd(p.line):
			p.end()
			return nil
		case isBegin(p.line) && agent:
			if err := p.skipNested(); err != nil {
				return err
			}
			agent = false
			continue
		case isBegin(p.line):
			p.problem("import.card.no-end", nil)
			p.begun = true
			line := p.number
			p.end()
			p.number = line
			return nil
		}
		agent, err = p.property()
		if err != nil {
			return err
		}
	}
}

// end closes the card.
func (p *preparer) end() {
	p.out = append(p.out, "END:VCARD\r\n"...)
	p.about = append(p.about, p.current)
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

// property prepares the line as a property. It tells whether that is an AGENT
// whose card may stand in the lines that follow.
func (p *preparer) property() (agent bool, err error) {
	if len(bytes.TrimSpace(p.line)) == 0 {
		return false, nil
	}
	h, value, ok := parseHead(p.line)
	if !ok || isAny(h.name, "BEGIN", "END") { // of something else than a card
		p.problem("import.card.line", nil)
		return false, nil
	}
	if bytes.EqualFold(h.name, []byte("AGENT")) {
		return p.agent(value)
	}
	binary := h.base64 || isMedia(h.name)
	p.properties++
	switch {
	case bytes.EqualFold(h.name, []byte("PHOTO")) && !isLink(value):
		p.photo(h, value)
		return false, nil
	case isMedia(h.name) && !isLink(value):
		p.problem("import.card.media", app.Args{"Property": string(bytes.ToUpper(h.name))})
		return false, nil
	case p.properties > maxProperties || len(p.out) > maxCard:
		if p.properties == maxProperties+1 || len(p.out) <= maxCard+lines.Longest {
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
	case isBegin(value):
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
	if len(h.group) > 0 {
		p.out = append(append(p.out, h.group...), '.')
	}
	p.out = append(p.out, h.name...)
	for _, param := range h.params {
		p.out = append(append(append(p.out, ';'), param.key...), '=')
		p.out = appendParam(p.out, param.value)
	}
	p.out = append(p.out, ':')
	for {
		i := bytes.IndexAny(value, "\\\r\n\x00")
		if i < 0 {
			break
		}
		p.out = append(p.out, value[:i]...)
		switch value[i] {
		case '\\':
			p.out = append(p.out, `\\`...)
		case '\n':
			p.out = append(p.out, `\\n`...)
		case '\r': // a line end by itself, or the first half of one
			if i+1 == len(value) || value[i+1] != '\n' {
				p.out = append(p.out, `\\n`...)
			}
		}
		value = value[i+1:]
	}
	p.out = append(append(p.out, value...), "\r\n"...)
}

// next reads the next whole line into p.line: continued lines are joined.
func (p *preparer) next() error {
	if err := p.physical(); err != nil {
		return err
	}
	if isBegin(p.line) || isEnd(p.line) {
		return nil
	}
	if p.indent < 0 {
		p.indent = indentation(p.line)
	}
	p.line = bytes.TrimLeft(p.line, " \t")
	qp := isQuotedPrintable(p.line)
	for {
		if qp && bytes.HasSuffix(bytes.TrimRight(p.line, " \t"), []byte{'='}) {
			p.line = bytes.TrimSuffix(bytes.TrimRight(p.line, " \t"), []byte{'='})
			if !p.join(0) {
				return nil
			}
			continue
		}
		c, ok := p.lines.Peek()
		if p.waiting || !ok || c != ' ' && c != '\t' || !p.join(p.indent+1) {
			break
		}
	}
	if isBase64(p.line) {
		p.joinBase64()
	}
	return nil
}

// physical takes the next line as it stands in the file.
func (p *preparer) physical() error {
	if p.waiting {
		p.line, p.pending, p.waiting = p.pending, p.line, false
		p.number, p.cut = p.pendNum, false
		return nil
	}
	line, err := p.lines.Next()
	if err != nil {
		return err
	}
	p.line, p.number, p.cut = append(p.line[:0], line...), p.lines.Number(), p.lines.Cut()
	return nil
}

// join appends the line that follows if it stands in that far, without the
// indentation. Else it waits.
func (p *preparer) join(indent int) bool {
	line, err := p.lines.Next()
	if err != nil {
		return false
	}
	if indentation(line) < indent && len(bytes.TrimSpace(line)) > 0 {
		p.wait(line)
		return false
	}
	p.appendLine(line[min(indent, len(line)):])
	return true
}

func (p *preparer) appendLine(part []byte) {
	if room := lines.Longest - len(p.line); len(part) > room {
		part, p.cut = part[:max(room, 0)], true
	}
	p.line = append(p.line, part...)
	p.cut = p.cut || p.lines.Cut()
}

// joinBase64 appends lines of base64 that are not folded as they should be: they
// go on until an empty line, or one that is a property.
func (p *preparer) joinBase64() {
	for !p.waiting {
		line, err := p.lines.Next()
		if err != nil {
			return
		}
		data := bytes.TrimSpace(line)
		if len(data) == 0 {
			continue
		}
		if bytes.ContainsAny(data, ":;.") || isEnd(data) {
			p.wait(line)
			return
		}
		p.appendLine(data)
	}
}

// wait keeps a line that was read too far.
func (p *preparer) wait(line []byte) {
	p.pending, p.waiting, p.pendNum = append(p.pending[:0], line...), true, p.lines.Number()
}

// problem notes what is wrong at this line; args are the sentence's.
func (p *preparer) problem(key string, args app.Args) {
	if len(p.current.problems) >= maxProblems {
		return
	}
	if args == nil {
		args = app.Args{}
	}
	args["Line"] = p.number
	p.current.problems = append(p.current.problems, &app.Error{Code: app.CodeInvalid, Key: key, Args: args})
}

func (p *preparer) problemOnce(key string) {
	for _, e := range p.current.problems {
		if e.Key == key {
			return
		}
	}
	p.problem(key, nil)
}
