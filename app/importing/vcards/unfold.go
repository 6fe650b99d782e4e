package vcards

import (
	"bytes"

	"ringback.app/app/importing/lines"
)

// next reads the next whole line into p.line: continued lines are joined.
func (p *preparer) next() error {
	if err := p.physical(); err != nil {
		return err
	}
	if isBegin(p.line) || isEnd(p.line) {
		return nil
	}
	if p.card.indent < 0 {
		if len(bytes.TrimSpace(p.line)) == 0 {
			return nil // how far it stands in says nothing
		}
		p.card.indent = indentation(p.line)
	}
	p.line = p.line[indentation(p.line):]
	qp := isQuotedPrintable(p.line)
	for {
		if qp && bytes.HasSuffix(bytes.TrimRight(p.line, " \t"), []byte{'='}) {
			p.line = bytes.TrimSuffix(bytes.TrimRight(p.line, " \t"), []byte{'='})
			if p.waiting || !p.join(0) {
				return nil
			}
			continue
		}
		c, ok := p.lines.Peek()
		if qp && !p.waiting && ok && (c == '=' || c == ';') && p.join(0) {
			continue // no property begins so: the break before it is not marked
		}
		if p.waiting || !ok || c != ' ' && c != '\t' || !p.join(p.card.indent+1) {
			break
		}
	}
	if isBase64(p.line) {
		p.joinBase64()
	}
	return nil
}

// physical takes the next line as it stands in the file. What begins on the line
// that ends a card is a line of its own.
func (p *preparer) physical() error {
	if p.waiting {
		p.line, p.pending, p.waiting = p.pending, p.line, false
		p.number, p.cut = p.pendNum, false
	} else {
		line, err := p.lines.Next()
		if err != nil {
			return err
		}
		p.line, p.number, p.cut = append(p.line[:0], line...), p.lines.Number(), p.lines.Cut()
	}
	if begin := behindEnd(p.line); begin != nil {
		p.pending, p.waiting, p.pendNum = append(p.pending[:0], begin...), true, p.number
		p.line = append(p.line[:0], "END:VCARD"...)
	}
	return nil
}

// join appends the line that follows if it stands in that far, without the
// indentation. Else it waits, as does the mark of a card, however far it stands in:
// no text goes on with one.
func (p *preparer) join(indent int) bool {
	line, err := p.lines.Next()
	if err != nil {
		return false
	}
	if indentation(line) < indent && len(bytes.TrimSpace(line)) > 0 || isBegin(line) || isEnd(line) {
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
