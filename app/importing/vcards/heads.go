package vcards

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"slices"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/importing/charsets"
)

// head is what stands before a property's value.
type head struct {
	group, name []byte
	params      []param // without those that say how the value is encoded
	quoted      bool    // quoted-printable
	base64      bool
	charset     string
}

type param struct {
	key, value []byte
}

// parseHead splits a line into its head and its value; false if it has no
// property's name.
func parseHead(line []byte) (head, []byte, bool) {
	colon := endOfHead(line)
	if colon < 0 {
		return head{}, nil, false
	}
	var h head
	name, rest := cutOutsideQuotes(line[:colon], ';')
	if dot := bytes.LastIndexByte(name, '.'); dot >= 0 {
		h.group, name = bytes.ReplaceAll(bytes.TrimSpace(name[:dot]), []byte{'.'}, []byte{'_'}), name[dot+1:]
	}
	h.name = bytes.TrimSpace(name)
	if !isName(h.name) || len(h.group) > 0 && !isName(h.group) {
		return head{}, nil, false
	}
	for len(rest) > 0 {
		var one []byte
		one, rest = cutOutsideQuotes(rest, ';')
		if one = bytes.TrimSpace(one); len(one) > 0 {
			h.param(one)
		}
	}
	return h, line[colon+1:], true
}

// param adds a parameter. In vCard 2.1 most have a value and no name.
func (h *head) param(text []byte) {
	key, value, named := bytes.Cut(text, []byte{'='})
	key, value = bytes.TrimSpace(key), bytes.TrimSpace(value)
	if own, ok := custom(text); ok {
		key, value = []byte("TYPE"), own
	} else if !named {
		key, value = nameFor(text), text
	}
	switch {
	case !isName(key):
		return
	case bytes.EqualFold(key, []byte("ENCODING")):
		h.encoded(value)
	case bytes.EqualFold(key, []byte("CHARSET")):
		h.charset = string(value)
	default:
		h.params = append(h.params, param{key, value})
	}
}

// custom reads a person's own word for a number or an address as Android writes
// it: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=84). False if it is none.
func custom(param []byte) ([]byte, bool) {
	const open = "X-CUSTOM("
	if len(param) <= len(open) || !bytes.EqualFold(param[:len(open)], []byte(open)) || param[len(param)-1] != ')' {
		return nil, false
	}
	var h head
	word := param[len(open) : len(param)-1]
	for {
		one, rest, more := bytes.Cut(word, []byte{','})
		name, value, ok := bytes.Cut(one, []byte{'='})
		switch {
		case more && ok && isAny(name, "CHARSET"):
			h.charset = string(value)
		case more && ok && isAny(name, "ENCODING"):
			h.encoded(value)
		default:
			if h.quoted {
				word = unquote(word)
			}
			if text, err := charsets.Decode(word, h.charset); err == nil && h.charset != "" {
				word = []byte(text)
			}
			return bytes.ReplaceAll(word, []byte{','}, []byte{' '}), true
		}
		word = rest
	}
}

func (h *head) encoded(by []byte) {
	switch {
	case isAny(by, "QUOTED-PRINTABLE", "Q", "QP"):
		h.quoted = true
	case isAny(by, "BASE64", "B"):
		h.base64 = true
	}
}

// nameFor names a parameter that came without a name.
func nameFor(value []byte) []byte {
	switch {
	case isAny(value, "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"):
		return []byte("ENCODING")
	case isAny(value, "UTF-8", "ISO-8859-1", "US-ASCII"):
		return []byte("CHARSET")
	case isAny(value, "URL", "INLINE", "CID", "CONTENT-ID"):
		return []byte("VALUE")
	}
	return []byte("TYPE")
}

// endOfHead returns where the colon before the value is, or -1. A colon in a
// quoted parameter does not count, unless the quotes do not match.
func endOfHead(line []byte) int {
	quoted := false
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return i
		}
	}
	return bytes.IndexByte(line, ':')
}

func cutOutsideQuotes(text []byte, at byte) (before, after []byte) {
	quoted := false
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case c == at && !quoted:
			return text[:i], text[i+1:]
		}
	}
	return text, nil
}

// appendParam writes a parameter's value so that go-vcard reads it back: quoted
// where it must be, its quotes inside left out, and line ends that were encoded
// with it, which would end the property.
func appendParam(out, value []byte) []byte {
	if !utf8.Valid(value) {
		value = bytes.ToValidUTF8(value, []byte("\uFFFD"))
	}
	if !bytes.ContainsAny(value, "\":;\\\x00\r\n") {
		return append(out, value...)
	}
	quote := bytes.ContainsAny(value, ":;")
	if quote {
		out = append(out, '"')
	}
	for _, c := range value {
		switch {
		case c == '"' || c == 0 || c == '\r' || c == '\n':
		case c == '\\' && quote:
			out = append(out, `\\\\`...)
		case c == '\\':
			out = append(out, `\\`...)
		default:
			out = append(out, c)
		}
	}
	if quote {
		out = append(out, '"')
	}
	return out
}

// text decodes the value to UTF-8 as its head says.
func (p *preparer) text(h head, value []byte) []byte {
	switch {
	case h.quoted:
		value = unquote(value)
	case h.base64:
		if decoded, ok := unbase64(value); ok {
			value = decoded
		}
	}
	charset := h.charset
	if p.decoded && !h.quoted && !h.base64 {
		charset = ""
	}
	if charset == "" || isAny([]byte(charset), "UTF-8", "UTF8") {
		return p.undeclared.Decode(value)
	}
	if _, err := charsets.Find(charset); err != nil {
		p.problem("import.card.charset", app.Args{"Charset": charset})
	} else if charsets.IsMisnamed(value, charset) {
		p.problemOnce("import.card.charset-wrong", app.Args{"Charset": charset})
		return value
	}
	if text, err := charsets.Decode(value, charset); err == nil {
		return []byte(text)
	}
	return p.undeclared.Decode(value)
}

// unquote decodes quoted-printable. What is not is left as it stands.
func unquote(value []byte) []byte {
	decoded, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(value)))
	if err == nil {
		return decoded
	}
	// One bad escape should not cost the others.
	out := make([]byte, 0, len(value))
	for i := 0; i < len(value); i++ {
		if value[i] == '=' && i+2 < len(value) {
			if hi, lo := unhex(value[i+1]), unhex(value[i+2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, value[i])
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

func unbase64(value []byte) ([]byte, bool) {
	value = bytes.Map(func(r rune) rune {
		if r == ' ' || r == '\t' {
			return -1
		}
		return r
	}, value)
	decoded, err := base64.RawStdEncoding.DecodeString(string(bytes.TrimRight(value, "=")))
	return decoded, err == nil
}

// isMedia tells whether the property holds a picture, a sound or a key.
func (h *head) isMedia() bool {
	return isAny(h.name, "PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE") && !h.isReading()
}

// isReading tells whether it is no sound, but how a name is read, as Japanese
// telephones write it (IrDA, Specifications for Ir Mobile Communications, which calls
// it so): SOUND;X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ.
func (h *head) isReading() bool {
	return !h.base64 && isAny(h.name, "SOUND") && slices.ContainsFunc(h.params, func(p param) bool { return isAny(p.value, "X-IRMC-N") })
}

// isLink tells whether media is somewhere else.
func isLink(value []byte) bool {
	value = bytes.ToLower(bytes.TrimSpace(value[:min(len(value), 10)]))
	return bytes.HasPrefix(value, []byte("http:")) || bytes.HasPrefix(value, []byte("https:")) || bytes.HasPrefix(value, []byte("ftp:"))
}

func isQuotedPrintable(line []byte) bool {
	return headContains(line, "QUOTED-PRINTABLE")
}

func isBase64(line []byte) bool {
	if !headContains(line, "BASE64") && !headContains(line, "=B") {
		return false
	}
	h, _, ok := parseHead(line)
	return ok && h.base64
}

// headContains tells whether the word, in capitals, is in the line's head in any
// case.
func headContains(line []byte, word string) bool {
	if bytes.IndexByte(line, ';') < 0 {
		return false
	}
	i := endOfHead(line)
	if i < len(word) {
		return false
	}
	first := word[0] | 0x20
	for line = line[:i]; len(line) >= len(word); line = line[1:] {
		if line[0]|0x20 == first && bytes.EqualFold(line[:len(word)], []byte(word)) {
			return true
		}
	}
	return false
}

func isAny(text []byte, words ...string) bool {
	for _, w := range words {
		if len(w) == len(text) && bytes.EqualFold(text, []byte(w)) {
			return true
		}
	}
	return false
}

func isName(name []byte) bool {
	for _, c := range name {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return len(name) > 0
}

func indentation(line []byte) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}
