package charsets

import (
	"bytes"
	"io"
	"mime/quotedprintable"
)

// encoded takes a line if it is one of a vCard in quoted-printable that does not name
// its charset, or goes on with one: then its letters are all that tells. False if it
// is something else.
func (m *marks) encoded(line []byte) bool {
	if !m.goesOn {
		colon := bytes.IndexByte(line, ':')
		if colon < 0 || bytes.IndexByte(line[:colon], ';') < 0 || bytes.IndexByte(line[colon:], '=') < 0 {
			return false
		}
		head := bytes.ToUpper(line[:colon])
		if !bytes.Contains(head, []byte("QUOTED-PRINTABLE")) || bytes.Contains(head, []byte("CHARSET")) {
			return false
		}
		m.flush()
		line = line[colon+1:]
	}
	line = bytes.TrimRight(line, " \t")
	line, m.goesOn = bytes.CutSuffix(line, []byte{'='})
	// What stands before an escape that is none is enough.
	text, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(line[:min(len(line), enough)])))
	m.held = append(m.held, text...)
	if m.goesOn = m.goesOn && len(m.held) < enough; !m.goesOn {
		m.flush()
	}
	return true
}
