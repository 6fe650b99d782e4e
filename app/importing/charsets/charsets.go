// Package charsets turns files of any encoding into UTF-8.
package charsets

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	"ringback.app/app"
)

// UTF8 is the charset that needs no decoding, and Western the one that text is
// taken to be in which is not UTF-8 and does not say what else it is.
const (
	UTF8    = "utf-8"
	Western = "windows-1252"
)

// Find returns the encoding of that name, as the IANA or the WHATWG lists it or
// as programs write it (cp1252). It returns an Error with CodeInvalid for a name
// that is none.
func Find(name string) (encoding.Encoding, error) {
	name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
	switch name {
	case "utf-16":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), nil
	case "utf-32", "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), nil
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM), nil
	}
	if e := listed(name); e != nil {
		return e, nil
	}
	for _, other := range spellings(name) {
		if e := listed(other); e != nil {
			return e, nil
		}
	}
	return nil, &app.Error{Code: app.CodeInvalid, Key: "error.import.charset", Args: app.Args{"Charset": name}}
}

// listed is the encoding that the lists have for the name; nil if there is none.
func listed(name string) encoding.Encoding {
	if e, err := htmlindex.Get(name); err == nil && e != encoding.Replacement {
		return e
	}
	if e, err := ianaindex.IANA.Encoding(name); err == nil {
		return e // nil for one that is listed, but which nobody reads
	}
	return nil
}

// wide finds UTF-16 without a mark: in text that is mostly in Latin letters
// every other byte is NUL.
func wide(sample []byte) string {
	sample = sample[:min(len(sample), 1024)&^1]
	if len(sample) < 4 {
		return ""
	}
	var even, odd int
	for i, b := range sample {
		if b != 0 {
			continue
		}
		if i%2 == 0 {
			even++
		} else {
			odd++
		}
	}
	half := len(sample) / 2
	switch {
	case odd > half*6/10 && even < half/10:
		return "utf-16le"
	case even > half*6/10 && odd < half/10:
		return "utf-16be"
	}
	return ""
}

// escaped is the charset that mails from Japan are in: plain bytes, and escapes
// that say which letters they are.
const escaped = "iso-2022-jp"

// isEscaped finds it by the escapes that begin two bytes a letter.
func isEscaped(sample []byte) bool {
	return isPlain(sample) && (bytes.Contains(sample, []byte("\x1b$B")) || bytes.Contains(sample, []byte("\x1b$@")))
}

// IsWide tells whether the bytes of signs and line ends are parts of letters, too,
// so that a file must be decoded before its lines can be told apart. Such a file
// says itself what it is.
func IsWide(name string) bool {
	name = strings.ToLower(name)
	return name == escaped || strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "utf-32")
}

// NewReader returns the file as UTF-8 without a byte order mark. Bytes that are
// no letter of the charset become U+FFFD.
func NewReader(r io.Reader, charset string) (io.Reader, error) {
	if strings.EqualFold(charset, UTF8) || charset == "" {
		return WithoutMark(r), nil
	}
	e, err := Find(charset)
	if err != nil {
		return nil, err
	}
	return WithoutMark(transform.NewReader(r, e.NewDecoder())), nil
}

// WithoutMark leaves out a UTF-8 byte order mark at the start.
func WithoutMark(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 64<<10)
	if start, err := b.Peek(3); err == nil && bytes.Equal(start, []byte{0xEF, 0xBB, 0xBF}) {
		if _, err := b.Discard(3); err != nil {
			return r // cannot be: the three were just seen
		}
	}
	return b
}

// Decode returns the bytes as text.
func Decode(text []byte, charset string) (string, error) {
	e, err := Find(charset)
	if err != nil {
		return "", err
	}
	decoded, err := e.NewDecoder().Bytes(text)
	if err != nil {
		return "", fmt.Errorf("decode %s: %w", charset, err)
	}
	return string(decoded), nil
}
