package charsets

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// Lines decodes the lines of a file one by one: files are put together of
// several, and then some lines are UTF-8 and others are not.
type Lines struct {
	charset string // of the lines that are not UTF-8
	decoder *encoding.Decoder
	last    string // the charset of the line before that was not plain
	changed bool
	surely  int // how many times as much must be UTF-8 as is not
}

// NewLines returns a decoder of lines of that charset, which must not be one
// that IsWide. It returns an Error with CodeInvalid for a name that is none.
func NewLines(charset string) (*Lines, error) {
	if charset == "" || strings.EqualFold(charset, UTF8) {
		charset = Western // which is what else a line may be
	}
	e, err := Find(charset)
	if err != nil {
		return nil, err
	}
	l := &Lines{charset: charset, decoder: e.NewDecoder(), surely: 1}
	if charset != Western {
		l.surely = 4 // bytes of other charsets are UTF-8 by chance now and then
	}
	return l, nil
}

// Decode returns the line as UTF-8. It is good until the line it was given is
// not.
func (l *Lines) Decode(line []byte) []byte {
	l.changed = false
	if isPlain(line) {
		return line
	}
	if isUTF8 := IsUTF8Among(line, l.charset); isUTF8 || isDamaged(line, l.surely) {
		l.is(UTF8)
		if isUTF8 {
			return line
		}
		return bytes.ToValidUTF8(line, []byte("\uFFFD"))
	}
	text, err := l.decoder.Bytes(line)
	if err != nil {
		return bytes.ToValidUTF8(line, []byte("\uFFFD"))
	}
	l.is(l.charset)
	return text
}

func (l *Lines) is(charset string) {
	l.changed, l.last = l.last != "" && l.last != charset, charset
}

// Changed tells whether the line decoded last is in another charset than the one
// before that was not plain.
func (l *Lines) Changed() bool { return l.changed }

// Charset is what the last line was in that was not plain.
func (l *Lines) Charset() string { return l.last }

// isDamaged tells of a line that is not UTF-8 whether it is all the same, but for
// a letter that was cut in two: it has more than so many times as many letters that
// are as bytes that are none. Of Latin ones as many will do, since hardly anything
// else looks like them.
func isDamaged(line []byte, times int) bool {
	letters, latin, none := 0, 0, 0
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		switch {
		case r == utf8.RuneError && size == 1:
			none++
		case size > 1:
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
		line = line[size:]
	}
	return none > 0 && (letters > none*times || latin == none*times)
}
